/* SPDX-License-Identifier: MIT */
#include "window.h"

static double sum_of_8(const double *x)
{
    return ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]));
}

/* Of n values, a power of two. */
static double block_sum(const double *x, int32_t n)
{
    switch (n) {
    case 1: return x[0];
    case 2: return x[0] + x[1];
    case 4: return (x[0] + x[1]) + (x[2] + x[3]);
    case 8: return sum_of_8(x);
    case 16: return sum_of_8(x) + sum_of_8(x + 8);
    default: return block_sum(x, n / 2) + block_sum(x + n / 2, n / 2);
    }
}

double sigma_window_sum(const double *x, int32_t n)
{
    int32_t size = n & -n, end = n - size;
    double sum = block_sum(x + end, size);

    while (end > 0) {
        size = end & -end;
        end -= size;
        sum = block_sum(x + end, size) + sum;
    }
    return sum;
}

/* One block of `size` values at each place; two, three or four that follow one another. */
static void join(const double *restrict x, int32_t size, int32_t blocks, int32_t count,
                 double *restrict sums)
{
    for (int32_t i = 0; blocks == 1 && i < count; i++) {
        sums[i] = x[i];
    }
    for (int32_t i = 0; blocks == 2 && i < count; i++) {
        sums[i] = x[i] + x[i + size];
    }
    for (int32_t i = 0; blocks == 3 && i < count; i++) {
        sums[i] = (x[i] + x[i + size]) + x[i + 2 * size];
    }
    for (int32_t i = 0; blocks == 4 && i < count; i++) {
        sums[i] = (x[i] + x[i + size]) + (x[i + 2 * size] + x[i + 3 * size]);
    }
}

/* The same, and what stands in sums already, which is newer. */
static void join_older(const double *restrict x, int32_t size, int32_t blocks, int32_t count,
                       double *restrict sums)
{
    for (int32_t i = 0; blocks == 1 && i < count; i++) {
        sums[i] = x[i] + sums[i];
    }
    for (int32_t i = 0; blocks == 2 && i < count; i++) {
        sums[i] = (x[i] + x[i + size]) + sums[i];
    }
    for (int32_t i = 0; blocks == 3 && i < count; i++) {
        sums[i] = (x[i] + x[i + size]) + (x[i + 2 * size] + sums[i]);
    }
    for (int32_t i = 0; blocks == 4 && i < count; i++) {
        sums[i] = ((x[i] + x[i + size]) + (x[i + 2 * size] + x[i + 3 * size])) + sums[i];
    }
}

/* Two levels of the tree at a time: blocks of 1, 4, 16 and 64 values. */
void sigma_window_sums(const double *x, int32_t n, int32_t count, double *sums, double *room)
{
    int32_t end = n;

    for (int32_t size = 1;; size *= 4) {
        int32_t blocks = end <= 4 * size ? end / size : end / size % 4;
        end -= blocks * size;
        if (end + blocks * size == n) {
            join(x + end, size, blocks, count, sums);
        } else {
            join_older(x + end, size, blocks, count, sums);
        }
        if (end == 0) {
            return;
        }
        join(x, size, 4, count + n - 4 * size, room);
        x = room;
        room += count + n;
    }
}

double sigma_window_least(const double *x, int32_t n)
{
    double least = x[0];
    for (int32_t i = 1; i < n; i++) {
        least = sigma_smaller(x[i], least);
    }
    return least;
}

double sigma_window_greatest(const double *x, int32_t n)
{
    double greatest = x[0];
    for (int32_t i = 1; i < n; i++) {
        greatest = sigma_larger(x[i], greatest);
    }
    return greatest;
}
