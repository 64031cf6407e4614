/* SPDX-License-Identifier: MIT */
/** @file
 * All that is known of one symbol's market: its facts, its last bar and its indicators.
 *
 * One call a bar keeps everything up to date. sigma_market_features() gives what signals look at,
 * sigma_market_read() what a decision needs.
 */
#ifndef SIGMA_MARKET_H
#define SIGMA_MARKET_H

#include "sigma/average.h"
#include "sigma/bar.h"
#include "sigma/symbol.h"
#include "sigma/trend.h"
#include "sigma/volatility.h"

/** What to compute. Start from sigma_market_defaults() and set the interval. */
typedef struct sigma_market_params {
    int64_t interval; /**< Length of a bar [ns], 1 <= x <= 31622400000000000, no default. */
    int32_t ema[4];   /**< Periods of the averages, shortest first [bars], 1 <= x <= 10000, default
                           9, 20, 50, 200. */
    int32_t atr;      /**< Period of the ATR [bars], 1 <= x <= 10000, default 14. */
    int32_t adx;      /**< Period of the ADX [bars], 1 <= x <= 10000, default 14. */
} sigma_market_params;

SIGMA_LAYOUT(sigma_market_params, 32);

/** One symbol's market. Set it up with sigma_market_init(); copy it to look ahead. */
typedef struct sigma_market {
    sigma_symbol symbol; /**< Facts of the symbol. */
    sigma_ema ema[4];    /**< Exponential averages of the close. */
    sigma_adx adx;       /**< Directional movement. */
    sigma_atr atr;       /**< Average true range. */
    int64_t time;        /**< Instant at which the last bar opened [ns]. */
    double close;        /**< Last price, 0 before the first bar [price], 0 <= x <= 1e15. */
    int64_t interval;    /**< Length of a bar [ns], 1 <= x <= 31622400000000000. */
    int64_t bars;        /**< Bars seen [bars], x >= 0. */
    int32_t tag;         /**< Set by init. */
    int32_t reserved;    /**< 0. */
} sigma_market;

SIGMA_LAYOUT(sigma_market, 392);

/** What signals look at. A feature that is not ready is 0. */
typedef struct sigma_features {
    int64_t time;    /**< Instant at which the last bar closed [ns]. */
    double close;    /**< Last price [price], 1e-15 <= x <= 1e15. */
    double ema[4];   /**< Exponential averages, shortest first [price], 0 <= x <= 1e15. */
    double atr;      /**< Average true range [price], 0 <= x <= 1e15. */
    double adx;      /**< Strength of the trend [1], 0 <= x <= 100. */
    double plus_di;  /**< Upward movement [1], 0 <= x <= 100. */
    double minus_di; /**< Downward movement [1], 0 <= x <= 100. */
    uint64_t ready;  /**< Set of SIGMA_FEATURE_... that have a value. */
} sigma_features;

SIGMA_LAYOUT(sigma_features, 88);

/** What a decision needs to know of the market. */
typedef struct sigma_market_result {
    int64_t time;     /**< Instant at which the last bar closed [ns]. */
    int64_t interval; /**< Length of a bar [ns], 1 <= x <= 31622400000000000. */
    double close;     /**< Last price [price], 1e-15 <= x <= 1e15. */
    double atr;       /**< Average true range [price], 0 <= x <= 1e15. */
    int32_t symbol;   /**< Id of the symbol, x >= 1. */
    int32_t mark;     /**< SIGMA_PART_MARKET. */
} sigma_market_result;

SIGMA_LAYOUT(sigma_market_result, 40);

/**
 * Sets every parameter to its default; the interval stays 0 and must be set.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_defaults(sigma_market_params *params);

/**
 * Starts a market.
 *
 * @param[out] market  The market; all zero on error.
 * @param      params  What to compute.
 * @param      symbol  Facts of the symbol.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for averages that are not shortest first.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_init(sigma_market *market,
                                                          const sigma_market_params *params,
                                                          const sigma_symbol *symbol);

/**
 * Takes changed facts of the same symbol, such as a tick value that follows an exchange rate.
 *
 * @param[in,out] market  The market; unchanged on error.
 * @param         symbol  Facts of the symbol; the id must be the same.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_symbol(sigma_market *market,
                                                            const sigma_symbol *symbol);

/**
 * Adds one closed bar.
 *
 * @param[in,out] market  The market; unchanged on error.
 * @param         bar     The bar; its time must be later than the last one's.
 * @return SIGMA_OK, SIGMA_WARMUP while any feature lacks a value, SIGMA_E_NULL, SIGMA_E_STATE,
 *         SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_update(sigma_market *market,
                                                            const sigma_bar *bar);

/**
 * Reads the features.
 *
 * @param      market    The market.
 * @param[out] features  The features; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP while any feature lacks a value (features holds the others),
 *         SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_features(const sigma_market *market,
                                                              sigma_features *features);

/**
 * Reads the market for a decision.
 *
 * @param      market  The market.
 * @param[out] result  Price, ATR and mark; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while the ATR lacks a value, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_read(const sigma_market *market,
                                                          sigma_market_result *result);

#endif
