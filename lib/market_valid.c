/* SPDX-License-Identifier: MIT */
#include "market.h"

#include <stddef.h>

#include "average.h"
#include "columns.h"
#include "momentum.h"
#include "trend.h"
#include "volatility.h"
#include "volume.h"

/* Ranges of the features from close to up, in their order: those of their table, which a test
 * compares, but that close and lower band are held closer. Every signal asks, so that it has to be
 * quick. */
enum { FIRST = offsetof(sigma_features, close) };
enum { FEATURES = (offsetof(sigma_features, ready) - FIRST) / sizeof(double) };

static const double CLOSE_MIN = 1e-15;
static const double LOWER_MAX = 2e15;
static const double LEAST[FEATURES] = {0.0, 0.0,   0.0,    0.0,   0.0,   0.0, 0.0,   0.0, 0.0,
                                       0.0, -1e15, -1e15,  -2e15, 0.0,   0.0, 0.0,   0.0, 0.0,
                                       0.0, -1e18, 0.0,    -1e4,  -1e4,  0.0, -2e33, 0.0, 0.0,
                                       0.0, 0.0,   -100.0, -1e16, -1e32, 0.0};
static const double MOST[FEATURES] = {1e15,  1e15, 1e15,  1e15, 1e15,  1e15,  100.0, 100.0, 100.0,
                                      100.0, 1e15, 1e15,  2e15, 100.0, 100.0, 100.0, 2e15,  2e15,
                                      1e18,  1e18, 1e4,   1e4,  1e4,   100.0, 2e33,  1e15,  1e15,
                                      1e12,  1e12, 100.0, 1e16, 1e32,  1.0};

bool sigma_features_valid(const sigma_features *features)
{
    return sigma_each_up_to(sigma_numbers_at(features, FIRST), LEAST, MOST, FEATURES) &&
           features->close >= CLOSE_MIN && features->bollinger_lower <= LOWER_MAX &&
           sigma_is_time(features->time) && features->ready >> (SIGMA_FEATURE_COUNT - 1) <= 1;
}

bool sigma_market_indicators_valid(const sigma_market *m)
{
    return sigma_emas_valid(m->ema, 4) && sigma_macd_valid(&m->macd) && sigma_adx_valid(&m->adx) &&
           sigma_atr_valid(&m->atr) && sigma_rsi_valid(&m->rsi) && sigma_obv_valid(&m->obv) &&
           sigma_vwap_valid(&m->vwap) && sigma_vwap_valid(&m->session) &&
           sigma_ewma_valid(&m->ewma);
}
