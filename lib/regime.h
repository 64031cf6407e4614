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
bool sigma_regime_state_valid(const sigma_regime *regime); /* settings apart */

static inline bool sigma_regime_valid(const sigma_regime *regime)
{
    return sigma_regime_state_valid(regime) && sigma_regime_params_valid(&regime->params);
}

/* What a bar shows (1), and how much of it counts: 1, or 0 of what it does not show. */
typedef struct sigma_regime_view {
    double change, trend;              /* x1 and x3 */
    double range, level;               /* whose logarithms are x2 and twice x4 */
    double of_bar, of_trend, of_level; /* of x1 and x2, x3, x4 */
} sigma_regime_view;

/* What it makes of the state. */
typedef struct sigma_regime_move {
    double slow, calm, fast;
    double newest; /* return */
    int32_t place; /* of it in the ring */
} sigma_regime_move;

/* What a sound bar shows. May be asked for before state and settings are known to be sound: it
 * changes nothing, and what it finds is nonsense then. */
void sigma_regime_look(const sigma_regime *regime, const sigma_bar *bar, sigma_regime_view *view,
                       sigma_regime_move *move);

/* The logarithms of how likely it makes each state (2), by sound settings; of a state that is not
 * sound, nonsense as well. */
void sigma_regime_liken(const sigma_regime *regime, const sigma_regime_view *view,
                        double *restrict likelihood);

/* The chances of the states (3). */
void sigma_regime_weigh(sigma_regime *regime, const double *likelihood);

/* The variance that counts as usual, of two averages. The one that may not count takes no part in
 * the comparison: no one could guess how that ends. */
static inline double sigma_regime_usual(const sigma_regime_params *params, double slow, double calm)
{
    double other = params->calm > 0.0 ? calm : slow;
    return sigma_smaller(slow, other);
}

#endif
