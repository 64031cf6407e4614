/* SPDX-License-Identifier: MIT */
/** @file
 * Whether and where a price trends.
 *
 * Directional movement. With up = high - previous high and down = previous low - low, a bar moves
 * +DM = up if up > down and up > 0, else 0, and -DM = down if down > up and down > 0, else 0. Sums
 * of the true range and of both start as the plain sum of the n bars after the first, and follow
 * S <- S - S / n + x; here they are kept as averages, S / n, which gives the same ratios.
 *
 *     +DI = 100 +DM / TR;   -DI = 100 -DM / TR                                              (1)
 *     DX  = 100 |+DI - -DI| / (+DI + -DI)                                                   (2)
 *     ADX_n = mean of the first n DX;   ADX <- ADX + (DX - ADX) / n                         (3)
 *
 * A flat market has DI and DX 0. (1) and (2) begin with bar n + 1, (3) with bar 2n.
 *
 * Source: Wilder, New Concepts in Technical Trading Systems (1978) ch. 4. TA-Lib and its kin start
 * from n - 1 bars and smooth once more; after 7 n bars the two agree to a thousandth.
 */
#ifndef SIGMA_TREND_H
#define SIGMA_TREND_H

#include "sigma/base.h"

/** Directional movement, running. Set it up with sigma_adx_init(); copy it to look ahead. */
typedef struct sigma_adx {
    double range;     /**< Mean true range; their sum for n bars [price], 0 <= x <= 1e19. */
    double plus;      /**< Mean +DM; their sum for n bars [price], 0 <= x <= 1e19. */
    double minus;     /**< Mean -DM; their sum for n bars [price], 0 <= x <= 1e19. */
    double value;     /**< ADX; sum of DX for n bars [1], 0 <= x <= 1e6. */
    double high;      /**< Last high, 0 before the first bar [price], 0 <= x <= 1e15. */
    double low;       /**< Last low, 0 before the first bar [price], 0 <= x <= 1e15. */
    double close;     /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 10000. */
    int32_t count;    /**< Bars seen, stops at 2n [bars], 0 <= x <= 20000. */
    int32_t reserved; /**< 0. */
} sigma_adx;

SIGMA_LAYOUT(sigma_adx, 72);

/** Direction and strength of a trend. */
typedef struct sigma_adx_result {
    double adx;      /**< Strength, whatever the direction [1], 0 <= x <= 100. */
    double plus_di;  /**< Upward movement [1], 0 <= x <= 100. */
    double minus_di; /**< Downward movement [1], 0 <= x <= 100. */
} sigma_adx_result;

SIGMA_LAYOUT(sigma_adx_result, 24);

/**
 * Starts directional movement over period bars.
 *
 * @param[out] adx     The state; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000; Wilder used 14.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_init(sigma_adx *adx, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] adx     The state; unchanged on error.
 * @param         high    Highest price [price], low <= x <= 1e15.
 * @param         low     Lowest price [price], 1e-15 <= x <= high.
 * @param         close   Last price [price], low <= x <= high.
 * @param[out]    result  ADX and both DI; while warming up the DI from bar n + 1 on, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP for the first 2 period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_update(sigma_adx *adx, double high, double low,
                                                         double close, sigma_adx_result *result);

/**
 * Reads the values again.
 *
 * @param      adx     The state.
 * @param[out] result  ADX and both DI; while warming up the DI from bar n + 1 on, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_read(const sigma_adx *adx,
                                                       sigma_adx_result *result);

/**
 * ADX and both DI of each of count bars: the same bits as count calls of sigma_adx_update().
 *
 * @param      period    n [bars], 1 <= x <= 10000.
 * @param      high      Highest prices, oldest first [price].
 * @param      low       Lowest prices [price].
 * @param      close     Last prices [price].
 * @param      count     Length of all arrays [bars], x >= 0.
 * @param[out] adx       ADX [1], NaN while warming up; may be one of the inputs.
 * @param[out] plus_di   +DI [1], NaN for the first n bars; may be one of the inputs.
 * @param[out] minus_di  -DI [1], NaN for the first n bars; may be one of the inputs.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_batch(int32_t period, const double *high,
                                                        const double *low, const double *close,
                                                        int32_t count, double *adx, double *plus_di,
                                                        double *minus_di);

#endif
