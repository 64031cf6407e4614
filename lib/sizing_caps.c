/* SPDX-License-Identifier: MIT */
#include "money.h"
#include "sizing.h"

static const double BALANCE_MAX = 1e15;

static void ask(sigma_sizing_result *result, int32_t cap, bool asked, double lots)
{
    result->cap[cap] = asked ? lots : 0.0;
    result->asked |= asked ? sigma_bit(cap) : 0;
}

/* A share of an amount of money that is given. */
static void ask_money(const sigma_sizer *z, int32_t cap, int32_t given, double money)
{
    bool asked = sigma_sizing_has(z->sample, given);
    ask(z->result, cap, asked, asked ? money / z->result->loss_per_lot : 0.0);
}

/* With too little equity over the margin in use there is no room at all. */
static void ask_margin(const sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    const sigma_sizing_sample *x = z->sample;
    bool level = x->equity >= p->margin_level_min * x->margin;
    double left = sigma_larger(x->equity - x->margin, 0.0) * p->margin_max;

    sigma_sizing_judge(z->result, SIGMA_REASON_MARGIN_LEVEL, level);
    ask(z->result, SIGMA_CAP_MARGIN, true, level ? left / (z->lot_margin + z->lot_fees) : 0.0);
    bool most = p->margin_most > 0.0;
    ask(z->result, SIGMA_CAP_MARGIN_MOST, most, most ? p->margin_most / z->lot_margin : 0.0);
}

/* The most lots that each cap allows, by SIGMA_CAP_...; STEP is not one of them. */
static void ask_all(const sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    const sigma_sizing_sample *x = z->sample;
    sigma_sizing_result *r = z->result;
    double heat_left = sigma_larger(p->heat_max * x->equity - x->heat, 0.0);

    r->asked = sigma_bit(SIGMA_CAP_STEP);
    ask(r, SIGMA_CAP_RISK, true, r->risk_after[SIGMA_FACTOR_COUNT - 1] / r->loss_per_lot);
    ask(r, SIGMA_CAP_CALLER, sigma_sizing_has(x, SIGMA_GIVEN_LOTS), x->lots);
    ask(r, SIGMA_CAP_SYMBOL, z->symbol->lot_cap > 0.0, z->symbol->lot_cap);
    ask(r, SIGMA_CAP_NOTIONAL, true, z->multiple * x->equity / z->lot_notional);
    ask_money(z, SIGMA_CAP_CONCENTRATION, SIGMA_GIVEN_BUDGET, p->concentration_max * x->budget);
    ask(r, SIGMA_CAP_HEAT, true, heat_left / r->loss_per_lot);
    ask_money(z, SIGMA_CAP_ROOM_DAY, SIGMA_GIVEN_ROOM_DAY, p->room_day_max * x->room_day);
    ask_money(z, SIGMA_CAP_ROOM_TOTAL, SIGMA_GIVEN_ROOM_TOTAL, p->room_total_max * x->room_total);
    ask_money(z, SIGMA_CAP_PORTFOLIO, SIGMA_GIVEN_PORTFOLIO, x->portfolio);
    ask(r, SIGMA_CAP_EXPOSURE, sigma_sizing_has(x, SIGMA_GIVEN_EXPOSURE), x->exposure);
    ask_money(z, SIGMA_CAP_RULES, SIGMA_GIVEN_RULES, x->rules);
    ask(r, SIGMA_CAP_RULES_LOTS, sigma_sizing_has(x, SIGMA_GIVEN_RULES_LOTS), x->rules_lots);
    ask_money(z, SIGMA_CAP_SIZE, SIGMA_GIVEN_SIZE, x->size);
    ask(r, SIGMA_CAP_LEVERAGE, sigma_sizing_has(x, SIGMA_GIVEN_LEVERAGE),
        x->leverage / z->lot_notional);
    ask_margin(z);
    ask(r, SIGMA_CAP_VOLUME, sigma_sizing_has(x, SIGMA_GIVEN_VOLUME),
        p->participation_max * x->volume);
    ask(r, SIGMA_CAP_BROKER, true, z->symbol->lot_max);
}

void sigma_sizing_caps(sigma_sizer *z)
{
    sigma_sizing_result *r = z->result;

    ask_all(z);
    double lots = r->cap[SIGMA_CAP_RISK];
    r->lots_after[SIGMA_CAP_RISK] = lots;
    for (int32_t i = SIGMA_CAP_RISK + 1; i < SIGMA_CAP_STEP; i++) {
        if ((r->asked & sigma_bit(i)) && r->cap[i] < lots) {
            lots = r->cap[i];
            r->binding = i;
        }
        r->lots_after[i] = lots;
    }
}

/* ---- the least balance, each limit solved for it */

/* At which the fraction suffices: Kelly's, or exploration's where that comes first. 0 for none. */
static double by_fraction(const sigma_sizer *z, double needed)
{
    const sigma_sizing_params *p = z->params;
    double base = z->base * z->product;
    double explored = sigma_exploration_share(z->explored, z->product);

    if (p->mode == SIGMA_MODE_MONEY) {
        return z->base > 0.0 && p->risk_money * z->product >= needed ? needed : 0.0;
    }
    if (p->mode == SIGMA_MODE_SCEPTICAL) {
        return sigma_floor_reach(&z->floor, base, explored, needed);
    }
    base = z->exploring ? sigma_exploration_share(z->base, z->product) : base;
    return sigma_floor_reach(&z->floor, 0.0, sigma_larger(base, explored), needed);
}

/* Whether a cap that has nothing to do with the balance leaves the smallest lot. */
static bool fixed_caps_allow(const sigma_sizer *z, double smallest)
{
    const uint64_t moving = sigma_bit(SIGMA_CAP_RISK) | sigma_bit(SIGMA_CAP_NOTIONAL) |
                            sigma_bit(SIGMA_CAP_HEAT) | sigma_bit(SIGMA_CAP_MARGIN);
    uint64_t fixed = z->result->asked & ~moving;

    for (int32_t i = SIGMA_CAP_CALLER; i < SIGMA_CAP_STEP; i++) {
        if ((fixed & sigma_bit(i)) && z->result->cap[i] < smallest) {
            return false;
        }
    }
    return smallest * z->lot_margin >= z->params->margin_least;
}

double sigma_sizing_balance(const sigma_sizer *z)
{
    const sigma_sizing_params *p = z->params;
    const sigma_sizing_sample *x = z->sample;
    double smallest = sigma_lots_least(z->symbol);
    double needed = smallest * z->result->loss_per_lot, balance = by_fraction(z, needed);

    if (balance <= 0.0 || !fixed_caps_allow(z, smallest)) {
        return 0.0;
    }
    double kept = sigma_floor_balance(&z->floor, p->gap_loss * (needed + x->heat));
    double paid = smallest * (z->lot_margin + z->lot_fees) / p->margin_max + x->margin;
    balance = sigma_larger(balance, kept);
    balance = sigma_larger(balance, needed / p->risk_max);
    balance = sigma_larger(balance, (needed + x->heat) / p->heat_max);
    balance = sigma_larger(balance, smallest * z->lot_notional / z->multiple);
    balance = sigma_larger(balance, p->margin_level_min * x->margin);
    balance = sigma_larger(balance, paid);
    return balance <= BALANCE_MAX ? balance : 0.0;
}
