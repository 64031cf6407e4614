/* SPDX-License-Identifier: MIT */
/* What SIGMA logs of each decision to enter, in the words of its description. */
#ifndef REPLAY_LOG_H
#define REPLAY_LOG_H

#include "session.h"

/* Five lines on stdout: what was decided, and the four that are published. */
void log_decision(const struct session *session, const struct symbol *symbol,
                  const sigma_context *context, const sigma_proposal *proposal,
                  const sigma_decision *decision);

#endif
