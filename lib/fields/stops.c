/* SPDX-License-Identifier: MIT */
#include "sigma/stops.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_stops_params_fields[SIGMA_STOPS_PARAMS_FIELDS] = {
    {"atr_multiple", "ATR", 0.1, 100, offsetof(sigma_stops_params, atr_multiple), SIGMA_TYPE_F64, 1,
     0},
    {"reward_risk", "1", 0.1, 100, offsetof(sigma_stops_params, reward_risk), SIGMA_TYPE_F64, 1, 0},
    {"reward_risk_min", "1", 0, 100, offsetof(sigma_stops_params, reward_risk_min), SIGMA_TYPE_F64,
     1, 0},
};

const sigma_field sigma_stops_sample_fields[SIGMA_STOPS_SAMPLE_FIELDS] = {
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_stops_sample, entry), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_stops_sample, atr), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 0, 1e15, offsetof(sigma_stops_sample, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_stops_sample, target), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_GIVEN_COUNT - 1, offsetof(sigma_stops_sample, given), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_GIVEN},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_stops_sample, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
    {"reserved", "", 0, 0, offsetof(sigma_stops_sample, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_stops_result_fields[SIGMA_STOPS_RESULT_FIELDS] = {
    {"stop", "price", 0, 1e15, offsetof(sigma_stops_result, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_stops_result, target), SIGMA_TYPE_F64, 1, 0},
    {"distance", "price", 0, 1e15, offsetof(sigma_stops_result, distance), SIGMA_TYPE_F64, 1, 0},
    {"reward_risk", "1", 0, 1e30, offsetof(sigma_stops_result, reward_risk), SIGMA_TYPE_F64, 1, 0},
    {"passed", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_stops_result, passed), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_REASON},
    {"refused", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_stops_result, refused),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_REASON},
};
