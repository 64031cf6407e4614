/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_macd started(int32_t fast, int32_t slow, int32_t signal)
{
    sigma_macd macd;
    assert_int_equal(sigma_macd_init(&macd, fast, slow, signal), SIGMA_OK);
    return macd;
}

static sigma_macd_result after(sigma_macd *macd, double close, sigma_status status)
{
    sigma_macd_result result = {9.0, 9.0, 9.0}, again = {9.0, 9.0, 9.0};
    assert_int_equal(sigma_macd_update(macd, close, &result), status);
    assert_int_equal(sigma_macd_read(macd, &again), status);
    assert_same(result, again);
    return result;
}

/* Gains 1 and 1/2: the fast average is the price, the slow one starts at (1 + 2 + 6)/3 = 3, then
 * 5, 3. Lines 3, 2, -2; the signal of two starts at 2.5, then 2.5 + 2/3 (-2 - 2.5) = -0.5. */
static void a_worked_example(void **unused)
{
    sigma_macd macd = started(1, 3, 2);
    sigma_macd_result r;
    (void)unused;
    r = after(&macd, 1.0, SIGMA_WARMUP);
    assert_zero(r);
    r = after(&macd, 2.0, SIGMA_WARMUP);
    assert_zero(r);
    r = after(&macd, 6.0, SIGMA_WARMUP);
    assert_bits(r.line, 3.0);
    assert_bits(r.signal, 0.0);
    assert_bits(r.histogram, 0.0);
    r = after(&macd, 7.0, SIGMA_OK);
    assert_bits(r.line, 2.0);
    assert_bits(r.signal, 2.5);
    assert_bits(r.histogram, -0.5);
    r = after(&macd, 1.0, SIGMA_OK);
    assert_bits(r.line, -2.0);
    assert_near(r.signal, -0.5, 1e-15);
    assert_near(r.histogram, -1.5, 1e-15);
}

static void it_is_made_of_three_averages(void **unused)
{
    sample_walk w = sample_random_walk(41);
    sigma_macd macd = started(12, 26, 9);
    sigma_ema fast, slow, signal;
    (void)unused;
    assert_int_equal(sigma_ema_init(&fast, 12), SIGMA_OK);
    assert_int_equal(sigma_ema_init(&slow, 26), SIGMA_OK);
    assert_int_equal(sigma_ema_init(&signal, 9), SIGMA_OK);
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        double a, b, line, average = 0.0;
        sigma_macd_result r = after(&macd, w.close[i], i < 33 ? SIGMA_WARMUP : SIGMA_OK);
        assert_true(sigma_ema_update(&fast, w.close[i], &a) >= 0);
        sigma_status status = sigma_ema_update(&slow, w.close[i], &b);
        line = status == SIGMA_OK ? a - b : 0.0;
        if (status == SIGMA_OK) {
            assert_true(sigma_ema_update(&signal, line, &average) >= 0);
        }
        assert_bits(r.line, line);
        assert_bits(r.signal, average);
        assert_bits(r.histogram, i < 33 ? 0.0 : line - average);
    }
}

static void columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t periods[][3] = {{12, 26, 9}, {1, 2, 1}, {2, 300, 301}, {599, 600, 1}};
    sample_walk w = sample_random_walk(42);
    (void)unused;
    for (int32_t p = 0; p < COUNT_OF(periods); p++) {
        int32_t slow = periods[p][1] - 1, ready = slow + periods[p][2] - 1;
        double out[3][SAMPLE_BARS];
        sigma_macd macd = started(periods[p][0], periods[p][1], periods[p][2]);
        assert_int_equal(sigma_macd_batch(periods[p][0], periods[p][1], periods[p][2], w.close,
                                          SAMPLE_BARS, out[0], out[1], out[2]),
                         SIGMA_OK);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            sigma_macd_result r = after(&macd, w.close[i], i < ready ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(out[0][i], i < slow ? NOT_A_NUMBER : r.line);
            assert_bits(out[1][i], i < ready ? NOT_A_NUMBER : r.signal);
            assert_bits(out[2][i], i < ready ? NOT_A_NUMBER : r.histogram);
        }
    }
}

static void a_flat_market_has_no_divergence(void **unused)
{
    sigma_macd macd = started(12, 26, 9);
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        sigma_macd_result r = after(&macd, 1.1, i < 33 ? SIGMA_WARMUP : SIGMA_OK);
        assert_zero(r);
    }
}

static void columns_work_in_place_and_pass_over_leading_nans(void **unused)
{
    sample_walk w = sample_random_walk(43);
    double out[3][SAMPLE_BARS], again[3][SAMPLE_BARS];
    (void)unused;
    assert_int_equal(
        sigma_macd_batch(12, 26, 9, w.close + 50, SAMPLE_BARS - 50, out[0], out[1], out[2]),
        SIGMA_OK);
    for (int32_t k = 0; k < 3; k++) {
        double *to[3] = {again[0], again[1], again[2]};
        memcpy(again[k], w.close, sizeof w.close);
        for (int32_t i = 0; i < 50; i++) {
            again[k][i] = NOT_A_NUMBER;
        }
        assert_int_equal(sigma_macd_batch(12, 26, 9, again[k], SAMPLE_BARS, to[0], to[1], to[2]),
                         SIGMA_OK);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            for (int32_t j = 0; j < 3; j++) {
                assert_bits(again[j][i], i < 50 ? NOT_A_NUMBER : out[j][i - 50]);
            }
        }
    }
}

static void bad_arguments_change_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, 0.0, -1.0, 9e-16, 1.1e15};
    double x[4] = {1.0, 2.0, 3.0, 4.0}, a[4] = {7.0}, b[4] = {7.0}, c[4] = {7.0};
    sigma_macd macd = started(1, 2, 1), before = macd;
    sigma_macd_result r;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_macd_update(&macd, bad[i], &r), SIGMA_E_RANGE);
        assert_zero(r);
        x[2] = bad[i];
        assert_int_equal(sigma_macd_batch(1, 2, 1, x, 4, a, b, c), SIGMA_E_RANGE);
    }
    x[2] = 3.0;
    assert_same(macd, before);
    assert_int_equal(sigma_macd_batch(1, 2, 1, x, -1, a, b, c), SIGMA_E_RANGE);
    assert_int_equal(sigma_macd_batch(2, 2, 1, x, 4, a, b, c), SIGMA_E_RANGE);
    assert_int_equal(sigma_macd_batch(1, 2, 1, x, 4, a, a, c), SIGMA_E_RANGE);
    assert_int_equal(sigma_macd_batch(1, 2, 1, x, 3, x + 1, b, c), SIGMA_E_RANGE);
    assert_int_equal(sigma_macd_batch(1, 2, 1, NULL, 4, a, b, c), SIGMA_E_NULL);
    assert_int_equal(sigma_macd_batch(1, 2, 1, x, 4, NULL, b, c), SIGMA_E_NULL);
    assert_int_equal(sigma_macd_batch(1, 2, 1, x, 4, a, NULL, c), SIGMA_E_NULL);
    assert_int_equal(sigma_macd_batch(1, 2, 1, x, 4, a, b, NULL), SIGMA_E_NULL);
    assert_true(a[0] == 7.0 && b[0] == 7.0 && c[0] == 7.0);
    assert_int_equal(sigma_macd_update(NULL, 1.0, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_macd_update(&macd, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_macd_read(NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_macd_read(&macd, NULL), SIGMA_E_NULL);
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[][3] = {{0, 26, 9},  {12, 12, 9},     {26, 12, 9},      {12, 10001, 9},
                                     {12, 26, 0}, {12, 26, 10001}, {INT32_MIN, 1, 1}};
    sigma_macd macd;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&macd, 7, sizeof macd);
        assert_int_equal(sigma_macd_init(&macd, bad[i][0], bad[i][1], bad[i][2]), SIGMA_E_RANGE);
        assert_zero(macd);
    }
    assert_int_equal(sigma_macd_init(NULL, 12, 26, 9), SIGMA_E_NULL);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_macd macd;
    sigma_macd_result r = {9.0, 9.0, 9.0};
    (void)field, (void)context;
    memcpy(&macd, damaged, sizeof macd);
    assert_int_equal(sigma_macd_update(&macd, 1.5, &r), SIGMA_E_STATE);
    assert_zero(r);
    r.line = 9.0;
    assert_int_equal(sigma_macd_read(&macd, &r), SIGMA_E_STATE);
    assert_zero(r);
    assert_memory_equal(&macd, damaged, sizeof macd);
}

static void a_zeroed_or_damaged_state_is_refused(void **unused)
{
    sigma_macd macd = started(2, 3, 2), zero = {0};
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    (void)after(&macd, 1.0, SIGMA_WARMUP);
    assert_true(damage_each(SIGMA_KIND_MACD, &macd, every_call_refuses, NULL) > 50);
    macd.fast = started(7, 8, 2).fast;
    every_call_refuses(&macd, NULL, NULL);
    macd = started(2, 3, 2);
    macd.fast.value = -1e-9; /* no average of prices */
    every_call_refuses(&macd, NULL, NULL);
    macd = started(2, 3, 2);
    macd.signal.tag = 0;
    every_call_refuses(&macd, NULL, NULL);
}

/* Averages in their ranges whose line is in none. */
static void a_forged_line_is_refused(void **unused)
{
    sigma_macd macd = started(2, 50, 2), before;
    sigma_macd_result r;
    (void)unused;
    for (int32_t i = 0; i < 60; i++) {
        assert_true(sigma_macd_update(&macd, 1.0, &r) >= 0);
    }
    macd.fast.value = 1e15;
    macd.slow.value = -1e15;
    before = macd;
    assert_int_equal(sigma_macd_update(&macd, 1e15, &r), SIGMA_E_STATE);
    assert_zero(r);
    assert_same(macd, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(it_is_made_of_three_averages),
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(a_flat_market_has_no_divergence),
        cmocka_unit_test(columns_work_in_place_and_pass_over_leading_nans),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_zeroed_or_damaged_state_is_refused),
        cmocka_unit_test(a_forged_line_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
