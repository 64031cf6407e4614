/* SPDX-License-Identifier: MIT */
/* The stochastic oscillator of a window, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_MOMENTUM_H
#define SIGMA_LIB_MOMENTUM_H

#include "sigma/momentum.h"
#include "window.h"

static inline double sigma_stochastic_of(double close, double least, double greatest)
{
    double range = greatest - least;
    double place = 100.0 * ((close - least) / (range > 0.0 ? range : 1.0));
    return range > 0.0 ? place : 50.0 + range; /* of damaged prices not a number */
}

bool sigma_rsi_valid(const sigma_rsi *rsi);

/* Whether a valid state has its seed. */
static inline bool sigma_rsi_ready(const sigma_rsi *rsi)
{
    return rsi->count > rsi->period;
}

/* Takes a number in range into a valid state, which stays valid. */
void sigma_rsi_advance(sigma_rsi *rsi, double x);

/* What sigma_rsi_read() does, of a valid state; the value is 0 before. */
sigma_status sigma_rsi_evaluate(const sigma_rsi *rsi, double *value);

/* (3) of n bars. */
static inline double sigma_stochastic_raw(const double *high, const double *low, double close,
                                          int32_t n)
{
    return sigma_stochastic_of(close, sigma_window_least(low, n), sigma_window_greatest(high, n));
}

#endif
