/* SPDX-License-Identifier: MIT */
/* Powers of ten to 128 bits, and the multiplication they are made for. */
#ifndef SIGMA_LIB_POWER_H
#define SIGMA_LIB_POWER_H

#include <stdint.h>

typedef struct sigma_wide {
    uint64_t high;
    uint64_t low;
} sigma_wide;

enum { SIGMA_POWER_MIN = -342, SIGMA_POWER_MAX = 324 };

sigma_wide sigma_multiply(uint64_t a, uint64_t b);

/* floor(10^exponent 2^s), with the s for which the highest of the 128 bits is set. */
sigma_wide sigma_power_of_ten(int32_t exponent);

/* floor(log2(10^exponent)), for |exponent| <= 1233. */
static inline int32_t sigma_log2_of_ten(int32_t exponent)
{
    return (exponent * 1741647) >> 19;
}

#endif
