/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "piece.h"
#include "sigma/calendar.h"
#include "sigma/number.h"

static const int64_t DAY = INT64_C(86400000000000); /* [ns] */

/* 010 is eight to some readers of YAML, and ten to others. */
static bool octal(config_piece p)
{
    int32_t sign = p.text[0] == '-' || p.text[0] == '+';

    return p.length > sign + 1 && p.text[sign] == '0' && config_is_digit(p.text[sign + 1]);
}

/* ---- one value each; SIGMA_OK, SIGMA_E_FORMAT or SIGMA_E_RANGE */

/* 2.5% is 2.5e-2, not 2.5 / 100, which is rounded twice. */
static sigma_status read_number(config_piece p, const config_row *row, void *at)
{
    char text[SIGMA_NUMBER_LONGEST];
    bool percent = p.length > 1 && strcmp(row->field.unit, "1") == 0 && p.text[p.length - 1] == '%';
    double value;

    p.length -= percent;
    if (p.length > SIGMA_NUMBER_LONGEST - 3 || octal(p)) {
        return SIGMA_E_FORMAT;
    }
    memcpy(text, p.text, (size_t)p.length);
    if (percent) {
        memcpy(text + p.length, "e-2", 3);
        p.length += 3;
    }
    sigma_status status = sigma_number_read(text, p.length, &value);
    status = status == SIGMA_OK ? config_inside(row, value) : status;
    if (status == SIGMA_OK) {
        memcpy(at, &value, sizeof value);
    }
    return status;
}

/* Digits alone, up to 18 of them, from a place on; -1 if there is anything else. */
static int64_t digits(config_piece p, int32_t from)
{
    int64_t value = 0;

    if (p.length <= from || p.length - from > 18) {
        return -1;
    }
    for (int32_t i = from; i < p.length; i++) {
        if (!config_is_digit(p.text[i])) {
            return -1;
        }
        value = 10 * value + (p.text[i] - '0');
    }
    return value;
}

static sigma_status read_whole(config_piece p, const config_row *row, void *at)
{
    int32_t sign = p.text[0] == '-' || p.text[0] == '+';
    int64_t value = digits(p, sign);

    if (value < 0 || octal(p)) {
        return SIGMA_E_FORMAT;
    }
    return config_store(row, p.text[0] == '-' ? -value : value, at);
}

static sigma_status read_switch(config_piece p, const config_row *row, void *at)
{
    if (!config_is(p, "true") && !config_is(p, "false")) {
        return SIGMA_E_FORMAT;
    }
    return config_store(row, config_is(p, "true"), at);
}

/* Two digits below 60 behind a colon; -1 if they are not there. */
static int64_t sixtieths(config_piece p, int32_t from)
{
    config_piece two = {p.text, from + 3};

    if (p.length < from + 3 || p.text[from] != ':') {
        return -1;
    }
    int64_t value = digits(two, from + 1);
    return value < 60 ? value : -1;
}

/* -5:30, 17:00 or 16:59:30. */
static sigma_status read_clock(config_piece p, const config_row *row, void *at)
{
    int32_t sign = p.text[0] == '-', colon = sign;

    while (colon < p.length && colon < sign + 2 && config_is_digit(p.text[colon])) {
        colon++;
    }
    int64_t hours = digits((config_piece){p.text, colon}, sign), minutes = sixtieths(p, colon);
    int64_t seconds = p.length > colon + 3 ? sixtieths(p, colon + 3) : 0;
    if (hours < 0 || minutes < 0 || seconds < 0 || p.length > colon + 6) {
        return SIGMA_E_FORMAT;
    }
    int64_t value = 3600 * hours + 60 * minutes + seconds;
    return config_store(row, sign ? -value : value, at);
}

static sigma_status read_length(config_piece p, const config_row *row, void *at)
{
    int32_t end = 0;

    while (end < p.length && config_is_digit(p.text[end])) {
        end++;
    }
    int64_t count = digits((config_piece){p.text, end}, 0);
    for (int32_t i = 0; i < UNITS && count >= 0; i++) {
        const config_unit *unit = &sigma_config_units[i];
        if (config_is((config_piece){p.text + end, p.length - end}, unit->name)) {
            sigma_status status = config_inside(row, (double)count * (double)unit->length);
            int64_t value = status == SIGMA_OK ? count * unit->length : 0;
            memcpy(at, &value, sizeof value);
            return status;
        }
    }
    return SIGMA_E_FORMAT;
}

static sigma_status read_date(config_piece p, const config_row *row, void *at)
{
    int64_t time;
    sigma_status status = SIGMA_E_FORMAT;

    if (p.length == 10) {
        status = sigma_calendar_read(p.text, p.length, &time);
    }
    return status == SIGMA_OK ? config_store(row, (time - (time % DAY + DAY) % DAY) / DAY, at)
                              : status;
}

/* What is plain in YAML is a number or true; between quotation marks it is a text. */
sigma_status sigma_config_read_figure(config_piece p, bool plain, const config_row *row, void *at)
{
    switch (row->form) {
    case FORM_NUMBER: return plain ? read_number(p, row, at) : SIGMA_E_FORMAT;
    case FORM_WHOLE: return plain ? read_whole(p, row, at) : SIGMA_E_FORMAT;
    case FORM_SWITCH: return plain ? read_switch(p, row, at) : SIGMA_E_FORMAT;
    case FORM_CLOCK: return read_clock(p, row, at);
    case FORM_LENGTH: return read_length(p, row, at);
    default: return read_date(p, row, at);
    }
}
