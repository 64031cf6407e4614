/* SPDX-License-Identifier: MIT */
/** @file
 * One open position.
 */
#ifndef SIGMA_POSITION_H
#define SIGMA_POSITION_H

#include "sigma/base.h"

/** A position as it stands now. */
typedef struct sigma_position {
    int64_t time;     /**< Instant of the entry [ns]. */
    double entry;     /**< Price of the entry [price], 1e-15 <= x <= 1e15. */
    double stop;      /**< Price of the stop now, 0 without one [price], 0 <= x <= 1e15. */
    double target;    /**< Price of the target, 0 without one [price], 0 <= x <= 1e15. */
    double lots;      /**< Size now; 0 means closed [lots], 0 <= x <= 1e12. */
    double risk;      /**< Loss at the stop, costs included, counted from the entry [account],
                           0 <= x <= 1e15. */
    int32_t id;       /**< The caller's number for it, x >= 1. */
    int32_t symbol;   /**< Id of the symbol, x >= 1. */
    int32_t side;     /**< SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT. */
    int32_t strategy; /**< The caller's number for the strategy, x >= 0. */
} sigma_position;

SIGMA_LAYOUT(sigma_position, 64);

/**
 * Whether a position can be used.
 *
 * @param position  The position.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_position_check(const sigma_position *position);

#endif
