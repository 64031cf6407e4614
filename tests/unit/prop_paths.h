/* SPDX-License-Identifier: MIT */
/* Random lives of accounts at a firm, whose every trade the guard approved and whose losses stay
 * within what was stated, against an account of the firm's own: another implementation of the
 * rules, with resets from a calendar of its own. Whoever includes this defines paths_broken(). */
#ifndef SIGMA_TEST_PROP_PATHS_H
#define SIGMA_TEST_PROP_PATHS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "sigma/prop.h"

/* Called where the firm's account breaks a loss rule, or where a call fails. */
static void paths_broken(const char *what, uint64_t seed);

enum { PATHS_OPEN = 4, PATHS_EVENTS = 40 };

static const int64_t paths_second = INT64_C(1000000000);

static uint64_t paths_bits(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(2685821657736338717);
}

static double paths_random(uint64_t *seed)
{
    return (double)(paths_bits(seed) >> 11) * 0x1p-53;
}

static int32_t paths_pick(uint64_t *seed, int32_t count)
{
    return (int32_t)(paths_bits(seed) % (uint64_t)count);
}

/* ---- resets of 2024 by hand: the first day of summer time and the first after it, as days since
 * 1970-01-01, and hours from UTC at the reset of a day that stands in winter */

typedef struct paths_clock {
    int32_t zone, summer, winter, hours;
} paths_clock;

static const paths_clock paths_clocks[] = {
    {SIGMA_ZONE_UTC, 20000, 20000, 0},
    {SIGMA_ZONE_CENTRAL_EUROPE, 19813, 20023, 1}, /* 31 March and 27 October, at midnight */
    {SIGMA_ZONE_NEW_YORK, 19792, 20030, -5},      /* 10 March and 3 November */
    {SIGMA_ZONE_CHICAGO, 19792, 20030, -6},
};

static const paths_clock *paths_clock_of(int32_t zone)
{
    const paths_clock *clock = paths_clocks;
    while (clock->zone != zone) {
        clock++;
    }
    return clock;
}

/* The reset of a local date. Clocks jump at 2:00 and at 3:00: a reset at midnight still has the
 * time of the day before. */
static int64_t paths_reset(const sigma_prop_params *params, int32_t date)
{
    const paths_clock *clock = paths_clock_of(params->zone);
    int32_t shown = params->reset < 7200 ? date - 1 : date;
    bool summer = shown >= clock->summer && shown < clock->winter;
    int64_t local = (int64_t)date * 86400 + params->reset;
    return (local - 3600 * (clock->hours + (summer ? 1 : 0))) * paths_second;
}

/* ---- the firm's account */

typedef struct paths_firm {
    const sigma_prop_params *params;
    double base, peak, closed, close; /* of the day; highest equity, balance, balance at a reset */
} paths_firm;

static double paths_loss(double amount, int32_t unit, double start, double base)
{
    return unit == SIGMA_SHARE_MONEY ? amount : amount * (unit == SIGMA_SHARE_START ? start : base);
}

static double paths_mark(const paths_firm *firm)
{
    switch (firm->params->total_base) {
    case SIGMA_BASE_EQUITY: return firm->peak;
    case SIGMA_BASE_BALANCE: return firm->closed;
    case SIGMA_BASE_CLOSE: return firm->close;
    default: return firm->params->start;
    }
}

static bool paths_inside(const paths_firm *firm, double equity, double floor)
{
    return firm->params->breach == SIGMA_BREACH_AT ? equity > floor : equity >= floor;
}

/* Looks at the account at one instant. */
static void paths_look(paths_firm *firm, double balance, double equity, uint64_t seed)
{
    const sigma_prop_params *p = firm->params;
    double mark = paths_mark(firm);
    double floor = mark - paths_loss(p->total_loss, p->total_unit, p->start, mark);
    double daily = firm->base - paths_loss(p->daily_loss, p->daily_unit, p->start, firm->base);

    if (p->total_loss > 0.0 &&
        !paths_inside(firm, equity, p->lock > 0.0 ? fmin(floor, p->lock) : floor)) {
        paths_broken("the loss in all", seed);
    }
    if (p->daily_loss > 0.0 && !paths_inside(firm, equity, daily)) {
        paths_broken("the loss of a day", seed);
    }
    firm->peak = fmax(firm->peak, equity);
    firm->closed = fmax(firm->closed, balance);
    if (p->daily_base == SIGMA_BASE_PEAK) {
        firm->base = fmax(firm->base, equity);
    }
}

static void paths_turn(paths_firm *firm, double balance, double equity, uint64_t seed)
{
    const double bases[SIGMA_BASE_COUNT] = {[SIGMA_BASE_START] = firm->params->start,
                                            [SIGMA_BASE_BALANCE] = balance,
                                            [SIGMA_BASE_EQUITY] = equity,
                                            [SIGMA_BASE_LARGER] = fmax(balance, equity),
                                            [SIGMA_BASE_PEAK] = equity};
    firm->base = bases[firm->params->daily_base];
    firm->close = fmax(firm->close, balance);
    paths_look(firm, balance, equity, seed);
}

/* ---- a life */

typedef struct paths_trade {
    double risk, reward, floating;
} paths_trade;

typedef struct paths_life {
    sigma_prop guard;
    paths_firm firm;
    paths_trade open[PATHS_OPEN];
    double balance, high, low; /* extremes since the guard last saw the account */
    int64_t time;
    int32_t date, count, approved, opened;
    uint64_t seed, first;
} paths_life;

static double paths_equity(const paths_life *life)
{
    double sum = life->balance;
    for (int32_t i = 0; i < life->count; i++) {
        sum += life->open[i].floating;
    }
    return sum;
}

/* The firm sees every instant, the guard the extremes. */
static void paths_see(paths_life *life)
{
    double equity = paths_equity(life);
    life->high = fmax(life->high, equity);
    life->low = fmin(life->low, equity);
    paths_look(&life->firm, life->balance, equity, life->first);
}

static void paths_tell(paths_life *life)
{
    double equity = paths_equity(life);
    sigma_prop_sample sample = {.time = life->time,
                                .balance = life->balance,
                                .equity = equity,
                                .high = fmax(life->high, equity),
                                .low = fmin(life->low, equity),
                                .trades = life->opened};
    if (sigma_prop_update(&life->guard, &sample) != SIGMA_OK) {
        paths_broken("an update is refused", life->first);
    }
    life->high = life->low = equity;
    life->opened = 0;
}

/* Anywhere within what was stated, mostly at the ends. */
static void paths_float(paths_life *life)
{
    for (int32_t i = 0; i < life->count; i++) {
        paths_trade *t = &life->open[i];
        double where = paths_random(&life->seed);
        int32_t end = paths_pick(&life->seed, 4);
        t->floating = end == 0   ? -t->risk
                      : end == 1 ? t->reward
                                 : -t->risk + where * (t->risk + t->reward);
        paths_see(life); /* one after the other, as markets move */
    }
}

/* Closes for less than the stated loss, or for any gain. */
static void paths_close(paths_life *life, int32_t which)
{
    paths_trade *t = &life->open[which];
    int32_t end = paths_pick(&life->seed, 4);
    double gain = end == 0   ? -t->risk
                  : end == 1 ? t->reward * (1.0 + paths_random(&life->seed))
                             : t->floating;
    paths_tell(life); /* or the low before the close would seem to follow its high */
    life->balance += gain;
    life->open[which] = life->open[--life->count];
    life->high = life->low = paths_equity(life);
    paths_see(life);
    paths_tell(life);
}

static void paths_pass(paths_life *life, int64_t until)
{
    int64_t reset = paths_reset(life->firm.params, life->date);
    while (reset <= until) {
        life->time = reset;
        paths_float(life);
        paths_see(life);
        bool told = paths_pick(&life->seed, 2) || reset == until;
        if (told) {
            sigma_prop before = life->guard;
            bool today = before.time >= paths_reset(life->firm.params, life->date - 1);
            paths_tell(life);
            if (today && before.day_end != reset) {
                paths_broken("a reset at another instant", life->first);
            }
        }
        paths_turn(&life->firm, life->balance, paths_equity(life), life->first);
        life->date++;
        reset = paths_reset(life->firm.params, life->date);
    }
    life->time = until;
}

static int64_t paths_later(paths_life *life)
{
    int64_t reset = paths_reset(life->firm.params, life->date);
    switch (paths_pick(&life->seed, 6)) {
    case 0: return reset - 1 > life->time ? reset - 1 : reset;
    case 1: return reset;
    case 2: return reset + 1;
    case 3: return reset + paths_second * paths_pick(&life->seed, 200000);
    default: return life->time + paths_second * paths_pick(&life->seed, 20000);
    }
}

static void paths_propose(paths_life *life)
{
    sigma_prop_trade trade = {.time = life->time};
    sigma_prop_verdict verdict;

    for (int32_t i = 0; i < life->count; i++) {
        trade.open_risk += life->open[i].risk;
        trade.open_reward += life->open[i].reward;
    }
    double scale = life->firm.params->start * 0.08;
    trade.reward = scale * paths_random(&life->seed) * paths_random(&life->seed) + 1e-3;
    trade.risk = 1e-6;
    if (sigma_prop_check(&life->guard, &trade, &verdict) != SIGMA_OK) {
        paths_broken("a check is refused", life->first);
    }
    double room = verdict.room; /* mostly all of it: the hardest case */
    trade.risk = paths_pick(&life->seed, 2) ? room : scale * paths_random(&life->seed);
    if (!(trade.risk >= 1e-6)) {
        return;
    }
    if (sigma_prop_check(&life->guard, &trade, &verdict) != SIGMA_OK) {
        paths_broken("a check is refused", life->first);
    }
    if ((verdict.verdict == SIGMA_VERDICT_APPROVE) != (verdict.refused == 0)) {
        paths_broken("a verdict against its reasons", life->first);
    }
    if (verdict.verdict == SIGMA_VERDICT_APPROVE) {
        life->open[life->count++] = (paths_trade){trade.risk, trade.reward, 0.0};
        life->approved++;
        life->opened++;
    }
}

static void paths_event(paths_life *life)
{
    int32_t what = paths_pick(&life->seed, 8);
    if (what < 3) {
        paths_pass(life, paths_later(life));
    }
    paths_float(life);
    if (what >= 5 && life->count > 0) {
        paths_close(life, paths_pick(&life->seed, life->count));
    }
    paths_tell(life);
    if (life->count < PATHS_OPEN) {
        paths_propose(life);
    }
}

/* Any loss rules at all. */
static sigma_prop_params paths_rules(uint64_t *seed)
{
    static const int32_t marks[] = {SIGMA_BASE_START, SIGMA_BASE_BALANCE, SIGMA_BASE_CLOSE,
                                    SIGMA_BASE_EQUITY};
    static const int32_t days[] = {SIGMA_BASE_START, SIGMA_BASE_BALANCE, SIGMA_BASE_EQUITY,
                                   SIGMA_BASE_LARGER, SIGMA_BASE_PEAK};
    static const int32_t hours[] = {0, 17, 0, 23};
    sigma_prop_params p = {.start = 100000.0, .profit = SIGMA_PROFIT_NET};

    p.daily_unit = 1 + paths_pick(seed, 3);
    p.total_unit = 1 + paths_pick(seed, 3);
    p.daily_loss =
        (p.daily_unit == SIGMA_SHARE_MONEY ? p.start : 1.0) * 0.01 * (1 + paths_pick(seed, 6));
    p.total_loss =
        (p.total_unit == SIGMA_SHARE_MONEY ? p.start : 1.0) * 0.01 * (2 + paths_pick(seed, 10));
    p.daily_loss = paths_pick(seed, 5) ? p.daily_loss : 0.0;
    p.daily_base = days[paths_pick(seed, 5)];
    p.total_base = marks[paths_pick(seed, 4)];
    p.lock = paths_pick(seed, 2) ? p.start * (0.98 + 0.01 * paths_pick(seed, 5)) : 0.0;
    p.breach = 1 + paths_pick(seed, 2);
    p.daily_soft = paths_pick(seed, 2);
    p.zone = paths_clocks[paths_pick(seed, 4)].zone;
    p.reset = 3600 * hours[paths_pick(seed, 4)];
    return p;
}

/* Returns the number of approved trades. */
static int32_t paths_live(const sigma_prop_params *params, uint64_t seed)
{
    const paths_clock *clock = paths_clock_of(params->zone);
    paths_life life = {.seed = seed, .first = seed, .balance = params->start};
    int32_t day = paths_pick(&life.seed, 2) ? clock->summer : clock->winter;

    life.date = day - 1 - paths_pick(&life.seed, 3);
    life.time = paths_reset(params, life.date - 1) + paths_second;
    life.high = life.low = life.balance;
    life.firm = (paths_firm){params, params->start, params->start, params->start, params->start};
    if (sigma_prop_init(&life.guard, life.time, params) != SIGMA_OK) {
        paths_broken("an account does not start", seed);
    }
    for (int32_t i = 0; i < PATHS_EVENTS && life.guard.phase == SIGMA_PHASE_ACTIVE; i++) {
        paths_event(&life);
    }
    if (life.guard.phase == SIGMA_PHASE_FAILED && life.guard.broken != UINT64_C(1)
                                                                           << SIGMA_RULE_DAYS_MAX) {
        paths_broken("the guard says it failed", seed);
    }
    return life.approved;
}

#endif
