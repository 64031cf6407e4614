/* SPDX-License-Identifier: MIT */
/* What a fill costs: prices made worse, and money of the paper position's symbol. */
#ifndef REPLAY_FILLS_H
#define REPLAY_FILLS_H

#include "paper.h"

/* Keeps the first error; returns the value. */
double fills_note(struct paper *paper, sigma_status status, double value);

/* Of so many lots of the trade, had the price moved so. */
double fills_gain(struct paper *paper, double lots, double from, double to);

/* What the broker takes on one side. */
double fills_fees(struct paper *paper, double lots, double price);

/* What an order gets that cannot wait. */
double fills_market(const struct paper *paper, bool buys, double price);

/* Where a stop fills that stood at a level, when the market was reached there or beyond. */
double fills_stop(const struct paper *paper, double level, double reached);

/* Whether price is at level or beyond it, on the side where such a position loses, or gains. */
bool fills_lost(int32_t side, double price, double level);
bool fills_gained(int32_t side, double price, double level);

#endif
