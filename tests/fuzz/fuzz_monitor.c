/* SPDX-License-Identifier: MIT */
/* Any trades under any params: what is granted follows from the severity, and a halt of the
 * sequential rules lasts until the paper trades lift it. */
#include "fuzz.h"

static void start(fuzz_input *in, sigma_monitor *monitor)
{
    sigma_monitor_params params;
    int64_t time = fuzz_time(in);

    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_MONITOR, monitor);
        return;
    }
    sigma_status status = sigma_monitor_defaults(&params);
    (void)fuzz_saw_result("sigma_monitor_defaults", status, SIGMA_KIND_MONITOR_PARAMS, &params);
    params.baseline_trades = 10 * fuzz_pick(in, 20);
    params.mean = fuzz_within(in, -0.5, 1.0);
    params.rules = 1 + fuzz_pick(in, 2);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_MONITOR_PARAMS, &params);
    }
    status = sigma_monitor_init(monitor, time, FUZZ_UNLESS(fuzz_rarely(in), &params));
    (void)fuzz_saw_result("sigma_monitor_init", status, SIGMA_KIND_MONITOR, monitor);
}

static void check_result(const sigma_monitor *before, const sigma_monitor *after,
                         const sigma_monitor_result *r)
{
    REQUIRE(r->mark == SIGMA_PART_MONITOR && r->severity == after->severity);
    REQUIRE((r->critical != 0) == (r->entries == 0) || before->critical != 0 ||
            after->params.rules == SIGMA_JUDGEMENT_PUBLISHED);
    REQUIRE(r->entries == (r->severity <= SIGMA_SEVERITY_MODERATE));
    REQUIRE((r->scale == 0.0) == (r->entries == 0));
    REQUIRE(!after->halted || after->params.rules != SIGMA_JUDGEMENT_SEQUENTIAL || !r->entries ||
            before->severity < SIGMA_SEVERITY_SEVERE);
}

static void update(fuzz_input *in, sigma_monitor *monitor, int64_t time)
{
    static const double multiples[] = {-1.0, -1.0, -1.0, -1.0, 1.5, 1.0, 0.0, -4.0};
    sigma_monitor before = *monitor;
    sigma_monitor_sample sample;
    sigma_monitor_result r;

    fuzz_object(in, SIGMA_KIND_MONITOR_SAMPLE, &sample);
    if (!fuzz_rarely(in)) {
        sample.time = time;
        sample.multiple = multiples[fuzz_pick(in, 8)];
        sample.mismatch = fuzz_pick(in, 2);
        sample.reserved = 0;
    }
    sigma_status status = sigma_monitor_update(monitor, FUZZ_UNLESS(fuzz_rarely(in), &sample), &r);
    (void)fuzz_saw_state("sigma_monitor_update", status, SIGMA_KIND_MONITOR, &before, monitor);
    (void)fuzz_saw_result("sigma_monitor_update", status, SIGMA_KIND_MONITOR_RESULT, &r);
    if (status >= SIGMA_OK && before.halted == (before.critical != 0)) {
        check_result(&before, monitor, &r);
    }
}

static void read(const sigma_monitor *monitor)
{
    sigma_monitor_result r;
    sigma_status status = sigma_monitor_read(monitor, &r);
    (void)fuzz_saw_result("sigma_monitor_read", status, SIGMA_KIND_MONITOR_RESULT, &r);
    sigma_monitor_grant grant;
    sigma_status granted = sigma_monitor_permit(monitor, &grant);
    (void)fuzz_saw_result("sigma_monitor_permit", granted, SIGMA_KIND_MONITOR_GRANT, &grant);
    REQUIRE((granted < 0) == (status < 0) && grant.entries == r.entries);
}

static void formulas(fuzz_input *in)
{
    double shift = fuzz_around(in, -10.0, 10.0), slack = fuzz_around(in, -10.0, 10.0);
    double level = fuzz_around(in, 0.0, 1e6), run = fuzz_around(in, 10.0, 1e12);
    double value;

    sigma_status status = sigma_monitor_run_length(shift, slack, level, &value);
    (void)fuzz_saw_number("sigma_monitor_run_length", status, &value);
    REQUIRE(status != SIGMA_OK || (value > 0.0 && value <= 1e15));
    status = sigma_monitor_threshold(slack, run, &value);
    (void)fuzz_saw_number("sigma_monitor_threshold", status, &value);
    REQUIRE(value >= 0.0);
}

static void no_object(sigma_monitor *monitor)
{
    sigma_monitor_params params;
    sigma_monitor_sample sample = {0};
    sigma_monitor_result r;

    REQUIRE(sigma_monitor_defaults(&params) == SIGMA_OK);
    fuzz_saw_null("sigma_monitor_defaults", sigma_monitor_defaults(NULL));
    fuzz_saw_null("sigma_monitor_init", sigma_monitor_init(NULL, 0, &params));
    fuzz_saw_null("sigma_monitor_update", sigma_monitor_update(NULL, &sample, &r));
    fuzz_saw_null("sigma_monitor_update", sigma_monitor_update(monitor, &sample, NULL));
    fuzz_saw_null("sigma_monitor_read", sigma_monitor_read(NULL, &r));
    fuzz_saw_null("sigma_monitor_read", sigma_monitor_read(monitor, NULL));
    fuzz_saw_null("sigma_monitor_permit", sigma_monitor_permit(monitor, NULL));
    fuzz_saw_null("sigma_monitor_run_length", sigma_monitor_run_length(0.0, 0.5, 4.0, NULL));
    fuzz_saw_null("sigma_monitor_threshold", sigma_monitor_threshold(0.5, 100.0, NULL));
}

void fuzz_monitor(fuzz_input *in)
{
    sigma_monitor monitor;

    start(in, &monitor);
    while (fuzz_more(in)) {
        bool next = monitor.time < INT64_C(9000000000000000000) && !fuzz_rarely(in);
        update(in, &monitor, next ? monitor.time + fuzz_pick(in, 64) : fuzz_time(in));
        if (fuzz_pick(in, 8) == 0) {
            read(&monitor);
            formulas(in);
        }
        if (fuzz_pick(in, 128) == 127) {
            fuzz_damage(in, SIGMA_KIND_MONITOR, &monitor);
        }
        if (fuzz_pick(in, 256) == 255) {
            start(in, &monitor);
        }
    }
    no_object(&monitor);
}
