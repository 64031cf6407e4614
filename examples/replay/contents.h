/* SPDX-License-Identifier: MIT */
/* What a checkpoint holds of a session: all that changes while it runs. What files and command line
 * say is not in it; a digest tells whether they are the same. */
#ifndef REPLAY_CONTENTS_H
#define REPLAY_CONTENTS_H

#include "archive.h"
#include "session.h"

/* Puts a session into an archive, or takes it out into one that has been started. False where there
 * is no memory, or the archive is of another build; then the session is to be thrown away. */
bool contents_archive(struct session *session, struct archive *archive);

/* Of all bars, opinions and incidents, and of the config. */
uint64_t contents_digest(const struct session *session);

#endif
