/* SPDX-License-Identifier: MIT */
/** @file
 * The rules of a proprietary trading firm: how much may still be lost, what is missing to pass, and
 * whether a trade can break a loss rule.
 *
 * A loss rule sets a floor that the equity (closed and open) must not reach, or not pass below:
 *
 *     floor of the day = base - D; base taken at the daily reset                             (1)
 *     floor in all     = min(mark - A, lock); the mark is the start, or the highest of some  (2)
 *
 * D and A are money, or a share of the start, or of the base or mark itself. The day ends at a
 * local hour, with that place's daylight-saving time. On each update the marks rise with the
 * highest equity before the lowest is compared with the floors, so bars are judged on the safe
 * side.
 *
 * A proposed trade states what it can lose (risk) and gain (reward) at most, as do those that are
 * open, both from their entry and with costs. With W and T the sums of risks and rewards, B the
 * closed balance, I = B - W the lowest equity that can come, the trade is approved if
 *
 *     I > floor of the day, I > floor in all                                                 (3)
 *     W < D, and W + T < D where the base holds open profit: the next day's floor            (4)
 *     W < A, and W + T < A where the mark holds open profit, or I > lock: the floor to come  (5)
 *
 * (4) holds because the next base is at most what is closed by then and, at most, T: what is open
 * then can still lose W. I never falls by a close, so what was approved stays inside, whatever
 * closes in which order and on which day, as long as no open trade loses more than it stated, or
 * has open profit of more than it stated. The minimum of days, the consistency rule and the target
 * are reported, not guarded.
 *
 * Figures have to be complete: every update gives the extremes of equity since the last. One that
 * stands exactly at a reset makes its base exact; else the highest that it can have been is taken,
 * so a closed profit after a missed reset counts as if closed before it.
 *
 * The chance to pass at a risk r a trade, of results with mean mu and standard deviation s in R, is
 * that of a diffusion between target and floor, A and B away, within the trades that are left: (2)
 * and (4) of sigma/forecast.h with a = A / r and b = B / r. While the mark trails the equity at the
 * distance d, with theta = 2 mu / s^2, it is
 *
 *     P(up to the mark) x exp(-h theta / (exp(theta d / r) - 1)) x P(from the lock on)       (6)
 *
 * where h, in R, is what the mark still rises until the target or its lock; exp(-h r / d) without
 * drift. A limit of time multiplies (6) by what it does to the chance between fixed barriers.
 * Trades are taken to end the day before its loss limit, as the guard sees to. The best risk is the
 * best of twelve equal steps up to the largest that leaves room for a loss more than a day has
 * trades, and for five losses in all. With an edge and no limit of time that is the smallest;
 * without an edge there is none worth taking, though the formula would name the largest.
 *
 * Against exact lattices with a daily limit (6) without trail is off by 2.1 points at most, 0.7 in
 * the mean, up to 1.5 % a trade; with a trail, trades of up to 1 % that are looked at when they
 * close pass up to 13.5 points more often than (6) says, and 1 point less at worst. Source:
 * Lehoczky, Journal of Applied Probability 14 (1977), for the trail.
 *
 * Firms change their rules, and their pages contradict each other: every preset is dated in
 * lib/prop_firms.c, with its source and how far it can be trusted, and every field can be set.
 * Check with your own contract. Source of (1), (2): the rule pages in tests/unit/vectors/README.md.
 */
#ifndef SIGMA_PROP_H
#define SIGMA_PROP_H

#include "sigma/forecast.h"
#include "sigma/schedule.h"

/** The rules of one account. Start from sigma_prop_defaults(). */
typedef struct sigma_prop_params {
    double start;       /**< Balance that it begins with [account], 1 <= x <= 1e12. */
    double daily_loss;  /**< D, 0 for none; money, or a share up to 1 [1], 0 <= x <= 1e12. */
    double total_loss;  /**< A, 0 for none; money, or a share up to 1 [1], 0 <= x <= 1e12. */
    double lock;        /**< Highest floor in all, 0 for none [account], 0 <= x <= 1e12. */
    double target;      /**< Profit that passes, 0 for none [account], 0 <= x <= 1e12. */
    double consistency; /**< Most of the profit that the best day may have made, 0 for no rule [1],
                             0 <= x <= 1. */
    double lot_cap;     /**< Most lots open at once, 0 for no rule [lots], 0 <= x <= 1e12. */
    double fee;         /**< Price of an attempt [account], 0 <= x <= 1e12. */
    int32_t daily_unit; /**< SIGMA_SHARE_..., not UNKNOWN: what daily_loss is a share of. */
    int32_t daily_base; /**< SIGMA_BASE_..., not UNKNOWN; CLOSE is no base of a day. */
    int32_t total_unit; /**< SIGMA_SHARE_..., not UNKNOWN: what total_loss is a share of. */
    int32_t total_base; /**< SIGMA_BASE_..., not UNKNOWN: the mark, of START, BALANCE, CLOSE or
                             EQUITY. */
    int32_t breach;     /**< SIGMA_BREACH_..., not UNKNOWN. */
    int32_t profit;     /**< SIGMA_PROFIT_..., not UNKNOWN: what consistency is a share of. */
    int32_t daily_soft; /**< 1 if the daily loss locks the day only [1], 0 <= x <= 1. */
    int32_t strict;     /**< 1 if the best day must stay below its share [1], 0 <= x <= 1. */
    int32_t lowers;     /**< 1 if a withdrawal lowers the marks [1], 0 <= x <= 1. */
    int32_t days_min;   /**< Fewest days with a trade [days], 0 <= x <= 10000. */
    int32_t days_max;   /**< Most calendar days, 0 for no limit [days], 0 <= x <= 10000. */
    int32_t zone;       /**< SIGMA_ZONE_..., not UNKNOWN: clock of the reset. */
    int32_t reset;      /**< Local time of the reset [s], 0 <= x <= 86399. */
    int32_t reserved;   /**< 0. */
} sigma_prop_params;

SIGMA_LAYOUT(sigma_prop_params, 120);

/** The account's state. Set it up with sigma_prop_init(). */
typedef struct sigma_prop {
    sigma_prop_params params; /**< The rules. */
    int64_t time;             /**< Instant of the last update [ns]. */
    int64_t day_end;          /**< Next reset [ns], -9.2e18 <= x <= 9.2e18. */
    double balance;           /**< Closed balance [account], -1e15 <= x <= 1e15. */
    double equity;            /**< With open profit [account], -1e15 <= x <= 1e15. */
    double base;              /**< Base of the day's floor [account], -1e15 <= x <= 1e15. */
    double mark;              /**< Mark of the floor in all [account], -1e15 <= x <= 1e15. */
    double day_balance;       /**< Balance at the start of the day [account], -1e15 <= x <= 1e15. */
    double best_day;          /**< Best finished day [account], 0 <= x <= 1e15. */
    double net;               /**< Sum of finished days [account], -1e15 <= x <= 1e15. */
    double green;             /**< Sum of those that gained [account], 0 <= x <= 1e15. */
    double withdrawn;         /**< Sum of withdrawals [account], 0 <= x <= 1e15. */
    uint64_t broken;          /**< Set of SIGMA_RULE_... that were broken. */
    int32_t tag;              /**< Set by init. */
    int32_t phase;            /**< SIGMA_PHASE_..., not UNKNOWN. */
    int32_t days;             /**< Days with a trade [days], 0 <= x <= 1000000. */
    int32_t age;              /**< Days begun [days], 1 <= x <= 1000000. */
    int32_t traded;           /**< 1 once the day has a trade [1], 0 <= x <= 1. */
    int32_t reserved;         /**< 0. */
} sigma_prop;

SIGMA_LAYOUT(sigma_prop, 240);

/** The broker's figures. */
typedef struct sigma_prop_sample {
    int64_t time;     /**< Now [ns]. */
    double balance;   /**< Closed balance [account], -1e14 <= x <= 1e14. */
    double equity;    /**< With open profit [account], -1e14 <= x <= 1e14. */
    double high;      /**< Highest equity since the last update [account], -1e14 <= x <= 1e14. */
    double low;       /**< Lowest equity since the last update [account], -1e14 <= x <= 1e14. */
    int32_t trades;   /**< Trades opened since then [trades], x >= 0. */
    int32_t reserved; /**< 0. */
} sigma_prop_sample;

SIGMA_LAYOUT(sigma_prop_sample, 48);

/** What is left, and how the account stands. */
typedef struct sigma_prop_result {
    double daily_floor; /**< Floor of the day, 0 without one [account], -1e16 <= x <= 1e16. */
    double total_floor; /**< Floor in all, 0 without one [account], -1e16 <= x <= 1e16. */
    double left_today;  /**< Equity above the higher floor, below 0 once it broke [account],
                             -1e16 <= x <= 1e16. */
    double left;        /**< Equity above the floor in all [account], -1e16 <= x <= 1e16. */
    double used_today;  /**< Share of the day's loss that is used [1], 0 <= x <= 1e30. */
    double used;        /**< Share of the loss in all that is used [1], 0 <= x <= 1e30. */
    double profit;      /**< Closed profit, withdrawals included [account], -1e16 <= x <= 1e16. */
    double target;      /**< Profit that passes, raised by the best day [account],
                             0 <= x <= 1e30. */
    double best_day;    /**< Best day so far, this one included [account], 0 <= x <= 1e16. */
    double day_limit;   /**< Most that a day may make by the consistency rule, 0 without [account],
                             0 <= x <= 1e16. */
    double share;       /**< Best day over the profit it counts in, 0 if none [1],
                             0 <= x <= 1e30. */
    uint64_t broken;    /**< Set of SIGMA_RULE_... that were broken. */
    uint64_t missing;   /**< Set of SIGMA_RULE_... that a pass still needs. */
    int64_t day_end;    /**< Next reset [ns], -9.2e18 <= x <= 9.2e18. */
    int32_t phase;      /**< SIGMA_PHASE_... */
    int32_t days;       /**< Days with a trade [days], 0 <= x <= 1000000. */
    int32_t mark;       /**< SIGMA_PART_PROP. */
    int32_t reserved;   /**< 0. */
} sigma_prop_result;

SIGMA_LAYOUT(sigma_prop_result, 128);

/** A trade to be, beside those that are open. All figures count from the entries. */
typedef struct sigma_prop_trade {
    int64_t time;       /**< Now [ns]. */
    double risk;        /**< Most that it can lose, costs included [account], 1e-9 <= x <= 1e12. */
    double reward;      /**< Most open profit that it can show, 0 if not known [account],
                             0 <= x <= 1e12. */
    double open_risk;   /**< Sum of the open trades' [account], 0 <= x <= 1e12. */
    double open_reward; /**< Sum of the open trades' [account], 0 <= x <= 1e12. */
    double lots;        /**< Its size [lots], 0 <= x <= 1e12. */
    double open_lots;   /**< Sum of the open trades' [lots], 0 <= x <= 1e12. */
} sigma_prop_trade;

SIGMA_LAYOUT(sigma_prop_trade, 56);

/** Whether it may be taken. */
typedef struct sigma_prop_verdict {
    double lowest;    /**< Equity if all that is open and it lose all [account],
                           -1e16 <= x <= 1e16. */
    double room;      /**< Risks up to this keep every loss rule, 0 for none [account],
                           0 <= x <= 1e16. */
    uint64_t passed;  /**< Set of SIGMA_RULE_... that hold. */
    uint64_t refused; /**< Set of SIGMA_RULE_... that do not. */
    int32_t verdict;  /**< SIGMA_VERDICT_...: APPROVE where all hold, else DENY. */
    int32_t reserved; /**< 0. */
} sigma_prop_verdict;

SIGMA_LAYOUT(sigma_prop_verdict, 40);

/** What the rules leave for a trade of any size, as a decision reads it. A trade of risk x and
 * reward y keeps the loss rules where x <= risk, x + y <= swing_today, and x + y <= swing or x <=
 * locked. */
typedef struct sigma_prop_grant {
    double left_today;  /**< Equity above the higher floor [account], 0 <= x <= 1e16. */
    double left;        /**< Equity above the floor in all [account], 0 <= x <= 1e16. */
    double share;       /**< Of the day's loss that is left [1], 0 <= x <= 1. */
    double risk;        /**< Room for the risk (3), (4), (5) [account], 0 <= x <= 1e16. */
    double swing_today; /**< Room for risk and reward (4), 1e16 where open profit does not count
                             [account], 0 <= x <= 1e16. */
    double swing;       /**< Room for risk and reward (5), 1e16 where open profit does not count
                             [account], 0 <= x <= 1e16. */
    double locked;      /**< Room for the risk above the lock (5), 0 without [account],
                             0 <= x <= 1e16. */
    double lots;        /**< Lots that may be added, 1e15 without a cap [lots], 0 <= x <= 1e15. */
    uint64_t refused;   /**< Set of SIGMA_RULE_... that no size keeps. */
    int32_t mark;       /**< SIGMA_PART_PROP. */
    int32_t reserved;   /**< 0. */
} sigma_prop_grant;

SIGMA_LAYOUT(sigma_prop_grant, 80);

/** How the strategy trades. */
typedef struct sigma_prop_plan {
    double risk; /**< Risk of a trade, 0 to ask for the best alone [account], 0 <= x <= 1e12. */
    double mean; /**< Mean result of a trade [R], -100 <= x <= 100. */
    double deviation; /**< Its standard deviation [R], 0.001 <= x <= 1000. */
    double per_day;   /**< Trades a day [trades], 0.001 <= x <= 10000. */
    double worth;     /**< What a pass is worth [account], 0 <= x <= 1e12. */
    int32_t days;     /**< Days left, 0 for no limit [days], 0 <= x <= 10000. */
    int32_t reserved; /**< 0. */
} sigma_prop_plan;

SIGMA_LAYOUT(sigma_prop_plan, 48);

/** Chances to pass. */
typedef struct sigma_prop_odds {
    double pass;      /**< At the plan's risk, 0 without one [1], 0 <= x <= 1. */
    double best_risk; /**< Risk of the best chance, 0 if there is no room [account],
                           0 <= x <= 1e16. */
    double best_pass; /**< That chance [1], 0 <= x <= 1. */
    double risk_max;  /**< Largest risk that was looked at [account], 0 <= x <= 1e16. */
    double value;     /**< best_pass x worth, less the fee [account], -1e12 <= x <= 1e12. */
} sigma_prop_odds;

SIGMA_LAYOUT(sigma_prop_odds, 40);

/**
 * Sets the rules to those of a firm, at the size they are published for.
 *
 * @param[out] params  The rules; all zero on error.
 * @param      firm    SIGMA_FIRM_..., not UNKNOWN.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_defaults(sigma_prop_params *params,
                                                            int32_t firm);

/**
 * Starts an account, whose first day ends at the next reset.
 *
 * @param[out] prop    The state; all zero on error.
 * @param      time    Now [ns], -9e18 <= x <= 9e18.
 * @param      params  The rules.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for a base that does not fit its rule.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_init(sigma_prop *prop, int64_t time,
                                                        const sigma_prop_params *params);

/**
 * Takes the broker's figures: ends the days that are over, raises marks, judges the rules.
 *
 * @param[in,out] prop    The state; unchanged on error.
 * @param         sample  The figures; low <= equity <= high, time from -9e18 to 9e18 and not before
 *                        the last update.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_update(sigma_prop *prop,
                                                          const sigma_prop_sample *sample);

/**
 * Takes a withdrawal, which is no loss. The floors stay, or the marks go down with it, by the rule.
 *
 * @param[in,out] prop    The state; unchanged on error.
 * @param         amount  What was paid out [account], 0 <= x <= 1e12.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_withdraw(sigma_prop *prop, double amount);

/**
 * How the account stands.
 *
 * @param      prop    The state.
 * @param[out] result  Floors, money left, progress, and the mark; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_read(const sigma_prop *prop,
                                                        sigma_prop_result *result);

/**
 * Whether a trade can break a loss rule at its worst, (3) to (5).
 *
 * @param      prop     The state.
 * @param      trade    The trade and what is open.
 * @param[out] verdict  Every rule that holds and every one that does not; all zero on error, which
 *                      is no approval.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_check(const sigma_prop *prop,
                                                         const sigma_prop_trade *trade,
                                                         sigma_prop_verdict *verdict);

/**
 * The room that the rules leave for a trade, whatever its size: what is within it passes
 * sigma_prop_check(), unless a rule is refused.
 *
 * @param      prop   The state.
 * @param      trade  What is open, and the time; its own risk, reward and lots are not looked at.
 * @param[out] grant  The room, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_permit(const sigma_prop *prop,
                                                          const sigma_prop_trade *trade,
                                                          sigma_prop_grant *grant);

/**
 * Chances to pass from here, by (6).
 *
 * @param      prop  The state.
 * @param      plan  How the strategy trades.
 * @param[out] odds  Chances; all zero on error, and for an account that failed.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_prop_forecast(const sigma_prop *prop,
                                                            const sigma_prop_plan *plan,
                                                            sigma_prop_odds *odds);

#endif
