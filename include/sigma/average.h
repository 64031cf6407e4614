/* SPDX-License-Identifier: MIT */
/** @file
 * Averages of a series.
 *
 * Simple moving average of the last n values, summed along one fixed tree, so that it depends on
 * these values alone:
 *
 *     SMA = (x_1 + ... + x_n) / n                                                           (1)
 *
 * Exponential moving average with the gain k = 2 / (n + 1), and Wilder's, with k = 1 / n:
 *
 *     EMA_n = mean of the first n values;   EMA <- EMA + k (x - EMA)                        (2)
 *
 * A flat series is a fixed point of (2). Values below 1e-300 become 0. What came before has the
 * weight (1 - k)^m after m more bars: a thousandth is left after 3.45 (n + 1) bars, of Wilder's
 * after 6.9 n.
 *
 * Moving average convergence-divergence, three averages (2), the last one of the line:
 *
 *     line = EMA_fast(x) - EMA_slow(x);   signal = EMA(line);   histogram = line - signal   (3)
 *
 * Its line begins with bar `slow`, its signal `signal` - 1 bars later.
 *
 * Batch functions pass over the NaNs that a column may begin with, such as another indicator leaves
 * while warming up: their outputs are NaN there, and the average begins with the first number.
 *
 * Sources: (2) Wilder, New Concepts in Technical Trading Systems (1978); (3) Appel, The Moving
 * Average Convergence-Divergence Method (1979). The seed of (2) is that of most charts.
 */
#ifndef SIGMA_AVERAGE_H
#define SIGMA_AVERAGE_H

#include "sigma/base.h"

/** The last n values and their average. Set it up with sigma_sma_init(); copy it to look ahead. */
typedef struct sigma_sma {
    double x[512];    /**< Values, oldest first, of which the last n count [x],
                           -1e15 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 256. */
    int32_t end;      /**< Values held; fewer than n while warming up [bars], 0 <= x <= 511. */
    int32_t reserved; /**< 0. */
} sigma_sma;

SIGMA_LAYOUT(sigma_sma, 4112);

/**
 * Starts a simple average over period values.
 *
 * @param[out] sma     The average; all zero on error.
 * @param      period  n [bars], 1 <= x <= 256.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sma_init(sigma_sma *sma, int32_t period);

/**
 * Adds one value.
 *
 * @param[in,out] sma    The average; unchanged on error.
 * @param         x      The value [x], -1e15 <= x <= 1e15.
 * @param[out]    value  SMA [x]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 values, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sma_update(sigma_sma *sma, double x, double *value);

/**
 * Reads the average again.
 *
 * @param      sma    The average.
 * @param[out] value  SMA [x]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sma_read(const sigma_sma *sma, double *value);

/**
 * SMA of each of count values: the same bits as count calls of sigma_sma_update().
 *
 * @param      period  n [bars], 1 <= x <= 256.
 * @param      x       Values, oldest first, after any number of NaNs [x].
 * @param      count   Length of both arrays [bars], x >= 0.
 * @param[out] values  SMA [x], NaN while warming up; may be x, but then each window is summed by
 *                     itself, which takes longer; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_sma_batch(int32_t period, const double *x,
                                                        int32_t count, double *values);

/** A running exponential average, or Wilder's. Set it up with sigma_ema_init() or
 * sigma_wilder_init(); copy it to look ahead. */
typedef struct sigma_ema {
    double value;   /**< EMA; the first value while warming up [x], -1e15 <= x <= 1e15. */
    double sum;     /**< Sum of the differences from the first value while warming up [x],
                         -1e20 <= x <= 1e20. */
    int32_t tag;    /**< Set by init. */
    int32_t period; /**< n [bars], 1 <= x <= 10000. */
    int32_t count;  /**< Values seen, stops at n [bars], 0 <= x <= period. */
    int32_t wilder; /**< 1 for Wilder's gain, 0 for that of an EMA, 0 <= x <= 1. */
} sigma_ema;

SIGMA_LAYOUT(sigma_ema, 32);

/**
 * Starts an average over period values.
 *
 * @param[out] ema     The average; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_init(sigma_ema *ema, int32_t period);

/**
 * Starts Wilder's average over period values: the same state with the gain 1 / n, which is that of
 * an EMA over 2n - 1 values, but with a seed of n.
 *
 * @param[out] ema     The average; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_wilder_init(sigma_ema *ema, int32_t period);

/**
 * Adds one value.
 *
 * @param[in,out] ema    The average; unchanged on error.
 * @param         x      The value [x], -1e15 <= x <= 1e15.
 * @param[out]    value  Average [x]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 values, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_update(sigma_ema *ema, double x, double *value);

/**
 * Reads the average again.
 *
 * @param      ema    The average.
 * @param[out] value  Average [x]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_read(const sigma_ema *ema, double *value);

/**
 * EMA of each of count values: the same bits as count calls of sigma_ema_update().
 *
 * @param      period  n [bars], 1 <= x <= 10000.
 * @param      x       Values, oldest first, after any number of NaNs [x].
 * @param      count   Length of both arrays [bars], x >= 0.
 * @param[out] values  EMA [x], NaN while warming up; may be x; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_ema_batch(int32_t period, const double *x,
                                                        int32_t count, double *values);

/**
 * Wilder's average of each of count values: the same bits as count calls of sigma_ema_update() on a
 * state that sigma_wilder_init() set up.
 *
 * @param      period  n [bars], 1 <= x <= 10000.
 * @param      x       Values, oldest first, after any number of NaNs [x].
 * @param      count   Length of both arrays [bars], x >= 0.
 * @param[out] values  Average [x], NaN while warming up; may be x; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_wilder_batch(int32_t period, const double *x,
                                                           int32_t count, double *values);

/** Convergence-divergence, running. Set it up with sigma_macd_init(); copy it to look ahead. */
typedef struct sigma_macd {
    sigma_ema fast;   /**< Average of the fewer prices. */
    sigma_ema slow;   /**< Average of the more prices. */
    sigma_ema signal; /**< Average of the line. */
    int32_t tag;      /**< Set by init. */
    int32_t reserved; /**< 0. */
} sigma_macd;

SIGMA_LAYOUT(sigma_macd, 104);

/** Convergence and divergence of two averages. */
typedef struct sigma_macd_result {
    double line;      /**< Fast less slow average [price], -1e15 <= x <= 1e15. */
    double signal;    /**< Average of the line [price], -1e15 <= x <= 1e15. */
    double histogram; /**< Line less signal [price], -2e15 <= x <= 2e15. */
} sigma_macd_result;

SIGMA_LAYOUT(sigma_macd_result, 24);

/**
 * Starts a convergence-divergence.
 *
 * @param[out] macd    The state; all zero on error.
 * @param      fast    Prices of the fast average [bars], 1 <= x < slow; Appel used 12.
 * @param      slow    Prices of the slow average [bars], fast < x <= 10000; Appel used 26.
 * @param      signal  Lines of the signal [bars], 1 <= x <= 10000; Appel used 9.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_macd_init(sigma_macd *macd, int32_t fast,
                                                        int32_t slow, int32_t signal);

/**
 * Adds one closed price.
 *
 * @param[in,out] macd    The state; unchanged on error.
 * @param         close   The price [price], 1e-15 <= x <= 1e15.
 * @param[out]    result  All three; while warming up the line from bar `slow` on, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP for the first slow + signal - 2 prices, SIGMA_E_NULL,
 *         SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_macd_update(sigma_macd *macd, double close,
                                                          sigma_macd_result *result);

/**
 * Reads the values again.
 *
 * @param      macd    The state.
 * @param[out] result  All three; while warming up the line from bar `slow` on, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_macd_read(const sigma_macd *macd,
                                                        sigma_macd_result *result);

/**
 * Line, signal and histogram of each of count prices: the same bits as count calls of
 * sigma_macd_update().
 *
 * @param      fast       Prices of the fast average [bars], 1 <= x < slow.
 * @param      slow       Prices of the slow average [bars], fast < x <= 10000.
 * @param      period     Lines of the signal [bars], 1 <= x <= 10000.
 * @param      close      Prices, oldest first, after any number of NaNs [price].
 * @param      count      Length of all arrays [bars], x >= 0.
 * @param[out] line       Line [price], NaN for the first slow - 1 prices; may be close.
 * @param[out] signal     Signal [price], NaN while warming up; may be close.
 * @param[out] histogram  Histogram [price], NaN while warming up; may be close.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_macd_batch(int32_t fast, int32_t slow, int32_t period,
                                                         const double *close, int32_t count,
                                                         double *line, double *signal,
                                                         double *histogram);

#endif
