/* SPDX-License-Identifier: MIT */
/** @file
 * The desk: the states that all symbols of one account share, in one struct, and the short way in.
 *
 * A bot needs five calls a bar:
 *
 *     sigma_market_update(&market, &bar)
 *     sigma_desk_account(&desk, time, equity, balance, margin)
 *     sigma_desk_context(&desk, &market, &proposal, &context)
 *     sigma_decide(&policy, &context, &proposal, &decision)
 *     sigma_audit_decision(&log, &context, &proposal, &decision, buffer, capacity, &length)
 *
 * and sigma_desk_position() when a position opens, changes or closes, sigma_desk_edge() at the
 * start and when a trade has closed.
 *
 * Account and portfolio are always there. Each guard is there once its own call started it, and
 * from then on in every context; a policy that names its part in parts refuses where it is not.
 * sigma_desk_account() tells gate and firm of the equity; all else that a guard has to know is told
 * to it by its own functions, on the desk's member:
 *
 * | guard | started by | told by |
 * |---|---|---|
 * | heat | sigma_desk_limits() | sigma_desk_price(), sigma_correlation_add(), _give(), _update() |
 * | gate | sigma_desk_gate() | sigma_gate_allow(), _day(), _order(), _close(), _check() |
 * | prop | sigma_desk_prop() | sigma_prop_update(), _withdraw() |
 * | breaker | sigma_desk_breaker() | sigma_breaker_update() |
 * | monitor | sigma_desk_monitor() | sigma_monitor_update() |
 *
 * sigma_prop_update() is told the extremes of a bar before sigma_desk_account() is called.
 *
 * The regime belongs to a symbol, as its market does: sigma_desk_regime() puts it into a context
 * that was read. So do other monitors than the desk's, one a strategy: sigma_monitor_permit() into
 * the context's monitor. The parts can as well be used alone: the desk adds nothing to them.
 *
 * The open trades of a firm that counts open profit can show their reward at their targets; one
 * that has no target, or was not priced since it changed, counts as endless, and leaves no room.
 */
#ifndef SIGMA_DESK_H
#define SIGMA_DESK_H

#include "sigma/decide.h"

/** States of one account. Set it up with sigma_desk_init(). */
typedef struct sigma_desk {
    sigma_account account;         /**< Figures, peak and cash flows. */
    sigma_portfolio portfolio;     /**< Open positions. */
    sigma_edge edge;               /**< What the closed trades prove; all zero until it is known. */
    sigma_portfolio_params limits; /**< Limits of the portfolio; all zero without. */
    sigma_correlation correlation; /**< How the symbols move together; all zero without limits. */
    sigma_gate gate;               /**< Pre-trade checks; all zero without. */
    sigma_prop prop;               /**< Rules of a firm; all zero without. */
    sigma_breaker breaker;         /**< Circuit breaker; all zero without. */
    sigma_monitor monitor;         /**< Monitor of a strategy; all zero without. */
    uint64_t parts;                /**< Set of SIGMA_PART_...: the guards that were started. */
    int32_t tag;                   /**< Set by init. */
    int32_t reserved;              /**< 0. */
} sigma_desk;

SIGMA_LAYOUT(sigma_desk, 80184);

/**
 * Starts a desk without open positions and without guards.
 *
 * @param[out] desk     The desk; all zero on error.
 * @param      time     Now [ns].
 * @param      balance  Closed balance [account], 1e-6 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_init(sigma_desk *desk, int64_t time,
                                                        double balance);

/**
 * Starts the limits of the portfolio, and the correlations that they need.
 *
 * @param[in,out] desk         The desk; unchanged on error.
 * @param         limits       The limits, from sigma_portfolio_defaults().
 * @param         correlation  How to estimate, from sigma_correlation_defaults().
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, also where they were started before, or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status
sigma_desk_limits(sigma_desk *desk, const sigma_portfolio_params *limits,
                  const sigma_correlation_params *correlation);

/**
 * Starts the gate, with the account's balance as the first of the day.
 *
 * @param[in,out] desk    The desk; unchanged on error.
 * @param         time    Now [ns].
 * @param         params  From sigma_gate_defaults().
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, also where it was started before, or
 *         SIGMA_E_RANGE, also where the balance is below 1e-6.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_gate(sigma_desk *desk, int64_t time,
                                                        const sigma_gate_params *params);

/**
 * Starts the rules of a firm: sigma_prop_init().
 *
 * @param[in,out] desk    The desk; unchanged on error.
 * @param         time    Now [ns].
 * @param         params  From sigma_prop_defaults().
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, also where it was started before, or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_prop(sigma_desk *desk, int64_t time,
                                                        const sigma_prop_params *params);

/**
 * Starts the circuit breaker: sigma_breaker_init().
 *
 * @param[in,out] desk    The desk; unchanged on error.
 * @param         time    Now [ns].
 * @param         params  From sigma_breaker_defaults().
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, also where it was started before, or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_breaker(sigma_desk *desk, int64_t time,
                                                           const sigma_breaker_params *params);

/**
 * Starts the monitor of a strategy: sigma_monitor_init().
 *
 * @param[in,out] desk    The desk; unchanged on error.
 * @param         time    Now [ns].
 * @param         params  From sigma_monitor_defaults().
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, also where it was started before, or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_monitor(sigma_desk *desk, int64_t time,
                                                           const sigma_monitor_params *params);

/**
 * Takes the broker's figures: sigma_account_update(), and with them sigma_gate_equity() and
 * sigma_prop_update(), where these were started, whose highest and lowest equity is this one.
 *
 * @param[in,out] desk     The desk; unchanged on error.
 * @param         time     Now [ns], not before the last update.
 * @param         equity   Balance and open profit [account], -1e15 <= x <= 1e15.
 * @param         balance  Closed balance [account], -1e15 <= x <= 1e15.
 * @param         margin   Margin in use [account], 0 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_account(sigma_desk *desk, int64_t time,
                                                           double equity, double balance,
                                                           double margin);

/**
 * Takes a deposit or a withdrawal: sigma_account_flow(). Gate and firm are not told: the day's
 * limits stay where its first balance put them, and a firm's sigma_prop_withdraw() is the caller's.
 *
 * @param[in,out] desk    The desk; unchanged on error.
 * @param         time    Now [ns], not before the last update.
 * @param         amount  Deposit, or withdrawal below zero [account], -1e15 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_flow(sigma_desk *desk, int64_t time,
                                                        double amount);

/**
 * Takes a position as it stands now: sigma_portfolio_update().
 *
 * @param[in,out] desk      The desk; unchanged on error.
 * @param         position  The position; 0 lots closes it.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_position(sigma_desk *desk,
                                                            const sigma_position *position);

/**
 * Prices the open positions of a market's symbol at its last price: sigma_portfolio_price().
 *
 * @param[in,out] desk    The desk; unchanged on error.
 * @param         market  The market.
 * @param         sector  The symbol's sector, 0 for none, x >= 0.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, or SIGMA_E_RANGE, also before the first bar.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_price(sigma_desk *desk,
                                                         const sigma_market *market,
                                                         int32_t sector);

/**
 * Takes what the closed trades prove.
 *
 * @param[in,out] desk  The desk; unchanged on error.
 * @param         edge  From sigma_edge_evaluate(); also of no trades.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_edge(sigma_desk *desk, const sigma_edge *edge);

/**
 * Reads every part of the context for one proposal but the regime.
 *
 * @param      desk      The desk.
 * @param      market    Market of the proposal's symbol.
 * @param      proposal  What is wanted.
 * @param[out] context   The context; all zero on error. A market that is still warming up is left
 *                       out and will be reported missing, and so are the limits of an account
 *                       without balance or equity; for an order that reduces so is any part but the
 *                       portfolio that is damaged.
 * @return SIGMA_OK, SIGMA_WARMUP if a part is left out, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE,
 *         or SIGMA_E_ORDER for a proposal before the gate's last call.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_context(const sigma_desk *desk,
                                                           const sigma_market *market,
                                                           const sigma_proposal *proposal,
                                                           sigma_context *context);

/**
 * Reads what to make of a regime into a context: sigma_advice_evaluate(), with the ADX of the
 * market, 0 while that is warming up. While the regime is, it is UNKNOWN, and refused.
 *
 * @param         regime   The filter, fed the same bars as the market.
 * @param         market   Market of its symbol.
 * @param         params   From sigma_advice_defaults().
 * @param[in,out] context  Its regime is set; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, also where the two did not see the same last bar,
 *         or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_regime(const sigma_regime *regime,
                                                          const sigma_market *market,
                                                          const sigma_advice_params *params,
                                                          sigma_context *context);

#endif
