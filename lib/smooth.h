/* SPDX-License-Identifier: MIT */
/* The one step of every exponential average: gain 2 / (n + 1) for an EMA, 1 / n for Wilder's. */
#ifndef SIGMA_LIB_SMOOTH_H
#define SIGMA_LIB_SMOOTH_H

#include "check.h"

enum { SIGMA_PERIOD_MAX = 10000 };

static inline bool sigma_period_valid(int32_t period)
{
    return sigma_between(period, 1, SIGMA_PERIOD_MAX);
}

static inline double sigma_ema_gain(int32_t period)
{
    return 2.0 / (period + 1.0);
}

static inline double sigma_wilder_gain(int32_t period)
{
    return 1.0 / period;
}

/* The step before it is settled. */
static inline double sigma_toward(double value, double x, double gain)
{
    return value + gain * (x - value);
}

/* With gain 1 the average is x itself, which value + (x - value) need not be. */
static inline double sigma_smooth(double value, double x, double gain)
{
    return sigma_settled(gain < 1.0 ? sigma_toward(value, x, gain) : x);
}

#endif
