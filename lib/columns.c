/* SPDX-License-Identifier: MIT */
#include "columns.h"

#include "bytes.h"
#include "range.h"

bool sigma_columns_overlap(const double *a, const double *b, int32_t count)
{
    uintptr_t from_a = (uintptr_t)a, from_b = (uintptr_t)b;
    uintptr_t apart = from_a > from_b ? from_a - from_b : from_b - from_a;

    return apart > 0 && apart < (uintptr_t)count * sizeof *a;
}

bool sigma_columns_apart(const double *const *inputs, int32_t inputs_count, double *const *outputs,
                         int32_t outputs_count, int32_t count)
{
    bool apart = true;
    for (int32_t i = 0; i < outputs_count; i++) {
        for (int32_t k = 0; k < inputs_count; k++) {
            apart &= !sigma_columns_overlap(outputs[i], inputs[k], count);
        }
        for (int32_t k = 0; k < i; k++) {
            apart &=
                outputs[i] != outputs[k] && !sigma_columns_overlap(outputs[i], outputs[k], count);
        }
    }
    return apart;
}

int32_t sigma_column_first(const double *x, int32_t count)
{
    int32_t first = 0;
    while (first < count && x[first] != x[first]) {
        first++;
    }
    return first;
}

bool sigma_column_within(const double *x, int32_t count, double lo, double hi)
{
    bool good = true;
    for (int32_t i = 0; i < count; i++) {
        good &= sigma_within(x[i], lo, hi);
    }
    return good;
}

bool sigma_columns_are_bars(const double *high, const double *low, const double *close,
                            int32_t count)
{
    bool good = true;
    for (int32_t i = 0; i < count; i++) {
        good &= sigma_bar_usable(high[i], low[i], close[i]);
    }
    return good;
}

void sigma_column_warmup(double *x, int32_t length, int32_t count)
{
    for (int32_t i = 0; i < length && i < count; i++) {
        x[i] = sigma_nan();
    }
}
