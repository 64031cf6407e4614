/* SPDX-License-Identifier: MIT */
#include "breaker.h"
#include "check.h"

/* ---- what people do */

sigma_status sigma_breaker_override(sigma_breaker *breaker, int64_t time, int32_t on)
{
    if (!breaker) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_breaker_usable(breaker, time);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_between(on, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    sigma_breaker_call call = {on, breaker->state, SIGMA_ISSUE_OVERRIDE};
    sigma_breaker_note(breaker, time, &call);
    breaker->override_on = on;
    breaker->time = time;
    return SIGMA_OK;
}

/* To CLOSED, with nothing but the override and the issues remembered. */
static void start_anew(sigma_breaker *breaker, int64_t time, const sigma_breaker_call *call,
                       sigma_breaker_transition *transition)
{
    sigma_breaker_note(breaker, time, call);
    *transition = (sigma_breaker_transition){
        time, call->value, breaker->state, SIGMA_LEVEL_CLOSED, call->issue, 0};
    breaker->state = SIGMA_LEVEL_CLOSED;
    breaker->orders = breaker->trades = breaker->repeats = breaker->readings = 0;
    breaker->failures = breaker->streak = breaker->severity = 0;
    breaker->failed[0] = breaker->failed[1] = 0;
    breaker->time = time;
    sigma_breaker_cool(breaker, time);
}

static sigma_status leave(sigma_breaker *breaker, int64_t time, bool shut,
                          const sigma_breaker_call *call, sigma_breaker_transition *transition)
{
    if (!transition) {
        return SIGMA_E_NULL;
    }
    *transition = (sigma_breaker_transition){0};
    if (!breaker) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_breaker_usable(breaker, time);
    if (status != SIGMA_OK) {
        return status;
    }
    if (shut != (breaker->state == SIGMA_LEVEL_SHUTDOWN) || call->value < 0.0) {
        return SIGMA_E_RANGE;
    }
    start_anew(breaker, time, call, transition);
    return SIGMA_OK;
}

sigma_status sigma_breaker_recover(sigma_breaker *breaker, int64_t time,
                                   sigma_breaker_transition *transition)
{
    sigma_breaker_call call = {0.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_FORCED};
    return leave(breaker, time, false, &call, transition);
}

sigma_status sigma_breaker_reset(sigma_breaker *breaker, int64_t time, int32_t reason,
                                 sigma_breaker_transition *transition)
{
    sigma_breaker_call call = {reason >= 1 ? reason : -1.0, SIGMA_LEVEL_CLOSED, SIGMA_ISSUE_RESET};
    return leave(breaker, time, true, &call, transition);
}

/* ---- what it grants */

static bool closes_all(const sigma_breaker *b)
{
    return b->state == SIGMA_LEVEL_SHUTDOWN || b->severity == SIGMA_SEVERITY_CRITICAL;
}

static void grant(const sigma_breaker *b, sigma_breaker_result *result)
{
    bool throttled =
        b->state == SIGMA_LEVEL_THROTTLE || (b->state == SIGMA_LEVEL_HALT && b->probing);
    bool open = b->state <= SIGMA_LEVEL_THROTTLE || throttled;

    result->entries = open && !b->override_on && !closes_all(b);
    if (result->entries) {
        double scale = throttled ? b->params.scale : 1.0;
        bool degraded = b->severity >= SIGMA_SEVERITY_MODERATE;
        result->scale = degraded ? sigma_smaller(scale, b->params.degraded) : scale;
        result->confidence = throttled ? b->params.confidence : 0.0;
    }
}

sigma_status sigma_breaker_read(const sigma_breaker *breaker, sigma_breaker_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_breaker_result){0};
    if (!breaker) {
        return SIGMA_E_NULL;
    }
    if (!sigma_breaker_valid(breaker)) {
        return SIGMA_E_STATE;
    }
    grant(breaker, result);
    result->time = breaker->time;
    result->state = breaker->state;
    result->close_all = closes_all(breaker);
    result->probing = breaker->probing;
    result->override_on = breaker->override_on;
    result->mark = SIGMA_PART_BREAKER;
    return SIGMA_OK;
}

sigma_status sigma_breaker_permit(const sigma_breaker *breaker, sigma_breaker_grant *grant)
{
    sigma_breaker_result result;

    if (!grant) {
        return SIGMA_E_NULL;
    }
    *grant = (sigma_breaker_grant){0};
    sigma_status status = sigma_breaker_read(breaker, &result);
    if (status == SIGMA_OK) {
        *grant = (sigma_breaker_grant){result.scale, result.confidence, result.entries,
                                       SIGMA_PART_BREAKER};
    }
    return status;
}
