/* SPDX-License-Identifier: MIT */
/* Whole columns at once: EMA, ATR and ADX. */
#include "samples.h"
#include "test.h"

enum { N = 120 };

static const int32_t periods[] = {1, 2, 3, 14, 59, 60, 61, N - 1, N, N + 1, 2 * N, 10000};
static const int32_t counts[] = {0, 1, 2, 3, 13, 14, 15, 27, 28, 29, N - 1, N};

static double streamed_ema[N], streamed_atr[N], streamed_adx[3][N];

static void stream(int32_t period, const sample_walk *w)
{
    sigma_ema ema;
    sigma_atr atr;
    sigma_adx adx;
    assert_int_equal(sigma_ema_init(&ema, period), SIGMA_OK);
    assert_int_equal(sigma_atr_init(&atr, period), SIGMA_OK);
    assert_int_equal(sigma_adx_init(&adx, period), SIGMA_OK);
    for (int32_t i = 0; i < N; i++) {
        double average, range, none = NOT_A_NUMBER;
        sigma_adx_result r;
        sigma_status of_ema = sigma_ema_update(&ema, w->close[i], &average);
        sigma_status of_atr = sigma_atr_update(&atr, w->high[i], w->low[i], w->close[i], &range);
        sigma_status of_adx = sigma_adx_update(&adx, w->high[i], w->low[i], w->close[i], &r);
        streamed_ema[i] = of_ema == SIGMA_OK ? average : none;
        streamed_atr[i] = of_atr == SIGMA_OK ? range : none;
        streamed_adx[0][i] = of_adx == SIGMA_OK ? r.adx : none;
        streamed_adx[1][i] = i >= period ? r.plus_di : none;
        streamed_adx[2][i] = i >= period ? r.minus_di : none;
    }
}

static void assert_column(const double *actual, const double *expected, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        assert_bits(actual[i], expected[i]);
    }
}

static void columns_have_the_bits_of_single_calls(void **unused)
{
    sample_walk w = sample_random_walk(27);
    (void)unused;
    for (int32_t p = 0; p < COUNT_OF(periods); p++) {
        stream(periods[p], &w);
        for (int32_t c = 0; c < COUNT_OF(counts); c++) {
            double out[4][N + 1];
            int32_t n = counts[c];
            for (int32_t i = 0; i < 4; i++) {
                out[i][n] = 77.0; /* nothing is written behind the end */
            }
            assert_int_equal(sigma_ema_batch(periods[p], w.close, n, out[0]), SIGMA_OK);
            assert_column(out[0], streamed_ema, n);
            assert_int_equal(sigma_atr_batch(periods[p], w.high, w.low, w.close, n, out[0]),
                             SIGMA_OK);
            assert_column(out[0], streamed_atr, n);
            assert_int_equal(
                sigma_adx_batch(periods[p], w.high, w.low, w.close, n, out[1], out[2], out[3]),
                SIGMA_OK);
            for (int32_t i = 0; i < 4; i++) {
                assert_column(out[i], i > 0 ? streamed_adx[i - 1] : streamed_atr, n);
                assert_bits(out[i][n], 77.0);
            }
        }
    }
}

static void an_output_may_stand_in_the_place_of_an_input(void **unused)
{
    sample_walk w = sample_random_walk(28), copy;
    (void)unused;
    for (int32_t p = 0; p < COUNT_OF(periods); p++) {
        stream(periods[p], &w);
        copy = w;
        assert_int_equal(sigma_ema_batch(periods[p], copy.close, N, copy.close), SIGMA_OK);
        assert_column(copy.close, streamed_ema, N);
        for (int32_t place = 0; place < 3; place++) {
            copy = w;
            double *column[3] = {copy.high, copy.low, copy.close};
            assert_int_equal(
                sigma_atr_batch(periods[p], copy.high, copy.low, copy.close, N, column[place]),
                SIGMA_OK);
            assert_column(column[place], streamed_atr, N);
            copy = w;
            assert_int_equal(sigma_adx_batch(periods[p], copy.high, copy.low, copy.close, N,
                                             column[place], column[(place + 1) % 3],
                                             column[(place + 2) % 3]),
                             SIGMA_OK);
            for (int32_t i = 0; i < 3; i++) {
                assert_column(column[(place + i) % 3], streamed_adx[i], N);
            }
        }
    }
}

static void inputs_may_share_one_column(void **unused)
{
    sample_walk w = sample_random_walk(29);
    double out[3][N];
    (void)unused;
    assert_int_equal(sigma_atr_batch(14, w.close, w.close, w.close, N, out[0]), SIGMA_OK);
    assert_int_equal(sigma_adx_batch(14, w.close, w.close, w.close, N, out[0], out[1], out[2]),
                     SIGMA_OK);
    assert_int_equal(sigma_atr_batch(14, w.close, w.close, w.close, N, w.close), SIGMA_OK);
}

static void columns_that_overlap_in_part_are_refused(void **unused)
{
    static double room[8 * N], before[8 * N];
    static const int32_t shifts[] = {-N + 1, -1, 1, N - 1};
    (void)unused;
    for (int32_t i = 0; i < 8 * N; i++) {
        room[i] = before[i] = 1.0;
    }
    for (int32_t i = 0; i < COUNT_OF(shifts); i++) {
        double *in = room + 2 * N, *out = in + shifts[i], *b = room + 4 * N, *c = room + 6 * N;
        assert_int_equal(sigma_ema_batch(3, in, N, out), SIGMA_E_RANGE);
        assert_int_equal(sigma_atr_batch(3, in, b, b, N, out), SIGMA_E_RANGE);
        assert_int_equal(sigma_atr_batch(3, b, in, b, N, out), SIGMA_E_RANGE);
        assert_int_equal(sigma_atr_batch(3, b, b, in, N, out), SIGMA_E_RANGE);
        for (int32_t k = 0; k < 3; k++) {
            const double *input[3] = {k == 0 ? in : b, k == 1 ? in : b, k == 2 ? in : b};
            const double *h = input[0], *l = input[1], *x = input[2];
            assert_int_equal(sigma_adx_batch(3, h, l, x, N, out, c, c - N), SIGMA_E_RANGE);
            assert_int_equal(sigma_adx_batch(3, h, l, x, N, c, out, c - N), SIGMA_E_RANGE);
            assert_int_equal(sigma_adx_batch(3, h, l, x, N, c, c - N, out), SIGMA_E_RANGE);
        }
        assert_int_equal(sigma_adx_batch(3, b, b, b, N, in, out, c), SIGMA_E_RANGE);
        assert_int_equal(sigma_adx_batch(3, b, b, b, N, c, in, out), SIGMA_E_RANGE);
        assert_int_equal(sigma_adx_batch(3, b, b, b, N, out, c, in), SIGMA_E_RANGE);
    }
    double *a = room, *b = room + N, *c = room + 2 * N; /* two outputs in one place */
    assert_int_equal(sigma_adx_batch(3, a, a, a, N, b, b, c), SIGMA_E_RANGE);
    assert_int_equal(sigma_adx_batch(3, a, a, a, N, c, b, b), SIGMA_E_RANGE);
    assert_int_equal(sigma_adx_batch(3, a, a, a, N, b, c, b), SIGMA_E_RANGE);
    assert_same(room, before);
    assert_int_equal(sigma_ema_batch(3, a, N, b), SIGMA_OK); /* one behind the other is fine */
}

static void one_bad_number_leaves_the_output_untouched(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1.1e15, -1.1e15};
    (void)unused;
    for (int32_t at = 1; at < N; at += 17) {
        for (int32_t i = 0; i < COUNT_OF(bad); i++) {
            sample_walk w = sample_random_walk(30);
            double *column[3] = {w.high, w.low, w.close};
            double out[3][N], before[3][N];
            memset(out, 7, sizeof out);
            memset(before, 7, sizeof before);
            for (int32_t k = 0; k < 3; k++) {
                double good = column[k][at];
                column[k][at] = bad[i];
                assert_int_equal(sigma_ema_batch(3, column[k], N, out[0]), SIGMA_E_RANGE);
                assert_int_equal(sigma_atr_batch(3, w.high, w.low, w.close, N, out[0]),
                                 SIGMA_E_RANGE);
                assert_int_equal(
                    sigma_adx_batch(3, w.high, w.low, w.close, N, out[0], out[1], out[2]),
                    SIGMA_E_RANGE);
                column[k][at] = good;
            }
            assert_same(out, before);
        }
    }
}

static void periods_and_counts_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 10001, INT32_MAX};
    sample_walk w = sample_random_walk(31);
    double a[N] = {7.0}, b[N] = {7.0}, c[N] = {7.0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_ema_batch(bad[i], w.close, N, a), SIGMA_E_RANGE);
        assert_int_equal(sigma_atr_batch(bad[i], w.high, w.low, w.close, N, a), SIGMA_E_RANGE);
        assert_int_equal(sigma_adx_batch(bad[i], w.high, w.low, w.close, N, a, b, c),
                         SIGMA_E_RANGE);
    }
    for (int32_t i = 0; i < 2; i++) {
        assert_int_equal(sigma_ema_batch(3, w.close, bad[i], a), SIGMA_E_RANGE);
        assert_int_equal(sigma_atr_batch(3, w.high, w.low, w.close, bad[i], a), SIGMA_E_RANGE);
        assert_int_equal(sigma_adx_batch(3, w.high, w.low, w.close, bad[i], a, b, c),
                         SIGMA_E_RANGE);
    }
    assert_true(a[0] == 7.0 && b[0] == 7.0 && c[0] == 7.0);
}

static void null_is_refused(void **unused)
{
    double x[3] = {1.0, 1.0, 1.0}, a[3] = {7.0}, b[3] = {7.0}, c[3] = {7.0};
    (void)unused;
    assert_int_equal(sigma_ema_batch(1, NULL, 3, a), SIGMA_E_NULL);
    assert_int_equal(sigma_ema_batch(1, x, 3, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_ema_batch(1, NULL, 0, a), SIGMA_E_NULL);
    assert_int_equal(sigma_atr_batch(1, NULL, x, x, 3, a), SIGMA_E_NULL);
    assert_int_equal(sigma_atr_batch(1, x, NULL, x, 3, a), SIGMA_E_NULL);
    assert_int_equal(sigma_atr_batch(1, x, x, NULL, 3, a), SIGMA_E_NULL);
    assert_int_equal(sigma_atr_batch(1, x, x, x, 3, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_adx_batch(1, NULL, x, x, 3, a, b, c), SIGMA_E_NULL);
    assert_int_equal(sigma_adx_batch(1, x, NULL, x, 3, a, b, c), SIGMA_E_NULL);
    assert_int_equal(sigma_adx_batch(1, x, x, NULL, 3, a, b, c), SIGMA_E_NULL);
    assert_int_equal(sigma_adx_batch(1, x, x, x, 3, NULL, b, c), SIGMA_E_NULL);
    assert_int_equal(sigma_adx_batch(1, x, x, x, 3, a, NULL, c), SIGMA_E_NULL);
    assert_int_equal(sigma_adx_batch(1, x, x, x, 3, a, b, NULL), SIGMA_E_NULL);
    assert_true(a[0] == 7.0 && b[0] == 7.0 && c[0] == 7.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_have_the_bits_of_single_calls),
        cmocka_unit_test(an_output_may_stand_in_the_place_of_an_input),
        cmocka_unit_test(inputs_may_share_one_column),
        cmocka_unit_test(columns_that_overlap_in_part_are_refused),
        cmocka_unit_test(one_bad_number_leaves_the_output_untouched),
        cmocka_unit_test(periods_and_counts_out_of_range_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
