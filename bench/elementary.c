/* SPDX-License-Identifier: MIT */
/* Time of the elementary functions beside those of the C library, over arrays of random arguments:
 * the best of several rounds, in nanoseconds for each. The C library has no distribution; its erfc
 * stands beside cdf, and nothing beside the quantile. */
#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include "elementary.h"

enum { COUNT = 4096, ROUNDS = 300 };

typedef struct row {
    const char *name;
    double (*ours)(double);
    double (*theirs)(double);
    double low, high;
} row;

static double half_erfc(double x)
{
    return 0.5 * erfc(x * -0.70710678118654752);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double best(double (*f)(double), const double *x, double *y)
{
    double least = 1e9;
    for (int32_t round = 0; round < ROUNDS; round++) {
        double start = now();
        for (int32_t i = 0; i < COUNT; i++) {
            y[i] = f(x[i]);
        }
        double each = (now() - start) / COUNT;
        least = each < least ? each : least;
    }
    return least;
}

int main(void)
{
    static const row rows[] = {
        {"exp", sigma_exp, exp, -700.0, 700.0},
        {"exp (-1..1)", sigma_exp, exp, -1.0, 1.0},
        {"expm1", sigma_expm1, expm1, -30.0, 30.0},
        {"expm1 (-1..1)", sigma_expm1, expm1, -1.0, 1.0},
        {"expm1 (-.2...2)", sigma_expm1, expm1, -0.2, 0.2},
        {"log", sigma_log, log, 1e-10, 1e3},
        {"log (.5..2)", sigma_log, log, 0.5, 2.0},
        {"log1p", sigma_log1p, log1p, -0.99, 10.0},
        {"log1p (small)", sigma_log1p, log1p, -0.003, 0.003},
        {"tanh", sigma_tanh, tanh, -10.0, 10.0},
        {"tanh (-1..1)", sigma_tanh, tanh, -1.0, 1.0},
        {"cdf (-6..6)", sigma_normal_cdf, half_erfc, -6.0, 6.0},
        {"cdf (-37..0)", sigma_normal_cdf, half_erfc, -37.0, 0.0},
        {"quantile", sigma_normal_quantile, NULL, 0.0, 1.0},
        {"quantile tail", sigma_normal_quantile, NULL, 0.0, 0.25},
    };
    static double x[COUNT], y[COUNT];
    uint64_t seed = 1;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int32_t k = 0; k < COUNT; k++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            x[k] = rows[i].low + (rows[i].high - rows[i].low) * (double)(seed >> 11) * 0x1p-53;
        }
        printf("%-16s %6.1f", rows[i].name, best(rows[i].ours, x, y));
        printf(rows[i].theirs ? " %6.1f\n" : "      -\n",
               rows[i].theirs ? best(rows[i].theirs, x, y) : 0.0);
    }
    return 0;
}
