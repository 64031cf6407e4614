/* SPDX-License-Identifier: MIT */
#include "decide.h"

#include "bytes.h"
#include "factors.h"
#include "in_range.h"
#include "money.h"
#include "sizing.h"
#include "stops.h"

static const double PRICE_MIN = 1e-15;

static uint64_t read_if(int32_t mark, int32_t part)
{
    return mark == part ? sigma_bit(part) : 0;
}

static uint64_t parts_read(const sigma_context *c)
{
    return (c->symbol.id != 0 ? sigma_bit(SIGMA_PART_SYMBOL) : 0) |
           read_if(c->market.mark, SIGMA_PART_MARKET) |
           read_if(c->account.mark, SIGMA_PART_ACCOUNT) |
           read_if(c->portfolio.mark, SIGMA_PART_PORTFOLIO) |
           read_if(c->edge.mark, SIGMA_PART_EDGE) | read_if(c->regime.mark, SIGMA_PART_REGIME) |
           read_if(c->heat.mark, SIGMA_PART_HEAT) | read_if(c->gate.mark, SIGMA_PART_GATE) |
           read_if(c->prop.mark, SIGMA_PART_PROP) | read_if(c->breaker.mark, SIGMA_PART_BREAKER) |
           read_if(c->monitor.mark, SIGMA_PART_MONITOR);
}

/* To reduce, one must know the position, so as not to flip it; nothing else may be in the way. */
static uint64_t parts_needed(const sigma_question *q)
{
    if (q->proposal->intent == SIGMA_INTENT_REDUCE) {
        return sigma_bit(SIGMA_PART_PORTFOLIO);
    }
    uint64_t edge = sigma_sizing_by_kelly(q->policy->sizing.mode) ? sigma_bit(SIGMA_PART_EDGE) : 0;
    return q->policy->parts | edge | sigma_bit(SIGMA_PART_SYMBOL) | sigma_bit(SIGMA_PART_ACCOUNT);
}

static bool parts_complete(const sigma_question *q, sigma_decision *decision)
{
    decision->missing = parts_needed(q) & ~q->read;
    sigma_judge(decision, SIGMA_REASON_PARTS, decision->missing == 0);
    return decision->missing == 0;
}

/* ---- ranges */

static bool policy_valid(const sigma_policy *p)
{
    return sigma_policy_in_range(p) && sigma_stops_params_valid(&p->stops) &&
           sigma_sizing_params_in_range(&p->sizing) && sigma_factors_params_valid(&p->factors) &&
           !(p->parts & sigma_bit(SIGMA_PART_UNKNOWN));
}

static bool proposal_valid(const sigma_proposal *p)
{
    return sigma_proposal_in_range(p) && sigma_factors_sample_valid(&p->moment) &&
           (p->intent == SIGMA_INTENT_REDUCE ? p->lots > 0.0 || !sigma_has(p, SIGMA_GIVEN_LOTS)
                                             : p->entry >= PRICE_MIN);
}

/* A part that was never read is ignored, whatever it holds. */
static bool part_valid(const sigma_question *q, int32_t part, bool (*in_range)(const void *object),
                       const void *object)
{
    return !sigma_was_read(q, part) || in_range(object);
}

static bool portfolio_valid(const sigma_question *q)
{
    return part_valid(q, SIGMA_PART_PORTFOLIO, sigma_portfolio_result_in_range,
                      &q->context->portfolio);
}

static bool facts_valid(const sigma_question *q)
{
    const sigma_context *c = q->context;

    return (!sigma_was_read(q, SIGMA_PART_SYMBOL) || sigma_symbol_valid(&c->symbol)) &&
           part_valid(q, SIGMA_PART_MARKET, sigma_market_result_in_range, &c->market) &&
           part_valid(q, SIGMA_PART_ACCOUNT, sigma_account_result_in_range, &c->account) &&
           part_valid(q, SIGMA_PART_EDGE, sigma_edge_in_range, &c->edge) && portfolio_valid(q);
}

static bool guards_valid(const sigma_question *q)
{
    const sigma_context *c = q->context;

    return part_valid(q, SIGMA_PART_REGIME, sigma_advice_result_in_range, &c->regime) &&
           part_valid(q, SIGMA_PART_HEAT, sigma_portfolio_grant_in_range, &c->heat) &&
           part_valid(q, SIGMA_PART_GATE, sigma_gate_grant_in_range, &c->gate) &&
           part_valid(q, SIGMA_PART_PROP, sigma_prop_grant_in_range, &c->prop) &&
           part_valid(q, SIGMA_PART_BREAKER, sigma_breaker_grant_in_range, &c->breaker) &&
           part_valid(q, SIGMA_PART_MONITOR, sigma_monitor_grant_in_range, &c->monitor);
}

static sigma_status decide_open(const sigma_question *q, sigma_decision *decision)
{
    if (!policy_valid(q->policy) || !facts_valid(q) || !guards_valid(q)) {
        return SIGMA_E_RANGE;
    }
    return parts_complete(q, decision) ? sigma_decide_open(q, decision) : SIGMA_OK;
}

static sigma_status decide_reduce(const sigma_question *q, sigma_decision *decision)
{
    if (!portfolio_valid(q)) {
        return SIGMA_E_RANGE;
    }
    if (parts_complete(q, decision)) {
        sigma_decide_reduce(q, decision);
    }
    return SIGMA_OK;
}

/* To reduce there is no policy, and nothing to advise against. */
static void conclude(const sigma_question *q, sigma_decision *decision)
{
    decision->advised = decision->lots;
    decision->advice = decision->verdict;
    if (q->proposal->intent == SIGMA_INTENT_OPEN && q->policy->conduct == SIGMA_CONDUCT_ADVISE &&
        decision->requested > 0.0) {
        decision->lots = decision->requested;
        decision->verdict = SIGMA_VERDICT_APPROVE;
    }
}

sigma_status sigma_decide(const sigma_policy *policy, const sigma_context *context,
                          const sigma_proposal *proposal, sigma_decision *decision)
{
    if (!decision) {
        return SIGMA_E_NULL;
    }
    sigma_zero(decision, (int32_t)sizeof *decision);
    if (!policy || !context || !proposal) {
        return SIGMA_E_NULL;
    }
    if (!proposal_valid(proposal)) {
        return SIGMA_E_RANGE;
    }
    sigma_question q = {policy, context, proposal, parts_read(context)};
    decision->requested = sigma_has(proposal, SIGMA_GIVEN_LOTS) ? proposal->lots : 0.0;
    sigma_status status = proposal->intent == SIGMA_INTENT_REDUCE ? decide_reduce(&q, decision)
                                                                  : decide_open(&q, decision);
    conclude(&q, decision);
    if (status != SIGMA_OK) {
        sigma_zero(decision, (int32_t)sizeof *decision);
    }
    return status;
}
