/* SPDX-License-Identifier: MIT */
/* Breakers of other projects, set up to act alike: inputs and expected numbers from the tests of
 * market-maker-rs (MIT), rustrade (circuit_breaker.rs) and freqtrade (GPL-3.0; numbers only). */
#include "test.h"

#define SECOND INT64_C(1000000000)

/* Everything off but what a test sets. */
static sigma_breaker_params only(int64_t window, int64_t cooldown)
{
    sigma_breaker_params p;
    assert_int_equal(sigma_breaker_defaults(&p), SIGMA_OK);
    p.loss = 1e9;
    p.window = window;
    p.cooldown[2] = cooldown;
    p.probe = 0;
    return p;
}

static int32_t trade(sigma_breaker *breaker, int64_t time, double value)
{
    sigma_breaker_sample sample = {time, value, SIGMA_EVENT_TRADE, 0};
    sigma_breaker_transition t;
    assert_int_equal(sigma_breaker_update(breaker, &sample, &t), SIGMA_OK);
    return t.to == SIGMA_LEVEL_HALT ? t.issue : 0;
}

static bool halted_at(sigma_breaker *breaker, int64_t time)
{
    sigma_breaker_sample sample = {time, 0.0, SIGMA_EVENT_TIME, 0};
    sigma_breaker_transition t;
    assert_int_equal(sigma_breaker_update(breaker, &sample, &t), SIGMA_OK);
    return t.to == SIGMA_LEVEL_HALT;
}

static sigma_breaker started(const sigma_breaker_params *p, int64_t time)
{
    sigma_breaker breaker;
    assert_int_equal(sigma_breaker_init(&breaker, time, p), SIGMA_OK);
    return breaker;
}

/* market-maker-rs: profit in money, so the fall is in money too; its daily loss has no wins. */
static void market_maker_traces(void **unused)
{
    static const struct {
        double loss;
        int32_t streak, trades, issue;
        double profit[3];
    } cases[] = {
        {1000.0, 5, 1, 0, {100.0}},
        {1000.0, 5, 1, 0, {-100.0}},
        {1000.0, 5, 3, 0, {-100.0, -100.0, 50.0}},                  /* reset_on_win */
        {100.0, 10, 1, SIGMA_ISSUE_LOSS, {-100.0}},                 /* daily */
        {10000.0, 3, 3, SIGMA_ISSUE_STREAK, {-10.0, -10.0, -10.0}}, /* consecutive */
        {0.1, 100, 1, SIGMA_ISSUE_LOSS, {-0.1}},            /* rapid_drawdown: 100 of 1000 */
        {1000.0, 5, 2, SIGMA_ISSUE_LOSS, {-500.0, -500.0}}, /* reset */
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_breaker_params p = only(300 * SECOND, 60 * SECOND);
        int32_t issue = 0;
        p.loss = cases[i].loss;
        p.streak = cases[i].streak;
        sigma_breaker breaker = started(&p, 0);
        for (int32_t k = 0; k < cases[i].trades; k++) {
            assert_int_equal(issue, 0);
            issue = trade(&breaker, (k + 1) * SECOND, cases[i].profit[k]);
        }
        assert_int_equal(issue, cases[i].issue);
        sigma_breaker_transition t;
        assert_int_equal(sigma_breaker_recover(&breaker, 100 * SECOND, &t), SIGMA_OK);
        assert_int_equal(breaker.state, SIGMA_LEVEL_CLOSED);
        assert_int_equal(breaker.streak, 0);
    }
}

static void market_maker_volatility(void **unused)
{
    sigma_breaker_params p = only(300 * SECOND, 60 * SECOND);
    (void)unused;
    p.volatility = 0.05;
    sigma_breaker breaker = started(&p, 0);
    sigma_breaker_sample sample = {SECOND, 0.04, SIGMA_EVENT_VOLATILITY, 0};
    sigma_breaker_transition t;
    assert_int_equal(sigma_breaker_update(&breaker, &sample, &t), SIGMA_OK);
    assert_int_equal(t.to, SIGMA_LEVEL_CLOSED);
    sample.value = 0.06;
    assert_int_equal(sigma_breaker_update(&breaker, &sample, &t), SIGMA_OK);
    assert_int_equal(t.to, SIGMA_LEVEL_HALT);
    assert_false(halted_at(&breaker, 62 * SECOND)); /* its cool-down of a minute */
}

/* rustrade: steps of 0 are losses at the present instant, of -1 wins, others let seconds pass. */
static void rustrade_losses_in_a_window(void **unused)
{
    static const struct {
        int32_t limit, window, cooldown, steps;
        int32_t step[5];
        const char *tripped;
    } cases[] = {
        {3, 14400, 3600, 3, {0, 0, 0}, "nny"},             /* trips_at_limit */
        {2, 14400, 3600, 3, {0, 0, -1}, "nyy"},            /* win_does_not_untrip */
        {3, 3600, 600, 4, {0, 0, 3700, 0}, "nnnn"},        /* old losses evicted */
        {2, 3600, 600, 4, {0, 0, 300, 301}, "nyyn"},       /* cooldown_auto_resets */
        {3, 3600, 600, 5, {0, 3700, 0, 3700, 0}, "nnnnn"}, /* spaced outside the window */
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_breaker_params p = only(cases[i].window * SECOND, cases[i].cooldown * SECOND);
        int64_t now = 1000000 * SECOND;
        p.losses = cases[i].limit;
        sigma_breaker breaker = started(&p, now);
        for (int32_t k = 0; k < cases[i].steps; k++) {
            int32_t step = cases[i].step[k];
            now += step > 0 ? step * SECOND : 0;
            if (step <= 0) {
                (void)trade(&breaker, now, step == 0 ? -1.0 : 1.0);
            }
            assert_int_equal(step > 0 ? halted_at(&breaker, now)
                                      : breaker.state == SIGMA_LEVEL_HALT,
                             cases[i].tripped[k] == 'y');
        }
    }
}

/* rustrade's restore: a copy of the struct, and time that passed meanwhile. */
static void rustrade_restores(void **unused)
{
    sigma_breaker_params p = only(14400 * SECOND, 600 * SECOND);
    int64_t then = 1000000 * SECOND;
    (void)unused;
    p.losses = 2;
    sigma_breaker breaker = started(&p, then), restored;
    (void)trade(&breaker, then, -1.0);
    (void)trade(&breaker, then, -1.0);
    memcpy(&restored, &breaker, sizeof restored);
    assert_true(restored.state == SIGMA_LEVEL_HALT);
    assert_false(halted_at(&restored, then + 700 * SECOND));
    p = only(3600 * SECOND, 600 * SECOND);
    p.losses = 3;
    breaker = started(&p, then);
    (void)trade(&breaker, then, -1.0);
    (void)trade(&breaker, then, -1.0);
    restored = breaker;
    assert_int_equal(trade(&restored, 1004000 * SECOND, -1.0), 0); /* the first two are too old */
    assert_int_equal(restored.trades, 1);
}

/* freqtrade: trades closed so many minutes ago, oldest first; locked or not at the check. */
static void freqtrade_protections(void **unused)
{
    static const struct {
        int32_t lookback, losses, trades;
        double drawdown;
        struct {
            int32_t minutes_ago;
            double rate;
        } trade[8];
        bool locked;
    } cases[] = {
        /* StoplossGuard, 3 stops in 60 minutes, test_protections.py:257 */
        {60, 3, 1, 1e9, {{30, 0.9}}, false},
        {60, 3, 3, 1e9, {{100, 0.9}, {30, 0.9}, {30, 0.9}}, false},
        {60, 3, 4, 1e9, {{100, 0.9}, {30, 0.9}, {30, 0.9}, {30, 0.9}}, true},
        /* per pair and global, 2 stops in 60 minutes, :330 */
        {60, 2, 1, 1e9, {{30, 0.9}}, false},
        {60, 2, 2, 1e9, {{100, 0.9}, {30, 0.9}}, false},
        {60, 2, 3, 1e9, {{100, 0.9}, {30, 0.9}, {30, 0.9}}, true},
        /* MaxDrawdown, 15 % in 1000 minutes, :661 */
        {1000, 0, 3, 0.15, {{900, 1.1}, {900, 1.1}, {900, 1.1}}, false},
        {1000, 0, 4, 0.15, {{900, 1.1}, {900, 1.1}, {900, 1.1}, {400, 0.9}}, false},
        {1000, 0, 5, 0.15, {{1100, 0.5}, {900, 1.1}, {900, 1.1}, {900, 1.1}, {400, 0.9}}, false},
        {1000,
         0,
         7,
         0.15,
         {{1100, 0.5}, {900, 1.1}, {900, 1.1}, {900, 1.1}, {410, 1.5}, {400, 0.9}, {10, 0.8}},
         true},
    };
    const int64_t minute = 60 * SECOND;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_breaker_params p = only(cases[i].lookback * minute, 60 * minute);
        p.losses = cases[i].losses;
        p.loss = cases[i].drawdown;
        p.cooldown[2] = 1100 * minute;
        sigma_breaker breaker = started(&p, -2000 * minute);
        int32_t issue = 0;
        for (int32_t k = 0; k < cases[i].trades; k++) {
            issue = trade(&breaker, -cases[i].trade[k].minutes_ago * minute,
                          cases[i].trade[k].rate - 1.0);
            if (k == 0 && cases[i].trade[0].minutes_ago > cases[i].lookback) {
                sigma_breaker_transition t; /* locked then, but not any more */
                assert_int_equal(sigma_breaker_recover(&breaker, breaker.time, &t), SIGMA_OK);
            }
        }
        assert_int_equal(issue != 0, cases[i].locked);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(market_maker_traces),         cmocka_unit_test(market_maker_volatility),
        cmocka_unit_test(rustrade_losses_in_a_window), cmocka_unit_test(rustrade_restores),
        cmocka_unit_test(freqtrade_protections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
