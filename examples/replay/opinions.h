/* SPDX-License-Identifier: MIT */
/* What models and voters outside thought of each bar, read from a CSV file before anything is made
 * of it. The header has a column timestamp, of bars, and any of score, confidence, fundamental and
 * up to eight columns whose names begin with vote; other columns are passed over, so that it may be
 * the file of the bars itself. A vote is approve, reject, reduce or absent, of an approval with its
 * confidence behind a colon, as in approve:0.9, else 1. An empty field is not given, or absent. */
#ifndef REPLAY_OPINIONS_H
#define REPLAY_OPINIONS_H

#include <sigma/vote.h>
#include <stdbool.h>
#include <stdint.h>

enum { VOTERS_MOST = 8 };

struct opinion {
    int64_t time;
    sigma_external external;
    sigma_vote votes[VOTERS_MOST];
};

struct opinions {
    struct opinion *opinion;
    int64_t count, space, next;
    int32_t voters;
};

/* Reports what is wrong, with its place. Give them to opinions_free() in either case. */
bool opinions_read(const char *path, struct opinions *opinions);
void opinions_free(struct opinions *opinions);

/* That of a bar; NULL if there is none. Bars must be asked for in their order. */
const struct opinion *opinions_of(struct opinions *opinions, int64_t time);

#endif
