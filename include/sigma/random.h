/* SPDX-License-Identifier: MIT */
/** @file
 * Random numbers that are functions of a place: seed, path and index. Any one can be had again, in
 * any order, on any machine, without those before it, so that a path of a simulation is named by
 * its number.
 *
 * The generator is Philox4x32-10, ten rounds of a bijection of 128 bits: the key is the seed, the
 * counter the index in its lower and the path in its upper half. Two indices share one counter:
 *
 *     words = philox(key = seed, counter = (floor(index / 2), path))                         (1)
 *     k     = the upper 52 bits of the 64 in words 0 and 1, or 2 and 3 where index is odd
 *     uniform = (k + 1/2) 2^-52,   normal = the quantile of the normal distribution at it    (2)
 *
 * so a uniform number lies strictly between 0 and 1, and 1 less it is another. Seed, path and index
 * are taken as 64 bits; every value of each is good.
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
 */
#ifndef SIGMA_RANDOM_H
#define SIGMA_RANDOM_H

#include "sigma/base.h"

/**
 * The four words of a counter (1).
 *
 * @param      seed   The key, its lower 32 bits first.
 * @param      path   Upper half of the counter.
 * @param      index  Lower half of the counter: not halved here.
 * @param[out] words  Four words of 32 random bits.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_random_words(int64_t seed, int64_t path,
                                                           int64_t index, uint32_t *words);

/**
 * A uniform number (2).
 *
 * @param      seed   The seed.
 * @param      path   The path.
 * @param      index  Place on the path.
 * @param[out] value  The number [1], 0 < x < 1; 0 on error.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_random_uniform(int64_t seed, int64_t path,
                                                             int64_t index, double *value);

/**
 * A standard normal number (2); at most 8.2 either way.
 *
 * @param      seed   The seed.
 * @param      path   The path.
 * @param      index  Place on the path.
 * @param[out] value  The number [1], -8.3 < x < 8.3; 0 on error.
 * @return SIGMA_OK or SIGMA_E_NULL.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_random_normal(int64_t seed, int64_t path,
                                                            int64_t index, double *value);

#endif
