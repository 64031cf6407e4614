/* SPDX-License-Identifier: MIT */
/* What the moment makes of a size: published cases, each formula, and what must always hold. */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_factors_params defaults(int32_t annual)
{
    sigma_factors_params params;
    assert_int_equal(sigma_factors_defaults(annual, &params), SIGMA_OK);
    return params;
}

/* A moment in which nothing is adverse. */
static sigma_factors_sample calm(void)
{
    return (sigma_factors_sample){.regime = 1.0,
                                  .volatility = 1.0,
                                  .win_rate = 0.5,
                                  .liquidity = 1.0,
                                  .margin_level = 10.0,
                                  .breaker = 1.0,
                                  .monitor = 1.0,
                                  .score = 100.0,
                                  .budget = 1.0,
                                  .caller = 1.0,
                                  .given = UINT64_MAX >> (64 - SIGMA_FACTOR_COUNT),
                                  .votes = SIGMA_VERDICT_APPROVE,
                                  .trades = 10};
}

static sigma_factors_result found(const sigma_factors_params *params,
                                  const sigma_factors_sample *sample)
{
    sigma_factors_result result;
    assert_int_equal(sigma_factors_evaluate(params, sample, &result), SIGMA_OK);
    return result;
}

static double factor_of(const sigma_factors_sample *sample, int32_t factor)
{
    sigma_factors_params params = defaults(0);
    return found(&params, sample).factor[factor];
}

/* Elite: a correlation of 0.35 gives 0.825 (printed 0.82), a win rate of 60 % gives 1.3. SIGMA: the
 * penalties of its volatilities. Hybrid: consensus, half, none. */
static void published_factors(void **unused)
{
    static const double penalties[][2] = {{0.29, 1.0},  {0.3, 0.85}, {0.49, 0.85}, {0.5, 0.65},
                                          {0.69, 0.65}, {0.7, 0.45}, {0.89, 0.45}, {0.9, 0.3}};
    static const double rates[][2] = {{0.0, 0.7}, {0.4, 0.7}, {0.5, 1.0}, {0.6, 1.3}, {1.0, 1.3}};
    static const double levels[][2] = {{1.99, 0.3}, {2.0, 0.7}, {2.99, 0.7}, {3.0, 1.0}};
    static const double correlations[][2] = {
        {0.35, 0.825}, {1.0, 0.5}, {0.0, 1.0}, {-0.6, 1.0}, {-1.0, 1.0}};
    sigma_factors_params annual = defaults(1);
    sigma_factors_sample x = calm();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(penalties); i++) {
        x.volatility = penalties[i][0];
        assert_bits(found(&annual, &x).factor[SIGMA_FACTOR_VOLATILITY], penalties[i][1]);
    }
    for (int32_t i = 0; i < COUNT_OF(rates); i++) {
        x.win_rate = rates[i][0];
        assert_near(factor_of(&x, SIGMA_FACTOR_PERFORMANCE), rates[i][1], 1e-15);
    }
    for (int32_t i = 0; i < COUNT_OF(correlations); i++) {
        x.correlation = correlations[i][0];
        assert_near(factor_of(&x, SIGMA_FACTOR_DIVERSIFICATION), correlations[i][1], 1e-15);
    }
    for (int32_t i = 0; i < COUNT_OF(levels); i++) {
        x.margin_level = levels[i][0];
        assert_bits(factor_of(&x, SIGMA_FACTOR_MARGIN), levels[i][1]);
    }
    for (int32_t votes = 0; votes < SIGMA_VERDICT_COUNT; votes++) {
        x.votes = votes;
        assert_bits(factor_of(&x, SIGMA_FACTOR_VOTES), 0.5 * votes);
    }
    x.liquidity = 0.49;
    assert_bits(factor_of(&x, SIGMA_FACTOR_LIQUIDITY), 0.8);
    x.liquidity = 0.5;
    assert_bits(factor_of(&x, SIGMA_FACTOR_LIQUIDITY), 1.0);
}

/* Breaker and degradation at a half make a half, not a quarter. */
static void the_smaller_throttle_holds(void **unused)
{
    sigma_factors_sample x = calm();
    (void)unused;
    x.breaker = x.monitor = 0.5;
    assert_bits(factor_of(&x, SIGMA_FACTOR_THROTTLE), 0.5);
    x.breaker = 0.2;
    assert_bits(factor_of(&x, SIGMA_FACTOR_THROTTLE), 0.2);
    x.monitor = 0.0;
    assert_bits(factor_of(&x, SIGMA_FACTOR_THROTTLE), 0.0);
}

static void the_budget_is_a_score_s_share_of_what_is_left(void **unused)
{
    static const double cases[][3] = {{100.0, 1.0, 1.0}, {50.0, 1.0, 1.0}, {40.0, 1.0, 0.8},
                                      {10.0, 1.0, 0.5},  {0.0, 0.5, 0.25}, {100.0, 0.0, 0.0},
                                      {40.0, 0.25, 0.2}, {25.0, 1.0, 0.5}};
    sigma_factors_sample x = calm();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        x.score = cases[i][0];
        x.budget = cases[i][1];
        assert_near(factor_of(&x, SIGMA_FACTOR_BUDGET), cases[i][2], 1e-15);
    }
}

/* The usual volatility has no penalty; twice and a half of it has the largest. */
static void volatility_is_relative_by_default(void **unused)
{
    static const double cases[][2] = {{0.0, 1.0},  {1.0, 1.0}, {1.2, 0.85}, {1.45, 0.65},
                                      {1.8, 0.45}, {2.5, 0.3}, {1e30, 0.3}};
    sigma_factors_sample x = calm();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        x.volatility = cases[i][0];
        assert_bits(factor_of(&x, SIGMA_FACTOR_VOLATILITY), cases[i][1]);
    }
}

static void what_is_not_given_is_one(void **unused)
{
    sigma_factors_params params = defaults(0);
    sigma_factors_sample x = {.given = 0};
    sigma_factors_result none = found(&params, &x);
    (void)unused;
    for (int32_t row = 0; row < SIGMA_FACTOR_COUNT; row++) {
        bool known = SIGMA_FACTOR_REGIME <= row && row <= SIGMA_FACTOR_CALLER;
        x.given = test_bit(row);
        sigma_factors_result one = found(&params, &x);
        assert_bits(none.factor[row], 1.0);
        assert_true(one.factors == (known ? test_bit(row) : 0));
        assert_bits(one.product, one.factor[row]);
        params.asked &= ~test_bit(row);
        assert_bits(found(&params, &x).product, 1.0);
        assert_true(found(&params, &x).factors == 0);
        params = defaults(0);
    }
    x = calm();
    x.trades = 9;
    x.win_rate = 0.0;
    assert_bits(factor_of(&x, SIGMA_FACTOR_PERFORMANCE), 1.0);
    assert_bits(found(&params, &x).product, 1.0);
}

/* More that is adverse is never a larger factor, and only a regime, a row of wins or the caller can
 * enlarge. */
static void adverse_moments_never_enlarge(void **unused)
{
    uint64_t seed = 95;
    sigma_factors_params params = defaults(0);
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_factors_sample x = calm();
        x.volatility = test_between(&seed, 0.0, 4.0);
        x.win_rate = test_random(&seed);
        x.correlation = test_between(&seed, -1.0, 1.0);
        x.liquidity = test_random(&seed);
        x.margin_level = test_between(&seed, 0.0, 5.0);
        x.breaker = test_random(&seed);
        x.monitor = test_random(&seed);
        x.score = test_between(&seed, 0.0, 100.0);
        x.budget = test_random(&seed);
        x.votes = test_whole(&seed, 0, 2);
        sigma_factors_sample worse = x;
        worse.volatility *= test_between(&seed, 1.0, 2.0);
        worse.win_rate *= test_random(&seed);
        worse.correlation += (1.0 - worse.correlation) * test_random(&seed);
        worse.liquidity *= test_random(&seed);
        worse.margin_level *= test_random(&seed);
        worse.breaker *= test_random(&seed);
        worse.monitor *= test_random(&seed);
        worse.score *= test_random(&seed);
        worse.budget *= test_random(&seed);
        worse.votes = test_whole(&seed, 0, x.votes);
        sigma_factors_result a = found(&params, &x), b = found(&params, &worse);
        for (int32_t row = 0; row < SIGMA_FACTOR_COUNT; row++) {
            assert_true(b.factor[row] <= a.factor[row]);
            assert_true(a.factor[row] <= 1.0 || row == SIGMA_FACTOR_PERFORMANCE);
        }
        assert_true(b.product <= a.product && a.product <= 1.3 + 1e-15);
    }
}

/* In a decision: the edge's last trades, the account's margin, the proposal's scale and moment. */
static void a_decision_takes_its_own_facts(void **unused)
{
    sigma_policy policy = sample_policy();
    sigma_context context = sample_context();
    sigma_proposal proposal = sample_proposal();
    sigma_decision d;
    (void)unused;
    context.edge = (sigma_edge){.mean = 0.2,
                                .kelly = 0.1,
                                .recent_win_rate = 0.4,
                                .recent_trades = 10,
                                .trades = 40,
                                .mark = SIGMA_PART_EDGE};
    context.account.margin = 4000.0;
    proposal.moment = calm(); /* what it says of performance, margin and caller does not count */
    proposal.moment.caller = 10.0;
    proposal.moment.volatility = 1.5;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_PERFORMANCE], 0.7);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_MARGIN], 0.7);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_VOLATILITY], 0.65);
    assert_bits(d.sizing.factor[SIGMA_FACTOR_CALLER], 1.0);
    assert_near(d.sizing.risk_after[SIGMA_FACTOR_FLOOR], 100.0 * 0.7 * 0.7 * 0.65, 1e-13);
    assert_int_equal(d.verdict, SIGMA_VERDICT_REDUCE);
    proposal.scale = 0.5;
    proposal.given = test_bit(SIGMA_GIVEN_SCALE);
    context.account.margin = 0.0;
    context.edge = (sigma_edge){0};
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_near(d.sizing.risk_after[SIGMA_FACTOR_FLOOR], 100.0 * 0.5 * 0.65, 1e-13);
    policy.factors.asked = 0;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_bits(d.sizing.risk_after[SIGMA_FACTOR_FLOOR], 100.0);
    proposal.moment.votes = SIGMA_VERDICT_DENY;
    policy.factors = defaults(0);
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_OK);
    assert_int_equal(d.verdict, SIGMA_VERDICT_DENY); /* a vote against is nothing to trade */
    proposal.moment.correlation = 1.1;
    assert_int_equal(sigma_decide(&policy, &context, &proposal, &d), SIGMA_E_RANGE);
}

static void params_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_factors_params params;
    sigma_factors_sample sample = calm();
    sigma_factors_result result;
    (void)field;
    (void)context;
    memcpy(&params, damaged, sizeof params);
    memset(&result, 7, sizeof result);
    assert_int_equal(sigma_factors_evaluate(&params, &sample, &result), SIGMA_E_RANGE);
    assert_zero(result);
}

static void sample_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_factors_params params = defaults(0);
    sigma_factors_sample sample;
    sigma_factors_result result;
    (void)field;
    (void)context;
    memcpy(&sample, damaged, sizeof sample);
    assert_int_equal(sigma_factors_evaluate(&params, &sample, &result), SIGMA_E_RANGE);
    assert_zero(result);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_factors_params params = defaults(0), falling = params;
    sigma_factors_sample sample = calm();
    sigma_factors_result result;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_FACTORS_PARAMS, &params, params_refused, NULL) > 60);
    assert_true(damage_each(SIGMA_KIND_FACTORS_SAMPLE, &sample, sample_refused, NULL) > 40);
    for (int32_t i = 1; i < 4; i++) {
        falling = params;
        falling.volatility[i] = falling.volatility[i - 1] - 0.1;
        assert_int_equal(sigma_factors_evaluate(&falling, &sample, &result), SIGMA_E_RANGE);
    }
    falling = params;
    falling.win_least = falling.win_most + 0.1;
    assert_int_equal(sigma_factors_evaluate(&falling, &sample, &result), SIGMA_E_RANGE);
    memset(&params, 7, sizeof params);
    assert_int_equal(sigma_factors_defaults(2, &params), SIGMA_E_RANGE);
    assert_zero(params);
    assert_int_equal(sigma_factors_defaults(-1, &params), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    sigma_factors_params params = defaults(0);
    sigma_factors_sample sample = calm();
    sigma_factors_result result;
    (void)unused;
    assert_int_equal(sigma_factors_defaults(0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_factors_evaluate(NULL, &sample, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_factors_evaluate(&params, NULL, &result), SIGMA_E_NULL);
    assert_int_equal(sigma_factors_evaluate(&params, &sample, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_factors),
        cmocka_unit_test(the_smaller_throttle_holds),
        cmocka_unit_test(the_budget_is_a_score_s_share_of_what_is_left),
        cmocka_unit_test(volatility_is_relative_by_default),
        cmocka_unit_test(what_is_not_given_is_one),
        cmocka_unit_test(adverse_moments_never_enlarge),
        cmocka_unit_test(a_decision_takes_its_own_facts),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
