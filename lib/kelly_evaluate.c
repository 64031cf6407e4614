/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "kelly.h"
#include "kelly_sample.h"
#include "pair.h"

static const double R_MAX = 1e6;
static const double WEIGHT_MIN = 1e-9;
static const double WEIGHT_MAX = 1e9;
static const double ODDS_MAX = 1e6;
static const double NO_LOSS = -1e-12; /* a worst x above this is none */

bool sigma_kelly_trades_valid(const sigma_kelly_trades *t)
{
    for (int32_t i = 0; i < t->count; i++) {
        double w = sigma_kelly_weight(t, i);
        if (!sigma_within(t->r[i], -R_MAX, R_MAX) ||
            !(w == 0.0 || sigma_within(w, WEIGHT_MIN, WEIGHT_MAX))) {
            return false;
        }
    }
    return t->count >= 0;
}

/* To twice the precision. Of a + b what rounding leaves is told by the larger of the two. */
static double sum_of(const double *r, int32_t count)
{
    sigma_pair sum = {0};

    for (int32_t i = 0; i < count; i++) {
        double a = sum.high, b = r[i], next = a + b;
        double rest = sigma_magnitude(a) >= sigma_magnitude(b) ? b - (next - a) : a - (next - b);
        sum = sigma_pair_ordered(next, rest + sum.low);
    }
    return sum.high;
}

/* The same of trades that stand for several, in products that are exact, and the number of all. */
static double weighted_sum(const sigma_kelly_trades *t, double *number)
{
    sigma_pair weight = {0}, sum = {0};

    for (int32_t i = 0; i < t->count; i++) {
        double w = t->weight[i];
        sigma_pair wr = sigma_pair_product(w, t->r[i]), all = sigma_pair_sum(weight.high, w);
        sigma_pair next = sigma_pair_sum(sum.high, wr.high);
        weight = sigma_pair_ordered(all.high, all.low + weight.low);
        sum = sigma_pair_ordered(next.high, next.low + (wr.low + sum.low));
    }
    *number = weight.high;
    return sum.high;
}

/* n, and the mean: whether it is above zero is told exactly. */
static void find_mean(const sigma_kelly_trades *t, sigma_kelly_result *result)
{
    result->trades = t->count;
    double sum = t->weight ? weighted_sum(t, &result->trades) : sum_of(t->r, t->count);
    result->mean = result->trades > 0.0 ? sum / result->trades : 0.0;
}

static void find_deviation(const sigma_kelly_trades *t, sigma_kelly_result *result)
{
    double sum = 0.0;

    for (int32_t i = 0; i < t->count; i++) {
        double away = t->r[i] - result->mean;
        sum += sigma_kelly_weight(t, i) * (away * away);
    }
    if (result->trades > 1.0) {
        result->deviation = sigma_sqrt(sum / (result->trades - 1.0));
        result->error = result->deviation / sigma_sqrt(result->trades);
    }
}

static double find_worst(const sigma_kelly_trades *t)
{
    double worst = R_MAX;
    for (int32_t i = 0; i < t->count; i++) {
        worst = sigma_kelly_weight(t, i) > 0.0 ? sigma_smaller(worst, t->r[i]) : worst;
    }
    return worst;
}

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

/* (7) */
static void limit(const sigma_kelly_params *params, const sigma_kelly_trades *trades,
                  sigma_kelly_result *result)
{
    int32_t steps = 0;
    result->exponent =
        sigma_larger(sigma_log(params->wealth_beta) / sigma_log(params->wealth_alpha), 0.0);
    double limited = sigma_kelly_limited(trades, result->exponent, result->full, &steps);

    result->iterations += steps;
    if (limited < result->full) {
        settle(result, limited, SIGMA_KELLY_DRAWDOWN);
    }
}

/* (11); without a loss, which the shift may hide, the root alone. */
static void take_odds(const sigma_kelly_params *params, const sigma_kelly_trades *trades,
                      sigma_kelly_result *result)
{
    double won = 0.0, lost = 0.0, wins = 0.0, losses = 0.0;

    for (int32_t i = 0; i < trades->count; i++) {
        double w = sigma_kelly_weight(trades, i), r = trades->r[i];
        won += w * sigma_larger(r, 0.0);
        lost += w * sigma_larger(-r, 0.0);
        wins += r > 0.0 ? w : 0.0;
        losses += r < 0.0 ? w : 0.0;
    }
    if (lost > -NO_LOSS * losses) {
        double odds = (result->mean - result->shift) / (won / wins) / (lost / losses);
        result->fraction = sigma_smaller(odds, result->full / params->fraction);
    }
}

void sigma_kelly_describe(const sigma_kelly_trades *trades, sigma_kelly_result *result)
{
    *result = (sigma_kelly_result){0};
    find_mean(trades, result);
    find_deviation(trades, result);
    result->worst = result->trades > 0.0 ? find_worst(trades) : 0.0;
}

/* (3) of the trades less the shift of the method. */
static void grow(const sigma_kelly_params *params, int32_t method, sigma_kelly_trades *trades,
                 sigma_kelly_result *result)
{
    if (!(result->mean > 0.0)) {
        result->reason = SIGMA_KELLY_NO_EDGE;
        return;
    }
    result->shift = trades->shift = shift_of(params, method, result);
    result->worst = trades->worst = result->worst - trades->shift;
    if (!(result->mean > result->shift)) {
        result->reason = SIGMA_KELLY_NO_EDGE;
    } else if (result->worst > NO_LOSS) {
        result->full = 1.0 / params->gap_loss;
        settle(result, result->full, SIGMA_KELLY_NO_LOSS);
    } else {
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
        result->fraction = sigma_smaller(result->fraction, ODDS_MAX);
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

/* Odds and limit are of the same shift, and so of the same root. */
sigma_kelly_fractions sigma_kelly_prove(const sigma_kelly_params *params,
                                        sigma_kelly_trades *trades,
                                        const sigma_kelly_result *described)
{
    sigma_kelly_result odds = *described, limited, lower = *described;

    grow(params, SIGMA_METHOD_LIMITED, trades, &odds);
    limited = odds;
    adapt(params, SIGMA_METHOD_ODDS, trades, &odds);
    adapt(params, SIGMA_METHOD_LIMITED, trades, &limited);
    grow(params, SIGMA_METHOD_LOWER, trades, &lower);
    adapt(params, SIGMA_METHOD_LOWER, trades, &lower);
    return (sigma_kelly_fractions){odds.fraction, lower.fraction, limited.fraction};
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
