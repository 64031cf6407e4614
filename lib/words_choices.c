/* SPDX-License-Identifier: MIT */
/* Words of stops and sizing. */
#include "sigma/words.h"
#include "words.h"

static const sigma_word schemes[] = {
    {"unknown", "Not set."},
    {"sigma", "By the regime."},
    {"mathematician", "By the trend's strength and the win rate."},
};

static const sigma_word origins[] = {
    {"unknown", "There is no stop."},
    {"caller", "The caller gave it."},
    {"atr", "A multiple of the average true range."},
    {"limit", "The least or most share of the price."},
    {"structure", "The caller's level, which is further away."},
    {"broker", "The broker's least distance, or a tick."},
};

sigma_word_list sigma_words_of_choices(int32_t vocabulary)
{
    switch (vocabulary) {
    case SIGMA_VOCABULARY_SCHEME: return (sigma_word_list){schemes, SIGMA_SCHEME_COUNT};
    default: return (sigma_word_list){origins, SIGMA_ORIGIN_COUNT};
    }
}
