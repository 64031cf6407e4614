/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "sigma/calendar.h"
#include "sigma/number.h"
#include "sigma/words.h"
#include "writer.h"

enum { SCRATCH = 64 };

/* ---- text */

void sigma_config_spoil(config_output *out, sigma_status status)
{
    out->status = out->status == SIGMA_OK ? status : out->status;
}

void sigma_config_put(config_output *out, const char *text)
{
    int32_t length = (int32_t)strlen(text);

    if (length > out->capacity - out->length) {
        sigma_config_spoil(out, SIGMA_E_SPACE);
        return;
    }
    memcpy(out->buffer + out->length, text, (size_t)length);
    out->length += length;
}

/* ---- single values */

/* 1e-7 is a text to readers of YAML 1.1; 1.0e-7 is a number to all. */
void sigma_config_put_number(config_output *out, double value)
{
    char text[SIGMA_NUMBER_SPACE];
    int32_t length;

    if (sigma_number_write(value, text, SIGMA_NUMBER_SPACE, &length) != SIGMA_OK) {
        sigma_config_spoil(out, SIGMA_E_RANGE);
        return;
    }
    char *exponent = strchr(text, 'e');
    if (exponent && !strchr(text, '.')) {
        *exponent = '\0';
        sigma_config_put(out, text);
        sigma_config_put(out, ".0e");
        sigma_config_put(out, exponent + 1);
    } else {
        sigma_config_put(out, text);
    }
}

static void put_whole(config_output *out, int32_t value)
{
    char text[SCRATCH];

    snprintf(text, sizeof text, "%d", (int)value);
    sigma_config_put(out, text);
}

static void put_word(config_output *out, int32_t vocabulary, int32_t code)
{
    char text[SIGMA_WORD_SPACE];
    int32_t length;

    if (sigma_word_write(vocabulary, code, text, SIGMA_WORD_SPACE, &length) != SIGMA_OK) {
        sigma_config_spoil(out, SIGMA_E_RANGE);
    }
    sigma_config_put(out, text);
}

static void put_quoted(config_output *out, const char *text)
{
    sigma_config_put(out, "\"");
    sigma_config_put(out, text);
    sigma_config_put(out, "\"");
}

/* The longest unit of which there is a whole number. */
void sigma_config_write_length(int64_t length, char *buffer)
{
    int32_t unit = 0;

    while (length % sigma_config_units[unit].length != 0) {
        unit++;
    }
    unit = length == 0 ? 3 : unit;
    snprintf(buffer, SCRATCH / 2, "%lld%s", (long long)(length / sigma_config_units[unit].length),
             sigma_config_units[unit].name);
}

void sigma_config_write_clock(int32_t seconds, char *buffer)
{
    int64_t all = seconds < 0 ? -(int64_t)seconds : seconds;
    int length = snprintf(buffer, SCRATCH / 2, "%s%02d:%02d", seconds < 0 ? "-" : "",
                          (int)(all / 3600), (int)(all / 60 % 60));

    if (all % 60 != 0) {
        snprintf(buffer + length, (size_t)(SCRATCH / 2 - length), ":%02d", (int)(all % 60));
    }
}

static void put_length(config_output *out, const char *at)
{
    char text[SCRATCH];
    int64_t value;

    memcpy(&value, at, sizeof value);
    sigma_config_write_length(value, text);
    sigma_config_put(out, text);
}

static void put_clock(config_output *out, int32_t value)
{
    char text[SCRATCH];

    sigma_config_write_clock(value, text);
    put_quoted(out, text);
}

/* A day that is out of range does not read back as itself. */
static void put_date(config_output *out, int32_t day)
{
    char text[SIGMA_CALENDAR_SPACE];
    int32_t length, near = day > 106000 ? 106000 : day < -106000 ? -106000 : day;

    (void)!sigma_calendar_write((int64_t)near * sigma_config_units[0].length, text,
                                SIGMA_CALENDAR_SPACE, &length);
    text[10] = '\0';
    put_quoted(out, text);
}

/* ---- values of a row */

void sigma_config_separate(config_output *out, bool first)
{
    sigma_config_put(out, first ? "" : ", ");
}

static void put_set(config_output *out, int32_t vocabulary, uint64_t set)
{
    bool first = true;

    sigma_config_put(out, "[");
    for (int32_t code = 0; set != 0; code++, set >>= 1) {
        if (set & 1) {
            sigma_config_separate(out, first);
            put_word(out, vocabulary, code);
            first = false;
        }
    }
    sigma_config_put(out, "]");
}

static void put_days(config_output *out, int32_t days)
{
    bool first = true;

    sigma_config_put(out, "[");
    for (int32_t day = 0; day < 7; day++) {
        if (days >> day & 1) {
            sigma_config_separate(out, first);
            sigma_config_put(out, sigma_config_weekdays[day]);
            first = false;
        }
    }
    sigma_config_put(out, "]");
}

static int32_t whole_at(const char *at)
{
    int32_t value;

    memcpy(&value, at, sizeof value);
    return value;
}

static double number_at(const char *at)
{
    double value;

    memcpy(&value, at, sizeof value);
    return value;
}

static uint64_t set_at(const char *at)
{
    uint64_t value;

    memcpy(&value, at, sizeof value);
    return value;
}

/* Letters enough to be no number, and no other word of any version of YAML. */
static bool needs_quotes(const char *name)
{
    static const char words[][8] = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"};
    char lower[SIGMA_CONFIG_NAME] = "";

    for (size_t i = 0; name[i] != '\0' && i + 1 < sizeof lower; i++) {
        bool upper = 'A' <= name[i] && name[i] <= 'Z';
        lower[i] = (char)(upper ? name[i] + ('a' - 'A') : name[i]);
        bool letter = 'a' <= lower[i] && lower[i] <= 'z';
        if (!letter && (i == 0 || !strchr("0123456789_-./", lower[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(lower, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

void sigma_config_put_name(config_output *out, const char *name)
{
    char text[SIGMA_CONFIG_NAME + 1] = "";

    memcpy(text, name, SIGMA_CONFIG_NAME); /* which may lack its zero */
    if (needs_quotes(text)) {
        put_quoted(out, text);
    } else {
        sigma_config_put(out, text);
    }
}

void sigma_config_put_value(config_output *out, const config_row *row, const char *at)
{
    switch (row->form) {
    case FORM_NUMBER: sigma_config_put_number(out, number_at(at)); break;
    case FORM_WHOLE: put_whole(out, whole_at(at)); break;
    case FORM_SWITCH: sigma_config_put(out, whole_at(at) ? "true" : "false"); break;
    case FORM_WORD: put_word(out, row->field.detail, whole_at(at)); break;
    case FORM_SET: put_set(out, row->field.detail, set_at(at)); break;
    case FORM_CLOCK: put_clock(out, whole_at(at)); break;
    case FORM_LENGTH: put_length(out, at); break;
    case FORM_DATE: put_date(out, whole_at(at)); break;
    case FORM_DAYS: put_days(out, whole_at(at)); break;
    default: sigma_config_put_name(out, at); break;
    }
}

void sigma_config_put_values(config_output *out, const config_row *row, const char *at,
                             int32_t count)
{
    int32_t size = sigma_config_size(row);

    sigma_config_put(out, "[");
    for (int32_t i = 0; i < count; i++) {
        sigma_config_separate(out, i == 0);
        sigma_config_put_value(out, row, at + i * size);
    }
    sigma_config_put(out, "]");
}
