/* SPDX-License-Identifier: MIT */
/* Arguments that belong together, as a bot would have them; with anything at all now and then. */
#include <string.h>

#include "fuzz.h"

static const int64_t HOUR = INT64_C(3600000000000);

static double one_of(fuzz_input *in, const double *list, int32_t count)
{
    return list[fuzz_pick(in, count)];
}

/* Contract size, quote rate and tick value that mostly agree, or the first two unknown. */
static void make_contract(fuzz_input *in, sigma_symbol *s)
{
    static const double sizes[] = {0.0, 1.0, 50.0, 100.0, 1000.0, 100000.0};
    static const double rates[] = {0.0, 1.0, 1.1, 0.0091, 1.27};
    static const double values[] = {1.0, 0.01, 0.1, 5.0, 10.0, 12.5, 0.731, 1e-6, 25000.0};

    s->contract_size = one_of(in, sizes, 6);
    s->quote_rate = one_of(in, rates, 5);
    s->tick_value = s->contract_size * s->tick_size * s->quote_rate;
    if (s->tick_value <= 0.0 || fuzz_pick(in, 8) == 0) {
        s->tick_value = one_of(in, values, 9);
    }
    if (s->asset == SIGMA_ASSET_INVERSE) {
        s->contract_size = 1.0 + 99.0 * fuzz_pick(in, 2);
        s->quote_rate = 1.0 + fuzz_pick(in, 2) * 59999.0;
    }
}

static void make_lots(fuzz_input *in, sigma_symbol *s)
{
    static const double steps[] = {0.01, 0.1, 1.0, 0.001, 1e-8, 0.25, 0.3, 0.07, 100.0};
    static const double times[] = {1.0, 1.0, 2.0, 10.0, 2.5};
    static const double most[] = {100.0, 500.0, 1e4, 1e6, 1e12, 0.5};
    static const double caps[] = {0.0, 0.0, 0.0, 1.0, 5.5, 0.02};

    s->lot_step = one_of(in, steps, 9);
    s->lot_min = s->lot_step * one_of(in, times, 5);
    s->lot_max = one_of(in, most, 6);
    s->lot_cap = one_of(in, caps, 6);
}

static void make_costs(fuzz_input *in, sigma_symbol *s)
{
    static const double commissions[] = {0.0, 3.5, 0.65, 0.0035, 20.0};
    static const double spreads[] = {0.0, 1.0, 12.0, 0.4, 250.0};
    static const double fees[] = {0.0, 0.0, 0.0005, 0.001, 0.02};
    static const double levels[] = {0.0, 0.0, 5.0, 30.0, 10.5};
    static const double leverages[] = {1.0, 1.0, 2.0, 30.0, 100.0, 500.0};

    s->commission = one_of(in, commissions, 5);
    s->fee_rate = one_of(in, fees, 5);
    s->spread = one_of(in, spreads, 5);
    s->slippage = one_of(in, spreads, 5);
    s->stop_level = one_of(in, levels, 5);
    s->leverage = one_of(in, leverages, 6);
}

void fuzz_make_symbol(fuzz_input *in, sigma_symbol *symbol)
{
    static const double ticks[] = {1e-5, 1e-4, 0.01, 0.001, 0.05, 0.25, 1.0, 1e-8, 0.015625, 0.3};

    fuzz_object(in, SIGMA_KIND_SYMBOL, symbol);
    if (fuzz_pick(in, 8) != 0) {
        memset(symbol, 0, sizeof *symbol);
        symbol->tick_size = one_of(in, ticks, 10);
        symbol->id = 1 + fuzz_pick(in, 16) / 15;
        symbol->asset = 1 + fuzz_pick(in, SIGMA_ASSET_COUNT - 1);
        make_contract(in, symbol);
        make_lots(in, symbol);
        make_costs(in, symbol);
    }
}

double fuzz_make_price(fuzz_input *in, const sigma_symbol *symbol)
{
    double ticks = 1000.0 + (double)fuzz_bytes(in, 2);
    return fuzz_rarely(in)         ? fuzz_around(in, 1e-15, 1e15)
           : fuzz_pick(in, 4) == 0 ? ticks * symbol->tick_size + fuzz_within(in, 0.0, 1.0)
                                   : ticks * symbol->tick_size;
}

/* From the close of the last bar. */
static void walk(fuzz_input *in, double tick, sigma_bar *bar)
{
    double top, bottom, close = bar->close + (fuzz_pick(in, 64) - 32) * tick;

    bar->open = bar->close;
    bar->close = close >= tick ? close : bar->open;
    top = bar->open > bar->close ? bar->open : bar->close;
    bottom = bar->open < bar->close ? bar->open : bar->close;
    bar->high = top + fuzz_pick(in, 16) * tick;
    bar->low = bottom - fuzz_pick(in, 16) * tick;
    bar->low = bar->low >= tick ? bar->low : bottom;
    bar->volume = (double)fuzz_bytes(in, 2);
}

void fuzz_make_bar(fuzz_input *in, const sigma_symbol *symbol, sigma_bar *bar)
{
    if (fuzz_rarely(in)) {
        fuzz_object(in, SIGMA_KIND_BAR, bar);
        return;
    }
    bool first = !(bar->close >= 1e-14 && bar->close <= 1e14);
    bool sudden = first || bar->time > INT64_C(9000000000000000000) || fuzz_rarely(in);
    if (first) {
        bar->close = fuzz_make_price(in, symbol);
    }
    bar->time = sudden ? fuzz_time(in) : bar->time + HOUR;
    walk(in, symbol->tick_size, bar);
}

void fuzz_make_columns(fuzz_input *in, fuzz_columns *columns)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};

    memset(columns, 0, sizeof *columns);
    fuzz_make_symbol(in, &symbol);
    columns->count = fuzz_pick(in, FUZZ_COLUMN);
    for (int32_t i = 0; i < columns->count; i++) {
        do {
            fuzz_make_bar(in, &symbol, &bar);
        } while (sigma_bar_check(&bar) != SIGMA_OK && fuzz_more(in));
        columns->open[i] = bar.open;
        columns->high[i] = bar.high;
        columns->low[i] = bar.low;
        columns->close[i] = bar.close;
        columns->volume[i] = bar.volume;
    }
    if (fuzz_rarely(in)) {
        int32_t place = fuzz_pick(in, FUZZ_COLUMN);
        columns->low[place] = fuzz_double(in);
    }
}

void fuzz_make_position(fuzz_input *in, sigma_position *position)
{
    fuzz_object(in, SIGMA_KIND_POSITION, position);
    if (fuzz_pick(in, 8) != 0) {
        position->time = fuzz_time(in);
        position->entry = fuzz_within(in, 1.0, 2000.0);
        position->stop = position->entry * 0.98;
        position->target = fuzz_pick(in, 2) * position->entry * 1.05;
        position->lots = fuzz_pick(in, 16) / 10.0;
        position->risk = fuzz_within(in, 0.0, 500.0);
        position->id = 1 + fuzz_pick(in, 80);
        position->symbol = 1 + fuzz_pick(in, 2);
        position->side = 1 + fuzz_pick(in, 2);
        position->strategy = 0;
    }
}

/* Mostly closed soon after the last one, at a stop, at a target or anywhere. */
void fuzz_make_trade(fuzz_input *in, int64_t after, sigma_trade *trade)
{
    static const double results[] = {-1.0, -1.0, 2.0, 1.5, 0.0, -0.97, 3.25, -5.0};

    fuzz_object(in, SIGMA_KIND_TRADE, trade);
    if (fuzz_pick(in, 16) == 0) {
        return;
    }
    bool sudden = after > INT64_C(9000000000000000000) || fuzz_rarely(in);
    trade->closed = sudden ? fuzz_time(in) : after + fuzz_pick(in, 64) * HOUR;
    trade->opened = fuzz_rarely(in) ? fuzz_time(in) : INT64_C(-9150000000000000000);
    trade->risk = fuzz_rarely(in) ? fuzz_around(in, 0.0, 1e15) : 100.0;
    trade->profit = fuzz_rarely(in) ? fuzz_around(in, -1e15, 1e15) : one_of(in, results, 8) * 100.0;
    trade->expected = fuzz_pick(in, 4) * 25.0;
    trade->probability = fuzz_pick(in, 11) / 10.0;
    trade->balance = fuzz_rarely(in) ? fuzz_around(in, 0.0, 1e15) : 10000.0;
}

void fuzz_make_policy(fuzz_input *in, sigma_policy *policy)
{
    fuzz_object(in, SIGMA_KIND_POLICY, policy);
    if (fuzz_pick(in, 4) != 0 && sigma_policy_defaults(policy) == SIGMA_OK) {
        policy->sizing.mode = 1 + fuzz_pick(in, SIGMA_MODE_COUNT - 1);
        policy->sizing.risk_fraction = fuzz_within(in, 1e-6, 0.2);
        policy->sizing.heat_max = fuzz_within(in, 1e-6, 1.0);
        policy->stops.atr_multiple = fuzz_within(in, 0.1, 100.0);
        policy->conduct = fuzz_pick(in, 4) == 0 ? SIGMA_CONDUCT_ADVISE : SIGMA_CONDUCT_ENFORCE;
        policy->parts &= fuzz_pick(in, 4) == 0 ? fuzz_bytes(in, 1) : UINT64_MAX;
    } else {
        policy->parts &= ~UINT64_C(1);
    }
}

static void make_account(fuzz_input *in, int64_t now, sigma_account_result *account)
{
    double equity = 1000.0 * (1.0 + (double)fuzz_bytes(in, 1));

    memset(account, 0, sizeof *account);
    account->time = now - fuzz_pick(in, 3) * HOUR;
    account->equity = fuzz_rarely(in) ? -equity : equity;
    account->balance = equity * (0.95 + fuzz_pick(in, 3) * 0.05);
    account->peak = equity * (1.0 + fuzz_pick(in, 3) * 0.05);
    account->margin = fuzz_pick(in, 8) * equity / 16.0;
    account->mark = SIGMA_PART_ACCOUNT;
}

static void make_portfolio(fuzz_input *in, int32_t symbol, sigma_portfolio_result *portfolio)
{
    memset(portfolio, 0, sizeof *portfolio);
    portfolio->risk = fuzz_pick(in, 8) * 10.0;
    portfolio->long_lots = fuzz_pick(in, 4) * 0.1 + 0.2;
    portfolio->short_lots = fuzz_pick(in, 4) * 1.5;
    portfolio->positions = fuzz_pick(in, 4);
    portfolio->symbol = symbol;
    portfolio->mark = SIGMA_PART_PORTFOLIO;
}

static void make_market(fuzz_input *in, const sigma_symbol *symbol, int64_t now,
                        sigma_market_result *market)
{
    market->time = now - fuzz_pick(in, 4) * HOUR;
    market->interval = HOUR;
    market->close = fuzz_make_price(in, symbol);
    market->atr = fuzz_pick(in, 256) * 0.5 * symbol->tick_size;
    market->symbol = symbol->id;
    market->mark = SIGMA_PART_MARKET;
}

/* Guards that mostly let pass, each read or not. */
static void make_guards(fuzz_input *in, int64_t now, sigma_context *c)
{
    double equity = c->account.equity > 0.0 ? c->account.equity : 1000.0;
    sigma_advice_result regime = {.factor = fuzz_pick(in, 4) * 0.5,
                                  .volatility = fuzz_pick(in, 8) * 0.5,
                                  .time = now,
                                  .verdict = fuzz_pick(in, 8) ? SIGMA_VERDICT_APPROVE : 0,
                                  .approach = fuzz_pick(in, SIGMA_APPROACH_COUNT),
                                  .symbol = c->symbol.id,
                                  .mark = SIGMA_PART_REGIME};
    sigma_portfolio_grant heat = {.risk = equity * fuzz_pick(in, 16) * 0.01,
                                  .exposure = equity * fuzz_pick(in, 16) * 0.1,
                                  .gross = equity * 0.2,
                                  .rho = fuzz_pick(in, 9) * 0.25 - 1.0,
                                  .symbol = c->symbol.id,
                                  .side = 1 + fuzz_pick(in, 2),
                                  .mark = SIGMA_PART_HEAT};
    sigma_gate_grant gate = {.notional = equity * fuzz_pick(in, 64),
                             .risk = equity * fuzz_pick(in, 16) * 0.01,
                             .reward = fuzz_pick(in, 4) * 0.5,
                             .budget = equity * fuzz_pick(in, 8) * 0.01,
                             .share = fuzz_pick(in, 5) * 0.25,
                             .symbol = c->symbol.id,
                             .mark = SIGMA_PART_GATE};
    sigma_prop_grant prop = {.left_today = equity * fuzz_pick(in, 8) * 0.01,
                             .left = equity * fuzz_pick(in, 8) * 0.02,
                             .share = fuzz_pick(in, 5) * 0.25,
                             .risk = equity * fuzz_pick(in, 8) * 0.01,
                             .swing_today = fuzz_pick(in, 2) ? 1e16 : equity * 0.01,
                             .swing = fuzz_pick(in, 2) ? 1e16 : equity * 0.01,
                             .locked = equity * fuzz_pick(in, 3) * 0.01,
                             .lots = fuzz_pick(in, 8),
                             .mark = SIGMA_PART_PROP};
    uint64_t read = fuzz_bytes(in, 1);

    c->regime = read & 1 ? regime : (sigma_advice_result){0};
    c->heat = read & 2 ? heat : (sigma_portfolio_grant){0};
    c->gate = read & 4 ? gate : (sigma_gate_grant){0};
    c->prop = read & 8 ? prop : (sigma_prop_grant){0};
    c->breaker = (sigma_breaker_grant){fuzz_pick(in, 5) * 0.25, fuzz_pick(in, 4) / 3 * 0.7,
                                       fuzz_pick(in, 8) != 0, read & 16 ? SIGMA_PART_BREAKER : 0};
    c->monitor = (sigma_monitor_grant){fuzz_pick(in, 5) * 0.25, fuzz_pick(in, 8) != 0,
                                       read & 32 ? SIGMA_PART_MONITOR : 0};
}

void fuzz_make_context(fuzz_input *in, sigma_context *context)
{
    int64_t now = INT64_C(1600000000000000000) + (int64_t)fuzz_bytes(in, 2) * HOUR;

    fuzz_object(in, SIGMA_KIND_CONTEXT, context);
    if (fuzz_pick(in, 8) != 0) {
        fuzz_make_symbol(in, &context->symbol);
        make_market(in, &context->symbol, now, &context->market);
        make_account(in, now, &context->account);
        make_portfolio(in, context->symbol.id, &context->portfolio);
        make_guards(in, now, context);
    }
    switch (fuzz_pick(in, 16)) {
    case 0: memset(&context->symbol, 0, sizeof context->symbol); break;
    case 1: memset(&context->market, 0, sizeof context->market); break;
    case 2: memset(&context->account, 0, sizeof context->account); break;
    case 3: memset(&context->portfolio, 0, sizeof context->portfolio); break;
    case 4: memset(&context->gate, 0xff, sizeof context->gate); break;
    default: break;
    }
}

static void make_order(fuzz_input *in, const sigma_context *context, sigma_proposal *proposal)
{
    double tick = context->symbol.tick_size;

    proposal->id = fuzz_int32(in);
    proposal->entry = context->market.close + (fuzz_pick(in, 32) - 16) * tick;
    proposal->stop = proposal->entry - (fuzz_pick(in, 256) - 64) * tick;
    proposal->target = proposal->entry + (fuzz_pick(in, 256) - 64) * 3.0 * tick;
    proposal->lots = fuzz_pick(in, 256) * 0.01;
    proposal->scale = fuzz_pick(in, 5) * 0.25;
    proposal->probability = fuzz_pick(in, 5) * 0.25;
    proposal->volatility = fuzz_pick(in, 5) * 0.1;
    proposal->fraction = fuzz_pick(in, 5) * 0.005;
    proposal->given = fuzz_pick(in, 2) ? fuzz_bytes(in, 1) & 63 : 0;
    proposal->symbol = context->symbol.id;
    proposal->side = 1 + fuzz_pick(in, 2);
    proposal->intent = 1 + fuzz_pick(in, 4) / 3;
    proposal->strategy = 0;
}

void fuzz_make_proposal(fuzz_input *in, const sigma_context *context, sigma_proposal *proposal)
{
    fuzz_object(in, SIGMA_KIND_PROPOSAL, proposal);
    if (fuzz_pick(in, 8) != 0) {
        int64_t last = context->market.time, later = fuzz_pick(in, 3) * HOUR;
        proposal->time = last < INT64_C(9000000000000000000) ? last + later : last;
        make_order(in, context, proposal);
    }
}
