/* SPDX-License-Identifier: MIT */
#include "exits.h"

#include "fields.h"
#include "tags.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const int32_t BARS_MAX = 2000000000;
static const int64_t INTERVAL_MAX = INT64_C(1000000000000000000);

/* ---- rules */

static sigma_exits_params plain(void)
{
    return (sigma_exits_params){.trail = {1.5, 2.0, 2.0, 1.5, 1.0, 2.5},
                                .trail_start = 1.5,
                                .time_gain = 1.0,
                                .trend_gain = 2.0,
                                .range_gain = 1.0,
                                .exposure_max = 0.5,
                                .rsi_extreme = 70.0,
                                .histogram = 0.1,
                                .time_limit = {36, 48, 48, 24, 12, 6},
                                .unit = SIGMA_GAIN_RISK,
                                .partial_unit = SIGMA_GAIN_RISK};
}

static void add_published(sigma_exits_params *params)
{
    params->breakeven = 1.0;
    params->partial_gain[0] = 2.0;
    params->partial_gain[1] = 4.0;
    params->partial_fraction[0] = 0.25;
    params->partial_fraction[1] = 0.5;
}

static void turn_to_percent(sigma_exits_params *params)
{
    *params = (sigma_exits_params){.trail = {0.015, 0.02, 0.02, 0.015, 0.01, 0.025},
                                   .trail_start = 0.015,
                                   .breakeven = 0.01,
                                   .time_gain = 0.03,
                                   .trend_gain = 0.05,
                                   .range_gain = 0.02,
                                   .exposure_max = params->exposure_max,
                                   .rsi_extreme = params->rsi_extreme,
                                   .histogram = params->histogram,
                                   .partial_gain = {0.02, 0.04},
                                   .partial_fraction = {0.25, 0.5},
                                   .time_limit = {36, 48, 48, 24, 12, 6},
                                   .unit = SIGMA_GAIN_PRICE,
                                   .partial_unit = SIGMA_GAIN_PRICE};
}

sigma_status sigma_exits_defaults(sigma_exits_params *params, int32_t style)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = plain();
    switch (style) {
    case SIGMA_STYLE_PLAIN: break;
    case SIGMA_STYLE_RISK: add_published(params); break;
    case SIGMA_STYLE_PERCENT: turn_to_percent(params); break;
    case SIGMA_STYLE_HALF:
        params->partial_gain[0] = 0.5;
        params->partial_fraction[0] = 0.5;
        params->partial_unit = SIGMA_GAIN_TARGET;
        break;
    default: *params = (sigma_exits_params){0}; return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}

/* ---- what may be; by hand, because the field tables would take longer than all the rest */

static bool gains_valid(const sigma_exits_params *params)
{
    return sigma_within(params->trail_start, 0.0, 1e6) &&
           sigma_within(params->breakeven, 0.0, 1e6) && sigma_within(params->time_gain, 0.0, 1e6) &&
           sigma_within(params->trend_gain, 0.0, 1e6) &&
           sigma_within(params->range_gain, 0.0, 1e6) &&
           sigma_within(params->exposure_max, 0.0, 1e6);
}

static bool parts_valid(const sigma_exits_params *params)
{
    const double *fraction = params->partial_fraction, *gain = params->partial_gain;
    return sigma_within(gain[0], 0.0, 1e6) && sigma_within(gain[1], 0.0, 1e6) &&
           sigma_within(fraction[0], 0.0, 0.9) && sigma_within(fraction[1], 0.0, 0.9) &&
           fraction[0] + fraction[1] < 1.0;
}

static bool params_valid(const sigma_exits_params *params)
{
    bool valid = sigma_between(params->unit, SIGMA_GAIN_PRICE, SIGMA_GAIN_RISK) &&
                 sigma_between(params->partial_unit, SIGMA_GAIN_PRICE, SIGMA_GAIN_TARGET) &&
                 sigma_within(params->rsi_extreme, 50.0, 100.0) &&
                 sigma_within(params->histogram, 0.0, 1000.0);
    for (int32_t i = 0; i < SIGMA_REGIME_COUNT; i++) {
        valid &= sigma_within(params->trail[i], 0.0, 1000.0) &&
                 sigma_between(params->time_limit[i], 0, 1000000);
    }
    return valid && gains_valid(params) && parts_valid(params);
}

static bool is_price(double x)
{
    return sigma_within(x, PRICE_MIN, PRICE_MAX);
}

static bool codes_valid(const sigma_exits_entry *entry)
{
    return sigma_between(entry->side, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT) &&
           sigma_between(entry->regime, 0, SIGMA_REGIME_COUNT - 1) &&
           entry->thesis >> SIGMA_THESIS_COUNT == 0 && sigma_is_time(entry->time) &&
           sigma_between(entry->interval, 0, INTERVAL_MAX);
}

static bool entry_valid(const sigma_exits_entry *entry)
{
    double sign = sigma_sign(entry->side);
    bool in_range = is_price(entry->entry) && is_price(entry->stop) &&
                    sigma_within(entry->target, 0.0, PRICE_MAX) &&
                    sigma_within(entry->atr, 0.0, PRICE_MAX) &&
                    sigma_within(entry->tick_size, 0.0, 1e9) && codes_valid(entry);
    return in_range && sign * (entry->entry - entry->stop) > 0.0 &&
           (entry->target == 0.0 || sign * (entry->target - entry->entry) > 0.0);
}

static bool origin_valid(int32_t origin)
{
    return origin == SIGMA_EXIT_STOP || origin == SIGMA_EXIT_TRAIL ||
           origin == SIGMA_EXIT_BREAKEVEN;
}

bool sigma_exits_valid(const sigma_exits *exits)
{
    return exits->tag == SIGMA_TAG_EXITS && exits->reserved == 0 && is_price(exits->stop) &&
           is_price(exits->best) && sigma_within(exits->atr, 0.0, PRICE_MAX) &&
           sigma_within(exits->open, 0.0, 1.0) && sigma_is_time(exits->time) &&
           sigma_between(exits->bars, 0, BARS_MAX) &&
           sigma_between(exits->parts, 0, SIGMA_EXITS_PARTS) && origin_valid(exits->origin) &&
           sigma_between(exits->closing, 0, SIGMA_EXIT_COUNT - 1) && entry_valid(&exits->entry) &&
           params_valid(&exits->params);
}

sigma_status sigma_exits_init(sigma_exits *exits, const sigma_exits_params *params,
                              const sigma_exits_entry *entry)
{
    if (!exits) {
        return SIGMA_E_NULL;
    }
    *exits = (sigma_exits){0};
    if (!params || !entry) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(params) || !entry_valid(entry)) {
        return SIGMA_E_RANGE;
    }
    *exits = (sigma_exits){.params = *params,
                           .entry = *entry,
                           .time = entry->time,
                           .stop = entry->stop,
                           .best = entry->entry,
                           .atr = entry->atr,
                           .open = 1.0,
                           .tag = SIGMA_TAG_EXITS,
                           .origin = SIGMA_EXIT_STOP};
    return SIGMA_OK;
}
