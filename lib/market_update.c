/* SPDX-License-Identifier: MIT */
#include "market.h"

#include "average.h"
#include "log_ratio.h"
#include "momentum.h"
#include "range.h"
#include "trend.h"
#include "volatility.h"
#include "volume.h"

/* The indicators that depend on every bar follow one another in a market. They move on in their
 * place, and a bar that one of them refuses puts them all back: what was written is not read again
 * at once in other pieces, which would have to wait for it. */
enum { RUNNING = offsetof(sigma_market, ema) };
enum { RUNNING_SIZE = offsetof(sigma_market, time) - RUNNING };

/* What a bar adds to the ring. */
typedef struct entry {
    sigma_volatility_terms terms;
    double raw;
    double slow;
    double rising;
    double falling;
    double change;
} entry;

/* Number of the session that an instant belongs to, rounded down. */
static int64_t session_of(const sigma_market_params *params, int64_t time)
{
    int64_t since = time - params->session_offset, number = since / params->session;
    return number - (since % params->session < 0);
}

static sigma_status update_prices(sigma_market *m, const sigma_bar *bar, double change)
{
    double h = bar->high, l = bar->low, c = bar->close;
    sigma_status status = sigma_atr_advance(&m->atr, h, l, c);

    status = sigma_worse(status, sigma_adx_advance(&m->adx, h, l, c));
    status = sigma_worse(status, sigma_macd_advance(&m->macd, c));
    status = sigma_worse(status, sigma_rsi_advance(&m->rsi, c));
    for (int32_t i = 0; i < 4; i++) {
        status = sigma_worse(status, sigma_ema_advance(&m->ema[i], c));
    }
    return sigma_ewma_valid(&m->ewma) ? sigma_worse(status, sigma_ewma_advance(&m->ewma, c, change))
                                      : SIGMA_E_STATE;
}

static sigma_status update_volumes(sigma_market *m, const sigma_bar *bar, int64_t session)
{
    double price = sigma_typical_price(bar->high, bar->low, bar->close);
    sigma_status status = sigma_obv_advance(&m->obv, bar->close, bar->volume);

    status = sigma_worse(status, sigma_vwap_advance(&m->vwap, price, bar->volume));
    return sigma_worse(status, sigma_vwap_advance_in(&m->session, session, price, bar->volume));
}

/* Room for one more bar at the end of every column. */
static void make_room(sigma_market *market)
{
    double *const columns[] = {market->high, market->low,    market->closes,  market->raw,
                               market->slow, market->rising, market->falling, market->change,
                               market->gap,  market->body,   market->range};
    int32_t end = market->end;

    for (int32_t i = 0; i < (int32_t)(sizeof columns / sizeof columns[0]); i++) {
        market->end = sigma_window_move(columns[i], end, SIGMA_WINDOW_MAX);
    }
}

/* The bar is in the columns of prices already; `count` counts it. */
static void place_stochastic(sigma_market *market, int64_t count, entry *e)
{
    const int32_t *n = market->params.stochastic;
    int32_t end = market->end + 1;

    if (count >= n[0]) {
        e->raw =
            sigma_clamped(sigma_stochastic_raw(market->high + end - n[0], market->low + end - n[0],
                                               market->closes[end - 1], n[0]),
                          0.0, 100.0);
    }
    market->raw[end - 1] = e->raw;
    if (count >= (int64_t)n[0] + n[1] - 1) {
        e->slow =
            sigma_clamped(sigma_window_sum(market->raw + end - n[1], n[1]) / n[1], 0.0, 100.0);
    }
    market->slow[end - 1] = e->slow;
}

/* What a bar adds but for its prices, from the close before it. */
static void derive(const sigma_market *market, const sigma_bar *bar, entry *e)
{
    const double prices[4] = {bar->open, bar->high, bar->low, bar->close};
    int32_t kind = market->params.estimator, last = market->end - 1;
    bool first = market->bars == 0;

    if (!first) {
        double price = sigma_flow_price(bar->high, bar->low, bar->close);
        double before =
            sigma_flow_price(market->high[last], market->low[last], market->closes[last]);
        e->rising = sigma_flow_of(before, price, price, bar->volume);
        e->falling = sigma_flow_of(price, before, price, bar->volume);
        e->change = sigma_log_ratio(bar->close, market->close);
    }
    if (kind != SIGMA_VOLATILITY_CLOSE && !(first && sigma_volatility_before(kind))) {
        e->terms = sigma_volatility_terms_of(kind, prices, market->close);
    }
}

/* Puts a bar behind the last one. */
static void place(sigma_market *market, const sigma_bar *bar, entry *e)
{
    int32_t end = market->end;

    market->high[end] = bar->high;
    market->low[end] = bar->low;
    market->closes[end] = bar->close;
    place_stochastic(market, market->bars + 1, e);
    market->rising[end] = e->rising;
    market->falling[end] = e->falling;
    market->change[end] = e->change;
    market->gap[end] = e->terms.gap;
    market->body[end] = e->terms.body;
    market->range[end] = e->terms.range;
}

/* The market changes as a whole. */
static void commit(sigma_market *market, const sigma_bar *bar, entry *e)
{
    place(market, bar, e);
    market->time = bar->time;
    market->close = bar->close;
    market->bars++;
    market->end++;
    if (market->end == SIGMA_WINDOW_SPACE) {
        make_room(market);
    }
}

/* Everything that can be refused has been, but what the indicators find. */
static sigma_status update(sigma_market *market, const sigma_bar *bar)
{
    char before[RUNNING_SIZE], *running = (char *)market + RUNNING;
    entry e = {0};

    derive(market, bar, &e);
    sigma_copy(before, running, RUNNING_SIZE);
    sigma_status prices = update_prices(market, bar, e.change);
    sigma_status volumes = update_volumes(market, bar, session_of(&market->params, bar->time));
    sigma_status status = sigma_worse(prices, volumes);
    if (status < 0) {
        sigma_copy(running, before, RUNNING_SIZE);
        return SIGMA_E_STATE;
    }
    commit(market, bar, &e);
    return market->bars < sigma_market_windows(&market->params) ? SIGMA_WARMUP : status;
}

sigma_status sigma_market_update(sigma_market *market, const sigma_bar *bar)
{
    if (!market || !bar) {
        return SIGMA_E_NULL;
    }
    if (!sigma_market_valid(market) || market->bars == INT64_MAX) {
        return SIGMA_E_STATE;
    }
    if (sigma_bar_check(bar) != SIGMA_OK) {
        return SIGMA_E_RANGE;
    }
    if (market->bars > 0 && bar->time <= market->time) {
        return SIGMA_E_ORDER;
    }
    return update(market, bar);
}
