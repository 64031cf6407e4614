/* SPDX-License-Identifier: MIT */
#include "columns.h"

#include "bytes.h"
#include "range.h"

bool sigma_overlap(const void *a, int64_t a_size, const void *b, int64_t b_size)
{
    uintptr_t x = (uintptr_t)a, y = (uintptr_t)b;
    return x < y ? y - x < (uint64_t)a_size : x - y < (uint64_t)b_size;
}

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

/* Of bits from 2^63 on, one of the differences is 2^63 or more as well, for lo <= hi. Adding 0
 * makes 0 of -0. */
bool sigma_column_within(const double *x, int32_t count, double lo, double hi)
{
    uint64_t least = sigma_bits(lo), most = sigma_bits(hi), bad = 0;

    if (lo < 0.0) {
        return sigma_magnitudes_within(x, count, hi);
    }
    for (int32_t i = 0; i < count; i++) {
        uint64_t bits = sigma_bits(x[i] + 0.0);
        bad |= (bits - least) | (most - bits);
    }
    return (bad & SIGMA_HIGHEST) == 0;
}

bool sigma_columns_are_bars(const double *high, const double *low, const double *close,
                            int32_t count)
{
    uint64_t least = sigma_bits(1e-15), most = sigma_bits(1e15), bad = 0;
    for (int32_t i = 0; i < count; i++) {
        uint64_t top = sigma_bits(high[i]), bottom = sigma_bits(low[i]),
                 last = sigma_bits(close[i]);
        bad |= top | bottom | last;
        bad |= (bottom - least) | (last - bottom) | (top - last) | (most - top);
    }
    return (bad & SIGMA_HIGHEST) == 0;
}

void sigma_column_warmup(double *x, int32_t length, int32_t count)
{
    for (int32_t i = 0; i < length && i < count; i++) {
        x[i] = sigma_nan();
    }
}
