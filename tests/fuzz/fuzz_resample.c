/* SPDX-License-Identifier: MIT */
/* Any state and any bars: finished bars are sound, in order and of the past; columns give the bars
 * of the stream. */
#include <string.h>

#include "fuzz.h"

typedef struct run {
    sigma_resample state;
    sigma_schedule schedule;
    const sigma_schedule *by; /* NULL on the grid of UTC */
    bool forged;
} run;

static void start(fuzz_input *in, run *r)
{
    int64_t interval = fuzz_rarely(in) ? (int64_t)fuzz_bytes(in, 8)
                                       : INT64_C(600000000000) * (1 + fuzz_pick(in, 200));
    int64_t source = fuzz_pick(in, 2) == 0 ? 0 : interval / (1 + fuzz_pick(in, 8));
    int64_t offset = interval / 8 * fuzz_pick(in, 8);
    int32_t hours = 1 + fuzz_pick(in, SIGMA_HOURS_COUNT - 1);

    REQUIRE(sigma_schedule_defaults(hours, &r->schedule) == SIGMA_OK);
    r->by = fuzz_pick(in, 2) == 0 ? &r->schedule : NULL;
    sigma_status status = r->by ? sigma_resample_init_session(&r->state, interval, source)
                                : sigma_resample_init(&r->state, interval, offset, source);
    const char *name = r->by ? "sigma_resample_init_session" : "sigma_resample_init";
    (void)fuzz_saw_result(name, status, SIGMA_KIND_RESAMPLE, &r->state);
    r->forged = fuzz_pick(in, 8) == 0;
    if (r->forged) {
        fuzz_object(in, SIGMA_KIND_RESAMPLE, &r->state);
    }
}

static sigma_status add(run *r, const sigma_bar *bar, sigma_resample_result *result)
{
    sigma_resample before = r->state;
    sigma_status status = r->by ? sigma_resample_update_session(&r->state, r->by, bar, result)
                                : sigma_resample_update(&r->state, bar, result);
    const char *name = r->by ? "sigma_resample_update_session" : "sigma_resample_update";
    (void)fuzz_saw_state(name, status, SIGMA_KIND_RESAMPLE, &before, &r->state);
    (void)fuzz_saw_read(name, status, SIGMA_KIND_RESAMPLE_RESULT, result, r->forged);
    return status;
}

/* A finished bar opened before the one that finished it, or with it. */
static void holds(const run *r, const sigma_bar *bar, sigma_status status,
                  const sigma_resample_result *result)
{
    REQUIRE(status < 0 || (status == SIGMA_OK) == (result->count > 0));
    for (int32_t i = 0; i < result->count; i++) {
        REQUIRE(sigma_bar_check(&result->bars[i]) == SIGMA_OK);
        REQUIRE(r->forged || result->bars[i].time <= bar->time);
    }
    REQUIRE(result->count < 2 || r->forged || result->bars[0].time < result->bars[1].time);
}

static void make_bars(fuzz_input *in, sigma_bar *bars, int32_t count)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};

    fuzz_make_symbol(in, &symbol);
    for (int32_t i = 0; i < count; i++) {
        fuzz_make_bar(in, &symbol, &bar);
        bars[i] = bar;
    }
}

static void columns(const run *first, const sigma_bar *bars, int32_t count)
{
    run r = *first;
    sigma_bar finished[FUZZ_COLUMN + 1];
    int32_t known[FUZZ_COLUMN + 1], length, found = 0;
    sigma_resample by_columns = r.state, before = r.state;
    const sigma_schedule *by = first->by ? &r.schedule : NULL;

    r.by = by;
    memset(finished, 0, sizeof finished);
    sigma_status status =
        by ? sigma_resample_batch_session(&by_columns, by, bars, count, finished, known, &length)
           : sigma_resample_batch(&by_columns, bars, count, finished, known, &length);
    const char *name = by ? "sigma_resample_batch_session" : "sigma_resample_batch";
    (void)fuzz_saw_state(name, status, SIGMA_KIND_RESAMPLE, &before, &by_columns);
    (void)fuzz_saw_numbers(name, status, finished, 8, 6 * length);
    for (int32_t i = 0; i < count && status == SIGMA_OK; i++) {
        sigma_resample_result result;
        REQUIRE(add(&r, &bars[i], &result) >= 0);
        for (int32_t k = 0; k < result.count; k++, found++) {
            REQUIRE(known[found] == i);
            REQUIRE(fuzz_is_same(&finished[found], &result.bars[k], sizeof finished[0]));
        }
    }
    REQUIRE(found == length);
    REQUIRE(status != SIGMA_OK || fuzz_is_same(&r.state, &by_columns, sizeof r.state));
}

static void stream(fuzz_input *in)
{
    run r;
    sigma_bar bars[FUZZ_COLUMN], forming;
    int32_t count = fuzz_pick(in, FUZZ_COLUMN);

    memset(&r, 0, sizeof r);
    start(in, &r);
    make_bars(in, bars, count);
    columns(&r, bars, count);
    for (int32_t i = 0; i < count; i++) {
        sigma_resample_result result;
        sigma_status status = add(&r, &bars[i], &result);
        holds(&r, &bars[i], status, &result);
    }
    sigma_status status = sigma_resample_read(&r.state, &forming);
    (void)fuzz_saw_read("sigma_resample_read", status, SIGMA_KIND_BAR, &forming, r.forged);
    REQUIRE(status != SIGMA_OK || sigma_bar_check(&forming) == SIGMA_OK);
}

void fuzz_resample(fuzz_input *in)
{
    sigma_resample state = {0};
    sigma_schedule schedule = {0};
    sigma_resample_result result;
    sigma_bar bar = {0}, finished[2];
    int32_t known[2], length;

    while (fuzz_more(in)) {
        stream(in);
    }
    fuzz_saw_null("sigma_resample_init", sigma_resample_init(NULL, 1, 0, 0));
    fuzz_saw_null("sigma_resample_init_session", sigma_resample_init_session(NULL, 1, 0));
    fuzz_saw_null("sigma_resample_update", sigma_resample_update(&state, NULL, &result));
    fuzz_saw_null("sigma_resample_update_session",
                  sigma_resample_update_session(&state, NULL, &bar, &result));
    fuzz_saw_null("sigma_resample_read", sigma_resample_read(NULL, &bar));
    fuzz_saw_null("sigma_resample_batch",
                  sigma_resample_batch(&state, &bar, 1, finished, NULL, &length));
    fuzz_saw_null("sigma_resample_batch_session",
                  sigma_resample_batch_session(&state, &schedule, &bar, 1, NULL, known, &length));
}
