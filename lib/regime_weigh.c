/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "elementary.h"
#include "log_ratio.h"
#include "regime.h"

_Static_assert((int)SIGMA_REGIME_STATES == (int)SIGMA_FEW, "exps and log1ps take all states");

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

/* Sums over the ring, oldest first, which stands behind the place `last`. */
static bool trend_of(const double *returns, int32_t last, double *trend)
{
    double sum = 0.0, squares = 0.0;

    for (int32_t i = 1; i <= WINDOW; i++) {
        int32_t place = last + i;
        double x = returns[place - (place < WINDOW ? 0 : WINDOW)];
        sum += x;
        squares += x * x;
    }
    if (!(squares > 0.0)) {
        return false;
    }
    *trend = sum / sigma_sqrt(squares);
    return true;
}

/* The variance of Rogers and Satchell is not below 0, as the logarithm is monotone. */
static void take(sigma_regime *regime, const sigma_bar *bar)
{
    double before = regime->close > 0.0 ? regime->close : bar->close;
    double high = sigma_log_ratio(bar->high, bar->open), low = sigma_log_ratio(bar->low, bar->open);
    double close = sigma_log_ratio(bar->close, bar->open);
    double variance = high * (high - close) + low * (low - close);
    double least = 1.0 / ((double)regime->bars + 1.0);

    regime->slow = average(regime->slow, variance, least, regime->params.slow);
    regime->calm = average(regime->calm, variance, least, regime->params.calm);
    regime->fast = average(regime->fast, variance, least, regime->params.fast);
    regime->returns[regime->bars % WINDOW] = sigma_log_ratio(bar->close, before);
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

/* What return and range say; nothing without them. */
static void look_at_bar(const sigma_regime *regime, const observation *o, double *restrict bar)
{
    double tail[STATES], range[STATES];

    score(regime, RETURN, o->change, tail);
    score(regime, RANGE, o->range, range);
    for (int32_t k = 0; k < STATES; k++) {
        tail[k] = student(tail[k]);
    }
    sigma_log1ps(tail, tail);
    for (int32_t k = 0; k < STATES; k++) {
        double sum = -0.5 * (FREEDOM + 1.0) * tail[k] + normal(range[k]) - regime->bar_norm[k];
        bar[k] = o->of_bar ? sum : 0.0;
    }
}

/* The same of trend and level. */
static void look_at_window(const sigma_regime *regime, const observation *o,
                           double *restrict window)
{
    double trend[STATES], level[STATES];

    score(regime, TREND, o->trend, trend);
    score(regime, LEVEL, o->level, level);
    for (int32_t k = 0; k < STATES; k++) {
        double of_trend = o->of_trend ? normal(trend[k]) - regime->trend_norm[k] : 0.0;
        double of_level = o->of_level ? normal(level[k]) - regime->level_norm[k] : 0.0;
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
    }
    for (int32_t k = 0; k < STATES; k++) {
        most = sigma_larger(most, log[k]);
    }
    for (int32_t k = 0; k < STATES; k++) {
        log[k] -= most;
    }
    sigma_exps(log, log);
    for (int32_t k = 0; k < STATES; k++) {
        prior[k] *= log[k];
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
