/* SPDX-License-Identifier: MIT */
/* exp and expm1. Reduction by a table (Tang, "Table-driven implementation of the exponential
 * function", ACM TOMS 15, 1989) with ln 2 in two parts (Cody and Waite 1980).
 *
 * exp: x = n ln2/128 + r, |r| < 0.0028; the first product and difference are exact, the second adds
 * 2^-62 to r, and r + r^2 (...) and its product with the table another 2^-62 each: 0.01 ulp before
 * the last rounding. Subnormal results are rounded once as well.
 * expm1: below 1/4 x + x^2/2 is exact to 2^-106, and the rest, |x^2/6| of x, costs 0.01 ulp; above,
 * the same 0.01 ulp as exp, at most doubled by the subtraction of 1.
 * The errors before the last rounding are below the distance that the function moves from one
 * double to the next, so the results are monotone. */
#include "elementary.h"
#include "elementary_parts.h"

static const double TINY = 0x1p-54;
static const double NEAR = 0.25;

sigma_scaled sigma_exp_scaled(double high, double low)
{
    sigma_exp_place at = sigma_exp_place_of(high);
    at.rest += low;
    int32_t exponent = (int32_t)((at.octave + (UINT64_C(2048) << 52)) >> 52) - 2048;
    return (sigma_scaled){.value = sigma_exp_inside(at), .exponent = exponent};
}

/* The sum of 1 and a number below it is cut where the subnormal result will be. */
static double subnormal(sigma_pair value)
{
    sigma_pair sum = sigma_pair_ordered(1.0, value.high);
    return (sum.high + (sum.low + value.low) - 1.0) * 0x1p-1022;
}

double sigma_scaled_round(sigma_scaled scaled)
{
    sigma_pair value = scaled.value;

    if (scaled.exponent < -1000) {
        double shift = sigma_power_of_two(scaled.exponent + 1022);
        value = sigma_pair_ordered(value.high * shift, value.low * shift);
        return value.high < 1.0 ? subnormal(value) : value.high * 0x1p-1022;
    }
    return (value.high + value.low) * sigma_power_of_two(scaled.exponent - 1) * 2.0;
}

double sigma_exp(double x)
{
    if (sigma_within(x, SIGMA_EXP_LEAST, SIGMA_EXP_MOST)) {
        return sigma_exp_plain(x);
    }
    if (sigma_within(x, -750.0, 710.0)) {
        return sigma_scaled_round(sigma_exp_scaled(x, 0.0));
    }
    if (x < 0.0) {
        return 0.0;
    }
    return x > 0.0 ? sigma_infinity() : sigma_nan();
}

/* ---- exp(x) - 1 */

/* Within NEAR. */
static sigma_pair expm1_near(double x)
{
    sigma_pair square = sigma_pair_product(x, x);
    double cube = x * square.high;
    sigma_pair sum = sigma_pair_ordered(x, 0.5 * square.high);

    sum.low += 0.5 * square.low + cube * sigma_series(sigma_expm1_terms, SIGMA_EXPM1_TERMS, x);
    return sum;
}

/* Beyond NEAR, within 50. */
static sigma_pair expm1_far(double x)
{
    sigma_exp_place at = sigma_exp_place_of(x);
    sigma_pair value = sigma_exp_inside(at);
    double scale = sigma_exp_scale(at);
    sigma_pair sum = sigma_pair_sum(value.high * scale, -1.0);

    sum.low += value.low * scale;
    return sum;
}

static sigma_pair expm1_pair(double x)
{
    return sigma_within(x, -NEAR, NEAR) ? expm1_near(x) : expm1_far(x);
}

double sigma_expm1(double x)
{
    if (sigma_within(x, -TINY, TINY)) {
        return x;
    }
    if (sigma_within(x, -50.0, 50.0)) {
        sigma_pair grown = expm1_pair(x);
        return grown.high + grown.low;
    }
    return x < 0.0 ? -1.0 : sigma_exp(x);
}
