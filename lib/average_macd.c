/* SPDX-License-Identifier: MIT */
#include "average.h"
#include "columns.h"
#include "lanes.h"
#include "smooth.h"
#include "tags.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;

static bool periods_valid(int32_t fast, int32_t slow, int32_t signal)
{
    return sigma_period_valid(fast) && sigma_period_valid(slow) && sigma_period_valid(signal) &&
           fast < slow;
}

/* Averages of prices are not below 0, so that the line is in range. */
static bool averages_valid(const sigma_macd *macd)
{
    return sigma_ema_valid(&macd->fast) && sigma_ema_valid(&macd->slow) &&
           sigma_ema_valid(&macd->signal) && macd->fast.value >= 0.0 && macd->slow.value >= 0.0;
}

bool sigma_macd_valid(const sigma_macd *macd)
{
    return macd->tag == SIGMA_TAG_MACD && macd->reserved == 0 &&
           periods_valid(macd->fast.period, macd->slow.period, macd->signal.period) &&
           averages_valid(macd);
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

void sigma_macd_advance(sigma_macd *macd, double close)
{
    sigma_ema_advance(&macd->fast, close);
    sigma_ema_advance(&macd->slow, close);
    if (sigma_ema_ready(&macd->slow)) {
        sigma_ema_advance(&macd->signal, macd->fast.value - macd->slow.value);
    }
}

sigma_status sigma_macd_evaluate(const sigma_macd *macd, sigma_macd_result *result)
{
    if (!sigma_ema_ready(&macd->fast) || !sigma_ema_ready(&macd->slow)) {
        return SIGMA_WARMUP;
    }
    result->line = macd->fast.value - macd->slow.value;
    if (!sigma_ema_ready(&macd->signal)) {
        return SIGMA_WARMUP;
    }
    result->signal = macd->signal.value;
    result->histogram = result->line - result->signal;
    return SIGMA_OK;
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
    if (!sigma_macd_valid(macd)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(close, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_macd_advance(macd, close);
    return sigma_macd_evaluate(macd, result);
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
    return sigma_macd_valid(macd) ? sigma_macd_evaluate(macd, result) : SIGMA_E_STATE;
}

typedef struct columns {
    const double *close;
    double *output[3];
    double gain[3];
} columns;

/* The fast and the slow average and that of the line, once all have their seeds and if no gain is
 * 1. An average of prices is not small enough to be settled. */
static inline void follow(sigma_lane *lane, const void *p, int32_t i)
{
    const columns *c = (const columns *)p;
    double fast = sigma_toward(lane->value[0], c->close[i], c->gain[0]);
    double slow = sigma_toward(lane->value[1], c->close[i], c->gain[1]), line = fast - slow;
    double signal = sigma_settled(sigma_toward(lane->value[2], line, c->gain[2]));

    lane->value[0] = fast;
    lane->value[1] = slow;
    lane->value[2] = signal;
    c->output[0][i] = line;
    c->output[1][i] = signal;
    c->output[2][i] = line - signal;
}

static void fill_rest(const sigma_macd *seed, const columns *c, int32_t first, int32_t count)
{
    sigma_lane lane = {{seed->fast.value, seed->slow.value, seed->signal.value}};
    int32_t lead = sigma_lane_lead(c->gain[1], 1) + sigma_lane_lead(c->gain[2], 1);

    if (c->close == c->output[0] || c->close == c->output[1] || c->close == c->output[2]) {
        sigma_lane_follow(follow, c, &lane, first, count);
    } else {
        sigma_lanes_follow(follow, c, lane, lead, first, count);
    }
}

/* The averages may lack their seeds: what they are then is no number of the output. */
static void fill_first(sigma_macd *macd, const columns *c, int32_t i)
{
    sigma_ema_advance(&macd->fast, c->close[i]);
    sigma_ema_advance(&macd->slow, c->close[i]);
    double line = macd->fast.value - macd->slow.value;
    if (i + 1 >= macd->slow.period) {
        sigma_ema_advance(&macd->signal, line);
    }
    c->output[0][i] = line;
    c->output[1][i] = macd->signal.value;
    c->output[2][i] = line - macd->signal.value;
}

static void fill(sigma_macd *macd, const double *close, int32_t count, double *const output[3])
{
    int32_t slow = macd->slow.period - 1, ready = slow + macd->signal.period - 1, i = 0;
    bool plain = macd->fast.period == 1 || macd->signal.period == 1;
    columns c = {close,
                 {output[0], output[1], output[2]},
                 {sigma_ema_gain(macd->fast.period), sigma_ema_gain(macd->slow.period),
                  sigma_ema_gain(macd->signal.period)}};

    for (; i < count && (i <= ready || plain); i++) {
        fill_first(macd, &c, i);
    }
    fill_rest(macd, &c, i, count);
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
