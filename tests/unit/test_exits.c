/* SPDX-License-Identifier: MIT */
/* Worked examples: a position at 100 with its stop at 90, so that R is 10, and its mirror. */
#include "test.h"

enum { HOUR = 3600 };

static sigma_exits_params rules(int32_t style)
{
    sigma_exits_params p;
    assert_int_equal(sigma_exits_defaults(&p, style), SIGMA_OK);
    return p;
}

static sigma_exits_entry entry_of(int32_t side)
{
    bool is_long = side == SIGMA_SIDE_LONG;
    return (sigma_exits_entry){.entry = 100.0,
                               .stop = is_long ? 90.0 : 110.0,
                               .target = is_long ? 130.0 : 70.0,
                               .atr = 5.0,
                               .side = side,
                               .regime = SIGMA_REGIME_RANGE};
}

static sigma_exits started(int32_t style, int32_t side)
{
    sigma_exits_params params = rules(style);
    sigma_exits_entry entry = entry_of(side);
    sigma_exits exits;
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    return exits;
}

/* A bar of prices, upside down about 100 for a short. */
static sigma_bar bar_of(const sigma_exits *exits, double open, double high, double low,
                        double close)
{
    bool is_long = exits->entry.side == SIGMA_SIDE_LONG;
    int64_t time = exits->time + HOUR;
    return is_long ? (sigma_bar){time, open, high, low, close, 1.0}
                   : (sigma_bar){time, 200.0 - open, 200.0 - low, 200.0 - high, 200.0 - close, 1.0};
}

static sigma_exits_result judged(sigma_exits *exits, const sigma_bar *bar,
                                 const sigma_exits_sample *sample)
{
    sigma_exits_result r;
    assert_int_equal(sigma_exits_update(exits, bar, sample, &r), SIGMA_OK);
    return r;
}

static sigma_exits_result after(sigma_exits *exits, double open, double high, double low,
                                double close)
{
    sigma_exits_sample sample = {.regime = SIGMA_REGIME_RANGE};
    sigma_bar bar = bar_of(exits, open, high, low, close);
    return judged(exits, &bar, &sample);
}

static void assert_closed(const sigma_exits *exits, const sigma_exits_result *r, int32_t reason,
                          double price)
{
    bool is_long = exits->entry.side == SIGMA_SIDE_LONG;
    assert_int_equal(r->action, SIGMA_ACTION_CLOSE);
    assert_int_equal(r->reason, reason);
    assert_bits(r->price, is_long ? price : 200.0 - price);
    assert_bits(r->fraction, 1.0);
    assert_bits(exits->open, 0.0);
}

static void fills_of_one_bar(void **unused)
{
    static const struct {
        double open, high, low, close;
        int32_t reason;
        double price;
    } cases[] = {
        {100.0, 105.0, 95.0, 101.0, SIGMA_EXIT_UNKNOWN, 0.0},
        {100.0, 105.0, 90.0, 101.0, SIGMA_EXIT_STOP, 90.0},    /* touched */
        {100.0, 105.0, 85.0, 101.0, SIGMA_EXIT_STOP, 90.0},    /* passed */
        {88.0, 95.0, 85.0, 91.0, SIGMA_EXIT_STOP, 88.0},       /* gap through the stop */
        {90.0, 95.0, 90.0, 91.0, SIGMA_EXIT_STOP, 90.0},       /* open on the stop */
        {100.0, 130.0, 95.0, 101.0, SIGMA_EXIT_TARGET, 130.0}, /* touched */
        {100.0, 140.0, 95.0, 135.0, SIGMA_EXIT_TARGET, 130.0}, /* passed */
        {133.0, 140.0, 95.0, 135.0, SIGMA_EXIT_TARGET, 133.0}, /* gap through the target */
        {100.0, 131.0, 89.0, 130.5, SIGMA_EXIT_STOP, 90.0},    /* both: the stop */
        {133.0, 140.0, 80.0, 85.0, SIGMA_EXIT_TARGET, 133.0},  /* both, but it opened there */
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        for (int32_t side = SIGMA_SIDE_LONG; side <= SIGMA_SIDE_SHORT; side++) {
            sigma_exits exits = started(SIGMA_STYLE_PLAIN, side);
            sigma_exits_result r =
                after(&exits, cases[i].open, cases[i].high, cases[i].low, cases[i].close);
            if (cases[i].reason) {
                assert_closed(&exits, &r, cases[i].reason, cases[i].price);
            } else {
                assert_int_equal(r.action, SIGMA_ACTION_HOLD);
                assert_bits(r.price, 0.0);
                assert_near(r.gain, 0.1, 1e-12);
            }
        }
    }
}

/* Trail of 1.5 ATR of 5 in a range, from 1.5R on: the bar that makes the peak is not judged by it,
 * the next one is. */
static void the_trail_uses_finished_bars(void **unused)
{
    (void)unused;
    for (int32_t side = SIGMA_SIDE_LONG; side <= SIGMA_SIDE_SHORT; side++) {
        sigma_exits exits = started(SIGMA_STYLE_PLAIN, side);
        sigma_exits_result r = after(&exits, 100.0, 114.0, 95.0, 110.0);
        assert_int_equal(r.action, SIGMA_ACTION_HOLD);
        r = after(&exits, 110.0, 120.0, 104.0, 118.0);
        assert_int_equal(r.action, SIGMA_ACTION_MOVE_STOP);
        assert_int_equal(r.reason, SIGMA_EXIT_TRAIL);
        assert_bits(r.stop, side == SIGMA_SIDE_LONG ? 112.5 : 87.5);
        r = after(&exits, 118.0, 119.0, 112.5, 119.0);
        assert_closed(&exits, &r, SIGMA_EXIT_TRAIL, 112.5);
    }
}

/* A stop cannot be placed beyond the market: what closes there is left at the close. */
static void a_close_beyond_the_new_trail_is_left_at_the_close(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    sigma_exits_result r = after(&exits, 100.0, 120.0, 99.0, 111.0);
    (void)unused;
    assert_closed(&exits, &r, SIGMA_EXIT_TRAIL, 111.0);
    assert_bits(r.stop, 90.0);
}

static void the_trail_follows_the_regime_and_never_retreats(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    sigma_exits_sample sample = {.regime = SIGMA_REGIME_CHOP};
    sigma_bar bar = bar_of(&exits, 100.0, 120.0, 99.0, 119.0);
    (void)unused;
    assert_bits(judged(&exits, &bar, &sample).stop, 115.0);
    sample = (sigma_exits_sample){.regime = SIGMA_REGIME_VOLATILE};
    bar = bar_of(&exits, 119.0, 122.0, 118.0, 121.0);
    sigma_exits_result r = judged(&exits, &bar, &sample);
    assert_int_equal(r.action, SIGMA_ACTION_HOLD);
    assert_bits(r.stop, 115.0);
    sample = (sigma_exits_sample){
        .regime = SIGMA_REGIME_VOLATILE, .atr = 2.0, .given = test_bit(SIGMA_SEEN_ATR)};
    bar = bar_of(&exits, 121.0, 122.0, 118.0, 121.0);
    assert_bits(judged(&exits, &bar, &sample).stop, 117.0);
    sample.atr = 1e3; /* a trail below zero is none */
    bar = bar_of(&exits, 121.0, 122.0, 118.0, 121.0);
    assert_bits(judged(&exits, &bar, &sample).stop, 117.0);
}

static void levels_stand_on_the_tick_on_the_safe_side(void **unused)
{
    (void)unused;
    for (int32_t side = SIGMA_SIDE_LONG; side <= SIGMA_SIDE_SHORT; side++) {
        sigma_exits_params params = rules(SIGMA_STYLE_PLAIN);
        sigma_exits_entry entry = entry_of(side);
        sigma_exits exits;
        entry.tick_size = 0.25;
        entry.atr = 4.9;
        assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
        sigma_exits_result r = after(&exits, 100.0, 120.0, 99.0, 118.0); /* 120 - 7.35 */
        assert_bits(r.stop, side == SIGMA_SIDE_LONG ? 112.5 : 87.5);
    }
}

static void without_an_atr_the_first_risk_takes_its_place(void **unused)
{
    sigma_exits_params params = rules(SIGMA_STYLE_PLAIN);
    sigma_exits_entry entry = entry_of(SIGMA_SIDE_LONG);
    sigma_exits exits;
    (void)unused;
    entry.atr = 0.0;
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    assert_bits(after(&exits, 100.0, 120.0, 99.0, 118.0).stop, 105.0);
}

static void percent_of_the_published_style(void **unused)
{
    (void)unused;
    for (int32_t side = SIGMA_SIDE_LONG; side <= SIGMA_SIDE_SHORT; side++) {
        bool is_long = side == SIGMA_SIDE_LONG;
        sigma_exits exits = started(SIGMA_STYLE_PERCENT, side);
        sigma_exits_result r = after(&exits, 100.0, 100.9, 99.9, 100.5);
        assert_int_equal(r.action, SIGMA_ACTION_HOLD);
        r = after(&exits, 100.5, 101.0, 100.4, 100.8); /* break-even at 1 % */
        assert_int_equal(r.reason, SIGMA_EXIT_BREAKEVEN);
        assert_bits(r.stop, 100.0);
        r = after(&exits, 100.8, 101.5, 100.7, 101.4); /* trail of 1.5 % from there on */
        assert_int_equal(r.action, is_long ? SIGMA_ACTION_HOLD : SIGMA_ACTION_MOVE_STOP);
        r = after(&exits, 101.4, 101.9, 101.3, 101.8);
        assert_near(r.stop, is_long ? 101.9 * 0.985 : 98.1 * 1.015, 1e-15);
        r = after(&exits, 101.8, 101.8, 99.0, 99.5);
        assert_int_equal(r.reason, SIGMA_EXIT_TRAIL);
    }
}

static void the_stop_at_the_entry_is_named_so(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_RISK, SIGMA_SIDE_LONG);
    sigma_exits_result r = after(&exits, 100.0, 110.0, 99.0, 108.0);
    (void)unused;
    assert_int_equal(r.action, SIGMA_ACTION_MOVE_STOP);
    assert_int_equal(r.reason, SIGMA_EXIT_BREAKEVEN);
    r = after(&exits, 108.0, 109.0, 99.0, 101.0);
    assert_closed(&exits, &r, SIGMA_EXIT_BREAKEVEN, 100.0);

    exits = started(SIGMA_STYLE_RISK, SIGMA_SIDE_LONG);
    r = after(&exits, 100.0, 110.0, 99.0, 99.5); /* no stop can stand at 100 now */
    assert_closed(&exits, &r, SIGMA_EXIT_BREAKEVEN, 99.5);
}

/* A quarter at 2R and a half at 4R of the first size: a third of the rest the second time. */
static void parts_are_of_the_first_size(void **unused)
{
    sigma_exits_params params = rules(SIGMA_STYLE_RISK);
    sigma_exits_entry entry = entry_of(SIGMA_SIDE_LONG);
    sigma_exits exits;
    (void)unused;
    entry.target = 0.0;
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    sigma_exits_result r = after(&exits, 100.0, 121.0, 99.0, 120.5);
    assert_int_equal(r.action, SIGMA_ACTION_REDUCE);
    assert_int_equal(r.reason, SIGMA_EXIT_PARTIAL);
    assert_bits(r.price, 120.0);
    assert_bits(r.fraction, 0.25);
    assert_bits(r.stop, 113.5);                    /* moved by the same bar */
    r = after(&exits, 141.0, 145.0, 140.0, 144.0); /* a gap above the level */
    assert_bits(r.price, 141.0);
    assert_near(r.fraction, 2.0 / 3.0, 1e-15);
    assert_bits(exits.open, 0.25);
    r = after(&exits, 144.0, 200.0, 143.0, 199.0);
    assert_int_equal(r.action, SIGMA_ACTION_MOVE_STOP);
}

static void parts_and_target_of_one_bar_fill_at_their_mean(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_HALF, SIGMA_SIDE_LONG);
    sigma_exits_result r = after(&exits, 100.0, 131.0, 99.0, 130.0);
    (void)unused;
    assert_closed(&exits, &r, SIGMA_EXIT_TARGET, 122.5); /* half at 115, half at 130 */

    exits = started(SIGMA_STYLE_HALF, SIGMA_SIDE_LONG);
    r = after(&exits, 100.0, 116.0, 89.0, 115.0); /* the stop before the part */
    assert_closed(&exits, &r, SIGMA_EXIT_STOP, 90.0);
    exits = started(SIGMA_STYLE_HALF, SIGMA_SIDE_SHORT);
    r = after(&exits, 100.0, 116.0, 99.0, 110.0);
    assert_bits(r.price, 85.0);
    assert_bits(r.fraction, 0.5);
}

static void parts_that_cannot_be_are_passed_over(void **unused)
{
    sigma_exits_params params = rules(SIGMA_STYLE_RISK);
    sigma_exits_entry entry = entry_of(SIGMA_SIDE_SHORT);
    sigma_exits exits;
    (void)unused;
    params.partial_fraction[0] = 0.0;
    entry.target = 0.0;
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    assert_int_equal(after(&exits, 100.0, 121.0, 99.0, 120.5).action, SIGMA_ACTION_MOVE_STOP);
    assert_int_equal(exits.parts, 1);
    params.partial_unit = SIGMA_GAIN_TARGET; /* of which there is none */
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    assert_int_equal(after(&exits, 100.0, 150.0, 99.0, 149.0).action, SIGMA_ACTION_MOVE_STOP);
    assert_int_equal(exits.parts, 0);

    entry = entry_of(SIGMA_SIDE_LONG);
    entry.target = 0.0;
    entry.tick_size = 1000.0; /* no tick below the level */
    params = rules(SIGMA_STYLE_RISK);
    assert_int_equal(sigma_exits_init(&exits, &params, &entry), SIGMA_OK);
    assert_int_equal(after(&exits, 100.0, 150.0, 99.0, 149.0).action, SIGMA_ACTION_HOLD);
    assert_int_equal(exits.parts, 2);
    exits = started(SIGMA_STYLE_RISK, SIGMA_SIDE_LONG);
    exits.open = 0.1; /* less than the part */
    assert_int_equal(after(&exits, 100.0, 121.0, 99.0, 120.0).action, SIGMA_ACTION_MOVE_STOP);
    assert_int_equal(exits.parts, 1);
}

static void time_limits_by_regime(void **unused)
{
    static const int32_t limits[] = {36, 48, 48, 24, 12, 6};
    (void)unused;
    for (int32_t regime = 0; regime < SIGMA_REGIME_COUNT; regime++) {
        sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
        sigma_exits_sample sample = {.regime = regime};
        exits.entry.regime = SIGMA_REGIME_UNKNOWN;
        for (int32_t i = 1; i <= limits[regime]; i++) {
            sigma_bar bar = bar_of(&exits, 101.0, 102.0, 100.0, 110.0);
            bar.high = 110.0;
            sigma_exits_result r = judged(&exits, &bar, &sample);
            if (i < limits[regime]) {
                assert_int_equal(r.action, SIGMA_ACTION_HOLD);
            } else {
                assert_closed(&exits, &r, SIGMA_EXIT_TIME, 110.0); /* 1R is not above 1R */
            }
        }
    }
}

static void a_good_gain_waives_the_time_limit(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    (void)unused;
    for (int32_t i = 0; i < 40; i++) {
        assert_int_equal(after(&exits, 101.0, 110.5, 100.0, 110.5).action, SIGMA_ACTION_HOLD);
    }
    sigma_exits_result r = after(&exits, 110.0, 110.5, 105.0, 105.5);
    assert_closed(&exits, &r, SIGMA_EXIT_TIME, 105.5);
    exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    exits.params.time_limit[SIGMA_REGIME_RANGE] = 0; /* none */
    for (int32_t i = 0; i < 100; i++) {
        assert_int_equal(after(&exits, 101.0, 102.0, 100.0, 101.0).action, SIGMA_ACTION_HOLD);
    }
}

static void regimes_that_end_a_position(void **unused)
{
    static const struct {
        int32_t from, now;
        double close; /* R is 10 */
        bool ends;
    } cases[] = {
        {SIGMA_REGIME_TREND_UP, SIGMA_REGIME_CHOP, 105.0, true},
        {SIGMA_REGIME_TREND_DOWN, SIGMA_REGIME_VOLATILE, 105.0, true},
        {SIGMA_REGIME_TREND_UP, SIGMA_REGIME_CHOP, 120.0, true}, /* 2R is not above 2R */
        {SIGMA_REGIME_TREND_UP, SIGMA_REGIME_CHOP, 120.5, false},
        {SIGMA_REGIME_TREND_UP, SIGMA_REGIME_RANGE, 105.0, false},
        {SIGMA_REGIME_TREND_UP, SIGMA_REGIME_UNKNOWN, 105.0, false},
        {SIGMA_REGIME_RANGE, SIGMA_REGIME_TREND_UP, 105.0, true},
        {SIGMA_REGIME_RANGE, SIGMA_REGIME_TREND_DOWN, 109.5, true},
        {SIGMA_REGIME_RANGE, SIGMA_REGIME_TREND_UP, 110.0, false}, /* 1R is not below 1R */
        {SIGMA_REGIME_RANGE, SIGMA_REGIME_CHOP, 105.0, false},
        {SIGMA_REGIME_CHOP, SIGMA_REGIME_TREND_UP, 105.0, false},
        {SIGMA_REGIME_UNKNOWN, SIGMA_REGIME_CHOP, 105.0, false},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
        sigma_exits_sample sample = {.regime = cases[i].now};
        exits.entry.regime = cases[i].from;
        exits.params.trail_start = 1e6;
        sigma_bar bar = bar_of(&exits, 100.0, cases[i].close, 100.0, cases[i].close);
        sigma_exits_result r = judged(&exits, &bar, &sample);
        if (cases[i].ends) {
            assert_closed(&exits, &r, SIGMA_EXIT_REGIME, cases[i].close);
        } else {
            assert_int_equal(r.action, SIGMA_ACTION_HOLD);
        }
    }
}

static void the_heavy_side_gives_way_the_smallest_first(void **unused)
{
    static const struct {
        int32_t side;
        double exposure, smaller;
        bool ends;
    } cases[] = {
        {SIGMA_SIDE_LONG, 0.6, 0.0, true},    {SIGMA_SIDE_LONG, 0.5, 0.0, false},
        {SIGMA_SIDE_LONG, 0.6, 0.05, true},   {SIGMA_SIDE_LONG, 0.6, 0.15, false},
        {SIGMA_SIDE_SHORT, 0.6, 0.0, false},  {SIGMA_SIDE_SHORT, -0.6, 0.0, true},
        {SIGMA_SIDE_SHORT, -0.6, 0.2, false}, {SIGMA_SIDE_LONG, -0.9, 0.0, false},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_exits exits = started(SIGMA_STYLE_PLAIN, cases[i].side);
        sigma_exits_sample sample = {.exposure = cases[i].exposure,
                                     .smaller = cases[i].smaller,
                                     .given = test_bit(SIGMA_SEEN_EXPOSURE)};
        sigma_bar bar = bar_of(&exits, 100.0, 101.0, 99.0, 100.5);
        sigma_exits copy = exits;
        sigma_exits_result r = judged(&exits, &bar, &sample);
        assert_int_equal(r.reason, cases[i].ends ? SIGMA_EXIT_REBALANCE : SIGMA_EXIT_UNKNOWN);
        sample.given = 0;
        assert_int_equal(judged(&copy, &bar, &sample).action, SIGMA_ACTION_HOLD);
    }
}

static void a_thesis_that_turned_ends_the_position(void **unused)
{
    static const struct {
        int32_t side, thesis, given;
        double rsi, histogram;
        bool ends;
    } cases[] = {
        {SIGMA_SIDE_LONG, SIGMA_THESIS_RSI, SIGMA_SEEN_RSI, 70.5, 0.0, true},
        {SIGMA_SIDE_LONG, SIGMA_THESIS_RSI, SIGMA_SEEN_RSI, 70.0, 0.0, false},
        {SIGMA_SIDE_LONG, SIGMA_THESIS_RSI, SIGMA_SEEN_RSI, 29.0, 0.0, false},
        {SIGMA_SIDE_SHORT, SIGMA_THESIS_RSI, SIGMA_SEEN_RSI, 29.5, 0.0, true},
        {SIGMA_SIDE_SHORT, SIGMA_THESIS_RSI, SIGMA_SEEN_RSI, 30.0, 0.0, false},
        {SIGMA_SIDE_SHORT, SIGMA_THESIS_RSI, SIGMA_SEEN_HISTOGRAM, 0.0, 0.0, false},
        {SIGMA_SIDE_LONG, SIGMA_THESIS_MACD, SIGMA_SEEN_HISTOGRAM, 0.0, -0.5, true},
        {SIGMA_SIDE_LONG, SIGMA_THESIS_MACD, SIGMA_SEEN_HISTOGRAM, 0.0, -0.4, false},
        {SIGMA_SIDE_LONG, SIGMA_THESIS_MACD, SIGMA_SEEN_HISTOGRAM, 0.0, 0.9, false},
        {SIGMA_SIDE_SHORT, SIGMA_THESIS_MACD, SIGMA_SEEN_HISTOGRAM, 0.0, 0.5, true},
        {SIGMA_SIDE_SHORT, SIGMA_THESIS_MACD, SIGMA_SEEN_RSI, 99.0, -0.9, false},
        {SIGMA_SIDE_LONG, SIGMA_THESIS_MACD, SIGMA_SEEN_RSI, 99.0, 0.0, false},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_exits exits = started(SIGMA_STYLE_PLAIN, cases[i].side); /* ATR 5 */
        sigma_exits_sample sample = {.rsi = cases[i].rsi,
                                     .histogram = cases[i].histogram,
                                     .given = test_bit(cases[i].given)};
        exits.entry.thesis = test_bit(cases[i].thesis);
        sigma_bar bar = bar_of(&exits, 100.0, 101.0, 99.0, 100.5);
        sigma_exits_result r = judged(&exits, &bar, &sample);
        assert_int_equal(r.reason, cases[i].ends ? SIGMA_EXIT_THESIS : SIGMA_EXIT_UNKNOWN);
    }
}

static void a_histogram_means_nothing_without_an_atr(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    sigma_exits_sample sample = {.histogram = -9.0, .given = test_bit(SIGMA_SEEN_HISTOGRAM)};
    sigma_bar bar = bar_of(&exits, 100.0, 101.0, 99.0, 100.5);
    (void)unused;
    exits.entry.thesis = test_bit(SIGMA_THESIS_MACD);
    exits.atr = 0.0;
    assert_int_equal(judged(&exits, &bar, &sample).action, SIGMA_ACTION_HOLD);
}

/* Of several reasons the first in the order counts. */
static void the_order_of_reasons(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    sigma_exits_sample sample = {.rsi = 99.0,
                                 .exposure = 0.9,
                                 .given = test_bit(SIGMA_SEEN_RSI) | test_bit(SIGMA_SEEN_EXPOSURE),
                                 .regime = SIGMA_REGIME_TREND_UP};
    (void)unused;
    exits.entry.thesis = test_bit(SIGMA_THESIS_RSI);
    exits.params.time_limit[SIGMA_REGIME_TREND_UP] = 1;
    sigma_bar bar = bar_of(&exits, 100.0, 101.0, 99.0, 100.5);
    sigma_exits copy = exits;
    assert_int_equal(judged(&copy, &bar, &sample).reason, SIGMA_EXIT_TIME);
    exits.params.time_limit[SIGMA_REGIME_TREND_UP] = 0;
    copy = exits;
    assert_int_equal(judged(&copy, &bar, &sample).reason, SIGMA_EXIT_REGIME);
    exits.entry.regime = SIGMA_REGIME_UNKNOWN;
    copy = exits;
    assert_int_equal(judged(&copy, &bar, &sample).reason, SIGMA_EXIT_REBALANCE);
    sample.exposure = 0.0;
    copy = exits;
    assert_int_equal(judged(&copy, &bar, &sample).reason, SIGMA_EXIT_THESIS);
    sample.order = SIGMA_EXIT_MANUAL;
    assert_int_equal(judged(&exits, &bar, &sample).reason, SIGMA_EXIT_MANUAL);
}

static void orders_close_whatever_the_bar(void **unused)
{
    static const int32_t orders[] = {SIGMA_EXIT_EMERGENCY, SIGMA_EXIT_MANUAL};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(orders); i++) {
        sigma_exits_sample sample = {.atr = NOT_A_NUMBER, .regime = 99, .order = orders[i]};
        sigma_bar none = {0};
        sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
        sigma_exits copy = exits;
        sigma_exits_result r = judged(&copy, &none, &sample);
        assert_closed(&copy, &r, orders[i], 0.0);
        copy = exits;
        sigma_bar bar = bar_of(&exits, 100.0, 101.0, 99.0, 100.5);
        r = judged(&copy, &bar, &sample);
        assert_closed(&copy, &r, orders[i], 100.5);
        copy = exits;
        bar = bar_of(&exits, 100.0, 140.0, 85.0, 120.0); /* the stop was there first */
        r = judged(&copy, &bar, &sample);
        assert_closed(&copy, &r, orders[i], 90.0);
        copy = exits;
        assert_int_equal(sigma_exits_tick(&copy, -5, 101.0, &sample, &r), SIGMA_OK);
        assert_closed(&copy, &r, orders[i], 101.0);
        assert_int_equal(copy.time, 0);
    }
}

static void a_decided_close_is_said_again(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    sigma_exits_result r = after(&exits, 100.0, 101.0, 85.0, 86.0);
    (void)unused;
    assert_closed(&exits, &r, SIGMA_EXIT_STOP, 90.0);
    r = after(&exits, 95.0, 99.0, 94.0, 98.0);
    assert_closed(&exits, &r, SIGMA_EXIT_STOP, 98.0);
    sigma_exits_sample sample = {.order = SIGMA_EXIT_MANUAL};
    sigma_bar bar = bar_of(&exits, 95.0, 99.0, 94.0, 97.0);
    r = judged(&exits, &bar, &sample);
    assert_closed(&exits, &r, SIGMA_EXIT_STOP, 97.0);
}

static void ticks_are_bars_of_one_price(void **unused)
{
    sigma_exits exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    sigma_exits_sample sample = {.regime = SIGMA_REGIME_RANGE};
    sigma_exits_result r;
    (void)unused;
    exits.entry.interval = 60;
    assert_int_equal(sigma_exits_tick(&exits, 0, 116.0, &sample, &r), SIGMA_OK);
    assert_bits(r.stop, 108.5);
    assert_int_equal(sigma_exits_tick(&exits, 0, 108.4, &sample, &r), SIGMA_OK);
    assert_closed(&exits, &r, SIGMA_EXIT_TRAIL, 108.4);

    exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    exits.entry.interval = 60;
    assert_int_equal(sigma_exits_tick(&exits, 24 * 60 - 1, 100.0, &sample, &r), SIGMA_OK);
    assert_int_equal(r.action, SIGMA_ACTION_HOLD);
    assert_int_equal(sigma_exits_tick(&exits, 24 * 60, 100.0, &sample, &r), SIGMA_OK);
    assert_closed(&exits, &r, SIGMA_EXIT_TIME, 100.0);

    exits = started(SIGMA_STYLE_PLAIN, SIGMA_SIDE_LONG);
    exits.entry.interval = 1;
    assert_int_equal(sigma_exits_tick(&exits, INT64_C(9000000000000000000), 100.0, &sample, &r),
                     SIGMA_OK);
    assert_int_equal(exits.bars, 2000000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_of_one_bar),
        cmocka_unit_test(the_trail_uses_finished_bars),
        cmocka_unit_test(a_close_beyond_the_new_trail_is_left_at_the_close),
        cmocka_unit_test(the_trail_follows_the_regime_and_never_retreats),
        cmocka_unit_test(levels_stand_on_the_tick_on_the_safe_side),
        cmocka_unit_test(without_an_atr_the_first_risk_takes_its_place),
        cmocka_unit_test(percent_of_the_published_style),
        cmocka_unit_test(the_stop_at_the_entry_is_named_so),
        cmocka_unit_test(parts_are_of_the_first_size),
        cmocka_unit_test(parts_and_target_of_one_bar_fill_at_their_mean),
        cmocka_unit_test(parts_that_cannot_be_are_passed_over),
        cmocka_unit_test(time_limits_by_regime),
        cmocka_unit_test(a_good_gain_waives_the_time_limit),
        cmocka_unit_test(regimes_that_end_a_position),
        cmocka_unit_test(the_heavy_side_gives_way_the_smallest_first),
        cmocka_unit_test(a_thesis_that_turned_ends_the_position),
        cmocka_unit_test(a_histogram_means_nothing_without_an_atr),
        cmocka_unit_test(the_order_of_reasons),
        cmocka_unit_test(orders_close_whatever_the_bar),
        cmocka_unit_test(a_decided_close_is_said_again),
        cmocka_unit_test(ticks_are_bars_of_one_price),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
