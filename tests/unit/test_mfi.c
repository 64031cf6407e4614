/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { N = 4000 };

typedef struct walk {
    double high[N], low[N], close[N], volume[N];
} walk;

/* On a grid of cents, so that sums tie; with flat stretches and bars without volume. */
static void random_bars(uint64_t seed, walk *w)
{
    double cents = 1e4;
    for (int32_t i = 0; i < N; i++) {
        double open = cents, reach = i % 300 > 250 ? 0 : test_whole(&seed, 0, 3);
        cents += i % 300 > 250 ? 0 : test_whole(&seed, -2, 2);
        w->high[i] = (fmax(open, cents) + reach) / 100.0;
        w->low[i] = (fmin(open, cents) - reach) / 100.0;
        w->close[i] = cents / 100.0;
        w->volume[i] = test_random(&seed) < 0.2 ? 0.0 : test_decades(&seed, 1e-2, 1e6);
    }
}

static sigma_mfi started(int32_t period)
{
    sigma_mfi mfi;
    assert_int_equal(sigma_mfi_init(&mfi, period), SIGMA_OK);
    return mfi;
}

static double after(sigma_mfi *mfi, double high, double low, double close, double volume,
                    sigma_status status)
{
    double value = 9.0, again = 9.0;
    assert_int_equal(sigma_mfi_update(mfi, high, low, close, volume, &value), status);
    assert_int_equal(sigma_mfi_read(mfi, &again), status);
    assert_bits(again, value);
    return value;
}

static double at(sigma_mfi *mfi, const walk *w, int32_t i, sigma_status status)
{
    return after(mfi, w->high[i], w->low[i], w->close[i], w->volume[i], status);
}

/* By hand, n = 2. Typical prices 10 12 11 11 13, volumes 5 2 3 9 4: money 24 up, 33 down, nothing,
 * 52 up. */
static void a_worked_example(void **unused)
{
    sigma_mfi mfi = started(2);
    (void)unused;
    (void)after(&mfi, 11.0, 9.0, 10.0, 5.0, SIGMA_WARMUP);
    (void)after(&mfi, 13.0, 11.0, 12.0, 2.0, SIGMA_WARMUP);
    assert_near(after(&mfi, 12.0, 10.0, 11.0, 3.0, SIGMA_OK), 2400.0 / 57.0, 1e-15);
    assert_bits(after(&mfi, 13.0, 9.0, 11.0, 9.0, SIGMA_OK), 0.0);
    assert_bits(after(&mfi, 14.0, 12.0, 13.0, 4.0, SIGMA_OK), 100.0);
    assert_bits(after(&mfi, 14.0, 12.0, 13.0, 4.0, SIGMA_OK), 100.0);
    assert_bits(after(&mfi, 14.0, 12.0, 13.0, 4.0, SIGMA_OK), 50.0); /* nothing flowed */
}

/* Whole cents say which sums are equal, whatever their doubles are. */
static void ties_are_decided_as_decimals_do(void **unused)
{
    static walk w;
    int32_t ties = 0, rounded = 0;
    (void)unused;
    random_bars(230, &w);
    for (int32_t n = 1; n <= 256; n = n < 4 ? n + 1 : n * 4) {
        sigma_mfi mfi = started(n);
        int64_t sum[N];
        for (int32_t i = 0; i < N; i++) {
            long double up = 0.0L, down = 0.0L;
            sum[i] = llround(100.0 * w.high[i]) + llround(100.0 * w.low[i]) +
                     llround(100.0 * w.close[i]);
            double value = at(&mfi, &w, i, i < n ? SIGMA_WARMUP : SIGMA_OK);
            for (int32_t k = i - n + 1; k <= i && i >= n; k++) {
                long double flow = (long double)sum[k] * (long double)w.volume[k];
                up += sum[k] > sum[k - 1] ? flow : 0.0L;
                down += sum[k] < sum[k - 1] ? flow : 0.0L;
            }
            double wanted = up + down > 0.0L ? (double)(100.0L * up / (up + down)) : 50.0;
            assert_close(value, i < n ? 0.0 : wanted, 1e-11);
            double a = w.high[i] + w.low[i] + w.close[i];
            double b = i > 0 ? w.high[i - 1] + w.low[i - 1] + w.close[i - 1] : 0.0;
            ties += i > 0 && sum[i] == sum[i - 1];
            rounded += i > 0 && sum[i] == sum[i - 1] && a != b;
        }
    }
    assert_true(ties > 1000 && rounded > 10); /* so that the tolerance had work */
}

static void values_depend_on_their_windows_alone(void **unused)
{
    static walk w;
    (void)unused;
    random_bars(231, &w);
    for (int32_t drop = 1; drop < 3000; drop += 331) {
        sigma_mfi whole = started(14), late = started(14);
        for (int32_t i = 0; i < N; i++) {
            double a = at(&whole, &w, i, i < 14 ? SIGMA_WARMUP : SIGMA_OK);
            if (i >= drop) {
                double b = at(&late, &w, i, i < drop + 14 ? SIGMA_WARMUP : SIGMA_OK);
                assert_bits(b, i < drop + 14 ? 0.0 : a);
            }
        }
    }
}

static void without_volume_or_movement_it_is_50(void **unused)
{
    static walk w;
    sigma_mfi still = started(14), empty = started(14), tiny = started(14);
    (void)unused;
    random_bars(232, &w);
    for (int32_t i = 0; i < 600; i++) {
        sigma_status status = i < 14 ? SIGMA_WARMUP : SIGMA_OK;
        assert_bits(after(&still, 1.1, 1.1, 1.1, 5.0, status), i < 14 ? 0.0 : 50.0);
        assert_bits(after(&empty, w.high[i], w.low[i], w.close[i], 0.0, status),
                    i < 14 ? 0.0 : 50.0);
        double value = after(&tiny, w.high[i], w.low[i], w.close[i], 5e-324, status);
        assert_true(value >= 0.0 && value <= 100.0);
    }
}

static void columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t periods[] = {1, 2, 3, 14, 16, 100, 255, 256};
    static const int32_t counts[] = {0, 1, 2, 14, 15, 2000, 3999, N};
    static walk w, p;
    static double out[N + 1];
    (void)unused;
    random_bars(233, &w);
    for (int32_t c = 0; c < COUNT_OF(periods) * COUNT_OF(counts); c++) {
        int32_t n = periods[c / COUNT_OF(counts)], count = counts[c % COUNT_OF(counts)];
        double *in[4] = {p.high, p.low, p.close, p.volume}, *to = in[c % 4];
        sigma_mfi mfi = started(n);
        out[count] = 77.0;
        assert_int_equal(sigma_mfi_batch(n, w.high, w.low, w.close, w.volume, count, out),
                         SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            double value = at(&mfi, &w, i, i < n ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(out[i], i < n ? NOT_A_NUMBER : value);
        }
        assert_bits(out[count], 77.0);
        p = w;
        assert_int_equal(sigma_mfi_batch(n, p.high, p.low, p.close, p.volume, count, to), SIGMA_OK);
        assert_true(count == 0 || memcmp(to, out, (size_t)count * 8) == 0);
    }
}

static void bad_bars_are_refused_and_change_nothing(void **unused)
{
    const double bad[][4] = {{NOT_A_NUMBER, 1, 1, 1},
                             {2, NOT_A_NUMBER, 1, 1},
                             {2, 1, NOT_A_NUMBER, 1},
                             {2, 1, 1, NOT_A_NUMBER},
                             {1, 2, 1.5, 1},
                             {2, 1, 3, 1},
                             {2, 0, 1, 1},
                             {INFINITE, 1, 1, 1},
                             {2, 1, 1, -1},
                             {2, 1, 1, 1.1e18}};
    sigma_mfi mfi = started(2);
    double h[3] = {2, 2, 2}, l[3] = {1, 1, 1}, c[3] = {1, 1, 1}, v[3] = {1, 1, 1}, out[3] = {7};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad) * 4; i++) {
        const double *b = bad[i % COUNT_OF(bad)];
        sigma_mfi before = mfi;
        double value = 9.0;
        assert_int_equal(sigma_mfi_update(&mfi, b[0], b[1], b[2], b[3], &value), SIGMA_E_RANGE);
        assert_bits(value, 0.0);
        assert_same(mfi, before);
        h[1] = b[0], l[1] = b[1], c[1] = b[2], v[1] = b[3];
        assert_int_equal(sigma_mfi_batch(2, h, l, c, v, 3, out), SIGMA_E_RANGE);
        if (i % COUNT_OF(bad) == 0) {
            (void)after(&mfi, 3.0, 2.0, 2.0, 1.0, i < 20 ? SIGMA_WARMUP : SIGMA_OK);
        }
    }
    h[1] = 2, l[1] = c[1] = v[1] = 1;
    assert_int_equal(sigma_mfi_batch(0, h, l, c, v, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_mfi_batch(257, h, l, c, v, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_mfi_batch(2, h, l, c, v, -1, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_mfi_batch(2, h, l, c, v, 2, v + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_mfi_batch(2, NULL, l, c, v, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_mfi_batch(2, h, NULL, c, v, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_mfi_batch(2, h, l, NULL, v, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_mfi_batch(2, h, l, c, NULL, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_mfi_batch(2, h, l, c, v, 3, NULL), SIGMA_E_NULL);
    assert_true(out[0] == 7.0 && out[1] == 0.0 && out[2] == 0.0);
}

static void every_call_refuses(const sigma_mfi *damaged)
{
    sigma_mfi mfi = *damaged;
    double value = 9.0;
    assert_int_equal(sigma_mfi_update(&mfi, 2.0, 1.0, 1.5, 1.0, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_mfi_read(&mfi, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(mfi, *damaged);
}

static void head_refused(const void *damaged, const sigma_field *field, void *context)
{
    (void)context;
    if (field->count == 1) {
        every_call_refuses((const sigma_mfi *)damaged);
    }
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 257, INT32_MAX};
    sigma_mfi mfi = started(3), zero = {0};
    (void)unused;
    every_call_refuses(&zero);
    assert_true(damage_each(SIGMA_KIND_MFI, &mfi, head_refused, NULL) > 1000);
    for (int32_t i = 0; i < 9; i++) {
        (void)after(&mfi, 3.0 + i, 1.0, 2.0, 1.0, i < 3 ? SIGMA_WARMUP : SIGMA_OK);
    }
    mfi.rising[7] = NOT_A_NUMBER;
    every_call_refuses(&mfi);
    mfi.rising[7] = -1e3;
    mfi.falling[7] = 2e3;
    every_call_refuses(&mfi);
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&mfi, 7, sizeof mfi);
        assert_int_equal(sigma_mfi_init(&mfi, bad[i]), SIGMA_E_RANGE);
        assert_zero(mfi);
    }
}

static void null_is_refused(void **unused)
{
    sigma_mfi mfi = started(3), before = mfi;
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_mfi_init(NULL, 3), SIGMA_E_NULL);
    assert_int_equal(sigma_mfi_update(NULL, 2, 1, 1, 1, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_mfi_update(&mfi, 2, 1, 1, 1, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_mfi_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_mfi_read(&mfi, NULL), SIGMA_E_NULL);
    assert_same(mfi, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(ties_are_decided_as_decimals_do),
        cmocka_unit_test(values_depend_on_their_windows_alone),
        cmocka_unit_test(without_volume_or_movement_it_is_50),
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(bad_bars_are_refused_and_change_nothing),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
