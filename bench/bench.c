/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS_MIN = 9, RUNS_MAX = 2000 };

static const double SECONDS_MIN = 0.2;

volatile double bench_sink;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double bench_uniform(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (double)(*seed >> 11) * 0x1p-53;
}

void bench_walk(bench_bars *bars)
{
    uint64_t seed = 88172645463325252u;
    double price = 100.0;
    for (int i = 0; i < BENCH_BARS; i++) {
        double open = price;
        price *= 1.0 + 0.002 * (bench_uniform(&seed) - 0.5);
        bars->open[i] = open;
        bars->high[i] = (open > price ? open : price) * (1.0 + 0.0005 * bench_uniform(&seed));
        bars->low[i] = (open < price ? open : price) * (1.0 - 0.0005 * bench_uniform(&seed));
        bars->close[i] = price;
        bars->volume[i] = 1000.0 * bench_uniform(&seed);
    }
}

void bench_need(sigma_status status)
{
    if (status < 0) {
        fprintf(stderr, "bench: status %d\n", (int)status);
        exit(1);
    }
}

double bench_run(const char *name, bench_work *work, void *input)
{
    static double ns[RUNS_MAX];
    double total = 0.0;
    int runs = 0;

    (void)work(input); /* warms caches and page tables */
    while (runs < RUNS_MIN || (total < SECONDS_MIN && runs < RUNS_MAX)) {
        double start = now();
        int64_t items = work(input);
        double seconds = now() - start;
        ns[runs++] = 1e9 * seconds / (double)items;
        total += seconds;
    }
    qsort(ns, (size_t)runs, sizeof ns[0], ascending);
    printf("%-34s %9.2f ns  (fastest %.2f, %d runs)\n", name, ns[runs / 2], ns[0], runs);
    return ns[runs / 2];
}
