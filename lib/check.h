/* SPDX-License-Identifier: MIT */
/* Range tests, and what the compiler must not do to them. */
#ifndef SIGMA_LIB_CHECK_H
#define SIGMA_LIB_CHECK_H

#include <float.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __FAST_MATH__
#error "libsigma relies on NaN and exact rounding; build it without -ffast-math"
#endif

#if FLT_EVAL_METHOD == 2
#error "libsigma needs doubles that are computed as doubles; on i386 add -msse2 -mfpmath=sse"
#endif

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif

/* Written so that NaN is inside no range: never negate it into x < lo || x > hi. */
static inline bool sigma_within(double x, double lo, double hi)
{
    return lo <= x && x <= hi;
}

static inline bool sigma_between(int64_t x, int64_t lo, int64_t hi)
{
    return lo <= x && x <= hi;
}

/* An instant whose differences with others fit [ns]. */
static inline bool sigma_is_time(int64_t x)
{
    return sigma_between(x, -INT64_C(9150000000000000000), INT64_C(9150000000000000000));
}

static inline double sigma_larger(double a, double b)
{
    return a > b ? a : b;
}

static inline double sigma_smaller(double a, double b)
{
    return a < b ? a : b;
}

/* x, held in lo <= x <= hi. */
static inline double sigma_clamped(double x, double lo, double hi)
{
    return sigma_smaller(sigma_larger(x, lo), hi);
}

static inline double sigma_magnitude(double x)
{
    return __builtin_fabs(x);
}

/* Whether, with a hint to the compiler that it is not so: a branch that is not taken costs nothing
 * in a chain of sums, a select would be part of the chain. */
static inline bool sigma_hardly(bool condition)
{
#if defined(__GNUC__) && __GNUC__ >= 9
    return __builtin_expect_with_probability(condition, 0, 1.0); /* GCC makes selects of less */
#elif defined(__GNUC__)
    return __builtin_expect(condition, 0);
#else
    return condition;
#endif
}

/* Denormals slow smoothing eightfold, and mean nothing in a price. */
static inline double sigma_settled(double x)
{
    if (sigma_hardly(sigma_magnitude(x) < 1e-300)) {
        return 0.0;
    }
    return x;
}

/* The one of two statuses that counts: an error before a warm-up before SIGMA_OK. */
static inline int32_t sigma_worse(int32_t a, int32_t b)
{
    return a < 0 || (b >= 0 && a > b) ? a : b;
}

static inline uint64_t sigma_bit(int32_t code)
{
    return UINT64_C(1) << code;
}

#endif
