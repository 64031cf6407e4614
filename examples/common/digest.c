/* SPDX-License-Identifier: MIT */
#include "digest.h"

const uint64_t digest_empty = UINT64_C(14695981039346656037);

uint64_t digest_more(uint64_t digest, const void *bytes, size_t length)
{
    const unsigned char *byte = (const unsigned char *)bytes;

    for (size_t i = 0; i < length; i++) {
        digest = (digest ^ byte[i]) * UINT64_C(1099511628211);
    }
    return digest;
}
