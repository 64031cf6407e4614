/* SPDX-License-Identifier: MIT */
/* Values of a window, oldest first, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_TREND_H
#define SIGMA_LIB_TREND_H

#include "moments.h"
#include "sigma/trend.h"

/* Takes one bar, and returns what the update of the same name does. On an error the state may be
 * left half done: whoever calls holds a copy. */
sigma_status sigma_adx_advance(sigma_adx *adx, double high, double low, double close);

/* (4) and (5) of the last of n values. */
double sigma_zscore_of(const double *window, int32_t n);
sigma_slope_result sigma_slope_of(const double *window, int32_t n);

/* (4) and (5) of a window whose moments are known. */
double sigma_zscore_by(const double *window, int32_t n, sigma_moments moments);
sigma_slope_result sigma_slope_by(const double *window, int32_t n, sigma_moments moments);

/* (6) of the last of n bars. */
double sigma_cci_of(const double *high, const double *low, const double *close, int32_t n);

#endif
