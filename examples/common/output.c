/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <string.h>

#include "digest.h"
#include "files.h"
#include "report.h"

enum { ATTEMPTS = 100, BLOCK = 4096 };

static bool fail(struct output *output, const char *what)
{
    bool in_part = output->part[0] != '\0' && output->temporary[0] == '\0';

    if (!output->failed) {
        report("%s: cannot %s: %s", in_part ? output->part : output->path, what, strerror(errno));
    }
    output->failed = true;
    return false;
}

static bool compose(char path[OUTPUT_PATH], const char *folder, const char *name)
{
    int length = snprintf(path, OUTPUT_PATH, "%s/%s", folder, name);
    return 0 < length && length < OUTPUT_PATH;
}

/* One that was left behind by a process of the same number is no obstacle. */
static bool create(struct output *output, const char *folder, const char *name)
{
    bool fixed = output->parts.folder;

    for (int attempt = 0; attempt < ATTEMPTS && !output->file; attempt++) {
        char hidden[512];
        int length = snprintf(hidden, sizeof hidden, ".%s.%ld.%d.tmp", name,
                              fixed ? output->parts.number : files_process(), attempt);
        if (length >= (int)sizeof hidden || !compose(output->temporary, folder, hidden)) {
            errno = ENAMETOOLONG;
            break;
        }
        if (fixed) {
            (void)remove(output->temporary);
        }
        output->file = files_create(output->temporary);
        if (!output->file && errno != EEXIST) {
            break;
        }
    }
    return output->file && setvbuf(output->file, output->buffer, _IOFBF, OUTPUT_BUFFER) == 0;
}

/* As output->file, which is NULL. */
static bool create_temporary(struct output *output, const char *folder, const char *name)
{
    bool created = create(output, folder, name);

    if (!created) {
        fail(output, "create"); /* the path, not the part */
        output->temporary[0] = '\0';
    }
    return created;
}

/* ---- parts */

static bool open_part(struct output *output, const char *name)
{
    char last[512];
    int length =
        snprintf(last, sizeof last, "%s.part", output->parts.name ? output->parts.name : name);

    if (length >= (int)sizeof last || !compose(output->part, output->parts.folder, last)) {
        errno = ENAMETOOLONG;
        return fail(output, "create");
    }
    if (files_special(output->part)) {
        report("%s: is a link, a device or a pipe, not a file of a state", output->part);
        output->failed = true;
        return false;
    }
    output->mark.digest = digest_empty;
    output->waits = output->parts.resume;
    output->file = files_open(output->part, !output->waits);
    return (output->file && (output->waits || files_cut(output->file, 0))) || fail(output, "open");
}

bool output_settle(struct output *output)
{
    return !output->failed && (files_settle(output->file) || fail(output, "write"));
}

/* The next bytes of a part, at most so many. */
static size_t read_block(FILE *part, int64_t left, char block[BLOCK])
{
    return fread(block, 1, left < BLOCK ? (size_t)left : BLOCK, part);
}

bool output_return(struct output *output, struct output_mark mark)
{
    struct output_mark found = {.digest = digest_empty};
    char block[BLOCK];
    size_t length;

    while ((length = read_block(output->file, mark.length - found.length, block)) > 0) {
        found.digest = digest_more(found.digest, block, length);
        found.length += (int64_t)length;
    }
    if (found.length != mark.length || found.digest != mark.digest) {
        report("%s: is not what the state knows of it", output->part);
        output->failed = true;
        return false;
    }
    output->mark = mark;
    output->waits = false;
    return files_cut(output->file, mark.length) || fail(output, "cut");
}

/* Goes on with the temporary file, into which the part is copied. */
static void leave_part(struct output *output)
{
    FILE *part = output->file;
    char folder[OUTPUT_PATH];
    const char *name = files_name(output->path);
    char block[BLOCK];
    size_t length;

    snprintf(folder, sizeof folder, "%.*s", (int)(name - output->path), output->path);
    output->file = NULL;
    if (!create_temporary(output, folder, name)) {
        output->file = part;
        return;
    }
    rewind(part);
    while (!output->failed && (length = read_block(part, BLOCK, block)) > 0) {
        if (fwrite(block, 1, length, output->file) != length) {
            fail(output, "write");
        }
    }
    if (ferror(part)) {
        fail(output, "copy the part of");
    }
    (void)fclose(part);
}

void output_forget(struct output *output)
{
    if (output->part[0] != '\0') {
        (void)remove(output->part);
    }
}

/* ---- outputs */

bool output_open(struct output *output, const char *folder, const char *name)
{
    *output = (struct output){.parts = output->parts};
    if (!compose(output->path, folder, name)) {
        errno = ENAMETOOLONG;
        return fail(output, "create");
    }
    if (files_is_folder(output->path)) {
        errno = EISDIR;
        return fail(output, "replace");
    }
    if (!create_temporary(output, folder, name)) {
        return false;
    }
    if (!output->parts.folder) {
        return true;
    }
    output_discard(output); /* it can be created: that is all for now */
    return open_part(output, name);
}

void output_write(struct output *output, const char *bytes, size_t length)
{
    if (output->failed || output->waits) {
        return;
    }
    if (fwrite(bytes, 1, length, output->file) != length) {
        fail(output, "write");
        return;
    }
    if (output->part[0] != '\0') {
        output->mark.length += (int64_t)length;
        output->mark.digest = digest_more(output->mark.digest, bytes, length);
    }
}

void output_text(struct output *output, const char *text)
{
    output_write(output, text, strlen(text));
}

bool output_close(struct output *output)
{
    if (output->part[0] != '\0' && output_settle(output)) {
        leave_part(output);
    }
    if (!files_settle(output->file)) {
        fail(output, "write");
    }
    if (fclose(output->file) != 0) {
        fail(output, "close");
    }
    output->file = NULL;
    return !output->failed;
}

bool output_publish(struct output *output)
{
    if (!files_rename(output->temporary, output->path)) {
        return fail(output, "rename the temporary file to it");
    }
    output->temporary[0] = '\0';
    return true;
}

void output_discard(struct output *output)
{
    if (output->file) {
        (void)fclose(output->file);
        output->file = NULL;
    }
    if (output->temporary[0] != '\0') {
        (void)remove(output->temporary);
        output->temporary[0] = '\0';
    }
}
