/* SPDX-License-Identifier: MIT */
/* Averages of columns that are long enough to be followed in four stretches at a time: the bits are
 * those of the stream, also where a stretch cannot have met its predecessor. */
#include "test.h"

enum { BARS = 30000, OUTPUTS = 3, INPUTS = 3 };

typedef struct column_set {
    double x[INPUTS][BARS]; /* high, low, close */
} column_set;

typedef struct indicator {
    const char *name;
    int32_t outputs;
    void (*stream)(int32_t period, const column_set *in, double out[OUTPUTS][BARS]);
    sigma_status (*batch)(int32_t period, double *const in[INPUTS], double *const out[OUTPUTS]);
} indicator;

/* ---- the indicators */

static void stream_average(sigma_ema *ema, const column_set *in, double out[OUTPUTS][BARS])
{
    for (int32_t i = 0; i < BARS; i++) {
        sigma_status status = sigma_ema_update(ema, in->x[2][i], &out[0][i]);
        out[0][i] = status == SIGMA_OK ? out[0][i] : NOT_A_NUMBER;
    }
}

static void stream_ema(int32_t period, const column_set *in, double out[OUTPUTS][BARS])
{
    sigma_ema ema;
    assert_int_equal(sigma_ema_init(&ema, period), SIGMA_OK);
    stream_average(&ema, in, out);
}

static sigma_status batch_ema(int32_t period, double *const in[INPUTS], double *const out[OUTPUTS])
{
    return sigma_ema_batch(period, in[2], BARS, out[0]);
}

static void stream_wilder(int32_t period, const column_set *in, double out[OUTPUTS][BARS])
{
    sigma_ema ema;
    assert_int_equal(sigma_wilder_init(&ema, period), SIGMA_OK);
    stream_average(&ema, in, out);
}

static sigma_status batch_wilder(int32_t period, double *const in[INPUTS],
                                 double *const out[OUTPUTS])
{
    return sigma_wilder_batch(period, in[2], BARS, out[0]);
}

static void stream_rsi(int32_t period, const column_set *in, double out[OUTPUTS][BARS])
{
    sigma_rsi rsi;
    assert_int_equal(sigma_rsi_init(&rsi, period), SIGMA_OK);
    for (int32_t i = 0; i < BARS; i++) {
        sigma_status status = sigma_rsi_update(&rsi, in->x[2][i], &out[0][i]);
        out[0][i] = status == SIGMA_OK ? out[0][i] : NOT_A_NUMBER;
    }
}

static sigma_status batch_rsi(int32_t period, double *const in[INPUTS], double *const out[OUTPUTS])
{
    return sigma_rsi_batch(period, in[2], BARS, out[0]);
}

static void stream_macd(int32_t period, const column_set *in, double out[OUTPUTS][BARS])
{
    sigma_macd macd;
    sigma_macd_result r;
    assert_int_equal(sigma_macd_init(&macd, period, 2 * period, period), SIGMA_OK);
    for (int32_t i = 0; i < BARS; i++) {
        sigma_status status = sigma_macd_update(&macd, in->x[2][i], &r);
        out[0][i] = i >= 2 * period - 1 ? r.line : NOT_A_NUMBER;
        out[1][i] = status == SIGMA_OK ? r.signal : NOT_A_NUMBER;
        out[2][i] = status == SIGMA_OK ? r.histogram : NOT_A_NUMBER;
    }
}

static sigma_status batch_macd(int32_t period, double *const in[INPUTS], double *const out[OUTPUTS])
{
    return sigma_macd_batch(period, 2 * period, period, in[2], BARS, out[0], out[1], out[2]);
}

static void stream_atr(int32_t period, const column_set *in, double out[OUTPUTS][BARS])
{
    sigma_atr atr;
    assert_int_equal(sigma_atr_init(&atr, period), SIGMA_OK);
    for (int32_t i = 0; i < BARS; i++) {
        sigma_status status =
            sigma_atr_update(&atr, in->x[0][i], in->x[1][i], in->x[2][i], &out[0][i]);
        out[0][i] = status == SIGMA_OK ? out[0][i] : NOT_A_NUMBER;
    }
}

static sigma_status batch_atr(int32_t period, double *const in[INPUTS], double *const out[OUTPUTS])
{
    return sigma_atr_batch(period, in[0], in[1], in[2], BARS, out[0]);
}

static void stream_adx(int32_t period, const column_set *in, double out[OUTPUTS][BARS])
{
    sigma_adx adx;
    sigma_adx_result r;
    assert_int_equal(sigma_adx_init(&adx, period), SIGMA_OK);
    for (int32_t i = 0; i < BARS; i++) {
        sigma_status status = sigma_adx_update(&adx, in->x[0][i], in->x[1][i], in->x[2][i], &r);
        out[0][i] = status == SIGMA_OK ? r.adx : NOT_A_NUMBER;
        out[1][i] = i >= period ? r.plus_di : NOT_A_NUMBER;
        out[2][i] = i >= period ? r.minus_di : NOT_A_NUMBER;
    }
}

static sigma_status batch_adx(int32_t period, double *const in[INPUTS], double *const out[OUTPUTS])
{
    return sigma_adx_batch(period, in[0], in[1], in[2], BARS, out[0], out[1], out[2]);
}

static const indicator indicators[] = {
    {"EMA", 1, stream_ema, batch_ema}, {"Wilder", 1, stream_wilder, batch_wilder},
    {"RSI", 1, stream_rsi, batch_rsi}, {"MACD", 3, stream_macd, batch_macd},
    {"ATR", 1, stream_atr, batch_atr}, {"ADX", 3, stream_adx, batch_adx},
};

/* ---- the markets */

static double uniform(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (double)(*seed >> 11) * 0x1p-53;
}

/* A walk that stands still from bar `from` to bar `end`. */
static void walk(column_set *in, int32_t from, int32_t end)
{
    uint64_t seed = 31;
    double price = 100.0;
    for (int32_t i = 0; i < BARS; i++) {
        double spread = i >= from && i < end ? 0.0 : 0.002;
        price *= 1.0 + spread * (uniform(&seed) - 0.5);
        in->x[2][i] = price;
        in->x[0][i] = price * (1.0 + spread * uniform(&seed));
        in->x[1][i] = price * (1.0 - spread * uniform(&seed));
    }
}

static void assert_columns(const indicator *of, double *const out[OUTPUTS],
                           double expected[OUTPUTS][BARS])
{
    for (int32_t k = 0; k < of->outputs; k++) {
        for (int32_t i = 0; i < BARS; i++) {
            if (test_bits_of(out[k][i]) != test_bits_of(expected[k][i])) {
                assert_true(isnan(out[k][i]) && isnan(expected[k][i]));
            }
        }
    }
}

static void compare(const column_set *in)
{
    static const int32_t periods[] = {1, 2, 5, 14, 26, 200, 5000};
    static double expected[OUTPUTS][BARS], out[OUTPUTS][BARS];
    static column_set copy;
    for (int32_t k = 0; k < COUNT_OF(indicators); k++) {
        const indicator *of = &indicators[k];
        for (int32_t p = 0; p < COUNT_OF(periods); p++) {
            double *const places[OUTPUTS] = {out[0], out[1], out[2]};
            double *const inputs[INPUTS] = {copy.x[0], copy.x[1], copy.x[2]};
            double *const same[OUTPUTS] = {copy.x[2], copy.x[0], copy.x[1]};
            of->stream(periods[p], in, expected);
            copy = *in;
            assert_int_equal(of->batch(periods[p], inputs, places), SIGMA_OK);
            assert_columns(of, places, expected);
            assert_int_equal(of->batch(periods[p], inputs, same), SIGMA_OK);
            assert_columns(of, same, expected);
        }
    }
}

static void a_walk_has_the_bits_of_the_stream(void **unused)
{
    static column_set in;
    (void)unused;
    walk(&in, 0, 0);
    compare(&in);
}

/* The stretches begin at the quarters, most of them amid prices that do not move: there averages
 * that came from different pasts stay apart. */
static void a_market_that_stands_still_has_them_too(void **unused)
{
    static column_set in;
    (void)unused;
    walk(&in, BARS / 5, BARS - 10);
    compare(&in);
    walk(&in, BARS / 2 - 2000, BARS / 2 + 10);
    compare(&in);
    walk(&in, 0, BARS);
    compare(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_has_the_bits_of_the_stream),
        cmocka_unit_test(a_market_that_stands_still_has_them_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
