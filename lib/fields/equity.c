/* SPDX-License-Identifier: MIT */
#include "sigma/equity.h"

#include <stddef.h>

#include "fields.h"

const sigma_field sigma_equity_params_fields[SIGMA_EQUITY_PARAMS_FIELDS] = {
    {"risk", "1", 0, 1, offsetof(sigma_equity_params, risk), SIGMA_TYPE_F64, 1, 0},
    {"ruin", "1", 0, 1, offsetof(sigma_equity_params, ruin), SIGMA_TYPE_F64, 1, 0},
    {"seed", "", -9.3e18, 9.3e18, offsetof(sigma_equity_params, seed), SIGMA_TYPE_I64, 1, 0},
    {"trades", "trades", 1, 1000000, offsetof(sigma_equity_params, trades), SIGMA_TYPE_I32, 1, 0},
    {"run", "trades", 1, 100000, offsetof(sigma_equity_params, run), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_equity_path_fields[SIGMA_EQUITY_PATH_FIELDS] = {
    {"end", "1", 0, 1e100, offsetof(sigma_equity_path, end), SIGMA_TYPE_F64, 1, 0},
    {"drawdown", "1", 0, 1, offsetof(sigma_equity_path, drawdown), SIGMA_TYPE_F64, 1, 0},
    {"trades", "trades", 0, 1000000, offsetof(sigma_equity_path, trades), SIGMA_TYPE_I32, 1, 0},
    {"under", "trades", 0, 1000000, offsetof(sigma_equity_path, under), SIGMA_TYPE_I32, 1, 0},
    {"ruined", "1", 0, 1, offsetof(sigma_equity_path, ruined), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_equity_path, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_equity_tally_fields[SIGMA_EQUITY_TALLY_FIELDS] = {
    {"ends", "1", 0, 1e120, offsetof(sigma_equity_tally, ends), SIGMA_TYPE_F64, 1, 0},
    {"squares", "1", 0, 1e220, offsetof(sigma_equity_tally, squares), SIGMA_TYPE_F64, 1, 0},
    {"paths", "1", 0, 1000000000000.0, offsetof(sigma_equity_tally, paths), SIGMA_TYPE_I64, 1, 0},
    {"ruined", "1", 0, 1000000000000.0, offsetof(sigma_equity_tally, ruined), SIGMA_TYPE_I64, 1, 0},
    {"lost", "1", 0, 1000000000000.0, offsetof(sigma_equity_tally, lost), SIGMA_TYPE_I64, 1, 0},
    {"drawdown", "1", 0, 1000000000000.0, offsetof(sigma_equity_tally, drawdown), SIGMA_TYPE_I64,
     100, 0},
    {"under", "1", 0, 1000000000000.0, offsetof(sigma_equity_tally, under), SIGMA_TYPE_I64, 100, 0},
};

const sigma_field sigma_equity_result_fields[SIGMA_EQUITY_RESULT_FIELDS] = {
    {"ruin", "1", 0, 1, offsetof(sigma_equity_result, ruin), SIGMA_TYPE_F64, 1, 0},
    {"ruin_error", "1", 0, 1, offsetof(sigma_equity_result, ruin_error), SIGMA_TYPE_F64, 1, 0},
    {"loss", "1", 0, 1, offsetof(sigma_equity_result, loss), SIGMA_TYPE_F64, 1, 0},
    {"loss_error", "1", 0, 1, offsetof(sigma_equity_result, loss_error), SIGMA_TYPE_F64, 1, 0},
    {"end", "1", 0, 1e120, offsetof(sigma_equity_result, end), SIGMA_TYPE_F64, 1, 0},
    {"end_error", "1", 0, 1e120, offsetof(sigma_equity_result, end_error), SIGMA_TYPE_F64, 1, 0},
    {"drawdown_median", "1", 0, 1, offsetof(sigma_equity_result, drawdown_median), SIGMA_TYPE_F64,
     1, 0},
    {"drawdown_95", "1", 0, 1, offsetof(sigma_equity_result, drawdown_95), SIGMA_TYPE_F64, 1, 0},
    {"under_median", "1", 0, 1, offsetof(sigma_equity_result, under_median), SIGMA_TYPE_F64, 1, 0},
    {"under_95", "1", 0, 1, offsetof(sigma_equity_result, under_95), SIGMA_TYPE_F64, 1, 0},
};
