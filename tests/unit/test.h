/* SPDX-License-Identifier: MIT */
/* What the cmocka tests share: the headers cmocka needs, doubles, and repeatable randomness. */
#ifndef SIGMA_TEST_H
#define SIGMA_TEST_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sigma/sigma.h"

/* Of <math.h>, but as doubles. */
#define NOT_A_NUMBER ((double)NAN)
#define INFINITE ((double)INFINITY)

#define COUNT_OF(array) ((int32_t)(sizeof(array) / sizeof(array)[0]))

/* Fails unless the two doubles have the same bits; any NaN equals any NaN. */
#define assert_bits(actual, expected) test_bits(actual, expected, __FILE__, __LINE__)

/* Fails unless actual is within a share of |expected|. */
#define assert_near(actual, expected, share)                                                       \
    test_close(actual, expected, (share)*fabs(expected), __FILE__, __LINE__)

/* Fails unless actual is within a distance of expected. */
#define assert_close(actual, expected, distance)                                                   \
    test_close(actual, expected, distance, __FILE__, __LINE__)

/* Fails unless every byte of the object is zero: the safe answer. */
#define assert_zero(object) test_zero(&(object), sizeof(object), __FILE__, __LINE__)

/* Fails unless two objects have the same bytes. */
#define assert_same(actual, expected) assert_memory_equal(&(actual), &(expected), sizeof(expected))

static inline uint64_t test_bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double test_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline void test_bits(double actual, double expected, const char *file, int line)
{
    if (test_bits_of(actual) != test_bits_of(expected) && !(isnan(actual) && isnan(expected))) {
        print_error("got %a (%.17g), want %a (%.17g)\n", actual, actual, expected, expected);
        _fail(file, line);
    }
}

static inline void test_close(double actual, double expected, double distance, const char *file,
                              int line)
{
    if (!(fabs(actual - expected) <= distance)) {
        print_error("got %.17g, want %.17g, give or take %g\n", actual, expected, distance);
        _fail(file, line);
    }
}

static inline void test_zero(const void *object, size_t size, const char *file, int line)
{
    const unsigned char *byte = (const unsigned char *)object;
    for (size_t i = 0; i < size; i++) {
        if (byte[i] != 0) {
            print_error("byte %d of %d is not zero\n", (int)i, (int)size);
            _fail(file, line);
        }
    }
}

/* xorshift64* (Vigna 2014): 64 random bits. The seed must not be 0. */
static inline uint64_t test_random_bits(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(2685821657736338717);
}

/* The next number in 0 <= x < 1. */
static inline double test_random(uint64_t *seed)
{
    return (double)(test_random_bits(seed) >> 11) * 0x1p-53;
}

/* The next number in lo <= x < hi. */
static inline double test_between(uint64_t *seed, double lo, double hi)
{
    return lo + (hi - lo) * test_random(seed);
}

/* The next number in lo <= x <= hi, all decades equally often. */
static inline double test_decades(uint64_t *seed, double lo, double hi)
{
    return fmin(hi, fmax(lo, lo * pow(hi / lo, test_random(seed))));
}

/* The next whole number in lo <= x <= hi. */
static inline int32_t test_whole(uint64_t *seed, int32_t lo, int32_t hi)
{
    return lo + (int32_t)(test_random_bits(seed) % ((uint64_t)((int64_t)hi - lo) + 1));
}

static inline uint64_t test_bit(int32_t code)
{
    return UINT64_C(1) << code;
}

#endif
