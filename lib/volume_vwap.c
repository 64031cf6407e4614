/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "pair.h"
#include "range.h"
#include "tags.h"
#include "volume.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double VOLUME_MAX = 1e18;
static const double SUM_MAX = 1e33;
static const double MOVED_MAX = 1e48;

/* What an update can take out of its range. */
static bool numbers_valid(const sigma_vwap *vwap)
{
    return sigma_held_about(vwap->moved, MOVED_MAX) &&
           sigma_held_about(vwap->moved_rest, MOVED_MAX) && sigma_held(vwap->volume, SUM_MAX) &&
           sigma_held_about(vwap->volume_rest, SUM_MAX);
}

bool sigma_vwap_valid(const sigma_vwap *vwap)
{
    return vwap->tag == SIGMA_TAG_VWAP && sigma_between(vwap->count, 0, 1) &&
           sigma_held(vwap->first, PRICE_MAX) && sigma_held(vwap->last, PRICE_MAX) &&
           numbers_valid(vwap);
}

static void accumulate(double *sum, double *rest, double x)
{
    sigma_pair total = sigma_pair_sum(*sum, x);
    *sum = total.high;
    *rest += total.low;
}

static void add(sigma_vwap *vwap, double price, double volume)
{
    double traded = sigma_settled(volume);

    vwap->last = price;
    if (vwap->count == 0) {
        vwap->first = price;
    }
    accumulate(&vwap->moved, &vwap->moved_rest, (price - vwap->first) * traded);
    accumulate(&vwap->volume, &vwap->volume_rest, traded);
    vwap->count = 1;
}

/* (2); rounding may not take it out of the range of prices. */
static double average(const sigma_vwap *vwap)
{
    double volume = vwap->volume + vwap->volume_rest;
    double moved = vwap->moved + vwap->moved_rest;
    double price = volume > 0.0 ? vwap->first + moved / volume : vwap->last;

    return sigma_clamped(price, PRICE_MIN, PRICE_MAX);
}

sigma_status sigma_vwap_init(sigma_vwap *vwap)
{
    if (!vwap) {
        return SIGMA_E_NULL;
    }
    *vwap = (sigma_vwap){.tag = SIGMA_TAG_VWAP};
    return SIGMA_OK;
}

static void enter(sigma_vwap *vwap, int64_t session)
{
    if (session != vwap->session) {
        *vwap = (sigma_vwap){.session = session, .tag = SIGMA_TAG_VWAP};
    }
}

sigma_status sigma_vwap_session(sigma_vwap *vwap, int64_t session)
{
    if (!vwap) {
        return SIGMA_E_NULL;
    }
    if (!sigma_vwap_valid(vwap)) {
        return SIGMA_E_STATE;
    }
    enter(vwap, session);
    return SIGMA_OK;
}

sigma_status sigma_vwap_evaluate(const sigma_vwap *vwap, double *value)
{
    if (vwap->count == 0) {
        return SIGMA_WARMUP;
    }
    *value = average(vwap);
    return SIGMA_OK;
}

bool sigma_vwap_advance(sigma_vwap *vwap, int64_t session, double price, double volume)
{
    enter(vwap, session);
    add(vwap, price, volume);
    return numbers_valid(vwap);
}

sigma_status sigma_vwap_update(sigma_vwap *vwap, double high, double low, double close,
                               double volume, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!vwap) {
        return SIGMA_E_NULL;
    }
    if (!sigma_vwap_valid(vwap)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_bar_usable(high, low, close) || !sigma_within(volume, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_vwap next = *vwap;
    double price = sigma_typical_price(high, low, close);
    if (!sigma_vwap_advance(&next, next.session, price, volume)) {
        return SIGMA_E_STATE;
    }
    *vwap = next;
    return sigma_vwap_evaluate(vwap, value);
}

sigma_status sigma_vwap_read(const sigma_vwap *vwap, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!vwap) {
        return SIGMA_E_NULL;
    }
    return sigma_vwap_valid(vwap) ? sigma_vwap_evaluate(vwap, value) : SIGMA_E_STATE;
}

sigma_status sigma_vwap_batch(const double *high, const double *low, const double *close,
                              const double *volume, int32_t count, double *values)
{
    if (!high || !low || !close || !volume || !values) {
        return SIGMA_E_NULL;
    }
    if (count < 0 || sigma_columns_overlap(high, values, count) ||
        sigma_columns_overlap(low, values, count) || sigma_columns_overlap(close, values, count) ||
        sigma_columns_overlap(volume, values, count) ||
        !sigma_columns_are_bars(high, low, close, count) ||
        !sigma_column_within(volume, count, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_vwap state = {0};
    for (int32_t i = 0; i < count; i++) {
        add(&state, sigma_typical_price(high[i], low[i], close[i]), volume[i]);
        values[i] = average(&state);
    }
    return SIGMA_OK;
}
