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

/* exp(r) - 1 */
static inline double grown_by(double r)
{
    const double *c = sigma_exp_terms;
    return r + r * r * (c[0] + r * c[1] + r * r * (c[2] + r * c[3]));
}

sigma_scaled sigma_exp_scaled(double high, double low)
{
    double steps = high * STEPS + WHOLE - WHOLE;
    int32_t n = (int32_t)steps, cell = n & (SIGMA_EXP_STEPS - 1);
    double r = high - steps * STEP_HIGH - steps * STEP_LOW + low;
    const double *power = sigma_exp_table[cell];

    return (sigma_scaled){.value = {.high = power[0], .low = power[1] + power[0] * grown_by(r)},
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

static inline sigma_pair expm1_near(double x)
{
    sigma_pair square = sigma_pair_product(x, x);
    double cube = x * square.high;
    sigma_pair sum = sigma_pair_ordered(x, 0.5 * square.high);

    sum.low += 0.5 * square.low + cube * sigma_series(sigma_expm1_terms, SIGMA_EXPM1_TERMS, x);
    return sum;
}

/* scale (high + low) - 1 */
static inline sigma_pair expm1_of(double high, double low, double scale)
{
    sigma_pair sum = sigma_pair_sum(high * scale, -1.0);

    sum.low += low * scale;
    return sum;
}

static sigma_pair expm1_far(double x)
{
    sigma_scaled scaled = sigma_exp_scaled(x, 0.0);
    return expm1_of(scaled.value.high, scaled.value.low, sigma_power_of_two(scaled.exponent));
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

static const double LEAST = 0x1p-28; /* up to which it is x, and beyond which it is 1 */
static const double MOST = 22.0;

/* Of exp(2x) - 1. */
static inline double tanh_of(sigma_pair grown)
{
    grown = sigma_pair_ordered(grown.high, grown.low);
    sigma_pair sum = sigma_pair_sum(grown.high, 2.0);
    sum.low += grown.low;
    return sigma_pair_ratio(grown, sum);
}

double sigma_tanh(double x)
{
    if (sigma_within(x, -LEAST, LEAST)) {
        return x;
    }
    if (sigma_within(x, -MOST, MOST)) {
        double ratio = tanh_of(expm1_pair(2.0 * sigma_magnitude(x)));
        return x < 0.0 ? -ratio : ratio;
    }
    if (x < 0.0) {
        return -1.0;
    }
    return x > 0.0 ? 1.0 : sigma_nan();
}

/* ---- several at a time: both ways for each, of which one is taken. Step by step, so that no
 * number waits for the one before it. */

typedef struct pairs {
    double high[SIGMA_TANHS], low[SIGMA_TANHS];
} pairs;

/* exp(x) - 1 for x from NEAR to 50. */
static void expm1_far_each(const double *restrict x, pairs *restrict y)
{
    double steps[SIGMA_TANHS], grown[SIGMA_TANHS], scale[SIGMA_TANHS];
    pairs power;

    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        steps[i] = x[i] * STEPS + WHOLE - WHOLE;
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        int32_t n = (int32_t)steps[i], cell = n & (SIGMA_EXP_STEPS - 1);
        power.high[i] = sigma_exp_table[cell][0];
        power.low[i] = sigma_exp_table[cell][1];
        scale[i] = sigma_power_of_two((n - cell) / SIGMA_EXP_STEPS);
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        grown[i] = grown_by(x[i] - steps[i] * STEP_HIGH - steps[i] * STEP_LOW);
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        double low = power.low[i] + power.high[i] * grown[i];
        sigma_pair sum = expm1_of(power.high[i], low, scale[i]);
        y->high[i] = sum.high;
        y->low[i] = sum.low;
    }
}

static void take_near(const double *restrict x, pairs *restrict y)
{
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        sigma_pair near = expm1_near(x[i]);
        y->high[i] = x[i] <= NEAR ? near.high : y->high[i];
        y->low[i] = x[i] <= NEAR ? near.low : y->low[i];
    }
}

void sigma_tanhs(const double *x, double *y)
{
    double twice[SIGMA_TANHS];
    pairs grown;

    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        twice[i] = 2.0 * sigma_smaller(sigma_magnitude(x[i]), MOST);
    }
    expm1_far_each(twice, &grown);
    take_near(twice, &grown);
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        twice[i] = tanh_of((sigma_pair){.high = grown.high[i], .low = grown.low[i]});
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        double size = sigma_magnitude(x[i]), sign = x[i] < 0.0 ? -1.0 : 1.0;
        double some = size <= MOST ? twice[i] * sign : sign;
        double any = size <= LEAST ? x[i] : some;
        y[i] = x[i] == x[i] ? any : sigma_nan();
    }
}
