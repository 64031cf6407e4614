/* SPDX-License-Identifier: MIT */
#include "market.h"

#include "bytes.h"
#include "money.h"
#include "tags.h"
#include "window.h"

static const double YEAR = 31557600e9; /* 365.25 days [ns] */
static const int64_t LONGEST = INT64_C(31622400000000000);
static const int64_t DAY = INT64_C(86400000000000);
static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;

double sigma_market_bars_a_year(const sigma_market_params *params)
{
    return params->bars_a_year > 0.0 ? params->bars_a_year : YEAR / (double)params->interval;
}

static bool windows_valid(const sigma_market_params *p)
{
    enum { FIRST = offsetof(sigma_market_params, stochastic) };
    enum { WINDOWS = (offsetof(sigma_market_params, estimator) - FIRST) / sizeof(int32_t) };
    uint32_t periods[WINDOWS], outside = 0;

    sigma_copy(periods, (const char *)p + FIRST, (int32_t)sizeof periods);
    for (int32_t i = 0; i < WINDOWS; i++) {
        outside |= (periods[i] - 1) | (SIGMA_WINDOW_MAX - periods[i]);
    }
    return outside <= INT32_MAX && sigma_between(p->estimator, 1, SIGMA_VOLATILITY_COUNT - 1);
}

/* Without a number of its own a year has as many bars as fit, of which an estimate can make use. */
static bool year_valid(double bars)
{
    return bars == 0.0 || sigma_within(bars, 1e-3, 1e18);
}

/* The periods of the other indicators stand in their own states, which look after themselves. */
static bool params_valid(const sigma_market_params *p)
{
    return sigma_between(p->interval, 1, LONGEST) && sigma_between(p->session, 1, LONGEST) &&
           sigma_between(p->session_offset, -DAY, DAY) && windows_valid(p) &&
           year_valid(p->bars_a_year) && sigma_within(p->multiple, 0.001, 100.0) &&
           sigma_within(p->horizon, 1.0, 1e6) && p->reserved == 0;
}

bool sigma_market_valid(const sigma_market *market)
{
    return market->tag == SIGMA_TAG_MARKET && market->bars >= 0 &&
           sigma_between(market->end, 0, SIGMA_WINDOW_SPACE - 1) &&
           (market->end >= SIGMA_WINDOW_MAX || market->bars == market->end) &&
           params_valid(&market->params) && sigma_is_time(market->time) &&
           sigma_within(market->close, market->bars > 0 ? PRICE_MIN : 0.0, PRICE_MAX) &&
           market->symbol.id >= 1;
}

sigma_status sigma_market_defaults(sigma_market_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_market_params){.session = INT64_C(86400000000000),
                                    .decay = 0.94,
                                    .multiple = 2.0,
                                    .horizon = 5.0,
                                    .ema = {9, 20, 50, 200},
                                    .atr = 14,
                                    .adx = 14,
                                    .rsi = 14,
                                    .macd = {12, 26, 9},
                                    .stochastic = {14, 3, 3},
                                    .sma = 20,
                                    .bollinger = 20,
                                    .cci = 20,
                                    .mfi = 14,
                                    .zscore = 20,
                                    .slope = 20,
                                    .volatility = 20,
                                    .estimator = SIGMA_VOLATILITY_CLOSE};
    return SIGMA_OK;
}

/* Shortest first: signals rely on it. */
static sigma_status start_averages(sigma_market *market, const sigma_market_params *params)
{
    const int32_t *n = params->macd;
    sigma_status status = sigma_macd_init(&market->macd, n[0], n[1], n[2]);

    for (int32_t i = 0; i < 4; i++) {
        status = sigma_worse(status, sigma_ema_init(&market->ema[i], params->ema[i]));
        if (i > 0 && params->ema[i - 1] > params->ema[i]) {
            return SIGMA_E_RANGE;
        }
    }
    return status;
}

static sigma_status start(sigma_market *market, const sigma_market_params *params)
{
    sigma_status status = start_averages(market, params);

    status = sigma_worse(status, sigma_atr_init(&market->atr, params->atr));
    status = sigma_worse(status, sigma_adx_init(&market->adx, params->adx));
    status = sigma_worse(status, sigma_rsi_init(&market->rsi, params->rsi));
    status = sigma_worse(status, sigma_obv_init(&market->obv));
    status = sigma_worse(status, sigma_vwap_init(&market->vwap));
    status = sigma_worse(status, sigma_vwap_init(&market->session));
    return sigma_worse(
        status, sigma_ewma_init(&market->ewma, params->decay, sigma_market_bars_a_year(params)));
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
    if (!params_valid(params) || !sigma_symbol_valid(symbol) || start(market, params) != SIGMA_OK) {
        sigma_zero(market, sizeof *market);
        return SIGMA_E_RANGE;
    }
    market->params = *params;
    market->symbol = *symbol;
    market->tag = SIGMA_TAG_MARKET;
    return SIGMA_OK;
}

sigma_status sigma_market_symbol(sigma_market *market, const sigma_symbol *symbol)
{
    if (!market || !symbol) {
        return SIGMA_E_NULL;
    }
    if (!sigma_market_valid(market)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_symbol_valid(symbol) || symbol->id != market->symbol.id) {
        return SIGMA_E_RANGE;
    }
    market->symbol = *symbol;
    return SIGMA_OK;
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
    if (!sigma_market_valid(market)) {
        return SIGMA_E_STATE;
    }
    sigma_status status = sigma_atr_read(&market->atr, &atr);
    if (market->bars == 0) {
        return SIGMA_WARMUP;
    }
    if (status == SIGMA_OK) {
        *result = (sigma_market_result){.time = market->time + market->params.interval,
                                        .interval = market->params.interval,
                                        .close = market->close,
                                        .atr = atr,
                                        .symbol = market->symbol.id,
                                        .mark = SIGMA_PART_MARKET};
    }
    return status;
}
