/* SPDX-License-Identifier: MIT */
/* Structs as JSON objects, by their field tables: members in the order of the fields, those that
 * are all zero left out. */
#ifndef SIGMA_LIB_RECORD_H
#define SIGMA_LIB_RECORD_H

#include <stdbool.h>

#include "sigma/field.h"
#include "text.h"

typedef struct sigma_reader {
    const char *next;
    const char *end;
    bool failed; /* next stands where it went wrong */
} sigma_reader;

/* A number that JSON cannot hold, or a code without a name, fails the text with SIGMA_E_RANGE. */
void sigma_record_write(sigma_text *text, int32_t kind, const void *object);

/* The same of a struct whose fields, in the order of its table, lie apart. */
void sigma_record_write_parts(sigma_text *text, int32_t kind, const void *const *parts);

/* Reads what the writer writes; is lenient where a later comparison will tell. The object must be
 * all zero before. */
void sigma_record_read(sigma_reader *reader, int32_t kind, void *object);

/* Passes over exactly these characters, or fails. */
void sigma_reader_expect(sigma_reader *reader, const char *literal);

/* Writes the path of the first field in which two structs differ, such as "sizing.lots_after[3]";
 * false if they do not. */
bool sigma_record_differ(sigma_text *path, int32_t kind, const void *a, const void *b);

#endif
