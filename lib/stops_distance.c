/* SPDX-License-Identifier: MIT */
#include "money.h"
#include "stops.h"

static const double REWARD_MAX = 1e30;

static bool by_regime(const sigma_stops_params *params)
{
    return params->scheme == SIGMA_SCHEME_SIGMA;
}

static double trend_factor(const sigma_stops_params *params, double strength)
{
    if (strength > params->strong_trend) {
        return params->strong_factor;
    }
    return strength < params->weak_trend ? params->weak_factor : 1.0;
}

/* The larger of the distance so far and another, with what placed it. */
static double keep(double distance, double other, int32_t origin, sigma_stops_result *result)
{
    if (other > distance) {
        result->origin = origin;
        return other;
    }
    return distance;
}

/* (1) or (3) */
static double scheme_distance(const sigma_stops_params *params, const sigma_stops_sample *sample,
                              sigma_stops_result *result)
{
    result->origin = SIGMA_ORIGIN_ATR;
    if (by_regime(params)) {
        result->stop_factor = params->stop_factor[sample->regime];
        return params->atr_multiple * sample->atr * result->stop_factor;
    }
    result->stop_factor = trend_factor(params, sample->strength);
    double distance = params->atr_multiple * sample->atr * result->stop_factor;
    double most = params->distance_max * sample->entry;
    if (distance > most) {
        result->origin = SIGMA_ORIGIN_LIMIT;
        return most;
    }
    return keep(distance, params->distance_min * sample->entry, SIGMA_ORIGIN_LIMIT, result);
}

double sigma_stops_distance(const sigma_stops_params *params, const sigma_symbol *symbol,
                            const sigma_stops_sample *sample, sigma_stops_result *result)
{
    if (sample->atr <= 0.0) {
        return 0.0;
    }
    double behind = sigma_stops_has(sample, SIGMA_GIVEN_STRUCTURE)
                        ? sigma_sign(sample->side) * (sample->entry - sample->structure)
                        : 0.0;
    double least = sigma_stops_least_ticks(symbol) * symbol->tick_size;
    double distance = scheme_distance(params, sample, result);

    distance = keep(distance, behind, SIGMA_ORIGIN_STRUCTURE, result);
    return keep(distance, least, SIGMA_ORIGIN_BROKER, result);
}

/* (4); a win rate near zero asks for more than any target can give. */
static double by_win_rate(const sigma_stops_params *params, const sigma_stops_sample *sample)
{
    double rate = sample->trades > 0 ? sample->win_rate : params->win_rate;
    double reward = 2.0 / sigma_larger(rate, 2.0 / REWARD_MAX);

    reward = sigma_larger(reward, params->reward_risk_min);
    if (sample->trades >= params->trades_min) {
        reward = sigma_smaller(reward, params->win_share * sample->win_mean);
    }
    return sigma_larger(reward, params->reward_least);
}

double sigma_stops_reward(const sigma_stops_params *params, const sigma_stops_sample *sample)
{
    return by_regime(params) ? params->reward_risk * params->target_factor[sample->regime]
                             : by_win_rate(params, sample);
}
