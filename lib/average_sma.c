/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "sigma/average.h"
#include "tags.h"
#include "window.h"

static const double VALUE_MAX = 1e15;

static bool state_valid(const sigma_sma *sma)
{
    return sma->tag == SIGMA_TAG_SMA && sma->reserved == 0 && sigma_window_valid(sma->period) &&
           sigma_between(sma->end, 0, SIGMA_WINDOW_SPACE - 1);
}

/* (1) */
static double mean(const double *window, int32_t period)
{
    return sigma_window_sum(window, period) / period;
}

/* Of the last of `end` values. A sum of damaged ones is not a number, or too large. */
static sigma_status evaluate(const sigma_sma *sma, int32_t end, double *value)
{
    if (end < sma->period) {
        return SIGMA_WARMUP;
    }
    double average = mean(sma->x + end - sma->period, sma->period);
    if (!sigma_within(average, -2.0 * VALUE_MAX, 2.0 * VALUE_MAX)) {
        return SIGMA_E_STATE;
    }
    *value = average;
    return SIGMA_OK;
}

sigma_status sigma_sma_init(sigma_sma *sma, int32_t period)
{
    if (!sma) {
        return SIGMA_E_NULL;
    }
    sigma_zero(sma, sizeof *sma);
    if (!sigma_window_valid(period)) {
        return SIGMA_E_RANGE;
    }
    sma->tag = SIGMA_TAG_SMA;
    sma->period = period;
    return SIGMA_OK;
}

sigma_status sigma_sma_update(sigma_sma *sma, double x, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!sma) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(sma)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(x, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    double before = sma->x[sma->end];
    sma->x[sma->end] = x;
    sigma_status status = evaluate(sma, sma->end + 1, value);
    if (status < 0) {
        sma->x[sma->end] = before;
        return status;
    }
    sma->end = sigma_window_move(sma->x, sma->end + 1, sma->period);
    return status;
}

sigma_status sigma_sma_read(const sigma_sma *sma, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!sma) {
        return SIGMA_E_NULL;
    }
    return state_valid(sma) ? evaluate(sma, sma->end, value) : SIGMA_E_STATE;
}

sigma_status sigma_sma_batch(int32_t period, const double *x, int32_t count, double *values)
{
    if (!x || !values) {
        return SIGMA_E_NULL;
    }
    int32_t first = sigma_column_first(x, count);
    if (!sigma_window_valid(period) || count < 0 || sigma_columns_overlap(x, values, count) ||
        !sigma_column_within(x + first, count - first, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_column_of_means(x + first, period, count - first, values + first);
    sigma_column_warmup(values, first + period - 1, count);
    return SIGMA_OK;
}
