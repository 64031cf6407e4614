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
