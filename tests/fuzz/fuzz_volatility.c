/* SPDX-License-Identifier: MIT */
/* Any state and any bars; and columns give the bits of the stream, in place or not. */
#include <string.h>

#include "fuzz.h"

static void start(fuzz_input *in, sigma_atr *atr)
{
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_ATR, atr);
        return;
    }
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
    sigma_status status = sigma_atr_init(atr, period);
    (void)fuzz_saw_result("sigma_atr_init", status, SIGMA_KIND_ATR, atr);
}

static void stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_atr atr;
    double value, again;

    start(in, &atr);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_atr before = atr;
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status = sigma_atr_update(&atr, bar.high, bar.low, bar.close, &value);
        (void)fuzz_saw_state("sigma_atr_update", status, SIGMA_KIND_ATR, &before, &atr);
        (void)fuzz_saw_number("sigma_atr_update", status, &value);
        REQUIRE(value >= 0.0 && (status == SIGMA_OK || value == 0.0));
        sigma_status read = sigma_atr_read(&atr, &again);
        (void)fuzz_saw_number("sigma_atr_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void same_as_stream(int32_t period, const fuzz_columns *c, const double *values)
{
    sigma_atr atr;
    double value;

    REQUIRE(sigma_atr_init(&atr, period) == SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        sigma_status status = sigma_atr_update(&atr, c->high[i], c->low[i], c->close[i], &value);
        REQUIRE(status >= 0);
        REQUIRE(status == SIGMA_OK ? fuzz_is_same(&values[i], &value, 8) : values[i] != values[i]);
    }
}

static void batch(fuzz_input *in)
{
    fuzz_columns c;
    double values[FUZZ_COLUMN];
    int32_t period = 1 + fuzz_pick(in, 12);

    fuzz_make_columns(in, &c);
    memset(values, '#', sizeof values);
    sigma_status status = sigma_atr_batch(period, c.high, c.low, c.close, c.count, values);
    (void)fuzz_saw_bytes("sigma_atr_batch", status, values, (size_t)c.count * sizeof(double));
    if (status == SIGMA_OK) {
        same_as_stream(period, &c, values);
        double *place = fuzz_pick(in, 2) ? c.high : c.close;
        REQUIRE(sigma_atr_batch(period, c.high, c.low, c.close, c.count, place) == SIGMA_OK);
        REQUIRE(fuzz_is_same(place, values, (size_t)c.count * sizeof(double)));
    } else {
        REQUIRE(((const char *)values)[0] == '#');
    }
}

void fuzz_volatility(fuzz_input *in)
{
    sigma_atr atr = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        stream(in);
        batch(in);
    }
    fuzz_saw_null("sigma_atr_init", sigma_atr_init(NULL, 1));
    fuzz_saw_null("sigma_atr_update", sigma_atr_update(NULL, x, x, x, &value));
    fuzz_saw_null("sigma_atr_update", sigma_atr_update(&atr, x, x, x, NULL));
    fuzz_saw_null("sigma_atr_read", sigma_atr_read(NULL, &value));
    fuzz_saw_null("sigma_atr_read", sigma_atr_read(&atr, NULL));
    fuzz_saw_null("sigma_atr_batch", sigma_atr_batch(1, NULL, &x, &x, 1, &value));
    fuzz_saw_null("sigma_atr_batch", sigma_atr_batch(1, &x, &x, &x, 1, NULL));
}
