/* SPDX-License-Identifier: MIT */
/** @file
 * Which way six groups of indicators lean, as one number, with what each of them adds.
 *
 * Each term lies in -1 to 1, above 0 for a rise. With the features of a market, h the histogram of
 * the MACD over (histogram x ATR), v = 2 %b - 1 the place in the Bollinger bands held to -1 to 1:
 *
 *     momentum    = -(tanh((RSI - 50) / 25) + tanh((K - 50) / 25) + tanh(CCI / 100)) / 3        (1)
 *     trend       = (tanh h +- 0.8 with EMA 1 > 2 > 3 or its mirror) / 2 x min(ADX / 50, 1)     (2)
 *     reversion   = ((-+0.8 with Z beyond +-2, else -tanh(Z / 2)) + (-+0.6 with v beyond +-0.8))
 *                   / 2                                                                        (3)
 *     band        = -0.7 v                                                                     (4)
 *     volume      = (tanh(1.5 (MFI - 50) / 50) + tanh(100 (close / VWAP - 1))) / 2             (5)
 *     probability = 2 up - 1                                                                   (6)
 *
 * and the score is their weighted mean times a factor for the volatility s:
 *
 *     score = sum w x / sum w x (1 - 0.5 clip((s - low) / span, 0, 1))
 *             x (extreme_factor where s > extreme, else 1)                                     (7)
 *
 * It speaks for a long above the threshold and for a short below its negative; the confidence is
 * |score|. (1), (3) and (4) bet against what the market just did, (2), (5) and (6) on it: that is
 * how it was published, and no edge is claimed.
 *
 * Changed from the published program: h is a share of the ATR there 10 dollars of a bitcoin; the
 * CCI had the opposite sign to the RSI; a level of volatility, which has no direction, was added to
 * (4). low, span and extreme are 0.2, 0.4 and 0.9 of the volatility of a year; the other preset has
 * them in multiples of the symbol's own volatility (sigma/regime.h), which suits any market.
 *
 * The VWAP of (5) is that of all bars since the market began: after a long history it lies far
 * off, and its tanh is stuck at 1 or -1. Begin a market anew, or give (5) no weight, and none for
 * symbols without volume, of which the VWAP is but the last typical price.
 *
 * Source: RivalismeUniverse/AI_Trading_Sigma-V.01, signal generator V1.
 */
#ifndef SIGMA_SCORE_H
#define SIGMA_SCORE_H

#include "sigma/market.h"

/** Weights and bounds. Start from sigma_score_defaults(). Some weight must be above 0. */
typedef struct sigma_score_params {
    double weight[6];      /**< By SIGMA_TERM_...: of the term [1], 0 <= x <= 1, default 0.25, 0.2,
                                0.2, 0.15, 0.1, 0.1. */
    double histogram;      /**< Histogram of the MACD that counts as large [ATR],
                                0.0001 <= x <= 1000, default 0.1. */
    double low;            /**< Volatility that costs nothing, in the unit of the caller [1],
                                0 <= x <= 1e6, default 0.2. */
    double span;           /**< Beyond it, until half is left [1], 0.0001 <= x <= 1e6, default
                                0.4. */
    double extreme;        /**< Extreme volatility [1], 0 <= x <= 1e6, default 0.9. */
    double extreme_factor; /**< What is left there [1], 0 <= x <= 1, default 0.3. */
    double threshold;      /**< Score beyond which it speaks [1], 0 <= x <= 1, default 0.2. */
} sigma_score_params;

SIGMA_LAYOUT(sigma_score_params, 96);

/** The score and what it is made of. */
typedef struct sigma_score_result {
    double term[6];    /**< By SIGMA_TERM_...: (1) to (6) [1], -1 <= x <= 1. */
    double share[6];   /**< By SIGMA_TERM_...: of the raw score, w x / sum w [1], -1 <= x <= 1. */
    double raw;        /**< Sum of the shares [1], -1 <= x <= 1. */
    double factor;     /**< Of the volatility (7) [1], 0 <= x <= 1. */
    double score;      /**< raw x factor [1], -1 <= x <= 1. */
    double confidence; /**< |score| [1], 0 <= x <= 1. */
    int32_t side;      /**< SIGMA_SIDE_...; UNKNOWN means stand aside. */
    int32_t reserved;  /**< 0. */
} sigma_score_result;

SIGMA_LAYOUT(sigma_score_result, 136);

/**
 * Fills weights and bounds.
 *
 * @param      relative  0 as published, for the volatility of a year; 1 for multiples of the
 *                       symbol's own: 1, 1 and 2.5.
 * @param[out] params    The parameters; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_score_defaults(int32_t relative,
                                                             sigma_score_params *params);

/**
 * Scores the last closed bar by (1) to (7).
 *
 * @param      params      Weights and bounds.
 * @param      features    What to look at.
 * @param      volatility  In the unit of the bounds: that of the features, or that of
 *                         sigma_regime_result [1], 0 <= x <= 1e12.
 * @param[out] result      The score; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while a feature of (1) to (6) lacks a value, SIGMA_E_NULL or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_score_evaluate(const sigma_score_params *params,
                                                             const sigma_features *features,
                                                             double volatility,
                                                             sigma_score_result *result);

#endif
