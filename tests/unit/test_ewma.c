/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_ewma started(double decay)
{
    sigma_ewma ewma;
    assert_int_equal(sigma_ewma_init(&ewma, decay, 252.0), SIGMA_OK);
    return ewma;
}

static double after(sigma_ewma *ewma, double close, sigma_status status)
{
    double value = 9.0, again = 9.0;
    assert_int_equal(sigma_ewma_update(ewma, close, &value), status);
    assert_int_equal(sigma_ewma_read(ewma, &again), status);
    assert_bits(again, value);
    return value;
}

/* Decay 0.94 holds from the 17th return on; before, all weigh the same. */
static void random_closes_follow_the_formula(void **unused)
{
    static const struct {
        double decay;
        int32_t seed;
    } cases[] = {{0.0, 1}, {0.5, 2}, {0.75, 4}, {0.9375, 16}, {0.94, 17}, {0.97, 34}};
    sample_walk w = sample_random_walk(250);
    (void)unused;
    for (int32_t c = 0; c < COUNT_OF(cases); c++) {
        sigma_ewma ewma = started(cases[c].decay);
        long double v = 0.0L;
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            bool warm = i < cases[c].seed;
            double value = after(&ewma, w.close[i], warm ? SIGMA_WARMUP : SIGMA_OK);
            if (i > 0) {
                long double r = logl((long double)w.close[i] / (long double)w.close[i - 1]);
                v += (r * r - v) * (i <= cases[c].seed
                                        ? fmaxl(1.0L / i, 1.0L - (long double)cases[c].decay)
                                        : 1.0L - (long double)cases[c].decay);
            }
            assert_close(value, warm ? 0.0 : (double)sqrtl(252.0L * v), 1e-13);
        }
    }
}

static void a_flat_market_has_none(void **unused)
{
    sigma_ewma ewma = started(0.94);
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        assert_bits(after(&ewma, 1.1, i < 17 ? SIGMA_WARMUP : SIGMA_OK), 0.0);
    }
    (void)after(&ewma, 1.2, SIGMA_OK);
    for (int32_t i = 0; i < 12000; i++) {
        double value = after(&ewma, 1.2, SIGMA_OK);
        assert_true(ewma.variance == 0.0 || ewma.variance >= 1e-300);
        assert_true(i < 11900 || value == 0.0);
    }
}

static void older_history_fades_as_the_formula_says(void **unused)
{
    sample_walk w = sample_random_walk(251);
    sigma_ewma whole = started(0.9), late = started(0.9);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        (void)after(&whole, w.close[i], i < 10 ? SIGMA_WARMUP : SIGMA_OK);
        if (i >= 100) {
            (void)after(&late, w.close[i], i < 110 ? SIGMA_WARMUP : SIGMA_OK);
        }
        if (i >= 110) {
            assert_close(late.variance, whole.variance, pow(0.9, i - 110) + 1e-14 * whole.variance);
        }
    }
}

static void columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t counts[] = {0, 1, 2, 17, 18, SAMPLE_BARS};
    (void)unused;
    for (int32_t c = 0; c < COUNT_OF(counts); c++) {
        sample_walk w = sample_random_walk(252), in_place = w;
        double out[SAMPLE_BARS + 1];
        int32_t count = counts[c];
        sigma_ewma ewma = started(0.94);
        out[count] = 77.0;
        assert_int_equal(sigma_ewma_batch(0.94, 252.0, w.close, count, out), SIGMA_OK);
        assert_int_equal(sigma_ewma_batch(0.94, 252.0, in_place.close, count, in_place.close),
                         SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            double value = after(&ewma, w.close[i], i < 17 ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(out[i], i < 17 ? NOT_A_NUMBER : value);
            assert_bits(in_place.close[i], out[i]);
        }
        assert_bits(out[count], 77.0);
    }
}

static void bad_arguments_are_refused_and_change_nothing(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, 0.0, -1.0, 1.1e15, 9e-16};
    const double decays[] = {NOT_A_NUMBER, -0.1, 0.99991, 1.0, INFINITE};
    double x[3] = {1.0, 1.0, 1.0}, out[3] = {7.0}, value = 9.0;
    sigma_ewma ewma = started(0.5), before = ewma;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        value = 9.0;
        assert_int_equal(sigma_ewma_update(&ewma, bad[i], &value), SIGMA_E_RANGE);
        assert_bits(value, 0.0);
        x[1] = bad[i];
        assert_int_equal(sigma_ewma_batch(0.5, 252.0, x, 3, out), SIGMA_E_RANGE);
    }
    x[1] = 1.0;
    for (int32_t i = 0; i < COUNT_OF(decays); i++) {
        sigma_ewma none;
        memset(&none, 7, sizeof none);
        assert_int_equal(sigma_ewma_init(&none, decays[i], 252.0), SIGMA_E_RANGE);
        assert_zero(none);
        assert_int_equal(sigma_ewma_batch(decays[i], 252.0, x, 3, out), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_ewma_batch(0.5, 0.0, x, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_ewma_batch(0.5, 1.0, x, -1, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_ewma_batch(0.5, 1.0, x, 2, x + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_ewma_batch(0.5, 1.0, NULL, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_ewma_batch(0.5, 1.0, x, 3, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_ewma_init(NULL, 0.5, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_ewma_update(NULL, 1.0, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_ewma_update(&ewma, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_ewma_read(NULL, &value), SIGMA_E_NULL);
    assert_int_equal(sigma_ewma_read(&ewma, NULL), SIGMA_E_NULL);
    assert_true(out[0] == 7.0 && out[1] == 0.0 && out[2] == 0.0);
    assert_same(ewma, before);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_ewma ewma;
    double value = 9.0;
    (void)field, (void)context;
    memcpy(&ewma, damaged, sizeof ewma);
    assert_int_equal(sigma_ewma_update(&ewma, 2.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_ewma_read(&ewma, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_memory_equal(&ewma, damaged, sizeof ewma);
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    sigma_ewma ewma = started(0.5), zero = {0};
    double value = 9.0;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_EWMA, &ewma, every_call_refuses, NULL) > 20);
    sigma_ewma hurt = ewma;
    hurt.count = 3; /* more than it counts */
    every_call_refuses(&hurt, NULL, NULL);
    hurt = ewma;
    hurt.close = 1e-200; /* so small that the return is out of range */
    ewma = hurt;
    assert_int_equal(sigma_ewma_update(&hurt, 1e15, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(hurt, ewma);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_closes_follow_the_formula),
        cmocka_unit_test(a_flat_market_has_none),
        cmocka_unit_test(older_history_fades_as_the_formula_says),
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(bad_arguments_are_refused_and_change_nothing),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
