/* SPDX-License-Identifier: MIT */
#include "sigma/average.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_ema_fields[SIGMA_EMA_FIELDS] = {
    {"value", "x", -1e15, 1e15, offsetof(sigma_ema, value), SIGMA_TYPE_F64, 1, 0},
    {"sum", "x", -1e20, 1e20, offsetof(sigma_ema, sum), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_EMA, SIGMA_TAG_EMA, offsetof(sigma_ema, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 10000, offsetof(sigma_ema, period), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 10000, offsetof(sigma_ema, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_ema, reserved), SIGMA_TYPE_I32, 1, 0},
};
