/* SPDX-License-Identifier: MIT */
/* --state: a folder from which a replay that was killed goes on, to the same bytes of results.
 *
 *     state        the last checkpoint: head, contents (contents.h), digest of all before it
 *     *.part       the results as far as they are; a checkpoint knows how much of each is valid
 *     lock         held by the process that works here; the number in its temporary names
 *
 * A checkpoint is written after so many bars, or a second: first the parts are brought to the disk,
 * then a temporary file, which is renamed to `state`. So at any moment there is one that is whole.
 * It is read by the program that wrote it, on the same machine, for the same command line and the
 * same data; anything else is refused, and stays as it was. When the results have been published
 * it is removed, unless an interrupt ended the replay.
 *
 * Without --state every function does nothing, and succeeds. */
#ifndef REPLAY_CHECKPOINT_H
#define REPLAY_CHECKPOINT_H

#include <stdio.h>

#include "archive.h"
#include "session.h"
#include "state.h"

struct checkpoint {
    const char *folder; /* NULL without --state */
    FILE *lock;
    struct archive archive; /* what was found, then what is written */
    struct state_key key;
    int64_t bars, second; /* when the last was written */
    bool found;
};

/* Takes the folder, and reads the state that is there, once the session has its data. Tells the
 * results where their parts are. Reports what is wrong. */
bool checkpoint_open(struct checkpoint *checkpoint, struct session *session);

/* Puts a session that has started, and whose results are open, to where the state was; where there
 * was none, writes the first. */
bool checkpoint_begin(struct checkpoint *checkpoint, struct session *session);

/* After an instant, when so many bars are done: writes one if it is due. */
bool checkpoint_pass(struct checkpoint *checkpoint, struct session *session, int64_t bars);

bool checkpoint_write(struct checkpoint *checkpoint, struct session *session);

/* The results have been published: removes state and parts. */
void checkpoint_remove(const struct checkpoint *checkpoint, struct session *session);

void checkpoint_close(struct checkpoint *checkpoint);

#endif
