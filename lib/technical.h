/* SPDX-License-Identifier: MIT */
/* What the averages of a technical score and the score share. */
#ifndef SIGMA_LIB_TECHNICAL_H
#define SIGMA_LIB_TECHNICAL_H

#include <stdbool.h>

#include "sigma/technical.h"

bool sigma_technical_valid(const sigma_technical *technical);

/* Takes one bar into a valid state, which an error leaves unchanged. */
sigma_status sigma_technical_advance(sigma_technical *technical, const sigma_bar *bar);

/* (1) of a valid state; the side is unknown before. */
sigma_status sigma_technical_lean(const sigma_technical *technical, int32_t *side);

#endif
