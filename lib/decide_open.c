/* SPDX-License-Identifier: MIT */
#include "decide.h"

#include "bytes.h"
#include "factors.h"
#include "kelly.h"
#include "money.h"

static const double EQUITY_MIN = 1e-6; /* below it there is nothing to risk */

/* ---- checks */

static bool same_symbol(const sigma_question *q)
{
    int32_t id = q->proposal->symbol;

    return q->context->symbol.id == id &&
           (!sigma_was_read(q, SIGMA_PART_MARKET) || q->context->market.symbol == id) &&
           (!sigma_was_read(q, SIGMA_PART_PORTFOLIO) || q->context->portfolio.symbol == id);
}

/* Times of the same day differ by less than 2^53 ns, so the difference as a double is exact where
 * it matters, and cannot overflow. */
static bool recent(int64_t then, int64_t now, double most)
{
    return then <= now && (double)now - (double)then <= most;
}

static void check_market(const sigma_question *q, sigma_decision *decision)
{
    const sigma_market_result *market = &q->context->market;
    double most = q->policy->age_max * (double)market->interval;
    double off = sigma_magnitude(q->proposal->entry - market->close);

    sigma_judge(decision, SIGMA_REASON_FRESH,
                recent(market->time, q->proposal->time, most) &&
                    recent(q->context->account.time, q->proposal->time, most));
    sigma_judge(decision, SIGMA_REASON_ENTRY, off <= q->policy->entry_distance_max * market->atr);
}

static void warn(const sigma_question *q, sigma_decision *decision)
{
    double expected;
    bool contradicts = sigma_symbol_compare(&q->context->symbol, &expected) == SIGMA_E_DIFFERENT;

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
    if (sigma_has(q->proposal, SIGMA_GIVEN_CONFIDENCE)) {
        sigma_judge(decision, SIGMA_REASON_CONFIDENCE,
                    q->proposal->confidence >= q->policy->confidence_min);
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
        sigma_stops_evaluate(&q->policy->stops, &q->context->symbol, &sample, &decision->stops);

    decision->passed |= decision->stops.passed;
    decision->refused |= decision->stops.refused;
    return status;
}

static const double ERROR_MAX = 1e6;

static double kelly_of(int32_t mode, const sigma_edge *edge)
{
    switch (mode) {
    case SIGMA_MODE_CONFIDENT: return edge->lower;
    case SIGMA_MODE_DRAWDOWN: return edge->limited;
    case SIGMA_MODE_PUBLISHED: return sigma_kelly_of_odds(edge->win_rate, edge->payoff);
    default: return edge->kelly;
    }
}

static void add_edge(const sigma_question *q, sigma_sizing_sample *sample)
{
    const sigma_edge *edge = &q->context->edge;

    sample->kelly = kelly_of(q->policy->sizing.mode, edge);
    sample->mean = edge->mean;
    sample->error = sigma_smaller(edge->error, ERROR_MAX);
    sample->tail = edge->tail;
    sample->trades = edge->trades;
}

/* What is known here goes over what the proposal says. */
static sigma_factors_sample moment_of(const sigma_question *q)
{
    const sigma_account_result *account = &q->context->account;
    const sigma_edge *edge = &q->context->edge;
    sigma_factors_sample moment = q->proposal->moment;

    moment.given &= ~(sigma_bit(SIGMA_FACTOR_PERFORMANCE) | sigma_bit(SIGMA_FACTOR_MARGIN) |
                      sigma_bit(SIGMA_FACTOR_CALLER));
    if (sigma_was_read(q, SIGMA_PART_EDGE)) {
        moment.given |= sigma_bit(SIGMA_FACTOR_PERFORMANCE);
        moment.win_rate = edge->recent_win_rate;
        moment.trades = edge->recent_trades;
    }
    if (account->margin > 0.0) {
        moment.given |= sigma_bit(SIGMA_FACTOR_MARGIN);
        moment.margin_level = account->equity / account->margin;
    }
    if (sigma_has(q->proposal, SIGMA_GIVEN_SCALE)) {
        moment.given |= sigma_bit(SIGMA_FACTOR_CALLER);
        moment.caller = q->proposal->scale;
    }
    return moment;
}

static void add_factors(const sigma_question *q, sigma_sizing_sample *sample)
{
    sigma_factors_sample moment = moment_of(q);
    sigma_factors_result result;

    sigma_factors_find(&q->policy->factors, &moment, &result);
    sigma_copy(sample->factor, result.factor, (int32_t)sizeof sample->factor);
    sample->factors = result.factors;
}

static void fill_sample(const sigma_question *q, const sigma_decision *decision,
                        sigma_sizing_sample *sample)
{
    const sigma_account_result *account = &q->context->account;
    *sample = (sigma_sizing_sample){
        .equity = account->equity,
        .balance = account->balance,
        .peak = account->peak,
        .margin = account->margin,
        .heat = sigma_was_read(q, SIGMA_PART_PORTFOLIO) ? q->context->portfolio.risk : 0.0,
        .entry = q->proposal->entry,
        .stop = decision->stops.stop,
        .target = decision->stops.target,
        .lots = q->proposal->lots,
        .confidence =
            sigma_has(q->proposal, SIGMA_GIVEN_CONFIDENCE) ? q->proposal->confidence : 0.0,
        .probability = q->proposal->probability,
        .volatility = q->proposal->volatility,
        .fraction = q->proposal->fraction,
        .given = q->proposal->given &
                 (sigma_bit(SIGMA_GIVEN_LOTS) | sigma_bit(SIGMA_GIVEN_PROBABILITY))};

    add_factors(q, sample);
    if (sigma_was_read(q, SIGMA_PART_EDGE)) {
        add_edge(q, sample);
    }
}

static sigma_status size(const sigma_question *q, sigma_decision *decision)
{
    sigma_sizing_sample sample;

    fill_sample(q, decision, &sample);
    sigma_status status =
        sigma_sizing_evaluate(&q->policy->sizing, &q->context->symbol, &sample, &decision->sizing);

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
    check_facts(q, decision);
    sigma_status status = place_stops(q, decision);
    bool sizeable =
        !(decision->refused & (sigma_bit(SIGMA_REASON_STOP) | sigma_bit(SIGMA_REASON_EQUITY)));
    if (sizeable) {
        status = sigma_worse(status, size(q, decision));
    }
    if (sizeable && decision->refused == 0) {
        decision->lots = decision->sizing.lots;
        decision->verdict =
            full_size(q, &decision->sizing) ? SIGMA_VERDICT_APPROVE : SIGMA_VERDICT_REDUCE;
    }
    return status;
}
