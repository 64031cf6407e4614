/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

/* The known answer: a loss of 300 a lot, a worth of 110,000, 100 at risk. */
static sample_size plain(void)
{
    sample_size in = {
        .symbol = sample_symbol(),
        .sample = {
            .equity = 10000.0, .balance = 10000.0, .peak = 10000.0, .entry = 1.1, .stop = 1.097}};
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_FRACTION, &in.params), SIGMA_OK);
    return in;
}

static void the_defaults_are_those_of_the_header(void **unused)
{
    sigma_sizing_params p, preset;
    (void)unused;
    assert_int_equal(sigma_sizing_defaults(&p), SIGMA_OK);
    assert_true(p.risk_max == 0.02 && p.risk_fraction == 0.01 && p.risk_money == 100.0);
    assert_true(p.kelly_share == 0.5 && p.exploration == 0.005 &&
                p.exploration_confident == 0.0075);
    assert_true(p.confidence_high == 0.7 && p.floor == 0.8 && p.gap_loss == 5.0);
    assert_true(p.product_max == 1.5 && p.volatility_target == 0.16 && p.tail_multiple == 1.5);
    assert_true(p.heat_max == 0.06 && p.notional_max == 0.1 && p.leverage_max == 20.0);
    assert_true(p.margin_max == 0.5 && p.margin_level_min == 1.5);
    assert_true(p.margin_least == 0.0 && p.margin_most == 0.0 && p.concentration_max == 0.3);
    assert_true(p.room_day_max == 0.2 && p.room_total_max == 0.1 && p.participation_max == 0.001);
    assert_true(p.trades_explored == 30 && p.trades_established == 100 && p.trades_tail == 100);
    assert_true(p.mode == SIGMA_MODE_SCEPTICAL && p.basis == SIGMA_BASIS_STOP);
    assert_int_equal(sigma_sizing_defaults(NULL), SIGMA_E_NULL);
    for (int32_t mode = 1; mode < SIGMA_MODE_COUNT; mode++) {
        assert_int_equal(sigma_sizing_preset(mode, &preset), SIGMA_OK);
        p.mode = mode;
        p.kelly_share = mode == SIGMA_MODE_PUBLISHED ? 0.25 : 0.5;
        assert_same(preset, p);
    }
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_UNKNOWN, &preset), SIGMA_E_RANGE);
    assert_zero(preset);
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_COUNT, &preset), SIGMA_E_RANGE);
    assert_int_equal(sigma_sizing_preset(1, NULL), SIGMA_E_NULL);
}

static void the_waterfall_of_the_known_answer(void **unused)
{
    sample_size in = plain();
    sigma_sizing_result r = sample_sized(&in);
    (void)unused;
    assert_bits(r.factor[SIGMA_FACTOR_BASE], 0.01);
    assert_bits(r.factor[SIGMA_FACTOR_CALLER], 1.0);
    assert_bits(r.risk_after[SIGMA_FACTOR_BASE], 100.0);
    assert_bits(r.risk_after[SIGMA_FACTOR_CALLER], 100.0);
    assert_bits(r.loss_per_lot, 300.0);
    assert_bits(r.cost_per_lot, 0.0);
    assert_near(r.cap[SIGMA_CAP_RISK], 1.0 / 3.0, 1e-15);
    assert_bits(r.cap[SIGMA_CAP_CALLER], 0.0);
    assert_bits(r.cap[SIGMA_CAP_SYMBOL], 0.0);
    assert_near(r.cap[SIGMA_CAP_NOTIONAL], 20.0 / 11.0, 1e-14);
    assert_near(r.cap[SIGMA_CAP_HEAT], 2.0, 1e-15);
    assert_near(r.cap[SIGMA_CAP_MARGIN], 5000.0 * 30.0 / 110000.0, 1e-14);
    assert_bits(r.cap[SIGMA_CAP_BROKER], 100.0);
    assert_bits(r.cap[SIGMA_CAP_STEP], 0.33);
    assert_bits(r.lots, 0.33);
    assert_int_equal(r.binding, SIGMA_CAP_RISK);
    assert_true(r.asked == (test_bit(SIGMA_CAP_RISK) | test_bit(SIGMA_CAP_NOTIONAL) |
                            test_bit(SIGMA_CAP_HEAT) | test_bit(SIGMA_CAP_MARGIN) |
                            test_bit(SIGMA_CAP_BROKER) | test_bit(SIGMA_CAP_STEP)));
    assert_true(r.refused == 0);
    assert_true(r.passed ==
                (test_bit(SIGMA_REASON_EDGE) | test_bit(SIGMA_REASON_FLOOR) |
                 test_bit(SIGMA_REASON_MARGIN_LEVEL) | test_bit(SIGMA_REASON_MINIMUM_LOT)));
    assert_true(r.basis == 1.0 && r.drawdown == 0.0 && r.gain == 0.0);
    assert_near(r.balance_min, 8015.0, 1e-14); /* five times the 3 of 0.01 lots, above the floor */
    assert_zero(r.reserved);
}

static void costs_are_part_of_the_loss(void **unused)
{
    sample_size in = plain();
    (void)unused;
    in.symbol.spread = 8.0;
    in.symbol.slippage = 2.0;
    in.symbol.commission = 3.5;
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.cost_per_lot, 17.0);
    assert_bits(r.loss_per_lot, 317.0);
    assert_bits(r.lots, 0.31); /* 100 / 317 = 0.3154 */
    assert_near(r.risk, 0.31 * 317.0, 1e-15);
}

static void the_side_makes_no_difference(void **unused)
{
    sample_size in = plain();
    sigma_sizing_result below = sample_sized(&in);
    (void)unused;
    in.sample.stop = 1.103;
    sigma_sizing_result above = sample_sized(&in);
    assert_same(above, below);
}

static void the_caller_s_scale_takes_its_share(void **unused)
{
    sample_size in = plain();
    (void)unused;
    in.sample.factor[SIGMA_FACTOR_CALLER] = 0.5;
    assert_bits(sample_sized(&in).lots, 0.33); /* not given */
    in.sample.factors = test_bit(SIGMA_FACTOR_CALLER);
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.factor[SIGMA_FACTOR_CALLER], 0.5);
    assert_bits(r.risk_after[SIGMA_FACTOR_CALLER], 50.0);
    assert_bits(r.lots, 0.16);
    in.sample.factor[SIGMA_FACTOR_CALLER] = 0.0;
    assert_bits(sample_sized(&in).lots, 0.0);
}

/* Each cap made the smallest in turn. */
static void every_cap_can_bind(void **unused)
{
    sample_size in[SIGMA_CAP_STEP];
    static const double lots[SIGMA_CAP_STEP] = {0.33, 0.2,  0.15, 0.09, 0.3,  0.1,
                                                0.04, 0.02, 0.2,  0.07, 0.1,  0.11,
                                                0.14, 0.16, 0.13, 0.27, 0.25, 0.05};
    (void)unused;
    for (int32_t cap = 0; cap < SIGMA_CAP_STEP; cap++) {
        in[cap] = plain();
        in[cap].params.floor = 0.0;
    }
    in[SIGMA_CAP_CALLER].sample.lots = 0.2;
    in[SIGMA_CAP_CALLER].sample.given = test_bit(SIGMA_GIVEN_LOTS);
    in[SIGMA_CAP_SYMBOL].symbol.lot_cap = 0.15;
    in[SIGMA_CAP_NOTIONAL].params.leverage_max = 1.0;
    in[SIGMA_CAP_HEAT].sample.heat = 570.0;
    in[SIGMA_CAP_CONCENTRATION].sample.budget = 300.0;
    in[SIGMA_CAP_CONCENTRATION].sample.given = test_bit(SIGMA_GIVEN_BUDGET);
    in[SIGMA_CAP_ROOM_DAY].sample.room_day = 60.0;
    in[SIGMA_CAP_ROOM_DAY].sample.given = test_bit(SIGMA_GIVEN_ROOM_DAY);
    in[SIGMA_CAP_ROOM_TOTAL].sample.room_total = 60.0;
    in[SIGMA_CAP_ROOM_TOTAL].sample.given = test_bit(SIGMA_GIVEN_ROOM_TOTAL);
    in[SIGMA_CAP_PORTFOLIO].sample.portfolio = 61.0;
    in[SIGMA_CAP_PORTFOLIO].sample.given = test_bit(SIGMA_GIVEN_PORTFOLIO);
    in[SIGMA_CAP_EXPOSURE].sample.exposure = 0.079;
    in[SIGMA_CAP_EXPOSURE].sample.given = test_bit(SIGMA_GIVEN_EXPOSURE);
    in[SIGMA_CAP_RULES].sample.rules = 30.0;
    in[SIGMA_CAP_RULES].sample.given = test_bit(SIGMA_GIVEN_RULES);
    in[SIGMA_CAP_RULES_LOTS].sample.rules_lots = 0.11;
    in[SIGMA_CAP_RULES_LOTS].sample.given = test_bit(SIGMA_GIVEN_RULES_LOTS);
    in[SIGMA_CAP_SIZE].sample.size = 43.0;
    in[SIGMA_CAP_SIZE].sample.given = test_bit(SIGMA_GIVEN_SIZE);
    in[SIGMA_CAP_LEVERAGE].sample.leverage = 17700.0;
    in[SIGMA_CAP_LEVERAGE].sample.given = test_bit(SIGMA_GIVEN_LEVERAGE);
    in[SIGMA_CAP_MARGIN].sample.margin = 9000.0;
    in[SIGMA_CAP_MARGIN].params.margin_level_min = 1.0;
    in[SIGMA_CAP_MARGIN_MOST].params.margin_most = 1000.0;
    in[SIGMA_CAP_VOLUME].sample.volume = 250.0;
    in[SIGMA_CAP_VOLUME].sample.given = test_bit(SIGMA_GIVEN_VOLUME);
    in[SIGMA_CAP_BROKER].symbol.lot_max = 0.05;
    for (int32_t cap = 0; cap < SIGMA_CAP_STEP; cap++) {
        sigma_sizing_result r = sample_sized(&in[cap]);
        assert_int_equal(r.binding, cap);
        assert_bits(r.lots, lots[cap]);
        assert_true(r.asked & test_bit(cap));
    }
}

static void notional_binds_stocks_and_unlevered_crypto(void **unused)
{
    (void)unused;
    for (int32_t asset = SIGMA_ASSET_FOREX; asset < SIGMA_ASSET_INVERSE; asset++) {
        for (int32_t levered = 0; levered < 2; levered++) {
            sample_size in = plain();
            in.symbol.asset = asset;
            in.symbol.leverage = levered ? 1.1 : 1.0;
            bool notional = asset == SIGMA_ASSET_STOCK || (asset == SIGMA_ASSET_CRYPTO && !levered);
            assert_near(sample_sized(&in).cap[SIGMA_CAP_NOTIONAL],
                        (notional ? 0.1 : 20.0) * 10000.0 / 110000.0, 1e-14);
        }
    }
    sample_size in =
        plain(); /* 100,000 dollars a contract, on an account in coins of 1.1 dollars */
    in.symbol.asset = SIGMA_ASSET_INVERSE;
    in.symbol.leverage = 1.0;
    assert_near(sample_sized(&in).cap[SIGMA_CAP_NOTIONAL], 20.0 * 10000.0 / (100000.0 / 1.1),
                1e-14);
}

static void below_the_smallest_lot_it_is_zero(void **unused)
{
    sample_size in = plain();
    (void)unused;
    in.symbol.lot_min = 0.33;
    assert_bits(sample_sized(&in).lots, 0.33);
    in.symbol.lot_step = 0.1;
    in.symbol.lot_min = 3.0 * 0.1; /* 0.30000000000000004 */
    assert_true(in.symbol.lot_min > 0.3);
    assert_bits(sample_sized(&in).lots, 0.3);
    assert_near(sample_sized(&in).balance_min, 9000.0, 1e-15); /* 90 are 1 % of it */
    in.symbol.lot_step = 0.01;
    in.symbol.lot_min = 0.34;
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.lots, 0.0);
    assert_bits(r.cap[SIGMA_CAP_STEP], 0.0);
    assert_bits(r.lots_after[SIGMA_CAP_STEP], 0.0);
    assert_true(r.risk == 0.0 && r.notional == 0.0 && r.margin == 0.0);
    assert_near(r.lots_after[SIGMA_CAP_BROKER], 1.0 / 3.0, 1e-15);
}

/* 10 at risk over 3e-9 a lot: more steps than doubles tell apart, a third of it to the last. */
static void a_coin_of_nine_decimals_is_bought(void **unused)
{
    sample_size in = plain();
    (void)unused;
    in.symbol.tick_size = in.symbol.tick_value = 1e-12;
    in.symbol.contract_size = 1.0;
    in.symbol.lot_step = in.symbol.lot_min = 1e-8;
    in.symbol.lot_max = 1e12;
    in.sample.equity = in.sample.balance = in.sample.peak = 1000.0;
    in.sample.entry = 4.1e-8;
    in.sample.stop = 3.8e-8;
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.lots, 3333333333.333333);
    assert_int_equal(r.binding, SIGMA_CAP_RISK);
}

/* At a target that does not pay the costs. */
static void no_lots_gain_zero_and_not_minus_zero(void **unused)
{
    sample_size in = plain();
    (void)unused;
    in.symbol.commission = 600.0;
    in.symbol.lot_min = 1.0;
    in.sample.target = 1.1001;
    in.sample.probability = 0.5;
    in.sample.given = test_bit(SIGMA_GIVEN_PROBABILITY);
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.lots, 0.0);
    assert_bits(r.gain, 0.0);
    assert_bits(r.expected_profit, 0.0);
}

static void no_room_for_heat_or_margin_is_no_trade(void **unused)
{
    sample_size in = plain();
    (void)unused;
    in.sample.heat = 600.0;
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.lots, 0.0);
    assert_true(r.refused & test_bit(SIGMA_REASON_MINIMUM_LOT));
    in.sample.heat = 1e17;
    assert_bits(sample_sized(&in).cap[SIGMA_CAP_HEAT], 0.0);
    in = plain();
    in.sample.margin = 10000.0;
    r = sample_sized(&in);
    assert_bits(r.lots, 0.0);
    assert_int_equal(r.binding, SIGMA_CAP_MARGIN);
    in.sample.margin = 1e15;
    assert_bits(sample_sized(&in).cap[SIGMA_CAP_MARGIN], 0.0);
}

static void assert_refused(const sample_size *in)
{
    sigma_sizing_result result;
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_sizing_evaluate(&in->params, &in->symbol, &in->sample, &result),
                     SIGMA_E_RANGE);
    assert_zero(result);
}

static void params_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_size in = plain();
    (void)field, (void)context;
    memcpy(&in.params, damaged, sizeof in.params);
    assert_refused(&in);
}

static void symbol_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_size in = plain();
    (void)field, (void)context;
    memcpy(&in.symbol, damaged, sizeof in.symbol);
    assert_refused(&in);
}

static void sample_refused(const void *damaged, const sigma_field *field, void *context)
{
    sample_size in = plain();
    (void)field, (void)context;
    memcpy(&in.sample, damaged, sizeof in.sample);
    assert_refused(&in);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sample_size in = plain();
    (void)unused;
    assert_int_equal(damage_each(SIGMA_KIND_SIZING_PARAMS, &in.params, params_refused, NULL), 156);
    assert_true(damage_each(SIGMA_KIND_SYMBOL, &in.symbol, symbol_refused, NULL) > 80);
    assert_true(damage_each(SIGMA_KIND_SIZING_SAMPLE, &in.sample, sample_refused, NULL) > 40);
    in.sample.stop = in.sample.entry;
    assert_refused(&in);
    in.symbol.lot_max = in.symbol.lot_min / 2.0;
    in.sample.stop = 1.0;
    assert_refused(&in);
}

static void null_is_refused(void **unused)
{
    sample_size in = plain();
    sigma_sizing_result r = {.lots = 9.0};
    (void)unused;
    assert_int_equal(sigma_sizing_evaluate(NULL, &in.symbol, &in.sample, &r), SIGMA_E_NULL);
    assert_zero(r);
    r.lots = 9.0;
    assert_int_equal(sigma_sizing_evaluate(&in.params, NULL, &in.sample, &r), SIGMA_E_NULL);
    assert_zero(r);
    r.lots = 9.0;
    assert_int_equal(sigma_sizing_evaluate(&in.params, &in.symbol, NULL, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_sizing_evaluate(&in.params, &in.symbol, &in.sample, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_header),
        cmocka_unit_test(the_waterfall_of_the_known_answer),
        cmocka_unit_test(costs_are_part_of_the_loss),
        cmocka_unit_test(the_side_makes_no_difference),
        cmocka_unit_test(the_caller_s_scale_takes_its_share),
        cmocka_unit_test(every_cap_can_bind),
        cmocka_unit_test(notional_binds_stocks_and_unlevered_crypto),
        cmocka_unit_test(below_the_smallest_lot_it_is_zero),
        cmocka_unit_test(a_coin_of_nine_decimals_is_bought),
        cmocka_unit_test(no_lots_gain_zero_and_not_minus_zero),
        cmocka_unit_test(no_room_for_heat_or_margin_is_no_trade),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
