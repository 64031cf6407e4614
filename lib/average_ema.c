/* SPDX-License-Identifier: MIT */
#include "average.h"

#include "columns.h"
#include "lanes.h"

static const double VALUE_MAX = 1e15;
static const double SUM_MAX = 1e20;

/* What warming up can take out of its range. */
static bool numbers_valid(const sigma_ema *ema)
{
    return sigma_within(ema->value, -VALUE_MAX, VALUE_MAX) &&
           sigma_within(ema->sum, -SUM_MAX, SUM_MAX);
}

/* The seed of (2), as differences from the first value, so that a flat series has no rounding. */
static void warm(sigma_ema *ema, double x)
{
    if (ema->count == 0) {
        ema->value = x;
    }
    ema->sum += x - ema->value;
    ema->count++;
    if (ema->count == ema->period) {
        ema->value = sigma_settled(ema->value + ema->sum / ema->period);
        ema->sum = 0.0;
    }
}

sigma_status sigma_ema_warm(sigma_ema *ema, double x)
{
    warm(ema, x);
    if (!numbers_valid(ema)) {
        return SIGMA_E_STATE;
    }
    return ema->count < ema->period ? SIGMA_WARMUP : SIGMA_OK;
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

sigma_status sigma_ema_update(sigma_ema *ema, double x, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!ema) {
        return SIGMA_E_NULL;
    }
    sigma_ema next = *ema;
    sigma_status status = sigma_ema_advance(&next, x);
    if (status < 0) {
        return status;
    }
    *ema = next;
    *value = status == SIGMA_OK ? ema->value : 0.0;
    return status;
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
    return sigma_ema_value(ema, value);
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
        warm(&ema, x[i]);
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
        !sigma_column_within(x + first, count - first, -VALUE_MAX, VALUE_MAX)) {
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
