/* SPDX-License-Identifier: MIT */
/* Words of the command line that choose one of several: mode, signal, exits, guards and firm. */
#ifndef REPLAY_CHOICES_H
#define REPLAY_CHOICES_H

#include "../common/flags.h"
#include "options.h"

/* Takes what the flags were set to. Reports the first that is none to choose. */
bool choices_take(struct options *options, const struct flags *flags);

#endif
