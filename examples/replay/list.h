/* SPDX-License-Identifier: MIT */
/* Arrays that grow. */
#ifndef REPLAY_LIST_H
#define REPLAY_LIST_H

#include <stddef.h>
#include <stdint.h>

/* Where the items of a list are once there is space for so many, each of this size. On NULL the
 * list is as it was, and it is reported that there is no memory for so many of what they are. */
void *list_reserve(void *items, int64_t *space, int64_t count, size_t size, const char *what);

#endif
