/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "vectors/forecast.inc"

static sigma_forecast_sample sample_of(const double *row)
{
    return (sigma_forecast_sample){
        .drift = row[0], .deviation = row[1], .target = row[2], .stop = row[3], .bars = row[4]};
}

static sigma_forecast_result touch(const sigma_forecast_sample *sample)
{
    sigma_forecast_result r;
    assert_int_equal(sigma_forecast_touch(sample, &r), SIGMA_OK);
    return r;
}

static double up(double drift, double error, double deviation, double bars)
{
    double chance;
    assert_int_equal(sigma_forecast_up(drift, error, deviation, bars, &chance), SIGMA_OK);
    return chance;
}

/* Of mpmath, in 60 digits; drifts down to 1e-30 of a deviation, in both series of (4) and (5). */
static void touches_are_those_of_sixty_digits(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(touches); i++) {
        sigma_forecast_sample sample = sample_of(touches[i]);
        sigma_forecast_result r = touch(&sample);
        const double *want = touches[i] + 5;
        assert_near(r.target, want[0], 2e-15);
        assert_near(r.stop, want[1], 2e-15);
        assert_near(r.bars, want[2], 2e-14);
        assert_close(r.target_by, want[3], 2e-15);
        assert_close(r.stop_by, want[4], 2e-15);
        assert_close(r.neither_by, want[5], 2e-15);
    }
}

/* A price that nearly keeps to its drift; an ulp of the distance alone moves the chance by more
 * than the ulp, the more so the steeper. */
static void steep_drifts_are_those_of_sixty_digits(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(steeps); i++) {
        const double *x = steeps[i];
        sigma_forecast_sample sample = sample_of(x), mirror = sample;
        double ulps = x[0] / x[1] * sqrt(x[4]);
        assert_close(touch(&sample).target_by, x[5], 2e-15 + 4e-16 * ulps);
        mirror.drift = -sample.drift;
        mirror.target = sample.stop;
        mirror.stop = sample.target;
        assert_close(touch(&mirror).stop_by, x[5], 2e-15 + 4e-16 * ulps);
    }
}

static void ups_are_those_of_sixty_digits(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(ups); i++) {
        assert_near(up(ups[i][0], ups[i][1], ups[i][2], ups[i][3]), ups[i][4], 1e-13);
    }
}

/* Shared vectors of the methods: five published Monte Carlo runs of prices looked at when bars
 * close, each of 400,000 paths, beside which the distances count 0.5826 s longer. */
static void at_closes_the_barriers_stand_farther(void **unused)
{
    static const double cases[][6] = {
        /* drift, target, stop, plain, corrected, simulated */
        {0.02, 5.0, 3.0, 0.41292373805992866, 0.43499905835191016, 0.4345075},
        {0.0, 5.0, 3.0, 0.375, 0.39089156590209034, 0.390985},
        {-0.05, 4.0, 4.0, 0.401312339887548, 0.3873987487567282, 0.38753},
        {0.05, 10.0, 5.0, 0.506480391055654, 0.5338033093617865, 0.5348175},
        {0.0, 2.0, 1.0, 0.3333333333333333, 0.3799575813057917, 0.38142}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_forecast_sample sample = {
            .drift = cases[i][0], .deviation = 1.0, .target = cases[i][1], .stop = cases[i][2]};
        assert_near(touch(&sample).target, cases[i][3], 1e-14);
        sample.closes = 1;
        assert_close(touch(&sample).target, cases[i][4], 1e-5); /* theirs rounds to 0.5826 */
        assert_close(touch(&sample).target, cases[i][5], 0.002);
    }
}

/* Of a price that is looked at when bars close: target and time by the density of the price after
 * each bar, 200 nodes of Gauss and Legendre in SciPy, in deviations. */
static void times_at_closes_are_those_of_quadrature(void **unused)
{
    static const double cases[][5] = {
        {0, 1.0, 1.0, 0.5000000, 2.782927},     {0, 1.0, 2.0, 0.6188141, 4.353037},
        {0.2, 1.0, 2.0, 0.7933956, 3.897127},   {0, 2.0, 2.0, 0.5000000, 6.913503},
        {0, 2.0, 4.0, 0.6396432, 12.080689},    {0.2, 2.0, 4.0, 0.8907868, 9.251713},
        {-0.2, 2.0, 4.0, 0.3172576, 11.801501}, {0, 4.0, 8.0, 0.6519158, 39.580563},
        {0.2, 4.0, 8.0, 0.9727294, 21.375688},  {0.5, 8.0, 3.0, 0.9721118, 16.756183},
        {0.1, 8.0, 8.0, 0.8476764, 59.932214},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        const double *x = cases[i];
        bool far = x[1] >= 2.0;
        sigma_forecast_sample sample = {.drift = 0.01 * x[0],
                                        .deviation = 0.01,
                                        .target = 0.01 * x[1],
                                        .stop = 0.01 * x[2],
                                        .closes = 1};
        sigma_forecast_result r = touch(&sample);
        assert_close(r.target, x[3], far ? 0.0003 : 0.002);
        assert_close(r.bars, x[4], far ? 0.02 : 0.03);
        sample.target = sample.stop = 1e-9; /* the first bar ends beyond */
        assert_bits(touch(&sample).bars, 1.0);
    }
}

static void without_a_limit_time_brings_all(void **unused)
{
    sigma_forecast_sample sample = {.drift = 0.01, .deviation = 0.1, .target = 0.5, .stop = 0.3};
    sigma_forecast_result r = touch(&sample);
    (void)unused;
    assert_bits(r.target_by, r.target);
    assert_bits(r.stop_by, r.stop);
    assert_bits(r.neither_by, 0.0);
    assert_near(r.driftless, 0.375, 1e-15);
}

/* Upside down: a long's target is a short's stop. */
static void mirrored_questions_have_mirrored_answers(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(touches); i++) {
        sigma_forecast_sample sample = sample_of(touches[i]), mirror = sample;
        mirror.drift = -sample.drift;
        mirror.target = sample.stop;
        mirror.stop = sample.target;
        sigma_forecast_result a = touch(&sample), b = touch(&mirror);
        assert_bits(a.target, b.stop);
        assert_bits(a.target_by, b.stop_by);
        assert_close(a.neither_by, b.neither_by, 1e-15);
        assert_near(a.bars, b.bars, 1e-14);
    }
}

/* Extreme questions still have chances that add up to 1. */
static void any_question_has_chances(void **unused)
{
    uint64_t seed = 74;
    (void)unused;
    for (int32_t i = 0; i < 200000; i++) {
        sigma_forecast_sample sample = {.deviation = test_decades(&seed, 1e-9, 1e3),
                                        .target = test_decades(&seed, 1e-9, 1e3),
                                        .stop = test_decades(&seed, 1e-9, 1e3),
                                        .bars = test_decades(&seed, 1e-9, 1e9),
                                        .closes = i % 2};
        sample.drift = test_decades(&seed, 1e-20, 1e3) * (i % 3 - 1);
        sigma_forecast_result r = touch(&sample);
        assert_close(r.target + r.stop, 1.0, 1e-14);
        assert_close(r.target_by + r.stop_by + r.neither_by, 1.0, 1e-13);
        assert_true(r.target_by <= r.target && r.stop_by <= r.stop);
        assert_true(r.target_by >= 0.0 && r.stop_by >= 0.0 && r.neither_by >= 0.0);
        assert_true(r.bars >= 0.0 && r.bars <= 1e30);
    }
}

/* The chance within a limit rises with the limit, across both series. */
static void chances_rise_with_time(void **unused)
{
    sigma_forecast_sample sample = {
        .drift = 0.002, .deviation = 0.01, .target = 0.05, .stop = 0.03};
    double target = 0.0, stop = 0.0;
    (void)unused;
    for (int32_t i = 1; i <= 3000; i++) {
        sample.bars = i * 0.01;
        sigma_forecast_result r = touch(&sample);
        assert_true(r.target_by >= target - 1e-15 && r.stop_by >= stop - 1e-15);
        target = r.target_by;
        stop = r.stop_by;
    }
    assert_true(target > 0.3 && stop > 0.01);
}

/* In less time than any number tells from none, nothing happens. */
static void no_time_brings_nothing(void **unused)
{
    sigma_forecast_sample sample = {
        .drift = 1000.0, .deviation = 1e-9, .target = 1e-9, .stop = 1000.0, .bars = 1e-310};
    sigma_forecast_result r = touch(&sample);
    (void)unused;
    assert_bits(r.target_by, 0.0);
    assert_bits(r.neither_by, 1.0);
    sample.bars = 1.0; /* but a drift alone gets there in time */
    assert_bits(touch(&sample).target_by, 1.0);
}

static void nothing_that_moves_is_even(void **unused)
{
    (void)unused;
    assert_bits(up(0.0, 0.0, 0.0, 5.0), 0.5);
    assert_bits(up(1e-5, 0.0, 0.0, 5.0), 1.0);
    assert_bits(up(-1e-5, 0.0, 0.0, 5.0), 0.0);
    assert_bits(up(0.0, 0.1, 0.2, 5.0), 0.5);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    static const double bad[][4] = {{1001.0, 0.0, 1.0, 1.0},
                                    {0.0, -1e-9, 1.0, 1.0},
                                    {0.0, 0.0, -1.0, 1.0},
                                    {0.0, 0.0, 1.0, 0.0},
                                    {0.0, 0.0, 1.0, 2e9}};
    sigma_forecast_sample sample = sample_of(touches[0]);
    sigma_forecast_result r;
    double chance = 9.0;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_forecast_up(bad[i][0], bad[i][1], bad[i][2], bad[i][3], &chance),
                         SIGMA_E_RANGE);
        assert_bits(chance, 0.0);
    }
    assert_int_equal(sigma_forecast_up(NOT_A_NUMBER, 0.0, 1.0, 1.0, &chance), SIGMA_E_RANGE);
    sample.stop = 0.0;
    assert_int_equal(sigma_forecast_touch(&sample, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_int_equal(sigma_forecast_up(0.0, 0.0, 1.0, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_forecast_touch(NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_forecast_touch(&sample, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(touches_are_those_of_sixty_digits),
        cmocka_unit_test(steep_drifts_are_those_of_sixty_digits),
        cmocka_unit_test(ups_are_those_of_sixty_digits),
        cmocka_unit_test(at_closes_the_barriers_stand_farther),
        cmocka_unit_test(times_at_closes_are_those_of_quadrature),
        cmocka_unit_test(without_a_limit_time_brings_all),
        cmocka_unit_test(mirrored_questions_have_mirrored_answers),
        cmocka_unit_test(any_question_has_chances),
        cmocka_unit_test(chances_rise_with_time),
        cmocka_unit_test(no_time_brings_nothing),
        cmocka_unit_test(nothing_that_moves_is_even),
        cmocka_unit_test(what_is_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
