/* SPDX-License-Identifier: MIT */
#include "checkpoint.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../common/files.h"
#include "../common/report.h"
#include "contents.h"

/* A file of the folder. */
struct path {
    char text[OUTPUT_PATH];
};

static struct path path_of(const struct checkpoint *c, const char *name)
{
    struct path path;

    snprintf(path.text, sizeof path.text, "%s/%s", c->folder, name);
    return path;
}

/* ---- the folder */

static bool make_folder(const char *folder)
{
    if (strlen(folder) >= OUTPUT_PATH - sizeof "state.tmp") {
        report("--state: expected a shorter path");
        return false;
    }
    if (!files_make_folder(folder)) {
        report("--state: cannot use '%s' as a folder: %s", folder, strerror(errno));
        return false;
    }
    return true;
}

/* Opening a pipe might wait for ever, and a link might lead anywhere. */
static bool is_plain(const char *path)
{
    if (files_special(path)) {
        report("%s: is a link, a device or a pipe, not a file of a state", path);
        return false;
    }
    return true;
}

static bool spares_input(const struct options *options)
{
    return results_spare(options, "state", options->state, "lock") &&
           results_spare(options, "state", options->state, "state") &&
           results_spare(options, "state", options->state, "state.tmp") &&
           results_spare_parts(options);
}

static bool take_lock(struct checkpoint *c)
{
    struct path path = path_of(c, "lock");

    if (!is_plain(path.text) || !is_plain(path_of(c, "state").text)) {
        return false;
    }
    c->lock = files_open(path.text, true);
    if (!c->lock) {
        return state_fail(path.text, "open");
    }
    if (!files_lock(c->lock)) {
        report("--state: another process works in '%s'", c->folder);
        return false;
    }
    return true;
}

enum { DIGITS = 20 }; /* of a number, at most */

/* The number that stands in the lock, of the process that made it; 0 where it cannot be had. False
 * where the file is somebody else's, which is reported. */
static bool take_number(struct checkpoint *c, long *number)
{
    char text[32] = "";
    size_t length = fread(text, 1, sizeof text - 1, c->lock), digits = strspn(text, "0123456789");

    bool whole = length == digits || strcmp(text + digits, "\n") == 0;

    if (length > 0 && (digits == 0 || digits > DIGITS || !whole)) {
        report("%s: is a file that no state has; --state expects a folder of its own",
               path_of(c, "lock").text);
        return false;
    }
    *number = strtol(text, NULL, 10);
    if (*number <= 0) {
        *number = files_process();
        rewind(c->lock);
        if (fprintf(c->lock, "%ld\n", *number) < 0 || !files_settle(c->lock)) {
            *number = 0;
        }
    }
    return true;
}

/* ---- the start */

bool checkpoint_open(struct checkpoint *checkpoint, struct session *session)
{
    struct checkpoint *c = checkpoint;

    c->folder = session->options->state;
    if (!c->folder) {
        return true;
    }
    if (!make_folder(c->folder) || !spares_input(session->options) || !take_lock(c)) {
        return false;
    }
    struct output_parts parts = {.folder = c->folder};
    if (!take_number(c, &parts.number)) {
        return false;
    }
    struct path path = path_of(c, "state");
    c->key = (struct state_key){session->options->command, contents_digest(session)};
    c->found = files_exist(path.text);
    if (c->found && !state_read(path.text, &c->key, &c->archive)) {
        return false;
    }
    parts.resume = c->found;
    results_keep(&session->results, &parts);
    return true;
}

/* ---- writing */

static bool fill(struct checkpoint *c, struct session *s)
{
    struct archive *a = &c->archive;

    state_begin(a, &c->key);
    if (!contents_archive(s, a)) {
        if (results_fine(&s->results)) {
            report("%s: this session cannot be kept", c->folder);
        }
        return false;
    }
    return state_end(a);
}

bool checkpoint_write(struct checkpoint *checkpoint, struct session *session)
{
    const struct checkpoint *c = checkpoint;

    if (!c->folder) {
        return true;
    }
    struct path temporary = path_of(c, "state.tmp"), path = path_of(c, "state");
    if (!results_fine(&session->results) || !fill(checkpoint, session) ||
        !state_write(&c->archive, temporary.text)) {
        return false;
    }
    if (!files_rename(temporary.text, path.text)) {
        return state_fail(path.text, "rename the temporary file to it");
    }
    files_settle_folder(c->folder);
    return true;
}

bool checkpoint_begin(struct checkpoint *checkpoint, struct session *session)
{
    if (!checkpoint->found) {
        return checkpoint_write(checkpoint, session);
    }
    if (!contents_archive(session, &checkpoint->archive)) {
        if (results_fine(&session->results)) {
            report("%s/state: is of another build of this version", checkpoint->folder);
        }
        return false;
    }
    return true;
}

bool checkpoint_pass(struct checkpoint *checkpoint, struct session *session, int64_t bars)
{
    struct checkpoint *c = checkpoint;

    if (!c->folder) {
        return true;
    }
    int64_t second = (int64_t)time(NULL);
    if (c->second == 0) {
        c->bars = bars;
        c->second = second;
    }
    if (bars - c->bars < session->options->checkpoint && second == c->second) {
        return true;
    }
    c->bars = bars;
    c->second = second;
    return checkpoint_write(c, session);
}

/* ---- the end */

void checkpoint_remove(const struct checkpoint *checkpoint, struct session *session)
{
    if (checkpoint->folder) {
        (void)remove(path_of(checkpoint, "state").text);
        files_settle_folder(checkpoint->folder);
        results_forget(&session->results);
    }
}

void checkpoint_close(struct checkpoint *checkpoint)
{
    if (checkpoint->lock) {
        (void)fclose(checkpoint->lock);
    }
    archive_free(&checkpoint->archive);
    *checkpoint = (struct checkpoint){0};
}
