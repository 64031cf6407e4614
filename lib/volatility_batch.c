/* SPDX-License-Identifier: MIT */
/* Columns of estimates, from the newest bar down: see window.h. */
#include "columns.h"
#include "log_ratio.h"
#include "moments.h"
#include "range.h"
#include "volatility.h"

enum { SMALLEST = 16, ROOMS = 12 }; /* three columns of terms, three of results, room for sums */

typedef struct columns {
    const double *price[4]; /* open, high, low, close */
    int32_t kind;
} columns;

static sigma_volatility_terms terms_at(const columns *c, int32_t i)
{
    const double prices[4] = {c->price[0][i], c->price[1][i], c->price[2][i], c->price[3][i]};
    double last = sigma_volatility_before(c->kind) ? c->price[3][i - 1] : 0.0;

    return sigma_volatility_terms_of(c->kind, prices, last);
}

/* ---- a window by itself, without a place to keep its terms: down the tree of window.h */

typedef struct node {
    sigma_moments gap;
    sigma_moments body;
    double first_gap; /* of its oldest bar */
    double first_body;
    double range; /* sum */
} node;

/* Puts an older block of a bars before a newer one of b. */
static void prepend(const node *older, int32_t a, node *newer, int32_t b)
{
    double gap = newer->first_gap - older->first_gap;
    double body = newer->first_body - older->first_body;

    newer->gap = sigma_moments_join(older->gap, newer->gap, gap, a, b);
    newer->body = sigma_moments_join(older->body, newer->body, body, a, b);
    newer->range = older->range + newer->range;
    newer->first_gap = older->first_gap;
    newer->first_body = older->first_body;
}

/* A power of two of bars. */
static void walk_block(const columns *c, int32_t from, int32_t n, node *sum)
{
    node older;

    if (n == 1) {
        sigma_volatility_terms terms = terms_at(c, from);
        *sum = (node){.first_gap = terms.gap, .first_body = terms.body, .range = terms.range};
        return;
    }
    walk_block(c, from, n / 2, &older);
    walk_block(c, from + n / 2, n / 2, sum);
    prepend(&older, n / 2, sum, n / 2);
}

static double walk_window(const columns *c, int32_t from, int32_t n)
{
    node sum, older;
    int32_t size = n & -n, end = n - size;

    walk_block(c, from + end, size, &sum);
    while (end > 0) {
        size = end & -end;
        end -= size;
        walk_block(c, from + end, size, &older);
        prepend(&older, size, &sum, n - end - size);
    }
    double gap = sigma_variance_of(sum.gap.square, n);
    double body = sigma_variance_of(sum.body.square, n);
    return c->kind == SIGMA_VOLATILITY_CLOSE ? gap
           : c->kind == SIGMA_VOLATILITY_YANG_ZHANG
               ? sigma_volatility_yang_zhang(n, gap, body, sum.range / n)
               : sum.range / n;
}

/* ---- a block of windows */

/* Terms of bars [from, from + count), into three columns that lie `width` apart. */
static void fill_terms(const columns *c, int32_t from, int32_t count, double *terms, int32_t width)
{
    const double *close = c->price[3] + from;

    for (int32_t i = 0; c->kind == SIGMA_VOLATILITY_CLOSE && i < count; i++) {
        terms[i] = sigma_log_ratio(close[i], close[i - 1]);
    }
    for (int32_t i = 0; c->kind != SIGMA_VOLATILITY_CLOSE && i < count; i++) {
        sigma_volatility_terms at = terms_at(c, from + i);
        terms[i] = at.gap;
        terms[width + i] = at.body;
        terms[2 * width + i] = at.range;
    }
}

/* Variances of windows of n values each, about their means. */
static void fill_squares(const double *x, int32_t n, int32_t count, double *restrict variances,
                         double *room)
{
    for (int32_t i = 0; n == 1 && i < count; i++) {
        variances[i] = 0.0;
    }
    if (n > 1) {
        sigma_moments_parts p = sigma_moments_squares(x, n, count, room);
        for (int32_t i = 0; i < count; i++) {
            sigma_moments m = sigma_moments_whole(p.mean[i], p.sum[i], p.newer_mean[i],
                                                  p.newer_sum[i], x[i + p.older] - x[i], p.weights);
            variances[i] = sigma_variance_of(m.square, n);
        }
    }
}

/* Variances of count windows, whose terms stand in room, into its third column of results. */
static void fill_variances(int32_t kind, int32_t n, int32_t count, double *room)
{
    int32_t width = count + n;
    double *range = room + 2 * width, *mean = room + 3 * width, *gap = room + 4 * width;
    double *body = room + 5 * width, *spare = room + 6 * width;
    int32_t squares = kind == SIGMA_VOLATILITY_YANG_ZHANG ? 2 : sigma_volatility_before(kind);

    for (int32_t k = 0; k < squares; k++) {
        fill_squares(room + k * width, n, count, gap + k * width, spare);
    }
    if (kind != SIGMA_VOLATILITY_CLOSE) {
        sigma_window_means(range, n, count, mean, spare);
    }
    for (int32_t i = 0; i < count; i++) {
        body[i] = kind == SIGMA_VOLATILITY_CLOSE ? gap[i]
                  : kind == SIGMA_VOLATILITY_YANG_ZHANG
                      ? sigma_volatility_yang_zhang(n, gap[i], body[i], mean[i])
                      : mean[i];
    }
}

/* As many blocks as fit above their own room. Returns the number of values that are left. */
static int32_t fill_blocks(const columns *c, int32_t n, int32_t block, int32_t left,
                           double bars_a_year, double *values)
{
    int32_t width = block + n;

    while (left >= block + ROOMS * width + 1) {
        left -= block;
        fill_terms(c, left + 1 - n, width - 1, values, width);
        fill_variances(c->kind, n, block, values);
        for (int32_t i = 0; i < block; i++) {
            values[left + i] = sigma_volatility_annual(values[5 * width + i], bars_a_year);
        }
    }
    return left;
}

static void fill(const columns *c, int32_t n, double bars_a_year, int32_t count, double *values,
                 bool in_place)
{
    int32_t left = count, first = n - 1 + sigma_volatility_before(c->kind);

    for (int32_t block = SIGMA_BLOCK; !in_place && block >= SMALLEST; block /= 4) {
        left = fill_blocks(c, n, block, left, bars_a_year, values);
    }
    for (; left > first; left--) {
        values[left - 1] = sigma_volatility_annual(walk_window(c, left - n, n), bars_a_year);
    }
    sigma_column_warmup(values, first, count);
}

static bool opens_valid(const double *open, const double *high, const double *low, int32_t count)
{
    int64_t bad = 0;
    for (int32_t i = 0; i < count; i++) {
        bad |= (low[i] <= open[i] ? 0 : 1) | (open[i] <= high[i] ? 0 : 1);
    }
    return bad == 0;
}

sigma_status sigma_volatility_batch(int32_t kind, int32_t period, double bars_a_year,
                                    const double *open, const double *high, const double *low,
                                    const double *close, int32_t count, double *values)
{
    const columns c = {{open, high, low, close}, kind};

    if (!open || !high || !low || !close || !values) {
        return SIGMA_E_NULL;
    }
    if (!sigma_volatility_valid(kind, period, bars_a_year) || count < 0 ||
        !sigma_columns_apart(c.price, 4, &values, 1, count) ||
        !sigma_columns_are_bars(high, low, close, count) || !opens_valid(open, high, low, count)) {
        return SIGMA_E_RANGE;
    }
    bool in_place = values == open || values == high || values == low || values == close;
    fill(&c, period, bars_a_year, count, values, in_place);
    return SIGMA_OK;
}
