/* SPDX-License-Identifier: MIT */
/** @file
 * What the moment makes of a size: the factors on the money at risk, each by its own formula.
 *
 *     REGIME           as advised by sigma_advice_evaluate() of sigma/regime.h                (1)
 *     VOLATILITY       penalty[k], k the thresholds at or below the volatility                (2)
 *     PERFORMANCE      win_least + win_slope (w - win_pivot), held in win_least to win_most, w the
 *                      win rate of the last trades; 1 while there are fewer than win_trades   (3)
 *     DIVERSIFICATION  1 - correlation_weight rho, held in correlation_least to 1, rho the mean
 *                      correlation with the open positions, signed by their sides             (4)
 *     VOTES            1 for APPROVE, votes_part for REDUCE, 0 for DENY                       (5)
 *     LIQUIDITY        liquidity_factor below liquidity_min, else 1                           (6)
 *     MARGIN           low_factor below low_level, else fair_factor below fair_level, else 1, of
 *                      the equity over the margin in use                                      (7)
 *     THROTTLE         the smaller of the breaker's and the monitor's scale: they do not
 *                      multiply                                                               (8)
 *     BUDGET           score / score_full held in score_least to 1, times the share of today's
 *                      loss limit that is left                                                (9)
 *     CALLER           as given
 *
 * A factor that is not given, or that the parameters do not ask for, is 1. Their product is held by
 * sigma/sizing.h, which also knows the cushion that drawdown leaves, and where none may enlarge.
 *
 * Only (1), (3) and CALLER can be above 1. Corrected: SIGMA applies the volatility's penalty once
 * more inside its factor of a volatile regime; here REGIME has the regime and (2) the volatility.
 * Its thresholds, 0.3, 0.5, 0.7 and 0.9 of a year, were read from five-minute bars of a coin,
 * annualised with 252 days, and are kept for that; by default the volatility is in multiples of the
 * symbol's own slow one, and the thresholds are ours: the market's usual 1 has no penalty, 1.45 and
 * 2.5 are where sigma/regime.h calls it volatile and refuses it.
 *
 * Sources: RivalismeUniverse/AI_Trading_Sigma-V.01 for (1) and (2); the description of Elite for
 * (3), (4), (6), (7) and (9), which prints 0.82 for a correlation of 0.35 where (4) gives 0.825;
 * that of Hybrid for (5). The score's scale is ours.
 */
#ifndef SIGMA_FACTORS_H
#define SIGMA_FACTORS_H

#include "sigma/base.h"

/** Thresholds and what follows from them. Start from sigma_factors_defaults(). Fields: volatility
 * rises, win_least <= win_most. */
typedef struct sigma_factors_params {
    double volatility[4];      /**< Thresholds of (2) [of the sample], 0 <= x <= 1e6, default 1.2,
                                    1.45, 1.8, 2.5. */
    double penalty[5];         /**< Factors below, between and above them [1], 0 <= x <= 1, default
                                    1, 0.85, 0.65, 0.45, 0.3. */
    double win_pivot;          /**< Win rate that has win_least [1], 0 <= x <= 1, default 0.4. */
    double win_slope;          /**< How much a higher one adds [1], 0 <= x <= 100, default 3. */
    double win_least;          /**< Least of (3) [1], 0 <= x <= 10, default 0.7. */
    double win_most;           /**< Most of (3) [1], 0 <= x <= 10, default 1.3. */
    double correlation_weight; /**< Of rho in (4) [1], 0 <= x <= 10, default 0.5. */
    double correlation_least;  /**< Least of (4) [1], 0 <= x <= 1, default 0.5. */
    double votes_part;         /**< Of (5) without consensus [1], 0 <= x <= 1, default 0.5. */
    double liquidity_min;      /**< Liquidity that suffices [1], 0 <= x <= 1, default 0.5. */
    double liquidity_factor;   /**< Below it [1], 0 <= x <= 1, default 0.8. */
    double low_level;          /**< Margin level that is low [1], 0 <= x <= 1000, default 2. */
    double low_factor;         /**< Below it [1], 0 <= x <= 1, default 0.3. */
    double fair_level;         /**< Margin level that is enough [1], 0 <= x <= 1000, default 3. */
    double fair_factor;        /**< Below it [1], 0 <= x <= 1, default 0.7. */
    double score_full;         /**< Score that has 1 [1], 1 <= x <= 100, default 50. */
    double score_least;        /**< Least share of a score [1], 0 <= x <= 1, default 0.5. */
    uint64_t asked;            /**< Set of SIGMA_FACTOR_... that count, default all from REGIME to
                                    CALLER; others are ignored. */
    int32_t win_trades;        /**< Trades that make a win rate [trades], 1 <= x <= 10, default
                                    10. */
    int32_t reserved;          /**< 0. */
} sigma_factors_params;

SIGMA_LAYOUT(sigma_factors_params, 208);

/** What is known of the moment. Members that given does not name are ignored. */
typedef struct sigma_factors_sample {
    double regime;       /**< Factor that is advised for it [1], 0 <= x <= 10. */
    double volatility;   /**< Over the symbol's own slow one, or as the thresholds are [1],
                              0 <= x <= 1e30. */
    double win_rate;     /**< w, of the last trades [1], 0 <= x <= 1. */
    double correlation;  /**< rho [1], -1 <= x <= 1. */
    double liquidity;    /**< From none to all that could be wanted [1], 0 <= x <= 1. */
    double margin_level; /**< Equity over margin in use [1], 0 <= x <= 1e30. */
    double breaker;      /**< Scale of sigma_breaker_read(), 1 without one [1], 0 <= x <= 1. */
    double monitor;      /**< Scale of sigma_monitor_read(), 1 without one [1], 0 <= x <= 1. */
    double score;        /**< External score of the market, 100 without one [1],
                              0 <= x <= 100. */
    double budget;       /**< Share of today's loss limit that is left, 1 without one [1],
                              0 <= x <= 1. */
    double caller;       /**< The caller's own [1], 0 <= x <= 10. */
    uint64_t given;      /**< Set of SIGMA_FACTOR_... whose members are given; those that are not
                              from REGIME to CALLER are ignored. */
    int32_t votes;       /**< What the voters say: SIGMA_VERDICT_... */
    int32_t trades;      /**< Trades behind win_rate [trades], 0 <= x <= 10. */
} sigma_factors_sample;

SIGMA_LAYOUT(sigma_factors_sample, 104);

/** The factors, as sigma_sizing_sample takes them. */
typedef struct sigma_factors_result {
    double factor[SIGMA_FACTOR_COUNT]; /**< By SIGMA_FACTOR_..., 1 where not given [1],
                                            0 <= x <= 10. */
    double product;                    /**< Of all of them [1], 0 <= x <= 1e4. */
    uint64_t factors;                  /**< Set of SIGMA_FACTOR_... that are given and asked for. */
} sigma_factors_result;

SIGMA_LAYOUT(sigma_factors_result, 136);

/**
 * Fills the parameters.
 *
 * @param      annual  0 for volatilities over the symbol's own, 1 for the published thresholds of a
 *                     year, 0.3, 0.5, 0.7 and 0.9.
 * @param[out] params  The parameters; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_factors_defaults(int32_t annual,
                                                               sigma_factors_params *params);

/**
 * The factors of a moment, by (1) to (9).
 *
 * @param      params  Thresholds.
 * @param      sample  The moment.
 * @param[out] result  The factors; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_factors_evaluate(const sigma_factors_params *params,
                                                               const sigma_factors_sample *sample,
                                                               sigma_factors_result *result);

#endif
