/* SPDX-License-Identifier: MIT */
/** @file
 * What kind of market it is, with how much confidence, and what that means for a trade.
 *
 * The filter follows four states (up, down, range, volatile) through the bars of one symbol. All
 * that it looks at is relative to the symbol's own slow volatility, so it needs no unit and no
 * yearly figure. With RS the Rogers-Satchell variance of a bar, r the change of log(close), and S
 * and F exponential averages of RS, slow and fast, whose gain starts at 1 / (bars so far):
 *
 *     x1 = r / sqrt(S),   x2 = log((H - L) / C / sqrt(S)),
 *     x3 = sum r / sqrt(sum r^2) over 20 bars,   x4 = log(sqrt(F / S))                       (1)
 *     L_k = w (log t5(x1; mr, sr) + log N(x2; ml, sl)) + v (log N(x3; mz, sz) + log N(x4; mv, sv))
 *                                                                                            (2)
 *     p <- (p A) exp(L), normalised;   A_kk = 1 - 1 / dwell_k, the rest spread evenly        (3)
 *
 * From the 21st bar on RS counts with at most 1,000 times what S was: else one absurd bar, such as
 * a price of 0.10 amid ones of 300, would make weeks of minutes look calm. Of 17,000 real bars in
 * examples/data the wildest counts 395 times.
 *
 * where t5 is Student's distribution with five degrees of freedom and standard deviation sr. The
 * weights w and v are below 1 because the four say much of the same. The regime changes to another
 * when that one's probability passes a threshold. On a bar without range, or while S is 0, x1 and
 * x2 are left out of (2), and x3 where nothing moved.
 *
 * S forgets: after a year of calm it is calm itself. With a slow S a quiet bull market looks like a
 * range for years; with a quick one long storms look usual. So S may be the lesser of two averages:
 * it follows the market down into a calm soon, and up into a storm late.
 *
 * The rules are the published classifier: an ADX, the order of four averages, a volatility and a
 * narrowness decide, in this order (the first that holds):
 *
 *     volatility above volatile                                  VOLATILE, confidence 0.9    (4)
 *     ADX above strong, averages in order (by the program also the close beyond the third)
 *                                                                TREND, ADX / 50             (5)
 *     ADX above trend, close beyond the third average            TREND, ADX / 40             (6)
 *     ADX below range (by the program any), deviation below narrow
 *                                                                RANGE, 1 - ADX / 20         (7)
 *     else                                                       CHOP, 0.7 below range, 0.5  (8)
 *
 * confidences held to 1, that of (7) from 20 on being 0.5. The description has no (6), so that a
 * strong ADX without order was CHOP by accident; here both have it. Volatility and deviation carry
 * the unit of the thresholds: by default multiples of the symbol's own slow volatility, S above;
 * the published 0.8 and 2 % were read from five-minute bars of a coin, annualised with 252 days,
 * and are kept for the preset of the program alone. Hysteresis: within a trend, adx_leave stands in
 * for strong and trend; while volatile, volatile_leave for volatile. A regime changes when another
 * has held for dwell bars.                                                                   (9)
 *
 * Trade with what follows from either: a factor for the risk, a verdict with its caution, and the
 * approach that fits.
 *
 * Where the filter loses: regimes that differ in drift alone, at the same volatility, it tells
 * apart worse than the rules do (docs/regime.md has the table).
 *
 * Sources: Hamilton, Time Series Analysis (1994) ch. 22 for (3); Rogers, Satchell, Annals of
 * Applied Probability 1 (1991); Varin, Reid, Firth, Statistica Sinica 21 (2011) for composite
 * likelihoods; RivalismeUniverse/AI_Trading_Sigma-V.01 for (4) to (8).
 */
#ifndef SIGMA_REGIME_H
#define SIGMA_REGIME_H

#include "sigma/bar.h"

/** What a state of the filter looks like (2). */
typedef struct sigma_regime_state {
    double return_mean;      /**< mr [1], -100 <= x <= 100. */
    double return_deviation; /**< sr [1], 0.001 <= x <= 1000. */
    double range_mean;       /**< ml [1], -100 <= x <= 100. */
    double range_deviation;  /**< sl [1], 0.001 <= x <= 1000. */
    double trend_mean;       /**< mz [1], -100 <= x <= 100. */
    double trend_deviation;  /**< sz [1], 0.001 <= x <= 1000. */
    double level_mean;       /**< mv [1], -100 <= x <= 100. */
    double level_deviation;  /**< sv [1], 0.001 <= x <= 1000. */
    double dwell;            /**< Mean stay in the state [bars], 1 <= x <= 1e6. */
} sigma_regime_state;

SIGMA_LAYOUT(sigma_regime_state, 72);

/** Settings of the filter. */
typedef struct sigma_regime_params {
    sigma_regime_state states[4]; /**< Up, down, range, volatile. */
    double bar_weight;            /**< w [1], 0 <= x <= 1, default 0.4. */
    double window_weight;         /**< v [1], 0 <= x <= 1, default 0.1. */
    double slow;                  /**< Share that S keeps each bar [1], 0 <= x <= 0.999999. */
    double calm;                  /**< Share that the quicker one keeps, which S never exceeds; 0
                                       for none [1], 0 <= x <= 0.999999. */
    double fast;                  /**< Share that F keeps [1], 0 <= x <= 0.999999, default 0.9. */
    double threshold;             /**< Probability that makes a regime [1], 0.25 <= x <= 1, default
                                       0.6. */
    int32_t warmup;   /**< Bars before the first regime [bars], 20 <= x <= 10000, default
                           100. */
    int32_t reserved; /**< 0. */
} sigma_regime_params;

SIGMA_LAYOUT(sigma_regime_params, 344);

/** The filter, running. Set it up with sigma_regime_init(). */
typedef struct sigma_regime {
    sigma_regime_params params; /**< As they were given. */
    double probability[4];      /**< Of the states (3) [1], 0 <= x <= 1. */
    double bar_norm[4];         /**< Part of (2) that no bar changes [1], -1e6 <= x <= 1e6. */
    double trend_norm[4];       /**< The same of x3 [1], -1e6 <= x <= 1e6. */
    double level_norm[4];       /**< The same of x4 [1], -1e6 <= x <= 1e6. */
    double returns[20];         /**< Last changes of log(close), a ring [1], -100 <= x <= 100. */
    double slow;                /**< The slow average of RS [1], 0 <= x <= 1e5. */
    double calm;                /**< The quicker one [1], 0 <= x <= 1e5. */
    double fast;                /**< F [1], 0 <= x <= 1e5. */
    double close;               /**< Last price, 0 before the first bar [price], 0 <= x <= 1e15. */
    int64_t time;               /**< Time of the last bar [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t bars;               /**< Bars seen [bars], 0 <= x <= 9000000000000000000. */
    int64_t since;              /**< Bars since the last change of regime [bars], x >= 0. */
    int64_t switches;           /**< Changes of regime so far [1], x >= 0. */
    int32_t regime;             /**< SIGMA_REGIME_... */
    int32_t tag;                /**< Set by init. */
} sigma_regime;

SIGMA_LAYOUT(sigma_regime, 704);

/** What the filter says. */
typedef struct sigma_regime_result {
    double probability[4]; /**< Of up, down, range, volatile [1], 0 <= x <= 1. */
    double confidence;     /**< Probability of the regime [1], 0 <= x <= 1. */
    double volatility;     /**< sqrt(F / S), the symbol's own being 1; 0 while S is 0 [1],
                                0 <= x <= 1e30. */
    double slow;           /**< sqrt(S), the usual deviation of a bar [1], 0 <= x <= 1000. */
    int64_t since;         /**< Bars since the last change of regime [bars], x >= 0. */
    int64_t switches;      /**< Changes of regime so far [1], x >= 0. */
    int32_t regime;        /**< SIGMA_REGIME_..., UNKNOWN while warming up. */
    int32_t reserved;      /**< 0. */
} sigma_regime_result;

SIGMA_LAYOUT(sigma_regime_result, 80);

/** Settings of the rules. Fields: range <= strong, adx_leave <= trend <= strong, volatile_leave <=
 * volatile_enter. */
typedef struct sigma_rules_params {
    double strong;         /**< ADX of (5) [1], 0 <= x <= 100. */
    double trend;          /**< ADX of (6) [1], 0 <= x <= 100. */
    double range;          /**< ADX of (7) [1], 0 <= x <= 100. */
    double adx_leave;      /**< ADX that ends a trend [1], 0 <= x <= 100. */
    double volatile_enter; /**< Volatility of (4) [1], 0 <= x <= 1e6. */
    double volatile_leave; /**< Volatility that ends it [1], 0 <= x <= 1e6. */
    double narrow;         /**< Deviation of (7) [1], 0 <= x <= 1e6. */
    int32_t program;       /**< 1 as the program has it, 0 as the description [1], 0 <= x <= 1. */
    int32_t dwell;         /**< Bars that a new regime has to hold [bars], 1 <= x <= 1000. */
} sigma_rules_params;

SIGMA_LAYOUT(sigma_rules_params, 64);

/** What the rules look at, of the last closed bar. */
typedef struct sigma_rules_sample {
    double close;      /**< Price [price], 1e-15 <= x <= 1e15. */
    double ema[4];     /**< Averages of 9, 20, 50 and 200 bars [price], 1e-15 <= x <= 1e15. */
    double adx;        /**< Strength of the trend [1], 0 <= x <= 100. */
    double volatility; /**< In the unit of volatile_enter [1], 0 <= x <= 1e6. */
    double deviation;  /**< Of 20 closes over their mean, in the unit of narrow [1],
                            0 <= x <= 1e6. */
} sigma_rules_sample;

SIGMA_LAYOUT(sigma_rules_sample, 64);

/** The rules, running. Set them up with sigma_rules_init(). */
typedef struct sigma_rules {
    sigma_rules_params params; /**< As they were given. */
    int64_t since;             /**< Bars since the last change of regime [bars], x >= 0. */
    int64_t switches;          /**< Changes of regime so far [1], x >= 0. */
    int32_t regime;            /**< SIGMA_REGIME_... */
    int32_t candidate;         /**< SIGMA_REGIME_... that holds instead. */
    int32_t streak;            /**< For how long [bars], 0 <= x <= 1000. */
    int32_t tag;               /**< Set by init. */
} sigma_rules;

SIGMA_LAYOUT(sigma_rules, 96);

/** What the rules say. */
typedef struct sigma_rules_result {
    double confidence; /**< Of the regime, by the ADX of now [1], 0 <= x <= 1. */
    int64_t since;     /**< Bars since the last change of regime [bars], x >= 0. */
    int64_t switches;  /**< Changes of regime so far [1], x >= 0. */
    int32_t regime;    /**< SIGMA_REGIME_... */
    int32_t raw;       /**< SIGMA_REGIME_... of this bar alone, without dwell. */
} sigma_rules_result;

SIGMA_LAYOUT(sigma_rules_result, 32);

/** How to trade a regime. Fields: factor_min <= factor_max. */
typedef struct sigma_advice_params {
    double factor[6];     /**< By SIGMA_REGIME_...: of the risk [1], 0 <= x <= 10, default 0.7, 1.3,
                               1.3, 0.8, 0.4, 0.3. */
    double strong_factor; /**< Times this when the ADX is above strong_adx [1], 0 <= x <= 10,
                               default 1.1. */
    double strong_adx;    /**< That ADX [1], 0 <= x <= 100, default 40. */
    double factor_min;    /**< Least factor [1], 0 <= x <= 10, default 0.3. */
    double factor_max;    /**< Greatest factor [1], 0 <= x <= 10, default 1.5. */
    double confidence_min;  /**< Least confidence to trade [1], 0 <= x <= 1, default 0.3. */
    double chop_confidence; /**< Confidence from which CHOP refuses [1], 0 <= x <= 1, default
                                 0.6. */
    double volatility_max;  /**< Greatest volatility to trade, in the unit of the caller [1],
                                 0 <= x <= 1e30, default 2.5 times the symbol's own. */
    int32_t size_only; /**< 1 to size down where it would refuse [1], 0 <= x <= 1, default 0. */
    int32_t reserved;  /**< 0. */
} sigma_advice_params;

SIGMA_LAYOUT(sigma_advice_params, 112);

/** What a regime was found to be. */
typedef struct sigma_advice_sample {
    double confidence; /**< Of the regime [1], 0 <= x <= 1. */
    double volatility; /**< In the unit of volatility_max [1], 0 <= x <= 1e30. */
    double adx;        /**< Strength of the trend, 0 if unknown [1], 0 <= x <= 100. */
    int32_t regime;    /**< SIGMA_REGIME_... */
    int32_t symbol;    /**< Id of the symbol, for a decision; 0 without one, x >= 0. */
    int64_t time;      /**< When it was found: the last bar closed [ns]. */
} sigma_advice_sample;

SIGMA_LAYOUT(sigma_advice_sample, 40);

/** What to make of it, as a decision reads it. */
typedef struct sigma_advice_result {
    double factor;     /**< For the risk [1], 0 <= x <= 10. */
    double volatility; /**< As it was given [1], 0 <= x <= 1e30. */
    int64_t time;      /**< When the regime was found [ns]. */
    int32_t verdict;   /**< SIGMA_VERDICT_... */
    int32_t caution;   /**< SIGMA_CAUTION_... that stands against it. */
    int32_t approach;  /**< SIGMA_APPROACH_... that fits. */
    int32_t symbol;    /**< Id of the symbol, x >= 0. */
    int32_t mark;      /**< SIGMA_PART_REGIME. */
    int32_t reserved;  /**< 0. */
} sigma_advice_result;

SIGMA_LAYOUT(sigma_advice_result, 48);

/**
 * Fills the settings of the filter. The four states are those of simulated markets with drifts of
 * 0.2 deviations a bar; a fit to one market belongs to its user.
 *
 * @param      years   1 for bars of a day or longer, whose calm lasts years: calm 0.99. 0 for
 *                     shorter bars, whose regimes last some hundred: calm 0. What either sees, and
 *                     what the other would, stands in docs/regime.md.
 * @param[out] params  The settings; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_regime_defaults(int32_t years,
                                                              sigma_regime_params *params);

/**
 * Starts the filter, all states as likely.
 *
 * @param[out] regime  The state; all zero on error.
 * @param      params  The settings.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_regime_init(sigma_regime *regime,
                                                          const sigma_regime_params *params);

/**
 * Adds one closed bar.
 *
 * @param[in,out] regime  The state; unchanged on error.
 * @param         bar     The bar, later than the last.
 * @param[out]    result  What it is; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP while the regime is UNKNOWN, SIGMA_E_NULL, SIGMA_E_STATE,
 *         SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_regime_update(sigma_regime *regime,
                                                            const sigma_bar *bar,
                                                            sigma_regime_result *result);

/**
 * Reads again what the filter says.
 *
 * @param      regime  The state.
 * @param[out] result  What it is; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP while the regime is UNKNOWN, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_regime_read(const sigma_regime *regime,
                                                          sigma_regime_result *result);

/**
 * Fills the settings of the rules.
 *
 * @param      program  0 the description: 30, 25, 20, leave 20; 1.45 and 1.23 times the symbol's
 *                      own volatility, 1.8 times the deviation that it makes in a bar; 3 bars.
 *                      1 the program: 35, 25, 20, leave 25; 0.8 and 0.02; 1 bar.
 * @param[out] params   The settings; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rules_defaults(int32_t program,
                                                             sigma_rules_params *params);

/**
 * Starts the rules.
 *
 * @param[out] rules   The state; all zero on error.
 * @param      params  The settings.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rules_init(sigma_rules *rules,
                                                         const sigma_rules_params *params);

/**
 * Follows the rules through one closed bar (4) to (9).
 *
 * @param[in,out] rules   The state; unchanged on error.
 * @param         sample  What is to be looked at.
 * @param[out]    result  What it is; all zero on error.
 * @return SIGMA_OK, SIGMA_WARMUP while the regime is UNKNOWN, SIGMA_E_NULL, SIGMA_E_STATE or
 *         SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_rules_update(sigma_rules *rules,
                                                           const sigma_rules_sample *sample,
                                                           sigma_rules_result *result);

/**
 * Fills the settings of the advice.
 *
 * @param[out] params  The settings.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_advice_defaults(sigma_advice_params *params);

/**
 * What to make of a regime: the first caution of UNKNOWN, VOLATILE, CHOP at chop_confidence or
 * above, confidence below confidence_min, volatility above volatility_max refuses, or sizes down.
 *
 * @param      params  The settings.
 * @param      sample  The regime.
 * @param[out] result  The advice; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_advice_evaluate(const sigma_advice_params *params,
                                                              const sigma_advice_sample *sample,
                                                              sigma_advice_result *result);

#endif
