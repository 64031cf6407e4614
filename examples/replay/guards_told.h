/* SPDX-License-Identifier: MIT */
/* What the guards are told of, and what is told of them. */
#ifndef REPLAY_GUARDS_TOLD_H
#define REPLAY_GUARDS_TOLD_H

#include "../common/text.h"
#include "guards.h"

/* The first error of two calls. */
sigma_status guards_both(sigma_status first, sigma_status second);

/* Finds out when the day ends. */
sigma_status guards_day(struct session *session);

/* A line of the report: a guard's new state, how bad it is from 0 to 4, and why. */
void guards_tell(struct session *session, const char *guard, struct text state, int32_t grade,
                 struct text why);

/* What they are at the start. */
void guards_tell_start(struct session *session);

/* The circuit breaker went to another level: it is told, and logged. */
sigma_status guards_moved(struct session *session, const sigma_breaker_sample *event,
                          const sigma_breaker_transition *transition);

/* The monitor of a symbol begins anew, with the baseline that it has. */
sigma_status guards_rearm(struct session *session, struct symbol *symbol);

/* An event of the circuit breaker, as it was read, or of now. */
sigma_status guards_trip(struct session *session, const sigma_breaker_sample *sample);
sigma_status guards_happened(struct session *session, int32_t event, double value, int32_t count);

#endif
