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

#include "sigma/decide.h"

/** Longest line with its terminating zero [bytes]: a buffer that always suffices. */
#define SIGMA_AUDIT_SPACE 8192

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

SIGMA_LAYOUT(sigma_audit_record, 1296);

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
 * Recomputes the line of a decision and compares every byte.
 *
 * @param[in,out] log         The log; steps on by one line on SIGMA_OK, else unchanged.
 * @param         policy      The policy of its header.
 * @param         text        The line without newline; need not be zero-terminated.
 * @param         length      Length of text [bytes].
 * @param[out]    record      What it holds, as far as it could be read.
 * @param[out]    difference  Where it departs; all zero on SIGMA_OK.
 * @return SIGMA_OK, SIGMA_E_DIFFERENT, SIGMA_E_NULL or SIGMA_E_STATE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_audit_verify(sigma_audit *log,
                                                           const sigma_policy *policy,
                                                           const char *text, int32_t length,
                                                           sigma_audit_record *record,
                                                           sigma_audit_difference *difference);

#endif
