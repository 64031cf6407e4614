/* SPDX-License-Identifier: MIT */
#include "opinions.h"

#include <sigma/calendar.h>
#include <sigma/layout.h>
#include <sigma/number.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../common/report.h"
#include "../common/text.h"
#include "csv.h"
#include "list.h"

/* What a column holds. Votes have the number of their voter added. */
enum { OTHER, TIMESTAMP, SCORE, CONFIDENCE, FUNDAMENTAL, VOTE };
enum { COLUMNS_MOST = 64 };

struct table {
    const char *path;
    struct lines lines;
    int32_t holds[COLUMNS_MOST];
    char name[COLUMNS_MOST][32];
    int32_t columns;
    struct opinions *opinions;
};

struct cell {
    struct csv_field field;
    int32_t column; /* from 0 */
};

static const char *const names[] = {"", "timestamp", "score", "confidence", "fundamental"};

static bool refuse(const struct table *t, struct cell cell, struct fault *fault,
                   const char *expected)
{
    fault_note(fault, FAULT_NUMBER, "expected %s, found %s", expected,
               text_quoted(cell.field.text, cell.field.length).text);
    return fault_at(fault, cell.column + 1, t->name[cell.column]);
}

/* ---- the header */

static int32_t kind_of(struct table *t, struct cell cell)
{
    for (int32_t kind = TIMESTAMP; kind < VOTE; kind++) {
        if (text_is(cell.field.text, cell.field.length, names[kind])) {
            return kind;
        }
    }
    bool vote = cell.field.length >= 4 && text_is(cell.field.text, 4, "vote");
    return vote ? VOTE + t->opinions->voters++ : OTHER;
}

static bool take_name(struct table *t, struct cell cell, struct fault *fault)
{
    if (cell.column == COLUMNS_MOST) {
        return fault_note(fault, FAULT_HEADER, "expected at most %d columns", COLUMNS_MOST);
    }
    snprintf(t->name[cell.column], sizeof t->name[0], "%.*s", (int)cell.field.length,
             cell.field.text);
    int32_t kind = kind_of(t, cell);
    for (int32_t i = 0; i < cell.column; i++) {
        if (kind != OTHER && t->holds[i] == kind) {
            fault_note(fault, FAULT_HEADER, "expected this column once");
            return fault_at(fault, cell.column + 1, t->name[cell.column]);
        }
    }
    t->holds[cell.column] = kind;
    t->columns = cell.column + 1;
    return true;
}

static bool has(const struct table *t, int32_t from, int32_t to)
{
    bool found = false;
    for (int32_t i = 0; i < t->columns; i++) {
        found = found || (from <= t->holds[i] && t->holds[i] <= to);
    }
    return found;
}

static bool read_names(struct table *t, const struct line *line, struct fault *fault)
{
    struct csv_cursor cursor;
    struct cell cell = {.column = 0};

    if (!csv_begin_header(line, &cursor, fault)) {
        return false;
    }
    for (; cursor.more; cell.column++) {
        if (!csv_take(&cursor, &cell.field, fault) || !take_name(t, cell, fault)) {
            return false;
        }
    }
    if (!has(t, TIMESTAMP, TIMESTAMP) || !has(t, SCORE, VOTE + VOTERS_MOST)) {
        return fault_note(fault, FAULT_HEADER,
                          "expected a column 'timestamp', and one of 'score', 'confidence', "
                          "'fundamental', 'vote...', found %s",
                          text_quoted(line->text, line->length).text);
    }
    return t->opinions->voters <= VOTERS_MOST ||
           fault_note(fault, FAULT_HEADER, "expected at most %d columns of votes", VOTERS_MOST);
}

/* ---- a line of data */

static bool take_number(const struct table *t, struct cell cell, struct opinion *o, int32_t code,
                        struct fault *fault)
{
    double *const numbers[] = {&o->external.score, &o->external.confidence,
                               &o->external.fundamental};
    static const char *const expected[] = {"a number from 0 to 100", "a number from 0 to 1",
                                           "a number from -6 to 6"};
    sigma_field field;

    if (cell.field.length == 0) {
        return true;
    }
    o->external.given |= UINT64_C(1) << code;
    return (sigma_number_read(cell.field.text, cell.field.length, numbers[code]) == SIGMA_OK &&
            sigma_layout_check(SIGMA_KIND_EXTERNAL, &o->external, &field) == SIGMA_OK) ||
           refuse(t, cell, fault, expected[code]);
}

static bool take_vote(const struct table *t, struct cell cell, sigma_vote *vote,
                      struct fault *fault)
{
    const char *colon = (const char *)memchr(cell.field.text, ':', (size_t)cell.field.length);
    int32_t length = colon ? (int32_t)(colon - cell.field.text) : cell.field.length;
    sigma_field field;

    if (cell.field.length == 0) {
        return true;
    }
    vote->confidence = 1.0;
    bool read = sigma_word_read(SIGMA_VOCABULARY_ANSWER, cell.field.text, length, &vote->answer) ==
                SIGMA_OK;
    if (read && colon) {
        read = sigma_number_read(colon + 1, cell.field.length - length - 1, &vote->confidence) ==
               SIGMA_OK;
    }
    return (read && sigma_layout_check(SIGMA_KIND_VOTE, vote, &field) == SIGMA_OK) ||
           refuse(t, cell, fault,
                  "approve, reject, reduce or absent, with a confidence from 0 to 1"
                  " behind a colon");
}

static bool take_time(const struct table *t, struct cell cell, struct opinion *o,
                      struct fault *fault)
{
    int64_t count = t->opinions->count;

    if (sigma_calendar_read(cell.field.text, cell.field.length, &o->time) != SIGMA_OK) {
        return refuse(t, cell, fault, "a time such as 2020-03-16T20:00:00Z");
    }
    return count == 0 || o->time > t->opinions->opinion[count - 1].time ||
           refuse(t, cell, fault, "a time after that of the line before");
}

static bool take_cell(const struct table *t, struct cell cell, struct opinion *o,
                      struct fault *fault)
{
    int32_t kind = cell.column < t->columns ? t->holds[cell.column] : OTHER;

    if (kind == TIMESTAMP) {
        return take_time(t, cell, o, fault);
    }
    if (kind >= VOTE) {
        return take_vote(t, cell, &o->votes[kind - VOTE], fault);
    }
    return kind == OTHER || take_number(t, cell, o, kind - SCORE, fault);
}

static bool append(struct opinions *o, const struct opinion *opinion)
{
    void *space = list_reserve(o->opinion, &o->space, o->count + 1, sizeof *opinion, "opinions");

    if (!space) {
        return false;
    }
    o->opinion = (struct opinion *)space;
    o->opinion[o->count++] = *opinion;
    return true;
}

static bool read_cells(const struct table *t, const struct line *line, struct opinion *opinion,
                       struct fault *fault)
{
    struct csv_cursor cursor;
    struct cell cell = {.column = 0};

    for (int32_t i = 0; i < VOTERS_MOST; i++) {
        opinion->votes[i] = (sigma_vote){.source = (uint32_t)i + 1, .answer = SIGMA_ANSWER_ABSENT};
    }
    if (!csv_begin(line, &cursor, fault)) {
        return false;
    }
    for (; cursor.more; cell.column++) {
        if (!csv_take(&cursor, &cell.field, fault) || !take_cell(t, cell, opinion, fault)) {
            return false;
        }
    }
    return csv_complete(&cursor, t->columns, fault);
}

/* ---- the file */

static bool take_line(struct table *t, const struct line *line)
{
    struct opinion opinion = {0};
    struct fault fault;
    bool heads = line->number == 1;

    if (heads ? read_names(t, line, &fault) : read_cells(t, line, &opinion, &fault)) {
        return heads || append(t->opinions, &opinion);
    }
    fault_report(&fault, t->path, line->number);
    return false;
}

bool opinions_read(const char *path, struct opinions *opinions)
{
    struct table t = {.path = path, .opinions = opinions};
    struct line line;

    *opinions = (struct opinions){0};
    if (!lines_open(&t.lines, path, &line)) {
        return false;
    }
    while (line.state != LINE_NONE && line.state != LINE_FAILED && take_line(&t, &line)) {
        line = lines_next(&t.lines);
    }
    lines_close(&t.lines);
    if (line.state == LINE_NONE && opinions->count == 0) {
        report("%s: expected a header and lines of opinions behind it", path);
    }
    return line.state == LINE_NONE && opinions->count > 0;
}

void opinions_free(struct opinions *opinions)
{
    free(opinions->opinion);
    *opinions = (struct opinions){0};
}

const struct opinion *opinions_of(struct opinions *opinions, int64_t time)
{
    while (opinions->next < opinions->count && opinions->opinion[opinions->next].time < time) {
        opinions->next++;
    }
    bool found = opinions->next < opinions->count && opinions->opinion[opinions->next].time == time;
    return found ? &opinions->opinion[opinions->next] : NULL;
}
