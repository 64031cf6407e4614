/* SPDX-License-Identifier: MIT */
#include "sigma/score.h"

#include "columns.h"
#include "elementary.h"
#include "market.h"

static const double VOLATILITY_MAX = 1e12;
static const double FULL_TREND = 50.0; /* ADX at which (2) counts in full */
static const double ORDER = 0.8;       /* what the order of the averages counts */
static const double STRETCHED = 2.0;   /* Z beyond which (3) does not grow */
static const double AT_BAND = 0.8;     /* place in the bands beyond which it bets on a return */
static const uint64_t NEEDED =
    UINT64_C(1) << SIGMA_FEATURE_EMA_1 | UINT64_C(1) << SIGMA_FEATURE_EMA_2 |
    UINT64_C(1) << SIGMA_FEATURE_EMA_3 | UINT64_C(1) << SIGMA_FEATURE_ATR |
    UINT64_C(1) << SIGMA_FEATURE_ADX | UINT64_C(1) << SIGMA_FEATURE_RSI |
    UINT64_C(1) << SIGMA_FEATURE_MACD | UINT64_C(1) << SIGMA_FEATURE_STOCHASTIC |
    UINT64_C(1) << SIGMA_FEATURE_BOLLINGER | UINT64_C(1) << SIGMA_FEATURE_CCI |
    UINT64_C(1) << SIGMA_FEATURE_MFI | UINT64_C(1) << SIGMA_FEATURE_VWAP |
    UINT64_C(1) << SIGMA_FEATURE_ZSCORE | UINT64_C(1) << SIGMA_FEATURE_UP;

sigma_status sigma_score_defaults(int32_t relative, sigma_score_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_score_params){0};
    if (!sigma_between(relative, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    *params = (sigma_score_params){.weight = {0.25, 0.2, 0.2, 0.15, 0.1, 0.1},
                                   .histogram = 0.1,
                                   .low = relative ? 1.0 : 0.2,
                                   .span = relative ? 1.0 : 0.4,
                                   .extreme = relative ? 2.5 : 0.9,
                                   .extreme_factor = 0.3,
                                   .threshold = 0.2};
    return SIGMA_OK;
}

static double weight_of(const sigma_score_params *params)
{
    double sum = 0.0;
    for (int32_t i = 0; i < SIGMA_TERM_COUNT; i++) {
        sum += params->weight[i];
    }
    return sum;
}

/* Ranges of the settings: those of the table, which a test compares. */
enum { SETTINGS = sizeof(sigma_score_params) / sizeof(double) };
static const double LEAST[SETTINGS] = {[SIGMA_TERM_COUNT] = 1e-4, 0.0, 1e-4};
static const double MOST[SETTINGS] = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1e3, 1e6, 1e6, 1e6, 1.0, 1.0};

static bool params_valid(const sigma_score_params *params)
{
    return sigma_each_within(sigma_numbers_at(params, 0), LEAST, MOST, SETTINGS) &&
           weight_of(params) > 0.0;
}

/* ---- the terms */

/* The arguments of the tanhs of (1) to (5). */
enum { OF_RSI, OF_STOCHASTIC, OF_CCI, OF_HISTOGRAM, OF_ZSCORE, OF_FLOW, OF_PRICE };

static void fill_arguments(const sigma_features *f, double histogram, double *x)
{
    double large = histogram * f->atr;

    x[OF_RSI] = (f->rsi - 50.0) / 25.0;
    x[OF_STOCHASTIC] = (f->stochastic_k - 50.0) / 25.0;
    x[OF_CCI] = f->cci / 100.0;
    x[OF_HISTOGRAM] = large > 0.0 ? f->macd_histogram / large : 0.0;
    x[OF_ZSCORE] = f->zscore / 2.0;
    x[OF_FLOW] = 1.5 * (f->mfi - 50.0) / 50.0;
    x[OF_PRICE] = f->vwap > 0.0 ? 100.0 * (f->close / f->vwap - 1.0) : 0.0;
}

static double trend(const sigma_features *f, double lean)
{
    double order = 0.0;

    if (f->ema[0] > f->ema[1] && f->ema[1] > f->ema[2]) {
        order = ORDER;
    }
    if (f->ema[0] < f->ema[1] && f->ema[1] < f->ema[2]) {
        order = -ORDER;
    }
    return (lean + order) / 2.0 * sigma_smaller(f->adx / FULL_TREND, 1.0);
}

static double place(const sigma_features *f)
{
    return sigma_clamped(2.0 * f->percent_b - 1.0, -1.0, 1.0);
}

static double reversion(const sigma_features *f, double lean)
{
    double z = f->zscore, v = place(f), stretch = -lean, at_band = 0.0;

    if (sigma_magnitude(z) > STRETCHED) {
        stretch = z > 0.0 ? -0.8 : 0.8;
    }
    if (sigma_magnitude(v) > AT_BAND) {
        at_band = v > 0.0 ? -0.6 : 0.6;
    }
    return (stretch + at_band) / 2.0;
}

/* One term after the other, in the order of their sum. */
static void add(const sigma_score_params *params, double all, int32_t term, double value,
                sigma_score_result *r)
{
    r->term[term] = value;
    r->share[term] = params->weight[term] * value / all;
    r->raw += r->share[term];
}

static void add_up(const sigma_score_params *p, const sigma_features *f, const double *lean,
                   sigma_score_result *r)
{
    double all = weight_of(p), all_of_three = lean[OF_RSI] + lean[OF_STOCHASTIC] + lean[OF_CCI];

    add(p, all, SIGMA_TERM_MOMENTUM, -all_of_three / 3.0, r);
    add(p, all, SIGMA_TERM_TREND, trend(f, lean[OF_HISTOGRAM]), r);
    add(p, all, SIGMA_TERM_REVERSION, reversion(f, lean[OF_ZSCORE]), r);
    add(p, all, SIGMA_TERM_BAND, -0.7 * place(f), r);
    add(p, all, SIGMA_TERM_VOLUME, (lean[OF_FLOW] + lean[OF_PRICE]) / 2.0, r);
    add(p, all, SIGMA_TERM_PROBABILITY, 2.0 * f->up - 1.0, r);
    r->raw = sigma_clamped(r->raw, -1.0, 1.0);
}

/* ---- the score */

static double factor_of(const sigma_score_params *params, double volatility)
{
    double factor = 1.0 - 0.5 * sigma_clamped((volatility - params->low) / params->span, 0.0, 1.0);
    return volatility > params->extreme ? factor * params->extreme_factor : factor;
}

static int32_t side_of(double score, double threshold)
{
    if (score > threshold) {
        return SIGMA_SIDE_LONG;
    }
    return score < -threshold ? SIGMA_SIDE_SHORT : SIGMA_SIDE_UNKNOWN;
}

static void conclude(const sigma_score_params *params, double volatility, sigma_score_result *r)
{
    r->factor = factor_of(params, volatility);
    r->score = r->raw * r->factor;
    r->confidence = sigma_magnitude(r->score);
    r->side = side_of(r->score, params->threshold);
}

sigma_status sigma_score_evaluate(const sigma_score_params *params, const sigma_features *features,
                                  double volatility, sigma_score_result *result)
{
    double x[SIGMA_TANHS] = {0.0}, lean[SIGMA_TANHS];

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_score_result){0};
    if (!params || !features) {
        return SIGMA_E_NULL;
    }
    fill_arguments(features, params->histogram, x); /* of nonsense they are nonsense */
    if (!params_valid(params) || !sigma_features_valid(features) ||
        !sigma_within(volatility, 0.0, VOLATILITY_MAX)) {
        return SIGMA_E_RANGE;
    }
    if ((features->ready & NEEDED) != NEEDED) {
        return SIGMA_WARMUP;
    }
    sigma_tanhs(x, lean);
    add_up(params, features, lean, result);
    conclude(params, volatility, result);
    return SIGMA_OK;
}
