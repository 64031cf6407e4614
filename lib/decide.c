/* SPDX-License-Identifier: MIT */
#include "decide.h"

#include "bytes.h"
#include "factors.h"
#include "fields.h"
#include "money.h"
#include "sizing.h"

static const double PRICE_MIN = 1e-15;

static uint64_t parts_read(const sigma_context *context)
{
    uint64_t read = 0;
    read |= context->symbol.id != 0 ? sigma_bit(SIGMA_PART_SYMBOL) : 0;
    read |= context->market.mark == SIGMA_PART_MARKET ? sigma_bit(SIGMA_PART_MARKET) : 0;
    read |= context->account.mark == SIGMA_PART_ACCOUNT ? sigma_bit(SIGMA_PART_ACCOUNT) : 0;
    read |= context->portfolio.mark == SIGMA_PART_PORTFOLIO ? sigma_bit(SIGMA_PART_PORTFOLIO) : 0;
    read |= context->edge.mark == SIGMA_PART_EDGE ? sigma_bit(SIGMA_PART_EDGE) : 0;
    return read;
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
    return sigma_fields_valid(sigma_policy_fields, SIGMA_POLICY_FIELDS, p) &&
           sigma_fields_valid(sigma_stops_params_fields, SIGMA_STOPS_PARAMS_FIELDS, &p->stops) &&
           sigma_fields_valid(sigma_sizing_params_fields, SIGMA_SIZING_PARAMS_FIELDS, &p->sizing) &&
           sigma_factors_params_valid(&p->factors) && !(p->parts & sigma_bit(SIGMA_PART_UNKNOWN));
}

static bool proposal_valid(const sigma_proposal *p)
{
    return sigma_fields_valid(sigma_proposal_fields, SIGMA_PROPOSAL_FIELDS, p) &&
           sigma_factors_sample_valid(&p->moment) &&
           (p->intent == SIGMA_INTENT_REDUCE ? p->lots > 0.0 || !sigma_has(p, SIGMA_GIVEN_LOTS)
                                             : p->entry >= PRICE_MIN);
}

static bool portfolio_valid(const sigma_question *q)
{
    return !sigma_was_read(q, SIGMA_PART_PORTFOLIO) ||
           sigma_fields_valid(sigma_portfolio_result_fields, SIGMA_PORTFOLIO_RESULT_FIELDS,
                              &q->context->portfolio);
}

static bool context_valid(const sigma_question *q)
{
    const sigma_context *c = q->context;

    return (!sigma_was_read(q, SIGMA_PART_SYMBOL) || sigma_symbol_valid(&c->symbol)) &&
           (!sigma_was_read(q, SIGMA_PART_MARKET) ||
            sigma_fields_valid(sigma_market_result_fields, SIGMA_MARKET_RESULT_FIELDS,
                               &c->market)) &&
           (!sigma_was_read(q, SIGMA_PART_ACCOUNT) ||
            sigma_fields_valid(sigma_account_result_fields, SIGMA_ACCOUNT_RESULT_FIELDS,
                               &c->account)) &&
           (!sigma_was_read(q, SIGMA_PART_EDGE) ||
            sigma_fields_valid(sigma_edge_fields, SIGMA_EDGE_FIELDS, &c->edge)) &&
           portfolio_valid(q);
}

static sigma_status decide_open(const sigma_question *q, sigma_decision *decision)
{
    if (!policy_valid(q->policy) || !context_valid(q)) {
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
