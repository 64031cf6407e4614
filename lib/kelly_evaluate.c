/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "kelly.h"
#include "kelly_sample.h"

static const double ODDS_MAX = 1e6;
static const double NO_LOSS = -1e-12; /* a worst x above this is none */

static bool is_sceptical(int32_t method)
{
    return method == SIGMA_METHOD_SCEPTICAL || method == SIGMA_METHOD_LIMITED ||
           method == SIGMA_METHOD_ODDS;
}

/* (4) to (6) */
static double shift_of(const sigma_kelly_params *params, int32_t method,
                       const sigma_kelly_result *r)
{
    if (is_sceptical(method)) {
        return r->mean * (params->prior_trades / (r->trades + params->prior_trades));
    }
    return method == SIGMA_METHOD_LOWER ? -sigma_normal_quantile(params->lower_chance) * r->error
                                        : 0.0;
}

static void settle(sigma_kelly_result *result, double fraction, int32_t reason)
{
    result->fraction = fraction;
    result->reason = reason;
}

/* lambda of (7) */
static double exponent_of(const sigma_kelly_params *params)
{
    return sigma_larger(sigma_log(params->wealth_beta) / sigma_log(params->wealth_alpha), 0.0);
}

/* (7) */
static void limit(const sigma_kelly_params *params, const sigma_kelly_trades *trades,
                  sigma_kelly_result *result)
{
    int32_t steps = 0;
    result->exponent = exponent_of(params);
    double limited = sigma_kelly_limited(trades, result->exponent, result->full, &steps);

    result->iterations += steps;
    if (limited < result->full) {
        settle(result, limited, SIGMA_KELLY_DRAWDOWN);
    }
}

/* (11) but for f*, where there is a loss, which the shift may hide; else 0. */
static double odds_of(const sigma_kelly_trades *t)
{
    return t->lost > -NO_LOSS * t->losses ? t->mean / (t->won / t->wins) / (t->lost / t->losses)
                                          : 0.0;
}

/* (11); without a loss the root alone. */
static void take_odds(const sigma_kelly_params *params, const sigma_kelly_trades *trades,
                      sigma_kelly_result *result)
{
    double odds = odds_of(trades);
    if (odds > 0.0) {
        result->fraction = sigma_smaller(odds, result->full / params->fraction);
    }
    result->fraction = sigma_smaller(result->fraction, ODDS_MAX);
}

/* The trades less the shift of the method; whether (3) tells what they are worth. */
static bool apply_shift(const sigma_kelly_params *params, int32_t method,
                        sigma_kelly_trades *trades, sigma_kelly_result *result)
{
    if (!(result->mean > 0.0)) {
        result->reason = SIGMA_KELLY_NO_EDGE;
        return false;
    }
    result->shift = trades->shift = shift_of(params, method, result);
    result->worst = trades->worst = result->worst - trades->shift;
    trades->mean = result->mean - trades->shift;
    if (!(trades->mean > 0.0)) {
        result->reason = SIGMA_KELLY_NO_EDGE;
    } else if (result->worst > NO_LOSS) {
        result->full = 1.0 / params->gap_loss;
        settle(result, result->full, SIGMA_KELLY_NO_LOSS);
    }
    return result->reason == 0;
}

/* (3) of the trades less the shift of the method. */
static void grow(const sigma_kelly_params *params, int32_t method, sigma_kelly_trades *trades,
                 sigma_kelly_result *result)
{
    if (apply_shift(params, method, trades, result)) {
        result->full = sigma_kelly_root(trades, &result->iterations);
        settle(result, result->full, SIGMA_KELLY_GROWTH);
    }
}

/* What the method makes of growth; but for the odds at most what the gap loss allows. */
static void adapt(const sigma_kelly_params *params, int32_t method,
                  const sigma_kelly_trades *trades, sigma_kelly_result *result)
{
    double most = 1.0 / params->gap_loss;

    if (result->reason != SIGMA_KELLY_GROWTH) {
        return;
    }
    if (method == SIGMA_METHOD_ODDS) {
        take_odds(params, trades, result);
        return;
    }
    if (method == SIGMA_METHOD_DRAWDOWN || method == SIGMA_METHOD_LIMITED) {
        limit(params, trades, result);
    }
    if (result->fraction > most) {
        settle(result, most, SIGMA_KELLY_GAP);
    }
}

static void find(const sigma_kelly_params *params, int32_t method, sigma_kelly_trades *trades,
                 sigma_kelly_result *result)
{
    sigma_kelly_describe(trades, result);
    grow(params, method, trades, result);
    adapt(params, method, trades, result);
    if (result->mean > 0.0) {
        result->growth = sigma_kelly_growth(trades, sigma_smaller(result->fraction, result->full));
    }
}

/* Odds and limit of one shift where both are certain to lie below what the root allows, so that
 * it need not be found. */
static bool prove_below(const sigma_kelly_params *params, const sigma_kelly_trades *trades,
                        sigma_kelly_fractions *proven)
{
    double odds = odds_of(trades), limited = sigma_kelly_limit(trades, exponent_of(params));
    double most = sigma_larger(odds * params->fraction, limited);

    if (!(odds > 0.0 && limited > 0.0 && sigma_kelly_is_above(trades, most))) {
        return false;
    }
    proven->odds = sigma_smaller(odds, ODDS_MAX);
    proven->limited = sigma_smaller(limited, 1.0 / params->gap_loss);
    return true;
}

/* Both by the root, or for the reason that there is none. */
static void prove_by_root(const sigma_kelly_params *params, const sigma_kelly_trades *trades,
                          sigma_kelly_result *odds, sigma_kelly_fractions *proven)
{
    if (odds->reason == 0) {
        odds->full = sigma_kelly_root(trades, &odds->iterations);
        settle(odds, odds->full, SIGMA_KELLY_GROWTH);
    }
    sigma_kelly_result limited = *odds;
    adapt(params, SIGMA_METHOD_ODDS, trades, odds);
    adapt(params, SIGMA_METHOD_LIMITED, trades, &limited);
    proven->odds = odds->fraction;
    proven->limited = limited.fraction;
}

static double prove_lower(const sigma_kelly_params *params, sigma_kelly_trades *trades,
                          sigma_kelly_result *lower)
{
    double most = 1.0 / params->gap_loss;

    if (!apply_shift(params, SIGMA_METHOD_LOWER, trades, lower)) {
        return lower->fraction;
    }
    double guess = sigma_kelly_first(trades) / sigma_kelly_second(trades) / -trades->worst;
    return guess > most && sigma_kelly_is_above(trades, most)
               ? most
               : sigma_smaller(sigma_kelly_root(trades, &lower->iterations), most);
}

sigma_kelly_fractions sigma_kelly_prove(const sigma_kelly_params *params,
                                        sigma_kelly_trades *trades,
                                        const sigma_kelly_result *described)
{
    sigma_kelly_result both = *described, lower = *described;
    sigma_kelly_fractions proven;

    if (!apply_shift(params, SIGMA_METHOD_LIMITED, trades, &both) ||
        !prove_below(params, trades, &proven)) {
        prove_by_root(params, trades, &both, &proven);
    }
    proven.lower = prove_lower(params, trades, &lower);
    return proven;
}

/* weight may be NULL here. */
static sigma_status check_and_evaluate(const sigma_kelly_params *params, int32_t method,
                                       sigma_kelly_trades *trades, sigma_kelly_result *result)
{
    if (!sigma_kelly_params_valid(params) ||
        !sigma_between(method, SIGMA_METHOD_EMPIRICAL, SIGMA_METHOD_COUNT - 1) ||
        !sigma_kelly_trades_valid(trades)) {
        return SIGMA_E_RANGE;
    }
    find(params, method, trades, result);
    return SIGMA_OK;
}

sigma_status sigma_kelly_evaluate(const sigma_kelly_params *params, int32_t method, const double *r,
                                  int32_t count, sigma_kelly_result *result)
{
    sigma_kelly_trades trades = {.r = r, .count = count};

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_result){0};
    return params && r ? check_and_evaluate(params, method, &trades, result) : SIGMA_E_NULL;
}

sigma_status sigma_kelly_weighted(const sigma_kelly_params *params, int32_t method, const double *r,
                                  const double *weight, int32_t count, sigma_kelly_result *result)
{
    sigma_kelly_trades trades = {.r = r, .weight = weight, .count = count};

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_kelly_result){0};
    return params && r && weight ? check_and_evaluate(params, method, &trades, result)
                                 : SIGMA_E_NULL;
}
