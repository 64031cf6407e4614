/* SPDX-License-Identifier: MIT */
/* The least and greatest values of every window of a column. Windows are joined from two windows of
 * a power of two of values that overlap, which is exact for extremes. */
#ifndef SIGMA_LIB_EXTREMES_H
#define SIGMA_LIB_EXTREMES_H

#include "window.h"

enum { SIGMA_EXTREMES_ROOMS = 1 }; /* that these two need */

/* greatest[i] = sigma_window_greatest(x + i, n) for each i < count, of windows x[i .. i + n). The
 * room holds count + n numbers, greatest as many; the three do not overlap. */
void sigma_greatest_of_windows(const double *x, int32_t n, int32_t count, double *greatest,
                               double *room);

/* The same for least. */
void sigma_least_of_windows(const double *x, int32_t n, int32_t count, double *least, double *room);

#endif
