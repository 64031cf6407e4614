/* SPDX-License-Identifier: MIT */
/* Mean, variance and regression line of a window, along the tree of window.h. A block of n values
 * is known by its mean less its oldest value, and its sums about the mean:
 *
 *     mean = sum x_i / n - x_0;   square = sum (x_i - m)^2;   tilt = sum (i - (n - 1) / 2) x_i
 *
 * An older block of a values and a newer one of b, whose oldest values differ by d, become one:
 *
 *     D      = (newer.mean + d) - older.mean                                                   (1)
 *     mean   = older.mean + D b / (a + b)
 *     square = (older.square + newer.square) + D^2 ab / (a + b)
 *     tilt   = (older.tilt + newer.tilt) + D ab / 2
 *
 * Prices enter as differences alone, so nothing cancels: not at 1e9 with noise of 1, and where all
 * values are equal, and only there, the sums are exactly 0 (differences above 1e-150 provided).
 *
 * Source: Chan, Golub and LeVeque, Updating Formulae and a Pairwise Algorithm for Computing Sample
 * Variances (1979). */
#ifndef SIGMA_LIB_MOMENTS_H
#define SIGMA_LIB_MOMENTS_H

#include "window.h"

typedef struct sigma_moments {
    double mean;
    double square;
    double tilt;
} sigma_moments;

/* Standard deviation of n values, share = 1 / n, from the square; 0 below 1e-150. */
static inline double sigma_deviation(double square, double share)
{
    return __builtin_sqrt(sigma_settled(square * share));
}

/* All three of n values. */
sigma_moments sigma_moments_of(const double *x, int32_t n);

/* (1) of an older block of a values and a newer one of b; of one value all three are 0. */
sigma_moments sigma_moments_join(sigma_moments older, sigma_moments newer, double apart, int32_t a,
                                 int32_t b);

enum { SIGMA_MOMENTS_ROOMS = 4 }; /* that these two need */

/* mean[i] and square[i] of x + i for each i < count, the bits of sigma_moments_of(). The room holds
 * SIGMA_MOMENTS_ROOMS times count + n numbers; none overlaps another. */
void sigma_moments_squares(const double *x, int32_t n, int32_t count, double *mean, double *square,
                           double *room);

/* The same for mean and tilt. */
void sigma_moments_tilts(const double *x, int32_t n, int32_t count, double *mean, double *tilt,
                         double *room);

#endif
