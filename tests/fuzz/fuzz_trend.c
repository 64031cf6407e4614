/* SPDX-License-Identifier: MIT */
/* Any state and any bars; and columns give the bits of the stream, in place or not. */
#include <string.h>

#include "fuzz.h"

/* Returns whether the state is forged. */
static bool start(fuzz_input *in, sigma_adx *adx)
{
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_ADX, adx);
        return true;
    }
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 8);
    sigma_status status = sigma_adx_init(adx, period);
    (void)fuzz_saw_result("sigma_adx_init", status, SIGMA_KIND_ADX, adx);
    return false;
}

static void stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_adx adx;
    sigma_adx_result result, again;

    bool forged = start(in, &adx);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_adx before = adx;
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status = sigma_adx_update(&adx, bar.high, bar.low, bar.close, &result);
        (void)fuzz_saw_state("sigma_adx_update", status, SIGMA_KIND_ADX, &before, &adx);
        (void)fuzz_saw_read("sigma_adx_update", status, SIGMA_KIND_ADX_RESULT, &result, forged);
        REQUIRE(status == SIGMA_OK || result.adx == 0.0);
        sigma_status read = sigma_adx_read(&adx, &again);
        (void)fuzz_saw_read("sigma_adx_read", read, SIGMA_KIND_ADX_RESULT, &again, forged);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&result, &again, sizeof result)));
    }
}

static bool same_or_warming(bool ready, double value, const double *expected)
{
    return ready ? fuzz_is_same(&value, expected, sizeof value) : value != value;
}

static void same_as_stream(int32_t period, const fuzz_columns *c, const double *adx,
                           const double *plus_di, const double *minus_di)
{
    sigma_adx state;
    sigma_adx_result r;

    REQUIRE(sigma_adx_init(&state, period) == SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        sigma_status status = sigma_adx_update(&state, c->high[i], c->low[i], c->close[i], &r);
        REQUIRE(status >= 0);
        REQUIRE(same_or_warming(status == SIGMA_OK, adx[i], &r.adx));
        REQUIRE(same_or_warming(i >= period, plus_di[i], &r.plus_di));
        REQUIRE(same_or_warming(i >= period, minus_di[i], &r.minus_di));
    }
}

static void batch(fuzz_input *in)
{
    fuzz_columns c;
    double out[3][FUZZ_COLUMN];
    int32_t period = 1 + fuzz_pick(in, 8);

    fuzz_make_columns(in, &c);
    size_t size = (size_t)c.count * sizeof(double);
    memset(out, '#', sizeof out);
    sigma_status status =
        sigma_adx_batch(period, c.high, c.low, c.close, c.count, out[0], out[1], out[2]);
    for (int32_t i = 0; i < 3; i++) {
        (void)fuzz_saw_column("sigma_adx_batch", status, out[i], c.count);
        REQUIRE(status == SIGMA_OK || ((const char *)out[i])[0] == '#');
    }
    if (status == SIGMA_OK) {
        same_as_stream(period, &c, out[0], out[1], out[2]);
        REQUIRE(sigma_adx_batch(period, c.high, c.low, c.close, c.count, c.low, c.high, c.close) ==
                SIGMA_OK);
        REQUIRE(fuzz_is_same(c.low, out[0], size) && fuzz_is_same(c.high, out[1], size) &&
                fuzz_is_same(c.close, out[2], size));
    }
}

void fuzz_trend(fuzz_input *in)
{
    sigma_adx adx = {0};
    sigma_adx_result result;
    double x = 1.0, a, b, c;

    while (fuzz_more(in)) {
        stream(in);
        batch(in);
    }
    fuzz_saw_null("sigma_adx_init", sigma_adx_init(NULL, 1));
    fuzz_saw_null("sigma_adx_update", sigma_adx_update(NULL, x, x, x, &result));
    fuzz_saw_null("sigma_adx_update", sigma_adx_update(&adx, x, x, x, NULL));
    fuzz_saw_null("sigma_adx_read", sigma_adx_read(NULL, &result));
    fuzz_saw_null("sigma_adx_read", sigma_adx_read(&adx, NULL));
    fuzz_saw_null("sigma_adx_batch", sigma_adx_batch(1, &x, NULL, &x, 1, &a, &b, &c));
    fuzz_saw_null("sigma_adx_batch", sigma_adx_batch(1, &x, &x, &x, 1, &a, NULL, &c));
}
