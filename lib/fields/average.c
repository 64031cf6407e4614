/* SPDX-License-Identifier: MIT */
#include "sigma/average.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_sma_fields[SIGMA_SMA_FIELDS] = {
    {"x", "x", -1e15, 1e15, offsetof(sigma_sma, x), SIGMA_TYPE_F64, 512, 0},
    {"tag", "", SIGMA_TAG_SMA, SIGMA_TAG_SMA, offsetof(sigma_sma, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 256, offsetof(sigma_sma, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_sma, end), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_sma, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_ema_fields[SIGMA_EMA_FIELDS] = {
    {"value", "x", -1e15, 1e15, offsetof(sigma_ema, value), SIGMA_TYPE_F64, 1, 0},
    {"sum", "x", -1e20, 1e20, offsetof(sigma_ema, sum), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_EMA, SIGMA_TAG_EMA, offsetof(sigma_ema, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 10000, offsetof(sigma_ema, period), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 10000, offsetof(sigma_ema, count), SIGMA_TYPE_I32, 1, 0},
    {"wilder", "", 0, 1, offsetof(sigma_ema, wilder), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_macd_fields[SIGMA_MACD_FIELDS] = {
    {"fast", "", 1, 1, offsetof(sigma_macd, fast), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EMA},
    {"slow", "", 1, 1, offsetof(sigma_macd, slow), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EMA},
    {"signal", "", 1, 1, offsetof(sigma_macd, signal), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EMA},
    {"tag", "", SIGMA_TAG_MACD, SIGMA_TAG_MACD, offsetof(sigma_macd, tag), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_macd, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_macd_result_fields[SIGMA_MACD_RESULT_FIELDS] = {
    {"line", "price", -1e15, 1e15, offsetof(sigma_macd_result, line), SIGMA_TYPE_F64, 1, 0},
    {"signal", "price", -1e15, 1e15, offsetof(sigma_macd_result, signal), SIGMA_TYPE_F64, 1, 0},
    {"histogram", "price", -2e15, 2e15, offsetof(sigma_macd_result, histogram), SIGMA_TYPE_F64, 1,
     0},
};
