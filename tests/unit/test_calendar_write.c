/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* timegm(), gmtime_r() */
#include <time.h>

#include "test.h"

enum { NANO = 1000000000 };

/* As the C library writes it, which knows the calendar on its own. */
static void reference(int64_t time, char text[40])
{
    int64_t seconds = time / NANO - (time % NANO < 0), fraction = (time % NANO + NANO) % NANO;
    time_t whole = (time_t)seconds;
    struct tm tm;
    assert_non_null(gmtime_r(&whole, &tm));
    size_t length = strftime(text, 40, "%Y-%m-%dT%H:%M:%S", &tm);
    if (fraction > 0) {
        length += (size_t)snprintf(text + length, 40 - length, ".%09d", (int)fraction);
    }
    snprintf(text + length, 40 - length, "Z");
}

static void assert_written(int64_t time)
{
    char text[SIGMA_CALENDAR_SPACE], expected[40];
    int32_t length = -1;
    reference(time, expected);
    assert_int_equal(sigma_calendar_write(time, text, sizeof text, &length), SIGMA_OK);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

static void chosen_instants_are_written(void **unused)
{
    static const struct {
        int64_t time;
        const char *text;
    } chosen[] = {
        {0, "1970-01-01T00:00:00Z"},
        {INT64_C(1584388800000000000), "2020-03-16T20:00:00Z"},
        {-1, "1969-12-31T23:59:59.999999999Z"},
        {1, "1970-01-01T00:00:00.000000001Z"},
        {INT64_C(951782400000000000), "2000-02-29T00:00:00Z"},
        {INT64_MAX, "2262-04-11T23:47:16.854775807Z"},
        {INT64_MIN, "1677-09-21T00:12:43.145224192Z"},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(chosen); i++) {
        char text[SIGMA_CALENDAR_SPACE];
        int32_t length;
        assert_int_equal(sigma_calendar_write(chosen[i].time, text, sizeof text, &length),
                         SIGMA_OK);
        assert_string_equal(text, chosen[i].text);
        assert_written(chosen[i].time);
    }
}

static void every_day_of_the_range_is_written(void **unused)
{
    (void)unused;
    for (int64_t day = -106751; day <= 106751; day++) {
        assert_written(day * 86400 * NANO);
        assert_written(day * 86400 * NANO + (day > 0 ? -1 : 1));
    }
}

static void random_instants_are_written(void **unused)
{
    uint64_t seed = 7;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        assert_written((int64_t)test_random_bits(&seed));
        assert_written((int64_t)test_random_bits(&seed) / NANO * NANO);
    }
}

static void what_was_written_reads_back(void **unused)
{
    uint64_t seed = 8;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        char text[SIGMA_CALENDAR_SPACE];
        int32_t length;
        int64_t back, time = (int64_t)(test_between(&seed, -9.15e18, 9.15e18));
        assert_int_equal(sigma_calendar_write(time, text, sizeof text, &length), SIGMA_OK);
        assert_int_equal(sigma_calendar_read(text, length, &back), SIGMA_OK);
        assert_true(back == time);
    }
}

static void a_small_buffer_stays_empty(void **unused)
{
    (void)unused;
    for (int32_t capacity = -1; capacity <= SIGMA_CALENDAR_SPACE; capacity++) {
        char text[SIGMA_CALENDAR_SPACE] = "x";
        int32_t length = 9;
        bool fits = capacity >= 31;
        assert_int_equal(sigma_calendar_write(INT64_MAX, text, capacity, &length),
                         fits ? SIGMA_OK : SIGMA_E_SPACE);
        assert_int_equal(length, fits ? 30 : 0);
        assert_int_equal(strlen(text), fits ? 30 : capacity < 1);
    }
}

static void null_is_refused(void **unused)
{
    char text[SIGMA_CALENDAR_SPACE] = "x";
    int32_t length = 9;
    (void)unused;
    assert_int_equal(sigma_calendar_write(0, NULL, 9, &length), SIGMA_E_NULL);
    assert_zero(length);
    assert_int_equal(sigma_calendar_write(0, text, sizeof text, NULL), SIGMA_E_NULL);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chosen_instants_are_written),
        cmocka_unit_test(every_day_of_the_range_is_written),
        cmocka_unit_test(random_instants_are_written),
        cmocka_unit_test(what_was_written_reads_back),
        cmocka_unit_test(a_small_buffer_stays_empty),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
