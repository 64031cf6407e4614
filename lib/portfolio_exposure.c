/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "money.h"
#include "portfolio.h"

static const double EXPOSURE_MAX = 1e18;
static const double LEAN_MAX = 1e6;

double sigma_exposure_of(const sigma_symbol *symbol, double lots, double price)
{
    bool owned = symbol->asset == SIGMA_ASSET_STOCK ||
                 (symbol->asset == SIGMA_ASSET_CRYPTO && symbol->leverage == 1.0);
    double notional = lots * sigma_lot_notional(symbol, price);
    return sigma_smaller(owned ? notional : notional / symbol->leverage, EXPOSURE_MAX);
}

static double notional_of(const sigma_symbol *symbol, double lots, double price)
{
    return sigma_smaller(lots * sigma_lot_notional(symbol, price), EXPOSURE_MAX);
}

/* What it gains at its target; 0 without one ahead. */
static double reward_of(const sigma_symbol *symbol, const sigma_position *position)
{
    if (!(position->target >= 1e-15)) {
        return 0.0;
    }
    double gain = sigma_sign(position->side) * position->lots *
                  sigma_lot_profit(symbol, position->entry, position->target);
    return sigma_clamped(gain, 0.0, EXPOSURE_MAX);
}

sigma_status sigma_portfolio_exposure(const sigma_symbol *symbol, double lots, double price,
                                      double *exposure)
{
    if (!exposure) {
        return SIGMA_E_NULL;
    }
    *exposure = 0.0;
    if (!symbol) {
        return SIGMA_E_NULL;
    }
    if (!sigma_symbol_valid(symbol) || !sigma_within(lots, 0.0, 1e12) ||
        !sigma_within(price, 1e-15, 1e15)) {
        return SIGMA_E_RANGE;
    }
    *exposure = sigma_exposure_of(symbol, lots, price);
    return SIGMA_OK;
}

sigma_status sigma_portfolio_price(sigma_portfolio *portfolio, const sigma_symbol *symbol,
                                   double price, int32_t sector)
{
    if (!symbol) {
        return SIGMA_E_NULL;
    }
    sigma_status status = sigma_portfolio_sound(portfolio);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!sigma_symbol_valid(symbol) || !sigma_within(price, 1e-15, 1e15) || sector < 0) {
        return SIGMA_E_RANGE;
    }
    for (int32_t i = 0; i < portfolio->count; i++) {
        if (portfolio->position[i].symbol == symbol->id) {
            const sigma_position *position = &portfolio->position[i];
            portfolio->exposure[i] = sigma_exposure_of(symbol, position->lots, price);
            portfolio->notional[i] = notional_of(symbol, position->lots, price);
            portfolio->reward[i] = reward_of(symbol, position);
            portfolio->sector[i] = sector;
        }
    }
    return SIGMA_OK;
}

/* Sums of the exposures, signed, and of the smaller ones on the side of a place. Returns whether
 * all are priced. */
static bool lean_of(const sigma_portfolio *portfolio, int32_t place, double *net, double *smaller)
{
    double own = portfolio->exposure[place];
    bool priced = true;
    *net = *smaller = 0.0;
    for (int32_t i = 0; i < portfolio->count; i++) {
        double size = portfolio->exposure[i];
        bool same = portfolio->position[i].side == portfolio->position[place].side;
        bool less = size < own || (size == own && i < place);

        priced &= size > 0.0;
        *net += sigma_sign(portfolio->position[i].side) * size;
        *smaller += same && less ? size : 0.0;
    }
    return priced;
}

sigma_status sigma_portfolio_lean(const sigma_portfolio *portfolio, int32_t id, double balance,
                                  double *exposure, double *smaller)
{
    if (!exposure || !smaller) {
        return SIGMA_E_NULL;
    }
    *exposure = *smaller = 0.0;
    sigma_status status = sigma_portfolio_sound(portfolio);
    if (status != SIGMA_OK) {
        return status;
    }
    double net, below;
    int32_t place = sigma_portfolio_find(portfolio, id);
    if (place == portfolio->count || !sigma_within(balance, 1e-6, 1e15) ||
        !lean_of(portfolio, place, &net, &below)) {
        return SIGMA_E_RANGE;
    }
    *exposure = sigma_larger(sigma_smaller(net / balance, LEAN_MAX), -LEAN_MAX);
    *smaller = sigma_smaller(below / balance, LEAN_MAX);
    return SIGMA_OK;
}
