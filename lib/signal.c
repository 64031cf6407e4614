/* SPDX-License-Identifier: MIT */
#include "sigma/signal.h"

#include "check.h"
#include "market.h"

static const double FULL_STRENGTH = 50.0;

sigma_status sigma_signal_defaults(sigma_signal_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_signal_params){.adx_min = 25.0};
    return SIGMA_OK;
}

static bool ready(const sigma_features *f)
{
    uint64_t needed = sigma_bit(SIGMA_FEATURE_EMA_2) | sigma_bit(SIGMA_FEATURE_EMA_3) |
                      sigma_bit(SIGMA_FEATURE_ADX);
    return (f->ready & needed) == needed;
}

/* (1) */
static int32_t side_of(const sigma_features *f)
{
    double second = f->ema[1], third = f->ema[2];

    if (f->close > third && second > third && f->plus_di > f->minus_di) {
        return SIGMA_SIDE_LONG;
    }
    if (f->close < third && second < third && f->plus_di < f->minus_di) {
        return SIGMA_SIDE_SHORT;
    }
    return SIGMA_SIDE_UNKNOWN;
}

sigma_status sigma_signal_trend(const sigma_signal_params *params, const sigma_features *features,
                                sigma_signal_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_signal_result){0};
    if (!params || !features) {
        return SIGMA_E_NULL;
    }
    if (!sigma_within(params->adx_min, 1.0, 100.0) || !sigma_features_valid(features)) {
        return SIGMA_E_RANGE;
    }
    if (!ready(features)) {
        return SIGMA_WARMUP;
    }
    int32_t side = features->adx >= params->adx_min ? side_of(features) : SIGMA_SIDE_UNKNOWN;
    if (side != SIGMA_SIDE_UNKNOWN) {
        result->side = side;
        result->strength = sigma_smaller(features->adx / FULL_STRENGTH, 1.0);
    }
    return SIGMA_OK;
}
