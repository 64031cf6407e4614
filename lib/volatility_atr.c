/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "range.h"
#include "sigma/volatility.h"
#include "smooth.h"
#include "tags.h"

static const double PRICE_MAX = 1e15;
static const double SUM_MAX = 1e19;

/* What an update can take out of its range. */
static bool numbers_valid(const sigma_atr *atr)
{
    return sigma_within(atr->value, 0.0, atr->count < atr->period ? SUM_MAX : PRICE_MAX);
}

static bool state_valid(const sigma_atr *atr)
{
    return atr->tag == SIGMA_TAG_ATR && atr->reserved == 0 && sigma_period_valid(atr->period) &&
           sigma_between(atr->count, 0, atr->period) && numbers_valid(atr) &&
           sigma_within(atr->close, 0.0, PRICE_MAX);
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

/* Of a state that is known to be sound. */
static sigma_status evaluate(const sigma_atr *atr, double *value)
{
    if (atr->count < atr->period) {
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
    if (!state_valid(atr)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close)) {
        return SIGMA_E_RANGE;
    }
    sigma_atr next = *atr;
    double range = range_of(atr, high, low, close);
    next.close = close;
    if (next.count < next.period) {
        warm(&next, range);
    } else {
        next.value = sigma_smooth(next.value, range, sigma_wilder_gain(next.period));
    }
    if (!numbers_valid(&next)) {
        return SIGMA_E_STATE;
    }
    *atr = next;
    return evaluate(atr, value);
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
    return state_valid(atr) ? evaluate(atr, value) : SIGMA_E_STATE;
}

/* values may be one of the inputs, so each bar is read whole before its value is written. */
static void fill(int32_t period, const double *high, const double *low, const double *close,
                 int32_t count, double *values)
{
    sigma_atr seed = {.period = period};
    double gain = sigma_wilder_gain(period);
    int32_t i = 0;

    for (; i < period && i < count; i++) {
        double range = range_of(&seed, high[i], low[i], close[i]);
        seed.close = close[i];
        warm(&seed, range);
        values[i] = seed.value;
    }
    double value = seed.value, previous = seed.close;
    for (; i < count; i++) {
        double range = sigma_true_range(high[i], low[i], previous);
        previous = close[i];
        value = sigma_smooth(value, range, gain);
        values[i] = value;
    }
    sigma_column_warmup(values, period - 1, count);
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
    fill(period, high, low, close, count, values);
    return SIGMA_OK;
}
