/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "prop.h"

/* Room above rounding, so that what is approved stays inside by more than it. */
static const double MARGIN = 0x1p-30;

static const double ROOM_MAX = 1e16;
static const double LOTS_MAX = 1e15;

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

/* Room for a risk now, and for what is to come: for risk and reward where open profit counts. */
typedef struct prop_room {
    double now, later, locked;
    bool counts;
} prop_room;

static double later_of(double limit, bool counts, const sigma_prop_trade *trade)
{
    return limit - trade->open_risk - (counts ? trade->open_reward : 0.0);
}

/* (3) and (4); a share of the base is one of the least base that can come, the balance now. */
static prop_room daily_room(const sigma_prop *prop, const sigma_prop_trade *trade)
{
    const sigma_prop_params *p = &prop->params;
    double lowest = prop->balance - trade->open_risk;
    prop_room room = {.now = lowest, .later = lowest};

    if (!(p->daily_loss > 0.0)) {
        return room;
    }
    room.now = room.later = lowest - sigma_prop_daily_floor(prop);
    if (p->daily_base != SIGMA_BASE_START) {
        bool base = p->daily_unit == SIGMA_SHARE_BASE;
        room.counts = open_profit_counts(p->daily_base);
        room.later = later_of(base ? p->daily_loss * prop->balance : sigma_prop_daily(prop),
                              room.counts, trade);
    }
    return room;
}

/* (3) and (5) */
static prop_room total_room(const sigma_prop *prop, const sigma_prop_trade *trade)
{
    const sigma_prop_params *p = &prop->params;
    double lowest = prop->balance - trade->open_risk;
    prop_room room = {.now = lowest, .later = lowest};

    if (!(p->total_loss > 0.0)) {
        return room;
    }
    room.now = room.later = lowest - sigma_prop_total_floor(prop);
    if (p->total_base != SIGMA_BASE_START) {
        room.counts = open_profit_counts(p->total_base);
        room.later = later_of(sigma_prop_total(prop), room.counts, trade);
        room.locked = p->lock > 0.0 ? lowest - p->lock : room.locked;
    }
    return room;
}

/* Largest risk beside a reward. */
static double beside(const prop_room *room, double reward)
{
    double later = room->later - (room->counts ? reward : 0.0);
    return sigma_smaller(room->now, sigma_larger(later, room->locked));
}

static bool active(const sigma_prop *prop)
{
    return prop->phase == SIGMA_PHASE_ACTIVE;
}

static bool fresh(const sigma_prop *prop, const sigma_prop_trade *trade)
{
    return trade->time >= prop->time && trade->time < prop->day_end;
}

static void judge(sigma_prop_verdict *verdict, int32_t rule, bool holds)
{
    *(holds ? &verdict->passed : &verdict->refused) |= sigma_bit(rule);
}

static void judge_all(const sigma_prop *prop, const sigma_prop_trade *trade,
                      sigma_prop_verdict *verdict)
{
    double margin = prop->params.start * MARGIN;
    prop_room today = daily_room(prop, trade), all = total_room(prop, trade);
    double daily = beside(&today, trade->reward) - margin;
    double total = beside(&all, trade->reward) - margin;
    double cap = prop->params.lot_cap, lots = trade->open_lots + trade->lots;

    verdict->lowest = prop->balance - trade->open_risk - trade->risk;
    verdict->room = sigma_larger(sigma_smaller(daily, total), 0.0);
    judge(verdict, SIGMA_RULE_DAILY_LOSS, trade->risk <= daily);
    judge(verdict, SIGMA_RULE_TOTAL_LOSS, trade->risk <= total);
    judge(verdict, SIGMA_RULE_LOTS, cap == 0.0 || lots <= cap * (1.0 + 0x1p-40));
    judge(verdict, SIGMA_RULE_REWARD, !reward_unknown(prop, trade));
    judge(verdict, SIGMA_RULE_PHASE, active(prop));
    judge(verdict, SIGMA_RULE_FRESH, fresh(prop, trade));
    verdict->verdict = verdict->refused == 0 ? SIGMA_VERDICT_APPROVE : SIGMA_VERDICT_DENY;
}

static bool open_valid(const sigma_prop_trade *trade)
{
    return sigma_is_time(trade->time) && sigma_within(trade->open_risk, 0.0, 1e12) &&
           sigma_within(trade->open_reward, 0.0, 1e12) && sigma_within(trade->open_lots, 0.0, 1e12);
}

static bool trade_valid(const sigma_prop_trade *trade)
{
    return open_valid(trade) && sigma_within(trade->risk, 1e-9, 1e12) &&
           sigma_within(trade->reward, 0.0, 1e12) && sigma_within(trade->lots, 0.0, 1e12);
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

/* ---- room, whatever the size */

static double kept(double room)
{
    return sigma_clamped(room, 0.0, ROOM_MAX);
}

static void leave_room(const sigma_prop *prop, const sigma_prop_trade *trade,
                       sigma_prop_grant *grant)
{
    double margin = prop->params.start * MARGIN;
    prop_room today = daily_room(prop, trade), all = total_room(prop, trade);
    double daily = today.counts ? today.now : beside(&today, 0.0);
    double total = all.counts ? all.now : beside(&all, 0.0);

    grant->risk = kept(sigma_smaller(daily, total) - margin);
    grant->swing_today = today.counts ? kept(today.later - margin) : ROOM_MAX;
    grant->swing = all.counts ? kept(all.later - margin) : ROOM_MAX;
    grant->locked = all.counts ? kept(all.locked - margin) : 0.0;
    grant->refused |= daily > margin ? 0 : sigma_bit(SIGMA_RULE_DAILY_LOSS);
    grant->refused |= total > margin ? 0 : sigma_bit(SIGMA_RULE_TOTAL_LOSS);
}

static void leave_lots(const sigma_prop *prop, const sigma_prop_trade *trade,
                       sigma_prop_grant *grant)
{
    double cap = prop->params.lot_cap;

    grant->lots = cap > 0.0 ? sigma_larger(cap - trade->open_lots, 0.0) : LOTS_MAX;
    grant->refused |= grant->lots > 0.0 ? 0 : sigma_bit(SIGMA_RULE_LOTS);
}

static void leave_shares(const sigma_prop_result *now, sigma_prop_grant *grant)
{
    grant->left_today = kept(now->left_today);
    grant->left = kept(now->left);
    grant->share = sigma_clamped(1.0 - now->used_today, 0.0, 1.0);
}

sigma_status sigma_prop_permit(const sigma_prop *prop, const sigma_prop_trade *trade,
                               sigma_prop_grant *grant)
{
    sigma_prop_result now;

    if (!grant) {
        return SIGMA_E_NULL;
    }
    *grant = (sigma_prop_grant){0};
    if (!trade) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_prop_read(prop, &now);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!open_valid(trade)) {
        return SIGMA_E_RANGE;
    }
    leave_shares(&now, grant);
    leave_room(prop, trade, grant);
    leave_lots(prop, trade, grant);
    grant->refused |= active(prop) ? 0 : sigma_bit(SIGMA_RULE_PHASE);
    grant->refused |= fresh(prop, trade) ? 0 : sigma_bit(SIGMA_RULE_FRESH);
    grant->mark = SIGMA_PART_PROP;
    return SIGMA_OK;
}
