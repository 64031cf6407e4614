/* SPDX-License-Identifier: MIT */
#include "incidents.h"

#include <inttypes.h>
#include <sigma/calendar.h>
#include <sigma/layout.h>
#include <sigma/number.h>
#include <stdlib.h>
#include <string.h>

#include "../common/report.h"
#include "../common/text.h"
#include "lines.h"
#include "operator.h"

enum { TIME, KIND, VALUE, COLUMNS };

struct cell {
    const char *text;
    int32_t length;
};

struct reading {
    const char *path;
    struct lines lines;
    struct incidents *incidents;
};

static bool refuse(const struct reading *r, const struct line *line, const char *expected,
                   struct cell found)
{
    report("%s:%" PRId64 ": expected %s, found %s", r->path, line->number, expected,
           text_quoted(found.text, found.length).text);
    return false;
}

/* Three fields, no more. */
static bool split(const struct reading *r, const struct line *line, struct cell cell[COLUMNS])
{
    const char *at = line->text;
    const char *end = at + line->length;
    int32_t count = 0;

    end -= end > at && end[-1] == '\r';
    for (bool more = true; more; count++) {
        const char *comma = (const char *)memchr(at, ',', (size_t)(end - at));
        const char *stop = comma ? comma : end;
        if (count < COLUMNS) {
            cell[count] = (struct cell){at, (int32_t)(stop - at)};
        }
        more = comma;
        at = stop + 1;
    }
    return count == COLUMNS || refuse(r, line, "three fields: time, kind and value",
                                      (struct cell){line->text, line->length});
}

static bool read_kind(struct cell cell, int32_t *event)
{
    if (text_is(cell.text, cell.length, "reject") && cell.length == 6) {
        *event = SIGMA_EVENT_ORDER_FAILED;
        return true;
    }
    *event = operator_act(cell.text, cell.length);
    if (*event != SIGMA_EVENT_UNKNOWN) {
        return true;
    }
    return sigma_word_read(SIGMA_VOCABULARY_EVENT, cell.text, cell.length, event) == SIGMA_OK &&
           *event != SIGMA_EVENT_UNKNOWN;
}

static bool read_value(struct cell cell, sigma_breaker_sample *sample)
{
    bool needed = sample->event == SIGMA_EVENT_LATENCY || sample->event == SIGMA_EVENT_SLIPPAGE;
    sigma_field field;

    if (cell.length == 0) {
        return !needed;
    }
    return sigma_number_read(cell.text, cell.length, &sample->value) == SIGMA_OK &&
           (!needed || sample->value >= 0.0) &&
           sigma_layout_check(SIGMA_KIND_BREAKER_SAMPLE, sample, &field) == SIGMA_OK;
}

static bool read_cells(const struct reading *r, const struct line *line,
                       sigma_breaker_sample *sample)
{
    const struct incidents *known = r->incidents;
    struct cell cell[COLUMNS];

    if (!split(r, line, cell)) {
        return false;
    }
    if (sigma_calendar_read(cell[TIME].text, cell[TIME].length, &sample->time) != SIGMA_OK) {
        return refuse(r, line, "a time such as 2020-03-16T20:00:00Z", cell[TIME]);
    }
    if (known->count > 0 && sample->time < known->incident[known->count - 1].time) {
        return refuse(r, line, "a time not before that of the line before", cell[TIME]);
    }
    if (!read_kind(cell[KIND], &sample->event)) {
        return refuse(r, line, "latency, reject, slippage or another event of the breaker",
                      cell[KIND]);
    }
    return read_value(cell[VALUE], sample) || refuse(r, line, "a value of 0 or more", cell[VALUE]);
}

static bool append(struct incidents *incidents, const sigma_breaker_sample *sample)
{
    if (incidents->count == incidents->space) {
        int64_t space = incidents->space > 0 ? 2 * incidents->space : 256;
        void *larger = realloc(incidents->incident, (size_t)space * sizeof *sample);
        if (!larger) {
            report("not enough memory for %" PRId64 " incidents", space);
            return false;
        }
        incidents->incident = (sigma_breaker_sample *)larger;
        incidents->space = space;
    }
    incidents->incident[incidents->count++] = *sample;
    return true;
}

static bool take_line(const struct reading *r, const struct line *line)
{
    sigma_breaker_sample sample = {.time = 0};

    if (line->state != LINE_WHOLE) {
        report("%s:%" PRId64 ": %s", r->path, line->number, line_fault(line->state));
        return false;
    }
    if (line->number == 1) {
        struct cell whole = {line->text, line->length};
        return text_is(line->text, line->length, "time,kind,value") ||
               refuse(r, line, "the header time,kind,value", whole);
    }
    return read_cells(r, line, &sample) && append(r->incidents, &sample);
}

bool incidents_read(const char *path, struct incidents *incidents)
{
    struct reading r = {.path = path, .incidents = incidents};
    bool good = true;

    *incidents = (struct incidents){0};
    if (!lines_open(&r.lines, path)) {
        return false;
    }
    while (good) {
        struct line line = lines_next(&r.lines);
        if (line.state == LINE_NONE) {
            break;
        }
        good = take_line(&r, &line);
    }
    if (good && r.lines.number == 0) {
        report("%s: the file is empty", path);
        good = false;
    }
    lines_close(&r.lines);
    return good;
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
