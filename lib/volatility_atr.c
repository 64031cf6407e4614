/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "lanes.h"
#include "range.h"
#include "smooth.h"
#include "tags.h"
#include "volatility.h"

static const double PRICE_MAX = 1e15;

/* A sum of count ranges until it is an average. */
static bool value_valid(const sigma_atr *atr)
{
    double most = sigma_atr_ready(atr) ? PRICE_MAX : atr->count * PRICE_MAX;
    return sigma_held(atr->value, most);
}

bool sigma_atr_valid(const sigma_atr *atr)
{
    return atr->tag == SIGMA_TAG_ATR && atr->reserved == 0 && sigma_period_valid(atr->period) &&
           sigma_between(atr->count, 0, atr->period) && value_valid(atr) &&
           sigma_held(atr->close, PRICE_MAX);
}

static double range_of(const sigma_atr *atr, double high, double low, double close)
{
    return sigma_true_range(high, low, atr->count > 0 ? atr->close : close);
}

/* The seed of (1): a sum until it is a mean. */
static void warm(sigma_atr *atr, double range)
{
    atr->value += range;
    atr->count++;
    if (atr->count == atr->period) {
        atr->value = sigma_settled(atr->value / atr->period);
    }
}

void sigma_atr_advance(sigma_atr *atr, double high, double low, double close)
{
    double range = range_of(atr, high, low, close);

    atr->close = close;
    if (!sigma_atr_ready(atr)) {
        warm(atr, range);
    } else {
        atr->value = sigma_smooth(atr->value, range, sigma_wilder_gain(atr->period));
    }
}

sigma_status sigma_atr_init(sigma_atr *atr, int32_t period)
{
    if (!atr) {
        return SIGMA_E_NULL;
    }
    *atr = (sigma_atr){0};
    if (!sigma_period_valid(period)) {
        return SIGMA_E_RANGE;
    }
    atr->tag = SIGMA_TAG_ATR;
    atr->period = period;
    return SIGMA_OK;
}

sigma_status sigma_atr_evaluate(const sigma_atr *atr, double *value)
{
    if (!sigma_atr_ready(atr)) {
        return SIGMA_WARMUP;
    }
    *value = atr->value;
    return SIGMA_OK;
}

sigma_status sigma_atr_update(sigma_atr *atr, double high, double low, double close, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!atr) {
        return SIGMA_E_NULL;
    }
    if (!sigma_atr_valid(atr)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close)) {
        return SIGMA_E_RANGE;
    }
    sigma_atr_advance(atr, high, low, close);
    return sigma_atr_evaluate(atr, value);
}

sigma_status sigma_atr_read(const sigma_atr *atr, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!atr) {
        return SIGMA_E_NULL;
    }
    return sigma_atr_valid(atr) ? sigma_atr_evaluate(atr, value) : SIGMA_E_STATE;
}

typedef struct columns {
    const double *high;
    const double *low;
    const double *close;
    double *values;
    double gain;
} columns;

/* sigma_atr_advance() when the average has its seed and n > 1. */
static inline void follow(sigma_lane *lane, const void *p, int32_t i)
{
    const columns *c = (const columns *)p;
    double range = sigma_true_range(c->high[i], c->low[i], c->close[i - 1]);

    lane->value[0] = sigma_settled(sigma_toward(lane->value[0], range, c->gain));
    c->values[i] = lane->value[0];
}

/* In place, each bar is read whole before its value is written. */
static void fill(int32_t period, columns c, int32_t count, bool in_place)
{
    sigma_atr atr = {.period = period};
    int32_t i = 0;

    for (; i < count && (i < period || in_place || period == 1); i++) {
        sigma_atr_advance(&atr, c.high[i], c.low[i], c.close[i]);
        c.values[i] = atr.value;
    }
    sigma_lanes_follow(follow, &c, (sigma_lane){{atr.value}}, sigma_lane_lead(c.gain, 1), i, count);
    sigma_column_warmup(c.values, period - 1, count);
}

sigma_status sigma_atr_batch(int32_t period, const double *high, const double *low,
                             const double *close, int32_t count, double *values)
{
    if (!high || !low || !close || !values) {
        return SIGMA_E_NULL;
    }
    if (!sigma_period_valid(period) || count < 0 || sigma_columns_overlap(high, values, count) ||
        sigma_columns_overlap(low, values, count) || sigma_columns_overlap(close, values, count) ||
        !sigma_columns_are_bars(high, low, close, count)) {
        return SIGMA_E_RANGE;
    }
    fill(period, (columns){high, low, close, values, sigma_wilder_gain(period)}, count,
         values == high || values == low || values == close);
    return SIGMA_OK;
}
