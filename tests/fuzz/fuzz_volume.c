/* SPDX-License-Identifier: MIT */
/* Any state and any bars; and columns give the bits of the stream, in place or not. */
#include <string.h>

#include "fuzz.h"

/* ---- on-balance volume */

static void obv_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_obv obv;
    double value, again;

    sigma_status status = sigma_obv_init(&obv);
    (void)fuzz_saw_result("sigma_obv_init", status, SIGMA_KIND_OBV, &obv);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_OBV, &obv);
    }
    status = sigma_obv_read(&obv, &value);
    (void)fuzz_saw_number("sigma_obv_read", status, &value);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_obv before = obv;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_obv_update(&obv, bar.close, bar.volume, &value);
        (void)fuzz_saw_state("sigma_obv_update", status, SIGMA_KIND_OBV, &before, &obv);
        (void)fuzz_saw_number("sigma_obv_update", status, &value);
        sigma_status read = sigma_obv_read(&obv, &again);
        (void)fuzz_saw_number("sigma_obv_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void obv_batch(const fuzz_columns *c)
{
    double values[FUZZ_COLUMN], value;
    sigma_obv obv;

    memset(values, '#', sizeof values);
    sigma_status status = sigma_obv_batch(c->low, c->volume, c->count, values);
    (void)fuzz_saw_column("sigma_obv_batch", status, values, c->count);
    REQUIRE(status == SIGMA_OK || ((const char *)values)[0] == '#');
    REQUIRE(sigma_obv_init(&obv) == SIGMA_OK);
    for (int32_t i = 0; status == SIGMA_OK && i < c->count; i++) {
        REQUIRE(sigma_obv_update(&obv, c->low[i], c->volume[i], &value) == SIGMA_OK);
        REQUIRE(fuzz_is_same(&values[i], &value, sizeof value));
    }
}

/* ---- average price */

static void vwap_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_vwap vwap;
    double value, again;

    sigma_status status = sigma_vwap_init(&vwap);
    (void)fuzz_saw_result("sigma_vwap_init", status, SIGMA_KIND_VWAP, &vwap);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_VWAP, &vwap);
    }
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_vwap before = vwap;
        fuzz_make_bar(in, &symbol, &bar);
        if (fuzz_pick(in, 8) == 0) {
            status = sigma_vwap_session(&vwap, fuzz_pick(in, 3));
            (void)fuzz_saw_state("sigma_vwap_session", status, SIGMA_KIND_VWAP, &before, &vwap);
            status = sigma_vwap_read(&vwap, &value);
            (void)fuzz_saw_number("sigma_vwap_read", status, &value);
            before = vwap;
        }
        status = sigma_vwap_update(&vwap, bar.high, bar.low, bar.close, bar.volume, &value);
        (void)fuzz_saw_state("sigma_vwap_update", status, SIGMA_KIND_VWAP, &before, &vwap);
        (void)fuzz_saw_number("sigma_vwap_update", status, &value);
        REQUIRE(status < 0 || (value >= 1e-15 && value <= 1e15));
        sigma_status read = sigma_vwap_read(&vwap, &again);
        (void)fuzz_saw_number("sigma_vwap_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void vwap_batch(fuzz_input *in, fuzz_columns *c)
{
    double values[FUZZ_COLUMN], value;
    size_t size = (size_t)c->count * sizeof(double);
    sigma_vwap vwap;

    memset(values, '#', sizeof values);
    sigma_status status = sigma_vwap_batch(c->high, c->low, c->close, c->volume, c->count, values);
    (void)fuzz_saw_column("sigma_vwap_batch", status, values, c->count);
    if (status != SIGMA_OK) {
        REQUIRE(((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_vwap_init(&vwap) == SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        REQUIRE(sigma_vwap_update(&vwap, c->high[i], c->low[i], c->close[i], c->volume[i],
                                  &value) == SIGMA_OK);
        REQUIRE(fuzz_is_same(&values[i], &value, sizeof value));
    }
    double *place = fuzz_pick(in, 2) ? c->high : c->volume;
    REQUIRE(sigma_vwap_batch(c->high, c->low, c->close, c->volume, c->count, place) == SIGMA_OK);
    REQUIRE(fuzz_is_same(place, values, size));
}

/* ---- money flow */

static void start_mfi(fuzz_input *in, sigma_mfi *mfi)
{
    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_MFI, mfi);
        return;
    }
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
    sigma_status status = sigma_mfi_init(mfi, period);
    (void)fuzz_saw_result("sigma_mfi_init", status, SIGMA_KIND_MFI, mfi);
}

static void mfi_stream(fuzz_input *in)
{
    static sigma_mfi mfi, before;
    sigma_symbol symbol;
    sigma_bar bar = {0};
    double value, again;

    start_mfi(in, &mfi);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        before = mfi;
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status =
            sigma_mfi_update(&mfi, bar.high, bar.low, bar.close, bar.volume, &value);
        (void)fuzz_saw_state("sigma_mfi_update", status, SIGMA_KIND_MFI, &before, &mfi);
        (void)fuzz_saw_number("sigma_mfi_update", status, &value);
        REQUIRE(value >= 0.0 && value <= 100.0);
        sigma_status read = sigma_mfi_read(&mfi, &again);
        (void)fuzz_saw_number("sigma_mfi_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void mfi_batch(fuzz_input *in, fuzz_columns *c)
{
    static sigma_mfi mfi;
    double values[FUZZ_COLUMN], value;
    size_t size = (size_t)c->count * sizeof(double);
    int32_t period = 1 + fuzz_pick(in, 12);

    memset(values, '#', sizeof values);
    sigma_status status =
        sigma_mfi_batch(period, c->high, c->low, c->close, c->volume, c->count, values);
    (void)fuzz_saw_column("sigma_mfi_batch", status, values, c->count);
    if (status != SIGMA_OK) {
        REQUIRE(((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_mfi_init(&mfi, period) == SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        status = sigma_mfi_update(&mfi, c->high[i], c->low[i], c->close[i], c->volume[i], &value);
        REQUIRE(status == SIGMA_OK ? fuzz_is_same(&values[i], &value, 8)
                                   : status > 0 && values[i] != values[i]);
    }
    double *place = fuzz_pick(in, 2) ? c->low : c->volume;
    REQUIRE(sigma_mfi_batch(period, c->high, c->low, c->close, c->volume, c->count, place) ==
            SIGMA_OK);
    REQUIRE(fuzz_is_same(place, values, size));
}

static void no_mfi(void)
{
    static sigma_mfi mfi;
    double value, x = 1.0;

    fuzz_saw_null("sigma_mfi_init", sigma_mfi_init(NULL, 1));
    fuzz_saw_null("sigma_mfi_update", sigma_mfi_update(NULL, x, x, x, x, &value));
    fuzz_saw_null("sigma_mfi_update", sigma_mfi_update(&mfi, x, x, x, x, NULL));
    fuzz_saw_null("sigma_mfi_read", sigma_mfi_read(NULL, &value));
    fuzz_saw_null("sigma_mfi_read", sigma_mfi_read(&mfi, NULL));
    fuzz_saw_null("sigma_mfi_batch", sigma_mfi_batch(1, &x, &x, &x, NULL, 1, &value));
}

void fuzz_volume(fuzz_input *in)
{
    fuzz_columns c;
    sigma_obv obv = {0};
    sigma_vwap vwap = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        obv_stream(in);
        vwap_stream(in);
        fuzz_make_columns(in, &c);
        obv_batch(&c);
        mfi_stream(in);
        if (fuzz_pick(in, 2)) {
            vwap_batch(in, &c);
        } else {
            mfi_batch(in, &c);
        }
    }
    no_mfi();
    fuzz_saw_null("sigma_obv_init", sigma_obv_init(NULL));
    fuzz_saw_null("sigma_obv_update", sigma_obv_update(NULL, x, x, &value));
    fuzz_saw_null("sigma_obv_update", sigma_obv_update(&obv, x, x, NULL));
    fuzz_saw_null("sigma_obv_read", sigma_obv_read(NULL, &value));
    fuzz_saw_null("sigma_obv_read", sigma_obv_read(&obv, NULL));
    fuzz_saw_null("sigma_obv_batch", sigma_obv_batch(&x, NULL, 1, &value));
    fuzz_saw_null("sigma_vwap_init", sigma_vwap_init(NULL));
    fuzz_saw_null("sigma_vwap_session", sigma_vwap_session(NULL, 1));
    fuzz_saw_null("sigma_vwap_update", sigma_vwap_update(NULL, x, x, x, x, &value));
    fuzz_saw_null("sigma_vwap_update", sigma_vwap_update(&vwap, x, x, x, x, NULL));
    fuzz_saw_null("sigma_vwap_read", sigma_vwap_read(NULL, &value));
    fuzz_saw_null("sigma_vwap_read", sigma_vwap_read(&vwap, NULL));
    fuzz_saw_null("sigma_vwap_batch", sigma_vwap_batch(&x, &x, &x, NULL, 1, &value));
}
