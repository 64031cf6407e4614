/* SPDX-License-Identifier: MIT */
/** @file
 * Where the stop, the target and the partial target stand.
 *
 * Where the caller gives none, by the scheme of SIGMA
 *
 *     stop distance = atr_multiple x ATR x stop_factor[regime]                              (1)
 *     reward / risk = reward_risk x target_factor[regime]                                   (2)
 *
 * and by that of Mathematician, for a trend of strength t and a history of n trades,
 *
 *     stop distance = atr_multiple x ATR x (strong_factor if t > strong_trend,
 *                     weak_factor if t < weak_trend), within distance_min and distance_max
 *                     of the entry                                                          (3)
 *     reward / risk = 2 / win rate, not under reward_risk_min, from trades_min trades on at
 *                     most win_share of the average win, never under reward_least           (4)
 *
 * Then, in both, the stop keeps the distance of the structure (a swing, a level) that the caller
 * gives, the broker's least distance and a tick, whichever is larger; and
 *
 *     target distance  = reward / risk x stop distance
 *     partial distance = partial_share x target distance                                    (5)
 *     breakeven        = (stop + costs) / (stop + target), all in money of one lot          (6)
 *
 * All are brought to the tick toward safety: a long's stop down, its targets down; a short's up. So
 * the distance that sizes the trade is never less than the one that will be lost, and the profit
 * never more than the one that can be gained. A stop of the caller's that stands closer than the
 * broker allows, or than a tick, is refused, not moved; an ATR of 0 places none. The least reward
 * is compared with the ratio of (2) or (4) where that placed the target: rounding does not count.
 *
 * Sources: (1), (2) the scheme published for SIGMA; (3), (4) that of Mathematician, whose average
 * win is taken in multiples of the risk here, not in percent of the price. Its published example
 * (ATR 1.5 %, stop 0.80 %, target 1.60 %) does not follow from its formulas, which give 2.25 % and
 * at a win rate of 0.55 8.18 %. (6) has no source but algebra.
 */
#ifndef SIGMA_STOPS_H
#define SIGMA_STOPS_H

#include "sigma/symbol.h"

/** How far. Start from sigma_stops_defaults(). */
typedef struct sigma_stops_params {
    double atr_multiple;    /**< Stop distance [ATR], 0.1 <= x <= 100, default 1.5. */
    double reward_risk;     /**< Target over stop distance [1], 0.1 <= x <= 100, default 2.5. */
    double reward_risk_min; /**< Least that is accepted [1], 0 <= x <= 100, default 1.5. */
    double partial_share;   /**< Partial target over target distance [1], 0 <= x <= 1, default 0.5;
                                 0 for none. */
    double stop_factor[SIGMA_REGIME_COUNT];   /**< Of (1), one for each regime [1],
                                                   0.01 <= x <= 100; default 1, trends 1.2, range
                                                   0.9, chop 0.8, volatile 1.5. */
    double target_factor[SIGMA_REGIME_COUNT]; /**< Of (2) [1], 0.01 <= x <= 100; default 1, trends
                                                   1.2, range 0.8, chop 0.7. */
    double strong_trend;  /**< Strength above which a trend is strong [1], 0 <= x <= 1, default
                               0.7. */
    double weak_trend;    /**< Strength below which there is none [1], 0 <= x <= 1, default 0.3. */
    double strong_factor; /**< Of (3) in a strong trend [1], 0.01 <= x <= 100, default 0.8. */
    double weak_factor;   /**< Of (3) without a trend [1], 0.01 <= x <= 100, default 1.2. */
    double distance_min;  /**< Least of (3), of the entry [1], 0 <= x <= 1, default 0.005. */
    double distance_max;  /**< Most of (3), of the entry [1], 0 <= x <= 1, default 0.03. */
    double win_rate;      /**< Of (4) where there is no history [1], 0.05 <= x <= 1, default
                               0.55. */
    double win_share;     /**< Most reward over the average win [1], 0.01 <= x <= 10, default
                               0.8. */
    double reward_least;  /**< Least of (4) [1], 0.1 <= x <= 100, default 1.5. */
    int32_t scheme;       /**< SIGMA_SCHEME_..., not UNKNOWN, default SIGMA. */
    int32_t trades_min;   /**< Trades from which the average win counts [trades], x >= 1, default
                               10. */
} sigma_stops_params;

SIGMA_LAYOUT(sigma_stops_params, 208);

/** One trade to be. */
typedef struct sigma_stops_sample {
    double entry;     /**< Expected price of the entry [price], 1e-15 <= x <= 1e15. */
    double atr;       /**< Average true range [price], 0 <= x <= 1e15. */
    double stop;      /**< The caller's own stop, if given [price], 0 <= x <= 1e15. */
    double target;    /**< The caller's own target, if given [price], 0 <= x <= 1e15. */
    double structure; /**< Level that the stop has to keep behind, if given; no matter on the
                           winning side [price], 0 <= x <= 1e15. */
    double strength;  /**< Strength of the trend, for Mathematician [1], 0 <= x <= 1. */
    double win_rate;  /**< Win rate of the history, for Mathematician [1], 0 <= x <= 1. */
    double win_mean;  /**< Its average win [R], 0 <= x <= 1e6. */
    uint64_t given;   /**< Set of SIGMA_GIVEN_STOP, _TARGET and _STRUCTURE; others are ignored. */
    int32_t trades;   /**< Trades in the history [trades], x >= 0. */
    int32_t regime;   /**< SIGMA_REGIME_..., for SIGMA. */
    int32_t side;     /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t reserved; /**< 0. */
} sigma_stops_sample;

SIGMA_LAYOUT(sigma_stops_sample, 88);

/** The levels, and which checks they passed. */
typedef struct sigma_stops_result {
    double stop;        /**< Stop on the tick [price], 0 <= x <= 1e15, 0 if there is none. */
    double target;      /**< Target on the tick [price], 0 <= x <= 1e15, 0 if there is none. */
    double partial;     /**< Partial target on the tick [price], 0 <= x <= 1e15, 0 if there is
                             none. */
    double distance;    /**< From entry to stop [price], 0 <= x <= 1e15. */
    double reward_risk; /**< From entry to target, over distance [1], 0 <= x <= 1e30. */
    double breakeven;   /**< Win rate from which the trade gains, by (6), above 1 if never [1],
                             0 <= x <= 1e30. */
    double stop_factor; /**< What multiplied the ATR and its multiple; 0 for the caller's own stop
                             [1], 0 <= x <= 100. */
    uint64_t passed;    /**< Set of SIGMA_REASON_... that hold: STOP, STOP_LEVEL, TARGET, REWARD. */
    uint64_t refused;   /**< Set of SIGMA_REASON_... that do not, or that cannot be judged. */
    int32_t origin;     /**< SIGMA_ORIGIN_...: what placed the stop. */
    int32_t reserved;   /**< 0. */
} sigma_stops_result;

SIGMA_LAYOUT(sigma_stops_result, 80);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stops_defaults(sigma_stops_params *params);

/**
 * Places stop and targets.
 *
 * @param      params  How far.
 * @param      symbol  Facts of the symbol.
 * @param      sample  The trade.
 * @param[out] result  Levels and checks; all zero on error. The levels are good only where refused
 *                     is empty.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for distance_min above distance_max.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stops_evaluate(const sigma_stops_params *params,
                                                             const sigma_symbol *symbol,
                                                             const sigma_stops_sample *sample,
                                                             sigma_stops_result *result);

/**
 * Where a volatility, or any number, stands in its history: the share of the history below it, and
 * half of the share that equals it.
 *
 * @param      history     Past values, none of them NaN.
 * @param      count       Number of values, 1 <= x <= 1e9.
 * @param      value       The number, not NaN.
 * @param[out] percentile  From 0 to 1 [1]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stops_percentile(const double *history, int32_t count,
                                                               double value, double *percentile);

#endif
