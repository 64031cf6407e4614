/* SPDX-License-Identifier: MIT */
/* What goes wrong around the trades, injected into a replay: a CSV file with a header and the
 * columns time, kind and value. A kind is latency [ms], reject, slippage (over the price), or any
 * other event of the circuit breaker, such as network or exchange; only these two need a value. Or
 * it is what an operator does: reset, recover or rearm (operator.h). */
#ifndef REPLAY_INCIDENTS_H
#define REPLAY_INCIDENTS_H

#include <sigma/breaker.h>
#include <stdbool.h>

struct incidents {
    sigma_breaker_sample *incident; /* in the order of time */
    int64_t count, space, next;
};

/* Reports what is wrong, with its place. Give them to incidents_free() in either case. */
bool incidents_read(const char *path, struct incidents *incidents);
void incidents_free(struct incidents *incidents);

/* The next that happened by an instant, and steps over it; NULL if there is none. */
const sigma_breaker_sample *incidents_until(struct incidents *incidents, int64_t time);

#endif
