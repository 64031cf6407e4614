/* SPDX-License-Identifier: MIT */
#include "sigma/forecast.h"

#include <stddef.h>

#include "fields.h"

const sigma_field sigma_forecast_sample_fields[SIGMA_FORECAST_SAMPLE_FIELDS] = {
    {"drift", "1", -1000, 1000, offsetof(sigma_forecast_sample, drift), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "1", 1e-9, 1000, offsetof(sigma_forecast_sample, deviation), SIGMA_TYPE_F64, 1,
     0},
    {"target", "1", 1e-9, 1000, offsetof(sigma_forecast_sample, target), SIGMA_TYPE_F64, 1, 0},
    {"stop", "1", 1e-9, 1000, offsetof(sigma_forecast_sample, stop), SIGMA_TYPE_F64, 1, 0},
    {"bars", "bars", 0, 1e9, offsetof(sigma_forecast_sample, bars), SIGMA_TYPE_F64, 1, 0},
    {"closes", "1", 0, 1, offsetof(sigma_forecast_sample, closes), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_forecast_sample, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_forecast_result_fields[SIGMA_FORECAST_RESULT_FIELDS] = {
    {"target", "1", 0, 1, offsetof(sigma_forecast_result, target), SIGMA_TYPE_F64, 1, 0},
    {"stop", "1", 0, 1, offsetof(sigma_forecast_result, stop), SIGMA_TYPE_F64, 1, 0},
    {"driftless", "1", 0, 1, offsetof(sigma_forecast_result, driftless), SIGMA_TYPE_F64, 1, 0},
    {"bars", "bars", 0, 1e30, offsetof(sigma_forecast_result, bars), SIGMA_TYPE_F64, 1, 0},
    {"target_by", "1", 0, 1, offsetof(sigma_forecast_result, target_by), SIGMA_TYPE_F64, 1, 0},
    {"stop_by", "1", 0, 1, offsetof(sigma_forecast_result, stop_by), SIGMA_TYPE_F64, 1, 0},
    {"neither_by", "1", 0, 1, offsetof(sigma_forecast_result, neither_by), SIGMA_TYPE_F64, 1, 0},
};
