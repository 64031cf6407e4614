/* SPDX-License-Identifier: MIT */
#include "trend.h"

#include "columns.h"
#include "lanes.h"
#include "range.h"
#include "smooth.h"
#include "tags.h"

static const double PRICE_MAX = 1e15;

static bool prices_valid(const sigma_adx *adx)
{
    return sigma_held(adx->high, PRICE_MAX) && sigma_held(adx->low, PRICE_MAX) &&
           sigma_held(adx->close, PRICE_MAX);
}

/* Sums of so many values, or their mean. */
static double most_of(int32_t values, int32_t period, double most)
{
    return values < period ? sigma_larger(values, 0.0) * most : most;
}

/* The movements are parts of the range, whose averages can exceed it by rounding only. A state of
 * count bars has count - 1 ranges, and count - period indices. */
static bool movement_valid(const sigma_adx *adx)
{
    double range = most_of(adx->count - 1, adx->period, PRICE_MAX);
    return sigma_held(adx->range, range) && sigma_held(adx->plus, range) &&
           sigma_held(adx->minus, range) &&
           sigma_held(adx->value, most_of(adx->count - adx->period, adx->period, 100.0));
}

bool sigma_adx_valid(const sigma_adx *adx)
{
    return adx->tag == SIGMA_TAG_ADX && adx->reserved == 0 && sigma_period_valid(adx->period) &&
           sigma_between(adx->count, 0, 2 * (int64_t)adx->period) && prices_valid(adx) &&
           movement_valid(adx);
}

/* Percentage of a part in its whole, 0 of nothing. The averages of both are rounded apart, so the
 * part may come out larger in the last place. */
static inline double percent(double part, double whole)
{
    return whole > 0.0 ? 100.0 * sigma_smaller(part / whole, 1.0) : 0.0;
}

/* A sum until it is a mean of n values, an average from then on. */
static inline double gather(double value, double x, int32_t values, int32_t period, double gain)
{
    if (values > period) {
        return sigma_smooth(value, x, gain);
    }
    return values < period ? value + x : sigma_settled((value + x) / period);
}

/* The movement in one direction: nothing unless it is the larger. */
static inline double movement(double move, double other)
{
    double upward = sigma_larger(move, 0.0);
    return move > other ? upward : 0.0;
}

/* (2) */
static inline double index_of(double plus_di, double minus_di)
{
    return percent(sigma_magnitude(plus_di - minus_di), plus_di + minus_di);
}

/* One bar after the first; count is the number of bars before it. */
static void move(sigma_adx *adx, double high, double low)
{
    double up = high - adx->high, down = adx->low - low;
    double gain = sigma_wilder_gain(adx->period);
    int32_t values = adx->count, n = adx->period;

    adx->range = gather(adx->range, sigma_true_range(high, low, adx->close), values, n, gain);
    adx->plus = gather(adx->plus, movement(up, down), values, n, gain);
    adx->minus = gather(adx->minus, movement(down, up), values, n, gain);
    if (values >= n) {
        double plus_di = percent(adx->plus, adx->range), minus_di = percent(adx->minus, adx->range);
        adx->value = gather(adx->value, index_of(plus_di, minus_di), values - n + 1, n, gain);
    }
}

/* count stops at 2n, where the last average has its seed; the bar after that smooths. */
void sigma_adx_advance(sigma_adx *adx, double high, double low, double close)
{
    if (adx->count > 0) {
        move(adx, high, low);
    }
    adx->count += !sigma_adx_ready(adx);
    adx->high = high;
    adx->low = low;
    adx->close = close;
}

sigma_status sigma_adx_init(sigma_adx *adx, int32_t period)
{
    if (!adx) {
        return SIGMA_E_NULL;
    }
    *adx = (sigma_adx){0};
    if (!sigma_period_valid(period)) {
        return SIGMA_E_RANGE;
    }
    adx->tag = SIGMA_TAG_ADX;
    adx->period = period;
    return SIGMA_OK;
}

sigma_status sigma_adx_evaluate(const sigma_adx *adx, sigma_adx_result *result)
{
    if (adx->count > adx->period) {
        result->plus_di = percent(adx->plus, adx->range);
        result->minus_di = percent(adx->minus, adx->range);
    }
    if (!sigma_adx_ready(adx)) {
        return SIGMA_WARMUP;
    }
    result->adx = adx->value;
    return SIGMA_OK;
}

sigma_status sigma_adx_update(sigma_adx *adx, double high, double low, double close,
                              sigma_adx_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_adx_result){0};
    if (!adx) {
        return SIGMA_E_NULL;
    }
    if (!sigma_adx_valid(adx)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close)) {
        return SIGMA_E_RANGE;
    }
    sigma_adx_advance(adx, high, low, close);
    return sigma_adx_evaluate(adx, result);
}

sigma_status sigma_adx_read(const sigma_adx *adx, sigma_adx_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_adx_result){0};
    if (!adx) {
        return SIGMA_E_NULL;
    }
    return sigma_adx_valid(adx) ? sigma_adx_evaluate(adx, result) : SIGMA_E_STATE;
}

typedef struct columns {
    const double *input[3];
    double *output[3];
    double gain;
} columns;

/* sigma_adx_advance() and _evaluate() when all averages have their seeds and n > 1: range, plus,
 * minus and value. */
static inline void follow(sigma_lane *lane, const void *p, int32_t i)
{
    const columns *c = (const columns *)p;
    double high = c->input[0][i], low = c->input[1][i], gain = c->gain;
    double up = high - c->input[0][i - 1], down = c->input[1][i - 1] - low;
    double reach = sigma_true_range(high, low, c->input[2][i - 1]);
    double range = sigma_settled(sigma_toward(lane->value[0], reach, gain));
    double plus = sigma_settled(sigma_toward(lane->value[1], movement(up, down), gain));
    double minus = sigma_settled(sigma_toward(lane->value[2], movement(down, up), gain));
    double plus_di = percent(plus, range), minus_di = percent(minus, range);
    double index = index_of(plus_di, minus_di);
    double value = sigma_settled(sigma_toward(lane->value[3], index, gain));

    lane->value[0] = range;
    lane->value[1] = plus;
    lane->value[2] = minus;
    lane->value[3] = value;
    c->output[0][i] = value;
    c->output[1][i] = plus_di;
    c->output[2][i] = minus_di;
}

/* In place, each bar is read whole before its values are written. */
static void fill(int32_t period, const columns *c, int32_t count, bool in_place)
{
    sigma_adx s = {.period = period};
    int32_t i = 0;

    for (; i < count && (i <= 2 * period || in_place || period == 1); i++) {
        sigma_adx_result result = {0};
        sigma_adx_advance(&s, c->input[0][i], c->input[1][i], c->input[2][i]);
        (void)sigma_adx_evaluate(&s, &result);
        c->output[0][i] = result.adx;
        c->output[1][i] = result.plus_di;
        c->output[2][i] = result.minus_di;
    }
    sigma_lane lane = {{s.range, s.plus, s.minus, s.value}};
    sigma_lanes_follow(follow, c, lane, sigma_lane_lead(c->gain, 2), i, count);
    sigma_column_warmup(c->output[0], 2 * period - 1, count);
    sigma_column_warmup(c->output[1], period, count);
    sigma_column_warmup(c->output[2], period, count);
}

/* Whether an output is an input. */
static bool is_in_place(const columns *c)
{
    bool same = false;
    for (int32_t i = 0; i < 9; i++) {
        same |= c->input[i / 3] == c->output[i % 3];
    }
    return same;
}

sigma_status sigma_adx_batch(int32_t period, const double *high, const double *low,
                             const double *close, int32_t count, double *adx, double *plus_di,
                             double *minus_di)
{
    const double *const input[3] = {high, low, close};
    double *const output[3] = {adx, plus_di, minus_di};

    if (!high || !low || !close || !adx || !plus_di || !minus_di) {
        return SIGMA_E_NULL;
    }
    if (!sigma_period_valid(period) || count < 0 ||
        !sigma_columns_apart(input, 3, output, 3, count) ||
        !sigma_columns_are_bars(high, low, close, count)) {
        return SIGMA_E_RANGE;
    }
    columns c = {{high, low, close}, {adx, plus_di, minus_di}, sigma_wilder_gain(period)};
    fill(period, &c, count, is_in_place(&c));
    return SIGMA_OK;
}
