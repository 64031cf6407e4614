/* SPDX-License-Identifier: MIT */
/* Bytes: copying, comparing and the bits of a double. The library is freestanding, so the four
 * functions that compilers call by themselves are declared here and not by <string.h>. */
#ifndef SIGMA_LIB_BYTES_H
#define SIGMA_LIB_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef __GNUC__
#define __builtin_memcpy memcpy
#define __builtin_memset memset
#define __builtin_memcmp memcmp
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);
#endif

static inline void sigma_copy(void *to, const void *from, int32_t size)
{
    __builtin_memcpy(to, from, (size_t)size);
}

static inline void sigma_zero(void *to, int32_t size)
{
    __builtin_memset(to, 0, (size_t)size);
}

static inline bool sigma_same(const void *a, const void *b, int32_t size)
{
    return __builtin_memcmp(a, b, (size_t)size) == 0;
}

static inline uint64_t sigma_bits(double x)
{
    uint64_t bits;
    sigma_copy(&bits, &x, 8);
    return bits;
}

static inline double sigma_from_bits(uint64_t bits)
{
    double x;
    sigma_copy(&x, &bits, 8);
    return x;
}

/* The sign of a double, and infinity: without its sign what is finite has lower bits. */
static const uint64_t SIGMA_HIGHEST = UINT64_C(1) << 63;
static const uint64_t SIGMA_INFINITE = UINT64_C(0x7ff) << 52;

/* Whether no number is larger than hi in magnitude. Doubles above 0 are in the order of their bits,
 * and NaNs above all; differences of bits are taken of several numbers at a time where comparisons
 * are not. Quick where count is known. */
static inline bool sigma_magnitudes_within(const double *x, int32_t count, double hi)
{
    uint64_t beyond = sigma_bits(hi) + 1, inside = SIGMA_HIGHEST;
    for (int32_t i = 0; i < count; i++) {
        inside &= (sigma_bits(x[i]) & ~SIGMA_HIGHEST) - beyond;
    }
    return (inside & SIGMA_HIGHEST) != 0;
}

/* 0 <= x <= hi of what a state holds, never -0: one comparison of bits. */
static inline bool sigma_held(double x, double hi)
{
    return sigma_bits(x) <= sigma_bits(hi);
}

/* |x| <= hi of the same. */
static inline bool sigma_held_about(double x, double hi)
{
    return (sigma_bits(x) & ~SIGMA_HIGHEST) <= sigma_bits(hi);
}

/* One NaN for all machines: 0.0 / 0.0 has another sign on x86 than on ARM. */
static inline double sigma_nan(void)
{
    return sigma_from_bits(UINT64_C(0x7ff8000000000000));
}

#endif
