/* SPDX-License-Identifier: MIT */
#include "regime.h"

#include "bytes.h"
#include "check.h"
#include "elementary.h"
#include "tags.h"

enum { STATES = 4, WINDOW = 20 };
static const double TINY = 1e-30;   /* no variance of prices is below */
static const double FARTHEST = 1e6; /* deviations that (2) tells apart */
static const double FREEDOM = 5.0;
static const int64_t BARS_MAX = INT64_C(9000000000000000000);

/* What a bar shows (1), and which of it. */
typedef struct observation {
    double change, range, trend, level;
    bool of_bar, of_trend, of_level;
} observation;

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

/* ---- what a bar shows */

static double held(double x)
{
    return sigma_larger(-FARTHEST, sigma_smaller(x, FARTHEST));
}

/* The variance of Rogers and Satchell; not below 0, as the logarithm is monotone. */
static double variance_of(const sigma_bar *bar)
{
    double high = sigma_log(bar->high / bar->open), low = sigma_log(bar->low / bar->open);
    double close = sigma_log(bar->close / bar->open);

    return high * (high - close) + low * (low - close);
}

static double average(double value, double x, double keep, int64_t count)
{
    double gain = sigma_larger(1.0 / ((double)count + 1.0), 1.0 - keep);
    return sigma_settled(value + gain * (x - value));
}

/* Sums over the ring, oldest first. */
static bool trend_of(const sigma_regime *regime, double *trend)
{
    double sum = 0.0, squares = 0.0;
    for (int32_t i = 1; i <= WINDOW; i++) {
        double r = regime->returns[(regime->bars + i) % WINDOW];
        sum += r;
        squares += r * r;
    }
    if (!(squares > 0.0)) {
        return false;
    }
    *trend = sum / sigma_sqrt(squares);
    return true;
}

static void take(sigma_regime *regime, const sigma_bar *bar)
{
    double variance = variance_of(bar), before = regime->close;

    regime->slow = average(regime->slow, variance, regime->params.slow, regime->bars);
    regime->calm = average(regime->calm, variance, regime->params.calm, regime->bars);
    regime->fast = average(regime->fast, variance, regime->params.fast, regime->bars);
    regime->returns[regime->bars % WINDOW] = before > 0.0 ? sigma_log(bar->close / before) : 0.0;
    regime->close = bar->close;
    regime->time = bar->time;
}

static double usual_of(const sigma_regime *regime)
{
    return regime->params.calm > 0.0 ? sigma_smaller(regime->slow, regime->calm) : regime->slow;
}

static observation observe(const sigma_regime *regime, const sigma_bar *bar)
{
    observation o = {0};
    double variance = usual_of(regime), usual = sigma_sqrt(variance),
           range = (bar->high - bar->low) / bar->close;

    o.of_trend = trend_of(regime, &o.trend);
    o.of_bar = variance > TINY && range > 0.0;
    o.of_level = variance > TINY && regime->fast > TINY;
    if (o.of_bar) {
        o.change = held(regime->returns[regime->bars % WINDOW] / usual);
        o.range = held(sigma_log(range / usual));
    }
    if (o.of_level) {
        o.level = 0.5 * sigma_log(regime->fast / variance);
    }
    return o;
}

/* ---- how likely it makes each state */

static double normal(double x, double mean, double deviation)
{
    double z = (x - mean) / deviation;
    return -0.5 * z * z;
}

/* Student's distribution with a given standard deviation: its scale is deviation sqrt(3 / 5). */
static double student(double x, double mean, double deviation)
{
    double z = (x - mean) / deviation;
    return -0.5 * (FREEDOM + 1.0) * sigma_log1p(z * z / (FREEDOM - 2.0));
}

static double likelihood(const sigma_regime *regime, const observation *o, int32_t k)
{
    const sigma_regime_state *s = &regime->params.states[k];
    double bar = 0.0, window = 0.0;

    if (o->of_bar) {
        bar = student(o->change, s->return_mean, s->return_deviation) +
              normal(o->range, s->range_mean, s->range_deviation) - regime->bar_norm[k];
    }
    if (o->of_trend) {
        window = normal(o->trend, s->trend_mean, s->trend_deviation) - regime->trend_norm[k];
    }
    if (o->of_level) {
        window += normal(o->level, s->level_mean, s->level_deviation) - regime->level_norm[k];
    }
    return regime->params.bar_weight * bar + regime->params.window_weight * window;
}

/* Chances before the bar is looked at: some of each state has left for the others. */
static void expect(const sigma_regime *regime, double *prior)
{
    double leaves[STATES], spread[STATES];

    for (int32_t k = 0; k < STATES; k++) {
        leaves[k] = 1.0 / regime->params.states[k].dwell;
        spread[k] = leaves[k] / (STATES - 1);
    }
    for (int32_t k = 0; k < STATES; k++) {
        prior[k] = 0.0;
        for (int32_t from = 0; from < STATES; from++) {
            prior[k] += regime->probability[from] * (from == k ? 1.0 - leaves[from] : spread[from]);
        }
    }
}

/* (3). The most likely state has exp(0), so that the sum is not 0 unless its chance was. */
static void weigh(sigma_regime *regime, const observation *o)
{
    double prior[STATES], log[STATES], sum = 0.0, most = -FARTHEST * FARTHEST;

    expect(regime, prior);
    for (int32_t k = 0; k < STATES; k++) {
        log[k] = likelihood(regime, o, k);
        most = sigma_larger(most, log[k]);
    }
    for (int32_t k = 0; k < STATES; k++) {
        prior[k] *= sigma_exp(log[k] - most);
        sum += prior[k];
    }
    for (int32_t k = 0; k < STATES; k++) {
        regime->probability[k] = sum > TINY ? prior[k] / sum : 1.0 / STATES;
    }
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

static sigma_status report(const sigma_regime *regime, sigma_regime_result *result)
{
    double variance = usual_of(regime);

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

sigma_status sigma_regime_update(sigma_regime *regime, const sigma_bar *bar,
                                 sigma_regime_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_regime_result){0};
    if (!regime || !bar) {
        return SIGMA_E_NULL;
    }
    if (!sigma_regime_valid(regime) || regime->bars == BARS_MAX) {
        return SIGMA_E_STATE;
    }
    if (sigma_bar_check(bar) != SIGMA_OK) {
        return SIGMA_E_RANGE;
    }
    if (regime->bars > 0 && bar->time <= regime->time) {
        return SIGMA_E_ORDER;
    }
    take(regime, bar);
    observation o = observe(regime, bar);
    weigh(regime, &o);
    regime->bars++;
    decide(regime);
    return report(regime, result);
}
