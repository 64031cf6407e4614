/* SPDX-License-Identifier: MIT */
/* A desk with guards: what each was told stands in the context, and a guard that was never started
 * is missing by name. */
#include "damage.h"
#include "samples.h"
#include "test.h"

static const uint64_t guards = 1 << SIGMA_PART_HEAT | 1 << SIGMA_PART_GATE | 1 << SIGMA_PART_PROP |
                               1 << SIGMA_PART_BREAKER | 1 << SIGMA_PART_MONITOR;

static sigma_desk desk, before;
static sigma_market market;
static sigma_regime regime;
static sigma_policy policy;
static sigma_proposal proposal;
static sigma_context context;
static sigma_decision decision;

/* Bars that rise by a pip each, so that the symbol is that of the known answer. */
static void feed(int32_t from, int32_t to)
{
    for (int32_t i = from; i < to; i++) {
        double close = 1.1 + 0.0001 * i;
        sigma_bar bar = {.time = sample_now + i * SAMPLE_HOUR,
                         .open = close - 0.0001,
                         .high = close + 0.001,
                         .low = close - 0.001,
                         .close = close,
                         .volume = 100.0};
        sigma_regime_result found;
        assert_true(sigma_market_update(&market, &bar) >= 0);
        assert_true(sigma_regime_update(&regime, &bar, &found) >= 0);
    }
    proposal.time = sample_now + to * SAMPLE_HOUR;
    proposal.entry = market.close;
}

static int setup(void **unused)
{
    sigma_market_params params = sample_market_params();
    sigma_regime_params filter;
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
    assert_int_equal(sigma_regime_defaults(0, &filter), SIGMA_OK);
    assert_int_equal(sigma_regime_init(&regime, &filter), SIGMA_OK);
    assert_int_equal(sigma_desk_init(&desk, sample_now, 10000.0), SIGMA_OK);
    sample_guards(&desk);
    policy = sample_policy();
    policy.parts |= guards;
    proposal = sample_proposal();
    proposal.scheduled = 1;
    feed(0, 300);
    assert_int_equal(sigma_desk_account(&desk, proposal.time, 10000.0, 10000.0, 0.0), SIGMA_OK);
    return 0;
}

static void decide(void)
{
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_OK);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
}

static void with_all_guards_a_sound_trade_is_granted(void **unused)
{
    (void)unused;
    decide();
    assert_true(decision.refused == 0 && decision.missing == 0);
    assert_true(desk.parts == guards);
    assert_true(context.heat.refused == 0 && context.gate.refused == 0);
    assert_true(context.prop.refused == 0);
    assert_bits(context.gate.distance, 0.0);
    assert_bits(context.breaker.scale, 1.0);
    assert_int_equal(context.monitor.entries, 1);
    assert_int_equal(context.regime.mark, 0);
}

/* The same facts, read by hand. */
static void the_context_is_what_the_guards_grant(void **unused)
{
    sigma_portfolio_sample candidate = {.balance = 10000.0,
                                        .equity = 10000.0,
                                        .symbol = SAMPLE_SYMBOL,
                                        .side = SIGMA_SIDE_LONG,
                                        .sector = 3};
    sigma_gate_sample order = {.time = proposal.time,
                               .price_time = proposal.time,
                               .entry = proposal.entry,
                               .spread = 0.0002,
                               .equity = 10000.0,
                               .balance = 10000.0,
                               .symbol = SAMPLE_SYMBOL,
                               .positions = 1,
                               .holdings = 1,
                               .scheduled = 1};
    sigma_position position = sample_position(1, 0.2);
    sigma_portfolio_grant heat;
    sigma_gate_grant gate;
    sigma_prop_grant prop;
    (void)unused;
    position.target = 1.106;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    assert_int_equal(sigma_desk_price(&desk, &market, 3), SIGMA_OK);
    proposal.sector = 3;
    proposal.spread = 0.0002;
    proposal.given = test_bit(SIGMA_GIVEN_SPREAD);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_OK);
    assert_int_equal(
        sigma_portfolio_permit(&desk.portfolio, &desk.correlation, &desk.limits, &candidate, &heat),
        SIGMA_OK);
    assert_same(context.heat, heat);
    order.exposure = desk.portfolio.notional[0];
    assert_near(order.exposure, 0.2 * 1e5 * market.close, 1e-12);
    assert_int_equal(sigma_gate_permit(&desk.gate, &order, &gate), SIGMA_OK);
    assert_same(context.gate, gate);
    sigma_prop_trade open = {.time = proposal.time,
                             .open_risk = 60.0,
                             .open_reward = desk.portfolio.reward[0],
                             .open_lots = 0.2};
    assert_near(open.open_reward, 120.0, 1e-12);
    assert_int_equal(sigma_prop_permit(&desk.prop, &open, &prop), SIGMA_OK);
    assert_same(context.prop, prop);
}

/* One that was not priced, has no stop or no target, or is too large for a firm. */
static void what_is_not_known_of_a_position_leaves_no_room(void **unused)
{
    sigma_position position = sample_position(1, 0.2);
    (void)unused;
    position.symbol = 8;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    decide();
    assert_true(context.heat.refused & test_bit(SIGMA_LIMIT_PRICED));
    assert_true(context.gate.refused == test_bit(SIGMA_LAYER_LEVERAGE));
    assert_true(decision.refused & test_bit(SIGMA_REASON_LIMITS));
    assert_true(context.prop.refused == 0); /* this firm does not count open profit */
    position = sample_position(3, 0.1);     /* one that is known does not make up for it */
    position.target = 1.2;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    assert_int_equal(sigma_desk_price(&desk, &market, 0), SIGMA_OK);
    decide();
    assert_true(context.gate.refused & test_bit(SIGMA_LAYER_LEVERAGE));
    position.id = 2;
    position.risk = position.stop = 0.0;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    decide();
    assert_true(context.prop.refused == 3);
    position.risk = 1e13;
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    decide();
    assert_true(context.prop.refused == 3);
}

static void a_guard_that_was_not_started_is_missing(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_desk_init(&desk, sample_now, 10000.0), SIGMA_OK);
    assert_int_equal(sigma_desk_account(&desk, proposal.time, 10000.0, 10000.0, 0.0), SIGMA_OK);
    decide();
    assert_true(decision.missing == guards);
    policy.parts &= ~guards;
    decide();
    assert_true(decision.refused == 0);
}

/* What the account tells the others, it tells all of them or none. */
static void the_account_tells_gate_and_firm(void **unused)
{
    int64_t now = proposal.time + 1;
    (void)unused;
    assert_int_equal(sigma_desk_account(&desk, now, 9400.0, 10000.0, 0.0), SIGMA_OK);
    assert_int_equal(desk.gate.day_lost, 1);
    assert_bits(desk.prop.equity, 9400.0);
    assert_true(desk.prop.time == now && desk.gate.time == now);
    before = desk;
    assert_int_equal(sigma_desk_account(&desk, now - 1, 9400.0, 10000.0, 0.0), SIGMA_E_ORDER);
    assert_same(desk, before);
    assert_int_equal(sigma_gate_order(&desk.gate, now + 10), SIGMA_OK);
    before = desk; /* the gate is ahead, so that it refuses what account and firm would take */
    assert_int_equal(sigma_desk_account(&desk, now + 5, 9400.0, 10000.0, 0.0), SIGMA_E_ORDER);
    assert_same(desk, before);
    assert_int_equal(sigma_desk_account(&desk, now + 10, 9e14, 9e14, 0.0), SIGMA_E_RANGE);
    assert_same(desk, before);
    proposal.time = now;
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_ORDER);
    assert_zero(context);
}

static void a_deposit_moves_no_limit_of_gate_and_firm(void **unused)
{
    sigma_gate gate = desk.gate;
    sigma_prop prop = desk.prop;
    (void)unused;
    assert_int_equal(sigma_desk_flow(&desk, proposal.time, 5000.0), SIGMA_OK);
    assert_bits(desk.account.equity, 15000.0);
    assert_same(desk.gate, gate);
    assert_same(desk.prop, prop);
}

static void an_account_without_money_has_no_limits(void **unused)
{
    (void)unused;
    policy.parts = 0;
    for (int32_t i = 0; i < 2; i++) {
        double equity = i == 0 ? 0.0 : 1.0, balance = i == 0 ? 1.0 : -1.0;
        assert_int_equal(sigma_desk_account(&desk, proposal.time, equity, balance, 0.0), SIGMA_OK);
        assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_WARMUP);
        assert_zero(context.heat);
        assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
        assert_true(decision.refused & test_bit(SIGMA_REASON_EQUITY));
    }
}

static void a_halt_denies_and_an_exit_passes(void **unused)
{
    sigma_breaker_sample event = {proposal.time, 0.0, SIGMA_EVENT_SECURITY, 0};
    sigma_breaker_transition transition;
    sigma_position position = sample_position(1, 0.2);
    (void)unused;
    assert_int_equal(sigma_breaker_update(&desk.breaker, &event, &transition), SIGMA_OK);
    decide();
    assert_true(decision.refused ==
                (test_bit(SIGMA_REASON_BREAKER) | test_bit(SIGMA_REASON_MINIMUM_LOT)));
    assert_int_equal(sigma_desk_position(&desk, &position), SIGMA_OK);
    proposal.intent = SIGMA_INTENT_REDUCE;
    desk.gate.tag = desk.monitor.tag = 7; /* damaged guards have no say in it either */
    decide();
    assert_int_equal(decision.verdict, SIGMA_VERDICT_APPROVE);
    assert_zero(context.breaker);
    assert_zero(context.gate);
}

static void a_damaged_guard_is_no_context(void **unused)
{
    int32_t *tags[] = {&desk.correlation.tag, &desk.gate.tag, &desk.prop.tag, &desk.breaker.tag,
                       &desk.monitor.tag};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(tags); i++) {
        *tags[i] ^= 1;
        assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_STATE);
        assert_zero(context);
        *tags[i] ^= 1;
    }
    desk.parts |= test_bit(SIGMA_PART_ACCOUNT); /* which is no guard */
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_E_STATE);
}

/* ---- starting */

static sigma_status start(int32_t guard, sigma_desk *on, int32_t good)
{
    sigma_portfolio_params limits = {0};
    sigma_correlation_params correlation = {0};
    sigma_gate_params gate = {0};
    sigma_prop_params prop = {0};
    sigma_breaker_params breaker = {0};
    sigma_monitor_params monitor = {0};
    sigma_status set = sigma_portfolio_defaults(&limits) |
                       sigma_correlation_defaults(&correlation) | sigma_gate_defaults(&gate) |
                       sigma_breaker_defaults(&breaker) | sigma_monitor_defaults(&monitor) |
                       sigma_prop_defaults(&prop, SIGMA_FIRM_FTMO_TWO_STEP);
    assert_int_equal(set, SIGMA_OK);
    switch (guard) {
    case 0: limits.single = good ? limits.single : -1.0; break;
    case 1: correlation.decay = good ? correlation.decay : 7.0; break;
    default: break;
    }
    switch (guard) {
    case 0:
    case 1: return sigma_desk_limits(on, &limits, &correlation);
    case 2: return sigma_desk_gate(on, good ? 0 : INT64_MAX, &gate);
    case 3: return sigma_desk_prop(on, good ? 0 : INT64_MAX, &prop);
    case 4: return sigma_desk_breaker(on, good ? 0 : INT64_MAX, &breaker);
    default: return sigma_desk_monitor(on, good ? 0 : INT64_MAX, &monitor);
    }
}

static void a_guard_starts_once_and_with_good_params(void **unused)
{
    sigma_portfolio_params limits;
    sigma_correlation_params correlation;
    (void)unused;
    assert_int_equal(sigma_portfolio_defaults(&limits), SIGMA_OK);
    assert_int_equal(sigma_correlation_defaults(&correlation), SIGMA_OK);
    for (int32_t guard = 0; guard < 6; guard++) {
        assert_int_equal(sigma_desk_init(&desk, 0, 10000.0), SIGMA_OK);
        before = desk;
        assert_int_equal(start(guard, &desk, 0), SIGMA_E_RANGE);
        assert_same(desk, before);
        desk.tag ^= 1;
        assert_int_equal(start(guard, &desk, 1), SIGMA_E_STATE);
        desk.tag ^= 1;
        assert_int_equal(start(guard, &desk, 1), SIGMA_OK);
        before = desk;
        assert_int_equal(start(guard, &desk, 1), SIGMA_E_STATE);
        assert_same(desk, before);
        desk.parts = 0; /* forgotten, but not untouched */
        assert_int_equal(start(guard, &desk, 1), SIGMA_E_STATE);
        assert_int_equal(start(guard, NULL, 1), SIGMA_E_NULL);
    }
    assert_int_equal(sigma_desk_init(&desk, 0, 10000.0), SIGMA_OK);
    before = desk;
    assert_int_equal(sigma_desk_limits(&desk, NULL, &correlation), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_limits(&desk, &limits, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_gate(&desk, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_prop(&desk, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_breaker(&desk, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_monitor(&desk, 0, NULL), SIGMA_E_NULL);
    assert_same(desk, before);
}

static void prices_come_from_a_market_with_bars(void **unused)
{
    static sigma_market empty;
    sigma_market_params params = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    assert_int_equal(sigma_market_init(&empty, &params, &symbol), SIGMA_OK);
    assert_int_equal(sigma_desk_price(&desk, &empty, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_price(&desk, &market, -1), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_price(&desk, NULL, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_price(NULL, &market, 0), SIGMA_E_NULL);
    desk.tag ^= 1;
    assert_int_equal(sigma_desk_price(&desk, &market, 0), SIGMA_E_STATE);
}

/* ---- regime */

static void the_regime_goes_into_the_context(void **unused)
{
    sigma_advice_params params;
    sigma_regime_result found;
    (void)unused;
    assert_int_equal(sigma_advice_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_regime_read(&regime, &found), SIGMA_OK);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_OK);
    assert_int_equal(sigma_desk_regime(&regime, &market, &params, &context), SIGMA_OK);
    assert_int_equal(context.regime.mark, SIGMA_PART_REGIME);
    assert_int_equal(context.regime.symbol, SAMPLE_SYMBOL);
    assert_true(context.regime.time == context.market.time);
    assert_bits(context.regime.volatility, found.volatility);
    assert_int_equal(found.regime, SIGMA_REGIME_TREND_UP);
    assert_near(context.regime.factor, 1.3 * 1.1, 1e-15); /* an ADX of 100 */
    policy.parts |= test_bit(SIGMA_PART_REGIME);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
    assert_true(decision.refused == 0 && decision.warnings == 0);
}

static void a_regime_that_warms_up_refuses(void **unused)
{
    sigma_advice_params params;
    sigma_regime_params filter = regime.params;
    (void)unused;
    assert_int_equal(sigma_advice_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_regime_init(&regime, &filter), SIGMA_OK);
    feed(300, 320);
    assert_int_equal(sigma_desk_context(&desk, &market, &proposal, &context), SIGMA_OK);
    assert_int_equal(sigma_desk_regime(&regime, &market, &params, &context), SIGMA_OK);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &decision), SIGMA_OK);
    assert_true(decision.refused & test_bit(SIGMA_REASON_REGIME));
    assert_int_equal(decision.caution, SIGMA_CAUTION_UNKNOWN);
}

static void a_regime_of_other_bars_is_none(void **unused)
{
    sigma_advice_params params;
    (void)unused;
    assert_int_equal(sigma_advice_defaults(&params), SIGMA_OK);
    regime.time--;
    memset(&context, 7, sizeof context);
    assert_int_equal(sigma_desk_regime(&regime, &market, &params, &context), SIGMA_E_STATE);
    assert_zero(context.regime);
    regime.time++;
    regime.tag ^= 1;
    assert_int_equal(sigma_desk_regime(&regime, &market, &params, &context), SIGMA_E_STATE);
    regime.tag ^= 1;
    params.factor_min = -1.0;
    assert_int_equal(sigma_desk_regime(&regime, &market, &params, &context), SIGMA_E_RANGE);
    assert_int_equal(sigma_desk_regime(&regime, &market, NULL, &context), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_regime(NULL, &market, &params, &context), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_regime(&regime, NULL, &params, &context), SIGMA_E_NULL);
    assert_int_equal(sigma_desk_regime(&regime, &market, &params, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(with_all_guards_a_sound_trade_is_granted, setup),
        cmocka_unit_test_setup(the_context_is_what_the_guards_grant, setup),
        cmocka_unit_test_setup(what_is_not_known_of_a_position_leaves_no_room, setup),
        cmocka_unit_test_setup(a_guard_that_was_not_started_is_missing, setup),
        cmocka_unit_test_setup(the_account_tells_gate_and_firm, setup),
        cmocka_unit_test_setup(a_deposit_moves_no_limit_of_gate_and_firm, setup),
        cmocka_unit_test_setup(an_account_without_money_has_no_limits, setup),
        cmocka_unit_test_setup(a_halt_denies_and_an_exit_passes, setup),
        cmocka_unit_test_setup(a_damaged_guard_is_no_context, setup),
        cmocka_unit_test_setup(a_guard_starts_once_and_with_good_params, setup),
        cmocka_unit_test_setup(prices_come_from_a_market_with_bars, setup),
        cmocka_unit_test_setup(the_regime_goes_into_the_context, setup),
        cmocka_unit_test_setup(a_regime_that_warms_up_refuses, setup),
        cmocka_unit_test_setup(a_regime_of_other_bars_is_none, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
