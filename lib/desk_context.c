/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include "bytes.h"
#include "in_range.h"

static const double MONEY_MIN = 1e-6; /* of an account that the limits can be a share of */
static const double FIRM_MAX = 1e12;  /* of what is open at a firm */

bool sigma_desk_edge_valid(const sigma_edge *edge)
{
    return sigma_edge_in_range(edge);
}

/* ---- facts */

/* Not every policy needs it, so that it may be unknown. */
static sigma_status read_edge(const sigma_desk *desk, sigma_edge *edge)
{
    bool known = sigma_desk_edge_valid(&desk->edge);
    *edge = known ? desk->edge : (sigma_edge){0};
    return known || desk->edge.mark == SIGMA_PART_UNKNOWN ? SIGMA_OK : SIGMA_E_STATE;
}

static sigma_status read_symbol(const sigma_market *market, sigma_symbol *symbol)
{
    bool sound = sigma_symbol_check(&market->symbol) == SIGMA_OK;
    *symbol = sound ? market->symbol : (sigma_symbol){0};
    return sound ? SIGMA_OK : SIGMA_E_STATE;
}

/* What only an order that opens needs. */
static sigma_status read_facts(const sigma_desk *desk, const sigma_market *market,
                               sigma_context *context)
{
    sigma_status symbol = read_symbol(market, &context->symbol);
    sigma_status prices = sigma_market_read(market, &context->market);
    sigma_status account = sigma_account_read(&desk->account, &context->account);
    sigma_status edge = read_edge(desk, &context->edge);

    return sigma_worse(sigma_worse(symbol, edge), sigma_worse(prices, account));
}

/* ---- guards */

/* What is open in all symbols; a sum is below zero where one of its positions is not known. */
typedef struct desk_sums {
    double notional, risk, reward, lots;
    int32_t holdings; /* positions in the proposal's symbol */
} desk_sums;

static double added(double sum, bool known, double amount)
{
    return known && sum >= 0.0 ? sum + amount : -1.0;
}

static desk_sums sum_up(const sigma_portfolio *portfolio, int32_t symbol)
{
    desk_sums sum = {0.0, 0.0, 0.0, 0.0, 0};

    for (int32_t i = 0; i < portfolio->count; i++) {
        const sigma_position *p = &portfolio->position[i];
        double notional = portfolio->notional[i], reward = portfolio->reward[i];
        sum.notional = added(sum.notional, notional > 0.0, notional);
        sum.risk = added(sum.risk, p->stop > 0.0 || p->risk > 0.0, p->risk);
        sum.reward = added(sum.reward, reward > 0.0, reward);
        sum.lots += p->lots;
        sum.holdings += p->symbol == symbol;
    }
    return sum;
}

static sigma_status read_heat(const sigma_desk *desk, const sigma_proposal *proposal,
                              sigma_context *context)
{
    const sigma_account_result *account = &context->account;
    sigma_portfolio_sample sample = {.balance = account->balance,
                                     .equity = account->equity,
                                     .symbol = proposal->symbol,
                                     .side = proposal->side,
                                     .sector = proposal->sector};

    if (!sigma_desk_has(desk, SIGMA_PART_HEAT)) {
        return SIGMA_OK;
    }
    if (account->balance < MONEY_MIN || account->equity < MONEY_MIN) {
        return SIGMA_WARMUP;
    }
    return sigma_portfolio_permit(&desk->portfolio, &desk->correlation, &desk->limits, &sample,
                                  &context->heat);
}

static sigma_status read_gate(const sigma_desk *desk, const sigma_proposal *proposal,
                              const desk_sums *open, sigma_context *context)
{
    bool given = proposal->given & sigma_bit(SIGMA_GIVEN_SPREAD);
    sigma_gate_sample sample = {
        .time = proposal->time,
        .price_time = context->market.time,
        .entry = proposal->entry,
        .spread = given ? proposal->spread : context->symbol.spread * context->symbol.tick_size,
        .exposure = open->notional,
        .equity = context->account.equity,
        .balance = context->account.balance,
        .symbol = proposal->symbol,
        .positions = desk->portfolio.count,
        .holdings = open->holdings,
        .scheduled = proposal->scheduled};

    return sigma_desk_has(desk, SIGMA_PART_GATE)
               ? sigma_gate_permit(&desk->gate, &sample, &context->gate)
               : SIGMA_OK;
}

/* What is not known is as large as it can be. */
static double at_a_firm(double sum)
{
    return sigma_within(sum, 0.0, FIRM_MAX) ? sum : FIRM_MAX;
}

static sigma_status read_prop(const sigma_desk *desk, const sigma_proposal *proposal,
                              const desk_sums *open, sigma_context *context)
{
    sigma_prop_trade trade = {.time = proposal->time,
                              .open_risk = at_a_firm(open->risk),
                              .open_reward = at_a_firm(open->reward),
                              .open_lots = at_a_firm(open->lots)};

    return sigma_desk_has(desk, SIGMA_PART_PROP)
               ? sigma_prop_permit(&desk->prop, &trade, &context->prop)
               : SIGMA_OK;
}

static sigma_status read_health(const sigma_desk *desk, sigma_context *context)
{
    sigma_status breaker = sigma_desk_has(desk, SIGMA_PART_BREAKER)
                               ? sigma_breaker_permit(&desk->breaker, &context->breaker)
                               : SIGMA_OK;
    sigma_status monitor = sigma_desk_has(desk, SIGMA_PART_MONITOR)
                               ? sigma_monitor_permit(&desk->monitor, &context->monitor)
                               : SIGMA_OK;
    return sigma_worse(breaker, monitor);
}

/* Of a portfolio that was read. */
static sigma_status read_guards(const sigma_desk *desk, const sigma_proposal *proposal,
                                sigma_context *context)
{
    desk_sums open = sum_up(&desk->portfolio, proposal->symbol);
    sigma_status heat = read_heat(desk, proposal, context);
    sigma_status gate = read_gate(desk, proposal, &open, context);
    sigma_status prop = read_prop(desk, proposal, &open, context);

    return sigma_worse(sigma_worse(heat, gate), sigma_worse(prop, read_health(desk, context)));
}

/* ---- all */

/* An exit is never in the way of a broken part: it is left out, as if it were missing. No guard has
 * a say in it. */
static sigma_status read_parts(const sigma_desk *desk, const sigma_market *market,
                               const sigma_proposal *proposal, sigma_context *context)
{
    bool reduces = proposal->intent == SIGMA_INTENT_REDUCE;
    sigma_status facts = read_facts(desk, market, context);
    sigma_status portfolio =
        sigma_portfolio_read(&desk->portfolio, proposal->symbol, &context->portfolio);

    if (portfolio == SIGMA_OK && !reduces && facts >= 0) {
        facts = sigma_worse(facts, read_guards(desk, proposal, context));
    }
    return sigma_worse(portfolio, reduces && facts < 0 ? SIGMA_WARMUP : facts);
}

sigma_status sigma_desk_context(const sigma_desk *desk, const sigma_market *market,
                                const sigma_proposal *proposal, sigma_context *context)
{
    if (!context) {
        return SIGMA_E_NULL;
    }
    sigma_zero(context, (int32_t)sizeof *context);
    if (!market || !proposal) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_desk_usable(desk);
    if (status == SIGMA_OK) {
        status = read_parts(desk, market, proposal, context);
    }
    if (status < 0) {
        sigma_zero(context, (int32_t)sizeof *context);
    }
    return status;
}

/* ---- regime */

static sigma_status describe(const sigma_regime *regime, const sigma_market *market,
                             sigma_advice_sample *sample)
{
    sigma_regime_result found;
    sigma_adx_result movement;
    sigma_market_result prices;
    sigma_status status = sigma_worse(
        sigma_regime_read(regime, &found),
        sigma_worse(sigma_market_read(market, &prices), sigma_adx_read(&market->adx, &movement)));

    if (status < 0) {
        return status;
    }
    *sample = (sigma_advice_sample){.confidence = found.confidence,
                                    .volatility = found.volatility,
                                    .adx = movement.adx,
                                    .regime = found.regime,
                                    .symbol = market->symbol.id,
                                    .time = prices.time};
    return regime->time == market->time ? SIGMA_OK : SIGMA_E_STATE;
}

sigma_status sigma_desk_regime(const sigma_regime *regime, const sigma_market *market,
                               const sigma_advice_params *params, sigma_context *context)
{
    sigma_advice_sample sample;

    if (!context) {
        return SIGMA_E_NULL;
    }
    context->regime = (sigma_advice_result){0};
    if (!regime || !market) {
        return SIGMA_E_NULL;
    }
    sigma_status status = describe(regime, market, &sample);
    return status == SIGMA_OK ? sigma_advice_evaluate(params, &sample, &context->regime) : status;
}
