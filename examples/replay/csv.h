/* SPDX-License-Identifier: MIT */
/* CSV files: a header that names the columns, then a line of as many fields for each thing that is
 * told. Fields may stand in quotation marks, lines may end in CRLF, and UTF-8 may have its mark. */
#ifndef REPLAY_CSV_H
#define REPLAY_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "fault.h"
#include "lines.h"

struct csv_field {
    const char *text; /* without quotation marks */
    int32_t length;
};

/* ---- any line */

struct csv_cursor {
    const char *start, *next, *end;
    int32_t count; /* of fields that were taken */
    bool more;     /* whether there is another one, be it empty */
};

/* Before the first field of the header, or of a line of data. */
bool csv_begin_header(const struct line *line, struct csv_cursor *cursor, struct fault *fault);
bool csv_begin(const struct line *line, struct csv_cursor *cursor, struct fault *fault);

bool csv_take(struct csv_cursor *cursor, struct csv_field *field, struct fault *fault);

/* Whether a line had as many fields as there are columns. */
bool csv_complete(const struct csv_cursor *cursor, int32_t columns, struct fault *fault);

/* ---- a table of known columns, in any order and between others */

enum { CSV_COLUMNS = 6 }; /* at most */

struct csv_header {
    const char *const *names; /* of the columns that are wanted */
    int32_t columns;
    int32_t place[CSV_COLUMNS]; /* number of the field, from 1 */
    int32_t fields;             /* in each line */
};

bool csv_read_header(const struct line *line, const char *const *names, int32_t columns,
                     struct csv_header *header, struct fault *fault);

/* The fields of a line that are wanted, in the order of the names. */
bool csv_read_fields(const struct line *line, const struct csv_header *header,
                     struct csv_field fields[CSV_COLUMNS], struct fault *fault);

/* Notes what was expected of a column, and what was found. Always false, for the caller to
 * return. */
bool csv_refuse(const struct csv_header *header, int32_t column, struct csv_field found,
                int32_t reason, const char *expected, struct fault *fault);

#endif
