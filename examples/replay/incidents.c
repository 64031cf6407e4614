/* SPDX-License-Identifier: MIT */
#include "incidents.h"

#include <sigma/calendar.h>
#include <sigma/layout.h>
#include <sigma/number.h>
#include <stdlib.h>

#include "../common/text.h"
#include "csv.h"
#include "list.h"
#include "operator.h"

enum { TIME, KIND, VALUE, COLUMNS };

static const char *const names[COLUMNS] = {"time", "kind", "value"};

struct reading {
    const char *path;
    struct lines lines;
    struct csv_header header;
    struct incidents *incidents;
};

static bool read_kind(struct csv_field field, int32_t *event)
{
    if (text_is(field.text, field.length, "reject")) {
        *event = SIGMA_EVENT_ORDER_FAILED;
        return true;
    }
    *event = operator_act(field.text, field.length);
    if (*event != SIGMA_EVENT_UNKNOWN) {
        return true;
    }
    return sigma_word_read(SIGMA_VOCABULARY_EVENT, field.text, field.length, event) == SIGMA_OK &&
           *event != SIGMA_EVENT_UNKNOWN;
}

static bool read_value(struct csv_field found, sigma_breaker_sample *sample)
{
    bool needed = sample->event == SIGMA_EVENT_LATENCY || sample->event == SIGMA_EVENT_SLIPPAGE;
    sigma_field field;

    if (found.length == 0) {
        return !needed;
    }
    return sigma_number_read(found.text, found.length, &sample->value) == SIGMA_OK &&
           (!needed || sample->value >= 0.0) &&
           sigma_layout_check(SIGMA_KIND_BREAKER_SAMPLE, sample, &field) == SIGMA_OK;
}

static bool read_fields(const struct reading *r, const struct csv_field fields[],
                        sigma_breaker_sample *sample, struct fault *fault)
{
    const struct incidents *known = r->incidents;

    if (sigma_calendar_read(fields[TIME].text, fields[TIME].length, &sample->time) != SIGMA_OK) {
        return csv_refuse(&r->header, TIME, fields[TIME], FAULT_TIME,
                          "a time such as 2020-03-16T20:00:00Z", fault);
    }
    if (known->count > 0 && sample->time < known->incident[known->count - 1].time) {
        return csv_refuse(&r->header, TIME, fields[TIME], FAULT_BACKWARDS,
                          "a time not before that of the line before", fault);
    }
    if (!read_kind(fields[KIND], &sample->event)) {
        return csv_refuse(&r->header, KIND, fields[KIND], FAULT_NUMBER,
                          "latency, reject, slippage or another event of the breaker", fault);
    }
    return read_value(fields[VALUE], sample) ||
           csv_refuse(&r->header, VALUE, fields[VALUE], FAULT_NUMBER, "a value of 0 or more",
                      fault);
}

static bool append(struct incidents *incidents, const sigma_breaker_sample *sample)
{
    void *space = list_reserve(incidents->incident, &incidents->space, incidents->count + 1,
                               sizeof *sample, "incidents");

    if (!space) {
        return false;
    }
    incidents->incident = (sigma_breaker_sample *)space;
    incidents->incident[incidents->count++] = *sample;
    return true;
}

static bool read_line(const struct reading *r, const struct line *line,
                      sigma_breaker_sample *sample, struct fault *fault)
{
    struct csv_field fields[CSV_COLUMNS];

    return csv_read_fields(line, &r->header, fields, fault) &&
           read_fields(r, fields, sample, fault);
}

static bool take_line(struct reading *r, const struct line *line)
{
    sigma_breaker_sample sample = {.time = 0};
    struct fault fault;
    bool heads = line->number == 1;

    if (heads ? csv_read_header(line, names, COLUMNS, &r->header, &fault)
              : read_line(r, line, &sample, &fault)) {
        return heads || append(r->incidents, &sample);
    }
    fault_report(&fault, r->path, line->number);
    return false;
}

bool incidents_read(const char *path, struct incidents *incidents)
{
    struct reading r = {.path = path, .incidents = incidents};
    struct line line;

    *incidents = (struct incidents){0};
    if (!lines_open(&r.lines, path, &line)) {
        return false;
    }
    while (line.state != LINE_NONE && line.state != LINE_FAILED && take_line(&r, &line)) {
        line = lines_next(&r.lines);
    }
    lines_close(&r.lines);
    return line.state == LINE_NONE;
}

void incidents_free(struct incidents *incidents)
{
    free(incidents->incident);
    *incidents = (struct incidents){0};
}

const sigma_breaker_sample *incidents_until(struct incidents *incidents, int64_t time)
{
    bool due =
        incidents->next < incidents->count && incidents->incident[incidents->next].time <= time;
    return due ? &incidents->incident[incidents->next++] : NULL;
}
