/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_atr started(int32_t period)
{
    sigma_atr atr;
    assert_int_equal(sigma_atr_init(&atr, period), SIGMA_OK);
    return atr;
}

/* True ranges by hand: 2 (first bar), 3 (gap up), 1, 5 (gap down), 2. */
static void a_worked_example(void **unused)
{
    static const double high[] = {11.0, 13.0, 13.0, 11.0, 10.0};
    static const double low[] = {9.0, 12.0, 12.0, 7.5, 8.0};
    static const double close[] = {10.0, 13.0, 12.5, 9.0, 9.0};
    static const double wanted[] = {0.0, 0.0, 2.0, 3.0, 8.0 / 3.0};
    sigma_atr atr = started(3);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(high); i++) {
        double value = 9.0, again = 9.0;
        sigma_status status = i < 2 ? SIGMA_WARMUP : SIGMA_OK;
        assert_int_equal(sigma_atr_update(&atr, high[i], low[i], close[i], &value), status);
        assert_near(value, wanted[i], 1e-15);
        assert_int_equal(sigma_atr_read(&atr, &again), status);
        assert_bits(again, value);
    }
}

/* With period 1 the average is the true range itself, in all six orders of a bar and a close. */
static void the_true_range_holds_the_previous_close(void **unused)
{
    static const struct {
        double previous, high, low, range;
    } cases[] = {{10.0, 12.0, 11.0, 2.0}, {10.0, 9.0, 8.0, 2.0},   {10.0, 12.0, 8.0, 4.0},
                 {10.0, 10.0, 8.0, 2.0},  {10.0, 12.0, 10.0, 2.0}, {10.0, 10.0, 10.0, 0.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_atr atr = started(1);
        double previous = cases[i].previous, value;
        assert_int_equal(sigma_atr_update(&atr, previous, previous, previous, &value), SIGMA_OK);
        assert_bits(value, 0.0);
        assert_int_equal(sigma_atr_update(&atr, cases[i].high, cases[i].low, cases[i].low, &value),
                         SIGMA_OK);
        assert_bits(value, cases[i].range);
    }
}

/* Against formula (1) in wider numbers. */
static void random_bars_follow_the_formula(void **unused)
{
    sample_walk w = sample_random_walk(20);
    (void)unused;
    for (int32_t period = 1; period <= 250; period += 7) {
        sigma_atr atr = started(period);
        long double reference = 0.0L;
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            double value, range = w.high[i] - w.low[i];
            if (i > 0) {
                range = fmax(
                    range, fmax(fabs(w.high[i] - w.close[i - 1]), fabs(w.low[i] - w.close[i - 1])));
            }
            assert_true(sigma_atr_update(&atr, w.high[i], w.low[i], w.close[i], &value) >= 0);
            if (i < period) {
                reference += (long double)range / period;
            } else {
                reference += ((long double)range - reference) / period;
            }
            if (i >= period - 1) {
                assert_near(value, (double)reference, 1e-13);
            }
        }
    }
}

static void a_flat_market_has_no_range(void **unused)
{
    sigma_atr atr = started(14);
    double value = 9.0;
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        assert_int_equal(sigma_atr_update(&atr, 1.1, 1.1, 1.1, &value),
                         i < 13 ? SIGMA_WARMUP : SIGMA_OK);
        assert_bits(value, 0.0);
    }
}

static void a_range_that_is_gone_fades_to_zero(void **unused)
{
    sigma_atr atr = started(2);
    double value = 1.0;
    (void)unused;
    assert_int_equal(sigma_atr_update(&atr, 2.0, 1.0, 1.0, &value), SIGMA_WARMUP);
    assert_int_equal(sigma_atr_update(&atr, 2.0, 1.0, 1.0, &value), SIGMA_OK);
    for (int32_t i = 0; i < 1100; i++) {
        assert_int_equal(sigma_atr_update(&atr, 1.0, 1.0, 1.0, &value), SIGMA_OK);
        assert_true(value == 0.0 || value >= 1e-300);
    }
    assert_bits(value, 0.0);
}

static void prices_and_ranges_scale_together(void **unused)
{
    sample_walk w = sample_random_walk(21);
    sigma_atr plain = started(14), scaled = started(14);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        double a, b, by = 1024.0;
        assert_true(sigma_atr_update(&plain, w.high[i], w.low[i], w.close[i], &a) >= 0);
        assert_true(sigma_atr_update(&scaled, by * w.high[i], by * w.low[i], by * w.close[i], &b) >=
                    0);
        assert_bits(b, by * a);
    }
}

static void the_widest_bars_stay_in_range(void **unused)
{
    sigma_atr atr = started(10000);
    double value = 0.0;
    (void)unused;
    for (int32_t i = 0; i < 10050; i++) {
        assert_int_equal(sigma_atr_update(&atr, 1e15, 1e-15, 1e-15, &value),
                         i < 9999 ? SIGMA_WARMUP : SIGMA_OK);
    }
    assert_near(value, 1e15, 1e-15);
}

static void a_bad_bar_changes_nothing(void **unused)
{
    sigma_atr atr = started(2);
    (void)unused;
    for (int32_t seen = 0; seen < 4; seen++) {
        sigma_atr before = atr;
        double value;
        for (int32_t i = 0; i < SAMPLE_BAD_BARS; i++) {
            value = 9.0;
            assert_int_equal(sigma_atr_update(&atr, sample_bad_bars[i][0], sample_bad_bars[i][1],
                                              sample_bad_bars[i][2], &value),
                             SIGMA_E_RANGE);
            assert_bits(value, 0.0);
            assert_same(atr, before);
        }
        assert_true(sigma_atr_update(&atr, 2.0, 1.0, 1.5, &value) >= 0);
    }
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 10001, INT32_MAX};
    sigma_atr atr;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&atr, 7, sizeof atr);
        assert_int_equal(sigma_atr_init(&atr, bad[i]), SIGMA_E_RANGE);
        assert_zero(atr);
    }
    assert_int_equal(sigma_atr_init(&atr, 1), SIGMA_OK);
    assert_int_equal(sigma_atr_init(&atr, 10000), SIGMA_OK);
    assert_int_equal(sigma_atr_init(NULL, 3), SIGMA_E_NULL);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_atr atr;
    double value = 9.0;
    (void)field, (void)context;
    memcpy(&atr, damaged, sizeof atr);
    assert_int_equal(sigma_atr_update(&atr, 2.0, 1.0, 1.5, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_atr_read(&atr, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_memory_equal(&atr, damaged, sizeof atr);
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    sigma_atr atr = started(3), zero = {0}, hurt;
    sigma_ema ema;
    double value = 9.0;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_ATR, &atr, every_call_refuses, NULL) > 20);
    assert_int_equal(sigma_ema_init(&ema, 3), SIGMA_OK);
    hurt = atr;
    hurt.tag = ema.tag;
    every_call_refuses(&hurt, NULL, NULL);
    hurt = atr;
    hurt.count = 4; /* more than the period */
    every_call_refuses(&hurt, NULL, NULL);
    hurt.count = 3;
    hurt.value = 1.1e15; /* a sum may be so large, an average not */
    every_call_refuses(&hurt, NULL, NULL);
    hurt = started(2);
    hurt.count = 1;
    hurt.value = 1e19;
    atr = hurt;
    assert_int_equal(sigma_atr_update(&hurt, 2.0, 1.0, 1.5, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(hurt, atr);
}

static void null_is_refused(void **unused)
{
    sigma_atr atr = started(3), before = atr;
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_atr_update(NULL, 2, 1, 1, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_atr_update(&atr, 2, 1, 1, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_atr_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_atr_read(&atr, NULL), SIGMA_E_NULL);
    assert_same(atr, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(the_true_range_holds_the_previous_close),
        cmocka_unit_test(random_bars_follow_the_formula),
        cmocka_unit_test(a_flat_market_has_no_range),
        cmocka_unit_test(a_range_that_is_gone_fades_to_zero),
        cmocka_unit_test(prices_and_ranges_scale_together),
        cmocka_unit_test(the_widest_bars_stay_in_range),
        cmocka_unit_test(a_bad_bar_changes_nothing),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
