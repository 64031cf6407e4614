/* SPDX-License-Identifier: MIT */
#include "sigma/volume.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_obv_fields[SIGMA_OBV_FIELDS] = {
    {"value", "1", -1e33, 1e33, offsetof(sigma_obv, value), SIGMA_TYPE_F64, 1, 0},
    {"rest", "1", -1e33, 1e33, offsetof(sigma_obv, rest), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_obv, close), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_OBV, SIGMA_TAG_OBV, offsetof(sigma_obv, tag), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 1, offsetof(sigma_obv, count), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_vwap_fields[SIGMA_VWAP_FIELDS] = {
    {"first", "price", 0, 1e15, offsetof(sigma_vwap, first), SIGMA_TYPE_F64, 1, 0},
    {"last", "price", 0, 1e15, offsetof(sigma_vwap, last), SIGMA_TYPE_F64, 1, 0},
    {"moved", "price", -1e48, 1e48, offsetof(sigma_vwap, moved), SIGMA_TYPE_F64, 1, 0},
    {"moved_rest", "price", -1e48, 1e48, offsetof(sigma_vwap, moved_rest), SIGMA_TYPE_F64, 1, 0},
    {"volume", "1", 0, 1e33, offsetof(sigma_vwap, volume), SIGMA_TYPE_F64, 1, 0},
    {"volume_rest", "1", -1e33, 1e33, offsetof(sigma_vwap, volume_rest), SIGMA_TYPE_F64, 1, 0},
    {"session", "", -9.3e18, 9.3e18, offsetof(sigma_vwap, session), SIGMA_TYPE_I64, 1, 0},
    {"tag", "", SIGMA_TAG_VWAP, SIGMA_TAG_VWAP, offsetof(sigma_vwap, tag), SIGMA_TYPE_I32, 1, 0},
    {"count", "bars", 0, 1, offsetof(sigma_vwap, count), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_mfi_fields[SIGMA_MFI_FIELDS] = {
    {"rising", "1", 0, 1e34, offsetof(sigma_mfi, rising), SIGMA_TYPE_F64, 512, 0},
    {"falling", "1", 0, 1e34, offsetof(sigma_mfi, falling), SIGMA_TYPE_F64, 512, 0},
    {"last", "price", 0, 3e15, offsetof(sigma_mfi, last), SIGMA_TYPE_F64, 1, 0},
    {"tag", "", SIGMA_TAG_MFI, SIGMA_TAG_MFI, offsetof(sigma_mfi, tag), SIGMA_TYPE_I32, 1, 0},
    {"period", "bars", 1, 256, offsetof(sigma_mfi, period), SIGMA_TYPE_I32, 1, 0},
    {"end", "bars", 0, 511, offsetof(sigma_mfi, end), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_mfi, reserved), SIGMA_TYPE_I32, 1, 0},
};
