/* SPDX-License-Identifier: MIT */
#include "sigma/correlation.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_correlation_params_fields[SIGMA_CORRELATION_PARAMS_FIELDS] = {
    {"decay", "1", 0.5, 0.99999, offsetof(sigma_correlation_params, decay), SIGMA_TYPE_F64, 1, 0},
    {"shrink", "1", 0, 1, offsetof(sigma_correlation_params, shrink), SIGMA_TYPE_F64, 1, 0},
    {"prior", "1", 0, 0.99, offsetof(sigma_correlation_params, prior), SIGMA_TYPE_F64, 1, 0},
    {"minimum", "", 1, 1000000, offsetof(sigma_correlation_params, minimum), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_correlation_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_correlation_fields[SIGMA_CORRELATION_FIELDS] = {
    {"params", "", 0, 0, offsetof(sigma_correlation, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_CORRELATION_PARAMS},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_correlation, time), SIGMA_TYPE_TIME, 1, 0},
    {"value", "1", -1, 1, offsetof(sigma_correlation, value), SIGMA_TYPE_F64,
     SIGMA_CORRELATION_PAIRS, 0},
    {"covariance", "1", -1e4, 1e4, offsetof(sigma_correlation, covariance), SIGMA_TYPE_F64,
     SIGMA_CORRELATION_PAIRS, 0},
    {"given", "1", -1, 1, offsetof(sigma_correlation, given), SIGMA_TYPE_F64,
     SIGMA_CORRELATION_PAIRS, 0},
    {"factor", "1", 0, 0, offsetof(sigma_correlation, factor), SIGMA_TYPE_F64,
     SIGMA_CORRELATION_PAIRS, 0},
    {"symbol", "", 0, 2147483647.0, offsetof(sigma_correlation, symbol), SIGMA_TYPE_I32,
     SIGMA_CORRELATION_SPACE, 0},
    {"seen", "", 0, 1000000, offsetof(sigma_correlation, seen), SIGMA_TYPE_I32,
     SIGMA_CORRELATION_SPACE, 0},
    {"absent", "", 0, 1, offsetof(sigma_correlation, absent), SIGMA_TYPE_I32,
     SIGMA_CORRELATION_SPACE, 0},
    {"tag", "", SIGMA_TAG_CORRELATION, SIGMA_TAG_CORRELATION, offsetof(sigma_correlation, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"count", "", 0, 64, offsetof(sigma_correlation, count), SIGMA_TYPE_I32, 1, 0},
    {"updates", "", 0, 1000000, offsetof(sigma_correlation, updates), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_correlation, reserved), SIGMA_TYPE_I32, 1, 0},
};
