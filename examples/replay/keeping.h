/* SPDX-License-Identifier: MIT */
/* What the command line says of checkpoints. */
#ifndef REPLAY_KEEPING_H
#define REPLAY_KEEPING_H

#include "options.h"

/* How often to write one. Reports what is wrong. */
bool keeping_take(struct options *options, const struct flags *flags);

/* Digest of the flags and files that decide on the results. */
uint64_t keeping_command(const struct flags *flags, int count, char **files);

#endif
