/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

static sigma_prop_params rules(void)
{
    sigma_prop_params p;
    assert_int_equal(sigma_prop_defaults(&p, SIGMA_FIRM_FTMO_TWO_STEP), SIGMA_OK);
    return p;
}

static sigma_prop started(void)
{
    sigma_prop_params params = rules();
    sigma_prop prop;
    assert_int_equal(sigma_prop_init(&prop, 1000, &params), SIGMA_OK);
    return prop;
}

static const sigma_prop_sample good_sample = {2000, 1e5, 1e5, 1e5, 1e5, 1, 0};
static const sigma_prop_trade good_trade = {.time = 1000, .risk = 1.0};

static void firms_that_are_not(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 0, SIGMA_FIRM_COUNT, INT32_MAX};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        sigma_prop_params p = rules();
        assert_int_equal(sigma_prop_defaults(&p, bad[i]), SIGMA_E_RANGE);
        assert_zero(p);
    }
    assert_int_equal(sigma_prop_defaults(NULL, 1), SIGMA_E_NULL);
}

static void start_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_prop_params params;
    sigma_prop prop = started();
    (void)field, (void)context;
    memcpy(&params, damaged, sizeof params);
    assert_int_equal(sigma_prop_init(&prop, 1000, &params), SIGMA_E_RANGE);
    assert_zero(prop);
}

static void rules_out_of_range_do_not_start(void **unused)
{
    static const int32_t marks[] = {SIGMA_BASE_LARGER, SIGMA_BASE_PEAK};
    static const int64_t times[] = {INT64_MIN, INT64_MAX, INT64_C(9000000000000000001),
                                    -INT64_C(9000000000000000001)};
    sigma_prop_params params = rules();
    sigma_prop prop;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_PROP_PARAMS, &params, start_refuses, NULL) > 60);
    for (int32_t i = 0; i < COUNT_OF(marks); i++) {
        params.total_base = marks[i];
        start_refuses(&params, NULL, NULL);
    }
    params = rules();
    params.daily_loss = 1.1; /* a share of more than all */
    start_refuses(&params, NULL, NULL);
    params = rules();
    params.total_loss = 1.1;
    start_refuses(&params, NULL, NULL);
    params = rules();
    params.daily_base = SIGMA_BASE_CLOSE;
    start_refuses(&params, NULL, NULL);
    params = rules();
    for (int32_t i = 0; i < COUNT_OF(times); i++) {
        assert_int_equal(sigma_prop_init(&prop, times[i], &params), SIGMA_E_RANGE);
        assert_zero(prop);
    }
    assert_int_equal(sigma_prop_init(NULL, 0, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_init(&prop, 0, NULL), SIGMA_E_NULL);
}

static void every_call_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_prop prop;
    sigma_prop_result r = {.left = 9.0};
    sigma_prop_verdict v = {.room = 9.0};
    (void)field, (void)context;
    memcpy(&prop, damaged, sizeof prop);
    assert_int_equal(sigma_prop_update(&prop, &good_sample), SIGMA_E_STATE);
    assert_int_equal(sigma_prop_withdraw(&prop, 1.0), SIGMA_E_STATE);
    assert_int_equal(sigma_prop_read(&prop, &r), SIGMA_E_STATE);
    assert_zero(r);
    assert_int_equal(sigma_prop_check(&prop, &good_trade, &v), SIGMA_E_STATE);
    assert_zero(v);
    assert_memory_equal(&prop, damaged, sizeof prop);
}

static void a_zeroed_or_damaged_state_is_refused(void **unused)
{
    sigma_prop prop = started(), zero = {0};
    (void)unused;
    every_call_refuses(&zero, NULL, NULL);
    assert_true(damage_each(SIGMA_KIND_PROP, &prop, every_call_refuses, NULL) > 120);
}

static void update_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_prop prop = started(), before = prop;
    sigma_prop_sample sample;
    (void)field, (void)context;
    memcpy(&sample, damaged, sizeof sample);
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_E_RANGE);
    assert_same(prop, before);
}

static void check_refuses(const void *damaged, const sigma_field *field, void *context)
{
    sigma_prop prop = started();
    sigma_prop_trade trade;
    sigma_prop_verdict v = {.room = 9.0};
    (void)field, (void)context;
    memcpy(&trade, damaged, sizeof trade);
    assert_int_equal(sigma_prop_check(&prop, &trade, &v), SIGMA_E_RANGE);
    assert_zero(v);
}

static void figures_out_of_range_change_nothing(void **unused)
{
    static const double amounts[] = {NOT_A_NUMBER, -1.0, 1.1e12, INFINITE};
    sigma_prop prop = started(), before = prop;
    sigma_prop_sample sample = good_sample;
    sigma_prop_trade trade = good_trade;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_PROP_SAMPLE, &sample, update_refuses, NULL) > 20);
    assert_true(damage_each(SIGMA_KIND_PROP_TRADE, &trade, check_refuses, NULL) > 25);
    sample.high = 99999.0; /* below the equity */
    update_refuses(&sample, NULL, NULL);
    sample = good_sample;
    sample.low = 100001.0;
    update_refuses(&sample, NULL, NULL);
    sample = good_sample;
    sample.time = INT64_C(9000000000000000001);
    update_refuses(&sample, NULL, NULL);
    trade.risk = 0.0; /* without a stop the worst case is not known */
    check_refuses(&trade, NULL, NULL);
    for (int32_t i = 0; i < COUNT_OF(amounts); i++) {
        assert_int_equal(sigma_prop_withdraw(&prop, amounts[i]), SIGMA_E_RANGE);
        assert_same(prop, before);
    }
    sample = good_sample;
    sample.time = 999;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_E_ORDER);
    assert_same(prop, before);
}

static void sums_that_leave_their_range_change_nothing(void **unused)
{
    sigma_prop prop = started();
    sigma_prop_sample sample = {.time = prop.day_end};
    (void)unused;
    prop.net = 1e15;
    sample.balance = sample.equity = sample.high = sample.low = 1e14;
    sigma_prop before = prop;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_E_RANGE);
    assert_same(prop, before);
    prop.balance = -1e15;
    before = prop;
    assert_int_equal(sigma_prop_withdraw(&prop, 1e12), SIGMA_E_RANGE);
    assert_same(prop, before);
}

static void long_lives_count_to_a_million(void **unused)
{
    sigma_prop prop = started();
    sigma_prop_sample sample = good_sample;
    (void)unused;
    prop.days = prop.age = 1000000;
    sample.time = prop.day_end;
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    sample.time = INT64_C(9000000000000000000);
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
    assert_int_equal(prop.age, 1000000);
    assert_int_equal(prop.days, 1000000);
    assert_int_equal(sigma_prop_update(&prop, &sample), SIGMA_OK);
}

static void null_is_refused(void **unused)
{
    sigma_prop prop = started();
    sigma_prop_result r;
    sigma_prop_verdict v;
    (void)unused;
    assert_int_equal(sigma_prop_update(NULL, &good_sample), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_update(&prop, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_withdraw(NULL, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_read(NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_read(&prop, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_check(NULL, &good_trade, &v), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_check(&prop, NULL, &v), SIGMA_E_NULL);
    assert_int_equal(sigma_prop_check(&prop, &good_trade, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(firms_that_are_not),
        cmocka_unit_test(rules_out_of_range_do_not_start),
        cmocka_unit_test(a_zeroed_or_damaged_state_is_refused),
        cmocka_unit_test(figures_out_of_range_change_nothing),
        cmocka_unit_test(sums_that_leave_their_range_change_nothing),
        cmocka_unit_test(long_lives_count_to_a_million),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
