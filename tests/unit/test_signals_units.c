/* SPDX-License-Identifier: MIT */
/* The unit of the prices does not matter: in units of 1000 and 0.001, every verdict of every signal
 * and regime agrees bar by bar, but where a number lies within 1e-12 of a threshold.
 *
 * The ADX has a threshold within: each bar it asks which of two moves is the larger, and prices in
 * ticks often move as many ticks up as down. Whether the two differ by a rounding or not is up to
 * the unit, and all that the unit decides: where a bar has such a tie, within 1e-12 of the price,
 * the ADX in the other unit takes its averages from the first, and all else has to agree.
 *
 * Usage: test_signals_units FOLDER, which holds the real series. */
#include "reader.h"

enum { BARS_MAX = 7000 };
static const char *folder;

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

/* Of what is known; fmin() passes over NaN. */
static double ratio(double x, double y)
{
    return y > 0.0 ? x / y : (double)NAN;
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
        nearest = fmin(nearest, miss(ratio(f->ema[i], f->ema[(i + 1) % 3]), 1.0));
        nearest = fmin(nearest, miss(ratio(f->close, f->ema[i]), 1.0));
    }
    nearest = fmin(nearest, miss(ratio(fabs(f->macd_histogram), f->atr), 0.05));
    nearest = fmin(nearest, miss(ratio(fabs(f->macd_histogram), f->atr), 0.0));
    nearest = fmin(nearest, miss(fabs(f->zscore), 2.0));
    nearest = fmin(nearest, miss(fabs(f->slope_relative), 0.002));
    nearest = fmin(nearest, miss(fabs(2.0 * f->percent_b - 1.0), 0.8));
    nearest = fmin(nearest, miss(f->percent_b, 0.0));
    nearest = fmin(nearest, miss(f->percent_b, 1.0));
    nearest = fmin(nearest, miss(ratio(f->close, f->bollinger_lower), 1.005));
    return fmin(nearest, miss(ratio(f->close, f->bollinger_upper), 0.995));
}

/* Whether the ADX has to choose between moves that are equal but for rounding. */
static bool is_tie(const sigma_bar *bar)
{
    double up = bar->high - bar[-1].high, down = bar[-1].low - bar->low;
    return up > 0.0 && fabs(up - down) <= 1e-12 * bar->close;
}

static void take_over(sigma_adx *to, const sigma_adx *from, double scale)
{
    to->range = from->range * scale;
    to->plus = from->plus * scale;
    to->minus = from->minus * scale;
    to->value = from->value;
}

static void scaled_bar(const sigma_bar *bar, double scale, sigma_bar *other)
{
    *other = (sigma_bar){bar->time,        bar->open * scale,  bar->high * scale,
                         bar->low * scale, bar->close * scale, bar->volume};
}

typedef struct seen {
    int32_t ties, differing;
} seen;

/* Follows bars in two units; what warms up is the same in both. */
static seen follow_both(const sigma_bar *bars, int32_t count, double scale)
{
    static sigma_bar others[BARS_MAX];
    static reader r, other;
    seen s = {0, 0};

    reader_start(&r);
    reader_start(&other);
    for (int32_t i = 0; i < count; i++) {
        outputs here, there;
        sigma_features f;
        scaled_bar(&bars[i], scale, &others[i]);
        reader_update(&r, &bars[i]);
        reader_update(&other, &others[i]);
        if (i > 0 && is_tie(&bars[i])) {
            take_over(&other.market.adx, &r.market.adx, scale);
            s.ties++;
        }
        reader_read(&r, bars, i, &here);
        reader_read(&other, others, i, &there);
        assert_true(sigma_market_features(&r.market, &f) >= 0);
        verdicts a = verdicts_of(&here), b = verdicts_of(&there);
        if (nearest_of(&f, 1.0) > 1e-12) {
            compare_numbers(&here, &there);
            assert_same(a, b);
        }
        s.differing += memcmp(&a, &b, sizeof a) != 0;
    }
    return s;
}

static const double scales[] = {1000.0, 0.001};

static void simulated_bars_read_the_same_in_any_unit(void **unused)
{
    static sigma_bar bars[SAMPLE_BARS];
    seen all = {0, 0};
    (void)unused;
    for (uint64_t seed = 95; seed < 99; seed++) {
        for (int32_t k = 0; k < COUNT_OF(scales); k++) {
            for (int32_t ticks = 0; ticks < 2; ticks++) {
                reader_make(seed, 0.01, ticks, bars);
                seen s = follow_both(bars, SAMPLE_BARS, scales[k]);
                assert_true(ticks || s.ties == 0);
                all.ties += s.ties;
                all.differing += s.differing;
            }
        }
    }
    assert_true(all.ties > 0 && all.differing < 10);
}

static int32_t read_series(const char *name, sigma_bar *bars)
{
    char path[1024], line[256];
    int32_t count = 0;
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (count < BARS_MAX && fgets(line, sizeof line, file)) {
        sigma_bar bar = {.time = sample_now + count * SAMPLE_HOUR};
        if (sscanf(line, "%*[^,],%lf,%lf,%lf,%lf,%lf", &bar.open, &bar.high, &bar.low, &bar.close,
                   &bar.volume) == 5) {
            bars[count++] = bar;
        }
    }
    (void)fclose(file);
    return count;
}

static void real_bars_read_the_same_in_any_unit(void **unused)
{
    static const char *const names[] = {"spx_1d_2000_2020.csv", "ndx_1d_1985_2012.csv",
                                        "aapl_1d_2013_2018.csv", "btcusd_1m_2016_01_01_03.csv"};
    static sigma_bar bars[BARS_MAX];
    int32_t ties = 0, differing = 0, count = 0;
    (void)unused;
    for (int32_t n = 0; n < COUNT_OF(names); n++) {
        int32_t series = read_series(names[n], bars);
        assert_true(series > 1000);
        for (int32_t k = 0; k < COUNT_OF(scales); k++) {
            seen s = follow_both(bars, series, scales[k]);
            ties += s.ties;
            differing += s.differing;
            count += series;
        }
    }
    print_message("%d bars, %d ties, %d at a threshold\n", count, ties, differing);
    assert_true(ties > 10 && differing < count / 1000);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(simulated_bars_read_the_same_in_any_unit),
        cmocka_unit_test(real_bars_read_the_same_in_any_unit),
    };
    folder = count > 1 ? arguments[1] : "examples/data";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
