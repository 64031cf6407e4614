/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <string.h>

#include "files.h"
#include "report.h"

enum { ATTEMPTS = 100 };

static bool fail(struct output *output, const char *what)
{
    if (!output->failed) {
        report("%s: cannot %s: %s", output->path, what, strerror(errno));
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
    for (int attempt = 0; attempt < ATTEMPTS && !output->file; attempt++) {
        char hidden[512];
        int length =
            snprintf(hidden, sizeof hidden, ".%s.%ld.%d.tmp", name, files_process(), attempt);
        if (length >= (int)sizeof hidden || !compose(output->temporary, folder, hidden)) {
            errno = ENAMETOOLONG;
            break;
        }
        output->file = files_create(output->temporary);
        if (!output->file && errno != EEXIST) {
            break;
        }
    }
    return output->file;
}

bool output_open(struct output *output, const char *folder, const char *name)
{
    output->file = NULL;
    output->failed = false;
    output->temporary[0] = '\0';
    if (!compose(output->path, folder, name)) {
        errno = ENAMETOOLONG;
        return fail(output, "create");
    }
    if (files_is_folder(output->path)) {
        errno = EISDIR;
        return fail(output, "replace");
    }
    if (!create(output, folder, name)) {
        output->temporary[0] = '\0';
        return fail(output, "create");
    }
    return true;
}

void output_write(struct output *output, const char *bytes, size_t length)
{
    if (!output->failed && fwrite(bytes, 1, length, output->file) != length) {
        fail(output, "write");
    }
}

void output_text(struct output *output, const char *text)
{
    output_write(output, text, strlen(text));
}

bool output_close(struct output *output)
{
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
