/* SPDX-License-Identifier: MIT */
/* Several at a time: loops without a branch, of which compilers take two numbers or more in a step;
 * where there are two ways, both are gone, and one is taken. Numbers for which that would be wrong
 * are taken one by one. */
#include "elementary.h"
#include "elementary_parts.h"

enum { FEW = SIGMA_FEW, TANHS = SIGMA_TANHS };

/* ---- tanh */

void sigma_tanhs(const double *x, double *y)
{
    double size[TANHS], held[TANHS];

    for (int32_t i = 0; i < TANHS; i++) {
        size[i] = sigma_smaller(sigma_magnitude(x[i]), SIGMA_TANH_MOST);
    }
    for (int32_t i = 0; i < TANHS; i++) {
        held[i] = sigma_larger(size[i], SIGMA_TANH_ZERO);
    }
    for (int32_t i = 0; i < TANHS; i++) {
        size[i] = sigma_tanh_plain(size[i], held[i]);
    }
    for (int32_t i = 0; i < TANHS; i++) {
        y[i] = x[i] == x[i] ? sigma_signed(size[i], x[i]) : sigma_nan();
    }
}

/* ---- log1p */

void sigma_log1ps(const double *x, double *y)
{
    double log[FEW];

    if (!sigma_bits_within(x, FEW, 0, DBL_MAX)) {
        for (int32_t i = 0; i < FEW; i++) {
            y[i] = sigma_log1p(x[i]);
        }
        return;
    }
    for (int32_t i = 0; i < FEW; i++) {
        double near = sigma_log1p_near(x[i]), far = sigma_log1p_far(x[i]);
        log[i] = x[i] <= SIGMA_LOG1P_NEAR ? near : far;
    }
    sigma_copy(y, log, (int32_t)sizeof log);
}

/* ---- exp */

void sigma_exps(const double *x, double *y)
{
    double grown[FEW];

    if (!sigma_bits_within(x, FEW, SIGMA_HIGHEST, -SIGMA_EXP_LEAST)) {
        for (int32_t i = 0; i < FEW; i++) {
            y[i] = sigma_exp(x[i]);
        }
        return;
    }
    for (int32_t i = 0; i < FEW; i++) {
        grown[i] = sigma_exp_plain(x[i]);
    }
    sigma_copy(y, grown, (int32_t)sizeof grown);
}
