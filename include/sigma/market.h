/* SPDX-License-Identifier: MIT */
/** @file
 * All that is known of one symbol's market: its facts, its last bar and its indicators.
 *
 * One call a bar keeps everything up to date, from one ring of bars. sigma_market_features() gives
 * what signals look at, sigma_market_read() what a decision needs.
 *
 * Each feature has the bits of its own indicator (sigma/average.h, momentum.h, trend.h,
 * volatility.h, volume.h), fed the same bars from the same first one on. The averages, RSI, ATR,
 * ADX, OBV, both VWAP and the weighted volatility depend on all of them, and converge as their
 * headers say; the others depend on their last n bars alone.
 *
 * The chance that the price is above the last one after some bars is that of drift-diffusion
 * (sigma/forecast.h), with the mean and the deviation of the returns of the volatility's window and
 * the standard error of that mean.
 */
#ifndef SIGMA_MARKET_H
#define SIGMA_MARKET_H

#include "sigma/average.h"
#include "sigma/bar.h"
#include "sigma/momentum.h"
#include "sigma/symbol.h"
#include "sigma/trend.h"
#include "sigma/volatility.h"
#include "sigma/volume.h"

/** What to compute. Start from sigma_market_defaults() and set the interval. */
typedef struct sigma_market_params {
    int64_t interval;       /**< Length of a bar [ns], 1 <= x <= 31622400000000000, no default. */
    int64_t session;        /**< Length of a session of the VWAP [ns],
                                 1 <= x <= 31622400000000000, default 86400000000000, a day. */
    int64_t session_offset; /**< When a session begins, after midnight UTC [ns],
                                 -86400000000000 <= x <= 86400000000000, default 0. */
    double bars_a_year;     /**< Real number of bars a year, to annualise by; 0 counts as if the
                                 market never closed [bars], 0 <= x <= 1e18, default 0. */
    double decay;           /**< Of the weighted volatility [1], 0 <= x <= 0.9999, default 0.94. */
    double multiple;        /**< Of the Bollinger bands [std dev], 0.001 <= x <= 100, default 2. */
    double horizon;         /**< Of the chance to be higher [bars], 1 <= x <= 1e6, default 5. */
    int32_t ema[4];         /**< Periods of the averages, shortest first [bars], 1 <= x <= 10000,
                                 default 9, 20, 50, 200. */
    int32_t atr;            /**< Period of the ATR [bars], 1 <= x <= 10000, default 14. */
    int32_t adx;            /**< Period of the ADX [bars], 1 <= x <= 10000, default 14. */
    int32_t rsi;            /**< Period of the RSI [bars], 1 <= x <= 10000, default 14. */
    int32_t macd[3];        /**< Fast, slow, signal [bars], 1 <= x <= 10000, default 12, 26, 9. */
    int32_t stochastic[3];  /**< Period, slowing, signal [bars], 1 <= x <= 256, default 14, 3, 3. */
    int32_t sma;            /**< Period of the plain average [bars], 1 <= x <= 256, default 20. */
    int32_t bollinger;      /**< Period of the bands [bars], 1 <= x <= 256, default 20. */
    int32_t cci;            /**< Period of the CCI [bars], 1 <= x <= 256, default 20. */
    int32_t mfi;            /**< Period of the MFI [bars], 1 <= x <= 256, default 14. */
    int32_t zscore;         /**< Period of the Z-score [bars], 1 <= x <= 256, default 20. */
    int32_t slope;          /**< Period of the slope [bars], 1 <= x <= 256, default 20. */
    int32_t volatility;     /**< Period of volatility and drift [bars], 1 <= x <= 256,
                                 default 20. */
    int32_t estimator;      /**< SIGMA_VOLATILITY_..., not UNKNOWN, default CLOSE. */
    int32_t reserved;       /**< 0. */
} sigma_market_params;

SIGMA_LAYOUT(sigma_market_params, 144);

/** One symbol's market. Set it up with sigma_market_init(); copy it to look ahead. The columns are
 * the ring: what each of the last bars adds to a window, oldest first. */
typedef struct sigma_market {
    double high[512];           /**< Highest prices [price], 0 <= x <= 1e15. */
    double low[512];            /**< Lowest prices [price], 0 <= x <= 1e15. */
    double closes[512];         /**< Last prices [price], 0 <= x <= 1e15. */
    double raw[512];            /**< Raw stochastic [1], 0 <= x <= 100. */
    double slow[512];           /**< K of the stochastic [1], 0 <= x <= 100. */
    double rising[512];         /**< Flow of bars that rose [1], 0 <= x <= 1e34. */
    double falling[512];        /**< Flow of bars that fell [1], 0 <= x <= 1e34. */
    double change[512];         /**< Logarithm of the return [1], -1e4 <= x <= 1e4. */
    double gap[512];            /**< As in sigma_volatility [1], -1e4 <= x <= 1e4. */
    double body[512];           /**< As in sigma_volatility [1], -1e4 <= x <= 1e4. */
    double range[512];          /**< As in sigma_volatility [1], -1e4 <= x <= 1e4. */
    sigma_market_params params; /**< What is computed. */
    sigma_symbol symbol;        /**< Facts of the symbol. */
    sigma_ema ema[4];           /**< Exponential averages of the close. */
    sigma_macd macd;            /**< Convergence-divergence. */
    sigma_adx adx;              /**< Directional movement. */
    sigma_atr atr;              /**< Average true range. */
    sigma_rsi rsi;              /**< Relative strength index. */
    sigma_obv obv;              /**< On-balance volume. */
    sigma_vwap vwap;            /**< Average price since the first bar. */
    sigma_vwap session;         /**< Average price of the session. */
    sigma_ewma ewma;            /**< Weighted volatility. */
    int64_t time;               /**< Instant at which the last bar opened [ns]. */
    double close;               /**< Last price, 0 before the first bar [price], 0 <= x <= 1e15. */
    int64_t bars;               /**< Bars seen [bars], x >= 0. */
    int32_t tag;                /**< Set by init. */
    int32_t end;                /**< Bars held [bars], 0 <= x <= 511. */
} sigma_market;

SIGMA_LAYOUT(sigma_market, 45928);

/** What signals look at. A feature that is not ready is 0. */
typedef struct sigma_features {
    int64_t time;            /**< Instant at which the last bar closed [ns]. */
    double close;            /**< Last price [price], 1e-15 <= x <= 1e15. */
    double ema[4];           /**< Exponential averages, shortest first [price], 0 <= x <= 1e15. */
    double atr;              /**< Average true range [price], 0 <= x <= 1e15. */
    double adx;              /**< Strength of the trend [1], 0 <= x <= 100. */
    double plus_di;          /**< Upward movement [1], 0 <= x <= 100. */
    double minus_di;         /**< Downward movement [1], 0 <= x <= 100. */
    double rsi;              /**< Relative strength index [1], 0 <= x <= 100. */
    double macd_line;        /**< Fast less slow average [price], -1e15 <= x <= 1e15. */
    double macd_signal;      /**< Average of the line [price], -1e15 <= x <= 1e15. */
    double macd_histogram;   /**< Line less signal [price], -2e15 <= x <= 2e15. */
    double stochastic_raw;   /**< Stochastic without smoothing [1], 0 <= x <= 100. */
    double stochastic_k;     /**< %K [1], 0 <= x <= 100. */
    double stochastic_d;     /**< %D [1], 0 <= x <= 100. */
    double sma;              /**< Plain average [price], 0 <= x <= 2e15. */
    double bollinger_middle; /**< Middle of the bands [price], 0 <= x <= 2e15. */
    double bollinger_upper;  /**< Upper band [price], 0 <= x <= 1e18. */
    double bollinger_lower;  /**< Lower band [price], -1e18 <= x <= 2e15. */
    double bollinger_width;  /**< Distance of the bands over the middle [1], 0 <= x <= 1e4. */
    double percent_b;        /**< Place of the close in the bands [1], -1e4 <= x <= 1e4. */
    double cci;              /**< Commodity channel index [1], -1e4 <= x <= 1e4. */
    double mfi;              /**< Money flow index [1], 0 <= x <= 100. */
    double obv;              /**< On-balance volume [1], -2e33 <= x <= 2e33. */
    double vwap;             /**< Average price since the first bar [price], 0 <= x <= 1e15. */
    double vwap_session;     /**< Average price of the session [price], 0 <= x <= 1e15. */
    double volatility;       /**< Volatility of a year [1], 0 <= x <= 1e12. */
    double volatility_ewma;  /**< Weighted volatility of a year [1], 0 <= x <= 1e12. */
    double zscore;           /**< Distance from the mean [std dev], -100 <= x <= 100. */
    double slope;            /**< Slope of the regression line [price], -1e16 <= x <= 1e16. */
    double slope_relative;   /**< Slope over the last price [1], -1e32 <= x <= 1e32. */
    double up;               /**< Chance to be higher at the horizon [1], 0 <= x <= 1. */
    uint64_t ready;          /**< Set of SIGMA_FEATURE_... that have a value. */
} sigma_features;

SIGMA_LAYOUT(sigma_features, 280);

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
 * @param         bar     The bar; its time must be later than the last one's, and it must close
 *                        before instants end.
 * @return SIGMA_OK, SIGMA_WARMUP while any feature lacks a value, SIGMA_E_NULL, SIGMA_E_STATE,
 *         SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_update(sigma_market *market,
                                                            const sigma_bar *bar);

/**
 * Adds one closed bar and reads the features: sigma_market_update() and sigma_market_features(),
 * bit for bit, in one call that looks at the state once.
 *
 * @param[in,out] market    The market; unchanged on error.
 * @param         bar       The bar; its time must be later than the last one's, and it must close
 *                          before instants end.
 * @param[out]    features  The features; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP while any feature lacks a value (features holds the others),
 *         SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_step(sigma_market *market,
                                                          const sigma_bar *bar,
                                                          sigma_features *features);

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
 * The features after each of count bars: those that sigma_market_init() and as many calls of
 * sigma_market_step() give, bit for bit.
 *
 * @param[out] market    The market after the last bar; all zero on error.
 * @param      params    What to compute.
 * @param      symbol    Facts of the symbol.
 * @param      bars      The bars, oldest first.
 * @param      count     Their number [bars], x >= 0.
 * @param[out] features  For each bar the features, of which `ready` tells which have a value. All
 *                       zero where parameters, facts or a bar are refused, else untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE, also for parameters or facts that
 *         sigma_market_init() refuses and for arrays that overlap, or SIGMA_E_ORDER, of the first
 *         bar that has it.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_market_batch(sigma_market *market,
                                                           const sigma_market_params *params,
                                                           const sigma_symbol *symbol,
                                                           const sigma_bar *bars, int32_t count,
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
