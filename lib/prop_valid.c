/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "prop.h"
#include "tags.h"

static const double MONEY_MAX = 1e15;
static const double RULE_MAX = 1e12;
static const int64_t DAY_END_MAX = INT64_C(9200000000000000000);
static const int32_t DAY = 86400;
static const int32_t DAYS_MAX = 1000000;

/* ---- what may be; by hand, because the field tables would take longer than all the rest */

static bool amounts_valid(const sigma_prop_params *p)
{
    return sigma_within(p->start, 1.0, RULE_MAX) && sigma_within(p->daily_loss, 0.0, RULE_MAX) &&
           sigma_within(p->total_loss, 0.0, RULE_MAX) && sigma_within(p->lock, 0.0, RULE_MAX) &&
           sigma_within(p->target, 0.0, RULE_MAX) && sigma_within(p->consistency, 0.0, 1.0) &&
           sigma_within(p->lot_cap, 0.0, RULE_MAX) && sigma_within(p->fee, 0.0, RULE_MAX);
}

static bool bases_valid(const sigma_prop_params *p)
{
    bool mark = p->total_base == SIGMA_BASE_START || p->total_base == SIGMA_BASE_BALANCE ||
                p->total_base == SIGMA_BASE_CLOSE || p->total_base == SIGMA_BASE_EQUITY;
    return mark && sigma_between(p->daily_base, SIGMA_BASE_START, SIGMA_BASE_COUNT - 1) &&
           p->daily_base != SIGMA_BASE_CLOSE &&
           sigma_between(p->daily_unit, SIGMA_SHARE_MONEY, SIGMA_SHARE_BASE) &&
           sigma_between(p->total_unit, SIGMA_SHARE_MONEY, SIGMA_SHARE_BASE);
}

/* A share is of at most all of it. */
static bool loss_valid(double loss, int32_t unit)
{
    return unit == SIGMA_SHARE_MONEY || loss <= 1.0;
}

bool sigma_prop_params_valid(const sigma_prop_params *p)
{
    return amounts_valid(p) && bases_valid(p) && loss_valid(p->daily_loss, p->daily_unit) &&
           loss_valid(p->total_loss, p->total_unit) &&
           sigma_between(p->breach, SIGMA_BREACH_BELOW, SIGMA_BREACH_AT) &&
           sigma_between(p->profit, SIGMA_PROFIT_NET, SIGMA_PROFIT_TARGET) &&
           sigma_between(p->daily_soft, 0, 1) && sigma_between(p->strict, 0, 1) &&
           sigma_between(p->lowers, 0, 1) && sigma_between(p->days_min, 0, 10000) &&
           sigma_between(p->days_max, 0, 10000) &&
           sigma_between(p->zone, SIGMA_ZONE_UNKNOWN + 1, SIGMA_ZONE_COUNT - 1) &&
           sigma_between(p->reset, 0, DAY - 1) && p->reserved == 0;
}

static bool is_money(double x)
{
    return sigma_within(x, -MONEY_MAX, MONEY_MAX);
}

static bool figures_valid(const sigma_prop *prop)
{
    return is_money(prop->balance) && is_money(prop->equity) && is_money(prop->base) &&
           is_money(prop->mark) && is_money(prop->day_balance) &&
           sigma_within(prop->best_day, 0.0, MONEY_MAX) && is_money(prop->net) &&
           sigma_within(prop->green, 0.0, MONEY_MAX) &&
           sigma_within(prop->withdrawn, 0.0, MONEY_MAX);
}

bool sigma_prop_valid(const sigma_prop *prop)
{
    return prop->tag == SIGMA_TAG_PROP && prop->reserved == 0 &&
           sigma_between(prop->phase, SIGMA_PHASE_ACTIVE, SIGMA_PHASE_COUNT - 1) &&
           sigma_is_time(prop->time) && sigma_between(prop->day_end, -DAY_END_MAX, DAY_END_MAX) &&
           prop->broken >> SIGMA_RULE_COUNT == 0 && sigma_between(prop->days, 0, DAYS_MAX) &&
           sigma_between(prop->age, 1, DAYS_MAX) && sigma_between(prop->traded, 0, 1) &&
           figures_valid(prop) && sigma_prop_params_valid(&prop->params);
}
