/* SPDX-License-Identifier: MIT */
/* A result file that appears whole or not at all: it is written under a temporary name in the same
 * folder, brought to the disk, and only then renamed. What goes wrong is reported once.
 *
 * One that shall outlive its process is written into a part, a file in a folder of its own, which
 * is never removed but by output_forget(); when all is written it is copied, then renamed. */
#ifndef DRIVERS_OUTPUT_H
#define DRIVERS_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { OUTPUT_PATH = 4096, OUTPUT_BUFFER = 65536 };

/* Where parts are. All zero for none. */
struct output_parts {
    const char *folder;
    const char *name; /* of the part, without .part; NULL for that of the output */
    long number; /* in temporary names, in place of the process's own: what has one is replaced */
    bool resume; /* the parts are there; nothing is written until output_return() */
};

/* How far a part is. */
struct output_mark {
    int64_t length;  /* [bytes] */
    uint64_t digest; /* of them */
};

struct output {
    struct output_parts parts; /* set before it is opened */
    struct output_mark mark;   /* of its part */
    FILE *file;                /* NULL when closed */
    bool failed;
    bool waits; /* for output_return() */
    char path[OUTPUT_PATH];
    char temporary[OUTPUT_PATH]; /* empty when there is none */
    char part[OUTPUT_PATH];      /* likewise */
    char buffer[OUTPUT_BUFFER];
};

bool output_open(struct output *output, const char *folder, const char *name);

/* After a failure both do nothing; output_close() tells. */
void output_write(struct output *output, const char *bytes, size_t length);
void output_text(struct output *output, const char *text);

/* Brings a part to the disk, so that its mark holds. */
bool output_settle(struct output *output);

/* Cuts a part off at a mark, and goes on there; reports one that is not what the mark says. */
bool output_return(struct output *output, struct output_mark mark);

/* Flushes and closes; false if that or any write before failed. Copies a part first. */
bool output_close(struct output *output);

/* Gives a closed output its name. */
bool output_publish(struct output *output);

/* Removes what has not been published, but no part. Does nothing to an output that is all zero. */
void output_discard(struct output *output);

/* Removes the part, if there is one. */
void output_forget(struct output *output);

#endif
