/* SPDX-License-Identifier: MIT */
/** @file
 * Averages of a series.
 *
 * Exponential moving average with the gain k = 2 / (n + 1):
 *
 *     EMA_n = mean of the first n values;   EMA <- EMA + k (x - EMA)                        (1)
 *
 * A flat series is a fixed point of (1). Values below 1e-300 become 0. The first value's weight
 * falls by 1 - k with each bar: 3.45 (n + 1) bars after the first value, a thousandth of it is
 * left.
 *
 * Source: (1) Appel, The Moving Average Convergence-Divergence Method (1979); the seed is that of
 * most charts.
 */
#ifndef SIGMA_AVERAGE_H
#define SIGMA_AVERAGE_H

#include "sigma/base.h"

/** A running exponential average. Set it up with sigma_ema_init(); copy it to look ahead. */
typedef struct sigma_ema {
    double value;     /**< EMA; the first value while warming up [x], -1e15 <= x <= 1e15. */
    double sum;       /**< Sum of the differences from the first value while warming up [x],
                           -1e20 <= x <= 1e20. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 10000. */
    int32_t count;    /**< Values seen, stops at n [bars], 0 <= x <= period. */
    int32_t reserved; /**< 0. */
} sigma_ema;

SIGMA_LAYOUT(sigma_ema, 32);

/**
 * Starts an average over period values.
 *
 * @param[out] ema     The average; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_init(sigma_ema *ema, int32_t period);

/**
 * Adds one value.
 *
 * @param[in,out] ema    The average; unchanged on error.
 * @param         x      The value [x], -1e15 <= x <= 1e15.
 * @param[out]    value  EMA [x]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 values, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_update(sigma_ema *ema, double x, double *value);

/**
 * Reads the average again.
 *
 * @param      ema    The average.
 * @param[out] value  EMA [x]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_read(const sigma_ema *ema, double *value);

/**
 * EMA of each of count values: the same bits as count calls of sigma_ema_update().
 *
 * @param      period  n [bars], 1 <= x <= 10000.
 * @param      x       Values, oldest first [x].
 * @param      count   Length of both arrays [bars], x >= 0.
 * @param[out] values  EMA [x], NaN while warming up; may be x; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_batch(int32_t period, const double *x,
                                                        int32_t count, double *values);

#endif
