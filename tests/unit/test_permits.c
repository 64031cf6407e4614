/* SPDX-License-Identifier: MIT */
/* What guards grant an entry before its size is known agrees with what they say once it is. */
#include "damage.h"
#include "samples.h"
#include "test.h"

#define SECOND INT64_C(1000000000)

static const int64_t now = 1000 * SECOND;

/* ---- portfolio */

static sigma_portfolio portfolio;
static sigma_correlation correlation;
static sigma_portfolio_params limits;

static sigma_portfolio_sample random_book(uint64_t *seed)
{
    sigma_correlation_params params;
    int32_t open = test_whole(seed, 0, 6);
    double load[5] = {0.0}; /* of one factor, so that the correlations go together */
    assert_int_equal(sigma_correlation_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_correlation_init(&correlation, &params), SIGMA_OK);
    for (int32_t id = 1; id <= 4; id++) {
        assert_int_equal(sigma_correlation_add(&correlation, id), SIGMA_OK);
        load[id] = test_between(seed, -0.99, 0.99);
        for (int32_t other = 1; other < id; other++) {
            assert_int_equal(
                sigma_correlation_give(&correlation, id, other, load[id] * load[other]), SIGMA_OK);
        }
    }
    assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
    assert_int_equal(sigma_portfolio_defaults(&limits), SIGMA_OK);
    limits.positions = test_whole(seed, 1, 8);
    for (int32_t i = 1; i <= open; i++) {
        sigma_position position = sample_position(i, 0.1);
        position.symbol = test_whole(seed, 1, 4);
        position.side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT);
        position.risk = test_between(seed, 0.0, 150.0);
        assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
        portfolio.exposure[i - 1] = test_random(seed) < 0.02 ? 0.0 : test_between(seed, 0, 3e3);
        portfolio.sector[i - 1] = test_whole(seed, 0, 2);
    }
    return (sigma_portfolio_sample){.exposure = 1.0,
                                    .risk = 1.0,
                                    .balance = 10000.0,
                                    .equity = test_between(seed, 9000.0, 11000.0),
                                    .symbol = test_whole(seed, 1, 4),
                                    .side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT),
                                    .sector = test_whole(seed, 0, 2)};
}

static uint64_t refused_at(sigma_portfolio_sample sample, double exposure, double risk)
{
    sigma_portfolio_verdict v;
    sample.exposure = exposure;
    sample.risk = risk;
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &limits, &sample, &v),
                     SIGMA_OK);
    return v.refused;
}

static void inside_the_room_the_portfolio_refuses_what_no_size_keeps(void **unused)
{
    const uint64_t of_risk = test_bit(SIGMA_LIMIT_HEAT) | test_bit(SIGMA_LIMIT_SUM);
    uint64_t seed = 510;
    int32_t rooms = 0;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_portfolio_sample sample = random_book(&seed);
        sigma_portfolio_grant g;
        sigma_portfolio_verdict v;
        assert_int_equal(sigma_portfolio_permit(&portfolio, &correlation, &limits, &sample, &g),
                         SIGMA_OK);
        assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &limits, &sample, &v),
                         SIGMA_OK);
        assert_bits(g.risk, v.room);
        assert_bits(g.rho, v.rho);
        double exposure = g.exposure > 0.0 ? g.exposure * (1.0 - 1e-9) : 1e-6;
        double risk = g.risk > 0.0 ? g.risk * (1.0 - 1e-9) : 1e-6;
        assert_true(refused_at(sample, exposure, risk) == g.refused);
        if (g.refused == 0) { /* and beyond it, it refuses */
            assert_true(refused_at(sample, g.exposure * (1.0 + 1e-9) + 1e-9, risk) & ~of_risk);
            assert_true(refused_at(sample, exposure, g.risk * (1.0 + 1e-9) + 1e-9) & of_risk);
            rooms++;
        }
        sample.exposure = g.gross * (1.0 - 1e-9);
        assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &limits, &sample, &v),
                         SIGMA_OK);
        assert_true(g.gross == 0.0 || v.warned == 0);
    }
    assert_in_range(rooms, 4000, 20000);
}

static void a_portfolio_grant_speaks_of_its_candidate(void **unused)
{
    uint64_t seed = 511;
    sigma_portfolio_sample sample = random_book(&seed), bad = sample;
    sigma_portfolio_grant g;
    (void)unused;
    sample.symbol = 3;
    sample.side = SIGMA_SIDE_SHORT;
    assert_int_equal(sigma_portfolio_permit(&portfolio, &correlation, &limits, &sample, &g),
                     SIGMA_OK);
    assert_int_equal(g.symbol, 3);
    assert_int_equal(g.side, SIGMA_SIDE_SHORT);
    assert_int_equal(g.mark, SIGMA_PART_HEAT);
    bad.equity = NOT_A_NUMBER;
    assert_int_equal(sigma_portfolio_permit(&portfolio, &correlation, &limits, &bad, &g),
                     SIGMA_E_RANGE);
    assert_zero(g);
    portfolio.tag ^= 1;
    assert_int_equal(sigma_portfolio_permit(&portfolio, &correlation, &limits, &sample, &g),
                     SIGMA_E_STATE);
    assert_zero(g);
    assert_int_equal(sigma_portfolio_permit(NULL, &correlation, &limits, &sample, &g),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_permit(&portfolio, &correlation, &limits, &sample, NULL),
                     SIGMA_E_NULL);
}

/* A position's reward is what it gains at its target, forgotten when target or entry change. */
static void rewards_and_notionals_are_priced(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    sigma_position position = sample_position(1, 0.5);
    (void)unused;
    position.target = 1.106;
    assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_int_equal(sigma_portfolio_price(&portfolio, &symbol, 1.2, 0), SIGMA_OK);
    assert_near(portfolio.reward[0], 300.0, 1e-12);
    assert_near(portfolio.notional[0], 60000.0, 1e-12);
    position.stop = 1.1;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_near(portfolio.reward[0], 300.0, 1e-12);
    position.target = 1.107;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_bits(portfolio.reward[0], 0.0);
    assert_near(portfolio.notional[0], 60000.0, 1e-12);
    assert_int_equal(sigma_portfolio_price(&portfolio, &symbol, 1.2, 0), SIGMA_OK);
    position.entry = 1.101;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_bits(portfolio.reward[0], 0.0);
    position.side = SIGMA_SIDE_SHORT; /* a target behind it gains nothing */
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_int_equal(sigma_portfolio_price(&portfolio, &symbol, 1.2, 0), SIGMA_OK);
    assert_bits(portfolio.reward[0], 0.0);
    position.target = 0.0;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_int_equal(sigma_portfolio_price(&portfolio, &symbol, 1.2, 0), SIGMA_OK);
    assert_bits(portfolio.reward[0], 0.0);
    position.lots = 0.0;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_bits(portfolio.notional[0], 0.0);
    portfolio.reward[5] = NOT_A_NUMBER;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_E_STATE);
    portfolio.reward[5] = 0.0;
    portfolio.notional[5] = -1.0;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_E_STATE);
}

/* ---- firm */

static void inside_its_room_a_firm_s_rules_hold(void **unused)
{
    uint64_t seed = 520;
    int32_t rooms = 0, refusals = 0;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_prop_params params;
        sigma_prop prop;
        sigma_prop_grant g;
        sigma_prop_verdict v;
        int32_t firm = test_whole(&seed, 1, SIGMA_FIRM_COUNT - 1);
        assert_int_equal(sigma_prop_defaults(&params, firm), SIGMA_OK);
        params.lot_cap = test_random(&seed) < 0.5 ? 0.0 : test_between(&seed, 1.0, 10.0);
        assert_int_equal(sigma_prop_init(&prop, now, &params), SIGMA_OK);
        double equity = params.start * test_between(&seed, 0.93, 1.12);
        sigma_prop_sample figures = {.time = now + 1,
                                     .balance = equity * test_between(&seed, 0.99, 1.01),
                                     .equity = equity,
                                     .high = equity,
                                     .low = equity};
        assert_int_equal(sigma_prop_update(&prop, &figures), SIGMA_OK);
        sigma_prop_trade trade = {.time = now + 2,
                                  .open_risk = params.start * test_between(&seed, 0.0, 0.02),
                                  .open_reward = params.start * test_between(&seed, 0.0, 0.03),
                                  .open_lots = test_between(&seed, 0.0, 5.0)};
        assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_OK);
        assert_int_equal(g.mark, SIGMA_PART_PROP);
        double payoff = test_between(&seed, 0.5, 5.0), share = 1.0 / (1.0 + payoff);
        double room = fmin(fmin(g.risk, g.swing_today < 1e16 ? g.swing_today * share : 1e16),
                           fmax(g.locked, g.swing < 1e16 ? g.swing * share : 1e16));
        trade.risk = fmax(room * (1.0 - 1e-12), 1e-9);
        trade.reward = trade.risk * payoff;
        trade.lots = g.lots < 1e15 ? g.lots : 1.0;
        assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
        if (g.refused == 0 && room > 1.0) {
            assert_true(v.refused == 0);
            trade.risk = room + 1e-3;
            trade.reward = trade.risk * payoff;
            assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
            assert_true(v.refused & 3);
            rooms++;
        } else if (g.refused != 0) {
            trade.lots += 1e-3;
            assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_OK);
            assert_true((g.refused & ~v.refused) == 0);
            refusals++;
        }
    }
    assert_in_range(rooms, 2000, 20000);
    assert_in_range(refusals, 500, 20000);
}

static void a_firm_s_grant_wants_a_sound_state_and_figures(void **unused)
{
    sigma_prop_params params;
    sigma_prop prop;
    sigma_prop_trade trade = {.time = now};
    sigma_prop_grant g;
    (void)unused;
    assert_int_equal(sigma_prop_defaults(&params, SIGMA_FIRM_FTMO_TWO_STEP), SIGMA_OK);
    assert_int_equal(sigma_prop_init(&prop, now, &params), SIGMA_OK);
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_OK);
    assert_bits(g.share, 1.0);
    assert_near(g.left_today, 5000.0, 1e-12);
    assert_near(g.left, 10000.0, 1e-12);
    assert_true(g.refused == 0);
    trade.time = prop.day_end;
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_OK);
    assert_true(g.refused == test_bit(SIGMA_RULE_FRESH));
    trade.open_risk = -1.0;
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_E_RANGE);
    assert_zero(g);
    trade.open_risk = 0.0, trade.open_reward = NOT_A_NUMBER;
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_E_RANGE);
    trade.open_reward = 0.0, trade.open_lots = INFINITE;
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_E_RANGE);
    trade.time = INT64_MIN;
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_E_RANGE);
    assert_int_equal(sigma_prop_permit(NULL, &trade, &g), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_permit(&prop, NULL, &g), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_permit(&prop, &trade, NULL), SIGMA_E_NULL);
    prop.tag ^= 1;
    assert_int_equal(sigma_prop_permit(&prop, &trade, &g), SIGMA_E_STATE);
    assert_zero(g);
}

/* ---- gate */

/* Anything that the sample can hold: what the grant refuses the check refuses, and what stays
 * inside what it leaves passes. */
static void inside_its_room_the_gate_refuses_what_no_size_keeps(void **unused)
{
    uint64_t seed = 530;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_gate gate = sample_gate(now), before = gate;
        sigma_gate_sample s = sample_order(now);
        sigma_gate_grant g;
        sigma_gate_result r;
        s.price_time -= test_whole(&seed, 0, 70) * SECOND;
        s.equity = test_between(&seed, 9300.0, 10500.0) * (test_random(&seed) < 0.05 ? -1.0 : 1.0);
        s.symbol += test_random(&seed) < 0.1;
        s.positions = test_whole(&seed, 0, 4);
        s.holdings = test_random(&seed) < 0.1;
        s.scheduled = test_random(&seed) < 0.9;
        s.spread = test_between(&seed, 0.0, 0.001);
        s.exposure = test_between(&seed, 0.0, 250000.0);
        assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_OK);
        assert_same(gate, before); /* nothing is counted */
        s.stop = s.entry - g.distance - 1e-6;
        s.target = s.entry + g.reward * (g.distance + 1e-6) * (1.0 + 1e-6);
        s.exposure += g.notional * (1.0 - 1e-12);
        s.risk = g.risk;
        assert_int_equal(sigma_gate_check(&gate, &s, &r), SIGMA_OK);
        assert_true(r.refused == g.refused);
    }
}

static void a_day_s_loss_leaves_a_budget(void **unused)
{
    sigma_gate gate = sample_gate(now);
    sigma_gate_sample s = sample_order(now);
    sigma_gate_grant g;
    (void)unused;
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_OK);
    assert_near(g.budget, 500.0, 1e-12);
    assert_bits(g.share, 1.0);
    s.equity = 9700.0;
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_OK);
    assert_near(g.budget, 200.0, 1e-12);
    assert_near(g.share, 0.4, 1e-12);
    assert_int_equal(sigma_gate_equity(&gate, now, 9400.0), SIGMA_OK);
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_OK); /* lost before it came back */
    assert_bits(g.budget, 0.0);
    assert_bits(g.share, 0.0);
    assert_true(g.refused == test_bit(SIGMA_LAYER_DAILY_LOSS));
}

static void what_is_no_number_leaves_nothing(void **unused)
{
    static const double bad[] = {NOT_A_NUMBER, INFINITE, -1.0};
    sigma_gate gate = sample_gate(now);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        sigma_gate_sample equity = sample_order(now), exposure = sample_order(now),
                          spread = sample_order(now);
        sigma_gate_grant g;
        equity.equity = bad[i];
        assert_int_equal(sigma_gate_permit(&gate, &equity, &g), SIGMA_OK);
        assert_true(g.refused & test_bit(SIGMA_LAYER_BALANCE));
        assert_bits(g.notional + g.risk, 0.0);
        exposure.exposure = bad[i];
        assert_int_equal(sigma_gate_permit(&gate, &exposure, &g), SIGMA_OK);
        assert_true(g.refused == test_bit(SIGMA_LAYER_LEVERAGE));
        spread.spread = bad[i];
        assert_int_equal(sigma_gate_permit(&gate, &spread, &g), SIGMA_OK);
        assert_true(g.refused == test_bit(SIGMA_LAYER_SPREAD));
    }
}

static void a_gate_s_grant_wants_a_sound_state_and_time(void **unused)
{
    sigma_gate gate = sample_gate(now);
    sigma_gate_sample s = sample_order(now);
    sigma_gate_grant g;
    (void)unused;
    s.symbol = -1;
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_OK);
    assert_int_equal(g.symbol, 0);
    s.time = now - 1;
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_E_ORDER);
    assert_zero(g);
    s.time = INT64_MAX;
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_E_RANGE);
    assert_int_equal(sigma_gate_permit(NULL, &s, &g), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_permit(&gate, NULL, &g), SIGMA_E_NULL);
    assert_int_equal(sigma_gate_permit(&gate, &s, NULL), SIGMA_E_NULL);
    gate.tag ^= 1;
    s.time = now;
    assert_int_equal(sigma_gate_permit(&gate, &s, &g), SIGMA_E_STATE);
    assert_zero(g);
}

/* ---- breaker and monitor */

static void the_short_grants_are_those_of_the_long_results(void **unused)
{
    sigma_breaker_params throttle;
    sigma_monitor_params watch;
    sigma_breaker breaker;
    sigma_monitor monitor;
    uint64_t seed = 540;
    (void)unused;
    assert_int_equal(sigma_breaker_defaults(&throttle), SIGMA_OK);
    assert_int_equal(sigma_breaker_init(&breaker, now, &throttle), SIGMA_OK);
    assert_int_equal(sigma_monitor_defaults(&watch), SIGMA_OK);
    assert_int_equal(sigma_monitor_init(&monitor, now, &watch), SIGMA_OK);
    for (int32_t i = 0; i < 2000; i++) {
        sigma_breaker_sample event = {now + i * SECOND, 0.0,
                                      test_whole(&seed, SIGMA_EVENT_TIME, SIGMA_EVENT_NETWORK), 0};
        sigma_breaker_transition t;
        sigma_breaker_result b;
        sigma_breaker_grant bg;
        sigma_monitor_sample trade = {now + i, test_between(&seed, -1.5, 1.0), 0, 0};
        sigma_monitor_result m;
        sigma_monitor_grant mg;
        assert_int_equal(sigma_breaker_update(&breaker, &event, &t), SIGMA_OK);
        assert_int_equal(sigma_breaker_read(&breaker, &b), SIGMA_OK);
        assert_int_equal(sigma_breaker_permit(&breaker, &bg), SIGMA_OK);
        assert_bits(bg.scale, b.scale);
        assert_bits(bg.confidence, b.confidence);
        assert_true(bg.entries == b.entries && bg.mark == SIGMA_PART_BREAKER);
        assert_true(sigma_monitor_update(&monitor, &trade, &m) >= 0);
        assert_int_equal(sigma_monitor_permit(&monitor, &mg), SIGMA_OK);
        assert_bits(mg.scale, m.scale);
        assert_true(mg.entries == m.entries && mg.mark == SIGMA_PART_MONITOR);
    }
}

static void damaged_breakers_and_monitors_grant_nothing(void **unused)
{
    sigma_breaker breaker = {0};
    sigma_monitor monitor = {0};
    sigma_breaker_grant b;
    sigma_monitor_grant m;
    (void)unused;
    memset(&b, 7, sizeof b);
    memset(&m, 7, sizeof m);
    assert_int_equal(sigma_breaker_permit(&breaker, &b), SIGMA_E_STATE);
    assert_int_equal(sigma_monitor_permit(&monitor, &m), SIGMA_E_STATE);
    assert_zero(b);
    assert_zero(m);
    assert_int_equal(sigma_breaker_permit(NULL, &b), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_permit(&breaker, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_monitor_permit(NULL, &m), SIGMA_E_NULL);
    assert_int_equal(sigma_monitor_permit(&monitor, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_the_room_the_portfolio_refuses_what_no_size_keeps),
        cmocka_unit_test(a_portfolio_grant_speaks_of_its_candidate),
        cmocka_unit_test(rewards_and_notionals_are_priced),
        cmocka_unit_test(inside_its_room_a_firm_s_rules_hold),
        cmocka_unit_test(a_firm_s_grant_wants_a_sound_state_and_figures),
        cmocka_unit_test(inside_its_room_the_gate_refuses_what_no_size_keeps),
        cmocka_unit_test(a_day_s_loss_leaves_a_budget),
        cmocka_unit_test(what_is_no_number_leaves_nothing),
        cmocka_unit_test(a_gate_s_grant_wants_a_sound_state_and_time),
        cmocka_unit_test(the_short_grants_are_those_of_the_long_results),
        cmocka_unit_test(damaged_breakers_and_monitors_grant_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
