/* SPDX-License-Identifier: MIT */
/* Elementary functions with the same bits everywhere, by + - * / and sqrt alone. They take any
 * double, and every NaN they return is sigma_nan(). They never turn back where the exact function
 * rises. Largest errors against MPFR, in ulp of the result, over 12 million arguments of each
 * (tests/slow/mpfr_elementary.c): exp, log, log1p 0.51, tanh 0.53, expm1 0.54, cdf, quantile 0.67.
 */
#ifndef SIGMA_LIB_ELEMENTARY_H
#define SIGMA_LIB_ELEMENTARY_H

/* x >= 0: the NaN of a negative number has another sign on x86 than on ARM. */
static inline double sigma_sqrt(double x)
{
    return __builtin_sqrt(x);
}

double sigma_exp(double x);
double sigma_expm1(double x); /* exp(x) - 1 */
double sigma_log(double x);
double sigma_log1p(double x); /* log(1 + x) */
double sigma_tanh(double x);

/* The same bits of SIGMA_TANHS numbers, of which compilers take several at a time. */
enum { SIGMA_TANHS = 8 };
void sigma_tanhs(const double *x, double *y);

/* The standard normal distribution: the probability of a value up to x, and the x of probability p
 * up to it. Beyond 1/2 few bits are left of 1 - p: use -x and 1 - p for the upper tail. */
double sigma_normal_cdf(double x);
double sigma_normal_quantile(double p);

#endif
