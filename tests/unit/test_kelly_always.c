/* SPDX-License-Identifier: MIT */
/* What holds for every sample of trades. */
#include "test.h"

enum { SAMPLES = 3000, LONGEST = 60 };

typedef struct trades {
    double r[LONGEST];
    int32_t count;
} trades;

/* Some edge, most of the time; losses of 1 with gaps now and then. */
static trades random_trades(uint64_t *seed)
{
    trades t = {.count = test_whole(seed, 1, LONGEST)};
    double rate = test_between(seed, 0.3, 0.7), payoff = test_between(seed, 0.5, 4.0);

    for (int32_t i = 0; i < t.count; i++) {
        double win = payoff * test_between(seed, 0.5, 1.5);
        double loss = test_random(seed) < 0.1 ? test_between(seed, 0.0, 6.0) : 1.0;
        t.r[i] = test_random(seed) < rate ? win : -loss;
    }
    return t;
}

static sigma_kelly_result evaluate(const trades *t, int32_t method, double prior, double gap)
{
    sigma_kelly_params params;
    sigma_kelly_result result;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    params.prior_trades = prior;
    params.gap_loss = gap;
    assert_int_equal(sigma_kelly_evaluate(&params, method, t->r, t->count, &result), SIGMA_OK);
    return result;
}

static double growth_at(const trades *t, double f)
{
    double sum = 0.0;
    for (int32_t i = 0; i < t->count; i++) {
        sum += log1p(f * t->r[i]);
    }
    return sum / t->count;
}

/* By the growth itself, not by its slope: no fraction to either side does better. */
static void no_other_fraction_grows_faster(void **unused)
{
    uint64_t seed = 70;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed);
        sigma_kelly_result k = evaluate(&t, SIGMA_METHOD_EMPIRICAL, 50.0, 1.0);
        if (k.reason == SIGMA_KELLY_GROWTH) {
            double best = growth_at(&t, k.fraction), most = fmin(1.0, -1.0 / k.worst);
            assert_close(k.growth, best, 1e-13);
            for (int32_t step = 0; step < 50; step++) {
                assert_true(growth_at(&t, most * step / 50.0) <= best + 1e-15);
            }
            assert_true(growth_at(&t, 0.999 * k.fraction) < best + 1e-17);
        }
    }
}

static void zero_exactly_where_the_mean_is_not_above_zero(void **unused)
{
    uint64_t seed = 71;
    int32_t zeros = 0;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed);
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result k = evaluate(&t, method, 50.0, 5.0);
            assert_true((k.fraction > 0.0) == (k.mean > k.shift));
            assert_true((k.fraction == 0.0) == (k.reason == SIGMA_KELLY_NO_EDGE));
            zeros += k.fraction == 0.0;
        }
    }
    assert_true(zeros > SAMPLES);
}

static void losses_bound_every_fraction(void **unused)
{
    uint64_t seed = 72;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed);
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result k = evaluate(&t, method, 50.0, 5.0);
            assert_true(k.fraction <= 0.2 || method == SIGMA_METHOD_ODDS);
            assert_true(0.5 * k.fraction <= k.full * (1.0 + 1e-15));
            assert_true(k.full * k.worst > -1.0);
        }
    }
}

static void doubt_and_limits_never_enlarge(void **unused)
{
    uint64_t seed = 73;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed);
        double f[SIGMA_METHOD_COUNT];
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            f[method] = evaluate(&t, method, 50.0, 1.0).fraction;
        }
        assert_true(f[SIGMA_METHOD_SCEPTICAL] <= f[SIGMA_METHOD_EMPIRICAL]);
        assert_true(f[SIGMA_METHOD_LOWER] <= f[SIGMA_METHOD_EMPIRICAL]);
        assert_true(f[SIGMA_METHOD_DRAWDOWN] <= f[SIGMA_METHOD_EMPIRICAL]);
        assert_true(f[SIGMA_METHOD_LIMITED] <= f[SIGMA_METHOD_SCEPTICAL]);
    }
}

/* The same trades once more prove more; every trade better by a bit allows more; more doubt less.
 */
static void it_rises_with_trades_and_mean_and_falls_with_doubt(void **unused)
{
    uint64_t seed = 74;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed);
        t.count = (t.count + 1) / 2;
        double once = evaluate(&t, SIGMA_METHOD_SCEPTICAL, 50.0, 1.0).fraction;
        double doubted = evaluate(&t, SIGMA_METHOD_SCEPTICAL, 60.0, 1.0).fraction;
        double lower = evaluate(&t, SIGMA_METHOD_LOWER, 0.0, 1.0).fraction;
        trades better = t, twice = t;
        for (int32_t k = 0; k < t.count; k++) {
            better.r[k] += 0.01;
            twice.r[t.count + k] = t.r[k];
        }
        twice.count = 2 * t.count;
        assert_true(doubted <= once);
        assert_true(evaluate(&better, SIGMA_METHOD_SCEPTICAL, 50.0, 1.0).fraction >= once);
        assert_true(evaluate(&better, SIGMA_METHOD_LOWER, 50.0, 1.0).fraction >= lower);
        assert_true(evaluate(&twice, SIGMA_METHOD_SCEPTICAL, 50.0, 1.0).fraction >= once);
        if (t.count > 1) {
            assert_true(evaluate(&twice, SIGMA_METHOD_LOWER, 0.0, 1.0).fraction >= lower);
        }
    }
}

/* Of two outcomes the odds are (1) times n / (n + m0); of all, half of them is below the root. */
static void odds_are_shrunk_and_guarded(void **unused)
{
    uint64_t seed = 78;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed);
        double payoff = test_between(&seed, 0.5, 3.0), wins = 0.0;
        sigma_kelly_result sceptical = evaluate(&t, SIGMA_METHOD_SCEPTICAL, 50.0, 1.0), binary;
        sigma_kelly_result odds = evaluate(&t, SIGMA_METHOD_ODDS, 50.0, 1.0);
        assert_bits(odds.full, sceptical.full);
        assert_true(odds.fraction <= 2.0 * sceptical.full);
        for (int32_t k = 0; k < t.count; k++) {
            wins += t.r[k] > 0.0;
            t.r[k] = t.r[k] > 0.0 ? payoff : -1.0;
        }
        odds = evaluate(&t, SIGMA_METHOD_ODDS, 50.0, 1.0);
        assert_int_equal(sigma_kelly_binary(wins / t.count, payoff, &binary), SIGMA_OK);
        if (binary.full > 1e-9 && odds.reason == SIGMA_KELLY_GROWTH) {
            assert_near(odds.fraction, binary.full * t.count / (t.count + 50.0), 1e-6);
        }
    }
}

/* R in other units: the fraction is in the inverse of them, to the last bit. */
static void scaling_by_a_power_of_two_changes_no_bit(void **unused)
{
    uint64_t seed = 75;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed), scaled = t;
        for (int32_t k = 0; k < t.count; k++) {
            scaled.r[k] = t.r[k] * 0x1p-9;
        }
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result a = evaluate(&t, method, 50.0, 1.0);
            sigma_kelly_result b = evaluate(&scaled, method, 50.0, 1.0);
            assert_bits(b.mean, a.mean * 0x1p-9);
            if (a.reason != SIGMA_KELLY_NO_LOSS) {
                assert_bits(b.full, a.full * 512.0);
            }
        }
    }
}

/* Counts of equal results are the results themselves, and order does not matter, to rounding. */
static void weights_count_trades(void **unused)
{
    uint64_t seed = 76;
    sigma_kelly_params params;
    (void)unused;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades all = {0}, kinds = random_trades(&seed);
        double weight[LONGEST];
        kinds.count = test_whole(&seed, 1, 12);
        for (int32_t k = 0; k < kinds.count; k++) {
            int32_t times = test_whole(&seed, 0, 5);
            weight[k] = times;
            for (; times > 0; times--) {
                all.r[all.count++] = kinds.r[k];
            }
        }
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result a, b;
            assert_int_equal(sigma_kelly_evaluate(&params, method, all.r, all.count, &a), SIGMA_OK);
            assert_int_equal(
                sigma_kelly_weighted(&params, method, kinds.r, weight, kinds.count, &b), SIGMA_OK);
            assert_close(b.fraction, a.fraction,
                         1e-13 * fmax(1.0, a.fraction) * (1.0 + 1.0 / fmax(a.mean, 1e-3)));
            assert_int_equal(a.reason, b.reason);
            assert_bits(a.trades, b.trades);
            assert_near(b.worst, a.worst, 1e-14);
        }
    }
}

/* Any numbers at all that are in range: an answer within bounds, or a refusal. */
static void hostile_samples_have_an_answer(void **unused)
{
    uint64_t seed = 77;
    (void)unused;
    for (int32_t i = 0; i < 5 * SAMPLES; i++) {
        trades t = {.count = test_whole(&seed, 1, 6)};
        sigma_field offender;
        for (int32_t k = 0; k < t.count; k++) {
            double size = test_decades(&seed, 1e-300, 1e6);
            t.r[k] = test_random(&seed) < 0.5 ? size : -size;
        }
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result k = evaluate(&t, method, test_decades(&seed, 1e-6, 1e6), 5.0);
            assert_int_equal(sigma_layout_check(SIGMA_KIND_KELLY_RESULT, &k, &offender), SIGMA_OK);
            assert_true(k.fraction <= 0.2 || method == SIGMA_METHOD_ODDS);
            assert_true(k.iterations < 150);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_other_fraction_grows_faster),
        cmocka_unit_test(zero_exactly_where_the_mean_is_not_above_zero),
        cmocka_unit_test(losses_bound_every_fraction),
        cmocka_unit_test(doubt_and_limits_never_enlarge),
        cmocka_unit_test(it_rises_with_trades_and_mean_and_falls_with_doubt),
        cmocka_unit_test(odds_are_shrunk_and_guarded),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(weights_count_trades),
        cmocka_unit_test(hostile_samples_have_an_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
