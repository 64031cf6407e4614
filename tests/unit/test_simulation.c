/* SPDX-License-Identifier: MIT */
#include "test.h"

static sigma_simulation_params params_of(double drift, double target, double stop, int32_t bars)
{
    return (sigma_simulation_params){.drift = drift,
                                     .deviation = 0.01,
                                     .target = target,
                                     .stop = stop,
                                     .seed = 2024,
                                     .bars = bars};
}

static sigma_simulation_result estimate(const sigma_simulation_params *params, int64_t blocks)
{
    sigma_simulation_tally tally;
    sigma_simulation_result r;
    assert_int_equal(sigma_simulation_run(params, blocks, &tally), SIGMA_OK);
    assert_int_equal(sigma_simulation_read(&tally, &r), SIGMA_OK);
    return r;
}

/* The closed forms of sigma/forecast.h, over a grid of drifts, barriers and limits, at the four
 * standard errors that 8,192 paths leave. */
static void watched_prices_meet_the_closed_form(void **unused)
{
    static const double distances[][2] = {{0.04, 0.04}, {0.08, 0.04}, {0.05, 0.10}};
    static const int32_t bars[] = {4, 16, 64};
    (void)unused;
    for (int32_t k = 0; k < 45; k++) {
        double drift = (k % 5 - 2) * 0.001;
        const double *distance = distances[k / 5 % 3];
        sigma_simulation_params params = params_of(drift, distance[0], distance[1], bars[k / 15]);
        sigma_forecast_sample sample = {.drift = drift,
                                        .deviation = params.deviation,
                                        .target = params.target,
                                        .stop = params.stop,
                                        .bars = params.bars};
        sigma_forecast_result want;
        params.seed += k;
        sigma_simulation_result r = estimate(&params, 8);
        assert_int_equal(sigma_forecast_touch(&sample, &want), SIGMA_OK);
        assert_close(r.target, want.target_by, 4.0 * sqrt(want.target_by / 8192.0));
        assert_close(r.stop, want.stop_by, 4.0 * sqrt(want.stop_by / 8192.0));
        assert_close(r.neither, want.neither_by,
                     4.0 * sqrt(want.neither_by * (1.0 - want.neither_by) / 8192.0));
    }
}

/* Barriers so near that one bar touches both: also what it touches first is that of the closed
 * form, at the four standard errors that 131,072 paths leave. */
static void one_bar_can_touch_both(void **unused)
{
    static const double cases[][3] = {{0.0, 0.0025, 0.0025}, {0.0, 0.005, 0.005},
                                      {0.002, 0.005, 0.01},  {-0.001, 0.002, 0.01},
                                      {0.0, 0.01, 0.001},    {0.002, 0.01, 0.01}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        const double *x = cases[i];
        sigma_simulation_params params = params_of(x[0], x[1], x[2], 3);
        sigma_forecast_sample sample = {.drift = x[0],
                                        .deviation = params.deviation,
                                        .target = x[1],
                                        .stop = x[2],
                                        .bars = 3.0};
        sigma_forecast_result want;
        sigma_simulation_result r = estimate(&params, 128);
        assert_int_equal(sigma_forecast_touch(&sample, &want), SIGMA_OK);
        assert_close(r.target, want.target_by, 4.0 * sqrt(want.target_by / 131072.0));
        assert_close(r.stop, want.stop_by, 4.0 * sqrt(want.stop_by / 131072.0));
    }
}

/* All terms of the series: nothing is left of it, and all is a touch. */
static void barriers_nearer_than_any_term(void **unused)
{
    sigma_simulation_params params = params_of(0.0, 1e-9, 1e-9, 1);
    (void)unused;
    assert_bits(estimate(&params, 4).neither, 0.0);
}

/* Without barriers a path is a sum of normal numbers: mean, deviation and chance to be above. */
static void free_prices_meet_the_closed_form(void **unused)
{
    (void)unused;
    for (int32_t k = -2; k <= 2; k++) {
        sigma_simulation_params params = params_of(k * 0.002, 0.0, 0.0, 10);
        sigma_simulation_result r = estimate(&params, 16);
        double chance;
        assert_int_equal(sigma_forecast_up(params.drift, 0.0, params.deviation, 10.0, &chance),
                         SIGMA_OK);
        assert_close(r.above, chance, 4.0 * r.above_error);
        assert_close(r.end, 10.0 * params.drift, 4.0 * r.end_error);
        assert_near(r.end_error, 0.01 * sqrt(10.0 / 16384.0), 0.02);
        assert_bits(r.bars, 10.0);
        assert_bits(r.neither, 1.0);
    }
}

/* Looked at when bars close, the barriers stand 0.5826 s farther, which is a good approximation. */
static void prices_at_closes_meet_siegmunds_correction(void **unused)
{
    (void)unused;
    for (int32_t k = -2; k <= 2; k++) {
        sigma_simulation_params params = params_of(k * 0.0005, 0.06, 0.04, 1000);
        sigma_forecast_sample sample = {.drift = params.drift,
                                        .deviation = params.deviation,
                                        .target = params.target,
                                        .stop = params.stop,
                                        .closes = 1};
        sigma_forecast_result want;
        params.closes = 1;
        sigma_simulation_result r = estimate(&params, 16);
        assert_int_equal(sigma_forecast_touch(&sample, &want), SIGMA_OK);
        assert_close(r.target, want.target, 4.0 * r.target_error + 0.001);
        assert_near(r.bars, want.bars, 0.05);
        assert_bits(r.neither, 0.0);
    }
}

static void a_path_is_its_number(void **unused)
{
    sigma_simulation_params params = params_of(0.001, 0.03, 0.03, 30);
    (void)unused;
    for (int32_t closes = 0; closes <= 1; closes++) {
        sigma_simulation_tally tally = {0}, run;
        params.closes = closes;
        for (int32_t i = 0; i < 3 * SIGMA_SIMULATION_BLOCK; i++) {
            sigma_simulation_path path, again;
            int32_t other = (i * 1021) % (3 * SIGMA_SIMULATION_BLOCK);
            assert_int_equal(sigma_simulation_follow(&params, other, &path), SIGMA_OK);
            assert_int_equal(sigma_simulation_follow(&params, other, &again), SIGMA_OK);
            assert_same(path, again);
            tally.target += path.barrier == SIGMA_BARRIER_TARGET;
            tally.stop += path.barrier == SIGMA_BARRIER_STOP;
            tally.above += path.end > 0.0;
            tally.bars += path.bars;
        }
        assert_int_equal(sigma_simulation_run(&params, 3, &run), SIGMA_OK);
        assert_true(run.target == tally.target && run.stop == tally.stop);
        assert_true(run.above == tally.above && run.bars == tally.bars && run.paths == 3072);
    }
}

/* Blocks worked apart, in any order, and added in theirs. */
static void blocks_add_up_to_the_run(void **unused)
{
    sigma_simulation_params params = params_of(0.001, 0.03, 0.05, 30);
    sigma_simulation_tally blocks[5], sum = {0}, run;
    (void)unused;
    for (int32_t i = 4; i >= 0; i--) {
        assert_int_equal(sigma_simulation_block(&params, i, &blocks[i]), SIGMA_OK);
    }
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(sigma_simulation_add(&sum, &blocks[i]), SIGMA_OK);
    }
    assert_int_equal(sigma_simulation_run(&params, 5, &run), SIGMA_OK);
    assert_same(sum, run);
}

/* A walk by hand: the numbers of sigma/random.h, one after the other. */
static void a_path_by_hand(void **unused)
{
    sigma_simulation_params params = params_of(0.001, 0.02, 0.02, 50);
    (void)unused;
    params.closes = 1;
    for (int64_t number = -20; number < 20; number++) {
        sigma_simulation_path path;
        double x = 0.0, z;
        int32_t bar = 0;
        while (bar < 50 && fabs(x) < 0.02) {
            assert_int_equal(sigma_random_normal(2024, number, bar++, &z), SIGMA_OK);
            x += 0.001 + 0.01 * z;
        }
        assert_int_equal(sigma_simulation_follow(&params, number, &path), SIGMA_OK);
        assert_bits(path.end, x);
        assert_int_equal(path.bars, bar);
        assert_int_equal(path.barrier, x >= 0.02    ? SIGMA_BARRIER_TARGET
                                       : x <= -0.02 ? SIGMA_BARRIER_STOP
                                                    : SIGMA_BARRIER_NONE);
    }
}

static void touched_barriers_are_the_end(void **unused)
{
    sigma_simulation_params params = params_of(0.0, 0.015, 0.025, 4);
    int32_t seen[SIGMA_BARRIER_COUNT] = {0};
    (void)unused;
    for (int64_t number = 0; number < 200; number++) {
        sigma_simulation_path path;
        assert_int_equal(sigma_simulation_follow(&params, number, &path), SIGMA_OK);
        seen[path.barrier]++;
        if (path.barrier == SIGMA_BARRIER_TARGET) {
            assert_bits(path.end, 0.015);
        } else if (path.barrier == SIGMA_BARRIER_STOP) {
            assert_bits(path.end, -0.025);
        } else {
            assert_int_equal(path.bars, 4);
        }
    }
    assert_true(seen[0] > 5 && seen[1] > 50 && seen[2] > 20);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_simulation_params params = params_of(0.0, 0.0, 0.0, 1), bad = params;
    sigma_simulation_tally tally = {0}, other = {0};
    sigma_simulation_path path;
    sigma_simulation_result r;
    (void)unused;
    bad.deviation = 0.0;
    assert_int_equal(sigma_simulation_follow(&bad, 0, &path), SIGMA_E_RANGE);
    assert_zero(path);
    assert_int_equal(sigma_simulation_block(&bad, 0, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_simulation_block(&params, -1, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_simulation_run(&bad, 1, &tally), SIGMA_E_RANGE);
    assert_int_equal(sigma_simulation_run(&params, 0, &tally), SIGMA_E_RANGE);
    assert_zero(tally);
    assert_int_equal(sigma_simulation_read(&tally, &r), SIGMA_E_RANGE);
    tally = (sigma_simulation_tally){.paths = 10, .target = 6, .stop = 5};
    assert_int_equal(sigma_simulation_read(&tally, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_int_equal(sigma_simulation_add(&tally, &other), SIGMA_E_RANGE);
    assert_int_equal(sigma_simulation_add(&other, &tally), SIGMA_E_RANGE);
    tally = (sigma_simulation_tally){.paths = 10, .target = 11};
    assert_int_equal(sigma_simulation_read(&tally, &r), SIGMA_E_RANGE);
    tally = (sigma_simulation_tally){.paths = 10, .above = 11};
    assert_int_equal(sigma_simulation_read(&tally, &r), SIGMA_E_RANGE);
    tally = (sigma_simulation_tally){.paths = INT64_C(600000000000)};
    other = tally;
    assert_int_equal(sigma_simulation_add(&tally, &other), SIGMA_E_RANGE);
    assert_same(tally, other);
}

static void null_is_refused(void **unused)
{
    sigma_simulation_params params = params_of(0.0, 0.0, 0.0, 1);
    sigma_simulation_tally tally = {0};
    sigma_simulation_path path;
    sigma_simulation_result r;
    (void)unused;
    assert_int_equal(sigma_simulation_follow(NULL, 0, &path), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_follow(&params, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_block(NULL, 0, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_block(&params, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_run(NULL, 1, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_run(&params, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_add(NULL, &tally), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_add(&tally, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_read(NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_simulation_read(&tally, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(watched_prices_meet_the_closed_form),
        cmocka_unit_test(one_bar_can_touch_both),
        cmocka_unit_test(barriers_nearer_than_any_term),
        cmocka_unit_test(free_prices_meet_the_closed_form),
        cmocka_unit_test(prices_at_closes_meet_siegmunds_correction),
        cmocka_unit_test(a_path_is_its_number),
        cmocka_unit_test(blocks_add_up_to_the_run),
        cmocka_unit_test(a_path_by_hand),
        cmocka_unit_test(touched_barriers_are_the_end),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
