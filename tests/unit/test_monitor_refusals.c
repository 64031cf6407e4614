/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

static sigma_monitor monitor;
static sigma_monitor_params params;
static const sigma_monitor_sample good = {1000, 0.5, 0, 0};

static int setup(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_monitor_defaults(&params), SIGMA_OK);
    params.mean = 0.3;
    params.baseline_trades = 100;
    assert_int_equal(sigma_monitor_init(&monitor, 0, &params), SIGMA_OK);
    for (int32_t i = 1; i < 100; i++) {
        sigma_monitor_sample sample = {i, i % 2 ? 1.5 : -1.0, 0, 0};
        sigma_monitor_result r;
        assert_true(sigma_monitor_update(&monitor, &sample, &r) >= 0);
    }
    return 0;
}

static void init_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_monitor m;
    (void)field, (void)context;
    memset(&m, 9, sizeof m);
    assert_int_equal(sigma_monitor_init(&m, 0, (const sigma_monitor_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(m);
}

static void params_out_of_range_are_refused(void **unused)
{
    sigma_monitor m;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_MONITOR_PARAMS, &params, init_refuses, NULL) > 120);
    assert_int_equal(sigma_monitor_init(&m, INT64_MIN, &params), SIGMA_E_RANGE);
    assert_zero(m);
}

static void update_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_monitor m = monitor;
    sigma_monitor_result r = {.trades = 9};
    (void)field, (void)context;
    assert_int_equal(sigma_monitor_update(&m, (const sigma_monitor_sample *)damaged, &r),
                     SIGMA_E_RANGE);
    assert_zero(r);
    assert_same(m, monitor);
}

static void samples_out_of_range_are_refused(void **unused)
{
    sigma_monitor m = monitor;
    sigma_monitor_result r = {.trades = 9};
    sigma_monitor_sample late = good;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_MONITOR_SAMPLE, &good, update_refuses, NULL) > 10);
    late.time = 98;
    assert_int_equal(sigma_monitor_update(&m, &late, &r), SIGMA_E_ORDER);
    assert_zero(r);
    assert_same(m, monitor);
}

static void any_damage(const void *damaged, const sigma_field *field, void *context)
{
    sigma_monitor before = *(const sigma_monitor *)damaged;
    sigma_field offender;
    int32_t *refused = (int32_t *)context;
    (void)field;
    for (int32_t rules = SIGMA_JUDGEMENT_PUBLISHED; rules <= SIGMA_JUDGEMENT_SEQUENTIAL; rules++) {
        sigma_monitor m = before;
        sigma_monitor_result r = {.trades = 9};
        m.params.rules = m.params.rules == params.rules ? rules : m.params.rules;
        before = m;
        sigma_status status = sigma_monitor_update(&m, &good, &r);
        if (status >= 0) {
            assert_int_equal(sigma_layout_check(SIGMA_KIND_MONITOR_RESULT, &r, &offender),
                             SIGMA_OK);
        } else {
            assert_true(status == SIGMA_E_STATE || status == SIGMA_E_ORDER);
            assert_zero(r);
            assert_same(m, before);
        }
        *refused += status == SIGMA_E_STATE;
        status = sigma_monitor_read(&m, &r);
        assert_true(status >= 0 || status == SIGMA_E_STATE);
        before = *(const sigma_monitor *)damaged;
    }
}

static void damage_is_refused_or_harmless(void **unused)
{
    int32_t refused = 0;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_MONITOR, &monitor, any_damage, &refused) > 500);
    assert_in_range(refused, 300, 700);
    sigma_monitor m = {0};
    sigma_monitor_result r = {.trades = 9};
    assert_int_equal(sigma_monitor_update(&m, &good, &r), SIGMA_E_STATE);
    assert_int_equal(sigma_monitor_read(&m, &r), SIGMA_E_STATE);
    assert_zero(r);
}

/* A run that is no number halts: no damage switches a limit off. */
static void a_limit_that_is_no_number_halts(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < 2; i++) {
        sigma_monitor m = monitor;
        sigma_monitor_result r;
        m.params.shift_run = i == 0 ? NOT_A_NUMBER : 1e12;
        m.params.evidence_run = i == 1 ? NOT_A_NUMBER : 1e12;
        assert_int_equal(sigma_monitor_update(&m, &good, &r), SIGMA_OK);
        assert_int_equal(r.severity, SIGMA_SEVERITY_SEVERE);
    }
}

static void null_is_refused(void **unused)
{
    sigma_monitor m = monitor;
    sigma_monitor_result r = {.trades = 9};
    (void)unused;
    assert_int_equal(sigma_monitor_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_monitor_init(NULL, 0, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_monitor_update(NULL, &good, &r), SIGMA_E_NULL);
    assert_zero(r);
    r.trades = 9;
    assert_int_equal(sigma_monitor_update(&m, NULL, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_monitor_update(&m, &good, NULL), SIGMA_E_NULL);
    r.trades = 9;
    assert_int_equal(sigma_monitor_read(NULL, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_monitor_read(&m, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_monitor_init(&m, 0, NULL), SIGMA_E_NULL);
    assert_zero(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(params_out_of_range_are_refused),
        cmocka_unit_test(samples_out_of_range_are_refused),
        cmocka_unit_test(damage_is_refused_or_harmless),
        cmocka_unit_test(a_limit_that_is_no_number_halts),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
