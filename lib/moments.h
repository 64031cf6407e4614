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

/* What the difference of two means counts in the moments of both. */
typedef struct sigma_weights {
    double mean;
    double square;
    double tilt;
} sigma_weights;

static inline sigma_weights sigma_weights_of(int32_t older, int32_t newer)
{
    double a = older, b = newer;
    return (sigma_weights){b / (a + b), a * b / (a + b), 0.5 * a * b};
}

/* (1) */
static inline sigma_moments sigma_joined(sigma_moments older, sigma_moments newer, double apart,
                                         sigma_weights w)
{
    double difference = (newer.mean + apart) - older.mean;
    return (sigma_moments){
        older.mean + difference * w.mean,
        (older.square + newer.square) + difference * difference * w.square,
        (older.tilt + newer.tilt) + difference * w.tilt,
    };
}

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

enum { SIGMA_MOMENTS_ROOMS = 6 }; /* that columns of windows need */

/* What the last step of (1) joins for each window of a column: the mean and one of the sums of its
 * oldest values, as many as the greatest power of two below n, and of the newer ones. */
typedef struct sigma_moments_parts {
    const double *mean;
    const double *sum;
    const double *newer_mean;
    const double *newer_sum;
    sigma_weights weights;
    int32_t older; /* number of the oldest values */
} sigma_moments_parts;

/* Mean and square, or mean and tilt, of each window of n >= 2 values of x, of which there are
 * count. They stand in room, SIGMA_MOMENTS_ROOMS times count + n numbers. */
sigma_moments_parts sigma_moments_squares(const double *x, int32_t n, int32_t count, double *room);
sigma_moments_parts sigma_moments_tilts(const double *x, int32_t n, int32_t count, double *room);

/* The same of SIGMA_MOMENTS_TILE windows, with less room but more additions: 4 columns of as many.
 */
enum { SIGMA_MOMENTS_TILE = 24 };
sigma_moments_parts sigma_moments_tile_squares(const double *x, int32_t n, double *room);
sigma_moments_parts sigma_moments_tile_tilts(const double *x, int32_t n, double *room);

/* Where a tile of the windows of a column ends, of which the first `left` values have none yet:
 * there, or higher up if they are fewer than a tile, which goes over some that have theirs. 0 if
 * there is no such place. */
static inline int32_t sigma_moments_tile_end(int32_t left, int32_t n, int32_t count, bool in_place)
{
    int32_t least = n + SIGMA_MOMENTS_TILE - 1;
    if (in_place || left < n || count < least) {
        return 0;
    }
    return left > least ? left : least;
}

/* What the parts of a window make: the bits of sigma_moments_of(), but for the sum that they lack.
 * The numbers are read where a loop can show that no output overlaps them. */
static inline sigma_moments sigma_moments_whole(double mean, double sum, double newer_mean,
                                                double newer_sum, double apart, sigma_weights w)
{
    return sigma_joined((sigma_moments){mean, sum, sum},
                        (sigma_moments){newer_mean, newer_sum, newer_sum}, apart, w);
}

#endif
