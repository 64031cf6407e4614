/* SPDX-License-Identifier: MIT */
#include "opinions.h"

#include <inttypes.h>
#include <sigma/calendar.h>
#include <sigma/layout.h>
#include <sigma/number.h>
#include <stdlib.h>
#include <string.h>

#include "../common/report.h"
#include "../common/text.h"
#include "csv.h"

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
    const char *text;
    int32_t length;
    int32_t column; /* from 0 */
};

static const char *const names[] = {"", "timestamp", "score", "confidence", "fundamental"};

/* ---- fields, which have no quotation marks here */

static struct cell next_cell(const struct line *line, struct cell before)
{
    const char *end = line->text + line->length;
    const char *start = before.text ? before.text + before.length + 1 : line->text;
    const char *comma = (const char *)memchr(start, ',', (size_t)(end - start));
    const char *stop = comma ? comma : end - (end > start && end[-1] == '\r');

    return (struct cell){start, (int32_t)(stop - start), before.text ? before.column + 1 : 0};
}

static bool is_last(const struct line *line, struct cell cell)
{
    return cell.text + cell.length >= line->text + line->length || cell.text[cell.length] != ',';
}

static bool refuse(const struct table *t, struct cell cell, struct fault *fault,
                   const char *expected)
{
    fault_note(fault, FAULT_NUMBER, "expected %s, found %s", expected,
               text_quoted(cell.text, cell.length).text);
    return fault_at(fault, cell.column + 1, t->name[cell.column]);
}

/* ---- the header */

static int32_t kind_of(struct table *t, struct cell cell)
{
    for (int32_t kind = TIMESTAMP; kind < VOTE; kind++) {
        if (text_is(cell.text, cell.length, names[kind])) {
            return kind;
        }
    }
    bool vote = cell.length >= 4 && text_is(cell.text, 4, "vote");
    return vote ? VOTE + t->opinions->voters++ : OTHER;
}

static bool take_name(struct table *t, struct cell cell, struct fault *fault)
{
    if (cell.column == COLUMNS_MOST) {
        return fault_note(fault, FAULT_HEADER, "expected at most %d columns", COLUMNS_MOST);
    }
    size_t length = cell.length < 31 ? (size_t)cell.length : 31;
    memcpy(t->name[cell.column], cell.text, length);
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
    struct cell cell = {0};
    do {
        cell = next_cell(line, cell);
        if (!take_name(t, cell, fault)) {
            return false;
        }
    } while (!is_last(line, cell));
    if (!has(t, TIMESTAMP, TIMESTAMP) || !has(t, SCORE, VOTE + VOTERS_MOST)) {
        return fault_note(fault, FAULT_HEADER,
                          "expected a column 'timestamp', and one of 'score', 'confidence', "
                          "'fundamental', 'vote...'");
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

    if (cell.length == 0) {
        return true;
    }
    o->external.given |= UINT64_C(1) << code;
    return (sigma_number_read(cell.text, cell.length, numbers[code]) == SIGMA_OK &&
            sigma_layout_check(SIGMA_KIND_EXTERNAL, &o->external, &field) == SIGMA_OK) ||
           refuse(t, cell, fault, expected[code]);
}

static bool take_vote(const struct table *t, struct cell cell, sigma_vote *vote,
                      struct fault *fault)
{
    const char *colon = (const char *)memchr(cell.text, ':', (size_t)cell.length);
    int32_t length = colon ? (int32_t)(colon - cell.text) : cell.length;
    sigma_field field;

    if (cell.length == 0) {
        return true;
    }
    vote->confidence = 1.0;
    bool read =
        sigma_word_read(SIGMA_VOCABULARY_ANSWER, cell.text, length, &vote->answer) == SIGMA_OK;
    if (read && colon) {
        read =
            sigma_number_read(colon + 1, cell.length - length - 1, &vote->confidence) == SIGMA_OK;
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

    if (sigma_calendar_read(cell.text, cell.length, &o->time) != SIGMA_OK) {
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
    if (o->count == o->space) {
        int64_t space = o->space > 0 ? 2 * o->space : 1024;
        void *larger = realloc(o->opinion, (size_t)space * sizeof *o->opinion);
        if (!larger) {
            report("not enough memory for %" PRId64 " opinions", space);
            return false;
        }
        o->opinion = (struct opinion *)larger;
        o->space = space;
    }
    o->opinion[o->count++] = *opinion;
    return true;
}

static bool read_cells(const struct table *t, const struct line *line, struct opinion *opinion,
                       struct fault *fault)
{
    struct cell cell = {0};

    for (int32_t i = 0; i < VOTERS_MOST; i++) {
        opinion->votes[i] = (sigma_vote){.source = (uint32_t)i + 1, .answer = SIGMA_ANSWER_ABSENT};
    }
    do {
        cell = next_cell(line, cell);
        if (!take_cell(t, cell, opinion, fault)) {
            return false;
        }
    } while (!is_last(line, cell));
    return cell.column + 1 == t->columns ||
           fault_note(fault, FAULT_FIELDS, "expected %d fields, found %d", (int)t->columns,
                      (int)cell.column + 1);
}

/* ---- the file */

static bool take_line(struct table *t, const struct line *line)
{
    struct opinion opinion = {0};
    struct fault fault;
    bool plain = line->state == LINE_WHOLE;

    if (!plain) {
        fault_note(&fault, FAULT_LONG, "%s", line_fault(line->state));
    }
    if (plain && t->columns == 0) {
        plain = read_names(t, line, &fault);
    } else if (plain) {
        plain = read_cells(t, line, &opinion, &fault);
        if (plain) {
            return append(t->opinions, &opinion);
        }
    }
    if (!plain) {
        fault_report(&fault, t->path, line->number);
    }
    return plain;
}

bool opinions_read(const char *path, struct opinions *opinions)
{
    struct table t = {.path = path, .opinions = opinions};
    bool good = true;

    *opinions = (struct opinions){0};
    if (!lines_open(&t.lines, path)) {
        return false;
    }
    while (good) {
        struct line line = lines_next(&t.lines);
        if (line.state == LINE_NONE) {
            break;
        }
        good = take_line(&t, &line);
    }
    lines_close(&t.lines);
    if (good && opinions->count == 0) {
        report("%s: expected a header and lines of opinions behind it", path);
    }
    return good && opinions->count > 0;
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
