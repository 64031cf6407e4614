/* SPDX-License-Identifier: MIT */
/* The file of a checkpoint: a head, what an archive holds, and a digest of all that. */
#ifndef REPLAY_STATE_H
#define REPLAY_STATE_H

#include "archive.h"

/* Digests of what a state is good for. */
struct state_key {
    uint64_t command, inputs;
};

/* Reports what a call of the system could not do. Always false, for the caller to return. */
bool state_fail(const char *path, const char *what);

/* Reads a state, so that its contents can be taken out next. Reports one that cannot be read, is
 * damaged, or of another version, command line or data. */
bool state_read(const char *path, const struct state_key *key, struct archive *archive);

/* Empties an archive for contents to be put in; ends it. */
void state_begin(struct archive *archive, const struct state_key *key);
bool state_end(struct archive *archive);

/* Writes a new file, down to the disk. Reports what fails, and leaves none then. */
bool state_write(const struct archive *archive, const char *path);

#endif
