/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "elementary_few.h"
#include "regime.h"

_Static_assert((int)SIGMA_REGIME_STATES == (int)SIGMA_FEW, "log1ps takes all states");

enum { STATES = SIGMA_REGIME_STATES };
static const double FREEDOM = 5.0;

/* ---- how likely it makes each state: columns of the states, of which compilers take two at a time
 */

enum { FIELDS = sizeof(sigma_regime_state) / sizeof(double) };
enum {
    RETURN = offsetof(sigma_regime_state, return_mean),
    RANGE = offsetof(sigma_regime_state, range_mean),
    TREND = offsetof(sigma_regime_state, trend_mean),
    LEVEL = offsetof(sigma_regime_state, level_mean)
};

/* How many deviations x lies from the mean of each state; a mean at this offset stands before its
 * deviation. */
static inline void score(const sigma_regime *regime, size_t offset, double x, double *restrict z)
{
    const double *mean = sigma_numbers_at(regime->params.states, offset);

    for (int32_t k = 0; k < STATES; k++) {
        z[k] = x - mean[FIELDS * k];
    }
    for (int32_t k = 0; k < STATES; k++) {
        z[k] /= mean[FIELDS * k + 1];
    }
}

static inline double normal(double z)
{
    return -0.5 * z * z;
}

/* Student's distribution with a given standard deviation, whose scale is deviation sqrt(3 / 5): the
 * argument of the logarithm, less 1. */
static inline double student(double z)
{
    return z * z / (FREEDOM - 2.0);
}

/* What return, range, trend and level say (2). */
void sigma_regime_liken(const sigma_regime *regime, const sigma_regime_view *view,
                        double *restrict log)
{
    double tail[STATES], range[STATES], trend[STATES], level[STATES];
    double weight = regime->params.window_weight,
           bar_weight = regime->params.bar_weight * view->of_bar;

    score(regime, RETURN, view->change, tail);
    for (int32_t k = 0; k < STATES; k++) {
        tail[k] = student(tail[k]);
    }
    score(regime, RANGE, sigma_log_normal(view->range), range);
    score(regime, LEVEL, 0.5 * sigma_log_normal(view->level), level);
    score(regime, TREND, view->trend, trend);
    sigma_log1ps(tail, tail);
    for (int32_t k = 0; k < STATES; k++) {
        double bar = -0.5 * (FREEDOM + 1.0) * tail[k] + normal(range[k]) - regime->bar_norm[k];
        double window = view->of_trend * (normal(trend[k]) - regime->trend_norm[k]) +
                        view->of_level * (normal(level[k]) - regime->level_norm[k]);
        log[k] = bar_weight * bar + weight * window;
    }
}
