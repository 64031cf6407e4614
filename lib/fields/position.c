/* SPDX-License-Identifier: MIT */
#include "sigma/position.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_position_fields[SIGMA_POSITION_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_position, time), SIGMA_TYPE_TIME, 1, 0},
    {"entry", "price", 1e-15, 1e15, offsetof(sigma_position, entry), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 0, 1e15, offsetof(sigma_position, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_position, target), SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_position, lots), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e15, offsetof(sigma_position, risk), SIGMA_TYPE_F64, 1, 0},
    {"id", "", 1, 2147483647.0, offsetof(sigma_position, id), SIGMA_TYPE_I32, 1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_position, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_position, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
    {"strategy", "", 0, 2147483647.0, offsetof(sigma_position, strategy), SIGMA_TYPE_I32, 1, 0},
};
