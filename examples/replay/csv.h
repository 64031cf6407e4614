/* SPDX-License-Identifier: MIT */
/* The columns of a CSV file of bars, and the fields of one line. */
#ifndef REPLAY_CSV_H
#define REPLAY_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "fault.h"
#include "lines.h"

/* The columns that a bar needs. */
enum { CSV_TIMESTAMP, CSV_OPEN, CSV_HIGH, CSV_LOW, CSV_CLOSE, CSV_VOLUME, CSV_COLUMNS };

struct csv_header {
    int32_t place[CSV_COLUMNS]; /* number of the field, from 1 */
    int32_t fields;             /* in each line */
};

struct csv_field {
    const char *text; /* without quotation marks */
    int32_t length;
};

const char *csv_name(int32_t column);

/* The places of the columns, in any order and between others. */
bool csv_read_header(const struct line *line, struct csv_header *header, struct fault *fault);

/* The fields of a line that are wanted. */
bool csv_read_fields(const struct line *line, const struct csv_header *header,
                     struct csv_field fields[CSV_COLUMNS], struct fault *fault);

#endif
