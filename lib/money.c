/* SPDX-License-Identifier: MIT */
#include "money.h"

#include "check.h"
#include "in_range.h"

static const double STEPS_MAX = 0x1p53;
static const double FOUR_ULP = 0x1p-50;

/* Worth of an inverse contract at price 1: K of the header. */
static double inverse_worth(const sigma_symbol *symbol)
{
    return symbol->contract_size * symbol->quote_rate;
}

/* Anything smaller is a mistake, and would be worth nothing. */
static const double WORTH_MIN = 1e-15;

static bool worth_known(const sigma_symbol *symbol)
{
    return (sigma_inverse(symbol) ? inverse_worth(symbol) : symbol->tick_value) >= WORTH_MIN;
}

bool sigma_symbol_valid(const sigma_symbol *symbol)
{
    return sigma_symbol_in_range(symbol) && symbol->lot_min <= symbol->lot_max &&
           worth_known(symbol);
}

/* The nearest whole number, if x is it but for rounding; else 0, as from 2^53 on. x >= 0. */
static double whole(double x)
{
    double nearest = x < 0x1p53 ? (double)(int64_t)(x + 0.5) : 0.0;
    return sigma_magnitude(x - nearest) <= nearest * FOUR_ULP ? nearest : 0.0;
}

/* steps x step, as near to the decimal as a double can be: 29 x 0.01 is not 0.29, 29 / 100 is. So
 * by a whole number of steps in 1, else by whole powers of ten, else as it comes. What is 2^49 or
 * more is whole within 4 ulp, so that the powers of ten end before 2^53. */
static double multiple(double steps, double step)
{
    double inverse = whole(1.0 / step), power = 1.0;

    if (inverse > 0.0) {
        return steps / inverse;
    }
    for (; power <= 1e9; power *= 10.0) {
        double units = whole(step * power);
        if (units > 0.0) {
            return steps * units / power;
        }
    }
    return steps * step;
}

/* A number that is whole but for rounding counts as whole; beyond 2^47 steps, where 4 ulp are a
 * good part of a step, only an eighth of one is forgiven. */
static double steps_in(double ratio, int32_t direction)
{
    double slack = sigma_smaller(ratio * FOUR_ULP, 0.125);
    double down = (double)(int64_t)(ratio + slack + 0.0); /* of -0 some processors keep the sign */

    switch (direction) {
    case SIGMA_ROUND_DOWN: return down;
    case SIGMA_ROUND_UP: return down + (ratio - slack > down);
    default: return down + (ratio + slack - down >= 0.5);
    }
}

double sigma_grid(double x, double step, int32_t direction)
{
    double ratio = x / step;
    return ratio < STEPS_MAX ? multiple(steps_in(ratio, direction), step) : -1.0;
}

double sigma_lots_down(double lots, double step)
{
    double tens = 1.0;

    while (lots / (step * tens) >= STEPS_MAX) {
        tens *= 10.0;
    }
    return sigma_grid(lots, step * tens, SIGMA_ROUND_DOWN);
}

double sigma_lots_least(const sigma_symbol *symbol)
{
    double on_step = sigma_grid(symbol->lot_min, symbol->lot_step, SIGMA_ROUND_UP);
    return on_step > 0.0 ? on_step : symbol->lot_min;
}

/* Prices such as 1.1 and 1.097 are not on the grid of doubles, and their difference shows it in the
 * 13th digit: enough to lose a lot step. */
double sigma_ticks(const sigma_symbol *symbol, double a, double b)
{
    double from = a / symbol->tick_size, to = b / symbol->tick_size, ticks = to - from;
    double distance = sigma_magnitude(ticks);
    double nearest = distance < STEPS_MAX ? (double)(int64_t)(distance + 0.5) : 0.0;
    double noise = sigma_larger(from, to) * FOUR_ULP;

    if (nearest > 0.0 && sigma_magnitude(distance - nearest) <= noise) {
        return ticks < 0.0 ? -nearest : nearest;
    }
    return ticks;
}

double sigma_lot_profit(const sigma_symbol *symbol, double a, double b)
{
    double ticks = sigma_ticks(symbol, a, b);
    return sigma_inverse(symbol) ? inverse_worth(symbol) * (ticks * symbol->tick_size / a / b)
                                 : ticks * symbol->tick_value;
}

double sigma_lot_notional(const sigma_symbol *symbol, double price)
{
    return sigma_inverse(symbol) ? inverse_worth(symbol) / price
                                 : sigma_ticks(symbol, 0.0, price) * symbol->tick_value;
}

/* Of an inverse contract never more than its worth, however large the tick. */
static double slippage_cost(const sigma_symbol *symbol, double price)
{
    double ticks = symbol->spread + symbol->slippage;

    if (!sigma_inverse(symbol)) {
        return ticks * symbol->tick_value;
    }
    return sigma_smaller(ticks * symbol->tick_size / price, 1.0) *
           sigma_lot_notional(symbol, price);
}

double sigma_lot_cost(const sigma_symbol *symbol, double entry, double exit)
{
    double cost = slippage_cost(symbol, sigma_smaller(entry, exit)) + 2.0 * symbol->commission;

    if (symbol->fee_rate > 0.0) {
        double paid = sigma_lot_notional(symbol, entry);
        cost += symbol->fee_rate * (paid + sigma_larger(paid, sigma_lot_notional(symbol, exit)));
    }
    return cost; /* (3) */
}
