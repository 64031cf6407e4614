/* SPDX-License-Identifier: MIT */
#include "factors.h"

#include "check.h"
#include "in_range.h"

static const double ANNUAL[4] = {0.3, 0.5, 0.7, 0.9}; /* published */

sigma_status sigma_factors_defaults(int32_t annual, sigma_factors_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_factors_params){0};
    if (!sigma_between(annual, 0, 1)) {
        return SIGMA_E_RANGE;
    }
    *params = (sigma_factors_params){.volatility = {1.2, 1.45, 1.8, 2.5},
                                     .penalty = {1.0, 0.85, 0.65, 0.45, 0.3},
                                     .win_pivot = 0.4,
                                     .win_slope = 3.0,
                                     .win_least = 0.7,
                                     .win_most = 1.3,
                                     .correlation_weight = 0.5,
                                     .correlation_least = 0.5,
                                     .votes_part = 0.5,
                                     .liquidity_min = 0.5,
                                     .liquidity_factor = 0.8,
                                     .low_level = 2.0,
                                     .low_factor = 0.3,
                                     .fair_level = 3.0,
                                     .fair_factor = 0.7,
                                     .score_full = 50.0,
                                     .score_least = 0.5,
                                     .asked = sigma_bit(SIGMA_FACTOR_CALLER + 1) -
                                              sigma_bit(SIGMA_FACTOR_REGIME),
                                     .win_trades = 10};
    for (int32_t i = 0; annual == 1 && i < 4; i++) {
        params->volatility[i] = ANNUAL[i];
    }
    return SIGMA_OK;
}

/* (2) */
static double of_volatility(const sigma_factors_params *p, double volatility)
{
    int32_t reached = 0;

    for (int32_t i = 0; i < 4; i++) {
        reached += volatility >= p->volatility[i];
    }
    return p->penalty[reached];
}

/* (3) */
static double of_performance(const sigma_factors_params *p, const sigma_factors_sample *x)
{
    double factor = p->win_least + p->win_slope * (x->win_rate - p->win_pivot);
    return x->trades >= p->win_trades ? sigma_clamped(factor, p->win_least, p->win_most) : 1.0;
}

/* (5) */
static double of_votes(const sigma_factors_params *p, int32_t votes)
{
    switch (votes) {
    case SIGMA_VERDICT_APPROVE: return 1.0;
    case SIGMA_VERDICT_REDUCE: return p->votes_part;
    default: return 0.0;
    }
}

/* (7) */
static double of_margin(const sigma_factors_params *p, double level)
{
    double fair = level < p->fair_level ? p->fair_factor : 1.0;
    return level < p->low_level ? p->low_factor : fair;
}

/* (9) */
static double of_budget(const sigma_factors_params *p, const sigma_factors_sample *x)
{
    return sigma_clamped(x->score / p->score_full, p->score_least, 1.0) * x->budget;
}

static double factor_of(const sigma_factors_params *p, const sigma_factors_sample *x, int32_t row)
{
    switch (row) {
    case SIGMA_FACTOR_REGIME: return x->regime;
    case SIGMA_FACTOR_VOLATILITY: return of_volatility(p, x->volatility);
    case SIGMA_FACTOR_PERFORMANCE: return of_performance(p, x);
    case SIGMA_FACTOR_DIVERSIFICATION:
        return sigma_clamped(1.0 - p->correlation_weight * x->correlation, p->correlation_least,
                             1.0);
    case SIGMA_FACTOR_VOTES: return of_votes(p, x->votes);
    case SIGMA_FACTOR_LIQUIDITY: return x->liquidity < p->liquidity_min ? p->liquidity_factor : 1.0;
    case SIGMA_FACTOR_MARGIN: return of_margin(p, x->margin_level);
    case SIGMA_FACTOR_THROTTLE: return sigma_smaller(x->breaker, x->monitor);
    case SIGMA_FACTOR_BUDGET: return of_budget(p, x);
    default: return x->caller;
    }
}

bool sigma_factors_params_valid(const sigma_factors_params *p)
{
    bool rises = p->volatility[0] <= p->volatility[1] && p->volatility[1] <= p->volatility[2] &&
                 p->volatility[2] <= p->volatility[3];
    return rises && p->win_least <= p->win_most && sigma_factors_params_in_range(p);
}

bool sigma_factors_sample_valid(const sigma_factors_sample *sample)
{
    return sigma_factors_sample_in_range(sample);
}

void sigma_factors_find(const sigma_factors_params *params, const sigma_factors_sample *sample,
                        sigma_factors_result *result)
{
    *result = (sigma_factors_result){.product = 1.0};
    for (int32_t row = 0; row < SIGMA_FACTOR_COUNT; row++) {
        bool known = SIGMA_FACTOR_REGIME <= row && row <= SIGMA_FACTOR_CALLER &&
                     (params->asked & sample->given & sigma_bit(row));
        result->factor[row] = known ? factor_of(params, sample, row) : 1.0;
        result->product *= result->factor[row];
        result->factors |= known ? sigma_bit(row) : 0;
    }
}

sigma_status sigma_factors_evaluate(const sigma_factors_params *params,
                                    const sigma_factors_sample *sample,
                                    sigma_factors_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_factors_result){0};
    if (!params || !sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_factors_params_valid(params) || !sigma_factors_sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    sigma_factors_find(params, sample, result);
    return SIGMA_OK;
}
