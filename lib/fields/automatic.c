/* SPDX-License-Identifier: MIT */
#include "sigma/automatic.h"

#include <stddef.h>

#include "fields_sizes.h"
#include "sigma/words.h"

const sigma_field sigma_automatic_params_fields[SIGMA_AUTOMATIC_PARAMS_FIELDS] = {
    {"stops", "", 0, 0, offsetof(sigma_automatic_params, stops), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_STOPS_PARAMS},
    {"sizing", "", 0, 0, offsetof(sigma_automatic_params, sizing), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_SIZING_PARAMS},
    {"risk_share", "1", 1e-6, 0.2, offsetof(sigma_automatic_params, risk_share), SIGMA_TYPE_F64, 1,
     0},
    {"free_share", "1", 0.01, 1, offsetof(sigma_automatic_params, free_share), SIGMA_TYPE_F64, 1,
     0},
    {"used_fair", "1", 0, 0.99, offsetof(sigma_automatic_params, used_fair), SIGMA_TYPE_F64, 1, 0},
    {"kelly_share", "1", 0.001, 1, offsetof(sigma_automatic_params, kelly_share), SIGMA_TYPE_F64, 1,
     0},
    {"leverage_max", "1", 1, 1000, offsetof(sigma_automatic_params, leverage_max), SIGMA_TYPE_F64,
     1, 0},
    {"policy_leverage", "1", 1, 1000, offsetof(sigma_automatic_params, policy_leverage),
     SIGMA_TYPE_F64, 1, 0},
    {"leverage_none", "1", 1, 1000, offsetof(sigma_automatic_params, leverage_none), SIGMA_TYPE_F64,
     1, 0},
    {"kelly_trades", "trades", 1, 2147483647, offsetof(sigma_automatic_params, kelly_trades),
     SIGMA_TYPE_I32, 1, 0},
    {"conservative", "1", 0, 1, offsetof(sigma_automatic_params, conservative), SIGMA_TYPE_I32, 1,
     0},
};

const sigma_field sigma_automatic_sample_fields[SIGMA_AUTOMATIC_SAMPLE_FIELDS] = {
    {"equity", "account", 1e-6, 1e15, offsetof(sigma_automatic_sample, equity), SIGMA_TYPE_F64, 1,
     0},
    {"balance", "account", 1e-6, 1e15, offsetof(sigma_automatic_sample, balance), SIGMA_TYPE_F64, 1,
     0},
    {"peak", "account", 1e-6, 1e18, offsetof(sigma_automatic_sample, peak), SIGMA_TYPE_F64, 1, 0},
    {"margin", "account", 0, 1e15, offsetof(sigma_automatic_sample, margin), SIGMA_TYPE_F64, 1, 0},
    {"heat", "account", 0, 1e17, offsetof(sigma_automatic_sample, heat), SIGMA_TYPE_F64, 1, 0},
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_automatic_sample, entry), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_automatic_sample, atr), SIGMA_TYPE_F64, 1, 0},
    {"strength", "1", 0, 1, offsetof(sigma_automatic_sample, strength), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_automatic_sample, confidence), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e6, offsetof(sigma_automatic_sample, volatility), SIGMA_TYPE_F64, 1, 0},
    {"liquidity", "1", 0, 1, offsetof(sigma_automatic_sample, liquidity), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_automatic_sample, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"payoff", "1", 0, 1e6, offsetof(sigma_automatic_sample, payoff), SIGMA_TYPE_F64, 1, 0},
    {"profit_factor", "1", 0, 1e15, offsetof(sigma_automatic_sample, profit_factor), SIGMA_TYPE_F64,
     1, 0},
    {"win_mean", "R", 0, 1e6, offsetof(sigma_automatic_sample, win_mean), SIGMA_TYPE_F64, 1, 0},
    {"mean", "R", -1e6, 1e6, offsetof(sigma_automatic_sample, mean), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_INPUT_COUNT - 1, offsetof(sigma_automatic_sample, given),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_INPUT},
    {"trades", "trades", 0, 2147483647, offsetof(sigma_automatic_sample, trades), SIGMA_TYPE_I32, 1,
     0},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_automatic_sample, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
};

const sigma_field sigma_automatic_result_fields[SIGMA_AUTOMATIC_RESULT_FIELDS] = {
    {"stops", "", 0, 0, offsetof(sigma_automatic_result, stops), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_STOPS_RESULT},
    {"sizing", "", 0, 0, offsetof(sigma_automatic_result, sizing), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_SIZING_RESULT},
    {"leverage", "1", 1, 1000, offsetof(sigma_automatic_result, leverage), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e15, offsetof(sigma_automatic_result, risk), SIGMA_TYPE_F64, 1, 0},
    {"utilisation", "1", 0, 1e30, offsetof(sigma_automatic_result, utilisation), SIGMA_TYPE_F64, 1,
     0},
    {"kelly", "1", 0, 1, offsetof(sigma_automatic_result, kelly), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_automatic_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"by_sample", "1", 0, 1, offsetof(sigma_automatic_result, by_sample), SIGMA_TYPE_F64, 1, 0},
    {"by_leverage", "1", 0, 1, offsetof(sigma_automatic_result, by_leverage), SIGMA_TYPE_F64, 1, 0},
    {"by_market", "1", 0, 1, offsetof(sigma_automatic_result, by_market), SIGMA_TYPE_F64, 1, 0},
    {"by_portfolio", "1", 0, 1, offsetof(sigma_automatic_result, by_portfolio), SIGMA_TYPE_F64, 1,
     0},
    {"assumed", "", 0, SIGMA_INPUT_COUNT - 1, offsetof(sigma_automatic_result, assumed),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_INPUT},
};
