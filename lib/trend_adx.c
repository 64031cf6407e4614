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
static double percent(double part, double whole)
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

/* One bar after the first; count is the number of bars before it. */
static void move(sigma_adx *adx, double high, double low)
{
    double up = high - adx->high, down = adx->low - low;
    double plus = up > down && up > 0.0 ? up : 0.0;
    double minus = down > up && down > 0.0 ? down : 0.0;
    int32_t values = adx->count, n = adx->period;

    adx->range = gather(adx->range, sigma_true_range(high, low, adx->close), values, n);
    adx->plus = gather(adx->plus, plus, values, n);
    adx->minus = gather(adx->minus, minus, values, n);
    if (values >= n) {
        double plus_di = percent(adx->plus, adx->range), minus_di = percent(adx->minus, adx->range);
        double dx = percent(sigma_magnitude(plus_di - minus_di), plus_di + minus_di);
        adx->value = gather(adx->value, dx, values - n + 1, n);
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

static void fill(int32_t period, const double *const input[3], int32_t count, double *adx,
                 double *plus_di, double *minus_di)
{
    sigma_adx state = {.period = period};

    for (int32_t i = 0; i < count; i++) {
        sigma_adx_result result = {0};
        step(&state, input[0][i], input[1][i], input[2][i]);
        read(&state, &result);
        adx[i] = result.adx;
        plus_di[i] = result.plus_di;
        minus_di[i] = result.minus_di;
    }
    sigma_column_warmup(adx, 2 * period - 1, count);
    sigma_column_warmup(plus_di, period, count);
    sigma_column_warmup(minus_di, period, count);
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
    fill(period, input, count, adx, plus_di, minus_di);
    return SIGMA_OK;
}
