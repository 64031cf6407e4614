/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "prop.h"

static double loss(double amount, int32_t unit, double start, double base)
{
    switch (unit) {
    case SIGMA_SHARE_MONEY: return amount;
    case SIGMA_SHARE_START: return amount * start;
    default: return amount * sigma_larger(base, 0.0);
    }
}

double sigma_prop_daily(const sigma_prop *prop)
{
    const sigma_prop_params *p = &prop->params;
    return loss(p->daily_loss, p->daily_unit, p->start, prop->base);
}

double sigma_prop_total(const sigma_prop *prop)
{
    const sigma_prop_params *p = &prop->params;
    return loss(p->total_loss, p->total_unit, p->start, prop->mark);
}

double sigma_prop_daily_floor(const sigma_prop *prop)
{
    return prop->params.daily_loss > 0.0 ? prop->base - sigma_prop_daily(prop) : 0.0;
}

double sigma_prop_total_floor(const sigma_prop *prop)
{
    if (!(prop->params.total_loss > 0.0)) {
        return 0.0;
    }
    double floor = prop->mark - sigma_prop_total(prop);
    return prop->params.lock > 0.0 ? sigma_smaller(floor, prop->params.lock) : floor;
}

double sigma_prop_today(const sigma_prop *prop)
{
    return prop->balance - prop->day_balance;
}

double sigma_prop_best(const sigma_prop *prop)
{
    return sigma_larger(prop->best_day, sigma_prop_today(prop));
}

double sigma_prop_counted(const sigma_prop *prop)
{
    double today = sigma_prop_today(prop);
    switch (prop->params.profit) {
    case SIGMA_PROFIT_NET: return prop->net + today;
    case SIGMA_PROFIT_GREEN: return prop->green + sigma_larger(today, 0.0);
    default: return prop->params.target;
    }
}

static bool consistent(const sigma_prop *prop)
{
    double best = sigma_prop_best(prop), noise = sigma_prop_noise(prop);
    double most = prop->params.consistency * sigma_prop_counted(prop);

    if (!(prop->params.consistency > 0.0) || !(best > 0.0)) {
        return true;
    }
    return prop->params.strict ? best < most - noise : best <= most + noise;
}

static double profit_of(const sigma_prop *prop, double money)
{
    return money - prop->params.start + prop->withdrawn;
}

uint64_t sigma_prop_missing(const sigma_prop *prop)
{
    const sigma_prop_params *p = &prop->params;
    double profit = profit_of(prop, sigma_smaller(prop->balance, prop->equity));
    bool reached = p->target > 0.0 && profit >= p->target - sigma_prop_noise(prop);
    uint64_t missing = reached ? 0 : sigma_bit(SIGMA_RULE_TARGET);

    if (prop->days < p->days_min) {
        missing |= sigma_bit(SIGMA_RULE_DAYS_MIN);
    }
    if (!consistent(prop)) {
        missing |= sigma_bit(SIGMA_RULE_CONSISTENCY);
    }
    return missing;
}

/* Share of a loss that is used: from all of it above the floor to none. */
static double used(double limit, double left)
{
    return limit > 0.0 ? sigma_larger(1.0 - left / limit, 0.0) : 0.0;
}

static void read_losses(const sigma_prop *prop, sigma_prop_result *result)
{
    double daily = sigma_prop_daily(prop), total = sigma_prop_total(prop);

    result->daily_floor = sigma_prop_daily_floor(prop);
    result->total_floor = sigma_prop_total_floor(prop);
    result->left = prop->equity - result->total_floor;
    result->left_today = daily > 0.0
                             ? sigma_smaller(prop->equity - result->daily_floor, result->left)
                             : result->left;
    result->used_today = sigma_smaller(used(daily, prop->equity - result->daily_floor), 1e30);
    result->used = sigma_smaller(used(total, result->left), 1e30);
}

static void read_progress(const sigma_prop *prop, sigma_prop_result *result)
{
    const sigma_prop_params *p = &prop->params;
    double best = sigma_larger(sigma_prop_best(prop), 0.0), counted = sigma_prop_counted(prop);

    result->profit = profit_of(prop, prop->balance);
    result->best_day = best;
    result->share = counted > 0.0 ? sigma_smaller(best / counted, 1e30) : 0.0;
    result->day_limit = sigma_larger(p->consistency * counted, 0.0);
    result->target = p->target;
    if (p->consistency > 0.0 && p->profit != SIGMA_PROFIT_TARGET) {
        result->target = sigma_larger(p->target, sigma_smaller(best / p->consistency, 1e30));
    }
    result->missing = sigma_prop_missing(prop);
}

sigma_status sigma_prop_read(const sigma_prop *prop, sigma_prop_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_prop_result){0};
    if (!prop) {
        return SIGMA_E_NULL;
    }
    if (!sigma_prop_valid(prop)) {
        return SIGMA_E_STATE;
    }
    read_losses(prop, result);
    read_progress(prop, result);
    result->broken = prop->broken;
    result->day_end = prop->day_end;
    result->phase = prop->phase;
    result->days = prop->days;
    result->mark = SIGMA_PART_PROP;
    return SIGMA_OK;
}
