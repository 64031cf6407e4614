/* SPDX-License-Identifier: MIT */
#include "trend.h"

#include "columns.h"
#include "range.h"
#include "tags.h"
#include "window.h"

static const double CONSTANT = 0.015;
static const double VALUE_MAX = 1e4;

enum { ROOMS = 3 };

static bool state_valid(const sigma_cci *cci)
{
    return cci->tag == SIGMA_TAG_CCI && cci->reserved == 0 && sigma_window_valid(cci->period) &&
           sigma_between(cci->end, 0, SIGMA_WINDOW_SPACE - 1);
}

/* What three times the typical price has over three times the close: exact, as differences of
 * near prices are. */
static inline double rest_of(double high, double low, double close)
{
    return (high - close) + (low - close);
}

/* Three times the difference between two typical prices. (6) is the same of three times t as of t,
 * and a third would have to be rounded. */
static inline double apart(double close, double close_rest, double oldest, double oldest_rest)
{
    return 3.0 * (close - oldest) + (close_rest - oldest_rest);
}

/* (6) of sums over the window, by the distance of its last bar from its oldest. */
static inline double index_of(double last, double sum, double distances, double n)
{
    return distances == 0.0 ? 0.0 : (last - sum / n) / (CONSTANT * (distances / n));
}

/* ---- one window. Both sums go by fours: ((0 1) (2 3)) ((4 5) (6 7)) ..., oldest first, each four
 * added to those before it; then what is left, one by one. */

typedef struct bars {
    const double *high;
    const double *low;
    const double *close;
} bars;

/* Distances of up to CHUNK bars from the oldest, from bar `from` on; compilers take several bars at
 * a time. */
enum { CHUNK = 32 };

static void measure(const bars *b, int32_t from, int32_t count, double *restrict x)
{
    const double *high = b->high + from, *low = b->low + from, *close = b->close + from;
    double first = b->close[0], oldest = rest_of(b->high[0], b->low[0], first);

    for (int32_t i = 0; i < count; i++) {
        x[i] = apart(close[i], rest_of(high[i], low[i], close[i]), first, oldest);
    }
}

static void remove_mean(double *x, int32_t count, double mean)
{
    for (int32_t i = 0; i < count; i++) {
        x[i] = sigma_magnitude(x[i] - mean);
    }
}

static double add_fours(double sum, const double *x, int32_t count)
{
    int32_t i = 0;
    for (; i + 4 <= count; i += 4) {
        sum += (x[i] + x[i + 1]) + (x[i + 2] + x[i + 3]);
    }
    for (; i < count; i++) {
        sum += x[i];
    }
    return sum;
}

/* The window in chunks, of which the last is left in x. */
static double sum_of(const bars *b, int32_t n, const double *mean, double *x)
{
    double sum = 0.0;
    for (int32_t from = 0; from < n; from += CHUNK) {
        int32_t count = n - from < CHUNK ? n - from : CHUNK;
        if (!mean || n > CHUNK) {
            measure(b, from, count, x);
        }
        if (mean) {
            remove_mean(x, count, *mean);
        }
        sum = add_fours(sum, x, count);
    }
    return sum;
}

static double value_of(bars b, int32_t n)
{
    double x[CHUNK] = {0.0}, sum = sum_of(&b, n, NULL, x), mean = sum / n,
           last = x[(n - 1) % CHUNK];
    double distances = sum_of(&b, n, &mean, x);

    return index_of(last, sum, distances, n);
}

double sigma_cci_of(const double *high, const double *low, const double *close, int32_t n)
{
    return value_of((bars){high, low, close}, n);
}

/* ---- the state */

/* Of the last of `end` bars; damaged ones give no index. */
static sigma_status evaluate(const sigma_cci *cci, int32_t end, double *value)
{
    int32_t first = end - cci->period;
    if (first < 0) {
        return SIGMA_WARMUP;
    }
    double index =
        value_of((bars){cci->high + first, cci->low + first, cci->close + first}, cci->period);
    if (!sigma_within(index, -VALUE_MAX, VALUE_MAX)) {
        return SIGMA_E_STATE;
    }
    *value = index;
    return SIGMA_OK;
}

sigma_status sigma_cci_init(sigma_cci *cci, int32_t period)
{
    if (!cci) {
        return SIGMA_E_NULL;
    }
    sigma_zero(cci, sizeof *cci);
    if (!sigma_window_valid(period)) {
        return SIGMA_E_RANGE;
    }
    cci->tag = SIGMA_TAG_CCI;
    cci->period = period;
    return SIGMA_OK;
}

static void put(sigma_cci *cci, double high, double low, double close)
{
    cci->high[cci->end] = high;
    cci->low[cci->end] = low;
    cci->close[cci->end] = close;
}

static void advance(sigma_cci *cci)
{
    int32_t end = cci->end + 1;
    cci->end = sigma_window_move(cci->high, end, cci->period);
    (void)sigma_window_move(cci->low, end, cci->period);
    (void)sigma_window_move(cci->close, end, cci->period);
}

sigma_status sigma_cci_update(sigma_cci *cci, double high, double low, double close, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!cci) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(cci)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close)) {
        return SIGMA_E_RANGE;
    }
    double before[3] = {cci->high[cci->end], cci->low[cci->end], cci->close[cci->end]};
    put(cci, high, low, close);
    sigma_status status = evaluate(cci, cci->end + 1, value);
    if (status < 0) {
        put(cci, before[0], before[1], before[2]);
    } else {
        advance(cci);
    }
    return status;
}

sigma_status sigma_cci_read(const sigma_cci *cci, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!cci) {
        return SIGMA_E_NULL;
    }
    return state_valid(cci) ? evaluate(cci, cci->end, value) : SIGMA_E_STATE;
}

/* ---- a block of windows: close and rest of the bars, the sum of each window for its mean */

typedef struct block {
    const double *close;
    double *rest;
    double *mean;
    double *distances;
} block;

static inline double distance_in(const double *close, const double *rests, int32_t i, int32_t k,
                                 double mean, bool absolute)
{
    double x = apart(close[i + k], rests[i + k], close[i], rests[i]);
    return absolute ? sigma_magnitude(x - mean) : x;
}

/* sum_of() of each window. */
static inline void sums_of(const block *b, int32_t n, bool absolute)
{
    const double *restrict close = b->close, *restrict rests = b->rest, *restrict mean = b->mean;
    double *restrict sum = b->distances;
    int32_t k = 0;

    sigma_zero(sum, SIGMA_BLOCK * (int32_t)sizeof *sum);
    for (; k + 4 <= n; k += 4) {
        for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
            sum[i] += (distance_in(close, rests, i, k, mean[i], absolute) +
                       distance_in(close, rests, i, k + 1, mean[i], absolute)) +
                      (distance_in(close, rests, i, k + 2, mean[i], absolute) +
                       distance_in(close, rests, i, k + 3, mean[i], absolute));
        }
    }
    for (; k < n; k++) {
        for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
            sum[i] += distance_in(close, rests, i, k, mean[i], absolute);
        }
    }
}

static void fill_block(bars window, int32_t n, double *restrict values)
{
    const double *restrict high = window.high, *restrict low = window.low;
    const double *restrict close = window.close;
    int32_t room = SIGMA_BLOCK + n;
    double *restrict rests = values - room, *restrict sum = rests - room;
    block first = {close, rests, sum, sum - room}, second = {close, rests, sum - room, values};

    for (int32_t i = 0; i < room - 1; i++) {
        rests[i] = rest_of(high[i], low[i], close[i]);
    }
    sums_of(&first, n, false);
    for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
        sum[i] = first.distances[i];
        first.distances[i] = sum[i] / n;
    }
    sums_of(&second, n, true);
    for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
        double last = apart(close[i + n - 1], rests[i + n - 1], close[i], rests[i]);
        values[i] = index_of(last, sum[i], values[i], n);
    }
}

static void fill(int32_t period, bars all, int32_t count, double *values)
{
    int32_t left = count;
    bool in_place = values == all.high || values == all.low || values == all.close;

    while (sigma_block_fits(left, period, ROOMS, in_place)) {
        left -= SIGMA_BLOCK;
        int32_t first = left + 1 - period;
        fill_block((bars){all.high + first, all.low + first, all.close + first}, period,
                   values + left);
    }
    for (; left >= period; left--) {
        int32_t first = left - period;
        values[left - 1] =
            value_of((bars){all.high + first, all.low + first, all.close + first}, period);
    }
    sigma_column_warmup(values, period - 1, count);
}

sigma_status sigma_cci_batch(int32_t period, const double *high, const double *low,
                             const double *close, int32_t count, double *values)
{
    const double *const input[3] = {high, low, close};
    double *const output[1] = {values};

    if (!high || !low || !close || !values) {
        return SIGMA_E_NULL;
    }
    if (!sigma_window_valid(period) || count < 0 ||
        !sigma_columns_apart(input, 3, output, 1, count) ||
        !sigma_columns_are_bars(high, low, close, count)) {
        return SIGMA_E_RANGE;
    }
    fill(period, (bars){high, low, close}, count, values);
    return SIGMA_OK;
}
