/* SPDX-License-Identifier: MIT */
#include "sigma/volatility.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_atr_fields[SIGMA_ATR_FIELDS] = {
    {"value", "price", 0, 1e19, offsetof(sigma_atr, value), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_atr, close), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_ATR, SIGMA_TAG_ATR, offsetof(sigma_atr, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 10000, offsetof(sigma_atr, period), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 10000, offsetof(sigma_atr, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_atr, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_volatility_fields[SIGMA_VOLATILITY_FIELDS] = {
    {"gap", "1", -1e4, 1e4, offsetof(sigma_volatility, gap), SIGMA_TYPE_F64, 512, 0},
    {"body", "1", -1e4, 1e4, offsetof(sigma_volatility, body), SIGMA_TYPE_F64, 512, 0},
    {"range", "1", -1e4, 1e4, offsetof(sigma_volatility, range), SIGMA_TYPE_F64, 512, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_volatility, close), SIGMA_TYPE_F64, 1, 0},
    {"bars_a_year", "bars", 1e-3, 1e18, offsetof(sigma_volatility, bars_a_year), SIGMA_TYPE_F64, 1,
     0},
    {"tag", "", SIGMA_TAG_VOLATILITY, SIGMA_TAG_VOLATILITY, offsetof(sigma_volatility, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"kind", "", 1, SIGMA_VOLATILITY_COUNT - 1, offsetof(sigma_volatility, kind), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_VOLATILITY},
    {"period", "bars", 1, 256, offsetof(sigma_volatility, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_volatility, end), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_ewma_fields[SIGMA_EWMA_FIELDS] = {
    {"variance", "1", 0, 1e4, offsetof(sigma_ewma, variance), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_ewma, close), SIGMA_TYPE_F64, 1, 0},
    {"decay", "1", 0, 0.9999, offsetof(sigma_ewma, decay), SIGMA_TYPE_F64, 1, 0},
    {"bars_a_year", "bars", 1e-3, 1e18, offsetof(sigma_ewma, bars_a_year), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_EWMA, SIGMA_TAG_EWMA, offsetof(sigma_ewma, tag), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 10001, offsetof(sigma_ewma, count), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_bollinger_fields[SIGMA_BOLLINGER_FIELDS] = {
    {"close", "price", 0, 1e15, offsetof(sigma_bollinger, close), SIGMA_TYPE_F64, 512, 0},
    {"multiple", "std dev", 0.001, 100, offsetof(sigma_bollinger, multiple), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_BOLLINGER, SIGMA_TAG_BOLLINGER, offsetof(sigma_bollinger, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 256, offsetof(sigma_bollinger, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_bollinger, end), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_bollinger, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_bollinger_result_fields[SIGMA_BOLLINGER_RESULT_FIELDS] = {
    {"middle", "price", 0, 2e15, offsetof(sigma_bollinger_result, middle), SIGMA_TYPE_F64, 1, 0},
    {"upper", "price", 0, 1e18, offsetof(sigma_bollinger_result, upper), SIGMA_TYPE_F64, 1, 0},
    {"lower", "price", -1e18, 2e15, offsetof(sigma_bollinger_result, lower), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "price", 0, 1e16, offsetof(sigma_bollinger_result, deviation), SIGMA_TYPE_F64, 1,
     0},
    {"width", "1", 0, 1e4, offsetof(sigma_bollinger_result, width), SIGMA_TYPE_F64, 1, 0},
    {"percent_b", "1", -1e4, 1e4, offsetof(sigma_bollinger_result, percent_b), SIGMA_TYPE_F64, 1,
     0},
};
