/* SPDX-License-Identifier: MIT */
/** @file
 * One bar of one market.
 *
 * Prices are above 0, as returns, logarithms and shares of a price are meant of such alone. What
 * can be 0 or less is refused: a spread of two contracts, oil on 2020-04-20, a series of futures
 * whose rolls were added up. Join futures by ratios, which keep returns and signs. A split is a
 * fall like any other: give prices adjusted for it, as averages and ranges do not know of one.
 */
#ifndef SIGMA_BAR_H
#define SIGMA_BAR_H

#include "sigma/base.h"

/** Prices of one interval. Fields: 0 < low <= open, close <= high. */
typedef struct sigma_bar {
    int64_t time;  /**< Instant at which the bar opens [ns]. */
    double open;   /**< First price [price], low <= x <= high. */
    double high;   /**< Highest price [price], low <= x <= 1e15. */
    double low;    /**< Lowest price [price], 1e-15 <= x <= high. */
    double close;  /**< Last price [price], low <= x <= high. */
    double volume; /**< Traded volume, in any unit [1], 0 <= x <= 1e18. */
} sigma_bar;

SIGMA_LAYOUT(sigma_bar, 48);

/**
 * Whether a bar can be used.
 *
 * @param bar  The bar.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE for a field out of its range or prices out of
 *         order.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_bar_check(const sigma_bar *bar);

#endif
