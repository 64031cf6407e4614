/* SPDX-License-Identifier: MIT */
#include "sigma/trend.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_adx_fields[SIGMA_ADX_FIELDS] = {
    {"range", "price", 0, 1e19, offsetof(sigma_adx, range), SIGMA_TYPE_F64, 1, 0},
    {"plus", "price", 0, 1e19, offsetof(sigma_adx, plus), SIGMA_TYPE_F64, 1, 0},
    {"minus", "price", 0, 1e19, offsetof(sigma_adx, minus), SIGMA_TYPE_F64, 1, 0},
    {"value", "1", 0, 1e6, offsetof(sigma_adx, value), SIGMA_TYPE_F64, 1, 0},
    {"high", "price", 0, 1e15, offsetof(sigma_adx, high), SIGMA_TYPE_F64, 1, 0},
    {"low", "price", 0, 1e15, offsetof(sigma_adx, low), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_adx, close), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_ADX, SIGMA_TAG_ADX, offsetof(sigma_adx, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 10000, offsetof(sigma_adx, period), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 20000, offsetof(sigma_adx, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_adx, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_adx_result_fields[SIGMA_ADX_RESULT_FIELDS] = {
    {"adx", "1", 0, 100, offsetof(sigma_adx_result, adx), SIGMA_TYPE_F64, 1, 0},
    {"plus_di", "1", 0, 100, offsetof(sigma_adx_result, plus_di), SIGMA_TYPE_F64, 1, 0},
    {"minus_di", "1", 0, 100, offsetof(sigma_adx_result, minus_di), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_zscore_fields[SIGMA_ZSCORE_FIELDS] = {
    {"x", "x", -1e15, 1e15, offsetof(sigma_zscore, x), SIGMA_TYPE_F64, 512, 0},
    {"tag", "", SIGMA_TAG_ZSCORE, SIGMA_TAG_ZSCORE, offsetof(sigma_zscore, tag), SIGMA_TYPE_I32, 1,
     0},
    {"period", "bars", 1, 256, offsetof(sigma_zscore, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_zscore, end), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_zscore, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_slope_fields[SIGMA_SLOPE_FIELDS] = {
    {"close", "price", 0, 1e15, offsetof(sigma_slope, close), SIGMA_TYPE_F64, 512, 0},
    {"tag", "", SIGMA_TAG_SLOPE, SIGMA_TAG_SLOPE, offsetof(sigma_slope, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 256, offsetof(sigma_slope, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_slope, end), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_slope, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_slope_result_fields[SIGMA_SLOPE_RESULT_FIELDS] = {
    {"slope", "price", -1e16, 1e16, offsetof(sigma_slope_result, slope), SIGMA_TYPE_F64, 1, 0},
    {"relative", "1", -1e32, 1e32, offsetof(sigma_slope_result, relative), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_cci_fields[SIGMA_CCI_FIELDS] = {
    {"high", "price", 0, 1e15, offsetof(sigma_cci, high), SIGMA_TYPE_F64, 512, 0},
    {"low", "price", 0, 1e15, offsetof(sigma_cci, low), SIGMA_TYPE_F64, 512, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_cci, close), SIGMA_TYPE_F64, 512, 0},
    {"tag", "", SIGMA_TAG_CCI, SIGMA_TAG_CCI, offsetof(sigma_cci, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 256, offsetof(sigma_cci, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_cci, end), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_cci, reserved), SIGMA_TYPE_I32, 1, 0},
};
