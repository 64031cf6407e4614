/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { N = 4000 };

static sigma_stochastic started(int32_t period, int32_t slowing, int32_t signal)
{
    sigma_stochastic s;
    assert_int_equal(sigma_stochastic_init(&s, period, slowing, signal), SIGMA_OK);
    return s;
}

static sigma_stochastic_result after(sigma_stochastic *s, double high, double low, double close,
                                     sigma_status status)
{
    sigma_stochastic_result result = {9.0, 9.0, 9.0}, again = {9.0, 9.0, 9.0};
    assert_int_equal(sigma_stochastic_update(s, high, low, close, &result), status);
    assert_int_equal(sigma_stochastic_read(s, &again), status);
    assert_same(again, result);
    return result;
}

/* By hand, 3 bars, 2 raw values, 2 values of K. Raw: 50 (8 to 12), 25 (9 to 13), 100 (8 to 13). */
static void a_worked_example(void **unused)
{
    sigma_stochastic s = started(3, 2, 2);
    sigma_stochastic_result r;
    (void)unused;
    r = after(&s, 11.0, 9.0, 10.0, SIGMA_WARMUP);
    assert_zero(r);
    r = after(&s, 12.0, 10.0, 11.0, SIGMA_WARMUP);
    assert_zero(r);
    r = after(&s, 11.0, 8.0, 10.0, SIGMA_WARMUP);
    assert_true(r.raw == 50.0 && r.k == 0.0 && r.d == 0.0);
    r = after(&s, 12.0, 9.0, 9.0, SIGMA_WARMUP);
    assert_true(r.raw == 25.0 && r.k == 37.5 && r.d == 0.0);
    r = after(&s, 13.0, 12.0, 13.0, SIGMA_OK);
    assert_true(r.raw == 100.0 && r.k == 62.5 && r.d == 50.0);
}

typedef struct walk {
    double high[N], low[N], close[N];
} walk;

/* With stretches of one price, and jumps by decades. */
static void random_bars(uint64_t seed, walk *w)
{
    double price = 100.0;
    for (int32_t i = 0; i < N; i++) {
        bool flat = i % 500 > 400;
        double open = price, reach = flat ? 0.0 : 0.01;
        price = i % 997 == 996 ? test_decades(&seed, 1e-3, 1e9)
                : flat         ? price
                               : price * test_between(&seed, 0.99, 1.01);
        w->high[i] = fmax(open, price) * (1.0 + reach * test_random(&seed));
        w->low[i] = fmin(open, price) * (1.0 - reach * test_random(&seed));
        w->close[i] = price;
    }
}

static double raw_of(const walk *w, int32_t i, int32_t n)
{
    double least = w->low[i], greatest = w->high[i];
    for (int32_t k = i - n + 1; k < i; k++) {
        least = fmin(least, w->low[k]), greatest = fmax(greatest, w->high[k]);
    }
    return greatest > least ? 100.0 * (w->close[i] - least) / (greatest - least) : 50.0;
}

static void random_bars_follow_the_formula(void **unused)
{
    static const int32_t periods[][3] = {{14, 3, 3},      {1, 1, 1}, {5, 1, 3},
                                         {256, 256, 256}, {2, 7, 1}, {3, 20, 5}};
    static walk w;
    static double raw[N], slow[N];
    (void)unused;
    random_bars(220, &w);
    for (int32_t p = 0; p < COUNT_OF(periods); p++) {
        int32_t n = periods[p][0], k = periods[p][1], d = periods[p][2];
        sigma_stochastic s = started(n, k, d);
        for (int32_t i = 0; i < N; i++) {
            sigma_stochastic_result r = after(&s, w.high[i], w.low[i], w.close[i],
                                              i < n + k + d - 3 ? SIGMA_WARMUP : SIGMA_OK);
            long double of_k = 0.0L, of_d = 0.0L;
            raw[i] = i < n - 1 ? 0.0 : raw_of(&w, i, n);
            for (int32_t m = 0; m < k && i >= n + k - 2; m++) {
                of_k += (long double)raw[i - m] / k;
            }
            slow[i] = (double)of_k;
            for (int32_t m = 0; m < d && i >= n + k + d - 3; m++) {
                of_d += (long double)slow[i - m] / d;
            }
            assert_close(r.raw, raw[i], 1e-12);
            assert_close(r.k, slow[i], 1e-11);
            assert_close(r.d, (double)of_d, 1e-11);
        }
    }
}

/* Dropping any amount of older history changes no bit. */
static void values_depend_on_their_windows_alone(void **unused)
{
    static walk w;
    (void)unused;
    random_bars(221, &w);
    for (int32_t drop = 1; drop < 3000; drop += 331) {
        sigma_stochastic whole = started(14, 3, 5), late = started(14, 3, 5);
        for (int32_t i = 0; i < N; i++) {
            sigma_stochastic_result a =
                after(&whole, w.high[i], w.low[i], w.close[i], i < 19 ? SIGMA_WARMUP : SIGMA_OK);
            if (i >= drop) {
                sigma_stochastic_result b = after(&late, w.high[i], w.low[i], w.close[i],
                                                  i < drop + 19 ? SIGMA_WARMUP : SIGMA_OK);
                if (i >= drop + 19) {
                    assert_same(b, a);
                }
            }
        }
    }
}

static void a_flat_market_has_50(void **unused)
{
    sigma_stochastic s = started(14, 3, 3);
    (void)unused;
    for (int32_t i = 0; i < 1000; i++) {
        sigma_stochastic_result r = after(&s, 1.1, 1.1, 1.1, i < 17 ? SIGMA_WARMUP : SIGMA_OK);
        assert_true(i < 17 || (r.raw == 50.0 && r.k == 50.0 && r.d == 50.0));
    }
}

static void columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t periods[][3] = {{14, 3, 3},      {1, 1, 1},   {2, 2, 2},  {5, 1, 3},
                                         {256, 256, 256}, {100, 7, 9}, {16, 64, 1}};
    static const int32_t counts[] = {0, 1, 2, 17, 800, 1100, N};
    static walk w, p;
    static double out[3][N + 1], other[3][N];
    (void)unused;
    random_bars(222, &w);
    for (int32_t c = 0; c < COUNT_OF(periods) * COUNT_OF(counts); c++) {
        const int32_t *n = periods[c / COUNT_OF(counts)], count = counts[c % COUNT_OF(counts)];
        double *in[3] = {p.high, p.low, p.close};
        sigma_stochastic s = started(n[0], n[1], n[2]);
        out[0][count] = out[1][count] = out[2][count] = 77.0;
        assert_int_equal(sigma_stochastic_batch(n[0], n[1], n[2], w.high, w.low, w.close, count,
                                                out[0], out[1], out[2]),
                         SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            sigma_stochastic_result r;
            assert_true(sigma_stochastic_update(&s, w.high[i], w.low[i], w.close[i], &r) >= 0);
            assert_bits(out[0][i], i < n[0] - 1 ? NOT_A_NUMBER : r.raw);
            assert_bits(out[1][i], i < n[0] + n[1] - 2 ? NOT_A_NUMBER : r.k);
            assert_bits(out[2][i], i < n[0] + n[1] + n[2] - 3 ? NOT_A_NUMBER : r.d);
        }
        for (int32_t i = 0; i < 3; i++) {
            assert_bits(out[i][count], 77.0);
        }
        for (int32_t turn = 0; turn < 6; turn++) { /* all three in place, or one of them */
            double *to[3];
            p = w;
            for (int32_t i = 0; i < 3; i++) {
                to[i] = turn < 3 || turn - 3 == i ? in[(turn + i) % 3] : other[i];
            }
            assert_int_equal(sigma_stochastic_batch(n[0], n[1], n[2], p.high, p.low, p.close, count,
                                                    to[0], to[1], to[2]),
                             SIGMA_OK);
            for (int32_t i = 0; i < 3; i++) {
                assert_true(count == 0 || memcmp(to[i], out[i], (size_t)count * 8) == 0);
            }
        }
    }
}

static void bad_columns_leave_the_outputs_untouched(void **unused)
{
    double h[9], l[9], c[9], a[9] = {7.0}, b[9] = {7.0}, d[9] = {7.0}, zero[8] = {0};
    (void)unused;
    for (int32_t i = 0; i < 9; i++) {
        h[i] = 2.0, l[i] = 1.0, c[i] = 1.5;
    }
    assert_int_equal(sigma_stochastic_batch(0, 3, 3, h, l, c, 9, a, b, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 257, 3, h, l, c, 9, a, b, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 3, -1, h, l, c, 9, a, b, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, -1, a, b, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 9, a, a, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 8, a, a + 1, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 8, h + 1, b, d), SIGMA_E_RANGE);
    c[4] = 3.0;
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 9, a, b, d), SIGMA_E_RANGE);
    c[4] = NOT_A_NUMBER;
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 9, a, b, d), SIGMA_E_RANGE);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, NULL, l, c, 9, a, b, d), SIGMA_E_NULL);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, NULL, c, 9, a, b, d), SIGMA_E_NULL);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, NULL, 9, a, b, d), SIGMA_E_NULL);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 9, NULL, b, d), SIGMA_E_NULL);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 9, a, NULL, d), SIGMA_E_NULL);
    assert_int_equal(sigma_stochastic_batch(3, 3, 3, h, l, c, 9, a, b, NULL), SIGMA_E_NULL);
    assert_true(a[0] == 7.0 && b[0] == 7.0 && d[0] == 7.0);
    assert_memory_equal(a + 1, zero, sizeof zero);
    assert_memory_equal(b + 1, zero, sizeof zero);
    assert_memory_equal(d + 1, zero, sizeof zero);
}

static void a_bad_bar_changes_nothing(void **unused)
{
    sigma_stochastic s = started(2, 2, 2);
    (void)unused;
    for (int32_t seen = 0; seen < 6; seen++) {
        sigma_stochastic before = s;
        for (int32_t i = 0; i < SAMPLE_BAD_BARS; i++) {
            sigma_stochastic_result r = {9.0, 9.0, 9.0};
            assert_int_equal(sigma_stochastic_update(&s, sample_bad_bars[i][0],
                                                     sample_bad_bars[i][1], sample_bad_bars[i][2],
                                                     &r),
                             SIGMA_E_RANGE);
            assert_zero(r);
            assert_same(s, before);
        }
        (void)after(&s, 2.0 + seen, 1.0, 1.5, seen < 3 ? SIGMA_WARMUP : SIGMA_OK);
    }
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 257, INT32_MAX};
    sigma_stochastic s;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad) * 3; i++) {
        int32_t n[3] = {3, 3, 3};
        n[i % 3] = bad[i / 3];
        memset(&s, 7, sizeof s);
        assert_int_equal(sigma_stochastic_init(&s, n[0], n[1], n[2]), SIGMA_E_RANGE);
        assert_zero(s);
    }
    assert_int_equal(sigma_stochastic_init(NULL, 3, 3, 3), SIGMA_E_NULL);
}

static void every_call_refuses(const sigma_stochastic *damaged)
{
    sigma_stochastic s = *damaged;
    sigma_stochastic_result r = {9.0, 9.0, 9.0};
    assert_int_equal(sigma_stochastic_update(&s, 2.0, 1.0, 1.5, &r), SIGMA_E_STATE);
    assert_zero(r);
    r.d = 9.0;
    assert_int_equal(sigma_stochastic_read(&s, &r), SIGMA_E_STATE);
    assert_zero(r);
    assert_same(s, *damaged);
}

static void head_refused(const void *damaged, const sigma_field *field, void *context)
{
    (void)context;
    if (field->count == 1) {
        every_call_refuses((const sigma_stochastic *)damaged);
    }
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    sigma_stochastic s = started(3, 2, 2), zero = {0}, hurt;
    (void)unused;
    every_call_refuses(&zero);
    for (int32_t i = 0; i < 10; i++) {
        (void)after(&s, 3.0, 1.0, 2.0, i < 4 ? SIGMA_WARMUP : SIGMA_OK);
    }
    assert_true(damage_each(SIGMA_KIND_STOCHASTIC, &s, head_refused, NULL) > 1000);
    hurt = s;
    hurt.count = 6; /* more than it counts */
    every_call_refuses(&hurt);
    hurt = s;
    hurt.end = 4; /* fewer bars than were seen */
    every_call_refuses(&hurt);
    hurt = s;
    hurt.raw[9] = hurt.slow[9] = NOT_A_NUMBER;
    every_call_refuses(&hurt);
    hurt = s;
    hurt.raw[9] = hurt.slow[9] = 1e3;
    every_call_refuses(&hurt);
    for (int32_t i = 8; i < 10; i++) { /* what only K, or D, is made of */
        sigma_stochastic_result r;
        hurt = s;
        hurt.slow[i] = NOT_A_NUMBER;
        assert_int_equal(sigma_stochastic_read(&hurt, &r), SIGMA_E_STATE);
        assert_zero(r);
    }
}

static void null_is_refused(void **unused)
{
    sigma_stochastic s = started(3, 3, 3), before = s;
    sigma_stochastic_result r = {9.0, 9.0, 9.0};
    (void)unused;
    assert_int_equal(sigma_stochastic_update(NULL, 2, 1, 1, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_stochastic_update(&s, 2, 1, 1, NULL), SIGMA_E_NULL);
    r.d = 9.0;
    assert_int_equal(sigma_stochastic_read(NULL, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_stochastic_read(&s, NULL), SIGMA_E_NULL);
    assert_same(s, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(random_bars_follow_the_formula),
        cmocka_unit_test(values_depend_on_their_windows_alone),
        cmocka_unit_test(a_flat_market_has_50),
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(bad_columns_leave_the_outputs_untouched),
        cmocka_unit_test(a_bad_bar_changes_nothing),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
