/* SPDX-License-Identifier: MIT */
/* Civil dates as numbers of days since 1970-01-01, in the proleptic Gregorian calendar. */
#ifndef SIGMA_LIB_CIVIL_H
#define SIGMA_LIB_CIVIL_H

#include "check.h"

typedef struct sigma_date {
    int64_t year;
    int32_t month, day;
} sigma_date;

static inline int64_t sigma_floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static inline int64_t sigma_floor_rest(int64_t a, int64_t b)
{
    return a % b + (a % b < 0 ? b : 0);
}

/* Years begin in March, so that the leap day comes last. */
static inline int64_t sigma_days_from_civil(sigma_date d)
{
    int64_t year = d.year - (d.month <= 2);
    int64_t era = sigma_floor_divide(year, 400), of_era = year - 400 * era;
    int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

    return 146097 * era + 365 * of_era + of_era / 4 - of_era / 100 + of_year - 719468;
}

static inline sigma_date sigma_civil_from_days(int64_t days)
{
    int64_t era = sigma_floor_divide(days + 719468, 146097), of_era = days + 719468 - 146097 * era;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153; /* March is 0 */

    return (sigma_date){.year = year + 400 * era + (month >= 10),
                        .month = (int32_t)(month < 10 ? month + 3 : month - 9),
                        .day = (int32_t)(of_year - (153 * month + 2) / 5 + 1)};
}

/* Monday is 1, Sunday 7. */
static inline int32_t sigma_weekday(int64_t days)
{
    return (int32_t)sigma_floor_rest(days + 3, 7) + 1;
}

#endif
