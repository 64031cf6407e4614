/* SPDX-License-Identifier: MIT */
/* A text file line by line, read in large blocks. No line is too long to be refused. */
#ifndef REPLAY_LINES_H
#define REPLAY_LINES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Bytes, without the newline; no line of a log has as many. */
enum { LINE_LONGEST = 16384 };

/* What came. */
enum {
    LINE_WHOLE,
    LINE_CUT,   /* without a newline: the last one */
    LINE_LONG,  /* longer than LINE_LONGEST, and passed over; its text is not to be used */
    LINE_NONE,  /* the file ends */
    LINE_FAILED /* the file cannot be read, which was reported */
};

struct line {
    const char *text; /* not zero-terminated; good until the next line is taken */
    int32_t length;
    int32_t state; /* LINE_... */
    int64_t number;
};

struct lines {
    const char *path;
    FILE *file;
    char *buffer;
    size_t next, end; /* of what has not been given out yet */
    int64_t number;
    bool ended;
};

/* Opens a file and takes its first line. Reports one that cannot be read, or is empty, and closes
 * it. */
bool lines_open(struct lines *lines, const char *path, struct line *first);
struct line lines_next(struct lines *lines);
void lines_close(struct lines *lines);

/* What is wrong with a line that is CUT or LONG. */
const char *line_fault(int32_t state);

#endif
