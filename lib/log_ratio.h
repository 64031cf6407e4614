/* SPDX-License-Identifier: MIT */
/* ln(a / b) of two prices. Where they are within a factor of two of one another their difference is
 * exact, and a return of one part in 1e9 keeps all its digits. */
#ifndef SIGMA_LIB_LOG_RATIO_H
#define SIGMA_LIB_LOG_RATIO_H

#include "check.h"
#include "elementary.h"
#include "elementary_parts.h"

/* Of positive numbers whose quotient is neither 0 nor infinite. */
static inline double sigma_log_ratio(double a, double b)
{
    double change = (a - b) / b;
    if (sigma_magnitude(change) <= SIGMA_LOG1P_NEAR) {
        return sigma_log1p_near(change);
    }
    return sigma_within(change, -0.5, 1.0) ? sigma_log1p(change) : sigma_log(a / b);
}

#endif
