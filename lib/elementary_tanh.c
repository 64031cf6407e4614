/* SPDX-License-Identifier: MIT */
/* tanh, by the middle a of a cell, of which the table knows t = tanh(a) to 2^-106:
 *
 *     tanh(a + r) = t + (1 - t^2) tanh(r) / (1 + t tanh(r)),   |r| <= a / 64
 *
 * The cells lie 32 to the octave from 1/8 on; below it a = t = 0, and what is left is tanh(r) by
 * its series, r plus a part of r that is less than 1/190 of it: 0.01 ulp before the last rounding.
 * In the other cells what is added to t is 1/64 of it at most and has three roundings, 0.05 ulp
 * before the last. All errors before the last rounding are below the distance that the function
 * moves from one double to the next, so the results are monotone. */
#include "elementary.h"
#include "elementary_parts.h"

double sigma_tanh(double x)
{
    double size = sigma_smaller(sigma_magnitude(x), SIGMA_TANH_MOST);
    double value = sigma_tanh_plain(size, sigma_larger(size, SIGMA_TANH_ZERO));

    return x == x ? sigma_signed(value, x) : sigma_nan();
}

/* Loops without a branch, of which compilers take two numbers or more in a step. */
void sigma_tanhs(const double *x, double *y)
{
    double size[SIGMA_TANHS], held[SIGMA_TANHS];

    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        size[i] = sigma_smaller(sigma_magnitude(x[i]), SIGMA_TANH_MOST);
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        held[i] = sigma_larger(size[i], SIGMA_TANH_ZERO);
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        size[i] = sigma_tanh_plain(size[i], held[i]);
    }
    for (int32_t i = 0; i < SIGMA_TANHS; i++) {
        y[i] = x[i] == x[i] ? sigma_signed(size[i], x[i]) : sigma_nan();
    }
}
