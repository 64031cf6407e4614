/* SPDX-License-Identifier: MIT */
#include "volatility.h"

#include "log_ratio.h"
#include "moments.h"
#include "range.h"
#include "tags.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double VALUE_MAX = 1e12;
static const double PARKINSON = 0.36067376022224085;    /* 1 / (4 ln 2) */
static const double GARMAN_KLASS = 0.38629436111989062; /* 2 ln 2 - 1 */

static bool state_valid(const sigma_volatility *v)
{
    return v->tag == SIGMA_TAG_VOLATILITY &&
           sigma_volatility_valid(v->kind, v->period, v->bars_a_year) &&
           sigma_between(v->end, 0, SIGMA_WINDOW_SPACE - 1) &&
           (v->close == 0.0 || sigma_within(v->close, PRICE_MIN, PRICE_MAX));
}

/* ---- one bar */

/* What (3), (4) and (5) take the mean of. */
static double range_term(int32_t kind, double up, double down, double body)
{
    double range = up - down;

    switch (kind) {
    case SIGMA_VOLATILITY_PARKINSON: return PARKINSON * (range * range);
    case SIGMA_VOLATILITY_GARMAN_KLASS: return 0.5 * (range * range) - GARMAN_KLASS * (body * body);
    default: return up * (up - body) + down * (down - body);
    }
}

sigma_volatility_terms sigma_volatility_terms_of(int32_t kind, const double prices[4],
                                                 double last_close)
{
    double open = prices[0], high = prices[1], low = prices[2], close = prices[3];
    sigma_volatility_terms terms = {0};

    if (kind == SIGMA_VOLATILITY_CLOSE) {
        terms.gap = sigma_log_ratio(close, last_close);
        return terms;
    }
    if (kind == SIGMA_VOLATILITY_YANG_ZHANG) {
        terms.gap = sigma_log_ratio(open, last_close);
    }
    if (high > low) {
        double body = sigma_log_ratio(close, open);
        terms.range =
            range_term(kind, sigma_log_ratio(high, open), sigma_log_ratio(low, open), body);
        terms.body = kind == SIGMA_VOLATILITY_YANG_ZHANG ? body : 0.0;
    }
    return terms;
}

/* ---- one window */

static double mean(const double *x, int32_t n)
{
    return sigma_window_sum(x, n) / n;
}

/* (6) */
double sigma_volatility_yang_zhang(int32_t n, double gap, double body, double range)
{
    double k = n > 1 ? 0.34 / (1.34 + (n + 1.0) / (n - 1.0)) : 0.0;
    return (gap + k * body) + (1.0 - k) * range;
}

double sigma_volatility_variance(int32_t kind, int32_t n, const double *gap, const double *body,
                                 const double *range)
{
    if (kind == SIGMA_VOLATILITY_CLOSE) {
        return sigma_variance_of(sigma_moments_of(gap, n).square, n);
    }
    if (kind == SIGMA_VOLATILITY_YANG_ZHANG) {
        return sigma_volatility_yang_zhang(n, sigma_variance_of(sigma_moments_of(gap, n).square, n),
                                           sigma_variance_of(sigma_moments_of(body, n).square, n),
                                           mean(range, n));
    }
    return mean(range, n);
}

/* ---- the stream */

/* Of the last of `end` bars. A variance of damaged ones is out of range, or not a number. */
static sigma_status evaluate(const sigma_volatility *v, int32_t end, double *value)
{
    int32_t n = v->period, from = end - n;

    if (end < n) {
        return SIGMA_WARMUP;
    }
    double variance =
        sigma_volatility_variance(v->kind, n, v->gap + from, v->body + from, v->range + from);
    double annual = sigma_volatility_annual(variance, v->bars_a_year);
    if (!(sigma_within(variance, -1.0, VALUE_MAX) && sigma_within(annual, 0.0, VALUE_MAX))) {
        return SIGMA_E_STATE;
    }
    *value = annual;
    return SIGMA_OK;
}

sigma_status sigma_volatility_init(sigma_volatility *volatility, int32_t kind, int32_t period,
                                   double bars_a_year)
{
    if (!volatility) {
        return SIGMA_E_NULL;
    }
    sigma_zero(volatility, sizeof *volatility);
    if (!sigma_volatility_valid(kind, period, bars_a_year)) {
        return SIGMA_E_RANGE;
    }
    volatility->bars_a_year = bars_a_year;
    volatility->tag = SIGMA_TAG_VOLATILITY;
    volatility->kind = kind;
    volatility->period = period;
    return SIGMA_OK;
}

static void place(sigma_volatility *v, sigma_volatility_terms terms)
{
    v->gap[v->end] = terms.gap;
    v->body[v->end] = terms.body;
    v->range[v->end] = terms.range;
}

static sigma_status add(sigma_volatility *v, sigma_volatility_terms terms, double *value)
{
    sigma_volatility_terms before = {v->gap[v->end], v->body[v->end], v->range[v->end]};

    place(v, terms);
    sigma_status status = evaluate(v, v->end + 1, value);
    if (status < 0) {
        place(v, before);
        return status;
    }
    (void)sigma_window_move(v->gap, v->end + 1, v->period);
    (void)sigma_window_move(v->body, v->end + 1, v->period);
    v->end = sigma_window_move(v->range, v->end + 1, v->period);
    return status;
}

sigma_status sigma_volatility_update(sigma_volatility *volatility, double open, double high,
                                     double low, double close, double *value)
{
    const double prices[4] = {open, high, low, close};

    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!volatility) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(volatility)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close) || !sigma_within(open, low, high)) {
        return SIGMA_E_RANGE;
    }
    double last = volatility->close;
    sigma_status status = SIGMA_WARMUP;
    if (last > 0.0 || !sigma_volatility_before(volatility->kind)) {
        status = add(volatility, sigma_volatility_terms_of(volatility->kind, prices, last), value);
    }
    if (status >= 0) {
        volatility->close = close;
    }
    return status;
}

sigma_status sigma_volatility_read(const sigma_volatility *volatility, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!volatility) {
        return SIGMA_E_NULL;
    }
    return state_valid(volatility) ? evaluate(volatility, volatility->end, value) : SIGMA_E_STATE;
}
