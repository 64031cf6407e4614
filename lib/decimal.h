/* SPDX-License-Identifier: MIT */
/* Doubles as decimal digits and back. */
#ifndef SIGMA_LIB_DECIMAL_H
#define SIGMA_LIB_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

/* digits x 10^exponent. */
typedef struct sigma_decimal {
    uint64_t digits;
    int32_t exponent;
} sigma_decimal;

enum { SIGMA_DECIMAL_DIGITS = 19 }; /* as many as always fit in 64 bits */

/* The shortest decimal that rounds to value, the nearest one of these; value > 0 and finite. The
 * digits may end in zeros. */
sigma_decimal sigma_decimal_shortest(double value);

/* Bits of the double nearest to the decimal, ties to even; infinity where it is too large. */
uint64_t sigma_decimal_nearest(sigma_decimal decimal);

/* Sign of text x 10^exponent minus the middle between the doubles of bits below and below + 1.
 * text has at most 64 characters, digits and one point, which is passed over. */
int32_t sigma_decimal_compare(const char *text, int32_t length, int32_t exponent, uint64_t below);

#endif
