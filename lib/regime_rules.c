/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "fields.h"
#include "sigma/regime.h"
#include "tags.h"

static const double VOLATILE_CONFIDENCE = 0.9;
static const double CHOP_CONFIDENCE = 0.7;
static const double PLAIN_CONFIDENCE = 0.5;
static const double RANGE_ADX = 20.0; /* at which (7) has no confidence left */

static bool params_valid(const sigma_rules_params *params)
{
    return sigma_fields_valid(sigma_rules_params_fields, SIGMA_RULES_PARAMS_FIELDS, params) &&
           params->range <= params->strong && params->adx_leave <= params->trend &&
           params->trend <= params->strong && params->volatile_leave <= params->volatile_enter;
}

static bool state_valid(const sigma_rules *rules)
{
    return sigma_fields_valid(sigma_rules_fields, SIGMA_RULES_FIELDS, rules) &&
           params_valid(&rules->params) && rules->since < INT64_MAX && rules->switches < INT64_MAX;
}

sigma_status sigma_rules_defaults(int32_t program, sigma_rules_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_rules_params){0};
    if (!sigma_between(program, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    *params = program ? (sigma_rules_params){35.0, 25.0, 20.0, 25.0, 0.8, 0.8, 0.02, 1, 1}
                      : (sigma_rules_params){30.0, 25.0, 20.0, 20.0, 1.45, 1.23, 1.8, 0, 3};
    return SIGMA_OK;
}

sigma_status sigma_rules_init(sigma_rules *rules, const sigma_rules_params *params)
{
    if (!rules) {
        return SIGMA_E_NULL;
    }
    *rules = (sigma_rules){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(params)) {
        return SIGMA_E_RANGE;
    }
    rules->params = *params;
    rules->tag = SIGMA_TAG_RULES;
    return SIGMA_OK;
}

/* ---- one bar */

static bool is_trend(int32_t regime)
{
    return regime == SIGMA_REGIME_TREND_UP || regime == SIGMA_REGIME_TREND_DOWN;
}

/* The trend of the averages' order, if they have one. */
static int32_t ordered(const double *ema)
{
    if (ema[0] > ema[1] && ema[1] > ema[2] && ema[2] > ema[3]) {
        return SIGMA_REGIME_TREND_UP;
    }
    return ema[0] < ema[1] && ema[1] < ema[2] && ema[2] < ema[3] ? SIGMA_REGIME_TREND_DOWN
                                                                 : SIGMA_REGIME_UNKNOWN;
}

static int32_t beyond(double close, double average)
{
    if (close > average) {
        return SIGMA_REGIME_TREND_UP;
    }
    return close < average ? SIGMA_REGIME_TREND_DOWN : SIGMA_REGIME_UNKNOWN;
}

/* (5) and (6); UNKNOWN without a trend. */
static int32_t trend_of(const sigma_rules *rules, const sigma_rules_sample *s)
{
    const sigma_rules_params *p = &rules->params;
    bool within = is_trend(rules->regime);
    int32_t order = ordered(s->ema), side = beyond(s->close, s->ema[2]);

    if (s->adx > (within ? p->adx_leave : p->strong) && order != SIGMA_REGIME_UNKNOWN &&
        (!p->program || side == order)) {
        return order;
    }
    return s->adx > (within ? p->adx_leave : p->trend) ? side : SIGMA_REGIME_UNKNOWN;
}

static int32_t raw_of(const sigma_rules *rules, const sigma_rules_sample *s)
{
    const sigma_rules_params *p = &rules->params;
    bool storm = rules->regime == SIGMA_REGIME_VOLATILE;
    int32_t trend = trend_of(rules, s);

    if (s->volatility > (storm ? p->volatile_leave : p->volatile_enter)) {
        return SIGMA_REGIME_VOLATILE;
    }
    if (trend != SIGMA_REGIME_UNKNOWN) {
        return trend;
    }
    bool calm = p->program || s->adx < p->range;
    return calm && s->deviation < p->narrow ? SIGMA_REGIME_RANGE : SIGMA_REGIME_CHOP;
}

static double confidence_of(const sigma_rules *rules, const sigma_rules_sample *s)
{
    const sigma_rules_params *p = &rules->params;
    bool strong = s->adx > p->strong && ordered(s->ema) == rules->regime;

    switch (rules->regime) {
    case SIGMA_REGIME_VOLATILE: return VOLATILE_CONFIDENCE;
    case SIGMA_REGIME_TREND_UP:
    case SIGMA_REGIME_TREND_DOWN: return sigma_smaller(s->adx / (strong ? 50.0 : 40.0), 1.0);
    case SIGMA_REGIME_RANGE:
        return s->adx < RANGE_ADX ? 1.0 - s->adx / RANGE_ADX : PLAIN_CONFIDENCE;
    case SIGMA_REGIME_CHOP: return s->adx < p->range ? CHOP_CONFIDENCE : PLAIN_CONFIDENCE;
    default: return 0.0;
    }
}

/* (9): a candidate has to hold for dwell bars. */
static void follow(sigma_rules *rules, int32_t raw)
{
    rules->since++;
    if (raw == rules->regime) {
        rules->candidate = SIGMA_REGIME_UNKNOWN;
        rules->streak = 0;
        return;
    }
    rules->streak = raw == rules->candidate ? rules->streak + 1 : 1;
    rules->candidate = raw;
    if (rules->streak >= rules->params.dwell) {
        rules->switches += rules->regime != SIGMA_REGIME_UNKNOWN;
        rules->regime = raw;
        rules->candidate = SIGMA_REGIME_UNKNOWN;
        rules->streak = 0;
        rules->since = 0;
    }
}

sigma_status sigma_rules_update(sigma_rules *rules, const sigma_rules_sample *sample,
                                sigma_rules_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_rules_result){0};
    if (!rules || !sample) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(rules)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_fields_valid(sigma_rules_sample_fields, SIGMA_RULES_SAMPLE_FIELDS, sample)) {
        return SIGMA_E_RANGE;
    }
    int32_t raw = raw_of(rules, sample);
    follow(rules, raw);
    *result = (sigma_rules_result){confidence_of(rules, sample), rules->since, rules->switches,
                                   rules->regime, raw};
    return rules->regime == SIGMA_REGIME_UNKNOWN ? SIGMA_WARMUP : SIGMA_OK;
}
