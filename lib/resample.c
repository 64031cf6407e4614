/* SPDX-License-Identifier: MIT */
#include "resample.h"

#include "bytes.h"
#include "civil.h"
#include "tags.h"

static const double VOLUME_MAX = 1e18;
static const int64_t LONGEST = INT64_C(31622400000000000);
static const int64_t SESSION_MAX = INT64_C(259200000000000); /* three days */

static bool is_forming(const sigma_resample *resample)
{
    return resample->forming.close > 0.0;
}

/* Of a state that grew, so that no difference of its instants overflows. */
static bool forming_valid(const sigma_resample *resample)
{
    const sigma_bar *forming = &resample->forming;
    return sigma_bar_check(forming) == SIGMA_OK &&
           sigma_between(resample->time, forming->time, resample->end - 1) &&
           resample->end <= forming->time + resample->interval;
}

static bool times_valid(const sigma_resample *resample)
{
    return sigma_is_time(resample->end) && sigma_is_time(resample->time) &&
           sigma_is_time(resample->session_start) && sigma_is_time(resample->session_end);
}

/* The ranges of the table, which a test compares. Every bar asks, so that it has to be quick. */
bool sigma_resample_valid(const sigma_resample *resample, bool by_session)
{
    return resample->tag == SIGMA_TAG_RESAMPLE && resample->by_session == by_session &&
           sigma_between(resample->interval, 1, LONGEST) &&
           sigma_between(resample->offset, 0, resample->interval - 1) &&
           sigma_between(resample->source, 0, resample->interval) && resample->bars >= 0 &&
           resample->skipped >= 0 && times_valid(resample) &&
           sigma_between(resample->session_end, resample->session_start,
                         resample->session_start + SESSION_MAX) &&
           (resample->forming.close == 0.0 || forming_valid(resample));
}

static sigma_status start_at(sigma_resample *resample, int64_t interval, int64_t offset,
                             int64_t source, int32_t by_session)
{
    if (!resample) {
        return SIGMA_E_NULL;
    }
    *resample = (sigma_resample){.interval = interval,
                                 .offset = offset,
                                 .source = source,
                                 .tag = SIGMA_TAG_RESAMPLE,
                                 .by_session = by_session};
    if (!sigma_resample_valid(resample, by_session)) {
        *resample = (sigma_resample){0};
        return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}

sigma_status sigma_resample_init(sigma_resample *resample, int64_t interval, int64_t offset,
                                 int64_t source)
{
    return start_at(resample, interval, offset, source, 0);
}

sigma_status sigma_resample_init_session(sigma_resample *resample, int64_t interval, int64_t source)
{
    return start_at(resample, interval, 0, source, 1);
}

/* ---- intervals */

/* Where the bar lies; neither within the time that there is nor in a session, it is not found. */
typedef struct place {
    int64_t start, end;
    bool found;
} place;

static place grid_of(const sigma_resample *resample, int64_t time)
{
    int64_t number = sigma_floor_divide(time - resample->offset, resample->interval);
    int64_t begins = resample->offset + number * resample->interval;
    int64_t ends = begins + resample->interval;

    return (place){begins, ends, sigma_is_time(begins) && sigma_is_time(ends)};
}

/* Asks the schedule where the last session is over. */
static sigma_status find_session(sigma_resample *next, const sigma_schedule *schedule, int64_t time)
{
    sigma_schedule_result result;

    if (next->session_start <= time && time < next->session_end) {
        return SIGMA_OK;
    }
    sigma_status status = sigma_schedule_evaluate(schedule, time, &result);
    next->session_start = result.session_start;
    next->session_end = result.session_end;
    return status;
}

static place session_of(const sigma_resample *resample, int64_t time)
{
    int64_t from = resample->session_start, to = resample->session_end;
    int64_t begins = from + (time - from) / resample->interval * resample->interval;
    int64_t ends = to - begins > resample->interval ? begins + resample->interval : to;

    return (place){begins, ends, true};
}

/* ---- one bar */

static int64_t counted(int64_t bars)
{
    return bars + (bars < INT64_MAX);
}

static void finish(sigma_resample *next, sigma_resample_result *result)
{
    result->bars[result->count++] = next->forming;
    next->forming = (sigma_bar){0};
}

static void merge(sigma_bar *forming, const sigma_bar *bar)
{
    forming->high = sigma_larger(forming->high, bar->high);
    forming->low = sigma_smaller(forming->low, bar->low);
    forming->close = bar->close;
    forming->volume = sigma_smaller(forming->volume + bar->volume, VOLUME_MAX);
}

/* The bar into its interval, which it may finish. */
static void add(sigma_resample *next, const sigma_bar *bar, place at, sigma_resample_result *result)
{
    if (is_forming(next)) {
        merge(&next->forming, bar);
    } else {
        next->forming = *bar;
        next->forming.time = at.start;
        next->end = at.end;
    }
    if (next->source > 0 && next->source >= next->end - bar->time) {
        finish(next, result);
    }
}

/* The place of the bar in its grid; SIGMA_WARMUP outside every session. */
static sigma_status locate(sigma_resample *next, const sigma_schedule *schedule, int64_t time,
                           place *at)
{
    if (!schedule) {
        *at = grid_of(next, time);
        return at->found ? SIGMA_OK : SIGMA_E_RANGE;
    }
    sigma_status status = find_session(next, schedule, time);
    if (status != SIGMA_OK || next->session_end == next->session_start) {
        next->skipped = counted(next->skipped);
        return sigma_worse(status, SIGMA_WARMUP);
    }
    *at = session_of(next, time);
    return SIGMA_OK;
}

sigma_status sigma_resample_step(sigma_resample *next, const sigma_schedule *schedule,
                                 const sigma_bar *bar, sigma_resample_result *result)
{
    place at = {0};
    bool over = next->bars > 0 && bar->time >= next->end;

    if (sigma_bar_check(bar) != SIGMA_OK) {
        return SIGMA_E_RANGE;
    }
    if (next->bars > 0 && (bar->time <= next->time || (!is_forming(next) && !over))) {
        return SIGMA_E_ORDER;
    }
    sigma_status status = locate(next, schedule, bar->time, &at);
    if (status < 0) {
        return status;
    }
    if (over && is_forming(next)) {
        finish(next, result);
    }
    if (status == SIGMA_OK) {
        add(next, bar, at, result);
    }
    next->time = bar->time;
    next->bars = counted(next->bars);
    return result->count > 0 ? SIGMA_OK : SIGMA_WARMUP;
}

static sigma_status update(sigma_resample *resample, const sigma_schedule *schedule,
                           const sigma_bar *bar, sigma_resample_result *result)
{
    if (!sigma_resample_valid(resample, schedule != 0)) {
        return SIGMA_E_STATE;
    }
    sigma_resample next = *resample;
    sigma_status status = sigma_resample_step(&next, schedule, bar, result);
    if (status < 0) {
        return status;
    }
    *resample = next;
    return status;
}

sigma_status sigma_resample_update(sigma_resample *resample, const sigma_bar *bar,
                                   sigma_resample_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_resample_result){0};
    if (!resample || !bar) {
        return SIGMA_E_NULL;
    }
    return update(resample, 0, bar, result);
}

sigma_status sigma_resample_update_session(sigma_resample *resample, const sigma_schedule *schedule,
                                           const sigma_bar *bar, sigma_resample_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_resample_result){0};
    if (!resample || !schedule || !bar) {
        return SIGMA_E_NULL;
    }
    return update(resample, schedule, bar, result);
}

sigma_status sigma_resample_read(const sigma_resample *resample, sigma_bar *bar)
{
    if (!bar) {
        return SIGMA_E_NULL;
    }
    *bar = (sigma_bar){0};
    if (!resample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_resample_valid(resample, resample->by_session == 1)) {
        return SIGMA_E_STATE;
    }
    if (!is_forming(resample)) {
        return SIGMA_WARMUP;
    }
    *bar = resample->forming;
    return SIGMA_OK;
}
