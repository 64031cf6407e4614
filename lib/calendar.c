/* SPDX-License-Identifier: MIT */
#include "sigma/calendar.h"

#include "civil.h"
#include "text.h"

static const int64_t SECOND = INT64_C(1000000000);
static const int64_t DAY = INT64_C(86400);
static const int64_t DAYS_MAX = 106000; /* beyond the last instant, within int64_t */

/* A day that does not exist falls into another month. */
static bool exists(sigma_date d)
{
    return sigma_between(d.month, 1, 12) &&
           sigma_civil_from_days(sigma_days_from_civil(d)).month == d.month;
}

/* ---- writing */

void sigma_text_time(sigma_text *text, int64_t time)
{
    int64_t seconds = sigma_floor_divide(time, SECOND), days = sigma_floor_divide(seconds, DAY);
    int64_t of_day = sigma_floor_rest(seconds, DAY), fraction = sigma_floor_rest(time, SECOND);
    sigma_date d = sigma_civil_from_days(days);

    sigma_text_unsigned(text, (uint64_t)d.year, 4);
    sigma_text_char(text, '-');
    sigma_text_unsigned(text, (uint64_t)d.month, 2);
    sigma_text_char(text, '-');
    sigma_text_unsigned(text, (uint64_t)d.day, 2);
    sigma_text_char(text, 'T');
    sigma_text_unsigned(text, (uint64_t)(of_day / 3600), 2);
    sigma_text_char(text, ':');
    sigma_text_unsigned(text, (uint64_t)(of_day / 60 % 60), 2);
    sigma_text_char(text, ':');
    sigma_text_unsigned(text, (uint64_t)(of_day % 60), 2);
    if (fraction > 0) {
        sigma_text_char(text, '.');
        sigma_text_unsigned(text, (uint64_t)fraction, 9);
    }
    sigma_text_char(text, 'Z');
}

sigma_status sigma_calendar_write(int64_t time, char *buffer, int32_t capacity, int32_t *length)
{
    sigma_status status = sigma_text_open(buffer, capacity, length);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_text text = sigma_text_to(buffer, capacity);
    sigma_text_time(&text, time);
    return sigma_text_close(&text, length);
}

/* ---- reading */

typedef struct cursor {
    const char *next, *end;
    bool failed;
} cursor;

static bool take(cursor *c, char wanted)
{
    bool there = c->next < c->end && *c->next == wanted;
    c->next += there;
    return there;
}

static bool at_digit(const cursor *c)
{
    return c->next < c->end && '0' <= *c->next && *c->next <= '9';
}

/* Exactly so many digits. */
static int32_t take_number(cursor *c, int32_t digits)
{
    int32_t number = 0;
    for (int32_t i = 0; i < digits; i++) {
        if (!at_digit(c)) {
            c->failed = true;
            return 0;
        }
        number = 10 * number + (*c->next++ - '0');
    }
    return number;
}

static void require(cursor *c, bool condition)
{
    c->failed |= !condition;
}

static sigma_date take_date(cursor *c)
{
    sigma_date d = {.year = take_number(c, 4)};
    require(c, take(c, '-'));
    d.month = take_number(c, 2);
    require(c, take(c, '-'));
    d.day = take_number(c, 2);
    return d;
}

/* One to nine digits, as nanoseconds. */
static int32_t take_fraction(cursor *c)
{
    int32_t fraction = 0, digits = 0;
    for (; at_digit(c) && digits < 9; digits++) {
        fraction = 10 * fraction + (*c->next++ - '0');
    }
    require(c, digits > 0);
    for (; digits < 9; digits++) {
        fraction *= 10;
    }
    return fraction;
}

/* +hh:mm or +hhmm, in seconds; the most that is in use is +14:00 and -12:00. */
static int32_t take_offset(cursor *c)
{
    int32_t sign = take(c, '-') ? -1 : 1;
    if (sign > 0 && !take(c, '+')) {
        return 0;
    }
    int32_t hours = take_number(c, 2);
    (void)take(c, ':');
    int32_t minutes = take_number(c, 2);
    require(c, minutes < 60 && 60 * hours + minutes <= 14 * 60);
    return sign * (60 * hours + minutes) * 60;
}

/* Of the day, in seconds; a leap second counts as the next minute's first. */
static int32_t take_time(cursor *c, int32_t *fraction)
{
    int32_t hours = take_number(c, 2);
    require(c, take(c, ':'));
    int32_t minutes = take_number(c, 2);
    int32_t seconds = take(c, ':') ? take_number(c, 2) : 0;
    require(c, hours < 24 && minutes < 60 && seconds <= 60);
    *fraction = take(c, '.') ? take_fraction(c) : 0;
    return 3600 * hours + 60 * minutes + seconds;
}

static int64_t take_seconds(cursor *c, sigma_date *d, int32_t *fraction)
{
    int64_t seconds = 0;
    *d = take_date(c);
    if (c->next < c->end) {
        require(c, take(c, 'T') || take(c, ' '));
        seconds = take_time(c, fraction);
        if (!take(c, 'Z')) {
            seconds -= take_offset(c);
        }
    }
    require(c, c->next == c->end);
    return seconds;
}

sigma_status sigma_calendar_read(const char *text, int32_t length, int64_t *time)
{
    if (!time) {
        return SIGMA_E_NULL;
    }
    *time = 0;
    if (!text) {
        return SIGMA_E_NULL;
    }
    sigma_date d;
    int32_t fraction = 0;
    cursor c = {.next = text, .end = text + (length > 0 ? length : 0)};
    int64_t seconds = take_seconds(&c, &d, &fraction);
    if (c.failed) {
        return SIGMA_E_FORMAT;
    }
    int64_t days = sigma_days_from_civil(d);
    if (!exists(d) || !sigma_between(days, -DAYS_MAX, DAYS_MAX)) {
        return SIGMA_E_RANGE;
    }
    int64_t instant = (days * DAY + seconds) * SECOND + fraction;
    if (!sigma_is_time(instant)) {
        return SIGMA_E_RANGE;
    }
    *time = instant;
    return SIGMA_OK;
}
