/* SPDX-License-Identifier: MIT */
#include "breaker.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "tags.h"

static const int64_t DURATION_MAX = INT64_C(31000000000000000);

enum { ISSUES = SIGMA_BREAKER_ISSUES };

sigma_status sigma_breaker_defaults(sigma_breaker_params *params)
{
    static const int64_t SECOND = INT64_C(1000000000);

    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_breaker_params){
        .latency = {500.0, 1000.0, 3000.0},
        .slippage = {0.001, 0.003, 0.005},
        .failure_rate = 0.3,
        .loss = 0.05,
        .volatility = 1e9,
        .expectancy = {0.0, -0.5},
        .confidence = 0.7,
        .scale = 0.5,
        .degraded = 0.5,
        .window = 300 * SECOND,
        .cooldown = {60 * SECOND, 300 * SECOND, 900 * SECOND},
        .probe = 60 * SECOND,
        .failures = {2, 3, 5, 10},
        .rate_orders = 10,
        .expectancy_over = {30, 50},
        .readings = 10,
        .recovery_readings = 5,
        .repeats = 3,
        .degradation = {SIGMA_LEVEL_ALERT, SIGMA_LEVEL_HALT, SIGMA_LEVEL_HALT},
        .event = {SIGMA_LEVEL_ALERT, SIGMA_LEVEL_ALERT, SIGMA_LEVEL_ALERT, SIGMA_LEVEL_ALERT,
                  SIGMA_LEVEL_HALT, SIGMA_LEVEL_HALT, SIGMA_LEVEL_SHUTDOWN, SIGMA_LEVEL_SHUTDOWN}};
    return SIGMA_OK;
}

sigma_status sigma_breaker_init(sigma_breaker *breaker, int64_t time,
                                const sigma_breaker_params *params)
{
    if (!breaker) {
        return SIGMA_E_NULL;
    }
    sigma_zero(breaker, sizeof *breaker);
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_is_time(time) ||
        !sigma_fields_valid(sigma_breaker_params_fields, SIGMA_BREAKER_PARAMS_FIELDS, params)) {
        return SIGMA_E_RANGE;
    }
    breaker->params = *params;
    breaker->time = time;
    breaker->since = time;
    breaker->probed = time;
    breaker->tag = SIGMA_TAG_BREAKER;
    breaker->state = SIGMA_LEVEL_CLOSED;
    return SIGMA_OK;
}

/* ---- damage: what could lead out of an array, overflow, or out of a result's range; thresholds
 * that are no numbers trip by themselves */

static bool params_usable(const sigma_breaker_params *p)
{
    bool durations =
        sigma_between(p->window, 1, DURATION_MAX) && sigma_between(p->probe, 0, DURATION_MAX);
    for (int32_t i = 0; i < 3; i++) {
        durations &= sigma_between(p->cooldown[i], 0, DURATION_MAX);
    }
    return durations && sigma_within(p->confidence, 0.0, 1.0) && sigma_within(p->scale, 0.0, 1.0) &&
           sigma_within(p->degraded, 0.0, 1.0) && sigma_between(p->readings, 1, 16) &&
           sigma_between(p->recovery_readings, 1, 16);
}

static bool rings_usable(const sigma_breaker *b)
{
    return sigma_between(b->orders, 0, SIGMA_BREAKER_SPACE) &&
           sigma_between(b->order_next, 0, SIGMA_BREAKER_SPACE - 1) &&
           sigma_between(b->trades, 0, SIGMA_BREAKER_SPACE) &&
           sigma_between(b->trade_next, 0, SIGMA_BREAKER_SPACE - 1) &&
           sigma_between(b->repeats, 0, 8) && sigma_between(b->repeat_next, 0, 7) &&
           sigma_between(b->readings, 0, 16) && sigma_between(b->reading_next, 0, 15) &&
           sigma_between(b->issues, 0, ISSUES) && sigma_between(b->issue_next, 0, ISSUES - 1);
}

bool sigma_breaker_valid(const sigma_breaker *b)
{
    return b->tag == SIGMA_TAG_BREAKER && b->reserved == 0 && sigma_is_time(b->time) &&
           sigma_is_time(b->since) && sigma_is_time(b->probed) &&
           sigma_between(b->state, SIGMA_LEVEL_CLOSED, SIGMA_LEVEL_SHUTDOWN) &&
           sigma_between(b->probing, 0, 1) && sigma_between(b->override_on, 0, 1) &&
           sigma_between(b->severity, 0, SIGMA_SEVERITY_CRITICAL) && b->failures >= 0 &&
           b->streak >= 0 && params_usable(&b->params) && rings_usable(b);
}

sigma_status sigma_breaker_usable(const sigma_breaker *breaker, int64_t time)
{
    if (!sigma_breaker_valid(breaker)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_is_time(time)) {
        return SIGMA_E_RANGE;
    }
    return time < breaker->time ? SIGMA_E_ORDER : SIGMA_OK;
}

/* ---- what happens */

/* A damaged ring may hold any number. */
static double finite(double value)
{
    return sigma_within(value, -1e300, 1e300) ? value : 0.0;
}

void sigma_breaker_note(sigma_breaker *b, int64_t time, const sigma_breaker_call *call)
{
    sigma_breaker_issue *newest = &b->issue[(b->issue_next - 1 + ISSUES) % ISSUES];

    if (b->issues == 0 || newest->issue != call->issue || newest->level != call->level) {
        newest = &b->issue[b->issue_next];
        *newest = (sigma_breaker_issue){.first = time, .issue = call->issue, .level = call->level};
        b->issue_next = (b->issue_next + 1) % ISSUES;
        b->issues += b->issues < ISSUES;
    }
    newest->last = time;
    newest->value = call->value;
    newest->count += newest->count < INT32_MAX;
}

void sigma_breaker_cool(sigma_breaker *b, int64_t time)
{
    b->since = time;
    b->probing = 0;
}

static bool cooled(const sigma_breaker *b, int64_t time)
{
    return time - b->params.cooldown[b->state - SIGMA_LEVEL_ALERT] >= b->since;
}

/* Whether this event, which raised no issue, shows that things work again. */
static bool proves(const sigma_breaker *b, const sigma_breaker_sample *sample)
{
    if (sample->event == SIGMA_EVENT_ORDER_DONE) {
        return true;
    }
    bool quiet = sample->time - b->params.probe >= b->probed;
    return b->failures == 0 && (sample->event == SIGMA_EVENT_LATENCY || quiet);
}

/* Begins a probe, and falls by one state if it succeeds. */
static void recover(sigma_breaker *b, const sigma_breaker_sample *sample)
{
    bool well = sigma_breaker_latency_well(b);

    if (!b->probing && well && cooled(b, sample->time)) {
        b->probing = 1;
        b->probed = sample->time;
    }
    if (b->probing && well && proves(b, sample)) {
        b->state--;
        sigma_breaker_cool(b, sample->time);
    }
}

static void apply(sigma_breaker *b, const sigma_breaker_sample *sample,
                  const sigma_breaker_call *call)
{
    if (call->level > SIGMA_LEVEL_CLOSED) {
        sigma_breaker_note(b, sample->time, call);
        sigma_breaker_cool(b, sample->time);
        b->state = call->level > b->state ? call->level : b->state;
    } else if (sample->event == SIGMA_EVENT_ORDER_FAILED) {
        sigma_breaker_cool(b, sample->time);
    } else if (sigma_between(b->state, SIGMA_LEVEL_ALERT, SIGMA_LEVEL_HALT)) {
        recover(b, sample);
    }
}

static bool sample_valid(const sigma_breaker_sample *s)
{
    double least = s->event == SIGMA_EVENT_LATENCY ? 0.0 : -1e15;
    int32_t most = s->event == SIGMA_EVENT_DEGRADATION ? SIGMA_SEVERITY_CRITICAL : INT32_MAX;

    return sigma_within(s->value, least, 1e15) && sigma_between(s->count, 0, most) &&
           sigma_between(s->event, SIGMA_EVENT_TIME, SIGMA_EVENT_COUNT - 1);
}

sigma_status sigma_breaker_update(sigma_breaker *breaker, const sigma_breaker_sample *sample,
                                  sigma_breaker_transition *transition)
{
    if (!transition) {
        return SIGMA_E_NULL;
    }
    *transition = (sigma_breaker_transition){0};
    if (!breaker || !sample) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_breaker_usable(breaker, sample->time);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    int32_t from = breaker->state;
    sigma_breaker_call call = sigma_breaker_judge(breaker, sample);
    call.value = finite(call.value);
    apply(breaker, sample, &call);
    breaker->time = sample->time;
    call.issue = breaker->state < from ? SIGMA_ISSUE_RECOVERY : call.issue;
    *transition =
        (sigma_breaker_transition){sample->time, call.value, from, breaker->state, call.issue, 0};
    return SIGMA_OK;
}
