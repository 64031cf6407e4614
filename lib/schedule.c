/* SPDX-License-Identifier: MIT */
#include "sigma/schedule.h"

#include "bytes.h"
#include "civil.h"
#include "fields.h"
#include "zone.h"

static const int64_t SECOND = INT64_C(1000000000);
static const int64_t DAY = INT64_C(86400);
static const int64_t NOON = INT64_C(43200);
static const int64_t SECONDS_MAX = INT64_C(9150000000);
static const int64_t SAVING_MAX = INT64_C(7200);

/* Instants from start up to, but without, end [s]. */
typedef struct span {
    int64_t start, end;
} span;

static bool windows_valid(const sigma_schedule *schedule)
{
    for (int32_t i = 0; i < schedule->window_count; i++) {
        const sigma_window *window = &schedule->windows[i];
        if (window->start >= window->end ||
            !sigma_fields_valid(sigma_window_fields, SIGMA_WINDOW_FIELDS, window)) {
            return false;
        }
    }
    return true;
}

static bool valid(const sigma_schedule *schedule)
{
    return sigma_fields_valid(sigma_schedule_fields, SIGMA_SCHEDULE_FIELDS, schedule) &&
           sigma_zone_valid(&schedule->zone) && windows_valid(schedule);
}

/* ---- the trading day */

static int64_t reset_of(const sigma_schedule *schedule, int64_t day)
{
    return sigma_zone_instant(&schedule->zone, day * DAY + schedule->reset);
}

/* The local day in which the trading day begins. In the hour that comes twice, the local clock is
 * behind the reset once more. */
static int64_t first_day(const sigma_schedule *schedule, int64_t second)
{
    int64_t local = second + sigma_zone_offset_at(&schedule->zone, second);
    int64_t day = sigma_floor_divide(local - schedule->reset, DAY);

    return day + (reset_of(schedule, day + 1) <= second);
}

static bool is_holiday(const sigma_schedule *schedule, int32_t day)
{
    for (int32_t i = 0; i < schedule->holiday_count; i++) {
        if (schedule->holidays[i] == day) {
            return true;
        }
    }
    return false;
}

static span read_day(const sigma_schedule *schedule, int64_t second, sigma_schedule_result *result)
{
    int64_t begins = first_day(schedule, second);
    span day = {reset_of(schedule, begins), reset_of(schedule, begins + 1)};

    result->day = (int32_t)(begins + (schedule->reset >= NOON));
    result->weekday = sigma_weekday(result->day);
    result->holiday = is_holiday(schedule, result->day);
    result->offset = sigma_zone_offset_at(&schedule->zone, second);
    result->jump = sigma_zone_offset_at(&schedule->zone, day.end) -
                   sigma_zone_offset_at(&schedule->zone, day.start);
    return day;
}

/* ---- windows */

/* Whether a window that starts on a local day holds, and from when to when. */
static bool holds(const sigma_zone *zone, const sigma_window *window, int64_t day, int64_t second,
                  span *found)
{
    int64_t start = day * DAY + window->start, end = day * DAY + window->end;
    int64_t local = second + sigma_zone_offset_at(zone, second);
    bool near = sigma_between(local, start - SAVING_MAX, end + SAVING_MAX);

    if (!(window->days >> (sigma_weekday(day) - 1) & 1) || !near) {
        return false;
    }
    *found = (span){sigma_zone_instant(zone, start), sigma_zone_instant(zone, end)};
    return found->start <= second && second < found->end;
}

/* The number from 1 of the first window of an effect that holds, 0 if none; a window ends on the
 * day after the next at the latest. */
static int32_t find_window(const sigma_schedule *schedule, int32_t effect, int64_t second,
                           span *found)
{
    int64_t local = second + sigma_zone_offset_at(&schedule->zone, second);
    int64_t today = sigma_floor_divide(local, DAY);

    for (int32_t i = 0; i < schedule->window_count; i++) {
        const sigma_window *window = &schedule->windows[i];
        for (int64_t day = today + 1; day >= today - 2 && window->effect == effect; day--) {
            if (holds(&schedule->zone, window, day, second, found)) {
                return i + 1;
            }
        }
    }
    return 0;
}

static bool has_sessions(const sigma_schedule *schedule)
{
    for (int32_t i = 0; i < schedule->window_count; i++) {
        if (schedule->windows[i].effect == SIGMA_WINDOW_SESSION) {
            return true;
        }
    }
    return false;
}

static span read_windows(const sigma_schedule *schedule, int64_t second, span day,
                         sigma_schedule_result *result)
{
    span session = day, ignored;

    result->session = find_window(schedule, SIGMA_WINDOW_SESSION, second, &session);
    result->blocked = find_window(schedule, SIGMA_WINDOW_BLOCKED, second, &ignored);
    result->open = !result->holiday && (result->session > 0 || !has_sessions(schedule));
    result->entry = result->open && result->blocked == 0;
    return result->open ? session : (span){0, 0};
}

static bool in_time(span s)
{
    return sigma_between(s.start, -SECONDS_MAX, SECONDS_MAX) &&
           sigma_between(s.end, -SECONDS_MAX, SECONDS_MAX);
}

static bool read(const sigma_schedule *schedule, int64_t second, sigma_schedule_result *result)
{
    span day = read_day(schedule, second, result);
    span session = read_windows(schedule, second, day, result);

    if (!in_time(day) || !in_time(session)) {
        return false;
    }
    result->day_start = day.start * SECOND;
    result->next_reset = day.end * SECOND;
    result->session_start = session.start * SECOND;
    result->session_end = session.end * SECOND;
    return true;
}

sigma_status sigma_schedule_evaluate(const sigma_schedule *schedule, int64_t time,
                                     sigma_schedule_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_schedule_result){0};
    if (!schedule) {
        return SIGMA_E_NULL;
    }
    if (!sigma_is_time(time) || !valid(schedule)) {
        return SIGMA_E_RANGE;
    }
    if (!read(schedule, sigma_floor_divide(time, SECOND), result)) {
        *result = (sigma_schedule_result){0};
        return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}
