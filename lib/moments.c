/* SPDX-License-Identifier: MIT */
#include "moments.h"

/* (1) of two values. */
static inline sigma_moments pair(double apart)
{
    return (sigma_moments){0.5 * apart, 0.5 * (apart * apart), 0.5 * apart};
}

/* ---- one window: the blocks of one size as columns, of which compilers take two at a time */

enum { LEAF = 16 };

typedef struct blocks {
    double mean[LEAF / 2], square[LEAF / 2], tilt[LEAF / 2];
} blocks;

static inline void pair_each(const double *restrict x, blocks *restrict b)
{
    for (int32_t i = 0; i < LEAF / 2; i++) {
        sigma_moments block = pair(x[2 * i + 1] - x[2 * i]);
        b->mean[i] = block.mean;
        b->square[i] = block.square;
        b->tilt[i] = block.tilt;
    }
}

static inline sigma_moments block_at(const blocks *b, int32_t i)
{
    return (sigma_moments){b->mean[i], b->square[i], b->tilt[i]};
}

/* Blocks of 2 size values out of blocks of size values, of which the first begins at x. */
static inline void join_each(const double *restrict x, int32_t size, const blocks *restrict below,
                             blocks *restrict b)
{
    sigma_weights w = sigma_weights_of(size, size);
    for (int32_t i = 0; i < LEAF / (2 * size); i++) {
        double apart = x[(2 * i + 1) * size] - x[2 * i * size];
        sigma_moments block =
            sigma_joined(block_at(below, 2 * i), block_at(below, 2 * i + 1), apart, w);
        b->mean[i] = block.mean;
        b->square[i] = block.square;
        b->tilt[i] = block.tilt;
    }
}

static sigma_moments of_leaf(const double *x)
{
    blocks a, b;

    pair_each(x, &a);
    join_each(x, 2, &a, &b);
    join_each(x, 4, &b, &a);
    join_each(x, 8, &a, &b);
    return block_at(&b, 0);
}

static inline sigma_moments of_4(const double *x)
{
    return sigma_joined(pair(x[1] - x[0]), pair(x[3] - x[2]), x[2] - x[0], sigma_weights_of(2, 2));
}

/* Of n values, a power of two. */
static sigma_moments of_block(const double *x, int32_t n)
{
    switch (n) {
    case 1: return (sigma_moments){0};
    case 2: return pair(x[1] - x[0]);
    case 4: return of_4(x);
    case 8: return sigma_joined(of_4(x), of_4(x + 4), x[4] - x[0], sigma_weights_of(4, 4));
    case LEAF: return of_leaf(x);
    default:
        return sigma_joined(of_block(x, n / 2), of_block(x + n / 2, n / 2), x[n / 2] - x[0],
                            sigma_weights_of(n / 2, n / 2));
    }
}

sigma_moments sigma_moments_of(const double *x, int32_t n)
{
    int32_t size = n & -n, end = n - size;
    sigma_moments newer = of_block(x + end, size);

    while (end > 0) {
        size = end & -end;
        end -= size;
        newer = sigma_joined(of_block(x + end, size), newer, x[end + size] - x[end],
                             sigma_weights_of(size, n - end - size));
    }
    return newer;
}

sigma_moments sigma_moments_join(sigma_moments older, sigma_moments newer, double apart, int32_t a,
                                 int32_t b)
{
    return sigma_joined(older, newer, apart, sigma_weights_of(a, b));
}

/* ---- a column of windows: blocks of 1, 2, 4 ... values at each place, each known by two columns,
 * the mean and one of the sums. The choice is a constant wherever these are called, so compilers
 * leave the other sum out. */

typedef struct columns {
    double *mean;
    double *sum;
} columns;

/* Blocks of 2 values. */
static inline void pairs(const double *restrict x, int32_t count, bool tilts, double *restrict mean,
                         double *restrict sum)
{
    for (int32_t i = 0; i < count; i++) {
        sigma_moments block = pair(x[i + 1] - x[i]);
        mean[i] = block.mean;
        sum[i] = tilts ? block.tilt : block.square;
    }
}

/* Blocks of 2 size values out of blocks of size values. */
static inline void halves(const double *restrict x, int32_t size, columns below, int32_t count,
                          bool tilts, double *restrict mean, double *restrict sum)
{
    sigma_weights w = sigma_weights_of(size, size);
    for (int32_t i = 0; i < count; i++) {
        sigma_moments block = sigma_moments_whole(below.mean[i], below.sum[i], below.mean[i + size],
                                                  below.sum[i + size], x[i + size] - x[i], w);
        mean[i] = block.mean;
        sum[i] = tilts ? block.tilt : block.square;
    }
}

/* Puts blocks of size values, of which the first begins at x, before newer ones. */
static inline void prepend(const double *restrict x, int32_t size, columns older, int32_t count,
                           bool tilts, int32_t newer_size, double *restrict mean,
                           double *restrict sum)
{
    sigma_weights w = sigma_weights_of(size, newer_size);
    for (int32_t i = 0; i < count; i++) {
        sigma_moments block = sigma_moments_whole(older.mean[i], older.sum[i], mean[i], sum[i],
                                                  x[i + size] - x[i], w);
        mean[i] = block.mean;
        sum[i] = tilts ? block.tilt : block.square;
    }
}

enum { NOWHERE = -1, PLACES = 3 };

typedef struct tree {
    columns level[PLACES];
    columns newer;
    int32_t end; /* of what is not in newer yet */
    int32_t place;
    int32_t kept; /* place of newer, or nowhere */
} tree;

/* The blocks of `size` values that end where those in newer begin. */
static inline void take(tree *t, const double *x, int32_t n, int32_t size, int32_t count,
                        bool tilts)
{
    columns at = t->level[t->place];

    t->end -= size;
    at.mean += t->end;
    at.sum += t->end;
    if (t->kept == NOWHERE) {
        t->newer = at;
        t->kept = t->place;
    } else {
        prepend(x + t->end, size, at, count, tilts, n - t->end - size, t->newer.mean, t->newer.sum);
    }
}

/* The next level, of blocks of 2 size values. */
static inline void rise(tree *t, const double *x, int32_t size, int32_t count, bool tilts)
{
    columns below = t->level[t->place];
    int32_t length = count + t->end - 2 * size;

    t->place = sigma_other_place(t->place, t->kept);
    columns next = t->level[t->place];
    if (size == 1) {
        pairs(x, length, tilts, next.mean, next.sum);
    } else {
        halves(x, size, below, length, tilts, next.mean, next.sum);
    }
}

static inline sigma_moments_parts parts_of(const double *x, int32_t n, int32_t count, bool tilts,
                                           double *room)
{
    int32_t width = count + n, size = 1;
    tree t = {.end = n, .kept = NOWHERE};

    for (int32_t i = 0; i < PLACES; i++) {
        t.level[i] = (columns){room + 2 * i * width, room + (2 * i + 1) * width};
    }
    if (n % 2 == 1 || n == 2) { /* blocks of 1 value */
        sigma_zero(room, 2 * width * (int32_t)sizeof *room);
    }
    for (; 2 * size < n; size *= 2) {
        if (n & size) {
            take(&t, x, n, size, count, tilts);
        }
        rise(&t, x, size, count, tilts);
    }
    if (t.end > size) {
        take(&t, x, n, size, count, tilts);
    }
    return (sigma_moments_parts){t.level[t.place].mean,
                                 t.level[t.place].sum,
                                 t.newer.mean,
                                 t.newer.sum,
                                 sigma_weights_of(size, n - size),
                                 size};
}

sigma_moments_parts sigma_moments_squares(const double *x, int32_t n, int32_t count, double *room)
{
    return parts_of(x, n, count, false, room);
}

sigma_moments_parts sigma_moments_tilts(const double *x, int32_t n, int32_t count, double *room)
{
    return parts_of(x, n, count, true, room);
}

/* ---- windows side by side: no block is shared, so that they need no room but for two blocks each.
 */

enum { TILE = SIGMA_MOMENTS_TILE };

static inline void tile_join(const double *restrict x, int32_t size, const double *restrict mean,
                             const double *restrict sum, int32_t newer_size, bool tilts,
                             double *restrict newer_mean, double *restrict newer_sum)
{
    sigma_weights w = sigma_weights_of(size, newer_size);
    for (int32_t i = 0; i < TILE; i++) {
        sigma_moments block = sigma_moments_whole(mean[i], sum[i], newer_mean[i], newer_sum[i],
                                                  x[i + size] - x[i], w);
        newer_mean[i] = block.mean;
        newer_sum[i] = tilts ? block.tilt : block.square;
    }
}

/* of_block() of each. */
static void tile_block(const double *x, int32_t size, bool tilts, double *mean, double *sum)
{
    double older[2][TILE];

    if (size == 1) {
        sigma_zero(mean, TILE * (int32_t)sizeof *mean);
        sigma_zero(sum, TILE * (int32_t)sizeof *sum);
    } else if (size == 2) {
        pairs(x, TILE, tilts, mean, sum);
    } else {
        tile_block(x, size / 2, tilts, older[0], older[1]);
        tile_block(x + size / 2, size / 2, tilts, mean, sum);
        tile_join(x, size / 2, older[0], older[1], size / 2, tilts, mean, sum);
    }
}

/* sigma_moments_of() of each. */
static void tile_window(const double *x, int32_t n, bool tilts, double *mean, double *sum)
{
    double older[2][TILE];
    int32_t size = n & -n, end = n - size;

    tile_block(x + end, size, tilts, mean, sum);
    while (end > 0) {
        size = end & -end;
        end -= size;
        tile_block(x + end, size, tilts, older[0], older[1]);
        tile_join(x + end, size, older[0], older[1], n - end - size, tilts, mean, sum);
    }
}

static sigma_moments_parts tile_parts(const double *x, int32_t n, bool tilts, double *room)
{
    int32_t size = 1;

    while (2 * size < n) {
        size *= 2;
    }
    tile_block(x, size, tilts, room, room + TILE);
    tile_window(x + size, n - size, tilts, room + 2 * TILE, room + 3 * TILE);
    return (sigma_moments_parts){
        room, room + TILE, room + 2 * TILE, room + 3 * TILE, sigma_weights_of(size, n - size),
        size};
}

sigma_moments_parts sigma_moments_tile_squares(const double *x, int32_t n, double *room)
{
    return tile_parts(x, n, false, room);
}

sigma_moments_parts sigma_moments_tile_tilts(const double *x, int32_t n, double *room)
{
    return tile_parts(x, n, true, room);
}
