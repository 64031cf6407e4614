/* SPDX-License-Identifier: MIT */
/** @file
 * The log by which every decision can be recomputed: JSON lines, written, read back and compared.
 *
 * A log begins with a header line, which holds the versions and the policy, followed by one line a
 * decision:
 *
 *     {"header":{"line":1,"digest":"9f1c22ab","library":100,"version":1,"policy":{...}},
 *      "crc":"0d4a1be2"}
 *     {"decided":{"line":2,"digest":"9f1c22ab","context":{...},"proposal":{...},
 *      "decision":{...}},"crc":"c41f9e07"}
 *
 * and, between these, by one line for each of what else is worth keeping:
 *
 * | line | struct | tells | recomputed |
 * |---|---|---|---|
 * | trade | sigma_audit_trade | a closed trade, expected against realised | R, surprise |
 * | exit | sigma_audit_exit | why a position was left or its stop moved | by sigma/exits.h |
 * | transition | sigma_audit_transition | what the breaker did | how it may rise and fall |
 * | violation | sigma_audit_violation | which rule was broken, by what | |
 * | failure | sigma_audit_failure | an order that failed or slipped | the slippage |
 *
 * on one line each, without spaces. Members stand in the order of the struct's fields and have
 * their names; a member that is all zero is left out; codes stand as their names of sigma/words.h
 * and bit sets as arrays of them; times as ISO 8601; numbers in the shortest form that reads back
 * to the same bits. digest is the CRC-32 of the policy's own JSON; crc the CRC-32 (IEEE 802.3, as
 * in zlib) of all bytes of the line before the last comma. A CRC finds accidents, not forgers, and
 * nothing in a log tells that lines are missing at its end. An order that reduces can be granted on
 * facts that are out of range, but such a context is not written: leave the broken part all zero.
 *
 * The reader accepts what the writer writes and nothing else, so a line that was accepted is byte
 * for byte the line that its contents would be written as.
 */
#ifndef SIGMA_AUDIT_H
#define SIGMA_AUDIT_H

#include "sigma/breaker.h"
#include "sigma/decide.h"
#include "sigma/exits.h"
#include "sigma/trade.h"

/** Longest line with its terminating zero [bytes]: a buffer that always suffices. */
#define SIGMA_AUDIT_SPACE 10240

/** The same of every line but header and decision [bytes]. */
#define SIGMA_AUDIT_EVENT_SPACE 4096

/** A log being written or read: where it stands. */
typedef struct sigma_audit {
    int64_t line;    /**< Lines so far, the header included [lines], x >= 0. */
    uint32_t digest; /**< CRC-32 of the policy. */
    int32_t tag;     /**< Set by init. */
} sigma_audit;

SIGMA_LAYOUT(sigma_audit, 16);

/** The header line of a log. */
typedef struct sigma_audit_header {
    int64_t line;        /**< Number of the line, 1 [lines], x >= 1. */
    uint32_t digest;     /**< CRC-32 of the policy. */
    int32_t library;     /**< sigma_version_number() of the library that wrote it, x >= 0. */
    int32_t version;     /**< SIGMA_DECISION_VERSION of that library, x >= 1. */
    int32_t reserved;    /**< 0. */
    sigma_policy policy; /**< The policy that all its decisions were made under. */
} sigma_audit_header;

SIGMA_LAYOUT(sigma_audit_header, 688);

/** One line of decision, read back. */
typedef struct sigma_audit_record {
    int64_t line;            /**< Number of the line, the header's is 1 [lines], x >= 1. */
    uint32_t digest;         /**< CRC-32 of the policy it was decided under. */
    int32_t reserved;        /**< 0. */
    sigma_context context;   /**< What was known. */
    sigma_proposal proposal; /**< What was wanted. */
    sigma_decision decision; /**< What was decided. */
} sigma_audit_record;

SIGMA_LAYOUT(sigma_audit_record, 1736);

/** A closed trade. The writer sets line and digest here and below, which may be anything before. */
typedef struct sigma_audit_trade {
    int64_t line;      /**< Number of the line [lines], x >= 1. */
    uint32_t digest;   /**< CRC-32 of the policy of the log. */
    int32_t reserved;  /**< 0. */
    sigma_trade trade; /**< What was closed. */
    double multiple;   /**< Profit over risk, 0 where that is not given; set by the writer [R],
                            -1e6 <= x <= 1e6. */
    double expected;   /**< Expected profit over risk, 0 where either is not given; set by the
                            writer [R], -1e6 <= x <= 1e6. */
    double surprise;   /**< Profit less the expected, 0 where that is not given; set by the writer
                            [account], -2e15 <= x <= 2e15. */
} sigma_audit_trade;

SIGMA_LAYOUT(sigma_audit_trade, 176);

/** What was done with an open position. With the state before the bar, the result is recomputed;
 * without, bar and sample are all zero too and the result is what the caller says. A bar that could
 * not be used, beside an order to close, is left all zero. */
typedef struct sigma_audit_exit {
    int64_t line;              /**< Number of the line [lines], x >= 1. */
    uint32_t digest;           /**< CRC-32 of the policy of the log. */
    int32_t tick;              /**< 1 if judged by sigma_exits_tick() at the bar's time and close,
                                    whose prices are all the same, 0 <= x <= 1. */
    sigma_exits exits;         /**< The position before it was judged; may be all zero. */
    sigma_bar bar;             /**< The bar; may be all zero. */
    sigma_exits_sample sample; /**< What else was known; may be all zero. */
    sigma_exits_result result; /**< What to do, not HOLD; set by the writer where the state is
                                    given. */
    int64_t time;              /**< When [ns]. */
    int32_t id;                /**< The caller's number for the position, x >= 0. */
    int32_t symbol;            /**< Id of the symbol, x >= 1. */
} sigma_audit_exit;

SIGMA_LAYOUT(sigma_audit_exit, 496);

/** A change of the breaker, or an issue that left its state. The event is all zero for RESET, from
 * SHUTDOWN to CLOSED, for FORCED, from any other to CLOSED, and for OVERRIDE, which stays. RECOVERY
 * falls by one, not from SHUTDOWN; every other issue rises or stays. Anything else is refused. */
typedef struct sigma_audit_transition {
    int64_t line;                        /**< Number of the line [lines], x >= 1. */
    uint32_t digest;                     /**< CRC-32 of the policy of the log. */
    int32_t breaker;                     /**< The caller's number for the breaker, x >= 0. */
    sigma_breaker_sample event;          /**< What happened; may be all zero. */
    sigma_breaker_transition transition; /**< What it changed, at the event's instant. */
} sigma_audit_transition;

SIGMA_LAYOUT(sigma_audit_transition, 72);

/** A rule that was broken: at least one of the sets is not empty. */
typedef struct sigma_audit_violation {
    int64_t line;      /**< Number of the line [lines], x >= 1. */
    uint32_t digest;   /**< CRC-32 of the policy of the log. */
    int32_t source;    /**< SIGMA_PART_... that found it, not UNKNOWN. */
    int64_t time;      /**< When [ns]. */
    int64_t id;        /**< The caller's number for the order or position, any. */
    double value;      /**< What was found, in the unit of the rule; 0 if no number tells [1],
                            -1e15 <= x <= 1e15. */
    double limit;      /**< What it was held against; 0 if no number tells [1],
                            -1e15 <= x <= 1e15. */
    uint64_t reasons;  /**< Set of SIGMA_REASON_... of a decision. */
    uint64_t layers;   /**< Set of SIGMA_LAYER_... of the gate. */
    uint64_t limits;   /**< Set of SIGMA_LIMIT_... of the portfolio. */
    uint64_t rules;    /**< Set of SIGMA_RULE_... of a prop firm. */
    uint64_t symptoms; /**< Set of SIGMA_SYMPTOM_... of the monitor. */
    int32_t symbol;    /**< Id of the symbol, 0 for the account, x >= 0. */
    int32_t verdict;   /**< SIGMA_VERDICT_...: what became of the order; DENY where there is
                            none. */
} sigma_audit_violation;

SIGMA_LAYOUT(sigma_audit_violation, 96);

/** An order that failed, came late, or was filled elsewhere than expected; or what failed around
 * the orders, such as the network, with neither symbol, side nor intent. */
typedef struct sigma_audit_failure {
    int64_t line;     /**< Number of the line [lines], x >= 1. */
    uint32_t digest;  /**< CRC-32 of the policy of the log. */
    int32_t event;    /**< SIGMA_EVENT_...: ORDER_FAILED, SLIPPAGE, LATENCY, NETWORK, EXCHANGE,
                           RATE_LIMIT or another, not UNKNOWN. */
    int64_t time;     /**< When [ns]. */
    int64_t id;       /**< The caller's number for the order, any. */
    double lots;      /**< Asked for [lots], 0 <= x <= 1e12. */
    double filled;    /**< Got [lots], 0 <= x <= 1e12. */
    double wanted;    /**< Expected price of the fill, 0 if none [price], 0 <= x <= 1e15. */
    double price;     /**< Mean price of what was filled, 0 if nothing was [price],
                           0 <= x <= 1e15. */
    double slippage;  /**< Against the order, over the expected price: what a buy paid more and a
                           sale got less; set by the writer where both prices are given, and side
                           and intent then have to be; else what the caller says [1],
                           -1e31 <= x <= 1e31. */
    double latency;   /**< From sending to the answer, 0 if not known [ms], 0 <= x <= 1e15. */
    int32_t code;     /**< The broker's own code, any. */
    int32_t attempt;  /**< Which attempt, from 1; 0 if not known, x >= 0. */
    int32_t symbol;   /**< Id of the symbol, 0 for none, x >= 0. */
    int32_t side;     /**< Side of the position: SIGMA_SIDE_..., UNKNOWN for none. */
    int32_t intent;   /**< SIGMA_INTENT_..., UNKNOWN for none. */
    int32_t reserved; /**< 0. */
} sigma_audit_failure;

SIGMA_LAYOUT(sigma_audit_failure, 104);

/** Where a line departs from its recomputation. */
typedef struct sigma_audit_difference {
    char field[64];   /**< Path of the differing field, such as "decision.sizing.lots"; may be
                           empty. */
    int32_t cause;    /**< SIGMA_CAUSE_... */
    int32_t position; /**< First differing byte of the line, counted from 0, or where a value begins
                           that cannot be read; -1 if unknown [bytes]. */
} sigma_audit_difference;

SIGMA_LAYOUT(sigma_audit_difference, 72);

/**
 * Starts a log and writes its header line.
 *
 * @param[out] log       The log; all zero on error.
 * @param      policy    The policy that all its decisions are made under.
 * @param[out] buffer    Receives the line, zero-terminated, without newline; empty on error, if it
 *                       has any space.
 * @param      capacity  Size of buffer [bytes], SIGMA_AUDIT_SPACE always suffices.
 * @param[out] length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_init(sigma_audit *log,
                                                         const sigma_policy *policy, char *buffer,
                                                         int32_t capacity, int32_t *length);

/**
 * Writes the line of a decision.
 *
 * @param[in,out] log       The log; unchanged on error.
 * @param         context   What was known.
 * @param         proposal  What was wanted.
 * @param         decision  What was decided.
 * @param[out]    buffer    Receives the line, zero-terminated, without newline; empty on error, if
 *                          it has any space.
 * @param         capacity  Size of buffer [bytes], SIGMA_AUDIT_SPACE always suffices.
 * @param[out]    length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE where a field is outside its range,
 *         or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_decision(
    sigma_audit *log, const sigma_context *context, const sigma_proposal *proposal,
    const sigma_decision *decision, char *buffer, int32_t capacity, int32_t *length);

/**
 * Reads a header line and starts a log that stands behind it.
 *
 * @param[out] log     The log; all zero on error.
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] header  What it holds; all zero on error; on SIGMA_E_VERSION without the policy.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_FORMAT for anything but the writer's own form, or
 *         SIGMA_E_VERSION for an undamaged header of another decision version.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_open(sigma_audit *log, const char *text,
                                                         int32_t length,
                                                         sigma_audit_header *header);

/**
 * Reads the line of a decision.
 *
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] record  What it holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for anything but the writer's own form.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_read(const char *text, int32_t length,
                                                         sigma_audit_record *record);

/**
 * Writes the line of a closed trade.
 *
 * @param[in,out] log       The log; unchanged on error.
 * @param[in,out] record    What it tells; what the writer sets is set on SIGMA_OK, else unchanged.
 * @param[out]    buffer    Receives the line, zero-terminated, without newline; empty on error, if
 *                          it has any space.
 * @param         capacity  Size of buffer [bytes], SIGMA_AUDIT_EVENT_SPACE always suffices.
 * @param[out]    length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE where a field is outside its range,
 *         SIGMA_E_ORDER where the trade was closed before it was opened, or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_trade_write(sigma_audit *log,
                                                                sigma_audit_trade *record,
                                                                char *buffer, int32_t capacity,
                                                                int32_t *length);

/**
 * Reads the line of a closed trade.
 *
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] record  What it holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for anything but the writer's own form.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_trade_read(const char *text, int32_t length,
                                                               sigma_audit_trade *record);

/**
 * Writes the line of an exit.
 *
 * @param[in,out] log       The log; unchanged on error.
 * @param[in,out] record    What it tells; what the writer sets is set on SIGMA_OK, else unchanged.
 * @param[out]    buffer    Receives the line, zero-terminated, without newline; empty on error, if
 *                          it has any space.
 * @param         capacity  Size of buffer [bytes], SIGMA_AUDIT_EVENT_SPACE always suffices.
 * @param[out]    length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE where a field is outside its range
 *         or nothing was done, SIGMA_E_ORDER where the bar comes before the state, or
 *         SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_exit_write(sigma_audit *log,
                                                               sigma_audit_exit *record,
                                                               char *buffer, int32_t capacity,
                                                               int32_t *length);

/**
 * Reads the line of an exit.
 *
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] record  What it holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for anything but the writer's own form.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_exit_read(const char *text, int32_t length,
                                                              sigma_audit_exit *record);

/**
 * Writes the line of a transition.
 *
 * @param[in,out] log       The log; unchanged on error.
 * @param[in,out] record    What it tells; what the writer sets is set on SIGMA_OK, else unchanged.
 * @param[out]    buffer    Receives the line, zero-terminated, without newline; empty on error, if
 *                          it has any space.
 * @param         capacity  Size of buffer [bytes], SIGMA_AUDIT_EVENT_SPACE always suffices.
 * @param[out]    length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE where a field is outside its range
 *         or no breaker does that, or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_transition_write(sigma_audit *log,
                                                                     sigma_audit_transition *record,
                                                                     char *buffer, int32_t capacity,
                                                                     int32_t *length);

/**
 * Reads the line of a transition.
 *
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] record  What it holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for anything but the writer's own form.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_transition_read(const char *text,
                                                                    int32_t length,
                                                                    sigma_audit_transition *record);

/**
 * Writes the line of a violation.
 *
 * @param[in,out] log       The log; unchanged on error.
 * @param[in,out] record    What it tells; what the writer sets is set on SIGMA_OK, else unchanged.
 * @param[out]    buffer    Receives the line, zero-terminated, without newline; empty on error, if
 *                          it has any space.
 * @param         capacity  Size of buffer [bytes], SIGMA_AUDIT_EVENT_SPACE always suffices.
 * @param[out]    length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE where a field is outside its range
 *         or nothing was broken, or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_violation_write(sigma_audit *log,
                                                                    sigma_audit_violation *record,
                                                                    char *buffer, int32_t capacity,
                                                                    int32_t *length);

/**
 * Reads the line of a violation.
 *
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] record  What it holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for anything but the writer's own form.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_violation_read(const char *text, int32_t length,
                                                                   sigma_audit_violation *record);

/**
 * Writes the line of a failure.
 *
 * @param[in,out] log       The log; unchanged on error.
 * @param[in,out] record    What it tells; what the writer sets is set on SIGMA_OK, else unchanged.
 * @param[out]    buffer    Receives the line, zero-terminated, without newline; empty on error, if
 *                          it has any space.
 * @param         capacity  Size of buffer [bytes], SIGMA_AUDIT_EVENT_SPACE always suffices.
 * @param[out]    length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_STATE, SIGMA_E_RANGE where a field is outside its range,
 *         or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_failure_write(sigma_audit *log,
                                                                  sigma_audit_failure *record,
                                                                  char *buffer, int32_t capacity,
                                                                  int32_t *length);

/**
 * Reads the line of a failure.
 *
 * @param      text    The line without newline; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] record  What it holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for anything but the writer's own form.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_failure_read(const char *text, int32_t length,
                                                                 sigma_audit_failure *record);

/**
 * Tells what a line says it is, by its first word alone.
 *
 * @param      text    The line; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] kind    SIGMA_KIND_AUDIT_HEADER, _RECORD for a decision, _TRADE, _EXIT, _TRANSITION,
 *                     _VIOLATION or _FAILURE; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_FORMAT for no such line.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_kind(const char *text, int32_t length,
                                                         int32_t *kind);

/**
 * Recomputes a line, of a decision or any other but the header, and compares every byte.
 *
 * @param[in,out] log         The log; steps on by one line on SIGMA_OK, else unchanged.
 * @param         policy      The policy of its header.
 * @param         text        The line without newline; need not be zero-terminated.
 * @param         length      Length of text [bytes].
 * @param[out]    record      What it holds, as far as it could be read; of a line that is no
 *                            decision only line and digest.
 * @param[out]    difference  Where it departs; all zero on SIGMA_OK.
 * @return SIGMA_OK, SIGMA_E_DIFFERENT, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_verify(sigma_audit *log,
                                                           const sigma_policy *policy,
                                                           const char *text, int32_t length,
                                                           sigma_audit_record *record,
                                                           sigma_audit_difference *difference);

#endif
