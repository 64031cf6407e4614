/* SPDX-License-Identifier: MIT */
/* Recomputes every decision of a log. */
#ifndef REPLAY_VERIFY_H
#define REPLAY_VERIFY_H

#include <stdbool.h>

/* Reports the first line that differs, with its place. An exit status. */
int verify(const char *path, bool quiet);

#endif
