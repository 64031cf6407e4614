/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "range.h"
#include "sigma/trend.h"
#include "smooth.h"
#include "tags.h"

static const double PRICE_MAX = 1e15;
static const double SUM_MAX = 1e19;
static const double VALUE_MAX = 1e6;

static bool prices_valid(const sigma_adx *adx)
{
    return sigma_within(adx->high, 0.0, PRICE_MAX) && sigma_within(adx->low, 0.0, PRICE_MAX) &&
           sigma_within(adx->close, 0.0, PRICE_MAX);
}

/* The movements are parts of the range, whose averages can exceed it by rounding only. */
static bool movement_valid(const sigma_adx *adx)
{
    return sigma_within(adx->range, 0.0, SUM_MAX) && sigma_within(adx->plus, 0.0, SUM_MAX) &&
           sigma_within(adx->minus, 0.0, SUM_MAX) &&
           sigma_within(adx->value, 0.0, adx->count < 2 * adx->period ? VALUE_MAX : 100.0);
}

static bool state_valid(const sigma_adx *adx)
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
static double gather(double value, double x, int32_t values, int32_t period)
{
    if (values > period) {
        return sigma_smooth(value, x, sigma_wilder_gain(period));
    }
    return values < period ? value + x : sigma_settled((value + x) / period);
}

/* The movement in one direction: nothing unless it is the larger. */
static inline double movement(double move, double other)
{
    return move > other && move > 0.0 ? move : 0.0;
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
    int32_t values = adx->count, n = adx->period;

    adx->range = gather(adx->range, sigma_true_range(high, low, adx->close), values, n);
    adx->plus = gather(adx->plus, movement(up, down), values, n);
    adx->minus = gather(adx->minus, movement(down, up), values, n);
    if (values >= n) {
        double plus_di = percent(adx->plus, adx->range), minus_di = percent(adx->minus, adx->range);
        adx->value = gather(adx->value, index_of(plus_di, minus_di), values - n + 1, n);
    }
}

/* count stops at 2n, where the last average has its seed; the bar after that smooths. */
static void step(sigma_adx *adx, double high, double low, double close)
{
    if (adx->count > 0) {
        move(adx, high, low);
    }
    adx->count += adx->count < 2 * adx->period;
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

static void read(const sigma_adx *adx, sigma_adx_result *result)
{
    if (adx->count > adx->period) {
        result->plus_di = percent(adx->plus, adx->range);
        result->minus_di = percent(adx->minus, adx->range);
    }
    if (adx->count == 2 * adx->period) {
        result->adx = adx->value;
    }
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
    if (!state_valid(adx)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close)) {
        return SIGMA_E_RANGE;
    }
    sigma_adx next = *adx;
    step(&next, high, low, close);
    if (!state_valid(&next)) {
        return SIGMA_E_STATE;
    }
    *adx = next;
    read(adx, result);
    return adx->count == 2 * adx->period ? SIGMA_OK : SIGMA_WARMUP;
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
    if (!state_valid(adx)) {
        return SIGMA_E_STATE;
    }
    read(adx, result);
    return adx->count == 2 * adx->period ? SIGMA_OK : SIGMA_WARMUP;
}

/* The bars from first on, when all averages have their seeds and n > 1: step() and read() on local
 * values. Each bar is read whole before its values are written, which may be in its place. */
static void smooth(sigma_adx state, const double *const input[3], int32_t first, int32_t count,
                   double *const output[3])
{
    double gain = sigma_wilder_gain(state.period);
    double range = state.range, plus = state.plus, minus = state.minus, value = state.value;
    double last_high = state.high, last_low = state.low, last_close = state.close;

    for (int32_t i = first; i < count; i++) {
        double high = input[0][i], low = input[1][i], close = input[2][i];
        double up = high - last_high, down = last_low - low;
        double reach = sigma_true_range(high, low, last_close);
        range = sigma_settled(sigma_toward(range, reach, gain));
        plus = sigma_settled(sigma_toward(plus, movement(up, down), gain));
        minus = sigma_settled(sigma_toward(minus, movement(down, up), gain));
        double plus_di = percent(plus, range), minus_di = percent(minus, range);
        value = sigma_settled(sigma_toward(value, index_of(plus_di, minus_di), gain));
        output[0][i] = value;
        output[1][i] = plus_di;
        output[2][i] = minus_di;
        last_high = high;
        last_low = low;
        last_close = close;
    }
}

static void fill(int32_t period, const double *const input[3], int32_t count,
                 double *const output[3])
{
    sigma_adx state = {.period = period};
    int32_t i = 0;

    for (; i < count && (i <= 2 * period || period == 1); i++) {
        sigma_adx_result result = {0};
        step(&state, input[0][i], input[1][i], input[2][i]);
        read(&state, &result);
        output[0][i] = result.adx;
        output[1][i] = result.plus_di;
        output[2][i] = result.minus_di;
    }
    smooth(state, input, i, count, output);
    sigma_column_warmup(output[0], 2 * period - 1, count);
    sigma_column_warmup(output[1], period, count);
    sigma_column_warmup(output[2], period, count);
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
    fill(period, input, count, output);
    return SIGMA_OK;
}
