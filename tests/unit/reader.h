/* SPDX-License-Identifier: MIT */
/* Everything that reads the market of one symbol, bar by bar: features, regimes, signals, terms. */
#ifndef SIGMA_TEST_READER_H
#define SIGMA_TEST_READER_H

#include "samples.h"
#include "test.h"

/* Everything that reads the market of one symbol. */
typedef struct reader {
    sigma_market market;
    sigma_regime filter;
    sigma_rules rules;
    sigma_technical technical;
    sigma_signal_params trend;
    sigma_score_params score[2];
    sigma_evidence_params evidence[2];
    sigma_advice_params advice;
    double edges[3];
} reader;

/* All that they say of a bar. A result that warms up is all zero. */
typedef struct outputs {
    sigma_signal_result trend;
    sigma_score_result score[2];
    sigma_evidence_result evidence[2];
    sigma_technical_result technical[2];
    sigma_regime_result filter;
    sigma_rules_result rules;
    sigma_advice_result advice[2];
    sigma_entropy shannon, permutation;
    double volume, drift;
} outputs;

void reader_start(reader *r);

/* Takes a bar into market and score, and reads what follows from bars[i], that one. */
void reader_update(reader *r, const sigma_bar *bar);
void reader_read(reader *r, const sigma_bar *bars, int32_t i, outputs *o);

void reader_take_all(const sigma_bar *bars, int32_t count, outputs *o);

/* SAMPLE_BARS bars with trends, calm and storms, so that every output takes many values; in ticks
 * of the scale, or in none, so that no two moves are equal. */
void reader_make(uint64_t seed, double scale, bool ticks, sigma_bar *bars);

#endif
