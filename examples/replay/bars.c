/* SPDX-License-Identifier: MIT */
#include "bars.h"

#include <inttypes.h>
#include <stdlib.h>

#include "../common/report.h"
#include "../common/text.h"
#include "bar.h"
#include "list.h"

enum { SHOWN = 5 }; /* skipped lines that are reported one by one */

struct source {
    const char *path;
    bool skip;
    struct lines lines;
    struct csv_header header;
    int64_t last; /* line of the last bar */
    struct bars *bars;
};

static bool append(struct bars *bars, const sigma_bar *bar)
{
    void *space = list_reserve(bars->bar, &bars->space, bars->count + 1, sizeof *bar, "bars");

    if (!space) {
        return false;
    }
    bars->bar = (sigma_bar *)space;
    bars->bar[bars->count++] = *bar;
    return true;
}

static bool check_time(const struct source *s, const sigma_bar *bar, struct fault *fault)
{
    const sigma_bar *before = s->bars->count > 0 ? &s->bars->bar[s->bars->count - 1] : NULL;

    if (!before || bar->time > before->time) {
        return true;
    }
    fault_note(fault, bar->time == before->time ? FAULT_REPEATED : FAULT_BACKWARDS,
               "expected a time after %s of line %" PRId64 ", found %s",
               text_time(before->time).text, s->last, text_time(bar->time).text);
    return fault_at(fault, s->header.place[BAR_TIMESTAMP], s->header.names[BAR_TIMESTAMP]);
}

static void skip(struct source *s, const struct fault *fault, int64_t line)
{
    s->bars->skipped++;
    s->bars->faults[fault->reason]++;
    if (s->bars->skipped <= SHOWN) {
        fault_report(fault, s->path, line);
    }
}

static bool take_line(struct source *s, const struct line *line)
{
    sigma_bar bar;
    struct fault fault;

    if (bar_read(line, &s->header, &bar, &fault) && check_time(s, &bar, &fault)) {
        s->last = line->number;
        return append(s->bars, &bar);
    }
    if (s->skip) {
        skip(s, &fault, line->number);
    } else {
        fault_report(&fault, s->path, line->number);
    }
    return s->skip;
}

static bool read_header(struct source *s, const struct line *line)
{
    struct fault fault;

    if (!bar_read_header(line, &s->header, &fault)) {
        fault_report(&fault, s->path, line->number);
        return false;
    }
    return true;
}

static bool read_data(struct source *s)
{
    struct line line = lines_next(&s->lines);

    while (line.state != LINE_NONE) {
        if (line.state == LINE_FAILED || !take_line(s, &line)) {
            return false;
        }
        line = lines_next(&s->lines);
    }
    return true;
}

static bool sum_up(const struct source *s)
{
    if (s->bars->skipped > SHOWN) {
        report("%s: %" PRId64 " bad lines skipped in all", s->path, s->bars->skipped);
    }
    if (s->bars->count == 0) {
        report("%s: a header, but no %sbars behind it", s->path,
               s->bars->skipped > 0 ? "usable " : "");
    }
    return s->bars->count > 0;
}

bool bars_read(const char *path, bool skip_bad_bars, struct bars *bars)
{
    struct source s = {.path = path, .skip = skip_bad_bars, .bars = bars};
    struct line first;

    *bars = (struct bars){0};
    if (!lines_open(&s.lines, path, &first)) {
        return false;
    }
    bool done = read_header(&s, &first) && read_data(&s) && sum_up(&s);
    lines_close(&s.lines);
    return done;
}

void bars_free(struct bars *bars)
{
    free(bars->bar);
    *bars = (struct bars){0};
}

int64_t bars_spacing(const struct bars *bars)
{
    uint64_t smallest = bars->count > 1 ? INT64_MAX : 0;

    for (int64_t i = 1; i < bars->count; i++) {
        uint64_t spacing = (uint64_t)bars->bar[i].time - (uint64_t)bars->bar[i - 1].time;
        smallest = spacing < smallest ? spacing : smallest;
    }
    return (int64_t)smallest;
}
