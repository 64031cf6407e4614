/* SPDX-License-Identifier: MIT */
/* Exact comparison in whole numbers, for the rare number of 20 digits or more that the first 19 do
 * not decide. Both sides stay below 2^1280: 64 digits have 213 bits, and the sides are about equal,
 * so that only one of them is ever multiplied by a large power of five and of two. */
#include "decimal.h"

enum { WORDS = 48, FRACTION_BITS = 52, EXPONENT_BIAS = 1075 };

typedef struct natural {
    uint32_t word[WORDS]; /* lowest first */
} natural;

/* n <- n factor + addend */
static void multiply_add(natural *n, uint32_t factor, uint32_t addend)
{
    uint64_t carry = addend;
    for (int32_t i = 0; i < WORDS; i++) {
        carry += (uint64_t)n->word[i] * factor;
        n->word[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void multiply_power(natural *n, uint32_t base, int32_t exponent)
{
    for (int32_t i = 0; i < exponent; i++) {
        multiply_add(n, base, 0);
    }
}

static int32_t order(const natural *a, const natural *b)
{
    int32_t i = WORDS - 1;
    while (i > 0 && a->word[i] == b->word[i]) {
        i--;
    }
    return (a->word[i] > b->word[i]) - (a->word[i] < b->word[i]);
}

static void read_digits(natural *n, const char *text, int32_t length)
{
    for (int32_t i = 0; i < length; i++) {
        if (text[i] != '.') {
            multiply_add(n, 10, (uint32_t)(text[i] - '0'));
        }
    }
}

int32_t sigma_decimal_compare(const char *text, int32_t length, int32_t exponent, uint64_t below)
{
    natural left = {{0}}, right = {{0}};
    uint64_t fraction = below & ((UINT64_C(1) << FRACTION_BITS) - 1);
    int32_t biased = (int32_t)(below >> FRACTION_BITS);
    uint64_t c = biased > 0 ? fraction | UINT64_C(1) << FRACTION_BITS : fraction;
    int32_t q = (biased > 0 ? biased : 1) - EXPONENT_BIAS - 1; /* the middle is (2c + 1) 2^q */
    int32_t twos = exponent - q;

    read_digits(&left, text, length);
    right.word[0] = (uint32_t)(2 * c + 1);
    right.word[1] = (uint32_t)((2 * c + 1) >> 32);
    multiply_power(exponent >= 0 ? &left : &right, 5, exponent >= 0 ? exponent : -exponent);
    multiply_power(twos >= 0 ? &left : &right, 2, twos >= 0 ? twos : -twos);
    return order(&left, &right);
}
