/* SPDX-License-Identifier: MIT */
#include "words.h"

const sigma_word sigma_caution_words[SIGMA_CAUTION_COUNT] = {
    {"none", "Nothing."},
    {"unknown", "The regime is not known yet."},
    {"volatile", "It moves too much."},
    {"chop", "It surely has no direction and no level."},
    {"confidence", "Too little confidence in the regime."},
    {"volatility", "Extreme volatility."},
};

const sigma_word sigma_approach_words[SIGMA_APPROACH_COUNT] = {
    {"unknown", "Not known yet."},
    {"trend_long", "Follow the trend upward."},
    {"trend_short", "Follow the trend downward."},
    {"reversion", "Toward the mean."},
    {"scalp", "Briefly, or not at all."},
    {"avoid", "Not at all."},
};
