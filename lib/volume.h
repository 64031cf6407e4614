/* SPDX-License-Identifier: MIT */
/* Money flow, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_VOLUME_H
#define SIGMA_LIB_VOLUME_H

#include "sigma/volume.h"
#include "window.h"

/* Takes one bar, and returns what the update of the same name does. On an error the state may be
 * left half done: whoever calls holds a copy. */
sigma_status sigma_obv_advance(sigma_obv *obv, double close, double volume);

/* The same of the typical price and the volume of a usable bar. */
sigma_status sigma_vwap_advance(sigma_vwap *vwap, double price, double volume);

/* The same in a session, which may be a new one. */
sigma_status sigma_vwap_advance_in(sigma_vwap *vwap, int64_t session, double price, double volume);

/* H + L + C, three times the typical price. */
static inline double sigma_flow_price(double high, double low, double close)
{
    return (high + low) + close;
}

/* Flow of a bar whose price rose from `last` by more than rounding can explain, else 0. With the
 * prices the other way round, of one that fell. */
static inline double sigma_flow_of(double from, double to, double price, double volume)
{
    double flow = price * volume;
    return to - from > 0x1p-50 * price ? flow : 0.0;
}

/* (3) of two sums. */
static inline double sigma_flow_index(double rising, double falling)
{
    double whole = rising + falling;
    double share = 100.0 * (rising / (whole > 0.0 ? whole : 1.0));
    return whole > 0.0 ? share : 50.0 + whole; /* of damaged flows not a number */
}

/* (3) of the last n flows. */
static inline double sigma_flow_index_of(const double *rising, const double *falling, int32_t n)
{
    return sigma_flow_index(sigma_window_sum(rising, n), sigma_window_sum(falling, n));
}

#endif
