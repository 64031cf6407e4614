/* SPDX-License-Identifier: MIT */
/* Any events in any order: SHUTDOWN is left by a reset alone, a state falls by one at a time, what
 * is granted never exceeds the state, and nothing that is said is outside its range. */
#include "fuzz.h"

static void start(fuzz_input *in, sigma_breaker *breaker)
{
    sigma_breaker_params params;
    int64_t time = fuzz_time(in);

    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_BREAKER, breaker);
        return;
    }
    sigma_status status = sigma_breaker_defaults(&params);
    (void)fuzz_saw_result("sigma_breaker_defaults", status, SIGMA_KIND_BREAKER_PARAMS, &params);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_BREAKER_PARAMS, &params);
    }
    status = sigma_breaker_init(breaker, time, FUZZ_UNLESS(fuzz_rarely(in), &params));
    (void)fuzz_saw_result("sigma_breaker_init", status, SIGMA_KIND_BREAKER, breaker);
}

static void make_sample(fuzz_input *in, int64_t time, sigma_breaker_sample *sample)
{
    static const double values[] = {0.0, 0.001, -0.02, 0.004, -0.06, 499.0, 800.0, 5000.0};

    fuzz_object(in, SIGMA_KIND_BREAKER_SAMPLE, sample);
    if (!fuzz_rarely(in)) {
        sample->time = time;
        sample->event = 1 + fuzz_pick(in, SIGMA_EVENT_COUNT - 1);
        sample->value = values[fuzz_pick(in, 8)];
        sample->count = fuzz_pick(in, sample->event == SIGMA_EVENT_DEGRADATION ? 6 : 80);
    }
}

static void check_transition(const sigma_breaker *before, const sigma_breaker *after,
                             const sigma_breaker_transition *t)
{
    REQUIRE(t->from == before->state && t->to == after->state);
    REQUIRE(t->to >= t->from - 1 && t->to >= SIGMA_LEVEL_CLOSED);
    REQUIRE(t->to >= t->from || t->issue == SIGMA_ISSUE_RECOVERY);
    REQUIRE(t->from != SIGMA_LEVEL_SHUTDOWN || t->to == SIGMA_LEVEL_SHUTDOWN);
    REQUIRE(before->override_on == after->override_on);
}

static void update(fuzz_input *in, sigma_breaker *breaker, int64_t time)
{
    sigma_breaker before = *breaker;
    sigma_breaker_sample sample;
    sigma_breaker_transition t;

    make_sample(in, time, &sample);
    sigma_status status = sigma_breaker_update(breaker, FUZZ_UNLESS(fuzz_rarely(in), &sample), &t);
    (void)fuzz_saw_state("sigma_breaker_update", status, SIGMA_KIND_BREAKER, &before, breaker);
    (void)fuzz_saw_result("sigma_breaker_update", status, SIGMA_KIND_BREAKER_TRANSITION, &t);
    if (status == SIGMA_OK) {
        check_transition(&before, breaker, &t);
    }
}

static void intervene(fuzz_input *in, sigma_breaker *breaker, int64_t time)
{
    sigma_breaker before = *breaker;
    sigma_breaker_transition t = {0};
    int32_t number = fuzz_int32(in);
    sigma_status status;

    switch (fuzz_pick(in, 3)) {
    case 0:
        status = sigma_breaker_override(breaker, time, number & 3);
        (void)fuzz_saw_state("sigma_breaker_override", status, SIGMA_KIND_BREAKER, &before,
                             breaker);
        break;
    case 1:
        status = sigma_breaker_recover(breaker, time, &t);
        (void)fuzz_saw_state("sigma_breaker_recover", status, SIGMA_KIND_BREAKER, &before, breaker);
        REQUIRE(status != SIGMA_OK || before.state != SIGMA_LEVEL_SHUTDOWN);
        break;
    default:
        status = sigma_breaker_reset(breaker, time, number, &t);
        (void)fuzz_saw_state("sigma_breaker_reset", status, SIGMA_KIND_BREAKER, &before, breaker);
        REQUIRE(status != SIGMA_OK || (before.state == SIGMA_LEVEL_SHUTDOWN && number >= 1));
    }
    REQUIRE(status == SIGMA_OK || t.from == 0);
}

static void read(const sigma_breaker *breaker)
{
    sigma_breaker_result r;
    sigma_status status = sigma_breaker_read(breaker, &r);

    (void)fuzz_saw_result("sigma_breaker_read", status, SIGMA_KIND_BREAKER_RESULT, &r);
    sigma_breaker_grant grant;
    sigma_status granted = sigma_breaker_permit(breaker, &grant);
    (void)fuzz_saw_result("sigma_breaker_permit", granted, SIGMA_KIND_BREAKER_GRANT, &grant);
    REQUIRE(granted == status && grant.entries == r.entries);
    if (status == SIGMA_OK) {
        REQUIRE(r.mark == SIGMA_PART_BREAKER && r.state == breaker->state);
        REQUIRE(!r.override_on || !r.entries);
        REQUIRE(r.entries || r.scale == 0.0);
        REQUIRE(r.state < SIGMA_LEVEL_HALT || !r.entries ||
                (r.state == SIGMA_LEVEL_HALT && r.probing));
    }
}

static void no_object(sigma_breaker *breaker)
{
    sigma_breaker_params params;
    sigma_breaker_sample sample = {.event = SIGMA_EVENT_TIME};
    sigma_breaker_transition t;
    sigma_breaker_result r;

    REQUIRE(sigma_breaker_defaults(&params) == SIGMA_OK);
    fuzz_saw_null("sigma_breaker_defaults", sigma_breaker_defaults(NULL));
    fuzz_saw_null("sigma_breaker_init", sigma_breaker_init(NULL, 0, &params));
    fuzz_saw_null("sigma_breaker_update", sigma_breaker_update(NULL, &sample, &t));
    fuzz_saw_null("sigma_breaker_update", sigma_breaker_update(breaker, &sample, NULL));
    fuzz_saw_null("sigma_breaker_override", sigma_breaker_override(NULL, 0, 1));
    fuzz_saw_null("sigma_breaker_recover", sigma_breaker_recover(NULL, 0, &t));
    fuzz_saw_null("sigma_breaker_recover", sigma_breaker_recover(breaker, 0, NULL));
    fuzz_saw_null("sigma_breaker_reset", sigma_breaker_reset(NULL, 0, 1, &t));
    fuzz_saw_null("sigma_breaker_reset", sigma_breaker_reset(breaker, 0, 1, NULL));
    fuzz_saw_null("sigma_breaker_read", sigma_breaker_read(NULL, &r));
    fuzz_saw_null("sigma_breaker_read", sigma_breaker_read(breaker, NULL));
    fuzz_saw_null("sigma_breaker_permit", sigma_breaker_permit(NULL, NULL));
    fuzz_saw_null("sigma_breaker_permit", sigma_breaker_permit(breaker, NULL));
}

void fuzz_breaker(fuzz_input *in)
{
    static const int64_t SECOND = INT64_C(1000000000);
    sigma_breaker breaker;

    start(in, &breaker);
    while (fuzz_more(in)) {
        bool next = breaker.time < INT64_C(9000000000000000000) && !fuzz_rarely(in);
        int64_t time = next ? breaker.time + fuzz_pick(in, 64) * 10 * SECOND : fuzz_time(in);
        if (fuzz_pick(in, 16) == 0) {
            intervene(in, &breaker, time);
        } else {
            update(in, &breaker, time);
        }
        read(&breaker);
        if (fuzz_pick(in, 128) == 127) {
            fuzz_damage(in, SIGMA_KIND_BREAKER, &breaker);
        }
        if (fuzz_pick(in, 64) == 63) {
            start(in, &breaker);
        }
    }
    no_object(&breaker);
}
