/* SPDX-License-Identifier: MIT */
/* The generator of sigma/random.h, for those that take many numbers from it. */
#ifndef SIGMA_LIB_PHILOX_H
#define SIGMA_LIB_PHILOX_H

#include <stdint.h>

typedef struct sigma_philox {
    uint32_t word[4];
} sigma_philox;

/* The multipliers and Weyl constants are those of the paper. */
static inline sigma_philox sigma_philox_at(uint64_t seed, uint64_t path, uint64_t index)
{
    uint32_t key_0 = (uint32_t)seed, key_1 = (uint32_t)(seed >> 32);
    sigma_philox x = {
        {(uint32_t)index, (uint32_t)(index >> 32), (uint32_t)path, (uint32_t)(path >> 32)}};

    for (int32_t round = 0; round < 10; round++) {
        uint64_t a = UINT64_C(0xD2511F53) * x.word[0], b = UINT64_C(0xCD9E8D57) * x.word[2];
        x = (sigma_philox){{(uint32_t)(b >> 32) ^ x.word[1] ^ key_0, (uint32_t)b,
                            (uint32_t)(a >> 32) ^ x.word[3] ^ key_1, (uint32_t)a}};
        key_0 += UINT32_C(0x9E3779B9);
        key_1 += UINT32_C(0xBB67AE85);
    }
    return x;
}

/* The first or the second uniform number of a counter. */
static inline double sigma_philox_uniform(const sigma_philox *x, int32_t second)
{
    uint64_t low = x->word[2 * second], high = x->word[2 * second + 1];
    return ((double)(int64_t)((high << 32 | low) >> 12) + 0.5) * 0x1p-52;
}

#endif
