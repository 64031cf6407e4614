/* SPDX-License-Identifier: MIT */
/* Lemire (2021): the digits times a power of ten to 128 bits always tell how the double rounds,
 * as Mushtak and Lemire (2023) prove for digits of 64 bits. */
#include "bytes.h"
#include "decimal.h"
#include "power.h"

enum { FRACTION_BITS = 52, INFINITE = 0x7ff, BIAS = 1023 };

/* Powers from 10^-27 to 10^-1 must not lie below the truth: they divide some digits evenly. */
static sigma_wide power_for_product(int32_t exponent)
{
    sigma_wide power = sigma_power_of_ten(exponent);
    power.low += exponent < 0 && exponent >= -27; /* never carries */
    return power;
}

/* The highest 128 bits of digits x power; the lower half is looked at only where it matters. */
static sigma_wide product_of(uint64_t digits, sigma_wide power)
{
    sigma_wide product = sigma_multiply(digits, power.high);
    if ((product.high & 0x1ff) == 0x1ff) {
        uint64_t carried = sigma_multiply(digits, power.low).high;
        product.low += carried;
        product.high += product.low < carried;
    }
    return product;
}

static uint64_t half_to_even(uint64_t doubled)
{
    return (doubled + (doubled & 1)) >> 1;
}

static uint64_t subnormal(uint64_t mantissa, int32_t shift)
{
    return shift >= 64 ? 0 : half_to_even(mantissa >> shift);
}

/* Whether the product lies exactly between two doubles of which the lower one is even. */
static bool exact_tie(sigma_wide product, uint64_t mantissa, int32_t shift, int32_t exponent)
{
    return product.low <= 1 && exponent >= -4 && exponent <= 23 && (mantissa & 3) == 1 &&
           mantissa << shift == product.high;
}

static uint64_t assemble(sigma_wide product, int32_t exponent, int32_t power2)
{
    int32_t shift = (int32_t)(product.high >> 63) + 9;
    uint64_t mantissa = product.high >> shift;
    int32_t biased = power2 + shift - 9;

    if (biased <= 0) {
        return subnormal(mantissa, 1 - biased);
    }
    if (exact_tie(product, mantissa, shift, exponent)) {
        mantissa--;
    }
    mantissa = half_to_even(mantissa); /* 53 bits, or 2^53, which carries into the exponent */
    if (biased >= INFINITE) {
        return SIGMA_INFINITE;
    }
    return ((uint64_t)(biased - 1) << FRACTION_BITS) + mantissa;
}

uint64_t sigma_decimal_nearest(sigma_decimal d)
{
    int32_t leading = 0;

    if (d.digits == 0 || d.exponent < SIGMA_POWER_MIN) {
        return 0;
    }
    if (d.exponent > 308) {
        return SIGMA_INFINITE;
    }
    while (!(d.digits >> 63)) {
        d.digits <<= 1;
        leading++;
    }
    return assemble(product_of(d.digits, power_for_product(d.exponent)), d.exponent,
                    sigma_log2_of_ten(d.exponent) + 63 + BIAS - leading);
}
