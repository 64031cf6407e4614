/* SPDX-License-Identifier: MIT */
#include "sigma/simulation.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_simulation_params_fields[SIGMA_SIMULATION_PARAMS_FIELDS] = {
    {"drift", "1", -1000, 1000, offsetof(sigma_simulation_params, drift), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "1", 1e-9, 1000, offsetof(sigma_simulation_params, deviation), SIGMA_TYPE_F64, 1,
     0},
    {"target", "1", 0, 1000, offsetof(sigma_simulation_params, target), SIGMA_TYPE_F64, 1, 0},
    {"stop", "1", 0, 1000, offsetof(sigma_simulation_params, stop), SIGMA_TYPE_F64, 1, 0},
    {"seed", "", -9.3e18, 9.3e18, offsetof(sigma_simulation_params, seed), SIGMA_TYPE_I64, 1, 0},
    {"bars", "bars", 1, 1000000, offsetof(sigma_simulation_params, bars), SIGMA_TYPE_I32, 1, 0},
    {"closes", "1", 0, 1, offsetof(sigma_simulation_params, closes), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_simulation_path_fields[SIGMA_SIMULATION_PATH_FIELDS] = {
    {"end", "1", -1e15, 1e15, offsetof(sigma_simulation_path, end), SIGMA_TYPE_F64, 1, 0},
    {"bars", "bars", 0, 1000000, offsetof(sigma_simulation_path, bars), SIGMA_TYPE_I32, 1, 0},
    {"barrier", "", 0, SIGMA_BARRIER_COUNT - 1, offsetof(sigma_simulation_path, barrier),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_BARRIER},
};

const sigma_field sigma_simulation_tally_fields[SIGMA_SIMULATION_TALLY_FIELDS] = {
    {"ends", "1", -1e30, 1e30, offsetof(sigma_simulation_tally, ends), SIGMA_TYPE_F64, 1, 0},
    {"squares", "1", 0, 1e45, offsetof(sigma_simulation_tally, squares), SIGMA_TYPE_F64, 1, 0},
    {"paths", "1", 0, 1000000000000.0, offsetof(sigma_simulation_tally, paths), SIGMA_TYPE_I64, 1,
     0},
    {"target", "1", 0, 1000000000000.0, offsetof(sigma_simulation_tally, target), SIGMA_TYPE_I64, 1,
     0},
    {"stop", "1", 0, 1000000000000.0, offsetof(sigma_simulation_tally, stop), SIGMA_TYPE_I64, 1, 0},
    {"above", "1", 0, 1000000000000.0, offsetof(sigma_simulation_tally, above), SIGMA_TYPE_I64, 1,
     0},
    {"bars", "bars", 0, 1000000000000000000.0, offsetof(sigma_simulation_tally, bars),
     SIGMA_TYPE_I64, 1, 0},
};

const sigma_field sigma_simulation_result_fields[SIGMA_SIMULATION_RESULT_FIELDS] = {
    {"target", "1", 0, 1, offsetof(sigma_simulation_result, target), SIGMA_TYPE_F64, 1, 0},
    {"target_error", "1", 0, 1, offsetof(sigma_simulation_result, target_error), SIGMA_TYPE_F64, 1,
     0},
    {"stop", "1", 0, 1, offsetof(sigma_simulation_result, stop), SIGMA_TYPE_F64, 1, 0},
    {"stop_error", "1", 0, 1, offsetof(sigma_simulation_result, stop_error), SIGMA_TYPE_F64, 1, 0},
    {"neither", "1", 0, 1, offsetof(sigma_simulation_result, neither), SIGMA_TYPE_F64, 1, 0},
    {"neither_error", "1", 0, 1, offsetof(sigma_simulation_result, neither_error), SIGMA_TYPE_F64,
     1, 0},
    {"above", "1", 0, 1, offsetof(sigma_simulation_result, above), SIGMA_TYPE_F64, 1, 0},
    {"above_error", "1", 0, 1, offsetof(sigma_simulation_result, above_error), SIGMA_TYPE_F64, 1,
     0},
    {"end", "1", -1e30, 1e30, offsetof(sigma_simulation_result, end), SIGMA_TYPE_F64, 1, 0},
    {"end_error", "1", 0, 1e30, offsetof(sigma_simulation_result, end_error), SIGMA_TYPE_F64, 1, 0},
    {"bars", "bars", 0, 1e18, offsetof(sigma_simulation_result, bars), SIGMA_TYPE_F64, 1, 0},
};
