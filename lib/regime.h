/* SPDX-License-Identifier: MIT */
/* What the files of the regime filter share. */
#ifndef SIGMA_LIB_REGIME_H
#define SIGMA_LIB_REGIME_H

#include <stdbool.h>

#include "sigma/regime.h"

/* Whether settings and state lie in the ranges of their tables, which tests compare. Every bar
 * asks, so that it has to be quick. */
bool sigma_regime_params_valid(const sigma_regime_params *params);
bool sigma_regime_valid(const sigma_regime *regime);

#endif
