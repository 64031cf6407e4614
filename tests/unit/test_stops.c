/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

#define ALL                                                                                        \
    (test_bit(SIGMA_REASON_STOP) | test_bit(SIGMA_REASON_STOP_LEVEL) |                             \
     test_bit(SIGMA_REASON_TARGET) | test_bit(SIGMA_REASON_REWARD))

static sigma_stops_sample long_trade(void)
{
    return (sigma_stops_sample){.entry = 1.1, .atr = 0.002, .side = SIGMA_SIDE_LONG};
}

static sigma_stops_params defaults(void)
{
    sigma_stops_params params;
    assert_int_equal(sigma_stops_defaults(&params), SIGMA_OK);
    return params;
}

static sigma_stops_result placed(const sigma_stops_params *params, const sigma_symbol *symbol,
                                 const sigma_stops_sample *sample)
{
    sigma_stops_result result;
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_stops_evaluate(params, symbol, sample, &result), SIGMA_OK);
    assert_true((result.passed | result.refused) == ALL);
    assert_true((result.passed & result.refused) == 0);
    return result;
}

static sigma_stops_result placed_by_default(sigma_stops_sample sample)
{
    sigma_stops_params params = defaults();
    sigma_symbol symbol = sample_symbol();
    return placed(&params, &symbol, &sample);
}

static void give(sigma_stops_sample *sample, double stop, double target)
{
    sample->stop = stop;
    sample->target = target;
    sample->given |= stop > 0.0 ? test_bit(SIGMA_GIVEN_STOP) : 0;
    sample->given |= target > 0.0 ? test_bit(SIGMA_GIVEN_TARGET) : 0;
}

static void the_defaults_are_those_of_the_header(void **unused)
{
    sigma_stops_params params = defaults();
    (void)unused;
    assert_bits(params.atr_multiple, 1.5);
    assert_bits(params.reward_risk, 2.5);
    assert_bits(params.reward_risk_min, 1.5);
    assert_int_equal(sigma_stops_defaults(NULL), SIGMA_E_NULL);
}

/* 1.5 x 20 pips = 30 pips, times 2.5 = 75 pips. */
static void levels_of_a_long_and_a_short_by_hand(void **unused)
{
    sigma_stops_sample sample = long_trade();
    sigma_stops_result r = placed_by_default(sample);
    (void)unused;
    assert_bits(r.stop, 1.097);
    assert_bits(r.target, 1.1075);
    assert_near(r.distance, 0.003, 1e-15);
    assert_bits(r.reward_risk, 2.5);
    assert_true(r.refused == 0);
    sample.side = SIGMA_SIDE_SHORT;
    r = placed_by_default(sample);
    assert_bits(r.stop, 1.103);
    assert_bits(r.target, 1.0925);
    assert_near(r.distance, 0.003, 1e-15);
    assert_bits(r.reward_risk, 2.5);
    assert_true(r.refused == 0);
}

static void levels_that_are_given_are_taken(void **unused)
{
    sigma_stops_sample sample = long_trade();
    (void)unused;
    give(&sample, 1.09, 1.13);
    sigma_stops_result r = placed_by_default(sample);
    assert_bits(r.stop, 1.09);
    assert_bits(r.target, 1.13);
    assert_near(r.distance, 0.01, 1e-15);
    assert_bits(r.reward_risk, 3.0);
    sample.given = test_bit(SIGMA_GIVEN_STOP); /* the target follows the stop that was given */
    r = placed_by_default(sample);
    assert_bits(r.target, 1.125);
    sample.given = test_bit(SIGMA_GIVEN_TARGET);
    r = placed_by_default(sample);
    assert_bits(r.stop, 1.097);
    assert_bits(r.target, 1.13);
    sample.given = test_bit(SIGMA_GIVEN_LOTS) | test_bit(SIGMA_GIVEN_SCALE); /* ignored */
    r = placed_by_default(sample);
    assert_bits(r.stop, 1.097);
}

/* HasibDaddy/riskkit, tests/test_validator.py: entry 100, least reward 2. */
static void published_geometries_agree(void **unused)
{
    static const struct {
        int32_t side;
        double stop, target;
        uint64_t refused;
    } cases[] = {{SIGMA_SIDE_LONG, 98, 104, 0},
                 {SIGMA_SIDE_LONG, 98, 101, 1 << SIGMA_REASON_REWARD},
                 {SIGMA_SIDE_LONG, 103, 104, 1 << SIGMA_REASON_STOP},
                 {SIGMA_SIDE_SHORT, 98, 96, 1 << SIGMA_REASON_STOP},
                 {SIGMA_SIDE_LONG, 100, 104, 1 << SIGMA_REASON_STOP},
                 {SIGMA_SIDE_SHORT, 102, 96, 0},
                 {SIGMA_SIDE_LONG, 98, 97, 1 << SIGMA_REASON_TARGET},
                 {SIGMA_SIDE_SHORT, 102, 103, 1 << SIGMA_REASON_TARGET}};
    sigma_stops_params params = defaults();
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    params.reward_risk_min = 2.0;
    symbol.tick_size = 0.01;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_stops_sample sample = {.entry = 100.0, .side = cases[i].side};
        give(&sample, cases[i].stop, cases[i].target);
        sigma_stops_result r = placed(&params, &symbol, &sample);
        assert_true((r.refused & cases[i].refused) == cases[i].refused);
        assert_true((r.refused == 0) == (cases[i].refused == 0));
    }
}

static void the_broker_s_distance_holds_for_placed_and_for_given_stops(void **unused)
{
    sigma_stops_params params = defaults();
    sigma_symbol symbol = sample_symbol();
    sigma_stops_sample sample = long_trade();
    sigma_stops_result r;
    (void)unused;
    symbol.stop_level = 500.0; /* 50 pips, more than 1.5 ATR */
    r = placed(&params, &symbol, &sample);
    assert_bits(r.stop, 1.095);
    assert_bits(r.target, 1.1125);
    assert_true(r.refused == 0);
    give(&sample, 1.095, 0.0);
    assert_true(placed(&params, &symbol, &sample).refused == 0);
    give(&sample, 1.09501, 0.0); /* a tick closer: refused, not moved */
    r = placed(&params, &symbol, &sample);
    assert_bits(r.stop, 1.09501);
    assert_true(r.refused == test_bit(SIGMA_REASON_STOP_LEVEL));
}

static void a_stop_keeps_a_tick_at_least(void **unused)
{
    sigma_stops_params params = defaults();
    sigma_symbol symbol = sample_symbol();
    sigma_stops_sample sample = long_trade();
    sigma_stops_result r;
    (void)unused;
    sample.atr = 1e-9;
    r = placed(&params, &symbol, &sample);
    assert_bits(r.stop, 1.09999);
    assert_true(r.passed & test_bit(SIGMA_REASON_STOP_LEVEL));
    sample.entry = 1.100006; /* between two ticks */
    give(&sample, 1.1, 0.0);
    r = placed(&params, &symbol, &sample);
    assert_bits(r.stop, 1.1);
    assert_true(r.passed & test_bit(SIGMA_REASON_STOP));
    assert_true(r.refused & test_bit(SIGMA_REASON_STOP_LEVEL));
}

static void a_market_that_does_not_move_places_no_stop(void **unused)
{
    sigma_stops_sample sample = long_trade();
    (void)unused;
    sample.atr = 0.0;
    sigma_stops_result r = placed_by_default(sample);
    assert_true(r.refused == ALL);
    assert_true(r.stop == 0.0 && r.distance == 0.0 && r.reward_risk == 0.0);
    give(&sample, 0.0, 1.2); /* a target alone cannot be judged by its reward */
    sigma_stops_params params = defaults();
    sigma_symbol symbol = sample_symbol();
    params.reward_risk_min = 0.0;
    r = placed(&params, &symbol, &sample);
    assert_true(r.passed == test_bit(SIGMA_REASON_TARGET));
    give(&sample, 1.09, 1.2);
    assert_true(placed(&params, &symbol, &sample).refused == 0);
}

static void a_target_below_zero_is_none(void **unused)
{
    sigma_stops_sample sample = long_trade();
    (void)unused;
    sample.side = SIGMA_SIDE_SHORT;
    give(&sample, 1.6, 0.0); /* half away: the target would stand at -0.15 */
    sigma_stops_result r = placed_by_default(sample);
    assert_bits(r.stop, 1.6);
    assert_bits(r.target, 0.0);
    assert_true(r.refused == (test_bit(SIGMA_REASON_TARGET) | test_bit(SIGMA_REASON_REWARD)));
}

static void a_stop_below_zero_or_beyond_all_prices_is_none(void **unused)
{
    sigma_stops_params params = defaults();
    sigma_symbol symbol = sample_symbol();
    sigma_stops_sample deep = {.entry = 1.1, .atr = 1.0, .side = SIGMA_SIDE_LONG};
    sigma_stops_sample high = {.entry = 1e15, .atr = 1e13, .side = SIGMA_SIDE_SHORT};
    sigma_stops_sample fine = {.entry = 1e6, .atr = 1.0, .side = SIGMA_SIDE_LONG};
    (void)unused;
    assert_true(placed(&params, &symbol, &deep).refused == ALL);
    symbol.tick_size = 1.0;
    assert_true(placed(&params, &symbol, &high).refused == ALL);
    symbol.tick_size = 1e-15; /* more than 2^53 ticks */
    assert_true(placed(&params, &symbol, &fine).refused == ALL);
    symbol.tick_size = 1e9; /* the tick below is zero, the tick above beyond all prices */
    fine.atr = 1e5;
    assert_true(placed(&params, &symbol, &fine).refused & test_bit(SIGMA_REASON_STOP));
    symbol.tick_size = 7e8;
    high = (sigma_stops_sample){.entry = 1e15 - 1e9, .atr = 0.0, .side = SIGMA_SIDE_SHORT};
    give(&high, 1e15 - 1.0, 1e14);
    assert_true(placed(&params, &symbol, &high).refused & test_bit(SIGMA_REASON_STOP));
}

typedef struct inputs {
    sigma_stops_params params;
    sigma_symbol symbol;
    sigma_stops_sample sample;
} inputs;

static void assert_refused(const inputs *in)
{
    sigma_stops_result result;
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_stops_evaluate(&in->params, &in->symbol, &in->sample, &result),
                     SIGMA_E_RANGE);
    assert_zero(result);
}

static void params_refused(const void *damaged, const sigma_field *field, void *context)
{
    inputs in = *(const inputs *)context;
    (void)field;
    memcpy(&in.params, damaged, sizeof in.params);
    assert_refused(&in);
}

static void symbol_refused(const void *damaged, const sigma_field *field, void *context)
{
    inputs in = *(const inputs *)context;
    (void)field;
    memcpy(&in.symbol, damaged, sizeof in.symbol);
    assert_refused(&in);
}

static void sample_refused(const void *damaged, const sigma_field *field, void *context)
{
    inputs in = *(const inputs *)context;
    (void)field;
    memcpy(&in.sample, damaged, sizeof in.sample);
    assert_refused(&in);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    inputs in = {defaults(), sample_symbol(), long_trade()};
    (void)unused;
    assert_int_equal(damage_each(SIGMA_KIND_STOPS_PARAMS, &in.params, params_refused, &in), 156);
    assert_true(damage_each(SIGMA_KIND_SYMBOL, &in.symbol, symbol_refused, &in) > 80);
    assert_true(damage_each(SIGMA_KIND_STOPS_SAMPLE, &in.sample, sample_refused, &in) > 30);
}

static void null_is_refused(void **unused)
{
    inputs in = {defaults(), sample_symbol(), long_trade()};
    sigma_stops_result result = {.stop = 9.0};
    (void)unused;
    assert_int_equal(sigma_stops_evaluate(NULL, &in.symbol, &in.sample, &result), SIGMA_E_NULL);
    assert_zero(result);
    result.stop = 9.0;
    assert_int_equal(sigma_stops_evaluate(&in.params, NULL, &in.sample, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_stops_evaluate(&in.params, &in.symbol, NULL, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_stops_evaluate(&in.params, &in.symbol, &in.sample, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_header),
        cmocka_unit_test(levels_of_a_long_and_a_short_by_hand),
        cmocka_unit_test(levels_that_are_given_are_taken),
        cmocka_unit_test(published_geometries_agree),
        cmocka_unit_test(the_broker_s_distance_holds_for_placed_and_for_given_stops),
        cmocka_unit_test(a_stop_keeps_a_tick_at_least),
        cmocka_unit_test(a_market_that_does_not_move_places_no_stop),
        cmocka_unit_test(a_target_below_zero_is_none),
        cmocka_unit_test(a_stop_below_zero_or_beyond_all_prices_is_none),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
