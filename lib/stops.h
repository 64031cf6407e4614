/* SPDX-License-Identifier: MIT */
/* How far the schemes of sigma/stops.h put the stop and the target, on arguments that were checked.
 */
#ifndef SIGMA_LIB_STOPS_H
#define SIGMA_LIB_STOPS_H

#include "check.h"
#include "sigma/stops.h"

static inline bool sigma_stops_has(const sigma_stops_sample *sample, int32_t given)
{
    return sample->given & sigma_bit(given);
}

/* What the broker asks, and never less than a tick. */
static inline double sigma_stops_least_ticks(const sigma_symbol *symbol)
{
    return sigma_larger(symbol->stop_level, 1.0);
}

bool sigma_stops_params_valid(const sigma_stops_params *params);

/* sigma_stops_evaluate() of parameters and a symbol that are valid, into a result that is all
 * zero. */
sigma_status sigma_stops_place(const sigma_stops_params *params, const sigma_symbol *symbol,
                               const sigma_stops_sample *sample, sigma_stops_result *result);

/* From the entry, above 0; sets stop_factor and origin. Without an ATR there is none: 0. */
double sigma_stops_distance(const sigma_stops_params *params, const sigma_symbol *symbol,
                            const sigma_stops_sample *sample, sigma_stops_result *result);

/* Reward over risk by (2) or (4). */
double sigma_stops_reward(const sigma_stops_params *params, const sigma_stops_sample *sample);

#endif
