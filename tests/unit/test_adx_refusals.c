/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_adx started(int32_t period)
{
    sigma_adx adx;
    assert_int_equal(sigma_adx_init(&adx, period), SIGMA_OK);
    return adx;
}

static void a_bad_bar_changes_nothing(void **unused)
{
    sigma_adx adx = started(2);
    (void)unused;
    for (int32_t seen = 0; seen < 6; seen++) {
        sigma_adx before = adx;
        sigma_adx_result result;
        for (int32_t i = 0; i < SAMPLE_BAD_BARS; i++) {
            result = (sigma_adx_result){9.0, 9.0, 9.0};
            assert_int_equal(sigma_adx_update(&adx, sample_bad_bars[i][0], sample_bad_bars[i][1],
                                              sample_bad_bars[i][2], &result),
                             SIGMA_E_RANGE);
            assert_zero(result);
            assert_same(adx, before);
        }
        assert_true(sigma_adx_update(&adx, 2.0 + seen, 1.0 + seen, 1.5 + seen, &result) >= 0);
    }
}

static void periods_out_of_range_are_refused(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, 10001, INT32_MAX};
    sigma_adx adx;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        memset(&adx, 7, sizeof adx);
        assert_int_equal(sigma_adx_init(&adx, bad[i]), SIGMA_E_RANGE);
        assert_zero(adx);
    }
    assert_int_equal(sigma_adx_init(&adx, 1), SIGMA_OK);
    assert_int_equal(sigma_adx_init(&adx, 10000), SIGMA_OK);
    assert_int_equal(sigma_adx_init(NULL, 3), SIGMA_E_NULL);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_adx adx;
    sigma_adx_result result = {9.0, 9.0, 9.0};
    (void)field, (void)context;
    memcpy(&adx, damaged, sizeof adx);
    assert_int_equal(sigma_adx_update(&adx, 2.0, 1.0, 1.5, &result), SIGMA_E_STATE);
    assert_zero(result);
    result.adx = 9.0;
    assert_int_equal(sigma_adx_read(&adx, &result), SIGMA_E_STATE);
    assert_zero(result);
    assert_memory_equal(&adx, damaged, sizeof adx);
}

static void a_zeroed_foreign_or_damaged_state_is_refused(void **unused)
{
    sigma_adx adx = started(3), zero = {0}, hurt;
    sigma_atr atr;
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_ADX, &adx, every_call_refuses, NULL) > 50);
    assert_int_equal(sigma_atr_init(&atr, 3), SIGMA_OK);
    hurt = adx;
    hurt.tag = atr.tag;
    every_call_refuses(&hurt, NULL, NULL);
    hurt = adx;
    hurt.count = 7; /* more than twice the period */
    every_call_refuses(&hurt, NULL, NULL);
    hurt.count = 6;
    hurt.value = 100.1; /* a sum may be so large, an average not */
    every_call_refuses(&hurt, NULL, NULL);
}

/* Sums in their range whose next value is not. */
static void a_state_that_would_leave_its_range_is_refused(void **unused)
{
    sigma_adx sum = started(3), value = started(3), before;
    sigma_adx_result result = {9.0, 9.0, 9.0};
    (void)unused;
    sum.count = 1;
    sum.high = sum.low = sum.close = 1.0;
    sum.range = 1e19;
    before = sum;
    assert_int_equal(sigma_adx_update(&sum, 1e15, 1.0, 1.0, &result), SIGMA_E_STATE);
    assert_zero(result);
    assert_same(sum, before);
    value.count = 4;
    value.high = value.low = value.close = 1.0;
    value.value = 1e6;
    before = value;
    result.adx = 9.0;
    assert_int_equal(sigma_adx_update(&value, 2.0, 1.0, 2.0, &result), SIGMA_E_STATE);
    assert_zero(result);
    assert_same(value, before);
}

static void null_is_refused(void **unused)
{
    sigma_adx adx = started(3), before = adx;
    sigma_adx_result result = {9.0, 9.0, 9.0};
    (void)unused;
    assert_int_equal(sigma_adx_update(NULL, 2, 1, 1, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_adx_update(&adx, 2, 1, 1, NULL), SIGMA_E_NULL);
    result.adx = 9.0;
    assert_int_equal(sigma_adx_read(NULL, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_adx_read(&adx, NULL), SIGMA_E_NULL);
    assert_same(adx, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bad_bar_changes_nothing),
        cmocka_unit_test(periods_out_of_range_are_refused),
        cmocka_unit_test(a_zeroed_foreign_or_damaged_state_is_refused),
        cmocka_unit_test(a_state_that_would_leave_its_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
