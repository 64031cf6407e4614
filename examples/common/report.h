/* SPDX-License-Identifier: MIT */
/* What a program tells when it cannot go on, and the status with which it ends. */
#ifndef DRIVERS_REPORT_H
#define DRIVERS_REPORT_H

#include <stdbool.h>
#include <stddef.h>

/* Exit statuses of the programs. */
enum {
    STATUS_DONE = 0,
    STATUS_FAILED = 1, /* bad data, a file that cannot be written, a log that differs */
    STATUS_USAGE = 2,  /* bad flags */
    STATUS_DENIED = 3, /* the desk refuses the trade */
    STATUS_INTERRUPTED = 130
};

#ifdef __GNUC__
#define REPORT_FORMAT __attribute__((format(printf, 1, 2)))
#else
#define REPORT_FORMAT
#endif

/* Begins a program: its name stands before each message. False where the library is not the one
 * that the program was built for, or this process does not compute as the standard says. */
bool report_begin(const char *program);

/* Wipes the line of stderr, where it is a terminal: a progress bar may stand there. */
void report_wipe(void);

/* From now on messages go here, without the program's name; to stderr again after NULL. */
void report_keep(char *message, size_t space);

/* One line on stderr. */
void report(const char *format, ...) REPORT_FORMAT;

/* Ends a program: the status, or STATUS_FAILED where stdout could not be written. */
int report_end(int status);

#endif
