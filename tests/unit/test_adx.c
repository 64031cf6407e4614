/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

static sigma_adx started(int32_t period)
{
    sigma_adx adx;
    assert_int_equal(sigma_adx_init(&adx, period), SIGMA_OK);
    return adx;
}

static sigma_adx_result after(sigma_adx *adx, double high, double low, double close,
                              sigma_status status)
{
    sigma_adx_result result = {9.0, 9.0, 9.0}, again = {9.0, 9.0, 9.0};
    assert_int_equal(sigma_adx_update(adx, high, low, close, &result), status);
    assert_int_equal(sigma_adx_read(adx, &again), status);
    assert_same(result, again);
    return result;
}

/* By hand, with n = 2. True ranges from the second bar on 3 6 7 2.5; +DM 2 0 2 0.5; -DM 0 2 0 0.
 * Sums after bar 3: 9 2 2, so the DX is 0; after bar 4: 11.5 3 1 and 50; after bar 5: 8.25 2 0.5
 * and 60. */
static void a_worked_example(void **unused)
{
    sigma_adx adx = started(2);
    sigma_adx_result r;
    (void)unused;
    r = after(&adx, 10.0, 8.0, 9.0, SIGMA_WARMUP);
    assert_zero(r);
    r = after(&adx, 12.0, 9.0, 11.0, SIGMA_WARMUP);
    assert_zero(r);
    r = after(&adx, 13.0, 7.0, 8.0, SIGMA_WARMUP);
    assert_near(r.plus_di, 200.0 / 9.0, 1e-14);
    assert_near(r.minus_di, 200.0 / 9.0, 1e-14);
    assert_bits(r.adx, 0.0);
    r = after(&adx, 15.0, 10.0, 14.0, SIGMA_OK);
    assert_near(r.plus_di, 300.0 / 11.5, 1e-14);
    assert_near(r.minus_di, 100.0 / 11.5, 1e-14);
    assert_near(r.adx, 25.0, 1e-14);
    r = after(&adx, 15.5, 13.0, 13.5, SIGMA_OK);
    assert_near(r.plus_di, 200.0 / 8.25, 1e-14);
    assert_near(r.minus_di, 50.0 / 8.25, 1e-14);
    assert_near(r.adx, 42.5, 1e-14);
}

/* Of two moves the larger counts, of two equal ones neither, and never one inward. */
static void directional_movement_of_one_bar(void **unused)
{
    static const struct {
        double high, low, plus, minus; /* after a bar from 10 to 12 */
    } cases[] = {{13.0, 11.0, 1.0, 0.0}, {11.0, 9.0, 0.0, 1.0}, {13.0, 9.0, 0.0, 0.0},
                 {13.5, 9.0, 1.5, 0.0},  {13.0, 8.5, 0.0, 1.5}, {11.5, 10.5, 0.0, 0.0},
                 {12.0, 10.0, 0.0, 0.0}, {12.0, 9.5, 0.0, 0.5}, {12.5, 10.0, 0.5, 0.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_adx adx = started(1);
        double high = cases[i].high, low = cases[i].low;
        double range = fmax(high, 11.0) - fmin(low, 11.0);
        (void)after(&adx, 12.0, 10.0, 11.0, SIGMA_WARMUP);
        sigma_adx_result r = after(&adx, high, low, low, SIGMA_OK);
        assert_near(r.plus_di, 100.0 * cases[i].plus / range, 1e-14);
        assert_near(r.minus_di, 100.0 * cases[i].minus / range, 1e-14);
        assert_bits(r.adx, cases[i].plus + cases[i].minus > 0.0 ? 100.0 : 0.0);
    }
}

/* Wilder's sums, S <- S - S/n + x, in wider numbers. */
typedef struct sums {
    long double range, plus, minus, adx;
} sums;

static void add_bar(sums *s, const sample_walk *w, int32_t i, int32_t n)
{
    double up = w->high[i] - w->high[i - 1], down = w->low[i - 1] - w->low[i];
    double range = fmax(w->high[i] - w->low[i], fmax(fabs(w->high[i] - w->close[i - 1]),
                                                     fabs(w->low[i] - w->close[i - 1])));
    double plus = up > down && up > 0.0 ? up : 0.0, minus = down > up && down > 0.0 ? down : 0.0;
    long double decay = i > n ? 1.0L - 1.0L / n : 1.0L;
    s->range = s->range * decay + (long double)range;
    s->plus = s->plus * decay + (long double)plus;
    s->minus = s->minus * decay + (long double)minus;
    if (i >= n) {
        long double dx = 100.0L * fabsl(s->plus - s->minus) / (s->plus + s->minus);
        s->adx = i < 2 * n ? s->adx + dx / n : s->adx + (dx - s->adx) / n;
    }
}

static void random_bars_follow_the_formulas(void **unused)
{
    sample_walk w = sample_random_walk(22);
    (void)unused;
    for (int32_t n = 3; n <= 250; n += 13) {
        sigma_adx adx = started(n);
        sums s = {0};
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            sigma_adx_result r = after(&adx, w.high[i], w.low[i], w.close[i],
                                       i < 2 * n - 1 ? SIGMA_WARMUP : SIGMA_OK);
            if (i > 0) {
                add_bar(&s, &w, i, n);
            }
            assert_close(r.plus_di, i < n ? 0.0 : (double)(100.0L * s.plus / s.range), 1e-10);
            assert_close(r.minus_di, i < n ? 0.0 : (double)(100.0L * s.minus / s.range), 1e-10);
            assert_close(r.adx, i < 2 * n - 1 ? 0.0 : (double)s.adx, 1e-10);
        }
    }
}

static void a_flat_market_has_no_direction(void **unused)
{
    sigma_adx adx = started(14);
    sigma_adx_result r = {0};
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        r = after(&adx, 1.1, 1.1, 1.1, i < 27 ? SIGMA_WARMUP : SIGMA_OK);
        assert_zero(r);
    }
}

static void a_market_that_only_rises_has_adx_100(void **unused)
{
    sigma_adx adx = started(14);
    (void)unused;
    for (int32_t i = 0; i < 100; i++) {
        double low = 100.0 + i;
        sigma_adx_result r =
            after(&adx, low + 1.0, low, low + 1.0, i < 27 ? SIGMA_WARMUP : SIGMA_OK);
        assert_close(r.adx, i < 27 ? 0.0 : 100.0, 1e-12);
        assert_close(r.plus_di, i < 14 ? 0.0 : 100.0, 1e-12);
        assert_bits(r.minus_di, 0.0);
    }
}

/* Wild bars: gaps, single prices, jumps of many decades. */
static void results_never_leave_their_range(void **unused)
{
    uint64_t seed = 23;
    (void)unused;
    for (int32_t run = 0; run < 300; run++) {
        int32_t n = test_whole(&seed, 1, 20);
        sigma_adx adx = started(n);
        for (int32_t i = 0; i < 100; i++) {
            double low = test_decades(&seed, 1e-15, 1e15);
            double high = test_random(&seed) < 0.3 ? low : test_decades(&seed, low, 1e15);
            double close = fmin(high, fmax(low, test_decades(&seed, low, high)));
            sigma_adx_result r =
                after(&adx, high, low, close, i < 2 * n - 1 ? SIGMA_WARMUP : SIGMA_OK);
            assert_true(r.adx >= 0.0 && r.adx <= 100.0);
            assert_true(r.plus_di >= 0.0 && r.plus_di <= 100.0);
            assert_true(r.minus_di >= 0.0 && r.minus_di <= 100.0);
        }
    }
}

static void scaling_by_a_power_of_two_changes_no_bit(void **unused)
{
    sample_walk w = sample_random_walk(24);
    sigma_adx plain = started(14), scaled = started(14);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        sigma_status status = i < 27 ? SIGMA_WARMUP : SIGMA_OK;
        double by = 0x1p-30;
        sigma_adx_result a = after(&plain, w.high[i], w.low[i], w.close[i], status);
        sigma_adx_result b = after(&scaled, by * w.high[i], by * w.low[i], by * w.close[i], status);
        assert_same(a, b);
    }
}

/* Prices turned upside down about a level: the DIs change places, the ADX stays. */
static void a_mirrored_market_changes_the_sides(void **unused)
{
    sample_walk w = sample_random_walk(25);
    sigma_adx plain = started(14), mirrored = started(14);
    (void)unused;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        sigma_status status = i < 27 ? SIGMA_WARMUP : SIGMA_OK;
        double about = 8192.0, high = rint(w.high[i] * 1024.0) / 1024.0;
        double low = rint(w.low[i] * 1024.0) / 1024.0, close = (high + low) / 2.0;
        sigma_adx_result a = after(&plain, high, low, close, status);
        sigma_adx_result b = after(&mirrored, about - low, about - high, about - close, status);
        assert_bits(b.adx, a.adx);
        assert_bits(b.plus_di, a.minus_di);
        assert_bits(b.minus_di, a.plus_di);
    }
}

static void a_copy_looks_ahead_and_restores(void **unused)
{
    sample_walk w = sample_random_walk(26);
    sigma_adx adx = started(5);
    (void)unused;
    for (int32_t i = 0; i < 50; i++) {
        sigma_adx copy = adx;
        sigma_status status = i < 9 ? SIGMA_WARMUP : SIGMA_OK;
        (void)after(&copy, 500.0, 1.0, 100.0, status);
        copy = adx;
        sigma_adx_result first = after(&copy, w.high[i], w.low[i], w.close[i], status);
        sigma_adx_result again = after(&adx, w.high[i], w.low[i], w.close[i], status);
        assert_same(first, again);
        assert_same(copy, adx);
    }
}

static void before_the_first_bar_it_is_warming_up(void **unused)
{
    sigma_adx adx = started(1);
    sigma_adx_result r = {9.0, 9.0, 9.0};
    (void)unused;
    assert_int_equal(sigma_adx_read(&adx, &r), SIGMA_WARMUP);
    assert_zero(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(directional_movement_of_one_bar),
        cmocka_unit_test(random_bars_follow_the_formulas),
        cmocka_unit_test(a_flat_market_has_no_direction),
        cmocka_unit_test(a_market_that_only_rises_has_adx_100),
        cmocka_unit_test(results_never_leave_their_range),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(a_mirrored_market_changes_the_sides),
        cmocka_unit_test(a_copy_looks_ahead_and_restores),
        cmocka_unit_test(before_the_first_bar_it_is_warming_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
