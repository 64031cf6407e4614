/* SPDX-License-Identifier: MIT */
#include "momentum.h"

#include "columns.h"
#include "extremes.h"
#include "range.h"
#include "tags.h"

static int32_t bars_until_d(int32_t period, int32_t slowing, int32_t signal)
{
    return period + slowing + signal - 2;
}

static bool state_valid(const sigma_stochastic *s)
{
    return s->tag == SIGMA_TAG_STOCHASTIC && sigma_window_valid(s->period) &&
           sigma_window_valid(s->slowing) && sigma_window_valid(s->signal) &&
           sigma_between(s->count, 0, bars_until_d(s->period, s->slowing, s->signal)) &&
           sigma_between(s->end, 0, SIGMA_WINDOW_SPACE - 1) &&
           s->count <= (s->end < SIGMA_WINDOW_MAX ? s->end : 3 * SIGMA_WINDOW_MAX);
}

sigma_status sigma_stochastic_init(sigma_stochastic *stochastic, int32_t period, int32_t slowing,
                                   int32_t signal)
{
    if (!stochastic) {
        return SIGMA_E_NULL;
    }
    sigma_zero(stochastic, sizeof *stochastic);
    if (!sigma_window_valid(period) || !sigma_window_valid(slowing) ||
        !sigma_window_valid(signal)) {
        return SIGMA_E_RANGE;
    }
    stochastic->tag = SIGMA_TAG_STOCHASTIC;
    stochastic->period = period;
    stochastic->slowing = slowing;
    stochastic->signal = signal;
    return SIGMA_OK;
}

/* What begins with bar `from`, of the columns that end before `end`: each mean is of the values at
 * and before the last. */
static void read(const sigma_stochastic *s, int32_t count, int32_t end,
                 sigma_stochastic_result *result)
{
    if (count >= s->period) {
        result->raw = s->raw[end - 1];
    }
    if (count >= s->period + s->slowing - 1) {
        result->k = s->slow[end - 1];
    }
    if (count >= bars_until_d(s->period, s->slowing, s->signal)) {
        result->d = sigma_window_sum(s->slow + end - s->signal, s->signal) / s->signal;
    }
}

/* Writes the bar behind the last one, where nothing counts yet. */
static void place(sigma_stochastic *s, double high, double low, double close)
{
    int32_t count = s->count + 1, end = s->end + 1, n = s->period, slowing = s->slowing;

    s->high[s->end] = high;
    s->low[s->end] = low;
    s->raw[s->end] =
        count >= n ? sigma_stochastic_raw(s->high + end - n, s->low + end - n, close, n) : 0.0;
    s->slow[s->end] = count >= n + slowing - 1
                          ? sigma_window_sum(s->raw + end - slowing, slowing) / slowing
                          : 0.0;
}

static bool result_valid(const sigma_stochastic_result *result)
{
    return sigma_within(result->raw, 0.0, 100.0) && sigma_within(result->k, 0.0, 100.0) &&
           sigma_within(result->d, 0.0, 100.0);
}

static void advance(sigma_stochastic *s)
{
    int32_t end = s->end + 1;

    s->count += s->count < bars_until_d(s->period, s->slowing, s->signal);
    s->end = sigma_window_move(s->high, end, SIGMA_WINDOW_MAX);
    (void)sigma_window_move(s->low, end, SIGMA_WINDOW_MAX);
    (void)sigma_window_move(s->raw, end, SIGMA_WINDOW_MAX);
    (void)sigma_window_move(s->slow, end, SIGMA_WINDOW_MAX);
}

static sigma_status status_of(const sigma_stochastic *s)
{
    return s->count < bars_until_d(s->period, s->slowing, s->signal) ? SIGMA_WARMUP : SIGMA_OK;
}

sigma_status sigma_stochastic_update(sigma_stochastic *stochastic, double high, double low,
                                     double close, sigma_stochastic_result *result)
{
    sigma_stochastic *s = stochastic;

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_stochastic_result){0};
    if (!s) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(s)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close)) {
        return SIGMA_E_RANGE;
    }
    double before[4] = {s->high[s->end], s->low[s->end], s->raw[s->end], s->slow[s->end]};
    sigma_stochastic_result next = {0};
    place(s, high, low, close);
    read(s, s->count + 1, s->end + 1, &next);
    if (!result_valid(&next)) {
        s->high[s->end] = before[0], s->low[s->end] = before[1];
        s->raw[s->end] = before[2], s->slow[s->end] = before[3];
        return SIGMA_E_STATE;
    }
    advance(s);
    *result = next;
    return status_of(s);
}

sigma_status sigma_stochastic_read(const sigma_stochastic *stochastic,
                                   sigma_stochastic_result *result)
{
    sigma_stochastic_result now = {0};

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_stochastic_result){0};
    if (!stochastic) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(stochastic)) {
        return SIGMA_E_STATE;
    }
    read(stochastic, stochastic->count, stochastic->end, &now);
    if (!result_valid(&now)) {
        return SIGMA_E_STATE;
    }
    *result = now;
    return status_of(stochastic);
}

/* ---- columns */

/* From the newest bar down, so that raw may stand in the place of an input. `room` is a column that
 * nothing is read from, or NULL. */
static void fill_raw(int32_t n, const double *const input[3], int32_t count, double *raw,
                     double *room)
{
    int32_t left = count, width = SIGMA_BLOCK + n;

    while (room && left >= n + SIGMA_BLOCK && count >= 3 * width) {
        left -= SIGMA_BLOCK;
        double *greatest = room, *least = room + width, *spare = room + 2 * width;
        sigma_greatest_of_windows(input[0] + left + 1 - n, n, SIGMA_BLOCK, greatest, spare);
        sigma_least_of_windows(input[1] + left + 1 - n, n, SIGMA_BLOCK, least, spare);
        for (int32_t i = 0; i < SIGMA_BLOCK; i++) {
            raw[left + i] = sigma_stochastic_of(input[2][left + i], least[i], greatest[i]);
        }
    }
    for (; left >= n; left--) {
        raw[left - 1] =
            sigma_stochastic_raw(input[0] + left - n, input[1] + left - n, input[2][left - 1], n);
    }
}

/* Means of n values of x, of which there are none in the first `before`. */
static void fill_means(const double *x, int32_t before, int32_t n, int32_t count, double *means)
{
    if (count > before) {
        sigma_column_of_means(x + before, n, count - before, means + before);
    }
}

static bool is_input(const double *output, const double *const input[3])
{
    return output == input[0] || output == input[1] || output == input[2];
}

static void fill(const int32_t n[3], const double *const input[3], int32_t count,
                 double *const output[3])
{
    int32_t k = n[0] - 1 + n[1] - 1, d = k + n[2] - 1;

    fill_raw(n[0], input, count, output[0], is_input(output[2], input) ? NULL : output[2]);
    fill_means(output[0], n[0] - 1, n[1], count, output[1]);
    fill_means(output[1], k, n[2], count, output[2]);
    sigma_column_warmup(output[0], n[0] - 1, count);
    sigma_column_warmup(output[1], k, count);
    sigma_column_warmup(output[2], d, count);
}

sigma_status sigma_stochastic_batch(int32_t period, int32_t slowing, int32_t signal,
                                    const double *high, const double *low, const double *close,
                                    int32_t count, double *raw, double *k, double *d)
{
    const int32_t periods[3] = {period, slowing, signal};
    const double *const input[3] = {high, low, close};
    double *const output[3] = {raw, k, d};

    if (!high || !low || !close || !raw || !k || !d) {
        return SIGMA_E_NULL;
    }
    if (!sigma_window_valid(period) || !sigma_window_valid(slowing) ||
        !sigma_window_valid(signal) || count < 0 ||
        !sigma_columns_apart(input, 3, output, 3, count) ||
        !sigma_columns_are_bars(high, low, close, count)) {
        return SIGMA_E_RANGE;
    }
    fill(periods, input, count, output);
    return SIGMA_OK;
}
