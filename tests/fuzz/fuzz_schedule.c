/* SPDX-License-Identifier: MIT */
/* Any zones and schedules: the trading day and the session hold the instant, and the offset of a
 * clock is its standard one or that and the saving. */
#include "fuzz.h"

static void make_schedule(fuzz_input *in, sigma_schedule *schedule)
{
    int32_t hours = fuzz_pick(in, SIGMA_HOURS_COUNT + 1);
    sigma_status status = sigma_schedule_defaults(hours, schedule);

    (void)fuzz_saw_result("sigma_schedule_defaults", status, SIGMA_KIND_SCHEDULE, schedule);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_SCHEDULE, schedule);
        schedule->holiday_count = fuzz_rarely(in) ? 65 : schedule->holiday_count;
    }
    if (fuzz_pick(in, 4) == 0) {
        schedule->windows[0] = (sigma_window){127, 3600, 90000, SIGMA_WINDOW_SESSION};
        schedule->windows[0].start = 3600 * fuzz_pick(in, 25);
        schedule->window_count = 1;
    }
}

static void zones(fuzz_input *in)
{
    sigma_zone zone;
    int32_t offset = 0;
    sigma_status status = sigma_zone_defaults(fuzz_pick(in, SIGMA_ZONE_COUNT + 1), &zone);

    (void)fuzz_saw_result("sigma_zone_defaults", status, SIGMA_KIND_ZONE, &zone);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_ZONE, &zone);
    }
    int64_t time = fuzz_time(in);
    status = sigma_zone_offset(&zone, time, &offset);
    (void)fuzz_saw_numbers("sigma_zone_offset", status, &offset, 4, 1);
    REQUIRE(status == SIGMA_OK ? offset == zone.offset || offset == zone.offset + zone.saving
                               : offset == 0);
}

static void holds(const sigma_schedule_result *r, int64_t time)
{
    REQUIRE(r->day_start <= time && time < r->next_reset);
    REQUIRE(!r->open || (r->session_start <= time && time < r->session_end));
    REQUIRE(r->open || (r->session_start == 0 && r->session_end == 0));
    REQUIRE(r->entry == (r->open && r->blocked == 0));
}

void fuzz_schedule(fuzz_input *in)
{
    sigma_schedule schedule;
    sigma_schedule_result result;
    int32_t offset;

    while (fuzz_more(in)) {
        zones(in);
        make_schedule(in, &schedule);
        int64_t time = fuzz_time(in);
        sigma_status status = sigma_schedule_evaluate(&schedule, time, &result);
        (void)fuzz_saw_result("sigma_schedule_evaluate", status, SIGMA_KIND_SCHEDULE_RESULT,
                              &result);
        if (status == SIGMA_OK) {
            holds(&result, time);
        }
    }
    fuzz_saw_null("sigma_zone_defaults", sigma_zone_defaults(SIGMA_ZONE_UTC, NULL));
    fuzz_saw_null("sigma_zone_offset", sigma_zone_offset(NULL, 0, &offset));
    fuzz_saw_null("sigma_schedule_defaults", sigma_schedule_defaults(SIGMA_HOURS_ALWAYS, NULL));
    fuzz_saw_null("sigma_schedule_evaluate", sigma_schedule_evaluate(NULL, 0, &result));
}
