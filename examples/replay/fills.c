/* SPDX-License-Identifier: MIT */
#include "fills.h"

/* ---- money */

double fills_note(struct paper *paper, sigma_status status, double value)
{
    paper->status = paper->status < 0 ? paper->status : status;
    return value;
}

/* Of so many lots of the trade, had the price moved so. */
double fills_gain(struct paper *paper, double lots, double from, double to)
{
    double profit;
    sigma_status status =
        sigma_symbol_profit(&paper->symbol, paper->trade.side, lots, from, to, &profit);
    return fills_note(paper, status, profit);
}

/* What the broker takes on one side. */
double fills_fees(struct paper *paper, double lots, double price)
{
    double notional = 0.0;

    if (paper->symbol.fee_rate > 0.0) {
        fills_note(paper, sigma_symbol_notional(&paper->symbol, lots, price, &notional), 0.0);
    }
    return lots * paper->symbol.commission + notional * paper->symbol.fee_rate;
}

/* ---- prices */

/* What an order gets that cannot wait. */
static double worsened(const struct paper *paper, bool buys, double price, double ticks)
{
    double shift = ticks * paper->symbol.tick_size;
    return buys ? price + shift : price - shift;
}

double fills_market(const struct paper *paper, bool buys, double price)
{
    return worsened(paper, buys, price, (paper->symbol.spread + paper->symbol.slippage) / 2.0);
}

/* Whether price is at level or beyond it, on the side where this position loses. */
bool fills_lost(int32_t side, double price, double level)
{
    return side == SIGMA_SIDE_LONG ? price <= level : price >= level;
}

bool fills_gained(int32_t side, double price, double level)
{
    return level > 0.0 && (side == SIGMA_SIDE_LONG ? price >= level : price <= level);
}

/* The price at which a stop fills that stood at a level. */
double fills_stop(const struct paper *paper, double level, double reached)
{
    int32_t side = paper->trade.side;
    double slipped = worsened(paper, side == SIGMA_SIDE_SHORT, level, paper->symbol.slippage / 2.0);
    return fills_lost(side, reached, slipped) ? reached : slipped;
}
