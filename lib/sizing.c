/* SPDX-License-Identifier: MIT */
#include "sigma/sizing.h"

#include "check.h"
#include "fields.h"
#include "money.h"

static const double TICKS_MIN = 1e-30; /* nearer than that, the stop is the entry */

sigma_status sigma_sizing_defaults(sigma_sizing_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_sizing_params){.risk_fraction = 0.01,
                                    .heat_max = 0.06,
                                    .notional_max = 0.1,
                                    .leverage_max = 20.0,
                                    .margin_max = 0.5};
    return SIGMA_OK;
}

static bool has(const sigma_sizing_sample *sample, int32_t given)
{
    return sample->given & sigma_bit(given);
}

static bool unlevered(const sigma_symbol *symbol)
{
    return symbol->asset == SIGMA_ASSET_STOCK ||
           (symbol->asset == SIGMA_ASSET_CRYPTO && symbol->leverage <= 1.0);
}

/* (1), factor by factor. */
static void budget(const sigma_sizing_params *params, const sigma_sizing_sample *sample,
                   sigma_sizing_result *result)
{
    result->factor[SIGMA_FACTOR_BASE] = params->risk_fraction;
    result->factor[SIGMA_FACTOR_CALLER] = has(sample, SIGMA_GIVEN_SCALE) ? sample->scale : 1.0;
    result->risk_after[SIGMA_FACTOR_BASE] = sample->equity * params->risk_fraction;
    for (int32_t i = SIGMA_FACTOR_BASE + 1; i < SIGMA_FACTOR_COUNT; i++) {
        result->risk_after[i] = result->risk_after[i - 1] * result->factor[i];
    }
}

/* The most lots that each cap allows, by SIGMA_CAP_...; STEP is not one of them. */
static void ask_caps(const sigma_sizing_params *params, const sigma_symbol *symbol,
                     const sigma_sizing_sample *sample, sigma_sizing_result *result)
{
    double *cap = result->cap, lot_notional = sigma_lot_notional(symbol, sample->entry);
    double multiple = unlevered(symbol) ? params->notional_max : params->leverage_max;
    double heat_left = sigma_larger(params->heat_max * sample->equity - sample->heat, 0.0);
    double margin_left = sigma_larger(sample->equity - sample->margin, 0.0) * params->margin_max;

    cap[SIGMA_CAP_RISK] = result->risk_after[SIGMA_FACTOR_COUNT - 1] / result->loss_per_lot;
    cap[SIGMA_CAP_CALLER] = has(sample, SIGMA_GIVEN_LOTS) ? sample->lots : 0.0;
    cap[SIGMA_CAP_SYMBOL] = symbol->lot_cap;
    cap[SIGMA_CAP_NOTIONAL] = multiple * sample->equity / lot_notional;
    cap[SIGMA_CAP_HEAT] = heat_left / result->loss_per_lot;
    cap[SIGMA_CAP_MARGIN] = margin_left / (lot_notional / symbol->leverage);
    cap[SIGMA_CAP_BROKER] = symbol->lot_max;
    result->asked = sigma_bit(SIGMA_CAP_RISK) | sigma_bit(SIGMA_CAP_NOTIONAL) |
                    sigma_bit(SIGMA_CAP_HEAT) | sigma_bit(SIGMA_CAP_MARGIN) |
                    sigma_bit(SIGMA_CAP_BROKER) | sigma_bit(SIGMA_CAP_STEP);
    if (has(sample, SIGMA_GIVEN_LOTS)) {
        result->asked |= sigma_bit(SIGMA_CAP_CALLER);
    }
    if (symbol->lot_cap > 0.0) {
        result->asked |= sigma_bit(SIGMA_CAP_SYMBOL);
    }
}

/* (3) up to the step. */
static double apply_caps(sigma_sizing_result *result)
{
    double lots = result->cap[SIGMA_CAP_RISK];

    result->lots_after[SIGMA_CAP_RISK] = lots;
    for (int32_t i = SIGMA_CAP_RISK + 1; i < SIGMA_CAP_STEP; i++) {
        if ((result->asked & sigma_bit(i)) && result->cap[i] < lots) {
            lots = result->cap[i];
            result->binding = i;
        }
        result->lots_after[i] = lots;
    }
    return lots;
}

/* Whole steps, never more than the caps leave, none below the smallest lot. */
static double floor_to_step(const sigma_symbol *symbol, double lots)
{
    double on_step = sigma_grid(lots, symbol->lot_step, SIGMA_ROUND_DOWN);
    double floored = sigma_smaller(on_step, symbol->lot_max);
    return floored >= symbol->lot_min ? floored : 0.0;
}

static void settle(const sigma_symbol *symbol, const sigma_sizing_sample *sample, double lots,
                   sigma_sizing_result *result)
{
    result->cap[SIGMA_CAP_STEP] = lots;
    result->lots_after[SIGMA_CAP_STEP] = lots;
    result->lots = lots;
    result->risk = lots * result->loss_per_lot;
    result->notional = lots * sigma_lot_notional(symbol, sample->entry);
    result->margin = result->notional / symbol->leverage;
}

static bool inputs_valid(const sigma_sizing_params *params, const sigma_symbol *symbol,
                         const sigma_sizing_sample *sample)
{
    return sigma_fields_valid(sigma_sizing_params_fields, SIGMA_SIZING_PARAMS_FIELDS, params) &&
           sigma_symbol_valid(symbol) &&
           sigma_fields_valid(sigma_sizing_sample_fields, SIGMA_SIZING_SAMPLE_FIELDS, sample);
}

sigma_status sigma_sizing_evaluate(const sigma_sizing_params *params, const sigma_symbol *symbol,
                                   const sigma_sizing_sample *sample, sigma_sizing_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_sizing_result){0};
    if (!params || !symbol || !sample) {
        return SIGMA_E_NULL;
    }
    if (!inputs_valid(params, symbol, sample)) {
        return SIGMA_E_RANGE;
    }
    double ticks = sigma_magnitude(sigma_ticks(symbol, sample->entry, sample->stop));
    if (ticks < TICKS_MIN) {
        return SIGMA_E_RANGE;
    }
    result->cost_per_lot = sigma_lot_cost(symbol, sample->entry, sample->stop);
    result->loss_per_lot = sigma_magnitude(sigma_lot_profit(symbol, sample->entry, sample->stop)) +
                           result->cost_per_lot; /* (2) */
    budget(params, sample, result);
    ask_caps(params, symbol, sample, result);
    settle(symbol, sample, floor_to_step(symbol, apply_caps(result)), result);
    return SIGMA_OK;
}
