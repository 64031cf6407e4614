/* SPDX-License-Identifier: MIT */
/* Nanoseconds a size: one call, and a row of a batch. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { CALLS = 20000, ROWS = 1000000 };

typedef struct input {
    double entry[ROWS], stop[ROWS], kelly[ROWS], lots[ROWS], risk[ROWS];
    sigma_sizing_params params;
    sigma_symbol symbol;
    sigma_sizing_sample sample;
} input;

static void prepare(input *in)
{
    bench_need(sigma_sizing_defaults(&in->params));
    in->symbol = (sigma_symbol){.id = 1,
                                .asset = SIGMA_ASSET_FOREX,
                                .tick_size = 0.00001,
                                .tick_value = 1.0,
                                .lot_min = 0.01,
                                .lot_max = 1e6,
                                .lot_step = 0.01,
                                .commission = 3.5,
                                .spread = 8.0,
                                .leverage = 30.0};
    in->sample = (sigma_sizing_sample){.equity = 1e5,
                                       .balance = 1e5,
                                       .peak = 1.05e5,
                                       .entry = 1.1,
                                       .stop = 1.097,
                                       .target = 1.1075,
                                       .kelly = 0.12,
                                       .mean = 0.2,
                                       .error = 0.08,
                                       .trades = 120};
    for (int i = 0; i < ROWS; i++) {
        in->entry[i] = (100000 + i % 20000) / 1e5;
        in->stop[i] = in->entry[i] - (100 + i % 317) / 1e5;
        in->kelly[i] = 0.05 + 0.0001 * (i % 1000);
    }
}

static int64_t call(void *p)
{
    input *in = (input *)p;
    sigma_sizing_result result;
    double lots = 0.0;
    for (int i = 0; i < CALLS; i++) {
        in->sample.entry = in->entry[i];
        in->sample.stop = in->stop[i];
        bench_need(sigma_sizing_evaluate(&in->params, &in->symbol, &in->sample, &result));
        lots += result.lots;
    }
    bench_sink = lots;
    return CALLS;
}

static int64_t batch(void *p)
{
    input *in = (input *)p;
    bench_need(sigma_sizing_batch(&in->params, &in->symbol, &in->sample, in->entry, in->stop,
                                  in->kelly, ROWS, in->lots, in->risk));
    bench_sink = in->lots[ROWS / 2];
    return ROWS;
}

int main(void)
{
    input *in = (input *)malloc(sizeof *in);
    if (!in) {
        fputs("bench: out of memory\n", stderr);
        return 1;
    }
    prepare(in);
    bench_run("size, a call", call, in);
    bench_run("size, a row of a million", batch, in);
    free(in);
    return 0;
}
