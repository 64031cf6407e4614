/* SPDX-License-Identifier: MIT */
#include "volume.h"

#include "columns.h"
#include "range.h"
#include "tags.h"

static const double PRICE_MAX = 3e15;
static const double VOLUME_MAX = 1e18;

static bool state_valid(const sigma_mfi *mfi)
{
    return mfi->tag == SIGMA_TAG_MFI && mfi->reserved == 0 && sigma_window_valid(mfi->period) &&
           sigma_between(mfi->end, 0, SIGMA_WINDOW_SPACE - 1) &&
           sigma_within(mfi->last, 0.0, PRICE_MAX);
}

/* Of the last of `end` flows. An index of damaged ones is out of range, or not a number. */
static sigma_status evaluate(const sigma_mfi *mfi, int32_t end, double *value)
{
    int32_t n = mfi->period;

    if (end < n) {
        return SIGMA_WARMUP;
    }
    double index = sigma_flow_index_of(mfi->rising + end - n, mfi->falling + end - n, n);
    if (!sigma_within(index, 0.0, 100.0)) {
        return SIGMA_E_STATE;
    }
    *value = index;
    return SIGMA_OK;
}

sigma_status sigma_mfi_init(sigma_mfi *mfi, int32_t period)
{
    if (!mfi) {
        return SIGMA_E_NULL;
    }
    sigma_zero(mfi, sizeof *mfi);
    if (!sigma_window_valid(period)) {
        return SIGMA_E_RANGE;
    }
    mfi->tag = SIGMA_TAG_MFI;
    mfi->period = period;
    return SIGMA_OK;
}

static sigma_status add(sigma_mfi *mfi, double price, double volume, double *value)
{
    double *rising = mfi->rising + mfi->end, *falling = mfi->falling + mfi->end;
    double before[2] = {*rising, *falling};

    *rising = sigma_flow_of(mfi->last, price, price, volume);
    *falling = sigma_flow_of(price, mfi->last, price, volume);
    sigma_status status = evaluate(mfi, mfi->end + 1, value);
    if (status < 0) {
        *rising = before[0];
        *falling = before[1];
        return status;
    }
    (void)sigma_window_move(mfi->falling, mfi->end + 1, mfi->period);
    mfi->end = sigma_window_move(mfi->rising, mfi->end + 1, mfi->period);
    mfi->last = price;
    return status;
}

sigma_status sigma_mfi_update(sigma_mfi *mfi, double high, double low, double close, double volume,
                              double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!mfi) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(mfi)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close) || !sigma_within(volume, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    double price = sigma_flow_price(high, low, close);
    if (mfi->last == 0.0) {
        mfi->last = price;
        return SIGMA_WARMUP;
    }
    return add(mfi, price, volume, value);
}

sigma_status sigma_mfi_read(const sigma_mfi *mfi, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!mfi) {
        return SIGMA_E_NULL;
    }
    return state_valid(mfi) ? evaluate(mfi, mfi->end, value) : SIGMA_E_STATE;
}

/* ---- columns */

enum { TILE_PERIOD_MAX = 40 };

typedef struct columns {
    const double *high;
    const double *low;
    const double *close;
    const double *volume;
} columns;

static double price_at(const columns *c, int32_t i)
{
    return sigma_flow_price(c->high[i], c->low[i], c->close[i]);
}

/* Flows of bars [from, from + count). */
static void flows(const columns *c, int32_t from, int32_t count, double *restrict rising,
                  double *restrict falling)
{
    for (int32_t i = 0; i < count; i++) {
        double price = price_at(c, from + i), last = price_at(c, from + i - 1);
        double volume = c->volume[from + i];
        rising[i] = sigma_flow_of(last, price, price, volume);
        falling[i] = sigma_flow_of(price, last, price, volume);
    }
}

/* Sums of n flows along the tree of window.h, without a place to keep the flows: a power of two. */
static void sum_block(const columns *c, int32_t from, int32_t n, double sums[2])
{
    double newer[2];

    if (n == 1) {
        flows(c, from, 1, &sums[0], &sums[1]);
        return;
    }
    sum_block(c, from, n / 2, sums);
    sum_block(c, from + n / 2, n / 2, newer);
    sums[0] += newer[0];
    sums[1] += newer[1];
}

/* Any number of them. */
static void sum_window(const columns *c, int32_t from, int32_t n, double sums[2])
{
    double older[2];
    int32_t size = n & -n, end = n - size;

    sum_block(c, from + end, size, sums);
    while (end > 0) {
        size = end & -end;
        end -= size;
        sum_block(c, from + end, size, older);
        sums[0] = older[0] + sums[0];
        sums[1] = older[1] + sums[1];
    }
}

/* Sums of the flows of SIGMA_TILE windows, of which the first begins at bar `from`. */
static void tile_sums(const columns *c, int32_t from, int32_t n, bool rising, double *sums)
{
    double flow[TILE_PERIOD_MAX + SIGMA_TILE];

    for (int32_t i = 0; i < n + SIGMA_TILE - 1; i++) {
        double price = price_at(c, from + i), last = price_at(c, from + i - 1);
        double volume = c->volume[from + i];
        flow[i] = rising ? sigma_flow_of(last, price, price, volume)
                         : sigma_flow_of(price, last, price, volume);
    }
    sigma_window_tile(flow, n, sums);
}

/* The windows that end with bars [first, first + SIGMA_TILE). */
static void fill_tile(const columns *c, int32_t n, int32_t first, double *values)
{
    double fell[SIGMA_TILE];

    tile_sums(c, first + 1 - n, n, true, values + first);
    tile_sums(c, first + 1 - n, n, false, fell);
    for (int32_t i = 0; i < SIGMA_TILE; i++) {
        values[first + i] = sigma_flow_index(values[first + i], fell[i]);
    }
}

/* Tiles as far as they go; the last one may go over bars that have their value. */
static int32_t fill_tiles(const columns *c, int32_t n, int32_t left, int32_t count, double *values)
{
    int32_t least = n + SIGMA_TILE;

    for (; left >= least; left -= SIGMA_TILE) {
        fill_tile(c, n, left - SIGMA_TILE, values);
    }
    if (left > n && count >= least) {
        fill_tile(c, n, n, values);
        return 0;
    }
    return left;
}

/* From the newest bar down; room is taken from values that are not reached yet. */
static void fill(int32_t n, const columns *c, int32_t count, double *values, bool in_place)
{
    int32_t left = count, width = SIGMA_BLOCK + n;

    while (sigma_block_fits(left, n + 1, SIGMA_SUM_ROOMS + 3, in_place)) {
        left -= SIGMA_BLOCK;
        double *rising = values, *falling = rising + width, *fell = falling + width;
        double *block = values + left;
        flows(c, left + 1 - n, SIGMA_BLOCK + n - 1, rising, falling);
        sigma_window_sums(rising, n, SIGMA_BLOCK, block, fell + width);
        sigma_window_sums(falling, n, SIGMA_BLOCK, fell, fell + width);
        for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
            block[i] = sigma_flow_index(block[i], fell[i]);
        }
    }
    if (!in_place && n <= TILE_PERIOD_MAX) {
        left = fill_tiles(c, n, left, count, values);
    }
    for (; left > n; left--) {
        double sums[2];
        sum_window(c, left - n, n, sums);
        values[left - 1] = sigma_flow_index(sums[0], sums[1]);
    }
    sigma_column_warmup(values, n, count);
}

sigma_status sigma_mfi_batch(int32_t period, const double *high, const double *low,
                             const double *close, const double *volume, int32_t count,
                             double *values)
{
    const double *const input[4] = {high, low, close, volume};
    const columns c = {high, low, close, volume};

    if (!high || !low || !close || !volume || !values) {
        return SIGMA_E_NULL;
    }
    if (!sigma_window_valid(period) || count < 0 ||
        !sigma_columns_apart(input, 4, &values, 1, count) ||
        !sigma_columns_are_bars(high, low, close, count) ||
        !sigma_column_within(volume, count, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    bool in_place = values == high || values == low || values == close || values == volume;
    fill(period, &c, count, values, in_place);
    return SIGMA_OK;
}
