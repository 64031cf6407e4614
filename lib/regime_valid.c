/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "regime.h"
#include "tags.h"

enum { STATES = SIGMA_REGIME_STATES, WINDOW = SIGMA_REGIME_WINDOW };
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

static bool states_valid(const sigma_regime_state *states)
{
    bool valid = true;
    for (int32_t k = 0; k < STATES; k++) {
        valid &= sigma_each_within(sigma_numbers_at(&states[k], 0), LEAST, MOST, STATE_FIELDS);
    }
    return valid;
}

bool sigma_regime_params_valid(const sigma_regime_params *p)
{
    return states_valid(p->states) && sigma_within(p->bar_weight, 0.0, 1.0) &&
           sigma_within(p->window_weight, 0.0, 1.0) && sigma_within(p->slow, 0.0, SHARE_MAX) &&
           sigma_within(p->calm, 0.0, SHARE_MAX) && sigma_within(p->fast, 0.0, SHARE_MAX) &&
           sigma_within(p->threshold, 0.25, 1.0) && sigma_between(p->warmup, 20, 10000) &&
           p->reserved == 0;
}

/* From bar_norm to level_norm. */
enum { FIRST_NORM = offsetof(sigma_regime, bar_norm) };
enum { NORMS = (offsetof(sigma_regime, returns) - FIRST_NORM) / sizeof(double) };

static bool numbers_valid(const sigma_regime *r)
{
    bool valid = sigma_magnitudes_within(sigma_numbers_at(r, FIRST_NORM), NORMS, 1e6) &&
                 sigma_magnitudes_within(r->returns, WINDOW, 100.0);
    for (int32_t k = 0; k < STATES; k++) {
        valid &= sigma_within(r->probability[k], 0.0, 1.0);
    }
    return valid && sigma_within(r->slow, 0.0, VARIANCE_MAX) &&
           sigma_within(r->calm, 0.0, VARIANCE_MAX) && sigma_within(r->fast, 0.0, VARIANCE_MAX) &&
           (r->close == 0.0 || sigma_within(r->close, PRICE_MIN, PRICE_MAX));
}

bool sigma_regime_valid(const sigma_regime *r)
{
    return r->tag == SIGMA_TAG_REGIME && sigma_between(r->bars, 0, BARS_MAX) &&
           sigma_between(r->since, 0, r->bars) && sigma_between(r->switches, 0, r->bars) &&
           sigma_between(r->regime, 0, SIGMA_REGIME_COUNT - 1) && sigma_is_time(r->time) &&
           numbers_valid(r) && sigma_regime_params_valid(&r->params);
}
