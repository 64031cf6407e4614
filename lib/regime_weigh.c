/* SPDX-License-Identifier: MIT */
#include "elementary_few.h"
#include "regime.h"

_Static_assert((int)SIGMA_REGIME_STATES == (int)SIGMA_FEW, "exps takes all states");

enum { STATES = SIGMA_REGIME_STATES };
static const double TINY = 1e-30;  /* no sum of chances that are known is below */
static const double LEAST = -1e12; /* the least logarithm that is compared */

/* Chances before the bar is looked at: some of each state has left for the others. */
static void expect(const sigma_regime *regime, double *restrict prior)
{
    double stays[STATES], spread[STATES];

    for (int32_t k = 0; k < STATES; k++) {
        double leaves = 1.0 / regime->params.states[k].dwell;
        stays[k] = regime->probability[k] * (1.0 - leaves);
        spread[k] = regime->probability[k] * (leaves / (STATES - 1));
    }
    for (int32_t k = 0; k < STATES; k++) {
        prior[k] = 0.0;
        for (int32_t from = 0; from < STATES; from++) {
            prior[k] += from == k ? stays[from] : spread[from];
        }
    }
}

/* By how often the bar makes each state likely. */
static inline void settle(sigma_regime *regime, double *restrict prior,
                          const double *restrict times)
{
    double sum = 0.0;

    for (int32_t k = 0; k < STATES; k++) {
        prior[k] *= times[k];
        sum += prior[k];
    }
    for (int32_t k = 0; k < STATES; k++) {
        regime->probability[k] = sum > TINY ? prior[k] / sum : 1.0 / STATES;
    }
}

static void settle_unlikely(sigma_regime *regime, double *restrict prior, double *restrict log)
{
    for (int32_t k = 0; k < STATES; k++) {
        log[k] = sigma_exp(log[k]);
    }
    settle(regime, prior, log);
}

/* The most likely state has exp(0), so that the sum is not 0 unless its chance was. */
void sigma_regime_weigh(sigma_regime *regime, const double *likelihood)
{
    double prior[STATES], log[STATES], most = LEAST;

    for (int32_t k = 0; k < STATES; k++) {
        most = sigma_larger(most, likelihood[k]);
    }
    for (int32_t k = 0; k < STATES; k++) {
        log[k] = likelihood[k] - most;
    }
    expect(regime, prior);
    if (!sigma_magnitudes_within(log, STATES, -SIGMA_EXP_LEAST)) {
        settle_unlikely(regime, prior, log);
        return;
    }
    sigma_exps(log, log);
    settle(regime, prior, log);
}
