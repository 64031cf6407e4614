/* SPDX-License-Identifier: MIT */
/* Money flow, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_VOLUME_H
#define SIGMA_LIB_VOLUME_H

#include "sigma/volume.h"
#include "window.h"

bool sigma_obv_valid(const sigma_obv *obv);
bool sigma_vwap_valid(const sigma_vwap *vwap);

/* Take a usable bar into a valid state, that of a session, which may be a new one. A sum that
 * leaves its range is refused, and the state left half done: whoever calls holds a copy. */
bool sigma_obv_advance(sigma_obv *obv, double close, double volume);
bool sigma_vwap_advance(sigma_vwap *vwap, int64_t session, double price, double volume);

/* What the read of the same name does, of a valid state; the value is 0 before. */
sigma_status sigma_obv_evaluate(const sigma_obv *obv, double *value);
sigma_status sigma_vwap_evaluate(const sigma_vwap *vwap, double *value);

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
