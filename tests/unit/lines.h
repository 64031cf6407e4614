/* SPDX-License-Identifier: MIT */
/* Lines of a log, and how a forger would change them. */
#ifndef SIGMA_TEST_LINES_H
#define SIGMA_TEST_LINES_H

#include "sigma/audit.h"

typedef struct lines_log {
    sigma_policy policy;
    sigma_audit log;
    char header[SIGMA_AUDIT_SPACE];
    int32_t header_length;
} lines_log;

typedef struct lines_line {
    sigma_context context;
    sigma_proposal proposal;
    sigma_decision decision;
    char text[SIGMA_AUDIT_SPACE];
    int32_t length;
} lines_line;

lines_log lines_start(const sigma_policy *policy);

/* Decides on the context and proposal of the line, and writes it. */
void lines_add(lines_log *log, lines_line *line);

/* The known answer, as the next line. */
lines_line lines_known(lines_log *log);

/* Who verifies a log, line by line. */
typedef struct lines_reader {
    sigma_audit log;
    sigma_audit_record record;
    sigma_audit_difference difference;
} lines_reader;

/* Behind the header. */
lines_reader lines_at_start(const lines_log *log);

sigma_status lines_verify(lines_reader *r, const lines_log *log, const char *text, int32_t length);

/* Behind the header, the line is refused for that cause and field, and the reader stays there. */
void lines_assert_different(const lines_log *log, const char *text, int32_t length, int32_t cause,
                            const char *field);

/* CRC-32 bit by bit, as IEEE 802.3 defines it. */
uint32_t lines_crc(const char *bytes, int32_t length);

/* Replaces the first such text by another, and the CRC by one that fits. */
void lines_forge(char *text, int32_t *length, const char *from, const char *to);

#endif
