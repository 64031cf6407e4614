/* SPDX-License-Identifier: MIT */
#include "sigma/evidence.h"

#include "columns.h"
#include "market.h"

static const double VOLATILITY_MAX = 1e12;
static const double CONFIDENCE_SHARE = 0.7; /* in (11) */
static const double SUPPORT_SHARE = 0.3;
static const double SUPPORT_FULL = 10.0;
static const uint64_t NEEDED =
    UINT64_C(1) << SIGMA_FEATURE_EMA_1 | UINT64_C(1) << SIGMA_FEATURE_EMA_2 |
    UINT64_C(1) << SIGMA_FEATURE_EMA_3 | UINT64_C(1) << SIGMA_FEATURE_ATR |
    UINT64_C(1) << SIGMA_FEATURE_ADX | UINT64_C(1) << SIGMA_FEATURE_RSI |
    UINT64_C(1) << SIGMA_FEATURE_MACD | UINT64_C(1) << SIGMA_FEATURE_STOCHASTIC |
    UINT64_C(1) << SIGMA_FEATURE_BOLLINGER | UINT64_C(1) << SIGMA_FEATURE_ZSCORE |
    UINT64_C(1) << SIGMA_FEATURE_SLOPE | UINT64_C(1) << SIGMA_FEATURE_UP;

/* For whom a rule speaks: sets of rules. One in both supports either side. */
typedef struct voices {
    uint64_t rising, falling, neutral, nobody;
} voices;

sigma_status sigma_evidence_defaults(int32_t relative, sigma_evidence_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_evidence_params){0};
    if (!sigma_between(relative, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    *params = (sigma_evidence_params){.rsi_low = 30.0,
                                      .rsi_high = 70.0,
                                      .rsi_neutral_low = 40.0,
                                      .rsi_neutral_high = 60.0,
                                      .histogram = 0.05,
                                      .stochastic_low = 20.0,
                                      .stochastic_high = 80.0,
                                      .band = 0.005,
                                      .adx_strong = 25.0,
                                      .adx_weak = 15.0,
                                      .up_high = 0.65,
                                      .up_low = 0.35,
                                      .zscore = 2.0,
                                      .slope = 0.002,
                                      .confidence_min = relative ? 0.2 : 0.4,
                                      .confirmation_high = 0.5,
                                      .confirmation_low = 0.3,
                                      .agreed_factor = 1.1,
                                      .doubtful_factor = 0.7,
                                      .override_confidence = 0.7,
                                      .override_factor = 0.8,
                                      .wait_factor = 0.5,
                                      .storm = relative ? 1.45 : 0.5,
                                      .adx_trend = 30.0,
                                      .adx_range = 20.0,
                                      .support_min = 3,
                                      .conflict_max = 2};
    return SIGMA_OK;
}

/* Greatest settings from rsi_low on: the ranges of the table, which a test compares. */
enum { SETTINGS = offsetof(sigma_evidence_params, support_min) / sizeof(double) };
static const double NONE[SETTINGS] = {0.0};
static const double MOST[SETTINGS] = {100.0, 100.0, 100.0, 100.0, 1e3, 100.0, 100.0, 1.0, 100.0,
                                      100.0, 1.0,   1.0,   100.0, 1.0, 1.0,   1.0,   1.0, 10.0,
                                      1.0,   1.0,   1.0,   1.0,   1e6, 100.0, 100.0};

static bool params_valid(const sigma_evidence_params *p)
{
    return sigma_each_up_to(sigma_numbers_at(p, 0), NONE, MOST, SETTINGS) &&
           sigma_between(p->support_min, 1, SIGMA_EVIDENCE_COUNT) &&
           sigma_between(p->conflict_max, 0, SIGMA_EVIDENCE_COUNT) &&
           p->rsi_low <= p->rsi_neutral_low && p->rsi_neutral_low <= p->rsi_neutral_high &&
           p->rsi_neutral_high <= p->rsi_high && p->stochastic_low <= p->stochastic_high &&
           p->adx_weak <= p->adx_strong && p->up_low <= p->up_high &&
           p->confirmation_low <= p->confirmation_high && p->adx_range <= p->adx_trend;
}

/* ---- the rules */

static void speak(voices *v, int32_t rule, bool rises, bool falls)
{
    v->rising |= (uint64_t)rises << rule;
    v->falling |= (uint64_t)falls << rule;
}

static void hear_oscillators(voices *v, const sigma_evidence_params *p, const sigma_features *f)
{
    double large = p->histogram * f->atr, h = f->macd_histogram, k = f->stochastic_k;

    speak(v, SIGMA_EVIDENCE_RSI, f->rsi<p->rsi_low, f->rsi> p->rsi_high);
    speak(v, SIGMA_EVIDENCE_MACD, h > large, h < -large);
    speak(v, SIGMA_EVIDENCE_STOCHASTIC, k<p->stochastic_low, k> p->stochastic_high);
    if (p->rsi_neutral_low < f->rsi && f->rsi < p->rsi_neutral_high) {
        v->neutral |= sigma_bit(SIGMA_EVIDENCE_RSI);
    }
    if (-large <= h && h <= large) {
        v->neutral |= sigma_bit(SIGMA_EVIDENCE_MACD);
    }
}

static void hear_prices(voices *v, const sigma_evidence_params *p, const sigma_features *f)
{
    const double *e = f->ema;
    bool low = f->close < f->bollinger_lower * (1.0 + p->band);
    bool high = !low && f->close > f->bollinger_upper * (1.0 - p->band);

    speak(v, SIGMA_EVIDENCE_BAND, low, high);
    speak(v, SIGMA_EVIDENCE_EMA, e[0] > e[1] && e[1] > e[2], e[0] < e[1] && e[1] < e[2]);
    speak(v, SIGMA_EVIDENCE_ZSCORE, f->zscore<-p->zscore, f->zscore> p->zscore);
    speak(v, SIGMA_EVIDENCE_SLOPE, f->slope_relative > p->slope, f->slope_relative < -p->slope);
}

static voices hear(const sigma_evidence_params *p, const sigma_features *f)
{
    voices v = {0};
    bool strong = f->adx > p->adx_strong;

    hear_oscillators(&v, p, f);
    hear_prices(&v, p, f);
    speak(&v, SIGMA_EVIDENCE_ADX, strong, strong);
    speak(&v, SIGMA_EVIDENCE_PROBABILITY, f->up > p->up_high, f->up < p->up_low);
    if (f->adx < p->adx_weak) {
        v.nobody |= sigma_bit(SIGMA_EVIDENCE_ADX);
    }
    return v;
}

static int32_t count_of(uint64_t set)
{
    int32_t count = 0;
    for (; set > 0; set &= set - 1) {
        count++;
    }
    return count;
}

static int32_t condition_of(const sigma_evidence_params *p, const sigma_features *f,
                            double volatility)
{
    if (volatility > p->storm) {
        return SIGMA_REGIME_VOLATILE;
    }
    if (f->adx > p->adx_trend) {
        return f->ema[0] > f->ema[2] ? SIGMA_REGIME_TREND_UP : SIGMA_REGIME_TREND_DOWN;
    }
    return f->adx < p->adx_range ? SIGMA_REGIME_RANGE : SIGMA_REGIME_UNKNOWN;
}

/* ---- the fusion */

static int32_t fusion_of(const sigma_evidence_params *p, double confidence,
                         const sigma_evidence_result *r)
{
    if (r->valid && r->confirmation > p->confirmation_high) {
        return SIGMA_FUSION_AGREED;
    }
    if (r->valid && r->confirmation > p->confirmation_low) {
        return SIGMA_FUSION_PARTLY;
    }
    if (r->valid) {
        return SIGMA_FUSION_DOUBTFUL;
    }
    return confidence > p->override_confidence ? SIGMA_FUSION_OVERRIDE : SIGMA_FUSION_WAIT;
}

static void fuse(const sigma_evidence_params *p, int32_t side, double confidence,
                 sigma_evidence_result *r)
{
    const double factors[SIGMA_FUSION_COUNT] = {
        0.0, p->agreed_factor, 1.0, p->doubtful_factor, p->override_factor, p->wait_factor};

    r->valid = confidence >= p->confidence_min && r->supports >= p->support_min &&
               r->conflicts <= p->conflict_max;
    r->fusion = fusion_of(p, confidence, r);
    r->confidence = sigma_smaller(confidence * factors[r->fusion], 1.0);
    r->side = r->fusion == SIGMA_FUSION_WAIT ? SIGMA_SIDE_UNKNOWN : side;
}

/* (10), (11): what the voices mean for a side. */
static void weigh(const voices *v, int32_t side, double confidence, sigma_evidence_result *r)
{
    bool rises = side == SIGMA_SIDE_LONG;
    uint64_t others = rises ? v->falling : v->rising;

    r->supporting = rises ? v->rising : v->falling;
    r->against = (others & ~r->supporting) | v->nobody;
    r->neutral = v->neutral;
    r->supports = count_of(r->supporting);
    r->conflicts = count_of(r->against);
    int32_t heard = r->supports + r->conflicts + count_of(r->neutral); /* the MACD at least */
    r->confirmation = r->supports / (double)heard;
    r->strength = CONFIDENCE_SHARE * confidence + SUPPORT_SHARE * (r->supports / SUPPORT_FULL);
}

sigma_status sigma_evidence_evaluate(const sigma_evidence_params *params,
                                     const sigma_features *features, double volatility,
                                     int32_t side, double confidence, sigma_evidence_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_evidence_result){0};
    if (!params || !features) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(params) || !sigma_features_valid(features) ||
        !sigma_within(volatility, 0.0, VOLATILITY_MAX) ||
        !sigma_between(side, 0, SIGMA_SIDE_COUNT - 1) || !sigma_within(confidence, 0.0, 1.0)) {
        return SIGMA_E_RANGE;
    }
    if ((features->ready & NEEDED) != NEEDED) {
        return SIGMA_WARMUP;
    }
    result->condition = condition_of(params, features, volatility);
    if (side != SIGMA_SIDE_UNKNOWN) {
        voices all = hear(params, features);
        weigh(&all, side, confidence, result);
        fuse(params, side, confidence, result);
    }
    return SIGMA_OK;
}
