/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "fields.h"
#include "sigma/regime.h"

sigma_status sigma_advice_defaults(sigma_advice_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_advice_params){.factor = {0.7, 1.3, 1.3, 0.8, 0.4, 0.3},
                                    .strong_factor = 1.1,
                                    .strong_adx = 40.0,
                                    .factor_min = 0.3,
                                    .factor_max = 1.5,
                                    .confidence_min = 0.3,
                                    .chop_confidence = 0.6,
                                    .volatility_max = 2.5};
    return SIGMA_OK;
}

static int32_t caution_of(const sigma_advice_params *p, const sigma_advice_sample *s)
{
    if (s->regime == SIGMA_REGIME_UNKNOWN) {
        return SIGMA_CAUTION_UNKNOWN;
    }
    if (s->regime == SIGMA_REGIME_VOLATILE) {
        return SIGMA_CAUTION_VOLATILE;
    }
    if (s->regime == SIGMA_REGIME_CHOP && s->confidence >= p->chop_confidence) {
        return SIGMA_CAUTION_CHOP;
    }
    if (s->confidence < p->confidence_min) {
        return SIGMA_CAUTION_CONFIDENCE;
    }
    return s->volatility > p->volatility_max ? SIGMA_CAUTION_VOLATILITY : SIGMA_CAUTION_NONE;
}

static double factor_of(const sigma_advice_params *p, const sigma_advice_sample *s)
{
    double factor = p->factor[s->regime] * (s->adx > p->strong_adx ? p->strong_factor : 1.0);
    return sigma_clamped(factor, p->factor_min, p->factor_max);
}

sigma_status sigma_advice_evaluate(const sigma_advice_params *params,
                                   const sigma_advice_sample *sample, sigma_advice_result *result)
{
    static const int32_t approaches[SIGMA_REGIME_COUNT] = {
        SIGMA_APPROACH_UNKNOWN,   SIGMA_APPROACH_TREND_LONG, SIGMA_APPROACH_TREND_SHORT,
        SIGMA_APPROACH_REVERSION, SIGMA_APPROACH_SCALP,      SIGMA_APPROACH_AVOID};

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_advice_result){0};
    if (!params || !sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_fields_valid(sigma_advice_params_fields, SIGMA_ADVICE_PARAMS_FIELDS, params) ||
        !sigma_fields_valid(sigma_advice_sample_fields, SIGMA_ADVICE_SAMPLE_FIELDS, sample) ||
        params->factor_min > params->factor_max) {
        return SIGMA_E_RANGE;
    }
    int32_t refused = params->size_only ? SIGMA_VERDICT_REDUCE : SIGMA_VERDICT_DENY;
    result->factor = factor_of(params, sample);
    result->caution = caution_of(params, sample);
    result->verdict = result->caution == SIGMA_CAUTION_NONE ? SIGMA_VERDICT_APPROVE : refused;
    result->approach = approaches[sample->regime];
    result->volatility = sample->volatility;
    result->time = sample->time;
    result->symbol = sample->symbol;
    result->mark = SIGMA_PART_REGIME;
    return SIGMA_OK;
}
