/* SPDX-License-Identifier: MIT */
/* The lines of a log that are neither header nor decision, all kinds in one way. */
#ifndef SIGMA_TEST_EVENTS_H
#define SIGMA_TEST_EVENTS_H

#include "lines.h"

enum { EVENT_KINDS = 5 };
extern const int32_t event_kinds[EVENT_KINDS];

typedef struct event {
    int32_t kind; /* SIGMA_KIND_AUDIT_... */
    union {
        sigma_audit_trade trade;
        sigma_audit_exit exit;
        sigma_audit_transition transition;
        sigma_audit_violation violation;
        sigma_audit_failure failure;
    } is;
} event;

/* One of that kind, always the same. */
event event_known(int32_t kind);

/* Any; its facts fit together. */
event event_random(uint64_t *seed, int32_t kind);

/* The writer and the reader of its kind. */
sigma_status event_write(sigma_audit *log, event *e, char *buffer, int32_t capacity,
                         int32_t *length);
sigma_status event_read(int32_t kind, const char *text, int32_t length, event *e);

/* Writes it as the next line of the log. */
void event_add(lines_log *log, event *e, char *text, int32_t *length);

#endif
