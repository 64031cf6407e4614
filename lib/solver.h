/* SPDX-License-Identifier: MIT */
/* Roots of functions that fall. */
#ifndef SIGMA_LIB_SOLVER_H
#define SIGMA_LIB_SOLVER_H

#include <stdint.h>

/* A function's value, and how steeply it falls there: minus its derivative. */
typedef struct sigma_falling {
    double value;
    double slope;
} sigma_falling;

typedef sigma_falling sigma_falling_function(const void *context, double x);

enum { SIGMA_SOLVER_STEPS = 90 }; /* bisection alone needs 52 to 100 */

/* Where a root lies, in 0 <= lo < x < hi, where it may be looked for first, and how small a step,
 * over x, is the last: below SIGMA_SOLVER_LAST it may make x worse. */
typedef struct sigma_bracket {
    double lo;
    double hi;
    double start;
    double last;
} sigma_bracket;

static const double SIGMA_SOLVER_LAST = 0x1p-50;

/* The x where a function that is positive before it and negative after it changes its sign, to the
 * square of the last step or a few ulp of what can be told from its values: Newton's method that
 * halves the bracket where it would leave it or is slow. */
double sigma_solve(sigma_falling_function *function, const void *context,
                   const sigma_bracket *bracket, int32_t *steps);

#endif
