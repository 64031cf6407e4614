/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "trend.h"
#include "window.h"

enum { ROOMS = 3 };

typedef struct bars {
    const double *high;
    const double *low;
    const double *close;
} bars;

/* ---- a block of windows: close and rest of the bars, the sum of each window for its mean */

typedef struct block {
    const double *close;
    double *rest;
    double *mean;
    double *distances;
} block;

static inline double distance_in(const double *close, const double *rests, int32_t i, int32_t k,
                                 double mean, bool absolute)
{
    double x = sigma_cci_apart(close[i + k], rests[i + k], close[i], rests[i]);
    return absolute ? sigma_magnitude(x - mean) : x;
}

/* sum_of() of each window. */
static inline void sums_of(const block *b, int32_t n, bool absolute)
{
    const double *restrict close = b->close, *restrict rests = b->rest, *restrict mean = b->mean;
    double *restrict sum = b->distances;
    int32_t k = 0;

    sigma_zero(sum, SIGMA_BLOCK * (int32_t)sizeof *sum);
    for (; k + 4 <= n; k += 4) {
        for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
            sum[i] += (distance_in(close, rests, i, k, mean[i], absolute) +
                       distance_in(close, rests, i, k + 1, mean[i], absolute)) +
                      (distance_in(close, rests, i, k + 2, mean[i], absolute) +
                       distance_in(close, rests, i, k + 3, mean[i], absolute));
        }
    }
    for (; k < n; k++) {
        for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
            sum[i] += distance_in(close, rests, i, k, mean[i], absolute);
        }
    }
}

static void fill_block(bars window, int32_t n, double *restrict values)
{
    const double *restrict high = window.high, *restrict low = window.low;
    const double *restrict close = window.close;
    int32_t room = SIGMA_BLOCK + n;
    double *restrict rests = values - room, *restrict sum = rests - room;
    block first = {close, rests, sum, sum - room}, second = {close, rests, sum - room, values};

    for (int32_t i = 0; i < room - 1; i++) {
        rests[i] = sigma_cci_rest(high[i], low[i], close[i]);
    }
    sums_of(&first, n, false);
    for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
        sum[i] = first.distances[i];
        first.distances[i] = sum[i] / n;
    }
    sums_of(&second, n, true);
    for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
        double last = sigma_cci_apart(close[i + n - 1], rests[i + n - 1], close[i], rests[i]);
        values[i] = sigma_cci_index(last, sum[i], values[i], n);
    }
}

static void fill(int32_t period, bars all, int32_t count, double *values)
{
    int32_t left = count;
    bool in_place = values == all.high || values == all.low || values == all.close;

    while (sigma_block_fits(left, period, ROOMS, in_place)) {
        left -= SIGMA_BLOCK;
        int32_t first = left + 1 - period;
        fill_block((bars){all.high + first, all.low + first, all.close + first}, period,
                   values + left);
    }
    for (; left >= period; left--) {
        int32_t first = left - period;
        values[left - 1] =
            sigma_cci_of(all.high + first, all.low + first, all.close + first, period);
    }
    sigma_column_warmup(values, period - 1, count);
}

sigma_status sigma_cci_batch(int32_t period, const double *high, const double *low,
                             const double *close, int32_t count, double *values)
{
    const double *const input[3] = {high, low, close};
    double *const output[1] = {values};

    if (!high || !low || !close || !values) {
        return SIGMA_E_NULL;
    }
    if (!sigma_window_valid(period) || count < 0 ||
        !sigma_columns_apart(input, 3, output, 1, count) ||
        !sigma_columns_are_bars(high, low, close, count)) {
        return SIGMA_E_RANGE;
    }
    fill(period, (bars){high, low, close}, count, values);
    return SIGMA_OK;
}
