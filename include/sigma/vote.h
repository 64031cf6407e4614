/* SPDX-License-Identifier: MIT */
/** @file
 * What voters make of a signal, and external scores of models.
 *
 * Votes are asked for from a technical score on; below it the score decides alone, and so it does
 * where no voter answers. Otherwise, the first that holds:
 *
 *     a voter rejects                                        REJECTED  factor 0              (1)
 *     every voter approves, each with more confidence than confidence_full
 *                                                            FULL      factor 1              (2)
 *     else, also with a voter absent among present ones      PART      factor part           (3)
 *
 * The result says which of these it was, and how many voters gave which answer.
 *
 * External scores stand beside the signal. Each is optional, and one that is absent is not zero:
 * without any the factor is 1. A market score S of 0 to 100 scales the risk of a trade,
 *
 *     factor = clip(S / score_full, factor_min, 1)                                           (4)
 *
 * A model's confidence below confidence_min refuses, a fundamental score F of -6 to 6 against the
 * side by fundamental_against or more does too.                                              (5)
 *
 * Sources: the published Hybrid system for (1) to (3). (4) after the published Elite system, which
 * has no formula; it and (5) are this library's own.
 */
#ifndef SIGMA_VOTE_H
#define SIGMA_VOTE_H

#include "sigma/base.h"

/** One vote. All zero is none, and refused. */
typedef struct sigma_vote {
    double confidence; /**< How sure the voter is [1], 0 <= x <= 1. */
    uint32_t source;   /**< The caller's number for the voter, any. */
    int32_t answer;    /**< SIGMA_ANSWER_..., not UNKNOWN. */
} sigma_vote;

SIGMA_LAYOUT(sigma_vote, 16);

/** When to ask, and what follows. Start from sigma_votes_defaults(). */
typedef struct sigma_votes_params {
    double score_min;       /**< Technical score from which votes are asked for [1], 0 <= x <= 10,
                                 default 6. */
    double confidence_full; /**< (2) [1], 0 <= x <= 1, default 0.8. */
    double part;            /**< (3) [1], 0 <= x <= 1, default 0.5. */
} sigma_votes_params;

SIGMA_LAYOUT(sigma_votes_params, 24);

/** What the voters say. */
typedef struct sigma_votes_result {
    double factor;      /**< For the size [1], 0 <= x <= 1. */
    double confidence;  /**< Mean of the present voters', 0 without one [1], 0 <= x <= 1. */
    int32_t consensus;  /**< SIGMA_CONSENSUS_... */
    int32_t verdict;    /**< SIGMA_VERDICT_... */
    int32_t approvals;  /**< Voters that approve [voters], x >= 0. */
    int32_t rejections; /**< Voters that reject [voters], x >= 0. */
    int32_t reductions; /**< Voters that reduce [voters], x >= 0. */
    int32_t absences;   /**< Voters that do not answer [voters], x >= 0. */
} sigma_votes_result;

SIGMA_LAYOUT(sigma_votes_result, 40);

/** What models outside think. */
typedef struct sigma_external {
    double score;       /**< Market score, if given [1], 0 <= x <= 100. */
    double confidence;  /**< Of a model in this trade, if given [1], 0 <= x <= 1. */
    double fundamental; /**< Fundamental score, above 0 for a rise, if given [1], -6 <= x <= 6. */
    uint64_t given;     /**< Set of SIGMA_EXTERNAL_... that are given. */
} sigma_external;

SIGMA_LAYOUT(sigma_external, 32);

/** What follows from external scores. Start from sigma_external_defaults(). */
typedef struct sigma_external_params {
    double score_full;          /**< (4) [1], 0.001 <= x <= 100, default 50. */
    double factor_min;          /**< (4) [1], 0 <= x <= 1, default 0.5. */
    double confidence_min;      /**< (5) [1], 0 <= x <= 1, default 0.4. */
    double fundamental_against; /**< (5) [1], 0.001 <= x <= 1e6, default 3; above 6 for never. */
} sigma_external_params;

SIGMA_LAYOUT(sigma_external_params, 32);

/** What external scores make of a trade. */
typedef struct sigma_external_result {
    double factor;    /**< For the risk (4) [1], 0 <= x <= 1. */
    uint64_t refused; /**< Set of SIGMA_EXTERNAL_... that refuse it (5). */
    int32_t verdict;  /**< SIGMA_VERDICT_... */
    int32_t reserved; /**< 0. */
} sigma_external_result;

SIGMA_LAYOUT(sigma_external_result, 24);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_votes_defaults(sigma_votes_params *params);

/**
 * Counts votes and says what follows by (1) to (3).
 *
 * @param      params  When to ask, and what follows.
 * @param      score   Technical score of the trade [1], 0 <= x <= 10.
 * @param      votes   The votes, in any order; not looked at where the score is too low to ask.
 * @param      count   Their number [voters], x >= 0.
 * @param[out] result  What follows; all zero, which denies, on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_votes_evaluate(const sigma_votes_params *params,
                                                             double score, const sigma_vote *votes,
                                                             int32_t count,
                                                             sigma_votes_result *result);

/**
 * Sets every parameter to its default.
 *
 * @param[out] params  The parameters.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_external_defaults(sigma_external_params *params);

/**
 * Judges a trade by external scores (4), (5).
 *
 * @param      params    What follows from them.
 * @param      external  The scores.
 * @param      side      SIGMA_SIDE_LONG or SIGMA_SIDE_SHORT.
 * @param[out] result    What follows; all zero, which denies, on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_external_evaluate(const sigma_external_params *params,
                                                                const sigma_external *external,
                                                                int32_t side,
                                                                sigma_external_result *result);

#endif
