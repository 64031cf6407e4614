/* SPDX-License-Identifier: MIT */
#include "sigma/factors.h"

#include <stddef.h>

#include "fields_sizes.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"

const sigma_field sigma_factors_params_fields[SIGMA_FACTORS_PARAMS_FIELDS] = {
    {"volatility", "of the sample", 0, 1e6, offsetof(sigma_factors_params, volatility),
     SIGMA_TYPE_F64, 4, 0},
    {"penalty", "1", 0, 1, offsetof(sigma_factors_params, penalty), SIGMA_TYPE_F64, 5, 0},
    {"win_pivot", "1", 0, 1, offsetof(sigma_factors_params, win_pivot), SIGMA_TYPE_F64, 1, 0},
    {"win_slope", "1", 0, 100, offsetof(sigma_factors_params, win_slope), SIGMA_TYPE_F64, 1, 0},
    {"win_least", "1", 0, 10, offsetof(sigma_factors_params, win_least), SIGMA_TYPE_F64, 1, 0},
    {"win_most", "1", 0, 10, offsetof(sigma_factors_params, win_most), SIGMA_TYPE_F64, 1, 0},
    {"correlation_weight", "1", 0, 10, offsetof(sigma_factors_params, correlation_weight),
     SIGMA_TYPE_F64, 1, 0},
    {"correlation_least", "1", 0, 1, offsetof(sigma_factors_params, correlation_least),
     SIGMA_TYPE_F64, 1, 0},
    {"votes_part", "1", 0, 1, offsetof(sigma_factors_params, votes_part), SIGMA_TYPE_F64, 1, 0},
    {"liquidity_min", "1", 0, 1, offsetof(sigma_factors_params, liquidity_min), SIGMA_TYPE_F64, 1,
     0},
    {"liquidity_factor", "1", 0, 1, offsetof(sigma_factors_params, liquidity_factor),
     SIGMA_TYPE_F64, 1, 0},
    {"low_level", "1", 0, 1000, offsetof(sigma_factors_params, low_level), SIGMA_TYPE_F64, 1, 0},
    {"low_factor", "1", 0, 1, offsetof(sigma_factors_params, low_factor), SIGMA_TYPE_F64, 1, 0},
    {"fair_level", "1", 0, 1000, offsetof(sigma_factors_params, fair_level), SIGMA_TYPE_F64, 1, 0},
    {"fair_factor", "1", 0, 1, offsetof(sigma_factors_params, fair_factor), SIGMA_TYPE_F64, 1, 0},
    {"score_full", "1", 1, 100, offsetof(sigma_factors_params, score_full), SIGMA_TYPE_F64, 1, 0},
    {"score_least", "1", 0, 1, offsetof(sigma_factors_params, score_least), SIGMA_TYPE_F64, 1, 0},
    {"asked", "", 0, SIGMA_FACTOR_COUNT - 1, offsetof(sigma_factors_params, asked), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_FACTOR},
    {"win_trades", "trades", 1, 10, offsetof(sigma_factors_params, win_trades), SIGMA_TYPE_I32, 1,
     0},
    {"reserved", "", 0, 0, offsetof(sigma_factors_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_factors_sample_fields[SIGMA_FACTORS_SAMPLE_FIELDS] = {
    {"regime", "1", 0, 10, offsetof(sigma_factors_sample, regime), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e30, offsetof(sigma_factors_sample, volatility), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_factors_sample, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"correlation", "1", -1, 1, offsetof(sigma_factors_sample, correlation), SIGMA_TYPE_F64, 1, 0},
    {"liquidity", "1", 0, 1, offsetof(sigma_factors_sample, liquidity), SIGMA_TYPE_F64, 1, 0},
    {"margin_level", "1", 0, 1e30, offsetof(sigma_factors_sample, margin_level), SIGMA_TYPE_F64, 1,
     0},
    {"breaker", "1", 0, 1, offsetof(sigma_factors_sample, breaker), SIGMA_TYPE_F64, 1, 0},
    {"monitor", "1", 0, 1, offsetof(sigma_factors_sample, monitor), SIGMA_TYPE_F64, 1, 0},
    {"score", "1", 0, 100, offsetof(sigma_factors_sample, score), SIGMA_TYPE_F64, 1, 0},
    {"budget", "1", 0, 1, offsetof(sigma_factors_sample, budget), SIGMA_TYPE_F64, 1, 0},
    {"caller", "1", 0, 10, offsetof(sigma_factors_sample, caller), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_FACTOR_COUNT - 1, offsetof(sigma_factors_sample, given), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_FACTOR},
    {"votes", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_factors_sample, votes),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
    {"trades", "trades", 0, 10, offsetof(sigma_factors_sample, trades), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_factors_result_fields[SIGMA_FACTORS_RESULT_FIELDS] = {
    {"factor", "1", 0, 10, offsetof(sigma_factors_result, factor), SIGMA_TYPE_F64,
     SIGMA_FACTOR_COUNT, 0},
    {"product", "1", 0, 1e4, offsetof(sigma_factors_result, product), SIGMA_TYPE_F64, 1, 0},
    {"factors", "", 0, SIGMA_FACTOR_COUNT - 1, offsetof(sigma_factors_result, factors),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_FACTOR},
};

bool sigma_factors_params_in_range(const void *object)
{
    return sigma_table_inside(sigma_factors_params_fields, SIGMA_FACTORS_PARAMS_FIELDS, object);
}

bool sigma_factors_sample_in_range(const void *object)
{
    return sigma_table_inside(sigma_factors_sample_fields, SIGMA_FACTORS_SAMPLE_FIELDS, object);
}
