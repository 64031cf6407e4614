/* SPDX-License-Identifier: MIT */
/* Names of codes, for the rooms above that write and read them. */
#ifndef SIGMA_LIB_WORDS_H
#define SIGMA_LIB_WORDS_H

#include "sigma/base.h"

typedef struct sigma_word {
    char name[24];
    char sentence[104];
} sigma_word;

/* The word of a code; NULL if there is none. */
const sigma_word *sigma_word_of(int32_t vocabulary, int32_t code);

/* All words of a vocabulary of the guards; none of another one. */
typedef struct sigma_word_list {
    const sigma_word *words;
    int32_t count;
} sigma_word_list;

sigma_word_list sigma_words_of_guards(int32_t vocabulary);

/* The same of signals. */
sigma_word_list sigma_words_of_signals(int32_t vocabulary);

/* ---- lists of one module, in words_<module>.c */

extern const sigma_word sigma_trade_words[SIGMA_TRADE_COUNT];
extern const sigma_word sigma_stage_words[SIGMA_STAGE_COUNT];
extern const sigma_word sigma_grade_words[SIGMA_GRADE_COUNT];
extern const sigma_word sigma_clock_words[SIGMA_CLOCK_COUNT];
extern const sigma_word sigma_window_words[SIGMA_WINDOW_COUNT];
extern const sigma_word sigma_zone_words[SIGMA_ZONE_COUNT];
extern const sigma_word sigma_hours_words[SIGMA_HOURS_COUNT];
/* The same of stops and sizing. */
sigma_word_list sigma_words_of_choices(int32_t vocabulary);
extern const sigma_word sigma_method_words[SIGMA_METHOD_COUNT];
extern const sigma_word sigma_kelly_words[SIGMA_KELLY_COUNT];
extern const sigma_word sigma_barrier_words[SIGMA_BARRIER_COUNT];
extern const sigma_word sigma_caution_words[SIGMA_CAUTION_COUNT];
extern const sigma_word sigma_approach_words[SIGMA_APPROACH_COUNT];

#endif
