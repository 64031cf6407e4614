/* SPDX-License-Identifier: MIT */
/* Averages, bands, slopes, CCI, ATR and ADX against the numbers that other projects publish; see
 * vectors/README.md. */
#include "test.h"

enum {
    EMA,
    ATR,
    NATR,
    TR,
    WILDER,
    SMA,
    MIDDLE,
    UPPER,
    LOWER,
    PERCENT_B,
    DEVIATION,
    SAMPLE_DEVIATION,
    VARIANCE,
    SAMPLE_VARIANCE,
    SAMPLE_UPPER,
    SAMPLE_LOWER,
    DEVIATION_1P5,
    CCI,
    SLOPE,
    LINE,
    NEXT,
    MACD,
    SIGNAL,
    HISTOGRAM,
    PLUS_DI,
    MINUS_DI,
    DX,
    ADX,
    PLUS_DM,
    MINUS_DM
};
enum { PLAIN, BAR_1, REPEAT, TYPICAL };
enum { HIGH, LOW, CLOSE };

typedef struct point {
    int32_t bar;
    double value;
} point;

typedef struct vector {
    const char *name;
    int32_t kind, period, feed;
    double absolute, relative;
    const double (*bars)[3];
    int32_t bars_count;
    const point *points;
    int32_t points_count;
} vector;

#include "vectors/indicators.inc"

enum { LONGEST = 700 };

typedef struct columns {
    double high[LONGEST], low[LONGEST], close[LONGEST];
    int32_t count, ahead; /* bars that were fed before the vector's first one */
} columns;

static void feed(columns *c, double high, double low, double close)
{
    assert_true(c->count < LONGEST);
    c->high[c->count] = high;
    c->low[c->count] = low;
    c->close[c->count] = close;
    c->count++;
}

static columns fed(const vector *v)
{
    columns c = {.ahead = v->feed == BAR_1 ? -1 : v->feed == REPEAT ? v->period - 1 : 0};
    for (int32_t i = 0; i < c.ahead; i++) {
        feed(&c, v->bars[0][HIGH], v->bars[0][LOW], v->bars[0][CLOSE]);
    }
    for (int32_t i = v->feed == BAR_1; i < v->bars_count; i++) {
        double high = v->bars[i][HIGH], low = v->bars[i][LOW], close = v->bars[i][CLOSE];
        if (v->feed == TYPICAL) {
            double typical = (high + low + close) / 3.0;
            feed(&c, typical, typical, typical);
        } else if (v->feed == BAR_1 && i == 1) {
            double previous = v->bars[0][CLOSE];
            feed(&c, fmax(high, previous), fmin(low, previous), close);
        } else {
            feed(&c, high, low, close);
        }
    }
    return c;
}

static void values_of_adx(const vector *v, const columns *c, double *values)
{
    sigma_adx adx;
    assert_int_equal(sigma_adx_init(&adx, v->period), SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        sigma_adx_result r;
        assert_true(sigma_adx_update(&adx, c->high[i], c->low[i], c->close[i], &r) >= 0);
        double both = r.plus_di + r.minus_di;
        const double of[] = {
            [PLUS_DI] = r.plus_di,
            [MINUS_DI] = r.minus_di,
            [DX] = both > 0.0 ? 100.0 * fabs(r.plus_di - r.minus_di) / both : 0.0,
            [ADX] = r.adx,
            [PLUS_DM] = adx.plus * v->period,
            [MINUS_DM] = adx.minus * v->period,
        };
        values[i] = of[v->kind];
    }
}

static double sample(const vector *v)
{
    return v->period / (v->period - 1.0);
}

/* Two deviations, of a sample where the source has them so. */
static double multiple(const vector *v)
{
    switch (v->kind) {
    case SAMPLE_UPPER:
    case SAMPLE_LOWER: return 2.0 * sqrt(sample(v));
    case DEVIATION_1P5: return 1.5;
    default: return 2.0;
    }
}

static double value_of_bands(const vector *v, const sigma_bollinger_result *r)
{
    switch (v->kind) {
    case MIDDLE: return r->middle;
    case UPPER:
    case SAMPLE_UPPER: return r->upper;
    case LOWER:
    case SAMPLE_LOWER: return r->lower;
    case DEVIATION_1P5: return (r->upper - r->lower) / 2.0;
    case PERCENT_B: return r->percent_b;
    case DEVIATION: return r->deviation;
    case SAMPLE_DEVIATION: return r->deviation * sqrt(sample(v));
    case VARIANCE: return r->deviation * r->deviation;
    default: return r->deviation * r->deviation * sample(v);
    }
}

static void values_of_bands(const vector *v, const columns *c, double *values)
{
    sigma_bollinger bands;
    assert_int_equal(sigma_bollinger_init(&bands, v->period, multiple(v)), SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        sigma_bollinger_result r;
        assert_true(sigma_bollinger_update(&bands, c->close[i], &r) >= 0);
        values[i] = value_of_bands(v, &r);
    }
}

/* The line of regression ends half a window above its mean, and is one slope higher a bar later. */
static void values_of_slope(const vector *v, const columns *c, double *values)
{
    double relative[LONGEST], mean[LONGEST];
    assert_int_equal(sigma_slope_batch(v->period, c->close, c->count, values, relative), SIGMA_OK);
    assert_int_equal(sigma_sma_batch(v->period, c->close, c->count, mean), SIGMA_OK);
    for (int32_t i = 0; v->kind != SLOPE && i < c->count; i++) {
        values[i] = mean[i] + values[i] * ((v->period - 1) / 2.0 + (v->kind == NEXT));
    }
}

static void values_of_macd(const vector *v, const columns *c, double *values)
{
    double out[3][LONGEST];
    assert_int_equal(sigma_macd_batch(12, v->period, 9, c->close, c->count, out[0], out[1], out[2]),
                     SIGMA_OK);
    memcpy(values, out[v->kind - MACD], (size_t)c->count * sizeof *values);
}

/* Of one column. */
static void values_of_series(const vector *v, const columns *c, double *values)
{
    sigma_status status =
        v->kind == EMA      ? sigma_ema_batch(v->period, c->close, c->count, values)
        : v->kind == WILDER ? sigma_wilder_batch(v->period, c->close, c->count, values)
        : v->kind == SMA    ? sigma_sma_batch(v->period, c->close, c->count, values)
        : v->kind == CCI ? sigma_cci_batch(v->period, c->high, c->low, c->close, c->count, values)
                         : sigma_atr_batch(v->period, c->high, c->low, c->close, c->count, values);
    assert_int_equal(status, SIGMA_OK);
}

static void values_of(const vector *v, const columns *c, double *values)
{
    if (v->kind >= PLUS_DI) {
        values_of_adx(v, c, values);
    } else if (v->kind >= MACD) {
        values_of_macd(v, c, values);
    } else if (v->kind == SLOPE || v->kind == LINE || v->kind == NEXT) {
        values_of_slope(v, c, values);
    } else if (v->kind >= MIDDLE && v->kind != CCI) {
        values_of_bands(v, c, values);
    } else {
        values_of_series(v, c, values);
    }
    for (int32_t i = 0; v->kind == NATR && i < c->count; i++) {
        values[i] *= 100.0 / c->close[i];
    }
}

static void published_values_agree(void **unused)
{
    (void)unused;
    for (int32_t k = 0; k < COUNT_OF(vectors); k++) {
        const vector *v = &vectors[k];
        columns c = fed(v);
        double values[LONGEST];
        values_of(v, &c, values);
        for (int32_t i = 0; i < v->points_count; i++) {
            double actual = values[v->points[i].bar + c.ahead], wanted = v->points[i].value;
            if (!(fabs(actual - wanted) <= v->absolute + v->relative * fabs(wanted))) {
                print_error("%s, bar %d: got %.17g, want %.17g\n", v->name, (int)v->points[i].bar,
                            actual, wanted);
                fail();
            }
        }
    }
}

/* The exact sources agree far better than their tolerance; this holds the promise to it. */
static void exact_sources_agree_to_the_last_digits(void **unused)
{
    (void)unused;
    for (int32_t k = 0; k < COUNT_OF(vectors); k++) {
        const vector *v = &vectors[k];
        columns c = fed(v);
        double values[LONGEST];
        if (v->relative > 0.0 && v->absolute < 1e-7 && v->kind <= SMA) {
            values_of(v, &c, values);
            for (int32_t i = 0; i < v->points_count; i++) {
                assert_near(values[v->points[i].bar + c.ahead], v->points[i].value, 1e-13);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_values_agree),
        cmocka_unit_test(exact_sources_agree_to_the_last_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
