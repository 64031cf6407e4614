/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "layout.h"
#include "sigma/equity.h"
#include "sigma/forecast.h"
#include "sigma/regime.h"
#include "sigma/resample.h"
#include "sigma/simulation.h"

sigma_table sigma_table_of_chances(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_RESAMPLE:
        return sigma_table_from("sigma_resample", sigma_resample_fields, SIGMA_RESAMPLE_FIELDS,
                                sizeof(sigma_resample));
    case SIGMA_KIND_RESAMPLE_RESULT:
        return sigma_table_from("sigma_resample_result", sigma_resample_result_fields,
                                SIGMA_RESAMPLE_RESULT_FIELDS, sizeof(sigma_resample_result));
    case SIGMA_KIND_FORECAST_SAMPLE:
        return sigma_table_from("sigma_forecast_sample", sigma_forecast_sample_fields,
                                SIGMA_FORECAST_SAMPLE_FIELDS, sizeof(sigma_forecast_sample));
    case SIGMA_KIND_FORECAST_RESULT:
        return sigma_table_from("sigma_forecast_result", sigma_forecast_result_fields,
                                SIGMA_FORECAST_RESULT_FIELDS, sizeof(sigma_forecast_result));
    case SIGMA_KIND_SIMULATION_PARAMS:
        return sigma_table_from("sigma_simulation_params", sigma_simulation_params_fields,
                                SIGMA_SIMULATION_PARAMS_FIELDS, sizeof(sigma_simulation_params));
    case SIGMA_KIND_SIMULATION_PATH:
        return sigma_table_from("sigma_simulation_path", sigma_simulation_path_fields,
                                SIGMA_SIMULATION_PATH_FIELDS, sizeof(sigma_simulation_path));
    case SIGMA_KIND_SIMULATION_TALLY:
        return sigma_table_from("sigma_simulation_tally", sigma_simulation_tally_fields,
                                SIGMA_SIMULATION_TALLY_FIELDS, sizeof(sigma_simulation_tally));
    case SIGMA_KIND_SIMULATION_RESULT:
        return sigma_table_from("sigma_simulation_result", sigma_simulation_result_fields,
                                SIGMA_SIMULATION_RESULT_FIELDS, sizeof(sigma_simulation_result));
    case SIGMA_KIND_EQUITY_PARAMS:
        return sigma_table_from("sigma_equity_params", sigma_equity_params_fields,
                                SIGMA_EQUITY_PARAMS_FIELDS, sizeof(sigma_equity_params));
    case SIGMA_KIND_EQUITY_PATH:
        return sigma_table_from("sigma_equity_path", sigma_equity_path_fields,
                                SIGMA_EQUITY_PATH_FIELDS, sizeof(sigma_equity_path));
    case SIGMA_KIND_EQUITY_TALLY:
        return sigma_table_from("sigma_equity_tally", sigma_equity_tally_fields,
                                SIGMA_EQUITY_TALLY_FIELDS, sizeof(sigma_equity_tally));
    case SIGMA_KIND_EQUITY_RESULT:
        return sigma_table_from("sigma_equity_result", sigma_equity_result_fields,
                                SIGMA_EQUITY_RESULT_FIELDS, sizeof(sigma_equity_result));
    case SIGMA_KIND_REGIME_STATE:
        return sigma_table_from("sigma_regime_state", sigma_regime_state_fields,
                                SIGMA_REGIME_STATE_FIELDS, sizeof(sigma_regime_state));
    case SIGMA_KIND_REGIME_PARAMS:
        return sigma_table_from("sigma_regime_params", sigma_regime_params_fields,
                                SIGMA_REGIME_PARAMS_FIELDS, sizeof(sigma_regime_params));
    case SIGMA_KIND_REGIME:
        return sigma_table_from("sigma_regime", sigma_regime_fields, SIGMA_REGIME_FIELDS,
                                sizeof(sigma_regime));
    case SIGMA_KIND_REGIME_RESULT:
        return sigma_table_from("sigma_regime_result", sigma_regime_result_fields,
                                SIGMA_REGIME_RESULT_FIELDS, sizeof(sigma_regime_result));
    case SIGMA_KIND_RULES_PARAMS:
        return sigma_table_from("sigma_rules_params", sigma_rules_params_fields,
                                SIGMA_RULES_PARAMS_FIELDS, sizeof(sigma_rules_params));
    case SIGMA_KIND_RULES_SAMPLE:
        return sigma_table_from("sigma_rules_sample", sigma_rules_sample_fields,
                                SIGMA_RULES_SAMPLE_FIELDS, sizeof(sigma_rules_sample));
    case SIGMA_KIND_RULES:
        return sigma_table_from("sigma_rules", sigma_rules_fields, SIGMA_RULES_FIELDS,
                                sizeof(sigma_rules));
    case SIGMA_KIND_RULES_RESULT:
        return sigma_table_from("sigma_rules_result", sigma_rules_result_fields,
                                SIGMA_RULES_RESULT_FIELDS, sizeof(sigma_rules_result));
    case SIGMA_KIND_ADVICE_PARAMS:
        return sigma_table_from("sigma_advice_params", sigma_advice_params_fields,
                                SIGMA_ADVICE_PARAMS_FIELDS, sizeof(sigma_advice_params));
    case SIGMA_KIND_ADVICE_SAMPLE:
        return sigma_table_from("sigma_advice_sample", sigma_advice_sample_fields,
                                SIGMA_ADVICE_SAMPLE_FIELDS, sizeof(sigma_advice_sample));
    case SIGMA_KIND_ADVICE_RESULT:
        return sigma_table_from("sigma_advice_result", sigma_advice_result_fields,
                                SIGMA_ADVICE_RESULT_FIELDS, sizeof(sigma_advice_result));
    default: return sigma_table_of_trades(kind);
    }
}
