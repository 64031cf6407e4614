/* SPDX-License-Identifier: MIT */
#include "archive.h"

#include <sigma/seal.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 65536 }; /* bytes */

/* Room for so many bytes more; NULL where there is no memory. */
static uint8_t *room_for(struct archive *a, size_t size)
{
    size_t space = a->space > 0 ? a->space : FIRST;

    while (space - a->length < size) {
        space *= 2;
    }
    if (space > a->space) {
        void *larger = realloc(a->bytes, space);
        if (!larger) {
            a->failed = true;
            return NULL;
        }
        a->bytes = (uint8_t *)larger;
        a->space = space;
    }
    uint8_t *room = a->bytes + a->length;
    a->length += size;
    return room;
}

void archive_raw(struct archive *archive, const void *bytes, size_t size)
{
    uint8_t *room = archive->failed ? NULL : room_for(archive, size);

    if (room && size > 0) {
        memcpy(room, bytes, size);
    }
}

static void put_size(struct archive *a, size_t size)
{
    uint64_t number = size;

    archive_raw(a, &number, sizeof number);
}

/* What was put in with such a size; NULL if that is not what comes next. */
static const uint8_t *take(struct archive *a, size_t size)
{
    uint64_t number = 0;
    size_t left = a->length - a->next;

    if (left >= sizeof number) {
        memcpy(&number, a->bytes + a->next, sizeof number);
    }
    if (left < sizeof number || number != size || left - sizeof number < size) {
        a->failed = true;
        return NULL;
    }
    const uint8_t *taken = a->bytes + a->next + sizeof number;
    a->next += sizeof number + size;
    return taken;
}

static void load(struct archive *a, void *object, size_t size)
{
    const uint8_t *taken = take(a, size);

    if (taken && size > 0) {
        memcpy(object, taken, size);
    }
}

static void save(struct archive *a, const void *object, size_t size)
{
    put_size(a, size);
    archive_raw(a, object, size);
}

void archive_plain(struct archive *archive, void *object, size_t size)
{
    if (!archive->failed && archive->loading) {
        load(archive, object, size);
    } else if (!archive->failed) {
        save(archive, object, size);
    }
}

/* ---- seals */

static void open_seal(struct archive *a, int32_t kind, void *object, int32_t size)
{
    const uint8_t *seal = take(a, (size_t)size);

    a->failed = a->failed || sigma_seal_open(kind, seal, size, object) != SIGMA_OK;
}

static void write_seal(struct archive *a, int32_t kind, const void *object, int32_t size)
{
    int32_t length;

    put_size(a, (size_t)size);
    uint8_t *room = a->failed ? NULL : room_for(a, (size_t)size);
    a->failed = a->failed || sigma_seal_write(kind, object, room, size, &length) != SIGMA_OK;
}

void archive_sealed(struct archive *archive, int32_t kind, void *object)
{
    int32_t size;

    if (archive->failed || sigma_seal_size(kind, &size) != SIGMA_OK) {
        archive->failed = true;
    } else if (archive->loading) {
        open_seal(archive, kind, object, size);
    } else {
        write_seal(archive, kind, object, size);
    }
}

bool archive_done(const struct archive *archive)
{
    return !archive->failed && (!archive->loading || archive->next == archive->length);
}

void archive_free(struct archive *archive)
{
    free(archive->bytes);
    *archive = (struct archive){0};
}
