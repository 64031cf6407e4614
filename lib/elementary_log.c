/* SPDX-License-Identifier: MIT */
/* log and log1p. Reduction by a table (Tang, "Table-driven implementation of the logarithm
 * function", ACM TOMS 16, 1990), with the short inverses of Gal and Bachelis (ACM TOMS 17, 1991)
 * that make the reduction exact without a fused multiplication.
 *
 * x = 2^k z with z around 1, and z c = 1 + r, |r| < 2^-7.9, where c has 13 bits: z in two parts
 * gives r as a pair, exactly: the upper part is a multiple of 2^-34, of which the lower one, below
 * 2^-19, has finer bits throughout, so Dekker's sum loses nothing where the upper is the smaller.
 * log x = k ln2 - log c + log(1 + r); the first two end at 2^-42, so their sum is exact, and adding
 * r to it as a pair is exact too. What is left is r^2/2 and below, which costs 2^-69, while log x
 * is 2^-9 at least: 0.01 ulp before the last rounding. Around 1, k and log c are 0, so the error is
 * 2^-53 of r^2/2, again 0.01 ulp of r. */
#include "elementary.h"
#include "elementary_parts.h"

sigma_pair sigma_log_pair(double x)
{
    bool normal = x >= DBL_MIN;
    sigma_log_place at = sigma_log_place_of(normal ? x : x * 0x1p54);

    at.octave -= normal ? 0.0 : 54.0;
    return sigma_log_of_place(at);
}

/* Where the logarithm is not a number, or not a finite one. */
static double log_edge(double x)
{
    if (x == 0.0) {
        return -sigma_infinity();
    }
    return x > 0.0 ? x : sigma_nan();
}

double sigma_log(double x)
{
    if (x > 0.0 && x <= DBL_MAX) {
        sigma_pair sum = sigma_log_pair(x);
        return sum.high + sum.low;
    }
    return log_edge(x);
}

double sigma_log1p(double x)
{
    if (sigma_within(x, -SIGMA_LOG1P_NEAR, SIGMA_LOG1P_NEAR)) {
        return sigma_log1p_near(x);
    }
    return x > -1.0 && x <= DBL_MAX ? sigma_log1p_far(x) : log_edge(x + 1.0);
}
