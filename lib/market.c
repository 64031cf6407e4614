/* SPDX-License-Identifier: MIT */
#include "sigma/market.h"

#include "bytes.h"
#include "check.h"
#include "fields.h"
#include "money.h"
#include "tags.h"

static const int64_t INTERVAL_MAX = INT64_C(31622400000000000);
static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;

/* The indicators look after themselves. */
static bool state_valid(const sigma_market *market)
{
    return market->tag == SIGMA_TAG_MARKET && market->reserved == 0 && market->bars >= 0 &&
           sigma_between(market->interval, 1, INTERVAL_MAX) && sigma_is_time(market->time) &&
           sigma_within(market->close, market->bars > 0 ? PRICE_MIN : 0.0, PRICE_MAX) &&
           market->symbol.id >= 1;
}

sigma_status sigma_market_defaults(sigma_market_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_market_params){.ema = {9, 20, 50, 200}, .atr = 14, .adx = 14};
    return SIGMA_OK;
}

/* Shortest first: signals rely on it. */
static bool start_averages(sigma_market *market, const sigma_market_params *params)
{
    bool done = true;
    for (int32_t i = 0; i < 4; i++) {
        done &= sigma_ema_init(&market->ema[i], params->ema[i]) == SIGMA_OK;
        done &= i == 0 || params->ema[i - 1] <= params->ema[i];
    }
    return done;
}

sigma_status sigma_market_init(sigma_market *market, const sigma_market_params *params,
                               const sigma_symbol *symbol)
{
    if (!market) {
        return SIGMA_E_NULL;
    }
    sigma_zero(market, sizeof *market);
    if (!params || !symbol) {
        return SIGMA_E_NULL;
    }
    market->symbol = *symbol;
    market->interval = params->interval;
    market->tag = SIGMA_TAG_MARKET;
    bool done = start_averages(market, params) &&
                sigma_atr_init(&market->atr, params->atr) == SIGMA_OK &&
                sigma_adx_init(&market->adx, params->adx) == SIGMA_OK;
    if (!done || !sigma_symbol_valid(symbol) || !state_valid(market)) {
        sigma_zero(market, sizeof *market);
        return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}

sigma_status sigma_market_symbol(sigma_market *market, const sigma_symbol *symbol)
{
    if (!market || !symbol) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(market)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_symbol_valid(symbol) || symbol->id != market->symbol.id) {
        return SIGMA_E_RANGE;
    }
    market->symbol = *symbol;
    return SIGMA_OK;
}

static sigma_status update_indicators(sigma_market *market, const sigma_bar *bar)
{
    double value;
    sigma_adx_result movement;
    sigma_status status = sigma_atr_update(&market->atr, bar->high, bar->low, bar->close, &value);

    status = sigma_worse(
        status, sigma_adx_update(&market->adx, bar->high, bar->low, bar->close, &movement));
    for (int32_t i = 0; i < 4; i++) {
        status = sigma_worse(status, sigma_ema_update(&market->ema[i], bar->close, &value));
    }
    return status;
}

sigma_status sigma_market_update(sigma_market *market, const sigma_bar *bar)
{
    if (!market || !bar) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(market) || market->bars == INT64_MAX) {
        return SIGMA_E_STATE;
    }
    if (sigma_bar_check(bar) != SIGMA_OK) {
        return SIGMA_E_RANGE;
    }
    if (market->bars > 0 && bar->time <= market->time) {
        return SIGMA_E_ORDER;
    }
    sigma_market next = *market;
    sigma_status status = update_indicators(&next, bar);
    if (status < 0) {
        return SIGMA_E_STATE;
    }
    next.time = bar->time;
    next.close = bar->close;
    next.bars++;
    *market = next;
    return status;
}

static void note(sigma_features *features, sigma_status status, int32_t feature)
{
    if (status == SIGMA_OK) {
        features->ready |= sigma_bit(feature);
    }
}

static sigma_status read_indicators(const sigma_market *market, sigma_features *features)
{
    sigma_adx_result movement;
    sigma_status atr = sigma_atr_read(&market->atr, &features->atr);
    sigma_status adx = sigma_adx_read(&market->adx, &movement), status = sigma_worse(atr, adx);

    note(features, atr, SIGMA_FEATURE_ATR);
    note(features, adx, SIGMA_FEATURE_ADX);
    features->adx = movement.adx;
    features->plus_di = movement.plus_di;
    features->minus_di = movement.minus_di;
    for (int32_t i = 0; i < 4; i++) {
        sigma_status ema = sigma_ema_read(&market->ema[i], &features->ema[i]);
        note(features, ema, SIGMA_FEATURE_EMA_1 + i);
        status = sigma_worse(status, ema);
    }
    return status;
}

sigma_status sigma_market_features(const sigma_market *market, sigma_features *features)
{
    if (!features) {
        return SIGMA_E_NULL;
    }
    *features = (sigma_features){0};
    if (!market) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(market)) {
        return SIGMA_E_STATE;
    }
    if (market->bars == 0) {
        return SIGMA_WARMUP;
    }
    sigma_features all = {.time = market->time + market->interval, .close = market->close};
    sigma_status status = read_indicators(market, &all);
    if (status < 0) {
        return SIGMA_E_STATE;
    }
    *features = all;
    return status;
}

sigma_status sigma_market_read(const sigma_market *market, sigma_market_result *result)
{
    double atr;

    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_market_result){0};
    if (!market) {
        return SIGMA_E_NULL;
    }
    if (!state_valid(market)) {
        return SIGMA_E_STATE;
    }
    sigma_status status = sigma_atr_read(&market->atr, &atr);
    if (market->bars == 0) {
        return SIGMA_WARMUP;
    }
    if (status == SIGMA_OK) {
        *result = (sigma_market_result){.time = market->time + market->interval,
                                        .interval = market->interval,
                                        .close = market->close,
                                        .atr = atr,
                                        .symbol = market->symbol.id,
                                        .mark = SIGMA_PART_MARKET};
    }
    return status;
}
