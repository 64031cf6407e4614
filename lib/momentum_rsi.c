/* SPDX-License-Identifier: MIT */
#include "momentum.h"

#include "columns.h"
#include "lanes.h"
#include "smooth.h"
#include "tags.h"

static const double VALUE_MAX = 1e15;
static const double CHANGE_MAX = 2e15;

/* Sums of count - 1 changes until they are averages. */
static bool changes_valid(const sigma_rsi *rsi)
{
    double changes = sigma_larger(rsi->count - 1.0, 0.0);
    double most = (sigma_rsi_ready(rsi) ? 1.0 : changes) * CHANGE_MAX;
    return sigma_held(rsi->gain, most) && sigma_held(rsi->loss, most);
}

bool sigma_rsi_valid(const sigma_rsi *rsi)
{
    return rsi->tag == SIGMA_TAG_RSI && rsi->reserved == 0 && sigma_period_valid(rsi->period) &&
           sigma_between(rsi->count, 0, (int64_t)rsi->period + 1) && changes_valid(rsi) &&
           sigma_held_about(rsi->last, VALUE_MAX);
}

/* max(change, 0), exactly, without a branch that the market decides. */
static double gain_of(double change)
{
    return 0.5 * (sigma_magnitude(change) + change);
}

static double strength(double gain, double loss)
{
    double whole = gain + loss;
    return sigma_hardly(whole <= 0.0) ? 50.0 : 100.0 * (gain / whole);
}

/* The seed of (1): sums until they are means. */
static void warm(sigma_rsi *rsi, double change)
{
    rsi->gain += gain_of(change);
    rsi->loss += gain_of(-change);
    if (rsi->count == rsi->period) {
        rsi->gain = sigma_settled(rsi->gain / rsi->period);
        rsi->loss = sigma_settled(rsi->loss / rsi->period);
    }
}

void sigma_rsi_advance(sigma_rsi *rsi, double x)
{
    double change = rsi->count > 0 ? x - rsi->last : 0.0, gain = sigma_wilder_gain(rsi->period);

    if (!sigma_rsi_ready(rsi)) {
        warm(rsi, change);
        rsi->count++;
    } else {
        rsi->gain = sigma_smooth(rsi->gain, gain_of(change), gain);
        rsi->loss = sigma_smooth(rsi->loss, gain_of(-change), gain);
    }
    rsi->last = x;
}

sigma_status sigma_rsi_init(sigma_rsi *rsi, int32_t period)
{
    if (!rsi) {
        return SIGMA_E_NULL;
    }
    *rsi = (sigma_rsi){0};
    if (!sigma_period_valid(period)) {
        return SIGMA_E_RANGE;
    }
    rsi->tag = SIGMA_TAG_RSI;
    rsi->period = period;
    return SIGMA_OK;
}

sigma_status sigma_rsi_evaluate(const sigma_rsi *rsi, double *value)
{
    if (!sigma_rsi_ready(rsi)) {
        return SIGMA_WARMUP;
    }
    *value = strength(rsi->gain, rsi->loss);
    return SIGMA_OK;
}

sigma_status sigma_rsi_update(sigma_rsi *rsi, double x, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!rsi) {
        return SIGMA_E_NULL;
    }
    if (!sigma_rsi_valid(rsi)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(x, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_rsi_advance(rsi, x);
    return sigma_rsi_evaluate(rsi, value);
}

sigma_status sigma_rsi_read(const sigma_rsi *rsi, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!rsi) {
        return SIGMA_E_NULL;
    }
    return sigma_rsi_valid(rsi) ? sigma_rsi_evaluate(rsi, value) : SIGMA_E_STATE;
}

typedef struct columns {
    const double *x;
    double *values;
    double gain;
} columns;

/* sigma_rsi_advance() when both averages have their seeds and n > 1; they are settled behind one
 * branch. */
static inline void follow(sigma_lane *lane, const void *p, int32_t i)
{
    const columns *c = (const columns *)p;
    double change = c->x[i] - c->x[i - 1];
    double gains = sigma_toward(lane->value[0], gain_of(change), c->gain);
    double losses = sigma_toward(lane->value[1], gain_of(-change), c->gain);

    if (sigma_hardly(gains < 1e-300) || sigma_hardly(losses < 1e-300)) {
        gains = sigma_settled(gains);
        losses = sigma_settled(losses);
    }
    lane->value[0] = gains;
    lane->value[1] = losses;
    c->values[i] = strength(gains, losses);
}

/* In place, each value is read before the index is written. */
static void fill(int32_t period, const double *x, int32_t count, double *values)
{
    sigma_rsi rsi = {.period = period};
    columns c = {x, values, sigma_wilder_gain(period)};
    int32_t i = 0;

    for (; i < count && (i <= period || x == values || period == 1); i++) {
        sigma_rsi_advance(&rsi, x[i]);
        values[i] = strength(rsi.gain, rsi.loss);
    }
    sigma_lanes_follow(follow, &c, (sigma_lane){{rsi.gain, rsi.loss}}, sigma_lane_lead(c.gain, 1),
                       i, count);
    sigma_column_warmup(values, period, count);
}

sigma_status sigma_rsi_batch(int32_t period, const double *x, int32_t count, double *values)
{
    if (!x || !values) {
        return SIGMA_E_NULL;
    }
    if (!sigma_period_valid(period) || count < 0 || sigma_columns_overlap(x, values, count) ||
        !sigma_column_within(x, count, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    fill(period, x, count, values);
    return SIGMA_OK;
}
