/* SPDX-License-Identifier: MIT */
#include "sigma/volatility.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_atr_fields[SIGMA_ATR_FIELDS] = {
    {"value", "price", 0, 1e19, offsetof(sigma_atr, value), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_atr, close), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_ATR, SIGMA_TAG_ATR, offsetof(sigma_atr, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 10000, offsetof(sigma_atr, period), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 10000, offsetof(sigma_atr, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_atr, reserved), SIGMA_TYPE_I32, 1, 0},
};
