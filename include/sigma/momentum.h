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
 * Stochastic oscillator. Where the close stands between the lowest low and the highest high of the
 * last n bars, and its averages over the last values, each summed along one fixed tree:
 *
 *     raw = 100 (C - L_n) / (H_n - L_n);   K = mean of raw;   D = mean of K                 (3)
 *
 * A range of nothing, H_n = L_n, has 50. Each value depends on the bars of its windows alone: raw
 * on n, K on n + slowing - 1, D on n + slowing + signal - 2. A slowing of 1 is the fast stochastic,
 * of which K is raw itself.
 *
 * Sources: (1), (2) Wilder, New Concepts in Technical Trading Systems (1978) ch. 6; (3) Lane,
 * Lane's stochastics, Technical Analysis of Stocks & Commodities 2 (1984).
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

/** A running stochastic oscillator. Set it up with sigma_stochastic_init(); copy it to look ahead.
 * The columns hold the same bars, oldest first. */
typedef struct sigma_stochastic {
    double high[512]; /**< Highest prices [price], 0 <= x <= 1e15. */
    double low[512];  /**< Lowest prices [price], 0 <= x <= 1e15. */
    double raw[512];  /**< Raw values, 0 where there was none yet [1], 0 <= x <= 100. */
    double slow[512]; /**< Values of K, 0 where there was none yet [1], 0 <= x <= 100. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 256. */
    int32_t slowing;  /**< Raw values in a K [bars], 1 <= x <= 256. */
    int32_t signal;   /**< Values of K in a D [bars], 1 <= x <= 256. */
    int32_t count;    /**< Bars seen, stops where D begins [bars], 0 <= x <= 766. */
    int32_t end;      /**< Bars held [bars], 0 <= x <= 511. */
} sigma_stochastic;

SIGMA_LAYOUT(sigma_stochastic, 16408);

/** Where a price stands in its range. */
typedef struct sigma_stochastic_result {
    double raw; /**< Without smoothing [1], 0 <= x <= 100. */
    double k;   /**< %K, the mean of the last raw values [1], 0 <= x <= 100. */
    double d;   /**< %D, the mean of the last %K [1], 0 <= x <= 100. */
} sigma_stochastic_result;

SIGMA_LAYOUT(sigma_stochastic_result, 24);

/**
 * Starts a stochastic oscillator.
 *
 * @param[out] stochastic  The state; all zero on error.
 * @param      period      n [bars], 1 <= x <= 256; 14 is usual.
 * @param      slowing     Raw values in a K [bars], 1 <= x <= 256; 3 is usual.
 * @param      signal      Values of K in a D [bars], 1 <= x <= 256; 3 is usual.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stochastic_init(sigma_stochastic *stochastic,
                                                              int32_t period, int32_t slowing,
                                                              int32_t signal);

/**
 * Adds one closed bar.
 *
 * @param[in,out] stochastic  The state; unchanged on error.
 * @param         high        Highest price [price], low <= x <= 1e15.
 * @param         low         Lowest price [price], 1e-15 <= x <= high.
 * @param         close       Last price [price], low <= x <= high.
 * @param[out]    result      All three; while warming up those that have begun, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period + slowing + signal - 3 bars, SIGMA_E_NULL,
 *         SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stochastic_update(sigma_stochastic *stochastic,
                                                                double high, double low,
                                                                double close,
                                                                sigma_stochastic_result *result);

/**
 * Reads the values again.
 *
 * @param      stochastic  The state.
 * @param[out] result      All three; while warming up those that have begun, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stochastic_read(const sigma_stochastic *stochastic,
                                                              sigma_stochastic_result *result);

/**
 * Raw value, K and D of each of count bars: the same bits as count calls of
 * sigma_stochastic_update().
 *
 * @param      period   n [bars], 1 <= x <= 256.
 * @param      slowing  Raw values in a K [bars], 1 <= x <= 256.
 * @param      signal   Values of K in a D [bars], 1 <= x <= 256.
 * @param      high     Highest prices, oldest first [price].
 * @param      low      Lowest prices [price].
 * @param      close    Last prices [price].
 * @param      count    Length of all six arrays [bars], x >= 0.
 * @param[out] raw      Raw values [1], NaN while warming up; may be one of the inputs.
 * @param[out] k        K [1], NaN while warming up; may be one of the inputs.
 * @param[out] d        D [1], NaN while warming up; may be one of the inputs, but then each window
 *                      is looked through by itself, which takes longer.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stochastic_batch(int32_t period, int32_t slowing,
                                                               int32_t signal, const double *high,
                                                               const double *low,
                                                               const double *close, int32_t count,
                                                               double *raw, double *k, double *d);

#endif
