/* SPDX-License-Identifier: MIT */
/* The lines of a log: a struct as JSON between its opening and its CRC. */
#ifndef SIGMA_LIB_AUDIT_H
#define SIGMA_LIB_AUDIT_H

#include <stdbool.h>

#include "sigma/audit.h"
#include "sigma/field.h"
#include "text.h"

/* Every record begins with the number of its line; its digest follows. */
enum { SIGMA_DIGEST_AT = 8 };

bool sigma_log_valid(const sigma_audit *log);

/* What every line is refused for before it is written; given says whether none of the caller's
 * other pointers is NULL. The buffer is emptied, if it has any space, and the length 0. */
sigma_status sigma_log_open(const sigma_audit *log, bool given, char *buffer, int32_t capacity,
                            int32_t *length);

/* Whether every field of a struct of that kind is in its range. */
bool sigma_record_valid(int32_t kind, const void *object);

/* The first word of a line of that kind, SIGMA_KIND_AUDIT_HEADER, _RECORD, _TRADE and so on. */
const char *sigma_line_word(int32_t kind);

/* Which of these the line begins with; UNKNOWN for none. */
int32_t sigma_line_kind(const char *line, int32_t length);

/* The object is of that kind, which is one of these. A field out of its range fails
 * the text with SIGMA_E_RANGE. */
void sigma_line_write(sigma_text *text, int32_t kind, const void *object);

/* The log's next line of decision, as its record would be written. */
void sigma_line_decided(sigma_text *text, const sigma_audit *log, const sigma_context *context,
                        const sigma_proposal *proposal, const sigma_decision *decision);

/* Whether the line ends in the CRC of what stands before, whatever that is. */
bool sigma_line_intact(const char *line, int32_t length);

/* Reads up to the CRC; position is where the reading ended, or went wrong. The object must be all
 * zero before. */
bool sigma_line_read(const char *line, int32_t length, int32_t kind, void *object,
                     int32_t *position);

/* Whether the line is what the object would be written as; position is the first difference. */
bool sigma_line_same(const char *line, int32_t length, int32_t kind, const void *object,
                     int32_t *position);

/* The cause for which a struct that was written departs from itself computed again; UNKNOWN if it
 * does not. The first field that differs is named, behind a name; same tells whether the line is
 * what the computed one is written as. */
int32_t sigma_line_cause(const char *name, int32_t kind, const void *written, const void *again,
                         bool same, sigma_audit_difference *difference);

/* ---- events: lines that are neither header nor decision */

typedef union sigma_line_event {
    sigma_audit_trade trade;
    sigma_audit_exit exit;
    sigma_audit_transition transition;
    sigma_audit_violation violation;
    sigma_audit_failure failure;
} sigma_line_event;

/* Computes what follows from the facts of an event; SIGMA_E_RANGE or SIGMA_E_ORDER where they do
 * not fit together. Single fields may be out of their range before and after. */
sigma_status sigma_event_complete(int32_t kind, sigma_line_event *record);

/* The cause for which the line of an event departs from what its facts are written as; UNKNOWN if
 * it does not. */
int32_t sigma_event_recompute(int32_t kind, const char *text, int32_t length,
                              const sigma_line_event *record, sigma_audit_difference *difference);

#endif
