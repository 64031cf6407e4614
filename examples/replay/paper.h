/* SPDX-License-Identifier: MIT */
/* One position of one symbol, with real money or on paper, and its fills, which err against us.
 *
 * What was ordered at a close is filled at the next open, made worse by half the spread and half
 * the slippage; unless that is beyond the stop or the target, then it is cancelled. Each finished
 * bar, that of the entry too, is judged by sigma/exits.h. A stop fills at its level made worse by
 * half the slippage, or at the open where the bar opened beyond that; target and parts at their
 * levels; what the rules leave at a close, there, made worse as an order is. Commission and fee are
 * paid on each side; those of the entry stand in the open profit until the lots are closed. */
#ifndef REPLAY_PAPER_H
#define REPLAY_PAPER_H

#include <sigma/decide.h>
#include <sigma/exits.h>
#include <sigma/trade.h>
#include <stdbool.h>

#include "../common/text.h"

/* Why lots were closed: SIGMA_EXIT_... or one of these. */
enum { TRADE_GAP = SIGMA_EXIT_COUNT, TRADE_SIGNAL };

struct trade {
    int64_t entry_time, exit_time; /* of the bars; the exit of the last closing */
    double lots;                   /* at the entry */
    double entry, market;          /* price paid, and where the market stood */
    double exit;                   /* mean of what is closed */
    double stop, target;           /* as decided */
    double risk;                   /* planned when it was decided [account] */
    double expected;               /* profit that was expected then; 0 where not known [account] */
    double costs; /* of what is closed: fees, and what fills were worse than the market [account] */
    double profit; /* of what is closed, after costs [account] */
    int32_t number, side;
    int32_t regime, reason; /* at the entry; of the last closing */
    int32_t rule;           /* the same as SIGMA_EXIT_... */
    double scale;           /* what opinions would have left of its size */
    bool paper;             /* no money */
};

struct order {
    int64_t id; /* of the proposal */
    double lots, stop, target, risk, expected, atr, scale;
    double wanted; /* price when it was decided */
    int32_t side, regime;
    bool paper;
};

/* Lots that were closed. */
struct closing {
    int64_t time; /* of the bar */
    double lots, price, costs, profit;
    int32_t reason, rule; /* rule: the same as SIGMA_EXIT_... */
};

struct paper {
    sigma_symbol symbol;
    sigma_exits_params rules;
    sigma_exits exits;      /* of the open position */
    struct order order;     /* to enter at the next open; 0 lots for none */
    struct trade trade;     /* the open one, or else the last */
    struct closing closing; /* the last */
    double lots;            /* open now */
    bool unwatched;         /* but for stop and target */
    int32_t leaving;        /* why it closes at the next open, 0 if it does not */
    sigma_status status;    /* the first error of the library; then the figures are void */
};

void paper_init(struct paper *paper, const sigma_symbol *symbol, const sigma_exits_params *rules);

/* Orders an entry for the next open: what was granted, or else the smallest lot on paper. */
void paper_order(struct paper *paper, const sigma_proposal *proposal,
                 const sigma_decision *decision, double atr, int32_t regime);

/* Each returns whether it came to pass: the exit at this open, the entry, and, of a finished bar,
 * lots that were closed. */
bool paper_leave(struct paper *paper, int64_t time, double open);
bool paper_enter(struct paper *paper, int64_t time, double open);
bool paper_bar(struct paper *paper, const sigma_bar *bar, const sigma_exits_sample *sample);

/* Whether there is a position, or an order for one, with money. */
bool paper_holds(const struct paper *paper);

/* The open position with money valued at a price; 0 without one. */
double paper_profit(struct paper *paper, double price);
double paper_margin(struct paper *paper, double price);

/* The position, or the order for one, as the desk wants it; 0 lots when there is none. */
sigma_position paper_position(struct paper *paper, int32_t id, double price);

/* What was closed last as an audit wants it: the lots of one closing, of the risk of the whole. */
sigma_trade paper_closing(const struct paper *paper, int64_t closed, double balance);

/* The last trade as a journal wants it, closed at an instant. */
sigma_trade paper_trade(const struct paper *paper, int64_t closed);

struct text trade_reason(int32_t reason);

#endif
