/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* timegm(), gmtime_r() */
#include <time.h>

#include "test.h"

enum { NANO = 1000000000 };

static void assert_read(const char *text, int64_t expected)
{
    int64_t time = 9;
    assert_int_equal(sigma_calendar_read(text, (int32_t)strlen(text), &time), SIGMA_OK);
    assert_true(time == expected);
}

static void assert_refused(const char *text, int32_t length, sigma_status status)
{
    int64_t time = 9;
    assert_int_equal(sigma_calendar_read(text, length, &time), status);
    assert_zero(time);
}

static int32_t days_of(int32_t year, int32_t month)
{
    static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

/* By the C library, which takes any day of any month and carries it. */
static int64_t instant_of(int32_t year, int32_t month, int32_t day)
{
    struct tm tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    return (int64_t)timegm(&tm) * NANO;
}

static void days_that_exist_are_read_and_others_are_not(void **unused)
{
    (void)unused;
    for (int32_t year = 1681; year <= 2258; year++) {
        for (int32_t month = 0; month <= 13; month++) {
            for (int32_t day = 0; day <= 99; day++) {
                char text[16];
                snprintf(text, sizeof text, "%04d-%02d-%02d", (int)year, (int)month, (int)day);
                if (month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month)) {
                    assert_read(text, instant_of(year, month, day));
                } else {
                    assert_refused(text, 10, SIGMA_E_RANGE);
                }
            }
        }
    }
}

static void the_range_is_that_of_every_time_in_the_library(void **unused)
{
    (void)unused;
    assert_read("1680-01-18T05:20:00Z", INT64_C(-9150000000000000000));
    assert_read("1680-01-18T19:20:00+14:00", INT64_C(-9150000000000000000));
    assert_read("2259-12-14T18:40:00Z", INT64_C(9150000000000000000));
    assert_read("2259-12-14T04:39:60-14:00", INT64_C(9150000000000000000));
    assert_refused("1680-01-18T05:19:59.999999999Z", 30, SIGMA_E_RANGE);
    assert_refused("1680-01-18T19:19:59+14:00", 25, SIGMA_E_RANGE);
    assert_refused("2259-12-14T18:40:00.000000001Z", 30, SIGMA_E_RANGE);
    assert_refused("1677-09-22", 10, SIGMA_E_RANGE);
    assert_refused("2262-04-11", 10, SIGMA_E_RANGE);
    assert_refused("0000-01-01", 10, SIGMA_E_RANGE);
    assert_refused("9999-12-31", 10, SIGMA_E_RANGE);
}

static void every_form_of_an_instant_is_read(void **unused)
{
    static const struct {
        const char *text;
        int64_t seconds;
        int32_t fraction;
    } forms[] = {
        {"2020-03-16", 1584316800, 0},
        {"2020-03-16T20:00", 1584388800, 0},
        {"2020-03-16 20:00", 1584388800, 0},
        {"2020-03-16T20:00Z", 1584388800, 0},
        {"2020-03-16T20:00:00", 1584388800, 0},
        {"2020-03-16T20:00:00Z", 1584388800, 0},
        {"2020-03-16 20:00:00Z", 1584388800, 0},
        {"2020-03-16T20:00:00.5Z", 1584388800, 500000000},
        {"2020-03-16T20:00:00.123456789", 1584388800, 123456789},
        {"2020-03-16T20:00:00.000000001Z", 1584388800, 1},
        {"2020-03-16T20:00:01.050Z", 1584388801, 50000000},
        {"2020-03-16T22:00:00+02:00", 1584388800, 0},
        {"2020-03-16T22:00:00+0200", 1584388800, 0},
        {"2020-03-16T16:30:00-03:30", 1584388800, 0},
        {"2020-03-16T16:30-0330", 1584388800, 0},
        {"2020-03-17T09:00:00.25+13:00", 1584388800, 250000000},
        {"2020-03-16T20:00:00+00:00", 1584388800, 0},
        {"2020-03-16T20:00:00-00:00", 1584388800, 0},
        {"2020-03-17T10:00:00+14:00", 1584388800, 0},
        {"2016-12-31T23:59:60Z", 1483228800, 0},
        {"1969-12-31T23:59:59.999999999Z", -1, 999999999},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(forms); i++) {
        assert_read(forms[i].text, forms[i].seconds * NANO + forms[i].fraction);
    }
}

static void anything_else_is_malformed(void **unused)
{
    static const char *const texts[] = {
        "",
        "2020",
        "2020-",
        "2020-03",
        "2020-03-",
        "2020-03-1",
        "20-03-16",
        "02020-03-16",
        "2020-3-16",
        "2020/03/16",
        "2020-03/16",
        "-2020-03-16",
        "+2020-03-16",
        "2020-03-16T",
        "2020-03-16 ",
        "2020-03-16Z",
        "2020-03-16t20:00Z",
        "2020-03-16T20",
        "2020-03-16T20:",
        "2020-03-16T2000",
        "2020-03-16T20:0",
        "2020-03-16T24:00",
        "2020-03-16T20:60",
        "2020-03-16T20:00:",
        "2020-03-16T20:00:61",
        "2020-03-16T20:00:0",
        "2020-03-16T20:00:00.",
        "2020-03-16T20:00:00.Z",
        "2020-03-16T20:00:00,5",
        "2020-03-16T20:00:00.1234567890Z",
        "2020-03-16T20:00.5Z ",
        "2020-03-16T20:00:00z",
        "2020-03-16T20:00:00Z ",
        " 2020-03-16T20:00:00Z",
        "2020-03-16T20:00:00ZZ",
        "2020-03-16T20:00:00+",
        "2020-03-16T20:00:00+1",
        "2020-03-16T20:00:00+14:01",
        "2020-03-16T20:00:00+15:00",
        "2020-03-16T20:00:00+01:6",
        "2020-03-16T20:00:00+01:60",
        "2020-03-16T20:00:00+01",
        "2020-03-16T20:00:00+01:00Z",
        "2020-03-16T20:00:00 +01",
        "2020-03-16T20:00:00-24:00",
        "2020-0a-16",
        "2020-03-16T2/:00",
        "2020-03-16T2::00",
        "not an instant at all",
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(texts); i++) {
        assert_refused(texts[i], (int32_t)strlen(texts[i]), SIGMA_E_FORMAT);
    }
    assert_refused("2020-03-16", -1, SIGMA_E_FORMAT);
    assert_refused("2020-03-16", INT32_MIN, SIGMA_E_FORMAT);
    assert_refused("2020-03-16\0", 11, SIGMA_E_FORMAT);
}

static void every_truncation_is_refused_or_is_a_form(void **unused)
{
    static const char text[] = "2020-03-16T20:00:00.123456789+02:00";
    static const int32_t forms[] = {10, 16, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29};
    (void)unused;
    for (int32_t length = 0; length < (int32_t)sizeof text - 1; length++) {
        bool form = false;
        int64_t time;
        for (int32_t i = 0; i < COUNT_OF(forms); i++) {
            form |= forms[i] == length;
        }
        assert_int_equal(sigma_calendar_read(text, length, &time),
                         form ? SIGMA_OK : SIGMA_E_FORMAT);
    }
}

static void offsets_shift_the_instant(void **unused)
{
    (void)unused;
    for (int32_t hours = 0; hours <= 14; hours++) {
        for (int32_t minutes = 0; minutes < (hours < 14 ? 60 : 1); minutes++) {
            char text[40];
            int64_t shift = (int64_t)(60 * hours + minutes) * 60 * NANO;
            snprintf(text, sizeof text, "2020-03-16T20:00:00+%02d:%02d", (int)hours, (int)minutes);
            assert_read(text, INT64_C(1584388800) * NANO - shift);
            text[19] = '-';
            assert_read(text, INT64_C(1584388800) * NANO + shift);
        }
    }
}

static void null_is_refused(void **unused)
{
    int64_t time = 9;
    (void)unused;
    assert_int_equal(sigma_calendar_read(NULL, 10, &time), SIGMA_E_NULL);
    assert_zero(time);
    assert_int_equal(sigma_calendar_read("2020-03-16", 10, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_that_exist_are_read_and_others_are_not),
        cmocka_unit_test(the_range_is_that_of_every_time_in_the_library),
        cmocka_unit_test(every_form_of_an_instant_is_read),
        cmocka_unit_test(anything_else_is_malformed),
        cmocka_unit_test(every_truncation_is_refused_or_is_a_form),
        cmocka_unit_test(offsets_shift_the_instant),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
