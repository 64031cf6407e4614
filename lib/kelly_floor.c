/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "fields.h"
#include "kelly.h"

static const int32_t TELLING_TRADES = 10; /* from which a bad mean ends the exploration */
static const double BALANCE_MAX = 1e15;
static const double RISK_MIN = 1e-9;
static const double RISK_MAX = 1e12;

static bool sample_valid(const sigma_kelly_sample *sample)
{
    return sigma_fields_valid(sigma_kelly_sample_fields, SIGMA_KELLY_SAMPLE_FIELDS, sample);
}

static bool explores(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return sample->trades < params->exploration_trades;
}

static bool has_edge(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    if (explores(params, sample)) {
        return sample->trades < TELLING_TRADES || sample->mean >= -sample->error;
    }
    return sample->mean > 0.0 && sample->kelly > 0.0;
}

/* What is dared without a proof [1]. */
static double exploration(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return explores(params, sample) ? params->exploration_risk * sigma_smaller(sample->factor, 1.0)
                                    : 0.0;
}

/* c of (10). */
static double dared(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return params->fraction * sample->kelly * sample->factor;
}

/* M, (8) and the terms of (9). */
static void find_terms(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                       sigma_kelly_floor_result *result)
{
    double capital = sigma_smaller(sample->balance, sample->equity);
    double left = capital - params->floor * sample->peak;

    result->capital = sigma_larger(capital, 0.0);
    result->drawdown = sigma_within(1.0 - result->capital / sample->peak, 0.0, 1.0)
                           ? 1.0 - result->capital / sample->peak
                           : 0.0;
    if (left > 0.0) {
        double room = left / params->gap_loss - sample->open_risk;
        result->cushion = left / capital;
        result->kelly_risk = dared(params, sample) * result->cushion;
        result->cushion_risk = sigma_larger(room, 0.0) / capital;
    }
}

static void lower(sigma_kelly_floor_result *result, double to, int32_t reason)
{
    if (to < result->fraction) {
        result->fraction = to;
        result->reason = reason;
    }
}

/* (9) */
static void bind(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                 sigma_kelly_floor_result *result)
{
    double least = exploration(params, sample);

    result->fraction = result->kelly_risk;
    result->reason = SIGMA_KELLY_GROWTH;
    if (least > result->fraction) {
        result->fraction = least;
        result->reason = SIGMA_KELLY_EXPLORATION;
    }
    lower(result, params->risk_max, SIGMA_KELLY_CAP);
    lower(result, result->cushion_risk, SIGMA_KELLY_CUSHION);
    if (!has_edge(params, sample)) {
        result->fraction = 0.0;
        result->reason = SIGMA_KELLY_NO_EDGE;
    }
    if (result->cushion <= 0.0) {
        result->fraction = 0.0;
        result->reason = SIGMA_KELLY_FLOOR;
    }
    result->risk = result->fraction * result->capital;
}

sigma_status sigma_kelly_floor(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                               sigma_kelly_floor_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_floor_result){0};
    if (!params || !sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_kelly_params_valid(params) || !sample_valid(sample)) {
        return SIGMA_E_RANGE;
    }
    find_terms(params, sample, result);
    bind(params, sample, result);
    return SIGMA_OK;
}

/* Where the middle term of (9) reaches the risk; 0 where it never does. The larger of two terms
 * that rise with the balance reaches it where the first of them does. */
static double enough_for(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                         double risk)
{
    double c = dared(params, sample), least = exploration(params, sample);
    double by_kelly = c > 0.0 ? params->floor * sample->peak + risk / c : 0.0;
    double by_least = least > 0.0 ? risk / least : 0.0;

    return by_kelly > 0.0 && by_least > 0.0 ? sigma_smaller(by_kelly, by_least)
                                            : sigma_larger(by_kelly, by_least);
}

/* (10), and a little more than rounding can take away again; 0 where that is no balance. */
static double least_balance(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                            double risk)
{
    double enough = enough_for(params, sample, risk);
    double gap = params->floor * sample->peak + params->gap_loss * (risk + sample->open_risk);

    double most = sigma_larger(sigma_larger(enough, gap), risk / params->risk_max);
    bool exists = enough > 0.0 && most <= BALANCE_MAX / 2.0 && has_edge(params, sample);

    return exists ? (1.0 + 0x1p-40) * most : 0.0;
}

sigma_status sigma_kelly_balance(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                                 double risk, double *balance)
{
    if (!balance) {
        return SIGMA_E_NULL;
    }
    *balance = 0.0;
    if (!params || !sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_kelly_params_valid(params) || !sample_valid(sample) ||
        !sigma_within(risk, RISK_MIN, RISK_MAX)) {
        return SIGMA_E_RANGE;
    }
    *balance = least_balance(params, sample, risk);
    return SIGMA_OK;
}
