/* SPDX-License-Identifier: MIT */
#include "paper.h"

static const char *const reasons[] = {[TRADE_STOP] = "stop",
                                      [TRADE_TARGET] = "target",
                                      [TRADE_GAP] = "gap",
                                      [TRADE_SIGNAL] = "signal"};

const char *trade_reason(int32_t reason)
{
    return reasons[reason];
}

void paper_init(struct paper *paper, const sigma_symbol *symbol, double balance)
{
    *paper = (struct paper){.symbol = *symbol, .balance = balance};
}

void paper_order(struct paper *paper, const sigma_proposal *proposal,
                 const sigma_decision *decision)
{
    paper->order = (struct order){.lots = decision->lots,
                                  .stop = decision->stops.stop,
                                  .target = decision->stops.target,
                                  .risk = decision->sizing.risk,
                                  .expected = decision->sizing.expected_profit,
                                  .side = proposal->side,
                                  .intent = proposal->intent};
}

/* ---- money */

static double note(struct paper *paper, sigma_status status, double value)
{
    paper->status = paper->status < 0 ? paper->status : status;
    return value;
}

/* Of the trade, had the price moved so. */
static double profit(struct paper *paper, double from, double to)
{
    const struct trade *t = &paper->trade;
    double gain;
    sigma_status status = sigma_symbol_profit(&paper->symbol, t->side, t->lots, from, to, &gain);
    return note(paper, status, gain);
}

static double commission(const struct paper *paper)
{
    return paper->trade.lots * paper->symbol.commission;
}

double paper_profit(struct paper *paper, double price)
{
    return paper->open ? profit(paper, paper->trade.entry, price) - commission(paper) : 0.0;
}

double paper_margin(struct paper *paper, double price)
{
    double margin;
    sigma_status status =
        sigma_symbol_margin(&paper->symbol, paper->open ? paper->trade.lots : 0.0, price, &margin);
    return note(paper, status, margin);
}

/* ---- prices */

/* What an order gets that cannot wait. */
static double worsened(const struct paper *paper, bool buys, double price, double ticks)
{
    double shift = ticks * paper->symbol.tick_size;
    return buys ? price + shift : price - shift;
}

static double at_open(const struct paper *paper, bool buys, double open)
{
    return worsened(paper, buys, open, (paper->symbol.spread + paper->symbol.slippage) / 2.0);
}

static double at_stop(const struct paper *paper)
{
    bool buys = paper->trade.side == SIGMA_SIDE_SHORT;
    return worsened(paper, buys, paper->trade.stop, paper->symbol.slippage / 2.0);
}

/* Whether price is at level or beyond it, on the side where this position loses. */
static bool lost_to(int32_t side, double price, double level)
{
    return side == SIGMA_SIDE_LONG ? price <= level : price >= level;
}

static bool gained_to(int32_t side, double price, double level)
{
    return side == SIGMA_SIDE_LONG ? price >= level : price <= level;
}

/* ---- fills */

static int enter(struct paper *paper, const sigma_bar *bar)
{
    const struct order *o = &paper->order;
    double price = at_open(paper, o->side == SIGMA_SIDE_LONG, bar->open);

    if (lost_to(o->side, bar->open, o->stop) || gained_to(o->side, price, o->target)) {
        return PAPER_CANCELLED;
    }
    paper->trade = (struct trade){.entry_time = bar->time,
                                  .lots = o->lots,
                                  .entry = price,
                                  .stop = o->stop,
                                  .target = o->target,
                                  .risk = o->risk,
                                  .expected = o->expected,
                                  .number = paper->trade.number + 1,
                                  .side = o->side};
    paper->trade.costs = commission(paper) + profit(paper, bar->open, price);
    paper->open = true;
    return PAPER_OPENED;
}

/* At a price where the market stood at another. */
static int leave(struct paper *paper, int64_t time, double price, double market, int32_t reason)
{
    struct trade *t = &paper->trade;

    t->exit_time = time;
    t->exit = price;
    t->reason = reason;
    t->costs += commission(paper) + profit(paper, price, market);
    t->profit = profit(paper, t->entry, price) - 2.0 * commission(paper);
    paper->balance += t->profit;
    paper->open = false;
    return PAPER_CLOSED;
}

static int fill_order(struct paper *paper, const sigma_bar *bar)
{
    int32_t intent = paper->order.intent;
    int events = 0;

    if (intent == SIGMA_INTENT_OPEN) {
        events = enter(paper, bar);
    } else if (intent == SIGMA_INTENT_REDUCE) {
        double price = at_open(paper, paper->trade.side == SIGMA_SIDE_SHORT, bar->open);
        events = leave(paper, bar->time, price, bar->open, TRADE_SIGNAL);
    }
    paper->order = (struct order){.intent = SIGMA_INTENT_UNKNOWN};
    return events;
}

static int fill_stop(struct paper *paper, const sigma_bar *bar)
{
    const struct trade *t = &paper->trade;
    bool gap = lost_to(t->side, bar->open, t->stop);
    double price = at_stop(paper), market = gap ? bar->open : t->stop;

    price = lost_to(t->side, bar->open, price) ? bar->open : price;
    return leave(paper, bar->time, price, market, gap ? TRADE_GAP : TRADE_STOP);
}

static int fill_levels(struct paper *paper, const sigma_bar *bar)
{
    const struct trade *t = &paper->trade;
    bool is_long = t->side == SIGMA_SIDE_LONG;

    if (lost_to(t->side, is_long ? bar->low : bar->high, t->stop)) {
        return fill_stop(paper, bar);
    }
    if (gained_to(t->side, is_long ? bar->high : bar->low, t->target)) {
        return leave(paper, bar->time, t->target, t->target, TRADE_TARGET);
    }
    return 0;
}

int paper_bar(struct paper *paper, const sigma_bar *bar)
{
    int events = fill_order(paper, bar);
    return paper->open ? events | fill_levels(paper, bar) : events;
}

sigma_position paper_position(struct paper *paper)
{
    const struct trade *t = &paper->trade;

    return (sigma_position){.time = t->entry_time,
                            .entry = t->entry,
                            .stop = t->stop,
                            .lots = paper->open ? t->lots : 0.0,
                            .risk =
                                2.0 * commission(paper) - profit(paper, t->entry, at_stop(paper)),
                            .id = t->number,
                            .symbol = paper->symbol.id,
                            .side = t->side,
                            .strategy = 1};
}

static const int32_t exit_codes[] = {[TRADE_STOP] = SIGMA_EXIT_STOP,
                                     [TRADE_TARGET] = SIGMA_EXIT_TARGET,
                                     [TRADE_GAP] = SIGMA_EXIT_STOP,
                                     [TRADE_SIGNAL] = SIGMA_EXIT_THESIS};

sigma_trade paper_trade(const struct paper *paper)
{
    const struct trade *t = &paper->trade;
    uint64_t risk = UINT64_C(1) << SIGMA_TRADE_RISK;
    uint64_t expected = UINT64_C(1) << SIGMA_TRADE_EXPECTED;

    return (sigma_trade){.opened = t->entry_time,
                         .closed = t->exit_time,
                         .entry = t->entry,
                         .exit = t->exit,
                         .lots = t->lots,
                         .profit = t->profit,
                         .costs = t->costs,
                         .risk = t->risk,
                         .expected = t->expected,
                         .given = risk | (t->expected != 0.0 ? expected : 0),
                         .id = t->number,
                         .symbol = paper->symbol.id,
                         .side = t->side,
                         .strategy = 1,
                         .reason = exit_codes[t->reason]};
}
