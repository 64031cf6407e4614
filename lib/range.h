/* SPDX-License-Identifier: MIT */
/* What indicators of bars share: when a bar is usable, and its true range. */
#ifndef SIGMA_LIB_RANGE_H
#define SIGMA_LIB_RANGE_H

#include "check.h"

static inline bool sigma_bar_usable(double high, double low, double close)
{
    return sigma_within(low, 1e-15, close) && sigma_within(high, close, 1e15);
}

/* The greatest of high - low, |high - previous| and |low - previous|. */
static inline double sigma_true_range(double high, double low, double previous)
{
    return sigma_larger(high, previous) - sigma_smaller(low, previous);
}

/* (high + low + close) / 3, by way of differences: of a flat bar it is the price itself. */
static inline double sigma_typical_price(double high, double low, double close)
{
    return close + ((high - close) + (low - close)) / 3.0;
}

#endif
