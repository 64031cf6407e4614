/* SPDX-License-Identifier: MIT */
/* Variance of a window of bars, for a state of its own and for a market's. */
#ifndef SIGMA_LIB_VOLATILITY_H
#define SIGMA_LIB_VOLATILITY_H

#include "moments.h"
#include "sigma/volatility.h"

bool sigma_atr_valid(const sigma_atr *atr);
bool sigma_ewma_valid(const sigma_ewma *ewma);

/* Whether a valid state has its seed. */
static inline bool sigma_atr_ready(const sigma_atr *atr)
{
    return atr->count >= atr->period;
}

bool sigma_ewma_ready(const sigma_ewma *ewma);

/* Take a usable bar, or a price, into a valid state, which stays valid. The change is ln(close /
 * the close before), if there is one. */
void sigma_atr_advance(sigma_atr *atr, double high, double low, double close);
void sigma_ewma_advance(sigma_ewma *ewma, double close, double change);

/* What the read of the same name does, of a valid state; the value is 0 before. */
sigma_status sigma_atr_evaluate(const sigma_atr *atr, double *value);
sigma_status sigma_ewma_evaluate(const sigma_ewma *ewma, double *value);

/* What a bar adds to the columns of the same names. */
typedef struct sigma_volatility_terms {
    double gap;
    double body;
    double range;
} sigma_volatility_terms;

static inline bool sigma_volatility_valid(int32_t kind, int32_t period, double bars_a_year)
{
    return sigma_between(kind, 1, SIGMA_VOLATILITY_COUNT - 1) && sigma_window_valid(period) &&
           sigma_within(bars_a_year, 1e-3, 1e18);
}

/* Bars before the first that an estimate needs. */
static inline int32_t sigma_volatility_before(int32_t kind)
{
    return kind == SIGMA_VOLATILITY_CLOSE || kind == SIGMA_VOLATILITY_YANG_ZHANG;
}

/* prices: open, high, low, close. */
sigma_volatility_terms sigma_volatility_terms_of(int32_t kind, const double prices[4],
                                                 double last_close);

/* (2) to (6) of n values of each column. */
double sigma_volatility_variance(int32_t kind, int32_t n, const double *gap, const double *body,
                                 const double *range);

/* (6) of the three parts. */
double sigma_volatility_yang_zhang(int32_t n, double gap, double body, double range);

/* Out of a sum of squares about the mean; of one value 0. */
static inline double sigma_variance_of(double square, int32_t n)
{
    return n > 1 ? square / (n - 1) : 0.0;
}

/* (8) and (9) of the last of n closes, oldest first, whose moments are known. */
sigma_bollinger_result sigma_bollinger_by(const double *window, int32_t n,
                                          const sigma_moments *moments, double multiple);

/* The figure of a year. */
static inline double sigma_volatility_annual(double variance, double bars_a_year)
{
    return __builtin_sqrt(sigma_larger(variance, 0.0) * bars_a_year);
}

#endif
