/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

static sigma_exits_params rules(void)
{
    sigma_exits_params p;
    assert_int_equal(sigma_exits_defaults(&p, SIGMA_STYLE_RISK), SIGMA_OK);
    return p;
}

static sigma_exits_entry good_entry(void)
{
    return (sigma_exits_entry){.time = 1000,
                               .interval = 60,
                               .entry = 100.0,
                               .stop = 90.0,
                               .target = 130.0,
                               .atr = 5.0,
                               .tick_size = 0.01,
                               .side = SIGMA_SIDE_LONG};
}

static sigma_exits started(void)
{
    sigma_exits_params params = rules();
    sigma_exits_entry entry = good_entry();
    sigma_exits exits;
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    return exits;
}

static const sigma_bar good_bar = {1060, 100.0, 105.0, 95.0, 101.0, 1.0};

static void styles_that_are_not(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, SIGMA_STYLE_COUNT, INT32_MAX};
    sigma_exits_params p = rules();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_exits_defaults(&p, bad[i]), SIGMA_E_RANGE);
        assert_zero(p);
        p.trail_start = 1.0;
    }
    assert_int_equal(sigma_exits_defaults(NULL, SIGMA_STYLE_PLAIN), SIGMA_E_NULL);
}

static void start_refuses_params(const void *damaged, const sigma_field *field, void *context)
{
    sigma_exits_params params;
    sigma_exits_entry entry = good_entry();
    sigma_exits exits = started();
    (void)field, (void)context;
    memcpy(&params, damaged, sizeof params);
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_E_RANGE);
    assert_zero(exits);
}

static void start_refuses_entry(const void *damaged, const sigma_field *field, void *context)
{
    sigma_exits_params params = rules();
    sigma_exits_entry entry;
    sigma_exits exits = started();
    (void)field, (void)context;
    memcpy(&entry, damaged, sizeof entry);
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_E_RANGE);
    assert_zero(exits);
}

static void what_is_out_of_range_does_not_start(void **unused)
{
    sigma_exits_params params = rules();
    sigma_exits_entry entry = good_entry();
    sigma_exits exits;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_EXITS_PARAMS, &params, start_refuses_params, NULL) > 60);
    assert_true(damage_each(SIGMA_KIND_EXITS_ENTRY, &entry, start_refuses_entry, NULL) > 30);
    assert_int_equal(sigma_exits_init(NULL, &params, &entry), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_init(&exits, NULL, &entry), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_init(&exits, &params, NULL), SIGMA_E_NULL);
    params.unit = SIGMA_GAIN_TARGET;
    start_refuses_params(&params, NULL, NULL);
    params = rules();
    params.partial_fraction[0] = params.partial_fraction[1] = 0.5; /* would leave nothing */
    start_refuses_params(&params, NULL, NULL);
}

static void levels_on_the_wrong_side_do_not_start(void **unused)
{
    static const struct {
        int32_t side;
        double stop, target;
    } bad[] = {{SIGMA_SIDE_LONG, 100.0, 130.0}, {SIGMA_SIDE_LONG, 101.0, 130.0},
               {SIGMA_SIDE_LONG, 90.0, 100.0},  {SIGMA_SIDE_LONG, 90.0, 99.0},
               {SIGMA_SIDE_SHORT, 90.0, 70.0},  {SIGMA_SIDE_SHORT, 110.0, 120.0},
               {SIGMA_SIDE_SHORT, 100.0, 70.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        sigma_exits_entry entry = good_entry();
        entry.side = bad[i].side;
        entry.stop = bad[i].stop;
        entry.target = bad[i].target;
        start_refuses_entry(&entry, NULL, NULL);
    }
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_exits exits;
    sigma_exits_sample sample = {0};
    sigma_exits_result r = {.price = 9.0};
    (void)field, (void)context;
    memcpy(&exits, damaged, sizeof exits);
    assert_int_equal(sigma_exits_update(&exits, &good_bar, &sample, &r), SIGMA_E_STATE);
    assert_zero(r);
    r.price = 9.0;
    assert_int_equal(sigma_exits_tick(&exits, 2000, 100.0, &sample, &r), SIGMA_E_STATE);
    assert_zero(r);
    assert_memory_equal(&exits, damaged, sizeof exits);
}

static void a_zeroed_or_damaged_state_is_refused(void **unused)
{
    sigma_exits exits = started(), zero = {0};
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_EXITS, &exits, every_call_refuses, NULL) > 150);
    exits.origin = SIGMA_EXIT_TIME;
    every_call_refuses(&exits, NULL, NULL);
}

static void bad_sample(const void *damaged, const sigma_field *field, void *context)
{
    sigma_exits exits = started(), before = exits;
    sigma_exits_sample sample;
    sigma_exits_result r = {.price = 9.0};
    (void)field, (void)context;
    memcpy(&sample, damaged, sizeof sample);
    assert_int_equal(sigma_exits_update(&exits, &good_bar, &sample, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_int_equal(sigma_exits_tick(&exits, 2000, 100.0, &sample, &r), SIGMA_E_RANGE);
    assert_same(exits, before);
}

static void bad_bar(const void *damaged, const sigma_field *field, void *context)
{
    sigma_exits exits = started(), before = exits;
    sigma_exits_sample sample = {0};
    sigma_bar bar;
    sigma_exits_result r = {.price = 9.0};
    (void)field, (void)context;
    memcpy(&bar, damaged, sizeof bar);
    assert_int_equal(sigma_exits_update(&exits, &bar, &sample, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_same(exits, before);
}

static void a_bad_sample_or_bar_changes_nothing(void **unused)
{
    static const double ticks[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 0.0, -1.0, 9e-16, 1.1e15};
    sigma_exits exits = started(), before = exits;
    sigma_exits_sample sample = {0};
    sigma_exits_result r;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_EXITS_SAMPLE, &sample, bad_sample, NULL) > 30);
    assert_true(damage_each(SIGMA_KIND_BAR, &good_bar, bad_bar, NULL) > 20);
    sample.order = SIGMA_EXIT_STOP; /* not an order that can be given */
    bad_sample(&sample, NULL, NULL);
    sample.order = 0;
    for (int32_t i = 0; i < COUNT_OF(ticks); i++) {
        assert_int_equal(sigma_exits_tick(&exits, 2000, ticks[i], &sample, &r), SIGMA_E_RANGE);
        assert_zero(r);
        assert_same(exits, before);
    }
}

static void time_runs_forward(void **unused)
{
    sigma_exits exits = started(), before;
    sigma_exits_sample sample = {0};
    sigma_exits_result r;
    sigma_bar bar = good_bar;
    (void)unused;
    bar.time = 999; /* holds prices from before the entry */
    assert_int_equal(sigma_exits_update(&exits, &bar, &sample, &r), SIGMA_E_ORDER);
    bar.time = 1000;
    assert_int_equal(sigma_exits_update(&exits, &bar, &sample, &r), SIGMA_OK);
    before = exits;
    assert_int_equal(sigma_exits_update(&exits, &bar, &sample, &r), SIGMA_E_ORDER);
    assert_zero(r);
    assert_same(exits, before);
    exits = started();
    assert_int_equal(sigma_exits_tick(&exits, 999, 100.0, &sample, &r), SIGMA_E_ORDER);
    assert_int_equal(sigma_exits_tick(&exits, 1000, 100.0, &sample, &r), SIGMA_OK);
    assert_int_equal(sigma_exits_tick(&exits, 1000, 101.0, &sample, &r), SIGMA_OK);
}

static void null_is_refused(void **unused)
{
    sigma_exits exits = started();
    sigma_exits_sample sample = {0};
    sigma_exits_result r;
    (void)unused;
    assert_int_equal(sigma_exits_update(NULL, &good_bar, &sample, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_update(&exits, NULL, &sample, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_update(&exits, &good_bar, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_update(&exits, &good_bar, &sample, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_tick(NULL, 2000, 1.0, &sample, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_tick(&exits, 2000, 1.0, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_exits_tick(&exits, 2000, 1.0, &sample, NULL), SIGMA_E_NULL);
}

/* Prices at the ends of their range: levels that do not exist are none. */
static void extreme_prices_have_results(void **unused)
{
    static const double ends[] = {1e-15, 2e-15, 1.0, 9e14, 1e15};
    static const double sizes[] = {0.0, 1e-15, 1e9};
    sigma_exits_params params = rules();
    (void)unused;
    params.trail_start = 0.0;
    params.trail[0] = 1000.0;
    for (int32_t i = 0; i < 25; i++) {
        for (int32_t k = 0; k < 6; k++) {
            double a = ends[i / 5], b = ends[i % 5];
            sigma_exits_entry entry = {.entry = a,
                                       .stop = b,
                                       .tick_size = sizes[k % 3],
                                       .atr = k > 2 ? 1e15 : 0.0,
                                       .side = b < a ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT};
            sigma_exits exits;
            sigma_exits_sample sample = {0};
            sigma_exits_result r;
            sigma_status status = sigma_exits_init(&exits, &params, &entry);
            assert_int_equal(status, a == b ? SIGMA_E_RANGE : SIGMA_OK);
            for (int32_t n = 0; n < 5 && a != b; n++) {
                assert_int_equal(sigma_exits_tick(&exits, n, ends[n], &sample, &r), SIGMA_OK);
                sigma_field offender;
                assert_int_equal(sigma_layout_check(SIGMA_KIND_EXITS_RESULT, &r, &offender),
                                 SIGMA_OK);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(styles_that_are_not),
        cmocka_unit_test(what_is_out_of_range_does_not_start),
        cmocka_unit_test(levels_on_the_wrong_side_do_not_start),
        cmocka_unit_test(a_zeroed_or_damaged_state_is_refused),
        cmocka_unit_test(a_bad_sample_or_bar_changes_nothing),
        cmocka_unit_test(time_runs_forward),
        cmocka_unit_test(null_is_refused),
        cmocka_unit_test(extreme_prices_have_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
