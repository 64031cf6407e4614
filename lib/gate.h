/* SPDX-License-Identifier: MIT */
/* What the gate's two files share. */
#ifndef SIGMA_LIB_GATE_H
#define SIGMA_LIB_GATE_H

#include <stdbool.h>

#include "sigma/gate.h"

/* Layers of prices, with room for the rounding of decimals. */
static const double SIGMA_GATE_ROUNDING = 1e-9;

static inline bool sigma_gate_rewards(double least, double reward, double risk)
{
    return reward * (1.0 + SIGMA_GATE_ROUNDING) >= least * risk;
}

static inline bool sigma_gate_spaced(double least, double risk)
{
    return least <= risk * (1.0 + SIGMA_GATE_ROUNDING);
}

/* Whether the gate is undamaged, as far as that matters, and takes this time. */
sigma_status sigma_gate_usable(const sigma_gate *gate, int64_t time);

/* Place of a symbol, or -1. */
int32_t sigma_gate_find(const sigma_gate *gate, int32_t symbol);

/* Remembers that the equity reached a limit of the day. */
void sigma_gate_latch(sigma_gate *gate, double equity);

#endif
