/* SPDX-License-Identifier: MIT */
#include "average.h"

#include "columns.h"
#include "lanes.h"

/* The seed of (2), as differences from the first value, so that a flat series has no rounding. It
 * is a mean of values in range, beyond which rounding may not take it. */
void sigma_ema_warm(sigma_ema *ema, double x)
{
    if (ema->count == 0) {
        ema->value = x;
    }
    ema->sum += x - ema->value;
    ema->count++;
    if (ema->count == ema->period) {
        double seed = sigma_settled(ema->value + ema->sum / ema->period);
        ema->value = sigma_clamped(seed, -SIGMA_EMA_VALUE_MAX, SIGMA_EMA_VALUE_MAX);
        ema->sum = 0.0;
    }
}

static sigma_status start(sigma_ema *ema, int32_t period, int32_t wilder)
{
    if (!ema) {
        return SIGMA_E_NULL;
    }
    *ema = (sigma_ema){0};
    if (!sigma_period_valid(period)) {
        return SIGMA_E_RANGE;
    }
    ema->tag = SIGMA_TAG_EMA;
    ema->period = period;
    ema->wilder = wilder;
    return SIGMA_OK;
}

sigma_status sigma_ema_init(sigma_ema *ema, int32_t period)
{
    return start(ema, period, 0);
}

sigma_status sigma_wilder_init(sigma_ema *ema, int32_t period)
{
    return start(ema, period, 1);
}

static sigma_status evaluate(const sigma_ema *ema, double *value)
{
    if (!sigma_ema_ready(ema)) {
        return SIGMA_WARMUP;
    }
    *value = ema->value;
    return SIGMA_OK;
}

sigma_status sigma_ema_update(sigma_ema *ema, double x, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!ema) {
        return SIGMA_E_NULL;
    }
    if (!sigma_ema_valid(ema)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(x, -SIGMA_EMA_VALUE_MAX, SIGMA_EMA_VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_ema_advance(ema, x);
    return evaluate(ema, value);
}

sigma_status sigma_ema_read(const sigma_ema *ema, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!ema) {
        return SIGMA_E_NULL;
    }
    return sigma_ema_valid(ema) ? evaluate(ema, value) : SIGMA_E_STATE;
}

typedef struct columns {
    const double *x;
    double *values;
    double gain;
} columns;

/* sigma_smooth() with a gain below 1. */
static inline void follow(sigma_lane *lane, const void *p, int32_t i)
{
    const columns *c = (const columns *)p;
    lane->value[0] = sigma_settled(sigma_toward(lane->value[0], c->x[i], c->gain));
    c->values[i] = lane->value[0];
}

static void fill_rest(const sigma_ema *seed, columns c, int32_t first, int32_t count)
{
    sigma_lane lane = {{seed->value}};

    if (c.x == c.values) {
        sigma_lane_follow(follow, &c, &lane, first, count);
    } else {
        sigma_lanes_follow(follow, &c, lane, sigma_lane_lead(c.gain, 1), first, count);
    }
}

static void fill(sigma_ema ema, const double *x, int32_t count, double *values)
{
    int32_t i = 0;

    for (; i < ema.period && i < count; i++) {
        sigma_ema_warm(&ema, x[i]);
        values[i] = ema.value;
    }
    if (ema.period > 1) {
        fill_rest(&ema, (columns){x, values, sigma_ema_gain_of(&ema)}, i, count);
    } else {
        for (; i < count; i++) {
            values[i] = sigma_settled(x[i]);
        }
    }
    sigma_column_warmup(values, ema.period - 1, count);
}

static sigma_status batch(sigma_ema ema, const double *x, int32_t count, double *values)
{
    if (!x || !values) {
        return SIGMA_E_NULL;
    }
    int32_t first = sigma_column_first(x, count);
    if (!sigma_period_valid(ema.period) || count < 0 || sigma_columns_overlap(x, values, count) ||
        !sigma_column_within(x + first, count - first, -SIGMA_EMA_VALUE_MAX, SIGMA_EMA_VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    fill(ema, x + first, count - first, values + first);
    sigma_column_warmup(values, first, count);
    return SIGMA_OK;
}

sigma_status sigma_ema_batch(int32_t period, const double *x, int32_t count, double *values)
{
    return batch((sigma_ema){.period = period}, x, count, values);
}

sigma_status sigma_wilder_batch(int32_t period, const double *x, int32_t count, double *values)
{
    return batch((sigma_ema){.period = period, .wilder = 1}, x, count, values);
}
