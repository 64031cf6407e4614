/* SPDX-License-Identifier: MIT */
/** @file
 * The circuit breaker: stops entries when the machinery around the trades fails, and lets them
 * return step by step. Reducing and closing is allowed in every state and under the override; the
 * breaker speaks of entries only.
 *
 * | state | entries | size | confidence |
 * |---|---|---|---|
 * | CLOSED | yes | 1 | any |
 * | ALERT | yes | 1 | any |
 * | THROTTLE | yes | scale | at least confidence |
 * | HALT, SHUTDOWN | no | 0 | |
 *
 * While the last reported degradation is MODERATE or worse the size is at most degraded, and while
 * it is CRITICAL, which closes all positions, there are no entries, whatever the state. The caller
 * reports events; each is judged against the thresholds of the params, of which a value *at* the
 * threshold trips, and the highest level that it calls for is the level of the event:
 *
 * | event | value | level |
 * |---|---|---|
 * | LATENCY | time of an API call [ms] | by the mean of the last readings |
 * | ORDER_DONE, ORDER_FAILED | | by failures in a row, and their share within the window |
 * | SLIPPAGE | against the order, over its price [1] | by the value |
 * | TRADE | profit over equity [1] | HALT by the fall within the window, by losses |
 * | VOLATILITY | any measure | HALT by the value |
 * | DEGRADATION | count is a SIGMA_SEVERITY_... | by severity |
 * | EXPECTANCY | expectancy of count trades [R] | THROTTLE and HALT, *below* the threshold |
 * | REGIME ... SECURITY | | by event; NETWORK, EXCHANGE, RATE_LIMIT: THROTTLE when repeated |
 * | TIME | | none: time passes |
 *
 * An event of a level above CLOSED is an *issue*: the state rises to its level at once if it is
 * higher, and the cool-down of the state starts anew. A failed order starts it anew as well.
 * Recovery goes one state at a time, from HALT to THROTTLE to ALERT to CLOSED, through a probe:
 *
 * 1. The probe (half-open) begins at the first event without an issue that finds the cool-down over
 *    and the mean of the last readings of latency below ALERT. In HALT it grants what THROTTLE
 *    grants, so that an order can prove that orders work; else what the state grants.
 * 2. It succeeds, and the state falls by one, with an order that is done; or, if no failure is
 *    outstanding, with a reading of latency that leaves that mean below ALERT, or when nothing but
 *    such readings came for the time of a probe, so that an idle bot recovers too. The event that
 *    begins the probe counts.
 * 3. An issue or a failed order ends it, and the cool-down starts anew.
 *
 * SHUTDOWN knows no recovery: only sigma_breaker_reset() leaves it. Time comes from the arguments
 * alone; of orders and trades the last 64 within the window are seen.
 *
 * Corrected: the published system compares slippage as a fraction with thresholds in percent, has
 * no way out of HALT, and stops exits too in SHUTDOWN and under the override. Ours: what repeats
 * is any of the three network events; a share of failures needs rate_orders orders, a mean latency
 * recovery_readings readings; loss is the fall of equity from its highest point in the window.
 *
 * Source: the published thresholds of SIGMA; half-open as in Nygard, Release It! (2007) ch. 5.
 */
#ifndef SIGMA_BREAKER_H
#define SIGMA_BREAKER_H

#include "sigma/base.h"

/** Orders and trades that the breaker remembers. */
#define SIGMA_BREAKER_SPACE 64

/** Issues that the breaker remembers. */
#define SIGMA_BREAKER_ISSUES 32

/** Thresholds. Fill them with sigma_breaker_defaults() first. */
typedef struct sigma_breaker_params {
    double latency[3];          /**< ALERT, THROTTLE, HALT from this mean on [ms], 1e-6 <= x <= 1e9,
                                     500, 1000, 3000. */
    double slippage[3];         /**< ALERT, THROTTLE, HALT from this on [1], 1e-9 <= x <= 1e9,
                                     0.001, 0.003, 0.005. */
    double failure_rate;        /**< THROTTLE from this share of failed orders on [1],
                                     1e-9 <= x <= 1e9, 0.3. */
    double loss;                /**< HALT from this fall in the window on [1], 1e-9 <= x <= 1e9,
                                     0.05. */
    double volatility;          /**< HALT from this VOLATILITY on [1], 1e-9 <= x <= 1e9, 1e9. */
    double expectancy[2];       /**< THROTTLE, HALT below this [R], -1e9 <= x <= 1e9, 0, -0.5. */
    double confidence;          /**< Least confidence under THROTTLE [1], 0 <= x <= 1, 0.7. */
    double scale;               /**< Size under THROTTLE [1], 0 <= x <= 1, 0.5. */
    double degraded;            /**< Greatest size while degraded [1], 0 <= x <= 1, 0.5. */
    int64_t window;             /**< Over which orders, trades and repeats count [ns],
                                     1 <= x <= 3.1e16, 300 s. */
    int64_t cooldown[3];        /**< Of ALERT, THROTTLE, HALT [ns], 0 <= x <= 3.1e16, 60, 300,
                                     900 s. */
    int64_t probe;              /**< Quiet time after which a probe succeeds [ns],
                                     0 <= x <= 3.1e16, 60 s. */
    int32_t failures[4];        /**< ALERT, THROTTLE, HALT, SHUTDOWN from so many failed orders in
                                     a row on [orders], 1 <= x <= 1000000000, 2, 3, 5, 10. */
    int32_t rate_orders;        /**< Orders in the window that a failure rate needs [orders],
                                     1 <= x <= 64, 10. */
    int32_t losses;             /**< HALT from so many losing trades in the window on, 0 for never
                                     [trades], 0 <= x <= 64, 0. */
    int32_t streak;             /**< HALT from so many losing trades in a row on, 0 for never
                                     [trades], 0 <= x <= 1000000000, 0. */
    int32_t expectancy_over[2]; /**< THROTTLE, HALT need more trades than this [trades],
                                     0 <= x <= 1000000000, 30, 50. */
    int32_t readings;           /**< Last readings in the mean latency [readings], 1 <= x <= 16,
                                     10. */
    int32_t recovery_readings;  /**< The same for recovery [readings], 1 <= x <= 16, 5. */
    int32_t repeats;            /**< Network events in the window that make THROTTLE [events],
                                     1 <= x <= 8, 3. */
    int32_t degradation[3];     /**< SIGMA_LEVEL_... of MODERATE, SEVERE, CRITICAL, not UNKNOWN:
                                     ALERT, HALT, HALT. */
    int32_t event[8];           /**< SIGMA_LEVEL_... of REGIME, NETWORK, EXCHANGE, RATE_LIMIT,
                                     DATABASE, BALANCE, MEMORY, SECURITY, not UNKNOWN: four ALERT,
                                     two HALT, two SHUTDOWN. */
    int32_t reserved;           /**< 0. */
} sigma_breaker_params;

SIGMA_LAYOUT(sigma_breaker_params, 248);

/** What happened. */
typedef struct sigma_breaker_sample {
    int64_t time;  /**< When [ns]. */
    double value;  /**< By the event, else 0 [1], -1e15 <= x <= 1e15. LATENCY is at least 0. */
    int32_t event; /**< SIGMA_EVENT_..., not UNKNOWN. */
    int32_t count; /**< EXPECTANCY: trades; DEGRADATION: severity; else 0, x >= 0. */
} sigma_breaker_sample;

SIGMA_LAYOUT(sigma_breaker_sample, 24);

/** A change of state, for the caller to tell and to log. */
typedef struct sigma_breaker_transition {
    int64_t time;     /**< When [ns]. */
    double value;     /**< What was held against the threshold [1], -1e300 <= x <= 1e300. */
    int32_t from;     /**< SIGMA_LEVEL_... */
    int32_t to;       /**< SIGMA_LEVEL_...; the same when the state stayed. */
    int32_t issue;    /**< SIGMA_ISSUE_... that the event raised, UNKNOWN when it raised none. */
    int32_t reserved; /**< 0. */
} sigma_breaker_transition;

SIGMA_LAYOUT(sigma_breaker_transition, 32);

/** One remembered issue; the same issue again and again is one. */
typedef struct sigma_breaker_issue {
    int64_t first;    /**< When it was first seen [ns]. */
    int64_t last;     /**< When it was last seen [ns]. */
    double value;     /**< What was held against the threshold at last [1], -1e300 <= x <= 1e300. */
    int32_t issue;    /**< SIGMA_ISSUE_... */
    int32_t level;    /**< SIGMA_LEVEL_... that it called for. */
    int32_t count;    /**< Times seen, x >= 0. */
    int32_t reserved; /**< 0. */
} sigma_breaker_issue;

SIGMA_LAYOUT(sigma_breaker_issue, 40);

/** The breaker. Set it up with sigma_breaker_init(). */
typedef struct sigma_breaker {
    sigma_breaker_params params;                     /**< Thresholds. */
    sigma_breaker_issue issue[SIGMA_BREAKER_ISSUES]; /**< Ring of the last issues. */
    int64_t order_time[SIGMA_BREAKER_SPACE];         /**< Ring of the last orders' times [ns]. */
    int64_t trade_time[SIGMA_BREAKER_SPACE];         /**< Ring of the last trades' times [ns]. */
    double trade_value[SIGMA_BREAKER_SPACE];         /**< Their profits over equity [1],
                                                          -1e15 <= x <= 1e15. */
    int64_t repeat_time[8];                          /**< Ring of the last network events [ns]. */
    double latency[16];                              /**< Ring of the last readings [ms],
                                                          0 <= x <= 1e15. */
    uint32_t failed[2];                              /**< Which of the orders failed, by place. */
    int64_t time;                                    /**< Instant of the last call [ns]. */
    int64_t since;                                   /**< Start of the cool-down [ns]. */
    int64_t probed;       /**< Start of the probe, if there is one [ns]. */
    int32_t tag;          /**< Set by init. */
    int32_t state;        /**< SIGMA_LEVEL_..., not UNKNOWN. */
    int32_t probing;      /**< 1 during a probe, 0 <= x <= 1. */
    int32_t override_on;  /**< 1 under the override, 0 <= x <= 1. */
    int32_t failures;     /**< Failed orders in a row [orders], x >= 0. */
    int32_t streak;       /**< Losing trades in a row [trades], x >= 0. */
    int32_t severity;     /**< SIGMA_SEVERITY_... of the last reported degradation. */
    int32_t orders;       /**< Orders in the ring [orders], 0 <= x <= 64. */
    int32_t order_next;   /**< Place of the next, 0 <= x <= 63. */
    int32_t trades;       /**< Trades in the ring [trades], 0 <= x <= 64. */
    int32_t trade_next;   /**< Place of the next, 0 <= x <= 63. */
    int32_t repeats;      /**< Network events in the ring [events], 0 <= x <= 8. */
    int32_t repeat_next;  /**< Place of the next, 0 <= x <= 7. */
    int32_t readings;     /**< Readings in the ring [readings], 0 <= x <= 16. */
    int32_t reading_next; /**< Place of the next, 0 <= x <= 15. */
    int32_t issues;       /**< Issues in the ring, 0 <= x <= 32. */
    int32_t issue_next;   /**< Place of the next, 0 <= x <= 31. */
    int32_t reserved;     /**< 0. */
} sigma_breaker;

SIGMA_LAYOUT(sigma_breaker, 3360);

/** What a decision needs to know of the breaker. */
typedef struct sigma_breaker_result {
    int64_t time;        /**< Instant of the last call [ns]. */
    double scale;        /**< Factor on the size of an entry [1], 0 <= x <= 1. */
    double confidence;   /**< Least confidence of an entry [1], 0 <= x <= 1. */
    int32_t state;       /**< SIGMA_LEVEL_... */
    int32_t entries;     /**< 1 if entries are allowed, 0 <= x <= 1. */
    int32_t close_all;   /**< 1 if all positions are to be closed: SHUTDOWN, or a degradation that
                              is CRITICAL, 0 <= x <= 1. */
    int32_t probing;     /**< 1 during a probe, 0 <= x <= 1. */
    int32_t override_on; /**< 1 under the override, 0 <= x <= 1. */
    int32_t mark;        /**< SIGMA_PART_BREAKER. */
} sigma_breaker_result;

SIGMA_LAYOUT(sigma_breaker_result, 48);

/** What the breaker grants an entry, as a decision reads it. */
typedef struct sigma_breaker_grant {
    double scale;      /**< Factor on the size [1], 0 <= x <= 1. */
    double confidence; /**< Least confidence [1], 0 <= x <= 1. */
    int32_t entries;   /**< 1 if entries are allowed, 0 <= x <= 1. */
    int32_t mark;      /**< SIGMA_PART_BREAKER. */
} sigma_breaker_grant;

SIGMA_LAYOUT(sigma_breaker_grant, 24);

/**
 * Fills in the published thresholds.
 *
 * @param[out] params  The defaults.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_defaults(sigma_breaker_params *params);

/**
 * Starts a breaker in CLOSED.
 *
 * @param[out] breaker  The breaker; all zero on error.
 * @param      time     Now [ns].
 * @param      params   Thresholds, each in its range.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_init(sigma_breaker *breaker, int64_t time,
                                                           const sigma_breaker_params *params);

/**
 * Takes one event.
 *
 * @param[in,out] breaker     The breaker; unchanged on error.
 * @param         sample      What happened, not before the last call.
 * @param[out]    transition  What changed; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_update(sigma_breaker *breaker,
                                                             const sigma_breaker_sample *sample,
                                                             sigma_breaker_transition *transition);

/**
 * Sets or lifts the manual override, which blocks every entry and never permits one. It is kept
 * among the issues, with the value 1 or 0; the state stays.
 *
 * @param[in,out] breaker  The breaker; unchanged on error.
 * @param         time     Now [ns], not before the last call.
 * @param         on       1 to block entries, 0 to lift the block.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_override(sigma_breaker *breaker, int64_t time,
                                                               int32_t on);

/**
 * Forces the recovery to CLOSED, but not from SHUTDOWN. All readings and counts are forgotten, the
 * override and the issues stay.
 *
 * @param[in,out] breaker     The breaker; unchanged on error.
 * @param         time        Now [ns], not before the last call.
 * @param[out]    transition  What changed; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, also in SHUTDOWN, or SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_recover(sigma_breaker *breaker, int64_t time,
                                                              sigma_breaker_transition *transition);

/**
 * Leaves SHUTDOWN for CLOSED, the only way out of it. All readings and counts are forgotten, the
 * override and the issues stay; the reset is kept among them, with its reason as value.
 *
 * @param[in,out] breaker     The breaker; unchanged on error.
 * @param         time        Now [ns], not before the last call.
 * @param         reason      The caller's own code for why it is safe, x >= 1.
 * @param[out]    transition  What changed; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE, also outside SHUTDOWN, or
 *         SIGMA_E_ORDER.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_reset(sigma_breaker *breaker, int64_t time,
                                                            int32_t reason,
                                                            sigma_breaker_transition *transition);

/**
 * Reads what is granted and the state behind it.
 *
 * @param      breaker  The breaker.
 * @param[out] result   What is granted, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_read(const sigma_breaker *breaker,
                                                           sigma_breaker_result *result);

/**
 * Reads what is granted, for a decision.
 *
 * @param      breaker  The breaker.
 * @param[out] grant    What is granted, and mark; all zero, which grants nothing, on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_breaker_permit(const sigma_breaker *breaker,
                                                             sigma_breaker_grant *grant);

#endif
