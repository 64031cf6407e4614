/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

enum { LONG = SIGMA_SIDE_LONG, SHORT = SIGMA_SIDE_SHORT, NONE = SIGMA_SIDE_UNKNOWN };
enum { BARS = 400 };

static sigma_technical_params usual(void)
{
    sigma_technical_params params;
    assert_int_equal(sigma_technical_defaults(SIGMA_ASSET_FOREX, SAMPLE_HOUR, &params), SIGMA_OK);
    return params;
}

static sigma_technical started(void)
{
    sigma_technical_params params = usual();
    sigma_technical technical;
    assert_int_equal(sigma_technical_init(&technical, &params), SIGMA_OK);
    return technical;
}

static sigma_bar bar_at(int32_t i, double price)
{
    return (sigma_bar){sample_now + i * SAMPLE_HOUR, price, price + 1.0, price - 1.0, price, 1.0};
}

/* After so many bars that move by a step each. */
static sigma_technical moved(double step, int32_t bars)
{
    sigma_technical technical = started();
    for (int32_t i = 0; i < bars; i++) {
        sigma_bar bar = bar_at(i, 1000.0 + step * i);
        assert_true(sigma_technical_update(&technical, &bar) >= 0);
    }
    return technical;
}

/* Of the last bar of moved(). */
static sigma_features features_of(double close)
{
    return (sigma_features){.time = sample_now,
                            .close = close,
                            .adx = 20.0,
                            .rsi = 50.0,
                            .bollinger_upper = 1e6,
                            .bollinger_lower = 1.0,
                            .ready = test_bit(SIGMA_FEATURE_COUNT) - 1};
}

static sigma_technical_result scored(const sigma_technical *technical, sigma_features f,
                                     int32_t side)
{
    sigma_technical_result r = {.side = 9};
    assert_int_equal(sigma_technical_evaluate(technical, &f, side, 1, &r), SIGMA_OK);
    return r;
}

static int32_t trend_of(const sigma_technical *technical)
{
    int32_t side = 9;
    assert_int_equal(sigma_technical_trend(technical, &side), SIGMA_OK);
    return side;
}

static void the_defaults_are_those_of_the_header(void **unused)
{
    (void)unused;
    for (int32_t asset = 1; asset < SIGMA_ASSET_COUNT; asset++) {
        sigma_technical_params p;
        assert_int_equal(sigma_technical_defaults(asset, 3600, &p), SIGMA_OK);
        assert_true(p.interval == 3600 && p.higher == 14400 && p.offset == 0);
        assert_bits(p.score_min, asset == SIGMA_ASSET_FUTURE ? 3.0 : 2.5);
        assert_true(p.rsi_low == 30.0 && p.rsi_near == 40.0 && p.adx_min == 25.0);
        assert_true(p.ema[0] == 10 && p.ema[1] == 21 && p.counter == 0);
        assert_true(p.trend[0] == 10 && p.trend[1] == 21 && p.trend[2] == 50);
    }
}

/* The averages are those of sigma_ema and the higher bars those of sigma_resample. */
static void it_follows_both_timeframes(void **unused)
{
    sample_walk walk = sample_random_walk(88);
    sigma_technical technical = started();
    sigma_resample resample;
    sigma_ema ema[5];
    static const int32_t periods[5] = {10, 21, 10, 21, 50};
    double value[5] = {0}, close = 0.0;
    int32_t seen[3] = {0};
    (void)unused;
    assert_int_equal(sigma_resample_init(&resample, 4 * SAMPLE_HOUR, 0, SAMPLE_HOUR), SIGMA_OK);
    for (int32_t k = 0; k < 5; k++) {
        assert_int_equal(sigma_ema_init(&ema[k], periods[k]), SIGMA_OK);
    }
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        sigma_bar bar = sample_bar(&walk, i);
        sigma_resample_result higher;
        sigma_status status = SIGMA_WARMUP;
        if (sigma_resample_update(&resample, &bar, &higher) == SIGMA_OK) {
            close = higher.bars[0].close;
            for (int32_t k = 2; k < 5; k++) {
                status = sigma_ema_update(&ema[k], close, &value[k]);
            }
        }
        assert_true(sigma_ema_update(&ema[0], bar.close, &value[0]) >= 0);
        assert_true(sigma_ema_update(&ema[1], bar.close, &value[1]) >= 0);
        bool ready = status == SIGMA_OK || value[4] > 0.0;
        assert_int_equal(sigma_technical_update(&technical, &bar), ready ? SIGMA_OK : SIGMA_WARMUP);
        assert_memory_equal(technical.ema, ema, 2 * sizeof *ema);
        assert_memory_equal(technical.trend, ema + 2, 3 * sizeof *ema);
        if (ready) {
            bool up = value[2] > value[3] && close > value[4];
            bool down = value[2] < value[3] && close < value[4];
            assert_int_equal(trend_of(&technical), up ? LONG : down ? SHORT : NONE);
            seen[trend_of(&technical)]++;
        }
    }
    assert_true(seen[LONG] > 20 && seen[SHORT] > 20 && seen[NONE] > 20);
}

static void each_point_alone(void **unused)
{
    static const double rsi[][2] = {{29.9, 2.0}, {30.0, 1.0}, {39.9, 1.0}, {40.0, 0.0}};
    sigma_technical rising = moved(1.0, BARS);
    sigma_features f = features_of(1000.0); /* below the averages: no point of theirs */
    (void)unused;
    for (int32_t side = LONG; side <= SHORT; side++) {
        double sign = side == LONG ? 1.0 : -1.0;
        for (int32_t i = 0; i < COUNT_OF(rsi); i++) {
            f.rsi = side == LONG ? rsi[i][0] : 100.0 - rsi[i][0];
            assert_bits(scored(&rising, f, side).point[SIGMA_POINT_RSI], rsi[i][1]);
        }
        f.macd_histogram = sign * 1e-9;
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_MACD], 2.0);
        f.macd_histogram = 0.0;
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_MACD], 0.0);
        f.macd_histogram = -sign;
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_MACD], 0.0);
        f.adx = 25.0;
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_ADX], 0.0);
        f.adx = 25.1;
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_ADX], 1.0);
        f.bollinger_lower = side == LONG ? 1000.0 : 999.0;
        f.bollinger_upper = side == LONG ? 1001.0 : 1000.0;
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_BAND], 1.0);
        assert_bits(scored(&rising, f, 3 - side).point[SIGMA_POINT_BAND], 0.0);
        f.bollinger_lower = f.bollinger_upper = 1000.0; /* nothing moved */
        assert_bits(scored(&rising, f, side).point[SIGMA_POINT_BAND], 0.0);
    }
}

/* A long in a rising market, by hand: MACD 2, higher 2, EMA 2, ADX 1. */
static void a_rise_scores_seven_for_a_long(void **unused)
{
    (void)unused;
    for (int32_t side = LONG; side <= SHORT; side++) {
        double sign = side == LONG ? 1.0 : -1.0;
        sigma_technical technical = moved(sign, BARS);
        sigma_features f = features_of(1000.0 + sign * (BARS - 1));
        f.macd_histogram = sign;
        f.adx = 40.0;
        sigma_technical_result with = scored(&technical, f, side);
        sigma_technical_result against = scored(&technical, f, 3 - side);
        assert_bits(with.score, 7.0);
        assert_int_equal(with.side, side);
        assert_true(with.refused == 0 && with.trend == side && against.trend == side);
        assert_bits(against.score, 0.0); /* 1 of the ADX less 1.5 */
        assert_bits(against.point[SIGMA_POINT_HIGHER], -1.5);
        assert_true(against.refused ==
                    (test_bit(SIGMA_OBSTACLE_SCORE) | test_bit(SIGMA_OBSTACLE_TREND)));
        assert_int_equal(against.side, NONE);
    }
}

/* Price, shorter and longer average in each order. */
static void averages_must_be_in_order(void **unused)
{
    sigma_technical technical = moved(1.0, BARS);
    static const double order[6][3] = {{3, 2, 1}, {1, 2, 3}, {3, 2, 2},
                                       {2, 2, 1}, {2, 2, 3}, {1, 2, 2}};
    (void)unused;
    for (int32_t i = 0; i < 6; i++) {
        technical.ema[0].value = order[i][1];
        technical.ema[1].value = order[i][2];
        sigma_features f = features_of(order[i][0]);
        assert_bits(scored(&technical, f, LONG).point[SIGMA_POINT_EMA], i == 0 ? 2.0 : 0.0);
        assert_bits(scored(&technical, f, SHORT).point[SIGMA_POINT_EMA], i == 1 ? 2.0 : 0.0);
    }
}

static void obstacles_refuse(void **unused)
{
    sigma_technical technical = moved(1.0, BARS);
    sigma_features f = features_of(1000.0);
    sigma_technical_result r;
    (void)unused;
    f.macd_histogram = -1.0;
    f.rsi = 75.0;
    f.adx = 30.0;
    assert_bits(scored(&technical, f, SHORT).score, 2.0 + 2.0 + 1.0 - 1.5);
    assert_true(scored(&technical, f, SHORT).refused == test_bit(SIGMA_OBSTACLE_TREND));
    technical.params.counter = 1;
    assert_int_equal(scored(&technical, f, SHORT).side, SHORT);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, SHORT, 0, &r), SIGMA_OK);
    assert_true(r.refused == test_bit(SIGMA_OBSTACLE_HOURS));
    assert_int_equal(r.side, NONE);
    technical.params.score_min = 3.5;
    assert_int_equal(scored(&technical, f, SHORT).side, SHORT);
    technical.params.score_min = nextafter(3.5, 6.0);
    assert_true(scored(&technical, f, SHORT).refused == test_bit(SIGMA_OBSTACLE_SCORE));
}

/* Neither way is not against. */
static void a_flat_higher_timeframe_passes(void **unused)
{
    sigma_technical technical = moved(0.0, BARS);
    sigma_features f = features_of(1000.0);
    (void)unused;
    assert_int_equal(trend_of(&technical), NONE);
    f.macd_histogram = 1.0;
    f.rsi = 35.0;
    sigma_technical_result r = scored(&technical, f, LONG);
    assert_bits(r.score, 3.0);
    assert_int_equal(r.side, LONG);
}

/* The forming higher bar says nothing: three bars of a crash leave the lean as it was. */
static void the_forming_bar_says_nothing(void **unused)
{
    sigma_technical technical = moved(1.0, BARS);
    sigma_ema before[3];
    (void)unused;
    memcpy(before, technical.trend, sizeof before);
    for (int32_t i = BARS; i < BARS + 4; i++) {
        sigma_bar bar = bar_at(i, 10.0);
        assert_int_equal(sigma_technical_update(&technical, &bar), SIGMA_OK);
        bool finished = (i + 1) % 4 == 0;
        assert_int_equal(memcmp(before, technical.trend, sizeof before) == 0, !finished);
    }
    assert_bits(technical.close, 10.0);
}

static void what_lacks_a_value_is_warming_up(void **unused)
{
    sigma_technical technical = moved(1.0, 199), empty = started();
    sigma_technical_result r = {.side = 9};
    sigma_features f = features_of(1100.0);
    sigma_bar bar = bar_at(199, 1199.0);
    int32_t side = 9;
    (void)unused;
    assert_int_equal(sigma_technical_trend(&empty, &side), SIGMA_WARMUP);
    assert_int_equal(sigma_technical_trend(&technical, &side), SIGMA_WARMUP);
    assert_int_equal(side, NONE);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, LONG, 1, &r), SIGMA_WARMUP);
    assert_zero(r);
    assert_int_equal(sigma_technical_update(&technical, &bar), SIGMA_OK);
    for (int32_t feature = 0; feature < SIGMA_FEATURE_COUNT; feature++) {
        bool needed = feature == SIGMA_FEATURE_RSI || feature == SIGMA_FEATURE_MACD ||
                      feature == SIGMA_FEATURE_ADX || feature == SIGMA_FEATURE_BOLLINGER;
        f.ready = (test_bit(SIGMA_FEATURE_COUNT) - 1) & ~test_bit(feature);
        assert_int_equal(sigma_technical_evaluate(&technical, &f, LONG, 1, &r),
                         needed ? SIGMA_WARMUP : SIGMA_OK);
    }
}

/* Two higher bars end with one bar, across a gap. */
static void gaps_end_two_higher_bars(void **unused)
{
    sigma_technical technical = started();
    sigma_bar first = bar_at(0, 100.0), last = bar_at(11, 110.0);
    (void)unused;
    assert_int_equal(sigma_technical_update(&technical, &first), SIGMA_WARMUP);
    assert_int_equal(technical.trend[0].count, 0);
    assert_int_equal(sigma_technical_update(&technical, &last), SIGMA_WARMUP);
    assert_int_equal(technical.trend[0].count, 2);
    assert_bits(technical.close, 110.0);
}

/* ---- refusals */

static void init_refused(const void *damaged, const sigma_field *field, void *context)
{
    sigma_technical technical = {.tag = 9};
    (void)field;
    (void)context;
    assert_int_equal(sigma_technical_init(&technical, (const sigma_technical_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(technical);
}

static void settings_out_of_range_are_refused(void **unused)
{
    sigma_technical_params params = usual(), p;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_TECHNICAL_PARAMS, &params, init_refused, NULL) > 40);
    p = params;
    p.rsi_low = 40.5;
    init_refused(&p, NULL, NULL);
    p = params;
    p.higher = p.interval - 1;
    init_refused(&p, NULL, NULL);
    p = params;
    p.offset = p.higher;
    init_refused(&p, NULL, NULL);
    assert_int_equal(sigma_technical_defaults(0, 1, &p), SIGMA_E_RANGE);
    assert_zero(p);
    assert_int_equal(sigma_technical_defaults(SIGMA_ASSET_COUNT, 1, &p), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_defaults(1, 0, &p), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_defaults(1, INT64_C(7905600000000001), &p), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_defaults(1, INT64_C(7905600000000000), &p), SIGMA_OK);
}

/* Whatever is damaged, every call refuses, and the state stays as it is. */
static void state_refused(const sigma_technical *damaged)
{
    sigma_technical technical = *damaged;
    sigma_technical_result r = {.score = 9.0};
    sigma_technical_sides sides = {.score = 9.0};
    sigma_bar bar = bar_at(BARS, 1400.0);
    sigma_features f = features_of(1400.0);
    int32_t side;
    assert_int_equal(sigma_technical_update(&technical, &bar), SIGMA_E_STATE);
    assert_int_equal(sigma_technical_step(&technical, &bar, &f, 1, &sides), SIGMA_E_STATE);
    assert_memory_equal(&technical, damaged, sizeof technical);
    assert_int_equal(sigma_technical_trend(damaged, &side), SIGMA_E_STATE);
    assert_int_equal(sigma_technical_evaluate(damaged, &f, LONG, 1, &r), SIGMA_E_STATE);
    assert_zero(r);
    assert_zero(sides);
}

static void damaged_states_are_refused(void **unused)
{
    const sigma_technical good = moved(1.0, BARS);
    sigma_technical t = {.tag = 0};
    (void)unused;
    state_refused(&t);
    for (int32_t which = 0; which < 6; which++) {
        t = good;
        t.tag += which == 0;
        t.reserved = which == 1;
        t.close = which == 2 ? NOT_A_NUMBER : t.close;
        t.params.counter = which == 3 ? 2 : 0;
        t.bars.tag += which == 4;
        t.ema[1].value = which == 5 ? NOT_A_NUMBER : t.ema[1].value;
        state_refused(&t);
    }
}

/* A damaged average of the higher timeframe is seen before a higher bar ends. */
static void damaged_trends_are_refused(void **unused)
{
    sigma_technical t = moved(1.0, BARS + 3), before;
    sigma_bar bar = bar_at(BARS + 3, 1403.0);
    int32_t side;
    (void)unused;
    t.trend[2].tag = 0;
    before = t;
    assert_int_equal(sigma_technical_update(&t, &bar), SIGMA_E_STATE);
    assert_same(t, before);
    assert_int_equal(sigma_technical_trend(&t, &side), SIGMA_E_STATE);
    t = moved(1.0, BARS);
    t.trend[2].tag = 0;
    bar = bar_at(BARS, 1400.0);
    before = t;
    assert_int_equal(sigma_technical_update(&t, &bar), SIGMA_E_STATE);
    assert_same(t, before);
}

static void arguments_out_of_range_are_refused(void **unused)
{
    sigma_technical technical = moved(1.0, BARS), before = technical;
    sigma_features f = features_of(1400.0);
    sigma_technical_result r;
    sigma_bar bar = bar_at(BARS - 1, 1400.0);
    (void)unused;
    assert_int_equal(sigma_technical_update(&technical, &bar), SIGMA_E_ORDER);
    bar = bar_at(BARS, -1.0);
    assert_int_equal(sigma_technical_update(&technical, &bar), SIGMA_E_RANGE);
    assert_same(technical, before);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, 0, 1, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, 3, 1, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, LONG, 2, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, LONG, -1, &r), SIGMA_E_RANGE);
    f.rsi = 101.0;
    assert_int_equal(sigma_technical_evaluate(&technical, &f, LONG, 1, &r), SIGMA_E_RANGE);
    assert_zero(r);
}

static void null_is_refused(void **unused)
{
    sigma_technical_params params = usual();
    sigma_technical technical = started();
    sigma_features f = features_of(1000.0);
    sigma_technical_result r;
    sigma_bar bar = bar_at(0, 1000.0);
    int32_t side = 9;
    (void)unused;
    assert_int_equal(sigma_technical_defaults(1, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_init(NULL, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_update(NULL, &bar), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_update(&technical, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_trend(NULL, &side), SIGMA_E_NULL);
    assert_int_equal(side, NONE);
    assert_int_equal(sigma_technical_trend(&technical, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_evaluate(NULL, &f, LONG, 1, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_technical_evaluate(&technical, NULL, LONG, 1, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_evaluate(&technical, &f, LONG, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_init(&technical, NULL), SIGMA_E_NULL);
    assert_zero(technical);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_header),
        cmocka_unit_test(it_follows_both_timeframes),
        cmocka_unit_test(each_point_alone),
        cmocka_unit_test(a_rise_scores_seven_for_a_long),
        cmocka_unit_test(averages_must_be_in_order),
        cmocka_unit_test(obstacles_refuse),
        cmocka_unit_test(a_flat_higher_timeframe_passes),
        cmocka_unit_test(the_forming_bar_says_nothing),
        cmocka_unit_test(what_lacks_a_value_is_warming_up),
        cmocka_unit_test(gaps_end_two_higher_bars),
        cmocka_unit_test(settings_out_of_range_are_refused),
        cmocka_unit_test(damaged_states_are_refused),
        cmocka_unit_test(damaged_trends_are_refused),
        cmocka_unit_test(arguments_out_of_range_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
