/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_ema started(int32_t period)
{
    sigma_ema ema;
    assert_int_equal(sigma_ema_init(&ema, period), SIGMA_OK);
    return ema;
}

/* Seed (1 + 2 + 6) / 3 = 3, gain 1/2: 3 + (7 - 3)/2 = 5, 5 + (1 - 5)/2 = 3. */
static void a_worked_example(void **unused)
{
    static const double x[] = {1.0, 2.0, 6.0, 7.0, 1.0};
    static const double wanted[] = {0.0, 0.0, 3.0, 5.0, 3.0};
    sigma_ema ema = started(3);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(x); i++) {
        double value = 9.0, again = 9.0;
        sigma_status status = i < 2 ? SIGMA_WARMUP : SIGMA_OK;
        assert_int_equal(sigma_ema_update(&ema, x[i], &value), status);
        assert_bits(value, wanted[i]);
        assert_int_equal(sigma_ema_read(&ema, &again), status);
        assert_bits(again, wanted[i]);
    }
}

static void before_the_first_value_it_is_warming_up(void **unused)
{
    sigma_ema ema = started(1);
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_ema_read(&ema, &value), SIGMA_WARMUP);
    assert_bits(value, 0.0);
}

static void the_average_of_one_value_is_the_value(void **unused)
{
    uint64_t seed = 16;
    sigma_ema ema = started(1);
    (void)unused;
    for (int32_t i = 0; i < 1000; i++) {
        double x = test_between(&seed, -1e15, 1e15) * pow(10.0, test_whole(&seed, -20, 0)), value;
        assert_int_equal(sigma_ema_update(&ema, x, &value), SIGMA_OK);
        assert_bits(value, x);
    }
}

static void a_flat_series_is_a_fixed_point(void **unused)
{
    static const double levels[] = {0.1, 1.1, 1e15, 1.0 / 3.0, 1e-15, -7.7, 123456.789, 0.0};
    (void)unused;
    for (int32_t k = 0; k < COUNT_OF(levels); k++) {
        for (int32_t period = 1; period <= 300; period += 13) {
            sigma_ema ema = started(period);
            for (int32_t i = 0; i < 2 * period; i++) {
                double value;
                sigma_status status = sigma_ema_update(&ema, levels[k], &value);
                assert_int_equal(status, i < period - 1 ? SIGMA_WARMUP : SIGMA_OK);
                assert_bits(value, i < period - 1 ? 0.0 : levels[k]);
            }
        }
    }
}

/* Against formula (1) in wider numbers, summed the plain way. */
static void random_series_follow_the_formula(void **unused)
{
    sample_walk walk = sample_random_walk(17);
    (void)unused;
    for (int32_t period = 1; period <= 250; period += 7) {
        sigma_ema ema = started(period);
        long double reference = 0.0L;
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            double value;
            assert_true(sigma_ema_update(&ema, walk.close[i], &value) >= 0);
            if (i < period) {
                reference += (long double)walk.close[i] / period;
            } else {
                reference += 2.0L / (period + 1) * ((long double)walk.close[i] - reference);
            }
            if (i >= period - 1) {
                assert_near(value, (double)reference, 1e-14);
            }
        }
    }
}

/* Wilder's, S <- S + (x - S) / n, against wider numbers; and its column. */
static void wilders_average_has_the_smaller_gain(void **unused)
{
    sample_walk walk = sample_random_walk(20);
    (void)unused;
    for (int32_t period = 1; period <= 250; period += 7) {
        sigma_ema ema;
        long double reference = 0.0L;
        double column[SAMPLE_BARS];
        assert_int_equal(sigma_wilder_init(&ema, period), SIGMA_OK);
        assert_int_equal(sigma_wilder_batch(period, walk.close, SAMPLE_BARS, column), SIGMA_OK);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            double value;
            sigma_status status = sigma_ema_update(&ema, walk.close[i], &value);
            assert_int_equal(status, i < period - 1 ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(column[i], status == SIGMA_OK ? value : NOT_A_NUMBER);
            reference += i < period ? (long double)walk.close[i] / period
                                    : ((long double)walk.close[i] - reference) / period;
            if (status == SIGMA_OK) {
                assert_near(value, (double)reference, 1e-14);
            }
        }
    }
}

static void leading_nans_are_passed_over(void **unused)
{
    sample_walk walk = sample_random_walk(21);
    double x[SAMPLE_BARS], values[SAMPLE_BARS], wanted[SAMPLE_BARS];
    (void)unused;
    for (int32_t length = 0; length <= SAMPLE_BARS; length += 50) {
        memcpy(x, walk.close, sizeof x);
        for (int32_t i = 0; i < length; i++) {
            x[i] = -NOT_A_NUMBER;
        }
        assert_int_equal(sigma_ema_batch(14, x, SAMPLE_BARS, values), SIGMA_OK);
        assert_int_equal(sigma_ema_batch(14, walk.close + length, SAMPLE_BARS - length, wanted),
                         SIGMA_OK);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            assert_bits(values[i], i < length ? NOT_A_NUMBER : wanted[i - length]);
        }
    }
}

static void the_average_lies_between_the_least_and_the_greatest_value(void **unused)
{
    uint64_t seed = 18;
    (void)unused;
    for (int32_t run = 0; run < 200; run++) {
        sigma_ema ema = started(test_whole(&seed, 1, 40));
        double least = INFINITE, greatest = -INFINITE;
        for (int32_t i = 0; i < 200; i++) {
            double x = test_between(&seed, -1e15, 1e15), value;
            least = fmin(least, x);
            greatest = fmax(greatest, x);
            if (sigma_ema_update(&ema, x, &value) == SIGMA_OK) {
                assert_true(least <= value && value <= greatest);
            }
        }
    }
}

static void scaling_by_a_power_of_two_scales_every_bit(void **unused)
{
    sample_walk walk = sample_random_walk(19);
    sigma_ema plain = started(14), scaled = started(14);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        double a, b;
        assert_true(sigma_ema_update(&plain, walk.close[i], &a) >= 0);
        assert_true(sigma_ema_update(&scaled, walk.close[i] * 0x1p-20, &b) >= 0);
        assert_bits(b, a * 0x1p-20);
    }
}

static void a_copy_looks_ahead_and_restores(void **unused)
{
    sigma_ema ema = started(2), copy;
    double first, again;
    (void)unused;
    assert_int_equal(sigma_ema_update(&ema, 1.0, &first), SIGMA_WARMUP);
    assert_int_equal(sigma_ema_update(&ema, 3.0, &first), SIGMA_OK);
    copy = ema;
    assert_int_equal(sigma_ema_update(&copy, 99.0, &first), SIGMA_OK);
    copy = ema;
    assert_int_equal(sigma_ema_update(&copy, 5.0, &first), SIGMA_OK);
    assert_int_equal(sigma_ema_update(&ema, 5.0, &again), SIGMA_OK);
    assert_bits(first, again);
    assert_same(copy, ema);
}

/* 0 follows 1: the average would fall for ever, and become a denormal after 690 n / 2 bars. */
static void what_is_too_small_to_matter_becomes_zero(void **unused)
{
    sigma_ema ema = started(2);
    double value = 1.0, before = 1.0;
    (void)unused;
    assert_int_equal(sigma_ema_update(&ema, 1.0, &value), SIGMA_WARMUP);
    assert_int_equal(sigma_ema_update(&ema, 1.0, &value), SIGMA_OK);
    for (int32_t i = 0; i < 2000 && value != 0.0; i++) {
        before = value;
        assert_int_equal(sigma_ema_update(&ema, 0.0, &value), SIGMA_OK);
    }
    assert_bits(value, 0.0);
    assert_true(before >= 1e-300 && before < 4e-300);
    ema = started(1);
    assert_int_equal(sigma_ema_update(&ema, -9e-301, &value), SIGMA_OK);
    assert_close(value, 0.0, 0.0);
}

static void a_value_out_of_range_changes_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, -NOT_A_NUMBER,         INFINITE,
                          -INFINITE,    nextafter(1e15, 2e15), nextafter(-1e15, -2e15)};
    sigma_ema ema = started(3);
    double value;
    (void)unused;
    for (int32_t seen = 0; seen < 5; seen++) {
        sigma_ema before = ema;
        for (int32_t i = 0; i < COUNT_OF(bad); i++) {
            value = 9.0;
            assert_int_equal(sigma_ema_update(&ema, bad[i], &value), SIGMA_E_RANGE);
            assert_bits(value, 0.0);
            assert_same(ema, before);
        }
        assert_true(sigma_ema_update(&ema, 1e15, &value) >= 0);
    }
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 10001, INT32_MAX};
    sigma_ema ema;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&ema, 7, sizeof ema);
        assert_int_equal(sigma_ema_init(&ema, bad[i]), SIGMA_E_RANGE);
        assert_zero(ema);
    }
    assert_int_equal(sigma_ema_init(&ema, 1), SIGMA_OK);
    assert_int_equal(sigma_ema_init(&ema, 10000), SIGMA_OK);
    assert_int_equal(sigma_ema_init(NULL, 3), SIGMA_E_NULL);
    assert_int_equal(sigma_wilder_init(NULL, 3), SIGMA_E_NULL);
    assert_int_equal(sigma_wilder_init(&ema, 0), SIGMA_E_RANGE);
    assert_zero(ema);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_ema ema;
    double value = 9.0;
    (void)field, (void)context;
    memcpy(&ema, damaged, sizeof ema);
    assert_int_equal(sigma_ema_update(&ema, 1.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_ema_read(&ema, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_memory_equal(&ema, damaged, sizeof ema);
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    sigma_ema ema = started(3), zero = {0}, hurt;
    sigma_atr atr;
    double value = 9.0;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_EMA, &ema, every_call_refuses, NULL) > 20);
    assert_int_equal(sigma_atr_init(&atr, 3), SIGMA_OK);
    hurt = ema;
    hurt.tag = atr.tag;
    every_call_refuses(&hurt, NULL, NULL);
    hurt = ema;
    hurt.count = 4; /* more than the period */
    every_call_refuses(&hurt, NULL, NULL);
    hurt = started(2);
    hurt.count = 1;
    hurt.sum = 1e20; /* in its range, but the average would not be */
    ema = hurt;
    assert_int_equal(sigma_ema_update(&hurt, 1.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(hurt, ema);
    hurt = started(3);
    hurt.value = 0.0;
    hurt.count = 1;
    hurt.sum = 1e20; /* in its range, but the next sum is not */
    ema = hurt;
    assert_int_equal(sigma_ema_update(&hurt, 1e15, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(hurt, ema);
}

static void null_is_refused(void **unused)
{
    sigma_ema ema = started(3), before = ema;
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_ema_update(NULL, 1.0, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_ema_update(&ema, 1.0, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_ema_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_ema_read(&ema, NULL), SIGMA_E_NULL);
    assert_same(ema, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(before_the_first_value_it_is_warming_up),
        cmocka_unit_test(the_average_of_one_value_is_the_value),
        cmocka_unit_test(a_flat_series_is_a_fixed_point),
        cmocka_unit_test(random_series_follow_the_formula),
        cmocka_unit_test(wilders_average_has_the_smaller_gain),
        cmocka_unit_test(leading_nans_are_passed_over),
        cmocka_unit_test(the_average_lies_between_the_least_and_the_greatest_value),
        cmocka_unit_test(scaling_by_a_power_of_two_scales_every_bit),
        cmocka_unit_test(a_copy_looks_ahead_and_restores),
        cmocka_unit_test(what_is_too_small_to_matter_becomes_zero),
        cmocka_unit_test(a_value_out_of_range_changes_nothing),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
