/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <errno.h>
#include <sigma/version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../common/digest.h"
#include "../common/files.h"
#include "../common/report.h"
#include "../common/text.h"

enum { FORMAT = 1, DIGEST = sizeof(uint64_t) };

static const char MAGIC[8] = {'S', 'G', 'M', 'A', 'R', 'P', 'L', 'Y'};

struct head {
    char magic[sizeof MAGIC];
    int32_t format, version; /* of the library */
    struct state_key key;
};

static struct head head_of(const struct state_key *key)
{
    struct head head = {.format = FORMAT, .version = sigma_version_number(), .key = *key};

    memcpy(head.magic, MAGIC, sizeof MAGIC);
    return head;
}

bool state_fail(const char *path, const char *what)
{
    report("%s: cannot %s: %s", path, what, strerror(errno));
    return false;
}

/* ---- reading */

static bool read_all(struct archive *a, FILE *file)
{
    size_t length;

    do {
        size_t space = a->space > 0 ? 2 * a->space : 65536;
        void *larger = realloc(a->bytes, space);
        if (!larger) {
            errno = ENOMEM;
            return false;
        }
        a->bytes = (uint8_t *)larger;
        a->space = space;
        length = fread(a->bytes + a->length, 1, space - a->length, file);
        a->length += length;
    } while (a->length == a->space);
    return !ferror(file);
}

static bool whole(const struct archive *a)
{
    uint64_t digest;

    if (a->length < sizeof(struct head) + DIGEST) {
        return false;
    }
    memcpy(&digest, a->bytes + a->length - DIGEST, DIGEST);
    return digest == digest_more(digest_empty, a->bytes, a->length - DIGEST);
}

/* Whether what was read is a state for this replay. */
static bool check(const struct archive *a, const struct state_key *key, const char *path)
{
    struct head head = {.format = 0}, wanted = head_of(key);

    memcpy(&head, a->bytes, a->length < sizeof head ? a->length : sizeof head);
    if (memcmp(head.magic, MAGIC, sizeof MAGIC) != 0) {
        report("%s: is no state of sigma-replay", path);
    } else if (!whole(a)) {
        report("%s: is damaged; without it the replay begins anew", path);
    } else if (head.format != wanted.format || head.version != wanted.version) {
        report("%s: is of version %s, format %d, and this is %s, format %d", path,
               text_version(head.version).text, (int)head.format, text_version(wanted.version).text,
               FORMAT);
    } else if (head.key.command != wanted.key.command) {
        report("%s: is of another command line", path);
    } else if (head.key.inputs != wanted.key.inputs) {
        report("%s: is of other data: an input file, or the config, has changed", path);
    } else {
        return true;
    }
    return false;
}

bool state_read(const char *path, const struct state_key *key, struct archive *archive)
{
    FILE *file = fopen(path, "rb");

    if (!file) {
        return state_fail(path, "open");
    }
    bool fine = read_all(archive, file) || state_fail(path, "read");
    (void)fclose(file);
    if (!fine || !check(archive, key, path)) {
        return false;
    }
    archive->loading = true;
    archive->next = sizeof(struct head);
    archive->length -= DIGEST;
    return true;
}

/* ---- writing */

void state_begin(struct archive *archive, const struct state_key *key)
{
    struct head head = head_of(key);

    archive->length = 0;
    archive->loading = false;
    archive_raw(archive, &head, sizeof head);
}

bool state_end(struct archive *archive)
{
    uint64_t digest = digest_more(digest_empty, archive->bytes, archive->length);

    archive_raw(archive, &digest, sizeof digest);
    return !archive->failed;
}

bool state_write(const struct archive *archive, const char *path)
{
    (void)remove(path);
    FILE *file = files_create(path);
    if (!file) {
        return state_fail(path, "create");
    }
    bool fine =
        fwrite(archive->bytes, 1, archive->length, file) == archive->length && files_settle(file);
    int reason = errno;
    fine = fclose(file) == 0 && fine;
    if (!fine) {
        errno = reason;
        state_fail(path, "write");
        (void)remove(path);
    }
    return fine;
}
