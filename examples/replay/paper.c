/* SPDX-License-Identifier: MIT */
#include "paper.h"

#include "fills.h"

void paper_init(struct paper *paper, const sigma_symbol *symbol, const sigma_exits_params *rules)
{
    *paper = (struct paper){.symbol = *symbol, .rules = *rules};
}

void paper_order(struct paper *paper, const sigma_proposal *proposal,
                 const sigma_decision *decision, double atr, int32_t regime)
{
    bool granted = decision->verdict != SIGMA_VERDICT_DENY;
    double least = paper->symbol.lot_min;

    paper->order = (struct order){.id = proposal->id,
                                  .wanted = proposal->entry,
                                  .lots = granted ? decision->lots : least,
                                  .stop = decision->stops.stop,
                                  .target = decision->stops.target,
                                  .risk = granted ? decision->sizing.risk
                                                  : least * decision->sizing.loss_per_lot,
                                  .expected = granted ? decision->sizing.expected_profit : 0.0,
                                  .atr = atr,
                                  .side = proposal->side,
                                  .regime = regime,
                                  .paper = !granted};
}

/* ---- closing */

/* At a price where the market stood at another. */
static void leave(struct paper *paper, double lots, const struct closing *fill, double market)
{
    struct trade *t = &paper->trade;
    double both = fills_fees(paper, lots, t->entry) + fills_fees(paper, lots, fill->price);
    double slipped =
        fills_gain(paper, lots, t->market, t->entry) + fills_gain(paper, lots, fill->price, market);
    double before = t->lots - paper->lots;

    paper->closing = *fill;
    paper->closing.lots = lots;
    paper->closing.costs = both + slipped;
    paper->closing.profit = fills_gain(paper, lots, t->entry, fill->price) - both;
    t->exit = (t->exit * before + fill->price * lots) / (before + lots);
    t->costs += paper->closing.costs;
    t->profit += paper->closing.profit;
    t->reason = fill->reason;
    t->rule = fill->rule;
    t->exit_time = fill->time;
    fills_note(paper, sigma_symbol_floor(&paper->symbol, paper->lots - lots, &paper->lots), 0.0);
}

bool paper_leave(struct paper *paper, int64_t time, double open)
{
    double price = fills_market(paper, paper->trade.side == SIGMA_SIDE_SHORT, open);
    int32_t rule = paper->leaving == TRADE_SIGNAL ? SIGMA_EXIT_THESIS : paper->leaving;
    struct closing fill = {.time = time, .price = price, .reason = paper->leaving, .rule = rule};
    bool leaves = paper->leaving != 0 && paper->lots > 0.0;

    paper->leaving = 0;
    if (leaves) {
        leave(paper, paper->lots, &fill, open);
    }
    return leaves;
}

/* ---- entering */

static sigma_exits_entry watched(const struct paper *paper, const struct order *o)
{
    return (sigma_exits_entry){.time = paper->trade.entry_time,
                               .entry = paper->trade.entry,
                               .stop = o->stop,
                               .target = o->target,
                               .atr = o->atr,
                               .tick_size = paper->symbol.tick_size,
                               .side = o->side,
                               .regime = paper->unwatched ? SIGMA_REGIME_UNKNOWN : o->regime};
}

static void begin(struct paper *paper, const struct order *o, double price, double market)
{
    paper->trade = (struct trade){.entry_time = paper->trade.entry_time,
                                  .lots = o->lots,
                                  .entry = price,
                                  .market = market,
                                  .stop = o->stop,
                                  .target = o->target,
                                  .risk = o->risk,
                                  .expected = o->expected,
                                  .side = o->side,
                                  .regime = o->regime,
                                  .scale = o->scale,
                                  .paper = o->paper};
    paper->lots = o->lots;
}

bool paper_enter(struct paper *paper, int64_t time, double open)
{
    const struct order o = paper->order;
    double price = fills_market(paper, o.side == SIGMA_SIDE_LONG, open);

    paper->order = (struct order){0};
    if (fills_lost(o.side, open, o.stop) || fills_gained(o.side, price, o.target)) {
        return false;
    }
    paper->trade.entry_time = time;
    begin(paper, &o, price, open);
    sigma_exits_entry entry = watched(paper, &o);
    fills_note(paper, sigma_exits_init(&paper->exits, &paper->rules, &entry), 0.0);
    return true;
}

/* ---- a finished bar */

static bool is_stop(int32_t reason)
{
    return reason == SIGMA_EXIT_STOP || reason == SIGMA_EXIT_TRAIL ||
           reason == SIGMA_EXIT_BREAKEVEN;
}

/* A stop that the bar reached, a limit, or an order at the close. */
static struct closing fill_of(const struct paper *paper, const sigma_bar *bar, double stop,
                              const sigma_exits_result *result)
{
    int32_t side = paper->trade.side, reason = result->reason;
    struct closing fill = {
        .time = bar->time, .price = result->price, .reason = reason, .rule = reason};
    bool reached = fills_lost(side, side == SIGMA_SIDE_LONG ? bar->low : bar->high, stop);

    if (is_stop(reason) && reached) {
        fill.price = fills_stop(paper, stop, result->price);
        fill.reason = fills_lost(side, bar->open, stop) ? TRADE_GAP : reason;
    } else if (reason != SIGMA_EXIT_TARGET && reason != SIGMA_EXIT_PARTIAL) {
        fill.price = fills_market(paper, side == SIGMA_SIDE_SHORT, result->price);
    }
    return fill;
}

/* Whole lot steps; none where the order, or what it leaves, would be below the smallest lot. */
static double part_of(struct paper *paper, double fraction)
{
    double lots, rest, least = paper->symbol.lot_min;
    fills_note(paper, sigma_symbol_floor(&paper->symbol, fraction * paper->lots, &lots), 0.0);
    fills_note(paper, sigma_symbol_floor(&paper->symbol, paper->lots - lots, &rest), 0.0);
    return lots >= least && rest >= least ? lots : 0.0;
}

bool paper_bar(struct paper *paper, const sigma_bar *bar, const sigma_exits_sample *sample)
{
    sigma_exits_result result;
    double stop = paper->exits.stop, lots;

    if (paper->lots <= 0.0) {
        return false;
    }
    fills_note(paper, sigma_exits_update(&paper->exits, bar, sample, &result), 0.0);
    if (result.action == SIGMA_ACTION_CLOSE) {
        lots = paper->lots;
    } else {
        lots = result.fraction > 0.0 ? part_of(paper, result.fraction) : 0.0;
    }
    if (lots > 0.0) {
        struct closing fill = fill_of(paper, bar, stop, &result);
        leave(paper, lots, &fill, result.price);
    }
    return lots > 0.0;
}
