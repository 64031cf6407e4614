/* SPDX-License-Identifier: MIT */
/* Schubfach: Giulietti (2020). With v = c 2^q, the interval that rounds to v is scaled by a power
 * of ten so that it holds one or two integers of the least length, and the nearer one is taken. */
#include "bytes.h"
#include "decimal.h"
#include "power.h"

enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1075 };

typedef struct interval {
    uint64_t lower, value, upper; /* four times the bounds and the value, to odd where inexact */
    bool excluded;                /* whether the bounds themselves round elsewhere: c is odd */
} interval;

/* floor(g cp / 2^128), with the last bit set where anything was cut off. */
static uint64_t round_to_odd(sigma_wide g, uint64_t cp)
{
    uint64_t carried = sigma_multiply(g.low, cp).high;
    sigma_wide product = sigma_multiply(g.high, cp);
    uint64_t low = product.low + carried;

    return (product.high + (low < carried)) | (low > 1);
}

/* 10^exponent rounded up; the powers from 0 to 55 are exact. */
static sigma_wide power_above(int32_t exponent)
{
    sigma_wide g = sigma_power_of_ten(exponent);
    if (exponent < 0 || exponent > 55) {
        g.low++;
        g.high += g.low == 0;
    }
    return g;
}

/* The interval of c 2^q in units of 10^k / 4; the one below a power of two is half as wide. */
static interval scaled(uint64_t c, int32_t q, int32_t k, bool narrow)
{
    sigma_wide g = power_above(-k);
    int32_t h = q + sigma_log2_of_ten(-k) + 1;
    uint64_t c4 = 4 * c;

    return (interval){.lower = round_to_odd(g, (c4 - (narrow ? 1 : 2)) << h),
                      .value = round_to_odd(g, c4 << h),
                      .upper = round_to_odd(g, (c4 + 2) << h),
                      .excluded = c & 1};
}

static bool inside(interval i, uint64_t candidate)
{
    return i.lower + i.excluded <= 4 * candidate && 4 * candidate + i.excluded <= i.upper;
}

/* The nearer of s and s + 1; the even one where both are equally near. */
static uint64_t nearer(interval i, uint64_t s)
{
    uint64_t middle = 4 * s + 2;
    return s + (i.value > middle || (i.value == middle && (s & 1)));
}

sigma_decimal sigma_decimal_shortest(double value)
{
    uint64_t bits = sigma_bits(value);
    uint64_t fraction = bits & ((UINT64_C(1) << FRACTION_BITS) - 1);
    int32_t biased = (int32_t)(bits >> FRACTION_BITS);
    bool narrow = fraction == 0 && biased > 1;
    uint64_t c = biased > 0 ? fraction | UINT64_C(1) << FRACTION_BITS : fraction;
    int32_t q = (biased > 0 ? biased : 1) - EXPONENT_BIAS;
    int32_t k = (q * 1262611 - (narrow ? 524031 : 0)) >> 22; /* floor(log10 of the width) */
    interval i = scaled(c, q, k, narrow);
    uint64_t s = i.value / 4, tens = s / 10 * 10;
    bool below = inside(i, tens), above = inside(i, tens + 10);

    if (s >= 10 && below != above) {
        return (sigma_decimal){.digits = below ? tens : tens + 10, .exponent = k};
    }
    below = inside(i, s);
    above = inside(i, s + 1);
    if (below != above) {
        return (sigma_decimal){.digits = s + above, .exponent = k};
    }
    return (sigma_decimal){.digits = nearer(i, s), .exponent = k};
}
