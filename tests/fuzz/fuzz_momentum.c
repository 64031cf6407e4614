/* SPDX-License-Identifier: MIT */
/* Any state and any values; and columns give the bits of the stream, in place or not. */
#include <string.h>

#include "fuzz.h"

static void start(fuzz_input *in, sigma_rsi *rsi)
{
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_RSI, rsi);
        return;
    }
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
    sigma_status status = sigma_rsi_init(rsi, period);
    (void)fuzz_saw_result("sigma_rsi_init", status, SIGMA_KIND_RSI, rsi);
}

static void stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_rsi rsi;
    double value, again;

    start(in, &rsi);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_rsi before = rsi;
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status = sigma_rsi_update(&rsi, bar.close, &value);
        (void)fuzz_saw_state("sigma_rsi_update", status, SIGMA_KIND_RSI, &before, &rsi);
        (void)fuzz_saw_number("sigma_rsi_update", status, &value);
        REQUIRE(value >= 0.0 && value <= 100.0 && (status == SIGMA_OK || value == 0.0));
        sigma_status read = sigma_rsi_read(&rsi, &again);
        (void)fuzz_saw_number("sigma_rsi_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void same_as_stream(int32_t period, const fuzz_columns *c, const double *values)
{
    sigma_rsi rsi;
    double value;

    REQUIRE(sigma_rsi_init(&rsi, period) == SIGMA_OK);
    for (int32_t i = 0; i < c->count; i++) {
        sigma_status status = sigma_rsi_update(&rsi, c->low[i], &value);
        REQUIRE(status >= 0);
        REQUIRE(status == SIGMA_OK ? fuzz_is_same(&values[i], &value, 8) : values[i] != values[i]);
    }
}

static void batch(fuzz_input *in)
{
    fuzz_columns c;
    double values[FUZZ_COLUMN];
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);

    fuzz_make_columns(in, &c);
    memset(values, '#', sizeof values);
    sigma_status status = sigma_rsi_batch(period, c.low, c.count, values);
    (void)fuzz_saw_bytes("sigma_rsi_batch", status, values, (size_t)c.count * sizeof(double));
    if (status == SIGMA_OK) {
        same_as_stream(period, &c, values);
        REQUIRE(sigma_rsi_batch(period, c.low, c.count, c.low) == SIGMA_OK);
        REQUIRE(fuzz_is_same(c.low, values, (size_t)c.count * sizeof(double)));
    } else {
        REQUIRE(((const char *)values)[0] == '#');
    }
}

void fuzz_momentum(fuzz_input *in)
{
    sigma_rsi rsi = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        stream(in);
        batch(in);
    }
    fuzz_saw_null("sigma_rsi_init", sigma_rsi_init(NULL, 1));
    fuzz_saw_null("sigma_rsi_update", sigma_rsi_update(NULL, x, &value));
    fuzz_saw_null("sigma_rsi_update", sigma_rsi_update(&rsi, x, NULL));
    fuzz_saw_null("sigma_rsi_read", sigma_rsi_read(NULL, &value));
    fuzz_saw_null("sigma_rsi_read", sigma_rsi_read(&rsi, NULL));
    fuzz_saw_null("sigma_rsi_batch", sigma_rsi_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_rsi_batch", sigma_rsi_batch(1, &x, 1, NULL));
}
