/* SPDX-License-Identifier: MIT */
#include "sigma/technical.h"

#include "average.h"
#include "market.h"
#include "resample.h"

static const int64_t INTERVAL_MAX = INT64_C(7905600000000000);
static const int64_t LONGEST = INT64_C(31622400000000000);
static const double PRICE_MAX = 1e15;
static const double AGAINST = -1.5;   /* (4) */
static const double FUTURE_MIN = 3.0; /* least scores */
static const double OTHER_MIN = 2.5;
static const uint64_t NEEDED =
    UINT64_C(1) << SIGMA_FEATURE_RSI | UINT64_C(1) << SIGMA_FEATURE_MACD |
    UINT64_C(1) << SIGMA_FEATURE_ADX | UINT64_C(1) << SIGMA_FEATURE_BOLLINGER;

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

static bool state_valid(const sigma_technical *technical)
{
    return technical->tag == SIGMA_TAG_TECHNICAL && technical->reserved == 0 &&
           sigma_within(technical->close, 0.0, PRICE_MAX) && params_valid(&technical->params);
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

/* ---- bars */

static sigma_status add_higher(sigma_technical *next, double close)
{
    sigma_status status = SIGMA_OK;

    for (int32_t i = 0; i < 3; i++) {
        status = sigma_worse(status, sigma_ema_advance(&next->trend[i], close));
    }
    next->close = close;
    return status;
}

/* Values of count averages; SIGMA_WARMUP while one of them lacks its own. */
static sigma_status read(const sigma_ema *averages, int32_t count, double *values)
{
    sigma_status status = SIGMA_OK;
    for (int32_t i = 0; i < count; i++) {
        status = sigma_worse(status, sigma_ema_value(&averages[i], &values[i]));
    }
    return status;
}

/* The averages of the bar and of the higher bars that it finished. */
static sigma_status follow(sigma_technical *t, double close, const sigma_resample_result *finished)
{
    double values[3];
    sigma_status status = SIGMA_OK;

    for (int32_t i = 0; i < finished->count; i++) {
        status = sigma_worse(status, add_higher(t, finished->bars[i].close));
    }
    for (int32_t i = 0; i < 2; i++) {
        status = sigma_worse(status, sigma_ema_advance(&t->ema[i], close));
    }
    return status < 0 ? status : sigma_worse(status, read(t->trend, 3, values));
}

/* All moves on in its place; the copy is for a damaged average. A bar that is refused has changed
 * nothing. */
static sigma_status update(sigma_technical *t, const sigma_bar *bar)
{
    sigma_technical before = *t;
    sigma_resample_result finished = {0};

    if (!sigma_resample_valid(&t->bars, false)) {
        return SIGMA_E_STATE;
    }
    sigma_status status = sigma_resample_step(&t->bars, 0, bar, &finished);
    if (status < 0) {
        return status;
    }
    status = follow(t, bar->close, &finished);
    if (status < 0) {
        *t = before;
    }
    return status;
}

sigma_status sigma_technical_update(sigma_technical *technical, const sigma_bar *bar)
{
    if (!technical || !bar) {
        return SIGMA_E_NULL;
    }
    return state_valid(technical) ? update(technical, bar) : SIGMA_E_STATE;
}

/* ---- the higher timeframe */

/* (1) */
static sigma_status lean(const sigma_technical *technical, int32_t *side)
{
    double e[3];
    sigma_status status = read(technical->trend, 3, e);

    if (status != SIGMA_OK) {
        return status;
    }
    if (e[0] > e[1] && technical->close > e[2]) {
        *side = SIGMA_SIDE_LONG;
    }
    if (e[0] < e[1] && technical->close < e[2]) {
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
    return state_valid(technical) ? lean(technical, side) : SIGMA_E_STATE;
}

/* ---- the score */

/* Points of oscillators, by the mirror image for a short. */
static void point_features(const sigma_technical_params *p, const sigma_features *f, bool rises,
                           double *point)
{
    double rsi = rises ? f->rsi : 100.0 - f->rsi;
    bool wide = f->bollinger_upper > f->bollinger_lower;
    bool agrees = rises ? f->macd_histogram > 0.0 : f->macd_histogram < 0.0;
    bool touches = rises ? f->close <= f->bollinger_lower : f->close >= f->bollinger_upper;

    if (rsi < p->rsi_near) {
        point[SIGMA_POINT_RSI] = rsi < p->rsi_low ? 2.0 : 1.0;
    }
    point[SIGMA_POINT_MACD] = agrees ? 2.0 : 0.0;
    point[SIGMA_POINT_ADX] = f->adx > p->adx_min ? 1.0 : 0.0;
    point[SIGMA_POINT_BAND] = wide && touches ? 1.0 : 0.0;
}

static void point_averages(const double *ema, double close, int32_t side, sigma_technical_result *r)
{
    bool ordered = side == SIGMA_SIDE_LONG ? close > ema[0] && ema[0] > ema[1]
                                           : close < ema[0] && ema[0] < ema[1];

    r->point[SIGMA_POINT_EMA] = ordered ? 2.0 : 0.0;
    if (r->trend != SIGMA_SIDE_UNKNOWN) {
        r->point[SIGMA_POINT_HIGHER] = r->trend == side ? 2.0 : AGAINST;
    }
}

/* What stands against an entry. */
static uint64_t refusals(const sigma_technical_params *p, int32_t open,
                         const sigma_technical_result *r)
{
    bool against = r->point[SIGMA_POINT_HIGHER] < 0.0;

    return (uint64_t)(r->score < p->score_min) << SIGMA_OBSTACLE_SCORE |
           (uint64_t)(against && !p->counter) << SIGMA_OBSTACLE_TREND |
           (uint64_t)!open << SIGMA_OBSTACLE_HOURS;
}

static void score(const sigma_technical *technical, const sigma_features *f, const double *ema,
                  int32_t side, sigma_technical_result *r)
{
    double sum = 0.0;

    point_features(&technical->params, f, side == SIGMA_SIDE_LONG, r->point);
    point_averages(ema, f->close, side, r);
    for (int32_t i = 0; i < SIGMA_POINT_COUNT; i++) {
        sum += r->point[i];
    }
    r->score = sigma_larger(sum, 0.0);
}

/* Of arguments that are sound. */
static sigma_status evaluate(const sigma_technical *technical, const sigma_features *f,
                             int32_t side, int32_t open, sigma_technical_result *result)
{
    double ema[2];
    int32_t trend = SIGMA_SIDE_UNKNOWN;
    sigma_status status = sigma_worse(read(technical->ema, 2, ema), lean(technical, &trend));

    if (status != SIGMA_OK || (f->ready & NEEDED) != NEEDED) {
        return sigma_worse(status, SIGMA_WARMUP);
    }
    result->trend = trend;
    score(technical, f, ema, side, result);
    result->refused = refusals(&technical->params, open, result);
    result->side = result->refused == 0 ? side : SIGMA_SIDE_UNKNOWN;
    return SIGMA_OK;
}

sigma_status sigma_technical_evaluate(const sigma_technical *technical,
                                      const sigma_features *features, int32_t side, int32_t open,
                                      sigma_technical_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_technical_result){0};
    if (!technical || !features) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(technical)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_features_valid(features) ||
        !sigma_between(side, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT) || !sigma_between(open, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    return evaluate(technical, features, side, open, result);
}
