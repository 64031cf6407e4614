/* SPDX-License-Identifier: MIT */
/** @file
 * The open positions.
 */
#ifndef SIGMA_PORTFOLIO_H
#define SIGMA_PORTFOLIO_H

#include "sigma/position.h"

/** Most positions that can be open at once. */
#define SIGMA_PORTFOLIO_SPACE 64

/** The open positions. Set it up with sigma_portfolio_init(). */
typedef struct sigma_portfolio {
    sigma_position position[SIGMA_PORTFOLIO_SPACE]; /**< The first count are open; rest zero. */
    int32_t tag;                                    /**< Set by init. */
    int32_t count; /**< Open positions [positions], 0 <= x <= 64. */
} sigma_portfolio;

SIGMA_LAYOUT(sigma_portfolio, 3592);

/** What a decision needs to know of the open positions. */
typedef struct sigma_portfolio_result {
    double risk;       /**< Sum of the positions' risk [account], 0 <= x <= 1e17. */
    double long_lots;  /**< Long in this symbol [lots], 0 <= x <= 1e14. */
    double short_lots; /**< Short in this symbol [lots], 0 <= x <= 1e14. */
    int32_t positions; /**< Open positions in all symbols [positions], 0 <= x <= 64. */
    int32_t symbol;    /**< The symbol that was asked for, x >= 1. */
    int32_t mark;      /**< SIGMA_PART_PORTFOLIO. */
    int32_t reserved;  /**< 0. */
} sigma_portfolio_result;

SIGMA_LAYOUT(sigma_portfolio_result, 40);

/**
 * Starts without open positions.
 *
 * @param[out] portfolio  The portfolio.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_init(sigma_portfolio *portfolio);

/**
 * Takes a position as it stands now: adds it, replaces the one of the same id, or, with 0 lots,
 * takes it out.
 *
 * @param[in,out] portfolio  The portfolio; unchanged on error.
 * @param         position   The position.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, also for 0 lots of an unknown id,
 *         or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_update(sigma_portfolio *portfolio,
                                                               const sigma_position *position);

/**
 * Reads the portfolio for a decision about one symbol.
 *
 * @param      portfolio  The portfolio.
 * @param      symbol     Id of the symbol, x >= 1.
 * @param[out] result     Sums and mark; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_portfolio_read(const sigma_portfolio *portfolio,
                                                             int32_t symbol,
                                                             sigma_portfolio_result *result);

#endif
