/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_features calm(void)
{
    return (sigma_features){.time = sample_now,
                            .close = 100.0,
                            .ema = {100.0, 100.0, 100.0, 100.0},
                            .atr = 1.0,
                            .rsi = 50.0,
                            .stochastic_k = 50.0,
                            .bollinger_middle = 100.0,
                            .bollinger_upper = 102.0,
                            .bollinger_lower = 98.0,
                            .percent_b = 0.5,
                            .mfi = 50.0,
                            .vwap = 100.0,
                            .up = 0.5,
                            .ready = test_bit(SIGMA_FEATURE_COUNT) - 1};
}

static sigma_score_params usual(int32_t relative)
{
    sigma_score_params params;
    assert_int_equal(sigma_score_defaults(relative, &params), SIGMA_OK);
    return params;
}

static sigma_score_result scored(sigma_features f, double volatility)
{
    sigma_score_params params = usual(0);
    sigma_score_result result = {.side = 9};
    assert_int_equal(sigma_score_evaluate(&params, &f, volatility, &result), SIGMA_OK);
    return result;
}

static void the_defaults_are_those_of_the_header(void **unused)
{
    static const double weights[6] = {0.25, 0.2, 0.2, 0.15, 0.1, 0.1};
    (void)unused;
    for (int32_t relative = 0; relative < 2; relative++) {
        sigma_score_params p = usual(relative);
        assert_memory_equal(p.weight, weights, sizeof weights);
        assert_bits(p.histogram, 0.1);
        assert_bits(p.low, relative ? 1.0 : 0.2);
        assert_bits(p.span, relative ? 1.0 : 0.4);
        assert_bits(p.extreme, relative ? 2.5 : 0.9);
        assert_bits(p.extreme_factor, 0.3);
        assert_bits(p.threshold, 0.2);
    }
}

static void a_market_without_lean_has_no_score(void **unused)
{
    sigma_score_result r = scored(calm(), 0.1);
    (void)unused;
    for (int32_t i = 0; i < SIGMA_TERM_COUNT; i++) {
        assert_true(r.term[i] == 0.0 && r.share[i] == 0.0);
    }
    assert_true(r.score == 0.0 && r.confidence == 0.0);
    assert_bits(r.factor, 1.0);
    assert_int_equal(r.side, SIGMA_SIDE_UNKNOWN);
}

/* tanh(1) = 0.7615941559557649, tanh(2) = 0.9640275800758169. */
static void each_term_alone(void **unused)
{
    sigma_features f = calm();
    const double one = 0.7615941559557649, two = 0.9640275800758169;
    (void)unused;
    f.rsi = 75.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_MOMENTUM], -one / 3.0, 1e-15);
    f.stochastic_k = 0.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_MOMENTUM], (two - one) / 3.0, 1e-14);
    f.cci = -200.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_MOMENTUM], (2.0 * two - one) / 3.0, 1e-14);
    f = calm();
    f.macd_histogram = 0.2; /* 0.1 ATR twice */
    f.adx = 25.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_TREND], two / 4.0, 1e-15);
    f.ema[0] = 102.0;
    f.ema[1] = 101.0;
    f.adx = 80.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_TREND], (two + 0.8) / 2.0, 1e-15);
    f.ema[0] = 98.0;
    f.ema[1] = 99.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_TREND], (two - 0.8) / 2.0, 1e-15);
    f = calm();
    f.zscore = 2.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_REVERSION], -one / 2.0, 1e-15);
    f.zscore = nextafter(2.0, 3.0);
    assert_near(scored(f, 0.0).term[SIGMA_TERM_REVERSION], -0.4, 1e-15);
    f.zscore = -2.1;
    f.percent_b = 0.05; /* v = -0.9 */
    assert_near(scored(f, 0.0).term[SIGMA_TERM_REVERSION], 0.7, 1e-15);
    assert_near(scored(f, 0.0).term[SIGMA_TERM_BAND], 0.63, 1e-15);
    f.percent_b = 7.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_REVERSION], 0.1, 1e-14);
    assert_near(scored(f, 0.0).term[SIGMA_TERM_BAND], -0.7, 1e-15);
    f = calm();
    f.mfi = 100.0;
    f.close = 101.0;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_VOLUME], (tanh(1.5) + one) / 2.0, 1e-13);
    f.up = 0.75;
    assert_near(scored(f, 0.0).term[SIGMA_TERM_PROBABILITY], 0.5, 1e-15);
}

static void volatility_takes_from_the_score(void **unused)
{
    static const struct {
        double volatility, factor;
    } cases[] = {{0.0, 1.0}, {0.2, 1.0}, {0.3, 0.875}, {0.4, 0.75}, {0.6, 0.5},
                 {0.8, 0.5}, {0.9, 0.5}, {0.91, 0.15}, {1e12, 0.15}};
    sigma_features f = calm();
    (void)unused;
    f.up = 1.0;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_score_result r = scored(f, cases[i].volatility);
        assert_near(r.factor, cases[i].factor, 1e-15);
        assert_near(r.raw, 0.1, 1e-15);
        assert_bits(r.score, r.raw * r.factor);
    }
}

/* Only the chance counts: the score is 2 up - 1. */
static void it_speaks_beyond_the_threshold(void **unused)
{
    sigma_score_params params = usual(0);
    sigma_features f = calm();
    sigma_score_result r;
    (void)unused;
    memset(params.weight, 0, sizeof params.weight);
    params.weight[SIGMA_TERM_PROBABILITY] = 0.5;
    params.threshold = 0.25;
    for (int32_t i = 0; i <= 1000; i++) {
        f.up = i / 1000.0;
        assert_int_equal(sigma_score_evaluate(&params, &f, 0.0, &r), SIGMA_OK);
        assert_bits(r.score, 2.0 * f.up - 1.0);
        assert_bits(r.confidence, fabs(r.score));
        assert_int_equal(r.side, r.score > 0.25    ? SIGMA_SIDE_LONG
                                 : r.score < -0.25 ? SIGMA_SIDE_SHORT
                                                   : SIGMA_SIDE_UNKNOWN);
    }
}

/* The formulas of the header, written again with the C library. */
static double model(const sigma_score_params *p, const sigma_features *f, double volatility)
{
    double v = fmax(-1.0, fmin(1.0, 2.0 * f->percent_b - 1.0)), up = f->ema[0] - f->ema[1];
    double then = f->ema[1] - f->ema[2], z = f->zscore;
    double order = up > 0.0 && then > 0.0 ? 0.8 : up < 0.0 && then < 0.0 ? -0.8 : 0.0;
    double terms[6] = {
        -(tanh(2.0 * (f->rsi - 50.0) / 50.0) + tanh(2.0 * (f->stochastic_k - 50.0) / 50.0) +
          tanh(f->cci / 100.0)) /
            3.0,
        0.5 * (tanh(f->macd_histogram / (p->histogram * f->atr)) + order) *
            fmin(f->adx / 50.0, 1.0),
        0.5 * ((fabs(z) > 2.0 ? -copysign(0.8, z) : -tanh(0.5 * z)) -
               (fabs(v) > 0.8 ? copysign(0.6, v) : 0.0)),
        -0.7 * v,
        0.5 * (tanh(0.03 * (f->mfi - 50.0)) + tanh(100.0 * (f->close - f->vwap) / f->vwap)),
        2.0 * f->up - 1.0};
    double sum = 0.0, weights = 0.0;
    for (int32_t i = 0; i < 6; i++) {
        sum += p->weight[i] * terms[i];
        weights += p->weight[i];
    }
    double lost = 0.5 * fmax(0.0, fmin(1.0, (volatility - p->low) / p->span));
    return sum / weights * (1.0 - lost) * (volatility > p->extreme ? p->extreme_factor : 1.0);
}

static sigma_features any_features(uint64_t *seed)
{
    sigma_features f = calm();
    for (int32_t i = 0; i < 4; i++) {
        f.ema[i] = test_whole(seed, 98, 102);
    }
    f.atr = test_between(seed, 0.5, 2.0);
    f.rsi = test_between(seed, 0.0, 100.0);
    f.stochastic_k = test_between(seed, 0.0, 100.0);
    f.cci = test_between(seed, -300.0, 300.0);
    f.macd_histogram = test_between(seed, -0.5, 0.5);
    f.adx = test_between(seed, 0.0, 100.0);
    f.zscore = test_between(seed, -3.0, 3.0);
    f.percent_b = test_between(seed, -0.2, 1.2);
    f.mfi = test_between(seed, 0.0, 100.0);
    f.vwap = test_between(seed, 97.0, 103.0);
    f.up = test_random(seed);
    return f;
}

static void random_scores_are_those_of_the_formulas(void **unused)
{
    uint64_t seed = 85;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_score_params params = usual(i % 2);
        sigma_score_result r;
        sigma_features f = any_features(&seed);
        double volatility = test_between(&seed, 0.0, 3.0), sum = 0.0;
        for (int32_t k = 0; k < 6; k++) {
            params.weight[k] = test_random(&seed);
        }
        assert_int_equal(sigma_score_evaluate(&params, &f, volatility, &r), SIGMA_OK);
        assert_close(r.score, model(&params, &f, volatility), 1e-12);
        for (int32_t k = 0; k < 6; k++) {
            assert_true(fabs(r.term[k]) <= 1.0);
            sum += r.share[k];
        }
        assert_close(sum, r.raw, 1e-15);
    }
}

static void scaling_prices_by_two_changes_no_bit(void **unused)
{
    uint64_t seed = 86;
    (void)unused;
    for (int32_t i = 0; i < 1000; i++) {
        sigma_features f = any_features(&seed);
        sigma_score_result plain = scored(f, 0.1);
        f.close *= 0.125;
        f.atr *= 0.125;
        f.vwap *= 0.125;
        f.macd_histogram *= 0.125;
        for (int32_t k = 0; k < 4; k++) {
            f.ema[k] *= 0.125;
        }
        sigma_score_result scaled = scored(f, 0.1);
        assert_same(scaled, plain);
    }
}

/* Nothing moves, or is not traded: no number is undefined. */
static void a_flat_market_has_no_score(void **unused)
{
    sigma_features f = calm();
    (void)unused;
    f.atr = f.vwap = 0.0;
    f.adx = 60.0;
    assert_true(scored(f, 0.0).score == 0.0);
    f.atr = 5e-324; /* of which a tenth is 0 */
    f.macd_histogram = 5e-324;
    assert_true(scored(f, 0.0).score == 0.0);
}

static void a_feature_it_needs_must_be_ready(void **unused)
{
    static const int32_t not_needed[] = {SIGMA_FEATURE_EMA_4, SIGMA_FEATURE_SMA,
                                         SIGMA_FEATURE_OBV,   SIGMA_FEATURE_VOLATILITY,
                                         SIGMA_FEATURE_EWMA,  SIGMA_FEATURE_SLOPE};
    sigma_score_params params = usual(0);
    (void)unused;
    for (int32_t feature = 0; feature < SIGMA_FEATURE_COUNT; feature++) {
        sigma_features f = calm();
        sigma_score_result r = {.side = 9};
        bool needed = true;
        for (int32_t i = 0; i < COUNT_OF(not_needed); i++) {
            needed = needed && feature != not_needed[i];
        }
        f.ready &= ~test_bit(feature);
        assert_int_equal(sigma_score_evaluate(&params, &f, 0.0, &r),
                         needed ? SIGMA_WARMUP : SIGMA_OK);
        assert_int_equal(r.side, 0);
    }
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_score_params params = usual(0);
    sigma_features features = calm();
    sigma_score_result result = {.side = 9};
    const void *one = context ? damaged : &params, *other = context ? &features : damaged;
    (void)field;
    assert_int_equal(sigma_score_evaluate((const sigma_score_params *)one,
                                          (const sigma_features *)other, 0.2, &result),
                     SIGMA_E_RANGE);
    assert_zero(result);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_score_params params = usual(0);
    sigma_features features = calm();
    sigma_score_result result;
    static const double bad[] = {-1e-9, 1.1e12, (double)INFINITY, (double)NAN};
    (void)unused;
    assert_int_equal(damage_each(SIGMA_KIND_SCORE_PARAMS, &params, refused, &params), 12 * 6);
    assert_true(damage_each(SIGMA_KIND_FEATURES, &features, refused, NULL) > 150);
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        result.side = 9;
        assert_int_equal(sigma_score_evaluate(&params, &features, bad[i], &result), SIGMA_E_RANGE);
        assert_zero(result);
    }
    memset(params.weight, 0, sizeof params.weight);
    refused(&params, NULL, &params);
    assert_int_equal(sigma_score_defaults(2, &params), SIGMA_E_RANGE);
    assert_zero(params);
    assert_int_equal(sigma_score_defaults(-1, &params), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    sigma_score_params params = usual(0);
    sigma_features features = calm();
    sigma_score_result result;
    (void)unused;
    assert_int_equal(sigma_score_defaults(0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_score_evaluate(NULL, &features, 0.0, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_score_evaluate(&params, NULL, 0.0, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_score_evaluate(&params, &features, 0.0, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_header),
        cmocka_unit_test(a_market_without_lean_has_no_score),
        cmocka_unit_test(each_term_alone),
        cmocka_unit_test(volatility_takes_from_the_score),
        cmocka_unit_test(it_speaks_beyond_the_threshold),
        cmocka_unit_test(random_scores_are_those_of_the_formulas),
        cmocka_unit_test(scaling_prices_by_two_changes_no_bit),
        cmocka_unit_test(a_flat_market_has_no_score),
        cmocka_unit_test(a_feature_it_needs_must_be_ready),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
