/* SPDX-License-Identifier: MIT */
/* Nanoseconds a bar of each indicator, by column and bar by bar. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

typedef struct input {
    bench_bars bars;
    double out[3][BENCH_BARS];
} input;

/* A column at once. */
#define BATCH(name, call)                                                                          \
    static int64_t name##_batch(void *p)                                                           \
    {                                                                                              \
        input *in = (input *)p;                                                                    \
        const bench_bars *b = &in->bars;                                                           \
        double *x = in->out[0], *y = in->out[1], *z = in->out[2];                                  \
        (void)y, (void)z;                                                                          \
        bench_need(call);                                                                          \
        return BENCH_BARS;                                                                         \
    }

/* Bar after bar, into a result that begins with a number. */
#define STREAM(name, type, result, start, step)                                                    \
    static int64_t name##_stream(void *p)                                                          \
    {                                                                                              \
        static type s;                                                                             \
        const bench_bars *b = &((input *)p)->bars;                                                 \
        result r;                                                                                  \
        bench_need(start);                                                                         \
        for (int i = 0; i < BENCH_BARS; i++) {                                                     \
            bench_need(step);                                                                      \
        }                                                                                          \
        bench_sink = *(const double *)&r;                                                          \
        return BENCH_BARS;                                                                         \
    }

enum { PARKINSON = SIGMA_VOLATILITY_PARKINSON, CLOSE = SIGMA_VOLATILITY_CLOSE };

static const double YEAR = 252.0; /* bars */

BATCH(sma, sigma_sma_batch(20, b->close, BENCH_BARS, x))
BATCH(ema, sigma_ema_batch(20, b->close, BENCH_BARS, x))
BATCH(wilder, sigma_wilder_batch(14, b->close, BENCH_BARS, x))
BATCH(macd, sigma_macd_batch(12, 26, 9, b->close, BENCH_BARS, x, y, z))
BATCH(rsi, sigma_rsi_batch(14, b->close, BENCH_BARS, x))
BATCH(stochastic, sigma_stochastic_batch(14, 3, 3, b->high, b->low, b->close, BENCH_BARS, x, y, z))
BATCH(bollinger, sigma_bollinger_batch(20, 2.0, b->close, BENCH_BARS, x, y, z))
BATCH(shape, sigma_bollinger_shape_batch(20, 2.0, b->close, BENCH_BARS, x, y, z))
BATCH(atr, sigma_atr_batch(14, b->high, b->low, b->close, BENCH_BARS, x))
BATCH(adx, sigma_adx_batch(14, b->high, b->low, b->close, BENCH_BARS, x, y, z))
BATCH(cci, sigma_cci_batch(20, b->high, b->low, b->close, BENCH_BARS, x))
BATCH(mfi, sigma_mfi_batch(14, b->high, b->low, b->close, b->volume, BENCH_BARS, x))
BATCH(obv, sigma_obv_batch(b->close, b->volume, BENCH_BARS, x))
BATCH(vwap, sigma_vwap_batch(b->high, b->low, b->close, b->volume, BENCH_BARS, x))
BATCH(zscore, sigma_zscore_batch(20, b->close, BENCH_BARS, x))
BATCH(slope, sigma_slope_batch(20, b->close, BENCH_BARS, x, y))
BATCH(ewma, sigma_ewma_batch(0.94, YEAR, b->close, BENCH_BARS, x))
BATCH(closes,
      sigma_volatility_batch(CLOSE, 20, YEAR, b->open, b->high, b->low, b->close, BENCH_BARS, x))
BATCH(parkinson, sigma_volatility_batch(PARKINSON, 20, YEAR, b->open, b->high, b->low, b->close,
                                        BENCH_BARS, x))
BATCH(klass, sigma_volatility_batch(SIGMA_VOLATILITY_GARMAN_KLASS, 20, YEAR, b->open, b->high,
                                    b->low, b->close, BENCH_BARS, x))
BATCH(satchell, sigma_volatility_batch(SIGMA_VOLATILITY_ROGERS_SATCHELL, 20, YEAR, b->open, b->high,
                                       b->low, b->close, BENCH_BARS, x))
BATCH(zhang, sigma_volatility_batch(SIGMA_VOLATILITY_YANG_ZHANG, 20, YEAR, b->open, b->high, b->low,
                                    b->close, BENCH_BARS, x))

STREAM(sma, sigma_sma, double, sigma_sma_init(&s, 20), sigma_sma_update(&s, b->close[i], &r))
STREAM(ema, sigma_ema, double, sigma_ema_init(&s, 20), sigma_ema_update(&s, b->close[i], &r))
STREAM(wilder, sigma_ema, double, sigma_wilder_init(&s, 14), sigma_ema_update(&s, b->close[i], &r))
STREAM(macd, sigma_macd, sigma_macd_result, sigma_macd_init(&s, 12, 26, 9),
       sigma_macd_update(&s, b->close[i], &r))
STREAM(rsi, sigma_rsi, double, sigma_rsi_init(&s, 14), sigma_rsi_update(&s, b->close[i], &r))
STREAM(stochastic, sigma_stochastic, sigma_stochastic_result, sigma_stochastic_init(&s, 14, 3, 3),
       sigma_stochastic_update(&s, b->high[i], b->low[i], b->close[i], &r))
STREAM(bollinger, sigma_bollinger, sigma_bollinger_result, sigma_bollinger_init(&s, 20, 2.0),
       sigma_bollinger_update(&s, b->close[i], &r))
STREAM(atr, sigma_atr, double, sigma_atr_init(&s, 14),
       sigma_atr_update(&s, b->high[i], b->low[i], b->close[i], &r))
STREAM(adx, sigma_adx, sigma_adx_result, sigma_adx_init(&s, 14),
       sigma_adx_update(&s, b->high[i], b->low[i], b->close[i], &r))
STREAM(cci, sigma_cci, double, sigma_cci_init(&s, 20),
       sigma_cci_update(&s, b->high[i], b->low[i], b->close[i], &r))
STREAM(mfi, sigma_mfi, double, sigma_mfi_init(&s, 14),
       sigma_mfi_update(&s, b->high[i], b->low[i], b->close[i], b->volume[i], &r))
STREAM(obv, sigma_obv, double, sigma_obv_init(&s),
       sigma_obv_update(&s, b->close[i], b->volume[i], &r))
STREAM(vwap, sigma_vwap, double, sigma_vwap_init(&s),
       sigma_vwap_update(&s, b->high[i], b->low[i], b->close[i], b->volume[i], &r))
STREAM(zscore, sigma_zscore, double, sigma_zscore_init(&s, 20),
       sigma_zscore_update(&s, b->close[i], &r))
STREAM(slope, sigma_slope, sigma_slope_result, sigma_slope_init(&s, 20),
       sigma_slope_update(&s, b->close[i], &r))
STREAM(ewma, sigma_ewma, double, sigma_ewma_init(&s, 0.94, YEAR),
       sigma_ewma_update(&s, b->close[i], &r))
STREAM(closes, sigma_volatility, double, sigma_volatility_init(&s, CLOSE, 20, YEAR),
       sigma_volatility_update(&s, b->open[i], b->high[i], b->low[i], b->close[i], &r))
STREAM(parkinson, sigma_volatility, double, sigma_volatility_init(&s, PARKINSON, 20, YEAR),
       sigma_volatility_update(&s, b->open[i], b->high[i], b->low[i], b->close[i], &r))
STREAM(klass, sigma_volatility, double,
       sigma_volatility_init(&s, SIGMA_VOLATILITY_GARMAN_KLASS, 20, YEAR),
       sigma_volatility_update(&s, b->open[i], b->high[i], b->low[i], b->close[i], &r))
STREAM(satchell, sigma_volatility, double,
       sigma_volatility_init(&s, SIGMA_VOLATILITY_ROGERS_SATCHELL, 20, YEAR),
       sigma_volatility_update(&s, b->open[i], b->high[i], b->low[i], b->close[i], &r))
STREAM(zhang, sigma_volatility, double,
       sigma_volatility_init(&s, SIGMA_VOLATILITY_YANG_ZHANG, 20, YEAR),
       sigma_volatility_update(&s, b->open[i], b->high[i], b->low[i], b->close[i], &r))

int main(void)
{
    static const struct {
        const char *name;
        bench_work *batch, *stream;
    } rows[] = {
        {"SMA 20", sma_batch, sma_stream},
        {"EMA 20", ema_batch, ema_stream},
        {"Wilder's average 14", wilder_batch, wilder_stream},
        {"MACD 12 26 9", macd_batch, macd_stream},
        {"RSI 14", rsi_batch, rsi_stream},
        {"stochastic 14 3 3", stochastic_batch, stochastic_stream},
        {"Bollinger 20: bands", bollinger_batch, bollinger_stream},
        {"Bollinger 20: deviation, width, %b", shape_batch, 0},
        {"ATR 14", atr_batch, atr_stream},
        {"ADX 14 with both DI", adx_batch, adx_stream},
        {"CCI 20", cci_batch, cci_stream},
        {"MFI 14", mfi_batch, mfi_stream},
        {"OBV", obv_batch, obv_stream},
        {"VWAP", vwap_batch, vwap_stream},
        {"Z-score 20", zscore_batch, zscore_stream},
        {"slope 20", slope_batch, slope_stream},
        {"volatility, weighted", ewma_batch, ewma_stream},
        {"volatility 20 of closes", closes_batch, closes_stream},
        {"volatility 20, Parkinson", parkinson_batch, parkinson_stream},
        {"volatility 20, Garman-Klass", klass_batch, klass_stream},
        {"volatility 20, Rogers-Satchell", satchell_batch, satchell_stream},
        {"volatility 20, Yang-Zhang", zhang_batch, zhang_stream},
    };
    enum { ROWS = sizeof rows / sizeof rows[0] };
    input *in = (input *)malloc(sizeof *in);
    if (!in) {
        fputs("bench: out of memory\n", stderr);
        return 1;
    }
    bench_walk(&in->bars);
    puts("batch, a bar:");
    for (int i = 0; i < ROWS; i++) {
        bench_run(rows[i].name, rows[i].batch, in);
    }
    puts("streaming, a bar:");
    for (int i = 0; i < ROWS; i++) {
        if (rows[i].stream) {
            bench_run(rows[i].name, rows[i].stream, in);
        }
    }
    free(in);
    return 0;
}
