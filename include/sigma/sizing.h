/* SPDX-License-Identifier: MIT */
/** @file
 * How many lots.
 *
 *     money at risk = stake x fraction x factors, then limited                              (1)
 *     loss per lot  = (what a lot loses from entry to stop) x basis + the costs of its round
 *                     trip, both by sigma/symbol.h                                          (2)
 *     lots          = money at risk / loss per lot, then capped, then floored to the step   (3)
 *
 * Below the smallest lot the size is zero, never raised to it. Leverage sets the margin and nothing
 * else. The result is a waterfall: the money at risk after each factor, the lots after each cap, in
 * the order of SIGMA_FACTOR_... and SIGMA_CAP_..., so that the user sees where the size went; and a
 * zero has its reason among refused.
 *
 * The stake is the equity; for SCEPTICAL the capital, the smaller of balance and equity, as in (9)
 * of sigma/kelly.h, since floating profit does not keep the balance above its floor.
 *
 * The fraction, by SIGMA_MODE_..., for Kelly K, n trades of mean R m and standard error e:
 *
 *     SCEPTICAL   kelly_share x K x cushion, cushion = 1 - floor x peak / capital           (4)
 *     CONFIDENT   kelly_share x K, of a lower confidence bound
 *     DRAWDOWN    K, of the largest fraction that keeps a drawdown improbable
 *     PUBLISHED   kelly_share x K x min(n / trades_established, 1); below trades_explored
 *                 exploration, or exploration_confident where confidence > confidence_high
 *     FRACTION    risk_fraction
 *     MONEY       risk_money / equity
 *     VOLATILITY  such that notional / equity = volatility_target / volatility
 *     AUTOMATIC, SCALING  the sample's own fraction
 *     CALLER      risk_max, below which the lots that are asked for bind; 0 without such
 *
 * In the first three, below trades_explored trades the fraction is at least exploration, and only
 * that where K or m is not above zero; none at all from 10 trades on where m < -e. The factors of
 * an exploration count for at most 1 together, also of PUBLISHED: nothing enlarges it. From
 * trades_explored trades on there is no size without an edge: in all modes but CALLER where m <= 0,
 * in the four Kelly modes also where K <= 0. Then, in this order,
 *
 *     factors     their product, which FACTOR_PRODUCT holds at most product_max             (5)
 *     MAXIMUM     at most stake x risk_max
 *     FLOOR       at most (capital - floor x peak) / gap_loss - heat                        (6)
 *
 * so that, with every open position closed at gap_loss times its risk below its entry, the balance
 * stays at or above floor x peak, the peak being the highest closed balance; for a floor of 0,
 * above nothing. SCEPTICAL gives the money of (9) there, which tests compare. Floating profit that
 * is given back is not covered.
 *
 * The basis is 1; for TAIL max(1, tail_multiple (1 + (1 - confidence)^2)), for CVAR, from
 * trades_tail trades on, max(1, tail). With p the probability of the target, gain and loss the
 * money from entry to target and to stop,
 *
 *     expected return = p gain / loss - (1 - p), a unit of risk, before costs               (7)
 *     expected profit = lots (p gain - (1 - p) loss - costs)                                (8)
 *
 * and from trades_explored trades on an expected profit of zero or below is refused.
 *
 * Where notional bounds the exposure: stocks, and crypto without leverage. Elsewhere the notional
 * of a trade is bound by a multiple of equity.
 *
 * Sources: (1) to (3) Tharp, Trade Your Way to Financial Freedom (1998) ch. 12, with costs added;
 * (4) Grossman and Zhou, Optimal investment strategies for controlling drawdowns (Mathematical
 * Finance 3, 1993), on a Kelly fraction shrunk toward no edge; (6) is what makes it hold where
 * prices gap. PUBLISHED is SIGMA's; TAIL and the cap CONCENTRATION are Elite's. Its own (75 %, stop
 * 0.00100) gives 0.00159 by TAIL, where it printed 0.00150; at p = 0.75 and 3 to 1, (7) gives 2.00,
 * where it printed 1.75. SIGMA's program multiplied the size by the leverage, and Elite raised it
 * to the smallest lot: here neither is done.
 */
#ifndef SIGMA_SIZING_H
#define SIGMA_SIZING_H

#include "sigma/symbol.h"

/** How much. Start from sigma_sizing_preset(). */
typedef struct sigma_sizing_params {
    double risk_max;              /**< Most of the equity to lose at the stop [1], 1e-6 <= x <= 0.2,
                                       default 0.02. */
    double risk_fraction;         /**< Of FRACTION [1], 1e-6 <= x <= 0.2, default 0.01. */
    double risk_money;            /**< Of MONEY [account], 1e-6 <= x <= 1e15, default 100. */
    double kelly_share;           /**< Share of Kelly [1], 0.001 <= x <= 1, default 0.5, PUBLISHED
                                       0.25. */
    double exploration;           /**< Risk while there are few trades [1], 0 <= x <= 0.05, default
                                       0.005. */
    double exploration_confident; /**< The same of PUBLISHED, with confidence [1], 0 <= x <= 0.05,
                                       default 0.0075. */
    double confidence_high;       /**< Confidence that it takes [1], 0 <= x <= 1, default 0.7. */
    double floor;                 /**< Balance that must stay, of the peak; 0 that gaps leave
                                       something [1], 0 <= x <= 0.99, default 0.8. */
    double gap_loss;              /**< Worst loss to reckon with [R], 1 <= x <= 100, default 5. */
    double product_max;       /**< Most of the factors' product [1], 0.1 <= x <= 10, default 1.5. */
    double volatility_target; /**< Of VOLATILITY, a year [1], 1e-6 <= x <= 10, default 0.16. */
    double tail_multiple;     /**< Of TAIL [1], 1 <= x <= 100, default 1.5. */
    double heat_max;          /**< Most open risk over equity, this trade included [1],
                                   1e-6 <= x <= 1, default 0.06. */
    double notional_max;      /**< Most notional over equity, for stocks and unlevered crypto [1],
                                   1e-6 <= x <= 100, default 0.1. */
    double leverage_max;     /**< Most notional over equity, for all others [1], 1e-6 <= x <= 10000,
                                  default 20. */
    double margin_max;       /**< Most share of the free margin that one trade may take, entry fees
                                  included [1], 1e-6 <= x <= 1, default 0.5. */
    double margin_level_min; /**< Least equity over margin in use; below it nothing is opened [1],
                                  0 <= x <= 100, default 1.5. */
    double margin_least;     /**< Least margin of a trade, 0 for none [account], 0 <= x <= 1e15. */
    double margin_most;      /**< Most margin of a trade, 0 for none [account], 0 <= x <= 1e15. */
    double concentration_max;   /**< Most of the day's risk budget for one trade [1],
                                     1e-6 <= x <= 1, default 0.3. */
    double room_day_max;        /**< Most of what the firm's rules leave today [1], 1e-6 <= x <= 1,
                                     default 0.2. */
    double room_total_max;      /**< Most of what they leave in all [1], 1e-6 <= x <= 1, default
                                     0.1. */
    double participation_max;   /**< Most of the day's volume [1], 1e-9 <= x <= 1, default 0.001. */
    int32_t mode;               /**< SIGMA_MODE_..., not UNKNOWN, default SCEPTICAL. */
    int32_t basis;              /**< SIGMA_BASIS_..., not UNKNOWN, default STOP. */
    int32_t trades_explored;    /**< Trades from which an edge is needed [trades], x >= 1, default
                                     30. */
    int32_t trades_established; /**< Trades that establish it [trades], x >= 1, default 100. */
    int32_t trades_tail;        /**< Trades from which CVAR has a tail [trades], x >= 1, default
                                     100. */
    int32_t reserved;           /**< 0. */
} sigma_sizing_params;

SIGMA_LAYOUT(sigma_sizing_params, 208);

/** One trade to be, and the account it is for. */
typedef struct sigma_sizing_sample {
    double equity;      /**< Balance and open profit [account], 1e-6 <= x <= 1e15. */
    double balance;     /**< Closed balance [account], 1e-6 <= x <= 1e15. */
    double peak;        /**< Highest closed balance since the start or the rebase [account],
                             1e-6 <= x <= 1e18. */
    double margin;      /**< Margin in use [account], 0 <= x <= 1e15. */
    double heat;        /**< Risk of the open positions, from their entries, costs included
                             [account], 0 <= x <= 1e17. */
    double entry;       /**< Expected price of the entry [price], 1e-15 <= x <= 1e15. */
    double stop;        /**< Stop [price], 1e-15 <= x <= 1e15, not the entry. */
    double target;      /**< Target, 0 for none [price], 0 <= x <= 1e15. */
    double lots;        /**< The size that the caller asks for, if given [lots], 0 <= x <= 1e12. */
    double kelly;       /**< Kelly fraction of the mode's kind, of 1R [1], 0 <= x <= 1e6. */
    double mean;        /**< Mean of the history [R], -1e6 <= x <= 1e6. */
    double error;       /**< Standard error of the mean [R], 0 <= x <= 1e6. */
    double tail;        /**< Mean of its worst losses [R], 0 <= x <= 1e6. */
    double fraction;    /**< Of AUTOMATIC and SCALING [1], 0 <= x <= 1e6. */
    double confidence;  /**< Confidence of the signal, 0 if not known [1], 0 <= x <= 1. */
    double probability; /**< Of reaching the target before the stop, if given [1], 0 <= x <= 1. */
    double volatility;  /**< Of VOLATILITY, a year; 0 if not known, which is no trade [1],
                             0 <= x <= 1e6. */
    double budget;      /**< The day's risk budget, if given [account], 0 <= x <= 1e15. */
    double room_day;    /**< What the firm's rules leave today, if given [account],
                             0 <= x <= 1e15. */
    double room_total;  /**< What they leave in all, if given [account], 0 <= x <= 1e15. */
    double volume;      /**< The day's volume, if given [lots], 0 <= x <= 1e15. */
    double portfolio;   /**< Risk that the portfolio's limits leave, if given [account],
                             0 <= x <= 1e18. */
    double exposure;    /**< Lots that the limits on its exposure leave, if given [lots],
                             0 <= x <= 1e30. */
    double rules;       /**< Risk that the firm's rules allow at the worst, if given [account],
                             0 <= x <= 1e18. */
    double rules_lots;  /**< Lots that they leave, if given [lots], 0 <= x <= 1e15. */
    double size;        /**< The most loss that the gate lets pass, if given [account],
                             0 <= x <= 1e15. */
    double leverage;    /**< The most notional that it lets pass, if given [account],
                             0 <= x <= 1e30. */
    double factor[SIGMA_FACTOR_COUNT]; /**< Those that are given, from REGIME to CALLER [1],
                                            0 <= x <= 10. */
    uint64_t factors; /**< Set of SIGMA_FACTOR_... that are given; all others are 1. */
    uint64_t given;   /**< Set of SIGMA_GIVEN_...; those without a number here are ignored. */
    int32_t trades;   /**< Trades in the history [trades], x >= 0. */
    int32_t reserved; /**< 0. */
} sigma_sizing_sample;

SIGMA_LAYOUT(sigma_sizing_sample, 360);

/** The size, and each step that led to it; the arrays by SIGMA_FACTOR_... or SIGMA_CAP_... */
typedef struct sigma_sizing_result {
    double factor[SIGMA_FACTOR_COUNT];     /**< Fraction, then multipliers [1], 0 <= x <= 1e150. */
    double risk_after[SIGMA_FACTOR_COUNT]; /**< Money at risk [account], 0 <= x <= 1e150. */
    double cap[SIGMA_CAP_COUNT];           /**< Most lots each allows [lots], 0 <= x <= 1e120. */
    double lots_after[SIGMA_CAP_COUNT];    /**< Lots after each cap [lots], 0 <= x <= 1e120. */
    double loss_per_lot;                   /**< By (2) [account], 0 <= x <= 1e60. */
    double cost_per_lot;                   /**< The costs in it [account], 0 <= x <= 1e60. */
    double basis;           /**< What multiplied the loss in it [1], 0 <= x <= 1e6. */
    double drawdown;        /**< 1 - capital / peak, 0 at the peak [1], 0 <= x <= 1. */
    double lots;            /**< The size [lots], 0 <= x <= 1e12. */
    double risk;            /**< Loss by (2) of these lots [account], 0 <= x <= 1e15. */
    double notional;        /**< Worth at the entry [account], 0 <= x <= 1e60. */
    double margin;          /**< Margin that it takes [account], 0 <= x <= 1e60. */
    double gain;            /**< Most that it can gain, at the target after costs; 0 without one
                                 [account], -1e60 <= x <= 1e60. */
    double expected_return; /**< By (7), 0 where not known [1], -1 <= x <= 1e120. */
    double expected_profit; /**< By (8), 0 where not known [account], -1e60 <= x <= 1e60. */
    double balance_min;     /**< Least balance and equity at which the smallest lot would fit, all
                                 else being equal; 0 if none is enough [account],
                                 0 <= x <= 1e15. */
    uint64_t asked;         /**< Set of SIGMA_CAP_... that were asked. */
    uint64_t passed;        /**< Set of SIGMA_REASON_... that hold: EDGE, EXPECTATION, FLOOR,
                                 MARGIN_LEVEL, MINIMUM_LOT. */
    uint64_t refused;       /**< Set of SIGMA_REASON_... that do not; not empty where lots are 0. */
    int32_t binding;  /**< The last SIGMA_CAP_... before STEP that made it smaller; RISK if none. */
    int32_t reserved; /**< 0. */
} sigma_sizing_result;

SIGMA_LAYOUT(sigma_sizing_result, 672);

/**
 * Sets every parameter to its default: the mode SCEPTICAL.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sizing_defaults(sigma_sizing_params *params);

/**
 * Sets every parameter to what is usual, or was published, for a mode.
 *
 * @param      mode    SIGMA_MODE_...
 * @param[out] params  The parameters; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sizing_preset(int32_t mode,
                                                            sigma_sizing_params *params);

/**
 * Sizes a trade by (1) to (8).
 *
 * @param      params  How much.
 * @param      symbol  Facts of the symbol.
 * @param      sample  The trade.
 * @param[out] result  The waterfall; all zero on error. Its lots are zero where refused is not
 *                     empty.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sizing_evaluate(const sigma_sizing_params *params,
                                                              const sigma_symbol *symbol,
                                                              const sigma_sizing_sample *sample,
                                                              sigma_sizing_result *result);

/**
 * Sizes many trades of one account, each as sigma_sizing_evaluate() would with its entry, stop and
 * Kelly fraction in the sample.
 *
 * @param      params  How much.
 * @param      symbol  Facts of the symbol.
 * @param      sample  What the trades share.
 * @param      entry   Prices of the entries [price].
 * @param      stop    Stops [price].
 * @param      kelly   Kelly fractions [1].
 * @param      count   Number of trades, x >= 0.
 * @param[out] lots    Sizes [lots]. May be one of the inputs.
 * @param[out] risk    Losses by (2) [account]. May be another of the inputs.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE where one of the trades would give it or columns
 *         overlap; then nothing is written.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sizing_batch(const sigma_sizing_params *params,
                                                           const sigma_symbol *symbol,
                                                           const sigma_sizing_sample *sample,
                                                           const double *entry, const double *stop,
                                                           const double *kelly, int32_t count,
                                                           double *lots, double *risk);

#endif
