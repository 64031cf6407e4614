/* SPDX-License-Identifier: MIT */
#include "fills.h"

struct text trade_reason(int32_t reason)
{
    switch (reason) {
    case TRADE_GAP: return (struct text){"gap"};
    case TRADE_SIGNAL: return (struct text){"signal"};
    default: return text_word(SIGMA_VOCABULARY_EXIT, reason);
    }
}

/* ---- with money */

static bool at_stake(const struct paper *paper)
{
    return paper->lots > 0.0 && !paper->trade.paper;
}

bool paper_holds(const struct paper *paper)
{
    return at_stake(paper) || (paper->order.lots > 0.0 && !paper->order.paper);
}

double paper_profit(struct paper *paper, double price)
{
    const struct trade *t = &paper->trade;
    return at_stake(paper) ? fills_gain(paper, paper->lots, t->entry, price) -
                                 fills_fees(paper, paper->lots, t->entry)
                           : 0.0;
}

double paper_margin(struct paper *paper, double price)
{
    double margin;

    if (!at_stake(paper)) {
        return 0.0;
    }
    sigma_status status = sigma_symbol_margin(&paper->symbol, paper->lots, price, &margin);
    return fills_note(paper, status, margin);
}

/* ---- for the library */

static sigma_position ordered(const struct paper *paper, double price)
{
    const struct order *o = &paper->order;
    return (sigma_position){.entry = price,
                            .stop = o->stop,
                            .target = o->target,
                            .lots = o->lots,
                            .risk = o->risk,
                            .side = o->side};
}

static sigma_position opened(struct paper *paper)
{
    const struct trade *t = &paper->trade;
    double lots = paper->lots, stop = paper->exits.stop, price = fills_stop(paper, stop, stop);
    double loss = fills_fees(paper, lots, t->entry) + fills_fees(paper, lots, price) -
                  fills_gain(paper, lots, t->entry, price);

    return (sigma_position){.time = t->entry_time,
                            .entry = t->entry,
                            .stop = stop,
                            .target = t->target,
                            .lots = lots,
                            .risk = loss > 0.0 ? loss : 0.0,
                            .side = t->side};
}

sigma_position paper_position(struct paper *paper, int32_t id, double price)
{
    sigma_position position = at_stake(paper) ? opened(paper) : ordered(paper, price);

    if (!paper_holds(paper)) {
        position = (sigma_position){.entry = price, .side = SIGMA_SIDE_LONG};
    }
    position.id = id;
    position.symbol = paper->symbol.id;
    position.strategy = 1;
    return position;
}

sigma_trade paper_trade(const struct paper *paper, int64_t closed)
{
    const struct trade *t = &paper->trade;
    uint64_t given = UINT64_C(1) << SIGMA_TRADE_RISK;

    given |= t->expected != 0.0 ? UINT64_C(1) << SIGMA_TRADE_EXPECTED : 0;
    given |= t->paper ? UINT64_C(1) << SIGMA_TRADE_PAPER : 0;
    return (sigma_trade){.opened = t->entry_time,
                         .closed = closed,
                         .entry = t->entry,
                         .exit = t->exit,
                         .lots = t->lots,
                         .profit = t->profit,
                         .costs = t->costs,
                         .risk = t->risk,
                         .expected = t->expected,
                         .given = given,
                         .id = t->number,
                         .symbol = paper->symbol.id,
                         .side = t->side,
                         .strategy = 1,
                         .reason = t->rule,
                         .regime = t->regime};
}

sigma_trade paper_closing(const struct paper *paper, int64_t closed, double balance)
{
    const struct closing *c = &paper->closing;
    sigma_trade trade = paper_trade(paper, closed);
    bool known = balance >= 1e-6 && !paper->trade.paper;

    trade.exit = c->price;
    trade.lots = c->lots;
    trade.profit = c->profit;
    trade.costs = c->costs;
    trade.expected *= c->lots / paper->trade.lots;
    trade.reason = c->rule;
    trade.balance = known ? balance : 0.0;
    trade.given |= known ? UINT64_C(1) << SIGMA_TRADE_BALANCE : 0;
    return trade;
}
