/* SPDX-License-Identifier: MIT */
/** @file
 * Instants as text: ISO 8601 in the proleptic Gregorian calendar, without leap seconds.
 *
 * Source: days from civil date after Hinnant, chrono-Compatible Low-Level Date Algorithms (2013).
 */
#ifndef SIGMA_CALENDAR_H
#define SIGMA_CALENDAR_H

#include "sigma/base.h"

/** Longest instant with its terminating zero [bytes]. */
#define SIGMA_CALENDAR_SPACE 32

/**
 * Writes an instant as 2020-03-16T20:00:00Z, with nine more digits where it has a fraction.
 *
 * @param      time      Instant [ns]: the whole range of int64_t, the years 1677 to 2262.
 * @param[out] buffer    Receives the text; empty on error, if it has any space.
 * @param      capacity  Size of buffer [bytes], SIGMA_CALENDAR_SPACE always suffices.
 * @param[out] length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_calendar_write(int64_t time, char *buffer,
                                                             int32_t capacity, int32_t *length);

/**
 * Reads an instant: a date, or a date and a time with T or a space between, seconds and up to nine
 * decimals optional, then Z, an offset such as +02:00, at most 14 hours, or nothing, which means
 * UTC. A leap second counts as the first of the next minute.
 *
 * @param      text    The instant; need not be zero-terminated.
 * @param      length  Length of text [bytes].
 * @param[out] time    Instant [ns]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_FORMAT, or SIGMA_E_RANGE for a date that does not exist
 *         or does not lie between 1677-09-23 and 2262-04-10.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_calendar_read(const char *text, int32_t length,
                                                            int64_t *time);

#endif
