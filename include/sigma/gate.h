/* SPDX-License-Identifier: MIT */
/** @file
 * The gate: what every order has to pass just before it is sent.
 *
 * All layers are evaluated, always; the result is the set of those that refuse, not the first. An
 * order that reduces or closes passes whatever else is given, even through a damaged gate.
 *
 * | layer | passes when |
 * |---|---|
 * | SYMBOL | the symbol was allowed by sigma_gate_allow() |
 * | LEVERAGE | exposure <= leverage_max equity |
 * | SIZE | 0 < risk <= risk_max equity |
 * | BALANCE | balance and equity are above 0 |
 * | MARGIN | 0 <= margin <= free_margin |
 * | DAILY_LOSS | equity > (1 - daily_loss) day_balance, now and ever since the day began |
 * | DAILY_PROFIT | equity < (1 + daily_profit) day_balance, now and ever since the day began |
 * | COOLDOWN | the last position in the symbol was closed at least cooldown ago |
 * | POSITIONS | positions < positions_max, or there is one in this symbol |
 * | DUPLICATE | holdings <= duplicates_max |
 * | STOP | the stop is above 0 and on the losing side of the entry |
 * | REWARD | target - entry >= reward_min (entry - stop), for a short mirrored |
 * | SPREAD | 0 <= spread <= spread_max of the stop's distance |
 * | PRICE | the entry is above 0, and its price at most age_max old and not of the future |
 * | ORDER_RATE | fewer than orders_max orders in the last order_window |
 * | SCHEDULE | the caller's schedule permits entries |
 *
 * Each is written so that what is no number, or an infinite one, refuses. REWARD and SPREAD allow a
 * billionth for the rounding of prices. The daily limits hold until the next day once they were
 * reached, also when equity comes back; the day is the caller's, who calls sigma_gate_day() at its
 * schedule's reset. The gate reads no clock: the time of the sample is the present.
 *
 * The published limits are a leverage of 20, a daily loss of 5 % of the day's first balance with
 * open profit, a daily profit of 5 % (off), a reward of 1.5, and 3 positions. The others are ours.
 */
#ifndef SIGMA_GATE_H
#define SIGMA_GATE_H

#include "sigma/base.h"

/** Symbols, and orders, that the gate remembers. */
#define SIGMA_GATE_SPACE 64

/** Limits. Fill them with sigma_gate_defaults() first. */
typedef struct sigma_gate_params {
    double leverage_max;    /**< Exposure over equity [1], 1e-6 <= x <= 1e6, 20. */
    double risk_max;        /**< Risk of a trade over equity [1], 1e-9 <= x <= 1, 0.05. */
    double daily_loss;      /**< Of the day's first balance [1], 1e-9 <= x <= 1, 0.05. */
    double daily_profit;    /**< Of the day's first balance, 0 for no limit [1], 0 <= x <= 1e6,
                                 0. */
    double reward_min;      /**< Reward over risk, 0 to do without a target [1], 0 <= x <= 1e4,
                                 1.5. */
    double spread_max;      /**< Of the stop's distance [1], 1e-6 <= x <= 1e6, 0.2. */
    int64_t age_max;        /**< Of the price [ns], 0 <= x <= 3.1e16, 60 s. */
    int64_t cooldown;       /**< After a position was closed [ns], 0 <= x <= 3.1e16, 300 s. */
    int64_t order_window;   /**< Over which orders count [ns], 1 <= x <= 3.1e16, 60 s. */
    int32_t orders_max;     /**< Orders in that time [orders], 1 <= x <= 64, 10. */
    int32_t positions_max;  /**< Open positions [positions], 1 <= x <= 1000000, 3. */
    int32_t duplicates_max; /**< Positions in the symbol to which one may be added [positions],
                                 0 <= x <= 1000000, 0. */
    int32_t reserved;       /**< 0. */
} sigma_gate_params;

SIGMA_LAYOUT(sigma_gate_params, 88);

/** An order and what it meets. No number needs to be in its range: what is not is refused. */
typedef struct sigma_gate_sample {
    int64_t time;       /**< Now [ns]. */
    int64_t price_time; /**< Instant of the last price [ns]. */
    double entry;       /**< Expected entry [price], 0 <= x <= 1e15. */
    double stop;        /**< Stop [price], 0 <= x <= 1e15. */
    double target;      /**< Target, 0 for none [price], 0 <= x <= 1e15. */
    double spread;      /**< Spread now [price], 0 <= x <= 1e15. */
    double risk;        /**< Loss at the stop [account], 0 <= x <= 1e15. */
    double exposure;    /**< Of all positions with this one [account], 0 <= x <= 1e18. */
    double margin;      /**< That the trade needs [account], 0 <= x <= 1e15. */
    double free_margin; /**< That is left [account], -1e15 <= x <= 1e15. */
    double equity;      /**< Balance and open profit [account], -1e15 <= x <= 1e15. */
    double balance;     /**< Closed balance [account], -1e15 <= x <= 1e15. */
    int32_t symbol;     /**< Id of the symbol, x >= 0. */
    int32_t side;       /**< SIGMA_SIDE_... */
    int32_t intent;     /**< SIGMA_INTENT_..., not UNKNOWN. */
    int32_t positions;  /**< Open positions in all symbols [positions], x >= 0. */
    int32_t holdings;   /**< Open positions in this symbol [positions], x >= 0. */
    int32_t scheduled;  /**< 1 if the schedule permits entries, 0 <= x <= 1. */
} sigma_gate_sample;

SIGMA_LAYOUT(sigma_gate_sample, 120);

/** The gate of one account. Set it up with sigma_gate_init(). */
typedef struct sigma_gate {
    sigma_gate_params params;             /**< Limits. */
    int64_t closed[SIGMA_GATE_SPACE];     /**< When the last position in a symbol closed [ns]. */
    int64_t order_time[SIGMA_GATE_SPACE]; /**< Ring of the last orders' times [ns]. */
    int64_t refused[16];                  /**< By SIGMA_LAYER_...: orders refused [orders],
                                               0 <= x <= 1000000000000000. */
    int64_t checked;                  /**< Orders checked [orders], 0 <= x <= 1000000000000000. */
    int64_t allowed;                  /**< Orders allowed [orders], 0 <= x <= 1000000000000000. */
    int64_t time;                     /**< Instant of the last call [ns]. */
    double day_balance;               /**< First balance of the day [account], 1e-6 <= x <= 1e15. */
    int32_t symbol[SIGMA_GATE_SPACE]; /**< Allowed symbols, the rest 0, x >= 0. */
    int32_t tag;                      /**< Set by init. */
    int32_t symbols;                  /**< Allowed symbols [symbols], 0 <= x <= 64. */
    int32_t orders;                   /**< Orders in the ring [orders], 0 <= x <= 64. */
    int32_t order_next;               /**< Place of the next, 0 <= x <= 63. */
    int32_t day_lost;                 /**< 1 after the daily loss was reached, 0 <= x <= 1. */
    int32_t day_won;                  /**< 1 after the daily profit was reached, 0 <= x <= 1. */
} sigma_gate;

SIGMA_LAYOUT(sigma_gate, 1552);

/** What the gate says. */
typedef struct sigma_gate_result {
    int64_t time;     /**< Instant of the check [ns]. */
    int64_t wait;     /**< Cool-down that is left [ns], 0 <= x <= 3.1e16. */
    double reward;    /**< Reward over risk, 0 if it has none [1], 0 <= x <= 1e9. */
    double leverage;  /**< Exposure over equity, 0 if it has none [1], 0 <= x <= 1e9. */
    double day;       /**< Equity over the day's first balance, less 1 [1], -1e9 <= x <= 1e9. */
    uint64_t passed;  /**< Set of SIGMA_LAYER_... that pass. */
    uint64_t refused; /**< Set of SIGMA_LAYER_... that refuse. */
    int32_t symbol;   /**< Id of the symbol, x >= 0. */
    int32_t allowed;  /**< 1 if the order may go, 0 <= x <= 1. */
    int32_t intent;   /**< SIGMA_INTENT_... */
    int32_t mark;     /**< SIGMA_PART_GATE. */
} sigma_gate_result;

SIGMA_LAYOUT(sigma_gate_result, 72);

/** What the gate leaves for an order of any size and any levels, as a decision reads it. */
typedef struct sigma_gate_grant {
    double notional;  /**< Most notional of the trade, of LEVERAGE [account], 0 <= x <= 1e30. */
    double risk;      /**< Most loss at the stop, of SIZE [account], 0 <= x <= 1e15. */
    double reward;    /**< Least reward over risk, of REWARD [1], 0 <= x <= 1e4. */
    double distance;  /**< Least distance of the stop, of SPREAD [price], 0 <= x <= 1e30. */
    double budget;    /**< What may be lost until DAILY_LOSS refuses [account], 0 <= x <= 1e16. */
    double share;     /**< Of the day's loss that is left [1], 0 <= x <= 1. */
    uint64_t refused; /**< Set of SIGMA_LAYER_... that refuse whatever the size. */
    int32_t symbol;   /**< Id of the symbol, x >= 0. */
    int32_t mark;     /**< SIGMA_PART_GATE. */
} sigma_gate_grant;

SIGMA_LAYOUT(sigma_gate_grant, 64);

/**
 * Fills in the published limits.
 *
 * @param[out] params  The defaults.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_defaults(sigma_gate_params *params);

/**
 * Starts a gate that allows no symbol yet.
 *
 * @param[out] gate     The gate; all zero on error.
 * @param      time     Now [ns].
 * @param      balance  First balance of the day [account], 1e-6 <= x <= 1e15.
 * @param      params   Limits, each in its range.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_init(sigma_gate *gate, int64_t time,
                                                        double balance,
                                                        const sigma_gate_params *params);

/**
 * Allows a symbol; once more changes nothing.
 *
 * @param[in,out] gate    The gate; unchanged on error.
 * @param         symbol  Id of the symbol, x >= 1.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, or SIGMA_E_SPACE for a 65th.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_allow(sigma_gate *gate, int32_t symbol);

/**
 * Begins a day.
 *
 * @param[in,out] gate     The gate; unchanged on error.
 * @param         time     Now [ns], not before the last call.
 * @param         balance  First balance of the day [account], 1e-6 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_day(sigma_gate *gate, int64_t time,
                                                       double balance);

/**
 * Takes the equity, which may reach a daily limit between two orders.
 *
 * @param[in,out] gate    The gate; unchanged on error.
 * @param         time    Now [ns], not before the last call.
 * @param         equity  Balance and open profit [account], -1e15 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_equity(sigma_gate *gate, int64_t time,
                                                          double equity);

/**
 * Notes that an order was sent.
 *
 * @param[in,out] gate  The gate; unchanged on error.
 * @param         time  Now [ns], not before the last call.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_order(sigma_gate *gate, int64_t time);

/**
 * Notes that a position was closed, which starts the cool-down of its symbol.
 *
 * @param[in,out] gate    The gate; unchanged on error.
 * @param         time    Now [ns], not before the last call.
 * @param         symbol  Id of an allowed symbol.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, also for a symbol that is not
 *         allowed, or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_close(sigma_gate *gate, int64_t time,
                                                         int32_t symbol);

/**
 * Checks an order, and counts what it finds; the equity counts for the day's limits. An order that
 * reduces is allowed and not counted.
 *
 * @param[in,out] gate    The gate; unchanged on error.
 * @param         sample  The order and what it meets, not before the last call.
 * @param[out]    result  Layers, numbers and mark; all zero, which allows nothing, on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE for a time or an intent that is
 *         none, or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_check(sigma_gate *gate,
                                                         const sigma_gate_sample *sample,
                                                         sigma_gate_result *result);

/**
 * What the gate leaves for an order to open, whatever its size and levels. Nothing is counted, and
 * no limit of the day is remembered: that is for sigma_gate_check(), before an order is sent.
 *
 * @param      gate    The gate.
 * @param      sample  The order and what it meets, not before the last call; its exposure is that
 *                     of the open positions; intent, side, stop, target, risk and margin are not
 *                     looked at.
 * @param[out] grant   What is left, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_gate_permit(const sigma_gate *gate,
                                                          const sigma_gate_sample *sample,
                                                          sigma_gate_grant *grant);

#endif
