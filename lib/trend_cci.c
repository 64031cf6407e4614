/* SPDX-License-Identifier: MIT */
#include "trend.h"

#include "range.h"
#include "tags.h"
#include "window.h"

static const double VALUE_MAX = 1e4;

static bool state_valid(const sigma_cci *cci)
{
    return cci->tag == SIGMA_TAG_CCI && cci->reserved == 0 && sigma_window_valid(cci->period) &&
           sigma_between(cci->end, 0, SIGMA_WINDOW_SPACE - 1);
}

/* ---- one window */

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
    double first = b->close[0], oldest = sigma_cci_rest(b->high[0], b->low[0], first);

    for (int32_t i = 0; i < count; i++) {
        x[i] = sigma_cci_apart(close[i], sigma_cci_rest(high[i], low[i], close[i]), first, oldest);
    }
}

static void remove_mean(double *x, int32_t count, double mean)
{
    for (int32_t i = 0; i < count; i++) {
        x[i] = sigma_magnitude(x[i] - mean);
    }
}

static double four(const double *x)
{
    return (x[0] + x[1]) + (x[2] + x[3]);
}

static double add_8(double sum, const double *x)
{
    return (sum + four(x)) + four(x + 4);
}

static double add_16(double sum, const double *x)
{
    return add_8(add_8(sum, x), x + 8);
}

/* Adds up to CHUNK values, by pieces without a loop: each step waits for the one before it. */
static double add_fours(double sum, const double *x, int32_t count)
{
    if (count & CHUNK) {
        return add_16(add_16(sum, x), x + 16);
    }
    if (count & 16) {
        sum = add_16(sum, x);
        x += 16;
    }
    if (count & 8) {
        sum = add_8(sum, x);
        x += 8;
    }
    if (count & 4) {
        sum += four(x);
        x += 4;
    }
    if (count & 2) {
        sum = (sum + x[0]) + x[1];
        x += 2;
    }
    return count & 1 ? sum + x[0] : sum;
}

static double value_of_chunk(const bars *b, int32_t n)
{
    double x[CHUNK];

    measure(b, 0, n, x);
    double sum = add_fours(0.0, x, n), last = x[n - 1];
    remove_mean(x, n, sum / n);
    return sigma_cci_index(last, sum, add_fours(0.0, x, n), n);
}

/* The sum of a window of several chunks, or of the distances from their mean; leaves the last. */
static double sum_of(const bars *b, int32_t n, const double *mean, double *last)
{
    double x[CHUNK], sum = 0.0;

    for (int32_t from = 0; from < n; from += CHUNK) {
        int32_t count = n - from < CHUNK ? n - from : CHUNK;
        measure(b, from, count, x);
        *last = x[count - 1];
        if (mean) {
            remove_mean(x, count, *mean);
        }
        sum = add_fours(sum, x, count);
    }
    return sum;
}

static double value_of(bars b, int32_t n)
{
    double last = 0.0;

    if (n <= CHUNK) {
        return value_of_chunk(&b, n);
    }
    double sum = sum_of(&b, n, NULL, &last), mean = sum / n;
    double distances = sum_of(&b, n, &mean, &last);
    return sigma_cci_index(last, sum, distances, n);
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
