/* SPDX-License-Identifier: MIT */
/* What holds for every size, over random trades. */
#include "samples.h"
#include "test.h"

enum { TRADES = 40000 };

static sample_size random_trade(uint64_t *seed)
{
    sample_size t = {.params = sample_random_policy(seed).sizing,
                     .symbol = sample_random_symbol(seed)};
    double tick = t.symbol.tick_size, equity = test_decades(seed, 10.0, 1e8);
    int32_t ticks = test_whole(seed, 1, 500), price = test_whole(seed, 501, 1000000);

    t.sample = (sigma_sizing_sample){
        .equity = equity,
        .balance = equity,
        .peak = equity,
        .margin = equity * fmax(0.0, test_between(seed, -0.5, 1.1)),
        .heat = equity * fmax(0.0, test_between(seed, -0.1, 0.1)),
        .entry = price * tick,
        .stop = (price + (test_random(seed) < 0.5 ? ticks : -ticks)) * tick,
        .lots = t.symbol.lot_step * test_decades(seed, 0.5, 1e6),
        .factors = test_random(seed) < 0.5 ? test_bit(SIGMA_FACTOR_CALLER) : 0,
        .given = test_random_bits(seed) & 0x4};
    t.sample.factor[SIGMA_FACTOR_CALLER] = test_random(seed);
    t.params.floor = 0.0;
    return t;
}

/* By the formulas of the header, written out once more. */
static double loss_of_a_lot(const sample_size *t)
{
    const sigma_symbol *s = &t->symbol;
    double entry = t->sample.entry, stop = t->sample.stop, low = fmin(entry, stop);
    double slip = (s->spread + s->slippage) * s->tick_size;
    if (s->asset == SIGMA_ASSET_INVERSE) {
        double worth = s->contract_size * s->quote_rate;
        return worth * fabs(1.0 / entry - 1.0 / stop) + worth / low * fmin(slip / low, 1.0) +
               2.0 * s->commission + s->fee_rate * (worth / entry + worth / low);
    }
    double unit = s->tick_value / s->tick_size;
    return fabs(entry - stop) * unit + slip * unit + 2.0 * s->commission +
           s->fee_rate * unit * (entry + fmax(entry, stop));
}

static void the_risk_with_costs_never_exceeds_the_stated_share(void **unused)
{
    uint64_t seed = 50;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        sigma_sizing_result r = sample_sized(&t);
        double loss = loss_of_a_lot(&t);
        double budget = t.sample.equity * t.params.risk_fraction;
        budget *= t.sample.factors ? t.sample.factor[SIGMA_FACTOR_CALLER] : 1.0;
        /* a distance of few ticks in a large price is itself known to 1e-10 only */
        assert_true(r.lots * loss <= budget * (1.0 + 1e-9));
        assert_true(r.risk <= budget * (1.0 + 1e-12));
        assert_near(r.loss_per_lot, loss, 1e-9);
    }
}

static void no_cap_is_exceeded(void **unused)
{
    uint64_t seed = 51;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        sigma_sizing_result r = sample_sized(&t);
        double over = 1.0 + 1e-12;
        bool stock = t.symbol.asset == SIGMA_ASSET_STOCK ||
                     (t.symbol.asset == SIGMA_ASSET_CRYPTO && t.symbol.leverage <= 1.0);
        double multiple = stock ? t.params.notional_max : t.params.leverage_max;
        double free_margin = fmax(t.sample.equity - t.sample.margin, 0.0);
        double heat_left = fmax(t.params.heat_max * t.sample.equity - t.sample.heat, 0.0);
        assert_true(!(t.sample.given & test_bit(SIGMA_GIVEN_LOTS)) ||
                    r.lots <= t.sample.lots * over);
        assert_true(t.symbol.lot_cap == 0.0 || r.lots <= t.symbol.lot_cap * over);
        assert_true(r.notional <= multiple * t.sample.equity * over);
        assert_true(r.risk <= heat_left * over);
        assert_true(r.margin <= free_margin * t.params.margin_max * over);
        assert_true(r.lots <= t.symbol.lot_max * over);
        assert_true(r.lots == 0.0 || r.lots >= t.symbol.lot_min);
    }
}

static void the_waterfall_falls_and_each_step_is_the_smaller_of_two(void **unused)
{
    uint64_t seed = 52;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        sigma_sizing_result r = sample_sized(&t);
        int32_t binding = SIGMA_CAP_RISK;
        assert_bits(r.lots_after[SIGMA_CAP_RISK], r.cap[SIGMA_CAP_RISK]);
        for (int32_t cap = 1; cap < SIGMA_CAP_STEP; cap++) {
            bool asked = r.asked & test_bit(cap);
            double before = r.lots_after[cap - 1];
            assert_bits(r.lots_after[cap], asked ? fmin(before, r.cap[cap]) : before);
            assert_true(asked || r.cap[cap] == 0.0);
            binding = asked && r.cap[cap] < before ? cap : binding;
        }
        assert_true(r.lots <= r.lots_after[SIGMA_CAP_BROKER] * (1.0 + 4e-15));
        assert_bits(r.lots_after[SIGMA_CAP_STEP], r.lots);
        assert_bits(r.cap[SIGMA_CAP_STEP], r.lots);
        assert_int_equal(r.binding, binding);
    }
}

static void lots_are_whole_steps_and_no_step_is_lost(void **unused)
{
    uint64_t seed = 53;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        sigma_sizing_result r = sample_sized(&t);
        double again;
        assert_int_equal(sigma_symbol_floor(&t.symbol, r.lots, &again), SIGMA_OK);
        assert_bits(again, r.lots);
        double left = r.lots_after[SIGMA_CAP_BROKER] - r.lots;
        assert_true(r.lots == 0.0 || left < t.symbol.lot_step * (1.0 + 1e-9));
        assert_true(r.lots > 0.0 || r.refused != 0);
    }
}

static void more_equity_never_buys_fewer_lots(void **unused)
{
    uint64_t seed = 54;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        double before = sample_sized(&t).lots;
        t.sample.equity *= test_between(&seed, 1.0, 1.5);
        assert_true(sample_sized(&t).lots >= before);
        t.sample.equity = nextafter(t.sample.equity, INFINITE);
        assert_true(sample_sized(&t).lots >= before);
    }
}

static void a_wider_stop_never_buys_more_lots(void **unused)
{
    uint64_t seed = 55;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        double before = sample_sized(&t).lots, away = t.sample.stop > t.sample.entry ? 1.0 : -1.0;
        for (int32_t k = 0; k < 5; k++) {
            t.sample.stop += away * t.symbol.tick_size * test_random(&seed);
            double lots = t.sample.stop > 0.0 ? sample_sized(&t).lots : 0.0;
            assert_true(lots <= before);
            before = lots;
        }
    }
}

static void leverage_changes_the_margin_only(void **unused)
{
    uint64_t seed = 56;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        t.sample.margin = 0.0;
        t.params.margin_max = 1.0;
        t.symbol.commission = t.symbol.fee_rate = 0.0;
        t.params.leverage_max = 1.0; /* so that the margin never binds */
        t.params.notional_max = 1.0;
        t.symbol.leverage = 1.5;
        sigma_sizing_result a = sample_sized(&t);
        t.symbol.leverage = 300.0;
        sigma_sizing_result b = sample_sized(&t);
        assert_near(a.margin * 1.5, b.margin * 300.0, 1e-15);
        assert_near(a.cap[SIGMA_CAP_MARGIN] / 1.5, b.cap[SIGMA_CAP_MARGIN] / 300.0, 1e-15);
        a.margin = b.margin;
        a.balance_min = b.balance_min;
        a.cap[SIGMA_CAP_MARGIN] = b.cap[SIGMA_CAP_MARGIN];
        assert_same(a, b);
    }
}

static void scaling_prices_by_a_power_of_two_changes_no_bit(void **unused)
{
    uint64_t seed = 57;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        sigma_sizing_result plain = sample_sized(&t);
        double by = ldexp(1.0, test_whole(&seed, -20, 20));
        t.symbol.tick_size *= by;
        t.symbol.contract_size *= t.symbol.asset == SIGMA_ASSET_INVERSE ? by : 1.0;
        t.sample.entry *= by;
        t.sample.stop *= by;
        sigma_sizing_result scaled = sample_sized(&t);
        assert_same(scaled, plain);
    }
}

static void every_result_is_in_its_range(void **unused)
{
    uint64_t seed = 58;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        sample_size t = random_trade(&seed);
        sigma_sizing_result r = sample_sized(&t);
        sigma_field offender;
        assert_int_equal(sigma_layout_check(SIGMA_KIND_SIZING_RESULT, &r, &offender), SIGMA_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_risk_with_costs_never_exceeds_the_stated_share),
        cmocka_unit_test(no_cap_is_exceeded),
        cmocka_unit_test(the_waterfall_falls_and_each_step_is_the_smaller_of_two),
        cmocka_unit_test(lots_are_whole_steps_and_no_step_is_lost),
        cmocka_unit_test(more_equity_never_buys_fewer_lots),
        cmocka_unit_test(a_wider_stop_never_buys_more_lots),
        cmocka_unit_test(leverage_changes_the_margin_only),
        cmocka_unit_test(scaling_prices_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(every_result_is_in_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
