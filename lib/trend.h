/* SPDX-License-Identifier: MIT */
/* Values of a window, oldest first, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_TREND_H
#define SIGMA_LIB_TREND_H

#include "sigma/trend.h"

/* (4) to (6) of the last of n values or bars. */
double sigma_zscore_of(const double *window, int32_t n);
sigma_slope_result sigma_slope_of(const double *window, int32_t n);
double sigma_cci_of(const double *high, const double *low, const double *close, int32_t n);

#endif
