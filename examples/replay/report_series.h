/* SPDX-License-Identifier: MIT */
/* A series of any length in bounded space: buckets of equal width, of one bar at first. When there
 * is no room for another, each two become one. A bucket knows what its bars reached, so that no
 * extreme is lost. */
#ifndef REPLAY_REPORT_SERIES_H
#define REPLAY_REPORT_SERIES_H

#include <stdint.h>

enum { SERIES_POINTS = 8192 };

struct series_point {
    int64_t time; /* of the last bar */
    double open, high, low, close;
    int64_t code; /* of the last bar */
};

struct series {
    int64_t width;  /* of a bucket [bars]; 0 before the first bar */
    int64_t inside; /* of the last bucket [bars] */
    int64_t count;  /* of buckets */
    struct series_point point[SERIES_POINTS];
};

void series_add(struct series *series, const struct series_point *bar);

/* Makes each two buckets one until there are at most so many, at least one. */
void series_thin(struct series *series, int64_t most);

#endif
