/* SPDX-License-Identifier: MIT */
/* Columns of numbers, as batch functions take them. */
#ifndef SIGMA_LIB_COLUMNS_H
#define SIGMA_LIB_COLUMNS_H

#include "bytes.h"
#include "check.h"

/* The numbers of a struct that begin at an offset. */
static inline const double *sigma_numbers_at(const void *object, size_t offset)
{
    return (const double *)(const void *)((const char *)object + offset);
}

enum { SIGMA_NUMBERS_MAX = 40 };

/* Whether each of up to SIGMA_NUMBERS_MAX numbers lies in a range of its own. Notes rather than
 * stops, so that compilers test several at a time. */
static inline bool sigma_each_within(const double *x, const double *least, const double *most,
                                     int32_t count)
{
    double outside[SIGMA_NUMBERS_MAX];
    uint64_t some = 0;

    for (int32_t i = 0; i < count; i++) {
        double below = least[i] <= x[i] ? 0.0 : 1.0;
        outside[i] = x[i] <= most[i] ? below : 1.0;
    }
    for (int32_t i = 0; i < count; i++) {
        some |= sigma_bits(outside[i]);
    }
    return some == 0;
}

/* Whether each lies in a range of its own, 0 <= x <= most, or -most <= x <= most where least is
 * below 0. Adding 0 makes 0 of -0. */
static inline bool sigma_each_up_to(const double *x, const double *least, const double *most,
                                    int32_t count)
{
    uint64_t bad = 0;
    for (int32_t i = 0; i < count; i++) {
        uint64_t sign = sigma_bits(least[i]) & SIGMA_HIGHEST;
        uint64_t size = sigma_bits(x[i] + 0.0) & ~sign;
        bad |= size | (sigma_bits(most[i]) - size);
    }
    return (bad & SIGMA_HIGHEST) == 0;
}

/* Whether two arrays of these sizes [bytes] share some memory. */
bool sigma_overlap(const void *a, int64_t a_size, const void *b, int64_t b_size);

/* Whether two columns of count numbers share some memory without being the same column. */
bool sigma_columns_overlap(const double *a, const double *b, int32_t count);

/* Whether outputs may be written: each may be an input, but none overlaps another column in part or
 * is another output. */
bool sigma_columns_apart(const double *const *inputs, int32_t inputs_count, double *const *outputs,
                         int32_t outputs_count, int32_t count);

/* Length of the NaNs that a column begins with: count if there is nothing else, 0 if count < 1. */
int32_t sigma_column_first(const double *x, int32_t count);

/* Whether all numbers lie in a range, which begins at lo >= 0 or at -hi. */
bool sigma_column_within(const double *x, int32_t count, double lo, double hi);

/* Whether all bars are usable: 1e-15 <= low <= close <= high <= 1e15. */
bool sigma_columns_are_bars(const double *high, const double *low, const double *close,
                            int32_t count);

/* NaN into the first length numbers, or into all count if these are fewer. */
void sigma_column_warmup(double *x, int32_t length, int32_t count);

#endif
