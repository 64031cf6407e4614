/* SPDX-License-Identifier: MIT */
#include "regime.h"

#include "bytes.h"
#include "check.h"
#include "elementary.h"
#include "tags.h"

enum { STATES = SIGMA_REGIME_STATES };
static const double TINY = 1e-30; /* no variance of prices is below */
static const int64_t BARS_MAX = INT64_C(9000000000000000000);

sigma_status sigma_regime_defaults(int32_t years, sigma_regime_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_regime_params){0};
    if (!sigma_between(years, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    *params = (sigma_regime_params){
        .states = {{0.241, 1.214, 0.178, 0.542, 0.812, 0.995, -0.205, 0.239, 120.0},
                   {-0.241, 1.214, 0.178, 0.542, -0.812, 0.995, -0.205, 0.239, 120.0},
                   {0.0, 0.803, -0.233, 0.538, 0.0, 0.786, -0.554, 0.269, 150.0},
                   {0.0, 2.899, 1.038, 0.545, 0.0, 1.010, 0.560, 0.279, 60.0}},
        .bar_weight = 0.4,
        .window_weight = 0.1,
        .slow = 0.9995,
        .calm = years ? 0.99 : 0.0,
        .fast = 0.9,
        .threshold = 0.6,
        .warmup = 100};
    return SIGMA_OK;
}

sigma_status sigma_regime_init(sigma_regime *regime, const sigma_regime_params *params)
{
    if (!regime) {
        return SIGMA_E_NULL;
    }
    sigma_zero(regime, sizeof *regime);
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_regime_params_valid(params)) {
        return SIGMA_E_RANGE;
    }
    regime->params = *params;
    regime->tag = SIGMA_TAG_REGIME;
    for (int32_t k = 0; k < STATES; k++) {
        const sigma_regime_state *s = &params->states[k];
        regime->probability[k] = 1.0 / STATES;
        regime->bar_norm[k] = sigma_log(s->return_deviation) + sigma_log(s->range_deviation);
        regime->trend_norm[k] = sigma_log(s->trend_deviation);
        regime->level_norm[k] = sigma_log(s->level_deviation);
    }
    return SIGMA_OK;
}

/* ---- the regime */

static const int32_t regimes[STATES] = {SIGMA_REGIME_TREND_UP, SIGMA_REGIME_TREND_DOWN,
                                        SIGMA_REGIME_RANGE, SIGMA_REGIME_VOLATILE};

static void decide(sigma_regime *regime)
{
    int32_t now = regime->regime;

    for (int32_t k = 0; k < STATES && regime->bars >= regime->params.warmup; k++) {
        if (regime->probability[k] > regime->params.threshold && regimes[k] != now) {
            regime->switches += regime->regime != SIGMA_REGIME_UNKNOWN;
            regime->regime = regimes[k];
            regime->since = 0;
            return;
        }
    }
    regime->since++;
}

static void keep(sigma_regime *regime, const sigma_bar *bar, const sigma_regime_move *move)
{
    regime->slow = move->slow;
    regime->calm = move->calm;
    regime->fast = move->fast;
    regime->returns[move->place] = move->newest;
    regime->close = bar->close;
    regime->time = bar->time;
    regime->bars++;
}

static sigma_status report(const sigma_regime *regime, sigma_regime_result *result)
{
    double variance = sigma_regime_usual(&regime->params, regime->slow, regime->calm);

    for (int32_t k = 0; k < STATES; k++) {
        result->probability[k] = regime->probability[k];
        result->confidence += regimes[k] == regime->regime ? regime->probability[k] : 0.0;
    }
    result->volatility = variance > TINY ? sigma_sqrt(regime->fast / variance) : 0.0;
    result->slow = sigma_sqrt(variance);
    result->since = regime->since;
    result->switches = regime->switches;
    result->regime = regime->regime;
    return regime->regime == SIGMA_REGIME_UNKNOWN ? SIGMA_WARMUP : SIGMA_OK;
}

sigma_status sigma_regime_read(const sigma_regime *regime, sigma_regime_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_regime_result){0};
    if (!regime) {
        return SIGMA_E_NULL;
    }
    return sigma_regime_valid(regime) ? report(regime, result) : SIGMA_E_STATE;
}

static bool may_move(const sigma_regime *regime)
{
    return sigma_regime_state_valid(regime) && regime->bars < BARS_MAX;
}

/* Looking takes its time, in which a processor checks. */
sigma_status sigma_regime_update(sigma_regime *regime, const sigma_bar *bar,
                                 sigma_regime_result *result)
{
    sigma_regime_view view;
    sigma_regime_move move;
    double likelihood[STATES];

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_regime_result){0};
    if (!regime || !bar) {
        return SIGMA_E_NULL;
    }
    if (sigma_bar_check(bar) != SIGMA_OK) {
        bool sound = may_move(regime) && sigma_regime_params_valid(&regime->params);
        return sound ? SIGMA_E_RANGE : SIGMA_E_STATE;
    }
    sigma_regime_look(regime, bar, &view, &move);
    if (!sigma_regime_params_valid(&regime->params)) {
        return SIGMA_E_STATE;
    }
    sigma_regime_liken(regime, &view, likelihood);
    if (!may_move(regime)) {
        return SIGMA_E_STATE;
    }
    if (regime->bars > 0 && bar->time <= regime->time) {
        return SIGMA_E_ORDER;
    }
    sigma_regime_weigh(regime, likelihood);
    keep(regime, bar, &move);
    decide(regime);
    return report(regime, result);
}
