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

/* A window of one local day. */
typedef struct occurrence {
    int32_t number; /* of the window, from 1; 0 if none */
    int64_t day;
    span hours;
} occurrence;

static span hours_of(const sigma_zone *zone, const sigma_window *window, int64_t day)
{
    return (span){sigma_zone_instant(zone, day * DAY + window->start),
                  sigma_zone_instant(zone, day * DAY + window->end)};
}

static bool starts_on(const sigma_window *window, int64_t day)
{
    return (window->days >> (sigma_weekday(day) - 1) & 1) == 1;
}

/* Whether a window that starts on a local day holds, and from when to when. */
static bool holds(const sigma_zone *zone, const sigma_window *window, int64_t day, int64_t second,
                  span *hours)
{
    int64_t start = day * DAY + window->start, end = day * DAY + window->end;
    int64_t local = second + sigma_zone_offset_at(zone, second);

    if (!starts_on(window, day) || !sigma_between(local, start - SAVING_MAX, end + SAVING_MAX)) {
        return false;
    }
    *hours = hours_of(zone, window, day);
    return hours->start <= second && second < hours->end;
}

/* The first window of an effect that holds, of its days the last; a window ends on the day after
 * the next at the latest. */
static occurrence find_window(const sigma_schedule *schedule, int32_t effect, int64_t second)
{
    int64_t local = second + sigma_zone_offset_at(&schedule->zone, second);
    int64_t today = sigma_floor_divide(local, DAY);
    occurrence found = {0};

    for (int32_t i = 0; i < schedule->window_count; i++) {
        const sigma_window *window = &schedule->windows[i];
        for (int64_t day = today + 1; day >= today - 2 && window->effect == effect; day--) {
            if (holds(&schedule->zone, window, day, second, &found.hours)) {
                return (occurrence){i + 1, day, found.hours};
            }
        }
    }
    return found;
}

/* What is left of a session where another one counts, which is over by now or begins later. */
static void give_way(span *session, span other, int64_t second)
{
    if (other.start > second && other.start < session->end && other.start < other.end) {
        session->end = other.start;
    }
    if (other.start <= second && sigma_between(other.end, session->start, second)) {
        session->start = other.end;
    }
}

static bool overlap(const sigma_window *a, int64_t day_of_a, const sigma_window *b,
                    int64_t day_of_b)
{
    return day_of_a * DAY + a->start < day_of_b * DAY + b->end &&
           day_of_b * DAY + b->start < day_of_a * DAY + a->end;
}

/* The part of a session in which no earlier window counts, nor its own of a later day. */
static span uncontested(const sigma_schedule *schedule, const occurrence *found, int64_t second)
{
    const sigma_window *own = &schedule->windows[found->number - 1];
    span session = found->hours;

    for (int32_t i = 0; i < found->number; i++) {
        const sigma_window *window = &schedule->windows[i];
        int64_t first = found->day + (window == own ? 1 : -2);
        for (int64_t day = first; day <= found->day + 2; day++) {
            if (window->effect == own->effect && starts_on(window, day) &&
                overlap(window, day, own, found->day)) {
                give_way(&session, hours_of(&schedule->zone, window, day), second);
            }
        }
    }
    return session;
}

/* The part of a session around a trading day that no holiday cuts off. */
static span between_holidays(const sigma_schedule *schedule, span session, int32_t day)
{
    int32_t shift = schedule->reset >= NOON;

    if (schedule->holiday_count == 0) {
        return session;
    }
    for (int32_t k = day; session.start < reset_of(schedule, k - shift); k--) {
        if (is_holiday(schedule, k - 1)) {
            session.start = reset_of(schedule, k - shift);
        }
    }
    for (int32_t k = day + 1; reset_of(schedule, k - shift) < session.end; k++) {
        if (is_holiday(schedule, k)) {
            session.end = reset_of(schedule, k - shift);
        }
    }
    return session;
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
    occurrence found = find_window(schedule, SIGMA_WINDOW_SESSION, second);

    result->session = found.number;
    result->blocked = find_window(schedule, SIGMA_WINDOW_BLOCKED, second).number;
    result->open = !result->holiday && (found.number > 0 || !has_sessions(schedule));
    result->entry = result->open && result->blocked == 0;
    if (!result->open) {
        return (span){0, 0};
    }
    return found.number == 0
               ? day
               : between_holidays(schedule, uncontested(schedule, &found, second), result->day);
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
