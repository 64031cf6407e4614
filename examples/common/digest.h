/* SPDX-License-Identifier: MIT */
/* A digest of bytes, Fowler, Noll and Vo's 1a of 64 bits: it finds accidents, not forgers. Each
 * change of a single byte changes it. */
#ifndef DRIVERS_DIGEST_H
#define DRIVERS_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* Of no bytes. */
extern const uint64_t digest_empty;

/* Of what had a digest and the bytes behind it. */
uint64_t digest_more(uint64_t digest, const void *bytes, size_t length);

#endif
