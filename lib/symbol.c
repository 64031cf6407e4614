/* SPDX-License-Identifier: MIT */
#include "sigma/symbol.h"

#include "check.h"
#include "money.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double LOTS_MAX = 1e12;
static const double TICK_VALUE_TOLERANCE = 0.01;

static sigma_status usable(const sigma_symbol *symbol, double *output)
{
    if (!output) {
        return SIGMA_E_NULL;
    }
    *output = 0.0;
    return sigma_symbol_check(symbol);
}

static bool side_known(int32_t side)
{
    return side == SIGMA_SIDE_LONG || side == SIGMA_SIDE_SHORT;
}

sigma_status sigma_symbol_check(const sigma_symbol *symbol)
{
    if (!symbol) {
        return SIGMA_E_NULL;
    }
    return sigma_symbol_valid(symbol) ? SIGMA_OK : SIGMA_E_RANGE;
}

sigma_status sigma_symbol_compare(const sigma_symbol *symbol, double *expected)
{
    sigma_status status = usable(symbol, expected);
    if (status != SIGMA_OK) {
        return status;
    }
    *expected = symbol->contract_size * symbol->tick_size * symbol->quote_rate;
    if (*expected <= 0.0) {
        return SIGMA_WARMUP;
    }
    double off = sigma_magnitude(symbol->tick_value - *expected);
    return off <= TICK_VALUE_TOLERANCE * *expected ? SIGMA_OK : SIGMA_E_DIFFERENT;
}

sigma_status sigma_symbol_floor(const sigma_symbol *symbol, double lots, double *floored)
{
    sigma_status status = usable(symbol, floored);
    if (status != SIGMA_OK) {
        return status;
    }
    double on_grid = sigma_within(lots, 0.0, LOTS_MAX)
                         ? sigma_grid(lots, symbol->lot_step, SIGMA_ROUND_DOWN)
                         : -1.0;
    *floored = sigma_larger(on_grid, 0.0);
    return on_grid >= 0.0 ? SIGMA_OK : SIGMA_E_RANGE;
}

sigma_status sigma_symbol_round(const sigma_symbol *symbol, double price, int32_t direction,
                                double *rounded)
{
    sigma_status status = usable(symbol, rounded);
    if (status != SIGMA_OK) {
        return status;
    }
    bool known = SIGMA_ROUND_UNKNOWN < direction && direction < SIGMA_ROUND_COUNT;
    double on_grid = known && sigma_within(price, 0.0, PRICE_MAX)
                         ? sigma_grid(price, symbol->tick_size, direction)
                         : -1.0;
    *rounded = sigma_larger(on_grid, 0.0);
    return on_grid >= 0.0 ? SIGMA_OK : SIGMA_E_RANGE;
}

sigma_status sigma_symbol_profit(const sigma_symbol *symbol, int32_t side, double lots,
                                 double entry, double exit, double *profit)
{
    sigma_status status = usable(symbol, profit);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!side_known(side) || !sigma_within(lots, 0.0, LOTS_MAX) ||
        !sigma_within(entry, PRICE_MIN, PRICE_MAX) || !sigma_within(exit, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    *profit = sigma_sign(side) * lots * sigma_ticks(symbol, entry, exit) * symbol->tick_value;
    return SIGMA_OK;
}

sigma_status sigma_symbol_notional(const sigma_symbol *symbol, double lots, double price,
                                   double *notional)
{
    sigma_status status = usable(symbol, notional);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(lots, 0.0, LOTS_MAX) || !sigma_within(price, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    *notional = lots * sigma_lot_notional(symbol, price);
    return SIGMA_OK;
}

sigma_status sigma_symbol_margin(const sigma_symbol *symbol, double lots, double price,
                                 double *margin)
{
    sigma_status status = sigma_symbol_notional(symbol, lots, price, margin);
    if (status == SIGMA_OK) {
        *margin /= symbol->leverage;
    }
    return status;
}

sigma_status sigma_symbol_cost(const sigma_symbol *symbol, double lots, double *cost)
{
    sigma_status status = usable(symbol, cost);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(lots, 0.0, LOTS_MAX)) {
        return SIGMA_E_RANGE;
    }
    *cost = lots * sigma_lot_cost(symbol);
    return SIGMA_OK;
}
