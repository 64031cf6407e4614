/* SPDX-License-Identifier: MIT */
/* Nanoseconds a bar for averages, bands, slopes and the like, by column and bar by bar. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { BARS = 1000000 };

typedef struct input {
    double high[BARS], low[BARS], close[BARS], out[3][BARS];
    sigma_sma sma;
    sigma_ema ema;
    sigma_macd macd;
    sigma_bollinger bollinger;
    sigma_zscore zscore;
    sigma_slope slope;
    sigma_cci cci;
} input;

static void need(sigma_status status)
{
    if (status < 0) {
        fprintf(stderr, "bench: status %d\n", (int)status);
        exit(1);
    }
}

static double uniform(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (double)(*seed >> 11) * 0x1p-53;
}

static void walk(input *in)
{
    uint64_t seed = 88172645463325252u;
    double price = 100.0;
    for (int i = 0; i < BARS; i++) {
        double open = price;
        price *= 1.0 + 0.002 * (uniform(&seed) - 0.5);
        in->high[i] = (open > price ? open : price) * (1.0 + 0.0005 * uniform(&seed));
        in->low[i] = (open < price ? open : price) * (1.0 - 0.0005 * uniform(&seed));
        in->close[i] = price;
    }
}

/* ---- columns */

static int64_t sma_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_sma_batch(20, in->close, BARS, in->out[0]));
    return BARS;
}

static int64_t ema_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_ema_batch(20, in->close, BARS, in->out[0]));
    return BARS;
}

static int64_t wilder_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_wilder_batch(14, in->close, BARS, in->out[0]));
    return BARS;
}

static int64_t macd_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_macd_batch(12, 26, 9, in->close, BARS, in->out[0], in->out[1], in->out[2]));
    return BARS;
}

static int64_t bollinger_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_bollinger_batch(20, 2.0, in->close, BARS, in->out[0], in->out[1], in->out[2]));
    return BARS;
}

static int64_t shape_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_bollinger_shape_batch(20, 2.0, in->close, BARS, in->out[0], in->out[1], in->out[2]));
    return BARS;
}

static int64_t zscore_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_zscore_batch(20, in->close, BARS, in->out[0]));
    return BARS;
}

static int64_t slope_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_slope_batch(20, in->close, BARS, in->out[0], in->out[1]));
    return BARS;
}

static int64_t cci_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_cci_batch(20, in->high, in->low, in->close, BARS, in->out[0]));
    return BARS;
}

static int64_t atr_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_atr_batch(14, in->high, in->low, in->close, BARS, in->out[0]));
    return BARS;
}

static int64_t adx_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_adx_batch(14, in->high, in->low, in->close, BARS, in->out[0], in->out[1],
                         in->out[2]));
    return BARS;
}

/* ---- bar by bar */

static int64_t sma_stream(void *p)
{
    input *in = (input *)p;
    double value = 0.0;
    need(sigma_sma_init(&in->sma, 20));
    for (int i = 0; i < BARS; i++) {
        need(sigma_sma_update(&in->sma, in->close[i], &value));
    }
    bench_sink = value;
    return BARS;
}

static int64_t ema_stream(void *p)
{
    input *in = (input *)p;
    double value = 0.0;
    need(sigma_ema_init(&in->ema, 20));
    for (int i = 0; i < BARS; i++) {
        need(sigma_ema_update(&in->ema, in->close[i], &value));
    }
    bench_sink = value;
    return BARS;
}

static int64_t macd_stream(void *p)
{
    input *in = (input *)p;
    sigma_macd_result r = {0};
    need(sigma_macd_init(&in->macd, 12, 26, 9));
    for (int i = 0; i < BARS; i++) {
        need(sigma_macd_update(&in->macd, in->close[i], &r));
    }
    bench_sink = r.signal;
    return BARS;
}

static int64_t bollinger_stream(void *p)
{
    input *in = (input *)p;
    sigma_bollinger_result r = {0};
    need(sigma_bollinger_init(&in->bollinger, 20, 2.0));
    for (int i = 0; i < BARS; i++) {
        need(sigma_bollinger_update(&in->bollinger, in->close[i], &r));
    }
    bench_sink = r.percent_b;
    return BARS;
}

static int64_t zscore_stream(void *p)
{
    input *in = (input *)p;
    double value = 0.0;
    need(sigma_zscore_init(&in->zscore, 20));
    for (int i = 0; i < BARS; i++) {
        need(sigma_zscore_update(&in->zscore, in->close[i], &value));
    }
    bench_sink = value;
    return BARS;
}

static int64_t slope_stream(void *p)
{
    input *in = (input *)p;
    sigma_slope_result r = {0};
    need(sigma_slope_init(&in->slope, 20));
    for (int i = 0; i < BARS; i++) {
        need(sigma_slope_update(&in->slope, in->close[i], &r));
    }
    bench_sink = r.slope;
    return BARS;
}

static int64_t cci_stream(void *p)
{
    input *in = (input *)p;
    double value = 0.0;
    need(sigma_cci_init(&in->cci, 20));
    for (int i = 0; i < BARS; i++) {
        need(sigma_cci_update(&in->cci, in->high[i], in->low[i], in->close[i], &value));
    }
    bench_sink = value;
    return BARS;
}

int main(void)
{
    static const struct {
        const char *name;
        bench_work *batch, *stream;
    } rows[] = {
        {"SMA 20", sma_batch, sma_stream},
        {"EMA 20", ema_batch, ema_stream},
        {"Wilder's average 14", wilder_batch, 0},
        {"MACD 12 26 9", macd_batch, macd_stream},
        {"Bollinger 20: bands", bollinger_batch, bollinger_stream},
        {"Bollinger 20: deviation, width, %b", shape_batch, 0},
        {"Z-score 20", zscore_batch, zscore_stream},
        {"slope 20", slope_batch, slope_stream},
        {"CCI 20", cci_batch, cci_stream},
        {"ATR 14", atr_batch, 0},
        {"ADX 14 with both DI", adx_batch, 0},
    };
    enum { ROWS = sizeof rows / sizeof rows[0] };
    input *in = (input *)malloc(sizeof *in);
    if (!in) {
        fputs("bench: out of memory\n", stderr);
        return 1;
    }
    walk(in);
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
