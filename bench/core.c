/* SPDX-License-Identifier: MIT */
/* Nanoseconds a bar for a market, and a call for the desk. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { PROPOSALS = 20000 };

typedef struct input {
    bench_bars bars;
    sigma_market market;
    sigma_policy policy;
    sigma_context context;
    sigma_proposal proposal;
    sigma_decision decision;
} input;

static sigma_bar bar_of(const input *in, int i, int64_t interval)
{
    const bench_bars *b = &in->bars;
    return (sigma_bar){i * interval, b->open[i], b->high[i], b->low[i], b->close[i], b->volume[i]};
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

    bench_walk(&in->bars);
    bench_need(sigma_policy_defaults(&in->policy));
    bench_need(sigma_market_defaults(&params));
    params.interval = 60000000000;
    bench_need(sigma_market_init(&in->market, &params, &symbol));
    for (int i = 0; i < 500; i++) {
        sigma_bar bar = bar_of(in, i, params.interval);
        bench_need(sigma_market_update(&in->market, &bar));
    }
    in->proposal = (sigma_proposal){.time = 500 * params.interval,
                                    .symbol = 1,
                                    .entry = in->bars.close[499],
                                    .side = SIGMA_SIDE_LONG,
                                    .intent = SIGMA_INTENT_OPEN};
    bench_need(sigma_desk_init(&desk, 0, 100000.0));
    bench_need(sigma_desk_account(&desk, in->proposal.time, 100000.0, 100000.0, 0.0));
    bench_need(sigma_desk_context(&desk, &in->market, &in->proposal, &in->context));
}

/* ---- work */

static int64_t market_stream(void *p)
{
    input *in = (input *)p;
    sigma_market market = in->market;
    for (int i = 500; i < BENCH_BARS; i++) {
        sigma_bar bar = bar_of(in, i, market.params.interval);
        bench_need(sigma_market_update(&market, &bar));
    }
    bench_sink = market.atr.value;
    return BENCH_BARS - 500;
}

static int64_t market_features(void *p)
{
    input *in = (input *)p;
    static sigma_market market;
    sigma_features features = {0};
    market = in->market;
    for (int i = 500; i < BENCH_BARS; i++) {
        sigma_bar bar = bar_of(in, i, market.params.interval);
        bench_need(sigma_market_update(&market, &bar));
        bench_need(sigma_market_features(&market, &features));
    }
    bench_sink = features.up;
    return BENCH_BARS - 500;
}

static int64_t decide(void *p)
{
    input *in = (input *)p;
    double lots = 0.0;
    for (int i = 0; i < PROPOSALS; i++) {
        in->proposal.entry = in->context.market.close + 0.0001 * (i % 100);
        bench_need(sigma_decide(&in->policy, &in->context, &in->proposal, &in->decision));
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
    bench_need(sigma_audit_init(&log, &in->policy, line, sizeof line, &length));
    for (int i = 0; i < PROPOSALS; i++) {
        bench_need(sigma_audit_decision(&log, &in->context, &in->proposal, &in->decision, line,
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
    puts("a bar:");
    bench_run("market: update", market_stream, in);
    bench_run("market: update and all features", market_features, in);
    puts("a call:");
    bench_run("decide", decide, in);
    bench_run("audit line", audit, in);
    free(in);
    return 0;
}
