/* SPDX-License-Identifier: MIT */
/* Lines of the log besides the decisions: what was closed and why, what failed, which rule was
 * broken, what the breaker did. Each is counted in the summary, so that the lines alone tell it. */
#ifndef REPLAY_EVENTS_H
#define REPLAY_EVENTS_H

#include "session.h"

/* Puts the line that the library wrote behind the log; returns the status. */
sigma_status events_keep(struct session *session, sigma_status written, int32_t length);

/* Lots of a position with money were closed: at an open, as was ordered, or by the rules of exits,
 * of which the state was this before the bar. */
sigma_status events_left(struct session *session, const struct symbol *symbol);
sigma_status events_judged(struct session *session, const struct symbol *symbol,
                           const sigma_exits *before, const sigma_exits_sample *sample);

/* What these lots made. */
sigma_status events_trade(struct session *session, const struct paper *paper);

/* An order that the next open made pointless; something that failed around the orders. */
sigma_status events_cancelled(struct session *session, const struct order *order, int32_t symbol);
sigma_status events_incident(struct session *session, const sigma_breaker_sample *incident);

/* The breaker went from one level to another. */
sigma_status events_transition(struct session *session, const sigma_breaker_sample *event,
                               const sigma_breaker_transition *transition);

/* A signal was refused by a rule that keeps the account alive. */
sigma_status events_refused(struct session *session, const sigma_proposal *proposal,
                            const sigma_decision *decision);

/* The account, or a strategy, broke a rule: what a guard found. Time and verdict are set here. */
sigma_status events_broken(struct session *session, sigma_audit_violation *found);

#endif
