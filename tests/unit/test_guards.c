/* SPDX-License-Identifier: MIT */
/* What is true of all guards: closing passes them in any state, what is no number, missing or old
 * switches no limit off, and what was never read allows nothing. */
#include "damage.h"
#include "samples.h"
#include "test.h"

#define SECOND INT64_C(1000000000)

static const int64_t now = 1000 * SECOND;

/* ---- every guard in a state in which it allows an entry */

typedef struct guards {
    sigma_breaker breaker;
    sigma_gate gate;
    sigma_monitor monitor;
    sigma_prop prop;
    sigma_portfolio portfolio;
    sigma_correlation correlation;
    sigma_exits exits;
} guards;

static guards g;
static sigma_gate_sample order;
static sigma_prop_trade trade;
static sigma_portfolio_params limits;
static sigma_portfolio_sample candidate;
static sigma_exits_sample seen;

static void start_breaker_and_monitor(void)
{
    sigma_breaker_params breaker;
    sigma_monitor_params monitor;
    assert_int_equal(sigma_breaker_defaults(&breaker), SIGMA_OK);
    assert_int_equal(sigma_breaker_init(&g.breaker, now, &breaker), SIGMA_OK);
    assert_int_equal(sigma_monitor_defaults(&monitor), SIGMA_OK);
    assert_int_equal(sigma_monitor_init(&g.monitor, now, &monitor), SIGMA_OK);
}

static void start_gate_and_prop(void)
{
    sigma_prop_params prop;
    g.gate = sample_gate(now);
    assert_int_equal(sigma_prop_defaults(&prop, SIGMA_FIRM_APEX_50K), SIGMA_OK);
    assert_int_equal(sigma_prop_init(&g.prop, now, &prop), SIGMA_OK);
    order = sample_order(now);
    trade = (sigma_prop_trade){.time = now, .risk = 100.0, .reward = 300.0, .lots = 1.0};
}

static void start_portfolio_and_exits(void)
{
    sigma_correlation_params correlation;
    sigma_exits_params exits;
    sigma_exits_entry entry = {.entry = 100.0,
                               .stop = 98.0,
                               .target = 110.0,
                               .atr = 1.0,
                               .side = SIGMA_SIDE_LONG,
                               .regime = SIGMA_REGIME_TREND_UP};
    assert_int_equal(sigma_correlation_defaults(&correlation), SIGMA_OK);
    assert_int_equal(sigma_correlation_init(&g.correlation, &correlation), SIGMA_OK);
    assert_int_equal(sigma_portfolio_init(&g.portfolio), SIGMA_OK);
    assert_int_equal(sigma_portfolio_defaults(&limits), SIGMA_OK);
    assert_int_equal(sigma_exits_defaults(&exits, SIGMA_STYLE_RISK), SIGMA_OK);
    assert_int_equal(sigma_exits_init(&g.exits, &exits, &entry), SIGMA_OK);
    candidate = (sigma_portfolio_sample){.exposure = 1000.0,
                                         .risk = 100.0,
                                         .balance = 10000.0,
                                         .equity = 10000.0,
                                         .symbol = SAMPLE_SYMBOL,
                                         .side = SIGMA_SIDE_LONG};
    seen = (sigma_exits_sample){.regime = SIGMA_REGIME_TREND_UP};
}

static int setup(void **unused)
{
    (void)unused;
    start_breaker_and_monitor();
    start_gate_and_prop();
    start_portfolio_and_exits();
    return 0;
}

/* ---- their answers to an entry: 1 yes, 0 no, below an error, which is none */

static int32_t breaker_allows(void)
{
    sigma_breaker_result r;
    sigma_status status = sigma_breaker_read(&g.breaker, &r);
    assert_true(status == SIGMA_OK || r.entries == 0);
    return r.entries;
}

static int32_t monitor_allows(void)
{
    sigma_monitor_result r;
    sigma_status status = sigma_monitor_read(&g.monitor, &r);
    assert_true(status >= 0 || r.entries == 0);
    return r.entries;
}

static int32_t gate_allows(const sigma_gate_sample *sample)
{
    sigma_gate copy = g.gate;
    sigma_gate_result r;
    sigma_status status = sigma_gate_check(&copy, sample, &r);
    assert_true(status == SIGMA_OK || r.allowed == 0);
    return r.allowed;
}

static int32_t prop_allows(const sigma_prop_trade *proposed)
{
    sigma_prop_verdict v;
    sigma_status status = sigma_prop_check(&g.prop, proposed, &v);
    assert_true(status == SIGMA_OK || v.verdict == SIGMA_VERDICT_DENY);
    return v.verdict == SIGMA_VERDICT_APPROVE;
}

static int32_t portfolio_allows(const sigma_portfolio_params *params,
                                const sigma_portfolio_sample *sample)
{
    sigma_portfolio_verdict v;
    sigma_status status = sigma_portfolio_check(&g.portfolio, &g.correlation, params, sample, &v);
    assert_true(status == SIGMA_OK || v.verdict == SIGMA_VERDICT_DENY);
    return v.verdict == SIGMA_VERDICT_APPROVE;
}

static void sound_entries_are_allowed(void **unused)
{
    (void)unused;
    assert_int_equal(breaker_allows(), 1);
    assert_int_equal(monitor_allows(), 1);
    assert_int_equal(gate_allows(&order), 1);
    assert_int_equal(prop_allows(&trade), 1);
    assert_int_equal(portfolio_allows(&limits, &candidate), 1);
}

/* ---- what is no number */

static void gate_refuses(const void *damaged, const sigma_field *field, void *context)
{
    (void)field, (void)context;
    assert_int_equal(gate_allows((const sigma_gate_sample *)damaged), 0);
}

static void prop_refuses(const void *damaged, const sigma_field *field, void *context)
{
    (void)field, (void)context;
    assert_int_equal(prop_allows((const sigma_prop_trade *)damaged), 0);
}

static void portfolio_refuses(const void *damaged, const sigma_field *field, void *context)
{
    (void)field;
    assert_int_equal(context ? portfolio_allows((const sigma_portfolio_params *)damaged, &candidate)
                             : portfolio_allows(&limits, (const sigma_portfolio_sample *)damaged),
                     0);
}

/* A bar or tick that cannot be used leaves position and stop as they are; a close that was ordered
 * is carried out all the same. */
static void exits_stay(const void *damaged, const sigma_field *field, void *context)
{
    sigma_exits copy = g.exits;
    sigma_exits_result r;
    (void)field, (void)context;
    sigma_status status = sigma_exits_update(&copy, (const sigma_bar *)damaged, &seen, &r);
    assert_int_equal(status, SIGMA_E_RANGE);
    assert_same(copy, g.exits);
    seen.order = SIGMA_EXIT_MANUAL;
    status = sigma_exits_update(&copy, (const sigma_bar *)damaged, &seen, &r);
    seen.order = 0;
    assert_int_equal(status, SIGMA_OK);
    assert_int_equal(r.action, SIGMA_ACTION_CLOSE);
    assert_bits(r.fraction, 1.0);
}

static void what_is_no_number_allows_nothing(void **unused)
{
    sigma_bar bar = {1, 100.0, 101.0, 99.0, 100.5, 1.0};
    (void)unused;
    assert_true(damage_doubles(SIGMA_KIND_GATE_SAMPLE, &order, gate_refuses, NULL) >= 40);
    assert_true(damage_doubles(SIGMA_KIND_PROP_TRADE, &trade, prop_refuses, NULL) >= 24);
    assert_true(damage_doubles(SIGMA_KIND_PORTFOLIO_SAMPLE, &candidate, portfolio_refuses, NULL) >=
                20);
    assert_true(damage_doubles(SIGMA_KIND_PORTFOLIO_PARAMS, &limits, portfolio_refuses, &limits) >=
                52);
    assert_true(damage_doubles(SIGMA_KIND_BAR, &bar, exits_stay, NULL) >= 20);
}

static void states_with_what_is_no_number(const void *damaged, const sigma_field *field,
                                          void *context)
{
    guards before = g;
    (void)field;
    switch (*(const int32_t *)context) {
    case SIGMA_KIND_GATE:
        memcpy(&g.gate, damaged, sizeof g.gate);
        assert_int_equal(gate_allows(&order), 0);
        break;
    case SIGMA_KIND_PROP:
        memcpy(&g.prop, damaged, sizeof g.prop);
        assert_int_equal(prop_allows(&trade), 0);
        break;
    default:
        memcpy(&g.portfolio, damaged, sizeof g.portfolio);
        assert_int_equal(portfolio_allows(&limits, &candidate), 0);
    }
    order.intent = SIGMA_INTENT_REDUCE;
    assert_int_equal(gate_allows(&order), 1);
    order.intent = SIGMA_INTENT_OPEN;
    g = before;
}

static void damaged_states_allow_nothing_but_closing(void **unused)
{
    int32_t kinds[] = {SIGMA_KIND_GATE, SIGMA_KIND_PROP, SIGMA_KIND_PORTFOLIO};
    (void)unused;
    for (int32_t i = 1; i <= SIGMA_PORTFOLIO_SPACE; i++) {
        sigma_position position = sample_position(i, 0.01);
        assert_int_equal(sigma_portfolio_update(&g.portfolio, &position), SIGMA_OK);
    }
    assert_true(damage_doubles(kinds[0], &g.gate, states_with_what_is_no_number, &kinds[0]) > 10);
    assert_true(damage_doubles(kinds[1], &g.prop, states_with_what_is_no_number, &kinds[1]) > 40);
    assert_true(damage_doubles(kinds[2], &g.portfolio, states_with_what_is_no_number, &kinds[2]) >
                1000);
}

/* Each of these halts a sound breaker: none may be lost because a threshold was damaged. */
static void breaker_still_trips(const void *damaged, const sigma_field *field, void *context)
{
    static const sigma_breaker_sample events[] = {
        {0, 1.0, SIGMA_EVENT_SLIPPAGE, 0},    {0, -0.9, SIGMA_EVENT_TRADE, 0},
        {0, 1e15, SIGMA_EVENT_VOLATILITY, 0}, {0, -10.0, SIGMA_EVENT_EXPECTANCY, 1000},
        {0, 1e9, SIGMA_EVENT_LATENCY, 0},
    };
    (void)field, (void)context;
    for (int32_t i = 0; i < COUNT_OF(events); i++) {
        sigma_breaker breaker;
        sigma_breaker_transition t;
        sigma_status status = SIGMA_OK;
        memcpy(&breaker, damaged, sizeof breaker);
        for (int32_t k = 0; k < 20 && status == SIGMA_OK; k++) {
            sigma_breaker_sample event = events[i];
            event.time = now;
            status = sigma_breaker_update(&breaker, &event, &t);
        }
        assert_true(status == SIGMA_E_STATE || breaker.state >= SIGMA_LEVEL_HALT);
    }
}

static void monitor_still_halts(const void *damaged, const sigma_field *field, void *context)
{
    sigma_monitor monitor;
    sigma_monitor_result r;
    sigma_status status = SIGMA_OK;
    (void)field, (void)context;
    memcpy(&monitor, damaged, sizeof monitor);
    for (int32_t k = 0; k < 100 && status >= 0; k++) {
        sigma_monitor_sample loss = {now, -3.0, 0, 0};
        status = sigma_monitor_update(&monitor, &loss, &r);
    }
    assert_true(status == SIGMA_E_STATE || r.entries == 0);
    assert_true(status >= 0 || r.entries == 0);
}

static void a_damaged_threshold_switches_no_limit_off(void **unused)
{
    (void)unused;
    assert_true(damage_doubles(SIGMA_KIND_BREAKER, &g.breaker, breaker_still_trips, NULL) > 200);
    assert_true(damage_doubles(SIGMA_KIND_MONITOR, &g.monitor, monitor_still_halts, NULL) > 200);
}

/* ---- what is old or missing */

static void what_is_old_or_missing_allows_nothing(void **unused)
{
    sigma_position position = sample_position(1, 0.1);
    (void)unused;
    order.price_time = now - 61 * SECOND;
    assert_int_equal(gate_allows(&order), 0);
    order.price_time = now + 1; /* of the future */
    assert_int_equal(gate_allows(&order), 0);
    trade.time = g.prop.day_end; /* figures of yesterday */
    assert_int_equal(prop_allows(&trade), 0);
    trade.time = now - 1;
    assert_int_equal(prop_allows(&trade), 0);
    trade.time = now, trade.reward = 0.0; /* where open profit counts */
    assert_int_equal(prop_allows(&trade), 0);
    assert_int_equal(sigma_portfolio_update(&g.portfolio, &position), SIGMA_OK);
    assert_int_equal(portfolio_allows(&limits, &candidate), 0); /* not priced */
}

static void nothing_that_was_never_set_up_allows_anything(void **unused)
{
    (void)unused;
    memset(&g, 0, sizeof g);
    assert_int_equal(breaker_allows(), 0);
    assert_int_equal(monitor_allows(), 0);
    assert_int_equal(gate_allows(&order), 0);
    assert_int_equal(prop_allows(&trade), 0);
    assert_int_equal(portfolio_allows(&limits, &candidate), 0);
    order.intent = SIGMA_INTENT_REDUCE;
    assert_int_equal(gate_allows(&order), 1);
}

/* ---- closing */

static void shut_everything(void)
{
    sigma_breaker_sample event = {now, 0.0, SIGMA_EVENT_SECURITY, 0};
    sigma_breaker_transition transition;
    sigma_monitor_result health;
    sigma_prop_sample ruin = {now + 1, 1.0, 1.0, 1.0, 1.0, 0, 0};
    assert_int_equal(sigma_breaker_update(&g.breaker, &event, &transition), SIGMA_OK);
    assert_int_equal(sigma_breaker_override(&g.breaker, now, 1), SIGMA_OK);
    for (int32_t i = 0; i < 100; i++) {
        sigma_monitor_sample loss = {now, -3.0, 0, 0};
        assert_true(sigma_monitor_update(&g.monitor, &loss, &health) >= 0);
    }
    assert_int_equal(sigma_prop_update(&g.prop, &ruin), SIGMA_OK);
    assert_int_equal(sigma_gate_equity(&g.gate, now, 1.0), SIGMA_OK);
    for (int32_t i = 1; i <= SIGMA_PORTFOLIO_SPACE; i++) {
        sigma_position position = sample_position(i, 100.0);
        assert_int_equal(sigma_portfolio_update(&g.portfolio, &position), SIGMA_OK);
    }
}

/* With all of them shut: entries are refused, the order that closes goes through the gate, is
 * granted whole by the decision, and never above what is held. */
static void closing_is_never_refused(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = {0};
    sigma_proposal proposal = {.time = now,
                               .symbol = SAMPLE_SYMBOL,
                               .side = SIGMA_SIDE_LONG,
                               .intent = SIGMA_INTENT_REDUCE,
                               .given = test_bit(SIGMA_GIVEN_LOTS)};
    sigma_decision decision;
    (void)unused;
    shut_everything();
    assert_int_equal(breaker_allows() + monitor_allows() + gate_allows(&order), 0);
    assert_int_equal(prop_allows(&trade) + portfolio_allows(&limits, &candidate), 0);
    assert_int_equal(sigma_portfolio_read(&g.portfolio, SAMPLE_SYMBOL, &context.portfolio),
                     SIGMA_OK);
    for (int32_t i = 0; i < 3; i++) {
        proposal.lots = 3200.0 * (i + 1); /* a half, all, and more than there is */
        assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
        assert_true(decision.verdict != SIGMA_VERDICT_DENY);
        assert_bits(decision.lots, i == 0 ? 3200.0 : 6400.0);
    }
    order = (sigma_gate_sample){.intent = SIGMA_INTENT_REDUCE}; /* whatever else is missing */
    assert_int_equal(gate_allows(&order), 1);
    memset(&g.gate, 0xff, sizeof g.gate);
    assert_int_equal(gate_allows(&order), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(sound_entries_are_allowed, setup),
        cmocka_unit_test_setup(what_is_no_number_allows_nothing, setup),
        cmocka_unit_test_setup(damaged_states_allow_nothing_but_closing, setup),
        cmocka_unit_test_setup(a_damaged_threshold_switches_no_limit_off, setup),
        cmocka_unit_test_setup(what_is_old_or_missing_allows_nothing, setup),
        cmocka_unit_test_setup(nothing_that_was_never_set_up_allows_anything, setup),
        cmocka_unit_test_setup(closing_is_never_refused, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
