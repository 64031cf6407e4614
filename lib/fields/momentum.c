/* SPDX-License-Identifier: MIT */
#include "sigma/momentum.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_rsi_fields[SIGMA_RSI_FIELDS] = {
    {"gain", "x", 0, 1e20, offsetof(sigma_rsi, gain), SIGMA_TYPE_F64, 1, 0},
    {"loss", "x", 0, 1e20, offsetof(sigma_rsi, loss), SIGMA_TYPE_F64, 1, 0},
    {"last", "x", -1e15, 1e15, offsetof(sigma_rsi, last), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_RSI, SIGMA_TAG_RSI, offsetof(sigma_rsi, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 10000, offsetof(sigma_rsi, period), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 10001, offsetof(sigma_rsi, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_rsi, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_stochastic_fields[SIGMA_STOCHASTIC_FIELDS] = {
    {"high", "price", 0, 1e15, offsetof(sigma_stochastic, high), SIGMA_TYPE_F64, 512, 0},
    {"low", "price", 0, 1e15, offsetof(sigma_stochastic, low), SIGMA_TYPE_F64, 512, 0},
    {"raw", "1", 0, 100, offsetof(sigma_stochastic, raw), SIGMA_TYPE_F64, 512, 0},
    {"slow", "1", 0, 100, offsetof(sigma_stochastic, slow), SIGMA_TYPE_F64, 512, 0},
    {"tag", "", SIGMA_TAG_STOCHASTIC, SIGMA_TAG_STOCHASTIC, offsetof(sigma_stochastic, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 256, offsetof(sigma_stochastic, period), SIGMA_TYPE_I32, 1, 0},
    {"slowing", "bars", 1, 256, offsetof(sigma_stochastic, slowing), SIGMA_TYPE_I32, 1, 0},
    {"signal", "bars", 1, 256, offsetof(sigma_stochastic, signal), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 766, offsetof(sigma_stochastic, count), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_stochastic, end), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_stochastic_result_fields[SIGMA_STOCHASTIC_RESULT_FIELDS] = {
    {"raw", "1", 0, 100, offsetof(sigma_stochastic_result, raw), SIGMA_TYPE_F64, 1, 0},
    {"k", "1", 0, 100, offsetof(sigma_stochastic_result, k), SIGMA_TYPE_F64, 1, 0},
    {"d", "1", 0, 100, offsetof(sigma_stochastic_result, d), SIGMA_TYPE_F64, 1, 0},
};
