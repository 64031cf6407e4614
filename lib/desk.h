/* SPDX-License-Identifier: MIT */
/* What the desk's two files share. */
#ifndef SIGMA_LIB_DESK_H
#define SIGMA_LIB_DESK_H

#include "check.h"
#include "sigma/desk.h"

/* The parts look after themselves. */
sigma_status sigma_desk_usable(const sigma_desk *desk);

bool sigma_desk_edge_valid(const sigma_edge *edge);

static inline bool sigma_desk_has(const sigma_desk *desk, int32_t part)
{
    return desk->parts & sigma_bit(part);
}

#endif
