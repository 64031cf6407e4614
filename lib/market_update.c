/* SPDX-License-Identifier: MIT */
#include "market.h"

#include "average.h"
#include "log_ratio.h"
#include "momentum.h"
#include "range.h"
#include "trend.h"
#include "volatility.h"
#include "volume.h"

/* What a bar adds to the ring. */
typedef struct added {
    sigma_volatility_terms terms;
    double high;
    double low;
    double close;
    double raw;
    double slow;
    double rising;
    double falling;
    double change;
} added;

/* Of valid indicators, only volumes can refuse a usable bar; they follow one another in a market.
 */
enum { VOLUMES = offsetof(sigma_market, obv) };
enum { VOLUMES_SIZE = offsetof(sigma_market, ewma) - VOLUMES };

/* What a refused bar puts back. */
typedef struct kept {
    char volumes[VOLUMES_SIZE];
    added last;
} kept;

/* ---- the ring */

/* What stands behind the last bar, and is no part of any window. */
static added take(const sigma_market *m)
{
    int32_t end = m->end;
    return (added){{m->gap[end], m->body[end], m->range[end]},
                   m->high[end],
                   m->low[end],
                   m->closes[end],
                   m->raw[end],
                   m->slow[end],
                   m->rising[end],
                   m->falling[end],
                   m->change[end]};
}

static void put(sigma_market *m, const added *e)
{
    int32_t end = m->end;

    m->gap[end] = e->terms.gap;
    m->body[end] = e->terms.body;
    m->range[end] = e->terms.range;
    m->high[end] = e->high;
    m->low[end] = e->low;
    m->closes[end] = e->close;
    m->raw[end] = e->raw;
    m->slow[end] = e->slow;
    m->rising[end] = e->rising;
    m->falling[end] = e->falling;
    m->change[end] = e->change;
}

/* What a bar adds, but for the stochastic, from the close before it. */
static added derive(const sigma_market *market, const sigma_bar *bar)
{
    const double prices[4] = {bar->open, bar->high, bar->low, bar->close};
    int32_t kind = market->params.estimator, last = market->end - 1;
    bool first = market->bars == 0;
    added e = {.high = bar->high, .low = bar->low, .close = bar->close};

    if (!first) {
        double price = sigma_flow_price(bar->high, bar->low, bar->close);
        double before =
            sigma_flow_price(market->high[last], market->low[last], market->closes[last]);
        e.rising = sigma_flow_of(before, price, price, bar->volume);
        e.falling = sigma_flow_of(price, before, price, bar->volume);
        e.change = sigma_log_ratio(bar->close, market->close);
    }
    if (kind != SIGMA_VOLATILITY_CLOSE && !(first && sigma_volatility_before(kind))) {
        e.terms = sigma_volatility_terms_of(kind, prices, market->close);
    }
    return e;
}

/* The stochastic of windows that end with the last bar, where all else of it stands already. */
static void add_stochastic(sigma_market *m)
{
    const int32_t *n = m->params.stochastic;
    int32_t end = m->end, last = end - 1;

    if (m->bars >= n[0]) {
        double raw =
            sigma_stochastic_raw(m->high + end - n[0], m->low + end - n[0], m->closes[last], n[0]);
        m->raw[last] = sigma_clamped(raw, 0.0, 100.0);
    }
    if (m->bars >= (int64_t)n[0] + n[1] - 1) {
        double slow = sigma_window_sum(m->raw + end - n[1], n[1]) / n[1];
        m->slow[last] = sigma_clamped(slow, 0.0, 100.0);
    }
}

/* One bar more. */
static double append(sigma_market *market, const sigma_bar *bar)
{
    added e = derive(market, bar);

    put(market, &e);
    market->end++;
    market->bars++;
    add_stochastic(market);
    return e.change;
}

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

/* ---- the indicators */

/* Number of the session that an instant belongs to, rounded down. */
static int64_t session_of(const sigma_market_params *params, int64_t time)
{
    int64_t since = time - params->session_offset, number = since / params->session;
    return number - (since % params->session < 0);
}

static bool advance_volumes(sigma_market *m, const sigma_bar *bar)
{
    double price = sigma_typical_price(bar->high, bar->low, bar->close);
    int64_t session = session_of(&m->params, bar->time);

    return sigma_obv_advance(&m->obv, bar->close, bar->volume) &&
           sigma_vwap_advance(&m->vwap, m->vwap.session, price, bar->volume) &&
           sigma_vwap_advance(&m->session, session, price, bar->volume);
}

static void advance_prices(sigma_market *m, const sigma_bar *bar, double change)
{
    double high = bar->high, low = bar->low, close = bar->close;

    sigma_atr_advance(&m->atr, high, low, close);
    sigma_adx_advance(&m->adx, high, low, close);
    sigma_macd_advance(&m->macd, close);
    sigma_rsi_advance(&m->rsi, close);
    sigma_emas_advance(m->ema, 4, close);
    sigma_ewma_advance(&m->ewma, close, change);
}

/* ---- one bar */

static void keep(const sigma_market *market, kept *before)
{
    sigma_copy(before->volumes, (const char *)market + VOLUMES, VOLUMES_SIZE);
    before->last = take(market);
}

static sigma_status put_back(sigma_market *market, const kept *before)
{
    sigma_copy((char *)market + VOLUMES, before->volumes, VOLUMES_SIZE);
    market->end--;
    market->bars--;
    put(market, &before->last);
    return SIGMA_E_STATE;
}

/* Everything that can be refused has been, but volumes beyond their range and, where features are
 * asked for, damage in the ring. Windows take long: they are read before the indicators move on. */
static sigma_status update(sigma_market *market, const sigma_bar *bar, sigma_features *features)
{
    kept before;

    keep(market, &before);
    double change = append(market, bar);
    if ((features && !sigma_market_read_windows(market, features)) ||
        !advance_volumes(market, bar)) {
        return put_back(market, &before);
    }
    advance_prices(market, bar, change);
    market->time = bar->time;
    market->close = bar->close;
    if (market->end == SIGMA_WINDOW_SPACE) {
        make_room(market);
    }
    return SIGMA_OK;
}

static sigma_status check(const sigma_market *market, const sigma_bar *bar)
{
    if (!sigma_market_valid(market) || market->bars == INT64_MAX ||
        !sigma_market_indicators_valid(market)) {
        return SIGMA_E_STATE;
    }
    if (sigma_bar_check(bar) != SIGMA_OK || !sigma_is_time(bar->time + market->params.interval)) {
        return SIGMA_E_RANGE;
    }
    return market->bars > 0 && bar->time <= market->time ? SIGMA_E_ORDER : SIGMA_OK;
}

sigma_status sigma_market_update(sigma_market *market, const sigma_bar *bar)
{
    if (!market || !bar) {
        return SIGMA_E_NULL;
    }
    sigma_status status = check(market, bar);
    if (status == SIGMA_OK) {
        status = update(market, bar, 0);
    }
    return status == SIGMA_OK && !sigma_market_ready(market) ? SIGMA_WARMUP : status;
}

sigma_status sigma_market_step(sigma_market *market, const sigma_bar *bar, sigma_features *features)
{
    if (!features) {
        return SIGMA_E_NULL;
    }
    *features = (sigma_features){0};
    if (!market || !bar) {
        return SIGMA_E_NULL;
    }
    sigma_status status = check(market, bar);
    if (status == SIGMA_OK) {
        status = update(market, bar, features);
    }
    if (status == SIGMA_OK) {
        return sigma_market_read_indicators(market, features);
    }
    *features = (sigma_features){0};
    return status;
}
