/* SPDX-License-Identifier: MIT */
/* Whether the user wants the run to stop. */
#ifndef REPLAY_INTERRUPT_H
#define REPLAY_INTERRUPT_H

#include <stdbool.h>

/* From here on the first SIGINT, SIGTERM and SIGHUP, but for one that is ignored, are noted instead
 * of ending the process. */
void interrupt_watch(void);
bool interrupt_seen(void);

#endif
