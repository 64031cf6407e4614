/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { LONG = SIGMA_SIDE_LONG, SHORT = SIGMA_SIDE_SHORT, NONE = SIGMA_SIDE_UNKNOWN };

/* No rule speaks, and none is neutral. */
static sigma_features silent(void)
{
    return (sigma_features){.time = sample_now,
                            .close = 100.0,
                            .ema = {100.0, 100.0, 100.0, 100.0},
                            .atr = 1.0,
                            .adx = 20.0,
                            .rsi = 35.0,
                            .macd_histogram = 0.0,
                            .stochastic_k = 50.0,
                            .bollinger_middle = 100.0,
                            .bollinger_upper = 110.0,
                            .bollinger_lower = 90.0,
                            .up = 0.5,
                            .ready = test_bit(SIGMA_FEATURE_COUNT) - 1};
}

static sigma_evidence_params usual(void)
{
    sigma_evidence_params params;
    assert_int_equal(sigma_evidence_defaults(0, &params), SIGMA_OK);
    return params;
}

static sigma_evidence_result judged(sigma_features f, int32_t side, double confidence)
{
    sigma_evidence_params params = usual();
    sigma_evidence_result result = {.side = 9};
    assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.2, side, confidence, &result),
                     SIGMA_OK);
    return result;
}

/* What a rule says: rising 1, falling -1, either 2, nobody -2, neutral 3, nothing 0. */
static void check_rule(sigma_features f, int32_t rule, int32_t says)
{
    sigma_evidence_result up = judged(f, LONG, 0.5), down = judged(f, SHORT, 0.5);
    uint64_t bit = test_bit(rule);
    assert_int_equal((up.supporting & bit) != 0, says == 1 || says == 2);
    assert_int_equal((down.supporting & bit) != 0, says == -1 || says == 2);
    assert_int_equal((up.against & bit) != 0, says == -1 || says == -2);
    assert_int_equal((down.against & bit) != 0, says == 1 || says == -2);
    assert_int_equal((up.neutral & bit) != 0, says == 3);
    assert_true(up.neutral == down.neutral);
}

static double next(double x)
{
    return nextafter(x, 1e9);
}

static double before(double x)
{
    return nextafter(x, -1e9);
}

static void oscillators_speak_at_their_bounds(void **unused)
{
    const struct {
        double rsi;
        int32_t says;
    } rsi[] = {{before(30.0), 1}, {30.0, 0}, {40.0, 0}, {next(40.0), 3},
               {before(60.0), 3}, {60.0, 0}, {70.0, 0}, {next(70.0), -1}};
    const struct {
        double k;
        int32_t says;
    } k[] = {{before(20.0), 1}, {20.0, 0}, {80.0, 0}, {next(80.0), -1}};
    const struct {
        double h;
        int32_t says;
    } h[] = {{next(0.05), 1}, {0.05, 3}, {0.0, 3}, {-0.05, 3}, {before(-0.05), -1}};
    sigma_features f = silent();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(rsi); i++) {
        f.rsi = rsi[i].rsi;
        check_rule(f, SIGMA_EVIDENCE_RSI, rsi[i].says);
    }
    for (int32_t i = 0; i < COUNT_OF(k); i++) {
        f.stochastic_k = k[i].k;
        check_rule(f, SIGMA_EVIDENCE_STOCHASTIC, k[i].says);
    }
    for (int32_t i = 0; i < COUNT_OF(h); i++) {
        f.macd_histogram = h[i].h;
        check_rule(f, SIGMA_EVIDENCE_MACD, h[i].says);
    }
}

static void prices_speak_at_their_bounds(void **unused)
{
    static const double order[7][3] = {{3, 2, 1}, {1, 2, 3}, {3, 2, 2}, {2, 2, 3},
                                       {3, 1, 2}, {1, 1, 1}, {1, 3, 2}};
    static const int32_t says[7] = {1, -1, 0, 0, 0, 0, 0};
    sigma_features f = silent();
    (void)unused;
    for (int32_t i = 0; i < 7; i++) {
        memcpy(f.ema, order[i], sizeof order[i]);
        check_rule(f, SIGMA_EVIDENCE_EMA, says[i]);
    }
    f.close = 90.4; /* the bounds lie at 90.45 and 109.45 */
    check_rule(f, SIGMA_EVIDENCE_BAND, 1);
    f.close = 90.5;
    check_rule(f, SIGMA_EVIDENCE_BAND, 0);
    f.close = 109.5;
    check_rule(f, SIGMA_EVIDENCE_BAND, -1);
    f.bollinger_lower = 109.4; /* near both: the lower one is asked first */
    check_rule(f, SIGMA_EVIDENCE_BAND, 1);
    for (int32_t sign = -1; sign <= 1; sign += 2) {
        f.zscore = sign * 2.0;
        check_rule(f, SIGMA_EVIDENCE_ZSCORE, 0);
        f.zscore = sign * next(2.0);
        check_rule(f, SIGMA_EVIDENCE_ZSCORE, -sign);
        f.slope_relative = sign * 0.002;
        check_rule(f, SIGMA_EVIDENCE_SLOPE, 0);
        f.slope_relative = sign * next(0.002);
        check_rule(f, SIGMA_EVIDENCE_SLOPE, sign);
    }
}

static void strength_speaks_for_both_sides(void **unused)
{
    sigma_features f = silent();
    (void)unused;
    f.adx = next(25.0);
    check_rule(f, SIGMA_EVIDENCE_ADX, 2);
    f.adx = 25.0;
    check_rule(f, SIGMA_EVIDENCE_ADX, 0);
    f.adx = 15.0;
    check_rule(f, SIGMA_EVIDENCE_ADX, 0);
    f.adx = before(15.0);
    check_rule(f, SIGMA_EVIDENCE_ADX, -2);
    f.up = 0.65;
    check_rule(f, SIGMA_EVIDENCE_PROBABILITY, 0);
    f.up = next(0.65);
    check_rule(f, SIGMA_EVIDENCE_PROBABILITY, 1);
    f.up = 0.35;
    check_rule(f, SIGMA_EVIDENCE_PROBABILITY, 0);
    f.up = before(0.35);
    check_rule(f, SIGMA_EVIDENCE_PROBABILITY, -1);
}

/* supports long rules speak for it, conflicts against, of which a weak ADX is none; up to three of
 * each, and MACD neutral or not. */
static sigma_features with(int32_t supports, int32_t conflicts, bool neutral)
{
    sigma_features f = silent();
    f.stochastic_k = supports > 0 ? 10.0 : 50.0;
    f.zscore = supports > 1 ? -3.0 : 0.0;
    f.up = supports > 2 ? 0.9 : 0.5;
    f.slope_relative = conflicts > 0 ? -0.01 : 0.0;
    f.adx = conflicts > 1 ? 10.0 : 20.0;
    f.close = conflicts > 2 ? 110.0 : 100.0;
    f.rsi = neutral ? 50.0 : 35.0;
    f.macd_histogram = 0.0;
    return f;
}

/* (10) to (12), counted by hand: MACD is neutral in all of them. */
static void signals_are_fused(void **unused)
{
    static const struct {
        int32_t supports, conflicts;
        bool neutral;
        double confidence;
        int32_t valid, fusion;
        double confirmation, left;
    } cases[] = {
        {3, 0, false, 0.5, 1, SIGMA_FUSION_AGREED, 3.0 / 4, 0.55},
        {3, 1, false, 0.95, 1, SIGMA_FUSION_AGREED, 3.0 / 5, 1.0},
        {3, 2, false, 0.5, 1, SIGMA_FUSION_PARTLY, 3.0 / 6, 0.5},
        {3, 2, true, 0.4, 1, SIGMA_FUSION_PARTLY, 3.0 / 7, 0.4},
        {3, 3, false, 0.5, 0, SIGMA_FUSION_WAIT, 3.0 / 7, 0.25},
        {3, 3, false, 0.75, 0, SIGMA_FUSION_OVERRIDE, 3.0 / 7, 0.6},
        {2, 0, false, 0.7, 0, SIGMA_FUSION_WAIT, 2.0 / 3, 0.35},
        {3, 0, false, 0.39, 0, SIGMA_FUSION_WAIT, 3.0 / 4, 0.195},
        {0, 0, false, 0.9, 0, SIGMA_FUSION_OVERRIDE, 0.0, 0.72},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_evidence_result r =
            judged(with(cases[i].supports, cases[i].conflicts, cases[i].neutral), LONG,
                   cases[i].confidence);
        assert_int_equal(r.supports, cases[i].supports);
        assert_int_equal(r.conflicts, cases[i].conflicts);
        assert_int_equal(r.valid, cases[i].valid);
        assert_int_equal(r.fusion, cases[i].fusion);
        assert_near(r.confirmation, cases[i].confirmation, 1e-15);
        assert_near(r.confidence, cases[i].left, 1e-15);
        assert_near(r.strength, 0.7 * cases[i].confidence + 0.03 * cases[i].supports, 1e-15);
        assert_int_equal(r.side, r.fusion == SIGMA_FUSION_WAIT ? NONE : LONG);
    }
}

static void few_confirmations_leave_doubt(void **unused)
{
    sigma_evidence_params params = usual();
    sigma_features f = with(3, 2, true);
    sigma_evidence_result r;
    (void)unused;
    params.confirmation_high = params.confirmation_low = 3.0 / 7;
    assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.2, LONG, 0.5, &r), SIGMA_OK);
    assert_int_equal(r.fusion, SIGMA_FUSION_DOUBTFUL);
    assert_near(r.confidence, 0.35, 1e-15);
    assert_int_equal(r.side, LONG);
}

static void nobody_speaks(void **unused)
{
    sigma_evidence_params params = usual();
    sigma_features f = silent();
    sigma_evidence_result r;
    (void)unused;
    params.histogram = 0.0; /* a histogram of 0 is neutral even so */
    f.macd_histogram = 1e-9;
    assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.2, SHORT, 0.5, &r), SIGMA_OK);
    assert_bits(r.confirmation, 0.0);
    assert_int_equal(r.conflicts, 1);
}

static void no_signal_stays_none(void **unused)
{
    sigma_evidence_result r = judged(with(3, 0, false), NONE, 0.9), plain = {0};
    (void)unused;
    assert_same(r, plain);
}

static void the_condition_is_told(void **unused)
{
    static const struct {
        double volatility, adx, ema;
        int32_t condition;
    } cases[] = {
        {0.51, 40.0, 101.0, SIGMA_REGIME_VOLATILE},  {0.5, 30.5, 101.0, SIGMA_REGIME_TREND_UP},
        {0.5, 30.5, 100.0, SIGMA_REGIME_TREND_DOWN}, {0.5, 30.0, 101.0, SIGMA_REGIME_UNKNOWN},
        {0.0, 20.0, 101.0, SIGMA_REGIME_UNKNOWN},    {0.0, 19.9, 101.0, SIGMA_REGIME_RANGE}};
    sigma_evidence_params params = usual();
    sigma_evidence_result r;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_features f = silent();
        f.adx = cases[i].adx;
        f.ema[0] = cases[i].ema;
        assert_int_equal(sigma_evidence_evaluate(&params, &f, cases[i].volatility, NONE, 0.0, &r),
                         SIGMA_OK);
        assert_int_equal(r.condition, cases[i].condition);
    }
}

static void a_feature_it_needs_must_be_ready(void **unused)
{
    static const int32_t not_needed[] = {
        SIGMA_FEATURE_EMA_4, SIGMA_FEATURE_SMA,        SIGMA_FEATURE_OBV,  SIGMA_FEATURE_CCI,
        SIGMA_FEATURE_MFI,   SIGMA_FEATURE_VOLATILITY, SIGMA_FEATURE_EWMA, SIGMA_FEATURE_VWAP};
    sigma_evidence_params params = usual();
    (void)unused;
    for (int32_t feature = 0; feature < SIGMA_FEATURE_COUNT; feature++) {
        sigma_features f = with(3, 0, false);
        sigma_evidence_result r = {.side = 9};
        bool needed = true;
        for (int32_t i = 0; i < COUNT_OF(not_needed); i++) {
            needed = needed && feature != not_needed[i];
        }
        f.ready &= ~test_bit(feature);
        assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.0, LONG, 0.5, &r),
                         needed ? SIGMA_WARMUP : SIGMA_OK);
        assert_int_equal(r.side, needed ? NONE : LONG);
    }
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_evidence_params params = usual();
    sigma_features features = silent();
    sigma_evidence_result result = {.side = 9};
    const void *one = context ? damaged : &params, *other = context ? &features : damaged;
    (void)field;
    assert_int_equal(sigma_evidence_evaluate((const sigma_evidence_params *)one,
                                             (const sigma_features *)other, 0.2, LONG, 0.5,
                                             &result),
                     SIGMA_E_RANGE);
    assert_zero(result);
}

/* Bounds that must rise. */
static void bounds_out_of_order_are_refused(void **unused)
{
    (void)unused;
    for (int32_t which = 0; which < 7; which++) {
        sigma_evidence_params p = usual();
        p.rsi_low = which == 0 ? 41.0 : p.rsi_low;
        p.rsi_neutral_low = which == 1 ? 61.0 : p.rsi_neutral_low;
        p.rsi_neutral_high = which == 2 ? 71.0 : p.rsi_neutral_high;
        p.stochastic_low = which == 3 ? 81.0 : p.stochastic_low;
        p.adx_weak = which == 4 ? 26.0 : p.adx_weak;
        p.up_low = which == 5 ? 0.66 : p.up_low;
        p.confirmation_low = which == 6 ? 0.51 : p.confirmation_low;
        refused(&p, NULL, &p);
    }
    sigma_evidence_params p = usual();
    p.adx_range = 31.0;
    refused(&p, NULL, &p);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_evidence_params params = usual();
    sigma_features f = silent();
    sigma_evidence_result r;
    static const double bad[] = {-1e-9, 1.1e12, (double)INFINITY, (double)NAN};
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_EVIDENCE_PARAMS, &params, refused, &params) > 150);
    assert_true(damage_each(SIGMA_KIND_FEATURES, &f, refused, NULL) > 150);
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(sigma_evidence_evaluate(&params, &f, bad[i], LONG, 0.5, &r),
                         SIGMA_E_RANGE);
        assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.0, LONG, bad[i], &r),
                         SIGMA_E_RANGE);
        assert_zero(r);
    }
    assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.0, 3, 0.5, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.0, -1, 0.5, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_evidence_defaults(2, &params), SIGMA_E_RANGE);
    assert_zero(params);
    assert_int_equal(sigma_evidence_defaults(1, &params), SIGMA_OK);
    assert_bits(params.confidence_min, 0.2);
    assert_bits(params.storm, 1.45);
}

static void null_is_refused(void **unused)
{
    sigma_evidence_params params = usual();
    sigma_features f = silent();
    sigma_evidence_result r;
    (void)unused;
    assert_int_equal(sigma_evidence_defaults(0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_evidence_evaluate(NULL, &f, 0.0, LONG, 0.5, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_evidence_evaluate(&params, NULL, 0.0, LONG, 0.5, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_evidence_evaluate(&params, &f, 0.0, LONG, 0.5, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(oscillators_speak_at_their_bounds),
        cmocka_unit_test(prices_speak_at_their_bounds),
        cmocka_unit_test(strength_speaks_for_both_sides),
        cmocka_unit_test(signals_are_fused),
        cmocka_unit_test(few_confirmations_leave_doubt),
        cmocka_unit_test(nobody_speaks),
        cmocka_unit_test(no_signal_stays_none),
        cmocka_unit_test(the_condition_is_told),
        cmocka_unit_test(a_feature_it_needs_must_be_ready),
        cmocka_unit_test(bounds_out_of_order_are_refused),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
