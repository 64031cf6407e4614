/* SPDX-License-Identifier: MIT */
/** @file
 * How fast a price moves, and where it stands in its recent range.
 *
 * Relative strength index. The change of a value from the one before is a gain G = max(x - x', 0)
 * or a loss L = max(x' - x, 0); with their averages over n changes
 *
 *     A_n = mean of the first n;   A <- A + (x - A) / n                                     (1)
 *     RSI = 100 A(G) / (A(G) + A(L))                                                        (2)
 *
 * The first value comes with bar n + 1, which makes the n-th change. A flat market, where both
 * averages are 0, has 50. Averages below 1e-300 become 0. After m more bars the seed's share of (1)
 * is (1 - 1/n)^m: 6.9 n bars leave a thousandth, 23 n bars 1e-10.
 *
 * Source: (1), (2) Wilder, New Concepts in Technical Trading Systems (1978) ch. 6.
 */
#ifndef SIGMA_MOMENTUM_H
#define SIGMA_MOMENTUM_H

#include "sigma/base.h"

/** A running RSI. Set it up with sigma_rsi_init(); copy it to look ahead. */
typedef struct sigma_rsi {
    double gain;      /**< Mean gain; sum while warming up [x], 0 <= x <= 1e20. */
    double loss;      /**< Mean loss; sum while warming up [x], 0 <= x <= 1e20. */
    double last;      /**< Last value, 0 before the first [x], -1e15 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 10000. */
    int32_t count;    /**< Values seen, stops at n + 1 [bars], 0 <= x <= 10001. */
    int32_t reserved; /**< 0. */
} sigma_rsi;

SIGMA_LAYOUT(sigma_rsi, 40);

/**
 * Starts an RSI over period changes.
 *
 * @param[out] rsi     The RSI; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000; Wilder used 14.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rsi_init(sigma_rsi *rsi, int32_t period);

/**
 * Adds one value, most often a close.
 *
 * @param[in,out] rsi    The RSI; unchanged on error.
 * @param         x      The value [x], -1e15 <= x <= 1e15.
 * @param[out]    value  RSI [1], 0 <= x <= 100; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period values, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rsi_update(sigma_rsi *rsi, double x, double *value);

/**
 * Reads the RSI again.
 *
 * @param      rsi    The RSI.
 * @param[out] value  RSI [1], 0 <= x <= 100; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rsi_read(const sigma_rsi *rsi, double *value);

/**
 * RSI of each of count values: the same bits as count calls of sigma_rsi_update().
 *
 * @param      period  n [bars], 1 <= x <= 10000.
 * @param      x       Values, oldest first [x], -1e15 <= x <= 1e15.
 * @param      count   Length of both arrays [bars], x >= 0.
 * @param[out] values  RSI [1], NaN while warming up; may be x; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rsi_batch(int32_t period, const double *x,
                                                        int32_t count, double *values);

#endif
