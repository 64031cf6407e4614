/* SPDX-License-Identifier: MIT */
#include "sigma/stops.h"

#include "check.h"
#include "fields.h"
#include "money.h"

static const double PRICE_MAX = 1e15;
static const double RATIO_MAX = 1e30; /* where a stop stands an ulp from the entry */

sigma_status sigma_stops_defaults(sigma_stops_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_stops_params){.atr_multiple = 1.5, .reward_risk = 2.5, .reward_risk_min = 1.5};
    return SIGMA_OK;
}

static bool has(const sigma_stops_sample *sample, int32_t given)
{
    return sample->given & sigma_bit(given);
}

/* Toward safety: a long's stop and target down, a short's up; 0 where there is no such price. */
static double safe_level(const sigma_symbol *symbol, int32_t side, double price)
{
    int32_t direction = side == SIGMA_SIDE_LONG ? SIGMA_ROUND_DOWN : SIGMA_ROUND_UP;
    bool exists = price > 0.0 && price <= PRICE_MAX;
    double level = exists ? sigma_grid(price, symbol->tick_size, direction) : 0.0;

    return level > 0.0 && level <= PRICE_MAX ? level : 0.0;
}

/* What the broker asks, and never less than a tick. */
static double least_ticks(const sigma_symbol *symbol)
{
    return sigma_larger(symbol->stop_level, 1.0);
}

/* (1); a market that does not move gives no stop. */
static double stop_price(const sigma_stops_params *params, const sigma_symbol *symbol,
                         const sigma_stops_sample *sample)
{
    if (has(sample, SIGMA_GIVEN_STOP)) {
        return sample->stop;
    }
    double least = least_ticks(symbol) * symbol->tick_size;
    double distance = sigma_larger(params->atr_multiple * sample->atr, least);
    return sample->atr > 0.0 ? sample->entry - sigma_sign(sample->side) * distance : 0.0;
}

/* (2) */
static double target_price(const sigma_stops_params *params, const sigma_stops_sample *sample,
                           double distance)
{
    return has(sample, SIGMA_GIVEN_TARGET)
               ? sample->target
               : sample->entry + sigma_sign(sample->side) * params->reward_risk * distance;
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

static void place(const sigma_stops_params *params, const sigma_symbol *symbol,
                  const sigma_stops_sample *sample, sigma_stops_result *result)
{
    result->stop = safe_level(symbol, sample->side, stop_price(params, symbol, sample));
    double risk = sigma_larger(-ticks_ahead(symbol, sample, result->stop), 0.0);
    result->distance = sigma_smaller(risk * symbol->tick_size, PRICE_MAX);
    result->target =
        safe_level(symbol, sample->side, target_price(params, sample, result->distance));
    double reward = sigma_larger(ticks_ahead(symbol, sample, result->target), 0.0);
    result->reward_risk = risk > 0.0 ? sigma_smaller(reward / risk, RATIO_MAX) : 0.0;

    double aimed_at = has(sample, SIGMA_GIVEN_TARGET) ? result->reward_risk : params->reward_risk;

    judge(result, SIGMA_REASON_STOP, risk > 0.0);
    judge(result, SIGMA_REASON_STOP_LEVEL, risk >= least_ticks(symbol));
    judge(result, SIGMA_REASON_TARGET, reward > 0.0);
    judge(result, SIGMA_REASON_REWARD,
          result->reward_risk > 0.0 && aimed_at >= params->reward_risk_min);
}

static bool sample_valid(const sigma_stops_sample *sample)
{
    return sigma_fields_valid(sigma_stops_sample_fields, SIGMA_STOPS_SAMPLE_FIELDS, sample);
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
    if (!sigma_fields_valid(sigma_stops_params_fields, SIGMA_STOPS_PARAMS_FIELDS, params) ||
        !sigma_symbol_valid(symbol) || !sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    place(params, symbol, sample, result);
    return SIGMA_OK;
}
