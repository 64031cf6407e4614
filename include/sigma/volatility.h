/* SPDX-License-Identifier: MIT */
/** @file
 * How far a price travels.
 *
 * Average true range. The true range of a bar is the greatest of high - low, |high - previous
 * close| and |low - previous close|; the first bar has no previous close and counts high - low.
 *
 *     ATR_n = mean of the first n true ranges;   ATR <- ATR + (TR - ATR) / n                (1)
 *
 * After m more bars the seed's share of (1) is (1 - 1/n)^m: 6.9 n bars leave a thousandth. Values
 * below 1e-300 become 0.
 *
 * Source: (1) Wilder, New Concepts in Technical Trading Systems (1978) ch. 3.
 */
#ifndef SIGMA_VOLATILITY_H
#define SIGMA_VOLATILITY_H

#include "sigma/base.h"

/** A running average true range. Set it up with sigma_atr_init(); copy it to look ahead. */
typedef struct sigma_atr {
    double value;     /**< ATR; sum of the true ranges while warming up [price], 0 <= x <= 1e19. */
    double close;     /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 10000. */
    int32_t count;    /**< Bars seen, stops at n [bars], 0 <= x <= period. */
    int32_t reserved; /**< 0. */
} sigma_atr;

SIGMA_LAYOUT(sigma_atr, 32);

/**
 * Starts an average over period bars.
 *
 * @param[out] atr     The average; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000; Wilder used 14.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_init(sigma_atr *atr, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] atr    The average; unchanged on error.
 * @param         high   Highest price [price], low <= x <= 1e15.
 * @param         low    Lowest price [price], 1e-15 <= x <= high.
 * @param         close  Last price [price], low <= x <= high.
 * @param[out]    value  ATR [price], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_update(sigma_atr *atr, double high, double low,
                                                         double close, double *value);

/**
 * Reads the average again.
 *
 * @param      atr    The average.
 * @param[out] value  ATR [price], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_read(const sigma_atr *atr, double *value);

/**
 * ATR of each of count bars: the same bits as count calls of sigma_atr_update().
 *
 * @param      period  n [bars], 1 <= x <= 10000.
 * @param      high    Highest prices, oldest first [price].
 * @param      low     Lowest prices [price].
 * @param      close   Last prices [price].
 * @param      count   Length of all four arrays [bars], x >= 0.
 * @param[out] values  ATR [price], NaN while warming up; may be one of the inputs; untouched on
 *                     error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_batch(int32_t period, const double *high,
                                                        const double *low, const double *close,
                                                        int32_t count, double *values);

#endif
