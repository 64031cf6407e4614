/* SPDX-License-Identifier: MIT */
#include "bar.h"

#include <sigma/calendar.h>
#include <sigma/layout.h>
#include <sigma/number.h>
#include <stdio.h>
#include <string.h>

#include "../common/text.h"

static const char *const names[BAR_COLUMNS] = {"timestamp", "open",  "high",
                                               "low",       "close", "volume"};

struct reading {
    const struct csv_header *header;
    struct csv_field fields[CSV_COLUMNS];
    sigma_bar *bar;
    struct fault *fault;
};

static bool refuse(const struct reading *r, int32_t column, int32_t reason, const char *expected)
{
    return csv_refuse(r->header, column, r->fields[column], reason, expected, r->fault);
}

/* ---- values */

static bool read_time(const struct reading *r)
{
    struct csv_field field = r->fields[BAR_TIMESTAMP];

    return sigma_calendar_read(field.text, field.length, &r->bar->time) == SIGMA_OK ||
           refuse(r, BAR_TIMESTAMP, FAULT_TIME,
                  "a time such as 2020-03-16T20:00:00Z, from 1680 to 2259");
}

/* Why a field is no number: some are numbers elsewhere. */
static int32_t reason_of(struct csv_field field)
{
    bool sign = field.length > 0 && (field.text[0] == '-' || field.text[0] == '+');
    const char *text = field.text + sign;
    int32_t length = field.length - sign;

    if (text_is(text, length, "nan")) {
        return FAULT_NAN;
    }
    if (text_is(text, length, "inf") || text_is(text, length, "infinity")) {
        return FAULT_INFINITY;
    }
    return length > 2 && text_is(text, 2, "0x") ? FAULT_HEXADECIMAL : FAULT_NUMBER;
}

static bool read_number(const struct reading *r, int32_t column, double *value)
{
    struct csv_field field = r->fields[column];

    return sigma_number_read(field.text, field.length, value) == SIGMA_OK ||
           refuse(r, column, reason_of(field), "a finite decimal number");
}

static bool read_values(const struct reading *r)
{
    sigma_bar *bar = r->bar;

    return read_time(r) && read_number(r, BAR_OPEN, &bar->open) &&
           read_number(r, BAR_HIGH, &bar->high) && read_number(r, BAR_LOW, &bar->low) &&
           read_number(r, BAR_CLOSE, &bar->close) && read_number(r, BAR_VOLUME, &bar->volume);
}

/* ---- ranges: the library's, in its order of fields, which is that of the columns */

static bool check_ranges(const struct reading *r)
{
    sigma_field field;
    char expected[2 * SIGMA_WORD_SPACE + 64];
    int32_t column = BAR_OPEN;

    if (sigma_layout_check(SIGMA_KIND_BAR, r->bar, &field) == SIGMA_OK) {
        return true;
    }
    while (column < BAR_VOLUME && strcmp(field.name, names[column]) != 0) {
        column++;
    }
    snprintf(expected, sizeof expected, "a %s from %g to %g",
             column == BAR_VOLUME ? "volume" : "price above 0,", field.minimum, field.maximum);
    return refuse(r, column, column == BAR_VOLUME ? FAULT_VOLUME : FAULT_PRICE, expected);
}

static bool check_inside(const struct reading *r, int32_t column, double price)
{
    char expected[2 * SIGMA_WORD_SPACE + 64];

    if (r->bar->low <= price && price <= r->bar->high) {
        return true;
    }
    snprintf(expected, sizeof expected, "a price from the low of %s to the high of %s",
             text_number(r->bar->low).text, text_number(r->bar->high).text);
    return refuse(r, column, FAULT_OUTSIDE, expected);
}

static bool check_order(const struct reading *r)
{
    char expected[2 * SIGMA_WORD_SPACE + 64];

    if (r->bar->high < r->bar->low) {
        snprintf(expected, sizeof expected, "at least the low of %s",
                 text_number(r->bar->low).text);
        return refuse(r, BAR_HIGH, FAULT_HIGH_LOW, expected);
    }
    return check_inside(r, BAR_OPEN, r->bar->open) && check_inside(r, BAR_CLOSE, r->bar->close);
}

bool bar_read_header(const struct line *line, struct csv_header *header, struct fault *fault)
{
    return csv_read_header(line, names, BAR_COLUMNS, header, fault);
}

bool bar_read(const struct line *line, const struct csv_header *header, sigma_bar *bar,
              struct fault *fault)
{
    struct reading r = {.header = header, .bar = bar, .fault = fault};

    return csv_read_fields(line, header, r.fields, fault) && read_values(&r) && check_ranges(&r) &&
           check_order(&r);
}
