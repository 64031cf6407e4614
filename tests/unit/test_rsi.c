/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_rsi started(int32_t period)
{
    sigma_rsi rsi;
    assert_int_equal(sigma_rsi_init(&rsi, period), SIGMA_OK);
    return rsi;
}

static double after(sigma_rsi *rsi, double x, sigma_status status)
{
    double value = 9.0, again = 9.0;
    assert_int_equal(sigma_rsi_update(rsi, x, &value), status);
    assert_int_equal(sigma_rsi_read(rsi, &again), status);
    assert_bits(again, value);
    return value;
}

/* By hand, with n = 2: gains 3 0 2 0, losses 0 1 0 6. Means after 10 13 12: 1.5 and 0.5; after 14:
 * 1.75 and 0.25; after 8: 0.875 and 3.125. */
static void a_worked_example(void **unused)
{
    sigma_rsi rsi = started(2);
    (void)unused;
    assert_bits(after(&rsi, 10.0, SIGMA_WARMUP), 0.0);
    assert_bits(after(&rsi, 13.0, SIGMA_WARMUP), 0.0);
    assert_bits(after(&rsi, 12.0, SIGMA_OK), 75.0);
    assert_bits(after(&rsi, 14.0, SIGMA_OK), 87.5);
    assert_bits(after(&rsi, 8.0, SIGMA_OK), 21.875);
}

/* Against (1) and (2) in wider numbers. */
static void random_values_follow_the_formulas(void **unused)
{
    sample_walk w = sample_random_walk(200);
    (void)unused;
    for (int32_t n = 1; n <= 250; n += 7) {
        sigma_rsi rsi = started(n);
        long double gain = 0.0L, loss = 0.0L;
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            double value = after(&rsi, w.close[i], i < n ? SIGMA_WARMUP : SIGMA_OK);
            long double up = i > 0 ? (long double)fmax(w.close[i] - w.close[i - 1], 0.0) : 0.0L;
            long double down = i > 0 ? (long double)fmax(w.close[i - 1] - w.close[i], 0.0) : 0.0L;
            gain += i <= n ? up / n : (up - gain) / n;
            loss += i <= n ? down / n : (down - loss) / n;
            assert_close(value, i < n ? 0.0 : (double)(100.0L * gain / (gain + loss)), 1e-10);
        }
    }
}

static void a_flat_market_has_50(void **unused)
{
    sigma_rsi rsi = started(14);
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        assert_bits(after(&rsi, 1.1, i < 14 ? SIGMA_WARMUP : SIGMA_OK), i < 14 ? 0.0 : 50.0);
    }
}

static void a_market_of_one_direction_has_0_or_100(void **unused)
{
    sigma_rsi up = started(14), down = started(14);
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        sigma_status status = i < 14 ? SIGMA_WARMUP : SIGMA_OK;
        assert_bits(after(&up, 100.0 + i, status), i < 14 ? 0.0 : 100.0);
        assert_bits(after(&down, 300.0 - i, status), 0.0);
    }
}

/* A move fades by 1 - 1/n with each bar until it is settled to 0; then the market is flat. */
static void what_is_over_is_forgotten_in_the_end(void **unused)
{
    sigma_rsi rsi = started(2);
    (void)unused;
    (void)after(&rsi, 1.0, SIGMA_WARMUP);
    (void)after(&rsi, 3.0, SIGMA_WARMUP);
    (void)after(&rsi, 2.0, SIGMA_OK);
    for (int32_t i = 0; i < 990; i++) {
        assert_near(after(&rsi, 2.0, SIGMA_OK), 200.0 / 3.0, 1e-13);
    }
    for (int32_t i = 0; i < 20; i++) {
        (void)after(&rsi, 2.0, SIGMA_OK);
        assert_true(rsi.gain == 0.0 || rsi.gain >= 1e-300);
        assert_true(rsi.loss == 0.0 || rsi.loss >= 1e-300);
    }
    assert_bits(after(&rsi, 2.0, SIGMA_OK), 50.0);
}

/* The header's number of bars: the seed's share of the averages is (1 - 1/n)^m. */
static void older_history_fades_as_the_formula_says(void **unused)
{
    sample_walk w = sample_random_walk(201);
    (void)unused;
    for (int32_t n = 2; n <= 20; n += 3) {
        sigma_rsi whole = started(n), late = started(n);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            double a = after(&whole, w.close[i], i < n ? SIGMA_WARMUP : SIGMA_OK), b = a;
            if (i >= 50) {
                b = after(&late, w.close[i], i < 50 + n ? SIGMA_WARMUP : SIGMA_OK);
            }
            if (i >= 50 + 24 * n) {
                assert_close(b, a, 1e-7);
                assert_close(b, a, 1e4 * pow(1.0 - 1.0 / n, i - 50 - n) + 1e-11);
            }
        }
    }
}

static void scaling_by_a_power_of_two_changes_no_bit(void **unused)
{
    sample_walk w = sample_random_walk(202);
    sigma_rsi plain = started(14), scaled = started(14);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        sigma_status status = i < 14 ? SIGMA_WARMUP : SIGMA_OK;
        double a = after(&plain, w.close[i], status);
        assert_bits(after(&scaled, 0x1p-40 * w.close[i], status), a);
    }
}

static void a_mirrored_series_has_the_rest_of_100(void **unused)
{
    sample_walk w = sample_random_walk(203);
    sigma_rsi plain = started(14), mirrored = started(14);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        sigma_status status = i < 14 ? SIGMA_WARMUP : SIGMA_OK;
        double a = after(&plain, w.close[i], status), b = after(&mirrored, -w.close[i], status);
        assert_close(a + b, i < 14 ? 0.0 : 100.0, 1e-13);
    }
}

static void extreme_values_stay_in_range(void **unused)
{
    uint64_t seed = 204;
    (void)unused;
    for (int32_t run = 0; run < 300; run++) {
        int32_t n = test_whole(&seed, 1, 20);
        sigma_rsi rsi = started(n);
        for (int32_t i = 0; i < 100; i++) {
            double x = test_decades(&seed, 1e-320, 1e15) * (test_random(&seed) < 0.5 ? -1.0 : 1.0);
            double value = after(&rsi, x, i < n ? SIGMA_WARMUP : SIGMA_OK);
            assert_true(value >= 0.0 && value <= 100.0);
        }
    }
}

/* ---- columns */

static void columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t periods[] = {1, 2, 3, 14, 255, 599, 600, 601, 10000};
    static const int32_t counts[] = {0, 1, 2, 14, 15, 16, SAMPLE_BARS - 1, SAMPLE_BARS};
    (void)unused;
    for (int32_t p = 0; p < COUNT_OF(periods) * COUNT_OF(counts); p++) {
        int32_t n = periods[p / COUNT_OF(counts)], count = counts[p % COUNT_OF(counts)];
        sample_walk w = sample_random_walk(205), in_place = w;
        double out[SAMPLE_BARS + 1];
        sigma_rsi rsi = started(n);
        for (int32_t i = 100; i < 300; i++) {
            w.close[i] = in_place.close[i] = 7.0; /* a flat stretch */
        }
        out[count] = 77.0;
        assert_int_equal(sigma_rsi_batch(n, w.close, count, out), SIGMA_OK);
        assert_int_equal(sigma_rsi_batch(n, in_place.close, count, in_place.close), SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            double value = after(&rsi, w.close[i], i < n ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(out[i], i < n ? NOT_A_NUMBER : value);
            assert_bits(in_place.close[i], out[i]);
        }
        assert_bits(out[count], 77.0);
    }
}

/* Long after the last move, where the averages are settled to zero. */
static void columns_settle_as_the_stream_does(void **unused)
{
    enum { LONG = 3000 };
    static double x[LONG], out[LONG];
    sigma_rsi rsi = started(2);
    (void)unused;
    for (int32_t i = 0; i < LONG; i++) {
        x[i] = i < 2 ? 1.0 + i : i < 1500 ? 2.5 : i == 2000 ? 2.0 : 2.25;
    }
    assert_int_equal(sigma_rsi_batch(2, x, LONG, out), SIGMA_OK);
    for (int32_t i = 0; i < LONG; i++) {
        double value = after(&rsi, x[i], i < 2 ? SIGMA_WARMUP : SIGMA_OK);
        assert_bits(out[i], i < 2 ? NOT_A_NUMBER : value);
    }
    assert_bits(out[1499], 50.0);
}

static void bad_columns_leave_the_output_untouched(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1.1e15, -1.1e15};
    double x[9], out[9], before[9];
    (void)unused;
    for (int32_t i = 0; i < 9; i++) {
        x[i] = 1.0 + i;
        out[i] = before[i] = 7.0;
    }
    for (int32_t i = 0; i < COUNT_OF(bad) * 9; i++) {
        double good = x[i % 9];
        x[i % 9] = bad[i / 9];
        assert_int_equal(sigma_rsi_batch(3, x, 9, out), SIGMA_E_RANGE);
        x[i % 9] = good;
    }
    assert_int_equal(sigma_rsi_batch(0, x, 9, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_rsi_batch(10001, x, 9, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_rsi_batch(3, x, -1, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_rsi_batch(3, out, 8, out + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_rsi_batch(3, out + 1, 8, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_rsi_batch(3, NULL, 9, out), SIGMA_E_NULL);
    assert_int_equal(sigma_rsi_batch(3, x, 9, NULL), SIGMA_E_NULL);
    assert_same(out, before);
}

/* ---- refusals */

static void a_bad_value_changes_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1.1e15, -1.1e15};
    sigma_rsi rsi = started(2);
    (void)unused;
    for (int32_t seen = 0; seen < 5; seen++) {
        sigma_rsi before = rsi;
        for (int32_t i = 0; i < COUNT_OF(bad); i++) {
            double value = 9.0;
            assert_int_equal(sigma_rsi_update(&rsi, bad[i], &value), SIGMA_E_RANGE);
            assert_bits(value, 0.0);
            assert_same(rsi, before);
        }
        (void)after(&rsi, 1.0 + seen, seen < 2 ? SIGMA_WARMUP : SIGMA_OK);
    }
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 10001, INT32_MAX};
    sigma_rsi rsi;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&rsi, 7, sizeof rsi);
        assert_int_equal(sigma_rsi_init(&rsi, bad[i]), SIGMA_E_RANGE);
        assert_zero(rsi);
    }
    assert_int_equal(sigma_rsi_init(&rsi, 1), SIGMA_OK);
    assert_int_equal(sigma_rsi_init(&rsi, 10000), SIGMA_OK);
    assert_int_equal(sigma_rsi_init(NULL, 3), SIGMA_E_NULL);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_rsi rsi;
    double value = 9.0;
    (void)field, (void)context;
    memcpy(&rsi, damaged, sizeof rsi);
    assert_int_equal(sigma_rsi_update(&rsi, 2.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_rsi_read(&rsi, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_memory_equal(&rsi, damaged, sizeof rsi);
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    sigma_rsi rsi = started(3), zero = {0}, hurt;
    sigma_ema ema;
    double value = 9.0;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_RSI, &rsi, every_call_refuses, NULL) > 25);
    assert_int_equal(sigma_ema_init(&ema, 3), SIGMA_OK);
    hurt = rsi;
    hurt.tag = ema.tag;
    every_call_refuses(&hurt, NULL, NULL);
    hurt = rsi;
    hurt.count = 5; /* more than the period and one */
    every_call_refuses(&hurt, NULL, NULL);
    hurt = rsi;
    hurt.count = 1;
    hurt.gain = 1e20; /* a sum in its range whose next value is not */
    hurt.last = -1e15;
    rsi = hurt;
    assert_int_equal(sigma_rsi_update(&hurt, 1e15, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(hurt, rsi);
}

static void null_is_refused(void **unused)
{
    sigma_rsi rsi = started(3), before = rsi;
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_rsi_update(NULL, 2.0, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_rsi_update(&rsi, 2.0, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_rsi_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_rsi_read(&rsi, NULL), SIGMA_E_NULL);
    assert_same(rsi, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(random_values_follow_the_formulas),
        cmocka_unit_test(a_flat_market_has_50),
        cmocka_unit_test(a_market_of_one_direction_has_0_or_100),
        cmocka_unit_test(what_is_over_is_forgotten_in_the_end),
        cmocka_unit_test(older_history_fades_as_the_formula_says),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(a_mirrored_series_has_the_rest_of_100),
        cmocka_unit_test(extreme_values_stay_in_range),
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(columns_settle_as_the_stream_does),
        cmocka_unit_test(bad_columns_leave_the_output_untouched),
        cmocka_unit_test(a_bad_value_changes_nothing),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
