/* SPDX-License-Identifier: MIT */
#include "technical.h"

#include "average.h"
#include "resample.h"

static const int64_t INTERVAL_MAX = INT64_C(7905600000000000);
static const int64_t LONGEST = INT64_C(31622400000000000);
static const double PRICE_MAX = 1e15;
static const double FUTURE_MIN = 3.0; /* least scores */
static const double OTHER_MIN = 2.5;

sigma_status sigma_technical_defaults(int32_t asset, int64_t interval,
                                      sigma_technical_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_technical_params){0};
    if (!sigma_between(asset, 1, SIGMA_ASSET_COUNT - 1) ||
        !sigma_between(interval, 1, INTERVAL_MAX)) {
        return SIGMA_E_RANGE;
    }
    *params =
        (sigma_technical_params){.interval = interval,
                                 .higher = 4 * interval,
                                 .rsi_low = 30.0,
                                 .rsi_near = 40.0,
                                 .adx_min = 25.0,
                                 .score_min = asset == SIGMA_ASSET_FUTURE ? FUTURE_MIN : OTHER_MIN,
                                 .ema = {10, 21},
                                 .trend = {10, 21, 50}};
    return SIGMA_OK;
}

static bool periods_valid(const sigma_technical_params *p)
{
    return sigma_period_valid(p->ema[0]) && sigma_period_valid(p->ema[1]) &&
           sigma_period_valid(p->trend[0]) && sigma_period_valid(p->trend[1]) &&
           sigma_period_valid(p->trend[2]);
}

/* The ranges of the table, which a test compares. The resampler checks what the lengths have to do
 * with each other. */
static bool params_valid(const sigma_technical_params *p)
{
    return sigma_between(p->interval, 1, LONGEST) && sigma_between(p->higher, 1, LONGEST) &&
           sigma_between(p->offset, 0, LONGEST) && sigma_within(p->rsi_low, 0.0, p->rsi_near) &&
           p->rsi_near <= 50.0 && sigma_within(p->adx_min, 0.0, 100.0) &&
           sigma_within(p->score_min, 0.0, 10.0) && sigma_between(p->counter, 0, 1) &&
           periods_valid(p);
}

bool sigma_technical_valid(const sigma_technical *technical)
{
    return technical->tag == SIGMA_TAG_TECHNICAL && technical->reserved == 0 &&
           sigma_within(technical->close, 0.0, PRICE_MAX) && params_valid(&technical->params) &&
           sigma_emas_valid(technical->ema, 2) && sigma_emas_valid(technical->trend, 3) &&
           sigma_resample_valid(&technical->bars, false);
}

static sigma_status start(sigma_technical *t, const sigma_technical_params *p)
{
    sigma_status status = sigma_resample_init(&t->bars, p->higher, p->offset, p->interval);

    for (int32_t i = 0; i < 2; i++) {
        status = sigma_worse(status, sigma_ema_init(&t->ema[i], p->ema[i]));
    }
    for (int32_t i = 0; i < 3; i++) {
        status = sigma_worse(status, sigma_ema_init(&t->trend[i], p->trend[i]));
    }
    return status;
}

sigma_status sigma_technical_init(sigma_technical *technical, const sigma_technical_params *params)
{
    if (!technical) {
        return SIGMA_E_NULL;
    }
    *technical = (sigma_technical){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    sigma_technical next = {.params = *params, .tag = SIGMA_TAG_TECHNICAL};
    if (!params_valid(params) || start(&next, params) != SIGMA_OK) {
        return SIGMA_E_RANGE;
    }
    *technical = next;
    return SIGMA_OK;
}

/* ---- bars: of a valid state, so that nothing of a usable bar can be refused by an average */

sigma_status sigma_technical_advance(sigma_technical *technical, const sigma_bar *bar)
{
    sigma_resample_result finished = {0};
    sigma_status status = sigma_resample_step(&technical->bars, 0, bar, &finished);

    if (status < 0) {
        return status;
    }
    for (int32_t i = 0; i < finished.count; i++) {
        technical->close = finished.bars[i].close;
        sigma_emas_advance(technical->trend, 3, technical->close);
    }
    sigma_emas_advance(technical->ema, 2, bar->close);
    return sigma_emas_ready(technical->trend, 3) ? SIGMA_OK : SIGMA_WARMUP;
}

sigma_status sigma_technical_update(sigma_technical *technical, const sigma_bar *bar)
{
    if (!technical || !bar) {
        return SIGMA_E_NULL;
    }
    return sigma_technical_valid(technical) ? sigma_technical_advance(technical, bar)
                                            : SIGMA_E_STATE;
}

/* ---- the higher timeframe */

sigma_status sigma_technical_lean(const sigma_technical *technical, int32_t *side)
{
    const sigma_ema *trend = technical->trend;
    double shorter = trend[0].value, longer = trend[1].value, longest = trend[2].value;

    if (!sigma_emas_ready(trend, 3)) {
        return SIGMA_WARMUP;
    }
    if (shorter > longer && technical->close > longest) {
        *side = SIGMA_SIDE_LONG;
    }
    if (shorter < longer && technical->close < longest) {
        *side = SIGMA_SIDE_SHORT;
    }
    return SIGMA_OK;
}

sigma_status sigma_technical_trend(const sigma_technical *technical, int32_t *side)
{
    if (!side) {
        return SIGMA_E_NULL;
    }
    *side = SIGMA_SIDE_UNKNOWN;
    if (!technical) {
        return SIGMA_E_NULL;
    }
    return sigma_technical_valid(technical) ? sigma_technical_lean(technical, side) : SIGMA_E_STATE;
}
