/* SPDX-License-Identifier: MIT */
#include "sigma/field.h"

#include <stddef.h>

#include "fields.h"

const sigma_field sigma_field_fields[SIGMA_FIELD_FIELDS] = {
    {"name", "", 0, 0, offsetof(sigma_field, name), SIGMA_TYPE_TEXT, 32, 0},
    {"unit", "", 0, 0, offsetof(sigma_field, unit), SIGMA_TYPE_TEXT, 16, 0},
    {"minimum", "", -1.79e308, 1.79e308, offsetof(sigma_field, minimum), SIGMA_TYPE_F64, 1, 0},
    {"maximum", "", -1.79e308, 1.79e308, offsetof(sigma_field, maximum), SIGMA_TYPE_F64, 1, 0},
    {"offset", "bytes", -2147483648.0, 2147483647.0, offsetof(sigma_field, offset), SIGMA_TYPE_I32,
     1, 0},
    {"type", "", -2147483648.0, 2147483647.0, offsetof(sigma_field, type), SIGMA_TYPE_I32, 1, 0},
    {"count", "", -2147483648.0, 10000, offsetof(sigma_field, count), SIGMA_TYPE_I32, 1, 0},
    {"detail", "", -2147483648.0, 2147483647.0, offsetof(sigma_field, detail), SIGMA_TYPE_I32, 1,
     0},
};
