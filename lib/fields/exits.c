/* SPDX-License-Identifier: MIT */
#include "sigma/exits.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_exits_params_fields[SIGMA_EXITS_PARAMS_FIELDS] = {
    {"trail", "1", 0, 1000, offsetof(sigma_exits_params, trail), SIGMA_TYPE_F64, 6, 0},
    {"trail_start", "1", 0, 1e6, offsetof(sigma_exits_params, trail_start), SIGMA_TYPE_F64, 1, 0},
    {"breakeven", "1", 0, 1e6, offsetof(sigma_exits_params, breakeven), SIGMA_TYPE_F64, 1, 0},
    {"time_gain", "1", 0, 1e6, offsetof(sigma_exits_params, time_gain), SIGMA_TYPE_F64, 1, 0},
    {"trend_gain", "1", 0, 1e6, offsetof(sigma_exits_params, trend_gain), SIGMA_TYPE_F64, 1, 0},
    {"range_gain", "1", 0, 1e6, offsetof(sigma_exits_params, range_gain), SIGMA_TYPE_F64, 1, 0},
    {"exposure_max", "1", 0, 1e6, offsetof(sigma_exits_params, exposure_max), SIGMA_TYPE_F64, 1, 0},
    {"rsi_extreme", "1", 50, 100, offsetof(sigma_exits_params, rsi_extreme), SIGMA_TYPE_F64, 1, 0},
    {"histogram", "ATR", 0, 1000, offsetof(sigma_exits_params, histogram), SIGMA_TYPE_F64, 1, 0},
    {"partial_gain", "1", 0, 1e6, offsetof(sigma_exits_params, partial_gain), SIGMA_TYPE_F64, 2, 0},
    {"partial_fraction", "1", 0, 0.9, offsetof(sigma_exits_params, partial_fraction),
     SIGMA_TYPE_F64, 2, 0},
    {"time_limit", "bars", 0, 1000000, offsetof(sigma_exits_params, time_limit), SIGMA_TYPE_I32, 6,
     0},
    {"unit", "", 1, SIGMA_GAIN_COUNT - 1, offsetof(sigma_exits_params, unit), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_GAIN},
    {"partial_unit", "", 1, SIGMA_GAIN_COUNT - 1, offsetof(sigma_exits_params, partial_unit),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_GAIN},
};

const sigma_field sigma_exits_entry_fields[SIGMA_EXITS_ENTRY_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_exits_entry, time), SIGMA_TYPE_TIME, 1, 0},
    {"interval", "ns", 0, 1e18, offsetof(sigma_exits_entry, interval), SIGMA_TYPE_I64, 1, 0},
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_exits_entry, entry), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 1e-15, 1e15, offsetof(sigma_exits_entry, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_exits_entry, target), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_exits_entry, atr), SIGMA_TYPE_F64, 1, 0},
    {"tick_size", "price", 0, 1e9, offsetof(sigma_exits_entry, tick_size), SIGMA_TYPE_F64, 1, 0},
    {"thesis", "", 0, SIGMA_THESIS_COUNT - 1, offsetof(sigma_exits_entry, thesis), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_THESIS},
    {"side", "", 1, SIGMA_SIDE_COUNT - 1, offsetof(sigma_exits_entry, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_exits_entry, regime), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_REGIME},
};

const sigma_field sigma_exits_sample_fields[SIGMA_EXITS_SAMPLE_FIELDS] = {
    {"atr", "price", 0, 1e15, offsetof(sigma_exits_sample, atr), SIGMA_TYPE_F64, 1, 0},
    {"rsi", "1", 0, 100, offsetof(sigma_exits_sample, rsi), SIGMA_TYPE_F64, 1, 0},
    {"histogram", "price", -1e15, 1e15, offsetof(sigma_exits_sample, histogram), SIGMA_TYPE_F64, 1,
     0},
    {"exposure", "1", -1e6, 1e6, offsetof(sigma_exits_sample, exposure), SIGMA_TYPE_F64, 1, 0},
    {"smaller", "1", 0, 1e6, offsetof(sigma_exits_sample, smaller), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_SEEN_COUNT - 1, offsetof(sigma_exits_sample, given), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_SEEN},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_exits_sample, regime), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_REGIME},
    {"order", "", 0, SIGMA_EXIT_COUNT - 1, offsetof(sigma_exits_sample, order), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_EXIT},
};

const sigma_field sigma_exits_fields[SIGMA_EXITS_FIELDS] = {
    {"params", "", 1, 0, offsetof(sigma_exits, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_EXITS_PARAMS},
    {"entry", "", 1, 0, offsetof(sigma_exits, entry), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EXITS_ENTRY},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_exits, time), SIGMA_TYPE_TIME, 1, 0},
    {"stop", "price", 1e-15, 1e15, offsetof(sigma_exits, stop), SIGMA_TYPE_F64, 1, 0},
    {"best", "price", 1e-15, 1e15, offsetof(sigma_exits, best), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_exits, atr), SIGMA_TYPE_F64, 1, 0},
    {"open", "1", 0, 1, offsetof(sigma_exits, open), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_EXITS, SIGMA_TAG_EXITS, offsetof(sigma_exits, tag), SIGMA_TYPE_I32, 1, 0},
    {"bars", "bars", 0, 2000000000, offsetof(sigma_exits, bars), SIGMA_TYPE_I32, 1, 0},
    {"parts", "", 0, 2, offsetof(sigma_exits, parts), SIGMA_TYPE_I32, 1, 0},
    {"origin", "", 1, SIGMA_EXIT_COUNT - 1, offsetof(sigma_exits, origin), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_EXIT},
    {"closing", "", 0, SIGMA_EXIT_COUNT - 1, offsetof(sigma_exits, closing), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_EXIT},
    {"reserved", "", 0, 0, offsetof(sigma_exits, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_exits_result_fields[SIGMA_EXITS_RESULT_FIELDS] = {
    {"price", "price", 0, 1e15, offsetof(sigma_exits_result, price), SIGMA_TYPE_F64, 1, 0},
    {"fraction", "1", 0, 1, offsetof(sigma_exits_result, fraction), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 0, 1e15, offsetof(sigma_exits_result, stop), SIGMA_TYPE_F64, 1, 0},
    {"gain", "R", -1e46, 1e46, offsetof(sigma_exits_result, gain), SIGMA_TYPE_F64, 1, 0},
    {"room", "1", 0, 1e31, offsetof(sigma_exits_result, room), SIGMA_TYPE_F64, 1, 0},
    {"action", "", 0, SIGMA_ACTION_COUNT - 1, offsetof(sigma_exits_result, action), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_ACTION},
    {"reason", "", 0, SIGMA_EXIT_COUNT - 1, offsetof(sigma_exits_result, reason), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_EXIT},
};
