/* SPDX-License-Identifier: MIT */
/* What the files of a market share. */
#ifndef SIGMA_LIB_MARKET_H
#define SIGMA_LIB_MARKET_H

#include "check.h"
#include "sigma/market.h"

/* Whether what every call relies on holds; the indicators look after themselves. */
bool sigma_market_valid(const sigma_market *market);

bool sigma_market_indicators_valid(const sigma_market *market);

/* Features of the windows of a valid market with bars, whatever its indicators are; all zero
 * before. False of damaged columns, which give features that are not numbers, or far out of range.
 */
bool sigma_market_read_windows(const sigma_market *market, sigma_features *features);

/* All other features, of valid indicators, and whether any lacks a value. */
sigma_status sigma_market_read_indicators(const sigma_market *market, sigma_features *features);

/* Real or assumed number of bars a year. */
double sigma_market_bars_a_year(const sigma_market_params *params);

/* Whether every feature of a valid market has a value. */
bool sigma_market_ready(const sigma_market *market);

/* Whether features lie in the ranges of their table. */
bool sigma_features_valid(const sigma_features *features);

#endif
