/* SPDX-License-Identifier: MIT */
/* Lengths of bars: 1d, 4h, 30m are so many nanoseconds. */
#ifndef DRIVERS_INTERVAL_H
#define DRIVERS_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

/* Longest bar [ns]: 366 days. */
#define INTERVAL_LONGEST INT64_C(31622400000000000)

/* Reads 30s, 5m, 4h, 1d or 1w, up to the longest; nothing else. */
bool interval_read(const char *text, int64_t *length);

/* How many of the largest whole unit a length is; the unit is n where it is not whole seconds. */
int64_t interval_count(int64_t length, char *unit);

#endif
