/* SPDX-License-Identifier: MIT */
/* Fractions against other people's numbers, and against 60 digits of mpmath. */
#include "test.h"

typedef struct sample {
    int32_t first, count;
    double prior, chance, alpha, beta;
    double fraction[SIGMA_METHOD_COUNT];
    double mean, deviation;
} sample;

typedef struct odds {
    double win_rate, payoff, fraction, growth;
} odds;

#include "vectors/kelly.inc"

static sigma_kelly_params params_of(const sample *s)
{
    sigma_kelly_params params;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    params.prior_trades = s->prior;
    params.lower_chance = s->chance;
    params.wealth_alpha = s->alpha;
    params.wealth_beta = s->beta;
    params.gap_loss = 1.0;
    return params;
}

static sigma_kelly_result result_of(const sample *s, int32_t method)
{
    sigma_kelly_params params = params_of(s);
    sigma_kelly_result result;
    assert_int_equal(
        sigma_kelly_weighted(&params, method, &r[s->first], &weight[s->first], s->count, &result),
        SIGMA_OK);
    return result;
}

static double ulps(double actual, double expected)
{
    return fabs(actual - expected) / (nextafter(fabs(expected), INFINITE) - fabs(expected));
}

/* The empirical root is good to an ulp, however nearly wins and losses cancel. The shift of the
 * sceptical one is a double; of the others a few ulp of its rounding are told apart by the sample
 * as badly as the mean is small in it. */
static void the_empirical_root_is_good_to_the_last_place(void **unused)
{
    double worst = 0.0;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(samples); i++) {
        sigma_kelly_result found = result_of(&samples[i], SIGMA_METHOD_EMPIRICAL);
        double expected = samples[i].fraction[SIGMA_METHOD_EMPIRICAL];
        worst = fmax(worst, expected > 0.0 ? ulps(found.full, expected) : 0.0);
        assert_true(expected > 0.0 || found.full == 0.0);
        assert_near(found.mean, samples[i].mean, 1e-15);
        assert_near(found.deviation, samples[i].deviation, 1e-14);
        assert_true(found.iterations < 60);
    }
    assert_true(worst <= 1.0);
}

static void the_other_roots_are_exact(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(samples); i++) {
        const sample *s = &samples[i];
        double noise = 4e-16 * (1.0 + s->deviation / fabs(s->mean));
        double sceptical = result_of(s, SIGMA_METHOD_SCEPTICAL).full;
        double lower = result_of(s, SIGMA_METHOD_LOWER).full;
        double shift = result_of(s, SIGMA_METHOD_LOWER).shift;
        assert_near(sceptical, s->fraction[SIGMA_METHOD_SCEPTICAL], 1e-15 * (4.0 + s->prior));
        assert_near(lower, s->fraction[SIGMA_METHOD_LOWER],
                    1e-15 * (4.0 + s->mean / fabs(s->mean - shift)));
        for (int32_t method = SIGMA_METHOD_DRAWDOWN; method <= SIGMA_METHOD_LIMITED; method++) {
            sigma_kelly_result found = result_of(s, method);
            assert_near(found.fraction, fmin(s->fraction[method], 1.0), 100.0 * noise);
            assert_true(found.iterations < 100);
        }
    }
}

static void known_odds(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(known); i++) {
        sigma_kelly_result result;
        assert_int_equal(sigma_kelly_binary(known[i].win_rate, known[i].payoff, &result), SIGMA_OK);
        assert_close(result.fraction, known[i].fraction, 2e-16);
        assert_close(result.growth, known[i].growth, 1e-16 + 1e-13 * known[i].growth);
    }
}

/* Thorp (2006) 7.1, the S&P 500: m 0.11, s 0.15, r 0.06 give f* 2.2222 and growth 0.11556 - r. */
static void a_portfolio_of_thorp(void **unused)
{
    sigma_kelly_result result;
    (void)unused;
    assert_int_equal(sigma_kelly_continuous(0.11 - 0.06, 0.15 * 0.15, &result), SIGMA_OK);
    assert_near(result.fraction, 2.2222222222222223, 1e-15);
    assert_near(0.06 + result.growth, 0.11555555555555555, 1e-15);
    assert_near(result.fraction * result.deviation, 0.3333333333333333, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_empirical_root_is_good_to_the_last_place),
        cmocka_unit_test(the_other_roots_are_exact),
        cmocka_unit_test(known_odds),
        cmocka_unit_test(a_portfolio_of_thorp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
