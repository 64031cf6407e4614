/* SPDX-License-Identifier: MIT */
/* The formulas of the monitor, against published tables, another program and their definitions. */
#include "test.h"

static double threshold_of(double slack, double trades)
{
    double threshold = 9.0;
    assert_int_equal(sigma_monitor_threshold(slack, trades, &threshold), SIGMA_OK);
    return threshold;
}

static double run_of(double shift, double slack, double threshold)
{
    double trades = 9.0;
    assert_int_equal(sigma_monitor_run_length(shift, slack, threshold, &trades), SIGMA_OK);
    return trades;
}

/* Exact runs solve Page's integral equation, here by 100 nodes of Gauss and Legendre in SciPy;
 * those of 4 and 5 are twice the two-sided ones of the textbook below. */
static void exact_runs_are_near(void **unused)
{
    static const double cases[][4] = {
        {0.1, 14.76, 999.084, 0.002},  {0.1, 28.88, 20003.0, 0.002}, {0.25, 8.58, 997.375, 0.002},
        {0.25, 14.49, 19983.2, 0.002}, {0.5, 4.0, 335.368, 0.01},    {0.5, 5.0, 930.887, 0.01},
        {0.5, 5.06, 989.220, 0.01},    {0.5, 8.05, 19939.1, 0.01},   {0.75, 3.52, 972.589, 0.03},
        {0.75, 5.52, 19661.8, 0.03},   {1.0, 2.64, 950.624, 0.06},   {1.0, 4.13, 18818.9, 0.06}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        const double *x = cases[i];
        assert_near(run_of(0.0, x[0], x[1]), x[2], x[3]);
    }
}

/* Siegmund's approximation lies within 0.01 of the exact thresholds. */
static void thresholds_are_those_of_the_table(void **unused)
{
    static const struct {
        double slack, h[3];
    } table[] = {{0.10, {14.76, 22.14, 28.88}},
                 {0.15, {11.87, 16.98, 21.54}},
                 {0.20, {9.96, 13.86, 17.29}},
                 {0.25, {8.58, 11.74, 14.49}},
                 {0.50, {5.07, 6.67, 8.05}}};
    static const double runs[] = {1000.0, 5000.0, 20000.0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(table); i++) {
        for (int32_t k = 0; k < 3; k++) {
            assert_close(threshold_of(table[i].slack, runs[k]), table[i].h[k], 0.01);
        }
    }
}

/* Montgomery, Introduction to Statistical Quality Control, two-sided charts of slack 0.5 and h of 4
 * and 5, by shift. In control one side alone runs twice as long; after a shift the other side is
 * silent. Siegmund's approximation lies within 2 %
 * of those up to a shift of 1.5. */
static void runs_are_those_of_the_textbook(void **unused)
{
    (void)unused;
    assert_near(run_of(0.0, 0.5, 4.0), 2.0 * 168.0, 0.02);
    assert_near(run_of(0.0, 0.5, 5.0), 2.0 * 465.0, 0.02);
    assert_near(run_of(1.0, 0.5, 4.0), 8.38, 0.02);
    assert_near(run_of(1.0, 0.5, 5.0), 10.4, 0.02);
    assert_near(run_of(0.5, 0.5, 5.0), 38.0, 0.02);
    assert_near(run_of(1.5, 0.5, 5.0), 5.75, 0.02);
}

static void runs_follow_the_formula(void **unused)
{
    uint64_t seed = 70;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double shift = test_between(&seed, -2.0, 2.0), slack = test_between(&seed, -2.0, 2.0);
        double h = test_decades(&seed, 1e-3, 100.0);
        long double b = (long double)h + 1.166L, d = (long double)slack - (long double)shift;
        long double y = 2.0L * d * b, run = (expm1l(y) - y) / (2.0L * d * d);
        assert_near(run_of(shift, slack, h), (double)fminl(run, 1e15L), 1e-9);
    }
    assert_near(run_of(0.5, 0.5, 4.0), 5.166 * 5.166, 1e-15);
    assert_near(run_of(0.5, 0.5 + 1e-12, 4.0), 5.166 * 5.166, 1e-9);
    assert_bits(run_of(-10.0, 10.0, 1e6), 1e15);
}

static void a_threshold_has_the_run_that_was_asked_for(void **unused)
{
    uint64_t seed = 71;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        double slack = test_decades(&seed, 1e-4, 10.0), trades = test_decades(&seed, 10.0, 1e12);
        double h = threshold_of(slack, trades);
        if (h > 0.0) {
            assert_near(run_of(0.0, slack, h), trades, 1e-9);
        } else {
            assert_true(run_of(0.0, slack, 0.0) >= trades * (1.0 - 1e-12));
        }
    }
}

static void arguments_out_of_range_are_refused(void **unused)
{
    static const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 10.1, -10.1};
    double x = 9.0;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        x = 9.0;
        assert_int_equal(sigma_monitor_run_length(bad[i], 0.5, 4.0, &x), SIGMA_E_RANGE);
        assert_zero(x);
        assert_int_equal(sigma_monitor_run_length(0.0, bad[i], 4.0, &x), SIGMA_E_RANGE);
        assert_int_equal(sigma_monitor_threshold(bad[i], 100.0, &x), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_monitor_run_length(0.0, 0.5, -0.1, &x), SIGMA_E_RANGE);
    assert_int_equal(sigma_monitor_run_length(0.0, 0.5, NOT_A_NUMBER, &x), SIGMA_E_RANGE);
    x = 9.0;
    assert_int_equal(sigma_monitor_threshold(0.5, 9.9, &x), SIGMA_E_RANGE);
    assert_zero(x);
    assert_int_equal(sigma_monitor_threshold(0.5, 1.1e12, &x), SIGMA_E_RANGE);
    assert_int_equal(sigma_monitor_threshold(0.5, NOT_A_NUMBER, &x), SIGMA_E_RANGE);
    assert_int_equal(sigma_monitor_run_length(0.0, 0.5, 4.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_monitor_threshold(0.5, 100.0, NULL), SIGMA_E_NULL);
}

/* ---- statistics */

static sigma_monitor started(double mean, double deviation, int32_t trades)
{
    sigma_monitor monitor;
    sigma_monitor_params params;
    assert_int_equal(sigma_monitor_defaults(&params), SIGMA_OK);
    params.mean = mean;
    params.deviation = deviation;
    params.baseline_trades = trades;
    assert_int_equal(sigma_monitor_init(&monitor, 0, &params), SIGMA_OK);
    return monitor;
}

static sigma_monitor_result after(sigma_monitor *monitor, double multiple)
{
    sigma_monitor_sample sample = {.time = monitor->time + 1, .multiple = multiple};
    sigma_monitor_result result;
    assert_true(sigma_monitor_update(monitor, &sample, &result) >= 0);
    return result;
}

static void a_trace_of_another_program(void **unused)
{
    static const struct {
        double multiple, drawdown, evidence;
    } trace[] = {
#include "vectors/monitor.inc"
    };
    sigma_monitor monitor = started(0.0, 1.0, 0);
    (void)unused;
    monitor.limit[1] = 1e15; /* never halted, which would start the statistics anew */
    monitor.params.evidence_run = 1e12;
    for (int32_t i = 0; i < COUNT_OF(trace); i++) {
        sigma_monitor_result r = after(&monitor, trace[i].multiple);
        assert_close(r.drawdown, trace[i].drawdown, 1e-12);
        assert_near(r.evidence, trace[i].evidence, 1e-12);
    }
}

/* (3) from its definition: over all starts, the product of the ratios of densities since then. */
static void the_shift_test_is_the_sum_over_all_starts(void **unused)
{
    static const double means[] = {0.0, -0.1, -0.2, -0.4, -0.8};
    uint64_t seed = 72;
    (void)unused;
    for (int32_t run = 0; run < 20; run++) {
        double s = test_between(&seed, 0.5, 2.0), base = test_between(&seed, -0.2, 0.8);
        int32_t trades = test_whole(&seed, 20, 300);
        sigma_monitor monitor = started(base, s, trades);
        long double sum = (long double)(base / s) * trades, n = trades + 45.0L, ratio[5][120];
        for (int32_t t = 0; t < 120; t++) {
            double multiple = s * test_between(&seed, -2.0, 2.5);
            long double z = (long double)(multiple / s), m = sum / n, v = 1.0L + 1.0L / n;
            long double q = 0.0L;
            for (int32_t a = 0; a < 5; a++) {
                long double mean = (long double)means[a];
                ratio[a][t] =
                    expl((z - m) * (z - m) / (2.0L * v) - (z - mean) * (z - mean) / 2.0L) *
                    sqrtl(v);
                long double product = 1.0L;
                for (int32_t k = t; k >= 0; k--) {
                    product *= ratio[a][k];
                    q += product / 5.0L;
                }
            }
            sum += z;
            n += 1.0L;
            sigma_monitor_result r = after(&monitor, multiple);
            if (r.severity < SIGMA_SEVERITY_SEVERE) {
                assert_near(r.shift, (double)q, 1e-10);
            }
        }
    }
}

/* The e-detector's guarantee at its edge, for a law of mean 0: a run of 1000 trades to an alarm. */
static void the_e_detector_keeps_its_guarantee(void **unused)
{
    uint64_t seed = 73;
    double sum = 0.0;
    (void)unused;
    for (int32_t path = 0; path < 2000; path++) {
        sigma_monitor monitor = started(0.0, 1.0, 0);
        monitor.limit[1] = 1e15;
        int32_t t = 0;
        while (after(&monitor, test_random(&seed) < 0.4 ? 1.5 : -1.0).critical == 0) {
            t++;
        }
        sum += t + 1;
    }
    assert_in_range((int32_t)(sum / 2000), 960, 1090); /* 1023 in the literature, se 23 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_runs_are_near),
        cmocka_unit_test(thresholds_are_those_of_the_table),
        cmocka_unit_test(runs_are_those_of_the_textbook),
        cmocka_unit_test(runs_follow_the_formula),
        cmocka_unit_test(a_threshold_has_the_run_that_was_asked_for),
        cmocka_unit_test(arguments_out_of_range_are_refused),
        cmocka_unit_test(a_trace_of_another_program),
        cmocka_unit_test(the_shift_test_is_the_sum_over_all_starts),
        cmocka_unit_test(the_e_detector_keeps_its_guarantee),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
