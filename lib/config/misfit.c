/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "rows.h"

/* A position that nothing is wrong with. */
static const sigma_exits_entry entry = {
    .entry = 100.0, .stop = 99.0, .side = SIGMA_SIDE_LONG, .regime = SIGMA_REGIME_RANGE};

static const char *misfit_of_symbol(const sigma_symbol *symbol)
{
    double worth;

    if (sigma_symbol_compare(symbol, &worth) == SIGMA_E_DIFFERENT) {
        return "a tick_value of contract_size x tick_size x quote_rate";
    }
    return symbol->lot_min <= symbol->lot_max ? NULL : "lot_min at most lot_max";
}

static const char *misfit_of_stops(const sigma_stops_params *params)
{
    sigma_symbol symbol = sigma_known_facts(sigma_known_at(0), 1);
    sigma_stops_sample sample = {
        .entry = 1.0, .atr = 0.01, .win_rate = 0.5, .side = SIGMA_SIDE_LONG};
    sigma_stops_result result;

    return sigma_stops_evaluate(params, &symbol, &sample, &result) == SIGMA_OK
               ? NULL
               : "distance_min at most distance_max";
}

static const char *misfit_of_factors(const sigma_factors_params *params)
{
    sigma_factors_sample sample = {.regime = 0};
    sigma_factors_result result;

    return sigma_factors_evaluate(params, &sample, &result) == SIGMA_OK
               ? NULL
               : "volatility that rises, and win_least at most win_most";
}

static const char *misfit_of_technical(const sigma_technical_params *params)
{
    sigma_technical technical;

    return sigma_technical_init(&technical, params) == SIGMA_OK
               ? NULL
               : "interval at most higher, offset below higher, and rsi_low at most rsi_near";
}

static const char *misfit_of_rules(const sigma_rules_params *params)
{
    sigma_rules rules;

    return sigma_rules_init(&rules, params) == SIGMA_OK
               ? NULL
               : "range at most strong, adx_leave at most trend, trend at most strong, and "
                 "volatile_leave at most volatile_enter";
}

static const char *misfit_of_advice(const sigma_advice_params *params)
{
    sigma_advice_sample sample = {.regime = SIGMA_REGIME_UNKNOWN};
    sigma_advice_result result;

    return sigma_advice_evaluate(params, &sample, &result) == SIGMA_OK
               ? NULL
               : "factor_min at most factor_max";
}

static const char *misfit_of_exits(const sigma_exits_params *params)
{
    sigma_exits exits;

    return sigma_exits_init(&exits, params, &entry) == SIGMA_OK
               ? NULL
               : "partial_fraction of less than 1 together, and a unit other than target";
}

static const char *misfit_of_prop(const sigma_prop_params *params)
{
    sigma_prop prop;

    return sigma_prop_init(&prop, 0, params) == SIGMA_OK
               ? NULL
               : "losses of at most 1 unless their unit is money, and bases that suit their rule";
}

static const char *misfit_of_schedule(const sigma_schedule *schedule)
{
    sigma_schedule_result result;

    return sigma_schedule_evaluate(schedule, 0, &result) == SIGMA_OK
               ? NULL
               : "start before end in each window, and first_year at most last_year in each rule";
}

const char *sigma_config_misfit(int32_t kind, const void *object)
{
    switch (kind) {
    case KIND_SYMBOL: return misfit_of_symbol((const sigma_symbol *)object);
    case SIGMA_KIND_STOPS_PARAMS: return misfit_of_stops((const sigma_stops_params *)object);
    case SIGMA_KIND_FACTORS_PARAMS: return misfit_of_factors((const sigma_factors_params *)object);
    case SIGMA_KIND_TECHNICAL_PARAMS:
        return misfit_of_technical((const sigma_technical_params *)object);
    case SIGMA_KIND_RULES_PARAMS: return misfit_of_rules((const sigma_rules_params *)object);
    case SIGMA_KIND_ADVICE_PARAMS: return misfit_of_advice((const sigma_advice_params *)object);
    case SIGMA_KIND_EXITS_PARAMS: return misfit_of_exits((const sigma_exits_params *)object);
    case SIGMA_KIND_PROP_PARAMS: return misfit_of_prop((const sigma_prop_params *)object);
    case SIGMA_KIND_SCHEDULE: return misfit_of_schedule((const sigma_schedule *)object);
    default: return NULL;
    }
}

const char *sigma_config_worthless(const sigma_symbol *symbol)
{
    if (symbol->asset != SIGMA_ASSET_INVERSE) {
        return symbol->tick_value > 0.0 ? NULL : "tick_value, or contract_size and quote_rate";
    }
    return symbol->contract_size > 0.0 && symbol->quote_rate > 0.0 ? NULL
                                                                   : "contract_size and quote_rate";
}
