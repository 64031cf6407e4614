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

/* Blocks of 2 size values out of blocks of size values. */
static void pair(const double *restrict blocks, int32_t size, int32_t count, double *restrict pairs)
{
    for (int32_t i = 0; i < count; i++) {
        pairs[i] = blocks[i] + blocks[i + size];
    }
}

static void add(const double *restrict blocks, int32_t count, double *restrict sums)
{
    for (int32_t i = 0; i < count; i++) {
        sums[i] = blocks[i] + sums[i];
    }
}

void sigma_window_sums(const double *x, int32_t n, int32_t count, double *sums, double *room)
{
    double *const level[2] = {room, room + count + n};
    int32_t end = n - (n & -n), turn = 0;

    for (int32_t size = 1; size <= n; size *= 2) {
        if (size == (n & -n)) {
            sigma_copy(sums, x + end, count * (int32_t)sizeof *sums);
        } else if (n & size) {
            end -= size;
            add(x + end, count, sums);
        }
        if (2 * size <= n) {
            pair(x, size, count + n - 2 * size, level[turn]);
            x = level[turn];
            turn = 1 - turn;
        }
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
