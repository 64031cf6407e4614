/* SPDX-License-Identifier: MIT */
/** @file
 * How symbols move together: correlations that are given, or estimated from returns.
 *
 * One update takes the returns of all symbols of one instant, so that they are returns over the
 * same time; an absent one counts as 0 and is marked. With the decay g,
 *
 *     C_ij <- g C_ij + (1 - g) r_i r_j, beginning with the first product                     (1)
 *     R_ij = C_ij / sqrt(C_ii C_jj)                                                          (2)
 *     R_ij <- (1 - s) R_ij + s (mean of R over the pairs that are known)                     (3)
 *
 * (3) shrinks toward one correlation for all. A pair is known once both its symbols have the least
 * number of returns, and have moved; until then it has the value that was given, or the prior, 0.5:
 * unknown is not uncorrelated. A matrix of which some pairs are known, some given and some neither
 * may have negative eigenvalues, by which a set of positions would have an imaginary risk. Then the
 * least t is taken, to 30 binary digits, for which
 *
 *     (1 - t) R + t (the matrix with the prior in all pairs)                                 (4)
 *
 * has a Cholesky factor. With a prior of 0 that shrinks to independence. The smallest eigenvalue is
 * never below -1e-12.
 *
 * Sources: (1) J.P. Morgan, RiskMetrics Technical Document, 1996; (3) after Ledoit and Wolf,
 * "Honey, I shrunk the sample covariance matrix", Journal of Portfolio Management 30 (2004), with a
 * fixed weight. On eight symbols with Student-t returns g = 0.97 and s = 0.3 err by 0.184 after 30
 * returns, where the sample errs by 0.209; after 250 stationary ones by 0.145 and 0.080: the price
 * of adapting.
 */
#ifndef SIGMA_CORRELATION_H
#define SIGMA_CORRELATION_H

#include "sigma/base.h"

/** Most symbols. */
#define SIGMA_CORRELATION_SPACE 64

/** Pairs of these with themselves and each other. */
#define SIGMA_CORRELATION_PAIRS 2080

/** How to estimate. Start from sigma_correlation_defaults(). */
typedef struct sigma_correlation_params {
    double decay;     /**< g [1], 0.5 <= x <= 0.99999, default 0.97. */
    double shrink;    /**< s [1], 0 <= x <= 1, default 0.3. */
    double prior;     /**< Of pairs that are not known [1], 0 <= x <= 0.99, default 0.5. */
    int32_t minimum;  /**< Returns from which a symbol is known, 1 <= x <= 1000000, default 60. */
    int32_t reserved; /**< 0. */
} sigma_correlation_params;

SIGMA_LAYOUT(sigma_correlation_params, 32);

/** The estimate. Set it up with sigma_correlation_init(). Pair (i, j) with i >= j stands at place
 * i (i + 1) / 2 + j. */
typedef struct sigma_correlation {
    sigma_correlation_params params;            /**< How to estimate. */
    int64_t time;                               /**< Instant of the last update [ns]. */
    double value[SIGMA_CORRELATION_PAIRS];      /**< R [1], -1 <= x <= 1. */
    double covariance[SIGMA_CORRELATION_PAIRS]; /**< C [1], -1e4 <= x <= 1e4. */
    double given[SIGMA_CORRELATION_PAIRS];      /**< What counts until a pair is known [1],
                                                     -1 <= x <= 1. */
    double factor[SIGMA_CORRELATION_PAIRS];     /**< Room to work in; 0 between calls [1],
                                                     0 <= x <= 0. */
    int32_t symbol[SIGMA_CORRELATION_SPACE];    /**< Ids of the symbols, 0 behind count, x >= 0. */
    int32_t seen[SIGMA_CORRELATION_SPACE];      /**< Their returns, 0 <= x <= 1000000. */
    int32_t absent[SIGMA_CORRELATION_SPACE];    /**< 1 where the last update had none,
                                                     0 <= x <= 1. */
    int32_t tag;                                /**< Set by init. */
    int32_t count;                              /**< Symbols, 0 <= x <= 64. */
    int32_t updates;                            /**< Updates, 0 <= x <= 1000000. */
    int32_t reserved;                           /**< 0. */
} sigma_correlation;

SIGMA_LAYOUT(sigma_correlation, 67384);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status
sigma_correlation_defaults(sigma_correlation_params *params);

/**
 * Starts without symbols.
 *
 * @param[out] correlation  The estimate; all zero on error.
 * @param      params       How to estimate.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status
sigma_correlation_init(sigma_correlation *correlation, const sigma_correlation_params *params);

/**
 * Adds a symbol, whose returns stand at the next place of an update. Those before its first are
 * absent, so that its early estimates lean toward 0.
 *
 * @param[in,out] correlation  The estimate; unchanged on error.
 * @param         symbol       Its id, x >= 1, not yet there.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_correlation_add(sigma_correlation *correlation,
                                                              int32_t symbol);

/**
 * Gives the correlation of a pair, which counts until both are known from their returns.
 *
 * @param[in,out] correlation  The estimate; unchanged on error.
 * @param         a            Id of a symbol that was added.
 * @param         b            Id of another.
 * @param         value        Correlation [1], -1 <= x <= 1.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_correlation_give(sigma_correlation *correlation,
                                                               int32_t a, int32_t b, double value);

/**
 * Takes the returns of one instant. Several states can take theirs side by side: nothing is shared.
 *
 * @param[in,out] correlation  The estimate; unchanged on error.
 * @param         time         The instant, after the last one [ns].
 * @param         returns      One for each symbol, in the order in which they were added
 *                             [1], -10 <= x <= 10; not looked at where absent.
 * @param         count        Length of returns: the number of symbols.
 * @param         present      Set of the places at which there is one, bit 0 for the first symbol;
 *                             no bit behind count.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_correlation_update(sigma_correlation *correlation,
                                                                 int64_t time,
                                                                 const double *returns,
                                                                 int32_t count, uint64_t present);

/**
 * The correlation of two symbols: 1 of one with itself, the prior where one was never added.
 *
 * @param      correlation  The estimate.
 * @param      a            Id of a symbol, x >= 1.
 * @param      b            Id of a symbol, x >= 1.
 * @param[out] value        Correlation [1], -1 <= x <= 1; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_correlation_read(const sigma_correlation *correlation,
                                                               int32_t a, int32_t b, double *value);

/**
 * A pair's correlation as published with the system SIGMA, to be given where nothing better is
 * known.
 *
 * @param      pair   SIGMA_PAIR_..., not UNKNOWN.
 * @param[out] value  Correlation [1], 0.7 <= x <= 0.85; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_correlation_published(int32_t pair, double *value);

#endif
