/* SPDX-License-Identifier: MIT */
/** @file
 * Where the stop and the target stand.
 *
 * Where the caller gives none,
 *
 *     stop distance   = max(atr_multiple ATR, broker's least distance, one tick)            (1)
 *     target distance = reward_risk x stop distance                                         (2)
 *
 * Both are brought to the tick toward safety: a long's stop down, its target down; a short's both
 * up. So the distance that sizes the trade is never less than the one that will be lost, and the
 * profit never more than the one that can be gained. A stop of the caller's that stands closer than
 * the broker allows, or than a tick, is refused, not moved; an ATR of 0 places none. The least
 * reward is compared with reward_risk itself where (2) placed the target: rounding does not count.
 *
 * Source: (1), (2) the defaults are those published for SIGMA, 1.5 ATR and 2.5 to 1.
 */
#ifndef SIGMA_STOPS_H
#define SIGMA_STOPS_H

#include "sigma/symbol.h"

/** How far. Start from sigma_stops_defaults(). */
typedef struct sigma_stops_params {
    double atr_multiple;    /**< Stop distance [ATR], 0.1 <= x <= 100, default 1.5. */
    double reward_risk;     /**< Target over stop distance [1], 0.1 <= x <= 100, default 2.5. */
    double reward_risk_min; /**< Least that is accepted [1], 0 <= x <= 100, default 1.5. */
} sigma_stops_params;

SIGMA_LAYOUT(sigma_stops_params, 24);

/** One trade to be. */
typedef struct sigma_stops_sample {
    double entry;     /**< Expected price of the entry [price], 1e-15 <= x <= 1e15. */
    double atr;       /**< Average true range [price], 0 <= x <= 1e15. */
    double stop;      /**< The caller's own stop, if given [price], 0 <= x <= 1e15. */
    double target;    /**< The caller's own target, if given [price], 0 <= x <= 1e15. */
    uint64_t given;   /**< Set of SIGMA_GIVEN_STOP and SIGMA_GIVEN_TARGET; others are ignored. */
    int32_t side;     /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t reserved; /**< 0. */
} sigma_stops_sample;

SIGMA_LAYOUT(sigma_stops_sample, 48);

/** The levels, and which checks they passed. */
typedef struct sigma_stops_result {
    double stop;        /**< Stop on the tick [price], 0 <= x <= 1e15, 0 if there is none. */
    double target;      /**< Target on the tick [price], 0 <= x <= 1e15, 0 if there is none. */
    double distance;    /**< From entry to stop [price], 0 <= x <= 1e15. */
    double reward_risk; /**< From entry to target, over distance [1], 0 <= x <= 1e30. */
    uint64_t passed;    /**< Set of SIGMA_REASON_... that hold: STOP, STOP_LEVEL, TARGET, REWARD. */
    uint64_t refused;   /**< Set of SIGMA_REASON_... that do not, or that cannot be judged. */
} sigma_stops_result;

SIGMA_LAYOUT(sigma_stops_result, 48);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stops_defaults(sigma_stops_params *params);

/**
 * Places stop and target.
 *
 * @param      params  How far.
 * @param      symbol  Facts of the symbol.
 * @param      sample  The trade.
 * @param[out] result  Levels and checks; all zero on error. The levels are good only where refused
 *                     is empty.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_stops_evaluate(const sigma_stops_params *params,
                                                             const sigma_symbol *symbol,
                                                             const sigma_stops_sample *sample,
                                                             sigma_stops_result *result);

#endif
