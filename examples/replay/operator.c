/* SPDX-License-Identifier: MIT */
#include "operator.h"

#include "../common/text.h"
#include "events.h"
#include "guards_told.h"

enum { REASON = 1 }; /* the replay knows but one: the operator said so */

int32_t operator_act(const char *text, int32_t length)
{
    static const char *const names[] = {"reset", "recover", "rearm"};

    for (int32_t i = 0; i < OPERATOR_COUNT - OPERATOR_RESET; i++) {
        if (text_is(text, length, names[i])) {
            return OPERATOR_RESET + i;
        }
    }
    return SIGMA_EVENT_UNKNOWN;
}

static sigma_status close_breaker(struct session *s, bool reset)
{
    sigma_breaker *breaker = &s->account.desk.breaker;
    sigma_breaker_transition transition;
    sigma_status status = reset ? sigma_breaker_reset(breaker, s->now, REASON, &transition)
                                : sigma_breaker_recover(breaker, s->now, &transition);

    return status < 0 ? status
                      : guards_moved(s, &(sigma_breaker_sample){.event = SIGMA_EVENT_UNKNOWN},
                                     &transition);
}

static sigma_status rearm(struct session *s)
{
    sigma_status status = SIGMA_OK;

    for (int32_t i = 0; status >= 0 && i < s->count; i++) {
        if (s->symbols[i].history.monitor.halted) {
            status = guards_rearm(s, &s->symbols[i]);
        }
    }
    return status;
}

sigma_status operator_acts(struct session *session, int32_t act)
{
    int32_t level = session->guards.level;
    bool down = level == SIGMA_LEVEL_SHUTDOWN;

    switch (act) {
    case OPERATOR_RESET: return down ? close_breaker(session, true) : SIGMA_OK;
    case OPERATOR_RECOVER:
        return down || level == SIGMA_LEVEL_CLOSED ? SIGMA_OK : close_breaker(session, false);
    default: return rearm(session);
    }
}
