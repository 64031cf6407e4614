/* SPDX-License-Identifier: MIT */
#include "columns.h"
#include "pair.h"
#include "tags.h"
#include "volume.h"

static const double PRICE_MIN = 1e-15;
static const double PRICE_MAX = 1e15;
static const double VOLUME_MAX = 1e18;
static const double SUM_MAX = 1e33;

/* What an update can take out of its range. */
static bool numbers_valid(const sigma_obv *obv)
{
    return sigma_held_about(obv->value, SUM_MAX) && sigma_held_about(obv->rest, SUM_MAX);
}

bool sigma_obv_valid(const sigma_obv *obv)
{
    return obv->tag == SIGMA_TAG_OBV && sigma_between(obv->count, 0, 1) && numbers_valid(obv) &&
           sigma_held(obv->close, PRICE_MAX);
}

/* A product with -1, 0 or 1 is exact, and no branch that the market decides. */
static double signed_volume(double close, double last, double volume)
{
    return volume * ((close > last) - (close < last));
}

static void add(sigma_obv *obv, double close, double volume)
{
    double last = obv->count > 0 ? obv->close : close;
    sigma_pair sum = sigma_pair_sum(obv->value, signed_volume(close, last, volume));

    obv->value = sum.high;
    obv->rest += sum.low;
    obv->close = close;
    obv->count = 1;
}

sigma_status sigma_obv_init(sigma_obv *obv)
{
    if (!obv) {
        return SIGMA_E_NULL;
    }
    *obv = (sigma_obv){.tag = SIGMA_TAG_OBV};
    return SIGMA_OK;
}

sigma_status sigma_obv_evaluate(const sigma_obv *obv, double *value)
{
    if (obv->count == 0) {
        return SIGMA_WARMUP;
    }
    *value = obv->value + obv->rest;
    return SIGMA_OK;
}

bool sigma_obv_advance(sigma_obv *obv, double close, double volume)
{
    add(obv, close, volume);
    return numbers_valid(obv);
}

sigma_status sigma_obv_update(sigma_obv *obv, double close, double volume, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!obv) {
        return SIGMA_E_NULL;
    }
    if (!sigma_obv_valid(obv)) {
        return SIGMA_E_STATE;
    }
    if (!sigma_within(close, PRICE_MIN, PRICE_MAX) || !sigma_within(volume, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    sigma_obv next = *obv;
    if (!sigma_obv_advance(&next, close, volume)) {
        return SIGMA_E_STATE;
    }
    *obv = next;
    return sigma_obv_evaluate(obv, value);
}

sigma_status sigma_obv_read(const sigma_obv *obv, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!obv) {
        return SIGMA_E_NULL;
    }
    return sigma_obv_valid(obv) ? sigma_obv_evaluate(obv, value) : SIGMA_E_STATE;
}

/* values may be one of the inputs, so each bar is read whole before its value is written. */
static void fill(const double *close, const double *volume, int32_t count, double *values)
{
    sigma_pair total = {0.0, 0.0};
    double last = count > 0 ? close[0] : 0.0;

    for (int32_t i = 0; i < count; i++) {
        sigma_pair sum = sigma_pair_sum(total.high, signed_volume(close[i], last, volume[i]));
        last = close[i];
        total = (sigma_pair){.high = sum.high, .low = total.low + sum.low};
        values[i] = total.high + total.low;
    }
}

sigma_status sigma_obv_batch(const double *close, const double *volume, int32_t count,
                             double *values)
{
    if (!close || !volume || !values) {
        return SIGMA_E_NULL;
    }
    if (count < 0 || sigma_columns_overlap(close, values, count) ||
        sigma_columns_overlap(volume, values, count) ||
        !sigma_column_within(close, count, PRICE_MIN, PRICE_MAX) ||
        !sigma_column_within(volume, count, 0.0, VOLUME_MAX)) {
        return SIGMA_E_RANGE;
    }
    fill(close, volume, count, values);
    return SIGMA_OK;
}
