/* SPDX-License-Identifier: MIT */
/* Windows over the last n values, oldest first and contiguous, and the one tree that every sum over
 * them follows: the window is cut, from its oldest value on, into blocks of falling powers of two
 * (20 = 16 + 4); a block is the sum of its halves; blocks are added from the newest to the oldest.
 * So a value depends on its window alone, and neighbouring windows of a column share their blocks.
 *
 * A state keeps its values in x[SIGMA_WINDOW_SPACE], of which the first `end` are filled:
 *
 *     x[end] = value;                                    the window is x + end + 1 - n
 *     end = sigma_window_move(x, end + 1, period);       it moves to the front when x is full
 *
 * with sigma_window_move() once for each column of a state that has several. While end < period it
 * is warming up. Until `end` is assigned nothing has happened that writing x[end] back cannot undo.
 *
 * A batch function works in blocks from the newest value down, so that it may write in the place of
 * its input, and takes its room from the part of the output that it has not reached yet:
 *
 *     int32_t left = count;
 *     while (sigma_block_fits(left, period, rooms, in_place)) {
 *         left -= SIGMA_BLOCK;
 *         block of outputs [left, left + SIGMA_BLOCK): their first window is x + left + 1 - period;
 *         rooms of SIGMA_BLOCK + period each end at out + left;
 *     }
 *     the values below left one by one, from the newest down, as the stream does it. */
#ifndef SIGMA_LIB_WINDOW_H
#define SIGMA_LIB_WINDOW_H

#include "bytes.h"
#include "check.h"

enum {
    SIGMA_WINDOW_MAX = 256,
    SIGMA_WINDOW_SPACE = 2 * SIGMA_WINDOW_MAX,
    SIGMA_BLOCK = 256,
    SIGMA_SUM_ROOMS = 3 /* that sigma_window_sums() needs */
};

static inline bool sigma_window_valid(int32_t period)
{
    return sigma_between(period, 1, SIGMA_WINDOW_MAX);
}

/* Returns the number of values in x: all of them, or the last `period` once x is full. */
static inline int32_t sigma_window_move(double *x, int32_t end, int32_t period)
{
    if (end < SIGMA_WINDOW_SPACE) {
        return end;
    }
    sigma_copy(x, x + end - period, period * (int32_t)sizeof *x);
    return period;
}

/* Of three places, the one after `place` that is not kept. */
static inline int32_t sigma_other_place(int32_t place, int32_t kept)
{
    int32_t next = (place + 1) % 3;
    return next == kept ? (next + 1) % 3 : next;
}

/* Sum of n values along the tree. */
double sigma_window_sum(const double *x, int32_t n);

/* sums[i] = sigma_window_sum(x + i, n) for each i < count, which may be any number. The room holds
 * SIGMA_SUM_ROOMS times count + n numbers; the three do not overlap. */
void sigma_window_sums(const double *x, int32_t n, int32_t count, double *sums, double *room);

/* Their n-th parts. */
void sigma_window_means(const double *x, int32_t n, int32_t count, double *means, double *room);

/* sums[i] = sigma_window_sum(x + i, n) for each of SIGMA_TILE windows, without room. */
enum { SIGMA_TILE = 32 };
void sigma_window_tile(const double *x, int32_t n, double *sums);

/* means[i] = sigma_window_sum(x + i + 1 - n, n) / n for each i of n - 1 <= i < count; means may be
 * x.
 */
void sigma_column_of_means(const double *x, int32_t n, int32_t count, double *means);

/* The least and the greatest of n values. */
double sigma_window_least(const double *x, int32_t n);
double sigma_window_greatest(const double *x, int32_t n);

/* Whether there is, below the next block of a column of which `left` values remain, room for
 * `rooms` times SIGMA_BLOCK + period numbers. */
static inline bool sigma_block_fits(int32_t left, int32_t period, int32_t rooms, bool in_place)
{
    return !in_place && left >= SIGMA_BLOCK + rooms * (SIGMA_BLOCK + period);
}

#endif
