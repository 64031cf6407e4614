/* SPDX-License-Identifier: MIT */
#include "sigma/symbol.h"

#include "check.h"
#include "fields.h"
#include "money.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double LOTS_MAX = 1e12;
static const double RATE_MIN = 1e-12;
static const double RATE_MAX = 1e12;
static const double TICK_VALUE_TOLERANCE = 0.01;

static sigma_status usable(const sigma_symbol *symbol, double *output)
{
    if (!output) {
        return SIGMA_E_NULL;
    }
    *output = 0.0;
    return sigma_symbol_check(symbol);
}

static bool price_valid(double price)
{
    return sigma_within(price, PRICE_MIN, PRICE_MAX);
}

sigma_status sigma_symbol_check(const sigma_symbol *symbol)
{
    if (!symbol) {
        return SIGMA_E_NULL;
    }
    return sigma_symbol_valid(symbol) ? SIGMA_OK : SIGMA_E_RANGE;
}

/* (4) */
static double tick_value(const sigma_symbol *symbol, double rate)
{
    return symbol->contract_size * symbol->tick_size * rate;
}

sigma_status sigma_symbol_difference(const sigma_symbol *symbol, double *expected)
{
    *expected = sigma_inverse(symbol) ? 0.0 : tick_value(symbol, symbol->quote_rate);
    if (*expected <= 0.0) {
        return SIGMA_WARMUP;
    }
    double off = sigma_magnitude(symbol->tick_value - *expected);
    return off <= TICK_VALUE_TOLERANCE * *expected ? SIGMA_OK : SIGMA_E_DIFFERENT;
}

sigma_status sigma_symbol_compare(const sigma_symbol *symbol, double *expected)
{
    sigma_status status = usable(symbol, expected);
    return status == SIGMA_OK ? sigma_symbol_difference(symbol, expected) : status;
}

sigma_status sigma_symbol_floor(const sigma_symbol *symbol, double lots, double *floored)
{
    sigma_status status = usable(symbol, floored);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(lots, 0.0, LOTS_MAX)) {
        return SIGMA_E_RANGE;
    }
    *floored = sigma_lots_down(lots, symbol->lot_step);
    return SIGMA_OK;
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
    if (!sigma_side_known(side) || !sigma_within(lots, 0.0, LOTS_MAX) || !price_valid(entry) ||
        !price_valid(exit)) {
        return SIGMA_E_RANGE;
    }
    *profit = sigma_sign(side) * lots * sigma_lot_profit(symbol, entry, exit);
    return SIGMA_OK;
}

sigma_status sigma_symbol_notional(const sigma_symbol *symbol, double lots, double price,
                                   double *notional)
{
    sigma_status status = usable(symbol, notional);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(lots, 0.0, LOTS_MAX) || !price_valid(price)) {
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

sigma_status sigma_symbol_cost(const sigma_symbol *symbol, double lots, double entry, double exit,
                               double *cost)
{
    sigma_status status = usable(symbol, cost);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_within(lots, 0.0, LOTS_MAX) || !price_valid(entry) || !price_valid(exit)) {
        return SIGMA_E_RANGE;
    }
    *cost = lots * sigma_lot_cost(symbol, entry, exit);
    return SIGMA_OK;
}

sigma_status sigma_symbol_convert(sigma_symbol *symbol, double rate)
{
    sigma_status status = sigma_symbol_check(symbol);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_symbol next = *symbol;
    next.quote_rate = rate;
    next.tick_value = sigma_inverse(symbol) ? symbol->tick_value : tick_value(symbol, rate);
    if (!sigma_within(rate, RATE_MIN, RATE_MAX) || !sigma_symbol_valid(&next)) {
        return SIGMA_E_RANGE;
    }
    *symbol = next;
    return SIGMA_OK;
}

/* ---- (6), solved for the price; the entry's notional stands for the entry */

static double linear_liquidation(const sigma_symbol *symbol, const sigma_liquidation *s)
{
    double sign = sigma_sign(s->side), per_price = symbol->tick_value / symbol->tick_size;
    double left = (s->collateral - s->fixed) / s->lots;

    return (sign * sigma_lot_notional(symbol, s->entry) - left) / (per_price * (sign - s->rate));
}

/* A short whose collateral is worth its contracts is safe at any price. */
static double inverse_liquidation(const sigma_symbol *symbol, const sigma_liquidation *s)
{
    double sign = sigma_sign(s->side), left = (s->collateral - s->fixed) / s->lots;
    double divisor = left + sign * sigma_lot_notional(symbol, s->entry);

    return sign * divisor > 0.0 ? sigma_lot_notional(symbol, 1.0) * (sign + s->rate) / divisor
                                : 0.0;
}

sigma_status sigma_symbol_liquidation(const sigma_symbol *symbol, const sigma_liquidation *sample,
                                      double *price)
{
    sigma_status status = usable(symbol, price);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sample) {
        return SIGMA_E_NULL;
    }
    if (!sigma_fields_valid(sigma_liquidation_fields, SIGMA_LIQUIDATION_FIELDS, sample) ||
        sample->fixed > sample->collateral) {
        return SIGMA_E_RANGE;
    }
    double level = sigma_inverse(symbol) ? inverse_liquidation(symbol, sample)
                                         : linear_liquidation(symbol, sample);
    *price = price_valid(level) ? level : 0.0;
    return SIGMA_OK;
}
