/* SPDX-License-Identifier: MIT */
/** @file
 * Whether and where a price trends, and how far it strayed.
 *
 * Directional movement. With up = high - previous high and down = previous low - low, a bar moves
 * +DM = up if up > down and up > 0, else 0, and -DM = down if down > up and down > 0, else 0. Sums
 * of the true range and of both start as the plain sum of the n bars after the first, and follow
 * S <- S - S / n + x; here they are kept as averages, S / n, which gives the same ratios.
 *
 *     +DI = 100 +DM / TR;   -DI = 100 -DM / TR                                              (1)
 *     DX  = 100 |+DI - -DI| / (+DI + -DI)                                                   (2)
 *     ADX_n = mean of the first n DX;   ADX <- ADX + (DX - ADX) / n                         (3)
 *
 * A flat market has DI and DX 0. (1) and (2) begin with bar n + 1, (3) with bar 2n.
 *
 * TA-Lib and its kin start from n - 1 bars and smooth once more; after 7 n bars the two agree to a
 * thousandth.
 *
 * Z-score of the last of n values, by their mean m and the deviation s of their population:
 *
 *     Z = (x_n - m) / s                                                                     (4)
 *
 * Slope of the straight line through the last n closes that leaves the least squares:
 *
 *     slope = 12 sum (i - (n + 1) / 2) c_i / (n (n^2 - 1));   relative = slope / c_n        (5)
 *
 * Commodity channel index, by the typical price t = (high + low + close) / 3 of the last n bars and
 * its mean distance from its mean m:
 *
 *     CCI = (t_n - m) / (0.015 (|t_1 - m| + ... + |t_n - m|) / n)                           (6)
 *
 * (4) to (6) depend on the last n bars alone, and are computed from the differences between them,
 * so they stay exact where the price is large and moves little. A flat market has 0 of each; of (4)
 * so has one whose deviation is below 1e-150.
 *
 * Sources: (1) to (3) Wilder, New Concepts in Technical Trading Systems (1978) ch. 4; (6) Lambert,
 * Commodity Channel Index, Commodities (October 1980).
 */
#ifndef SIGMA_TREND_H
#define SIGMA_TREND_H

#include "sigma/base.h"

/** Directional movement, running. Set it up with sigma_adx_init(); copy it to look ahead. */
typedef struct sigma_adx {
    double range;     /**< Mean true range; their sum for n bars [price], 0 <= x <= 1e19. */
    double plus;      /**< Mean +DM; their sum for n bars [price], 0 <= x <= 1e19. */
    double minus;     /**< Mean -DM; their sum for n bars [price], 0 <= x <= 1e19. */
    double value;     /**< ADX; sum of DX for n bars [1], 0 <= x <= 1e6. */
    double high;      /**< Last high, 0 before the first bar [price], 0 <= x <= 1e15. */
    double low;       /**< Last low, 0 before the first bar [price], 0 <= x <= 1e15. */
    double close;     /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 10000. */
    int32_t count;    /**< Bars seen, stops at 2n [bars], 0 <= x <= 20000. */
    int32_t reserved; /**< 0. */
} sigma_adx;

SIGMA_LAYOUT(sigma_adx, 72);

/** Direction and strength of a trend. */
typedef struct sigma_adx_result {
    double adx;      /**< Strength, whatever the direction [1], 0 <= x <= 100. */
    double plus_di;  /**< Upward movement [1], 0 <= x <= 100. */
    double minus_di; /**< Downward movement [1], 0 <= x <= 100. */
} sigma_adx_result;

SIGMA_LAYOUT(sigma_adx_result, 24);

/**
 * Starts directional movement over period bars.
 *
 * @param[out] adx     The state; all zero on error.
 * @param      period  n [bars], 1 <= x <= 10000; Wilder used 14.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_init(sigma_adx *adx, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] adx     The state; unchanged on error.
 * @param         high    Highest price [price], low <= x <= 1e15.
 * @param         low     Lowest price [price], 1e-15 <= x <= high.
 * @param         close   Last price [price], low <= x <= high.
 * @param[out]    result  ADX and both DI; while warming up the DI from bar n + 1 on, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP for the first 2 period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_update(sigma_adx *adx, double high, double low,
                                                         double close, sigma_adx_result *result);

/**
 * Reads the values again.
 *
 * @param      adx     The state.
 * @param[out] result  ADX and both DI; while warming up the DI from bar n + 1 on, else zero.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_read(const sigma_adx *adx,
                                                       sigma_adx_result *result);

/**
 * ADX and both DI of each of count bars: the same bits as count calls of sigma_adx_update().
 *
 * @param      period    n [bars], 1 <= x <= 10000.
 * @param      high      Highest prices, oldest first [price].
 * @param      low       Lowest prices [price].
 * @param      close     Last prices [price].
 * @param      count     Length of all arrays [bars], x >= 0.
 * @param[out] adx       ADX [1], NaN while warming up; may be one of the inputs.
 * @param[out] plus_di   +DI [1], NaN for the first n bars; may be one of the inputs.
 * @param[out] minus_di  -DI [1], NaN for the first n bars; may be one of the inputs.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_adx_batch(int32_t period, const double *high,
                                                        const double *low, const double *close,
                                                        int32_t count, double *adx, double *plus_di,
                                                        double *minus_di);

/** The last n values and their Z-score. Set it up with sigma_zscore_init(); copy it to look
 * ahead. */
typedef struct sigma_zscore {
    double x[512];    /**< Values, oldest first, of which the last n count [x],
                           -1e15 <= x <= 1e15. */
    int32_t tag;      /**< Set by init. */
    int32_t period;   /**< n [bars], 1 <= x <= 256. */
    int32_t end;      /**< Values held; fewer than n while warming up [bars], 0 <= x <= 511. */
    int32_t reserved; /**< 0. */
} sigma_zscore;

SIGMA_LAYOUT(sigma_zscore, 4112);

/**
 * Starts a Z-score over period values.
 *
 * @param[out] zscore  The state; all zero on error.
 * @param      period  n [bars], 1 <= x <= 256.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_zscore_init(sigma_zscore *zscore, int32_t period);

/**
 * Adds one value.
 *
 * @param[in,out] zscore  The state; unchanged on error.
 * @param         x       The value, a price or any other [x], -1e15 <= x <= 1e15.
 * @param[out]    value   Z [std dev], at most the root of n - 1; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 values, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_zscore_update(sigma_zscore *zscore, double x,
                                                            double *value);

/**
 * Reads the value again.
 *
 * @param      zscore  The state.
 * @param[out] value   Z [std dev]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_zscore_read(const sigma_zscore *zscore,
                                                          double *value);

/**
 * Z-score of each of count values: the same bits as count calls of sigma_zscore_update().
 *
 * @param      period  n [bars], 1 <= x <= 256.
 * @param      x       Values, oldest first, after any number of NaNs [x].
 * @param      count   Length of both arrays [bars], x >= 0.
 * @param[out] values  Z [std dev], NaN while warming up; may be x, which takes longer; untouched on
 *                     error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_zscore_batch(int32_t period, const double *x,
                                                           int32_t count, double *values);

/** The last n closes and their slope. Set it up with sigma_slope_init(); copy it to look ahead. */
typedef struct sigma_slope {
    double close[512]; /**< Closes, oldest first, of which the last n count [price],
                            0 <= x <= 1e15. */
    int32_t tag;       /**< Set by init. */
    int32_t period;    /**< n [bars], 1 <= x <= 256. */
    int32_t end;       /**< Closes held; fewer than n while warming up [bars], 0 <= x <= 511. */
    int32_t reserved;  /**< 0. */
} sigma_slope;

SIGMA_LAYOUT(sigma_slope, 4112);

/** Slope of the regression line. */
typedef struct sigma_slope_result {
    double slope;    /**< Rise a bar [price], -1e16 <= x <= 1e16. */
    double relative; /**< Rise a bar over the last close [1], -1e32 <= x <= 1e32. */
} sigma_slope_result;

SIGMA_LAYOUT(sigma_slope_result, 16);

/**
 * Starts a regression line through period closes.
 *
 * @param[out] slope   The state; all zero on error.
 * @param      period  n [bars], 1 <= x <= 256; of one close the slope is 0.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_slope_init(sigma_slope *slope, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] slope   The state; unchanged on error.
 * @param         close   Last price [price], 1e-15 <= x <= 1e15.
 * @param[out]    result  Both slopes; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_slope_update(sigma_slope *slope, double close,
                                                           sigma_slope_result *result);

/**
 * Reads the slopes again.
 *
 * @param      slope   The state.
 * @param[out] result  Both slopes; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_slope_read(const sigma_slope *slope,
                                                         sigma_slope_result *result);

/**
 * Slopes of each of count bars: the same bits as count calls of sigma_slope_update().
 *
 * @param      period    n [bars], 1 <= x <= 256.
 * @param      close     Last prices, oldest first, after any number of NaNs [price].
 * @param      count     Length of all arrays [bars], x >= 0.
 * @param[out] slope     Rise a bar [price], NaN while warming up; may be close, which takes longer.
 * @param[out] relative  Rise a bar over the last close [1], likewise.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part and for
 *         two outputs in one place; on error the outputs are untouched.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_slope_batch(int32_t period, const double *close,
                                                          int32_t count, double *slope,
                                                          double *relative);

/** The last n bars and their channel index. Set it up with sigma_cci_init(); copy it to look
 * ahead. */
typedef struct sigma_cci {
    double high[512];  /**< Highs, oldest first, of which the last n count [price],
                            0 <= x <= 1e15. */
    double low[512];   /**< Lows of the same bars [price], 0 <= x <= 1e15. */
    double close[512]; /**< Closes of the same bars [price], 0 <= x <= 1e15. */
    int32_t tag;       /**< Set by init. */
    int32_t period;    /**< n [bars], 1 <= x <= 256. */
    int32_t end;       /**< Bars held; fewer than n while warming up [bars], 0 <= x <= 511. */
    int32_t reserved;  /**< 0. */
} sigma_cci;

SIGMA_LAYOUT(sigma_cci, 12304);

/**
 * Starts a channel index over period bars.
 *
 * @param[out] cci     The state; all zero on error.
 * @param      period  n [bars], 1 <= x <= 256; Lambert used 20.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_cci_init(sigma_cci *cci, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] cci    The state; unchanged on error.
 * @param         high   Highest price [price], low <= x <= 1e15.
 * @param         low    Lowest price [price], 1e-15 <= x <= high.
 * @param         close  Last price [price], low <= x <= high.
 * @param[out]    value  CCI [1], at most 33.4 n; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period - 1 bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_cci_update(sigma_cci *cci, double high, double low,
                                                         double close, double *value);

/**
 * Reads the value again.
 *
 * @param      cci    The state.
 * @param[out] value  CCI [1]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_cci_read(const sigma_cci *cci, double *value);

/**
 * CCI of each of count bars: the same bits as count calls of sigma_cci_update().
 *
 * @param      period  n [bars], 1 <= x <= 256.
 * @param      high    Highest prices, oldest first [price].
 * @param      low     Lowest prices [price].
 * @param      close   Last prices [price].
 * @param      count   Length of all four arrays [bars], x >= 0.
 * @param[out] values  CCI [1], NaN while warming up; may be one of the inputs, which takes longer;
 *                     untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_cci_batch(int32_t period, const double *high,
                                                        const double *low, const double *close,
                                                        int32_t count, double *values);

#endif
