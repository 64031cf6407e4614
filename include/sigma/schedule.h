/* SPDX-License-Identifier: MIT */
/** @file
 * When a market trades: local clocks with their daylight-saving rules, weekly windows, holidays,
 * and the instant at which a trading day ends.
 *
 * A zone is an offset from UTC and dated rules by which its clock is put forward and back, as the
 * time zone database writes them: in May 2024 New York is UTC-5 and one hour forward, by the rule
 * "from 2007 on, on the second Sunday of March at 2:00 by the clock on the wall". Offsets follow
 *
 *     local = UTC + offset + (last jump of this year or the one before put it forward ? saving : 0)
 *                                                                                            (1)
 *
 * A time of the local clock is taken as the first instant at which it shows that time or a later
 * one: of an hour that comes twice the first, and the jump itself for one that is left out. (2)
 *
 * A trading day begins at the reset, a time of the local clock. It has the date of the local day in
 * which it begins, or that of the next where the reset is at noon or later: the day that begins at
 * 17:00 of a Sunday is Monday.                                                               (3)
 *
 * Of windows that overlap the first in the list counts, of the days of one window the last. A
 * session is a time without a break in which one window of one day counts and no holiday closes the
 * market, so that every instant in it is told the same start and end.                        (4)
 *
 * Days on which a market closes early are not known here: of New York's stocks 76 from 1991 to
 * 2025. Where that matters, ask again with a schedule of that day's hours.
 *
 * The rules of the presets hold from 1990 on, as far as they are law; changing a law means changing
 * data. Source: IANA time zone database, files northamerica, europe, australasia.
 */
#ifndef SIGMA_SCHEDULE_H
#define SIGMA_SCHEDULE_H

#include "sigma/base.h"

/** Most rules of a zone. */
#define SIGMA_RULES_MAX 16

/** Most windows of a schedule. */
#define SIGMA_WINDOWS_MAX 16

/** Most holidays of a schedule. */
#define SIGMA_HOLIDAYS_MAX 64

/** One yearly jump of a clock. Fields: first_year <= last_year. */
typedef struct sigma_zone_rule {
    int32_t first_year; /**< First year in which it happens [years], 1600 <= x <= 2300. */
    int32_t last_year;  /**< Last year in which it happens [years], 1600 <= x <= 2300. */
    int32_t month;      /**< Month [months], 1 <= x <= 12. */
    int32_t week;       /**< Which such weekday of the month, 5 the last [1], 1 <= x <= 5. */
    int32_t weekday;    /**< Day of the week, Monday 1, Sunday 7 [days], 1 <= x <= 7. */
    int32_t second;     /**< Time of that day [s], 0 <= x <= 86400. */
    int32_t clock;      /**< SIGMA_CLOCK_... that shows this time, not UNKNOWN. */
    int32_t begins;     /**< 1 the clock is put forward, 0 back [1], 0 <= x <= 1. */
} sigma_zone_rule;

SIGMA_LAYOUT(sigma_zone_rule, 32);

/** A local clock. */
typedef struct sigma_zone {
    int32_t offset;            /**< Standard time less UTC [s], -50400 <= x <= 50400. */
    int32_t saving;            /**< How far the clock is put forward [s], 0 <= x <= 7200. */
    int32_t count;             /**< Rules [1], 0 <= x <= 16. */
    int32_t reserved;          /**< 0. */
    sigma_zone_rule rules[16]; /**< In any order; those behind count are ignored. */
} sigma_zone;

SIGMA_LAYOUT(sigma_zone, 528);

/** A weekly window by the local clock. Fields: start < end. */
typedef struct sigma_window {
    int32_t days;   /**< Weekdays on which it starts, Monday 1, Tuesday 2, Wednesday 4, Thursday 8,
                         Friday 16, Saturday 32, Sunday 64, added up [1], 1 <= x <= 127. */
    int32_t start;  /**< Start, from midnight of that day [s], 0 <= x <= 86399. */
    int32_t end;    /**< End, from the same midnight [s], 1 <= x <= 172800. */
    int32_t effect; /**< SIGMA_WINDOW_..., not UNKNOWN. */
} sigma_window;

SIGMA_LAYOUT(sigma_window, 16);

/** Trading hours. Without a window of effect SESSION the market never closes but on holidays. */
typedef struct sigma_schedule {
    sigma_zone zone;          /**< The local clock. */
    sigma_window windows[16]; /**< The first that holds counts; those behind window_count do not. */
    int32_t holidays[64];     /**< Trading days without trade, since 1970-01-01 [days],
                                   -106000 <= x <= 106000. */
    int32_t reset;            /**< Local time at which a trading day begins [s], 0 <= x <= 86399. */
    int32_t window_count;     /**< Windows [1], 0 <= x <= 16. */
    int32_t holiday_count;    /**< Holidays [1], 0 <= x <= 64. */
    int32_t reserved;         /**< 0. */
} sigma_schedule;

SIGMA_LAYOUT(sigma_schedule, 1056);

/** What holds at an instant. */
typedef struct sigma_schedule_result {
    int64_t day_start;     /**< Last reset, this instant included [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t next_reset;    /**< First reset after the instant [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t session_start; /**< Start of the session (4), of the trading day where there are no
                                sessions; 0 while closed [ns], -9.15e18 <= x <= 9.15e18. */
    int64_t session_end;   /**< Its end; 0 while closed [ns], -9.15e18 <= x <= 9.15e18. */
    int32_t day;           /**< Trading day, since 1970-01-01 (3) [days], -106000 <= x <= 106000. */
    int32_t weekday;       /**< Its day of the week, Monday 1, Sunday 7 [days], 1 <= x <= 7. */
    int32_t offset;        /**< Local clock less UTC [s], -50400 <= x <= 57600. */
    int32_t jump;     /**< Not 0 where the clock jumps within the trading day: forward above 0, the
                           day is so much shorter [s], -7200 <= x <= 7200. */
    int32_t session;  /**< Number of the session's window, from 1; 0 if none [1], 0 <= x <= 16. */
    int32_t blocked;  /**< Number of the window that blocks entries, from 1; 0 if none [1],
                           0 <= x <= 16. */
    int32_t holiday;  /**< 1 on a holiday [1], 0 <= x <= 1. */
    int32_t open;     /**< 1 while the market trades [1], 0 <= x <= 1. */
    int32_t entry;    /**< 1 while it trades and nothing blocks entries [1], 0 <= x <= 1. */
    int32_t reserved; /**< 0. */
} sigma_schedule_result;

SIGMA_LAYOUT(sigma_schedule_result, 72);

/**
 * Fills a zone with the rules of a place.
 *
 * @param      place  SIGMA_ZONE_..., not UNKNOWN.
 * @param[out] zone   The zone; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_zone_defaults(int32_t place, sigma_zone *zone);

/**
 * How far a local clock is ahead of UTC (1).
 *
 * @param      zone    The zone.
 * @param      time    Instant [ns], -9.15e18 <= x <= 9.15e18.
 * @param[out] offset  Local clock less UTC [s], -50400 <= x <= 57600; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_zone_offset(const sigma_zone *zone, int64_t time,
                                                          int32_t *offset);

/**
 * Fills a schedule with usual hours, without holidays, which are the user's to list.
 *
 * @param      hours     SIGMA_HOURS_..., not UNKNOWN.
 * @param[out] schedule  The schedule; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_schedule_defaults(int32_t hours,
                                                                sigma_schedule *schedule);

/**
 * What holds at an instant: the trading day (3) and its resets, whether the market is open, in
 * which session, and whether entries are blocked.
 *
 * @param      schedule  The schedule.
 * @param      time      Instant [ns], -9.15e18 <= x <= 9.15e18; the next reset must be one, too.
 * @param[out] result    What holds; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_schedule_evaluate(const sigma_schedule *schedule,
                                                                int64_t time,
                                                                sigma_schedule_result *result);

#endif
