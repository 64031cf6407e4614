/* SPDX-License-Identifier: MIT */
/** @file
 * Which rules speak for a signal and which against it, and what is left of the signal after that.
 *
 * Nine rules look at the features of the last closed bar, and each speaks for a side, is neutral,
 * or says nothing:
 *
 *     RSI          long below rsi_low, short above rsi_high, neutral between the neutral bounds (1)
 *     MACD         by the sign of a histogram beyond histogram x ATR, else neutral             (2)
 *     STOCHASTIC   long with K below stochastic_low, short above stochastic_high               (3)
 *     BAND         long below lower x (1 + band), else short above upper x (1 - band)           (4)
 *     EMA          long with EMA 1 > 2 > 3, short with its mirror                               (5)
 *     ADX          for either side above adx_strong, against either below adx_weak              (6)
 *     PROBABILITY  long with up above up_high, short below up_low                               (7)
 *     ZSCORE       long below -zscore, short above zscore                                       (8)
 *     SLOPE        long above slope of the price a bar, short below -slope                      (9)
 *
 * A rule for the other side counts as a conflict; published, it was one of support. For a signal of
 * one side,
 *
 *     valid        = confidence >= confidence_min, supports >= support_min, conflicts <=
 *                    conflict_max
 *     confirmation = supports / (supports + conflicts + neutral)                               (10)
 *     strength     = 0.7 confidence + 0.3 supports / 10                                        (11)
 *
 * and the two are fused into
 *
 *     AGREED    valid, confirmation > confirmation_high      confidence x agreed_factor, to 1
 *     PARTLY    valid, confirmation > confirmation_low       confidence
 *     DOUBTFUL  valid                                        confidence x doubtful_factor
 *     OVERRIDE  not valid, confidence > override_confidence  confidence x override_factor
 *     WAIT      else                                         confidence x wait_factor, no side (12)
 *
 * The condition of the market is VOLATILE above storm, a TREND by EMA 1 against EMA 3 with an
 * ADX above adx_trend, a RANGE below adx_range, else UNKNOWN. It is told and not judged by.    (13)
 *
 * The published least confidence of 0.4 was met by a score to which a level of volatility had been
 * added. Without it (sigma/score.h) a score passes 0.4 on one bar in a hundred, so the preset for
 * it asks for 0.2, which is what the score speaks from; rules that conflict still stop it.
 *
 * (2) was 5 dollars of a bitcoin, and (9) 0.002 of any unit. Rules (1), (3), (4) and (8) bet
 * against what the market just did, the others on it, so seldom do many agree; no edge is claimed.
 *
 * Source: RivalismeUniverse/AI_Trading_Sigma-V.01, signal validator V2 and signal manager.
 */
#ifndef SIGMA_EVIDENCE_H
#define SIGMA_EVIDENCE_H

#include "sigma/market.h"

/** Bounds of the rules. Start from sigma_evidence_defaults(). Fields: rsi_low <= rsi_neutral_low <=
 * rsi_neutral_high <= rsi_high, stochastic_low <= stochastic_high, adx_weak <= adx_strong, up_low
 * <= up_high, confirmation_low <= confirmation_high, adx_range <= adx_trend. */
typedef struct sigma_evidence_params {
    double rsi_low;             /**< (1) [1], 0 <= x <= 100, default 30. */
    double rsi_high;            /**< (1) [1], 0 <= x <= 100, default 70. */
    double rsi_neutral_low;     /**< (1) [1], 0 <= x <= 100, default 40. */
    double rsi_neutral_high;    /**< (1) [1], 0 <= x <= 100, default 60. */
    double histogram;           /**< (2) [ATR], 0 <= x <= 1000, default 0.05. */
    double stochastic_low;      /**< (3) [1], 0 <= x <= 100, default 20. */
    double stochastic_high;     /**< (3) [1], 0 <= x <= 100, default 80. */
    double band;                /**< (4) [1], 0 <= x <= 1, default 0.005. */
    double adx_strong;          /**< (6) [1], 0 <= x <= 100, default 25. */
    double adx_weak;            /**< (6) [1], 0 <= x <= 100, default 15. */
    double up_high;             /**< (7) [1], 0 <= x <= 1, default 0.65. */
    double up_low;              /**< (7) [1], 0 <= x <= 1, default 0.35. */
    double zscore;              /**< (8) [std dev], 0 <= x <= 100, default 2. */
    double slope;               /**< (9) [1], 0 <= x <= 1, default 0.002. */
    double confidence_min;      /**< (10) [1], 0 <= x <= 1, default 0.4, or 0.2. */
    double confirmation_high;   /**< (12) [1], 0 <= x <= 1, default 0.5. */
    double confirmation_low;    /**< (12) [1], 0 <= x <= 1, default 0.3. */
    double agreed_factor;       /**< (12) [1], 0 <= x <= 10, default 1.1. */
    double doubtful_factor;     /**< (12) [1], 0 <= x <= 1, default 0.7. */
    double override_confidence; /**< (12) [1], 0 <= x <= 1, default 0.7. */
    double override_factor;     /**< (12) [1], 0 <= x <= 1, default 0.8. */
    double wait_factor;         /**< (12) [1], 0 <= x <= 1, default 0.5. */
    double storm;               /**< (13), in the unit of the caller [1], 0 <= x <= 1e6, default
                                     0.5. */
    double adx_trend;           /**< (13) [1], 0 <= x <= 100, default 30. */
    double adx_range;           /**< (13) [1], 0 <= x <= 100, default 20. */
    int32_t support_min;        /**< (10) [rules], 1 <= x <= 9, default 3. */
    int32_t conflict_max;       /**< (10) [rules], 0 <= x <= 9, default 2. */
} sigma_evidence_params;

SIGMA_LAYOUT(sigma_evidence_params, 208);

/** What the rules say of a signal. */
typedef struct sigma_evidence_result {
    double confirmation; /**< (10) [1], 0 <= x <= 1. */
    double strength;     /**< (11) [1], 0 <= x <= 1. */
    double confidence;   /**< What (12) leaves [1], 0 <= x <= 1. */
    uint64_t supporting; /**< Set of SIGMA_EVIDENCE_... for the signal. */
    uint64_t against;    /**< Set of SIGMA_EVIDENCE_... that conflict with it. */
    uint64_t neutral;    /**< Set of SIGMA_EVIDENCE_... that are neutral. */
    int32_t supports;    /**< Rules for it [rules], 0 <= x <= 9. */
    int32_t conflicts;   /**< Rules against it [rules], 0 <= x <= 9. */
    int32_t valid;       /**< 1 where (10) holds [1], 0 <= x <= 1. */
    int32_t condition;   /**< SIGMA_REGIME_... of (13). */
    int32_t fusion;      /**< SIGMA_FUSION_... of (12). */
    int32_t side;        /**< SIGMA_SIDE_... that is left; UNKNOWN means stand aside. */
} sigma_evidence_result;

SIGMA_LAYOUT(sigma_evidence_result, 72);

/**
 * Fills the bounds.
 *
 * @param      relative  0 as published, for the volatility of a year; 1 for multiples of the
 *                       symbol's own: storm 1.45, and a least confidence of 0.2.
 * @param[out] params    The bounds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_evidence_defaults(int32_t relative,
                                                                sigma_evidence_params *params);

/**
 * Judges a signal by the rules (1) to (13).
 *
 * @param      params      The bounds.
 * @param      features    What to look at.
 * @param      volatility  In the unit of storm [1], 0 <= x <= 1e12.
 * @param      side        The signal's SIGMA_SIDE_...; UNKNOWN stays so, and no rule is counted.
 * @param      confidence  The signal's confidence [1], 0 <= x <= 1.
 * @param[out] result      What is left of it, and why; all zero unless SIGMA_OK is returned.
 * @return SIGMA_OK, SIGMA_WARMUP while a feature of the rules lacks a value, SIGMA_E_NULL or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_evidence_evaluate(const sigma_evidence_params *params,
                                                                const sigma_features *features,
                                                                double volatility, int32_t side,
                                                                double confidence,
                                                                sigma_evidence_result *result);

#endif
