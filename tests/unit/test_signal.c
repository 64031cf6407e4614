/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

/* Every condition of a long holds. */
static sigma_features rising(void)
{
    return (sigma_features){.time = sample_now,
                            .close = 110.0,
                            .ema = {108.0, 105.0, 100.0, 90.0},
                            .atr = 1.0,
                            .adx = 30.0,
                            .plus_di = 25.0,
                            .minus_di = 10.0,
                            .ready = test_bit(SIGMA_FEATURE_COUNT) - 1};
}

static sigma_features falling(void)
{
    sigma_features f = rising();
    f.close = 90.0;
    f.ema[1] = 95.0;
    f.plus_di = 10.0;
    f.minus_di = 25.0;
    return f;
}

static sigma_signal_result heard(sigma_features features)
{
    sigma_signal_params params;
    sigma_signal_result result = {.side = 9};
    assert_int_equal(sigma_signal_defaults(&params), SIGMA_OK);
    assert_int_equal(sigma_signal_trend(&params, &features, &result), SIGMA_OK);
    return result;
}

static void the_default_is_that_of_the_header(void **unused)
{
    sigma_signal_params params = {9.0};
    (void)unused;
    assert_int_equal(sigma_signal_defaults(&params), SIGMA_OK);
    assert_bits(params.adx_min, 25.0);
    assert_int_equal(sigma_signal_defaults(NULL), SIGMA_E_NULL);
}

static void a_trend_speaks_for_its_side(void **unused)
{
    sigma_signal_result up = heard(rising()), down = heard(falling());
    (void)unused;
    assert_int_equal(up.side, SIGMA_SIDE_LONG);
    assert_int_equal(down.side, SIGMA_SIDE_SHORT);
    assert_bits(up.strength, 0.6); /* 30 / 50 */
    assert_bits(down.strength, 0.6);
}

static void each_condition_alone_keeps_it_silent(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < 12; i++) {
        sigma_features f = i < 6 ? rising() : falling();
        double third = f.ema[2];
        switch (i % 6) {
        case 0: f.close = third; break;
        case 1: f.close = i < 6 ? third - 1.0 : third + 1.0; break;
        case 2: f.ema[1] = third; break;
        case 3: f.ema[1] = i < 6 ? third - 1.0 : third + 1.0; break;
        case 4: f.plus_di = f.minus_di; break;
        default: f.adx = nextafter(25.0, 0.0); break;
        }
        sigma_signal_result result = heard(f);
        assert_zero(result);
    }
}

static void the_least_strength_itself_is_enough(void **unused)
{
    sigma_features f = rising();
    (void)unused;
    f.adx = 25.0;
    assert_int_equal(heard(f).side, SIGMA_SIDE_LONG);
    assert_bits(heard(f).strength, 0.5);
}

static void strength_ends_at_one(void **unused)
{
    static const double adx[] = {25.0, 49.0, 50.0, 51.0, 100.0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(adx); i++) {
        sigma_features f = rising();
        f.adx = adx[i];
        assert_bits(heard(f).strength, fmin(adx[i] / 50.0, 1.0));
    }
}

static void a_feature_it_needs_must_be_ready(void **unused)
{
    sigma_signal_params params;
    (void)unused;
    assert_int_equal(sigma_signal_defaults(&params), SIGMA_OK);
    for (int32_t feature = 0; feature < SIGMA_FEATURE_COUNT; feature++) {
        sigma_features f = rising();
        sigma_signal_result result = {.side = 9};
        bool needed = feature == SIGMA_FEATURE_EMA_2 || feature == SIGMA_FEATURE_EMA_3 ||
                      feature == SIGMA_FEATURE_ADX;
        f.ready &= ~test_bit(feature);
        assert_int_equal(sigma_signal_trend(&params, &f, &result),
                         needed ? SIGMA_WARMUP : SIGMA_OK);
        assert_int_equal(result.side, needed ? 0 : SIGMA_SIDE_LONG);
    }
}

static void scaling_prices_changes_no_bit(void **unused)
{
    sigma_features f = rising();
    sigma_signal_result plain = heard(f);
    (void)unused;
    f.close *= 0.25;
    for (int32_t i = 0; i < 4; i++) {
        f.ema[i] *= 0.25;
    }
    sigma_signal_result scaled = heard(f);
    assert_same(scaled, plain);
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_signal_params params = {25.0};
    sigma_features features = rising();
    sigma_signal_result result = {.side = 9};
    bool of_params = context != NULL;
    (void)field;
    assert_int_equal(sigma_signal_trend(of_params ? (const sigma_signal_params *)damaged : &params,
                                        of_params ? &features : (const sigma_features *)damaged,
                                        &result),
                     SIGMA_E_RANGE);
    assert_zero(result);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_signal_params params = {25.0}, zero_params = {0};
    sigma_features features = rising(), zero_features = {0};
    (void)unused;
    assert_int_equal(damage_each(SIGMA_KIND_SIGNAL_PARAMS, &params, refused, &params), 6);
    assert_true(damage_each(SIGMA_KIND_FEATURES, &features, refused, NULL) > 50);
    refused(&zero_params, NULL, &params);
    refused(&zero_features, NULL, NULL);
}

static void null_is_refused(void **unused)
{
    sigma_signal_params params = {25.0};
    sigma_features features = rising();
    sigma_signal_result result = {.side = 9};
    (void)unused;
    assert_int_equal(sigma_signal_trend(NULL, &features, &result), SIGMA_E_NULL);
    assert_zero(result);
    result.side = 9;
    assert_int_equal(sigma_signal_trend(&params, NULL, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_signal_trend(&params, &features, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_is_that_of_the_header),
        cmocka_unit_test(a_trend_speaks_for_its_side),
        cmocka_unit_test(each_condition_alone_keeps_it_silent),
        cmocka_unit_test(the_least_strength_itself_is_enough),
        cmocka_unit_test(strength_ends_at_one),
        cmocka_unit_test(a_feature_it_needs_must_be_ready),
        cmocka_unit_test(scaling_prices_changes_no_bit),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
