/* SPDX-License-Identifier: MIT */
/* Nanoseconds a bar for the indicators, and a call for the desk. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { BARS = 1000000, PROPOSALS = 20000 };

typedef struct input {
    double high[BARS], low[BARS], close[BARS], out[3][BARS];
    sigma_market market;
    sigma_policy policy;
    sigma_context context;
    sigma_proposal proposal;
    sigma_decision decision;
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

static void prepare(input *in)
{
    sigma_symbol symbol = {.id = 1,
                           .asset = SIGMA_ASSET_INDEX,
                           .tick_size = 0.01,
                           .tick_value = 0.01,
                           .lot_min = 0.01,
                           .lot_max = 1e6,
                           .lot_step = 0.01,
                           .commission = 1.0,
                           .spread = 2.0,
                           .leverage = 20.0};
    sigma_market_params params;
    sigma_desk desk;

    walk(in);
    need(sigma_policy_defaults(&in->policy));
    need(sigma_market_defaults(&params));
    params.interval = 60000000000;
    need(sigma_market_init(&in->market, &params, &symbol));
    for (int i = 0; i < 500; i++) {
        sigma_bar bar = {i * params.interval, in->close[i], in->high[i],
                         in->low[i],          in->close[i], 1.0};
        need(sigma_market_update(&in->market, &bar));
    }
    in->proposal = (sigma_proposal){.time = 500 * params.interval,
                                    .symbol = 1,
                                    .entry = in->close[499],
                                    .side = SIGMA_SIDE_LONG,
                                    .intent = SIGMA_INTENT_OPEN};
    need(sigma_desk_init(&desk, 0, 100000.0));
    need(sigma_desk_account(&desk, in->proposal.time, 100000.0, 100000.0, 0.0));
    need(sigma_desk_context(&desk, &in->market, &in->proposal, &in->context));
}

/* ---- work */

static int64_t ema_batch(void *p)
{
    input *in = (input *)p;
    need(sigma_ema_batch(20, in->close, BARS, in->out[0]));
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

static int64_t ema_stream(void *p)
{
    input *in = (input *)p;
    sigma_ema ema;
    double value = 0.0;
    need(sigma_ema_init(&ema, 20));
    for (int i = 0; i < BARS; i++) {
        need(sigma_ema_update(&ema, in->close[i], &value));
    }
    bench_sink = value;
    return BARS;
}

static int64_t atr_stream(void *p)
{
    input *in = (input *)p;
    sigma_atr atr;
    double value = 0.0;
    need(sigma_atr_init(&atr, 14));
    for (int i = 0; i < BARS; i++) {
        need(sigma_atr_update(&atr, in->high[i], in->low[i], in->close[i], &value));
    }
    bench_sink = value;
    return BARS;
}

static int64_t adx_stream(void *p)
{
    input *in = (input *)p;
    sigma_adx adx;
    sigma_adx_result result = {0};
    need(sigma_adx_init(&adx, 14));
    for (int i = 0; i < BARS; i++) {
        need(sigma_adx_update(&adx, in->high[i], in->low[i], in->close[i], &result));
    }
    bench_sink = result.adx;
    return BARS;
}

static int64_t market_stream(void *p)
{
    input *in = (input *)p;
    sigma_market market = in->market;
    for (int i = 500; i < BARS; i++) {
        sigma_bar bar = {
            i * market.params.interval, in->close[i], in->high[i], in->low[i], in->close[i], 1.0};
        need(sigma_market_update(&market, &bar));
    }
    bench_sink = market.atr.value;
    return BARS - 500;
}

static int64_t market_features(void *p)
{
    input *in = (input *)p;
    static sigma_market market;
    sigma_features features = {0};
    market = in->market;
    for (int i = 500; i < BARS; i++) {
        sigma_bar bar = {
            i * market.params.interval, in->close[i], in->high[i], in->low[i], in->close[i], 1.0};
        need(sigma_market_update(&market, &bar));
        need(sigma_market_features(&market, &features));
    }
    bench_sink = features.up;
    return BARS - 500;
}

static int64_t decide(void *p)
{
    input *in = (input *)p;
    double lots = 0.0;
    for (int i = 0; i < PROPOSALS; i++) {
        in->proposal.entry = in->context.market.close + 0.0001 * (i % 100);
        need(sigma_decide(&in->policy, &in->context, &in->proposal, &in->decision));
        lots += in->decision.lots;
    }
    bench_sink = lots;
    return PROPOSALS;
}

static int64_t audit(void *p)
{
    input *in = (input *)p;
    sigma_audit log;
    char line[SIGMA_AUDIT_SPACE];
    int32_t length;
    need(sigma_audit_init(&log, &in->policy, line, sizeof line, &length));
    for (int i = 0; i < PROPOSALS; i++) {
        need(sigma_audit_decision(&log, &in->context, &in->proposal, &in->decision, line,
                                  sizeof line, &length));
    }
    bench_sink = line[length / 2];
    return PROPOSALS;
}

int main(void)
{
    input *in = (input *)malloc(sizeof *in);
    if (!in) {
        fputs("bench: out of memory\n", stderr);
        return 1;
    }
    prepare(in);
    puts("batch, a bar:");
    bench_run("EMA 20", ema_batch, in);
    bench_run("ATR 14", atr_batch, in);
    bench_run("ADX 14 with both DI", adx_batch, in);
    puts("streaming, a bar:");
    bench_run("EMA 20", ema_stream, in);
    bench_run("ATR 14", atr_stream, in);
    bench_run("ADX 14 with both DI", adx_stream, in);
    bench_run("market: update", market_stream, in);
    bench_run("market: update and all features", market_features, in);
    puts("a call:");
    bench_run("decide", decide, in);
    bench_run("audit line", audit, in);
    free(in);
    return 0;
}
