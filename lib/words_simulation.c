/* SPDX-License-Identifier: MIT */
#include "words.h"

const sigma_word sigma_barrier_words[SIGMA_BARRIER_COUNT] = {
    {"none", "At neither barrier, after the last bar."},
    {"target", "At the target."},
    {"stop", "At the stop."},
};
