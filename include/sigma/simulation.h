/* SPDX-License-Identifier: MIT */
/** @file
 * Monte Carlo of a price with a target, a stop and a limit of time, of which every path can be had
 * again by its number.
 *
 * A path moves by x <- x + mu + s z each bar, from 0, where z is the normal number of
 * sigma/random.h at (seed, path, bar). It ends at the target a or the stop -b, or after the last
 * bar. Where the price is watched all the time, a bar from x to y touches both, one or neither like
 * a Brownian bridge. With L = a + b, what it touches first is the target with the probability
 *
 *     sum exp(-2 (a - x + k L) (a - y + k L) / s^2) - exp(-2 (k + 1) L ((k + 1) L + x - y) / s^2),
 *         k = 0, 1, ...                                                                      (1)
 *
 * and the stop with b + x, b + y and y - x in place of a - x, a - y and x - y, unless the bar ends
 * beyond that barrier, which it has then touched first where it has not the other. Drawn with the
 * uniform number at (seed, path, 2^62 + bar). 64 terms are taken, which is all down to an L of
 * s / 14; of nearer barriers the one that a bar ends beyond is too likely.
 *
 * A block is 1,024 paths, in the order of their numbers. Its counts are whole numbers, which may be
 * added in any order; its sums of ends are not, so they are taken over a block in order, and blocks
 * are added in order. Then any split of the blocks over machines gives the same bits.        (2)
 *
 * Estimates come with standard errors: sqrt(p (1 - p) / n) of a share, the deviation over sqrt(n)
 * of a mean. The deviation is taken from sums of squares: below 1e-6 of the mean it is rounding.
 *                                                                                            (3)
 *
 * Sources: Glasserman, Monte Carlo Methods in Financial Engineering (2003) 6.4; Anderson, Annals of
 * Mathematical Statistics 31 (1960), for (1).
 */
#ifndef SIGMA_SIMULATION_H
#define SIGMA_SIMULATION_H

#include "sigma/base.h"

/** Paths in a block. */
#define SIGMA_SIMULATION_BLOCK 1024

/** What is simulated. */
typedef struct sigma_simulation_params {
    double drift;     /**< mu, mean change of the logarithm in a bar [1], -1000 <= x <= 1000. */
    double deviation; /**< s, its standard deviation [1], 1e-9 <= x <= 1000. */
    double target;    /**< a, log(target / price), 0 for none [1], 0 <= x <= 1000. */
    double stop;      /**< b, log(price / stop), 0 for none [1], 0 <= x <= 1000. */
    int64_t seed;     /**< Any number. */
    int32_t bars;     /**< Limit of time [bars], 1 <= x <= 1000000. */
    int32_t closes;   /**< 1 if the price is looked at when bars close, 0 all the time (1) [1],
                           0 <= x <= 1. */
} sigma_simulation_params;

SIGMA_LAYOUT(sigma_simulation_params, 48);

/** One path. */
typedef struct sigma_simulation_path {
    double end;      /**< Logarithm of the last price over the first; of a price that is watched all
                          the time at a target or stop the distance of that [1],
                          -1e15 <= x <= 1e15. */
    int32_t bars;    /**< Bars until then [bars], 0 <= x <= 1000000. */
    int32_t barrier; /**< SIGMA_BARRIER_... */
} sigma_simulation_path;

SIGMA_LAYOUT(sigma_simulation_path, 16);

/** Sums over paths. */
typedef struct sigma_simulation_tally {
    double ends;    /**< Sum of the ends [1], -1e30 <= x <= 1e30. */
    double squares; /**< Sum of their squares [1], 0 <= x <= 1e45. */
    int64_t paths;  /**< Paths [1], 0 <= x <= 1000000000000. */
    int64_t target; /**< Of these, ended at the target [1], 0 <= x <= 1000000000000. */
    int64_t stop;   /**< Ended at the stop [1], 0 <= x <= 1000000000000. */
    int64_t above;  /**< Ended above the first price [1], 0 <= x <= 1000000000000. */
    int64_t bars;   /**< Bars of all paths [bars], 0 <= x <= 1000000000000000000. */
} sigma_simulation_tally;

SIGMA_LAYOUT(sigma_simulation_tally, 56);

/** Estimates and their standard errors (3). */
typedef struct sigma_simulation_result {
    double target;        /**< Share of paths that end at the target [1], 0 <= x <= 1. */
    double target_error;  /**< Its standard error [1], 0 <= x <= 1. */
    double stop;          /**< Share that ends at the stop [1], 0 <= x <= 1. */
    double stop_error;    /**< Its standard error [1], 0 <= x <= 1. */
    double neither;       /**< Share that ends at neither [1], 0 <= x <= 1. */
    double neither_error; /**< Its standard error [1], 0 <= x <= 1. */
    double above;         /**< Share that ends above the first price [1], 0 <= x <= 1. */
    double above_error;   /**< Its standard error [1], 0 <= x <= 1. */
    double end;           /**< Mean end [1], -1e30 <= x <= 1e30. */
    double end_error;     /**< Its standard error [1], 0 <= x <= 1e30. */
    double bars;          /**< Mean time [bars], 0 <= x <= 1e18. */
} sigma_simulation_result;

SIGMA_LAYOUT(sigma_simulation_result, 88);

/**
 * Follows one path.
 *
 * @param      params  What is simulated.
 * @param      number  The path, as sigma/random.h takes it.
 * @param[out] path    How it ended; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_simulation_follow(
    const sigma_simulation_params *params, int64_t number, sigma_simulation_path *path);

/**
 * Sums over one block: the paths from 1024 block to 1024 block + 1023.
 *
 * @param      params  What is simulated.
 * @param      block   Number of the block [1], 0 <= x <= 900000000.
 * @param[out] tally   The sums; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_simulation_block(
    const sigma_simulation_params *params, int64_t block, sigma_simulation_tally *tally);

/**
 * Adds the sums of one block to those of the blocks before it (2).
 *
 * @param[in,out] tally  The sums so far, all zero to begin with; unchanged on error.
 * @param         block  Sums of the next block.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for sums that cannot be of paths, and for
 *         more than the ranges hold.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_simulation_add(sigma_simulation_tally *tally,
                                                             const sigma_simulation_tally *block);

/**
 * Sums over the blocks from 0 to blocks - 1: the same bits as sigma_simulation_block() and
 * sigma_simulation_add() of each.
 *
 * @param      params  What is simulated.
 * @param      blocks  Number of blocks [1], 1 <= x <= 900000000.
 * @param[out] tally   The sums; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_simulation_run(const sigma_simulation_params *params,
                                                             int64_t blocks,
                                                             sigma_simulation_tally *tally);

/**
 * Estimates from sums (3).
 *
 * @param      tally   The sums, of one path or more.
 * @param[out] result  Estimates with their standard errors; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_simulation_read(const sigma_simulation_tally *tally,
                                                              sigma_simulation_result *result);

#endif
