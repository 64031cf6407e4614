/* SPDX-License-Identifier: MIT */
#include "sigma/desk.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_desk_fields[SIGMA_DESK_FIELDS] = {
    {"account", "", 1, 0, offsetof(sigma_desk, account), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ACCOUNT},
    {"portfolio", "", 1, 0, offsetof(sigma_desk, portfolio), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PORTFOLIO},
    {"edge", "", 0, 0, offsetof(sigma_desk, edge), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EDGE},
    {"limits", "", 0, 0, offsetof(sigma_desk, limits), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PORTFOLIO_PARAMS},
    {"correlation", "", 0, 0, offsetof(sigma_desk, correlation), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_CORRELATION},
    {"gate", "", 0, 0, offsetof(sigma_desk, gate), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_GATE},
    {"prop", "", 0, 0, offsetof(sigma_desk, prop), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_PROP},
    {"breaker", "", 0, 0, offsetof(sigma_desk, breaker), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_BREAKER},
    {"monitor", "", 0, 0, offsetof(sigma_desk, monitor), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_MONITOR},
    {"parts", "", 0, SIGMA_PART_COUNT - 1, offsetof(sigma_desk, parts), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_PART},
    {"tag", "", SIGMA_TAG_DESK, SIGMA_TAG_DESK, offsetof(sigma_desk, tag), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_desk, reserved), SIGMA_TYPE_I32, 1, 0},
};
