/* SPDX-License-Identifier: MIT */
/* Any instant becomes text that reads back to it; any text is read or refused, and what was read is
 * written so that it reads back again. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

static void write_and_read(fuzz_input *in, int64_t time)
{
    char buffer[SIGMA_CALENDAR_SPACE + 4];
    int32_t capacity = fuzz_rarely(in) ? fuzz_pick(in, 36) - 4 : SIGMA_CALENDAR_SPACE, length = 0;
    int64_t again;

    memset(buffer, '#', sizeof buffer);
    sigma_status status =
        fuzz_saw_text("sigma_calendar_write", sigma_calendar_write(time, buffer, capacity, &length),
                      buffer, (int32_t)sizeof buffer, capacity, &length);
    REQUIRE(status != SIGMA_E_SPACE || capacity < SIGMA_CALENDAR_SPACE);
    if (status == SIGMA_OK && time / 10 < 915000000000000000 && time / 10 > -915000000000000000) {
        status = sigma_calendar_read(buffer, length, &again);
        (void)fuzz_saw_numbers("sigma_calendar_read", status, &again, 8, 1);
        REQUIRE(status == SIGMA_OK && again == time);
    }
}

static int32_t make_text(fuzz_input *in, char *text, int32_t space)
{
    int32_t year = 1670 + fuzz_pick(in, 600), month = fuzz_pick(in, 14), day = fuzz_pick(in, 33);
    int32_t hour = fuzz_pick(in, 25), minute = fuzz_pick(in, 61), second = fuzz_pick(in, 62);
    static const char *const forms[] = {"%04d-%02d-%02d",
                                        "%04d-%02d-%02dT%02d:%02d",
                                        "%04d-%02d-%02d %02d:%02d:%02d",
                                        "%04d-%02d-%02dT%02d:%02d:%02dZ",
                                        "%04d-%02d-%02dT%02d:%02d:%02d.5+02:00",
                                        "%04d-%02d-%02dT%02d:%02d:%02d.123456789-11:30"};
    int32_t length = snprintf(text, (size_t)space, forms[fuzz_pick(in, 6)], year, month, day, hour,
                              minute, second);

    if (fuzz_pick(in, 4) == 0) {
        fuzz_damage_text(in, text, length);
    }
    return fuzz_pick(in, 8) == 0 ? fuzz_pick(in, length + 1) : length;
}

static void read_text(fuzz_input *in)
{
    char text[64];
    int32_t length = make_text(in, text, sizeof text);
    int64_t time;

    if (fuzz_rarely(in)) {
        length = fuzz_chars(in, text, (int32_t)sizeof text);
    }
    sigma_status status = sigma_calendar_read(text, length, &time);
    (void)fuzz_saw_numbers("sigma_calendar_read", status, &time, 8, 1);
    REQUIRE(status == SIGMA_OK || time == 0);
    if (status == SIGMA_OK) {
        write_and_read(in, time);
    }
}

void fuzz_calendar(fuzz_input *in)
{
    char buffer[SIGMA_CALENDAR_SPACE];
    int32_t length;
    int64_t time;

    while (fuzz_more(in)) {
        write_and_read(in, fuzz_time(in));
        read_text(in);
    }
    fuzz_saw_null("sigma_calendar_write", sigma_calendar_write(0, NULL, 32, &length));
    fuzz_saw_null("sigma_calendar_write", sigma_calendar_write(0, buffer, 32, NULL));
    fuzz_saw_null("sigma_calendar_read", sigma_calendar_read(NULL, 10, &time));
    fuzz_saw_null("sigma_calendar_read", sigma_calendar_read("2020-03-16", 10, NULL));
}
