/* SPDX-License-Identifier: MIT */
/* The two published schemes, structures, partial targets, and the win rate that breaks even. */
#include "samples.h"
#include "test.h"

typedef struct inputs {
    sigma_stops_params params;
    sigma_symbol symbol;
    sigma_stops_sample sample;
} inputs;

/* A long at 100 with an ATR of 2, on ticks so small that rounding does not show. */
static inputs at_hundred(int32_t scheme)
{
    inputs in = {.symbol = sample_symbol(),
                 .sample = {.entry = 100.0, .atr = 2.0, .side = SIGMA_SIDE_LONG, .strength = 0.5}};
    assert_int_equal(sigma_stops_defaults(&in.params), SIGMA_OK);
    in.params.scheme = scheme;
    in.symbol.tick_size = in.symbol.tick_value = 1e-8;
    return in;
}

static sigma_stops_result placed(const inputs *in)
{
    sigma_stops_result result;
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_stops_evaluate(&in->params, &in->symbol, &in->sample, &result),
                     SIGMA_OK);
    return result;
}

/* 1.5 ATR are 3; times 1.5 volatile, 1.2 in a trend, 0.9 in a range, 0.8 in chop. The reward is 2.5
 * times 1.2, 0.8, 0.7. */
static void distances_by_regime_are_those_published(void **unused)
{
    static const double stops[SIGMA_REGIME_COUNT] = {3.0, 3.6, 3.6, 2.7, 2.4, 4.5};
    static const double rewards[SIGMA_REGIME_COUNT] = {2.5, 3.0, 3.0, 2.0, 1.75, 2.5};
    (void)unused;
    for (int32_t regime = 0; regime < SIGMA_REGIME_COUNT; regime++) {
        inputs in = at_hundred(SIGMA_SCHEME_SIGMA);
        in.sample.regime = regime;
        sigma_stops_result r = placed(&in);
        assert_near(r.distance, stops[regime], 1e-8);
        assert_near(r.reward_risk, rewards[regime], 1e-8);
        assert_near(r.stop_factor, stops[regime] / 3.0, 1e-15);
        assert_int_equal(r.origin, SIGMA_ORIGIN_ATR);
        assert_near(r.partial - 100.0, (r.target - 100.0) / 2.0, 1e-8);
    }
}

/* Mathematician's published case: ATR 1.5 %, win rate 0.55. Its example prints a stop of 0.80 % and
 * a target of 1.60 %; its formulas give these. */
static void mathematician_s_levels_are_those_of_its_formulas(void **unused)
{
    inputs in = at_hundred(SIGMA_SCHEME_MATHEMATICIAN);
    (void)unused;
    in.sample.atr = 1.5;
    in.sample.win_rate = 0.55;
    in.sample.trades = 5;
    sigma_stops_result r = placed(&in);
    assert_near(r.distance, 2.25, 1e-8);
    assert_near(r.target - 100.0, 8.18181818181818182, 1e-8);
    assert_near(r.partial - 100.0, 4.09090909090909091, 1e-8);
    in.sample.trades = 0; /* nothing known: as at 0.55 */
    in.sample.win_rate = 0.0;
    assert_near(placed(&in).target, r.target, 1e-12);
}

static void a_trend_s_strength_sets_mathematician_s_distance(void **unused)
{
    static const struct {
        double strength, atr, distance, factor;
        int32_t origin;
    } cases[] = {
        {0.7, 1.0, 1.5, 1.0, SIGMA_ORIGIN_ATR},   {0.71, 1.0, 1.2, 0.8, SIGMA_ORIGIN_ATR},
        {0.3, 1.0, 1.5, 1.0, SIGMA_ORIGIN_ATR},   {0.29, 1.0, 1.8, 1.2, SIGMA_ORIGIN_ATR},
        {0.5, 0.2, 0.5, 1.0, SIGMA_ORIGIN_LIMIT}, {0.5, 9.0, 3.0, 1.0, SIGMA_ORIGIN_LIMIT},
        {0.9, 0.4, 0.5, 0.8, SIGMA_ORIGIN_LIMIT}, {0.0, 2.0, 3.0, 1.2, SIGMA_ORIGIN_LIMIT}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        inputs in = at_hundred(SIGMA_SCHEME_MATHEMATICIAN);
        in.sample.strength = cases[i].strength;
        in.sample.atr = cases[i].atr;
        sigma_stops_result r = placed(&in);
        assert_near(r.distance, cases[i].distance, 1e-8);
        assert_bits(r.stop_factor, cases[i].factor);
        assert_int_equal(r.origin, cases[i].origin);
    }
}

static void the_history_sets_mathematician_s_reward(void **unused)
{
    static const struct {
        int32_t trades;
        double rate, mean, reward;
    } cases[] = {{9, 0.5, 0.1, 4.0}, {10, 0.5, 0.1, 1.5}, {10, 0.5, 3.0, 2.4}, {10, 0.5, 9.0, 4.0},
                 {9, 1.0, 9.0, 2.0}, {50, 0.8, 2.0, 1.6}, {9, 0.0, 1.0, 1e30}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        inputs in = at_hundred(SIGMA_SCHEME_MATHEMATICIAN);
        in.sample.trades = cases[i].trades;
        in.sample.win_rate = cases[i].rate;
        in.sample.win_mean = cases[i].mean;
        sigma_stops_result r = placed(&in);
        assert_near(cases[i].reward > 1e9 ? 1e30 : r.reward_risk, cases[i].reward, 1e-8);
        assert_true((r.refused == 0) == (cases[i].reward < 1e9)); /* no price is so far away */
    }
    inputs in = at_hundred(SIGMA_SCHEME_MATHEMATICIAN);
    in.params.reward_risk_min = 3.0; /* above 2 / 0.9 */
    in.sample.trades = 1;
    in.sample.win_rate = 0.9;
    assert_near(placed(&in).reward_risk, 3.0, 1e-8);
}

static void the_stop_keeps_behind_the_structure(void **unused)
{
    inputs in = at_hundred(SIGMA_SCHEME_SIGMA);
    (void)unused;
    in.sample.structure = 95.0;
    assert_near(placed(&in).distance, 3.0, 1e-8); /* not given */
    in.sample.given = test_bit(SIGMA_GIVEN_STRUCTURE);
    sigma_stops_result r = placed(&in);
    assert_near(r.stop, 95.0, 1e-10);
    assert_int_equal(r.origin, SIGMA_ORIGIN_STRUCTURE);
    in.sample.structure = 98.0; /* nearer than the ATR's */
    assert_near(placed(&in).stop, 97.0, 1e-10);
    in.sample.structure = 105.0; /* on the winning side */
    assert_near(placed(&in).stop, 97.0, 1e-10);
    in.sample.side = SIGMA_SIDE_SHORT;
    r = placed(&in);
    assert_near(r.stop, 105.0, 1e-10);
    assert_near(r.target, 87.5, 1e-10);
    assert_near(r.partial, 93.75, 1e-10);
    in.symbol.stop_level = 7e8;
    r = placed(&in);
    assert_near(r.stop, 107.0, 1e-10);
    assert_int_equal(r.origin, SIGMA_ORIGIN_BROKER);
    in.sample.given |= test_bit(SIGMA_GIVEN_STOP);
    in.sample.stop = 110.0;
    r = placed(&in);
    assert_near(r.stop, 110.0, 1e-10);
    assert_int_equal(r.origin, SIGMA_ORIGIN_CALLER);
    assert_bits(r.stop_factor, 0.0);
}

static void a_partial_target_can_be_left_out(void **unused)
{
    inputs in = at_hundred(SIGMA_SCHEME_SIGMA);
    (void)unused;
    in.params.partial_share = 0.0;
    assert_bits(placed(&in).partial, 0.0);
    in.params.partial_share = 1.0;
    assert_near(placed(&in).partial, placed(&in).target, 1e-12);
    in.sample.atr = 0.0;
    sigma_stops_result r = placed(&in);
    assert_true(r.partial == 0.0 && r.breakeven == 0.0);
    assert_int_equal(r.origin, SIGMA_ORIGIN_UNKNOWN);
}

/* (1 + c) / (1 + a), with costs c and reward a in multiples of the risk. */
static void the_win_rate_that_breaks_even_counts_the_costs(void **unused)
{
    inputs in = at_hundred(SIGMA_SCHEME_SIGMA);
    (void)unused;
    assert_near(placed(&in).breakeven, 1.0 / 3.5, 1e-8);
    in.symbol.commission = 0.15; /* 0.3 of 3: a tenth of the risk */
    assert_near(placed(&in).breakeven, 1.1 / 3.5, 1e-8);
    in.symbol.commission = 30.0;
    assert_near(placed(&in).breakeven, 21.0 / 3.5, 1e-8);
    in.symbol.commission = 1e12;
    in.symbol.tick_value = 1e-15;
    assert_near(placed(&in).breakeven, 2e12 / (3.0e8 * 3.5e-15), 1e-8);
    in.sample.entry = 1.0 + 0x1p-52;
    in.sample.given = test_bit(SIGMA_GIVEN_STOP) | test_bit(SIGMA_GIVEN_TARGET);
    in.sample.stop = 1.0;
    in.sample.target = 1.0 + 0x1p-51;
    in.symbol.tick_size = 0x1p-40;
    in.sample.side = SIGMA_SIDE_LONG;
    assert_bits(placed(&in).breakeven, 0.0); /* the target is not on the grid */
}

static void limits_must_not_cross(void **unused)
{
    inputs in = at_hundred(SIGMA_SCHEME_MATHEMATICIAN);
    sigma_stops_result r;
    (void)unused;
    in.params.distance_min = 0.03;
    assert_near(placed(&in).distance, 3.0, 1e-8);
    in.params.distance_min = 0.031;
    assert_int_equal(sigma_stops_evaluate(&in.params, &in.symbol, &in.sample, &r), SIGMA_E_RANGE);
    assert_zero(r);
}

static void a_percentile_counts_what_lies_below(void **unused)
{
    static const double history[] = {1.0, 2.0, 2.0, 3.0, -INFINITE};
    static const struct {
        double value, share;
    } cases[] = {{2.0, 0.6}, {2.5, 0.8}, {0.0, 0.2}, {9.0, 1.0}, {-INFINITE, 0.1}, {3.0, 0.9}};
    double share = 9.0, poisoned[] = {1.0, NOT_A_NUMBER};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(sigma_stops_percentile(history, 5, cases[i].value, &share), SIGMA_OK);
        assert_near(share, cases[i].share, 1e-15);
    }
    assert_int_equal(sigma_stops_percentile(poisoned, 2, 1.0, &share), SIGMA_E_RANGE);
    assert_bits(share, 0.0);
    assert_int_equal(sigma_stops_percentile(history, 5, NOT_A_NUMBER, &share), SIGMA_E_RANGE);
    assert_int_equal(sigma_stops_percentile(history, 0, 1.0, &share), SIGMA_E_RANGE);
    assert_int_equal(sigma_stops_percentile(history, 1000000001, 1.0, &share), SIGMA_E_RANGE);
    assert_int_equal(sigma_stops_percentile(NULL, 5, 1.0, &share), SIGMA_E_NULL);
    assert_int_equal(sigma_stops_percentile(history, 5, 1.0, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_by_regime_are_those_published),
        cmocka_unit_test(mathematician_s_levels_are_those_of_its_formulas),
        cmocka_unit_test(a_trend_s_strength_sets_mathematician_s_distance),
        cmocka_unit_test(the_history_sets_mathematician_s_reward),
        cmocka_unit_test(the_stop_keeps_behind_the_structure),
        cmocka_unit_test(a_partial_target_can_be_left_out),
        cmocka_unit_test(the_win_rate_that_breaks_even_counts_the_costs),
        cmocka_unit_test(limits_must_not_cross),
        cmocka_unit_test(a_percentile_counts_what_lies_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
