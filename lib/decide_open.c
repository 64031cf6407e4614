/* SPDX-License-Identifier: MIT */
#include "decide.h"

#include "money.h"
#include "sizing.h"
#include "stops.h"

static const double EQUITY_MIN = 1e-6; /* below it there is nothing to risk */

/* ---- checks */

static bool of_it(const sigma_question *q, int32_t part, int32_t symbol)
{
    return !sigma_was_read(q, part) || symbol == q->proposal->symbol;
}

static bool same_symbol(const sigma_question *q)
{
    const sigma_context *c = q->context;

    return c->symbol.id == q->proposal->symbol && of_it(q, SIGMA_PART_MARKET, c->market.symbol) &&
           of_it(q, SIGMA_PART_PORTFOLIO, c->portfolio.symbol) &&
           of_it(q, SIGMA_PART_REGIME, c->regime.symbol) &&
           of_it(q, SIGMA_PART_GATE, c->gate.symbol) && of_it(q, SIGMA_PART_HEAT, c->heat.symbol) &&
           (!sigma_was_read(q, SIGMA_PART_HEAT) || c->heat.side == q->proposal->side);
}

static void check_market(const sigma_question *q, sigma_decision *decision)
{
    const sigma_market_result *market = &q->context->market;
    double most = q->policy->age_max * (double)market->interval;
    double off = sigma_magnitude(q->proposal->entry - market->close);

    sigma_judge(decision, SIGMA_REASON_FRESH,
                sigma_recent(market->time, q->proposal->time, most) &&
                    sigma_recent(q->context->account.time, q->proposal->time, most));
    sigma_judge(decision, SIGMA_REASON_ENTRY, off <= q->policy->entry_distance_max * market->atr);
}

static void warn(const sigma_question *q, sigma_decision *decision)
{
    double expected;
    bool contradicts = sigma_symbol_difference(&q->context->symbol, &expected) == SIGMA_E_DIFFERENT;

    decision->warnings |= contradicts ? sigma_bit(SIGMA_WARNING_TICK_VALUE) : 0;
    decision->warnings |=
        sigma_was_read(q, SIGMA_PART_MARKET) ? 0 : sigma_bit(SIGMA_WARNING_NO_MARKET);
    decision->warnings |=
        sigma_was_read(q, SIGMA_PART_PORTFOLIO) ? 0 : sigma_bit(SIGMA_WARNING_NO_PORTFOLIO);
}

static void check_facts(const sigma_question *q, sigma_decision *decision)
{
    sigma_judge(decision, SIGMA_REASON_SAME_SYMBOL, same_symbol(q));
    sigma_judge(decision, SIGMA_REASON_EQUITY,
                q->context->account.equity >= EQUITY_MIN &&
                    q->context->account.balance >= EQUITY_MIN);
    if (sigma_was_read(q, SIGMA_PART_MARKET)) {
        check_market(q, decision);
    }
    if (sigma_was_read(q, SIGMA_PART_PORTFOLIO)) {
        sigma_judge(decision, SIGMA_REASON_POSITIONS,
                    q->context->portfolio.positions < q->policy->positions_max);
    }
    warn(q, decision);
}

/* ---- levels and size */

static sigma_status place_stops(const sigma_question *q, sigma_decision *decision)
{
    sigma_stops_sample sample = {
        .entry = q->proposal->entry,
        .atr = sigma_was_read(q, SIGMA_PART_MARKET) ? q->context->market.atr : 0.0,
        .stop = q->proposal->stop,
        .target = q->proposal->target,
        .structure = q->proposal->structure,
        .given = q->proposal->given,
        .side = q->proposal->side};
    sigma_status status =
        sigma_stops_place(&q->policy->stops, &q->context->symbol, &sample, &decision->stops);

    decision->passed |= decision->stops.passed;
    decision->refused |= decision->stops.refused;
    return status;
}

static sigma_status size(const sigma_question *q, sigma_decision *decision)
{
    sigma_sizing_sample sample;

    sigma_decide_sample(q, &decision->stops, &sample);
    sigma_status status =
        sigma_sizing_find(&q->policy->sizing, &q->context->symbol, &sample, &decision->sizing);

    decision->passed |= decision->sizing.passed;
    decision->refused |= decision->sizing.refused;
    return status;
}

/* Full size is what was asked for, or else what the mode's own fraction buys. */
static bool full_size(const sigma_question *q, const sigma_sizing_result *sizing)
{
    if (sigma_has(q->proposal, SIGMA_GIVEN_LOTS)) {
        return sigma_lots_suffice(sizing->lots, q->proposal->lots);
    }
    return sizing->binding == SIGMA_CAP_RISK &&
           sizing->risk_after[SIGMA_FACTOR_FLOOR] >= sizing->risk_after[SIGMA_FACTOR_CUSHION];
}

sigma_status sigma_decide_open(const sigma_question *q, sigma_decision *decision)
{
    sigma_decide_regime(q, decision);
    check_facts(q, decision);
    sigma_decide_signal(q, decision);
    sigma_status status = place_stops(q, decision);
    bool sizeable =
        !(decision->refused & (sigma_bit(SIGMA_REASON_STOP) | sigma_bit(SIGMA_REASON_EQUITY)));
    if (sizeable) {
        status = sigma_worse(status, size(q, decision));
    }
    sigma_decide_guards(q, decision);
    if (sizeable && decision->refused == 0) {
        decision->lots = decision->sizing.lots;
        decision->verdict =
            full_size(q, &decision->sizing) ? SIGMA_VERDICT_APPROVE : SIGMA_VERDICT_REDUCE;
    }
    return status;
}
