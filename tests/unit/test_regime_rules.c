/* SPDX-License-Identifier: MIT */
#include "test.h"

enum { UP = SIGMA_REGIME_TREND_UP, DOWN = SIGMA_REGIME_TREND_DOWN, RANGE = SIGMA_REGIME_RANGE };
enum { CHOP = SIGMA_REGIME_CHOP, STORM = SIGMA_REGIME_VOLATILE };

static sigma_rules started(int32_t program, int32_t dwell)
{
    sigma_rules_params params;
    sigma_rules rules;
    assert_int_equal(sigma_rules_defaults(program, &params), SIGMA_OK);
    params.dwell = dwell;
    assert_int_equal(sigma_rules_init(&rules, &params), SIGMA_OK);
    return rules;
}

/* Averages in order upward for 1, downward for -1, in none for 0; the close beyond all of them. */
static sigma_rules_sample sample_of(int32_t order, int32_t side, double adx, double volatility,
                                    double deviation)
{
    sigma_rules_sample s = {.close = 100.0 + 10.0 * side,
                            .ema = {100.0 + 3.0 * order, 100.0 + 2.0 * order, 100.0, 100.0 - order},
                            .adx = adx,
                            .volatility = volatility,
                            .deviation = deviation};
    return s;
}

static sigma_rules_result after(sigma_rules *rules, const sigma_rules_sample *sample)
{
    sigma_rules_result r;
    sigma_status status = sigma_rules_update(rules, sample, &r);
    assert_int_equal(status, r.regime == SIGMA_REGIME_UNKNOWN ? SIGMA_WARMUP : SIGMA_OK);
    return r;
}

/* The published classifier, one bar at a time. Volatility in the unit of the preset. */
static void each_rule_of_both_presets(void **unused)
{
    static const struct {
        int32_t program, order, side;
        double adx, volatility, deviation;
        int32_t regime;
        double confidence;
    } cases[] = {
        {0, 1, 1, 45.0, 1.46, 1.0, STORM, 0.9}, {0, 1, 1, 45.0, 1.45, 1.0, UP, 0.9},
        {0, 1, 1, 60.0, 1.0, 1.0, UP, 1.0},     {0, -1, -1, 31.0, 1.0, 1.0, DOWN, 0.62},
        {0, 1, -1, 31.0, 1.0, 1.0, UP, 0.62},   {0, 0, 1, 31.0, 1.0, 1.0, UP, 0.775},
        {0, 0, -1, 44.0, 1.0, 1.0, DOWN, 1.0},  {0, 0, 0, 44.0, 1.0, 1.0, CHOP, 0.5},
        {0, 1, 1, 30.0, 1.0, 1.0, UP, 0.75},    {0, 1, 1, 25.0, 1.0, 1.0, CHOP, 0.5},
        {0, 0, 1, 10.0, 1.0, 1.79, RANGE, 0.5}, {0, 0, 1, 10.0, 1.0, 1.8, CHOP, 0.7},
        {0, 0, 1, 20.0, 1.0, 1.0, CHOP, 0.5},   {0, 0, 1, 0.0, 1.0, 1.0, RANGE, 1.0},
        {1, 1, 1, 45.0, 0.81, 0.1, STORM, 0.9}, {1, 1, 1, 40.0, 0.8, 0.1, UP, 0.8},
        {1, 1, -1, 36.0, 0.5, 0.1, DOWN, 0.9},  {1, -1, -1, 50.0, 0.5, 0.1, DOWN, 1.0},
        {1, 0, 1, 26.0, 0.5, 0.1, UP, 0.65},    {1, 1, 0, 50.0, 0.5, 0.1, CHOP, 0.5},
        {1, 0, 1, 22.0, 0.5, 0.01, RANGE, 0.5}, {1, 0, 1, 15.0, 0.5, 0.01, RANGE, 0.25},
        {1, 0, 1, 15.0, 0.5, 0.02, CHOP, 0.7},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_rules rules = started(cases[i].program, 1);
        sigma_rules_sample s = sample_of(cases[i].order, cases[i].side, cases[i].adx,
                                         cases[i].volatility, cases[i].deviation);
        sigma_rules_result r = after(&rules, &s);
        assert_int_equal(r.regime, cases[i].regime);
        assert_int_equal(r.raw, cases[i].regime);
        assert_near(r.confidence, cases[i].confidence, 1e-15);
    }
}

static void averages_must_be_in_order_all_of_them(void **unused)
{
    (void)unused;
    for (int32_t sign = -1; sign <= 1; sign += 2) {
        for (int32_t i = 0; i < 3; i++) {
            sigma_rules rules = started(1, 1);
            sigma_rules_sample s = sample_of(sign, sign, 40.0, 0.5, 0.1);
            s.ema[i + 1] = s.ema[i]; /* equal is not in order: the weaker rule holds */
            s.close = 100.0 + 50.0 * sign;
            sigma_rules_result r = after(&rules, &s);
            assert_int_equal(r.regime, sign > 0 ? UP : DOWN);
            assert_bits(r.confidence, 1.0);
        }
    }
}

static void regimes_are_left_later_than_entered(void **unused)
{
    sigma_rules rules = started(0, 1);
    sigma_rules_sample s = sample_of(1, 1, 31.0, 1.0, 1.0);
    (void)unused;
    assert_int_equal(after(&rules, &s).regime, UP);
    s.adx = 20.5;
    assert_int_equal(after(&rules, &s).regime, UP);
    s.adx = 20.0;
    assert_int_equal(after(&rules, &s).regime, CHOP);
    s.adx = 24.0;
    assert_int_equal(after(&rules, &s).regime, CHOP);
    s.volatility = 1.4;
    assert_int_equal(after(&rules, &s).regime, CHOP);
    s.volatility = 1.5;
    assert_int_equal(after(&rules, &s).regime, STORM);
    s.volatility = 1.24;
    assert_int_equal(after(&rules, &s).regime, STORM);
    s.volatility = 1.23;
    assert_int_equal(after(&rules, &s).regime, CHOP);
}

static void another_regime_has_to_hold(void **unused)
{
    sigma_rules rules = started(0, 3);
    sigma_rules_sample up = sample_of(1, 1, 45.0, 1.0, 1.0);
    sigma_rules_sample down = sample_of(-1, -1, 45.0, 1.0, 1.0);
    sigma_rules_sample flat = sample_of(0, 0, 10.0, 1.0, 1.0);
    static const int32_t regimes[] = {0, 0, UP, UP, UP, UP, UP, UP, UP, UP, DOWN, DOWN};
    static const int32_t since[] = {1, 2, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1};
    const sigma_rules_sample *bars[] = {&up, &up,   &up,   &down, &flat, &down,
                                        &up, &flat, &down, &down, &down, &down};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(regimes); i++) {
        sigma_rules_result r = after(&rules, bars[i]);
        assert_int_equal(r.regime, regimes[i]);
        assert_true(r.since == since[i]);
        assert_true(r.switches == (i >= 10));
        assert_true(i > 1 || r.confidence == 0.0);
    }
}

static void a_regime_becomes_advice(void **unused)
{
    static const struct {
        int32_t regime;
        double confidence, volatility, adx, factor;
        int32_t verdict, caution, approach;
    } cases[] = {
        {0, 0.9, 1.0, 0.0, 0.7, SIGMA_VERDICT_DENY, SIGMA_CAUTION_UNKNOWN, SIGMA_APPROACH_UNKNOWN},
        {UP, 0.9, 1.0, 30.0, 1.3, SIGMA_VERDICT_APPROVE, SIGMA_CAUTION_NONE,
         SIGMA_APPROACH_TREND_LONG},
        {DOWN, 0.3, 2.5, 40.5, 1.43, SIGMA_VERDICT_APPROVE, SIGMA_CAUTION_NONE,
         SIGMA_APPROACH_TREND_SHORT},
        {DOWN, 0.29, 1.0, 40.0, 1.3, SIGMA_VERDICT_DENY, SIGMA_CAUTION_CONFIDENCE,
         SIGMA_APPROACH_TREND_SHORT},
        {RANGE, 0.5, 2.6, 10.0, 0.8, SIGMA_VERDICT_DENY, SIGMA_CAUTION_VOLATILITY,
         SIGMA_APPROACH_REVERSION},
        {CHOP, 0.6, 1.0, 10.0, 0.4, SIGMA_VERDICT_DENY, SIGMA_CAUTION_CHOP, SIGMA_APPROACH_SCALP},
        {CHOP, 0.5, 1.0, 10.0, 0.4, SIGMA_VERDICT_APPROVE, SIGMA_CAUTION_NONE,
         SIGMA_APPROACH_SCALP},
        {STORM, 0.9, 1.0, 10.0, 0.3, SIGMA_VERDICT_DENY, SIGMA_CAUTION_VOLATILE,
         SIGMA_APPROACH_AVOID},
    };
    sigma_advice_params params;
    sigma_advice_result r;
    (void)unused;
    assert_int_equal(sigma_advice_defaults(&params), SIGMA_OK);
    for (int32_t i = 0; i < 2 * COUNT_OF(cases); i++) {
        int32_t k = i / 2;
        sigma_advice_sample s = {.confidence = cases[k].confidence,
                                 .volatility = cases[k].volatility,
                                 .adx = cases[k].adx,
                                 .regime = cases[k].regime};
        params.size_only = i % 2;
        assert_int_equal(sigma_advice_evaluate(&params, &s, &r), SIGMA_OK);
        assert_near(r.factor, cases[k].factor, 1e-15);
        assert_int_equal(r.caution, cases[k].caution);
        assert_int_equal(r.approach, cases[k].approach);
        bool refused = cases[k].verdict == SIGMA_VERDICT_DENY;
        assert_int_equal(r.verdict,
                         refused && params.size_only ? SIGMA_VERDICT_REDUCE : cases[k].verdict);
    }
}

static void what_is_wrong_is_refused(void **unused)
{
    sigma_rules_params params;
    sigma_rules rules = started(0, 1), before, bad;
    sigma_rules_sample s = sample_of(0, 0, 10.0, 1.0, 1.0);
    sigma_rules_result r;
    sigma_advice_params advice;
    sigma_advice_sample as = {.regime = UP};
    sigma_advice_result ar;
    (void)unused;
    assert_int_equal(sigma_rules_defaults(2, &params), SIGMA_E_RANGE);
    assert_zero(params);
    for (int32_t which = 0; which < 5; which++) {
        assert_int_equal(sigma_rules_defaults(0, &params), SIGMA_OK);
        params.range = which == 0 ? 31.0 : 20.0;
        params.adx_leave = which == 1 ? 26.0 : 20.0;
        params.trend = which == 2 ? 31.0 : 25.0;
        params.volatile_leave = which == 3 ? 1.5 : 1.2;
        params.dwell = which == 4 ? 0 : 3;
        assert_int_equal(sigma_rules_init(&bad, &params), SIGMA_E_RANGE);
        assert_zero(bad);
    }
    before = rules;
    s.adx = 101.0;
    assert_int_equal(sigma_rules_update(&rules, &s, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_same(rules, before);
    s.adx = 10.0;
    for (int32_t which = 0; which < 4; which++) {
        rules = before;
        rules.tag += which == 0;
        rules.since = which == 1 ? INT64_MAX : 0;
        rules.switches = which == 2 ? INT64_MAX : 0;
        rules.params.dwell = which == 3 ? 0 : 1;
        assert_int_equal(sigma_rules_update(&rules, &s, &r), SIGMA_E_STATE);
    }
    for (int32_t which = 0; which < 3; which++) {
        assert_int_equal(sigma_advice_defaults(&advice), SIGMA_OK);
        advice.factor_min = which == 0 ? 1.6 : 0.3;
        advice.strong_adx = which == 1 ? 101.0 : 40.0;
        as.confidence = which == 2 ? 1.1 : 0.5;
        assert_int_equal(sigma_advice_evaluate(&advice, &as, &ar), SIGMA_E_RANGE);
        assert_zero(ar);
    }
}

static void null_is_refused(void **unused)
{
    sigma_rules_params params;
    sigma_rules rules = started(0, 1);
    sigma_rules_sample s = sample_of(0, 0, 10.0, 1.0, 1.0);
    sigma_rules_result r;
    sigma_advice_params advice;
    sigma_advice_sample as = {.regime = UP};
    sigma_advice_result ar;
    (void)unused;
    assert_int_equal(sigma_rules_defaults(0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_rules_defaults(0, &params), SIGMA_OK);
    assert_int_equal(sigma_rules_init(NULL, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_rules_update(NULL, &s, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_rules_update(&rules, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_rules_update(&rules, &s, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_rules_init(&rules, NULL), SIGMA_E_NULL);
    assert_zero(rules);
    assert_int_equal(sigma_advice_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_advice_defaults(&advice), SIGMA_OK);
    assert_int_equal(sigma_advice_evaluate(NULL, &as, &ar), SIGMA_E_NULL);
    assert_int_equal(sigma_advice_evaluate(&advice, NULL, &ar), SIGMA_E_NULL);
    assert_int_equal(sigma_advice_evaluate(&advice, &as, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_of_both_presets),
        cmocka_unit_test(averages_must_be_in_order_all_of_them),
        cmocka_unit_test(regimes_are_left_later_than_entered),
        cmocka_unit_test(another_regime_has_to_hold),
        cmocka_unit_test(a_regime_becomes_advice),
        cmocka_unit_test(what_is_wrong_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
