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

/* ---- windows side by side: they need no room, but each all of its n additions */

enum { TILE = SIGMA_TILE, TILE_PERIOD_MAX = 32 /* for which they are quicker than blocks */ };

static void tile_add(const double *restrict x, const double *restrict newer, double *restrict sums)
{
    for (int32_t i = 0; i < TILE; i++) {
        sums[i] = x[i] + newer[i];
    }
}

/* block_sum() of each. */
static void tile_block(const double *restrict x, int32_t size, double *restrict sums)
{
    double older[TILE], newer[TILE];

    if (size == 1) {
        sigma_copy(sums, x, TILE * (int32_t)sizeof *x);
    } else if (size == 2) {
        tile_add(x, x + 1, sums);
    } else if (size == 4) {
        for (int32_t i = 0; i < TILE; i++) {
            sums[i] = (x[i] + x[i + 1]) + (x[i + 2] + x[i + 3]);
        }
    } else if (size == 8) {
        for (int32_t i = 0; i < TILE; i++) {
            sums[i] = sum_of_8(x + i);
        }
    } else {
        tile_block(x, size / 2, older);
        tile_block(x + size / 2, size / 2, newer);
        tile_add(older, newer, sums);
    }
}

void sigma_window_tile(const double *x, int32_t n, double *sums)
{
    double older[TILE];
    int32_t size = n & -n, end = n - size;

    tile_block(x + end, size, sums);
    while (end > 0) {
        size = end & -end;
        end -= size;
        tile_block(x + end, size, older);
        for (int32_t i = 0; i < TILE; i++) {
            sums[i] = older[i] + sums[i];
        }
    }
}

/* ---- a column of windows, by blocks of 1, 2, 4 ... values at each place. The oldest block of a
 * window holds the greatest power of two below n; what is newer is joined block by block. */

static void halves(const double *restrict x, int32_t size, int32_t count, double *restrict blocks)
{
    for (int32_t i = 0; i < count; i++) {
        blocks[i] = x[i] + x[i + size];
    }
}

/* Blocks and what is newer; the part that is asked for, a constant, is all of the sum or a share.
 */
static inline void join(const double *restrict x, const double *restrict newer, double n,
                        bool share, int32_t count, double *restrict sums)
{
    for (int32_t i = 0; i < count; i++) {
        double sum = x[i] + newer[i];
        sums[i] = share ? sum / n : sum;
    }
}

/* The same, where what is newer stands in sums already. */
static inline void join_here(const double *restrict x, double n, bool share, int32_t count,
                             double *restrict sums)
{
    for (int32_t i = 0; i < count; i++) {
        double sum = x[i] + sums[i];
        sums[i] = share ? sum / n : sum;
    }
}

typedef struct parts {
    const double *oldest; /* blocks of a level, which stands in a place of room */
    const double *newer;  /* blocks of a lower level, or sums */
    int32_t end;          /* of what is not in newer yet */
    int32_t place;
    int32_t kept; /* place of newer, or none */
} parts;

enum { NONE = -1 };

/* The blocks of `size` values that end where those in newer begin. */
static void take(parts *p, int32_t size, int32_t count, double *sums)
{
    p->end -= size;
    if (!p->newer) {
        p->newer = p->oldest + p->end;
        p->kept = p->place;
        return;
    }
    if (p->newer != sums) {
        join(p->oldest + p->end, p->newer, 1.0, false, count, sums);
    } else {
        join_here(p->oldest + p->end, 1.0, false, count, sums);
    }
    p->newer = sums;
    p->kept = NONE;
}

static parts parts_of(const double *x, int32_t n, int32_t count, double *sums, double *room)
{
    parts p = {x, 0, n, NONE, NONE};
    int32_t size = 1;

    for (; 2 * size < n; size *= 2) {
        if (n & size) {
            take(&p, size, count, sums);
        }
        p.place = sigma_other_place(p.place, p.kept);
        double *next = room + p.place * (count + n);
        halves(p.oldest, size, count + p.end - 2 * size, next);
        p.oldest = next;
    }
    if (p.end > size) {
        take(&p, size, count, sums);
    }
    return p;
}

static inline void windows(const double *x, int32_t n, bool share, int32_t count, double *sums,
                           double *room)
{
    parts p = parts_of(x, n, count, sums, room);

    if (!p.newer) {
        sigma_copy(sums, x, count * (int32_t)sizeof *sums);
    } else if (p.newer != sums) {
        join(p.oldest, p.newer, n, share, count, sums);
    } else {
        join_here(p.oldest, n, share, count, sums);
    }
}

void sigma_window_sums(const double *x, int32_t n, int32_t count, double *sums, double *room)
{
    windows(x, n, false, count, sums, room);
}

void sigma_window_means(const double *x, int32_t n, int32_t count, double *means, double *room)
{
    windows(x, n, true, count, means, room);
}

/* Two by two, so that half the comparisons do not wait for the ones before them; of extremes the
 * order does not matter. */
double sigma_window_least(const double *x, int32_t n)
{
    double least = x[0], other = x[0];
    int32_t i = n % 2;

    for (; i < n; i += 2) {
        least = sigma_smaller(x[i], least);
        other = sigma_smaller(x[i + 1], other);
    }
    return sigma_smaller(other, least);
}

double sigma_window_greatest(const double *x, int32_t n)
{
    double greatest = x[0], other = x[0];
    int32_t i = n % 2;

    for (; i < n; i += 2) {
        greatest = sigma_larger(x[i], greatest);
        other = sigma_larger(x[i + 1], other);
    }
    return sigma_larger(other, greatest);
}

/* ---- a column of means */

static void fill_block(const double *x, int32_t n, int32_t left, double *means)
{
    double *block = means + left;
    sigma_window_means(x + left + 1 - n, n, SIGMA_BLOCK, block,
                       block - SIGMA_SUM_ROOMS * (SIGMA_BLOCK + n));
}

/* The tile that ends at value `end` is summed before it is written, so means may be x. */
static void fill_tile(const double *x, int32_t n, int32_t end, double *means)
{
    double sums[TILE];
    int32_t first = end - TILE;

    sigma_window_tile(x + first + 1 - n, n, sums);
    for (int32_t i = 0; i < TILE; i++) {
        means[first + i] = sums[i] / n;
    }
}

void sigma_column_of_means(const double *x, int32_t n, int32_t count, double *means)
{
    int32_t left = count, least = n + TILE - 1;

    while (n > TILE_PERIOD_MAX && sigma_block_fits(left, n, SIGMA_SUM_ROOMS, x == means)) {
        left -= SIGMA_BLOCK;
        fill_block(x, n, left, means);
    }
    for (; left >= least; left -= TILE) {
        fill_tile(x, n, left, means);
    }
    if (left >= n && count >= least && x != means) {
        fill_tile(x, n, least, means); /* also over some that have their mean */
        return;
    }
    for (; left >= n; left--) {
        means[left - 1] = sigma_window_sum(x + left - n, n) / n;
    }
}
