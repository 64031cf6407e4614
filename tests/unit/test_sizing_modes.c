/* SPDX-License-Identifier: MIT */
/* Where the fraction comes from, what bounds it, and what the trade can be expected to bring. */
#include "samples.h"
#include "test.h"

/* 100,000 at its peak; a unit a lot, stops of 1, so that lots are money at risk. */
static sample_size unit(int32_t mode)
{
    sample_size in = {.symbol = sample_symbol(),
                      .sample = {.equity = 1e5,
                                 .balance = 1e5,
                                 .peak = 1e5,
                                 .entry = 100.0,
                                 .stop = 99.0,
                                 .kelly = 0.1,
                                 .mean = 0.2,
                                 .error = 0.05,
                                 .trades = 200}};
    assert_int_equal(sigma_sizing_preset(mode, &in.params), SIGMA_OK);
    in.symbol.tick_size = in.symbol.tick_value = 0.01;
    in.symbol.lot_max = 1e9;
    in.symbol.leverage = 500.0;
    in.params.leverage_max = 1e4;
    in.params.margin_max = 1.0;
    return in;
}

static bool refuses(const sigma_sizing_result *r, int32_t reason)
{
    return r->refused & test_bit(reason);
}

/* 0.5 x 0.1 x cushion: 0.2 at the peak, 1 - 0.8 / 0.9 at a drawdown of 10 %. */
static void sceptical_kelly_shrinks_toward_the_floor(void **unused)
{
    sample_size in = unit(SIGMA_MODE_SCEPTICAL);
    sigma_sizing_result r = sample_sized(&in);
    (void)unused;
    assert_near(r.factor[SIGMA_FACTOR_BASE], 0.05, 1e-15);
    assert_near(r.factor[SIGMA_FACTOR_CUSHION], 0.2, 1e-14);
    assert_near(r.lots, 1000.0, 1e-4);
    in.sample.equity = 9e4;
    r = sample_sized(&in);
    assert_near(r.drawdown, 0.1, 1e-14);
    assert_near(r.factor[SIGMA_FACTOR_CUSHION], 1.0 - 0.8 / 0.9, 1e-13);
    assert_near(r.risk, 9e4 * 0.05 * (1.0 - 0.8 / 0.9), 1e-4);
    in.sample.balance = 8.5e4; /* the smaller of the two counts */
    assert_near(sample_sized(&in).drawdown, 0.15, 1e-14);
    in.sample.balance = 1.2e5; /* above the peak: it is the peak */
    in.sample.equity = 1.2e5;
    r = sample_sized(&in);
    assert_bits(r.drawdown, 0.0);
    assert_near(r.factor[SIGMA_FACTOR_CUSHION], 0.2, 1e-14);
    in.sample.balance = in.sample.equity = 8e4;
    r = sample_sized(&in);
    assert_bits(r.lots, 0.0);
    assert_true(refuses(&r, SIGMA_REASON_FLOOR) && refuses(&r, SIGMA_REASON_MINIMUM_LOT));
    in.params.floor = 0.0;                             /* no floor, no cushion */
    assert_near(sample_sized(&in).risk, 1600.0, 1e-4); /* at most 2 % */
    assert_near(sample_sized(&in).factor[SIGMA_FACTOR_CUSHION], 1.0, 1e-15);
}

static void the_floor_keeps_room_for_gaps_and_open_risk(void **unused)
{
    sample_size in = unit(SIGMA_MODE_FRACTION);
    (void)unused;
    in.sample.equity = in.sample.balance = 8.4e4;
    sigma_sizing_result r = sample_sized(&in); /* 4,000 above the floor: 800 */
    assert_near(r.risk_after[SIGMA_FACTOR_MAXIMUM], 840.0, 1e-12);
    assert_near(r.risk, 800.0, 1e-4);
    assert_near(r.factor[SIGMA_FACTOR_FLOOR], 800.0 / 840.0, 1e-12);
    in.sample.heat = 300.0;
    assert_near(sample_sized(&in).risk, 500.0, 1e-4);
    in.sample.equity = 9.5e4; /* floating profit does not count */
    assert_near(sample_sized(&in).risk, 500.0, 1e-4);
    in.sample.heat = 800.0;
    r = sample_sized(&in);
    assert_true(r.lots == 0.0 && refuses(&r, SIGMA_REASON_FLOOR));
}

static void exploration_begins_and_a_clear_loss_ends_it(void **unused)
{
    static const struct {
        int32_t trades;
        double kelly, mean, error, risk;
        bool edge;
    } cases[] = {
        {0, 0.0, 0.0, 0.0, 500.0, true},   {29, 0.0, -0.1, 0.2, 500.0, true},
        {29, 0.2, 0.3, 0.1, 2000.0, true}, {29, 0.04, 0.3, 0.1, 500.0, true},
        {9, 0.0, -0.5, 0.1, 500.0, true},  {10, 0.0, -0.5, 0.1, 0.0, false},
        {10, 0.0, -0.1, 0.1, 500.0, true}, {29, 0.9, -0.01, 0.1, 500.0, true},
        {30, 0.2, 0.3, 0.1, 2000.0, true}, {30, 0.02, 0.3, 0.1, 200.0, true},
        {30, 0.0, 0.3, 0.1, 0.0, false},   {30, 0.2, 0.0, 0.1, 0.0, false},
        {52, 0.1, -5.2, 1.0, 0.0, false},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sample_size in = unit(SIGMA_MODE_SCEPTICAL);
        in.sample.trades = cases[i].trades;
        in.sample.kelly = cases[i].kelly;
        in.sample.mean = cases[i].mean;
        in.sample.error = cases[i].error;
        sigma_sizing_result r = sample_sized(&in);
        assert_near(r.risk, cases[i].risk, 2e-5);
        assert_true(refuses(&r, SIGMA_REASON_EDGE) == !cases[i].edge);
        assert_true((r.refused == 0) == (r.lots > 0.0));
    }
}

/* SIGMA: 29 trades explore at 0.5 %, with a confidence above 0.7 at 0.75 %; 30 to 99 take Kelly
 * times n / 100, from 100 on all of it, a quarter each; -5.20 expected over 52 trades is zero. */
static void the_published_rule_is_that_of_sigma(void **unused)
{
    static const struct {
        int32_t trades;
        double confidence, mean, fraction;
    } cases[] = {{29, 0.0, 0.0, 0.005},  {29, 0.7, 0.0, 0.005},   {29, 0.71, -1.0, 0.0075},
                 {30, 0.9, 0.1, 0.0075}, {45, 0.0, 0.1, 0.01125}, {99, 0.0, 0.1, 0.02475},
                 {100, 0.0, 0.1, 0.025}, {900, 0.0, 0.1, 0.025},  {52, 0.9, -5.2, 0.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sample_size in = unit(SIGMA_MODE_PUBLISHED);
        in.params.risk_max = 0.2;
        in.sample.trades = cases[i].trades;
        in.sample.confidence = cases[i].confidence;
        in.sample.mean = cases[i].mean;
        sigma_sizing_result r = sample_sized(&in);
        assert_near(r.factor[SIGMA_FACTOR_BASE], cases[i].fraction, 1e-15);
        assert_near(r.risk, 1e5 * cases[i].fraction, 1e-5);
        assert_true(refuses(&r, SIGMA_REASON_EDGE) == (cases[i].fraction == 0.0));
    }
    sample_size in =
        unit(SIGMA_MODE_PUBLISHED); /* 0.68 and 2.15 are a Kelly of 0.5312, not 0.523 */
    in.sample.kelly = 0.68 - 0.32 / 2.15;
    assert_near(sample_sized(&in).factor[SIGMA_FACTOR_BASE], 0.25 * 0.5311627906976744, 1e-15);
}

static void the_other_modes_by_hand(void **unused)
{
    static const struct {
        int32_t mode;
        double risk;
    } cases[] = {{SIGMA_MODE_CONFIDENT, 1500.0}, {SIGMA_MODE_DRAWDOWN, 2000.0},
                 {SIGMA_MODE_FRACTION, 1000.0},  {SIGMA_MODE_MONEY, 100.0},
                 {SIGMA_MODE_AUTOMATIC, 700.0},  {SIGMA_MODE_SCALING, 700.0},
                 {SIGMA_MODE_VOLATILITY, 500.0}, {SIGMA_MODE_CALLER, 321.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sample_size in = unit(cases[i].mode);
        in.sample.kelly = 0.03; /* half of it, or all: 3 % is more than 2 % */
        in.sample.fraction = 0.007;
        in.sample.volatility = 0.32; /* half the equity, of which the stop is 1 % */
        if (cases[i].mode == SIGMA_MODE_CALLER) {
            in.sample.lots = 321.0;
            in.sample.given = test_bit(SIGMA_GIVEN_LOTS);
        }
        assert_near(sample_sized(&in).risk, cases[i].risk, 1e-4);
    }
    sample_size in = unit(SIGMA_MODE_VOLATILITY);
    assert_bits(sample_sized(&in).lots, 0.0); /* not known */
    in = unit(SIGMA_MODE_CALLER);
    assert_bits(sample_sized(&in).lots, 0.0); /* not asked */
    in.sample.lots = 1e6;
    in.sample.given = test_bit(SIGMA_GIVEN_LOTS);
    assert_near(sample_sized(&in).risk, 2000.0, 1e-4);
}

/* Robert Carver's pysystemtrade, docs: capital 100,000, target 16 %, a Eurodollar future of 2,500
 * a point; positions of 11.187869 and 10.33293 contracts before they are rounded. The volatility a
 * day times 16 is that a year; its inputs are printed to five digits. */
static void a_published_volatility_target_agrees(void **unused)
{
    static const struct {
        double price, daily, rate, lots;
    } cases[] = {{97.88, 0.055281, 0.6607594756107519, 11.187869},
                 {97.9875, 0.059789, 0.6607594730844327, 10.33293}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sample_size in = unit(SIGMA_MODE_VOLATILITY);
        in.symbol.tick_size = 0.0025;
        in.symbol.tick_value = 2500.0 * 0.0025 * cases[i].rate;
        in.sample.entry = cases[i].price;
        in.sample.stop = cases[i].price - 0.05;
        in.sample.volatility = cases[i].daily / 100.0 * 16.0;
        assert_near(sample_sized(&in).cap[SIGMA_CAP_RISK], cases[i].lots, 1e-5);
    }
}

/* riskkit, tests/test_sizing.py: 10,000 at 100; a target of 1 % a day over a volatility of 2 % is
 * half the account, 50 units; 1 % over 1 % all of it; 5 % over 2 % is held at 100 %, or at 250. */
static void published_volatility_targets_agree(void **unused)
{
    static const struct {
        double volatility, target, notional_max, units;
    } cases[] = {{0.02, 0.01, 1.0, 50.0},
                 {0.01, 0.01, 1.0, 100.0},
                 {0.02, 0.05, 1.0, 100.0},
                 {0.02, 0.05, 3.0, 250.0},
                 {0.0, 0.01, 1.0, 0.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sample_size in = unit(SIGMA_MODE_VOLATILITY);
        in.symbol.asset = SIGMA_ASSET_STOCK;
        in.symbol.leverage = 3.0;
        in.sample.equity = in.sample.balance = in.sample.peak = 1e4;
        in.sample.stop = 99.5;
        in.sample.volatility = cases[i].volatility;
        in.params.volatility_target = cases[i].target;
        in.params.notional_max = cases[i].notional_max;
        assert_near(sample_sized(&in).lots, cases[i].units, 1e-12);
    }
}

static void factors_multiply_and_their_product_is_held(void **unused)
{
    sample_size in = unit(SIGMA_MODE_FRACTION);
    (void)unused;
    in.sample.factors = test_bit(SIGMA_FACTOR_COUNT) - 1;
    for (int32_t i = 0; i < SIGMA_FACTOR_COUNT; i++) {
        in.sample.factor[i] = 1.0;
    }
    in.sample.factor[SIGMA_FACTOR_BASE] = 9.0; /* these five are not the caller's to set */
    in.sample.factor[SIGMA_FACTOR_CUSHION] = in.sample.factor[SIGMA_FACTOR_PRODUCT] = 0.0;
    in.sample.factor[SIGMA_FACTOR_MAXIMUM] = in.sample.factor[SIGMA_FACTOR_FLOOR] = 0.0;
    in.sample.factor[SIGMA_FACTOR_REGIME] = 1.3;
    in.sample.factor[SIGMA_FACTOR_DIVERSIFICATION] = 0.825;
    sigma_sizing_result r = sample_sized(&in);
    assert_near(r.risk_after[SIGMA_FACTOR_REGIME], 1300.0, 1e-14);
    assert_near(r.risk_after[SIGMA_FACTOR_CALLER], 1072.5, 1e-14);
    assert_near(r.risk, 1072.5, 1e-4);
    in.sample.factor[SIGMA_FACTOR_PERFORMANCE] = 1.3;
    in.sample.factor[SIGMA_FACTOR_LIQUIDITY] = 1.3; /* 1.8125 */
    r = sample_sized(&in);
    assert_near(r.risk_after[SIGMA_FACTOR_PRODUCT], 1500.0, 1e-12);
    assert_near(r.factor[SIGMA_FACTOR_PRODUCT], 1.5 / (1.3 * 1.3 * 1.3 * 0.825), 1e-13);
    in.params.risk_fraction = 0.015;
    r = sample_sized(&in);
    assert_near(r.risk_after[SIGMA_FACTOR_MAXIMUM], 2000.0, 1e-12);
    in.sample.factor[SIGMA_FACTOR_VOTES] = 0.0;
    r = sample_sized(&in);
    assert_true(r.lots == 0.0 && refuses(&r, SIGMA_REASON_MINIMUM_LOT));
    assert_bits(r.factor[SIGMA_FACTOR_FLOOR], 1.0);
}

/* Elite: 1.5 x 0.00100 x (1 + 0.25^2) = 0.00159375 at a confidence of 75 %. */
static void the_basis_counts_the_tail(void **unused)
{
    sample_size in = unit(SIGMA_MODE_FRACTION);
    (void)unused;
    in.params.basis = SIGMA_BASIS_TAIL;
    in.sample.confidence = 0.75;
    assert_near(sample_sized(&in).basis * 0.001, 0.00159375, 1e-15);
    assert_near(sample_sized(&in).loss_per_lot, 1.59375, 1e-14);
    in.params.tail_multiple = 1.0;
    in.sample.confidence = 1.0;
    assert_bits(sample_sized(&in).basis, 1.0);
    in.params.basis = SIGMA_BASIS_CVAR;
    in.sample.tail = 1.8;
    assert_bits(sample_sized(&in).basis, 1.8);
    in.sample.trades = 99;
    assert_bits(sample_sized(&in).basis, 1.0);
    in.sample.trades = 100;
    in.sample.tail = 0.4; /* never less than the stop */
    assert_bits(sample_sized(&in).basis, 1.0);
}

/* Elite: 75 % at 3 to 1 is 2.00 a unit of risk, where it printed 1.75. */
static void what_is_expected_adds_up(void **unused)
{
    sample_size in = unit(SIGMA_MODE_FRACTION);
    (void)unused;
    in.sample.target = 103.0;
    in.sample.probability = 0.75;
    sigma_sizing_result r = sample_sized(&in);
    assert_bits(r.expected_return, 0.0); /* not given */
    in.sample.given = test_bit(SIGMA_GIVEN_PROBABILITY);
    in.symbol.commission = 0.05;
    r = sample_sized(&in); /* a lot risks 1.1: 909.09 of them */
    assert_near(r.expected_return, 2.0, 1e-13);
    assert_near(r.expected_profit, 909.09 * (0.75 * 3.0 - 0.25 - 0.1), 1e-12);
    assert_near(r.gain, 909.09 * 2.9, 1e-12);
    assert_true(r.passed & test_bit(SIGMA_REASON_EXPECTATION));
    in.sample.probability = 0.2749; /* (1 + 0.1) / (1 + 3) breaks even */
    r = sample_sized(&in);
    assert_true(r.lots == 0.0 && refuses(&r, SIGMA_REASON_EXPECTATION));
    in.sample.probability = 0.2751;
    assert_true(sample_sized(&in).refused == 0);
    in.sample.probability = 0.0;
    in.sample.trades = 29; /* exploration decides */
    assert_true(sample_sized(&in).refused == 0);
    in.sample.target = 98.0; /* on the stop's side: none */
    in.sample.trades = 99;
    r = sample_sized(&in);
    assert_true(r.refused == 0 && r.gain == 0.0);
}

/* Mathematician printed 422.55 expected on a margin of 300 at 3 x with a target of 1.6 %. The most
 * that this trade can gain is 14.40; at 0.55 and 2 to 1 it is expected to bring 4.68. Its margin,
 * risk / (leverage x stop), is right: 200 / (3 x 0.8 %) = 8,333.33. */
static void mathematician_s_expectation_is_corrected(void **unused)
{
    sample_size in = unit(SIGMA_MODE_CALLER);
    (void)unused;
    in.symbol.leverage = 3.0;
    in.symbol.tick_size = in.symbol.tick_value = 0.001;
    in.sample.stop = 99.2;
    in.sample.target = 101.6;
    in.sample.probability = 0.55;
    in.sample.lots = 9.0; /* 900 at 100 */
    in.sample.given = test_bit(SIGMA_GIVEN_LOTS) | test_bit(SIGMA_GIVEN_PROBABILITY);
    sigma_sizing_result r = sample_sized(&in);
    assert_near(r.margin, 300.0, 1e-14);
    assert_near(r.gain, 14.4, 1e-13);
    assert_near(r.expected_profit, 4.68, 1e-12);
    in.params.mode = SIGMA_MODE_MONEY;
    in.params.risk_money = 200.0;
    in.sample.given = 0;
    r = sample_sized(&in);
    assert_near(r.lots, 250.0, 1e-13);
    assert_near(r.margin, 8333.333333333334, 1e-13);
}

/* Elite: 180,791, oil; the symbol allows 10 lots, notional 18, concentration 25.2, the firm 120. */
static void the_published_caps_of_elite(void **unused)
{
    sample_size in = unit(SIGMA_MODE_CALLER);
    (void)unused;
    in.sample.equity = in.sample.balance = in.sample.peak = 180791.0;
    in.sample.lots = 50.0;
    in.sample.budget = 180791.0 * 0.05;
    in.sample.room_day = 120.0 * 50.0 / 0.2;
    in.sample.given =
        test_bit(SIGMA_GIVEN_LOTS) | test_bit(SIGMA_GIVEN_BUDGET) | test_bit(SIGMA_GIVEN_ROOM_DAY);
    in.symbol.tick_value = 1.0; /* 50 a lot lost at half a point */
    in.symbol.lot_cap = 10.0;
    in.symbol.leverage = 100.0;
    in.sample.entry = 80.0;
    in.sample.stop = 79.5;
    in.params.leverage_max = 18.0 * 8000.0 / 180791.0;
    in.params.concentration_max = 25.2 * 50.0 / in.sample.budget;
    sigma_sizing_result r = sample_sized(&in);
    assert_near(r.cap[SIGMA_CAP_NOTIONAL], 18.0, 1e-13);
    assert_near(r.cap[SIGMA_CAP_CONCENTRATION], 25.2, 1e-13);
    assert_near(r.cap[SIGMA_CAP_ROOM_DAY], 120.0, 1e-13);
    assert_bits(r.lots, 10.0);
    assert_int_equal(r.binding, SIGMA_CAP_SYMBOL);
}

/* hummingbot, test_budget_checker.py: a spot order of 10 at 2; with 10 to spend and a fee of 1 %,
 * 4.95 of it. riskkit: 10,000 after a peak of as much, a stop of 30: 3.333 units. freqtrade's Edge:
 * 62.5 of capital at 1 % over a stop of 2 % is a stake of 31.25, held at 20 and 0 by what is free.
 */
static void published_orders_within_a_budget_agree(void **unused)
{
    static const struct {
        double equity, risk, entry, stop, fee, spent, step, lots;
    } cases[] = {{100.0, 1.0, 2.0, 1.0, 0.01, 0.0, 0.01, 10.0},
                 {10.0, 1.0, 2.0, 1.0, 0.01, 0.0, 0.01, 4.95},
                 {10000.0, 0.01, 100.0, 70.0, 0.0, 0.0, 1e-8, 3.33333333},
                 {62.5, 0.01, 1.0, 0.98, 0.0, 0.0, 0.01, 31.25},
                 {62.5, 0.01, 1.0, 0.98, 0.0, 42.5, 0.01, 20.0},
                 {62.5, 0.01, 1.0, 0.98, 0.0, 62.5, 0.01, 0.0},
                 {1.5, 0.01, 1.0, 0.9, 0.0, 0.0, 0.01, 0.15}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sample_size in = unit(SIGMA_MODE_CALLER);
        in.sample.equity = in.sample.balance = in.sample.peak = cases[i].equity;
        in.sample.entry = cases[i].entry;
        in.sample.stop = cases[i].stop;
        in.sample.margin = cases[i].spent;
        in.sample.lots = cases[i].risk < 1.0 ? 1e9 : 10.0;
        in.sample.given = test_bit(SIGMA_GIVEN_LOTS);
        in.symbol.tick_size = in.symbol.tick_value = 0.01;
        in.symbol.leverage = 1.0;
        in.symbol.fee_rate = cases[i].fee;
        in.symbol.lot_step = in.symbol.lot_min = cases[i].step;
        in.params.mode = cases[i].risk < 1.0 ? SIGMA_MODE_FRACTION : SIGMA_MODE_CALLER;
        in.params.risk_fraction = cases[i].risk < 1.0 ? cases[i].risk : 0.01;
        in.params.floor = in.params.margin_level_min = 0.0;
        in.params.heat_max = 1.0;
        if (cases[i].risk >= 1.0) { /* a spot order has no stop: what it may lose is the caller's */
            in.params.risk_max = 0.2;
            in.sample.stop = cases[i].entry - 0.01;
        }
        assert_near(sample_sized(&in).lots, cases[i].lots, 1e-12);
    }
}

static void nothing_is_opened_below_the_least_margin_level(void **unused)
{
    sample_size in = unit(SIGMA_MODE_FRACTION);
    (void)unused;
    in.sample.margin = 1e5 / 1.5;
    assert_true(sample_sized(&in).refused == 0);
    in.sample.margin = nextafter(1e5 / 1.5, 1e9) * (1.0 + 1e-15);
    sigma_sizing_result r = sample_sized(&in);
    assert_true(r.lots == 0.0 && refuses(&r, SIGMA_REASON_MARGIN_LEVEL));
    assert_bits(r.cap[SIGMA_CAP_MARGIN], 0.0);
}

/* Mathematician's limits: a trade takes from 10 to 1,000 of margin. */
static void margin_stays_between_its_limits(void **unused)
{
    sample_size in = unit(SIGMA_MODE_FRACTION);
    (void)unused;
    in.params.margin_least = 10.0;
    in.params.margin_most = 150.0;
    sigma_sizing_result r = sample_sized(&in); /* 0.2 a lot */
    assert_near(r.lots, 750.0, 1e-12);
    assert_int_equal(r.binding, SIGMA_CAP_MARGIN_MOST);
    in.params.risk_fraction = 0.0004;
    r = sample_sized(&in); /* 40 lots take 8 */
    assert_true(r.lots == 0.0 && refuses(&r, SIGMA_REASON_MINIMUM_LOT));
    assert_bits(r.balance_min, 0.0); /* one lot of 0.01 takes 0.002 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sceptical_kelly_shrinks_toward_the_floor),
        cmocka_unit_test(the_floor_keeps_room_for_gaps_and_open_risk),
        cmocka_unit_test(exploration_begins_and_a_clear_loss_ends_it),
        cmocka_unit_test(the_published_rule_is_that_of_sigma),
        cmocka_unit_test(the_other_modes_by_hand),
        cmocka_unit_test(a_published_volatility_target_agrees),
        cmocka_unit_test(published_volatility_targets_agree),
        cmocka_unit_test(factors_multiply_and_their_product_is_held),
        cmocka_unit_test(the_basis_counts_the_tail),
        cmocka_unit_test(what_is_expected_adds_up),
        cmocka_unit_test(mathematician_s_expectation_is_corrected),
        cmocka_unit_test(the_published_caps_of_elite),
        cmocka_unit_test(published_orders_within_a_budget_agree),
        cmocka_unit_test(nothing_is_opened_below_the_least_margin_level),
        cmocka_unit_test(margin_stays_between_its_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
