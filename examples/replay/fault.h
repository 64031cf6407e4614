/* SPDX-License-Identifier: MIT */
/* What is wrong with a line of a CSV file: a reason to count, and words for people. */
#ifndef REPLAY_FAULT_H
#define REPLAY_FAULT_H

#include <stdbool.h>
#include <stdint.h>

enum {
    FAULT_LONG,
    FAULT_CUT,
    FAULT_NUL,
    FAULT_QUOTES,
    FAULT_FIELDS,
    FAULT_TIME,
    FAULT_NUMBER,
    FAULT_NAN,
    FAULT_INFINITY,
    FAULT_HEXADECIMAL,
    FAULT_PRICE,
    FAULT_VOLUME,
    FAULT_HIGH_LOW,
    FAULT_OUTSIDE,
    FAULT_REPEATED,
    FAULT_BACKWARDS,
    FAULT_HEADER,
    FAULT_COUNT
};

struct fault {
    int32_t reason;     /* FAULT_... */
    int32_t place;      /* number of the field, from 1; 0 where it is the whole line */
    const char *column; /* its name */
    char text[256];
};

#ifdef __GNUC__
#define FAULT_FORMAT __attribute__((format(printf, 3, 4)))
#else
#define FAULT_FORMAT
#endif

/* Notes a fault of the whole line. Always false, for the caller to return. */
bool fault_note(struct fault *fault, int32_t reason, const char *format, ...) FAULT_FORMAT;

/* Says which column it is. */
bool fault_at(struct fault *fault, int32_t place, const char *column);

/* Name of a reason, as in summary.json. */
const char *fault_name(int32_t reason);

/* Reports FILE:LINE: column N 'name': text. */
void fault_report(const struct fault *fault, const char *path, int64_t line);

#endif
