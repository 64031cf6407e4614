/* SPDX-License-Identifier: MIT */
/* Nanoseconds a call for the rules of a prop firm. */
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

enum { CALLS = 10000 };

/* A sample a second, so a reset now and then. */
static int64_t update(void *p)
{
    sigma_prop prop = *(sigma_prop *)p;
    for (int i = 0; i < CALLS; i++) {
        double equity = 50000.0 + i % 100;
        sigma_prop_sample sample = {prop.time + 1000000000, 50000.0, equity, equity, equity, 0, 0};
        bench_need(sigma_prop_update(&prop, &sample));
    }
    bench_sink = prop.mark;
    return CALLS;
}

static int64_t check(void *p)
{
    const sigma_prop *prop = (const sigma_prop *)p;
    sigma_prop_verdict verdict;
    double room = 0.0;
    for (int i = 0; i < CALLS; i++) {
        sigma_prop_trade trade = {.time = prop->time, .risk = 100.0 + i % 50, .reward = 300.0};
        bench_need(sigma_prop_check(prop, &trade, &verdict));
        room += verdict.room;
    }
    bench_sink = room;
    return CALLS;
}

int main(void)
{
    sigma_prop_params params;
    sigma_prop prop;
    bench_need(sigma_prop_defaults(&params, SIGMA_FIRM_APEX_50K));
    params.days_max = 0;
    bench_need(sigma_prop_init(&prop, 0, &params));
    puts("a prop firm's rules:");
    bench_run("update", update, &prop);
    bench_run("check of a trade", check, &prop);
    return 0;
}
