/* SPDX-License-Identifier: MIT */
/* Nanoseconds a bar for a market, and a call for the desk, of which every guard was started. */
#define _POSIX_C_SOURCE 199309L
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"

enum { PROPOSALS = 20000 };

typedef struct input {
    bench_bars bars;
    sigma_market market;
    sigma_desk desk;
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

/* The positions of an account with room for one more. */
static void fill_portfolio(input *in)
{
    for (int32_t i = 1; i <= 8; i++) {
        sigma_position position = {.entry = 100.0,
                                   .stop = 99.0,
                                   .target = 102.0,
                                   .lots = 1.0,
                                   .risk = 50.0,
                                   .id = i,
                                   .symbol = 1 + i % 2,
                                   .side = SIGMA_SIDE_LONG + i % 2};
        bench_need(sigma_desk_position(&in->desk, &position));
    }
}

static void prepare_desk(input *in)
{
    sigma_portfolio_params limits;
    sigma_correlation_params correlation;
    sigma_gate_params gate;
    sigma_prop_params prop;
    sigma_breaker_params breaker;
    sigma_monitor_params monitor;
    sigma_desk *desk = &in->desk;
    int64_t now = in->proposal.time;

    bench_need(sigma_portfolio_defaults(&limits));
    bench_need(sigma_correlation_defaults(&correlation));
    bench_need(sigma_gate_defaults(&gate));
    bench_need(sigma_prop_defaults(&prop, SIGMA_FIRM_FTMO_TWO_STEP));
    bench_need(sigma_breaker_defaults(&breaker));
    bench_need(sigma_monitor_defaults(&monitor));
    bench_need(sigma_desk_init(desk, now, 100000.0));
    bench_need(sigma_desk_limits(desk, &limits, &correlation));
    bench_need(sigma_desk_gate(desk, now, &gate));
    bench_need(sigma_desk_prop(desk, now, &prop));
    bench_need(sigma_desk_breaker(desk, now, &breaker));
    bench_need(sigma_desk_monitor(desk, now, &monitor));
    fill_portfolio(in);
    bench_need(sigma_desk_account(desk, now, 100000.0, 100000.0, 0.0));
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
    prepare_desk(in);
    bench_need(sigma_desk_context(&in->desk, &in->market, &in->proposal, &in->context));
    in->context.edge = (sigma_edge){.mean = 0.2,
                                    .error = 0.1,
                                    .win_rate = 0.5,
                                    .payoff = 1.6,
                                    .kelly = 0.1,
                                    .tail = 1.2,
                                    .recent_win_rate = 0.5,
                                    .trades = 150,
                                    .recent_trades = 10,
                                    .mark = SIGMA_PART_EDGE};
    in->context.regime = (sigma_advice_result){.factor = 1.3,
                                               .volatility = 1.0,
                                               .time = in->context.market.time,
                                               .verdict = SIGMA_VERDICT_APPROVE,
                                               .symbol = 1,
                                               .mark = SIGMA_PART_REGIME};
    in->policy.parts = (UINT64_C(1) << SIGMA_PART_COUNT) - 2;
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

static int64_t context(void *p)
{
    input *in = (input *)p;
    sigma_context known;
    for (int i = 0; i < PROPOSALS; i++) {
        bench_need(sigma_desk_context(&in->desk, &in->market, &in->proposal, &known));
    }
    bench_sink = known.heat.risk;
    return PROPOSALS;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Each call by itself, with the clock's own time in it. */
static void decide_alone(input *in)
{
    static double taken[PROPOSALS];
    for (int i = 0; i < PROPOSALS; i++) {
        struct timespec from, to;
        in->proposal.entry = in->context.market.close + 0.0001 * (i % 100);
        clock_gettime(CLOCK_MONOTONIC, &from);
        bench_need(sigma_decide(&in->policy, &in->context, &in->proposal, &in->decision));
        clock_gettime(CLOCK_MONOTONIC, &to);
        taken[i] = (double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec);
    }
    qsort(taken, PROPOSALS, sizeof taken[0], by_size);
    printf("decide, one call: median %.0f ns, 99 %% within %.0f ns\n", taken[PROPOSALS / 2],
           taken[PROPOSALS / 100 * 99]);
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
    bench_run("context of every part", context, in);
    bench_run("decide", decide, in);
    decide_alone(in);
    bench_run("audit line", audit, in);
    free(in);
    return 0;
}
