/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "fields.h"
#include "floor.h"
#include "kelly.h"

static const double TELLING_TRADES = 10.0; /* from which a bad mean ends the exploration */
static const double BALANCE_MAX = 1e15;
static const double RISK_MIN = 1e-9;
static const double RISK_MAX = 1e12;

/* ---- the rule, which sizes share */

double sigma_floor_balance(const sigma_floor *f, double left)
{
    double balance = f->share * f->peak + left;
    return balance > f->peak ? left / (1.0 - f->share) : balance;
}

/* The larger of two terms that rise with M reaches it where the first of them does. */
double sigma_floor_reach(const sigma_floor *f, double above, double all, double risk)
{
    double by_above = above > 0.0 ? sigma_floor_balance(f, risk / above) : 0.0;
    double by_all = all > 0.0 ? risk / all : 0.0;

    return by_above > 0.0 && by_all > 0.0 ? sigma_smaller(by_above, by_all)
                                          : sigma_larger(by_above, by_all);
}

bool sigma_exploration_doubted(double trades, double mean, double error)
{
    return trades >= TELLING_TRADES && mean < -error;
}

/* ---- a sample */

static bool sample_valid(const sigma_kelly_sample *sample)
{
    return sigma_fields_valid(sigma_kelly_sample_fields, SIGMA_KELLY_SAMPLE_FIELDS, sample);
}

static sigma_floor floor_of(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return (sigma_floor){.share = params->floor,
                         .gap_loss = params->gap_loss,
                         .capital = sigma_smaller(sample->balance, sample->equity),
                         .peak = sigma_larger(sample->peak, sample->balance),
                         .open_risk = sample->open_risk};
}

static bool explores(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return sample->trades < params->exploration_trades;
}

static bool has_edge(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return explores(params, sample)
               ? !sigma_exploration_doubted(sample->trades, sample->mean, sample->error)
               : sample->mean > 0.0 && sample->kelly > 0.0;
}

/* What is dared without a proof [1]. */
static double exploration(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    return explores(params, sample)
               ? sigma_exploration_share(params->exploration_risk, sample->factor)
               : 0.0;
}

/* c of (10). */
static double dared(const sigma_kelly_params *params, const sigma_kelly_sample *sample)
{
    double kelly = sample->mean > 0.0 ? sample->kelly : 0.0;
    return params->fraction * kelly * sample->factor;
}

/* M, (8) and the terms of (9). */
static void find_terms(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                       sigma_kelly_floor_result *result)
{
    sigma_floor floor = floor_of(params, sample);

    result->capital = sigma_larger(floor.capital, 0.0);
    result->drawdown = sigma_floor_drawdown(&floor);
    result->cushion = sigma_floor_cushion(&floor);
    if (result->cushion > 0.0) {
        result->kelly_risk = dared(params, sample) * result->cushion;
        result->cushion_risk = sigma_floor_room(&floor) / result->capital;
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

/* (10), and a little more than rounding can take away again; 0 where that is no balance. */
static double least_balance(const sigma_kelly_params *params, const sigma_kelly_sample *sample,
                            double risk)
{
    sigma_floor floor = floor_of(params, sample);
    floor.peak = sample->peak; /* the balance does not count */
    double enough =
        sigma_floor_reach(&floor, dared(params, sample), exploration(params, sample), risk);
    double gap = sigma_floor_balance(&floor, params->gap_loss * (risk + sample->open_risk));

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
