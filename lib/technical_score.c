/* SPDX-License-Identifier: MIT */
#include "average.h"
#include "market.h"
#include "technical.h"

static const double AGAINST = -1.5; /* (4) */
static const uint64_t NEEDED =
    UINT64_C(1) << SIGMA_FEATURE_RSI | UINT64_C(1) << SIGMA_FEATURE_MACD |
    UINT64_C(1) << SIGMA_FEATURE_ADX | UINT64_C(1) << SIGMA_FEATURE_BOLLINGER;

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

static void score(const sigma_technical *technical, const sigma_features *f, int32_t side,
                  int32_t open, sigma_technical_result *r)
{
    const double ema[2] = {technical->ema[0].value, technical->ema[1].value};
    double sum = 0.0;

    point_features(&technical->params, f, side == SIGMA_SIDE_LONG, r->point);
    point_averages(ema, f->close, side, r);
    for (int32_t i = 0; i < SIGMA_POINT_COUNT; i++) {
        sum += r->point[i];
    }
    r->score = sigma_larger(sum, 0.0);
    r->refused = refusals(&technical->params, open, r);
    r->side = r->refused == 0 ? side : SIGMA_SIDE_UNKNOWN;
}

/* Whether all is there that a score needs, and which way the higher timeframe leans. */
static sigma_status prepare(const sigma_technical *technical, const sigma_features *f,
                            int32_t *trend)
{
    bool ready = (f->ready & NEEDED) == NEEDED && sigma_emas_ready(technical->ema, 2);
    return ready ? sigma_technical_lean(technical, trend) : SIGMA_WARMUP;
}

sigma_status sigma_technical_evaluate(const sigma_technical *technical,
                                      const sigma_features *features, int32_t side, int32_t open,
                                      sigma_technical_result *result)
{
    int32_t trend = SIGMA_SIDE_UNKNOWN;

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_technical_result){0};
    if (!technical || !features) {
        return SIGMA_E_NULL;
    }
    if (!sigma_technical_valid(technical)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_features_valid(features) ||
        !sigma_between(side, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT) || !sigma_between(open, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = prepare(technical, features, &trend);
    if (status == SIGMA_OK) {
        result->trend = trend;
        score(technical, features, side, open, result);
    }
    return status;
}

/* ---- both sides */

static void choose(sigma_technical_sides *sides)
{
    bool rises = sides->longs.score > sides->shorts.score;
    bool falls = sides->longs.score < sides->shorts.score;

    sides->score = rises ? sides->longs.score : sides->shorts.score;
    if (rises) {
        sides->side = sides->longs.side;
    }
    if (falls) {
        sides->side = sides->shorts.side;
    }
}

static sigma_status step(sigma_technical *technical, const sigma_bar *bar, const sigma_features *f,
                         int32_t open, sigma_technical_sides *sides)
{
    int32_t trend = SIGMA_SIDE_UNKNOWN;
    sigma_status status = sigma_technical_advance(technical, bar);

    if (status < 0) {
        return status;
    }
    status = prepare(technical, f, &trend);
    if (status == SIGMA_OK) {
        sides->longs.trend = sides->shorts.trend = trend;
        score(technical, f, SIGMA_SIDE_LONG, open, &sides->longs);
        score(technical, f, SIGMA_SIDE_SHORT, open, &sides->shorts);
        choose(sides);
    }
    return status;
}

sigma_status sigma_technical_step(sigma_technical *technical, const sigma_bar *bar,
                                  const sigma_features *features, int32_t open,
                                  sigma_technical_sides *sides)
{
    if (!sides) {
        return SIGMA_E_NULL;
    }
    *sides = (sigma_technical_sides){0};
    if (!technical || !bar || !features) {
        return SIGMA_E_NULL;
    }
    if (!sigma_technical_valid(technical)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_features_valid(features) || !sigma_between(open, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    return step(technical, bar, features, open, sides);
}
