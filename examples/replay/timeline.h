/* SPDX-License-Identifier: MIT */
/* The bars of all symbols in the order in which they are known: by their opens, of which only the
 * price is known, and by their closes. */
#ifndef REPLAY_TIMELINE_H
#define REPLAY_TIMELINE_H

#include "symbol.h"

/* An instant at which bars close, or open. What closes comes before what opens then. */
struct instant {
    int64_t time;
    bool closes;
};

/* The next instant of all; false after the last close. */
bool timeline_next(const struct symbol *symbols, int32_t count, struct instant *instant);

/* Steps over what opened or closed at an instant. */
void timeline_pass(struct symbol *symbols, int32_t count, const struct instant *instant);

/* Whether a symbol has a bar that closes, or opens, at an instant. */
bool timeline_has(const struct symbol *symbol, const struct instant *instant);

#endif
