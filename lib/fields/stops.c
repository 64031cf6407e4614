/* SPDX-License-Identifier: MIT */
#include "sigma/stops.h"

#include <stddef.h>

#include "fields.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"

const sigma_field sigma_stops_params_fields[SIGMA_STOPS_PARAMS_FIELDS] = {
    {"atr_multiple", "ATR", 0.1, 100, offsetof(sigma_stops_params, atr_multiple), SIGMA_TYPE_F64, 1,
     0},
    {"reward_risk", "1", 0.1, 100, offsetof(sigma_stops_params, reward_risk), SIGMA_TYPE_F64, 1, 0},
    {"reward_risk_min", "1", 0, 100, offsetof(sigma_stops_params, reward_risk_min), SIGMA_TYPE_F64,
     1, 0},
    {"partial_share", "1", 0, 1, offsetof(sigma_stops_params, partial_share), SIGMA_TYPE_F64, 1, 0},
    {"stop_factor", "1", 0.01, 100, offsetof(sigma_stops_params, stop_factor), SIGMA_TYPE_F64,
     SIGMA_REGIME_COUNT, 0},
    {"target_factor", "1", 0.01, 100, offsetof(sigma_stops_params, target_factor), SIGMA_TYPE_F64,
     SIGMA_REGIME_COUNT, 0},
    {"strong_trend", "1", 0, 1, offsetof(sigma_stops_params, strong_trend), SIGMA_TYPE_F64, 1, 0},
    {"weak_trend", "1", 0, 1, offsetof(sigma_stops_params, weak_trend), SIGMA_TYPE_F64, 1, 0},
    {"strong_factor", "1", 0.01, 100, offsetof(sigma_stops_params, strong_factor), SIGMA_TYPE_F64,
     1, 0},
    {"weak_factor", "1", 0.01, 100, offsetof(sigma_stops_params, weak_factor), SIGMA_TYPE_F64, 1,
     0},
    {"distance_min", "1", 0, 1, offsetof(sigma_stops_params, distance_min), SIGMA_TYPE_F64, 1, 0},
    {"distance_max", "1", 0, 1, offsetof(sigma_stops_params, distance_max), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0.05, 1, offsetof(sigma_stops_params, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"win_share", "1", 0.01, 10, offsetof(sigma_stops_params, win_share), SIGMA_TYPE_F64, 1, 0},
    {"reward_least", "1", 0.1, 100, offsetof(sigma_stops_params, reward_least), SIGMA_TYPE_F64, 1,
     0},
    {"scheme", "", SIGMA_SCHEME_SIGMA, SIGMA_SCHEME_COUNT - 1, offsetof(sigma_stops_params, scheme),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SCHEME},
    {"trades_min", "trades", 1, 2147483647.0, offsetof(sigma_stops_params, trades_min),
     SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_stops_sample_fields[SIGMA_STOPS_SAMPLE_FIELDS] = {
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_stops_sample, entry), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_stops_sample, atr), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 0, 1e15, offsetof(sigma_stops_sample, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_stops_sample, target), SIGMA_TYPE_F64, 1, 0},
    {"structure", "price", 0, 1e15, offsetof(sigma_stops_sample, structure), SIGMA_TYPE_F64, 1, 0},
    {"strength", "1", 0, 1, offsetof(sigma_stops_sample, strength), SIGMA_TYPE_F64, 1, 0},
    {"win_rate", "1", 0, 1, offsetof(sigma_stops_sample, win_rate), SIGMA_TYPE_F64, 1, 0},
    {"win_mean", "R", 0, 1e6, offsetof(sigma_stops_sample, win_mean), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_GIVEN_COUNT - 1, offsetof(sigma_stops_sample, given), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_GIVEN},
    {"trades", "trades", 0, 2147483647.0, offsetof(sigma_stops_sample, trades), SIGMA_TYPE_I32, 1,
     0},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_stops_sample, regime), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_REGIME},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_stops_sample, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
    {"reserved", "", 0, 0, offsetof(sigma_stops_sample, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_stops_result_fields[SIGMA_STOPS_RESULT_FIELDS] = {
    {"stop", "price", 0, 1e15, offsetof(sigma_stops_result, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_stops_result, target), SIGMA_TYPE_F64, 1, 0},
    {"partial", "price", 0, 1e15, offsetof(sigma_stops_result, partial), SIGMA_TYPE_F64, 1, 0},
    {"distance", "price", 0, 1e15, offsetof(sigma_stops_result, distance), SIGMA_TYPE_F64, 1, 0},
    {"reward_risk", "1", 0, 1e30, offsetof(sigma_stops_result, reward_risk), SIGMA_TYPE_F64, 1, 0},
    {"breakeven", "1", 0, 1e30, offsetof(sigma_stops_result, breakeven), SIGMA_TYPE_F64, 1, 0},
    {"stop_factor", "1", 0, 100, offsetof(sigma_stops_result, stop_factor), SIGMA_TYPE_F64, 1, 0},
    {"passed", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_stops_result, passed), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_REASON},
    {"refused", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_stops_result, refused),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_REASON},
    {"origin", "", 0, SIGMA_ORIGIN_COUNT - 1, offsetof(sigma_stops_result, origin), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_ORIGIN},
    {"reserved", "", 0, 0, offsetof(sigma_stops_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_stops_params_in_range(const void *object)
{
    return sigma_table_inside(sigma_stops_params_fields, SIGMA_STOPS_PARAMS_FIELDS, object);
}

bool sigma_stops_sample_in_range(const void *object)
{
    return sigma_table_inside(sigma_stops_sample_fields, SIGMA_STOPS_SAMPLE_FIELDS, object);
}
