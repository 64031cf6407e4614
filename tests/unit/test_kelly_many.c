/* SPDX-License-Identifier: MIT */
/* Samples as long as those of a journal, against sums of long doubles. */
#include "test.h"

enum { SAMPLES = 600, LONGEST = 700 };

typedef struct trades {
    double r[LONGEST], weight[LONGEST];
    int32_t count;
} trades;

/* Losses around 1 and wins of up to 3, or up to 60, or normal ones of hardly an edge, or all of
 * some decades. */
static double random_r(uint64_t *seed, int32_t kind)
{
    bool won = test_random(seed) < 0.5;
    switch (kind) {
    case 0: return won ? test_between(seed, 0.2, 3.0) : -test_between(seed, 0.9, 1.1);
    case 1: return test_random(seed) < 0.1 ? test_between(seed, 5.0, 60.0) : -1.0;
    case 2: return test_between(seed, -1.0, 1.0) + test_between(seed, -1.0, 1.002);
    default: return (won ? 1.1 : -1.0) * test_decades(seed, 1e-3, 10.0);
    }
}

static trades random_trades(uint64_t *seed, int32_t kind)
{
    trades t = {.count = test_whole(seed, 1, LONGEST)};
    for (int32_t i = 0; i < t.count; i++) {
        t.r[i] = random_r(seed, kind);
        t.weight[i] = kind % 2 == 0 ? 1.0 : test_whole(seed, 0, 8) / 4.0;
    }
    return t;
}

static sigma_kelly_params random_params(uint64_t *seed)
{
    sigma_kelly_params params;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    params.prior_trades = test_whole(seed, 0, 100);
    params.gap_loss = test_whole(seed, 1, 9);
    params.fraction = test_between(seed, 0.05, 1.0);
    params.lower_chance = test_between(seed, 0.05, 0.5);
    params.wealth_alpha = test_between(seed, 0.2, 0.95);
    params.wealth_beta = test_whole(seed, 1, 20) / 20.0;
    return params;
}

static sigma_kelly_result weighted(const sigma_kelly_params *params, int32_t method,
                                   const trades *t)
{
    sigma_kelly_result result;
    assert_int_equal(sigma_kelly_weighted(params, method, t->r, t->weight, t->count, &result),
                     SIGMA_OK);
    return result;
}

/* (3) or, with an exponent, (7): above 0 before the root and below 0 behind it. */
static long double value_at(const trades *t, const sigma_kelly_result *k, long double exponent,
                            long double f)
{
    long double sum = 0.0L;
    for (int32_t i = 0; i < t->count; i++) {
        long double x = (long double)t->r[i] - (long double)k->shift, w = (long double)t->weight[i];
        sum += exponent > 0.0L ? -w * expm1l(-exponent * log1pl(f * x)) : w * x / (1.0L + f * x);
    }
    return sum;
}

static void assert_root(const trades *t, const sigma_kelly_result *k, double exponent, double f)
{
    long double power = (long double)exponent, root = (long double)f;
    long double noise = (long double)(4e-16 * (8.0 + k->deviation / (k->mean - k->shift)));
    assert_true(value_at(t, k, power, root * (1.0L - noise)) > 0.0L);
    assert_true(value_at(t, k, power, root * (1.0L + noise)) < 0.0L);
}

/* Within 8 units and what the rounding of the shift leaves unknown. */
static void roots_are_those_of_long_doubles(void **unused)
{
    uint64_t seed = 80;
    int32_t growing = 0, limited = 0;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed, i % 4);
        sigma_kelly_params params = random_params(&seed);
        params.gap_loss = 1.0;
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result k = weighted(&params, method, &t);
            if (k.reason == SIGMA_KELLY_GROWTH && 1.0 + k.full * k.worst > 1e-3) {
                assert_root(&t, &k, 0.0, k.full);
                growing++;
            }
            if (k.reason == SIGMA_KELLY_DRAWDOWN) {
                assert_root(&t, &k, k.exponent, k.fraction);
                limited++;
            }
        }
    }
    assert_true(growing > SAMPLES && limited > SAMPLES / 2);
}

/* Though an edge finds no root where it can do without. */
static void an_edge_is_what_the_methods_find(void **unused)
{
    uint64_t seed = 81;
    int32_t edges = 0;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES; i++) {
        trades t = random_trades(&seed, i % 4);
        sigma_kelly_params params = random_params(&seed);
        double found[SIGMA_METHOD_COUNT];
        sigma_edge edge;
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result k;
            assert_int_equal(sigma_kelly_evaluate(&params, method, t.r, t.count, &k), SIGMA_OK);
            found[method] = k.fraction;
        }
        assert_int_equal(sigma_edge_evaluate(&params, t.r, t.count, &edge), SIGMA_OK);
        assert_bits(edge.kelly, found[SIGMA_METHOD_ODDS]);
        assert_bits(edge.lower, found[SIGMA_METHOD_LOWER]);
        assert_bits(edge.limited, found[SIGMA_METHOD_LIMITED]);
        edges += edge.kelly > 0.0;
    }
    assert_true(edges > SAMPLES / 3);
}

/* Also of long samples, whose sums are of several at a time. */
static void weights_of_one_change_no_bit(void **unused)
{
    uint64_t seed = 82;
    (void)unused;
    for (int32_t i = 0; i < SAMPLES / 4; i++) {
        trades t = random_trades(&seed, 2 * (i % 2));
        sigma_kelly_params params = random_params(&seed);
        for (int32_t method = 1; method < SIGMA_METHOD_COUNT; method++) {
            sigma_kelly_result k = weighted(&params, method, &t), plain;
            assert_int_equal(sigma_kelly_evaluate(&params, method, t.r, t.count, &plain), SIGMA_OK);
            assert_same(k, plain);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roots_are_those_of_long_doubles),
        cmocka_unit_test(an_edge_is_what_the_methods_find),
        cmocka_unit_test(weights_of_one_change_no_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
