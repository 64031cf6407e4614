/* SPDX-License-Identifier: MIT */
/* The arithmetic of sigma/symbol.h on arguments that were checked. */
#ifndef SIGMA_LIB_MONEY_H
#define SIGMA_LIB_MONEY_H

#include <stdbool.h>

#include "sigma/symbol.h"

bool sigma_symbol_valid(const sigma_symbol *symbol);

/* sigma_symbol_compare() of a symbol that is valid. */
sigma_status sigma_symbol_difference(const sigma_symbol *symbol, double *expected);

/* +1 for a long, -1 for a short. */
static inline double sigma_sign(int32_t side)
{
    return side == SIGMA_SIDE_LONG ? 1.0 : -1.0;
}

/* x on the grid of step; -1 where x has more than 2^53 steps. x >= 0. */
double sigma_grid(double x, double step, int32_t direction);

/* Lots brought down to the step, of which the doubles tell 2^53 apart: of more, to whole tens of
 * steps, hundreds, and so on. 0 <= lots <= 1e12. */
double sigma_lots_down(double lots, double step);

/* The smallest order: lot_min on the step at or above, off by its rounding or not. */
double sigma_lots_least(const sigma_symbol *symbol);

/* Ticks from a to b, below zero if b is lower; whole where both prices stand on the grid. */
double sigma_ticks(const sigma_symbol *symbol, double a, double b);

static inline bool sigma_side_known(int32_t side)
{
    return side == SIGMA_SIDE_LONG || side == SIGMA_SIDE_SHORT;
}

static inline bool sigma_inverse(const sigma_symbol *symbol)
{
    return symbol->asset == SIGMA_ASSET_INVERSE;
}

/* What one long lot gains from a to b. */
double sigma_lot_profit(const sigma_symbol *symbol, double a, double b);

/* Worth of one lot at a price. */
double sigma_lot_notional(const sigma_symbol *symbol, double price);

/* Typical cost of a round trip with one lot; never less where the exit is further away. */
double sigma_lot_cost(const sigma_symbol *symbol, double entry, double exit);

#endif
