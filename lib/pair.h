/* SPDX-License-Identifier: MIT */
/* Numbers of twice the precision: the unevaluated sum of two doubles, high the nearest to it. The
 * steps are exact where none of the products underflows; no fused multiplication is needed.
 * Sources: Dekker, "A floating-point technique for extending the available precision", Numerische
 * Mathematik 18 (1971); Knuth, The Art of Computer Programming, volume 2, section 4.2.2. */
#ifndef SIGMA_LIB_PAIR_H
#define SIGMA_LIB_PAIR_H

#include "check.h"

typedef struct sigma_pair {
    double high;
    double low;
} sigma_pair;

/* a + b, exactly (Knuth, theorem B). */
static inline sigma_pair sigma_pair_sum(double a, double b)
{
    double sum = a + b, of_b = sum - a;
    return (sigma_pair){.high = sum, .low = (a - (sum - of_b)) + (b - of_b)};
}

/* a + b, exactly if |a| >= |b| or a = 0 (Dekker). */
static inline sigma_pair sigma_pair_ordered(double a, double b)
{
    double sum = a + b;
    return (sigma_pair){.high = sum, .low = b - (sum - a)};
}

/* The upper 26 bits of x and the lower ones with a sign (Veltkamp). */
static inline sigma_pair sigma_pair_halves(double x)
{
    double scaled = 0x8000001p0 * x, high = scaled - (scaled - x);
    return (sigma_pair){.high = high, .low = x - high};
}

/* a b, exactly (Dekker). */
static inline sigma_pair sigma_pair_product(double a, double b)
{
    sigma_pair x = sigma_pair_halves(a), y = sigma_pair_halves(b);
    double product = a * b;
    double rest = x.high * y.high - product + x.high * y.low + x.low * y.high;

    return (sigma_pair){.high = product, .low = rest + x.low * y.low};
}

/* a b within 2^-102. */
static inline sigma_pair sigma_pair_times(sigma_pair a, sigma_pair b)
{
    sigma_pair product = sigma_pair_product(a.high, b.high);
    double cross = a.high * b.low + a.low * (b.high + b.low);

    return sigma_pair_ordered(product.high, product.low + cross);
}

/* a / b, rounded: the quotient of the upper parts and what a long division would find next. */
static inline double sigma_pair_ratio(sigma_pair a, sigma_pair b)
{
    double quotient = a.high / b.high;
    sigma_pair product = sigma_pair_product(quotient, b.high);
    double rest = a.high - product.high - product.low + a.low - quotient * b.low;

    return quotient + rest / b.high;
}

/* Sums of which compilers take several at a time: of one of every so many numbers each. */
enum { SIGMA_PAIR_SUMS = 8 };
typedef struct sigma_pair_sums {
    double high[SIGMA_PAIR_SUMS];
    double low[SIGMA_PAIR_SUMS];
} sigma_pair_sums;

/* A number to each. */
void sigma_pair_add(sigma_pair_sums *restrict sums, const sigma_pair_sums *restrict more);

/* Each by a weight of its own. */
void sigma_pair_weigh(sigma_pair_sums *restrict sums, const double *restrict weight);

double sigma_pair_total(const sigma_pair_sums *sums);

/* c[0] + c[1] x + c[2] x^2 ... (Horner). */
static inline double sigma_series(const double *c, int32_t count, double x)
{
    double sum = c[count - 1];
    for (int32_t i = count - 2; i >= 0; i--) {
        sum = c[i] + x * sum;
    }
    return sum;
}

#endif
