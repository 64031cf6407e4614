/* SPDX-License-Identifier: MIT */
#include "sigma/sizing.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_sizing_params_fields[SIGMA_SIZING_PARAMS_FIELDS] = {
    {"risk_fraction", "1", 1e-6, 0.2, offsetof(sigma_sizing_params, risk_fraction), SIGMA_TYPE_F64,
     1, 0},
    {"heat_max", "1", 1e-6, 1, offsetof(sigma_sizing_params, heat_max), SIGMA_TYPE_F64, 1, 0},
    {"notional_max", "1", 1e-6, 100, offsetof(sigma_sizing_params, notional_max), SIGMA_TYPE_F64, 1,
     0},
    {"leverage_max", "1", 1e-6, 10000, offsetof(sigma_sizing_params, leverage_max), SIGMA_TYPE_F64,
     1, 0},
    {"margin_max", "1", 1e-6, 1, offsetof(sigma_sizing_params, margin_max), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_sizing_sample_fields[SIGMA_SIZING_SAMPLE_FIELDS] = {
    {"equity", "account", 1e-6, 1e15, offsetof(sigma_sizing_sample, equity), SIGMA_TYPE_F64, 1, 0},
    {"margin", "account", 0, 1e15, offsetof(sigma_sizing_sample, margin), SIGMA_TYPE_F64, 1, 0},
    {"heat", "account", 0, 1e17, offsetof(sigma_sizing_sample, heat), SIGMA_TYPE_F64, 1, 0},
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_sizing_sample, entry), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 1e-15, 1e15, offsetof(sigma_sizing_sample, stop), SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_sizing_sample, lots), SIGMA_TYPE_F64, 1, 0},
    {"scale", "1", 0, 1, offsetof(sigma_sizing_sample, scale), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_GIVEN_COUNT - 1, offsetof(sigma_sizing_sample, given), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_GIVEN},
};

const sigma_field sigma_sizing_result_fields[SIGMA_SIZING_RESULT_FIELDS] = {
    {"factor", "1", 0, 1, offsetof(sigma_sizing_result, factor), SIGMA_TYPE_F64, SIGMA_FACTOR_COUNT,
     0},
    {"risk_after", "account", 0, 1e15, offsetof(sigma_sizing_result, risk_after), SIGMA_TYPE_F64,
     SIGMA_FACTOR_COUNT, 0},
    {"cap", "lots", 0, 1e120, offsetof(sigma_sizing_result, cap), SIGMA_TYPE_F64, SIGMA_CAP_COUNT,
     0},
    {"lots_after", "lots", 0, 1e120, offsetof(sigma_sizing_result, lots_after), SIGMA_TYPE_F64,
     SIGMA_CAP_COUNT, 0},
    {"loss_per_lot", "account", 0, 1e60, offsetof(sigma_sizing_result, loss_per_lot),
     SIGMA_TYPE_F64, 1, 0},
    {"cost_per_lot", "account", 0, 1e60, offsetof(sigma_sizing_result, cost_per_lot),
     SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_sizing_result, lots), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e15, offsetof(sigma_sizing_result, risk), SIGMA_TYPE_F64, 1, 0},
    {"notional", "account", 0, 1e60, offsetof(sigma_sizing_result, notional), SIGMA_TYPE_F64, 1, 0},
    {"margin", "account", 0, 1e60, offsetof(sigma_sizing_result, margin), SIGMA_TYPE_F64, 1, 0},
    {"asked", "", 0, SIGMA_CAP_COUNT - 1, offsetof(sigma_sizing_result, asked), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_CAP},
    {"binding", "", 0, SIGMA_CAP_COUNT - 1, offsetof(sigma_sizing_result, binding), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_CAP},
    {"reserved", "", 0, 0, offsetof(sigma_sizing_result, reserved), SIGMA_TYPE_I32, 1, 0},
};
