/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "elementary.h"
#include "prop.h"

static const double DISTANCE_MIN = 1e-9; /* the ranges of sigma_forecast_sample */
static const double DISTANCE_MAX = 1000.0;
static const double LOSSES = 5.0; /* that the room in all has to bear */
enum { STEPS = 12 };

static sigma_forecast_result touch(const sigma_prop_plan *plan, double up, double down, double bars)
{
    sigma_forecast_sample sample = {
        .drift = plan->mean,
        .deviation = plan->deviation,
        .target = sigma_larger(sigma_smaller(up, DISTANCE_MAX), DISTANCE_MIN),
        .stop = sigma_larger(sigma_smaller(down, DISTANCE_MAX), DISTANCE_MIN),
        .bars = bars};
    sigma_forecast_result result;
    sigma_status status = sigma_forecast_touch(&sample, &result);
    (void)status; /* all is in range, and a chance of 0 is the safe answer */
    return result;
}

/* The middle of (6): the chance that the mark rises by h before a fall of d. */
static double trailed(const sigma_prop_plan *plan, double h, double d)
{
    double theta = 2.0 * plan->mean / (plan->deviation * plan->deviation);
    double growth = sigma_expm1(theta * d);
    double rate = sigma_magnitude(theta * d) < 1e-12 ? 1.0 / d : theta / growth;
    return sigma_exp(-h * rate);
}

/* What (6) needs of the account, in R. */
typedef struct distances {
    double target, floor, trail, mark, lock; /* mark: up to it; lock: from the mark to the lock */
} distances;

static double money_to_go(const sigma_prop *prop)
{
    double profit = prop->balance - prop->params.start + prop->withdrawn;
    return sigma_larger(prop->params.target - profit, 0.0);
}

static distances distances_of(const sigma_prop *prop, double risk)
{
    const sigma_prop_params *p = &prop->params;
    double total = sigma_prop_total(prop);
    double left = prop->equity - sigma_prop_total_floor(prop);
    distances away = {.target = money_to_go(prop) / risk, .floor = left / risk};

    if (p->total_base != SIGMA_BASE_START) {
        double rise = p->lock > 0.0 ? sigma_larger(p->lock + total - prop->mark, 0.0) : 1e16;
        away.trail = rise > 0.0 ? total / risk : 0.0;
        away.mark = sigma_larger(prop->mark - prop->equity, 0.0) / risk;
        away.lock = rise / risk;
    }
    return away;
}

/* (6) without a limit of time. */
static double chance_in_the_end(const sigma_prop_plan *plan, const distances *away)
{
    if (!(away->trail > 0.0) || away->target <= away->mark) {
        return touch(plan, away->target, away->floor, 0.0).target;
    }
    double chance = away->mark > 0.0 ? touch(plan, away->mark, away->floor, 0.0).target : 1.0;
    double rise = sigma_smaller(away->target - away->mark, away->lock);
    double rest = away->target - away->mark - rise;

    chance *= trailed(plan, rise, away->trail);
    return rest > 0.0 ? chance * touch(plan, rest, away->trail, 0.0).target : chance;
}

static double chance_at(const sigma_prop *prop, const sigma_prop_plan *plan, double risk)
{
    distances away = distances_of(prop, risk);
    double bars = sigma_smaller(plan->per_day * plan->days, 1e8);

    if (!(away.target > 0.0)) {
        return 1.0;
    }
    double chance = chance_in_the_end(plan, &away);
    if (bars > 0.0) {
        sigma_forecast_result fixed = touch(plan, away.target, away.floor, bars);
        chance = fixed.target > 0.0 ? chance * (fixed.target_by / fixed.target) : 0.0;
    }
    return sigma_larger(sigma_smaller(chance, 1.0), 0.0);
}

static double risk_max(const sigma_prop *prop, const sigma_prop_plan *plan)
{
    double most = (prop->equity - sigma_prop_total_floor(prop)) / LOSSES;
    if (prop->params.daily_loss > 0.0) {
        most = sigma_smaller(most, sigma_prop_daily(prop) / (plan->per_day + 1.0));
    }
    return sigma_larger(most, 0.0);
}

static void look(const sigma_prop *prop, const sigma_prop_plan *plan, sigma_prop_odds *odds)
{
    odds->pass = plan->risk > 0.0 ? chance_at(prop, plan, plan->risk) : 0.0;
    odds->risk_max = risk_max(prop, plan);
    for (int32_t i = 1; i <= STEPS && odds->risk_max > 1e-6; i++) {
        double risk = odds->risk_max * ((double)i / STEPS), chance = chance_at(prop, plan, risk);
        if (chance > odds->best_pass) {
            odds->best_pass = chance;
            odds->best_risk = risk;
        }
    }
}

static bool plan_valid(const sigma_prop_plan *plan)
{
    return sigma_within(plan->risk, 0.0, 1e12) && sigma_within(plan->mean, -100.0, 100.0) &&
           sigma_within(plan->deviation, 1e-3, 1000.0) &&
           sigma_within(plan->per_day, 1e-3, 10000.0) && sigma_within(plan->worth, 0.0, 1e12) &&
           sigma_between(plan->days, 0, 10000) && plan->reserved == 0;
}

sigma_status sigma_prop_forecast(const sigma_prop *prop, const sigma_prop_plan *plan,
                                 sigma_prop_odds *odds)
{
    if (!odds) {
        return SIGMA_E_NULL;
    }
    *odds = (sigma_prop_odds){0};
    if (!prop || !plan) {
        return SIGMA_E_NULL;
    }
    if (!sigma_prop_valid(prop)) {
        return SIGMA_E_STATE;
    }
    if (!plan_valid(plan)) {
        return SIGMA_E_RANGE;
    }
    if (prop->phase != SIGMA_PHASE_FAILED) {
        look(prop, plan, odds);
        odds->value = odds->best_pass * plan->worth - prop->params.fee;
    }
    return SIGMA_OK;
}
