/* SPDX-License-Identifier: MIT */
/* What a size is found from: the money, the factors, and the room that each guard leaves. */
#include "bytes.h"
#include "decide.h"
#include "factors.h"
#include "kelly.h"
#include "money.h"
#include "portfolio.h"

static const double ERROR_MAX = 1e6;
static const double MONEY_MAX = 1e15;
static const double LOTS_MAX = 1e30;
static const double NO_RULE = 1e16; /* a room that nothing limits */
static const double SCORE_MAX = 100.0;

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

/* ---- factors: what is known here goes over what the proposal says */

static void give(sigma_factors_sample *moment, int32_t factor)
{
    moment->given |= sigma_bit(factor);
}

static bool gives(const sigma_factors_sample *moment, int32_t factor)
{
    return moment->given & sigma_bit(factor);
}

static void know_market(const sigma_question *q, sigma_factors_sample *moment)
{
    if (sigma_was_read(q, SIGMA_PART_REGIME)) {
        give(moment, SIGMA_FACTOR_REGIME);
        give(moment, SIGMA_FACTOR_VOLATILITY);
        moment->regime = sigma_decide_regime_factor(q);
        moment->volatility = q->context->regime.volatility;
    }
    if (sigma_was_read(q, SIGMA_PART_HEAT)) {
        give(moment, SIGMA_FACTOR_DIVERSIFICATION);
        moment->correlation = q->context->heat.rho;
    }
}

static void know_history(const sigma_question *q, sigma_factors_sample *moment)
{
    const sigma_account_result *account = &q->context->account;
    const sigma_edge *edge = &q->context->edge;

    moment->given &= ~(sigma_bit(SIGMA_FACTOR_MARGIN) | sigma_bit(SIGMA_FACTOR_CALLER));
    if (sigma_was_read(q, SIGMA_PART_EDGE)) {
        give(moment, SIGMA_FACTOR_PERFORMANCE);
        moment->win_rate = edge->recent_win_rate;
        moment->trades = edge->recent_trades;
    }
    if (account->margin > 0.0) {
        give(moment, SIGMA_FACTOR_MARGIN);
        moment->margin_level = account->equity / account->margin;
    }
    if (sigma_has(q->proposal, SIGMA_GIVEN_SCALE)) {
        give(moment, SIGMA_FACTOR_CALLER);
        moment->caller = q->proposal->scale;
    }
}

/* Of breaker and monitor one may be known and the other be said. */
static void know_throttle(const sigma_question *q, sigma_factors_sample *moment)
{
    bool breaker = sigma_was_read(q, SIGMA_PART_BREAKER);
    bool monitor = sigma_was_read(q, SIGMA_PART_MONITOR);

    if ((breaker || monitor) && !gives(moment, SIGMA_FACTOR_THROTTLE)) {
        moment->breaker = moment->monitor = 1.0;
        give(moment, SIGMA_FACTOR_THROTTLE);
    }
    moment->breaker = breaker ? q->context->breaker.scale : moment->breaker;
    moment->monitor = monitor ? q->context->monitor.scale : moment->monitor;
}

static void know_budget(const sigma_question *q, sigma_factors_sample *moment)
{
    bool gate = sigma_was_read(q, SIGMA_PART_GATE), prop = sigma_was_read(q, SIGMA_PART_PROP);
    double share = gate ? q->context->gate.share : 1.0;

    if (!gate && !prop) {
        return;
    }
    if (!gives(moment, SIGMA_FACTOR_BUDGET)) {
        moment->score = SCORE_MAX;
        give(moment, SIGMA_FACTOR_BUDGET);
    }
    moment->budget = prop ? sigma_smaller(share, q->context->prop.share) : share;
}

static void add_factors(const sigma_question *q, sigma_sizing_sample *sample)
{
    sigma_factors_sample moment = q->proposal->moment;
    sigma_factors_result result;

    know_market(q, &moment);
    know_history(q, &moment);
    know_throttle(q, &moment);
    know_budget(q, &moment);
    sigma_factors_find(&q->policy->factors, &moment, &result);
    sigma_copy(sample->factor, result.factor, (int32_t)sizeof sample->factor);
    sample->factors = result.factors;
}

/* ---- room */

static void add_portfolio(const sigma_question *q, sigma_sizing_sample *sample)
{
    const sigma_portfolio_grant *heat = &q->context->heat;
    double exposure = sigma_exposure_of(&q->context->symbol, 1.0, q->proposal->entry);

    sample->portfolio = heat->risk;
    sample->exposure = sigma_smaller(heat->exposure / exposure, LOTS_MAX);
    sample->given |= sigma_bit(SIGMA_GIVEN_PORTFOLIO) | sigma_bit(SIGMA_GIVEN_EXPOSURE);
}

static void add_gate(const sigma_question *q, sigma_sizing_sample *sample)
{
    sample->budget = sigma_smaller(q->context->gate.budget, MONEY_MAX);
    sample->size = q->context->gate.risk;
    sample->leverage = q->context->gate.notional;
    sample->given |= sigma_bit(SIGMA_GIVEN_BUDGET) | sigma_bit(SIGMA_GIVEN_SIZE) |
                     sigma_bit(SIGMA_GIVEN_LEVERAGE);
}

/* (1), a share of a room for risk and reward. */
static double risk_of(double swing, double share)
{
    return swing < NO_RULE ? swing * share : swing;
}

static double rules_of(const sigma_question *q, const sigma_sizing_sample *sample)
{
    const sigma_prop_grant *prop = &q->context->prop;
    const sigma_symbol *symbol = &q->context->symbol;
    double loss = sigma_magnitude(sigma_lot_profit(symbol, sample->entry, sample->stop)) +
                  sigma_lot_cost(symbol, sample->entry, sample->stop);
    double gain = sample->target > 0.0
                      ? sigma_magnitude(sigma_lot_profit(symbol, sample->entry, sample->target))
                      : 0.0;
    double share = loss / (loss + gain);
    double swing = sigma_larger(prop->locked, risk_of(prop->swing, share));

    return sigma_smaller(prop->risk, sigma_smaller(risk_of(prop->swing_today, share), swing));
}

static void add_firm(const sigma_question *q, sigma_sizing_sample *sample)
{
    const sigma_prop_grant *prop = &q->context->prop;

    sample->room_day = sigma_smaller(prop->left_today, MONEY_MAX);
    sample->room_total = sigma_smaller(prop->left, MONEY_MAX);
    sample->rules = rules_of(q, sample);
    sample->rules_lots = prop->lots;
    sample->given |= sigma_bit(SIGMA_GIVEN_ROOM_DAY) | sigma_bit(SIGMA_GIVEN_ROOM_TOTAL) |
                     sigma_bit(SIGMA_GIVEN_RULES) | sigma_bit(SIGMA_GIVEN_RULES_LOTS);
}

static void add_rooms(const sigma_question *q, sigma_sizing_sample *sample)
{
    if (sigma_was_read(q, SIGMA_PART_HEAT)) {
        add_portfolio(q, sample);
    }
    if (sigma_was_read(q, SIGMA_PART_GATE)) {
        add_gate(q, sample);
    }
    if (sigma_was_read(q, SIGMA_PART_PROP)) {
        add_firm(q, sample);
    }
}

/* ---- all */

void sigma_decide_sample(const sigma_question *q, const sigma_stops_result *stops,
                         sigma_sizing_sample *sample)
{
    const sigma_account_result *account = &q->context->account;
    const sigma_proposal *p = q->proposal;
    *sample = (sigma_sizing_sample){
        .equity = account->equity,
        .balance = account->balance,
        .peak = account->peak,
        .margin = account->margin,
        .heat = sigma_was_read(q, SIGMA_PART_PORTFOLIO) ? q->context->portfolio.risk : 0.0,
        .entry = p->entry,
        .stop = stops->stop,
        .target = stops->target,
        .lots = p->lots,
        .confidence = sigma_has(p, SIGMA_GIVEN_CONFIDENCE) ? p->confidence : 0.0,
        .probability = p->probability,
        .volatility = p->volatility,
        .volume = p->volume,
        .fraction = p->fraction,
        .given = p->given & (sigma_bit(SIGMA_GIVEN_LOTS) | sigma_bit(SIGMA_GIVEN_PROBABILITY) |
                             sigma_bit(SIGMA_GIVEN_VOLUME))};

    add_factors(q, sample);
    if (sigma_was_read(q, SIGMA_PART_EDGE)) {
        add_edge(q, sample);
    }
    add_rooms(q, sample);
}
