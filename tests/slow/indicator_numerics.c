/* SPDX-License-Identifier: MIT */
/* Millions of bars through a market: where prices are large and move little, where a tick is a part
 * in a hundred, after an absurd one, where nothing moves or trades, and at the ends of all ranges.
 * Every feature stays within 1e-12 of what its error is measured by: the deviation of the window
 * for what is counted in deviations, the price for differences of averages, else the value itself.
 * It is always in its range, and what has a window has the bits that batch functions give to the
 * last thousand bars alone, also once an absurd tick has left it.
 *
 * Usage: indicator_numerics [BARS]; 10 million for each of three markets by default. Prints the
 * worst error of each feature. Returns 1 if one is too large. */
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicator_reference.h"

enum { COMPARED = 9973, LOOKED_AT = 61, LATER = 2000, STILL = 20000, WILD = 300000 };

static const int64_t MINUTE = INT64_C(60000000000);
static const double MOST = 1e-12; /* 1e-9 is what is promised */

static uint64_t seed;
static int64_t failures;

static void fail(const char *what, const char *where, int64_t bar)
{
    if (failures++ < 20) {
        printf("%s: bar %lld: %s\n", where, (long long)bar, what);
    }
}

static uint64_t bits(void)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return seed * UINT64_C(2685821657736338717);
}

static double chance(void)
{
    return (double)(bits() >> 11) * 0x1p-53;
}

/* ---- markets to walk through */

typedef struct scene {
    const char *name;
    double level, noise, tick; /* prices are whole ticks, where there is one */
    int32_t ema, window, estimator;
} scene;

static const scene scenes[] = {
    {"1e5 + 0.01", 1e5, 0.01, 0.0, 9, 20, SIGMA_VOLATILITY_CLOSE},
    {"1e9 + 1", 1e9, 1.0, 0.0, 30, 250, SIGMA_VOLATILITY_YANG_ZHANG},
    {"1e-8 coin", 0.0, 0.0, 1e-8, 9, 20, SIGMA_VOLATILITY_GARMAN_KLASS},
};

/* About the level; or of a coin, one tick up or down from the last one, among 80 to 300. */
static double next_price(const scene *s, double last)
{
    static int32_t ticks = 150;

    if (s->tick == 0.0) {
        return s->level + s->noise * (chance() + chance() - 1.0);
    }
    (void)last;
    ticks += (int32_t)(bits() >> 62) % 3 - 1;
    ticks = ticks < 80 ? 81 : ticks > 300 ? 299 : ticks;
    return ticks / 1e8;
}

/* A third of the bars stand still, and as many trade nothing. */
static void next_bar(const scene *s, sigma_bar *bar)
{
    double close = next_price(s, bar->close);
    double open = bits() % 8 == 0 ? next_price(s, close) : bar->close;

    bar->time += MINUTE;
    bar->open = bits() % 3 == 0 ? close : open;
    bar->close = close;
    bar->high = fmax(bar->open, close);
    bar->low = fmin(bar->open, close);
    bar->volume = bits() % 3 == 0 ? 0.0 : (double)(bits() % 1000000);
    if (bar->high > bar->low && bits() % 2 == 0) {
        bar->high += s->tick + s->noise * chance();
        bar->low -= s->tick + s->noise * chance();
    }
}

static sigma_market_params params_of(const scene *s)
{
    sigma_market_params p;

    if (sigma_market_defaults(&p) != SIGMA_OK) {
        fail("no defaults", s->name, 0);
    }
    p.interval = MINUTE;
    p.bars_a_year = 525960.0;
    p.estimator = s->estimator;
    p.ema[0] = s->ema;
    p.ema[1] = s->ema * 3;
    p.ema[2] = s->ema * 7;
    p.ema[3] = s->ema * 200;
    p.sma = p.bollinger = p.zscore = p.slope = s->window;
    p.cci = p.volatility = s->window + 3;
    p.stochastic[0] = p.mfi = s->window - 6;
    return p;
}

static void begin(sigma_market *market, const scene *s)
{
    const sigma_market_params params = params_of(s);
    const sigma_symbol symbol = {.id = 1,
                                 .asset = SIGMA_ASSET_CRYPTO,
                                 .tick_size = 0.01,
                                 .tick_value = 0.01,
                                 .lot_min = 0.01,
                                 .lot_max = 100.0,
                                 .lot_step = 0.01,
                                 .leverage = 1.0};
    if (sigma_market_init(market, &params, &symbol) != SIGMA_OK) {
        fail("the market is refused", s->name, 0);
    }
}

/* ---- what must hold */

typedef struct worst {
    const char *name;
    double error;
    double largest; /* of the feature itself */
} worst;

static worst found[REFERENCE_VALUES];

static worst *worst_of(const char *name)
{
    int32_t i = 0;
    while (found[i].name && strcmp(found[i].name, name) != 0) {
        i++;
    }
    found[i].name = name;
    return &found[i];
}

static void compare(const reference *r, const sigma_features *f, const char *where)
{
    reference_value values[REFERENCE_VALUES];
    int32_t count = reference_compare(r, f, values);

    for (int32_t i = 0; i < count; i++) {
        const reference_value *v = &values[i];
        long double away = fabsl((long double)v->actual - v->wanted);
        double error = away == 0.0L ? 0.0 : (double)(away / v->scale);
        worst *w = worst_of(v->name);
        w->error = fmax(w->error, error);
        w->largest = fmax(w->largest, fabs(v->actual));
        if (!(error <= MOST)) {
            char text[160];
            snprintf(text, sizeof text, "%s is %.17g, not %.17Lg: off by %.3g", v->name, v->actual,
                     v->wanted, error);
            fail(text, where, r->bars);
        }
    }
}

/* The last bars in columns, for the batch functions. */
typedef struct columns {
    double open[REFERENCE_AGO], high[REFERENCE_AGO], low[REFERENCE_AGO], close[REFERENCE_AGO];
    double volume[REFERENCE_AGO], out[3][REFERENCE_AGO];
} columns;

static void expect_bits(const char *name, double actual, const double *column, const char *where,
                        int64_t bar)
{
    if (memcmp(&actual, &column[REFERENCE_AGO - 1], sizeof actual) != 0) {
        fail(name, where, bar);
    }
}

static bool closes_agree(const reference *r, const sigma_features *f, const char *where, columns *c)
{
    const sigma_market_params *p = &r->params;
    int32_t n = REFERENCE_AGO;
    bool fine = sigma_sma_batch(p->sma, c->close, n, c->out[0]) == SIGMA_OK;

    expect_bits("sma by column", f->sma, c->out[0], where, r->bars);
    fine &= sigma_zscore_batch(p->zscore, c->close, n, c->out[0]) == SIGMA_OK;
    expect_bits("zscore by column", f->zscore, c->out[0], where, r->bars);
    fine &= sigma_slope_batch(p->slope, c->close, n, c->out[0], c->out[1]) == SIGMA_OK;
    expect_bits("slope by column", f->slope, c->out[0], where, r->bars);
    fine &= sigma_bollinger_batch(p->bollinger, p->multiple, c->close, n, c->out[0], c->out[1],
                                  c->out[2]) == SIGMA_OK;
    expect_bits("upper band by column", f->bollinger_upper, c->out[1], where, r->bars);
    fine &= sigma_bollinger_shape_batch(p->bollinger, p->multiple, c->close, n, c->out[0],
                                        c->out[1], c->out[2]) == SIGMA_OK;
    expect_bits("width by column", f->bollinger_width, c->out[1], where, r->bars);
    expect_bits("%b by column", f->percent_b, c->out[2], where, r->bars);
    return fine;
}

static bool bars_agree(const reference *r, const sigma_features *f, const char *where, columns *c)
{
    const sigma_market_params *p = &r->params;
    const int32_t *periods = p->stochastic;
    int32_t n = REFERENCE_AGO;
    bool fine = sigma_cci_batch(p->cci, c->high, c->low, c->close, n, c->out[0]) == SIGMA_OK;

    expect_bits("cci by column", f->cci, c->out[0], where, r->bars);
    fine &= sigma_mfi_batch(p->mfi, c->high, c->low, c->close, c->volume, n, c->out[0]) == SIGMA_OK;
    expect_bits("mfi by column", f->mfi, c->out[0], where, r->bars);
    fine &= sigma_stochastic_batch(periods[0], periods[1], periods[2], c->high, c->low, c->close, n,
                                   c->out[0], c->out[1], c->out[2]) == SIGMA_OK;
    expect_bits("stochastic by column", f->stochastic_d, c->out[2], where, r->bars);
    fine &= sigma_volatility_batch(p->estimator, p->volatility, r->bars_a_year, c->open, c->high,
                                   c->low, c->close, n, c->out[0]) == SIGMA_OK;
    expect_bits("volatility by column", f->volatility, c->out[0], where, r->bars);
    return fine;
}

/* Batch functions over the last thousand bars say what the stream says after millions. */
static void compare_with_columns(const reference *r, const sigma_features *f, const char *where)
{
    static columns c;

    for (int32_t i = 0; i < REFERENCE_AGO; i++) {
        const sigma_bar *b = &r->bar[r->end - REFERENCE_AGO + i];
        c.open[i] = b->open;
        c.high[i] = b->high;
        c.low[i] = b->low;
        c.close[i] = b->close;
        c.volume[i] = b->volume;
    }
    if (!closes_agree(r, f, where, &c) || !bars_agree(r, f, where, &c)) {
        fail("a column is refused", where, r->bars);
    }
}

static void print_worst(const char *where, int64_t bars)
{
    printf("%s, %lld bars; worst errors:\n", where, (long long)bars);
    for (int32_t i = 0; i < REFERENCE_VALUES && found[i].name; i++) {
        printf("  %-18s %8.1e   (up to %.6g)\n", found[i].name, found[i].error, found[i].largest);
    }
    memset(found, 0, sizeof found);
    fflush(stdout);
}

/* In the range of the library's own tables, so that a number that is none is found too. */
static void look_at(const sigma_market *market, sigma_features *f, const char *where)
{
    sigma_field field;

    if (sigma_market_features(market, f) < 0) {
        fail("no features", where, market->bars);
    } else if (sigma_layout_check(SIGMA_KIND_FEATURES, f, &field) != SIGMA_OK) {
        fail(field.name, where, market->bars);
    }
}

static bool tiny(double x)
{
    return x != 0.0 && fabs(x) < 0x1p-1022;
}

/* Averages that have become too small to matter are zero, as arithmetic with what lies below the
 * normal numbers is slow. */
static void look_for_tiny(const sigma_market *m, const char *where)
{
    bool any = tiny(m->atr.value) || tiny(m->rsi.gain) || tiny(m->rsi.loss) || tiny(m->adx.range) ||
               tiny(m->adx.plus) || tiny(m->adx.minus) || tiny(m->adx.value) ||
               tiny(m->ewma.variance);
    for (int32_t i = 0; i < 4; i++) {
        any = any || tiny(m->ema[i].value);
    }
    if (any || tiny(m->macd.fast.value) || tiny(m->macd.slow.value) || tiny(m->macd.signal.value)) {
        fail("an average below the normal numbers", where, m->bars);
    }
}

static void update(sigma_market *market, const sigma_bar *bar, const char *where)
{
    if (sigma_market_update(market, bar) < 0) {
        fail("a bar is refused", where, market->bars);
    }
}

/* ---- scenes */

static void walk_through(const scene *s, int64_t bars, sigma_market *market, reference *r,
                         sigma_bar *bar)
{
    const sigma_market_params params = params_of(s);
    sigma_features f;

    begin(market, s);
    reference_begin(r, &params, params.bars_a_year);
    for (int64_t i = 0; i < bars; i++) {
        next_bar(s, bar);
        update(market, bar, s->name);
        reference_update(r, bar);
        if (i % LOOKED_AT == 0) {
            look_at(market, &f, s->name);
        }
        if (i % COMPARED == COMPARED - 1 || i == bars - 1) {
            look_at(market, &f, s->name);
            compare(r, &f, s->name);
            compare_with_columns(r, &f, s->name);
        }
    }
    print_worst(s->name, bars);
}

/* The windows of both, bit by bit. */
static bool same_windows(const sigma_features *a, const sigma_features *b)
{
    return memcmp(&a->stochastic_raw, &b->stochastic_raw,
                  offsetof(sigma_features, obv) - offsetof(sigma_features, stochastic_raw)) == 0 &&
           a->volatility == b->volatility && a->zscore == b->zscore && a->slope == b->slope &&
           a->slope_relative == b->slope_relative && a->up == b->up;
}

/* One absurd tick, then the market as before: beside one that began after the tick. */
static void absurd_tick(const scene *s, sigma_market *market, sigma_bar *bar)
{
    static sigma_market late;
    sigma_features f, g;
    sigma_bar absurd = *bar;

    absurd.time = bar->time += MINUTE;
    absurd.high = absurd.close = 1e12;
    absurd.volume = 1e18;
    update(market, &absurd, s->name);
    look_at(market, &f, s->name);
    begin(&late, s);
    for (int32_t i = 0; i < LATER; i++) {
        next_bar(s, bar);
        update(market, bar, s->name);
        update(&late, bar, s->name);
        look_at(market, &f, s->name);
        look_at(&late, &g, s->name);
        if (i > 3 * s->window && !same_windows(&f, &g)) {
            fail("an absurd tick left a trace", s->name, market->bars);
        }
    }
}

/* Windows over a market that stands still have their neutral values, whatever was before. */
static bool neutral(const sigma_features *f, double price)
{
    return f->stochastic_raw == 50.0 && f->stochastic_k == 50.0 && f->stochastic_d == 50.0 &&
           f->mfi == 50.0 && f->cci == 0.0 && f->zscore == 0.0 && f->slope == 0.0 &&
           f->slope_relative == 0.0 && f->percent_b == 0.5 && f->bollinger_width == 0.0 &&
           f->bollinger_middle == price && f->bollinger_upper == price &&
           f->bollinger_lower == price && f->volatility == 0.0 && f->up == 0.5 &&
           fabs(f->sma - price) <= 4e-16 * price;
}

static void stand_still(const scene *s, sigma_market *market, sigma_bar *bar)
{
    sigma_features f;

    bar->open = bar->high = bar->low = bar->close;
    bar->volume = 0.0;
    for (int32_t i = 0; i < STILL; i++) {
        bar->time += MINUTE;
        update(market, bar, s->name);
        look_for_tiny(market, s->name);
        look_at(market, &f, s->name);
        if (i > 3 * s->window && !neutral(&f, bar->close)) {
            fail("a flat market is not neutral", s->name, market->bars);
        }
    }
    if (f.rsi != 50.0 || f.atr != 0.0 || f.adx != 0.0 || f.volatility_ewma != 0.0) {
        fail("a flat market is not at rest", s->name, market->bars);
    }
}

/* Prices and volumes of every size that is allowed, next to one another. */
static double anywhere(void)
{
    return fmin(1e15, fmax(1e-15, pow(10.0, 30.0 * chance() - 15.0)));
}

static void wild_bar(sigma_bar *bar)
{
    static const double volumes[] = {0.0, 0x1p-1074, 1e-310, 1.0, 0.1, 1e18};
    double price = bar->close;

    bar->time += MINUTE;
    bar->open = bits() % 4 == 0 ? price : anywhere();
    bar->close = bits() % 4 == 0 ? bar->open : anywhere();
    bar->high = bits() % 4 == 0 ? 1e15 : fmax(bar->open, bar->close);
    bar->low = bits() % 4 == 0 ? 1e-15 : fmin(bar->open, bar->close);
    bar->volume = volumes[bits() % 6];
}

static void wild_market(int32_t estimator)
{
    const scene s = {"anything", 0.0, 0.0, 0.0, 1 + estimator, 7 + estimator * 40, estimator};
    static sigma_market market;
    sigma_bar bar = {.close = 1.0};
    sigma_features f;

    begin(&market, &s);
    for (int32_t i = 0; i < WILD; i++) {
        wild_bar(&bar);
        update(&market, &bar, s.name);
        if (i % 4 == 0) {
            look_at(&market, &f, s.name);
            look_for_tiny(&market, s.name);
        }
    }
}

int main(int count, char **arguments)
{
    static sigma_market market;
    static reference r;
    int64_t bars = count > 1 ? atoll(arguments[1]) : 10000000;

    seed = 20231;
    for (size_t i = 0; i < sizeof scenes / sizeof scenes[0]; i++) {
        sigma_bar bar = {.close = scenes[i].tick > 0.0 ? 1.5e-6 : scenes[i].level};
        walk_through(&scenes[i], bars, &market, &r, &bar);
        absurd_tick(&scenes[i], &market, &bar);
        stand_still(&scenes[i], &market, &bar);
    }
    for (int32_t kind = 1; kind < SIGMA_VOLATILITY_COUNT; kind++) {
        wild_market(kind);
    }
    printf("%lld failures\n", (long long)failures);
    return failures > 0;
}
