/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "check.h"
#include "regime.h"
#include "tags.h"

enum { STATES = 4, WINDOW = 20 };
enum { STATE_FIELDS = sizeof(sigma_regime_state) / sizeof(double) };
static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double VARIANCE_MAX = 1e5;
static const double SHARE_MAX = 0.999999;
static const int64_t BARS_MAX = INT64_C(9000000000000000000);

/* Of sigma_regime_state, in its order: means and deviations in turn, and the dwell. */
static const double LEAST[STATE_FIELDS] = {-100.0, 0.001,  -100.0, 0.001, -100.0,
                                           0.001,  -100.0, 0.001,  1.0};
static const double MOST[STATE_FIELDS] = {100.0,  1000.0, 100.0,  1000.0, 100.0,
                                          1000.0, 100.0,  1000.0, 1e6};

/* Counts rather than stops, so that several are tested at a time. */
static bool all_within(const double *x, int32_t count, double low, double high)
{
    int64_t outside = 0;
    for (int32_t i = 0; i < count; i++) {
        outside += !sigma_within(x[i], low, high);
    }
    return outside == 0;
}

static bool states_valid(const sigma_regime_state *states)
{
    int64_t outside = 0;
    for (int32_t k = 0; k < STATES; k++) {
        double x[STATE_FIELDS];
        sigma_copy(x, &states[k], (int32_t)sizeof x);
        for (int32_t i = 0; i < STATE_FIELDS; i++) {
            outside += !sigma_within(x[i], LEAST[i], MOST[i]);
        }
    }
    return outside == 0;
}

bool sigma_regime_params_valid(const sigma_regime_params *p)
{
    return states_valid(p->states) && sigma_within(p->bar_weight, 0.0, 1.0) &&
           sigma_within(p->window_weight, 0.0, 1.0) && sigma_within(p->slow, 0.0, SHARE_MAX) &&
           sigma_within(p->calm, 0.0, SHARE_MAX) && sigma_within(p->fast, 0.0, SHARE_MAX) &&
           sigma_within(p->threshold, 0.25, 1.0) && sigma_between(p->warmup, 20, 10000) &&
           p->reserved == 0;
}

static bool numbers_valid(const sigma_regime *r)
{
    return all_within(r->probability, STATES, 0.0, 1.0) &&
           all_within(r->bar_norm, STATES, -1e6, 1e6) &&
           all_within(r->trend_norm, STATES, -1e6, 1e6) &&
           all_within(r->level_norm, STATES, -1e6, 1e6) &&
           all_within(r->returns, WINDOW, -100.0, 100.0) &&
           sigma_within(r->slow, 0.0, VARIANCE_MAX) && sigma_within(r->calm, 0.0, VARIANCE_MAX) &&
           sigma_within(r->fast, 0.0, VARIANCE_MAX) &&
           (r->close == 0.0 || sigma_within(r->close, PRICE_MIN, PRICE_MAX));
}

bool sigma_regime_valid(const sigma_regime *r)
{
    return r->tag == SIGMA_TAG_REGIME && sigma_between(r->bars, 0, BARS_MAX) &&
           sigma_between(r->since, 0, r->bars) && sigma_between(r->switches, 0, r->bars) &&
           sigma_between(r->regime, 0, SIGMA_REGIME_COUNT - 1) && sigma_is_time(r->time) &&
           numbers_valid(r) && sigma_regime_params_valid(&r->params);
}
