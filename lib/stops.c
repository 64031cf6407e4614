/* SPDX-License-Identifier: MIT */
#include "stops.h"

#include "in_range.h"
#include "money.h"

static const double PRICE_MAX = 1e15;
static const double RATIO_MAX = 1e30; /* where a stop stands an ulp from the entry */

static const int32_t HISTORY_MAX = 1000000000;

sigma_status sigma_stops_defaults(sigma_stops_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_stops_params){.atr_multiple = 1.5,
                                   .reward_risk = 2.5,
                                   .reward_risk_min = 1.5,
                                   .partial_share = 0.5,
                                   .stop_factor = {1.0, 1.2, 1.2, 0.9, 0.8, 1.5},
                                   .target_factor = {1.0, 1.2, 1.2, 0.8, 0.7, 1.0},
                                   .strong_trend = 0.7,
                                   .weak_trend = 0.3,
                                   .strong_factor = 0.8,
                                   .weak_factor = 1.2,
                                   .distance_min = 0.005,
                                   .distance_max = 0.03,
                                   .win_rate = 0.55,
                                   .win_share = 0.8,
                                   .reward_least = 1.5,
                                   .scheme = SIGMA_SCHEME_SIGMA,
                                   .trades_min = 10};
    return SIGMA_OK;
}

/* Toward safety: a long's stop and target down, a short's up; 0 where there is no such price. */
static double safe_level(const sigma_symbol *symbol, int32_t side, double price)
{
    int32_t direction = side == SIGMA_SIDE_LONG ? SIGMA_ROUND_DOWN : SIGMA_ROUND_UP;
    bool exists = price > 0.0 && price <= PRICE_MAX;
    double level = exists ? sigma_grid(price, symbol->tick_size, direction) : 0.0;

    return level > 0.0 && level <= PRICE_MAX ? level : 0.0;
}

/* The caller's own, or that of the scheme; 0 for none. */
static double stop_price(const sigma_stops_params *params, const sigma_symbol *symbol,
                         const sigma_stops_sample *sample, sigma_stops_result *result)
{
    if (sigma_stops_has(sample, SIGMA_GIVEN_STOP)) {
        result->origin = SIGMA_ORIGIN_CALLER;
        return sample->stop;
    }
    double distance = sigma_stops_distance(params, symbol, sample, result);
    return distance > 0.0 ? sample->entry - sigma_sign(sample->side) * distance : 0.0;
}

/* So far on the winning side. */
static double ahead(const sigma_stops_sample *sample, double distance)
{
    return sample->entry + sigma_sign(sample->side) * distance;
}

static void judge(sigma_stops_result *result, int32_t reason, bool holds)
{
    *(holds ? &result->passed : &result->refused) |= sigma_bit(reason);
}

/* How far the price lies on the winning side of the entry, in ticks; 0 for no price. */
static double ticks_ahead(const sigma_symbol *symbol, const sigma_stops_sample *sample,
                          double price)
{
    return price > 0.0 ? sigma_sign(sample->side) * sigma_ticks(symbol, sample->entry, price) : 0.0;
}

static double place_stop(const sigma_stops_params *params, const sigma_symbol *symbol,
                         const sigma_stops_sample *sample, sigma_stops_result *result)
{
    result->stop = safe_level(symbol, sample->side, stop_price(params, symbol, sample, result));
    double risk = sigma_larger(-ticks_ahead(symbol, sample, result->stop), 0.0);
    result->distance = sigma_smaller(risk * symbol->tick_size, PRICE_MAX);
    judge(result, SIGMA_REASON_STOP, risk > 0.0);
    judge(result, SIGMA_REASON_STOP_LEVEL, risk >= sigma_stops_least_ticks(symbol));
    return risk;
}

/* (5), for a stop that many ticks away. */
static void place_target(const sigma_stops_params *params, const sigma_symbol *symbol,
                         const sigma_stops_sample *sample, double risk, sigma_stops_result *result)
{
    bool own = sigma_stops_has(sample, SIGMA_GIVEN_TARGET);
    double aimed_at = sigma_stops_reward(params, sample);
    double price = own ? sample->target : ahead(sample, aimed_at * result->distance);

    result->target = safe_level(symbol, sample->side, price);
    double reward = sigma_larger(ticks_ahead(symbol, sample, result->target), 0.0);
    result->reward_risk = risk > 0.0 ? sigma_smaller(reward / risk, RATIO_MAX) : 0.0;
    if (reward > 0.0 && params->partial_share > 0.0) {
        double part = params->partial_share * reward * symbol->tick_size;
        result->partial = safe_level(symbol, sample->side, ahead(sample, part));
    }
    judge(result, SIGMA_REASON_TARGET, reward > 0.0);
    judge(result, SIGMA_REASON_REWARD,
          result->reward_risk > 0.0 &&
              (own ? result->reward_risk : aimed_at) >= params->reward_risk_min);
}

/* (6); 0 without both levels. */
static double breakeven(const sigma_symbol *symbol, const sigma_stops_sample *sample,
                        const sigma_stops_result *result)
{
    if (result->reward_risk <= 0.0) {
        return 0.0;
    }
    double loss = sigma_magnitude(sigma_lot_profit(symbol, sample->entry, result->stop));
    double gain = sigma_magnitude(sigma_lot_profit(symbol, sample->entry, result->target));
    double costs = sigma_lot_cost(symbol, sample->entry, result->stop);
    return sigma_smaller((loss + costs) / (loss + gain), RATIO_MAX);
}

bool sigma_stops_params_valid(const sigma_stops_params *params)
{
    return sigma_stops_params_in_range(params) && params->distance_min <= params->distance_max;
}

static bool sample_valid(const sigma_stops_sample *sample)
{
    return sigma_stops_sample_in_range(sample);
}

sigma_status sigma_stops_place(const sigma_stops_params *params, const sigma_symbol *symbol,
                               const sigma_stops_sample *sample, sigma_stops_result *result)
{
    if (!sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    double risk = place_stop(params, symbol, sample, result);
    place_target(params, symbol, sample, risk, result);
    result->breakeven = breakeven(symbol, sample, result);
    return SIGMA_OK;
}

sigma_status sigma_stops_evaluate(const sigma_stops_params *params, const sigma_symbol *symbol,
                                  const sigma_stops_sample *sample, sigma_stops_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_stops_result){0};
    if (!params || !symbol || !sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_stops_params_valid(params) || !sigma_symbol_valid(symbol)) {
        return SIGMA_E_RANGE;
    }
    return sigma_stops_place(params, symbol, sample, result);
}

/* Twice the share, so that it counts whole numbers. */
static int32_t rank(double past, double value)
{
    return (past < value) + (past <= value);
}

sigma_status sigma_stops_percentile(const double *history, int32_t count, double value,
                                    double *percentile)
{
    if (!percentile) {
        return SIGMA_E_NULL;
    }
    *percentile = 0.0;
    if (!history) {
        return SIGMA_E_NULL;
    }
    int64_t twice = 0;
    bool numbers = count >= 1 && count <= HISTORY_MAX && value == value;
    for (int32_t i = 0; numbers && i < count; i++) {
        numbers = history[i] == history[i];
        twice += rank(history[i], value);
    }
    *percentile = numbers ? (double)twice / (2.0 * (double)count) : 0.0;
    return numbers ? SIGMA_OK : SIGMA_E_RANGE;
}
