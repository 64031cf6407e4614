/* SPDX-License-Identifier: MIT */
/* The published scaling: each factor, their product, the shares of strategies, and the size. */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_scaling_params preset(int32_t appetite)
{
    sigma_scaling_params params;
    assert_int_equal(sigma_scaling_preset(appetite, &params), SIGMA_OK);
    return params;
}

/* f* is 0.55 - 0.45 / 1.5 = 0.25, half of it 0.125. */
static sigma_scaling_sample good(void)
{
    return (sigma_scaling_sample){.base = 0.1,
                                  .weight = 1.0,
                                  .confidence = 0.8,
                                  .win_rate = 0.55,
                                  .payoff = 1.5,
                                  .profit_factor = 1.2,
                                  .volatility = 0.02,
                                  .volume = 1.1};
}

static sigma_scaling_result scaled(const sigma_scaling_params *params,
                                   const sigma_scaling_sample *sample)
{
    sigma_scaling_result result;
    assert_int_equal(sigma_scaling_evaluate(params, sample, &result), SIGMA_OK);
    return result;
}

static void the_product_of_what_speaks_for_a_trade(void **unused)
{
    static const double appetites[] = {0.5, 1.0, 1.5};
    sigma_scaling_sample x = good();
    (void)unused;
    for (int32_t i = 0; i < 3; i++) {
        sigma_scaling_params p = preset(i + 1);
        sigma_scaling_result r = scaled(&p, &x);
        double win = 0.6 + 0.4 * (0.55 - 0.3) / 0.6;
        assert_near(r.kelly, 0.125, 1e-15);
        assert_near(r.volatility, 0.8, 1e-15);
        assert_bits(r.volume, 1.1);
        assert_near(r.win_rate, win, 1e-15);
        assert_near(r.fraction, 0.1 * appetites[i] * 0.8 * 0.125 * 0.8 * 1.1 * win, 1e-14);
        x.weight = 0.25;
        assert_near(scaled(&p, &x).fraction, 0.25 * r.fraction, 1e-14);
        x.weight = 1.0;
    }
}

/* Each published bound, from both sides. */
static void every_factor_keeps_its_bounds(void **unused)
{
    sigma_scaling_params p = preset(SIGMA_APPETITE_MEDIUM);
    sigma_scaling_sample x = good();
    (void)unused;
    x.confidence = 0.59;
    assert_bits(scaled(&p, &x).fraction, 0.0);
    x.confidence = 0.6;
    assert_true(scaled(&p, &x).fraction > 0.0);
    x.volatility = 0.05;
    assert_bits(scaled(&p, &x).volatility, 0.5);
    x.volatility = 1e6;
    assert_bits(scaled(&p, &x).volatility, 0.5);
    x.volume = 0.1;
    assert_bits(scaled(&p, &x).volume, 0.5);
    x.volume = 7.0;
    assert_bits(scaled(&p, &x).volume, 1.5);
    x.profit_factor = 1.6; /* (0.6 + 0.1666) x 1.2 */
    assert_near(scaled(&p, &x).win_rate, (0.6 + 0.4 * 0.25 / 0.6) * 1.2, 1e-15);
    x.profit_factor = 0.7;
    assert_near(scaled(&p, &x).win_rate, (0.6 + 0.4 * 0.25 / 0.6) * 0.8, 1e-15);
    x.win_rate = 0.0; /* 0.4 x 0.8 */
    assert_near(scaled(&p, &x).win_rate, 0.32, 1e-15);
    assert_bits(scaled(&p, &x).fraction, 0.0); /* there is no edge */
    p.win_least = 0.5;
    assert_bits(scaled(&p, &x).win_rate, 0.5);
    x.win_rate = 1.0;
    assert_bits(scaled(&p, &x).kelly, 0.25);
    p.win_most = 0.55;
    assert_bits(scaled(&p, &x).win_rate, 0.55);
}

/* 0.04 of 10,000 x what the trade has for it, as a size: 30 pips of 10 a lot. */
static void a_size_takes_the_product(void **unused)
{
    sigma_scaling_params p = preset(SIGMA_APPETITE_HIGH);
    sigma_scaling_sample x = good();
    sigma_sizing_params params;
    sigma_symbol symbol = sample_symbol();
    sigma_sizing_result r;
    (void)unused;
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_SCALING, &params), SIGMA_OK);
    sigma_sizing_sample sample = {.equity = 10000.0,
                                  .balance = 10000.0,
                                  .peak = 10000.0,
                                  .entry = 1.1,
                                  .stop = 1.097,
                                  .mean = 0.1,
                                  .fraction = scaled(&p, &x).fraction};
    assert_int_equal(sigma_sizing_evaluate(&params, &symbol, &sample, &r), SIGMA_OK);
    assert_near(r.risk_after[SIGMA_FACTOR_BASE], 10000.0 * scaled(&p, &x).fraction, 1e-14);
    assert_near(r.cap[SIGMA_CAP_RISK], 10000.0 * scaled(&p, &x).fraction / 300.0, 1e-13);
}

/* 0.2 x 50 / 100 is 0.1, 0.3 x 150 / 200 is 0.225: shares of 4 / 13 and 9 / 13. */
static void strategies_share_by_what_they_prove(void **unused)
{
    double mean[] = {0.2, -0.1, 0.3, 5.0}, trades[] = {50.0, 400.0, 150.0, 0.0}, weight[4];
    (void)unused;
    assert_int_equal(sigma_scaling_weights(mean, trades, 4, 50.0, weight), SIGMA_OK);
    assert_near(weight[0], 4.0 / 13.0, 1e-15);
    assert_bits(weight[1], 0.0);
    assert_near(weight[2], 9.0 / 13.0, 1e-15);
    assert_bits(weight[3], 0.0); /* nothing is proven by no trade */
    assert_int_equal(sigma_scaling_weights(mean, trades, 2, 0.0, weight), SIGMA_OK);
    assert_bits(weight[0], 1.0);
    mean[0] = 0.0;
    assert_int_equal(sigma_scaling_weights(mean, trades, 2, 50.0, weight), SIGMA_OK);
    assert_true(weight[0] == 0.0 && weight[1] == 0.0);
    assert_int_equal(sigma_scaling_weights(mean, trades, 0, 50.0, weight), SIGMA_OK);
    mean[1] = 0.4;
    assert_int_equal(sigma_scaling_weights(mean, trades, 2, 0.0, mean), SIGMA_OK); /* in place */
    assert_bits(mean[1], 1.0);
    trades[2] = 3.0;
    assert_int_equal(sigma_scaling_weights(mean, trades, 3, 0.0, trades), SIGMA_OK);
}

static void weights_out_of_range_are_refused(void **unused)
{
    double mean[] = {0.2, 0.1, 0.0}, trades[] = {50.0, 40.0, 0.0}, weight[] = {7.0, 7.0, 7.0};
    static const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 2e9};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        mean[1] = bad[i];
        assert_int_equal(sigma_scaling_weights(mean, trades, 2, 50.0, weight), SIGMA_E_RANGE);
        mean[1] = 0.1;
        trades[1] = bad[i];
        assert_int_equal(sigma_scaling_weights(mean, trades, 2, 50.0, weight), SIGMA_E_RANGE);
        trades[1] = 40.0;
        assert_int_equal(sigma_scaling_weights(mean, trades, 2, bad[i], weight), SIGMA_E_RANGE);
    }
    assert_int_equal(sigma_scaling_weights(mean, trades, -1, 50.0, weight), SIGMA_E_RANGE);
    assert_int_equal(sigma_scaling_weights(mean, trades, 2, 50.0, mean + 1), SIGMA_E_RANGE);
    assert_int_equal(sigma_scaling_weights(mean, trades, 2, 50.0, trades + 1), SIGMA_E_RANGE);
    assert_true(weight[0] == 7.0 && weight[1] == 7.0);
    assert_int_equal(sigma_scaling_weights(NULL, trades, 2, 50.0, weight), SIGMA_E_NULL);
    assert_int_equal(sigma_scaling_weights(mean, NULL, 2, 50.0, weight), SIGMA_E_NULL);
    assert_int_equal(sigma_scaling_weights(mean, trades, 2, 50.0, NULL), SIGMA_E_NULL);
}

static void params_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_scaling_params params;
    sigma_scaling_sample sample = good();
    sigma_scaling_result result;
    (void)field;
    (void)context;
    memcpy(&params, damaged, sizeof params);
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_scaling_evaluate(&params, &sample, &result), SIGMA_E_RANGE);
    assert_zero(result);
}

static void sample_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_scaling_params params = preset(1);
    sigma_scaling_sample sample;
    sigma_scaling_result result;
    (void)field;
    (void)context;
    memcpy(&sample, damaged, sizeof sample);
    assert_int_equal(sigma_scaling_evaluate(&params, &sample, &result), SIGMA_E_RANGE);
    assert_zero(result);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_scaling_params params = preset(1), crossed = params;
    sigma_scaling_sample sample = good();
    sigma_scaling_result result;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_SCALING_PARAMS, &params, params_refused, NULL) > 60);
    assert_true(damage_each(SIGMA_KIND_SCALING_SAMPLE, &sample, sample_refused, NULL) > 30);
    crossed.volume_least = 2.0;
    assert_int_equal(sigma_scaling_evaluate(&crossed, &sample, &result), SIGMA_E_RANGE);
    crossed = params;
    crossed.win_least = 2.0;
    assert_int_equal(sigma_scaling_evaluate(&crossed, &sample, &result), SIGMA_E_RANGE);
    memset(&params, 7, sizeof params);
    assert_int_equal(sigma_scaling_preset(SIGMA_APPETITE_UNKNOWN, &params), SIGMA_E_RANGE);
    assert_zero(params);
    assert_int_equal(sigma_scaling_preset(SIGMA_APPETITE_COUNT, &params), SIGMA_E_RANGE);
    assert_int_equal(sigma_scaling_preset(1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_scaling_evaluate(NULL, &sample, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_scaling_evaluate(&params, NULL, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_scaling_evaluate(&params, &sample, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_product_of_what_speaks_for_a_trade),
        cmocka_unit_test(every_factor_keeps_its_bounds),
        cmocka_unit_test(a_size_takes_the_product),
        cmocka_unit_test(strategies_share_by_what_they_prove),
        cmocka_unit_test(weights_out_of_range_are_refused),
        cmocka_unit_test(what_is_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
