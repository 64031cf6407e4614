/* SPDX-License-Identifier: MIT */
/* exp, expm1 and tanh. Reduction by a table (Tang, "Table-driven implementation of the exponential
 * function", ACM TOMS 15, 1989) with ln 2 in two parts (Cody and Waite 1980).
 *
 * exp: x = n ln2/128 + r, |r| < 0.0028; the first product and difference are exact, the second adds
 * 2^-62 to r, and r + r^2 (...) and its product with the table another 2^-62 each: 0.01 ulp before
 * the last rounding. Subnormal results are rounded once as well.
 * expm1: below 1/4 x + x^2/2 is exact to 2^-106, and the rest, |x^2/6| of x, costs 0.01 ulp; above,
 * the same 0.01 ulp as exp, at most doubled by the subtraction of 1.
 * tanh: the ratio of expm1(2x) and expm1(2x) + 2, both before their rounding: again 0.02 ulp.
 * The errors before the last rounding are below the distance that the function moves from one
 * double to the next, so the results are monotone. */
#include "elementary.h"
#include "elementary_parts.h"

static const double STEPS = 0x1.71547652b82fep+7;      /* 128 / ln 2 */
static const double STEP_HIGH = 0x1.62e42fefcp-8;      /* ln 2 / 128, cut at 2^-42 */
static const double STEP_LOW = -0x1.c610ca86c3899p-44; /* the rest */
static const double WHOLE = 0x1.8p52;                  /* a sum with it is a whole number */

static const double TINY = 0x1p-54;
static const double NEAR = 0.25;

sigma_scaled sigma_exp_scaled(double high, double low)
{
    double steps = high * STEPS + WHOLE - WHOLE;
    int32_t n = (int32_t)steps, cell = n & (SIGMA_EXP_STEPS - 1);
    double r = high - steps * STEP_HIGH - steps * STEP_LOW + low;
    const double *c = sigma_exp_terms, *power = sigma_exp_table[cell];
    double grown = r + r * r * (c[0] + r * c[1] + r * r * (c[2] + r * c[3]));

    return (sigma_scaled){.value = {.high = power[0], .low = power[1] + power[0] * grown},
                          .exponent = (n - cell) / SIGMA_EXP_STEPS};
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
    if (sigma_within(x, -708.0, 709.0)) {
        sigma_scaled scaled = sigma_exp_scaled(x, 0.0);
        return (scaled.value.high + scaled.value.low) * sigma_power_of_two(scaled.exponent);
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

static sigma_pair expm1_near(double x)
{
    sigma_pair square = sigma_pair_product(x, x);
    double cube = x * square.high;
    sigma_pair sum = sigma_pair_ordered(x, 0.5 * square.high);

    sum.low += 0.5 * square.low + cube * sigma_series(sigma_expm1_terms, SIGMA_EXPM1_TERMS, x);
    return sum;
}

static sigma_pair expm1_far(double x)
{
    sigma_scaled scaled = sigma_exp_scaled(x, 0.0);
    double scale = sigma_power_of_two(scaled.exponent);
    sigma_pair sum = sigma_pair_sum(scaled.value.high * scale, -1.0);

    sum.low += scaled.value.low * scale;
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

/* ---- tanh(x) = (exp(2x) - 1) / (exp(2x) + 1) */

static double tanh_positive(double x)
{
    sigma_pair grown = expm1_pair(2.0 * x);
    grown = sigma_pair_ordered(grown.high, grown.low);
    sigma_pair sum = sigma_pair_sum(grown.high, 2.0);
    sum.low += grown.low;
    return sigma_pair_ratio(grown, sum);
}

double sigma_tanh(double x)
{
    if (sigma_within(x, -0x1p-28, 0x1p-28)) {
        return x;
    }
    if (sigma_within(x, -22.0, 22.0)) {
        return x < 0.0 ? -tanh_positive(-x) : tanh_positive(x);
    }
    if (x < 0.0) {
        return -1.0;
    }
    return x > 0.0 ? 1.0 : sigma_nan();
}
