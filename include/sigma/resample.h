/* SPDX-License-Identifier: MIT */
/** @file
 * Bars of a higher timeframe out of those of a lower one.
 *
 * A bar belongs to the interval in which it opens. Intervals lie on a grid
 *
 *     start = offset + interval floor((time - offset) / interval),   end = start + interval  (1)
 *
 * of UTC, or of the session of a schedule, from whose start they are counted, the last one ending
 * with it:
 *
 *     start = session + interval floor((time - session) / interval),
 *     end   = the lesser of start + interval and the session's end                           (2)
 *
 * Only finished bars come out, so that nothing of the future is in them. An interval is finished
 * when a bar opens at or behind its end; or, where the length of the lower bars is known, already
 * with the bar that reaches its end. One bar can finish two intervals: one that it leaves behind,
 * across a gap, and its own. Intervals without a bar are left out, none are invented.
 *
 * A finished bar has the time of its interval's start, the first open, the highest high, the lowest
 * low, the last close, and the sum of the volumes in their order, at most 1e18.
 */
#ifndef SIGMA_RESAMPLE_H
#define SIGMA_RESAMPLE_H

#include "sigma/bar.h"
#include "sigma/schedule.h"

/** A resampler, running. Set it up with sigma_resample_init() or sigma_resample_init_session(). */
typedef struct sigma_resample {
    sigma_bar forming;     /**< The bar that is not finished; all zero between bars. */
    int64_t interval;      /**< Length of the higher bars [ns], 1 <= x <= 31622400000000000. */
    int64_t offset;        /**< Start of the grid [ns], 0 <= x <= 31622400000000000. */
    int64_t source;        /**< Length of the lower bars, 0 unknown [ns],
                                0 <= x <= 31622400000000000. */
    int64_t end;           /**< End of the last interval [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t time;          /**< Time of the last bar [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t session_start; /**< Of the last session [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t session_end;   /**< Of the last session [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t bars;          /**< Bars seen [bars], x >= 0. */
    int64_t skipped;       /**< Of these, outside every session [bars], x >= 0. */
    int32_t tag;           /**< Set by init. */
    int32_t by_session;    /**< 1 for (2), 0 for (1) [1], 0 <= x <= 1. */
} sigma_resample;

SIGMA_LAYOUT(sigma_resample, 128);

/** Bars that one lower bar finished. */
typedef struct sigma_resample_result {
    sigma_bar bars[2]; /**< Oldest first; all zero behind count. */
    int32_t count;     /**< Finished bars [bars], 0 <= x <= 2. */
    int32_t reserved;  /**< 0. */
} sigma_resample_result;

SIGMA_LAYOUT(sigma_resample_result, 104);

/**
 * Starts resampling on the grid of UTC (1).
 *
 * @param[out] resample  The state; all zero on error.
 * @param      interval  Length of the higher bars [ns], 1 <= x <= 366 days.
 * @param      offset    Start of the grid [ns], 0 <= x < interval: 4 days for weeks that begin on
 *                       Monday, as 1970-01-01 was a Thursday.
 * @param      source    Length of the lower bars [ns], 0 <= x <= interval; 0 if unknown or varying,
 *                       which costs one lower bar of delay.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_resample_init(sigma_resample *resample,
                                                            int64_t interval, int64_t offset,
                                                            int64_t source);

/**
 * Starts resampling by sessions (2). Bars outside every session are counted and left out. An
 * interval at least as long as the sessions gives one bar for each.
 *
 * @param[out] resample  The state; all zero on error.
 * @param      interval  Length of the higher bars [ns], 1 <= x <= 366 days.
 * @param      source    Length of the lower bars [ns], 0 <= x <= interval, 0 if unknown.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_resample_init_session(sigma_resample *resample,
                                                                    int64_t interval,
                                                                    int64_t source);

/**
 * Adds one closed lower bar.
 *
 * @param[in,out] resample  The state, of sigma_resample_init(); unchanged on error.
 * @param         bar       The bar.
 * @param[out]    result    What it finished; all zero on error.
 * @return SIGMA_OK if it finished a bar, SIGMA_WARMUP if not, SIGMA_E_NULL, SIGMA_E_STATE,
 *         SIGMA_E_RANGE, also for intervals that begin or end beyond the last instant, or
 *         SIGMA_E_ORDER for a bar that is not later than the last, or that opens in an interval
 *         already finished, which means that source is not the bars' length.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_resample_update(sigma_resample *resample,
                                                              const sigma_bar *bar,
                                                              sigma_resample_result *result);

/**
 * Adds one closed lower bar, by the sessions of a schedule.
 *
 * @param[in,out] resample  The state, of sigma_resample_init_session(); unchanged on error.
 * @param         schedule  The schedule, the same at each call.
 * @param         bar       The bar.
 * @param[out]    result    What it finished; all zero on error.
 * @return SIGMA_OK if it finished a bar, SIGMA_WARMUP if not, SIGMA_E_NULL, SIGMA_E_STATE,
 *         SIGMA_E_RANGE, also for a bad schedule, or SIGMA_E_ORDER as in sigma_resample_update().
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status
sigma_resample_update_session(sigma_resample *resample, const sigma_schedule *schedule,
                              const sigma_bar *bar, sigma_resample_result *result);

/**
 * Reads the bar that is forming: what the higher bar would be if it closed now.
 *
 * @param      resample  The state.
 * @param[out] bar       The bar; all zero if none is forming, and on error.
 * @return SIGMA_OK, SIGMA_WARMUP if none is forming, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_resample_read(const sigma_resample *resample,
                                                            sigma_bar *bar);

/**
 * Adds count bars: the same bars as count calls of sigma_resample_update().
 *
 * @param[in,out] resample  The state; unchanged on error.
 * @param         bars      The lower bars, oldest first.
 * @param         count     Their number [bars], 0 <= x <= 2147483646.
 * @param[out]    finished  The finished bars; room for count + 1. On error untouched.
 * @param[out]    known     For each, the index of the lower bar that finished it: before that one
 *                          closed it could not be known. Room for count + 1; on error untouched.
 * @param[out]    length    Number of finished bars [bars]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, or SIGMA_E_RANGE or SIGMA_E_ORDER of the first bar
 *         that has it; SIGMA_E_RANGE also for arrays that overlap.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_resample_batch(sigma_resample *resample,
                                                             const sigma_bar *bars, int32_t count,
                                                             sigma_bar *finished, int32_t *known,
                                                             int32_t *length);

/**
 * Adds count bars by the sessions of a schedule: the same bars as count calls of
 * sigma_resample_update_session().
 *
 * @param[in,out] resample  The state; unchanged on error.
 * @param         schedule  The schedule.
 * @param         bars      The lower bars, oldest first.
 * @param         count     Their number [bars], 0 <= x <= 2147483646.
 * @param[out]    finished  The finished bars; room for count + 1. On error untouched.
 * @param[out]    known     For each, the index of the lower bar that finished it. Room for
 *                          count + 1; on error untouched.
 * @param[out]    length    Number of finished bars [bars]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, or SIGMA_E_RANGE or SIGMA_E_ORDER of the first bar
 *         that has it; SIGMA_E_RANGE also for arrays that overlap and for a bad schedule.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_resample_batch_session(
    sigma_resample *resample, const sigma_schedule *schedule, const sigma_bar *bars, int32_t count,
    sigma_bar *finished, int32_t *known, int32_t *length);

#endif
