/* SPDX-License-Identifier: MIT */
/* The flags of sigma-replay, and what --help says. */
#ifndef REPLAY_COMMAND_H
#define REPLAY_COMMAND_H

#include "../common/flags.h"
#include "options.h"

void command_declare(struct flags *flags, struct options *options);
void command_help(const struct flags *flags);

#endif
