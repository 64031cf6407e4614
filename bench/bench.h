/* SPDX-License-Identifier: MIT */
/* Times a piece of work: several runs, of which the median is printed beside the fastest. */
#ifndef SIGMA_BENCH_H
#define SIGMA_BENCH_H

#include <sigma/base.h>

enum { BENCH_BARS = 200000 }; /* columns that caches hold */

/* Bars of a random walk. */
typedef struct bench_bars {
    double open[BENCH_BARS], high[BENCH_BARS], low[BENCH_BARS], close[BENCH_BARS];
    double volume[BENCH_BARS];
} bench_bars;

void bench_walk(bench_bars *bars);

/* From 0 up to 1; the seed is not 0. */
double bench_uniform(uint64_t *seed);

/* Ends the program on an error. */
void bench_need(sigma_status status);

/* Does its work once over the whole input, and returns how many items that were. */
typedef int64_t bench_work(void *input);

/* Runs the work until it has taken at least a fifth of a second and nine runs, prints a line, and
 * returns the median [ns an item]. */
double bench_run(const char *name, bench_work *work, void *input);

/* A number that depends on every result, so that the compiler can leave none out. */
extern volatile double bench_sink;

#endif
