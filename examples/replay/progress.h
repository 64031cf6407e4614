/* SPDX-License-Identifier: MIT */
/* A bar on stderr that shows how far a run is; nothing where stderr is no terminal. */
#ifndef REPLAY_PROGRESS_H
#define REPLAY_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    int64_t total;
    int64_t percent; /* shown last; -1 before */
    bool shown;
};

struct progress progress_begin(int64_t total, bool wanted);

/* Draws when a percent more is done. */
void progress_show(struct progress *progress, int64_t done);

/* Wipes the bar, so that messages begin on a clean line. */
void progress_end(struct progress *progress);

#endif
