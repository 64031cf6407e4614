/* SPDX-License-Identifier: MIT */
/** @file
 * What an edge does to an account: equity curves drawn from R multiples, and what they suffer.
 *
 * A path is n trades. Each draws one of the sample's R multiples, every one as likely, with the
 * words of sigma/random.h at (seed, path), four trades to a counter, and
 *
 *     equity <- equity (1 + f R), not below 0, held at 1e100; it begins at 1                 (1)
 *     drawdown = 1 - equity / peak;   the path's is the greatest                             (2)
 *     time under water: the longest run of trades without a new peak, over n                 (3)
 *     ruin: equity at or below the level of ruin; trading stops there                        (4)
 *
 * Drawing afresh forgets the order in which the trades came: where losses cluster, drawdowns are
 * deeper than these. So a draw may take a run of several trades in their order, which keeps what
 * lasts no longer than a run (the circular block bootstrap).
 *
 * Histograms have 100 cells of a hundredth, each with its upper edge: (k / 100, (k + 1) / 100], the
 * first with 0. Counts may be added in any order; the sums of ends are taken over blocks of 1,024
 * paths in order, and blocks are added in order, so that any split gives the same bits.      (5)
 *
 * Source: Vince, The Mathematics of Money Management (1992); Politis and Romano, "A circular
 * block-resampling procedure for stationary data" (1992).
 */
#ifndef SIGMA_EQUITY_H
#define SIGMA_EQUITY_H

#include "sigma/base.h"

/** Paths in a block. */
#define SIGMA_EQUITY_BLOCK 1024

/** What is simulated. */
typedef struct sigma_equity_params {
    double risk;    /**< f, share of equity lost at -1 R [1], 0 <= x <= 1. */
    double ruin;    /**< Equity at which trading stops, as a share of the first [1],
                         0 <= x <= 1. */
    int64_t seed;   /**< Any number. */
    int32_t trades; /**< n, trades of a path [trades], 1 <= x <= 1000000. */
    int32_t run;    /**< Trades that are drawn together [trades], 1 <= x <= 100000. */
} sigma_equity_params;

SIGMA_LAYOUT(sigma_equity_params, 32);

/** One path. */
typedef struct sigma_equity_path {
    double end;       /**< Last equity over the first [1], 0 <= x <= 1e100. */
    double drawdown;  /**< Greatest drawdown (2) [1], 0 <= x <= 1. */
    int32_t trades;   /**< Trades until the end or ruin [trades], 0 <= x <= 1000000. */
    int32_t under;    /**< Longest run without a new peak [trades], 0 <= x <= 1000000. */
    int32_t ruined;   /**< 1 if ruined [1], 0 <= x <= 1. */
    int32_t reserved; /**< 0. */
} sigma_equity_path;

SIGMA_LAYOUT(sigma_equity_path, 32);

/** Counts and sums over paths. */
typedef struct sigma_equity_tally {
    double ends;           /**< Sum of the ends [1], 0 <= x <= 1e120. */
    double squares;        /**< Sum of their squares [1], 0 <= x <= 1e220. */
    int64_t paths;         /**< Paths [1], 0 <= x <= 1000000000000. */
    int64_t ruined;        /**< Of these, ruined [1], 0 <= x <= 1000000000000. */
    int64_t lost;          /**< Of these, ended below the first equity [1],
                                0 <= x <= 1000000000000. */
    int64_t drawdown[100]; /**< Paths by greatest drawdown [1], 0 <= x <= 1000000000000. */
    int64_t under[100];    /**< Paths by time under water over n [1],
                                0 <= x <= 1000000000000. */
} sigma_equity_tally;

SIGMA_LAYOUT(sigma_equity_tally, 1640);

/** Estimates and their standard errors. */
typedef struct sigma_equity_result {
    double ruin;            /**< Chance of ruin [1], 0 <= x <= 1. */
    double ruin_error;      /**< Its standard error [1], 0 <= x <= 1. */
    double loss;            /**< Chance to end below the first equity [1], 0 <= x <= 1. */
    double loss_error;      /**< Its standard error [1], 0 <= x <= 1. */
    double end;             /**< Mean end [1], 0 <= x <= 1e120. */
    double end_error;       /**< Its standard error, rounding where all paths end within 1e-6 of one
                                 another [1], 0 <= x <= 1e120. */
    double drawdown_median; /**< Median greatest drawdown, rounded up to a hundredth [1],
                                 0 <= x <= 1. */
    double drawdown_95;     /**< The drawdown that 95 in 100 stay within, rounded up [1],
                                 0 <= x <= 1. */
    double under_median;    /**< Median time under water over n, rounded up [1], 0 <= x <= 1. */
    double under_95;        /**< The one that 95 in 100 stay within, rounded up [1],
                                 0 <= x <= 1. */
} sigma_equity_result;

SIGMA_LAYOUT(sigma_equity_result, 80);

/**
 * Follows one path.
 *
 * @param      params    What is simulated.
 * @param      multiple  The sample of R multiples [R], -10000 <= x <= 10000.
 * @param      count     Its size [trades], 1 <= x <= 1000000.
 * @param      number    The path, as sigma/random.h takes it.
 * @param[out] path      How it went; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_equity_follow(const sigma_equity_params *params,
                                                            const double *multiple, int32_t count,
                                                            int64_t number,
                                                            sigma_equity_path *path);

/**
 * Adds one block to the sums of those before it: the paths from 1024 block to 1024 block + 1023.
 *
 * @param         params    What is simulated.
 * @param         multiple  The sample of R multiples [R], -10000 <= x <= 10000.
 * @param         count     Its size [trades], 1 <= x <= 1000000.
 * @param         block     Number of the block [1], 0 <= x <= 900000000.
 * @param[in,out] tally     The sums, all zero to begin with; unchanged on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE, also for sums that cannot be of paths.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_equity_block(const sigma_equity_params *params,
                                                           const double *multiple, int32_t count,
                                                           int64_t block,
                                                           sigma_equity_tally *tally);

/**
 * Adds the blocks from 0 to blocks - 1 to sums that are all zero.
 *
 * @param      params    What is simulated.
 * @param      multiple  The sample of R multiples [R], -10000 <= x <= 10000.
 * @param      count     Its size [trades], 1 <= x <= 1000000.
 * @param      blocks    Number of blocks [1], 1 <= x <= 900000000.
 * @param[out] tally     The sums; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_equity_run(const sigma_equity_params *params,
                                                         const double *multiple, int32_t count,
                                                         int64_t blocks, sigma_equity_tally *tally);

/**
 * Estimates from sums.
 *
 * @param      tally   The sums, of one path or more.
 * @param[out] result  Estimates with their standard errors; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_equity_read(const sigma_equity_tally *tally,
                                                          sigma_equity_result *result);

#endif
