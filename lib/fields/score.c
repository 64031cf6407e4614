/* SPDX-License-Identifier: MIT */
#include "sigma/score.h"

#include <stddef.h>

#include "fields_signals.h"
#include "sigma/words.h"

const sigma_field sigma_score_params_fields[SIGMA_SCORE_PARAMS_FIELDS] = {
    {"weight", "1", 0, 1, offsetof(sigma_score_params, weight), SIGMA_TYPE_F64, 6, 0},
    {"histogram", "ATR", 0.0001, 1000, offsetof(sigma_score_params, histogram), SIGMA_TYPE_F64, 1,
     0},
    {"low", "1", 0, 1e6, offsetof(sigma_score_params, low), SIGMA_TYPE_F64, 1, 0},
    {"span", "1", 0.0001, 1e6, offsetof(sigma_score_params, span), SIGMA_TYPE_F64, 1, 0},
    {"extreme", "1", 0, 1e6, offsetof(sigma_score_params, extreme), SIGMA_TYPE_F64, 1, 0},
    {"extreme_factor", "1", 0, 1, offsetof(sigma_score_params, extreme_factor), SIGMA_TYPE_F64, 1,
     0},
    {"threshold", "1", 0, 1, offsetof(sigma_score_params, threshold), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_score_result_fields[SIGMA_SCORE_RESULT_FIELDS] = {
    {"term", "1", -1, 1, offsetof(sigma_score_result, term), SIGMA_TYPE_F64, 6, 0},
    {"share", "1", -1, 1, offsetof(sigma_score_result, share), SIGMA_TYPE_F64, 6, 0},
    {"raw", "1", -1, 1, offsetof(sigma_score_result, raw), SIGMA_TYPE_F64, 1, 0},
    {"factor", "1", 0, 1, offsetof(sigma_score_result, factor), SIGMA_TYPE_F64, 1, 0},
    {"score", "1", -1, 1, offsetof(sigma_score_result, score), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_score_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"side", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_score_result, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"reserved", "", 0, 0, offsetof(sigma_score_result, reserved), SIGMA_TYPE_I32, 1, 0},
};
