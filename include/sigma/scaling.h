/* SPDX-License-Identifier: MIT */
/** @file
 * A size as a product of what speaks for it: the published scaling.
 *
 *     fraction = base x appetite x weight x confidence x K x V x N x W                      (1)
 *     K = min(kelly_share f*, kelly_most), f* of (1) in sigma/kelly.h, 0 without an edge    (2)
 *     V = max(volatility_least, 1 - volatility_slope x daily volatility)                    (3)
 *     N = volume / its own average, held in volume_least to volume_most                     (4)
 *     W = (win_base + win_rise (w - win_pivot) / win_span), times good_factor above good_profit,
 *         times poor_factor below poor_profit, held in win_least to win_most; w the win rate, the
 *         profits the profit factor                                                         (5)
 *
 * and 0 below confidence_min. The fraction is that of the mode SCALING of sigma/sizing.h, which
 * turns it into lots below every cap; base is the share of the equity that all strategies together
 * may lose where everything speaks for it. Strategies share it by what their trades prove:
 *
 *     weight_i = max(m_i n_i / (n_i + m0), 0) / (sum of these)                              (6)
 *
 * with the mean m of R over n trades, shrunk as in sigma/kelly.h; 0 for all where none has an edge.
 *
 * Sources: the description of Scaling for (1) to (5) and the appetites LOW 0.5, MEDIUM 1 and HIGH
 * 1.5; (6) is ours, it names no formula. Here alone confidence multiplies a size.
 */
#ifndef SIGMA_SCALING_H
#define SIGMA_SCALING_H

#include "sigma/base.h"

/** How much each counts. Start from sigma_scaling_preset(). Fields: volume_least <= volume_most,
 * win_least <= win_most. */
typedef struct sigma_scaling_params {
    double appetite;         /**< For risk [1], 0.01 <= x <= 10, LOW 0.5, MEDIUM 1, HIGH 1.5. */
    double confidence_min;   /**< Least confidence [1], 0 <= x <= 1, default 0.6. */
    double kelly_share;      /**< Of f* [1], 0.001 <= x <= 1, default 0.5. */
    double kelly_most;       /**< Most of (2) [1], 0.001 <= x <= 1, default 0.25. */
    double volatility_slope; /**< Of (3) [1], 0 <= x <= 1000, default 10. */
    double volatility_least; /**< Least of (3) [1], 0 <= x <= 1, default 0.5. */
    double volume_least;     /**< Least of (4) [1], 0 <= x <= 10, default 0.5. */
    double volume_most;      /**< Most of (4) [1], 0 <= x <= 10, default 1.5. */
    double win_base;         /**< Of (5) at the pivot [1], 0 <= x <= 10, default 0.6. */
    double win_rise;         /**< Of (5) over a span [1], 0 <= x <= 10, default 0.4. */
    double win_pivot;        /**< Win rate that has the base [1], 0 <= x <= 1, default 0.3. */
    double win_span;         /**< Win rates of a rise [1], 0.01 <= x <= 1, default 0.6. */
    double good_profit;      /**< Profit factor that is good [1], 0 <= x <= 1000, default 1.5. */
    double good_factor;      /**< Above it [1], 0 <= x <= 10, default 1.2. */
    double poor_profit;      /**< Profit factor that is poor [1], 0 <= x <= 1000, default 0.8. */
    double poor_factor;      /**< Below it [1], 0 <= x <= 10, default 0.8. */
    double win_least;        /**< Least of (5) [1], 0 <= x <= 10, default 0.3. */
    double win_most;         /**< Most of (5) [1], 0 <= x <= 10, default 1.5. */
} sigma_scaling_params;

SIGMA_LAYOUT(sigma_scaling_params, 144);

/** What speaks for a trade. */
typedef struct sigma_scaling_sample {
    double base;          /**< Share of the equity to lose at most [1], 0 <= x <= 1. */
    double weight;        /**< The strategy's, 1 for the only one [1], 0 <= x <= 1. */
    double confidence;    /**< Of the signal [1], 0 <= x <= 1. */
    double win_rate;      /**< Of the closed trades [1], 0 <= x <= 1. */
    double payoff;        /**< Their mean win over mean loss [1], 1e-6 <= x <= 1e6. */
    double profit_factor; /**< Sum of their wins over that of their losses [1],
                               0 <= x <= 1e15. */
    double volatility;    /**< Of the market, a day [1], 0 <= x <= 1e6. */
    double volume;        /**< Over its own average [1], 0 <= x <= 1e15. */
} sigma_scaling_sample;

SIGMA_LAYOUT(sigma_scaling_sample, 64);

/** The fraction, and what it is the product of. */
typedef struct sigma_scaling_result {
    double fraction;   /**< By (1) [1], 0 <= x <= 1e6. */
    double confidence; /**< As given, 0 below the least [1], 0 <= x <= 1. */
    double kelly;      /**< By (2) [1], 0 <= x <= 1. */
    double volatility; /**< By (3) [1], 0 <= x <= 1. */
    double volume;     /**< By (4) [1], 0 <= x <= 10. */
    double win_rate;   /**< By (5) [1], 0 <= x <= 10. */
} sigma_scaling_result;

SIGMA_LAYOUT(sigma_scaling_result, 48);

/**
 * Sets every parameter to what was published for an appetite.
 *
 * @param      appetite  SIGMA_APPETITE_LOW, MEDIUM or HIGH.
 * @param[out] params    The parameters; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_scaling_preset(int32_t appetite,
                                                             sigma_scaling_params *params);

/**
 * The fraction, by (1) to (5).
 *
 * @param      params  How much each counts.
 * @param      sample  What speaks for the trade.
 * @param[out] result  The fraction; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_scaling_evaluate(const sigma_scaling_params *params,
                                                               const sigma_scaling_sample *sample,
                                                               sigma_scaling_result *result);

/**
 * How strategies share a base, by (6).
 *
 * @param      mean    Means of R [R], -1e6 <= x <= 1e6.
 * @param      trades  Closed trades behind each [trades], 0 <= x <= 1e9.
 * @param      count   Number of strategies, x >= 0.
 * @param      prior   m0, trades that the doubt is worth [trades], 0 <= x <= 1e6.
 * @param[out] weight  Shares that sum to 1, or all 0 [1]. May be one of the inputs; untouched on
 *                     error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for columns that overlap otherwise.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_scaling_weights(const double *mean,
                                                              const double *trades, int32_t count,
                                                              double prior, double *weight);

#endif
