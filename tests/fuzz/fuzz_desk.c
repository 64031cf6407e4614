/* SPDX-License-Identifier: MIT */
/* Any calls in any order on a desk, sound or damaged: it does what its parts do, and a context that
 * it read can be decided on. */
#include "fuzz.h"

/* Returns whether the desk is forged. */
static bool start(fuzz_input *in, sigma_desk *desk)
{
    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_DESK, desk);
        return true;
    }
    int64_t time = fuzz_rarely(in) ? fuzz_time(in) : INT64_C(1577836800000000000);
    double balance = fuzz_around(in, 1e-6, 1e9);
    sigma_status status = sigma_desk_init(desk, time, balance);
    (void)fuzz_saw_result("sigma_desk_init", status, SIGMA_KIND_DESK, desk);
    sigma_position one = {.entry = 1.0, .stop = 0.9, .lots = 0.1, .symbol = 1, .side = 1};
    int32_t full = status == SIGMA_OK && fuzz_pick(in, 4) == 0 ? SIGMA_PORTFOLIO_SPACE : 0;
    while (one.id < full) {
        one.id++;
        REQUIRE(sigma_desk_position(desk, &one) == SIGMA_OK);
    }
    return false;
}

static sigma_desk before; /* of the last call; too large for a frame */

/* Mostly as usual, at times anything at all. */
static void guards(fuzz_input *in, sigma_desk *desk)
{
    sigma_portfolio_params limits;
    sigma_correlation_params correlation;
    sigma_gate_params gate;
    sigma_prop_params prop;
    sigma_breaker_params breaker;
    sigma_monitor_params monitor;
    int64_t time = desk->account.time;
    bool odd = fuzz_rarely(in);

    REQUIRE(sigma_portfolio_defaults(&limits) == SIGMA_OK);
    REQUIRE(sigma_correlation_defaults(&correlation) == SIGMA_OK);
    REQUIRE(sigma_gate_defaults(&gate) == SIGMA_OK);
    REQUIRE(sigma_prop_defaults(&prop, 1 + fuzz_pick(in, SIGMA_FIRM_COUNT - 1)) == SIGMA_OK);
    REQUIRE(sigma_breaker_defaults(&breaker) == SIGMA_OK);
    REQUIRE(sigma_monitor_defaults(&monitor) == SIGMA_OK);
    if (odd) {
        fuzz_object(in, SIGMA_KIND_PORTFOLIO_PARAMS, &limits);
        fuzz_object(in, SIGMA_KIND_GATE_PARAMS, &gate);
        fuzz_object(in, SIGMA_KIND_PROP_PARAMS, &prop);
        fuzz_object(in, SIGMA_KIND_BREAKER_PARAMS, &breaker);
        fuzz_object(in, SIGMA_KIND_MONITOR_PARAMS, &monitor);
        time = fuzz_time(in);
    }
    before = *desk;
    sigma_status status = sigma_desk_limits(desk, FUZZ_UNLESS(fuzz_rarely(in), &limits),
                                            FUZZ_UNLESS(fuzz_rarely(in), &correlation));
    (void)fuzz_saw_state("sigma_desk_limits", status, SIGMA_KIND_DESK, &before, desk);
    before = *desk;
    status = sigma_desk_gate(desk, time, FUZZ_UNLESS(fuzz_rarely(in), &gate));
    (void)fuzz_saw_state("sigma_desk_gate", status, SIGMA_KIND_DESK, &before, desk);
    before = *desk;
    status = sigma_desk_prop(desk, time, FUZZ_UNLESS(fuzz_rarely(in), &prop));
    (void)fuzz_saw_state("sigma_desk_prop", status, SIGMA_KIND_DESK, &before, desk);
    before = *desk;
    status = sigma_desk_breaker(desk, time, FUZZ_UNLESS(fuzz_rarely(in), &breaker));
    (void)fuzz_saw_state("sigma_desk_breaker", status, SIGMA_KIND_DESK, &before, desk);
    before = *desk;
    status = sigma_desk_monitor(desk, time, FUZZ_UNLESS(fuzz_rarely(in), &monitor));
    (void)fuzz_saw_state("sigma_desk_monitor", status, SIGMA_KIND_DESK, &before, desk);
}

static void account(fuzz_input *in, sigma_desk *desk)
{
    before = *desk;
    int64_t time = fuzz_time(in);
    double balance = fuzz_around(in, 1000.0, 1e6), equity = fuzz_around(in, 1000.0, 1e6);
    double margin = fuzz_around(in, 0.0, 1000.0);
    sigma_status status = sigma_desk_account(desk, time, equity, balance, margin);

    (void)fuzz_saw_state("sigma_desk_account", status, SIGMA_KIND_DESK, &before, desk);
    before = *desk;
    double amount = fuzz_around(in, -1e4, 1e4);
    status = sigma_desk_flow(desk, time, amount);
    (void)fuzz_saw_state("sigma_desk_flow", status, SIGMA_KIND_DESK, &before, desk);
}

static void position(fuzz_input *in, sigma_desk *desk)
{
    sigma_position one;

    before = *desk;

    fuzz_make_position(in, &one);
    sigma_status status = sigma_desk_position(desk, FUZZ_UNLESS(fuzz_pick(in, 64) == 63, &one));
    (void)fuzz_saw_state("sigma_desk_position", status, SIGMA_KIND_DESK, &before, desk);
}

/* Returns whether the market is forged. */
static bool make_market(fuzz_input *in, sigma_market *market)
{
    sigma_symbol symbol;
    sigma_market_params params;
    sigma_bar bar = {.time = INT64_C(1577836800000000000), .close = 1000.0};

    REQUIRE(sigma_market_defaults(&params) == SIGMA_OK);
    params.interval = INT64_C(3600000000000);
    params.atr = 1 + fuzz_pick(in, 3);
    params.adx = 1 + fuzz_pick(in, 3);
    fuzz_make_symbol(in, &symbol);
    if (fuzz_rarely(in) || sigma_market_init(market, &params, &symbol) != SIGMA_OK) {
        fuzz_object(in, SIGMA_KIND_MARKET, market);
        return true;
    }
    for (int32_t i = fuzz_pick(in, 12); i > 0; i--) {
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status = sigma_market_update(market, &bar);
        REQUIRE(status != SIGMA_E_STATE);
    }
    return false;
}

/* A part is what its own read function says: all zero of a damaged state, which only an order that
 * reduces passes over. */
static void part_holds(sigma_status status, bool reduces, const void *part, const void *expected,
                       size_t size)
{
    REQUIRE(status >= 0 || reduces);
    REQUIRE(fuzz_is_same(part, expected, size));
}

static void parts_hold(const sigma_desk *desk, const sigma_market *market,
                       const sigma_proposal *proposal, const sigma_context *known)
{
    bool reduces = proposal->intent == SIGMA_INTENT_REDUCE;
    sigma_market_result prices;
    sigma_account_result figures;
    sigma_portfolio_result open;
    sigma_symbol facts = {0};
    sigma_status status = sigma_symbol_check(&market->symbol);

    facts = status == SIGMA_OK ? market->symbol : facts;
    part_holds(status, reduces, &known->symbol, &facts, sizeof facts);
    status = sigma_market_read(market, &prices);
    part_holds(status, reduces, &known->market, &prices, sizeof prices);
    status = sigma_account_read(&desk->account, &figures);
    part_holds(status, reduces, &known->account, &figures, sizeof figures);
    status = sigma_portfolio_read(&desk->portfolio, proposal->symbol, &open);
    part_holds(status, false, &known->portfolio, &open, sizeof open);
    REQUIRE(fuzz_is_zero(&known->edge, sizeof known->edge) ||
            fuzz_is_same(&known->edge, &desk->edge, sizeof known->edge));
}

/* The regime of a filter that saw the market's last bar, or another. */
static void regime_of(fuzz_input *in, const sigma_market *market, sigma_context *known, bool forged)
{
    sigma_regime_params filter;
    sigma_advice_params params;
    sigma_regime regime;

    REQUIRE(sigma_regime_defaults(0, &filter) == SIGMA_OK);
    REQUIRE(sigma_advice_defaults(&params) == SIGMA_OK);
    REQUIRE(sigma_regime_init(&regime, &filter) == SIGMA_OK);
    regime.time = fuzz_rarely(in) ? 0 : market->time;
    if (fuzz_rarely(in)) {
        fuzz_object(in, SIGMA_KIND_ADVICE_PARAMS, &params);
    }
    int32_t none = fuzz_pick(in, 64);
    sigma_status status =
        sigma_desk_regime(FUZZ_UNLESS(none == 61, &regime), FUZZ_UNLESS(none == 62, market),
                          FUZZ_UNLESS(none == 63, &params), known);
    (void)fuzz_saw_read("sigma_desk_regime", status, SIGMA_KIND_ADVICE_RESULT, &known->regime,
                        forged);
}

static void price(fuzz_input *in, sigma_desk *desk, const sigma_market *market)
{
    before = *desk;
    int32_t sector = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 3);
    sigma_status status = sigma_desk_price(desk, FUZZ_UNLESS(fuzz_rarely(in), market), sector);
    (void)fuzz_saw_state("sigma_desk_price", status, SIGMA_KIND_DESK, &before, desk);
}

static void context(fuzz_input *in, sigma_desk *desk, bool forged)
{
    sigma_market market;
    sigma_proposal proposal;
    sigma_context known;
    sigma_policy policy;
    sigma_decision decision;

    forged |= make_market(in, &market);
    price(in, desk, &market);
    fuzz_object(in, SIGMA_KIND_PROPOSAL, &proposal);
    if (!fuzz_rarely(in)) {
        proposal.time = desk->account.time - fuzz_pick(in, 64) / 63;
    }
    proposal.symbol = fuzz_rarely(in) ? fuzz_int32(in) : market.symbol.id;
    int32_t none = fuzz_pick(in, 64);
    sigma_status status = sigma_desk_context(desk, FUZZ_UNLESS(none == 62, &market),
                                             FUZZ_UNLESS(none == 63, &proposal), &known);
    (void)fuzz_saw_read("sigma_desk_context", status, SIGMA_KIND_CONTEXT, &known, forged);
    regime_of(in, &market, &known, forged);
    if (status >= 0) {
        parts_hold(desk, &market, &proposal, &known);
    }
    if (status >= 0 && !forged && fuzz_in_range(SIGMA_KIND_PROPOSAL, &proposal) &&
        proposal.intent == SIGMA_INTENT_OPEN && proposal.entry > 1e-15) {
        REQUIRE(sigma_policy_defaults(&policy) == SIGMA_OK);
        REQUIRE(sigma_decide(&policy, &known, &proposal, &decision) == SIGMA_OK);
    }
}

static void edge(fuzz_input *in, sigma_desk *desk)
{
    sigma_edge proven;

    before = *desk;

    fuzz_object(in, SIGMA_KIND_EDGE, &proven);
    sigma_status status = sigma_desk_edge(desk, FUZZ_UNLESS(fuzz_rarely(in), &proven));
    (void)fuzz_saw_state("sigma_desk_edge", status, SIGMA_KIND_DESK, &before, desk);
}

static void no_object(const sigma_desk *desk)
{
    sigma_market market = {0};
    sigma_proposal proposal = {0};
    sigma_position one = {0};
    sigma_context known;

    fuzz_saw_null("sigma_desk_init", sigma_desk_init(NULL, 0, 1.0));
    fuzz_saw_null("sigma_desk_limits", sigma_desk_limits(NULL, NULL, NULL));
    fuzz_saw_null("sigma_desk_gate", sigma_desk_gate(NULL, 0, NULL));
    fuzz_saw_null("sigma_desk_prop", sigma_desk_prop(NULL, 0, NULL));
    fuzz_saw_null("sigma_desk_breaker", sigma_desk_breaker(NULL, 0, NULL));
    fuzz_saw_null("sigma_desk_monitor", sigma_desk_monitor(NULL, 0, NULL));
    fuzz_saw_null("sigma_desk_price", sigma_desk_price(NULL, &market, 0));
    fuzz_saw_null("sigma_desk_regime", sigma_desk_regime(NULL, &market, NULL, NULL));
    fuzz_saw_null("sigma_desk_account", sigma_desk_account(NULL, 0, 1.0, 1.0, 0.0));
    fuzz_saw_null("sigma_desk_flow", sigma_desk_flow(NULL, 0, 1.0));
    fuzz_saw_null("sigma_desk_edge", sigma_desk_edge(NULL, NULL));
    fuzz_saw_null("sigma_desk_position", sigma_desk_position(NULL, &one));
    fuzz_saw_null("sigma_desk_context", sigma_desk_context(NULL, &market, &proposal, &known));
    REQUIRE(fuzz_is_zero(&known, sizeof known));
    fuzz_saw_null("sigma_desk_context", sigma_desk_context(desk, &market, &proposal, NULL));
}

void fuzz_desk(fuzz_input *in)
{
    static sigma_desk desk;
    bool forged = start(in, &desk);

    while (fuzz_more(in)) {
        if (fuzz_pick(in, 4) == 0) {
            guards(in, &desk);
        }
        account(in, &desk);
        position(in, &desk);
        edge(in, &desk);
        context(in, &desk, forged);
        if (fuzz_rarely(in)) {
            fuzz_damage(in, SIGMA_KIND_DESK, &desk);
            forged = true;
        }
        if (fuzz_rarely(in)) {
            forged = start(in, &desk);
        }
    }
    no_object(&desk);
}
