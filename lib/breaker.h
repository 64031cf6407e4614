/* SPDX-License-Identifier: MIT */
/* What the breaker's files share. */
#ifndef SIGMA_LIB_BREAKER_H
#define SIGMA_LIB_BREAKER_H

#include <stdbool.h>

#include "sigma/breaker.h"

/* What an event calls for: its level, the issue that calls for it, and the number judged. */
typedef struct sigma_breaker_call {
    double value;
    int32_t level;
    int32_t issue;
} sigma_breaker_call;

/* Takes the event into the rings and counts, and judges it. */
sigma_breaker_call sigma_breaker_judge(sigma_breaker *breaker, const sigma_breaker_sample *sample);

/* Whether the mean of the last readings of latency lies below ALERT; without readings it does. */
bool sigma_breaker_latency_well(const sigma_breaker *breaker);

/* Whether the breaker is undamaged, as far as that matters; and whether it takes this time. */
bool sigma_breaker_valid(const sigma_breaker *breaker);
sigma_status sigma_breaker_usable(const sigma_breaker *breaker, int64_t time);

/* Remembers an issue. */
void sigma_breaker_note(sigma_breaker *breaker, int64_t time, const sigma_breaker_call *call);

/* Ends the probe, if there is one, and starts the cool-down. */
void sigma_breaker_cool(sigma_breaker *breaker, int64_t time);

#endif
