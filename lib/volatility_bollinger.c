/* SPDX-License-Identifier: MIT */
#include "volatility.h"

#include "columns.h"
#include "moments.h"
#include "tags.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double MULTIPLE_MIN = 0.001;
static const double MULTIPLE_MAX = 100.0;

static bool state_valid(const sigma_bollinger *bollinger)
{
    return bollinger->tag == SIGMA_TAG_BOLLINGER && bollinger->reserved == 0 &&
           sigma_window_valid(bollinger->period) &&
           sigma_within(bollinger->multiple, MULTIPLE_MIN, MULTIPLE_MAX) &&
           sigma_between(bollinger->end, 0, SIGMA_WINDOW_SPACE - 1);
}

/* (8) and (9) of a window, by the distances of its mean and of its last close from its oldest. */
static inline sigma_bollinger_result bands(double oldest, double last, double mean, double square,
                                           double share, double multiple)
{
    double deviation = sigma_deviation(square, share), half = multiple * deviation;
    double middle = oldest + mean, whole = 2.0 * half;
    return (sigma_bollinger_result){
        .middle = middle,
        .upper = middle + half,
        .lower = middle - half,
        .deviation = deviation,
        .width = whole / middle,
        .percent_b = 0.5 + (whole == 0.0 ? 0.0 : (last - mean) / whole),
    };
}

sigma_bollinger_result sigma_bollinger_by(const double *window, int32_t period,
                                          const sigma_moments *moments, double multiple)
{
    return bands(window[0], window[period - 1] - window[0], moments->mean, moments->square,
                 1.0 / period, multiple);
}

static sigma_bollinger_result bands_of(const double *window, int32_t period, double multiple)
{
    sigma_moments moments = sigma_moments_of(window, period);
    return sigma_bollinger_by(window, period, &moments, multiple);
}

/* Of the last of `end` closes; damaged ones give no bands. */
static sigma_status evaluate(const sigma_bollinger *bollinger, int32_t end,
                             sigma_bollinger_result *result)
{
    if (end < bollinger->period) {
        return SIGMA_WARMUP;
    }
    sigma_bollinger_result value = bands_of(bollinger->close + end - bollinger->period,
                                            bollinger->period, bollinger->multiple);
    /* %b lies as many deviations from the middle as n values can: within 16, over 2k */
    if (!(sigma_within(value.middle, PRICE_MIN / 2.0, 2.0 * PRICE_MAX) &&
          sigma_within(value.width, 0.0, 1e4))) {
        return SIGMA_E_STATE;
    }
    *result = value;
    return SIGMA_OK;
}

sigma_status sigma_bollinger_init(sigma_bollinger *bollinger, int32_t period, double multiple)
{
    if (!bollinger) {
        return SIGMA_E_NULL;
    }
    sigma_zero(bollinger, sizeof *bollinger);
    if (!sigma_window_valid(period) || !sigma_within(multiple, MULTIPLE_MIN, MULTIPLE_MAX)) {
        return SIGMA_E_RANGE;
    }
    bollinger->tag = SIGMA_TAG_BOLLINGER;
    bollinger->period = period;
    bollinger->multiple = multiple;
    return SIGMA_OK;
}

sigma_status sigma_bollinger_update(sigma_bollinger *bollinger, double close,
                                    sigma_bollinger_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_bollinger_result){0};
    if (!bollinger) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(bollinger)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(close, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    double before = bollinger->close[bollinger->end];
    bollinger->close[bollinger->end] = close;
    sigma_status status = evaluate(bollinger, bollinger->end + 1, result);
    if (status < 0) {
        bollinger->close[bollinger->end] = before;
        return status;
    }
    bollinger->end = sigma_window_move(bollinger->close, bollinger->end + 1, bollinger->period);
    return status;
}

sigma_status sigma_bollinger_read(const sigma_bollinger *bollinger, sigma_bollinger_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_bollinger_result){0};
    if (!bollinger) {
        return SIGMA_E_NULL;
    }
    return state_valid(bollinger) ? evaluate(bollinger, bollinger->end, result) : SIGMA_E_STATE;
}

typedef struct columns {
    double *column[3];
    bool shape;
} columns;

static void write(const columns *out, int32_t i, const sigma_bollinger_result *value)
{
    out->column[0][i] = out->shape ? value->deviation : value->middle;
    out->column[1][i] = out->shape ? value->width : value->upper;
    out->column[2][i] = out->shape ? value->percent_b : value->lower;
}

static void fill_bands(const double *x, int32_t period, double multiple, sigma_moments_parts p,
                       int32_t count, double *restrict middle, double *restrict upper,
                       double *restrict lower)
{
    double share = 1.0 / period;
    for (int32_t i = 0; i < count; i++) {
        sigma_moments m = sigma_moments_whole(p.mean[i], p.sum[i], p.newer_mean[i], p.newer_sum[i],
                                              x[i + p.older] - x[i], p.weights);
        sigma_bollinger_result value = bands(x[i], 0.0, m.mean, m.square, share, multiple);
        middle[i] = value.middle;
        upper[i] = value.upper;
        lower[i] = value.lower;
    }
}

static void fill_shape(const double *x, int32_t period, double multiple, sigma_moments_parts p,
                       int32_t count, double *restrict deviation, double *restrict width,
                       double *restrict percent_b)
{
    double share = 1.0 / period;
    for (int32_t i = 0; i < count; i++) {
        sigma_moments m = sigma_moments_whole(p.mean[i], p.sum[i], p.newer_mean[i], p.newer_sum[i],
                                              x[i + p.older] - x[i], p.weights);
        sigma_bollinger_result value =
            bands(x[i], x[i + period - 1] - x[i], m.mean, m.square, share, multiple);
        deviation[i] = value.deviation;
        width[i] = value.width;
        percent_b[i] = value.percent_b;
    }
}

static void fill_parts(const double *window, int32_t period, double multiple,
                       sigma_moments_parts parts, int32_t count, const columns *out, int32_t left)
{
    double *first = out->column[0] + left, *second = out->column[1] + left;
    double *third = out->column[2] + left;

    if (out->shape) {
        fill_shape(window, period, multiple, parts, count, first, second, third);
    } else {
        fill_bands(window, period, multiple, parts, count, first, second, third);
    }
}

static void fill_block(const double *window, int32_t period, double multiple, const columns *out,
                       int32_t left)
{
    double *room = out->column[2] + left - SIGMA_MOMENTS_ROOMS * (SIGMA_BLOCK + period);

    fill_parts(window, period, multiple, sigma_moments_squares(window, period, SIGMA_BLOCK, room),
               SIGMA_BLOCK, out, left);
}

static void fill_tile(const double *window, int32_t period, double multiple, const columns *out,
                      int32_t left)
{
    double room[4 * SIGMA_MOMENTS_TILE];

    fill_parts(window, period, multiple, sigma_moments_tile_squares(window, period, room),
               SIGMA_MOMENTS_TILE, out, left);
}

static void fill(int32_t period, double multiple, const double *close, int32_t count,
                 const columns *out)
{
    int32_t left = count;
    bool alone = close == out->column[0] || close == out->column[1] || close == out->column[2] ||
                 period == 1;

    while (sigma_block_fits(left, period, SIGMA_MOMENTS_ROOMS, alone)) {
        left -= SIGMA_BLOCK;
        fill_block(close + left + 1 - period, period, multiple, out, left);
    }
    for (int32_t end = sigma_moments_tile_end(left, period, count, alone); end > 0;
         end = sigma_moments_tile_end(left, period, count, alone)) {
        left = end - SIGMA_MOMENTS_TILE;
        fill_tile(close + left + 1 - period, period, multiple, out, left);
    }
    for (; left >= period; left--) {
        sigma_bollinger_result value = bands_of(close + left - period, period, multiple);
        write(out, left - 1, &value);
    }
    for (int32_t i = 0; i < 3; i++) {
        sigma_column_warmup(out->column[i], period - 1, count);
    }
}

static sigma_status batch(int32_t period, double multiple, const double *close, int32_t count,
                          columns out)
{
    const double *const input[1] = {close};

    if (!close || !out.column[0] || !out.column[1] || !out.column[2]) {
        return SIGMA_E_NULL;
    }
    int32_t first = sigma_column_first(close, count);
    if (!sigma_window_valid(period) || !sigma_within(multiple, MULTIPLE_MIN, MULTIPLE_MAX) ||
        count < 0 || !sigma_columns_apart(input, 1, out.column, 3, count) ||
        !sigma_column_within(close + first, count - first, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    for (int32_t i = 0; i < 3; i++) {
        sigma_column_warmup(out.column[i], first, count);
        out.column[i] += first;
    }
    fill(period, multiple, close + first, count - first, &out);
    return SIGMA_OK;
}

sigma_status sigma_bollinger_batch(int32_t period, double multiple, const double *close,
                                   int32_t count, double *middle, double *upper, double *lower)
{
    return batch(period, multiple, close, count, (columns){{middle, upper, lower}, false});
}

sigma_status sigma_bollinger_shape_batch(int32_t period, double multiple, const double *close,
                                         int32_t count, double *deviation, double *width,
                                         double *percent_b)
{
    return batch(period, multiple, close, count, (columns){{deviation, width, percent_b}, true});
}
