/* SPDX-License-Identifier: MIT */
/* Steps of averages, for a state of its own and for what holds several. */
#ifndef SIGMA_LIB_AVERAGE_H
#define SIGMA_LIB_AVERAGE_H

#include "sigma/average.h"
#include "smooth.h"
#include "tags.h"

static inline bool sigma_ema_valid(const sigma_ema *ema)
{
    return ema->tag == SIGMA_TAG_EMA && sigma_between(ema->wilder, 0, 1) &&
           sigma_period_valid(ema->period) && sigma_between(ema->count, 0, ema->period) &&
           sigma_within(ema->value, -1e15, 1e15) && sigma_within(ema->sum, -1e20, 1e20);
}

/* Takes a number while the average is warming up. */
sigma_status sigma_ema_warm(sigma_ema *ema, double x);

static inline double sigma_ema_gain_of(const sigma_ema *ema)
{
    return ema->wilder ? sigma_wilder_gain(ema->period) : sigma_ema_gain(ema->period);
}

/* What sigma_ema_read() does. */
static inline sigma_status sigma_ema_value(const sigma_ema *ema, double *value)
{
    *value = 0.0;
    if (!sigma_ema_valid(ema)) {
        return SIGMA_E_STATE;
    }
    if (ema->count < ema->period) {
        return SIGMA_WARMUP;
    }
    *value = ema->value;
    return SIGMA_OK;
}

/* Takes one number, and returns what the update of the same name does. On an error the state may be
 * left half done: whoever calls holds a copy. */
static inline sigma_status sigma_ema_advance(sigma_ema *ema, double x)
{
    if (!sigma_ema_valid(ema)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(x, -1e15, 1e15)) {
        return SIGMA_E_RANGE;
    }
    if (sigma_hardly(ema->count < ema->period)) {
        return sigma_ema_warm(ema, x);
    }
    ema->value = sigma_smooth(ema->value, x, sigma_ema_gain_of(ema)); /* between both: in range */
    return SIGMA_OK;
}

sigma_status sigma_macd_advance(sigma_macd *macd, double close);

#endif
