/* SPDX-License-Identifier: MIT */
/** @file
 * What traded volume says about a price.
 *
 * On-balance volume. A bar that closes above the one before adds its volume, one that closes below
 * takes it away, an equal close leaves it:
 *
 *     OBV_1 = 0;   OBV <- OBV + sign(C - C') V                                              (1)
 *
 * Volume-weighted average price, of the typical price P = (H + L + C) / 3:
 *
 *     VWAP = sum(P V) / sum(V)                                                              (2)
 *
 * The sums run from the first bar on, or from the first bar of a session. They count differences
 * from the first P, so that a flat price is its own average, and keep what rounding would lose, so
 * that they do not drift: after 10 million bars (1) and (2) are still right to the last digits. As
 * long as nothing was traded, (2) has no weights and is the last P.
 *
 * Both depend on where they start, and so on all bars that they were given.
 *
 * Money flow index, over the last n bars and the one before them: the money that went into bars
 * whose typical price rose, as a share of what went into all that rose or fell,
 *
 *     MFI = 100 sum(P V where P > P') / sum(P V where P != P')                              (3)
 *
 * each summed along one fixed tree, so that it depends on these n + 1 bars alone. Whether P rose is
 * decided on H + L + C, where sums that differ by less than 2^-50 of themselves are equal: rounding
 * can make decimal prices of the same sum differ by 6 x 2^-53, and one tick is more than that as
 * long as a price has fewer than 1e14 of them. Where no money flowed, (3) is 50.
 *
 * Sources: (1) Granville, New Key to Stock Market Profits (1963), who leaves the start open; charts
 * that start with the first volume differ by it. (2) Berkowitz, Logue, Noser, The total cost of
 * transactions on the NYSE, Journal of Finance 43 (1988), with the typical price for the trades.
 * (3) Quong and Soudack, Volume-weighted RSI: money flow, Technical Analysis of Stocks &
 * Commodities 7 (1989).
 */
#ifndef SIGMA_VOLUME_H
#define SIGMA_VOLUME_H

#include "sigma/base.h"

/** On-balance volume, running. Set it up with sigma_obv_init(); copy it to look ahead. */
typedef struct sigma_obv {
    double value;  /**< OBV [1], -1e33 <= x <= 1e33. */
    double rest;   /**< What rounding took from it [1], -1e33 <= x <= 1e33. */
    double close;  /**< Last close, 0 before the first bar [price], 0 <= x <= 1e15. */
    int32_t tag;   /**< Set by init. */
    int32_t count; /**< Bars seen, stops at 1 [bars], 0 <= x <= 1. */
} sigma_obv;

SIGMA_LAYOUT(sigma_obv, 32);

/** Volume-weighted average price, running. Set it up with sigma_vwap_init(). */
typedef struct sigma_vwap {
    double first;       /**< First typical price [price], 0 <= x <= 1e15. */
    double last;        /**< Last typical price [price], 0 <= x <= 1e15. */
    double moved;       /**< Sum of (P - first) V [price], -1e48 <= x <= 1e48. */
    double moved_rest;  /**< What rounding took from it [price], -1e48 <= x <= 1e48. */
    double volume;      /**< Sum of V [1], 0 <= x <= 1e33. */
    double volume_rest; /**< What rounding took from it [1], -1e33 <= x <= 1e33. */
    int64_t session;    /**< Session of the last bar. */
    int32_t tag;        /**< Set by init. */
    int32_t count;      /**< Bars seen, stops at 1 [bars], 0 <= x <= 1. */
} sigma_vwap;

SIGMA_LAYOUT(sigma_vwap, 64);

/**
 * Starts on-balance volume.
 *
 * @param[out] obv  The state.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_obv_init(sigma_obv *obv);

/**
 * Adds one closed bar.
 *
 * @param[in,out] obv     The state; unchanged on error.
 * @param         close   Last price [price], 1e-15 <= x <= 1e15.
 * @param         volume  Traded volume, in any unit [1], 0 <= x <= 1e18.
 * @param[out]    value   OBV [1]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_obv_update(sigma_obv *obv, double close,
                                                         double volume, double *value);

/**
 * Reads the value again.
 *
 * @param      obv    The state.
 * @param[out] value  OBV [1]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP before the first bar, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_obv_read(const sigma_obv *obv, double *value);

/**
 * OBV of each of count bars: the same bits as count calls of sigma_obv_update().
 *
 * @param      close   Last prices, oldest first [price], 1e-15 <= x <= 1e15.
 * @param      volume  Traded volumes [1], 0 <= x <= 1e18.
 * @param      count   Length of all three arrays [bars], x >= 0.
 * @param[out] values  OBV [1]; may be one of the inputs; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_obv_batch(const double *close, const double *volume,
                                                        int32_t count, double *values);

/**
 * Starts an average price.
 *
 * @param[out] vwap  The state.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_vwap_init(sigma_vwap *vwap);

/**
 * Ends the session if the next bar belongs to another one: the sums start anew with that bar.
 *
 * @param[in,out] vwap     The state; unchanged on error.
 * @param         session  Any number that differs between sessions, such as the count of days; one
 *                         that never changes, or never calling this, makes it run for ever.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_vwap_session(sigma_vwap *vwap, int64_t session);

/**
 * Adds one closed bar to the session.
 *
 * @param[in,out] vwap    The state; unchanged on error.
 * @param         high    Highest price [price], low <= x <= 1e15.
 * @param         low     Lowest price [price], 1e-15 <= x <= high.
 * @param         close   Last price [price], low <= x <= high.
 * @param         volume  Traded volume, in any unit [1], 0 <= x <= 1e18.
 * @param[out]    value   VWAP [price]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_vwap_update(sigma_vwap *vwap, double high, double low,
                                                          double close, double volume,
                                                          double *value);

/**
 * Reads the average again.
 *
 * @param      vwap   The state.
 * @param[out] value  VWAP [price]; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP before the first bar of a session, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_vwap_read(const sigma_vwap *vwap, double *value);

/**
 * VWAP of each of count bars from the first on: the same bits as count calls of
 * sigma_vwap_update(). Sessions are columns of their own.
 *
 * @param      high    Highest prices, oldest first [price].
 * @param      low     Lowest prices [price].
 * @param      close   Last prices [price].
 * @param      volume  Traded volumes [1], 0 <= x <= 1e18.
 * @param      count   Length of all five arrays [bars], x >= 0.
 * @param[out] values  VWAP [price]; may be one of the inputs; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_vwap_batch(const double *high, const double *low,
                                                         const double *close, const double *volume,
                                                         int32_t count, double *values);

/** A running money flow index. Set it up with sigma_mfi_init(); copy it to look ahead. */
typedef struct sigma_mfi {
    double rising[512];  /**< 3 P V of bars that rose, else 0, oldest first [1], 0 <= x <= 1e34. */
    double falling[512]; /**< 3 P V of bars that fell, else 0, oldest first [1], 0 <= x <= 1e34. */
    double last;         /**< H + L + C of the last bar, 0 before the first [price],
                              0 <= x <= 3e15. */
    int32_t tag;         /**< Set by init. */
    int32_t period;      /**< n [bars], 1 <= x <= 256. */
    int32_t end;         /**< Flows held; fewer than n while warming up [bars], 0 <= x <= 511. */
    int32_t reserved;    /**< 0. */
} sigma_mfi;

SIGMA_LAYOUT(sigma_mfi, 8216);

/**
 * Starts a money flow index over period bars and the one before them.
 *
 * @param[out] mfi     The state; all zero on error.
 * @param      period  n [bars], 1 <= x <= 256; 14 is usual.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_mfi_init(sigma_mfi *mfi, int32_t period);

/**
 * Adds one closed bar.
 *
 * @param[in,out] mfi     The state; unchanged on error.
 * @param         high    Highest price [price], low <= x <= 1e15.
 * @param         low     Lowest price [price], 1e-15 <= x <= high.
 * @param         close   Last price [price], low <= x <= high.
 * @param         volume  Traded volume, in any unit [1], 0 <= x <= 1e18.
 * @param[out]    value   MFI [1], 0 <= x <= 100; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP for the first period bars, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_mfi_update(sigma_mfi *mfi, double high, double low,
                                                         double close, double volume,
                                                         double *value);

/**
 * Reads the index again.
 *
 * @param      mfi    The state.
 * @param[out] value  MFI [1], 0 <= x <= 100; 0 unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_mfi_read(const sigma_mfi *mfi, double *value);

/**
 * MFI of each of count bars: the same bits as count calls of sigma_mfi_update().
 *
 * @param      period  n [bars], 1 <= x <= 256.
 * @param      high    Highest prices, oldest first [price].
 * @param      low     Lowest prices [price].
 * @param      close   Last prices [price].
 * @param      volume  Traded volumes [1], 0 <= x <= 1e18.
 * @param      count   Length of all five arrays [bars], x >= 0.
 * @param[out] values  MFI [1], NaN while warming up; may be one of the inputs, but then each window
 *                     is summed by itself, which takes longer; untouched on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for arrays that overlap in part.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_mfi_batch(int32_t period, const double *high,
                                                        const double *low, const double *close,
                                                        const double *volume, int32_t count,
                                                        double *values);

#endif
