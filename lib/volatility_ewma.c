/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "log_ratio.h"
#include "smooth.h"
#include "tags.h"
#include "volatility.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double VARIANCE_MAX = 1e4;
static const double DECAY_MAX = 0.9999;

static bool params_valid(double decay, double bars_a_year)
{
    return sigma_within(decay, 0.0, DECAY_MAX) && sigma_within(bars_a_year, 1e-3, 1e18);
}

static double gain_of(double decay)
{
    return 1.0 - decay;
}

/* Returns after which the weights hold: the first t whose 1 / t is not above the gain, but for the
 * rounding of decimals, so that 0.9 has 10. */
static int32_t seed_of(double decay)
{
    double count = 1.0 / gain_of(decay);
    int32_t whole = (int32_t)count;

    return whole + (count > whole * (1.0 + 1e-9));
}

/* No change of a price squares to more than the variance may be. */
bool sigma_ewma_valid(const sigma_ewma *ewma)
{
    return ewma->tag == SIGMA_TAG_EWMA && params_valid(ewma->decay, ewma->bars_a_year) &&
           sigma_between(ewma->count, 0, seed_of(ewma->decay)) &&
           sigma_within(ewma->variance, 0.0, VARIANCE_MAX) &&
           (ewma->close == 0.0 || sigma_within(ewma->close, PRICE_MIN, PRICE_MAX));
}

/* (7) */
static void step(sigma_ewma *ewma, double close, double change, int32_t seed)
{
    if (ewma->close > 0.0) {
        ewma->count += ewma->count < seed;
        double gain = sigma_larger(1.0 / ewma->count, gain_of(ewma->decay));
        ewma->variance = sigma_smooth(ewma->variance, change * change, gain);
    }
    ewma->close = close;
}

void sigma_ewma_advance(sigma_ewma *ewma, double close, double change)
{
    step(ewma, close, change, seed_of(ewma->decay));
}

static double change_of(const sigma_ewma *ewma, double close)
{
    return ewma->close > 0.0 ? sigma_log_ratio(close, ewma->close) : 0.0;
}

sigma_status sigma_ewma_init(sigma_ewma *ewma, double decay, double bars_a_year)
{
    if (!ewma) {
        return SIGMA_E_NULL;
    }
    *ewma = (sigma_ewma){0};
    if (!params_valid(decay, bars_a_year)) {
        return SIGMA_E_RANGE;
    }
    ewma->tag = SIGMA_TAG_EWMA;
    ewma->decay = decay;
    ewma->bars_a_year = bars_a_year;
    return SIGMA_OK;
}

bool sigma_ewma_ready(const sigma_ewma *ewma)
{
    return ewma->count >= seed_of(ewma->decay);
}

sigma_status sigma_ewma_evaluate(const sigma_ewma *ewma, double *value)
{
    if (!sigma_ewma_ready(ewma)) {
        return SIGMA_WARMUP;
    }
    *value = sigma_volatility_annual(ewma->variance, ewma->bars_a_year);
    return SIGMA_OK;
}

sigma_status sigma_ewma_update(sigma_ewma *ewma, double close, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!ewma) {
        return SIGMA_E_NULL;
    }
    if (!sigma_ewma_valid(ewma)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(close, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_ewma_advance(ewma, close, change_of(ewma, close));
    return sigma_ewma_evaluate(ewma, value);
}

sigma_status sigma_ewma_read(const sigma_ewma *ewma, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!ewma) {
        return SIGMA_E_NULL;
    }
    return sigma_ewma_valid(ewma) ? sigma_ewma_evaluate(ewma, value) : SIGMA_E_STATE;
}

sigma_status sigma_ewma_batch(double decay, double bars_a_year, const double *close, int32_t count,
                              double *values)
{
    if (!close || !values) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(decay, bars_a_year) || count < 0 ||
        sigma_columns_overlap(close, values, count) ||
        !sigma_column_within(close, count, PRICE_MIN, PRICE_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_ewma state = {.decay = decay};
    int32_t seed = seed_of(decay);
    for (int32_t i = 0; i < count; i++) {
        step(&state, close[i], change_of(&state, close[i]), seed);
        values[i] = sigma_volatility_annual(state.variance, bars_a_year);
    }
    sigma_column_warmup(values, seed, count);
    return SIGMA_OK;
}
