/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "vectors/schedule.inc"

#define SECOND INT64_C(1000000000)
#define DAY (86400 * SECOND)

static sigma_zone zone_of(int32_t place)
{
    sigma_zone zone;
    assert_int_equal(sigma_zone_defaults(place, &zone), SIGMA_OK);
    return zone;
}

static sigma_schedule schedule_of(int32_t hours)
{
    sigma_schedule schedule;
    assert_int_equal(sigma_schedule_defaults(hours, &schedule), SIGMA_OK);
    return schedule;
}

static int32_t offset_at(const sigma_zone *zone, int64_t second)
{
    int32_t offset;
    assert_int_equal(sigma_zone_offset(zone, second * SECOND, &offset), SIGMA_OK);
    return offset;
}

static sigma_schedule_result at(const sigma_schedule *schedule, int64_t time)
{
    sigma_schedule_result result;
    assert_int_equal(sigma_schedule_evaluate(schedule, time, &result), SIGMA_OK);
    return result;
}

static sigma_schedule_result at_text(const sigma_schedule *schedule, const char *text)
{
    int64_t time;
    assert_int_equal(sigma_calendar_read(text, (int32_t)strlen(text), &time), SIGMA_OK);
    return at(schedule, time);
}

/* Python's zoneinfo from 1990 to 2037: each jump, and nothing between two of them. */
static void clocks_jump_as_the_time_zone_database_says(void **unused)
{
    uint64_t seed = 91;
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(jumps); i++) {
        sigma_zone zone = zone_of(jumps[i].place);
        bool last = i == COUNT_OF(jumps) - 1 || jumps[i + 1].place != jumps[i].place;
        int64_t end = last ? INT64_C(2145916800) : jumps[i + 1].second;
        assert_int_equal(offset_at(&zone, jumps[i].second), jumps[i].offset);
        assert_int_equal(offset_at(&zone, end - 1), jumps[i].offset);
        for (int32_t k = 0; k < 20; k++) {
            int64_t between = test_whole(&seed, 0, (int32_t)(end - jumps[i].second - 1));
            assert_int_equal(offset_at(&zone, jumps[i].second + between), jumps[i].offset);
        }
    }
}

static void a_brokers_clock_is_seven_hours_ahead_of_new_york(void **unused)
{
    sigma_zone broker = zone_of(SIGMA_ZONE_NEW_YORK_CLOSE), city = zone_of(SIGMA_ZONE_NEW_YORK);
    (void)unused;
    for (int64_t second = 631152000; second < 2145916800; second += 3 * 3600) {
        assert_int_equal(offset_at(&broker, second), offset_at(&city, second) + 7 * 3600);
    }
}

static void trading_days_and_sessions_are_those_of_zoneinfo(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(days); i++) {
        sigma_schedule schedule = schedule_of(days[i].hours);
        sigma_schedule_result r = at(&schedule, days[i].second * SECOND + i % 2);
        bool open = days[i].session_end > 0;
        assert_true(r.day_start == days[i].day_start * SECOND);
        assert_true(r.next_reset == days[i].next_reset * SECOND);
        assert_true(r.session_start == days[i].session_start * SECOND);
        assert_true(r.session_end == days[i].session_end * SECOND);
        assert_int_equal(r.day, days[i].day);
        assert_int_equal(r.open, open);
        assert_int_equal(r.entry, open);
        assert_int_equal(r.session, open && schedule.window_count > 0);
        assert_int_equal(r.jump, 86400 - (days[i].next_reset - days[i].day_start));
    }
}

/* From reset to reset: days follow one another, without a gap, for 48 years. */
static void trading_days_tile_time(void **unused)
{
    (void)unused;
    for (int32_t hours = 1; hours < SIGMA_HOURS_COUNT; hours++) {
        sigma_schedule schedule = schedule_of(hours);
        sigma_schedule_result r = at(&schedule, 631152000 * SECOND);
        int32_t jumped = 0;
        while (r.next_reset < 2145916800 * SECOND) {
            sigma_schedule_result last = at(&schedule, r.next_reset - 1);
            sigma_schedule_result next = at(&schedule, r.next_reset);
            assert_true(last.day_start == r.day_start && last.next_reset == r.next_reset);
            assert_true(next.day_start == r.next_reset);
            assert_int_equal(next.day, r.day + 1);
            assert_int_equal(next.weekday, r.weekday % 7 + 1);
            jumped += r.jump != 0;
            r = next;
        }
        assert_int_equal(jumped, schedule.zone.count > 0 ? 96 : 0);
    }
}

static void a_reset_from_noon_on_belongs_to_the_next_date(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_ALWAYS);
    (void)unused;
    schedule.reset = 43200;
    assert_int_equal(at(&schedule, 43200 * SECOND).day, 1);
    assert_int_equal(at(&schedule, 43200 * SECOND - 1).day, 0);
    schedule.reset = 43199;
    assert_int_equal(at(&schedule, 43199 * SECOND).day, 0);
    assert_int_equal(at(&schedule, 43199 * SECOND - 1).day, -1);
    assert_int_equal(at(&schedule, 0).weekday, 3);
}

static void the_day_of_a_jump_is_shorter_or_longer(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_EUROPE_DAY);
    (void)unused;
    assert_int_equal(at_text(&schedule, "2024-03-31T12:00:00Z").jump, 3600);
    assert_int_equal(at_text(&schedule, "2024-10-27T12:00:00Z").jump, -3600);
    assert_int_equal(at_text(&schedule, "2024-10-28T12:00:00Z").jump, 0);
    assert_int_equal(at_text(&schedule, "2024-03-31T00:59:59Z").offset, 3600);
    assert_int_equal(at_text(&schedule, "2024-03-31T01:00:00Z").offset, 7200);
}

/* Of the hour that comes twice the first counts, of the one that is left out the jump. */
static void a_reset_within_a_jump(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_EUROPE_DAY);
    (void)unused;
    schedule.reset = 9000; /* 2:30 */
    sigma_schedule_result r = at_text(&schedule, "2024-03-31T01:00:00Z");
    assert_true(r.day_start == INT64_C(1711846800) * SECOND);
    assert_true(r.next_reset - r.day_start == DAY - 1800 * SECOND);
    r = at_text(&schedule, "2024-10-27T01:10:00Z"); /* 2:10 for the second time */
    assert_true(r.day_start == INT64_C(1729989000) * SECOND);
    assert_true(r.next_reset - r.day_start == DAY + 3600 * SECOND);
}

static void rules_that_save_nothing_change_nothing(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_EUROPE_DAY);
    (void)unused;
    schedule.zone.saving = 0;
    sigma_schedule_result r = at_text(&schedule, "2024-07-01T12:00:00Z");
    assert_true(r.day_start == INT64_C(1719788400) * SECOND);
    assert_true(r.next_reset == r.day_start + DAY);
}

static void windows_block_entries(void **unused)
{
    sigma_schedule close = schedule_of(SIGMA_HOURS_LONDON_CLOSE);
    sigma_schedule afternoon = schedule_of(SIGMA_HOURS_NEW_YORK_AFTERNOON);
    (void)unused;
    static const struct {
        const char *time;
        int32_t close, afternoon;
    } cases[] = {
        {"2024-01-15T15:59:59Z", 0, 0}, {"2024-01-15T16:00:00Z", 1, 0},
        {"2024-01-15T17:00:00Z", 0, 0}, {"2024-07-15T15:00:00Z", 1, 0},
        {"2024-07-15T16:00:00Z", 0, 0}, {"2024-07-15T18:00:00Z", 0, 1},
        {"2024-01-15T18:30:00Z", 0, 0}, {"2024-01-15T19:00:00Z", 0, 1},
        {"2024-01-15T22:00:00Z", 0, 0}, {"2024-01-14T16:30:00Z", 0, 0},
    };
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_schedule_result r = at_text(&close, cases[i].time);
        assert_int_equal(r.open, 1);
        assert_int_equal(r.blocked, cases[i].close);
        assert_int_equal(r.entry, 1 - cases[i].close);
        r = at_text(&afternoon, cases[i].time);
        assert_int_equal(r.blocked, cases[i].afternoon);
    }
}

static void the_first_window_that_holds_is_named(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_STOCKS);
    (void)unused;
    schedule.windows[1] = (sigma_window){127, 0, 172800, SIGMA_WINDOW_BLOCKED};
    schedule.windows[2] = (sigma_window){127, 0, 172800, SIGMA_WINDOW_SESSION};
    schedule.window_count = 3;
    sigma_schedule_result r = at_text(&schedule, "2024-01-15T15:00:00Z");
    assert_int_equal(r.session, 1);
    assert_int_equal(r.blocked, 2);
    assert_int_equal(r.open, 1);
    assert_int_equal(r.entry, 0);
    r = at_text(&schedule, "2024-01-15T02:00:00Z"); /* the 14th there; the latest one that holds */
    assert_int_equal(r.session, 3);
    assert_true(r.session_end - r.session_start == DAY); /* when that of the 15th begins */
    assert_true(r.session_start == INT64_C(1705208400) * SECOND);
}

static void assert_session(const sigma_schedule *schedule, const char *text, const char *start,
                           const char *end)
{
    int64_t from, to;
    sigma_schedule_result r = at_text(schedule, text);
    assert_int_equal(sigma_calendar_read(start, (int32_t)strlen(start), &from), SIGMA_OK);
    assert_int_equal(sigma_calendar_read(end, (int32_t)strlen(end), &to), SIGMA_OK);
    assert_true(r.open == 1 && r.session_start == from && r.session_end == to);
}

/* Futures from 18:00 to 17:00 where days begin at midnight: Christmas cuts two sessions. */
static void a_holiday_cuts_off_sessions(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_STOCKS);
    (void)unused;
    schedule.windows[0] = (sigma_window){127, 18 * 3600, 41 * 3600, SIGMA_WINDOW_SESSION};
    schedule.holidays[0] = 19716;
    assert_session(&schedule, "2023-12-24T23:30:00Z", "2023-12-24T23:00:00Z",
                   "2023-12-25T22:00:00Z");
    schedule.holiday_count = 1;
    assert_session(&schedule, "2023-12-24T23:30:00Z", "2023-12-24T23:00:00Z",
                   "2023-12-25T05:00:00Z");
    assert_int_equal(at_text(&schedule, "2023-12-25T05:00:00Z").open, 0);
    assert_int_equal(at_text(&schedule, "2023-12-26T04:59:59Z").open, 0);
    assert_session(&schedule, "2023-12-26T21:00:00Z", "2023-12-26T05:00:00Z",
                   "2023-12-26T22:00:00Z");
}

/* Early and late trade around the day's: three sessions. */
static void a_session_gives_way_to_an_earlier_window(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_STOCKS);
    (void)unused;
    schedule.windows[1] = (sigma_window){31, 4 * 3600, 20 * 3600, SIGMA_WINDOW_SESSION};
    schedule.window_count = 2;
    assert_session(&schedule, "2024-01-16T14:00:00Z", "2024-01-16T09:00:00Z",
                   "2024-01-16T14:30:00Z");
    assert_session(&schedule, "2024-01-16T20:00:00Z", "2024-01-16T14:30:00Z",
                   "2024-01-16T21:00:00Z");
    assert_session(&schedule, "2024-01-16T21:00:00Z", "2024-01-16T21:00:00Z",
                   "2024-01-17T01:00:00Z");
}

/* It lies in the hour that is left out in spring. */
static void a_window_that_does_not_happen_takes_nothing(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_STOCKS);
    (void)unused;
    schedule.windows[0] = (sigma_window){127, 7800, 10200, SIGMA_WINDOW_SESSION};
    schedule.windows[1] = (sigma_window){127, 0, 6 * 3600, SIGMA_WINDOW_SESSION};
    schedule.window_count = 2;
    assert_session(&schedule, "2024-03-10T05:30:00Z", "2024-03-10T05:00:00Z",
                   "2024-03-10T10:00:00Z");
    assert_session(&schedule, "2024-03-11T05:30:00Z", "2024-03-11T04:00:00Z",
                   "2024-03-11T06:10:00Z");
}

static sigma_schedule random_schedule(uint64_t *seed)
{
    sigma_schedule schedule = schedule_of(test_whole(seed, 1, SIGMA_HOURS_COUNT - 1));
    schedule.zone = zone_of(test_whole(seed, 1, SIGMA_ZONE_COUNT - 1));
    schedule.reset = 1800 * test_whole(seed, 0, 47);
    schedule.window_count = test_whole(seed, 0, 5);
    schedule.holiday_count = test_whole(seed, 0, 4);
    for (int32_t i = 0; i < schedule.window_count; i++) {
        int32_t start = test_whole(seed, 0, 47), length = test_whole(seed, 1, 48);
        schedule.windows[i] =
            (sigma_window){test_whole(seed, 1, 127), 1800 * start, 1800 * (start + length),
                           test_whole(seed, 1, 3) / 2 + 1};
    }
    for (int32_t i = 0; i < schedule.holiday_count; i++) {
        schedule.holidays[i] = 19789 + test_whole(seed, 0, 12);
    }
    return schedule;
}

/* Around a jump of New York's and Chicago's clocks, in schedules of all kinds. */
static void each_instant_of_a_session_is_told_the_same(void **unused)
{
    uint64_t seed = 95;
    int32_t sessions = 0;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        sigma_schedule schedule = random_schedule(&seed);
        int64_t time = (INT64_C(19790) * 86400 + test_whole(&seed, 0, 10 * 86400)) * SECOND;
        sigma_schedule_result r = at(&schedule, time);
        if (!r.open) {
            continue;
        }
        int64_t length = (r.session_end - r.session_start) / SECOND;
        int64_t inner = r.session_start + test_whole(&seed, 0, (int32_t)length - 1) * SECOND;
        int64_t within[] = {r.session_start, inner, r.session_end - 1};
        int64_t outside[] = {r.session_start - 1, r.session_end};
        assert_true(r.session_start <= time && time < r.session_end);
        for (int32_t k = 0; k < COUNT_OF(within); k++) {
            sigma_schedule_result same = at(&schedule, within[k]);
            assert_true(same.open == 1 && same.session == r.session &&
                        same.session_start == r.session_start && same.session_end == r.session_end);
        }
        for (int32_t k = 0; k < COUNT_OF(outside); k++) {
            sigma_schedule_result other = at(&schedule, outside[k]);
            assert_true(other.open == 0 || other.session_start != r.session_start);
        }
        sessions++;
    }
    assert_true(sessions > 5000);
}

static void holidays_close_their_trading_day(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_FOREX);
    (void)unused;
    schedule.holidays[0] = 19716; /* 2023-12-25 */
    schedule.holidays[1] = 19723;
    schedule.holiday_count = 2;
    sigma_schedule_result r = at_text(&schedule, "2023-12-24T22:00:00Z"); /* 17:00 on Sunday */
    assert_int_equal(r.holiday, 1);
    assert_int_equal(r.open + r.entry, 0);
    assert_true(r.session_start == 0 && r.session_end == 0);
    assert_int_equal(at_text(&schedule, "2023-12-25T22:00:00Z").open, 1);
    assert_int_equal(at_text(&schedule, "2024-01-01T12:00:00Z").holiday, 1);
    schedule.holiday_count = 1;
    assert_int_equal(at_text(&schedule, "2024-01-01T12:00:00Z").open, 1);
    schedule = schedule_of(SIGMA_HOURS_ALWAYS);
    schedule.holidays[0] = 19716;
    schedule.holiday_count = 1;
    assert_int_equal(at_text(&schedule, "2023-12-25T12:00:00Z").open, 0);
}

/* A rule of January 1 at 0:00 in the east takes hold in UTC's year before. */
static void rules_at_the_turn_of_the_year(void **unused)
{
    sigma_zone zone = {.offset = 36000, .saving = 3600, .count = 2};
    (void)unused;
    zone.rules[0] = (sigma_zone_rule){2000, 2010, 1, 1, 1, 0, SIGMA_CLOCK_STANDARD, 1};
    zone.rules[1] = (sigma_zone_rule){2000, 2010, 7, 1, 1, 0, SIGMA_CLOCK_STANDARD, 0};
    assert_int_equal(offset_at(&zone, INT64_C(1167573599)), 36000); /* 2006-12-31T13:59:59Z */
    assert_int_equal(offset_at(&zone, INT64_C(1167573600)), 39600);
    assert_int_equal(offset_at(&zone, INT64_C(1325376000)), 36000); /* 2012, long after the last */
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_zone zone = zone_of(SIGMA_ZONE_LONDON);
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_FOREX), bad;
    sigma_schedule_result r;
    int32_t offset = 9;
    (void)unused;
    assert_int_equal(sigma_zone_defaults(0, &zone), SIGMA_E_RANGE);
    assert_zero(zone);
    assert_int_equal(sigma_zone_defaults(SIGMA_ZONE_COUNT, &zone), SIGMA_E_RANGE);
    assert_int_equal(sigma_schedule_defaults(0, &bad), SIGMA_E_RANGE);
    assert_zero(bad);
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_COUNT, &bad), SIGMA_E_RANGE);
    assert_int_equal(sigma_zone_offset(&zone, INT64_MAX, &offset), SIGMA_E_RANGE);
    assert_int_equal(offset, 0);
    zone.saving = 7201;
    assert_int_equal(sigma_zone_offset(&zone, 0, &offset), SIGMA_E_RANGE);
    zone = zone_of(SIGMA_ZONE_LONDON);
    zone.rules[1].first_year = 1996;
    zone.rules[2].last_year = 1995;
    assert_int_equal(sigma_zone_offset(&zone, 0, &offset), SIGMA_E_RANGE);
    zone.rules[2] = zone.rules[1] = zone.rules[0];
    zone.rules[2].month = 13;
    assert_int_equal(sigma_zone_offset(&zone, 0, &offset), SIGMA_E_RANGE);
    assert_int_equal(sigma_schedule_evaluate(&schedule, INT64_MIN, &r), SIGMA_E_RANGE);
    bad = schedule;
    bad.reset = 86400;
    assert_int_equal(sigma_schedule_evaluate(&bad, 0, &r), SIGMA_E_RANGE);
    bad = schedule;
    bad.zone.count = 17;
    assert_int_equal(sigma_schedule_evaluate(&bad, 0, &r), SIGMA_E_RANGE);
    bad = schedule;
    bad.windows[0].end = bad.windows[0].start;
    assert_int_equal(sigma_schedule_evaluate(&bad, 0, &r), SIGMA_E_RANGE);
    bad = schedule;
    bad.windows[0].effect = SIGMA_WINDOW_UNKNOWN;
    assert_int_equal(sigma_schedule_evaluate(&bad, 0, &r), SIGMA_E_RANGE);
    assert_zero(r);
}

/* Where a reset or a session's end is no instant any more. */
static void the_ends_of_time(void **unused)
{
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_ALWAYS);
    sigma_schedule_result r;
    int64_t last = INT64_C(9150000000000000000);
    (void)unused;
    assert_int_equal(sigma_schedule_evaluate(&schedule, last, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_int_equal(sigma_schedule_evaluate(&schedule, -last, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_schedule_evaluate(&schedule, last - DAY, &r), SIGMA_OK);
    assert_int_equal(sigma_schedule_evaluate(&schedule, DAY - last, &r), SIGMA_OK);
    assert_int_equal(sigma_schedule_evaluate(&schedule, last - DAY, &r), SIGMA_OK);
    schedule.windows[0] = (sigma_window){1 << (r.weekday - 1), 0, 172800, SIGMA_WINDOW_SESSION};
    schedule.window_count = 1;
    assert_int_equal(sigma_schedule_evaluate(&schedule, last - DAY, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_schedule_evaluate(&schedule, last - 3 * DAY, &r), SIGMA_OK);
}

static void null_is_refused(void **unused)
{
    sigma_zone zone = zone_of(SIGMA_ZONE_UTC);
    sigma_schedule schedule = schedule_of(SIGMA_HOURS_ALWAYS);
    sigma_schedule_result r;
    int32_t offset = 9;
    (void)unused;
    assert_int_equal(sigma_zone_defaults(SIGMA_ZONE_UTC, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_zone_offset(&zone, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_zone_offset(NULL, 0, &offset), SIGMA_E_NULL);
    assert_int_equal(offset, 0);
    assert_int_equal(sigma_schedule_defaults(SIGMA_HOURS_ALWAYS, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_schedule_evaluate(&schedule, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_schedule_evaluate(NULL, 0, &r), SIGMA_E_NULL);
    assert_zero(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clocks_jump_as_the_time_zone_database_says),
        cmocka_unit_test(a_brokers_clock_is_seven_hours_ahead_of_new_york),
        cmocka_unit_test(trading_days_and_sessions_are_those_of_zoneinfo),
        cmocka_unit_test(trading_days_tile_time),
        cmocka_unit_test(a_reset_from_noon_on_belongs_to_the_next_date),
        cmocka_unit_test(the_day_of_a_jump_is_shorter_or_longer),
        cmocka_unit_test(a_reset_within_a_jump),
        cmocka_unit_test(rules_that_save_nothing_change_nothing),
        cmocka_unit_test(windows_block_entries),
        cmocka_unit_test(the_first_window_that_holds_is_named),
        cmocka_unit_test(a_holiday_cuts_off_sessions),
        cmocka_unit_test(a_session_gives_way_to_an_earlier_window),
        cmocka_unit_test(a_window_that_does_not_happen_takes_nothing),
        cmocka_unit_test(each_instant_of_a_session_is_told_the_same),
        cmocka_unit_test(holidays_close_their_trading_day),
        cmocka_unit_test(rules_at_the_turn_of_the_year),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(the_ends_of_time),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
