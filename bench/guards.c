/* SPDX-License-Identifier: MIT */
/* Nanoseconds an update of the guards. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { EVENTS = 20000 };

typedef struct input {
    sigma_breaker_sample event[EVENTS];
    double multiple[EVENTS];
} input;

static int32_t pick(uint64_t *seed, int32_t count)
{
    return (int32_t)(bench_uniform(seed) * count);
}

/* What a busy bot reports: mostly latencies, orders and slippage, at times a trade; now and then
 * something fails. Two events a second keep the windows full. */
static void prepare(input *in)
{
    static const int32_t usual[] = {SIGMA_EVENT_LATENCY, SIGMA_EVENT_LATENCY,
                                    SIGMA_EVENT_ORDER_DONE, SIGMA_EVENT_SLIPPAGE,
                                    SIGMA_EVENT_TRADE};
    uint64_t seed = 88172645463325252u;
    for (int32_t i = 0; i < EVENTS; i++) {
        in->multiple[i] = bench_uniform(&seed) < 0.55 ? 1.5 : -1.0;
    }
    for (int32_t i = 0; i < EVENTS; i++) {
        sigma_breaker_sample *s = &in->event[i];
        s->time = i * INT64_C(500000000);
        s->event = usual[pick(&seed, 5)];
        s->event = pick(&seed, 200) == 0 ? SIGMA_EVENT_ORDER_FAILED : s->event;
        s->value = s->event == SIGMA_EVENT_LATENCY    ? 700.0 * bench_uniform(&seed)
                   : s->event == SIGMA_EVENT_SLIPPAGE ? 0.0011 * bench_uniform(&seed)
                                                      : 0.01 * (bench_uniform(&seed) - 0.5);
    }
}

static int64_t breaker(void *p)
{
    input *in = (input *)p;
    sigma_breaker b;
    sigma_breaker_params params;
    sigma_breaker_transition t;
    int64_t changes = 0;
    bench_need(sigma_breaker_defaults(&params));
    bench_need(sigma_breaker_init(&b, 0, &params));
    for (int32_t i = 0; i < EVENTS; i++) {
        bench_need(sigma_breaker_update(&b, &in->event[i], &t));
        changes += t.from != t.to;
    }
    bench_sink = (double)changes;
    return EVENTS;
}

static int64_t monitor(const input *in, int32_t rules)
{
    sigma_monitor m;
    sigma_monitor_params params;
    sigma_monitor_result result = {0};
    bench_need(sigma_monitor_defaults(&params));
    params.rules = rules;
    params.mean = 0.375;
    params.deviation = 1.24;
    params.baseline_trades = 100;
    bench_need(sigma_monitor_init(&m, 0, &params));
    for (int32_t i = 0; i < EVENTS; i++) {
        sigma_monitor_sample sample = {in->event[i].time, in->multiple[i], 0, 0};
        bench_need(sigma_monitor_update(&m, &sample, &result));
    }
    bench_sink = result.drawdown;
    return EVENTS;
}

static int64_t monitor_sequential(void *p)
{
    return monitor((const input *)p, SIGMA_JUDGEMENT_SEQUENTIAL);
}

static int64_t monitor_published(void *p)
{
    return monitor((const input *)p, SIGMA_JUDGEMENT_PUBLISHED);
}

static int64_t gate(void *p)
{
    const input *in = (const input *)p;
    sigma_gate g;
    sigma_gate_params params;
    sigma_gate_result result = {0};
    sigma_gate_sample s = {.entry = 1.1,
                           .stop = 1.097,
                           .target = 1.1045,
                           .spread = 0.0001,
                           .exposure = 36300.0,
                           .margin = 1210.0,
                           .free_margin = 10000.0,
                           .equity = 10000.0,
                           .balance = 10000.0,
                           .symbol = SIGMA_GATE_SPACE,
                           .side = SIGMA_SIDE_LONG,
                           .intent = SIGMA_INTENT_OPEN,
                           .scheduled = 1};
    bench_need(sigma_gate_defaults(&params));
    bench_need(sigma_gate_init(&g, 0, 10000.0, &params));
    for (int32_t symbol = 1; symbol <= SIGMA_GATE_SPACE; symbol++) {
        bench_need(sigma_gate_allow(&g, symbol));
    }
    for (int32_t i = 0; i < EVENTS; i++) {
        s.time = s.price_time = in->event[i].time;
        s.risk = 100.0 + 100.0 * in->multiple[i];
        bench_need(sigma_gate_check(&g, &s, &result));
    }
    bench_sink = (double)g.allowed;
    return EVENTS;
}

/* ---- a candidate against 64 positions in as many symbols */

typedef struct book {
    sigma_portfolio portfolio;
    sigma_correlation correlation;
} book;

static void fill_book(book *b, int32_t known)
{
    sigma_correlation_params params;
    double returns[SIGMA_CORRELATION_SPACE];
    uint64_t seed = 7;
    bench_need(sigma_correlation_defaults(&params));
    bench_need(sigma_correlation_init(&b->correlation, &params));
    bench_need(sigma_portfolio_init(&b->portfolio));
    for (int32_t i = 1; i <= SIGMA_PORTFOLIO_SPACE; i++) {
        sigma_position position = {.entry = 1.0, .stop = 0.9, .lots = 1.0, .risk = 1.0 + i % 7};
        position.id = position.symbol = i;
        position.side = 1 + i % 2;
        bench_need(sigma_portfolio_update(&b->portfolio, &position));
        b->portfolio.exposure[i - 1] = 10.0;
        if (known) {
            bench_need(sigma_correlation_add(&b->correlation, i));
        }
    }
    for (int32_t t = 0; t < 60 * known; t++) {
        double common = bench_uniform(&seed) - 0.5;
        for (int32_t i = 0; i < SIGMA_CORRELATION_SPACE; i++) {
            returns[i] = 0.01 * (common + bench_uniform(&seed) - 0.5);
        }
        bench_need(sigma_correlation_update(&b->correlation, t, returns, 64, UINT64_MAX));
    }
}

static int64_t check(void *p)
{
    enum { CHECKS = 200 };
    const book *b = (const book *)p;
    sigma_portfolio_params params;
    sigma_portfolio_verdict verdict = {0};
    double sum = 0.0;
    bench_need(sigma_portfolio_defaults(&params));
    for (int32_t i = 0; i < CHECKS; i++) {
        sigma_portfolio_sample s = {10.0, 1.0 + i % 9, 1e4, 1e4, 0.0, 1 + i % 64, 1, 0, 0};
        bench_need(sigma_portfolio_check(&b->portfolio, &b->correlation, &params, &s, &verdict));
        sum += verdict.heat;
    }
    bench_sink = sum;
    return CHECKS;
}

static int64_t learn(void *p)
{
    enum { UPDATES = 10 };
    static sigma_correlation c;
    double returns[SIGMA_CORRELATION_SPACE];
    uint64_t seed = 8;
    c = ((const book *)p)->correlation;
    for (int32_t t = 0; t < UPDATES; t++) {
        for (int32_t i = 0; i < SIGMA_CORRELATION_SPACE; i++) {
            returns[i] = 0.01 * (bench_uniform(&seed) - 0.5);
        }
        bench_need(sigma_correlation_update(&c, c.time + 1, returns, 64, UINT64_MAX));
    }
    bench_sink = c.value[5];
    return UPDATES;
}

static void portfolios(void)
{
    static book b;
    puts("a candidate against 64 positions in 64 symbols:");
    fill_book(&b, 1);
    bench_run("correlations estimated", check, &b);
    bench_run("update of the correlations", learn, &b);
    fill_book(&b, 0);
    bench_run("correlations unknown", check, &b);
}

int main(void)
{
    input *in = (input *)malloc(sizeof *in);
    if (!in) {
        fputs("bench: out of memory\n", stderr);
        return 1;
    }
    prepare(in);
    puts("an update:");
    bench_run("breaker", breaker, in);
    bench_run("monitor, sequential rules", monitor_sequential, in);
    bench_run("monitor, published rules", monitor_published, in);
    bench_run("gate, the last of 64 symbols", gate, in);
    free(in);
    portfolios();
    return 0;
}
