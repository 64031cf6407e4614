/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

static sigma_market_params quick(void)
{
    return (sigma_market_params){.interval = SAMPLE_HOUR, .ema = {2, 5, 9, 30}, .atr = 4, .adx = 6};
}

static sigma_market started(const sigma_market_params *params)
{
    sigma_symbol symbol = sample_symbol();
    sigma_market market;
    assert_int_equal(sigma_market_init(&market, params, &symbol), SIGMA_OK);
    return market;
}

static sigma_status add(sigma_market *market, const sample_walk *walk, int32_t i)
{
    sigma_bar bar = sample_bar(walk, i);
    return sigma_market_update(market, &bar);
}

static void the_defaults_are_those_of_the_header(void **unused)
{
    sigma_market_params params;
    static const int32_t ema[4] = {9, 20, 50, 200};
    (void)unused;
    memset(&params, 7, sizeof params);
    assert_int_equal(sigma_market_defaults(&params), SIGMA_OK);
    assert_memory_equal(params.ema, ema, sizeof ema);
    assert_true(params.atr == 14 && params.adx == 14 && params.interval == 0);
    assert_int_equal(sigma_market_defaults(NULL), SIGMA_E_NULL);
}

/* The parts alone, fed the same bars. */
static void features_are_those_of_the_indicators(void **unused)
{
    sample_walk w = sample_random_walk(32);
    sigma_market_params params = quick();
    sigma_market market = started(&params);
    sigma_ema ema[4];
    sigma_atr atr;
    sigma_adx adx;
    (void)unused;
    assert_int_equal(sigma_atr_init(&atr, 4), SIGMA_OK);
    assert_int_equal(sigma_adx_init(&adx, 6), SIGMA_OK);
    for (int32_t k = 0; k < 4; k++) {
        assert_int_equal(sigma_ema_init(&ema[k], params.ema[k]), SIGMA_OK);
    }
    for (int32_t i = 0; i < 100; i++) {
        sigma_features f, wanted = {.time = sample_now + (i + 1) * SAMPLE_HOUR};
        sigma_adx_result r;
        sigma_status status = i < 29 ? SIGMA_WARMUP : SIGMA_OK;
        wanted.close = w.close[i];
        for (int32_t k = 0; k < 4; k++) {
            if (sigma_ema_update(&ema[k], w.close[i], &wanted.ema[k]) == SIGMA_OK) {
                wanted.ready |= test_bit(SIGMA_FEATURE_EMA_1 + k);
            }
        }
        if (sigma_atr_update(&atr, w.high[i], w.low[i], w.close[i], &wanted.atr) == SIGMA_OK) {
            wanted.ready |= test_bit(SIGMA_FEATURE_ATR);
        }
        if (sigma_adx_update(&adx, w.high[i], w.low[i], w.close[i], &r) == SIGMA_OK) {
            wanted.ready |= test_bit(SIGMA_FEATURE_ADX);
        }
        wanted.adx = r.adx, wanted.plus_di = r.plus_di, wanted.minus_di = r.minus_di;
        assert_int_equal(add(&market, &w, i), status);
        assert_int_equal(sigma_market_features(&market, &f), status);
        assert_same(f, wanted);
        assert_true(market.bars == i + 1);
    }
}

static void a_decision_needs_the_close_and_the_atr(void **unused)
{
    sample_walk w = sample_random_walk(33);
    sigma_market_params params = quick();
    sigma_market market = started(&params);
    sigma_atr atr;
    (void)unused;
    assert_int_equal(sigma_atr_init(&atr, 4), SIGMA_OK);
    for (int32_t i = 0; i < 10; i++) {
        sigma_market_result result, wanted = {0};
        double value;
        assert_true(add(&market, &w, i) >= 0);
        assert_true(sigma_atr_update(&atr, w.high[i], w.low[i], w.close[i], &value) >= 0);
        memset(&result, 7, sizeof result);
        assert_int_equal(sigma_market_read(&market, &result), i < 3 ? SIGMA_WARMUP : SIGMA_OK);
        if (i >= 3) {
            wanted = (sigma_market_result){sample_now + (i + 1) * SAMPLE_HOUR,
                                           SAMPLE_HOUR,
                                           w.close[i],
                                           value,
                                           SAMPLE_SYMBOL,
                                           SIGMA_PART_MARKET};
        }
        assert_same(result, wanted);
    }
}

static void before_the_first_bar_nothing_is_known(void **unused)
{
    sigma_market_params params = quick();
    sigma_market market = started(&params);
    sigma_features features = {.close = 9.0};
    sigma_market_result result = {.close = 9.0};
    (void)unused;
    assert_int_equal(sigma_market_features(&market, &features), SIGMA_WARMUP);
    assert_int_equal(sigma_market_read(&market, &result), SIGMA_WARMUP);
    assert_zero(features);
    assert_zero(result);
}

static void bars_come_in_the_order_of_time(void **unused)
{
    sample_walk w = sample_random_walk(34);
    sigma_market_params params = quick();
    sigma_market market = started(&params), before;
    (void)unused;
    assert_int_equal(add(&market, &w, 5), SIGMA_WARMUP); /* the first may have any time */
    before = market;
    assert_int_equal(add(&market, &w, 5), SIGMA_E_ORDER);
    assert_int_equal(add(&market, &w, 4), SIGMA_E_ORDER);
    assert_same(market, before);
    assert_int_equal(add(&market, &w, 9), SIGMA_WARMUP); /* gaps are weekends */
    sigma_bar early = sample_bar(&w, 0);
    early.time = -SAMPLE_HOUR; /* before 1970 */
    market = started(&params);
    assert_int_equal(sigma_market_update(&market, &early), SIGMA_WARMUP);
}

static void one_absurd_bar_changes_nothing(void **unused)
{
    sample_walk w = sample_random_walk(35);
    sigma_market_params params = quick();
    sigma_market market = started(&params), clean = market;
    (void)unused;
    for (int32_t i = 0; i < 60; i++) {
        sigma_bar bar = sample_bar(&w, i), absurd[] = {bar, bar, bar, bar, bar, bar};
        sigma_market before = market;
        absurd[0].high = 1.1e15;
        absurd[1].close = NOT_A_NUMBER;
        absurd[2].open = absurd[2].low / 2.0;
        absurd[3].low = 0.0;
        absurd[4].volume = -1.0;
        absurd[5].close = absurd[5].high * 2.0;
        for (int32_t k = 0; k < COUNT_OF(absurd); k++) {
            assert_int_equal(sigma_market_update(&market, &absurd[k]), SIGMA_E_RANGE);
            assert_same(market, before);
        }
        assert_int_equal(sigma_market_update(&market, &bar), sigma_market_update(&clean, &bar));
        assert_same(market, clean);
    }
}

static void facts_of_the_same_symbol_may_change(void **unused)
{
    sigma_market_params params = quick();
    sigma_market market = started(&params), wanted = market;
    sigma_symbol changed = sample_symbol(), other = sample_symbol(), bad = sample_symbol();
    (void)unused;
    changed.tick_value = 0.9;
    wanted.symbol = changed;
    assert_int_equal(sigma_market_symbol(&market, &changed), SIGMA_OK);
    assert_same(market, wanted);
    other.id = 8;
    assert_int_equal(sigma_market_symbol(&market, &other), SIGMA_E_RANGE);
    bad.lot_max = 0.001; /* below the smallest lot */
    assert_int_equal(sigma_market_symbol(&market, &bad), SIGMA_E_RANGE);
    assert_same(market, wanted);
}

static void averages_that_are_not_shortest_first_are_refused(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    for (int32_t i = 0; i < 81; i++) {
        sigma_market_params params = quick();
        sigma_market market;
        int32_t *e = params.ema;
        e[0] = 1 + i % 3, e[1] = 1 + i / 3 % 3, e[2] = 1 + i / 9 % 3, e[3] = 1 + i / 27 % 3;
        bool sorted = e[0] <= e[1] && e[1] <= e[2] && e[2] <= e[3];
        assert_int_equal(sigma_market_init(&market, &params, &symbol),
                         sorted ? SIGMA_OK : SIGMA_E_RANGE);
    }
}

static void a_copy_looks_ahead(void **unused)
{
    sample_walk w = sample_random_walk(36);
    sigma_market_params params = quick();
    sigma_market market = started(&params);
    (void)unused;
    for (int32_t i = 0; i < 50; i++) {
        sigma_market forming = market;
        sigma_status status = add(&forming, &w, i);
        assert_int_equal(add(&market, &w, i), status);
        assert_same(forming, market);
    }
}

static void one_bar_is_enough_where_every_period_is_one(void **unused)
{
    sample_walk w = sample_random_walk(37);
    sigma_market_params params = {SAMPLE_HOUR, {1, 1, 1, 1}, 1, 1};
    sigma_market market = started(&params);
    sigma_features features;
    (void)unused;
    assert_int_equal(add(&market, &w, 0), SIGMA_WARMUP); /* a direction needs two */
    assert_int_equal(add(&market, &w, 1), SIGMA_OK);
    assert_int_equal(sigma_market_features(&market, &features), SIGMA_OK);
    assert_true(features.ready == test_bit(SIGMA_FEATURE_COUNT) - 1);
    assert_bits(features.ema[3], w.close[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_header),
        cmocka_unit_test(features_are_those_of_the_indicators),
        cmocka_unit_test(a_decision_needs_the_close_and_the_atr),
        cmocka_unit_test(before_the_first_bar_nothing_is_known),
        cmocka_unit_test(bars_come_in_the_order_of_time),
        cmocka_unit_test(one_absurd_bar_changes_nothing),
        cmocka_unit_test(facts_of_the_same_symbol_may_change),
        cmocka_unit_test(averages_that_are_not_shortest_first_are_refused),
        cmocka_unit_test(a_copy_looks_ahead),
        cmocka_unit_test(one_bar_is_enough_where_every_period_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
