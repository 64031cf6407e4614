/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "market.h"

static bool apart(const sigma_market *market, const sigma_bar *bars, int32_t count,
                  const sigma_features *features)
{
    int64_t of_market = (int64_t)sizeof *market, of_bars = count * (int64_t)sizeof *bars;
    int64_t of_features = count * (int64_t)sizeof *features;

    return !sigma_overlap(features, of_features, bars, of_bars) &&
           !sigma_overlap(features, of_features, market, of_market) &&
           !sigma_overlap(market, of_market, bars, of_bars);
}

static sigma_status fill(sigma_market *market, const sigma_bar *bars, int32_t count,
                         sigma_features *features)
{
    sigma_status status = SIGMA_OK;
    for (int32_t i = 0; i < count && status >= 0; i++) {
        status = sigma_market_step(market, &bars[i], &features[i]);
    }
    return status;
}

sigma_status sigma_market_batch(sigma_market *market, const sigma_market_params *params,
                                const sigma_symbol *symbol, const sigma_bar *bars, int32_t count,
                                sigma_features *features)
{
    if (!market) {
        return SIGMA_E_NULL;
    }
    sigma_zero(market, (int32_t)sizeof *market);
    if (!params || !symbol || !bars || !features) {
        return SIGMA_E_NULL;
    }
    if (count < 0 || !apart(market, bars, count, features)) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = sigma_market_init(market, params, symbol);
    if (status == SIGMA_OK) {
        status = fill(market, bars, count, features);
    }
    if (status >= 0) {
        return SIGMA_OK;
    }
    sigma_zero(market, (int32_t)sizeof *market);
    for (int32_t i = 0; i < count; i++) {
        features[i] = (sigma_features){0};
    }
    return status;
}
