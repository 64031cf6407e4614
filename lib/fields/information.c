/* SPDX-License-Identifier: MIT */
#include "sigma/information.h"

#include <stddef.h>

#include "fields_signals.h"

const sigma_field sigma_entropy_fields[SIGMA_ENTROPY_FIELDS] = {
    {"bits", "bits", 0, 20, offsetof(sigma_entropy, bits), SIGMA_TYPE_F64, 1, 0},
    {"share", "1", 0, 2, offsetof(sigma_entropy, share), SIGMA_TYPE_F64, 1, 0},
    {"occupied", "1", 0, 2147483647.0, offsetof(sigma_entropy, occupied), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_entropy, reserved), SIGMA_TYPE_I32, 1, 0},
};
