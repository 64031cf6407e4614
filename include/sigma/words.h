/* SPDX-License-Identifier: MIT */
/** @file
 * A stable name and a sentence for every code of sigma/base.h.
 *
 * Names are lower case with underscores and never change; logs, configuration and bindings use
 * them. Sentences are for people. Text goes into the caller's buffer and is zero-terminated.
 */
#ifndef SIGMA_WORDS_H
#define SIGMA_WORDS_H

#include "sigma/base.h"

/** A set of codes that belong together. */
enum {
    SIGMA_VOCABULARY_UNKNOWN = 0,     /**< None. */
    SIGMA_VOCABULARY_STATUS = 1,      /**< sigma_status. */
    SIGMA_VOCABULARY_SIDE = 2,        /**< SIGMA_SIDE_... */
    SIGMA_VOCABULARY_INTENT = 3,      /**< SIGMA_INTENT_... */
    SIGMA_VOCABULARY_VERDICT = 4,     /**< SIGMA_VERDICT_... */
    SIGMA_VOCABULARY_ASSET = 5,       /**< SIGMA_ASSET_... */
    SIGMA_VOCABULARY_PART = 6,        /**< SIGMA_PART_... */
    SIGMA_VOCABULARY_REASON = 7,      /**< SIGMA_REASON_...; the sentence says what failed. */
    SIGMA_VOCABULARY_WARNING = 8,     /**< SIGMA_WARNING_... */
    SIGMA_VOCABULARY_FACTOR = 9,      /**< SIGMA_FACTOR_... */
    SIGMA_VOCABULARY_CAP = 10,        /**< SIGMA_CAP_... */
    SIGMA_VOCABULARY_CAUSE = 11,      /**< SIGMA_CAUSE_... */
    SIGMA_VOCABULARY_GIVEN = 12,      /**< SIGMA_GIVEN_... */
    SIGMA_VOCABULARY_FEATURE = 13,    /**< SIGMA_FEATURE_... */
    SIGMA_VOCABULARY_ROUND = 14,      /**< SIGMA_ROUND_... */
    SIGMA_VOCABULARY_REGIME = 15,     /**< SIGMA_REGIME_... */
    SIGMA_VOCABULARY_EXIT = 16,       /**< SIGMA_EXIT_... */
    SIGMA_VOCABULARY_ACTION = 17,     /**< SIGMA_ACTION_... */
    SIGMA_VOCABULARY_LEVEL = 18,      /**< SIGMA_LEVEL_... */
    SIGMA_VOCABULARY_EVENT = 19,      /**< SIGMA_EVENT_... */
    SIGMA_VOCABULARY_ISSUE = 20,      /**< SIGMA_ISSUE_... */
    SIGMA_VOCABULARY_SEVERITY = 21,   /**< SIGMA_SEVERITY_... */
    SIGMA_VOCABULARY_CLOCK = 22,      /**< SIGMA_CLOCK_... */
    SIGMA_VOCABULARY_WINDOW = 23,     /**< SIGMA_WINDOW_... */
    SIGMA_VOCABULARY_ZONE = 24,       /**< SIGMA_ZONE_... */
    SIGMA_VOCABULARY_HOURS = 25,      /**< SIGMA_HOURS_... */
    SIGMA_VOCABULARY_SCHEME = 26,     /**< SIGMA_SCHEME_... */
    SIGMA_VOCABULARY_ORIGIN = 27,     /**< SIGMA_ORIGIN_... */
    SIGMA_VOCABULARY_TRADE = 28,      /**< SIGMA_TRADE_... */
    SIGMA_VOCABULARY_STAGE = 29,      /**< SIGMA_STAGE_... */
    SIGMA_VOCABULARY_GRADE = 30,      /**< SIGMA_GRADE_... */
    SIGMA_VOCABULARY_METHOD = 31,     /**< SIGMA_METHOD_... */
    SIGMA_VOCABULARY_KELLY = 32,      /**< SIGMA_KELLY_... */
    SIGMA_VOCABULARY_GAIN = 33,       /**< SIGMA_GAIN_... */
    SIGMA_VOCABULARY_THESIS = 34,     /**< SIGMA_THESIS_... */
    SIGMA_VOCABULARY_SEEN = 35,       /**< SIGMA_SEEN_... */
    SIGMA_VOCABULARY_STYLE = 36,      /**< SIGMA_STYLE_... */
    SIGMA_VOCABULARY_MODE = 37,       /**< SIGMA_MODE_... */
    SIGMA_VOCABULARY_BASIS = 38,      /**< SIGMA_BASIS_... */
    SIGMA_VOCABULARY_BARRIER = 39,    /**< SIGMA_BARRIER_... */
    SIGMA_VOCABULARY_VOLATILITY = 40, /**< SIGMA_VOLATILITY_... */
    SIGMA_VOCABULARY_CAUTION = 41,    /**< SIGMA_CAUTION_... */
    SIGMA_VOCABULARY_APPROACH = 42,   /**< SIGMA_APPROACH_... */
    SIGMA_VOCABULARY_SHARE = 43,      /**< SIGMA_SHARE_... */
    SIGMA_VOCABULARY_BASE = 44,       /**< SIGMA_BASE_... */
    SIGMA_VOCABULARY_BREACH = 45,     /**< SIGMA_BREACH_... */
    SIGMA_VOCABULARY_PROFIT = 46,     /**< SIGMA_PROFIT_... */
    SIGMA_VOCABULARY_PHASE = 47,      /**< SIGMA_PHASE_... */
    SIGMA_VOCABULARY_RULE = 48,       /**< SIGMA_RULE_... */
    SIGMA_VOCABULARY_FIRM = 49,       /**< SIGMA_FIRM_... */
    SIGMA_VOCABULARY_JUDGEMENT = 50,  /**< SIGMA_JUDGEMENT_... */
    SIGMA_VOCABULARY_SYMPTOM = 51,    /**< SIGMA_SYMPTOM_... */
    SIGMA_VOCABULARY_LAYER = 52,      /**< SIGMA_LAYER_... */
    SIGMA_VOCABULARY_PROFILE = 53,    /**< SIGMA_PROFILE_... */
    SIGMA_VOCABULARY_CONDUCT = 54,    /**< SIGMA_CONDUCT_... */
    SIGMA_VOCABULARY_LIMIT = 55,      /**< SIGMA_LIMIT_... */
    SIGMA_VOCABULARY_PAIR = 56,       /**< SIGMA_PAIR_... */
    SIGMA_VOCABULARY_TERM = 57,       /**< SIGMA_TERM_... */
    SIGMA_VOCABULARY_EVIDENCE = 58,   /**< SIGMA_EVIDENCE_... */
    SIGMA_VOCABULARY_FUSION = 59,     /**< SIGMA_FUSION_... */
    SIGMA_VOCABULARY_POINT = 60,      /**< SIGMA_POINT_... */
    SIGMA_VOCABULARY_OBSTACLE = 61,   /**< SIGMA_OBSTACLE_... */
    SIGMA_VOCABULARY_ANSWER = 62,     /**< SIGMA_ANSWER_... */
    SIGMA_VOCABULARY_CONSENSUS = 63,  /**< SIGMA_CONSENSUS_... */
    SIGMA_VOCABULARY_EXTERNAL = 64,   /**< SIGMA_EXTERNAL_... */
    SIGMA_VOCABULARY_APPETITE = 65,   /**< SIGMA_APPETITE_... */
    SIGMA_VOCABULARY_INPUT = 66,      /**< SIGMA_INPUT_... */
    SIGMA_VOCABULARY_COUNT = 67       /**< Number of codes. */
};

/** Longest name or sentence with its terminating zero [bytes]: a buffer that always suffices. */
#define SIGMA_WORD_SPACE 128

/**
 * Writes the name of a code, such as "stop_level".
 *
 * @param      vocabulary  SIGMA_VOCABULARY_...
 * @param      code        A code of that vocabulary.
 * @param[out] buffer      Receives the name; empty on error, if it has any space.
 * @param      capacity    Size of buffer [bytes], SIGMA_WORD_SPACE always suffices.
 * @param[out] length      Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE for no such code, or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_word_write(int32_t vocabulary, int32_t code,
                                                         char *buffer, int32_t capacity,
                                                         int32_t *length);

/**
 * Writes a sentence for people about a code.
 *
 * @param      vocabulary  SIGMA_VOCABULARY_...
 * @param      code        A code of that vocabulary.
 * @param[out] buffer      Receives the sentence; empty on error, if it has any space.
 * @param      capacity    Size of buffer [bytes], SIGMA_WORD_SPACE always suffices.
 * @param[out] length      Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE for no such code, or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_word_explain(int32_t vocabulary, int32_t code,
                                                           char *buffer, int32_t capacity,
                                                           int32_t *length);

/**
 * Finds the code that has a name.
 *
 * @param      vocabulary  SIGMA_VOCABULARY_...
 * @param      text        The name; need not be zero-terminated.
 * @param      length      Length of text [bytes].
 * @param[out] code        The code; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE for no such vocabulary, or SIGMA_E_FORMAT for no
 *         such name.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_word_read(int32_t vocabulary, const char *text,
                                                        int32_t length, int32_t *code);

#endif
