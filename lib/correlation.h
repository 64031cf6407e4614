/* SPDX-License-Identifier: MIT */
/* The matrix of an estimate that was checked. */
#ifndef SIGMA_LIB_CORRELATION_H
#define SIGMA_LIB_CORRELATION_H

#include <stdbool.h>

#include "sigma/correlation.h"

/* Whether it was set up, and its counts can be used. Numbers are looked at where they are used. */
bool sigma_correlation_valid(const sigma_correlation *correlation);

/* Place of a pair in either order. */
static inline int32_t sigma_correlation_pair(int32_t i, int32_t j)
{
    return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
}

/* Place of a symbol; count if it was not added. */
int32_t sigma_correlation_place(const sigma_correlation *correlation, int32_t symbol);

/* R of two places, 1 of one with itself; the prior where one of them is count. */
static inline double sigma_correlation_at(const sigma_correlation *correlation, int32_t i,
                                          int32_t j)
{
    return i < correlation->count && j < correlation->count
               ? correlation->value[sigma_correlation_pair(i, j)]
               : correlation->params.prior;
}

/* Makes R anew from C and what was given, by (2) to (4). */
void sigma_correlation_refresh(sigma_correlation *correlation);

#endif
