/* SPDX-License-Identifier: MIT */
#include "list.h"

#include <inttypes.h>
#include <stdlib.h>

#include "../common/report.h"

enum { FIRST = 1024 };

void *list_reserve(void *items, int64_t *space, int64_t count, size_t size, const char *what)
{
    int64_t wanted = *space > 0 ? *space : FIRST;

    while (wanted < count && wanted <= INT64_MAX / 2) {
        wanted *= 2;
    }
    if (items && wanted == *space) {
        return items;
    }
    void *larger =
        (uint64_t)wanted <= SIZE_MAX / size ? realloc(items, (size_t)wanted * size) : NULL;
    if (!larger) {
        report("not enough memory for %" PRId64 " %s", wanted, what);
        return NULL;
    }
    *space = wanted;
    return larger;
}
