/* SPDX-License-Identifier: MIT */
#include "sigma/technical.h"

#include <stddef.h>

#include "fields_signals.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_technical_params_fields[SIGMA_TECHNICAL_PARAMS_FIELDS] = {
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_technical_params, interval),
     SIGMA_TYPE_I64, 1, 0},
    {"higher", "ns", 1, 31622400000000000.0, offsetof(sigma_technical_params, higher),
     SIGMA_TYPE_I64, 1, 0},
    {"offset", "ns", 0, 31622400000000000.0, offsetof(sigma_technical_params, offset),
     SIGMA_TYPE_I64, 1, 0},
    {"rsi_low", "1", 0, 50, offsetof(sigma_technical_params, rsi_low), SIGMA_TYPE_F64, 1, 0},
    {"rsi_near", "1", 0, 50, offsetof(sigma_technical_params, rsi_near), SIGMA_TYPE_F64, 1, 0},
    {"adx_min", "1", 0, 100, offsetof(sigma_technical_params, adx_min), SIGMA_TYPE_F64, 1, 0},
    {"score_min", "1", 0, 10, offsetof(sigma_technical_params, score_min), SIGMA_TYPE_F64, 1, 0},
    {"ema", "bars", 1, 10000, offsetof(sigma_technical_params, ema), SIGMA_TYPE_I32, 2, 0},
    {"trend", "bars", 1, 10000, offsetof(sigma_technical_params, trend), SIGMA_TYPE_I32, 3, 0},
    {"counter", "1", 0, 1, offsetof(sigma_technical_params, counter), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_technical_fields[SIGMA_TECHNICAL_FIELDS] = {
    {"params", "", 1, 0, offsetof(sigma_technical, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_TECHNICAL_PARAMS},
    {"bars", "", 1, 0, offsetof(sigma_technical, bars), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_RESAMPLE},
    {"ema", "", 1, 0, offsetof(sigma_technical, ema), SIGMA_TYPE_STRUCT, 2, SIGMA_KIND_EMA},
    {"trend", "", 1, 0, offsetof(sigma_technical, trend), SIGMA_TYPE_STRUCT, 3, SIGMA_KIND_EMA},
    {"close", "price", 0, 1e15, offsetof(sigma_technical, close), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_TECHNICAL, SIGMA_TAG_TECHNICAL, offsetof(sigma_technical, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_technical, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_technical_result_fields[SIGMA_TECHNICAL_RESULT_FIELDS] = {
    {"point", "1", -1.5, 2, offsetof(sigma_technical_result, point), SIGMA_TYPE_F64, 6, 0},
    {"score", "1", 0, 10, offsetof(sigma_technical_result, score), SIGMA_TYPE_F64, 1, 0},
    {"refused", "", 0, SIGMA_OBSTACLE_COUNT - 1, offsetof(sigma_technical_result, refused),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_OBSTACLE},
    {"trend", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_technical_result, trend), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_SIDE},
    {"side", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_technical_result, side), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_SIDE},
};

const sigma_field sigma_technical_sides_fields[SIGMA_TECHNICAL_SIDES_FIELDS] = {
    {"longs", "", 1, 0, offsetof(sigma_technical_sides, longs), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_TECHNICAL_RESULT},
    {"shorts", "", 1, 0, offsetof(sigma_technical_sides, shorts), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_TECHNICAL_RESULT},
    {"score", "1", 0, 10, offsetof(sigma_technical_sides, score), SIGMA_TYPE_F64, 1, 0},
    {"side", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_technical_sides, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"reserved", "", 0, 0, offsetof(sigma_technical_sides, reserved), SIGMA_TYPE_I32, 1, 0},
};
