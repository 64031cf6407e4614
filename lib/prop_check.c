/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "prop.h"

/* Room above rounding, so that what is approved stays inside by more than it. */
static const double MARGIN = 0x1p-30;

static bool open_profit_counts(int32_t base)
{
    return base == SIGMA_BASE_EQUITY || base == SIGMA_BASE_LARGER || base == SIGMA_BASE_PEAK;
}

/* Whether a rule that counts open profit lacks the reward to count. */
static bool reward_unknown(const sigma_prop *prop, const sigma_prop_trade *trade)
{
    const sigma_prop_params *p = &prop->params;
    bool daily = p->daily_loss > 0.0 && open_profit_counts(p->daily_base);
    bool total = p->total_loss > 0.0 && open_profit_counts(p->total_base);
    return (daily || total) && !(trade->reward > 0.0);
}

/* Largest further risk that leaves so much of a loss, where open profit counts against it or not.
 */
static double room_of(double limit, int32_t base, const sigma_prop_trade *trade)
{
    double profit = open_profit_counts(base) ? trade->open_reward + trade->reward : 0.0;
    return limit - trade->open_risk - profit;
}

/* (3) and (4); a share of the base is one of the least base that can come, the balance now. */
static double daily_room(const sigma_prop *prop, const sigma_prop_trade *trade)
{
    const sigma_prop_params *p = &prop->params;
    if (!(p->daily_loss > 0.0)) {
        return prop->balance - trade->open_risk;
    }
    double now = prop->balance - trade->open_risk - sigma_prop_daily_floor(prop);
    if (p->daily_base == SIGMA_BASE_START) {
        return now;
    }
    double limit =
        p->daily_unit == SIGMA_SHARE_BASE ? p->daily_loss * prop->balance : sigma_prop_daily(prop);
    return sigma_smaller(now, room_of(limit, p->daily_base, trade));
}

/* (3) and (5) */
static double total_room(const sigma_prop *prop, const sigma_prop_trade *trade)
{
    const sigma_prop_params *p = &prop->params;
    double lowest = prop->balance - trade->open_risk;
    if (!(p->total_loss > 0.0)) {
        return lowest;
    }
    double now = lowest - sigma_prop_total_floor(prop);
    if (p->total_base == SIGMA_BASE_START) {
        return now;
    }
    double later = room_of(sigma_prop_total(prop), p->total_base, trade);
    if (p->lock > 0.0) {
        later = sigma_larger(later, lowest - p->lock);
    }
    return sigma_smaller(now, later);
}

static void judge(sigma_prop_verdict *verdict, int32_t rule, bool holds)
{
    *(holds ? &verdict->passed : &verdict->refused) |= sigma_bit(rule);
}

static void judge_all(const sigma_prop *prop, const sigma_prop_trade *trade,
                      sigma_prop_verdict *verdict)
{
    double margin = prop->params.start * MARGIN;
    double daily = daily_room(prop, trade) - margin, total = total_room(prop, trade) - margin;
    double cap = prop->params.lot_cap, lots = trade->open_lots + trade->lots;

    verdict->lowest = prop->balance - trade->open_risk - trade->risk;
    verdict->room = sigma_larger(sigma_smaller(daily, total), 0.0);
    judge(verdict, SIGMA_RULE_DAILY_LOSS, trade->risk <= daily);
    judge(verdict, SIGMA_RULE_TOTAL_LOSS, trade->risk <= total);
    judge(verdict, SIGMA_RULE_LOTS, cap == 0.0 || lots <= cap * (1.0 + 0x1p-40));
    judge(verdict, SIGMA_RULE_REWARD, !reward_unknown(prop, trade));
    judge(verdict, SIGMA_RULE_PHASE, prop->phase == SIGMA_PHASE_ACTIVE);
    judge(verdict, SIGMA_RULE_FRESH, trade->time >= prop->time && trade->time < prop->day_end);
    verdict->verdict = verdict->refused == 0 ? SIGMA_VERDICT_APPROVE : SIGMA_VERDICT_DENY;
}

static bool trade_valid(const sigma_prop_trade *trade)
{
    return sigma_is_time(trade->time) && sigma_within(trade->risk, 1e-9, 1e12) &&
           sigma_within(trade->reward, 0.0, 1e12) && sigma_within(trade->open_risk, 0.0, 1e12) &&
           sigma_within(trade->open_reward, 0.0, 1e12) && sigma_within(trade->lots, 0.0, 1e12) &&
           sigma_within(trade->open_lots, 0.0, 1e12);
}

sigma_status sigma_prop_check(const sigma_prop *prop, const sigma_prop_trade *trade,
                              sigma_prop_verdict *verdict)
{
    if (!verdict) {
        return SIGMA_E_NULL;
    }
    *verdict = (sigma_prop_verdict){0};
    if (!prop || !trade) {
        return SIGMA_E_NULL;
    }
    if (!sigma_prop_valid(prop)) {
        return SIGMA_E_STATE;
    }
    if (!trade_valid(trade)) {
        return SIGMA_E_RANGE;
    }
    judge_all(prop, trade, verdict);
    return SIGMA_OK;
}
