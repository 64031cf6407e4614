/* SPDX-License-Identifier: MIT */
/* Several at a time: loops without a branch, of which compilers take two numbers or more in a step;
 * where there are two ways, both are gone, and one is taken. */
#include "elementary.h"
#include "elementary_parts.h"

enum { TANHS = SIGMA_TANHS };

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
