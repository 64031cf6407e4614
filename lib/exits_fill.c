/* SPDX-License-Identifier: MIT */
#include "exits.h"

static const double PRICE_MAX = 1e15;
static const double FOUR_ULP = 0x1p-50;

double sigma_exits_ahead(const sigma_exits *exits, double price, double distance)
{
    double entry = exits->entry.entry;
    double ahead = sigma_sign(exits->entry.side) * (price - entry) - distance;
    bool equal = sigma_magnitude(ahead) <= sigma_larger(price, entry) * FOUR_ULP;

    return equal ? 0.0 : ahead;
}

double sigma_exits_distance(const sigma_exits *exits, double gain, int32_t unit)
{
    const sigma_exits_entry *entry = &exits->entry;
    switch (unit) {
    case SIGMA_GAIN_PRICE: return gain * entry->entry;
    case SIGMA_GAIN_RISK: return gain * sigma_magnitude(entry->entry - entry->stop);
    default:
        return entry->target > 0.0 ? gain * sigma_magnitude(entry->target - entry->entry) : -1.0;
    }
}

double sigma_exits_level(const sigma_exits *exits, double price)
{
    const sigma_exits_entry *entry = &exits->entry;
    int32_t direction = entry->side == SIGMA_SIDE_LONG ? SIGMA_ROUND_DOWN : SIGMA_ROUND_UP;

    if (!(price > 0.0 && price <= PRICE_MAX)) {
        return 0.0;
    }
    double level = entry->tick_size > 0.0 ? sigma_grid(price, entry->tick_size, direction) : price;
    return sigma_within(level, 1e-15, PRICE_MAX) ? level : 0.0;
}

/* A share of the first size at a price; the result holds the sum of shares and their mean price. */
static void take(sigma_exits *exits, double share, double price, sigma_exits_result *result)
{
    double sum = result->fraction + share;
    result->price =
        result->fraction > 0.0 ? result->price + (price - result->price) * (share / sum) : price;
    result->fraction = sum;
    exits->open -= share;
}

void sigma_exits_close(sigma_exits *exits, double price, int32_t reason, sigma_exits_result *result)
{
    take(exits, exits->open, price, result);
    exits->open = 0.0;
    exits->closing = reason;
}

/* Where a level that a bar reaches fills: at it, or at an open that lies beyond it. */
static double filled(const sigma_exits *exits, const sigma_bar *bar, double level)
{
    return sigma_exits_lost(exits, bar->open, level) ? level : bar->open;
}

/* Whether the price reached the level of the next part. */
static bool part_due(const sigma_exits *exits, double price)
{
    const sigma_exits_params *params = &exits->params;
    if (exits->parts >= SIGMA_EXITS_PARTS) {
        return false;
    }
    double distance =
        sigma_exits_distance(exits, params->partial_gain[exits->parts], params->partial_unit);
    return distance >= 0.0 && sigma_exits_ahead(exits, price, distance) >= 0.0;
}

/* (4) */
static void take_parts(sigma_exits *exits, const sigma_bar *bar, double best,
                       sigma_exits_result *result)
{
    const sigma_exits_params *params = &exits->params;
    for (; part_due(exits, best); exits->parts++) {
        double distance =
            sigma_exits_distance(exits, params->partial_gain[exits->parts], params->partial_unit);
        double sign = sigma_sign(exits->entry.side);
        double level = sigma_exits_level(exits, exits->entry.entry + sign * distance);
        double share = params->partial_fraction[exits->parts];
        if (share > 0.0 && share < exits->open && level > 0.0) {
            take(exits, share, filled(exits, bar, level), result);
        }
    }
}

static bool target_reached(const sigma_exits *exits, double price)
{
    double target = exits->entry.target;
    return target > 0.0 && sigma_sign(exits->entry.side) * (price - target) >= 0.0;
}

double sigma_exits_stop_fill(const sigma_exits *exits, const sigma_bar *bar)
{
    double worst = exits->entry.side == SIGMA_SIDE_LONG ? bar->low : bar->high;
    if (!sigma_exits_lost(exits, worst, exits->stop)) {
        return 0.0;
    }
    return sigma_exits_lost(exits, bar->open, exits->stop) ? bar->open : exits->stop;
}

void sigma_exits_fill(sigma_exits *exits, const sigma_bar *bar, sigma_exits_result *result)
{
    double best = exits->entry.side == SIGMA_SIDE_LONG ? bar->high : bar->low;
    double stop = sigma_exits_stop_fill(exits, bar);

    if (target_reached(exits, bar->open)) {
        sigma_exits_close(exits, bar->open, SIGMA_EXIT_TARGET, result);
    } else if (stop > 0.0) {
        sigma_exits_close(exits, stop, exits->origin, result);
    } else {
        take_parts(exits, bar, best, result);
        if (target_reached(exits, best)) {
            sigma_exits_close(exits, exits->entry.target, SIGMA_EXIT_TARGET, result);
        }
    }
}
