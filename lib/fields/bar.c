/* SPDX-License-Identifier: MIT */
#include "sigma/bar.h"

#include <stddef.h>

#include "fields.h"

const sigma_field sigma_bar_fields[SIGMA_BAR_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_bar, time), SIGMA_TYPE_TIME, 1, 0},
    {"open", "price", 1e-15, 1e15, offsetof(sigma_bar, open), SIGMA_TYPE_F64, 1, 0},
    {"high", "price", 1e-15, 1e15, offsetof(sigma_bar, high), SIGMA_TYPE_F64, 1, 0},
    {"low", "price", 1e-15, 1e15, offsetof(sigma_bar, low), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 1e-15, 1e15, offsetof(sigma_bar, close), SIGMA_TYPE_F64, 1, 0},
    {"volume", "1", 0, 1e18, offsetof(sigma_bar, volume), SIGMA_TYPE_F64, 1, 0},
};
