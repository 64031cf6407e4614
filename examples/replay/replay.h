/* SPDX-License-Identifier: MIT */
/* The loop: bar by bar, from fills to proposals. Nothing looks ahead. */
#ifndef REPLAY_REPLAY_H
#define REPLAY_REPLAY_H

#include "options.h"

/* Replays a file, writes the results and prints the summary. An exit status. */
int replay(const struct options *options);

#endif
