/* SPDX-License-Identifier: MIT */
/* Columns of numbers, as batch functions take them. */
#ifndef SIGMA_LIB_COLUMNS_H
#define SIGMA_LIB_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

/* Whether two columns of count numbers share some memory without being the same column. */
bool sigma_columns_overlap(const double *a, const double *b, int32_t count);

/* Whether all numbers lie in a range. */
bool sigma_column_within(const double *x, int32_t count, double lo, double hi);

/* Whether all bars are usable: 1e-15 <= low <= close <= high <= 1e15. */
bool sigma_columns_are_bars(const double *high, const double *low, const double *close,
                            int32_t count);

/* NaN into the first length numbers, or into all count if these are fewer. */
void sigma_column_warmup(double *x, int32_t length, int32_t count);

#endif
