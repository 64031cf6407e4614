/* SPDX-License-Identifier: MIT */
/* What holds for every position on every path. */
#include "test.h"

enum { PATHS = 3000, LONGEST = 120 };

typedef struct path {
    sigma_exits exits;
    sigma_bar bar;
    sigma_exits_sample sample;
    double sign, left; /* share of the first size that the results have left open */
} path;

static sigma_exits_params some_rules(uint64_t *seed)
{
    sigma_exits_params p;
    assert_int_equal(
        sigma_exits_defaults(&p, test_whole(seed, SIGMA_STYLE_PLAIN, SIGMA_STYLE_COUNT - 1)),
        SIGMA_OK);
    if (test_random(seed) < 0.3) { /* so that trails and parts come early */
        p.trail_start = p.unit == SIGMA_GAIN_RISK ? 0.2 : 0.002;
        p.breakeven = p.trail_start / 2.0;
    }
    return p;
}

static path started(uint64_t *seed)
{
    path p = {.sign = test_random(seed) < 0.5 ? 1.0 : -1.0, .left = 1.0};
    sigma_exits_params params = some_rules(seed);
    double price = test_decades(seed, 0.01, 1e5);
    double risk = price * test_between(seed, 0.001, 0.05);
    sigma_exits_entry entry = {
        .entry = price,
        .stop = price - p.sign * risk,
        .target =
            test_random(seed) < 0.2 ? 0.0 : price + p.sign * risk * test_between(seed, 0.5, 6),
        .atr = test_random(seed) < 0.2 ? 0.0 : risk * test_between(seed, 0.2, 1.5),
        .tick_size = test_random(seed) < 0.5 ? 0.0 : price * 1e-4,
        .thesis = test_random_bits(seed) % 4,
        .side = p.sign > 0.0 ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT,
        .regime = test_whole(seed, 0, SIGMA_REGIME_COUNT - 1)};
    assert_int_equal(sigma_exits_init(&p.exits, &params, &entry), SIGMA_OK);
    p.bar.close = price;
    return p;
}

static void next_bar(uint64_t *seed, path *p)
{
    double step = fabs(p->exits.entry.entry - p->exits.entry.stop) * 0.4, from = p->bar.close;
    double open = from + (test_random(seed) < 0.2 ? step * test_between(seed, -3.0, 3.0) : 0.0);
    open = fmax(open, from / 2.0);
    double close = fmax(open + step * test_between(seed, -1.0, 1.0), open / 2.0);
    double high = fmax(open, close) + step * test_random(seed);
    double low = fmax(fmin(open, close) - step * test_random(seed), fmin(open, close) / 2.0);
    p->bar = (sigma_bar){p->bar.time + 1, open, high, low, close, 1.0};
    p->sample = (sigma_exits_sample){.atr = step * test_random(seed) * 3.0,
                                     .rsi = test_between(seed, 0.0, 100.0),
                                     .histogram = step * test_between(seed, -0.2, 0.2),
                                     .exposure = test_between(seed, -0.7, 0.7),
                                     .smaller = test_between(seed, 0.0, 0.3),
                                     .given = test_random_bits(seed) % 16,
                                     .regime = test_whole(seed, 0, SIGMA_REGIME_COUNT - 1)};
    if (test_random(seed) < 0.7) {
        p->sample.given = 0;
    }
}

static void stop_only_moves_toward_profit(const path *p, const sigma_exits *before,
                                          const sigma_exits_result *r)
{
    assert_true(p->sign * (r->stop - before->stop) >= 0.0);
    assert_bits(r->stop, p->exits.stop);
    if (r->action == SIGMA_ACTION_MOVE_STOP || r->action == SIGMA_ACTION_REDUCE) {
        assert_true(p->sign * (p->bar.close - r->stop) > 0.0); /* it can be placed */
    }
    if (r->action == SIGMA_ACTION_HOLD) {
        assert_bits(r->stop, before->stop);
    }
}

/* The stop that stood before the bar, and nothing that the bar itself made, decides the fill. */
static void a_bar_that_reaches_the_stop_fills_it(const path *p, const sigma_exits *before,
                                                 const sigma_exits_result *r)
{
    double target = before->entry.target;
    double worst = p->sign > 0.0 ? p->bar.low : p->bar.high;
    bool gapped_to_target = target > 0.0 && p->sign * (p->bar.open - target) >= 0.0;
    bool gapped = p->sign * (p->bar.open - before->stop) <= 0.0;

    if (p->sign * (worst - before->stop) <= 0.0 && !gapped_to_target) {
        assert_int_equal(r->action, SIGMA_ACTION_CLOSE);
        assert_int_equal(r->reason, before->origin);
        assert_bits(r->price, gapped ? p->bar.open : before->stop);
    }
    if (gapped_to_target) {
        assert_int_equal(r->reason, SIGMA_EXIT_TARGET);
        assert_bits(r->price, p->bar.open);
    }
}

static void prices_and_fractions(path *p, const sigma_exits_result *r)
{
    bool closes = r->action == SIGMA_ACTION_CLOSE || r->action == SIGMA_ACTION_REDUCE;
    if (closes) {
        assert_true(r->price >= p->bar.low * (1.0 - 1e-15) &&
                    r->price <= p->bar.high * (1.0 + 1e-15));
        assert_true(r->fraction > 0.0 && r->fraction <= 1.0);
        p->left -= p->left * r->fraction;
    } else {
        assert_bits(r->price, 0.0);
        assert_bits(r->fraction, 0.0);
    }
    assert_close(p->left, p->exits.open, 1e-12);
    assert_int_equal(r->action == SIGMA_ACTION_CLOSE, p->exits.open == 0.0);
    assert_int_equal(r->reason == SIGMA_EXIT_UNKNOWN, r->action == SIGMA_ACTION_HOLD);
}

static void every_bar_of_every_path(void **unused)
{
    uint64_t seed = 501;
    int32_t reasons[SIGMA_EXIT_COUNT] = {0};
    (void)unused;
    for (int32_t k = 0; k < PATHS; k++) {
        path p = started(&seed);
        for (int32_t i = 0; i < LONGEST && !p.exits.closing; i++) {
            sigma_exits_result r;
            next_bar(&seed, &p);
            sigma_exits before = p.exits;
            assert_int_equal(sigma_exits_update(&p.exits, &p.bar, &p.sample, &r), SIGMA_OK);
            stop_only_moves_toward_profit(&p, &before, &r);
            a_bar_that_reaches_the_stop_fills_it(&p, &before, &r);
            prices_and_fractions(&p, &r);
            reasons[r.reason]++;
        }
    }
    for (int32_t i = SIGMA_EXIT_STOP; i < SIGMA_EXIT_COUNT; i++) {
        assert_true(reasons[i] > 10); /* or the paths show nothing about it */
    }
}

/* A walk by ticks: the stop fills at the first price at or beyond it, whatever moved it there. */
static void every_tick_of_every_path(void **unused)
{
    uint64_t seed = 502;
    (void)unused;
    for (int32_t k = 0; k < PATHS; k++) {
        path p = started(&seed);
        for (int32_t i = 0; i < LONGEST && !p.exits.closing; i++) {
            sigma_exits_result r;
            next_bar(&seed, &p);
            sigma_exits before = p.exits;
            double price = p.bar.close;
            p.bar = (sigma_bar){p.bar.time, price, price, price, price, 0.0};
            assert_int_equal(sigma_exits_tick(&p.exits, p.bar.time, price, &p.sample, &r),
                             SIGMA_OK);
            stop_only_moves_toward_profit(&p, &before, &r);
            a_bar_that_reaches_the_stop_fills_it(&p, &before, &r);
            prices_and_fractions(&p, &r);
            assert_true(r.action != SIGMA_ACTION_CLOSE || r.price == price);
        }
    }
}

static sigma_exits scaled(const sigma_exits *exits, double by)
{
    sigma_exits e = *exits;
    e.entry.entry *= by;
    e.entry.stop *= by;
    e.entry.target *= by;
    e.entry.atr *= by;
    e.entry.tick_size *= by;
    e.stop *= by;
    e.best *= by;
    e.atr *= by;
    return e;
}

/* The unit of price has no say. */
static void scaling_by_a_power_of_two_changes_no_bit(void **unused)
{
    uint64_t seed = 503;
    double by = 0x1p-7;
    (void)unused;
    for (int32_t k = 0; k < PATHS; k++) {
        path p = started(&seed);
        p.exits.entry.tick_size = 0.0;
        sigma_exits small = scaled(&p.exits, by);
        for (int32_t i = 0; i < LONGEST && !p.exits.closing; i++) {
            sigma_exits_result a, b;
            next_bar(&seed, &p);
            sigma_bar bar = {p.bar.time,     by * p.bar.open,  by * p.bar.high,
                             by * p.bar.low, by * p.bar.close, p.bar.volume};
            sigma_exits_sample sample = p.sample;
            sample.atr *= by;
            sample.histogram *= by;
            assert_int_equal(sigma_exits_update(&p.exits, &p.bar, &p.sample, &a), SIGMA_OK);
            assert_int_equal(sigma_exits_update(&small, &bar, &sample, &b), SIGMA_OK);
            a.price *= by;
            a.stop *= by;
            assert_same(b, a);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bar_of_every_path),
        cmocka_unit_test(every_tick_of_every_path),
        cmocka_unit_test(scaling_by_a_power_of_two_changes_no_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
