/* SPDX-License-Identifier: MIT */
/** @file
 * Numbers as text: the same characters and the same bits in every locale and on every machine.
 *
 * Writing gives the shortest decimal that reads back to the same bits, in the form of RFC 8785
 * (JSON Canonicalization Scheme), which is that of JavaScript; only -0 keeps its sign. Reading
 * rounds correctly, to nearest, ties to even.
 *
 * Sources: Giulietti, The Schubfach way to render doubles (2020), for writing; Lemire, Number
 * parsing at a gigabyte per second (Software: Practice and Experience 51, 2021) and Mushtak and
 * Lemire, Fast number parsing without fallback (ibid. 53, 2023), for reading.
 */
#ifndef SIGMA_NUMBER_H
#define SIGMA_NUMBER_H

#include "sigma/base.h"

/** Longest number with its terminating zero [bytes]. */
#define SIGMA_NUMBER_SPACE 32

/** Longest text that sigma_number_read() takes [bytes]. */
#define SIGMA_NUMBER_LONGEST 64

/**
 * Writes the shortest decimal that reads back to the same bits.
 *
 * @param      value     Any finite number.
 * @param[out] buffer    Receives the text; empty on error, if it has any space.
 * @param      capacity  Size of buffer [bytes], SIGMA_NUMBER_SPACE always suffices.
 * @param[out] length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE for NaN or infinity, or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_number_write(double value, char *buffer,
                                                           int32_t capacity, int32_t *length);

/**
 * Reads a decimal number: digits, with an optional sign, fraction and exponent. Nothing else: no
 * space, no hexadecimal, no infinity, no thousands separator, always a decimal point.
 *
 * @param      text    The number; need not be zero-terminated.
 * @param      length  Length of text [bytes], 1 <= x <= SIGMA_NUMBER_LONGEST.
 * @param[out] value   The nearest double; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_FORMAT, or SIGMA_E_RANGE for a number too large.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_number_read(const char *text, int32_t length,
                                                          double *value);

#endif
