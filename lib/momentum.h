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

/* Takes one number, and returns what the update of the same name does. On an error the state may be
 * left half done: whoever calls holds a copy. */
sigma_status sigma_rsi_advance(sigma_rsi *rsi, double x);

/* (3) of n bars. */
static inline double sigma_stochastic_raw(const double *high, const double *low, double close,
                                          int32_t n)
{
    return sigma_stochastic_of(close, sigma_window_least(low, n), sigma_window_greatest(high, n));
}

#endif
