/* SPDX-License-Identifier: MIT */
/** @file
 * Facts of one symbol at one broker, and the money arithmetic that follows from them.
 *
 * With the price at p, a lot of a linear contract moves by tick_value / tick_size in the account's
 * currency for each unit of price. So, for n lots and a move from p to q,
 *
 *     profit   = n (q - p) tick_value / tick_size, for a short with the sign turned
 *     notional = n p tick_value / tick_size                                                 (1)
 *     margin   = notional / leverage                                                        (2)
 *     cost     = n ((spread + slippage) tick_value + 2 commission)
 *                + fee_rate (notional at entry + the larger of those at entry and exit)      (3)
 *
 * Leverage sets the margin and nothing else. (1) needs neither the contract size nor an exchange
 * rate: the tick value holds both. Brokers get tick values wrong, so where contract size and rate
 * are given they are compared: tick_value = contract_size x tick_size x quote_rate.       (4)
 *
 * A coin-margined (inverse) contract is worth a fixed amount of quote currency, and settles in the
 * coin. There a tick has no fixed worth; with K = contract_size x quote_rate, the rate being that
 * of the coin in the account's currency (1 on an account that is held in the coin),
 *
 *     profit   = n K (1/p - 1/q)
 *     notional = n K / p                                                                     (5)
 *     a tick   = K tick_size / p^2, for spread and slippage at the lower of entry and exit; both
 *                together cost at most the notional there
 *
 * A position on isolated margin C is liquidated at the price where what is left of C only just
 * covers the maintenance margin, of which the exchange sets rate and fixed part:
 *
 *     C + profit = rate x notional + fixed                                                   (6)
 *
 * Lots are brought to the lot step, prices to the tick, exactly: 0.29 with step 0.01 is 29 steps,
 * not 28, and is written 29/100, which is the double nearest to 0.29, where 29 x 0.01 is not.
 */
#ifndef SIGMA_SYMBOL_H
#define SIGMA_SYMBOL_H

#include "sigma/base.h"

/** What one lot is, and what the broker asks and allows. Zero means unknown and is refused. An
 * inverse contract needs contract_size x quote_rate, all others tick_value, of 1e-15 at least. */
typedef struct sigma_symbol {
    double tick_size;     /**< Smallest price change [price], 1e-15 <= x <= 1e9. */
    double tick_value;    /**< Worth of one tick and lot, not looked at where inverse
                               [account], 0 <= x <= 1e12. */
    double contract_size; /**< Units a lot, of an inverse contract in quote currency; 0 if not known
                               [1], 0 <= x <= 1e12. */
    double quote_rate;    /**< Account currency a unit of quote currency, of an inverse contract a
                               coin; 0 if not known [account], 0 <= x <= 1e12. */
    double lot_min;       /**< Smallest order [lots], 1e-12 <= x <= lot_max. */
    double lot_max;       /**< Largest order [lots], lot_min <= x <= 1e12. */
    double lot_step;      /**< Step between orders [lots], 1e-12 <= x <= 1e12. */
    double lot_cap;       /**< The trader's own limit, 0 for none [lots], 0 <= x <= 1e12. */
    double commission;    /**< Paid on each lot and side [account], 0 <= x <= 1e12. */
    double fee_rate;      /**< Paid on each side, of the notional [1], 0 <= x <= 0.1. */
    double spread;        /**< Typical spread [ticks], 0 <= x <= 1e9. */
    double slippage;      /**< Typical slippage, entry and exit together [ticks], 0 <= x <= 1e9. */
    double stop_level;    /**< Broker's least distance of a stop [ticks], 0 <= x <= 1e9. */
    double leverage;      /**< Notional over margin [1], 1 <= x <= 10000. */
    int32_t id;           /**< The caller's number for it, x >= 1. */
    int32_t asset;        /**< SIGMA_ASSET_..., not UNKNOWN. */
} sigma_symbol;

SIGMA_LAYOUT(sigma_symbol, 120);

/** A position on isolated margin. */
typedef struct sigma_liquidation {
    double lots;       /**< Size [lots], 1e-12 <= x <= 1e12. */
    double entry;      /**< Price of the entry [price], 1e-15 <= x <= 1e15. */
    double collateral; /**< Margin set aside for it alone [account], 0 <= x <= 1e15. */
    double rate;       /**< Maintenance margin over notional, with the taker's fee where the
                            exchange adds it [1], 0 <= x <= 0.5. */
    double fixed;      /**< Maintenance margin whatever the price, below zero where the exchange
                            deducts from the rate's [account], -1e15 <= x <= collateral. */
    int32_t side;      /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t reserved;  /**< 0. */
} sigma_liquidation;

SIGMA_LAYOUT(sigma_liquidation, 48);

/**
 * Whether the facts can be used.
 *
 * @param symbol  The symbol.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_check(const sigma_symbol *symbol);

/**
 * Whether tick value and contract size agree within 1 %, where both they and the rate are known.
 *
 * @param      symbol    The symbol.
 * @param[out] expected  contract_size x tick_size x quote_rate [account], 0 where not known or on
 *                       error.
 * @return SIGMA_OK, SIGMA_WARMUP where it cannot be told, SIGMA_E_DIFFERENT (expected is set),
 *         SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_compare(const sigma_symbol *symbol,
                                                             double *expected);

/**
 * Lots brought down to the lot step, exactly; not compared with lot_min or lot_max.
 *
 * @param      symbol   The symbol.
 * @param      lots     Wanted size [lots], 0 <= x <= 1e12.
 * @param[out] floored  Greatest number of whole steps up to lots, give or take 4 ulp or an
 *                      eighth of a step; of more than 2^53, which no double tells apart, of whole
 *                      tens of steps, hundreds, and so on; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_floor(const sigma_symbol *symbol, double lots,
                                                           double *floored);

/**
 * A price brought to the tick grid, exactly.
 *
 * @param      symbol     The symbol.
 * @param      price      Any price [price], 0 <= x <= 1e15, at most 2^53 ticks.
 * @param      direction  SIGMA_ROUND_...
 * @param[out] rounded    Price on the grid; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_round(const sigma_symbol *symbol, double price,
                                                           int32_t direction, double *rounded);

/**
 * Profit of a move, before costs.
 *
 * @param      symbol  The symbol.
 * @param      side    SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT.
 * @param      lots    Size [lots], 0 <= x <= 1e12.
 * @param      entry   Price of the entry [price], 1e-15 <= x <= 1e15.
 * @param      exit    Price of the exit [price], 1e-15 <= x <= 1e15.
 * @param[out] profit  Gain, or loss below zero [account]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_profit(const sigma_symbol *symbol,
                                                            int32_t side, double lots, double entry,
                                                            double exit, double *profit);

/**
 * Worth of a position by (1).
 *
 * @param      symbol    The symbol.
 * @param      lots      Size [lots], 0 <= x <= 1e12.
 * @param      price     Price [price], 1e-15 <= x <= 1e15.
 * @param[out] notional  Worth [account]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_notional(const sigma_symbol *symbol,
                                                              double lots, double price,
                                                              double *notional);

/**
 * Margin of a position by (2).
 *
 * @param      symbol  The symbol.
 * @param      lots    Size [lots], 0 <= x <= 1e12.
 * @param      price   Price [price], 1e-15 <= x <= 1e15.
 * @param[out] margin  Margin [account]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_margin(const sigma_symbol *symbol, double lots,
                                                            double price, double *margin);

/**
 * Typical cost of a round trip by (3).
 *
 * @param      symbol  The symbol.
 * @param      lots    Size [lots], 0 <= x <= 1e12.
 * @param      entry   Price of the entry [price], 1e-15 <= x <= 1e15.
 * @param      exit    Price of the exit [price], 1e-15 <= x <= 1e15.
 * @param[out] cost    Cost [account]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_cost(const sigma_symbol *symbol, double lots,
                                                          double entry, double exit, double *cost);

/**
 * Takes a new rate of the quote currency, or of the coin, and sets the tick value by (4). An
 * account that is held in the base currency has the rate 1 / price; one in a third currency that of
 * the quote currency in it.
 *
 * @param[in,out] symbol  The symbol, whose contract size must be known; unchanged on error.
 * @param         rate    Account currency a unit of it [account], 1e-12 <= x <= 1e12.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE, also where the tick value would leave its range.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_convert(sigma_symbol *symbol, double rate);

/**
 * Price at which a position on isolated margin is liquidated, by (6); not on the tick grid.
 *
 * @param      symbol  The symbol.
 * @param      sample  The position.
 * @param[out] price   Price, at or beyond the entry where the margin never sufficed [price]; 0
 *                     where there is none from 1e-15 to 1e15, and on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE, also for a fixed part above the collateral.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_symbol_liquidation(const sigma_symbol *symbol,
                                                                 const sigma_liquidation *sample,
                                                                 double *price);

#endif
