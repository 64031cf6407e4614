/* SPDX-License-Identifier: MIT */
/* What the files of the regime filter share. */
#ifndef SIGMA_LIB_REGIME_H
#define SIGMA_LIB_REGIME_H

#include "check.h"
#include "sigma/regime.h"

enum { SIGMA_REGIME_STATES = 4, SIGMA_REGIME_WINDOW = 20 };

/* Whether settings and state lie in the ranges of their tables, which tests compare. Every bar
 * asks, so that it has to be quick. */
bool sigma_regime_params_valid(const sigma_regime_params *params);
bool sigma_regime_valid(const sigma_regime *regime);

/* The chances of the states (3) after a bar, of which the state is sound and the bar in order. */
void sigma_regime_weigh(sigma_regime *regime, const sigma_bar *bar);

/* The variance that counts as usual. */
static inline double sigma_regime_usual(const sigma_regime *regime)
{
    return regime->params.calm > 0.0 ? sigma_smaller(regime->slow, regime->calm) : regime->slow;
}

#endif
