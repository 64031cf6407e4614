/* SPDX-License-Identifier: MIT */
/** @file
 * One closed trade.
 *
 *     R = profit / risk                                                                     (1)
 *
 * R counts a result in multiples of the money that was at risk when the trade was entered, so that
 * trades of different sizes, symbols and years can be compared. A trade without a stop has none.
 *
 * Source: Tharp, Trade Your Way to Financial Freedom (1998), on R multiples.
 */
#ifndef SIGMA_TRADE_H
#define SIGMA_TRADE_H

#include "sigma/base.h"

/** A trade, or a part of one, that was closed. An optional member counts only if its bit is in
 * given. */
typedef struct sigma_trade {
    int64_t opened;     /**< Instant of the entry [ns]. */
    int64_t closed;     /**< Instant of the exit, not before the entry [ns]. */
    double entry;       /**< Price of the entry [price], 1e-15 <= x <= 1e15. */
    double exit;        /**< Price of the exit [price], 0 <= x <= 1e15. */
    double lots;        /**< Size that was closed [lots], 0 <= x <= 1e12. */
    double profit;      /**< What it made, costs deducted [account], -1e15 <= x <= 1e15. */
    double costs;       /**< The costs that were deducted [account], -1e15 <= x <= 1e15. */
    double risk;        /**< Loss at the first stop, costs included; optional [account],
                             0 <= x <= 1e15, above 0 if given, and at least a millionth of profit
                             and expected. */
    double expected;    /**< Profit that was expected at the entry; optional [account],
                             -1e15 <= x <= 1e15. */
    double probability; /**< Chance of a profit that was stated at the entry; optional [1],
                             0 <= x <= 1. */
    double balance;     /**< Balance to which the profit was added; optional [account],
                             0 <= x <= 1e15, at least 1e-6 if given. */
    double adverse;     /**< Largest open loss, as a positive number; optional [account],
                             0 <= x <= 1e15. */
    double favourable;  /**< Largest open profit; optional [account], 0 <= x <= 1e15. */
    uint64_t given;     /**< Set of SIGMA_TRADE_...: which optional members are given, and whether
                             the trade was on paper. */
    int32_t id;         /**< The caller's number for the position, x >= 0. */
    int32_t symbol;     /**< Id of the symbol, x >= 1. */
    int32_t side;       /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t strategy;   /**< The caller's number for the strategy, x >= 0. */
    int32_t reason;     /**< SIGMA_EXIT_...: why it was closed. */
    int32_t regime;     /**< SIGMA_REGIME_... at the entry. */
} sigma_trade;

SIGMA_LAYOUT(sigma_trade, 136);

/**
 * Whether a trade can be used.
 *
 * @param trade  The trade.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE, also for a risk or a balance that is given but too
 *         small, or SIGMA_E_ORDER where it was closed before it was opened.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_trade_check(const sigma_trade *trade);

/**
 * The result in multiples of the risk, by (1).
 *
 * @param      trade     The trade.
 * @param[out] multiple  R [1], -1e6 <= x <= 1e6; 0 on error and where there is none.
 * @return SIGMA_OK, SIGMA_WARMUP where the risk is not given, SIGMA_E_NULL, SIGMA_E_RANGE or
 *         SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_trade_multiple(const sigma_trade *trade,
                                                             double *multiple);

#endif
