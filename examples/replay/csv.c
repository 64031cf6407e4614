/* SPDX-License-Identifier: MIT */
#include "csv.h"

#include <string.h>

#include "../common/text.h"

/* ---- any line */

static bool begins_with(const struct line *line, const char *mark)
{
    size_t length = strlen(mark);
    return (size_t)line->length >= length && memcmp(line->text, mark, length) == 0;
}

bool csv_begin_header(const struct line *line, struct csv_cursor *cursor, struct fault *fault)
{
    if (line->state != LINE_LONG &&
        (begins_with(line, "\xff\xfe") || begins_with(line, "\xfe\xff"))) {
        return fault_note(fault, FAULT_HEADER, "the file is in UTF-16; save it as UTF-8");
    }
    if (!csv_begin(line, cursor, fault)) {
        return false;
    }
    cursor->next += begins_with(line, "\xef\xbb\xbf") ? 3 : 0;
    return true;
}

bool csv_begin(const struct line *line, struct csv_cursor *cursor, struct fault *fault)
{
    if (line->state != LINE_WHOLE) {
        return fault_note(fault, line->state == LINE_LONG ? FAULT_LONG : FAULT_CUT, "%s",
                          line_fault(line->state));
    }
    const char *end = line->text + line->length;
    const char *nul = (const char *)memchr(line->text, '\0', (size_t)line->length);
    if (nul) {
        return fault_note(fault, FAULT_NUL, "expected text, found a NUL byte at byte %d",
                          (int)(nul - line->text) + 1);
    }
    bool carriage = line->length > 0 && end[-1] == '\r';
    *cursor = (struct csv_cursor){
        .start = line->text, .next = line->text, .end = end - carriage, .more = true};
    return true;
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

bool csv_take(struct csv_cursor *cursor, struct csv_field *field, struct fault *fault)
{
    const char *start = cursor->next, *end = cursor->end;
    bool quoted = start < end && *start == '"';
    const char *after = quoted ? pass_quoted(start + 1, end) : pass_plain(start, end);

    cursor->count++;
    if (!after || (after < end && *after != ',')) {
        return fault_note(fault, FAULT_QUOTES,
                          "field %d: expected a closing quotation mark and then a comma",
                          (int)cursor->count);
    }
    cursor->more = after < end;
    cursor->next = cursor->more ? after + 1 : end;
    *field = (struct csv_field){start + quoted, (int32_t)(after - start) - 2 * quoted};
    return true;
}

bool csv_complete(const struct csv_cursor *cursor, int32_t columns, struct fault *fault)
{
    return cursor->count == columns ||
           fault_note(fault, FAULT_FIELDS, "expected %d fields, found %d%s", (int)columns,
                      (int)cursor->count,
                      cursor->start == cursor->end ? " (the line is empty)" : "");
}

/* ---- a table of known columns */

static bool place_field(struct csv_header *header, struct csv_field field, struct fault *fault)
{
    int32_t column = 0;

    while (column < header->columns && !text_is(field.text, field.length, header->names[column])) {
        column++;
    }
    header->fields++;
    if (column == header->columns) {
        return true;
    }
    if (header->place[column] > 0) {
        fault_note(fault, FAULT_HEADER, "expected this column once, found it as column %d too",
                   (int)header->place[column]);
        return fault_at(fault, header->fields, header->names[column]);
    }
    header->place[column] = header->fields;
    return true;
}

bool csv_read_header(const struct line *line, const char *const *names, int32_t columns,
                     struct csv_header *header, struct fault *fault)
{
    struct csv_cursor cursor;
    struct csv_field field;

    *header = (struct csv_header){.names = names, .columns = columns};
    if (!csv_begin_header(line, &cursor, fault)) {
        return false;
    }
    while (cursor.more) {
        if (!csv_take(&cursor, &field, fault) || !place_field(header, field, fault)) {
            return false;
        }
    }
    for (int32_t column = 0; column < columns; column++) {
        if (header->place[column] == 0) {
            return fault_note(fault, FAULT_HEADER, "expected a column '%s' in the header, found %s",
                              names[column], text_quoted(line->text, line->length).text);
        }
    }
    return true;
}

bool csv_read_fields(const struct line *line, const struct csv_header *header,
                     struct csv_field fields[CSV_COLUMNS], struct fault *fault)
{
    struct csv_cursor cursor;
    struct csv_field field;

    if (!csv_begin(line, &cursor, fault)) {
        return false;
    }
    while (cursor.more) {
        if (!csv_take(&cursor, &field, fault)) {
            return false;
        }
        for (int32_t column = 0; column < header->columns; column++) {
            if (header->place[column] == cursor.count) {
                fields[column] = field;
            }
        }
    }
    return csv_complete(&cursor, header->fields, fault);
}

bool csv_refuse(const struct csv_header *header, int32_t column, struct csv_field found,
                int32_t reason, const char *expected, struct fault *fault)
{
    fault_note(fault, reason, "expected %s, found %s", expected,
               text_quoted(found.text, found.length).text);
    return fault_at(fault, header->place[column], header->names[column]);
}
