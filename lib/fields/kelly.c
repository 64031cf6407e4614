/* SPDX-License-Identifier: MIT */
#include "sigma/kelly.h"

#include <stddef.h>

#include "fields_sizes.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"

const sigma_field sigma_kelly_params_fields[SIGMA_KELLY_PARAMS_FIELDS] = {
    {"prior_trades", "trades", 0, 1e6, offsetof(sigma_kelly_params, prior_trades), SIGMA_TYPE_F64,
     1, 0},
    {"lower_chance", "1", 1e-6, 0.5, offsetof(sigma_kelly_params, lower_chance), SIGMA_TYPE_F64, 1,
     0},
    {"wealth_alpha", "1", 0.01, 0.99, offsetof(sigma_kelly_params, wealth_alpha), SIGMA_TYPE_F64, 1,
     0},
    {"wealth_beta", "1", 1e-6, 1, offsetof(sigma_kelly_params, wealth_beta), SIGMA_TYPE_F64, 1, 0},
    {"floor", "1", 0, 0.99, offsetof(sigma_kelly_params, floor), SIGMA_TYPE_F64, 1, 0},
    {"gap_loss", "R", 1, 100, offsetof(sigma_kelly_params, gap_loss), SIGMA_TYPE_F64, 1, 0},
    {"fraction", "1", 0.001, 1, offsetof(sigma_kelly_params, fraction), SIGMA_TYPE_F64, 1, 0},
    {"risk_max", "1", 1e-6, 0.2, offsetof(sigma_kelly_params, risk_max), SIGMA_TYPE_F64, 1, 0},
    {"published_fraction", "1", 0.001, 1, offsetof(sigma_kelly_params, published_fraction),
     SIGMA_TYPE_F64, 1, 0},
    {"exploration_risk", "1", 0, 0.2, offsetof(sigma_kelly_params, exploration_risk),
     SIGMA_TYPE_F64, 1, 0},
    {"confident_risk", "1", 0, 0.2, offsetof(sigma_kelly_params, confident_risk), SIGMA_TYPE_F64, 1,
     0},
    {"confidence", "1", 0, 1, offsetof(sigma_kelly_params, confidence), SIGMA_TYPE_F64, 1, 0},
    {"tail", "1", 0.001, 0.5, offsetof(sigma_kelly_params, tail), SIGMA_TYPE_F64, 1, 0},
    {"exploration_trades", "trades", 2, 1000, offsetof(sigma_kelly_params, exploration_trades),
     SIGMA_TYPE_I32, 1, 0},
    {"established_trades", "trades", 2, 10000, offsetof(sigma_kelly_params, established_trades),
     SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_kelly_result_fields[SIGMA_KELLY_RESULT_FIELDS] = {
    {"fraction", "1", 0, 1e30, offsetof(sigma_kelly_result, fraction), SIGMA_TYPE_F64, 1, 0},
    {"full", "1", -1e30, 1e30, offsetof(sigma_kelly_result, full), SIGMA_TYPE_F64, 1, 0},
    {"growth", "1", 0, 1e30, offsetof(sigma_kelly_result, growth), SIGMA_TYPE_F64, 1, 0},
    {"trades", "trades", 0, 1e19, offsetof(sigma_kelly_result, trades), SIGMA_TYPE_F64, 1, 0},
    {"mean", "R", -1e6, 1e6, offsetof(sigma_kelly_result, mean), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "R", 0, 1e15, offsetof(sigma_kelly_result, deviation), SIGMA_TYPE_F64, 1, 0},
    {"error", "R", 0, 1e15, offsetof(sigma_kelly_result, error), SIGMA_TYPE_F64, 1, 0},
    {"shift", "R", 0, 1e18, offsetof(sigma_kelly_result, shift), SIGMA_TYPE_F64, 1, 0},
    {"worst", "R", -1e19, 1e6, offsetof(sigma_kelly_result, worst), SIGMA_TYPE_F64, 1, 0},
    {"exponent", "1", 0, 1e4, offsetof(sigma_kelly_result, exponent), SIGMA_TYPE_F64, 1, 0},
    {"iterations", "steps", 0, 1000, offsetof(sigma_kelly_result, iterations), SIGMA_TYPE_I32, 1,
     0},
    {"reason", "", 0, SIGMA_KELLY_COUNT - 1, offsetof(sigma_kelly_result, reason), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_KELLY},
};

const sigma_field sigma_kelly_sample_fields[SIGMA_KELLY_SAMPLE_FIELDS] = {
    {"balance", "account", -1e15, 1e15, offsetof(sigma_kelly_sample, balance), SIGMA_TYPE_F64, 1,
     0},
    {"equity", "account", -1e15, 1e15, offsetof(sigma_kelly_sample, equity), SIGMA_TYPE_F64, 1, 0},
    {"peak", "account", 1e-6, 1e18, offsetof(sigma_kelly_sample, peak), SIGMA_TYPE_F64, 1, 0},
    {"open_risk", "account", 0, 1e17, offsetof(sigma_kelly_sample, open_risk), SIGMA_TYPE_F64, 1,
     0},
    {"kelly", "1", 0, 1e30, offsetof(sigma_kelly_sample, kelly), SIGMA_TYPE_F64, 1, 0},
    {"mean", "R", -1e6, 1e6, offsetof(sigma_kelly_sample, mean), SIGMA_TYPE_F64, 1, 0},
    {"error", "R", 0, 1e15, offsetof(sigma_kelly_sample, error), SIGMA_TYPE_F64, 1, 0},
    {"factor", "1", 0, 1.5, offsetof(sigma_kelly_sample, factor), SIGMA_TYPE_F64, 1, 0},
    {"trades", "trades", 0, 1e19, offsetof(sigma_kelly_sample, trades), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_kelly_floor_result_fields[SIGMA_KELLY_FLOOR_RESULT_FIELDS] = {
    {"risk", "account", 0, 2e14, offsetof(sigma_kelly_floor_result, risk), SIGMA_TYPE_F64, 1, 0},
    {"fraction", "1", 0, 0.2, offsetof(sigma_kelly_floor_result, fraction), SIGMA_TYPE_F64, 1, 0},
    {"capital", "account", 0, 1e15, offsetof(sigma_kelly_floor_result, capital), SIGMA_TYPE_F64, 1,
     0},
    {"drawdown", "1", 0, 1, offsetof(sigma_kelly_floor_result, drawdown), SIGMA_TYPE_F64, 1, 0},
    {"cushion", "1", 0, 1, offsetof(sigma_kelly_floor_result, cushion), SIGMA_TYPE_F64, 1, 0},
    {"kelly_risk", "1", 0, 2e30, offsetof(sigma_kelly_floor_result, kelly_risk), SIGMA_TYPE_F64, 1,
     0},
    {"cushion_risk", "1", 0, 1, offsetof(sigma_kelly_floor_result, cushion_risk), SIGMA_TYPE_F64, 1,
     0},
    {"reason", "", 0, SIGMA_KELLY_COUNT - 1, offsetof(sigma_kelly_floor_result, reason),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_KELLY},
    {"reserved", "", 0, 0, offsetof(sigma_kelly_floor_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_kelly_chances_fields[SIGMA_KELLY_CHANCES_FIELDS] = {
    {"growth", "1", 0, 1, offsetof(sigma_kelly_chances, growth), SIGMA_TYPE_F64, 1, 0},
    {"ever", "1", 0, 1, offsetof(sigma_kelly_chances, ever), SIGMA_TYPE_F64, 1, 0},
    {"doubled", "1", 0, 1, offsetof(sigma_kelly_chances, doubled), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_kelly_fall_fields[SIGMA_KELLY_FALL_FIELDS] = {
    {"ever", "1", 0, 1, offsetof(sigma_kelly_fall, ever), SIGMA_TYPE_F64, 1, 0},
    {"start", "1", 0, 1, offsetof(sigma_kelly_fall, start), SIGMA_TYPE_F64, 1, 0},
    {"trades", "trades", 0, 1e30, offsetof(sigma_kelly_fall, trades), SIGMA_TYPE_F64, 1, 0},
    {"peak", "1", 0, 1, offsetof(sigma_kelly_fall, peak), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_edge_fields[SIGMA_EDGE_FIELDS] = {
    {"mean", "R", -1e6, 1e6, offsetof(sigma_edge, mean), SIGMA_TYPE_F64, 1, 0},
    {"error", "R", 0, 1e15, offsetof(sigma_edge, error), SIGMA_TYPE_F64, 1, 0},
    {"tail", "R", 0, 1e6, offsetof(sigma_edge, tail), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_edge, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"payoff", "1", 0, 1e18, offsetof(sigma_edge, payoff), SIGMA_TYPE_F64, 1, 0},
    {"kelly", "1", 0, 1e6, offsetof(sigma_edge, kelly), SIGMA_TYPE_F64, 1, 0},
    {"lower", "1", 0, 1, offsetof(sigma_edge, lower), SIGMA_TYPE_F64, 1, 0},
    {"limited", "1", 0, 1, offsetof(sigma_edge, limited), SIGMA_TYPE_F64, 1, 0},
    {"recent_win_rate", "1", 0, 1, offsetof(sigma_edge, recent_win_rate), SIGMA_TYPE_F64, 1, 0},
    {"trades", "trades", 0, 2147483647, offsetof(sigma_edge, trades), SIGMA_TYPE_I32, 1, 0},
    {"recent_trades", "trades", 0, 10, offsetof(sigma_edge, recent_trades), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_EDGE, SIGMA_PART_EDGE, offsetof(sigma_edge, mark), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_edge, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_edge_in_range(const void *object)
{
    return sigma_table_inside(sigma_edge_fields, SIGMA_EDGE_FIELDS, object);
}
