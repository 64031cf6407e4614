/* SPDX-License-Identifier: MIT */
/** @file
 * Signals: which side, if any, the features speak for.
 *
 * Trend. Long when every one of these holds, short when every mirror image does, else unknown:
 *
 *     close > EMA 3,   EMA 2 > EMA 3,   +DI > -DI,   ADX >= adx_min                         (1)
 *
 * strength = min(ADX / 50, 1), 0 without a side. The signal looks at closed bars only. It is here
 * to show the desk at work, and no edge is claimed.
 *
 * Source: (1) after Wilder, New Concepts in Technical Trading Systems (1978) ch. 4, who trades the
 * crossing of the DIs and stands aside below an ADX of 25.
 */
#ifndef SIGMA_SIGNAL_H
#define SIGMA_SIGNAL_H

#include "sigma/market.h"

/** When to speak. Start from sigma_signal_defaults(). */
typedef struct sigma_signal_params {
    double adx_min; /**< Least strength of a trend [1], 1 <= x <= 100, default 25. */
} sigma_signal_params;

SIGMA_LAYOUT(sigma_signal_params, 8);

/** What a signal says. */
typedef struct sigma_signal_result {
    double strength;  /**< How strongly [1], 0 <= x <= 1. */
    int32_t side;     /**< SIGMA_SIDE_...; UNKNOWN means stand aside. */
    int32_t reserved; /**< 0. */
} sigma_signal_result;

SIGMA_LAYOUT(sigma_signal_result, 16);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_signal_defaults(sigma_signal_params *params);

/**
 * Trend signal by (1).
 *
 * @param      params    When to speak.
 * @param      features  What to look at.
 * @param[out] result    What it says; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while a feature of (1) lacks a value, SIGMA_E_NULL or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_signal_trend(const sigma_signal_params *params,
                                                           const sigma_features *features,
                                                           sigma_signal_result *result);

#endif
