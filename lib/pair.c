/* SPDX-License-Identifier: MIT */
#include "pair.h"

/* Functions of their own, for compilers unroll such loops where they are part of another one before
 * they would take several numbers at a time. */

void sigma_pair_add(sigma_pair_sums *restrict sums, const sigma_pair_sums *restrict more)
{
    for (int32_t i = 0; i < SIGMA_PAIR_SUMS; i++) {
        sigma_pair next = sigma_pair_sum(sums->high[i], more->high[i]);
        next = sigma_pair_ordered(next.high, next.low + (more->low[i] + sums->low[i]));
        sums->high[i] = next.high;
        sums->low[i] = next.low;
    }
}

void sigma_pair_weigh(sigma_pair_sums *restrict sums, const double *restrict weight)
{
    for (int32_t i = 0; i < SIGMA_PAIR_SUMS; i++) {
        sigma_pair product = sigma_pair_product(weight[i], sums->high[i]);
        sums->low[i] = product.low + weight[i] * sums->low[i];
        sums->high[i] = product.high;
    }
}

double sigma_pair_total(const sigma_pair_sums *sums)
{
    sigma_pair total = {.high = sums->high[0], .low = sums->low[0]};
    for (int32_t i = 1; i < SIGMA_PAIR_SUMS; i++) {
        sigma_pair next = sigma_pair_sum(total.high, sums->high[i]);
        total = sigma_pair_ordered(next.high, next.low + (sums->low[i] + total.low));
    }
    return total.high;
}
