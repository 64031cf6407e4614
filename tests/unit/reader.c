/* SPDX-License-Identifier: MIT */
#include "reader.h"

static void need(sigma_status status)
{
    assert_true(status >= 0);
}

void reader_start(reader *r)
{
    sigma_market_params market = sample_market_params();
    sigma_symbol symbol = sample_symbol();
    sigma_regime_params filter;
    sigma_rules_params rules;
    sigma_technical_params technical;

    memset(r, 0, sizeof *r);
    need(sigma_regime_defaults(0, &filter));
    need(sigma_rules_defaults(0, &rules));
    need(sigma_technical_defaults(SIGMA_ASSET_FOREX, SAMPLE_HOUR, &technical));
    need(sigma_market_init(&r->market, &market, &symbol));
    need(sigma_regime_init(&r->filter, &filter));
    need(sigma_rules_init(&r->rules, &rules));
    need(sigma_technical_init(&r->technical, &technical));
    need(sigma_signal_defaults(&r->trend));
    need(sigma_advice_defaults(&r->advice));
    for (int32_t relative = 0; relative < 2; relative++) {
        need(sigma_score_defaults(relative, &r->score[relative]));
        need(sigma_evidence_defaults(relative, &r->evidence[relative]));
    }
    for (int32_t i = 0; i < 3; i++) {
        r->edges[i] = (i - 1) * 0.01;
    }
}

static void read_regimes(reader *r, const sigma_bar *bar, const sigma_features *f, outputs *o)
{
    sigma_rules_sample s = {
        f->close, {f->ema[0], f->ema[1], f->ema[2], f->ema[3]}, f->adx, 0.0, 0.0};
    need(sigma_regime_update(&r->filter, bar, &o->filter));
    s.volatility = o->filter.volatility;
    s.deviation =
        f->close > 0.0 && o->filter.slow > 0.0 ? f->bollinger_width / 4.0 / o->filter.slow : 0.0;
    if (f->ready == test_bit(SIGMA_FEATURE_COUNT) - 1) {
        need(sigma_rules_update(&r->rules, &s, &o->rules));
    }
    sigma_advice_sample a = {
        o->filter.confidence, o->filter.volatility, f->adx, o->filter.regime, 0, 0};
    need(sigma_advice_evaluate(&r->advice, &a, &o->advice[0]));
    a.confidence = o->rules.confidence;
    a.regime = o->rules.regime;
    need(sigma_advice_evaluate(&r->advice, &a, &o->advice[1]));
}

static void read_signals(const reader *r, const sigma_features *f, outputs *o)
{
    const double volatility[2] = {f->volatility, o->filter.volatility};
    need(sigma_signal_trend(&r->trend, f, &o->trend));
    for (int32_t i = 0; i < 2; i++) {
        need(sigma_score_evaluate(&r->score[i], f, volatility[i], &o->score[i]));
        need(sigma_evidence_evaluate(&r->evidence[i], f, volatility[i], o->score[i].side,
                                     o->score[i].confidence, &o->evidence[i]));
        need(sigma_technical_evaluate(&r->technical, f, 1 + i, 1, &o->technical[i]));
    }
}

static void read_window(const reader *r, const sigma_bar *bars, int32_t i, outputs *o)
{
    double change[50], volume[50], price[50];
    if (i < 50) {
        return;
    }
    for (int32_t k = 0; k < 50; k++) {
        const sigma_bar *bar = &bars[i - 49 + k];
        change[k] = bar->close / bar[-1].close - 1.0;
        volume[k] = bar->volume;
        price[k] = bar->close;
    }
    need(sigma_information_shannon(change, 50, r->edges, 4, &o->shannon));
    need(sigma_information_permutation(change, 50, 3, &o->permutation));
    need(sigma_information_volume(volume, 50, &o->volume));
    need(sigma_information_drift(price, volume, 50, price[49], &o->drift));
    o->drift /= price[49];
}

void reader_update(reader *r, const sigma_bar *bar)
{
    need(sigma_market_update(&r->market, bar));
    need(sigma_technical_update(&r->technical, bar));
}

void reader_read(reader *r, const sigma_bar *bars, int32_t i, outputs *o)
{
    sigma_features f;
    memset(o, 0, sizeof *o);
    need(sigma_market_features(&r->market, &f));
    read_regimes(r, &bars[i], &f, o);
    read_signals(r, &f, o);
    read_window(r, bars, i, o);
}

void reader_take_all(const sigma_bar *bars, int32_t count, outputs *o)
{
    static reader r;
    reader_start(&r);
    for (int32_t i = 0; i < count; i++) {
        reader_update(&r, &bars[i]);
        reader_read(&r, bars, i, &o[i]);
    }
}

void reader_make(uint64_t seed, double scale, bool ticks, sigma_bar *bars)
{
    double price = 5000.0;
    for (int32_t i = 0; i < SAMPLE_BARS; i++) {
        double size = i / 100 % 2 ? 0.003 : 0.012, drift = i / 150 % 2 ? -0.0015 : 0.0015;
        double open = price;
        price = open * (1.0 + drift + size * test_between(&seed, -1.0, 1.0));
        price = ticks ? floor(price) : price;
        double up = open * size * test_random(&seed), down = open * size * test_random(&seed);
        double high = fmax(open, price) + (ticks ? floor(up) : up);
        double low = fmin(open, price) - (ticks ? floor(down) : down);
        bars[i] = (sigma_bar){sample_now + i * SAMPLE_HOUR,
                              open * scale,
                              high * scale,
                              low * scale,
                              price * scale,
                              100.0 + i % 37};
    }
}
