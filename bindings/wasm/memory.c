/* SPDX-License-Identifier: MIT */
/* The one function that a compiler calls by itself and that WebAssembly has no instruction for. */
#include <stddef.h>

int memcmp(const void *a, const void *b, size_t size);

int memcmp(const void *a, const void *b, size_t size)
{
    const unsigned char *left = (const unsigned char *)a, *right = (const unsigned char *)b;

    for (size_t i = 0; i < size; i++) {
        if (left[i] != right[i]) {
            return left[i] - right[i];
        }
    }
    return 0;
}
