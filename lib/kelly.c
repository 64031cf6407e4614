/* SPDX-License-Identifier: MIT */
#include "sigma/kelly.h"

#include "check.h"
#include "columns.h"
#include "elementary.h"
#include "fields.h"
#include "kelly.h"

static const double MEAN_MAX = 1e6;
static const double PAYOFF_MIN = 1e-6;
static const double PAYOFF_MAX = 1e6;

sigma_status sigma_kelly_defaults(sigma_kelly_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_kelly_params){.prior_trades = 50.0,
                                   .lower_chance = 0.1,
                                   .wealth_alpha = 0.8,
                                   .wealth_beta = 0.1,
                                   .floor = 0.8,
                                   .gap_loss = 5.0,
                                   .fraction = 0.5,
                                   .risk_max = 0.02,
                                   .published_fraction = 0.25,
                                   .exploration_risk = 0.005,
                                   .confident_risk = 0.0075,
                                   .confidence = 0.7,
                                   .tail = 0.05,
                                   .exploration_trades = 30,
                                   .established_trades = 100};
    return SIGMA_OK;
}

sigma_status sigma_kelly_preset(int32_t profile, sigma_kelly_params *params)
{
    static const struct {
        double prior_trades, risk_max, floor, fraction;
    } usual[] = {{100.0, 0.005, 0.9, 0.25}, {50.0, 0.01, 0.85, 0.5}, {50.0, 0.02, 0.8, 0.5}};

    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_kelly_params){0};
    if (!sigma_between(profile, SIGMA_PROFILE_CONSERVATIVE, SIGMA_PROFILE_COUNT - 1)) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = sigma_kelly_defaults(params);
    params->prior_trades = usual[profile - 1].prior_trades;
    params->risk_max = usual[profile - 1].risk_max;
    params->floor = usual[profile - 1].floor;
    params->fraction = usual[profile - 1].fraction;
    return status;
}

bool sigma_kelly_params_valid(const sigma_kelly_params *params)
{
    return sigma_fields_valid(sigma_kelly_params_fields, SIGMA_KELLY_PARAMS_FIELDS, params);
}

double sigma_kelly_of_odds(double win_rate, double payoff)
{
    return payoff > 0.0 ? sigma_larger(win_rate - (1.0 - win_rate) / payoff, 0.0) : 0.0;
}

static bool odds_valid(double win_rate, double payoff)
{
    return sigma_within(win_rate, 0.0, 1.0) && sigma_within(payoff, PAYOFF_MIN, PAYOFF_MAX);
}

/* Mean log growth of two outcomes; a fraction of 1 is only for who never loses. */
static double binary_growth(double win_rate, double payoff, double fraction)
{
    double loss = 1.0 - win_rate;
    double lost = loss > 0.0 ? loss * sigma_log1p(-fraction) : 0.0;
    return sigma_larger(win_rate * sigma_log1p(payoff * fraction) + lost, 0.0);
}

/* (1) */
static void binary(double win_rate, double payoff, sigma_kelly_result *result)
{
    double loss = 1.0 - win_rate;

    result->full = win_rate - loss / payoff;
    result->mean = win_rate * payoff - loss;
    result->deviation = (1.0 + payoff) * sigma_sqrt(win_rate * loss);
    result->worst = loss > 0.0 ? -1.0 : payoff;
    result->fraction = sigma_kelly_of_odds(win_rate, payoff);
    result->reason = result->full > 0.0 ? SIGMA_KELLY_GROWTH : SIGMA_KELLY_NO_EDGE;
}

sigma_status sigma_kelly_binary(double win_rate, double payoff, sigma_kelly_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_result){0};
    if (!odds_valid(win_rate, payoff)) {
        return SIGMA_E_RANGE;
    }
    binary(win_rate, payoff, result);
    result->growth = binary_growth(win_rate, payoff, result->fraction);
    return SIGMA_OK;
}

sigma_status sigma_kelly_binary_batch(const double *win_rate, const double *payoff, int32_t count,
                                      double *fraction)
{
    const double *const input[2] = {win_rate, payoff};

    if (!win_rate || !payoff || !fraction) {
        return SIGMA_E_NULL;
    }
    if (count < 0 || !sigma_columns_apart(input, 2, &fraction, 1, count) ||
        !sigma_column_within(win_rate, count, 0.0, 1.0) ||
        !sigma_column_within(payoff, count, PAYOFF_MIN, PAYOFF_MAX)) {
        return SIGMA_E_RANGE;
    }
    for (int32_t i = 0; i < count; i++) {
        fraction[i] = sigma_kelly_of_odds(win_rate[i], payoff[i]);
    }
    return SIGMA_OK;
}

sigma_status sigma_kelly_continuous(double mean, double variance, sigma_kelly_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_result){0};
    if (!sigma_within(mean, -MEAN_MAX, MEAN_MAX) || !sigma_within(variance, 1e-18, 1e12)) {
        return SIGMA_E_RANGE;
    }
    result->full = mean / variance;
    result->mean = mean;
    result->deviation = sigma_sqrt(variance);
    result->fraction = sigma_larger(result->full, 0.0);
    result->growth = result->fraction * mean / 2.0;
    result->reason = mean > 0.0 ? SIGMA_KELLY_GROWTH : SIGMA_KELLY_NO_EDGE;
    return SIGMA_OK;
}

/* From the number of trades on where they count at all. */
static void published(const sigma_kelly_params *params, int32_t trades, sigma_kelly_result *result)
{
    double share = (double)trades / params->established_trades;

    if (trades < params->established_trades && result->full > 0.0) {
        result->reason = SIGMA_KELLY_BUILDING;
    }
    result->fraction *= params->published_fraction * sigma_smaller(share, 1.0);
}

/* Few trades prove nothing: the risk of exploration, whatever they say. */
static void explore(const sigma_kelly_params *params, double confidence, sigma_kelly_result *result)
{
    bool confident = confidence > params->confidence;
    result->fraction = confident ? params->confident_risk : params->exploration_risk;
    result->reason = SIGMA_KELLY_EXPLORATION;
}

sigma_status sigma_kelly_published(const sigma_kelly_params *params, double win_rate, double payoff,
                                   int32_t trades, double confidence, sigma_kelly_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_result){0};
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_kelly_params_valid(params) || !odds_valid(win_rate, payoff) || trades < 0 ||
        !sigma_within(confidence, 0.0, 1.0)) {
        return SIGMA_E_RANGE;
    }
    binary(win_rate, payoff, result);
    result->trades = trades;
    result->error = trades > 0 ? result->deviation / sigma_sqrt(trades) : 0.0;
    if (trades < params->exploration_trades) {
        explore(params, confidence, result);
    } else {
        published(params, trades, result);
    }
    result->growth = binary_growth(win_rate, payoff, result->fraction);
    return SIGMA_OK;
}
