/* SPDX-License-Identifier: MIT */
/* Nanoseconds an update of a journal, the slowest single one, and what reading takes. */
#define _POSIX_C_SOURCE 199309L
#include <sigma/sigma.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"

enum { TRADES = 200000 };

typedef struct input {
    sigma_trade trade[TRADES];
    sigma_journal journal;
    int32_t window;
} input;

/* Stops, targets and slips, four trades a day. */
static void prepare(input *in)
{
    uint64_t seed = 88172645463325252u;
    for (int32_t i = 0; i < TRADES; i++) {
        double risk = 50.0 + 100.0 * bench_uniform(&seed);
        double r = bench_uniform(&seed) < 0.42 ? 1.7 + bench_uniform(&seed)
                                               : -1.0 - 0.1 * bench_uniform(&seed);
        in->trade[i] = (sigma_trade){.opened = i * INT64_C(21600000000000),
                                     .closed = i * INT64_C(21600000000000) + 1,
                                     .entry = 1.1,
                                     .exit = 1.1,
                                     .lots = 0.1,
                                     .profit = r * risk,
                                     .risk = risk,
                                     .expected = 0.1 * risk,
                                     .probability = bench_uniform(&seed),
                                     .given = 7,
                                     .symbol = 1,
                                     .side = SIGMA_SIDE_LONG};
    }
}

static void start(input *in)
{
    sigma_journal_params params;
    bench_need(sigma_journal_defaults(&params, 1e6));
    bench_need(sigma_journal_init(&in->journal, &params));
}

static int64_t update(void *p)
{
    input *in = (input *)p;
    start(in);
    for (int32_t i = 0; i < TRADES; i++) {
        bench_need(sigma_journal_update(&in->journal, &in->trade[i]));
    }
    bench_sink += in->journal.totals.equity;
    return TRADES;
}

static int64_t batch(void *p)
{
    input *in = (input *)p;
    start(in);
    bench_need(sigma_journal_batch(&in->journal, in->trade, TRADES));
    bench_sink += in->journal.totals.equity;
    return TRADES;
}

static int64_t read(void *p)
{
    input *in = (input *)p;
    sigma_journal_result result;
    for (int32_t i = 0; i < 100; i++) {
        bench_need(sigma_journal_read(&in->journal, in->window, &result));
        bench_sink += result.multiple.expectancy;
    }
    return 100;
}

static int64_t calibrate(void *p)
{
    input *in = (input *)p;
    sigma_journal_calibration result;
    for (int32_t i = 0; i < 100; i++) {
        bench_need(sigma_journal_calibrate(&in->journal, in->window, &result));
        bench_sink += result.brier;
    }
    return 100;
}

static int64_t compare(void *p)
{
    input *in = (input *)p;
    sigma_journal_comparison result;
    for (int32_t i = 0; i < 100; i++) {
        bench_need(sigma_journal_compare(&in->journal, &result));
        bench_sink += result.multiple.win_rate_drop;
    }
    return 100;
}

static int64_t copy(void *p)
{
    input *in = (input *)p;
    double multiples[SIGMA_JOURNAL_SPACE];
    int32_t count;
    for (int32_t i = 0; i < 100; i++) {
        bench_need(
            sigma_journal_multiples(&in->journal, 500, multiples, SIGMA_JOURNAL_SPACE, &count));
        bench_sink += multiples[count - 1];
    }
    return 100;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Each update by itself, the clock included: the slowest are the system's interruptions. */
static void slowest(input *in)
{
    static double spent[TRADES];
    start(in);
    for (int32_t i = 0; i < TRADES; i++) {
        double from = now();
        bench_need(sigma_journal_update(&in->journal, &in->trade[i]));
        spent[i] = now() - from;
    }
    qsort(spent, TRADES, sizeof spent[0], by_size);
    printf("one update: median %.0f ns, 99.9 %% within %.0f ns, all within %.0f ns\n",
           spent[TRADES / 2], spent[TRADES - TRADES / 1000], spent[TRADES - 1]);
}

int main(void)
{
    static const int32_t windows[] = {30, 100, 500, SIGMA_JOURNAL_ALL};
    static input in;
    char name[40];

    prepare(&in);
    bench_run("journal update", update, &in);
    bench_run("journal batch", batch, &in);
    slowest(&in);
    for (int32_t i = 0; i < 4; i++) {
        in.window = windows[i];
        snprintf(name, sizeof name, windows[i] ? "journal read of %d" : "journal read of all",
                 (int)in.window);
        bench_run(name, read, &in);
    }
    in.window = 500;
    bench_run("journal calibrate 500", calibrate, &in);
    bench_run("journal compare 30 with 100", compare, &in);
    bench_run("journal multiples 500", copy, &in);
    return 0;
}
