/* SPDX-License-Identifier: MIT */
#include "sigma/signal.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"

const sigma_field sigma_signal_params_fields[SIGMA_SIGNAL_PARAMS_FIELDS] = {
    {"adx_min", "1", 1, 100, offsetof(sigma_signal_params, adx_min), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_signal_result_fields[SIGMA_SIGNAL_RESULT_FIELDS] = {
    {"strength", "1", 0, 1, offsetof(sigma_signal_result, strength), SIGMA_TYPE_F64, 1, 0},
    {"side", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_signal_result, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"reserved", "", 0, 0, offsetof(sigma_signal_result, reserved), SIGMA_TYPE_I32, 1, 0},
};
