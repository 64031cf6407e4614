/* SPDX-License-Identifier: MIT */
#include "sigma/scaling.h"

#include <stddef.h>

#include "fields_sizes.h"
#include "sigma/words.h"

const sigma_field sigma_scaling_params_fields[SIGMA_SCALING_PARAMS_FIELDS] = {
    {"appetite", "1", 0.01, 10, offsetof(sigma_scaling_params, appetite), SIGMA_TYPE_F64, 1, 0},
    {"confidence_min", "1", 0, 1, offsetof(sigma_scaling_params, confidence_min), SIGMA_TYPE_F64, 1,
     0},
    {"kelly_share", "1", 0.001, 1, offsetof(sigma_scaling_params, kelly_share), SIGMA_TYPE_F64, 1,
     0},
    {"kelly_most", "1", 0.001, 1, offsetof(sigma_scaling_params, kelly_most), SIGMA_TYPE_F64, 1, 0},
    {"volatility_slope", "1", 0, 1000, offsetof(sigma_scaling_params, volatility_slope),
     SIGMA_TYPE_F64, 1, 0},
    {"volatility_least", "1", 0, 1, offsetof(sigma_scaling_params, volatility_least),
     SIGMA_TYPE_F64, 1, 0},
    {"volume_least", "1", 0, 10, offsetof(sigma_scaling_params, volume_least), SIGMA_TYPE_F64, 1,
     0},
    {"volume_most", "1", 0, 10, offsetof(sigma_scaling_params, volume_most), SIGMA_TYPE_F64, 1, 0},
    {"win_base", "1", 0, 10, offsetof(sigma_scaling_params, win_base), SIGMA_TYPE_F64, 1, 0},
    {"win_rise", "1", 0, 10, offsetof(sigma_scaling_params, win_rise), SIGMA_TYPE_F64, 1, 0},
    {"win_pivot", "1", 0, 1, offsetof(sigma_scaling_params, win_pivot), SIGMA_TYPE_F64, 1, 0},
    {"win_span", "1", 0.01, 1, offsetof(sigma_scaling_params, win_span), SIGMA_TYPE_F64, 1, 0},
    {"good_profit", "1", 0, 1000, offsetof(sigma_scaling_params, good_profit), SIGMA_TYPE_F64, 1,
     0},
    {"good_factor", "1", 0, 10, offsetof(sigma_scaling_params, good_factor), SIGMA_TYPE_F64, 1, 0},
    {"poor_profit", "1", 0, 1000, offsetof(sigma_scaling_params, poor_profit), SIGMA_TYPE_F64, 1,
     0},
    {"poor_factor", "1", 0, 10, offsetof(sigma_scaling_params, poor_factor), SIGMA_TYPE_F64, 1, 0},
    {"win_least", "1", 0, 10, offsetof(sigma_scaling_params, win_least), SIGMA_TYPE_F64, 1, 0},
    {"win_most", "1", 0, 10, offsetof(sigma_scaling_params, win_most), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_scaling_sample_fields[SIGMA_SCALING_SAMPLE_FIELDS] = {
    {"base", "1", 0, 1, offsetof(sigma_scaling_sample, base), SIGMA_TYPE_F64, 1, 0},
    {"weight", "1", 0, 1, offsetof(sigma_scaling_sample, weight), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_scaling_sample, confidence), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_scaling_sample, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"payoff", "1", 1e-6, 1e6, offsetof(sigma_scaling_sample, payoff), SIGMA_TYPE_F64, 1, 0},
    {"profit_factor", "1", 0, 1e15, offsetof(sigma_scaling_sample, profit_factor), SIGMA_TYPE_F64,
     1, 0},
    {"volatility", "1", 0, 1e6, offsetof(sigma_scaling_sample, volatility), SIGMA_TYPE_F64, 1, 0},
    {"volume", "1", 0, 1e15, offsetof(sigma_scaling_sample, volume), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_scaling_result_fields[SIGMA_SCALING_RESULT_FIELDS] = {
    {"fraction", "1", 0, 1e6, offsetof(sigma_scaling_result, fraction), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_scaling_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"kelly", "1", 0, 1, offsetof(sigma_scaling_result, kelly), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1, offsetof(sigma_scaling_result, volatility), SIGMA_TYPE_F64, 1, 0},
    {"volume", "1", 0, 10, offsetof(sigma_scaling_result, volume), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 10, offsetof(sigma_scaling_result, win_rate), SIGMA_TYPE_F64, 1, 0},
};
