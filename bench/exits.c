/* SPDX-License-Identifier: MIT */
/* Nanoseconds a call to judge an open position. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { CALLS = 10000 };

typedef struct input {
    sigma_exits exits;
} input;

static void prepare(input *in)
{
    sigma_exits_params params;
    sigma_exits_entry entry = {.interval = 1000000,
                               .entry = 100.0,
                               .stop = 50.0,
                               .target = 300.0,
                               .atr = 2.0,
                               .tick_size = 0.01,
                               .side = SIGMA_SIDE_LONG,
                               .regime = SIGMA_REGIME_TREND_UP};
    bench_need(sigma_exits_defaults(&params, SIGMA_STYLE_RISK));
    params.trail_start = 0.001;
    for (int i = 0; i < SIGMA_REGIME_COUNT; i++) {
        params.time_limit[i] = 0;
        params.trail[i] = 10.0;
    }
    bench_need(sigma_exits_init(&in->exits, &params, &entry));
}

/* ---- work */

static double price_at(int i)
{
    return 110.0 + 0.0001 * i + (i % 7) * 0.01;
}

static int64_t exits_bar(void *p)
{
    sigma_exits exits = ((input *)p)->exits;
    sigma_exits_sample sample = {.regime = SIGMA_REGIME_TREND_UP};
    sigma_exits_result result;
    for (int i = 0; i < CALLS; i++) {
        double price = price_at(i);
        sigma_bar bar = {i + 1, price, price + 0.5, price - 0.5, price + 0.1, 1.0};
        bench_need(sigma_exits_update(&exits, &bar, &sample, &result));
        bench_sink += result.stop;
    }
    return CALLS;
}

static int64_t exits_tick(void *p)
{
    sigma_exits exits = ((input *)p)->exits;
    sigma_exits_sample sample = {.regime = SIGMA_REGIME_TREND_UP};
    sigma_exits_result result;
    for (int i = 0; i < CALLS; i++) {
        bench_need(sigma_exits_tick(&exits, i, price_at(i), &sample, &result));
        bench_sink += result.stop;
    }
    return CALLS;
}

int main(void)
{
    input *in = (input *)malloc(sizeof *in);
    if (!in) {
        fputs("bench: out of memory\n", stderr);
        return 1;
    }
    prepare(in);
    puts("exits, one position, the trail moving:");
    bench_run("a bar", exits_bar, in);
    bench_run("a tick", exits_tick, in);
    free(in);
    return 0;
}
