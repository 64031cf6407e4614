/* SPDX-License-Identifier: MIT */
/* A result file that appears whole or not at all: it is written under a temporary name in the same
 * folder, brought to the disk, and only then renamed. What goes wrong is reported once. */
#ifndef DRIVERS_OUTPUT_H
#define DRIVERS_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { OUTPUT_PATH = 4096 };

struct output {
    FILE *file; /* NULL when closed */
    bool failed;
    char path[OUTPUT_PATH];
    char temporary[OUTPUT_PATH]; /* empty when there is none */
};

bool output_open(struct output *output, const char *folder, const char *name);

/* After a failure both do nothing; output_close() tells. */
void output_write(struct output *output, const char *bytes, size_t length);
void output_text(struct output *output, const char *text);

/* Flushes and closes; false if that or any write before failed. */
bool output_close(struct output *output);

/* Gives a closed output its name. */
bool output_publish(struct output *output);

/* Removes what has not been published. Does nothing to an output that is all zero. */
void output_discard(struct output *output);

#endif
