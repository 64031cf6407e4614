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
 * start and when a trade has closed. The parts can as well be used alone: the desk adds nothing to
 * them.
 */
#ifndef SIGMA_DESK_H
#define SIGMA_DESK_H

#include "sigma/decide.h"

/** States of one account. Set it up with sigma_desk_init(). */
typedef struct sigma_desk {
    sigma_account account;     /**< Figures, peak and cash flows. */
    sigma_portfolio portfolio; /**< Open positions. */
    sigma_edge edge;           /**< What the closed trades prove; all zero until it is known. */
    int32_t tag;               /**< Set by init. */
    int32_t reserved;          /**< 0. */
} sigma_desk;

SIGMA_LAYOUT(sigma_desk, 4512);

/**
 * Starts a desk without open positions.
 *
 * @param[out] desk     The desk; all zero on error.
 * @param      time     Now [ns].
 * @param      balance  Closed balance [account], 1e-6 <= x <= 1e15.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_init(sigma_desk *desk, int64_t time,
                                                        double balance);

/**
 * Takes the broker's figures: sigma_account_update().
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
 * Takes a deposit or a withdrawal: sigma_account_flow().
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
 * Takes what the closed trades prove.
 *
 * @param[in,out] desk  The desk; unchanged on error.
 * @param         edge  From sigma_edge_evaluate(); also of no trades.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_edge(sigma_desk *desk, const sigma_edge *edge);

/**
 * Reads every part of the context for one proposal.
 *
 * @param      desk      The desk.
 * @param      market    Market of the proposal's symbol.
 * @param      proposal  What is wanted.
 * @param[out] context   The context; all zero on error. A market that is still warming up is left
 *                       out and will be reported missing; so is, for an order that reduces, any
 * part but the portfolio that is damaged.
 * @return SIGMA_OK, SIGMA_WARMUP if a part is left out, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_desk_context(const sigma_desk *desk,
                                                           const sigma_market *market,
                                                           const sigma_proposal *proposal,
                                                           sigma_context *context);

#endif
