/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "sigma/average.h"
#include "smooth.h"
#include "tags.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;

static bool periods_valid(int32_t fast, int32_t slow, int32_t signal)
{
    return sigma_period_valid(fast) && sigma_period_valid(slow) && sigma_period_valid(signal) &&
           fast < slow;
}

static bool state_valid(const sigma_macd *macd)
{
    return macd->tag == SIGMA_TAG_MACD && macd->reserved == 0 &&
           periods_valid(macd->fast.period, macd->slow.period, macd->signal.period);
}

sigma_status sigma_macd_init(sigma_macd *macd, int32_t fast, int32_t slow, int32_t signal)
{
    if (!macd) {
        return SIGMA_E_NULL;
    }
    *macd = (sigma_macd){0};
    if (!periods_valid(fast, slow, signal)) {
        return SIGMA_E_RANGE;
    }
    macd->tag = SIGMA_TAG_MACD;
    sigma_status status =
        sigma_worse(sigma_ema_init(&macd->fast, fast), sigma_ema_init(&macd->slow, slow));
    return sigma_worse(status, sigma_ema_init(&macd->signal, signal));
}

/* One price; an error of an average whose state is damaged, or whose line left its range. */
static sigma_status step(sigma_macd *macd, double close)
{
    double fast, slow, signal;
    sigma_status status = sigma_ema_update(&macd->fast, close, &fast);
    if (status >= 0) {
        status = sigma_ema_update(&macd->slow, close, &slow);
    }
    if (status == SIGMA_OK) {
        status = sigma_ema_update(&macd->signal, fast - slow, &signal);
    }
    return status < 0 ? SIGMA_E_STATE : status;
}

static sigma_status read(const sigma_macd *macd, sigma_macd_result *result)
{
    double fast, slow, signal;
    sigma_status of_fast = sigma_ema_read(&macd->fast, &fast);
    sigma_status of_slow = sigma_ema_read(&macd->slow, &slow);
    sigma_status of_signal = sigma_ema_read(&macd->signal, &signal);
    sigma_status status = sigma_worse(of_fast, sigma_worse(of_slow, of_signal));

    if (status >= 0 && of_slow == SIGMA_OK) {
        result->line = fast - slow;
    }
    if (status == SIGMA_OK) {
        result->signal = signal;
        result->histogram = result->line - signal;
    }
    return status;
}

sigma_status sigma_macd_update(sigma_macd *macd, double close, sigma_macd_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_macd_result){0};
    if (!macd) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(macd)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(close, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_macd next = *macd;
    sigma_status status = step(&next, close);
    if (status >= 0) {
        status = read(&next, result);
    }
    if (status >= 0) {
        *macd = next;
    }
    return status;
}

sigma_status sigma_macd_read(const sigma_macd *macd, sigma_macd_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_macd_result){0};
    if (!macd) {
        return SIGMA_E_NULL;
    }
    return state_valid(macd) ? read(macd, result) : SIGMA_E_STATE;
}

static inline double toward(double value, double x, double gain, bool plain)
{
    return plain ? sigma_settled(sigma_toward(value, x, gain)) : sigma_smooth(value, x, gain);
}

/* The three averages of a column, once all have their seeds; plain where no gain is 1. */
static inline void smooth(const sigma_macd *macd, int32_t first, const double *close, int32_t count,
                          double *const output[3], bool plain)
{
    double fast = macd->fast.value, fast_gain = sigma_ema_gain(macd->fast.period);
    double slow = macd->slow.value, slow_gain = sigma_ema_gain(macd->slow.period);
    double signal = macd->signal.value, signal_gain = sigma_ema_gain(macd->signal.period);
    double *lines = output[0], *signals = output[1], *histograms = output[2];

    for (int32_t i = first; i < count; i++) {
        double x = close[i];
        fast = toward(fast, x, fast_gain, plain);
        slow = toward(slow, x, slow_gain, plain);
        double line = fast - slow;
        signal = toward(signal, line, signal_gain, plain);
        lines[i] = line;
        signals[i] = signal;
        histograms[i] = line - signal;
    }
}

static void fill(sigma_macd *macd, const double *close, int32_t count, double *const output[3])
{
    int32_t slow = macd->slow.period - 1, ready = slow + macd->signal.period - 1, i = 0;

    for (; (i <= ready) & (i < count); i++) {
        sigma_macd_result result = {0};
        (void)step(macd, close[i]);
        (void)read(macd, &result);
        output[0][i] = result.line;
        output[1][i] = result.signal;
        output[2][i] = result.histogram;
    }
    if (macd->fast.period > 1 && macd->signal.period > 1) {
        smooth(macd, i, close, count, output, true);
    } else {
        smooth(macd, i, close, count, output, false);
    }
    sigma_column_warmup(output[0], slow, count);
    sigma_column_warmup(output[1], ready, count);
    sigma_column_warmup(output[2], ready, count);
}

sigma_status sigma_macd_batch(int32_t fast, int32_t slow, int32_t period, const double *close,
                              int32_t count, double *line, double *signal, double *histogram)
{
    sigma_macd macd;

    if (!close || !line || !signal || !histogram) {
        return SIGMA_E_NULL;
    }
    int32_t first = sigma_column_first(close, count);
    const double *const input[1] = {close};
    double *const output[3] = {line, signal, histogram};
    if (count < 0 || !sigma_columns_apart(input, 1, output, 3, count) ||
        !sigma_column_within(close + first, count - first, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_status status = sigma_macd_init(&macd, fast, slow, period);
    if (status != SIGMA_OK) {
        return status;
    }
    double *const rest[3] = {line + first, signal + first, histogram + first};
    fill(&macd, close + first, count - first, rest);
    for (int32_t i = 0; i < 3; i++) {
        sigma_column_warmup(output[i], first, count);
    }
    return SIGMA_OK;
}
