/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

static sigma_market_params quick(void)
{
    sigma_market_params params;
    static const int32_t ema[4] = {2, 5, 9, 30};
    assert_int_equal(sigma_market_defaults(&params), SIGMA_OK);
    params.interval = SAMPLE_HOUR;
    memcpy(params.ema, ema, sizeof ema);
    params.atr = 4;
    params.adx = 6;
    params.macd[1] = 15;
    return params;
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

/* The parts alone. */
typedef struct parts {
    sigma_ema ema[4];
    sigma_atr atr;
    sigma_adx adx;
    sigma_rsi rsi;
    sigma_macd macd;
    sigma_stochastic stochastic;
    sigma_sma sma;
    sigma_bollinger bollinger;
    sigma_cci cci;
    sigma_mfi mfi;
    sigma_obv obv;
    sigma_vwap vwap, session;
    sigma_volatility volatility;
    sigma_ewma ewma;
    sigma_zscore zscore;
    sigma_slope slope;
} parts;

static void start_parts(parts *x, const sigma_market_params *p)
{
    double bars = p->bars_a_year > 0.0 ? p->bars_a_year : 31557600e9 / (double)p->interval;
    for (int32_t k = 0; k < 4; k++) {
        assert_int_equal(sigma_ema_init(&x->ema[k], p->ema[k]), SIGMA_OK);
    }
    assert_int_equal(sigma_atr_init(&x->atr, p->atr), SIGMA_OK);
    assert_int_equal(sigma_adx_init(&x->adx, p->adx), SIGMA_OK);
    assert_int_equal(sigma_rsi_init(&x->rsi, p->rsi), SIGMA_OK);
    assert_int_equal(sigma_macd_init(&x->macd, p->macd[0], p->macd[1], p->macd[2]), SIGMA_OK);
    assert_int_equal(
        sigma_stochastic_init(&x->stochastic, p->stochastic[0], p->stochastic[1], p->stochastic[2]),
        SIGMA_OK);
    assert_int_equal(sigma_sma_init(&x->sma, p->sma), SIGMA_OK);
    assert_int_equal(sigma_bollinger_init(&x->bollinger, p->bollinger, p->multiple), SIGMA_OK);
    assert_int_equal(sigma_cci_init(&x->cci, p->cci), SIGMA_OK);
    assert_int_equal(sigma_mfi_init(&x->mfi, p->mfi), SIGMA_OK);
    assert_int_equal(sigma_obv_init(&x->obv), SIGMA_OK);
    assert_int_equal(sigma_vwap_init(&x->vwap), SIGMA_OK);
    assert_int_equal(sigma_vwap_init(&x->session), SIGMA_OK);
    assert_int_equal(sigma_volatility_init(&x->volatility, p->estimator, p->volatility, bars),
                     SIGMA_OK);
    assert_int_equal(sigma_ewma_init(&x->ewma, p->decay, bars), SIGMA_OK);
    assert_int_equal(sigma_zscore_init(&x->zscore, p->zscore), SIGMA_OK);
    assert_int_equal(sigma_slope_init(&x->slope, p->slope), SIGMA_OK);
}

static void ready(sigma_features *f, sigma_status status, int32_t feature)
{
    assert_true(status >= 0);
    f->ready |= status == SIGMA_OK ? test_bit(feature) : 0;
}

static void trend_parts(parts *x, const sigma_bar *b, sigma_features *f)
{
    sigma_adx_result r;
    sigma_macd_result m;
    sigma_slope_result s;
    for (int32_t k = 0; k < 4; k++) {
        ready(f, sigma_ema_update(&x->ema[k], b->close, &f->ema[k]), SIGMA_FEATURE_EMA_1 + k);
    }
    ready(f, sigma_atr_update(&x->atr, b->high, b->low, b->close, &f->atr), SIGMA_FEATURE_ATR);
    ready(f, sigma_adx_update(&x->adx, b->high, b->low, b->close, &r), SIGMA_FEATURE_ADX);
    ready(f, sigma_macd_update(&x->macd, b->close, &m), SIGMA_FEATURE_MACD);
    ready(f, sigma_sma_update(&x->sma, b->close, &f->sma), SIGMA_FEATURE_SMA);
    ready(f, sigma_slope_update(&x->slope, b->close, &s), SIGMA_FEATURE_SLOPE);
    ready(f, sigma_zscore_update(&x->zscore, b->close, &f->zscore), SIGMA_FEATURE_ZSCORE);
    ready(f, sigma_cci_update(&x->cci, b->high, b->low, b->close, &f->cci), SIGMA_FEATURE_CCI);
    f->adx = r.adx, f->plus_di = r.plus_di, f->minus_di = r.minus_di;
    f->macd_line = m.line, f->macd_signal = m.signal, f->macd_histogram = m.histogram;
    f->slope = s.slope, f->slope_relative = s.relative;
}

static void momentum_parts(parts *x, const sigma_bar *b, sigma_features *f)
{
    sigma_stochastic_result s;
    ready(f, sigma_rsi_update(&x->rsi, b->close, &f->rsi), SIGMA_FEATURE_RSI);
    ready(f, sigma_stochastic_update(&x->stochastic, b->high, b->low, b->close, &s),
          SIGMA_FEATURE_STOCHASTIC);
    f->stochastic_raw = s.raw, f->stochastic_k = s.k, f->stochastic_d = s.d;
}

static void volume_parts(parts *x, const sigma_bar *b, int64_t session, sigma_features *f)
{
    double h = b->high, l = b->low, c = b->close, v = b->volume;
    ready(f, sigma_obv_update(&x->obv, c, v, &f->obv), SIGMA_FEATURE_OBV);
    ready(f, sigma_mfi_update(&x->mfi, h, l, c, v, &f->mfi), SIGMA_FEATURE_MFI);
    ready(f, sigma_vwap_update(&x->vwap, h, l, c, v, &f->vwap), SIGMA_FEATURE_VWAP);
    assert_int_equal(sigma_vwap_session(&x->session, session), SIGMA_OK);
    ready(f, sigma_vwap_update(&x->session, h, l, c, v, &f->vwap_session), SIGMA_FEATURE_VWAP);
}

static void volatility_parts(parts *x, const sigma_bar *b, sigma_features *f)
{
    sigma_bollinger_result r;
    ready(f, sigma_bollinger_update(&x->bollinger, b->close, &r), SIGMA_FEATURE_BOLLINGER);
    ready(
        f,
        sigma_volatility_update(&x->volatility, b->open, b->high, b->low, b->close, &f->volatility),
        SIGMA_FEATURE_VOLATILITY);
    ready(f, sigma_ewma_update(&x->ewma, b->close, &f->volatility_ewma), SIGMA_FEATURE_EWMA);
    f->bollinger_middle = r.middle, f->bollinger_upper = r.upper, f->bollinger_lower = r.lower;
    f->bollinger_width = r.width, f->percent_b = r.percent_b;
}

/* From the returns themselves. */
static void chance_part(const sample_walk *w, int32_t last, int32_t n, double bars,
                        sigma_features *f)
{
    long double mean = 0.0L, square = 0.0L;
    if (last < n) {
        return;
    }
    for (int32_t i = last - n + 1; i <= last; i++) {
        mean += logl((long double)w->close[i] / (long double)w->close[i - 1]) / n;
    }
    for (int32_t i = last - n + 1; i <= last; i++) {
        long double r = logl((long double)w->close[i] / (long double)w->close[i - 1]) - mean;
        square += n > 1 ? r * r / (n - 1) : 0.0L;
    }
    ready(f,
          sigma_forecast_up((double)mean, (double)sqrtl(square / n), (double)sqrtl(square), bars,
                            &f->up),
          SIGMA_FEATURE_UP);
}

static void assert_features(sigma_features f, sigma_features wanted)
{
    assert_close(f.up, wanted.up, 1e-9);
    f.up = wanted.up;
    assert_same(f, wanted);
}

/* Each feature has the bits of its indicator, for every estimator, while the ring goes round. */
static void features_are_those_of_the_indicators(void **unused)
{
    static parts x;
    static sigma_market market;
    sample_walk w = sample_random_walk(32);
    (void)unused;
    for (int32_t kind = 1; kind < SIGMA_VOLATILITY_COUNT; kind++) {
        sigma_market_params params = quick();
        params.estimator = kind;
        params.bars_a_year = kind == 3 ? 252.0 : 0.0;
        params.session_offset = kind * SAMPLE_HOUR;
        market = started(&params);
        start_parts(&x, &params);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            sigma_bar bar = sample_bar(&w, i);
            sigma_features f, wanted = {.time = bar.time + SAMPLE_HOUR, .close = bar.close};
            sigma_status status = i < 29 ? SIGMA_WARMUP : SIGMA_OK;
            int64_t day = 24 * SAMPLE_HOUR, since = bar.time - params.session_offset;
            trend_parts(&x, &bar, &wanted);
            momentum_parts(&x, &bar, &wanted);
            volume_parts(&x, &bar, since / day, &wanted);
            volatility_parts(&x, &bar, &wanted);
            chance_part(&w, i, params.volatility, params.horizon, &wanted);
            assert_int_equal(sigma_market_update(&market, &bar), status);
            assert_int_equal(sigma_market_features(&market, &f), status);
            assert_features(f, wanted);
            assert_true(market.bars == i + 1);
        }
    }
}

/* Of the features that are no running averages, none remembers what has left its window. */
static void windows_forget_what_is_older(void **unused)
{
    static sigma_market whole, late;
    sample_walk w = sample_random_walk(320);
    sigma_market_params params = quick();
    (void)unused;
    whole = late = started(&params);
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        sigma_bar bar = sample_bar(&w, i), absurd = bar;
        sigma_features a, b;
        absurd.high = 1e12;
        assert_true(sigma_market_update(&whole, i == 100 ? &absurd : &bar) >= 0);
        if (i >= 90) {
            assert_true(sigma_market_update(&late, &bar) >= 0);
        }
        if (i >= 130) {
            assert_true(sigma_market_features(&whole, &a) >= 0);
            assert_true(sigma_market_features(&late, &b) >= 0);
            assert_memory_equal(&a.stochastic_raw, &b.stochastic_raw,
                                offsetof(sigma_features, obv) -
                                    offsetof(sigma_features, stochastic_raw));
            assert_bits(a.volatility, b.volatility);
            assert_bits(a.zscore, b.zscore);
            assert_bits(a.slope, b.slope);
            assert_bits(a.up, b.up);
        }
    }
}

static void a_flat_market_has_neutral_features(void **unused)
{
    static sigma_market market;
    sigma_market_params params = quick();
    sigma_features f;
    (void)unused;
    market = started(&params);
    for (int32_t i = 0; i < 600; i++) {
        sigma_bar bar = {sample_now + i * SAMPLE_HOUR, 1.1, 1.1, 1.1, 1.1, 0.0};
        assert_int_equal(sigma_market_update(&market, &bar), i < 29 ? SIGMA_WARMUP : SIGMA_OK);
        assert_int_equal(sigma_market_features(&market, &f), i < 29 ? SIGMA_WARMUP : SIGMA_OK);
    }
    assert_true(f.rsi == 50.0 && f.stochastic_k == 50.0 && f.stochastic_d == 50.0);
    assert_true(f.mfi == 50.0 && f.percent_b == 0.5 && f.cci == 0.0 && f.zscore == 0.0);
    assert_true(f.slope == 0.0 && f.volatility == 0.0 && f.volatility_ewma == 0.0);
    assert_true(f.up == 0.5 && f.vwap == 1.1 && f.obv == 0.0 && f.sma - 1.1 < 1e-15);
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
    sigma_market_params params = quick();
    int32_t *periods[] = {&params.atr,       &params.adx,       &params.rsi, &params.sma,
                          &params.bollinger, &params.cci,       &params.mfi, &params.zscore,
                          &params.slope,     &params.volatility};
    for (int32_t i = 0; i < COUNT_OF(periods); i++) {
        *periods[i] = 1;
    }
    for (int32_t i = 0; i < 4; i++) {
        params.ema[i] = 1;
    }
    params.stochastic[0] = params.stochastic[1] = params.stochastic[2] = 1;
    params.macd[0] = params.macd[2] = 1;
    params.macd[1] = 2;
    params.decay = 0.0;
    sigma_market market = started(&params);
    sigma_features features;
    (void)unused;
    assert_int_equal(add(&market, &w, 0), SIGMA_WARMUP); /* a direction needs two */
    assert_int_equal(add(&market, &w, 1), SIGMA_OK);
    assert_int_equal(sigma_market_features(&market, &features), SIGMA_OK);
    assert_true(features.ready == test_bit(SIGMA_FEATURE_COUNT) - 1);
    assert_bits(features.ema[3], w.close[1]);
}

enum { BATCH = 120 };

static void a_batch_gives_the_features_of_the_stream(void **unused)
{
    sample_walk w = sample_random_walk(38);
    sigma_market_params params = quick();
    sigma_symbol symbol = sample_symbol();
    sigma_market market = started(&params), last;
    sigma_bar bars[BATCH];
    sigma_features expected[BATCH], features[BATCH];
    (void)unused;
    for (int32_t i = 0; i < BATCH; i++) {
        bars[i] = sample_bar(&w, i);
        assert_true(sigma_market_update(&market, &bars[i]) >= 0);
        assert_true(sigma_market_features(&market, &expected[i]) >= 0);
    }
    assert_int_equal(sigma_market_batch(&last, &params, &symbol, bars, BATCH, features), SIGMA_OK);
    assert_memory_equal(features, expected, sizeof features);
    assert_same(last, market);
    market = started(&params);
    assert_int_equal(sigma_market_batch(&last, &params, &symbol, bars, 0, features), SIGMA_OK);
    assert_same(last, market);
}

static void refused(const sigma_bar *bars, sigma_status expected)
{
    static const sigma_features no_features[BATCH] = {{0}};
    static const sigma_market no_market = {0};
    sigma_market_params params = quick();
    sigma_symbol symbol = sample_symbol();
    sigma_features features[BATCH];
    sigma_market market;
    memset(features, 7, sizeof features);
    assert_int_equal(sigma_market_batch(&market, &params, &symbol, bars, BATCH, features),
                     expected);
    assert_memory_equal(features, no_features, sizeof features);
    assert_same(market, no_market);
}

static void a_batch_with_one_bad_bar_gives_nothing(void **unused)
{
    sample_walk w = sample_random_walk(39);
    sigma_bar bars[BATCH];
    (void)unused;
    for (int32_t i = 0; i < BATCH; i++) {
        bars[i] = sample_bar(&w, i);
    }
    for (int32_t at = 0; at < BATCH; at += BATCH - 1) {
        sigma_bar kept = bars[at];
        bars[at].high = NOT_A_NUMBER;
        refused(bars, SIGMA_E_RANGE);
        bars[at] = kept;
    }
    bars[60].time = bars[59].time;
    refused(bars, SIGMA_E_ORDER);
}

static void a_batch_refuses_what_is_missing_or_overlaps(void **unused)
{
    static union {
        sigma_market market;
        sigma_bar bars[20];
        sigma_features features[20];
    } one, same;
    static sigma_market market;
    static sigma_bar bars[2];
    static sigma_features features[2];
    sigma_market_params params = quick(), bad = quick();
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    bad.atr = 0;
    same = one;
    assert_int_equal(sigma_market_batch(NULL, &params, &symbol, bars, 2, features), SIGMA_E_NULL);
    assert_int_equal(sigma_market_batch(&market, NULL, &symbol, bars, 2, features), SIGMA_E_NULL);
    assert_int_equal(sigma_market_batch(&market, &params, NULL, bars, 2, features), SIGMA_E_NULL);
    assert_int_equal(sigma_market_batch(&market, &params, &symbol, NULL, 2, features),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_market_batch(&market, &params, &symbol, bars, 2, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_market_batch(&market, &params, &symbol, bars, -1, features),
                     SIGMA_E_RANGE);
    assert_int_equal(sigma_market_batch(&market, &bad, &symbol, bars, 2, features), SIGMA_E_RANGE);
    assert_int_equal(sigma_market_batch(&one.market, &params, &symbol, one.bars, 2, features),
                     SIGMA_E_RANGE);
    assert_int_equal(sigma_market_batch(&one.market, &params, &symbol, bars, 2, one.features + 9),
                     SIGMA_E_RANGE);
    assert_int_equal(sigma_market_batch(&market, &params, &symbol, one.bars + 2, 8, one.features),
                     SIGMA_E_RANGE);
    assert_same(one, same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_those_of_the_header),
        cmocka_unit_test(features_are_those_of_the_indicators),
        cmocka_unit_test(windows_forget_what_is_older),
        cmocka_unit_test(a_flat_market_has_neutral_features),
        cmocka_unit_test(a_decision_needs_the_close_and_the_atr),
        cmocka_unit_test(before_the_first_bar_nothing_is_known),
        cmocka_unit_test(bars_come_in_the_order_of_time),
        cmocka_unit_test(one_absurd_bar_changes_nothing),
        cmocka_unit_test(facts_of_the_same_symbol_may_change),
        cmocka_unit_test(averages_that_are_not_shortest_first_are_refused),
        cmocka_unit_test(a_copy_looks_ahead),
        cmocka_unit_test(one_bar_is_enough_where_every_period_is_one),
        cmocka_unit_test(a_batch_gives_the_features_of_the_stream),
        cmocka_unit_test(a_batch_with_one_bad_bar_gives_nothing),
        cmocka_unit_test(a_batch_refuses_what_is_missing_or_overlaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
