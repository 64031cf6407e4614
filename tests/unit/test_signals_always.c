/* SPDX-License-Identifier: MIT */
/* What holds of every signal and every regime output, bar by bar: the future changes nothing, and
 * neither does the unit of the prices. */
#include "samples.h"
#include "test.h"

/* Everything that reads the market of one symbol. */
typedef struct reader {
    sigma_market market;
    sigma_regime filter;
    sigma_rules rules;
    sigma_technical technical;
    sigma_signal_params trend;
    sigma_score_params score[2];
    sigma_evidence_params evidence[2];
    sigma_advice_params advice;
    double edges[3];
} reader;

/* All that they say of a bar. A result that warms up is all zero. */
typedef struct outputs {
    sigma_signal_result trend;
    sigma_score_result score[2];
    sigma_evidence_result evidence[2];
    sigma_technical_result technical[2];
    sigma_regime_result filter;
    sigma_rules_result rules;
    sigma_advice_result advice[2];
    sigma_entropy shannon, permutation;
    double volume, drift;
} outputs;

static void need(sigma_status status)
{
    assert_true(status >= 0);
}

static void start(reader *r)
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
    sigma_advice_sample a = {o->filter.confidence, o->filter.volatility, f->adx, o->filter.regime,
                             0};
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

static void read_bar(reader *r, const sigma_bar *bars, int32_t i, outputs *o)
{
    sigma_features f;
    memset(o, 0, sizeof *o);
    need(sigma_market_update(&r->market, &bars[i]));
    need(sigma_market_features(&r->market, &f));
    need(sigma_technical_update(&r->technical, &bars[i]));
    read_regimes(r, &bars[i], &f, o);
    read_signals(r, &f, o);
    read_window(r, bars, i, o);
}

static void read_all(const sigma_bar *bars, int32_t count, outputs *o)
{
    static reader r;
    start(&r);
    for (int32_t i = 0; i < count; i++) {
        read_bar(&r, bars, i, &o[i]);
    }
}

/* Bars with trends, calm and storms, so that every output takes many values; in ticks of a cent, or
 * in none, so that no two moves are equal. */
static void make_bars(uint64_t seed, double scale, bool ticks, sigma_bar *bars)
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

static void the_future_changes_nothing(void **unused)
{
    static sigma_bar bars[SAMPLE_BARS], others[SAMPLE_BARS];
    static outputs all[SAMPLE_BARS], cut[SAMPLE_BARS];
    (void)unused;
    make_bars(92, 0.01, true, bars);
    make_bars(93, 0.07, true, others);
    read_all(bars, SAMPLE_BARS, all);
    for (int32_t at = 40; at < SAMPLE_BARS; at += 37) {
        static sigma_bar mixed[SAMPLE_BARS];
        memcpy(mixed, others, sizeof mixed);
        memcpy(mixed, bars, (size_t)at * sizeof *mixed);
        read_all(mixed, SAMPLE_BARS, cut);
        for (int32_t i = 0; i < at; i++) {
            assert_same(cut[i], all[i]);
        }
        assert_memory_not_equal(&cut[at], &all[at], sizeof all[at]); /* the change is felt */
    }
}

/* Every output takes more than one value, or the tests of this file would show nothing. */
static void every_output_is_alive(void **unused)
{
    static sigma_bar bars[SAMPLE_BARS];
    static outputs o[SAMPLE_BARS];
    uint64_t regimes = 0, rules = 0, sides = 0, technical = 0, trends = 0, fusions = 0;
    (void)unused;
    for (uint64_t seed = 92; seed < 97; seed++) {
        make_bars(seed, 0.01, true, bars);
        read_all(bars, SAMPLE_BARS, o);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            regimes |= test_bit(o[i].filter.regime);
            rules |= test_bit(o[i].rules.regime);
            sides |= test_bit(o[i].score[1].side);
            trends |= test_bit(o[i].trend.side);
            technical |= test_bit(o[i].technical[0].side) | test_bit(o[i].technical[1].side);
            fusions |= test_bit(o[i].evidence[1].fusion);
        }
    }
    assert_true((regimes & 30) && (rules & 22) && sides == 7 && trends == 7 && technical == 7);
    assert_true((fusions & test_bit(SIGMA_FUSION_WAIT)) && (fusions & 30));
}

static void a_power_of_two_changes_no_bit(void **unused)
{
    static const double scales[] = {0x1p-30, 0.5, 4.0, 0x1p20};
    static sigma_bar bars[SAMPLE_BARS];
    static outputs plain[SAMPLE_BARS], scaled[SAMPLE_BARS];
    (void)unused;
    make_bars(94, 0.01, true, bars);
    read_all(bars, SAMPLE_BARS, plain);
    for (int32_t k = 0; k < COUNT_OF(scales); k++) {
        make_bars(94, 0.01 * scales[k], true, bars);
        read_all(bars, SAMPLE_BARS, scaled);
        for (int32_t i = 0; i < SAMPLE_BARS; i++) {
            assert_same(scaled[i], plain[i]);
        }
    }
}

/* ---- scales that are no power of two */

/* What follows from comparisons, apart from the numbers. */
typedef struct verdicts {
    int32_t trend, score[2], fusion[2], condition[2], technical[2], higher, filter, rules, caution;
    uint64_t supporting[2], against[2], neutral[2], refused[2];
    double point[2][6];
} verdicts;

static verdicts verdicts_of(const outputs *o)
{
    verdicts v;
    memset(&v, 0, sizeof v);
    v.trend = o->trend.side;
    v.higher = o->technical[0].trend;
    v.filter = o->filter.regime;
    v.rules = o->rules.regime;
    v.caution = o->advice[0].caution;
    for (int32_t i = 0; i < 2; i++) {
        v.score[i] = o->score[i].side;
        v.fusion[i] = o->evidence[i].fusion;
        v.condition[i] = o->evidence[i].condition;
        v.technical[i] = o->technical[i].side;
        v.supporting[i] = o->evidence[i].supporting;
        v.against[i] = o->evidence[i].against;
        v.neutral[i] = o->evidence[i].neutral;
        v.refused[i] = o->technical[i].refused;
        memcpy(v.point[i], o->technical[i].point, sizeof v.point[i]);
    }
    return v;
}

static void compare_numbers(const outputs *a, const outputs *b)
{
    for (int32_t i = 0; i < 2; i++) {
        for (int32_t k = 0; k < SIGMA_TERM_COUNT; k++) {
            assert_close(b->score[i].term[k], a->score[i].term[k], 1e-10);
        }
        assert_close(b->score[i].score, a->score[i].score, 1e-10);
        assert_close(b->evidence[i].confidence, a->evidence[i].confidence, 1e-10);
    }
    for (int32_t k = 0; k < 4; k++) {
        assert_close(b->filter.probability[k], a->filter.probability[k], 1e-9);
    }
    assert_close(b->filter.volatility, a->filter.volatility, 1e-9);
    assert_close(b->drift, a->drift, 1e-12);
}

/* By how much a number misses a threshold that decides something, as a share of its scale. */
static double miss(double x, double threshold)
{
    return fabs(x - threshold);
}

static double nearest_of(const sigma_features *f, double nearest)
{
    const double of_percent[] = {f->rsi, f->stochastic_k, f->adx};
    for (int32_t i = 0; i < 3; i++) {
        for (int32_t k = 15; k <= 80; k += 5) {
            nearest = fmin(nearest, miss(of_percent[i], k) / 100.0);
        }
    }
    for (int32_t i = 0; i < 3; i++) {
        nearest = fmin(nearest, miss(f->ema[i] / f->ema[(i + 1) % 3], 1.0));
        nearest = fmin(nearest, miss(f->close / f->ema[i], 1.0));
    }
    nearest = fmin(nearest, miss(fabs(f->macd_histogram) / f->atr, 0.05));
    nearest = fmin(nearest, miss(fabs(f->macd_histogram) / f->atr, 0.0));
    nearest = fmin(nearest, miss(fabs(f->zscore), 2.0));
    nearest = fmin(nearest, miss(fabs(f->slope_relative), 0.002));
    nearest = fmin(nearest, miss(fabs(2.0 * f->percent_b - 1.0), 0.8));
    nearest = fmin(nearest, miss(f->percent_b, 0.0));
    nearest = fmin(nearest, miss(f->percent_b, 1.0));
    nearest = fmin(nearest, miss(f->close / f->bollinger_lower, 1.005));
    return fmin(nearest, miss(f->close / f->bollinger_upper, 0.995));
}

/* Every verdict agrees, but where a number was within 1e-12 of a threshold. An ADX of prices in
 * ticks has such thresholds within: upward and downward moves of as many ticks. */
static void other_units_change_only_what_is_at_a_threshold(void **unused)
{
    static const double scales[] = {1000.0, 0.001};
    static sigma_bar bars[SAMPLE_BARS];
    static outputs plain[SAMPLE_BARS], scaled[SAMPLE_BARS];
    static reader r;
    int32_t differing = 0;
    (void)unused;
    for (uint64_t seed = 95; seed < 99; seed++) {
        for (int32_t k = 0; k < COUNT_OF(scales); k++) {
            make_bars(seed, 0.01 * scales[k], false, bars);
            read_all(bars, SAMPLE_BARS, scaled);
            make_bars(seed, 0.01, false, bars);
            start(&r);
            for (int32_t i = 0; i < SAMPLE_BARS; i++) {
                sigma_features f;
                read_bar(&r, bars, i, &plain[i]);
                need(sigma_market_features(&r.market, &f));
                compare_numbers(&plain[i], &scaled[i]);
                verdicts a = verdicts_of(&plain[i]), b = verdicts_of(&scaled[i]);
                if (memcmp(&a, &b, sizeof a) != 0) {
                    differing++;
                    assert_true(nearest_of(&f, 1.0) <= 1e-12);
                }
            }
        }
    }
    assert_true(differing < 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_future_changes_nothing),
        cmocka_unit_test(every_output_is_alive),
        cmocka_unit_test(a_power_of_two_changes_no_bit),
        cmocka_unit_test(other_units_change_only_what_is_at_a_threshold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
