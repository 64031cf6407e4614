/* SPDX-License-Identifier: MIT */
/* log and log1p. Reduction by a table (Tang, "Table-driven implementation of the logarithm
 * function", ACM TOMS 16, 1990), with the short inverses of Gal and Bachelis (ACM TOMS 17, 1991)
 * that make the reduction exact without a fused multiplication.
 *
 * x = 2^k z with z around 1, and z c = 1 + r, |r| < 2^-7.9, where c has 13 bits: z in two parts
 * gives r as a pair, exactly. log x = k ln2 - log c + log(1 + r); the first two end at 2^-42, so
 * their sum is exact, and adding r to it as a pair is exact too. What is left is r^2/2 and below,
 * which costs 2^-69, while log x is 2^-9 at least: 0.01 ulp before the last rounding. Around 1, k
 * and log c are 0, so the error is 2^-53 of r^2/2, again 0.01 ulp of r. */
#include "elementary.h"
#include "elementary_parts.h"

static const double LN2_HIGH = 0x1.62e42fefa38p-1;     /* ln 2, cut at 2^-42 */
static const double LN2_LOW = 0x1.ef35793c7673p-45;    /* the rest */
static const uint64_t FIRST = UINT64_C(0x3fe6b) << 44; /* 0.707...: 1 is inside the cell 74 */
static const uint64_t MANTISSA = (UINT64_C(1) << 52) - 1;
static const uint64_t UPPER = ~(uint64_t)UINT32_MAX;

/* log(1 + r) - r */
static double log1p_rest(double r)
{
    const double *c = sigma_log_terms;
    double square = r * r;
    return square * (r * (c[0] + r * c[1] + square * (c[2] + r * c[3] + square * c[4])) - 0.5);
}

/* log(2^k z), of which cell knows c */
static sigma_pair log_reduced(int32_t k, double z, const double *cell)
{
    double upper = sigma_from_bits(sigma_bits(z) & UPPER);
    sigma_pair r = sigma_pair_sum(upper * cell[0] - 1.0, (z - upper) * cell[0]);
    sigma_pair sum = sigma_pair_ordered(k * LN2_HIGH + cell[1], r.high);

    sum.low += k * LN2_LOW + cell[2] + r.low + log1p_rest(r.high);
    return sum;
}

static sigma_pair log_normal(double x, int32_t k)
{
    uint64_t above = sigma_bits(x) - FIRST;
    double z = sigma_from_bits((above & MANTISSA) + FIRST);

    k += (int32_t)((above + (UINT64_C(1024) << 52)) >> 52) - 1024;
    return log_reduced(k, z, sigma_log_table[(above & MANTISSA) >> 45]);
}

sigma_pair sigma_log_pair(double x)
{
    return x < DBL_MIN ? log_normal(x * 0x1p54, -54) : log_normal(x, 0);
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

/* 1 + x is a pair, whose lower part adds its share of the upper one to the logarithm. */
double sigma_log1p(double x)
{
    if (sigma_within(x, -0x1p-8, 0x1p-8)) {
        return x + log1p_rest(x);
    }
    if (x > -1.0 && x <= DBL_MAX) {
        sigma_pair one_more = sigma_pair_sum(1.0, x), sum = sigma_log_pair(one_more.high);
        return sum.high + (sum.low + one_more.low / one_more.high);
    }
    return log_edge(x + 1.0);
}
