/* SPDX-License-Identifier: MIT */
/** @file
 * The decision: may I take this trade, how large, with which stop and target, and why; if not, why
 * not.
 *
 * A pure function of policy, context and proposal. Every check is made that can be made, not only
 * up to the first that fails: passed and refused together are the checks that were asked. An order
 * that opens is granted only if refused is empty. An order that reduces or closes is granted
 * whatever the guards say, and capped at the position, so that it can never flip it, and at 1e12
 * lots. Without the market part nothing tells how old the account is.
 *
 * The Kelly fraction is the edge's own of the sizing's mode: sceptical, at its lower bound, limited
 * by drawdown, or for PUBLISHED that of two outcomes, by win rate and payoff.
 *
 * | step | asks | reason | makes it smaller |
 * |---|---|---|---|
 * | regime | regime | REGIME | factors REGIME and VOLATILITY |
 * | facts | market, account, portfolio | SAME_SYMBOL, FRESH, ENTRY, EQUITY, POSITIONS | |
 * | votes | the proposal's moment | VOTES, CONFIDENCE | factor VOTES |
 * | stops | market | STOP, STOP_LEVEL, TARGET, REWARD | |
 * | size | edge, account | EDGE, EXPECTATION, FLOOR, MARGIN_LEVEL, MINIMUM_LOT | the waterfall |
 * | portfolio | heat | LIMITS | factor DIVERSIFICATION, caps PORTFOLIO and EXPOSURE |
 * | safety | gate | GATE | factor BUDGET, caps CONCENTRATION, SIZE and LEVERAGE |
 * | firm | prop | RULES | factor BUDGET, caps ROOM_DAY, ROOM_TOTAL, RULES, RULES_LOTS |
 * | breaker | breaker | BREAKER, CONFIDENCE | factor THROTTLE |
 * | monitor | monitor | MONITOR | factor THROTTLE |
 *
 * A part that was read always counts, whether the policy needs it or not. A trade against the trend
 * of the regime has a factor REGIME of at most 1. The caps of a firm's rules hold where all that is
 * open and this trade lose all that they stated; with G the gain at the target over the loss at the
 * stop, costs in the loss only,
 *
 *     RULES = min(risk, swing_today / (1 + G), max(locked, swing / (1 + G)))                 (1)
 *
 * Factors on the risk are those of sigma/factors.h, of the proposal's moment. What the context
 * knows it need not say, and cannot: regime and volatility are the regime's, the win rate of the
 * last trades the edge's, the correlation the heat's, the scales of breaker and monitor theirs, the
 * share of today's loss the smaller of gate and prop, the margin level the account's, where there
 * is margin in use. The caller's own factor is the proposal's scale. Liquidity, votes and external
 * score are the moment's alone: no part knows them. A part that was not read leaves its factor to
 * the moment.
 *
 * Stops and targets are those of sigma/stops.h where regime, trend and history are not known: of
 * stop_factor and target_factor the first counts, of the scheme MATHEMATICIAN weak_factor and
 * win_rate: were the stop a part's to move, a part that nobody read could make a trade larger. Who
 * wants others asks sigma_stops_evaluate(), and proposes what it says.
 *
 * A policy that advises computes all of this and blocks nothing, to run beside an old sizer before
 * switching over: an order to open that asks for lots gets them, whatever they risk; advised and
 * advice hold what ENFORCE would have said, refused and missing why. Where no lots are asked for
 * there is nothing to let pass, and both agree. On an error the answer is zero here too, never the
 * old size.
 *
 * The context holds facts that the modules read out. Each part carries a mark that its read
 * function sets: a part that the policy needs and nobody read is refused by name, in missing.
 */
#ifndef SIGMA_DECIDE_H
#define SIGMA_DECIDE_H

#include "sigma/account.h"
#include "sigma/breaker.h"
#include "sigma/factors.h"
#include "sigma/gate.h"
#include "sigma/kelly.h"
#include "sigma/market.h"
#include "sigma/monitor.h"
#include "sigma/portfolio.h"
#include "sigma/prop.h"
#include "sigma/regime.h"
#include "sigma/sizing.h"
#include "sigma/stops.h"

/** All that the user sets. Start from sigma_policy_defaults(). */
typedef struct sigma_policy {
    sigma_stops_params stops;     /**< Where stop and target stand. */
    sigma_sizing_params sizing;   /**< How much. */
    sigma_factors_params factors; /**< What the moment makes of it. */
    double entry_distance_max;    /**< Most between entry and last price [ATR], 0.01 <= x <= 1000,
                                       default 3. */
    double age_max;               /**< Most age of market and account [bars], 0.001 <= x <= 1000,
                                       default 5. */
    double confidence_min;        /**< Least confidence of a signal that gives one [1], 0 <= x <= 1,
                                       default 0.4. */
    uint64_t parts;        /**< Set of SIGMA_PART_... that must have been read, default SYMBOL,
                                MARKET, ACCOUNT and PORTFOLIO.
                                SYMBOL and ACCOUNT are needed to open whatever it says, and
                                EDGE for a mode that sizes by Kelly. */
    int32_t positions_max; /**< Most open positions [positions], 1 <= x <= 64, default 3. */
    int32_t conduct;       /**< SIGMA_CONDUCT_..., not UNKNOWN, default ENFORCE. */
} sigma_policy;

SIGMA_LAYOUT(sigma_policy, 664);

/** What is known when the decision is made. */
typedef struct sigma_context {
    sigma_symbol symbol;              /**< Facts of the symbol. */
    sigma_market_result market;       /**< From sigma_market_read(). */
    sigma_account_result account;     /**< From sigma_account_read(). */
    sigma_portfolio_result portfolio; /**< From sigma_portfolio_read(). */
    sigma_edge edge;                  /**< From sigma_edge_evaluate(). */
    sigma_advice_result regime;       /**< From sigma_advice_evaluate(). */
    sigma_portfolio_grant heat;       /**< From sigma_portfolio_permit(). */
    sigma_gate_grant gate;            /**< From sigma_gate_permit(). */
    sigma_prop_grant prop;            /**< From sigma_prop_permit(). */
    sigma_breaker_grant breaker;      /**< From sigma_breaker_permit(). */
    sigma_monitor_grant monitor;      /**< From sigma_monitor_permit(). */
} sigma_context;

SIGMA_LAYOUT(sigma_context, 624);

/** An order that somebody would like to place. */
typedef struct sigma_proposal {
    int64_t time;       /**< Now [ns]. */
    int64_t id;         /**< The caller's number for it, any. */
    double entry;       /**< Expected price of the entry, to open [price], 0 <= x <= 1e15. */
    double stop;        /**< Own stop, if given [price], 0 <= x <= 1e15. */
    double target;      /**< Own target, if given [price], 0 <= x <= 1e15. */
    double lots;        /**< Size asked for, if given; to reduce, all without it [lots],
                             0 <= x <= 1e12. */
    double scale;       /**< Own factor on the risk, if given [1], 0 <= x <= 1. */
    double structure;   /**< Level that the stop has to keep behind, if given [price],
                             0 <= x <= 1e15. */
    double confidence;  /**< Confidence of the signal, if given [1], 0 <= x <= 1. */
    double probability; /**< Of the target before the stop, if given [1], 0 <= x <= 1. */
    double volatility;  /**< Of the market, a year, for the mode VOLATILITY; 0 if not known [1],
                             0 <= x <= 1e6. */
    double fraction;    /**< Of the equity, for the modes AUTOMATIC and SCALING [1],
                             0 <= x <= 1e6. */
    double spread;      /**< Spread now, which the gate asks, if given; else, as for the costs, the
                             symbol's [price], 0 <= x <= 1e15. */
    double volume;      /**< The day's usual volume, if given [lots], 0 <= x <= 1e15. */
    uint64_t given;     /**< Set of SIGMA_GIVEN_...; those without a member here are ignored. */
    sigma_factors_sample moment; /**< What is known of the moment. */
    int32_t symbol;              /**< Id of the symbol, x >= 1. */
    int32_t side;                /**< Side of the position: SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t intent;              /**< SIGMA_INTENT_OPEN or SIGMA_INTENT_REDUCE. */
    int32_t strategy;            /**< The caller's number for the strategy, x >= 0. */
    int32_t sector;              /**< Sector of the symbol, 0 for none, x >= 0. */
    int32_t scheduled;           /**< 1 if the schedule permits entries, which the gate asks,
                                      0 <= x <= 1. */
} sigma_proposal;

SIGMA_LAYOUT(sigma_proposal, 248);

/** The answer. All zero denies. */
typedef struct sigma_decision {
    double requested;           /**< Lots asked for, 0 if none were [lots], 0 <= x <= 1e12. */
    double lots;                /**< Lots granted [lots], 0 <= x <= 1e12. */
    double advised;             /**< Lots that ENFORCE grants [lots], 0 <= x <= 1e12. */
    sigma_stops_result stops;   /**< Stop and target; zero for an order that reduces. */
    sigma_sizing_result sizing; /**< The waterfall, also of a trade that is denied. */
    uint64_t passed;            /**< Set of SIGMA_REASON_... that hold. */
    uint64_t refused;           /**< Set of SIGMA_REASON_... that do not. */
    uint64_t missing;           /**< Set of SIGMA_PART_... that are needed and were not read. */
    uint64_t limits;            /**< Set of SIGMA_LIMIT_... behind LIMITS. */
    uint64_t layers;            /**< Set of SIGMA_LAYER_... behind GATE. */
    uint64_t rules;             /**< Set of SIGMA_RULE_... behind RULES. */
    uint64_t warnings;          /**< Set of SIGMA_WARNING_... */
    int32_t verdict;            /**< SIGMA_VERDICT_... */
    int32_t advice;             /**< SIGMA_VERDICT_... of ENFORCE. */
    int32_t caution;            /**< SIGMA_CAUTION_... behind REGIME. */
    int32_t reserved;           /**< 0. */
} sigma_decision;

SIGMA_LAYOUT(sigma_decision, 848);

/**
 * Sets every parameter to its default.
 *
 * @param[out] policy  The policy.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_policy_defaults(sigma_policy *policy);

/**
 * Sets every parameter to what a profile takes, the mode SCEPTICAL among them: most risk, floor and
 * share of Kelly as sigma_kelly_preset(), which the edge should come from; confidence_min 0.5, 0.4,
 * 0.4; least reward over risk 2, 1.5, 1.5; positions_max 2, 3, 5; the others to their defaults.
 *
 * @param      profile  SIGMA_PROFILE_CONSERVATIVE, MODERATE or AGGRESSIVE.
 * @param[out] policy   The policy; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_policy_preset(int32_t profile, sigma_policy *policy);

/**
 * Decides on a proposal.
 *
 * @param      policy    What the user set.
 * @param      context   What is known.
 * @param      proposal  What is wanted.
 * @param[out] decision  The answer; all zero, which denies, on error.
 * @return SIGMA_OK whatever the verdict, SIGMA_E_NULL, or SIGMA_E_RANGE where policy, proposal or a
 *         part that was read has a field out of its range, which sigma_layout_check() names; also
 *         for UNKNOWN among the parts, an order to open without entry, one to reduce by 0 lots, and
 *         lot_min above lot_max.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_decide(const sigma_policy *policy,
                                                     const sigma_context *context,
                                                     const sigma_proposal *proposal,
                                                     sigma_decision *decision);

#endif
