/* SPDX-License-Identifier: MIT */
#include "csv.h"

#include <string.h>

#include "../common/text.h"

static const char *const names[CSV_COLUMNS] = {"timestamp", "open",  "high",
                                               "low",       "close", "volume"};

const char *csv_name(int32_t column)
{
    return names[column];
}

/* ---- fields of a line */

struct cursor {
    const char *next, *end;
    bool more; /* whether there is another field, be it empty */
    bool torn; /* whether a quotation mark stands alone */
};

static struct cursor cursor_of(const struct line *line)
{
    const char *end = line->text + line->length;
    bool carriage = line->length > 0 && end[-1] == '\r';

    return (struct cursor){.next = line->text, .end = end - carriage, .more = true};
}

/* Behind the closing quotation mark; a doubled one does not close. */
static const char *pass_quoted(const char *at, const char *end)
{
    while (at < end && (*at != '"' || (at + 1 < end && at[1] == '"'))) {
        at += *at == '"' ? 2 : 1;
    }
    return at < end ? at + 1 : NULL;
}

static const char *pass_plain(const char *at, const char *end)
{
    while (at < end && *at != ',') {
        at++;
    }
    return at;
}

static struct csv_field take_field(struct cursor *cursor)
{
    const char *start = cursor->next, *end = cursor->end;
    bool quoted = start < end && *start == '"';
    const char *after = quoted ? pass_quoted(start + 1, end) : pass_plain(start, end);

    if (!after || (after < end && *after != ',')) {
        cursor->torn = true;
        after = end;
        quoted = false;
    }
    cursor->more = after < end;
    cursor->next = cursor->more ? after + 1 : end;
    return (struct csv_field){.text = start + quoted,
                              .length = (int32_t)(after - start) - 2 * quoted};
}

/* ---- what can be wrong with any line */

static bool check_line(const struct line *line, struct fault *fault)
{
    if (line->state == LINE_LONG) {
        return fault_note(fault, FAULT_LONG, "%s", line_fault(LINE_LONG));
    }
    if (line->state == LINE_CUT) {
        return fault_note(fault, FAULT_CUT, "%s", line_fault(LINE_CUT));
    }
    const char *nul = (const char *)memchr(line->text, '\0', (size_t)line->length);
    if (nul) {
        return fault_note(fault, FAULT_NUL, "expected text, found a NUL byte at byte %d",
                          (int)(nul - line->text) + 1);
    }
    return true;
}

static bool check_quotes(const struct cursor *cursor, int32_t count, struct fault *fault)
{
    return !cursor->torn ||
           fault_note(fault, FAULT_QUOTES,
                      "field %d: expected a closing quotation mark and then a comma", (int)count);
}

/* ---- the header */

static int32_t column_of(struct csv_field field)
{
    int32_t column = 0;
    while (column < CSV_COLUMNS && !text_is(field.text, field.length, names[column])) {
        column++;
    }
    return column;
}

static bool begins_with(const struct line *line, const char *mark)
{
    size_t length = strlen(mark);
    return (size_t)line->length >= length && memcmp(line->text, mark, length) == 0;
}

static bool check_encoding(const struct line *line, struct fault *fault)
{
    if (line->state != LINE_LONG &&
        (begins_with(line, "\xff\xfe") || begins_with(line, "\xfe\xff"))) {
        return fault_note(fault, FAULT_HEADER, "the file is in UTF-16; save it as UTF-8");
    }
    return check_line(line, fault);
}

static bool place_field(struct csv_header *header, struct csv_field field, struct fault *fault)
{
    int32_t column = column_of(field);

    header->fields++;
    if (column == CSV_COLUMNS) {
        return true;
    }
    if (header->place[column] > 0) {
        fault_note(fault, FAULT_HEADER, "expected this column once, found it as column %d too",
                   (int)header->place[column]);
        return fault_at(fault, header->fields, names[column]);
    }
    header->place[column] = header->fields;
    return true;
}

static bool check_complete(const struct line *line, const struct csv_header *header,
                           struct fault *fault)
{
    for (int32_t column = 0; column < CSV_COLUMNS; column++) {
        if (header->place[column] == 0) {
            return fault_note(fault, FAULT_HEADER, "expected a column '%s' in the header, found %s",
                              names[column], text_quoted(line->text, line->length).text);
        }
    }
    return true;
}

bool csv_read_header(const struct line *line, struct csv_header *header, struct fault *fault)
{
    *header = (struct csv_header){0};
    if (!check_encoding(line, fault)) {
        return false;
    }
    struct cursor cursor = cursor_of(line);
    cursor.next += begins_with(line, "\xef\xbb\xbf") ? 3 : 0;
    while (cursor.more) {
        struct csv_field field = take_field(&cursor);
        if (!place_field(header, field, fault) || !check_quotes(&cursor, header->fields, fault)) {
            return false;
        }
    }
    return check_complete(line, header, fault);
}

/* ---- a line of data */

bool csv_read_fields(const struct line *line, const struct csv_header *header,
                     struct csv_field fields[CSV_COLUMNS], struct fault *fault)
{
    int32_t count = 0;

    if (!check_line(line, fault)) {
        return false;
    }
    for (struct cursor cursor = cursor_of(line); cursor.more;) {
        struct csv_field field = take_field(&cursor);
        count++;
        if (!check_quotes(&cursor, count, fault)) {
            return false;
        }
        for (int32_t column = 0; column < CSV_COLUMNS; column++) {
            if (header->place[column] == count) {
                fields[column] = field;
            }
        }
    }
    return count == header->fields ||
           fault_note(fault, FAULT_FIELDS, "expected %d fields, found %d%s", (int)header->fields,
                      (int)count, line->length == 0 ? " (the line is empty)" : "");
}
