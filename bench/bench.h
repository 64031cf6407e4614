/* SPDX-License-Identifier: MIT */
/* Times a piece of work: several runs, of which the median is printed beside the fastest. */
#ifndef SIGMA_BENCH_H
#define SIGMA_BENCH_H

#include <stdint.h>

/* Does its work once over the whole input, and returns how many items that were. */
typedef int64_t bench_work(void *input);

/* Runs the work until it has taken at least a fifth of a second and nine runs, prints a line, and
 * returns the median [ns an item]. */
double bench_run(const char *name, bench_work *work, void *input);

/* A number that depends on every result, so that the compiler can leave none out. */
extern volatile double bench_sink;

#endif
