/* SPDX-License-Identifier: MIT */
/** @file
 * A technical score of 0 to 10 for a side, confirmed by a higher timeframe.
 *
 * The state is fed the bars of one symbol. It keeps two averages of them, and resamples them
 * (sigma/resample.h) to bars of a higher timeframe with three averages of their own. Only finished
 * higher bars count, so nothing looks ahead. The higher timeframe leans
 *
 *     up    where its EMA 1 > EMA 2 and its last close > EMA 3,
 *     down  where both are the mirror image, else neither way.                               (1)
 *
 * Points of a long, those of a short being the mirror image:
 *
 *     RSI     2 below rsi_low, 1 below rsi_near                                              (2)
 *     MACD    2 with a histogram above 0                                                     (3)
 *     HIGHER  2 where (1) leans up, -1.5 where it leans down                                 (4)
 *     EMA     2 with close > EMA 1 > EMA 2                                                   (5)
 *     ADX     1 with an ADX above adx_min                                                    (6)
 *     BAND    1 with the close at or below the lower Bollinger band                          (7)
 *
 * score = their sum, not below 0. An entry is refused for a score below score_min, against the
 * higher timeframe unless counter allows it (neither way is not against), and while a schedule
 * blocks entries. No edge is claimed.
 *
 * Source: the published Hybrid system, which runs 4 h over 1 h and asks for scores of 2.5 in forex,
 * 3.0 in futures, 2.5 in crypto. How near a band (7) has to be is not published.
 */
#ifndef SIGMA_TECHNICAL_H
#define SIGMA_TECHNICAL_H

#include "sigma/market.h"
#include "sigma/resample.h"

/** What to ask for. Start from sigma_technical_defaults(). Fields: interval <= higher, offset <
 * higher, rsi_low <= rsi_near. */
typedef struct sigma_technical_params {
    int64_t interval; /**< Length of a bar [ns], 1 <= x <= 31622400000000000. */
    int64_t higher;   /**< Length of a higher bar [ns], 1 <= x <= 31622400000000000, default
                           4 intervals. */
    int64_t offset;   /**< Start of the grid of higher bars [ns], 0 <= x <= 31622400000000000,
                           default 0. */
    double rsi_low;   /**< (2) [1], 0 <= x <= 50, default 30. */
    double rsi_near;  /**< (2) [1], 0 <= x <= 50, default 40. */
    double adx_min;   /**< (6) [1], 0 <= x <= 100, default 25. */
    double score_min; /**< Least score of an entry [1], 0 <= x <= 10. */
    int32_t ema[2];   /**< Periods of the averages, shorter first [bars], 1 <= x <= 10000, default
                           10, 21. */
    int32_t trend[3]; /**< The same of the higher timeframe [bars], 1 <= x <= 10000, default 10,
                           21, 50. */
    int32_t counter;  /**< 1 to allow entries against the higher timeframe [1], 0 <= x <= 1,
                           default 0. */
} sigma_technical_params;

SIGMA_LAYOUT(sigma_technical_params, 80);

/** The averages, running. Set them up with sigma_technical_init(). */
typedef struct sigma_technical {
    sigma_technical_params params; /**< As they were given. */
    sigma_resample bars;           /**< Makes the higher bars. */
    sigma_ema ema[2];              /**< Averages of the bars. */
    sigma_ema trend[3];            /**< Averages of the higher bars. */
    double close;                  /**< Close of the last higher bar, 0 before the first [price],
                                        0 <= x <= 1e15. */
    int32_t tag;                   /**< Set by init. */
    int32_t reserved;              /**< 0. */
} sigma_technical;

SIGMA_LAYOUT(sigma_technical, 384);

/** The score of a side. */
typedef struct sigma_technical_result {
    double point[6];  /**< By SIGMA_POINT_...: (2) to (7) [1], -1.5 <= x <= 2. */
    double score;     /**< Their sum [1], 0 <= x <= 10. */
    uint64_t refused; /**< Set of SIGMA_OBSTACLE_... that stand against an entry. */
    int32_t trend;    /**< SIGMA_SIDE_... to which the higher timeframe leans (1), UNKNOWN for
                           neither. */
    int32_t side;     /**< SIGMA_SIDE_... that may be entered; UNKNOWN where something refuses. */
} sigma_technical_result;

SIGMA_LAYOUT(sigma_technical_result, 72);

/** The scores of both sides, and which one of them is ahead. */
typedef struct sigma_technical_sides {
    sigma_technical_result longs;  /**< Of SIGMA_SIDE_LONG. */
    sigma_technical_result shorts; /**< Of SIGMA_SIDE_SHORT. */
    double score;                  /**< The greater of both scores [1], 0 <= x <= 10. */
    int32_t side;                  /**< SIGMA_SIDE_... whose score is greater, if it may be entered;
                                        UNKNOWN where none is, or something refuses. */
    int32_t reserved;              /**< 0. */
} sigma_technical_sides;

SIGMA_LAYOUT(sigma_technical_sides, 160);

/**
 * Fills the parameters for an asset: score_min 3 for futures, 2.5 for all others.
 *
 * @param      asset     SIGMA_ASSET_..., not UNKNOWN.
 * @param      interval  Length of a bar [ns], 1 <= x <= 7905600000000000, a quarter of 366 days.
 * @param[out] params    The parameters; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_technical_defaults(int32_t asset, int64_t interval,
                                                                 sigma_technical_params *params);

/**
 * Starts the averages.
 *
 * @param[out] technical  The state; all zero on error.
 * @param      params     What to ask for.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_technical_init(sigma_technical *technical,
                                                             const sigma_technical_params *params);

/**
 * Adds one closed bar.
 *
 * @param[in,out] technical  The state; unchanged on error.
 * @param         bar        The bar.
 * @return SIGMA_OK, SIGMA_WARMUP while an average lacks a value, SIGMA_E_NULL, SIGMA_E_STATE,
 *         SIGMA_E_RANGE or SIGMA_E_ORDER as in sigma_resample_update().
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_technical_update(sigma_technical *technical,
                                                               const sigma_bar *bar);

/**
 * Which way the higher timeframe leans (1), to confirm any signal.
 *
 * @param      technical  The state.
 * @param[out] side       SIGMA_SIDE_..., UNKNOWN for neither; UNKNOWN unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while an average of it lacks a value, SIGMA_E_NULL or
 *         SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_technical_trend(const sigma_technical *technical,
                                                              int32_t *side);

/**
 * Scores a side by (2) to (7).
 *
 * @param      technical  The state, fed the same bars as the features' market.
 * @param      features   What to look at.
 * @param      side       SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT.
 * @param      open       1 where entries are allowed, as sigma_schedule_result.entry says, else 0.
 * @param[out] result     The score; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while a feature or an average lacks a value, SIGMA_E_NULL,
 *         SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_technical_evaluate(const sigma_technical *technical,
                                                                 const sigma_features *features,
                                                                 int32_t side, int32_t open,
                                                                 sigma_technical_result *result);

/**
 * Adds one closed bar and scores both sides: sigma_technical_update() and
 * sigma_technical_evaluate() of each, bit for bit, in one call that looks at state and features
 * once.
 *
 * @param[in,out] technical  The state; unchanged on error.
 * @param         bar        The bar.
 * @param         features   What to look at, of the same bar.
 * @param         open       1 where entries are allowed, as sigma_schedule_result.entry says, else
 * 0.
 * @param[out]    sides      The scores; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while a feature or an average lacks a value, SIGMA_E_NULL,
 *         SIGMA_E_STATE, SIGMA_E_RANGE, or SIGMA_E_ORDER as in sigma_resample_update().
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_technical_step(sigma_technical *technical,
                                                             const sigma_bar *bar,
                                                             const sigma_features *features,
                                                             int32_t open,
                                                             sigma_technical_sides *sides);

#endif
