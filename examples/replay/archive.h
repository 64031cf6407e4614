/* SPDX-License-Identifier: MIT */
/* A block of memory that objects are put into, one behind the other, or taken out of again, by the
 * same calls: what writes a checkpoint reads it. Each object has its size before it. */
#ifndef REPLAY_ARCHIVE_H
#define REPLAY_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct archive {
    uint8_t *bytes;
    size_t length, space;
    size_t next;  /* to be taken out */
    bool loading; /* what is in it is taken out, not put in */
    bool failed;  /* no memory; or what was to be taken out is not there, or of another size */
};

/* Plain bytes, without pointers. After a failure nothing happens. */
void archive_plain(struct archive *archive, void *object, size_t size);

/* A struct of the library, sealed (sigma/seal.h). */
void archive_sealed(struct archive *archive, int32_t kind, void *object);

/* Puts bytes in without their size. */
void archive_raw(struct archive *archive, const void *bytes, size_t size);

/* Whether all went well, and nothing is left to be taken out. */
bool archive_done(const struct archive *archive);

void archive_free(struct archive *archive);

#endif
