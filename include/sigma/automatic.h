/* SPDX-License-Identifier: MIT */
/** @file
 * Everything about a trade without a setting: margin, leverage, stop, targets and size from the
 * account, the market and what the closed trades say.
 *
 *     risk = risk_share x balance x min(1, free / (free_share x balance)) x utilisation factor,
 *            free = equity - margin in use, u = margin in use / equity;
 *            the factor is 1 up to u = used_fair, falls in a line to 0 at 1                 (1)
 *     leverage = 10 for a win rate above 0.6 with a profit factor above 1.5, else 7 above 0.5 with
 *            1.3, else 3 below 0.4 or below a profit factor of 1, else 5; 3 without history (2)
 *            x 0.7 where the daily volatility is above 5 %
 *            x (0.75 + 0.25 (trend strength + confidence)), 1 where both are a half         (3)
 *            between 1 and the least of leverage_max, policy_leverage and the symbol's own
 *     from kelly_trades trades on, risk at most kelly_share x f* x equity, f* of (1) in
 *            sigma/kelly.h: a bound that never enlarges                                     (4)
 *     confidence = mean of four, each from 0 to 1:                                          (5)
 *            sample     min(n / 100, 1)
 *            leverage   1 - leverage / policy_leverage
 *            market     mean of 1 - min(daily volatility / 0.1, 1), trend strength, liquidity
 *            portfolio  mean of 1 - min(u, 1) and 1 - min(drawdown / 0.2, 1)
 *
 * Conservative: the ATR's multiple x 1.2, leverage x 0.6. Stop and targets are those of the scheme
 * MATHEMATICIAN of sigma/stops.h; lots, margin, expected profit and the most that can be lost those
 * of the mode AUTOMATIC of sigma/sizing.h, which adds every cap. So the expected profit adds up:
 *
 *     expected profit = lots (p gain - (1 - p) loss - costs), p the win rate                (6)
 *
 * and is 0 where there is no history. Leverage is that of the margin alone, and changes no size but
 * where the margin binds. What is not given counts as documented at the input, and is flagged.
 *
 * Corrected: the published 422.55 expected of a margin of 300 at leverage 3 with a target of 1.6 %
 * is impossible: 14.40 is the most it can gain, and at 55 % with half the distance to the stop (6)
 * is 4.68 before costs. Kelly there multiplied the size by 1 + 0.5 k; here it bounds it. Its 5x of
 * the system and 20x of the policy are leverage_max and policy_leverage.
 *
 * Sources: the description of Mathematician for (1), (2) and (4); the fall of the utilisation
 * factor, (3) and the parts of (5) are ours, it gives no formula for them.
 */
#ifndef SIGMA_AUTOMATIC_H
#define SIGMA_AUTOMATIC_H

#include "sigma/sizing.h"
#include "sigma/stops.h"

/** The few numbers behind it. Start from sigma_automatic_defaults(). */
typedef struct sigma_automatic_params {
    sigma_stops_params stops;   /**< Of the scheme MATHEMATICIAN. */
    sigma_sizing_params sizing; /**< Of the mode AUTOMATIC. */
    double risk_share;          /**< Of the balance [1], 1e-6 <= x <= 0.2, default 0.02. */
    double free_share;          /**< Free margin that is enough, of the balance [1],
                                     0.01 <= x <= 1, default 0.3. */
    double used_fair;           /**< Margin in use that is, of the equity [1], 0 <= x <= 0.99,
                                     default 0.7. */
    double kelly_share;         /**< Of f* in (4) [1], 0.001 <= x <= 1, default 0.5. */
    double leverage_max;        /**< Of the system [1], 1 <= x <= 1000, default 5. */
    double policy_leverage;     /**< Of the policy [1], 1 <= x <= 1000, default 20. */
    double leverage_none;       /**< Without history [1], 1 <= x <= 1000, default 3. */
    int32_t kelly_trades;       /**< Trades from which Kelly bounds [trades], x >= 1, default 20. */
    int32_t conservative;       /**< 1 for the wider stop and the lower leverage [1],
                                     0 <= x <= 1, default 0. */
} sigma_automatic_params;

SIGMA_LAYOUT(sigma_automatic_params, 480);

/** What is known. Members that need to be given, and are not, count as stated. */
typedef struct sigma_automatic_sample {
    double equity;        /**< Balance and open profit [account], 1e-6 <= x <= 1e15. */
    double balance;       /**< Closed balance [account], 1e-6 <= x <= 1e15. */
    double peak;          /**< Highest closed balance [account], 1e-6 <= x <= 1e18. */
    double margin;        /**< Margin in use [account], 0 <= x <= 1e15. */
    double heat;          /**< Risk of the open positions [account], 0 <= x <= 1e17. */
    double entry;         /**< Expected price of the entry [price], 1e-15 <= x <= 1e15. */
    double atr;           /**< Average true range [price], 0 <= x <= 1e15. */
    double strength;      /**< Strength of the trend, 0.5 if not given [1], 0 <= x <= 1. */
    double confidence;    /**< Of the signal, 0.5 if not given [1], 0 <= x <= 1. */
    double volatility;    /**< Of the market, a day; the ATR over the entry if not given [1],
                               0 <= x <= 1e6. */
    double liquidity;     /**< Of the market, 0.5 if not given [1], 0 <= x <= 1. */
    double win_rate;      /**< Of the closed trades [1], 0 <= x <= 1. */
    double payoff;        /**< Their mean win over mean loss [1], 0 <= x <= 1e6. */
    double profit_factor; /**< Sum of their wins over that of their losses [1],
                               0 <= x <= 1e15. */
    double win_mean;      /**< Their mean win [R], 0 <= x <= 1e6. */
    double mean;          /**< Their mean [R], -1e6 <= x <= 1e6. */
    uint64_t given;       /**< Set of SIGMA_INPUT_... */
    int32_t trades;       /**< Closed trades, 0 without history [trades], x >= 0. */
    int32_t side;         /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
} sigma_automatic_sample;

SIGMA_LAYOUT(sigma_automatic_sample, 144);

/** The trade. */
typedef struct sigma_automatic_result {
    sigma_stops_result stops;   /**< Stop, target, partial target. */
    sigma_sizing_result sizing; /**< Lots, margin, risk, expected profit, and the waterfall; zero
                                     where there is no stop. */
    double leverage;            /**< By (2) and (3) [1], 1 <= x <= 1000. */
    double risk;                /**< By (1) and (4), what sizing starts from [account],
                                     0 <= x <= 1e15. */
    double utilisation;         /**< u [1], 0 <= x <= 1e30. */
    double kelly;               /**< kelly_share x f* where it bounds, else 0 [1],
                                     0 <= x <= 1. */
    double confidence;          /**< By (5) [1], 0 <= x <= 1. */
    double by_sample;           /**< Its first part [1], 0 <= x <= 1. */
    double by_leverage;         /**< Its second [1], 0 <= x <= 1. */
    double by_market;           /**< Its third [1], 0 <= x <= 1. */
    double by_portfolio;        /**< Its fourth [1], 0 <= x <= 1. */
    uint64_t assumed;           /**< Set of SIGMA_INPUT_... that were not given. */
} sigma_automatic_result;

SIGMA_LAYOUT(sigma_automatic_result, 832);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_automatic_defaults(sigma_automatic_params *params);

/**
 * The trade, by (1) to (6).
 *
 * @param      params  The few numbers behind it.
 * @param      symbol  Facts of the symbol.
 * @param      sample  What is known.
 * @param[out] result  The trade; all zero on error. There is none where stops or sizing refuse.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for another scheme or mode.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status
sigma_automatic_evaluate(const sigma_automatic_params *params, const sigma_symbol *symbol,
                         const sigma_automatic_sample *sample, sigma_automatic_result *result);

#endif
