/* SPDX-License-Identifier: MIT */
/* What the files of a market share. */
#ifndef SIGMA_LIB_MARKET_H
#define SIGMA_LIB_MARKET_H

#include "check.h"
#include "sigma/market.h"

/* Whether what every call relies on holds; the indicators look after themselves. */
bool sigma_market_valid(const sigma_market *market);

/* Real or assumed number of bars a year. */
double sigma_market_bars_a_year(const sigma_market_params *params);

/* Bars after which every feature has a value, as far as windows need them. */
int32_t sigma_market_windows(const sigma_market_params *params);

/* Whether features lie in the ranges of their table. */
bool sigma_features_valid(const sigma_features *features);

#endif
