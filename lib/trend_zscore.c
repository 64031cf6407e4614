/* SPDX-License-Identifier: MIT */
#include "trend.h"

#include "columns.h"
#include "moments.h"
#include "tags.h"

static const double VALUE_MAX = 1e15;
static const double SCORE_MAX = 100.0;

static bool state_valid(const sigma_zscore *zscore)
{
    return zscore->tag == SIGMA_TAG_ZSCORE && zscore->reserved == 0 &&
           sigma_window_valid(zscore->period) &&
           sigma_between(zscore->end, 0, SIGMA_WINDOW_SPACE - 1);
}

/* (4), by the distance of the last value from the oldest. */
static inline double score(double last, double mean, double square, double share)
{
    double deviation = sigma_deviation(square, share);
    return deviation == 0.0 ? 0.0 : (last - mean) / deviation;
}

double sigma_zscore_by(const double *window, int32_t period, const sigma_moments *moments)
{
    return score(window[period - 1] - window[0], moments->mean, moments->square, 1.0 / period);
}

double sigma_zscore_of(const double *window, int32_t period)
{
    sigma_moments moments = sigma_moments_of(window, period);
    return sigma_zscore_by(window, period, &moments);
}

/* Of the last of `end` values; damaged ones give no score. */
static sigma_status evaluate(const sigma_zscore *zscore, int32_t end, double *value)
{
    if (end < zscore->period) {
        return SIGMA_WARMUP;
    }
    double z = sigma_zscore_of(zscore->x + end - zscore->period, zscore->period);
    if (!sigma_within(z, -SCORE_MAX, SCORE_MAX)) {
        return SIGMA_E_STATE;
    }
    *value = z;
    return SIGMA_OK;
}

sigma_status sigma_zscore_init(sigma_zscore *zscore, int32_t period)
{
    if (!zscore) {
        return SIGMA_E_NULL;
    }
    sigma_zero(zscore, sizeof *zscore);
    if (!sigma_window_valid(period)) {
        return SIGMA_E_RANGE;
    }
    zscore->tag = SIGMA_TAG_ZSCORE;
    zscore->period = period;
    return SIGMA_OK;
}

sigma_status sigma_zscore_update(sigma_zscore *zscore, double x, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!zscore) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(zscore)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(x, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    double before = zscore->x[zscore->end];
    zscore->x[zscore->end] = x;
    sigma_status status = evaluate(zscore, zscore->end + 1, value);
    if (status < 0) {
        zscore->x[zscore->end] = before;
        return status;
    }
    zscore->end = sigma_window_move(zscore->x, zscore->end + 1, zscore->period);
    return status;
}

sigma_status sigma_zscore_read(const sigma_zscore *zscore, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!zscore) {
        return SIGMA_E_NULL;
    }
    return state_valid(zscore) ? evaluate(zscore, zscore->end, value) : SIGMA_E_STATE;
}

static void fill_block(const double *x, int32_t period, sigma_moments_parts p, int32_t count,
                       double *restrict values)
{
    double share = 1.0 / period;
    for (int32_t i = 0; i < count; i++) {
        sigma_moments m = sigma_moments_whole(p.mean[i], p.sum[i], p.newer_mean[i], p.newer_sum[i],
                                              x[i + p.older] - x[i], p.weights);
        values[i] = score(x[i + period - 1] - x[i], m.mean, m.square, share);
    }
}

#ifdef __GNUC__ /* a frame of its own: that of who calls would be above 1 KiB */
static void fill_tile(const double *window, int32_t period, double *values)
    __attribute__((noinline));
#endif

static void fill_tile(const double *window, int32_t period, double *values)
{
    double room[4 * SIGMA_MOMENTS_TILE];

    fill_block(window, period, sigma_moments_tile_squares(window, period, room), SIGMA_MOMENTS_TILE,
               values);
}

static void fill(int32_t period, const double *x, int32_t count, double *values)
{
    int32_t left = count;
    bool alone = x == values || period == 1;

    while (sigma_block_fits(left, period, SIGMA_MOMENTS_ROOMS, alone)) {
        left -= SIGMA_BLOCK;
        const double *window = x + left + 1 - period;
        double *room = values + left - SIGMA_MOMENTS_ROOMS * (SIGMA_BLOCK + period);
        fill_block(window, period, sigma_moments_squares(window, period, SIGMA_BLOCK, room),
                   SIGMA_BLOCK, values + left);
    }
    for (int32_t end = sigma_moments_tile_end(left, period, count, alone); end > 0;
         end = sigma_moments_tile_end(left, period, count, alone)) {
        left = end - SIGMA_MOMENTS_TILE;
        fill_tile(x + left + 1 - period, period, values + left);
    }
    for (; left >= period; left--) {
        values[left - 1] = sigma_zscore_of(x + left - period, period);
    }
    sigma_column_warmup(values, period - 1, count);
}

sigma_status sigma_zscore_batch(int32_t period, const double *x, int32_t count, double *values)
{
    if (!x || !values) {
        return SIGMA_E_NULL;
    }
    int32_t first = sigma_column_first(x, count);
    if (!sigma_window_valid(period) || count < 0 || sigma_columns_overlap(x, values, count) ||
        !sigma_column_within(x + first, count - first, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_RANGE;
    }
    fill(period, x + first, count - first, values + first);
    sigma_column_warmup(values, first, count);
    return SIGMA_OK;
}
