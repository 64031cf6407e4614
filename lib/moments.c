/* SPDX-License-Identifier: MIT */
#include "moments.h"

typedef struct weights {
    double mean;
    double square;
    double tilt;
} weights;

static inline weights weights_of(int32_t older, int32_t newer)
{
    double a = older, b = newer;
    return (weights){b / (a + b), a * b / (a + b), 0.5 * a * b};
}

/* (1) */
static inline sigma_moments join(sigma_moments older, sigma_moments newer, double apart, weights w)
{
    double difference = (newer.mean + apart) - older.mean;
    return (sigma_moments){
        older.mean + difference * w.mean,
        (older.square + newer.square) + difference * difference * w.square,
        (older.tilt + newer.tilt) + difference * w.tilt,
    };
}

/* (1) of two values. */
static inline sigma_moments pair(double apart)
{
    return (sigma_moments){0.5 * apart, 0.5 * (apart * apart), 0.5 * apart};
}

/* ---- one window */

static inline sigma_moments of_4(const double *x)
{
    return join(pair(x[1] - x[0]), pair(x[3] - x[2]), x[2] - x[0], weights_of(2, 2));
}

static sigma_moments of_8(const double *x)
{
    return join(of_4(x), of_4(x + 4), x[4] - x[0], weights_of(4, 4));
}

/* Of n values, a power of two. */
static sigma_moments of_block(const double *x, int32_t n)
{
    switch (n) {
    case 1: return (sigma_moments){0};
    case 2: return pair(x[1] - x[0]);
    case 4: return of_4(x);
    case 8: return of_8(x);
    default:
        return join(of_block(x, n / 2), of_block(x + n / 2, n / 2), x[n / 2] - x[0],
                    weights_of(n / 2, n / 2));
    }
}

sigma_moments sigma_moments_of(const double *x, int32_t n)
{
    int32_t size = n & -n, end = n - size;
    sigma_moments newer = of_block(x + end, size);

    while (end > 0) {
        size = end & -end;
        end -= size;
        newer = join(of_block(x + end, size), newer, x[end + size] - x[end],
                     weights_of(size, n - end - size));
    }
    return newer;
}

sigma_moments sigma_moments_join(sigma_moments older, sigma_moments newer, double apart, int32_t a,
                                 int32_t b)
{
    return join(older, newer, apart, weights_of(a, b));
}

/* ---- a column of windows. Each is known by two columns, the mean and one of the sums. The choice
 * is a constant wherever these are called, so compilers leave the other sum out. */

typedef struct columns {
    double *mean;
    double *sum;
} columns;

static inline sigma_moments from(const double *mean, const double *sum, int32_t i)
{
    return (sigma_moments){mean[i], sum[i], sum[i]};
}

static inline void put(sigma_moments value, bool tilts, double *mean, double *sum, int32_t i)
{
    mean[i] = value.mean;
    sum[i] = tilts ? value.tilt : value.square;
}

/* Blocks of 2 values. */
static inline void pairs(const double *restrict x, int32_t count, bool tilts, columns out)
{
    double *restrict mean = out.mean, *restrict sum = out.sum;
    for (int32_t i = 0; i < count; i++) {
        put(pair(x[i + 1] - x[i]), tilts, mean, sum, i);
    }
}

/* Blocks of 2 size values out of blocks of size values. */
static inline void halves(const double *restrict x, int32_t size, columns in, int32_t count,
                          bool tilts, columns out)
{
    const double *restrict mean = in.mean, *restrict sum = in.sum;
    double *restrict out_mean = out.mean, *restrict out_sum = out.sum;
    weights w = weights_of(size, size);
    for (int32_t i = 0; i < count; i++) {
        sigma_moments older = from(mean, sum, i), newer = from(mean, sum, i + size);
        put(join(older, newer, x[i + size] - x[i], w), tilts, out_mean, out_sum, i);
    }
}

/* Puts blocks of size values, of which the first begins at x, before what out holds already. */
static inline void prepend(const double *restrict x, int32_t size, columns in, int32_t count,
                           bool tilts, int32_t newer_size, columns out)
{
    const double *restrict mean = in.mean, *restrict sum = in.sum;
    double *restrict out_mean = out.mean, *restrict out_sum = out.sum;
    weights w = weights_of(size, newer_size);
    for (int32_t i = 0; i < count; i++) {
        sigma_moments older = from(mean, sum, i), newer = from(out_mean, out_sum, i);
        put(join(older, newer, x[i + size] - x[i], w), tilts, out_mean, out_sum, i);
    }
}

static void copy(columns in, int32_t count, columns out)
{
    sigma_copy(out.mean, in.mean, count * (int32_t)sizeof *in.mean);
    sigma_copy(out.sum, in.sum, count * (int32_t)sizeof *in.sum);
}

static inline void windows(const double *x, int32_t n, int32_t count, bool tilts, columns out,
                           double *room)
{
    int32_t length = count + n, end = n - n % 2;
    columns level = {room, room + length}, next = {room + 2 * length, room + 3 * length};

    if (n % 2 == 1) {
        sigma_zero(out.mean, count * (int32_t)sizeof *out.mean);
        sigma_zero(out.sum, count * (int32_t)sizeof *out.sum);
    }
    for (int32_t size = 2; size <= n; size *= 2) {
        if (size == 2) {
            pairs(x, length - size, tilts, next);
        } else {
            halves(x, size / 2, level, length - size, tilts, next);
        }
        if (n & size) {
            end -= size;
            columns blocks = {next.mean + end, next.sum + end};
            if (end + size == n) {
                copy(blocks, count, out);
            } else {
                prepend(x + end, size, blocks, count, tilts, n - end - size, out);
            }
        }
        columns done = level;
        level = next;
        next = done;
    }
}

void sigma_moments_squares(const double *x, int32_t n, int32_t count, double *mean, double *square,
                           double *room)
{
    windows(x, n, count, false, (columns){mean, square}, room);
}

void sigma_moments_tilts(const double *x, int32_t n, int32_t count, double *mean, double *tilt,
                         double *room)
{
    windows(x, n, count, true, (columns){mean, tilt}, room);
}
