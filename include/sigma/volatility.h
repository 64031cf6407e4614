/* SPDX-License-Identifier: MIT */
/** @file
 * How far a price travels.
 *
 * Average true range. The true range of a bar is the greatest of high - low, |high - previous
 * close| and |low - previous close|; the first bar has no previous close and counts high - low.
 *
 *     ATR_n = mean of the first n true ranges;   ATR <- ATR + (TR - ATR) / n                (1)
 *
 * After m more bars the seed's share of (1) is (1 - 1/n)^m: 6.9 n bars leave a thousandth. Values
 * below 1e-300 become 0.
 *
 * Volatility is the square root of a variance a bar times the real number of bars a year: 252 for
 * days of a stock, 365.25 x 24 x 60 for minutes of a market that never closes, 1 for the figure of
 * one bar. With o = ln(O / C'), u = ln(H / O), d = ln(L / O), c = ln(C / O) and the return
 * r = ln(C / C'), all over the last n bars:
 *
 *     close to close:   var(r), with n - 1                                                  (2)
 *     Parkinson:        mean of (u - d)^2 / (4 ln 2)                                        (3)
 *     Garman-Klass:     mean of (u - d)^2 / 2 - (2 ln 2 - 1) c^2                            (4)
 *     Rogers-Satchell:  mean of u (u - c) + d (d - c)                                       (5)
 *     Yang-Zhang:       var(o) + k var(c) + (1 - k) mean of (5),
 *                       k = 0.34 / (1.34 + (n + 1) / (n - 1))                               (6)
 *
 * (2) and (6) need the close before their first bar, and so n + 1 bars. One value has no variance:
 * with n = 1, var is 0 and so is k. Sums follow one fixed tree over the window, and deviations are
 * taken from its values' differences, so that a value depends on its n or n + 1 bars alone.
 *
 * A bar with high = low has moved nowhere: u, d and c are 0, no logarithm of its range is taken,
 * and it counts among the n as a bar of variance 0. Where many bars are so for want of trades, (3),
 * (4) and (5) come out low, because what the price did between the bars is not in them; (2) and (6)
 * have it. All of them underestimate where a bar has few ticks.
 *
 * Exponentially weighted, of returns about 0, with the decay L:
 *
 *     v <- v + max(1 / t, 1 - L) (r^2 - v), t = 1, 2 ...                                    (7)
 *
 * which is the plain mean of the first 1 / (1 - L) squares, rounded up, and weighted from then on:
 * of what came before, a share of L^m is left after m more bars. It warms up for that many returns.
 *
 * Bollinger bands, k standard deviations on either side of the mean m of the last n closes, which
 * they depend on alone. The deviation s is that of the population:
 *
 *     m = (c_1 + ... + c_n) / n;   s^2 = ((c_1 - m)^2 + ... + (c_n - m)^2) / n
 *     upper = m + k s;   lower = m - k s;   width = (upper - lower) / m                     (8)
 *     %b = (c_n - lower) / (upper - lower)                                                  (9)
 *
 * where n closes that are all the same have width 0 and %b 0.5. m and s are computed from the
 * differences between the closes, so they stay exact where the price is large and moves little; m
 * may differ from sigma_sma's value in the last digit.
 *
 * Sources: (1) Wilder, New Concepts in Technical Trading Systems (1978) ch. 3. (3) Parkinson, The
 * extreme value method for estimating the variance of the rate of return, Journal of Business 53
 * (1980). (4) Garman and Klass, On the estimation of security price volatilities from historical
 * data, the same (1980). (5) Rogers and Satchell, Estimating variance from high, low and closing
 * prices, Annals of Applied Probability 1 (1991). (6) Yang and Zhang, Drift-independent volatility
 * estimation based on high, low, open, and close prices, Journal of Business 73 (2000). (7) J.P.
 * Morgan, RiskMetrics Technical Document (1996), with the mean for a seed.
 * (8), (9) Bollinger, Bollinger on Bollinger Bands (2001) ch. 7, 8.
 */
#ifndef SIGMA_VOLATILITY_H
#define SIGMA_VOLATILITY_H

#include "sigma/base.h"

/** A running average true range. Set it up with sigma_atr_init(); copy it to look ahead. */
typedef struct sigma_atr {
    double value;     /**< ATR; sum of the true ranges while warming up [price], 0 <= x <= 1e19. */
    double close;     /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 10000. */
    int32_t count;    /**< Bars seen, stops at n [bars], 0 <= x <= period. */
    int32_t reserved; /**< 0. */
} sigma_atr;

SIGMA_LAYOUT(sigma_atr, 32);

/**
 * Starts an average over period bars.
 *
 * @param[out] atr     The average; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000; Wilder used 14.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_init(sigma_atr *atr, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] atr    The average; unchanged on error.
 * @param         high   Highest price [price], low <= x <= 1e15.
 * @param         low    Lowest price [price], 1e-15 <= x <= high.
 * @param         close  Last price [price], low <= x <= high.
 * @param[out]    value  ATR [price], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_update(sigma_atr *atr, double high, double low,
                                                         double close, double *value);

/**
 * Reads the average again.
 *
 * @param      atr    The average.
 * @param[out] value  ATR [price], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_read(const sigma_atr *atr, double *value);

/**
 * ATR of each of count bars: the same bits as count calls of sigma_atr_update().
 *
 * @param      period  n [bars], 1 <= x <= 10000.
 * @param      high    Highest prices, oldest first [price].
 * @param      low     Lowest prices [price].
 * @param      close   Last prices [price].
 * @param      count   Length of all four arrays [bars], x >= 0.
 * @param[out] values  ATR [price], NaN while warming up; may be one of the inputs; untouched on
 *                     error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_atr_batch(int32_t period, const double *high,
                                                        const double *low, const double *close,
                                                        int32_t count, double *values);

/** Estimated volatility of the last n bars. Set it up with sigma_volatility_init(); copy it to look
 * ahead. The columns hold the same bars, oldest first. */
typedef struct sigma_volatility {
    double gap[512];    /**< o of (6), of (2) the return [1], -1e4 <= x <= 1e4. */
    double body[512];   /**< c of (6), else 0 [1], -1e4 <= x <= 1e4. */
    double range[512];  /**< What (3) to (6) take the mean of, else 0 [1], -1e4 <= x <= 1e4. */
    double close;       /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    double bars_a_year; /**< To annualise by [bars], 1e-3 <= x <= 1e18. */
    int32_t tag;        /**< Set by init. */
    int32_t kind;       /**< SIGMA_VOLATILITY_..., not UNKNOWN. */
    int32_t period;     /**< n [bars], 1 <= x <= 256. */
    int32_t end;        /**< Bars held; fewer than n while warming up [bars], 0 <= x <= 511. */
} sigma_volatility;

SIGMA_LAYOUT(sigma_volatility, 12320);

/**
 * Starts an estimate over period bars.
 *
 * @param[out] volatility   The state; all zero on error.
 * @param      kind         SIGMA_VOLATILITY_..., not UNKNOWN.
 * @param      period       n [bars], 1 <= x <= 256; 20 is usual.
 * @param      bars_a_year  To annualise by [bars], 1e-3 <= x <= 1e18.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_volatility_init(sigma_volatility *volatility,
                                                              int32_t kind, int32_t period,
                                                              double bars_a_year);

/**
 * Adds one closed bar.
 *
 * @param[in,out] volatility  The state; unchanged on error.
 * @param         open        First price [price], low <= x <= high.
 * @param         high        Highest price [price], low <= x <= 1e15.
 * @param         low         Lowest price [price], 1e-15 <= x <= high.
 * @param         close       Last price [price], low <= x <= high.
 * @param[out]    value       Volatility a year [1], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period bars of (2) and (6) and the first period - 1
 *         of the others, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_volatility_update(sigma_volatility *volatility,
                                                                double open, double high,
                                                                double low, double close,
                                                                double *value);

/**
 * Reads the estimate again.
 *
 * @param      volatility  The state.
 * @param[out] value       Volatility a year [1], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_volatility_read(const sigma_volatility *volatility,
                                                              double *value);

/**
 * Estimate of each of count bars: the same bits as count calls of sigma_volatility_update().
 *
 * @param      kind         SIGMA_VOLATILITY_..., not UNKNOWN.
 * @param      period       n [bars], 1 <= x <= 256.
 * @param      bars_a_year  To annualise by [bars], 1e-3 <= x <= 1e18.
 * @param      open         First prices, oldest first [price].
 * @param      high         Highest prices [price].
 * @param      low          Lowest prices [price].
 * @param      close        Last prices [price].
 * @param      count        Length of all five arrays [bars], x >= 0.
 * @param[out] values       Volatility a year [1], NaN while warming up; may be one of the inputs,
 *                          but then each window is worked by itself, which takes longer; untouched
 *                          on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_volatility_batch(
    int32_t kind, int32_t period, double bars_a_year, const double *open, const double *high,
    const double *low, const double *close, int32_t count, double *values);

/** Exponentially weighted volatility. Set it up with sigma_ewma_init(); copy it to look ahead. */
typedef struct sigma_ewma {
    double variance;    /**< v of (7) [1], 0 <= x <= 1e4. */
    double close;       /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    double decay;       /**< L [1], 0 <= x <= 0.9999. */
    double bars_a_year; /**< To annualise by [bars], 1e-3 <= x <= 1e18. */
    int32_t tag;        /**< Set by init. */
    int32_t count;      /**< Returns seen, stops where L holds [bars], 0 <= x <= 10001. */
} sigma_ewma;

SIGMA_LAYOUT(sigma_ewma, 40);

/**
 * Starts an exponentially weighted volatility.
 *
 * @param[out] ewma         The state; all zero on error.
 * @param      decay        L [1], 0 <= x <= 0.9999; RiskMetrics used 0.94 for days.
 * @param      bars_a_year  To annualise by [bars], 1e-3 <= x <= 1e18.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ewma_init(sigma_ewma *ewma, double decay,
                                                        double bars_a_year);

/**
 * Adds one close.
 *
 * @param[in,out] ewma   The state; unchanged on error.
 * @param         close  Last price [price], 1e-15 <= x <= 1e15.
 * @param[out]    value  Volatility a year [1], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP until there are 1 / (1 - decay) returns, SIGMA_E_NULL,
 *         SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ewma_update(sigma_ewma *ewma, double close,
                                                          double *value);

/**
 * Reads the volatility again.
 *
 * @param      ewma   The state.
 * @param[out] value  Volatility a year [1], x >= 0; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ewma_read(const sigma_ewma *ewma, double *value);

/**
 * Volatility of each of count closes: the same bits as count calls of sigma_ewma_update().
 *
 * @param      decay        L [1], 0 <= x <= 0.9999.
 * @param      bars_a_year  To annualise by [bars], 1e-3 <= x <= 1e18.
 * @param      close        Last prices, oldest first [price], 1e-15 <= x <= 1e15.
 * @param      count        Length of both arrays [bars], x >= 0.
 * @param[out] values       Volatility a year [1], NaN while warming up; may be close; untouched on
 *                          error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ewma_batch(double decay, double bars_a_year,
                                                         const double *close, int32_t count,
                                                         double *values);

/** The last n closes and their bands. Set it up with sigma_bollinger_init(); copy it to look
 * ahead. */
typedef struct sigma_bollinger {
    double close[512]; /**< Closes, oldest first, of which the last n count [price],
                            0 <= x <= 1e15. */
    double multiple;   /**< k [std dev], 0.001 <= x <= 100. */
    int32_t tag;       /**< Set by init. */
    int32_t period;    /**< n [bars], 1 <= x <= 256. */
    int32_t end;       /**< Closes held; fewer than n while warming up [bars], 0 <= x <= 511. */
    int32_t reserved;  /**< 0. */
} sigma_bollinger;

SIGMA_LAYOUT(sigma_bollinger, 4120);

/** Bollinger bands of a bar. */
typedef struct sigma_bollinger_result {
    double middle;    /**< m [price], 0 <= x <= 2e15. */
    double upper;     /**< m + k s [price], 0 <= x <= 1e18. */
    double lower;     /**< m - k s [price], -1e18 <= x <= 2e15. */
    double deviation; /**< s [price], 0 <= x <= 1e16. */
    double width;     /**< Distance of the bands over m [1], 0 <= x <= 1e4. */
    double percent_b; /**< 0 where the close is on the lower band, 1 on the upper [1],
                           -1e4 <= x <= 1e4. */
} sigma_bollinger_result;

SIGMA_LAYOUT(sigma_bollinger_result, 48);

/**
 * Starts bands around the mean of period closes.
 *
 * @param[out] bollinger  The state; all zero on error.
 * @param      period     n [bars], 1 <= x <= 256; Bollinger used 20.
 * @param      multiple   k [std dev], 0.001 <= x <= 100; Bollinger used 2.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_bollinger_init(sigma_bollinger *bollinger,
                                                             int32_t period, double multiple);

/**
 * Adds one closed bar.
 *
 * @param[in,out] bollinger  The state; unchanged on error.
 * @param         close      Last price [price], 1e-15 <= x <= 1e15.
 * @param[out]    result     The bands; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_bollinger_update(sigma_bollinger *bollinger,
                                                               double close,
                                                               sigma_bollinger_result *result);

/**
 * Reads the bands again.
 *
 * @param      bollinger  The state.
 * @param[out] result     The bands; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_bollinger_read(const sigma_bollinger *bollinger,
                                                             sigma_bollinger_result *result);

/**
 * The three bands of each of count bars: the same bits as count calls of sigma_bollinger_update().
 *
 * @param      period    n [bars], 1 <= x <= 256.
 * @param      multiple  k [std dev], 0.001 <= x <= 100.
 * @param      close     Last prices, oldest first, after any number of NaNs [price].
 * @param      count     Length of all arrays [bars], x >= 0.
 * @param[out] middle    m [price], NaN while warming up; may be close, which takes longer.
 * @param[out] upper     m + k s [price], likewise.
 * @param[out] lower     m - k s [price], likewise.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_bollinger_batch(int32_t period, double multiple,
                                                              const double *close, int32_t count,
                                                              double *middle, double *upper,
                                                              double *lower);

/**
 * Deviation, width and %b of each of count bars: the same bits as count calls of
 * sigma_bollinger_update().
 *
 * @param      period     n [bars], 1 <= x <= 256.
 * @param      multiple   k [std dev], 0.001 <= x <= 100.
 * @param      close      Last prices, oldest first, after any number of NaNs [price].
 * @param      count      Length of all arrays [bars], x >= 0.
 * @param[out] deviation  s [price], NaN while warming up; may be close, which takes longer.
 * @param[out] width      Distance of the bands over m [1], likewise.
 * @param[out] percent_b  %b [1], likewise.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status
sigma_bollinger_shape_batch(int32_t period, double multiple, const double *close, int32_t count,
                            double *deviation, double *width, double *percent_b);

#endif
