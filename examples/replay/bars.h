/* SPDX-License-Identifier: MIT */
/* The bars of a CSV file, all read and checked before anything is made of them. */
#ifndef REPLAY_BARS_H
#define REPLAY_BARS_H

#include <sigma/bar.h>
#include <stdbool.h>
#include <stdint.h>

#include "fault.h"

struct bars {
    sigma_bar *bar;
    int64_t count, space;
    int64_t skipped;             /* lines */
    int64_t faults[FAULT_COUNT]; /* of them by reason */
};

/* Reports what is wrong, with its place. Bad lines of data are an error unless they are to be
 * skipped; the first few of those are reported. Give the bars to bars_free() in either case. */
bool bars_read(const char *path, bool skip_bad_bars, struct bars *bars);
void bars_free(struct bars *bars);

/* Smallest spacing between two bars; 0 if there is but one. */
int64_t bars_spacing(const struct bars *bars);

#endif
