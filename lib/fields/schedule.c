/* SPDX-License-Identifier: MIT */
#include "sigma/schedule.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_zone_rule_fields[SIGMA_ZONE_RULE_FIELDS] = {
    {"first_year", "years", 1600, 2300, offsetof(sigma_zone_rule, first_year), SIGMA_TYPE_I32, 1,
     0},
    {"last_year", "years", 1600, 2300, offsetof(sigma_zone_rule, last_year), SIGMA_TYPE_I32, 1, 0},
    {"month", "months", 1, 12, offsetof(sigma_zone_rule, month), SIGMA_TYPE_I32, 1, 0},
    {"week", "1", 1, 5, offsetof(sigma_zone_rule, week), SIGMA_TYPE_I32, 1, 0},
    {"weekday", "days", 1, 7, offsetof(sigma_zone_rule, weekday), SIGMA_TYPE_I32, 1, 0},
    {"second", "s", 0, 86400, offsetof(sigma_zone_rule, second), SIGMA_TYPE_I32, 1, 0},
    {"clock", "", 1, SIGMA_CLOCK_COUNT - 1, offsetof(sigma_zone_rule, clock), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_CLOCK},
    {"begins", "1", 0, 1, offsetof(sigma_zone_rule, begins), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_zone_fields[SIGMA_ZONE_FIELDS] = {
    {"offset", "s", -50400, 50400, offsetof(sigma_zone, offset), SIGMA_TYPE_I32, 1, 0},
    {"saving", "s", 0, 7200, offsetof(sigma_zone, saving), SIGMA_TYPE_I32, 1, 0},
    {"count", "1", 0, 16, offsetof(sigma_zone, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_zone, reserved), SIGMA_TYPE_I32, 1, 0},
    {"rules", "", 0, 0, offsetof(sigma_zone, rules), SIGMA_TYPE_STRUCT, 16, SIGMA_KIND_ZONE_RULE},
};

const sigma_field sigma_window_fields[SIGMA_WINDOW_FIELDS] = {
    {"days", "1", 1, 127, offsetof(sigma_window, days), SIGMA_TYPE_I32, 1, 0},
    {"start", "s", 0, 86399, offsetof(sigma_window, start), SIGMA_TYPE_I32, 1, 0},
    {"end", "s", 1, 172800, offsetof(sigma_window, end), SIGMA_TYPE_I32, 1, 0},
    {"effect", "", 1, SIGMA_WINDOW_COUNT - 1, offsetof(sigma_window, effect), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_WINDOW},
};

const sigma_field sigma_schedule_fields[SIGMA_SCHEDULE_FIELDS] = {
    {"zone", "", 1, 0, offsetof(sigma_schedule, zone), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ZONE},
    {"windows", "", 0, 0, offsetof(sigma_schedule, windows), SIGMA_TYPE_STRUCT, 16,
     SIGMA_KIND_WINDOW},
    {"holidays", "days", -106000, 106000, offsetof(sigma_schedule, holidays), SIGMA_TYPE_I32, 64,
     0},
    {"reset", "s", 0, 86399, offsetof(sigma_schedule, reset), SIGMA_TYPE_I32, 1, 0},
    {"window_count", "1", 0, 16, offsetof(sigma_schedule, window_count), SIGMA_TYPE_I32, 1, 0},
    {"holiday_count", "1", 0, 64, offsetof(sigma_schedule, holiday_count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_schedule, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_schedule_result_fields[SIGMA_SCHEDULE_RESULT_FIELDS] = {
    {"day_start", "ns", -9.15e18, 9.15e18, offsetof(sigma_schedule_result, day_start),
     SIGMA_TYPE_TIME, 1, 0},
    {"next_reset", "ns", -9.15e18, 9.15e18, offsetof(sigma_schedule_result, next_reset),
     SIGMA_TYPE_TIME, 1, 0},
    {"session_start", "ns", -9.15e18, 9.15e18, offsetof(sigma_schedule_result, session_start),
     SIGMA_TYPE_TIME, 1, 0},
    {"session_end", "ns", -9.15e18, 9.15e18, offsetof(sigma_schedule_result, session_end),
     SIGMA_TYPE_TIME, 1, 0},
    {"day", "days", -106000, 106000, offsetof(sigma_schedule_result, day), SIGMA_TYPE_I32, 1, 0},
    {"weekday", "days", 1, 7, offsetof(sigma_schedule_result, weekday), SIGMA_TYPE_I32, 1, 0},
    {"offset", "s", -50400, 57600, offsetof(sigma_schedule_result, offset), SIGMA_TYPE_I32, 1, 0},
    {"jump", "s", -7200, 7200, offsetof(sigma_schedule_result, jump), SIGMA_TYPE_I32, 1, 0},
    {"session", "1", 0, 16, offsetof(sigma_schedule_result, session), SIGMA_TYPE_I32, 1, 0},
    {"blocked", "1", 0, 16, offsetof(sigma_schedule_result, blocked), SIGMA_TYPE_I32, 1, 0},
    {"holiday", "1", 0, 1, offsetof(sigma_schedule_result, holiday), SIGMA_TYPE_I32, 1, 0},
    {"open", "1", 0, 1, offsetof(sigma_schedule_result, open), SIGMA_TYPE_I32, 1, 0},
    {"entry", "1", 0, 1, offsetof(sigma_schedule_result, entry), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_schedule_result, reserved), SIGMA_TYPE_I32, 1, 0},
};
