/* SPDX-License-Identifier: MIT */
/* The normal distribution and its inverse, by polynomials of our own over short cells.
 *
 * cdf(x) = 1/2 + x/sqrt(2 pi) + x^3 (...) within 1/2, the linear term as a pair: the rest, at most
 * 1/24 of it, costs 0.01 ulp. Below, cdf(-a) = exp(-a^2/2) m(a), where m is Mills' ratio over
 * sqrt(2 pi), with a^2 as a pair. m in its cell moves by 1/16 at most, so that its four roundings
 * and those of the product, a pair, cost 0.2 ulp, and exp 0.01. Above, 1 - cdf(-x), where the
 * errors count less.
 *
 * quantile(p) = y sqrt(2 pi) + y^3 (...) for y = p - 1/2 within 3/16: the rest is 1/27 of it, and
 * its four roundings cost 0.15 ulp. Below, w = sqrt(-2 log p) as a pair, and quantile(p) = f(w) -
 * w, where f is near log(2.5 w) / w and moves by 0.02 in its cell: 0.05 ulp. Above, -quantile(1 -
 * p), which is exact. The rounding of x alone moves cdf(x) by half an ulp of x times the density:
 * up to 8 ulp of p where p >= 2^-14, and more below, about x^2 of them.
 *
 * In both, the errors before the last rounding are below what the function moves from one double to
 * the next, so the results are monotone. */
#include "elementary.h"
#include "elementary_parts.h"

static const double DENSITY_HIGH = 0x1.9884533d43651p-2; /* 1 / sqrt(2 pi) */
static const double DENSITY_LOW = -0x1.cbc0d30ebfd15p-56;
static const double ROOT_HIGH = 0x1.40d931ff62706p+1; /* sqrt(2 pi) */
static const double ROOT_LOW = -0x1.a6a0d6f814637p-53;

/* ---- cells: eight to the octave, counted from that of first */

static int32_t cell_of(double x, double first)
{
    return (int32_t)((sigma_bits(x) >> 49) - (sigma_bits(first) >> 49));
}

static double middle_of(double x)
{
    return sigma_from_bits((sigma_bits(x) >> 49 << 49) + (UINT64_C(1) << 48));
}

static sigma_pair in_cell(const double *c, double distance)
{
    double rest = c[1] + distance * sigma_series(c + 2, SIGMA_CELL_TERMS - 2, distance);
    return (sigma_pair){.high = c[0], .low = rest};
}

/* ---- the probability */

static double cdf_middle(double x)
{
    sigma_pair linear = sigma_pair_product(x, DENSITY_HIGH);
    double square = x * x;
    double rest = x * (square * sigma_series(sigma_cdf_terms, SIGMA_CDF_TERMS, square));
    sigma_pair sum = sigma_pair_ordered(0.5, linear.high);

    return sum.high + (sum.low + (linear.low + (x * DENSITY_LOW + rest)));
}

/* cdf(-a) for 1/2 <= a < 40 */
static sigma_scaled cdf_tail(double a)
{
    sigma_pair square = sigma_pair_product(a, a);
    sigma_scaled tail = sigma_exp_scaled(-0.5 * square.high, -0.5 * square.low);

    tail.value =
        sigma_pair_times(tail.value, in_cell(sigma_cdf_table[cell_of(a, 0.5)], a - middle_of(a)));
    return tail;
}

static double cdf_upper(double x)
{
    sigma_scaled tail = cdf_tail(x);
    double scale = sigma_power_of_two(tail.exponent);
    sigma_pair sum = sigma_pair_ordered(1.0, -tail.value.high * scale);

    return sum.high + (sum.low - tail.value.low * scale);
}

double sigma_normal_cdf(double x)
{
    if (sigma_within(x, -0.5, 0.5)) {
        return cdf_middle(x);
    }
    if (sigma_within(x, -39.0, 9.0)) {
        return x < 0.0 ? sigma_scaled_round(cdf_tail(-x)) : cdf_upper(x);
    }
    if (x < 0.0) {
        return 0.0;
    }
    return x > 0.0 ? 1.0 : sigma_nan();
}

/* ---- the quantile */

static double quantile_middle(double y)
{
    sigma_pair linear = sigma_pair_product(y, ROOT_HIGH);
    double square = y * y;
    double rest = y * (square * sigma_series(sigma_quantile_terms, SIGMA_QUANTILE_TERMS, square));

    return linear.high + (linear.low + (y * ROOT_LOW + rest));
}

/* sqrt(-2 log p) */
static sigma_pair root_of(double p)
{
    sigma_pair log = sigma_log_pair(p),
               square = sigma_pair_ordered(-2.0 * log.high, -2.0 * log.low);
    double root = sigma_sqrt(square.high);
    sigma_pair back = sigma_pair_product(root, root);
    double rest = square.high - back.high - back.low + square.low;

    return (sigma_pair){.high = root, .low = rest / (2.0 * root)};
}

static double quantile_tail(double p)
{
    sigma_pair w = root_of(p);
    double distance = w.high - middle_of(w.high) + w.low;
    sigma_pair f = in_cell(sigma_quantile_table[cell_of(w.high, 1.5)], distance);
    sigma_pair x = sigma_pair_ordered(w.high, -f.high);

    return -(x.high + (x.low + (w.low - f.low)));
}

double sigma_normal_quantile(double p)
{
    if (sigma_within(p, 0.3125, 0.6875)) {
        return quantile_middle(p - 0.5);
    }
    if (p > 0.0 && p < 1.0) {
        return p < 0.5 ? quantile_tail(p) : -quantile_tail(1.0 - p);
    }
    if (p == 0.0) {
        return -sigma_infinity();
    }
    return p == 1.0 ? sigma_infinity() : sigma_nan();
}
