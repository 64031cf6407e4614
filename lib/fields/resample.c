/* SPDX-License-Identifier: MIT */
#include "sigma/resample.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_resample_fields[SIGMA_RESAMPLE_FIELDS] = {
    {"forming", "", 0, 0, offsetof(sigma_resample, forming), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_BAR},
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_resample, interval), SIGMA_TYPE_I64,
     1, 0},
    {"offset", "ns", 0, 31622400000000000.0, offsetof(sigma_resample, offset), SIGMA_TYPE_I64, 1,
     0},
    {"source", "ns", 0, 31622400000000000.0, offsetof(sigma_resample, source), SIGMA_TYPE_I64, 1,
     0},
    {"end", "ns", -9.15e18, 9.15e18, offsetof(sigma_resample, end), SIGMA_TYPE_TIME, 1, 0},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_resample, time), SIGMA_TYPE_TIME, 1, 0},
    {"session_start", "ns", -9.15e18, 9.15e18, offsetof(sigma_resample, session_start),
     SIGMA_TYPE_TIME, 1, 0},
    {"session_end", "ns", -9.15e18, 9.15e18, offsetof(sigma_resample, session_end), SIGMA_TYPE_TIME,
     1, 0},
    {"bars", "bars", 0, 9.3e18, offsetof(sigma_resample, bars), SIGMA_TYPE_I64, 1, 0},
    {"skipped", "bars", 0, 9.3e18, offsetof(sigma_resample, skipped), SIGMA_TYPE_I64, 1, 0},
    {"tag", "", SIGMA_TAG_RESAMPLE, SIGMA_TAG_RESAMPLE, offsetof(sigma_resample, tag),
     SIGMA_TYPE_I32, 1, 0},
    {"by_session", "1", 0, 1, offsetof(sigma_resample, by_session), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_resample_result_fields[SIGMA_RESAMPLE_RESULT_FIELDS] = {
    {"bars", "", 0, 0, offsetof(sigma_resample_result, bars), SIGMA_TYPE_STRUCT, 2, SIGMA_KIND_BAR},
    {"count", "bars", 0, 2, offsetof(sigma_resample_result, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_resample_result, reserved), SIGMA_TYPE_I32, 1, 0},
};
