/* SPDX-License-Identifier: MIT */
/* The estimators of volatility. */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { N = 4000, KINDS = SIGMA_VOLATILITY_COUNT };

static const double A_YEAR = 252.0;

typedef struct walk {
    double open[N], high[N], low[N], close[N];
} walk;

/* With gaps, and a third of the bars without a range. */
static void random_bars(uint64_t seed, double start, double size, walk *w)
{
    double price = start;
    for (int32_t i = 0; i < N; i++) {
        bool still = test_random(&seed) < 0.33;
        double open = price * (1.0 + (test_random(&seed) - 0.5) * size);
        price = still ? open : open * (1.0 + (test_random(&seed) - 0.5) * size);
        w->open[i] = open;
        w->high[i] = fmax(open, price) * (1.0 + (still ? 0.0 : test_random(&seed) * size));
        w->low[i] = fmin(open, price) * (1.0 - (still ? 0.0 : test_random(&seed) * size));
        w->close[i] = price;
    }
}

static sigma_volatility started(int32_t kind, int32_t period)
{
    sigma_volatility v;
    assert_int_equal(sigma_volatility_init(&v, kind, period, A_YEAR), SIGMA_OK);
    return v;
}

static int32_t first_of(int32_t kind, int32_t n)
{
    return n - 1 + (kind == SIGMA_VOLATILITY_CLOSE || kind == SIGMA_VOLATILITY_YANG_ZHANG);
}

static double at(sigma_volatility *v, const walk *w, int32_t i, sigma_status status)
{
    double value = 9.0, again = 9.0;
    assert_int_equal(
        sigma_volatility_update(v, w->open[i], w->high[i], w->low[i], w->close[i], &value), status);
    assert_int_equal(sigma_volatility_read(v, &again), status);
    assert_bits(again, value);
    return value;
}

/* ---- the formulas, in wider numbers */

static long double ln(double a, double b)
{
    long double from = (long double)b;
    return log1pl(((long double)a - from) / from);
}

static long double variance(const long double *x, int32_t n)
{
    long double mean = 0.0L, sum = 0.0L;
    for (int32_t i = 0; i < n; i++) {
        mean += x[i] / n;
    }
    for (int32_t i = 0; i < n; i++) {
        sum += (x[i] - mean) * (x[i] - mean);
    }
    return n > 1 ? sum / (n - 1) : 0.0L;
}

static double expected(int32_t kind, const walk *w, int32_t last, int32_t n)
{
    long double gap[256], body[256], range = 0.0L, of_close[256];
    for (int32_t k = 0; k < n; k++) {
        int32_t i = last + 1 - n + k;
        double open = w->open[i], before = i > 0 ? w->close[i - 1] : open;
        long double u = ln(w->high[i], open), d = ln(w->low[i], open), c = ln(w->close[i], open);
        gap[k] = ln(open, before), body[k] = c, of_close[k] = ln(w->close[i], before);
        range += kind == SIGMA_VOLATILITY_PARKINSON ? (u - d) * (u - d) / (4.0L * logl(2.0L))
                 : kind == SIGMA_VOLATILITY_GARMAN_KLASS
                     ? (u - d) * (u - d) / 2.0L - (2.0L * logl(2.0L) - 1.0L) * c * c
                     : u * (u - c) + d * (d - c);
    }
    long double result = range / n;
    if (kind == SIGMA_VOLATILITY_CLOSE) {
        result = variance(of_close, n);
    } else if (kind == SIGMA_VOLATILITY_YANG_ZHANG) {
        long double share = n > 1 ? 0.34L / (1.34L + (n + 1.0L) / (n - 1.0L)) : 0.0L;
        result = variance(gap, n) + share * variance(body, n) + (1.0L - share) * range / n;
    }
    return (double)sqrtl(fmaxl(result, 0.0L) * (long double)A_YEAR);
}

static void random_bars_follow_the_formulas(void **unused)
{
    static const int32_t periods[] = {1, 2, 3, 20, 256};
    static const double starts[] = {1.1, 1e9};
    static walk w;
    (void)unused;
    for (int32_t run = 0; run < COUNT_OF(periods) * COUNT_OF(starts) * (KINDS - 1); run++) {
        int32_t kind = 1 + run % (KINDS - 1), n = periods[run / (KINDS - 1) % COUNT_OF(periods)];
        double start = starts[run / (KINDS - 1) / COUNT_OF(periods)];
        sigma_volatility v = started(kind, n);
        random_bars(240, start, start > 2.0 ? 1e-8 : 0.02, &w);
        for (int32_t i = 0; i < (n > 100 ? 600 : 2000); i++) {
            bool warm = i < first_of(kind, n);
            double value = at(&v, &w, i, warm ? SIGMA_WARMUP : SIGMA_OK);
            double wanted = warm ? 0.0 : expected(kind, &w, i, n);
            assert_close(value, wanted, 1e-12 * wanted + 1e-17 * sqrt(A_YEAR));
        }
    }
}

/* A steady exponential has no deviation; its range is that of its bars. */
static void a_steady_rise_has_no_deviation(void **unused)
{
    sigma_volatility of_close = started(SIGMA_VOLATILITY_CLOSE, 20);
    sigma_volatility of_all = started(SIGMA_VOLATILITY_ROGERS_SATCHELL, 20);
    (void)unused;
    for (int32_t i = 0; i < 90; i++) {
        double open = ldexp(1.0, i - 45), value; /* doubles with each bar */
        assert_true(sigma_volatility_update(&of_close, open, 2 * open, open, 2 * open, &value) >=
                    0);
        assert_bits(value, 0.0);
        assert_true(sigma_volatility_update(&of_all, open, 2 * open, open, 2 * open, &value) >= 0);
        assert_bits(value, 0.0);
    }
}

static void a_flat_market_has_none(void **unused)
{
    (void)unused;
    for (int32_t kind = 1; kind < KINDS; kind++) {
        sigma_volatility v = started(kind, 14);
        for (int32_t i = 0; i < 700; i++) {
            double value = 9.0;
            assert_int_equal(sigma_volatility_update(&v, 1.1, 1.1, 1.1, 1.1, &value),
                             i < first_of(kind, 14) ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(value, 0.0);
        }
    }
}

static void values_depend_on_their_windows_alone(void **unused)
{
    static walk w;
    (void)unused;
    random_bars(241, 50.0, 0.01, &w);
    for (int32_t run = 0; run < 5 * (KINDS - 1); run++) {
        int32_t kind = 1 + run % (KINDS - 1), drop = 1 + 231 * (run / (KINDS - 1));
        sigma_volatility whole = started(kind, 20), late = started(kind, 20);
        int32_t first = first_of(kind, 20);
        for (int32_t i = 0; i < N / 2; i++) {
            double a = at(&whole, &w, i, i < first ? SIGMA_WARMUP : SIGMA_OK);
            if (i >= drop) {
                double b = at(&late, &w, i, i < drop + first ? SIGMA_WARMUP : SIGMA_OK);
                assert_bits(b, i < drop + first ? 0.0 : a);
            }
        }
    }
}

static void extreme_bars_give_numbers(void **unused)
{
    uint64_t seed = 242;
    (void)unused;
    for (int32_t run = 0; run < 200; run++) {
        int32_t kind = 1 + run % (KINDS - 1), n = test_whole(&seed, 1, 20);
        sigma_volatility v = started(kind, n);
        for (int32_t i = 0; i < 60; i++) {
            double low = test_decades(&seed, 1e-15, 1e15), high = test_decades(&seed, low, 1e15);
            double open = fmin(high, fmax(low, test_decades(&seed, low, high)));
            double close = fmin(high, fmax(low, test_decades(&seed, low, high))), value;
            assert_int_equal(sigma_volatility_update(&v, open, high, low, close, &value),
                             i < first_of(kind, n) ? SIGMA_WARMUP : SIGMA_OK);
            assert_true(value >= 0.0 && value < 70.0 * 70.0 * 70.0);
        }
    }
}

static void columns_have_the_bits_of_single_calls(void **unused)
{
    static const int32_t periods[] = {1, 2, 3, 20, 31, 256};
    static const int32_t counts[] = {0, 1, 2, 21, 400, 1500, N};
    static walk w, p;
    static double out[N + 1];
    (void)unused;
    random_bars(243, 50.0, 0.01, &w);
    for (int32_t c = 0; c < COUNT_OF(periods) * COUNT_OF(counts) * (KINDS - 1); c++) {
        int32_t kind = 1 + c % (KINDS - 1), n = periods[c / (KINDS - 1) % COUNT_OF(periods)];
        int32_t count = counts[c / (KINDS - 1) / COUNT_OF(periods)];
        double *in[4] = {p.open, p.high, p.low, p.close}, *to = in[c % 4];
        sigma_volatility v = started(kind, n);
        out[count] = 77.0;
        assert_int_equal(
            sigma_volatility_batch(kind, n, A_YEAR, w.open, w.high, w.low, w.close, count, out),
            SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            bool warm = i < first_of(kind, n);
            double value = at(&v, &w, i, warm ? SIGMA_WARMUP : SIGMA_OK);
            assert_bits(out[i], warm ? NOT_A_NUMBER : value);
        }
        assert_bits(out[count], 77.0);
        p = w;
        count = count < 1500 ? count : 1500;
        assert_int_equal(
            sigma_volatility_batch(kind, n, A_YEAR, p.open, p.high, p.low, p.close, count, to),
            SIGMA_OK);
        assert_true(count == 0 || memcmp(to, out, (size_t)count * 8) == 0);
    }
}

static void bad_bars_are_refused_and_change_nothing(void **unused)
{
    const double bad[][4] = {{NOT_A_NUMBER, 2, 1, 1}, {1, NOT_A_NUMBER, 1, 1},
                             {1, 2, NOT_A_NUMBER, 1}, {1, 2, 1, NOT_A_NUMBER},
                             {0.5, 2, 1, 1},          {3, 2, 1, 1},
                             {1, 1, 2, 1.5},          {1, 2, 1, 3},
                             {1, INFINITE, 1, 1},     {1, 2, 0, 1}};
    double o[3] = {1, 1, 1}, h[3] = {2, 2, 2}, l[3] = {1, 1, 1}, c[3] = {1, 1, 1}, out[3] = {7};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad) * 4; i++) {
        const double *b = bad[i % COUNT_OF(bad)];
        sigma_volatility v = started(SIGMA_VOLATILITY_YANG_ZHANG, 2), before;
        double value = 9.0;
        for (int32_t k = 0; k < i / COUNT_OF(bad); k++) {
            assert_true(sigma_volatility_update(&v, 1, 2, 1, 1 + k, &value) >= 0 || k > 1);
        }
        before = v;
        value = 9.0;
        assert_int_equal(sigma_volatility_update(&v, b[0], b[1], b[2], b[3], &value),
                         SIGMA_E_RANGE);
        assert_bits(value, 0.0);
        assert_same(v, before);
        o[1] = b[0], h[1] = b[1], l[1] = b[2], c[1] = b[3];
        assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, h, l, c, 3, out), SIGMA_E_RANGE);
    }
    o[1] = l[1] = c[1] = 1, h[1] = 2;
    assert_int_equal(sigma_volatility_batch(0, 2, 1.0, o, h, l, c, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(6, 2, 1.0, o, h, l, c, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 0, 1.0, o, h, l, c, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 257, 1.0, o, h, l, c, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 2, 0.0, o, h, l, c, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 2, NOT_A_NUMBER, o, h, l, c, 3, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, h, l, c, -1, out), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, h, l, c, 2, o + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, NULL, h, l, c, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, NULL, l, c, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, h, NULL, c, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, h, l, NULL, 3, out), SIGMA_E_NULL);
    assert_int_equal(sigma_volatility_batch(1, 2, 1.0, o, h, l, c, 3, NULL), SIGMA_E_NULL);
    assert_true(out[0] == 7.0 && out[1] == 0.0 && out[2] == 0.0);
}

static void every_call_refuses(const sigma_volatility *damaged)
{
    sigma_volatility v = *damaged;
    double value = 9.0;
    assert_int_equal(sigma_volatility_update(&v, 1.5, 2.0, 1.0, 1.5, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    value = 9.0;
    assert_int_equal(sigma_volatility_read(&v, &value), SIGMA_E_STATE);
    assert_bits(value, 0.0);
    assert_same(v, *damaged);
}

static void head_refused(const void *damaged, const sigma_field *field, void *context)
{
    (void)context;
    if (field->count == 1) {
        every_call_refuses((const sigma_volatility *)damaged);
    }
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    static walk w;
    sigma_volatility v = started(SIGMA_VOLATILITY_YANG_ZHANG, 3), zero = {0};
    (void)unused;
    random_bars(244, 50.0, 0.01, &w);
    every_call_refuses(&zero);
    for (int32_t i = 0; i < 9; i++) {
        (void)at(&v, &w, i, i < 3 ? SIGMA_WARMUP : SIGMA_OK);
    }
    assert_true(damage_each(SIGMA_KIND_VOLATILITY, &v, head_refused, NULL) > 1000);
    sigma_volatility hurt = v;
    hurt.close = 1e-20; /* no price */
    every_call_refuses(&hurt);
    hurt = v;
    hurt.range[7] = NOT_A_NUMBER;
    every_call_refuses(&hurt);
    hurt.range[7] = 1e30;
    every_call_refuses(&hurt);
    hurt.range[7] = -1e3;
    every_call_refuses(&hurt);
    hurt = v;
    hurt.gap[7] = 1e200;
    every_call_refuses(&hurt);
    hurt.gap[7] = 1e4; /* a variance that is one, but not of a year so long */
    hurt.bars_a_year = 1e18;
    every_call_refuses(&hurt);
}

static void params_out_of_range_and_null_are_refused(void **unused)
{
    static const double bad[][3] = {{0, 20, 252},  {6, 20, 252}, {-1, 20, 252}, {1, 0, 252},
                                    {1, 257, 252}, {1, -1, 252}, {1, 20, 0},    {1, 20, 2e18}};
    sigma_volatility v;
    double value = 9.0;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&v, 7, sizeof v);
        assert_int_equal(
            sigma_volatility_init(&v, (int32_t)bad[i][0], (int32_t)bad[i][1], bad[i][2]),
            SIGMA_E_RANGE);
        assert_zero(v);
    }
    assert_int_equal(sigma_volatility_init(&v, 1, 20, NOT_A_NUMBER), SIGMA_E_RANGE);
    assert_int_equal(sigma_volatility_init(NULL, 1, 20, 252.0), SIGMA_E_NULL);
    v = started(1, 20);
    assert_int_equal(sigma_volatility_update(NULL, 1, 1, 1, 1, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_volatility_update(&v, 1, 1, 1, 1, NULL), SIGMA_E_NULL);
    value = 9.0;
    assert_int_equal(sigma_volatility_read(NULL, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_volatility_read(&v, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_bars_follow_the_formulas),
        cmocka_unit_test(a_steady_rise_has_no_deviation),
        cmocka_unit_test(a_flat_market_has_none),
        cmocka_unit_test(values_depend_on_their_windows_alone),
        cmocka_unit_test(extreme_bars_give_numbers),
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(bad_bars_are_refused_and_change_nothing),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(params_out_of_range_and_null_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
