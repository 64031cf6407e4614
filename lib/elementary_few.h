/* SPDX-License-Identifier: MIT */
/* SIGMA_FEW numbers at a time, with the bits of each alone: loops without a branch, of which
 * compilers take two numbers in a step. Part of the caller, for what it would write for a function
 * to read takes time. */
#ifndef SIGMA_LIB_ELEMENTARY_FEW_H
#define SIGMA_LIB_ELEMENTARY_FEW_H

#include "elementary.h"
#include "elementary_parts.h"

enum { SIGMA_FEW = 4 };

/* log1p of 0 <= x <= DBL_MAX. What is near goes through the cell of 1, of which nothing is left but
 * the number. */
static inline void sigma_log1ps(const double *x, double *y)
{
    double near[SIGMA_FEW], far[SIGMA_FEW];

    for (int32_t i = 0; i < SIGMA_FEW; i++) {
        near[i] = x[i] <= SIGMA_LOG1P_NEAR ? x[i] : 0.0;
        far[i] = x[i] <= SIGMA_LOG1P_NEAR ? 0.0 : x[i];
    }
    for (int32_t i = 0; i < SIGMA_FEW; i++) {
        sigma_pair one_more = sigma_pair_sum(1.0, far[i]);
        sigma_log_place at = sigma_log_place_of(one_more.high);
        at.rest.high = sigma_from_bits(sigma_bits(at.rest.high) | sigma_bits(near[i]));
        sigma_pair sum = sigma_log_of_place(at);
        y[i] = sum.high + (sum.low + one_more.low / one_more.high);
    }
}

/* exp of SIGMA_EXP_LEAST <= x <= SIGMA_EXP_MOST. */
static inline void sigma_exps(const double *x, double *y)
{
    for (int32_t i = 0; i < SIGMA_FEW; i++) {
        y[i] = sigma_exp_plain(x[i]);
    }
}

#endif
