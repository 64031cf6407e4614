/* SPDX-License-Identifier: MIT */
/* RSI, stochastic, MFI, OBV, VWAP and volatility against the numbers that other projects publish;
 * see vectors/README.md. */
#include "test.h"

enum {
    RSI,
    MFI,
    OBV,
    VWAP,
    VWMA,
    ROLLING_VWAP,
    RAW,
    K,
    D,
    WILLIAMS,
    PARKINSON,
    GARMAN_KLASS,
    ROGERS_SATCHELL,
    CLOSE_TO_CLOSE,
    YANG_ZHANG
};
enum { OPEN, HIGH, LOW, CLOSE, VOLUME, DAY };

typedef struct point {
    int32_t bar;
    double value;
} point;

typedef struct vector {
    const char *name;
    int32_t kind, period[3];
    double bars_a_year;
    double start; /* what the source begins with, where this library begins with 0 */
    double scale; /* hundredths of the source's unit */
    double absolute, relative;
    const double (*bars)[6];
    int32_t bars_count;
    const point *points;
    int32_t points_count;
} vector;

#include "vectors/oscillators.inc"

enum { LONGEST = 700 };

typedef struct columns {
    double of[5][LONGEST];
} columns;

/* Some of the source's bars close beyond their range, so each is fed as its typical price. */
static void session_averages(const vector *v, double *values)
{
    sigma_vwap vwap;
    assert_int_equal(sigma_vwap_init(&vwap), SIGMA_OK);
    for (int32_t i = 0; i < v->bars_count; i++) {
        const double *b = v->bars[i];
        assert_int_equal(sigma_vwap_session(&vwap, (int64_t)b[DAY]), SIGMA_OK);
        double price = (b[HIGH] + b[LOW] + b[CLOSE]) / 3.0;
        assert_int_equal(sigma_vwap_update(&vwap, price, price, price, b[VOLUME], &values[i]),
                         SIGMA_OK);
    }
}

/* An average that begins anew at every bar, with the first of its last n. */
static void rolling_averages(const vector *v, double *values)
{
    for (int32_t last = v->period[0] - 1; last < v->bars_count; last++) {
        sigma_vwap vwap;
        assert_int_equal(sigma_vwap_init(&vwap), SIGMA_OK);
        for (int32_t i = last + 1 - v->period[0]; i <= last; i++) {
            const double *b = v->bars[i];
            bool of_close = v->kind == VWMA;
            assert_int_equal(sigma_vwap_update(&vwap, b[of_close ? CLOSE : HIGH],
                                               b[of_close ? CLOSE : LOW], b[CLOSE], b[VOLUME],
                                               &values[last]),
                             SIGMA_OK);
        }
    }
}

static sigma_status volatilities(const vector *v, const columns *c, double *values)
{
    static const int32_t kinds[] = {[PARKINSON] = SIGMA_VOLATILITY_PARKINSON,
                                    [GARMAN_KLASS] = SIGMA_VOLATILITY_GARMAN_KLASS,
                                    [ROGERS_SATCHELL] = SIGMA_VOLATILITY_ROGERS_SATCHELL,
                                    [CLOSE_TO_CLOSE] = SIGMA_VOLATILITY_CLOSE,
                                    [YANG_ZHANG] = SIGMA_VOLATILITY_YANG_ZHANG};
    return sigma_volatility_batch(kinds[v->kind], v->period[0], v->bars_a_year, c->of[OPEN],
                                  c->of[HIGH], c->of[LOW], c->of[CLOSE], v->bars_count, values);
}

static void values_of(const vector *v, double values[3][LONGEST])
{
    static columns c;
    int32_t n = v->bars_count;
    sigma_status status = SIGMA_OK;
    assert_true(n <= LONGEST);
    for (int32_t i = 0; i < 5 * n; i++) {
        c.of[i % 5][i / 5] = v->bars[i / 5][i % 5];
    }
    switch (v->kind) {
    case RSI: status = sigma_rsi_batch(v->period[0], c.of[CLOSE], n, values[0]); break;
    case MFI:
        status = sigma_mfi_batch(v->period[0], c.of[HIGH], c.of[LOW], c.of[CLOSE], c.of[VOLUME], n,
                                 values[0]);
        break;
    case OBV: status = sigma_obv_batch(c.of[CLOSE], c.of[VOLUME], n, values[0]); break;
    case VWAP: session_averages(v, values[0]); break;
    case VWMA:
    case ROLLING_VWAP: rolling_averages(v, values[0]); break;
    case RAW:
    case WILLIAMS: /* the raw stochastic, counted down from the highest high */
    case K:
    case D:
        status = sigma_stochastic_batch(v->period[0], v->period[1], v->period[2], c.of[HIGH],
                                        c.of[LOW], c.of[CLOSE], n, values[0], values[1], values[2]);
        break;
    default: status = volatilities(v, &c, values[0]);
    }
    assert_int_equal(status, SIGMA_OK);
}

static void published_values_agree(void **unused)
{
    static double values[3][LONGEST];
    (void)unused;
    for (int32_t k = 0; k < COUNT_OF(vectors); k++) {
        const vector *v = &vectors[k];
        const double *of = values[v->kind == K ? 1 : v->kind == D ? 2 : 0];
        values_of(v, values);
        for (int32_t i = 0; i < v->points_count; i++) {
            double start = v->kind == WILLIAMS ? -100.0 : v->start;
            double actual = (of[v->points[i].bar] + start) / v->scale;
            double wanted = v->points[i].value;
            if (!(fabs(actual - wanted) <= v->absolute + v->relative * fabs(wanted))) {
                print_error("%s, bar %d: got %.17g, want %.17g\n", v->name, (int)v->points[i].bar,
                            actual, wanted);
                fail();
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_values_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
