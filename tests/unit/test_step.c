/* SPDX-License-Identifier: MIT */
/* One call a bar does what the calls that it replaces do, bit for bit, or nothing. */
#include <math.h>

#include "samples.h"
#include "test.h"

enum { BARS = 2 * SAMPLE_BARS };

static sigma_market market_started(void)
{
    sigma_market_params params = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    sigma_market market;
    assert_int_equal(sigma_market_init(&market, &params, &symbol), SIGMA_OK);
    return market;
}

static sigma_technical technical_started(void)
{
    sigma_technical_params params;
    sigma_technical technical;
    assert_int_equal(sigma_technical_defaults(SIGMA_ASSET_FOREX, SAMPLE_HOUR, &params), SIGMA_OK);
    assert_int_equal(sigma_technical_init(&technical, &params), SIGMA_OK);
    return technical;
}

/* Two walks of SAMPLE_BARS bars, one after the other: the ring moves several times. */
static sigma_bar bar_at(const sample_walk *walk, int32_t i)
{
    sigma_bar bar = sample_bar(walk, i % SAMPLE_BARS);
    bar.time = sample_now + i * SAMPLE_HOUR;
    return bar;
}

static void a_market_steps_as_it_updates_and_reads(void **unused)
{
    static sigma_market market, usual;
    sample_walk walk = sample_random_walk(501);
    sigma_features features, expected;
    (void)unused;
    market = usual = market_started();
    for (int32_t i = 0; i < BARS; i++) {
        sigma_bar bar = bar_at(&walk, i);
        sigma_status status = sigma_market_update(&usual, &bar);
        assert_int_equal(sigma_market_features(&usual, &expected), status);
        assert_int_equal(sigma_market_step(&market, &bar, &features), status);
        assert_same(features, expected);
        assert_same(market, usual);
    }
}

static void assert_not_stepped(const sigma_market *damaged, const sigma_bar *bar,
                               sigma_status expected)
{
    static sigma_market market;
    sigma_features features = {.close = 9.0};
    market = *damaged;
    assert_int_equal(sigma_market_step(&market, bar, &features), expected);
    assert_same(market, *damaged);
    assert_zero(features);
}

static sigma_market market_after(const sample_walk *walk, int32_t bars)
{
    sigma_market market = market_started();
    for (int32_t i = 0; i < bars; i++) {
        sigma_bar bar = bar_at(walk, i);
        assert_true(sigma_market_update(&market, &bar) >= 0);
    }
    return market;
}

/* Also where the bar was in the ring already, at its end and in the middle. */
static void damage_in_the_ring_takes_the_bar_back(void **unused)
{
    static sigma_market market, good;
    sample_walk walk = sample_random_walk(502);
    double *const columns[] = {market.closes, market.high,    market.low,
                               market.rising, market.falling, market.change};
    (void)unused;
    for (int32_t bars = 300; bars < 1300; bars += 211 /* 511 is one before the ring moves */) {
        sigma_bar bar = bar_at(&walk, bars);
        good = market_after(&walk, bars);
        for (int32_t i = 0; i < COUNT_OF(columns); i++) {
            market = good;
            columns[i][market.end - 2] = NOT_A_NUMBER;
            assert_not_stepped(&market, &bar, SIGMA_E_STATE);
        }
    }
}

static void volumes_beyond_their_range_take_the_bar_back(void **unused)
{
    static const int64_t A_DAY = INT64_C(86400000000000);
    static sigma_market market, good;
    sample_walk walk = sample_random_walk(503);
    double *const sums[] = {&market.obv.value, &market.vwap.volume, &market.session.volume};
    sigma_bar heavy = bar_at(&walk, 300);
    sigma_features features;
    (void)unused;
    good = market_after(&walk, 300);
    good.session.session = heavy.time / A_DAY;
    heavy.close = heavy.high = 1.01 * fmax(heavy.high, good.close);
    heavy.volume = 1e18;
    for (int32_t i = 0; i < COUNT_OF(sums); i++) {
        market = good;
        *sums[i] = 1e33; /* the next sum leaves the range */
        sigma_market before = market;
        assert_int_equal(sigma_market_update(&market, &heavy), SIGMA_E_STATE);
        assert_same(market, before);
        assert_not_stepped(&before, &heavy, SIGMA_E_STATE);
    }
    market = good;
    assert_int_equal(sigma_market_step(&market, &heavy, &features), SIGMA_OK);
}

/* Whatever lasts longest, an update and a read tell alike whether anything is missing. */
static void each_indicator_may_be_the_last(void **unused)
{
    static sigma_market market;
    sample_walk walk = sample_random_walk(508);
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    for (int32_t which = 0; which < 8; which++) {
        sigma_market_params p = sample_market_params();
        int32_t *const longest[] = {&p.ema[3], &p.macd[1], &p.macd[2], &p.adx,
                                    &p.atr,    &p.rsi,     &p.cci};
        p.ema[2] = p.ema[3] = 50;
        if (which < COUNT_OF(longest)) {
            *longest[which] = 120;
        } else {
            p.decay = 0.99;
        }
        assert_int_equal(sigma_market_init(&market, &p, &symbol), SIGMA_OK);
        for (int32_t i = 0; i < 300; i++) {
            sigma_bar bar = bar_at(&walk, i);
            sigma_features features;
            sigma_status status = sigma_market_update(&market, &bar);
            assert_int_equal(sigma_market_features(&market, &features), status);
            assert_int_equal(status, features.ready == test_bit(SIGMA_FEATURE_COUNT) - 1
                                         ? SIGMA_OK
                                         : SIGMA_WARMUP);
        }
    }
}

static void an_average_without_a_bar_has_no_value(void **unused)
{
    static sigma_market market, good;
    sample_walk walk = sample_random_walk(509);
    sigma_features features;
    (void)unused;
    good = market_after(&walk, 300);
    for (int32_t i = 0; i < 2; i++) {
        market = good;
        *(i == 0 ? &market.vwap.count : &market.session.count) = 0;
        assert_int_equal(sigma_market_features(&market, &features), SIGMA_WARMUP);
        assert_true((features.ready & test_bit(SIGMA_FEATURE_VWAP)) == 0);
    }
}

static void a_bad_bar_is_no_step(void **unused)
{
    static sigma_market market;
    sample_walk walk = sample_random_walk(504);
    sigma_bar bar = bar_at(&walk, 299), low = bar_at(&walk, 300);
    (void)unused;
    market = market_after(&walk, 300);
    assert_not_stepped(&market, &bar, SIGMA_E_ORDER);
    low.low = low.high + 1.0;
    assert_not_stepped(&market, &low, SIGMA_E_RANGE);
    market.adx.period = 0;
    bar = bar_at(&walk, 300);
    assert_not_stepped(&market, &bar, SIGMA_E_STATE);
}

static void assert_ahead(const sigma_technical_sides *sides)
{
    const sigma_technical_result *up = &sides->longs, *down = &sides->shorts;
    int32_t side = up->score == down->score  ? SIGMA_SIDE_UNKNOWN
                   : up->score > down->score ? up->side
                                             : down->side;
    assert_bits(sides->score, up->score > down->score ? up->score : down->score);
    assert_int_equal(sides->side, side);
}

static void a_technical_score_steps_as_it_updates_and_scores(void **unused)
{
    static sigma_market market;
    sigma_technical technical = technical_started(), usual = technical;
    sample_walk walk = sample_random_walk(505);
    int32_t sides_ahead[SIGMA_SIDE_COUNT] = {0};
    (void)unused;
    market = market_started();
    for (int32_t i = 0; i < BARS; i++) {
        sigma_bar bar = bar_at(&walk, i);
        sigma_features features;
        sigma_technical_sides sides = {.score = 9.0}, expected = {.score = 0.0};
        assert_true(sigma_market_step(&market, &bar, &features) >= 0);
        assert_true(sigma_technical_update(&usual, &bar) >= 0);
        sigma_status status = sigma_technical_evaluate(&usual, &features, SIGMA_SIDE_LONG,
                                                       i % 7 > 0, &expected.longs);
        assert_int_equal(sigma_technical_evaluate(&usual, &features, SIGMA_SIDE_SHORT, i % 7 > 0,
                                                  &expected.shorts),
                         status);
        assert_int_equal(sigma_technical_step(&technical, &bar, &features, i % 7 > 0, &sides),
                         status);
        assert_same(technical, usual);
        assert_same(sides.longs, expected.longs);
        assert_same(sides.shorts, expected.shorts);
        assert_ahead(&sides);
        sides_ahead[sides.side]++;
    }
    for (int32_t side = 0; side < SIGMA_SIDE_COUNT; side++) {
        assert_true(sides_ahead[side] > 10);
    }
}

/* Both averages of the bars last longer than all that the market needs. */
static void a_technical_score_waits_for_its_averages(void **unused)
{
    static sigma_market market;
    sample_walk walk = sample_random_walk(510);
    (void)unused;
    for (int32_t which = 0; which < 2; which++) {
        sigma_technical_params params;
        sigma_technical technical;
        market = market_started();
        assert_int_equal(sigma_technical_defaults(SIGMA_ASSET_FOREX, SAMPLE_HOUR, &params),
                         SIGMA_OK);
        params.trend[0] = params.trend[1] = params.trend[2] = 2;
        params.ema[which] = 150;
        assert_int_equal(sigma_technical_init(&technical, &params), SIGMA_OK);
        for (int32_t i = 0; i < 300; i++) {
            sigma_bar bar = bar_at(&walk, i);
            sigma_features features;
            sigma_technical_sides sides;
            assert_true(sigma_market_step(&market, &bar, &features) >= 0);
            assert_int_equal(sigma_technical_step(&technical, &bar, &features, 1, &sides),
                             i < 149 ? SIGMA_WARMUP : SIGMA_OK);
        }
    }
}

static void technical_arguments_are_refused(void **unused)
{
    sigma_technical technical = technical_started(), before = technical;
    sample_walk walk = sample_random_walk(506);
    sigma_bar bar = bar_at(&walk, 0), bad = bar;
    sigma_features features = {.time = sample_now, .close = 1.0}, wrong = features;
    sigma_technical_sides sides = {.score = 9.0};
    (void)unused;
    bad.high = NOT_A_NUMBER;
    wrong.rsi = 101.0;
    assert_int_equal(sigma_technical_step(&technical, &bad, &features, 1, &sides), SIGMA_E_RANGE);
    assert_zero(sides);
    assert_int_equal(sigma_technical_step(&technical, &bar, &wrong, 1, &sides), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_step(&technical, &bar, &features, 2, &sides), SIGMA_E_RANGE);
    assert_int_equal(sigma_technical_step(&technical, &bar, &features, -1, &sides), SIGMA_E_RANGE);
    assert_same(technical, before);
    technical.tag = 0;
    assert_int_equal(sigma_technical_step(&technical, &bar, &features, 1, &sides), SIGMA_E_STATE);
}

static void null_is_refused(void **unused)
{
    static sigma_market market, before;
    sigma_technical technical = technical_started();
    sample_walk walk = sample_random_walk(507);
    sigma_bar bar = bar_at(&walk, 0);
    sigma_features features = {.close = 9.0};
    sigma_technical_sides sides = {.score = 9.0};
    (void)unused;
    market = before = market_started();
    assert_int_equal(sigma_market_step(&market, &bar, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_market_step(&market, NULL, &features), SIGMA_E_NULL);
    assert_zero(features);
    assert_int_equal(sigma_market_step(NULL, &bar, &features), SIGMA_E_NULL);
    assert_same(market, before);
    assert_int_equal(sigma_technical_step(&technical, &bar, &features, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_step(&technical, &bar, NULL, 1, &sides), SIGMA_E_NULL);
    assert_zero(sides);
    assert_int_equal(sigma_technical_step(&technical, NULL, &features, 1, &sides), SIGMA_E_NULL);
    assert_int_equal(sigma_technical_step(NULL, &bar, &features, 1, &sides), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_market_steps_as_it_updates_and_reads),
        cmocka_unit_test(damage_in_the_ring_takes_the_bar_back),
        cmocka_unit_test(volumes_beyond_their_range_take_the_bar_back),
        cmocka_unit_test(each_indicator_may_be_the_last),
        cmocka_unit_test(an_average_without_a_bar_has_no_value),
        cmocka_unit_test(a_bad_bar_is_no_step),
        cmocka_unit_test(a_technical_score_steps_as_it_updates_and_scores),
        cmocka_unit_test(a_technical_score_waits_for_its_averages),
        cmocka_unit_test(technical_arguments_are_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
