/* SPDX-License-Identifier: MIT */
/* Values of a window, oldest first, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_TREND_H
#define SIGMA_LIB_TREND_H

#include "moments.h"
#include "sigma/trend.h"

bool sigma_adx_valid(const sigma_adx *adx);

/* Whether a valid state has all its seeds. */
static inline bool sigma_adx_ready(const sigma_adx *adx)
{
    return adx->count >= 2 * adx->period;
}

/* Takes a usable bar into a valid state, which stays valid. */
void sigma_adx_advance(sigma_adx *adx, double high, double low, double close);

/* What sigma_adx_read() does, of a valid state; the result is all zero before. */
sigma_status sigma_adx_evaluate(const sigma_adx *adx, sigma_adx_result *result);

/* (4) and (5) of the last of n values. */
double sigma_zscore_of(const double *window, int32_t n);
sigma_slope_result sigma_slope_of(const double *window, int32_t n);

/* (4) and (5) of a window whose moments are known. */
double sigma_zscore_by(const double *window, int32_t n, const sigma_moments *moments);
sigma_slope_result sigma_slope_by(const double *window, int32_t n, const sigma_moments *moments);

/* (6) of the last of n bars. Both sums go by fours: ((0 1) (2 3)) ((4 5) (6 7)) ..., oldest first,
 * each four added to those before it; then what is left, one by one. */
double sigma_cci_of(const double *high, const double *low, const double *close, int32_t n);

/* What three times the typical price has over three times the close: exact, as differences of
 * near prices are. */
static inline double sigma_cci_rest(double high, double low, double close)
{
    return (high - close) + (low - close);
}

/* Three times the difference between two typical prices. (6) is the same of three times t as of t,
 * and a third would have to be rounded. */
static inline double sigma_cci_apart(double close, double close_rest, double oldest,
                                     double oldest_rest)
{
    return 3.0 * (close - oldest) + (close_rest - oldest_rest);
}

/* (6) of sums over the window, by the distance of its last bar from its oldest. */
static inline double sigma_cci_index(double last, double sum, double distances, double n)
{
    return distances == 0.0 ? 0.0 : (last - sum / n) / (0.015 * (distances / n));
}

#endif
