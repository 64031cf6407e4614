/* SPDX-License-Identifier: MIT */
#include "sigma/random.h"

#include "bytes.h"
#include "elementary.h"
#include "philox.h"

static double uniform_at(int64_t seed, int64_t path, int64_t index)
{
    sigma_philox x = sigma_philox_at((uint64_t)seed, (uint64_t)path, (uint64_t)index >> 1);
    return sigma_philox_uniform(&x, (int32_t)((uint64_t)index & 1));
}

sigma_status sigma_random_words(int64_t seed, int64_t path, int64_t index, uint32_t *words)
{
    if (!words) {
        return SIGMA_E_NULL;
    }
    sigma_philox x = sigma_philox_at((uint64_t)seed, (uint64_t)path, (uint64_t)index);
    sigma_copy(words, x.word, sizeof x.word);
    return SIGMA_OK;
}

sigma_status sigma_random_uniform(int64_t seed, int64_t path, int64_t index, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = uniform_at(seed, path, index);
    return SIGMA_OK;
}

sigma_status sigma_random_normal(int64_t seed, int64_t path, int64_t index, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = sigma_normal_quantile(uniform_at(seed, path, index));
    return SIGMA_OK;
}
