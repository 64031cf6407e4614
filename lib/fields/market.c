/* SPDX-License-Identifier: MIT */
#include "sigma/market.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_market_params_fields[SIGMA_MARKET_PARAMS_FIELDS] = {
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_market_params, interval),
     SIGMA_TYPE_I64, 1, 0},
    {"ema", "bars", 1, 10000, offsetof(sigma_market_params, ema), SIGMA_TYPE_I32, 4, 0},
    {"atr", "bars", 1, 10000, offsetof(sigma_market_params, atr), SIGMA_TYPE_I32, 1, 0},
    {"adx", "bars", 1, 10000, offsetof(sigma_market_params, adx), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_market_fields[SIGMA_MARKET_FIELDS] = {
    {"symbol", "", 1, 0, offsetof(sigma_market, symbol), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_SYMBOL},
    {"ema", "", 1, 0, offsetof(sigma_market, ema), SIGMA_TYPE_STRUCT, 4, SIGMA_KIND_EMA},
    {"adx", "", 1, 0, offsetof(sigma_market, adx), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ADX},
    {"atr", "", 1, 0, offsetof(sigma_market, atr), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ATR},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_market, time), SIGMA_TYPE_TIME, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_market, close), SIGMA_TYPE_F64, 1, 0},
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_market, interval), SIGMA_TYPE_I64, 1,
     0},
    {"bars", "bars", 0, 9.3e18, offsetof(sigma_market, bars), SIGMA_TYPE_I64, 1, 0},
    {"tag", "", SIGMA_TAG_MARKET, SIGMA_TAG_MARKET, offsetof(sigma_market, tag), SIGMA_TYPE_I32, 1,
     0},
    {"reserved", "", 0, 0, offsetof(sigma_market, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_features_fields[SIGMA_FEATURES_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_features, time), SIGMA_TYPE_TIME, 1, 0},
    {"close", "price", 1e-15, 1e15, offsetof(sigma_features, close), SIGMA_TYPE_F64, 1, 0},
    {"ema", "price", 0, 1e15, offsetof(sigma_features, ema), SIGMA_TYPE_F64, 4, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_features, atr), SIGMA_TYPE_F64, 1, 0},
    {"adx", "1", 0, 100, offsetof(sigma_features, adx), SIGMA_TYPE_F64, 1, 0},
    {"plus_di", "1", 0, 100, offsetof(sigma_features, plus_di), SIGMA_TYPE_F64, 1, 0},
    {"minus_di", "1", 0, 100, offsetof(sigma_features, minus_di), SIGMA_TYPE_F64, 1, 0},
    {"ready", "", 0, SIGMA_FEATURE_COUNT - 1, offsetof(sigma_features, ready), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_FEATURE},
};

const sigma_field sigma_market_result_fields[SIGMA_MARKET_RESULT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_market_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_market_result, interval),
     SIGMA_TYPE_I64, 1, 0},
    {"close", "price", 1e-15, 1e15, offsetof(sigma_market_result, close), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_market_result, atr), SIGMA_TYPE_F64, 1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_market_result, symbol), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_MARKET, SIGMA_PART_MARKET, offsetof(sigma_market_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};
