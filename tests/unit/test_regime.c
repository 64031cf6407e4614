/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

#include "vectors/regime.inc"

static sigma_regime started(int32_t years)
{
    sigma_regime_params params;
    sigma_regime regime;
    assert_int_equal(sigma_regime_defaults(years, &params), SIGMA_OK);
    assert_int_equal(sigma_regime_init(&regime, &params), SIGMA_OK);
    return regime;
}

static sigma_regime_result after(sigma_regime *regime, const sigma_bar *bar)
{
    sigma_regime_result r, again;
    sigma_status status = sigma_regime_update(regime, bar, &r);
    assert_int_equal(status, r.regime == SIGMA_REGIME_UNKNOWN ? SIGMA_WARMUP : SIGMA_OK);
    assert_int_equal(sigma_regime_read(regime, &again), status);
    assert_same(again, r);
    assert_close(r.probability[0] + r.probability[1] + r.probability[2] + r.probability[3], 1.0,
                 1e-12);
    return r;
}

/* Written once more in Python, whose step agrees with the collected vectors of the method. */
static void steps_are_those_of_another_program(void **unused)
{
    sigma_regime regime = started(1);
    int64_t since = 0, switches = 0;
    int32_t last = SIGMA_REGIME_UNKNOWN;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(steps); i++) {
        sigma_regime_result r = after(&regime, &steps[i].bar);
        for (int32_t k = 0; k < 4; k++) {
            assert_close(r.probability[k], steps[i].chances[k], 1e-9);
        }
        assert_near(r.volatility, steps[i].volatility, 1e-9);
        assert_int_equal(r.regime, steps[i].regime);
        since = r.regime == last ? since + 1 : 0;
        switches += r.regime != last && last != SIGMA_REGIME_UNKNOWN;
        last = r.regime;
        assert_true(r.since == since && r.switches == switches);
    }
}

static void the_regime_is_unknown_while_warming_up(void **unused)
{
    sigma_regime regime = started(0);
    (void)unused;
    for (int32_t i = 0; i < 99; i++) {
        assert_int_equal(after(&regime, &steps[i].bar).regime, SIGMA_REGIME_UNKNOWN);
    }
}

static void scaling_by_a_power_of_two_changes_no_bit(void **unused)
{
    sigma_regime plain = started(1), scaled = started(1);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(steps); i++) {
        sigma_bar bar = steps[i].bar;
        bar.open *= 0x1p-20;
        bar.high *= 0x1p-20;
        bar.low *= 0x1p-20;
        bar.close *= 0x1p-20;
        sigma_regime_result a = after(&plain, &steps[i].bar), b = after(&scaled, &bar);
        assert_same(a, b);
    }
}

static void the_future_changes_nothing(void **unused)
{
    (void)unused;
    for (int32_t cut = 50; cut < 400; cut += 50) {
        sigma_regime one = started(0), two = started(0);
        for (int32_t i = 0; i < COUNT_OF(steps); i++) {
            sigma_bar bar = steps[i < cut ? i : 419 - (i - cut)].bar;
            bar.time = steps[i].bar.time;
            sigma_regime_result a = after(&one, &steps[i].bar), b = after(&two, &bar);
            if (i < cut) {
                assert_same(a, b);
            }
        }
    }
}

/* Nothing moves: no number is undefined, and nothing is learnt. */
static void a_flat_market_says_nothing(void **unused)
{
    sigma_regime regime = started(0);
    (void)unused;
    for (int32_t i = 0; i < 300; i++) {
        sigma_bar bar = {i, 1.1, 1.1, 1.1, 1.1, 0.0};
        sigma_regime_result r = after(&regime, &bar);
        assert_int_equal(r.regime, SIGMA_REGIME_UNKNOWN);
        assert_bits(r.volatility, 0.0);
        assert_true(r.probability[2] > 0.25 && r.probability[2] < 0.45);
    }
}

/* After a thousand bars without a move the quick average is gone, the slow one is not. */
static void markets_fall_asleep(void **unused)
{
    sigma_regime regime = started(0);
    sigma_regime_result r = {0};
    (void)unused;
    for (int32_t i = 0; i < 1200; i++) {
        sigma_bar bar = {i, 100.0, 101.0, 99.0, 100.0, 0.0};
        if (i >= 200) {
            bar.high = bar.low = 100.0;
        }
        r = after(&regime, &bar);
    }
    assert_true(r.volatility < 1e-10 && r.slow > 0.001);
}

/* On 2017-06-21 ether fell from 319 to 0.10 dollars within a minute on one exchange. */
static void one_absurd_bar_is_forgotten(void **unused)
{
    (void)unused;
    for (int32_t years = 0; years < 2; years++) {
        sigma_regime plain = started(years), struck = started(years);
        uint64_t seed = 86;
        double price = 319.0;
        int32_t others = 0;
        for (int32_t i = 0; i < 6000; i++) {
            double open = price;
            price *= exp(0.002 * (test_random(&seed) + test_random(&seed) - 1.0));
            sigma_bar bar = {i,
                             open,
                             1.0005 * (open > price ? open : price),
                             0.9995 * (open < price ? open : price),
                             price,
                             1.0};
            sigma_regime_result usual = after(&plain, &bar);
            bar.low = i == 2000 ? 0.1 : bar.low;
            sigma_regime_result r = after(&struck, &bar);
            others += i > 2100 && r.regime != usual.regime;
            assert_true(i < 2200 || (r.volatility > 0.7 * usual.volatility &&
                                     r.volatility < 1.01 * usual.volatility));
        }
        assert_true(others < 150);
    }
}

/* Gaps between bars that do not move themselves: only the trend is seen. */
static void jumps_without_ranges(void **unused)
{
    sigma_regime regime = started(0);
    sigma_regime_result r = {0};
    (void)unused;
    for (int32_t i = 0; i < 200; i++) {
        double price = 100.0 + i;
        sigma_bar bar = {i, price, price, price, price, 0.0};
        r = after(&regime, &bar);
    }
    assert_int_equal(r.regime, SIGMA_REGIME_TREND_UP);
}

static void wild_bars_have_chances(void **unused)
{
    uint64_t seed = 84;
    (void)unused;
    for (int32_t run = 0; run < 50; run++) {
        sigma_regime regime = started(run % 2);
        for (int32_t i = 0; i < 200; i++) {
            double low = test_decades(&seed, 1e-15, 1e15);
            double high = test_random(&seed) < 0.3 ? low : test_decades(&seed, low, 1e15);
            sigma_bar bar = {i, low, high, low, high, 0.0};
            (void)after(&regime, &bar);
        }
    }
}

/* A range far from what the first state may have leaves it a chance that is no normal number (of
 * which mpmath says the same), or none. */
static void bars_rule_states_out(void **unused)
{
    static const double deviations[2] = {0.0027, 0.001}, chances[2] = {5.57443201445e-314, 0.0};
    sigma_bar bar = {1, 100.0, 101.0, 99.0, 100.5, 0.0};
    sigma_regime regime;
    sigma_regime_params params;
    (void)unused;
    assert_int_equal(sigma_regime_defaults(0, &params), SIGMA_OK);
    for (int32_t i = 0; i < 2; i++) {
        params.states[0].range_deviation = deviations[i];
        assert_int_equal(sigma_regime_init(&regime, &params), SIGMA_OK);
        sigma_regime_result r = after(&regime, &bar);
        assert_true(fabs(r.probability[0] - chances[i]) <= 1e-9 * chances[i]);
        assert_close(r.probability[1], 0.445632825131, 1e-11);
    }
}

/* A forged state whose chances are all 0 begins again. */
static void lost_chances_begin_again(void **unused)
{
    sigma_regime regime = started(0);
    (void)unused;
    memset(regime.probability, 0, sizeof regime.probability);
    sigma_regime_result r = after(&regime, &steps[0].bar);
    assert_bits(r.probability[3], 0.25);
}

static void what_is_wrong_is_refused(void **unused)
{
    sigma_regime regime = started(0), before;
    sigma_regime_params params;
    sigma_regime_result r;
    sigma_bar bar = steps[0].bar, wrong = {0};
    (void)unused;
    assert_int_equal(sigma_regime_defaults(2, &params), SIGMA_E_RANGE);
    assert_zero(params);
    assert_int_equal(sigma_regime_init(&before, &params), SIGMA_E_RANGE);
    assert_zero(before);
    assert_int_equal(sigma_regime_defaults(0, &params), SIGMA_OK);
    params.states[3].dwell = 0.5;
    assert_int_equal(sigma_regime_init(&before, &params), SIGMA_E_RANGE);
    (void)after(&regime, &bar);
    before = regime;
    assert_int_equal(sigma_regime_update(&regime, &bar, &r), SIGMA_E_ORDER);
    bar.time++;
    bar.high = 0.0;
    assert_int_equal(sigma_regime_update(&regime, &bar, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_same(regime, before);
    bar = steps[1].bar;
    for (int32_t which = 0; which < 6; which++) {
        regime = before;
        regime.tag += which == 0;
        regime.since = which == 1 ? 5 : regime.since;
        regime.switches = which == 2 ? 5 : regime.switches;
        regime.params.states[1].dwell = which == 3 ? 0.0 : 120.0;
        regime.bars = which == 5 ? INT64_C(9000000000000000000) : regime.bars;
        regime.close = which == 4 ? 1e-16 : regime.close;
        assert_int_equal(sigma_regime_update(&regime, &bar, &r), SIGMA_E_STATE);
        assert_int_equal(sigma_regime_update(&regime, &wrong, &r), SIGMA_E_STATE);
        assert_int_equal(sigma_regime_read(&regime, &r), which < 5 ? SIGMA_E_STATE : SIGMA_WARMUP);
    }
}

static void settings_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_regime regime = {.tag = 9};
    (void)field;
    (void)context;
    assert_int_equal(sigma_regime_init(&regime, (const sigma_regime_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(regime);
}

static void state_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_regime regime;
    sigma_regime_result r;
    sigma_bar bar = steps[150].bar;
    (void)field;
    (void)context;
    memcpy(&regime, damaged, sizeof regime);
    assert_int_equal(sigma_regime_update(&regime, &bar, &r), SIGMA_E_STATE);
    assert_memory_equal(&regime, damaged, sizeof regime);
    assert_int_equal(sigma_regime_read(&regime, &r), SIGMA_E_STATE);
    assert_zero(r);
}

/* What the tables of settings and state refuse, their quick test refuses. */
static void every_damage_is_seen(void **unused)
{
    sigma_regime regime = started(0);
    sigma_regime_params params = regime.params;
    (void)unused;
    for (int32_t i = 0; i < 150; i++) {
        (void)after(&regime, &steps[i].bar);
    }
    assert_true(damage_each(SIGMA_KIND_REGIME_PARAMS, &params, settings_refused, NULL) > 250);
    assert_true(damage_each(SIGMA_KIND_REGIME, &regime, state_refused, NULL) > 500);
}

static void null_is_refused(void **unused)
{
    sigma_regime regime = started(0);
    sigma_regime_params params;
    sigma_regime_result r;
    (void)unused;
    assert_int_equal(sigma_regime_defaults(0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_regime_defaults(0, &params), SIGMA_OK);
    assert_int_equal(sigma_regime_init(NULL, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_regime_init(&regime, NULL), SIGMA_E_NULL);
    assert_zero(regime);
    assert_int_equal(sigma_regime_update(NULL, &steps[0].bar, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_regime_update(&regime, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_regime_update(&regime, &steps[0].bar, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_regime_read(NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_regime_read(&regime, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_those_of_another_program),
        cmocka_unit_test(the_regime_is_unknown_while_warming_up),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(the_future_changes_nothing),
        cmocka_unit_test(a_flat_market_says_nothing),
        cmocka_unit_test(markets_fall_asleep),
        cmocka_unit_test(one_absurd_bar_is_forgotten),
        cmocka_unit_test(jumps_without_ranges),
        cmocka_unit_test(wild_bars_have_chances),
        cmocka_unit_test(bars_rule_states_out),
        cmocka_unit_test(lost_chances_begin_again),
        cmocka_unit_test(what_is_wrong_is_refused),
        cmocka_unit_test(every_damage_is_seen),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
