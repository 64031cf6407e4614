/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

static sigma_breaker breaker;
static sigma_breaker_params params;
static const sigma_breaker_sample calm = {10, 0.0, SIGMA_EVENT_TIME, 0};

static int setup(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_breaker_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_breaker_init(&breaker, 0, &params), SIGMA_OK);
    for (int32_t event = 1; event < SIGMA_EVENT_MEMORY; event++) {
        sigma_breaker_sample sample = {event, 0.001, event, 1};
        sigma_breaker_transition t;
        assert_int_equal(sigma_breaker_update(&breaker, &sample, &t), SIGMA_OK);
    }
    breaker.time = 10;
    return 0;
}

static void init_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_breaker b;
    (void)field, (void)context;
    memset(&b, 9, sizeof b);
    assert_int_equal(sigma_breaker_init(&b, 0, (const sigma_breaker_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(b);
}

static void params_out_of_range_are_refused(void **unused)
{
    sigma_breaker b;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_BREAKER_PARAMS, &params, init_refuses, NULL) > 150);
    assert_int_equal(sigma_breaker_init(&b, INT64_MIN, &params), SIGMA_E_RANGE);
    assert_int_equal(sigma_breaker_init(&b, INT64_MAX, &params), SIGMA_E_RANGE);
    assert_zero(b);
}

static void update_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_breaker b = breaker;
    sigma_breaker_transition t = {.to = 9};
    (void)field, (void)context;
    assert_int_equal(sigma_breaker_update(&b, (const sigma_breaker_sample *)damaged, &t),
                     SIGMA_E_RANGE);
    assert_zero(t);
    assert_same(b, breaker);
}

static void samples_out_of_range_are_refused(void **unused)
{
    sigma_breaker_sample sample = {10, -1e-9, SIGMA_EVENT_LATENCY, 0};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_BREAKER_SAMPLE, &calm, update_refuses, NULL) > 10);
    update_refuses(&sample, NULL, NULL);
    sample = (sigma_breaker_sample){10, 0.0, SIGMA_EVENT_DEGRADATION, SIGMA_SEVERITY_COUNT};
    update_refuses(&sample, NULL, NULL);
}

/* Damage that could lead out of an array, overflow, or out of a result's range is refused; a
 * threshold that is not a number trips, so no damage switches a limit off. */
static void any_damage(const void *damaged, const sigma_field *field, void *context)
{
    sigma_breaker before = *(const sigma_breaker *)damaged, b = before;
    sigma_breaker_transition t = {.to = 9};
    sigma_breaker_result r = {.state = 9};
    sigma_field offender;
    int32_t *refused = (int32_t *)context;
    (void)field;
    for (int32_t event = 1; event < SIGMA_EVENT_COUNT; event++) {
        sigma_breaker_sample sample = {10, 0.001, event, 1};
        b = before;
        sigma_status status = sigma_breaker_update(&b, &sample, &t);
        assert_true(status == SIGMA_OK || status == SIGMA_E_STATE || status == SIGMA_E_ORDER);
        assert_int_equal(sigma_layout_check(SIGMA_KIND_BREAKER_TRANSITION, &t, &offender),
                         SIGMA_OK);
        if (status != SIGMA_OK) {
            assert_zero(t);
            assert_same(b, before);
        }
    }
    sigma_status status = sigma_breaker_read(&before, &r);
    assert_int_equal(sigma_layout_check(SIGMA_KIND_BREAKER_RESULT, &r, &offender),
                     status == SIGMA_OK ? SIGMA_OK : SIGMA_E_RANGE); /* zeros have no mark */
    *refused += status == SIGMA_E_STATE;
}

static void damage_is_refused_or_harmless(void **unused)
{
    int32_t refused = 0;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_BREAKER, &breaker, any_damage, &refused) > 1000);
    assert_in_range(refused, 80, 400);
    sigma_breaker b = {0};
    sigma_breaker_transition t;
    sigma_breaker_result r;
    assert_int_equal(sigma_breaker_update(&b, &calm, &t), SIGMA_E_STATE);
    assert_int_equal(sigma_breaker_override(&b, 10, 1), SIGMA_E_STATE);
    assert_int_equal(sigma_breaker_recover(&b, 10, &t), SIGMA_E_STATE);
    assert_int_equal(sigma_breaker_reset(&b, 10, 1, &t), SIGMA_E_STATE);
    assert_int_equal(sigma_breaker_read(&b, &r), SIGMA_E_STATE);
}

static void a_threshold_that_is_no_number_trips(void **unused)
{
    static const int32_t events[] = {SIGMA_EVENT_LATENCY, SIGMA_EVENT_SLIPPAGE, SIGMA_EVENT_TRADE,
                                     SIGMA_EVENT_VOLATILITY, SIGMA_EVENT_EXPECTANCY};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(events); i++) {
        sigma_breaker b;
        sigma_breaker_transition t = {0};
        assert_int_equal(sigma_breaker_init(&b, 0, &params), SIGMA_OK);
        b.params.latency[2] = b.params.slippage[2] = b.params.loss = NOT_A_NUMBER;
        b.params.volatility = b.params.expectancy[1] = NOT_A_NUMBER;
        for (int32_t k = 0; k < 5; k++) {
            sigma_breaker_sample sample = {0, 0.0, events[i], 100};
            assert_int_equal(sigma_breaker_update(&b, &sample, &t), SIGMA_OK);
        }
        assert_int_equal(t.to, SIGMA_LEVEL_HALT);
    }
    sigma_breaker b = breaker;
    sigma_breaker_sample sample = {10, 0.0, SIGMA_EVENT_NETWORK, 0};
    sigma_breaker_transition t;
    b.params.event[1] = INT32_MIN;
    assert_int_equal(sigma_breaker_update(&b, &sample, &t), SIGMA_OK);
    assert_int_equal(t.to, SIGMA_LEVEL_SHUTDOWN);
    b = breaker;
    for (int32_t i = 0; i < 16; i++) {
        b.latency[i] = NOT_A_NUMBER;
    }
    sample.event = SIGMA_EVENT_LATENCY;
    assert_int_equal(sigma_breaker_update(&b, &sample, &t), SIGMA_OK);
    assert_int_equal(t.to, SIGMA_LEVEL_HALT);
    assert_bits(t.value, 0.0);
}

static void time_must_not_run_backwards(void **unused)
{
    sigma_breaker b = breaker;
    sigma_breaker_transition t = {.to = 9};
    sigma_breaker_sample late = calm;
    (void)unused;
    late.time = 9;
    assert_int_equal(sigma_breaker_update(&b, &late, &t), SIGMA_E_ORDER);
    assert_zero(t);
    assert_int_equal(sigma_breaker_override(&b, 9, 1), SIGMA_E_ORDER);
    assert_int_equal(sigma_breaker_recover(&b, 9, &t), SIGMA_E_ORDER);
    assert_int_equal(sigma_breaker_reset(&b, 9, 1, &t), SIGMA_E_ORDER);
    assert_int_equal(sigma_breaker_override(&b, INT64_MAX, 1), SIGMA_E_RANGE);
    assert_same(b, breaker);
    assert_int_equal(sigma_breaker_update(&b, &calm, &t), SIGMA_OK); /* the same instant is fine */
}

static void counts_stop_at_their_ends(void **unused)
{
    sigma_breaker b = breaker;
    sigma_breaker_transition t;
    sigma_breaker_sample sample = {10, -1e-9, SIGMA_EVENT_ORDER_FAILED, 0};
    (void)unused;
    b.failures = b.streak = INT32_MAX;
    assert_int_equal(sigma_breaker_update(&b, &sample, &t), SIGMA_OK);
    assert_int_equal(b.failures, INT32_MAX);
    b.issue[(b.issue_next + 31) % 32].count = INT32_MAX;
    sample.event = SIGMA_EVENT_TRADE;
    assert_int_equal(sigma_breaker_update(&b, &sample, &t), SIGMA_OK);
    assert_int_equal(b.streak, INT32_MAX);
    sample.event = SIGMA_EVENT_ORDER_FAILED;
    assert_int_equal(sigma_breaker_update(&b, &sample, &t), SIGMA_OK);
    assert_int_equal(b.issue[(b.issue_next + 31) % 32].count, INT32_MAX);
}

static void null_is_refused(void **unused)
{
    sigma_breaker b = breaker;
    sigma_breaker_transition t = {.to = 9};
    sigma_breaker_result r = {.state = 9};
    (void)unused;
    assert_int_equal(sigma_breaker_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_init(NULL, 0, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_init(&b, 0, NULL), SIGMA_E_NULL);
    assert_zero(b);
    assert_int_equal(sigma_breaker_update(NULL, &calm, &t), SIGMA_E_NULL);
    assert_zero(t);
    t.to = 9;
    assert_int_equal(sigma_breaker_update(&b, NULL, &t), SIGMA_E_NULL);
    assert_zero(t);
    assert_int_equal(sigma_breaker_update(&b, &calm, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_override(NULL, 0, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_recover(NULL, 0, &t), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_recover(&b, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_reset(NULL, 0, 1, &t), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_reset(&b, 0, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_breaker_read(NULL, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_breaker_read(&b, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(params_out_of_range_are_refused),
        cmocka_unit_test(samples_out_of_range_are_refused),
        cmocka_unit_test(damage_is_refused_or_harmless),
        cmocka_unit_test(a_threshold_that_is_no_number_trips),
        cmocka_unit_test(time_must_not_run_backwards),
        cmocka_unit_test(counts_stop_at_their_ends),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
