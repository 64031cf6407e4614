/* SPDX-License-Identifier: MIT */
#include "elementary.h"
#include "regime.h"

enum { STATES = SIGMA_REGIME_STATES, WINDOW = SIGMA_REGIME_WINDOW };
static const double TINY = 1e-30;   /* no variance of prices is below */
static const double FARTHEST = 1e6; /* deviations that (2) tells apart */
static const double FREEDOM = 5.0;

/* What a bar shows (1), and which of it. */
typedef struct observation {
    double change, range, trend, level;
    bool of_bar, of_trend, of_level;
} observation;

/* ---- what a bar shows */

static double held(double x)
{
    return sigma_larger(-FARTHEST, sigma_smaller(x, FARTHEST));
}

static double average(double value, double x, double least, double keep)
{
    double gain = sigma_larger(least, 1.0 - keep);
    return sigma_settled(value + gain * (x - value));
}

/* Sums over the ring, oldest first: what was written after the place `last`, then up to it. */
static bool trend_of(const double *returns, int32_t last, double *trend)
{
    double sum = 0.0, squares = 0.0;
    for (int32_t i = last + 1; i < WINDOW; i++) {
        sum += returns[i];
        squares += returns[i] * returns[i];
    }
    for (int32_t i = 0; i <= last; i++) {
        sum += returns[i];
        squares += returns[i] * returns[i];
    }
    if (!(squares > 0.0)) {
        return false;
    }
    *trend = sum / sigma_sqrt(squares);
    return true;
}

/* The logarithms of high, low and close over the open, and of the close over the one before, give
 * the variance of Rogers and Satchell, not below 0 as the logarithm is monotone, and the return. */
static void take(sigma_regime *regime, const sigma_bar *bar)
{
    double before = regime->close > 0.0 ? regime->close : bar->close;
    double log[4] = {bar->high / bar->open, bar->low / bar->open, bar->close / bar->open,
                     bar->close / before};

    for (int32_t i = 0; i < 4; i++) {
        log[i] = sigma_log(log[i]);
    }
    double variance = log[0] * (log[0] - log[2]) + log[1] * (log[1] - log[2]);
    double least = 1.0 / ((double)regime->bars + 1.0);
    regime->slow = average(regime->slow, variance, least, regime->params.slow);
    regime->calm = average(regime->calm, variance, least, regime->params.calm);
    regime->fast = average(regime->fast, variance, least, regime->params.fast);
    regime->returns[regime->bars % WINDOW] = log[3];
    regime->close = bar->close;
    regime->time = bar->time;
}

static observation observe(const sigma_regime *regime, const sigma_bar *bar)
{
    observation o = {0};
    int32_t last = (int32_t)(regime->bars % WINDOW);
    double variance = sigma_regime_usual(regime), usual = sigma_sqrt(variance),
           range = (bar->high - bar->low) / bar->close;

    o.of_trend = trend_of(regime->returns, last, &o.trend);
    o.of_bar = variance > TINY && range > 0.0;
    o.of_level = variance > TINY && regime->fast > TINY;
    if (o.of_bar) {
        o.change = held(regime->returns[last] / usual);
        o.range = held(sigma_log(range / usual));
    }
    if (o.of_level) {
        o.level = 0.5 * sigma_log(regime->fast / variance);
    }
    return o;
}

/* ---- how likely it makes each state: columns of the states, of which compilers take two at a time
 */

static inline double normal(double x, double mean, double deviation)
{
    double z = (x - mean) / deviation;
    return -0.5 * z * z;
}

/* Student's distribution with a given standard deviation, whose scale is deviation sqrt(3 / 5): the
 * argument of the logarithm, less 1. */
static inline double student(double x, double mean, double deviation)
{
    double z = (x - mean) / deviation;
    return z * z / (FREEDOM - 2.0);
}

/* What return and range say; nothing without them. */
static void look_at_bar(const sigma_regime *regime, const observation *o, double *restrict bar)
{
    const sigma_regime_state *s = regime->params.states;
    double tail[STATES];

    for (int32_t k = 0; k < STATES; k++) {
        tail[k] = student(o->change, s[k].return_mean, s[k].return_deviation);
        bar[k] = normal(o->range, s[k].range_mean, s[k].range_deviation);
    }
    for (int32_t k = 0; k < STATES; k++) {
        double sum = -0.5 * (FREEDOM + 1.0) * sigma_log1p(tail[k]) + bar[k] - regime->bar_norm[k];
        bar[k] = o->of_bar ? sum : 0.0;
    }
}

/* The same of trend and level. */
static void look_at_window(const sigma_regime *regime, const observation *o,
                           double *restrict window)
{
    const sigma_regime_state *s = regime->params.states;

    for (int32_t k = 0; k < STATES; k++) {
        double trend = normal(o->trend, s[k].trend_mean, s[k].trend_deviation);
        double level = normal(o->level, s[k].level_mean, s[k].level_deviation);
        double of_trend = o->of_trend ? trend - regime->trend_norm[k] : 0.0;
        double of_level = o->of_level ? level - regime->level_norm[k] : 0.0;
        window[k] = of_trend + of_level;
    }
}

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

/* (3). The most likely state has exp(0), so that the sum is not 0 unless its chance was. */
static void weigh(sigma_regime *regime, const observation *o)
{
    double prior[STATES], bar[STATES], log[STATES], sum = 0.0, most = -FARTHEST * FARTHEST;

    expect(regime, prior);
    look_at_bar(regime, o, bar);
    look_at_window(regime, o, log);
    for (int32_t k = 0; k < STATES; k++) {
        log[k] = regime->params.bar_weight * bar[k] + regime->params.window_weight * log[k];
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

void sigma_regime_weigh(sigma_regime *regime, const sigma_bar *bar)
{
    take(regime, bar);
    observation o = observe(regime, bar);
    weigh(regime, &o);
}
