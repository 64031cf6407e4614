/* SPDX-License-Identifier: MIT */
#include "trend.h"

#include "columns.h"
#include "moments.h"
#include "tags.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double SLOPE_MAX = 1e16;

static bool state_valid(const sigma_slope *slope)
{
    return slope->tag == SIGMA_TAG_SLOPE && slope->reserved == 0 &&
           sigma_window_valid(slope->period) &&
           sigma_between(slope->end, 0, SIGMA_WINDOW_SPACE - 1);
}

/* What (5) multiplies the sum with; of one value there is no line. */
static double factor_of(int32_t period)
{
    double n = period;
    return period > 1 ? 12.0 / (n * (n * n - 1.0)) : 0.0;
}

/* (5) */
sigma_slope_result sigma_slope_by(const double *window, int32_t period,
                                  const sigma_moments *moments)
{
    double slope = moments->tilt * factor_of(period);
    return (sigma_slope_result){slope, slope / window[period - 1]};
}

sigma_slope_result sigma_slope_of(const double *window, int32_t period)
{
    sigma_moments moments = sigma_moments_of(window, period);
    return sigma_slope_by(window, period, &moments);
}

/* Of the last of `end` closes; damaged ones give no slope. */
static sigma_status evaluate(const sigma_slope *slope, int32_t end, sigma_slope_result *result)
{
    if (end < slope->period) {
        return SIGMA_WARMUP;
    }
    if (!sigma_within(slope->close[end - 1], PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_STATE;
    }
    sigma_slope_result value = sigma_slope_of(slope->close + end - slope->period, slope->period);
    if (!sigma_within(value.slope, -SLOPE_MAX, SLOPE_MAX)) {
        return SIGMA_E_STATE;
    }
    *result = value;
    return SIGMA_OK;
}

sigma_status sigma_slope_init(sigma_slope *slope, int32_t period)
{
    if (!slope) {
        return SIGMA_E_NULL;
    }
    sigma_zero(slope, sizeof *slope);
    if (!sigma_window_valid(period)) {
        return SIGMA_E_RANGE;
    }
    slope->tag = SIGMA_TAG_SLOPE;
    slope->period = period;
    return SIGMA_OK;
}

sigma_status sigma_slope_update(sigma_slope *slope, double close, sigma_slope_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_slope_result){0};
    if (!slope) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(slope)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(close, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    double before = slope->close[slope->end];
    slope->close[slope->end] = close;
    sigma_status status = evaluate(slope, slope->end + 1, result);
    if (status < 0) {
        slope->close[slope->end] = before;
        return status;
    }
    slope->end = sigma_window_move(slope->close, slope->end + 1, slope->period);
    return status;
}

sigma_status sigma_slope_read(const sigma_slope *slope, sigma_slope_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_slope_result){0};
    if (!slope) {
        return SIGMA_E_NULL;
    }
    return state_valid(slope) ? evaluate(slope, slope->end, result) : SIGMA_E_STATE;
}

static void fill_block(const double *x, int32_t period, sigma_moments_parts p, int32_t count,
                       double *restrict slope, double *restrict relative)
{
    double factor = factor_of(period);
    for (int32_t i = 0; i < count; i++) {
        sigma_moments m = sigma_moments_whole(p.mean[i], p.sum[i], p.newer_mean[i], p.newer_sum[i],
                                              x[i + p.older] - x[i], p.weights);
        slope[i] = m.tilt * factor;
        relative[i] = m.tilt * factor / x[i + period - 1];
    }
}

#ifdef __GNUC__ /* a frame of its own: that of who calls would be above 1 KiB */
static void fill_tile(const double *window, int32_t period, double *slope, double *relative)
    __attribute__((noinline));
#endif

static void fill_tile(const double *window, int32_t period, double *slope, double *relative)
{
    double room[4 * SIGMA_MOMENTS_TILE];

    fill_block(window, period, sigma_moments_tile_tilts(window, period, room), SIGMA_MOMENTS_TILE,
               slope, relative);
}

static void fill(int32_t period, const double *close, int32_t count, double *slope,
                 double *relative)
{
    int32_t left = count;
    bool alone = slope == close || relative == close || period == 1;

    while (sigma_block_fits(left, period, SIGMA_MOMENTS_ROOMS, alone)) {
        left -= SIGMA_BLOCK;
        const double *window = close + left + 1 - period;
        double *room = slope + left - SIGMA_MOMENTS_ROOMS * (SIGMA_BLOCK + period);
        fill_block(window, period, sigma_moments_tilts(window, period, SIGMA_BLOCK, room),
                   SIGMA_BLOCK, slope + left, relative + left);
    }
    for (int32_t end = sigma_moments_tile_end(left, period, count, alone); end > 0;
         end = sigma_moments_tile_end(left, period, count, alone)) {
        left = end - SIGMA_MOMENTS_TILE;
        fill_tile(close + left + 1 - period, period, slope + left, relative + left);
    }
    for (; left >= period; left--) {
        sigma_slope_result value = sigma_slope_of(close + left - period, period);
        slope[left - 1] = value.slope;
        relative[left - 1] = value.relative;
    }
    sigma_column_warmup(slope, period - 1, count);
    sigma_column_warmup(relative, period - 1, count);
}

sigma_status sigma_slope_batch(int32_t period, const double *close, int32_t count, double *slope,
                               double *relative)
{
    const double *const input[1] = {close};
    double *const output[2] = {slope, relative};

    if (!close || !slope || !relative) {
        return SIGMA_E_NULL;
    }
    int32_t first = sigma_column_first(close, count);
    if (!sigma_window_valid(period) || count < 0 ||
        !sigma_columns_apart(input, 1, output, 2, count) ||
        !sigma_column_within(close + first, count - first, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    fill(period, close + first, count - first, slope + first, relative + first);
    sigma_column_warmup(slope, first, count);
    sigma_column_warmup(relative, first, count);
    return SIGMA_OK;
}
