/* SPDX-License-Identifier: MIT */
/* The features of a market a second time: windows from their definitions, anew for each value, what
 * runs along by its recurrence; all in numbers with eleven more bits than a double, and with prices
 * as differences, so that the reference loses nothing where prices are large and move little. */
#ifndef SIGMA_TEST_INDICATOR_REFERENCE_H
#define SIGMA_TEST_INDICATOR_REFERENCE_H

#include <stdbool.h>

#include "sigma/sigma.h"

enum { REFERENCE_SPACE = 2048, REFERENCE_AGO = 1024 };

typedef struct reference_average {
    long double value, sum;
    int64_t seen;
    int32_t period;
    long double gain;
} reference_average;

/* Sums of a volume-weighted price. */
typedef struct reference_vwap {
    long double moved, volume, first, last;
    int64_t session;
} reference_vwap;

typedef struct reference {
    sigma_market_params params;
    double bars_a_year;
    sigma_bar bar[REFERENCE_SPACE]; /* the last ones, up to index end */
    int32_t end;
    int64_t bars;
    reference_average ema[4], macd[3], atr, gain, loss, range, plus, minus, index;
    long double weighted; /* variance */
    long double line, signal;
    int64_t obv;
    reference_vwap vwap, session;
} reference;

/* One feature: what it should be, and what its error is measured by. */
typedef struct reference_value {
    const char *name;
    double actual;
    long double wanted;
    long double scale;
} reference_value;

enum { REFERENCE_VALUES = 40 };

void reference_begin(reference *r, const sigma_market_params *params, double bars_a_year);

/* Volumes must be whole numbers. */
void reference_update(reference *r, const sigma_bar *bar);

/* Every feature that is ready, by the side of its reference; the number of them. */
int32_t reference_compare(const reference *r, const sigma_features *f,
                          reference_value values[REFERENCE_VALUES]);

#endif
