/* SPDX-License-Identifier: MIT */
#include "sigma/scaling.h"

#include "check.h"
#include "columns.h"
#include "fields_sizes.h"
#include "kelly.h"

static const double PRIOR_MAX = 1e6;
static const double MEAN_MAX = 1e6;
static const double TRADES_MAX = 1e9;

sigma_status sigma_scaling_preset(int32_t appetite, sigma_scaling_params *params)
{
    static const double appetites[] = {0.5, 1.0, 1.5};

    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_scaling_params){0};
    if (!sigma_between(appetite, SIGMA_APPETITE_LOW, SIGMA_APPETITE_COUNT - 1)) {
        return SIGMA_E_RANGE;
    }
    *params = (sigma_scaling_params){.appetite = appetites[appetite - 1],
                                     .confidence_min = 0.6,
                                     .kelly_share = 0.5,
                                     .kelly_most = 0.25,
                                     .volatility_slope = 10.0,
                                     .volatility_least = 0.5,
                                     .volume_least = 0.5,
                                     .volume_most = 1.5,
                                     .win_base = 0.6,
                                     .win_rise = 0.4,
                                     .win_pivot = 0.3,
                                     .win_span = 0.6,
                                     .good_profit = 1.5,
                                     .good_factor = 1.2,
                                     .poor_profit = 0.8,
                                     .poor_factor = 0.8,
                                     .win_least = 0.3,
                                     .win_most = 1.5};
    return SIGMA_OK;
}

static bool params_valid(const sigma_scaling_params *params)
{
    return sigma_fields_valid(sigma_scaling_params_fields, SIGMA_SCALING_PARAMS_FIELDS, params) &&
           params->volume_least <= params->volume_most && params->win_least <= params->win_most;
}

/* (5) */
static double by_win_rate(const sigma_scaling_params *p, const sigma_scaling_sample *x)
{
    double factor = p->win_base + p->win_rise * (x->win_rate - p->win_pivot) / p->win_span;

    factor *= x->profit_factor > p->good_profit ? p->good_factor : 1.0;
    factor *= x->profit_factor < p->poor_profit ? p->poor_factor : 1.0;
    return sigma_clamped(factor, p->win_least, p->win_most);
}

static void find(const sigma_scaling_params *p, const sigma_scaling_sample *x,
                 sigma_scaling_result *result)
{
    double calm = 1.0 - p->volatility_slope * x->volatility;
    double kelly = p->kelly_share * sigma_kelly_of_odds(x->win_rate, x->payoff);

    result->confidence = x->confidence >= p->confidence_min ? x->confidence : 0.0;
    result->kelly = sigma_smaller(kelly, p->kelly_most);
    result->volatility = sigma_larger(calm, p->volatility_least);
    result->volume = sigma_clamped(x->volume, p->volume_least, p->volume_most);
    result->win_rate = by_win_rate(p, x);
    result->fraction = x->base * p->appetite * x->weight * result->confidence * result->kelly *
                       result->volatility * result->volume * result->win_rate;
}

sigma_status sigma_scaling_evaluate(const sigma_scaling_params *params,
                                    const sigma_scaling_sample *sample,
                                    sigma_scaling_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_scaling_result){0};
    if (!params || !sample) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(params) ||
        !sigma_fields_valid(sigma_scaling_sample_fields, SIGMA_SCALING_SAMPLE_FIELDS, sample)) {
        return SIGMA_E_RANGE;
    }
    find(params, sample, result);
    return SIGMA_OK;
}

/* ---- (6) */

static double proven(double mean, double trades, double prior)
{
    return trades > 0.0 ? sigma_larger(mean, 0.0) * (trades / (trades + prior)) : 0.0;
}

static void share(const double *mean, const double *trades, int32_t count, double prior,
                  double *weight)
{
    double sum = 0.0;

    for (int32_t i = 0; i < count; i++) {
        sum += proven(mean[i], trades[i], prior);
    }
    for (int32_t i = 0; i < count; i++) {
        weight[i] = sum > 0.0 ? proven(mean[i], trades[i], prior) / sum : 0.0;
    }
}

sigma_status sigma_scaling_weights(const double *mean, const double *trades, int32_t count,
                                   double prior, double *weight)
{
    if (!mean || !trades || !weight) {
        return SIGMA_E_NULL;
    }
    if (count < 0 || !sigma_within(prior, 0.0, PRIOR_MAX) ||
        !sigma_column_within(mean, count, -MEAN_MAX, MEAN_MAX) ||
        !sigma_column_within(trades, count, 0.0, TRADES_MAX) ||
        sigma_columns_overlap(mean, weight, count) ||
        sigma_columns_overlap(trades, weight, count)) {
        return SIGMA_E_RANGE;
    }
    share(mean, trades, count, prior, weight);
    return SIGMA_OK;
}
