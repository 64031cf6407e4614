/* SPDX-License-Identifier: MIT */
/* What a person does who watches the bot, injected into a replay among the incidents. */
#ifndef REPLAY_OPERATOR_H
#define REPLAY_OPERATOR_H

#include <sigma/base.h>

struct session;

/* Kinds of incidents behind the events of the breaker. */
enum {
    OPERATOR_RESET = SIGMA_EVENT_COUNT, /* the breaker leaves SHUTDOWN */
    OPERATOR_RECOVER,                   /* the breaker leaves any other level at once */
    OPERATOR_REARM,                     /* monitors that halted begin anew */
    OPERATOR_COUNT
};

/* The act of that name, UNKNOWN for none. */
int32_t operator_act(const char *text, int32_t length);

/* An act that there is no occasion for does nothing. */
sigma_status operator_acts(struct session *session, int32_t act);

#endif
