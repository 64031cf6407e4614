/* SPDX-License-Identifier: MIT */
#include "sigma/desk.h"

#include <stddef.h>

#include "fields.h"
#include "tags.h"

const sigma_field sigma_desk_fields[SIGMA_DESK_FIELDS] = {
    {"account", "", 1, 0, offsetof(sigma_desk, account), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ACCOUNT},
    {"portfolio", "", 1, 0, offsetof(sigma_desk, portfolio), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PORTFOLIO},
    {"edge", "", 0, 0, offsetof(sigma_desk, edge), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EDGE},
    {"tag", "", SIGMA_TAG_DESK, SIGMA_TAG_DESK, offsetof(sigma_desk, tag), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_desk, reserved), SIGMA_TYPE_I32, 1, 0},
};
