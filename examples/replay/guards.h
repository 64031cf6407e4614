/* SPDX-License-Identifier: MIT */
/* Everything that may forbid an entry: regime, limits of the portfolio, gate, firm, circuit breaker
 * and monitors, started on the desk and told what happens. A day is one of the schedule. */
#ifndef REPLAY_GUARDS_H
#define REPLAY_GUARDS_H

#include <sigma/desk.h>
#include <sigma/schedule.h>

#include "incidents.h"
#include "symbol.h"
#include "timeline.h"

struct session;

struct guards {
    sigma_advice_params advice;
    struct incidents incidents;
    int64_t next_day;           /* when the next begins */
    int32_t place[INPUTS_MOST]; /* of each symbol, among those that are correlated */
    double base[INPUTS_MOST];   /* of each symbol, its price when the day began; 0 before */
    bool traded[INPUTS_MOST];   /* whether it has closed a bar today */
    int32_t level, phase;       /* last told of */
    int32_t severity;           /* likewise: that of the healthiest symbol */
    int32_t lost, won;          /* limits of the gate's day that were reached, likewise */
    int64_t trips;              /* of the breaker to a higher level */
    bool on, firm;              /* whether there are any; whether the rules of a firm hold */
};

/* Starts them on the desk, and has the policy ask for their parts. */
bool guards_start(struct session *session);

/* Before anything else happens at an instant: incidents up to then, and a day that begins. */
bool guards_time(struct session *session, int64_t time);

/* The prices of an instant are known: positions are priced, the firm learns the extremes. To be
 * called before the account is marked. */
bool guards_prices(struct session *session, const struct instant *instant);

/* The account was marked: the day may have been lost. */
bool guards_marked(struct session *session);

/* An order was granted; one was filled; a trade was closed, with money or on paper. */
bool guards_order(struct session *session, const struct symbol *symbol);
bool guards_filled(struct session *session, const struct symbol *symbol);
bool guards_trade(struct session *session, struct symbol *symbol);

/* Whether the schedule permits entries now: 1 or 0. */
sigma_status guards_schedule(const struct session *session, int32_t *scheduled);

/* What a regime is worth, put into a context. */
sigma_status guards_regime(const struct session *session, const struct symbol *symbol,
                           sigma_context *context);

/* Whether a position has to be closed: its strategy broke down, the machinery, or the rules. */
bool guards_emergency(const struct session *session, const struct symbol *symbol);

#endif
