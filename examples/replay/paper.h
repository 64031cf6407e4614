/* SPDX-License-Identifier: MIT */
/* An account on paper: one symbol, one position, fills that err against us.
 *
 * What was ordered at a close is filled at the next open, made worse by half the spread and half
 * the slippage; unless that is beyond the stop or the target, then it is cancelled. A bar that
 * reaches the stop fills it, at the stop made worse by half the slippage, or at the open where the
 * bar opened beyond that. Otherwise a bar that reaches the target fills it there. The bar of the
 * entry counts. Commission is paid on each side; that of the entry stands in the open profit until
 * the trade is closed. */
#ifndef REPLAY_PAPER_H
#define REPLAY_PAPER_H

#include <sigma/decide.h>
#include <sigma/trade.h>
#include <stdbool.h>

/* Why a trade was closed. */
enum { TRADE_STOP, TRADE_TARGET, TRADE_GAP, TRADE_SIGNAL };

struct trade {
    int64_t entry_time, exit_time; /* of the bars */
    double lots, entry, exit, stop, target;
    double risk;     /* planned when it was decided [account] */
    double expected; /* profit that was expected then; 0 where not known [account] */
    double costs;    /* commission, and what the fills were worse than the market [account] */
    double profit;   /* after costs [account] */
    int32_t number, side;
    int32_t reason; /* TRADE_... */
};

struct order {
    double lots, stop, target, risk, expected;
    int32_t side;
    int32_t intent; /* SIGMA_INTENT_UNKNOWN when there is none */
};

struct paper {
    sigma_symbol symbol;
    struct order order; /* of the last close */
    struct trade trade; /* the open one, or else the last */
    double balance;     /* closed */
    bool open;
    sigma_status status; /* the first error of the library; then the figures are void */
};

/* What a bar brought. Bits. */
enum { PAPER_OPENED = 1, PAPER_CLOSED = 2, PAPER_CANCELLED = 4 };

void paper_init(struct paper *paper, const sigma_symbol *symbol, double balance);

/* Orders what was granted, for the next open. */
void paper_order(struct paper *paper, const sigma_proposal *proposal,
                 const sigma_decision *decision);

/* Fills, and returns PAPER_... */
int paper_bar(struct paper *paper, const sigma_bar *bar);

/* The open position valued at a price; 0 without one. */
double paper_profit(struct paper *paper, double price);
double paper_margin(struct paper *paper, double price);

/* The last position as the desk wants it, with 0 lots when it is closed. */
sigma_position paper_position(struct paper *paper);

/* The last trade as a journal wants it. */
sigma_trade paper_trade(const struct paper *paper);

const char *trade_reason(int32_t reason);

#endif
