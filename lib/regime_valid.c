/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "regime.h"
#include "tags.h"

enum { STATES = SIGMA_REGIME_STATES, WINDOW = SIGMA_REGIME_WINDOW };
enum { STATE_FIELDS = sizeof(sigma_regime_state) / sizeof(double) };
static const double PRICE_MIN = 1e-15;
static const int64_t BARS_MAX = INT64_C(9000000000000000000);

/* Of two states in a row: means and deviations in turn, and the dwell. An even number is quicker to
 * compare. */
static const double STATES_LEAST[2][STATE_FIELDS] = {
    {-100.0, 0.001, -100.0, 0.001, -100.0, 0.001, -100.0, 0.001, 1.0},
    {-100.0, 0.001, -100.0, 0.001, -100.0, 0.001, -100.0, 0.001, 1.0}};
static const double STATES_MOST[2][STATE_FIELDS] = {
    {100.0, 1000.0, 100.0, 1000.0, 100.0, 1000.0, 100.0, 1000.0, 1e6},
    {100.0, 1000.0, 100.0, 1000.0, 100.0, 1000.0, 100.0, 1000.0, 1e6}};

/* From bar_weight to threshold. */
enum { FIRST_SETTING = offsetof(sigma_regime_params, bar_weight), SETTINGS = 6 };
static const double SETTINGS_LEAST[SETTINGS] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.25};
static const double SETTINGS_MOST[SETTINGS] = {1.0, 1.0, 0.999999, 0.999999, 0.999999, 1.0};

bool sigma_regime_params_valid(const sigma_regime_params *p)
{
    bool valid = sigma_each_within(sigma_numbers_at(p, FIRST_SETTING), SETTINGS_LEAST,
                                   SETTINGS_MOST, SETTINGS);
    for (int32_t k = 0; k < STATES; k += 2) {
        valid &= sigma_each_within(sigma_numbers_at(&p->states[k], 0), STATES_LEAST[0],
                                   STATES_MOST[0], 2 * STATE_FIELDS);
    }
    return valid && sigma_between(p->warmup, 20, 10000) && p->reserved == 0;
}

/* From bar_norm to level_norm, and from slow to close. */
enum { FIRST_NORM = offsetof(sigma_regime, bar_norm) };
enum { NORMS = (offsetof(sigma_regime, returns) - FIRST_NORM) / sizeof(double) };
enum { FIRST_AVERAGE = offsetof(sigma_regime, slow), AVERAGES = STATES };

static bool numbers_valid(const sigma_regime *r)
{
    static const double zero[STATES] = {0.0}, one[STATES] = {1.0, 1.0, 1.0, 1.0},
                        most[AVERAGES] = {1e5, 1e5, 1e5, 1e15};

    return sigma_magnitudes_within(sigma_numbers_at(r, FIRST_NORM), NORMS, 1e6) &&
           sigma_magnitudes_within(r->returns, WINDOW, 100.0) &&
           sigma_each_within(r->probability, zero, one, STATES) &&
           sigma_each_within(sigma_numbers_at(r, FIRST_AVERAGE), zero, most, AVERAGES) &&
           (r->close == 0.0 || r->close >= PRICE_MIN);
}

bool sigma_regime_state_valid(const sigma_regime *r)
{
    return r->tag == SIGMA_TAG_REGIME && sigma_between(r->bars, 0, BARS_MAX) &&
           sigma_between(r->since, 0, r->bars) && sigma_between(r->switches, 0, r->bars) &&
           sigma_between(r->regime, 0, SIGMA_REGIME_COUNT - 1) && sigma_is_time(r->time) &&
           numbers_valid(r);
}
