/* SPDX-License-Identifier: MIT */
/* What holds for every stop and target, over random trades. */
#include "samples.h"
#include "test.h"

enum { TRADES = 50000 };

typedef struct trade {
    sigma_stops_params params;
    sigma_symbol symbol;
    sigma_stops_sample sample;
    sigma_stops_result result;
    double sign;
} trade;

static trade random_trade(uint64_t *seed, uint64_t given)
{
    trade t = {.params = sample_random_policy(seed).stops, .symbol = sample_random_symbol(seed)};
    double entry = t.symbol.tick_size * test_decades(seed, 1e3, 1e7);
    double atr = t.symbol.tick_size * test_decades(seed, 0.1, 400.0);
    double stop = atr * test_between(seed, 0.0, 4.0), target = atr * test_between(seed, 0.0, 9.0);

    t.sample.side = test_whole(seed, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT);
    t.sign = t.sample.side == SIGMA_SIDE_LONG ? 1.0 : -1.0;
    t.sample.entry = entry;
    t.sample.atr = atr;
    t.sample.stop = fmax(entry - t.sign * stop, 0.0);
    t.sample.target = fmax(entry + t.sign * target, 0.0);
    t.sample.given = given;
    t.sample.regime = test_whole(seed, 0, SIGMA_REGIME_COUNT - 1);
    t.sample.trades = test_whole(seed, 0, 40);
    t.sample.win_rate = test_random(seed);
    t.sample.win_mean = test_between(seed, 0.0, 5.0);
    t.sample.strength = test_random(seed);
    t.params.scheme = test_whole(seed, 1, SIGMA_SCHEME_COUNT - 1);
    assert_int_equal(sigma_stops_evaluate(&t.params, &t.symbol, &t.sample, &t.result), SIGMA_OK);
    return t;
}

static void assert_on_grid(const sigma_symbol *symbol, double price)
{
    double down, up;
    assert_int_equal(sigma_symbol_round(symbol, price, SIGMA_ROUND_DOWN, &down), SIGMA_OK);
    assert_int_equal(sigma_symbol_round(symbol, price, SIGMA_ROUND_UP, &up), SIGMA_OK);
    assert_bits(down, price);
    assert_bits(up, price);
}

/* The formulas of the header, written out once more. */
static double scheme_distance(const trade *t)
{
    const sigma_stops_params *p = &t->params;
    double distance = p->atr_multiple * t->sample.atr;
    if (p->scheme == SIGMA_SCHEME_SIGMA) {
        return distance * p->stop_factor[t->sample.regime];
    }
    distance *= t->sample.strength > p->strong_trend ? p->strong_factor : 1.0;
    distance *= t->sample.strength < p->weak_trend ? p->weak_factor : 1.0;
    return fmin(fmax(distance, p->distance_min * t->sample.entry),
                p->distance_max * t->sample.entry);
}

static double scheme_reward(const trade *t)
{
    const sigma_stops_params *p = &t->params;
    if (p->scheme == SIGMA_SCHEME_SIGMA) {
        return p->reward_risk * p->target_factor[t->sample.regime];
    }
    double reward = fmax(2.0 / (t->sample.trades ? t->sample.win_rate : 0.55), p->reward_risk_min);
    reward = t->sample.trades >= 10 ? fmin(reward, 0.8 * t->sample.win_mean) : reward;
    return fmax(reward, 1.5);
}

/* A placed stop is never nearer than is asked, and less than a tick farther. */
static void placed_stops_are_rounded_toward_safety(void **unused)
{
    uint64_t seed = 40;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, 0);
        double tick = t.symbol.tick_size, slack = 1e-12 * t.sample.entry;
        double wanted = fmax(scheme_distance(&t), fmax(t.symbol.stop_level, 1.0) * tick);
        if (t.result.passed & test_bit(SIGMA_REASON_STOP)) {
            double away = t.sign * (t.sample.entry - t.result.stop);
            assert_true(away >= wanted - slack && away < wanted + tick + slack);
            assert_close(t.result.distance, away, slack);
            assert_true(t.result.passed & test_bit(SIGMA_REASON_STOP_LEVEL));
            assert_on_grid(&t.symbol, t.result.stop);
        }
    }
}

/* A placed target never promises more than was asked, and less than a tick less. */
static void placed_targets_are_rounded_toward_safety(void **unused)
{
    uint64_t seed = 41;
    int32_t seen = 0;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, 0);
        double tick = t.symbol.tick_size, slack = 1e-12 * t.sample.entry;
        double wanted = scheme_reward(&t) * t.result.distance;
        if (t.result.target > 0.0 && t.result.stop > 0.0) {
            double away = t.sign * (t.result.target - t.sample.entry);
            assert_true(away <= wanted + slack && away > wanted - tick - slack);
            assert_true(t.result.reward_risk <= scheme_reward(&t) * (1.0 + 1e-9));
            assert_on_grid(&t.symbol, t.result.target);
            seen++;
        }
    }
    assert_true(seen > TRADES / 3);
}

static void given_levels_are_rounded_toward_safety(void **unused)
{
    uint64_t seed = 42;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, 3);
        double tick = t.symbol.tick_size, slack = 1e-12 * t.sample.entry;
        double stop = t.sign * (t.sample.stop - t.result.stop);
        double target = t.sign * (t.sample.target - t.result.target);
        if (t.result.stop > 0.0) {
            assert_true(stop >= -slack && stop < tick + slack);
        }
        if (t.result.target > 0.0) {
            assert_true(target >= -slack && target < tick + slack);
        }
    }
}

/* A structure is kept behind, and never brings the stop nearer; the partial target lies at half. */
static void a_structure_only_widens(void **unused)
{
    uint64_t seed = 46;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, 0);
        sigma_stops_result r;
        double away = t.sample.atr * test_between(&seed, -2.0, 9.0), tick = t.symbol.tick_size;
        double slack = 1e-12 * t.sample.entry;
        t.sample.structure = fmax(t.sample.entry - t.sign * away, 0.0);
        t.sample.given = test_bit(SIGMA_GIVEN_STRUCTURE);
        assert_int_equal(sigma_stops_evaluate(&t.params, &t.symbol, &t.sample, &r), SIGMA_OK);
        if (r.stop > 0.0 && t.result.stop > 0.0) {
            assert_true(t.sign * (t.result.stop - r.stop) >= -slack);
            assert_true(t.sign * (t.sample.structure - r.stop) >= -slack);
            assert_true(r.origin == SIGMA_ORIGIN_STRUCTURE || r.stop == t.result.stop);
        }
        if (r.target > 0.0 && r.partial > 0.0) {
            double half = t.sign * (r.target - t.sample.entry) / 2.0;
            double part = t.sign * (r.partial - t.sample.entry);
            assert_true(part <= half + slack && part > half - tick - slack);
        }
    }
}

/* What the checks say is what the levels are. */
static void checks_follow_from_the_levels(void **unused)
{
    uint64_t seed = 43;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, test_random_bits(&seed) & 3);
        const sigma_stops_result *r = &t.result;
        double risk = r->stop > 0.0 ? t.sign * (t.sample.entry - r->stop) : 0.0;
        double reward = r->target > 0.0 ? t.sign * (r->target - t.sample.entry) : 0.0;
        double least = fmax(t.symbol.stop_level, 1.0) * t.symbol.tick_size;
        double slack = 1e-12 * t.sample.entry;
        if (fabs(risk) > slack) {
            assert_true(!(r->passed & test_bit(SIGMA_REASON_STOP)) == (risk < 0.0));
        }
        if (fabs(risk - least) > slack) {
            assert_true(!(r->passed & test_bit(SIGMA_REASON_STOP_LEVEL)) == (risk < least));
        }
        if (fabs(reward) > slack) {
            assert_true(!(r->passed & test_bit(SIGMA_REASON_TARGET)) == (reward < 0.0));
        }
        if (risk > t.symbol.tick_size / 2.0 && reward > slack) {
            assert_close(r->reward_risk, reward / risk, 1e-6 * (1.0 + reward / risk));
        }
        bool own = t.sample.given & test_bit(SIGMA_GIVEN_TARGET);
        double aimed_at = own ? r->reward_risk : scheme_reward(&t);
        assert_true(!(r->passed & test_bit(SIGMA_REASON_REWARD)) ==
                    (r->reward_risk <= 0.0 || aimed_at < t.params.reward_risk_min));
    }
}

static void every_result_is_in_its_range(void **unused)
{
    uint64_t seed = 44;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, test_random_bits(&seed) & 3);
        sigma_field offender;
        assert_int_equal(sigma_layout_check(SIGMA_KIND_STOPS_RESULT, &t.result, &offender),
                         SIGMA_OK);
    }
}

/* A scale of two is exact in every step but the last, which brings a level to its decimal. */
static void scaling_by_a_power_of_two_scales_the_levels(void **unused)
{
    uint64_t seed = 45;
    (void)unused;
    for (int32_t i = 0; i < TRADES; i++) {
        trade t = random_trade(&seed, test_random_bits(&seed) & 3);
        sigma_stops_result scaled;
        t.symbol.tick_size *= 128.0;
        t.sample.entry *= 128.0;
        t.sample.atr *= 128.0;
        t.sample.stop *= 128.0;
        t.sample.target *= 128.0;
        assert_int_equal(sigma_stops_evaluate(&t.params, &t.symbol, &t.sample, &scaled), SIGMA_OK);
        assert_near(scaled.stop, t.result.stop * 128.0, 4e-16);
        assert_true(scaled.passed == t.result.passed && scaled.refused == t.result.refused);
        assert_close(scaled.reward_risk, t.result.reward_risk, 1e-9 * t.result.reward_risk);
    }
}

/* A twentieth of a tick from entry to stop, and the last price that there is. */
static void the_smallest_and_the_largest_distance_are_measured(void **unused)
{
    sigma_stops_params params;
    sigma_symbol symbol = sample_symbol();
    sigma_stops_sample near = {.entry = 1.1000005, .stop = 1.1, .target = 1.10001};
    sigma_stops_sample far = {.entry = 1e14, .stop = 1e15, .target = 1.0};
    sigma_stops_result r;
    (void)unused;
    near.given = far.given = test_bit(SIGMA_GIVEN_STOP) | test_bit(SIGMA_GIVEN_TARGET);
    assert_int_equal(sigma_stops_defaults(&params), SIGMA_OK);
    near.side = SIGMA_SIDE_LONG;
    assert_int_equal(sigma_stops_evaluate(&params, &symbol, &near, &r), SIGMA_OK);
    assert_near(r.distance, 5e-7, 1e-9);
    assert_near(r.reward_risk, 19.0, 1e-9);
    far.side = SIGMA_SIDE_SHORT;
    symbol.tick_size = 1.0;
    assert_int_equal(sigma_stops_evaluate(&params, &symbol, &far, &r), SIGMA_OK);
    assert_bits(r.stop, 1e15);
    assert_bits(r.distance, 9e14);
    assert_true(r.passed & test_bit(SIGMA_REASON_STOP));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placed_stops_are_rounded_toward_safety),
        cmocka_unit_test(placed_targets_are_rounded_toward_safety),
        cmocka_unit_test(given_levels_are_rounded_toward_safety),
        cmocka_unit_test(a_structure_only_widens),
        cmocka_unit_test(checks_follow_from_the_levels),
        cmocka_unit_test(every_result_is_in_its_range),
        cmocka_unit_test(scaling_by_a_power_of_two_scales_the_levels),
        cmocka_unit_test(the_smallest_and_the_largest_distance_are_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
