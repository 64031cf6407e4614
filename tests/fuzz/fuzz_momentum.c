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
    (void)fuzz_saw_column("sigma_rsi_batch", status, values, c.count);
    if (status == SIGMA_OK) {
        same_as_stream(period, &c, values);
        REQUIRE(sigma_rsi_batch(period, c.low, c.count, c.low) == SIGMA_OK);
        REQUIRE(fuzz_is_same(c.low, values, (size_t)c.count * sizeof(double)));
    } else {
        REQUIRE(((const char *)values)[0] == '#');
    }
}

/* ---- stochastic */

static void start_stochastic(fuzz_input *in, sigma_stochastic *s)
{
    int32_t n[3];

    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_STOCHASTIC, s);
        return;
    }
    for (int32_t i = 0; i < 3; i++) {
        n[i] = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
    }
    sigma_status status = sigma_stochastic_init(s, n[0], n[1], n[2]);
    (void)fuzz_saw_result("sigma_stochastic_init", status, SIGMA_KIND_STOCHASTIC, s);
}

static void stream_stochastic(fuzz_input *in)
{
    static sigma_stochastic s, before;
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_stochastic_result result, again;

    start_stochastic(in, &s);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        before = s;
        fuzz_make_bar(in, &symbol, &bar);
        sigma_status status = sigma_stochastic_update(&s, bar.high, bar.low, bar.close, &result);
        (void)fuzz_saw_state("sigma_stochastic_update", status, SIGMA_KIND_STOCHASTIC, &before, &s);
        (void)fuzz_saw_result("sigma_stochastic_update", status, SIGMA_KIND_STOCHASTIC_RESULT,
                              &result);
        sigma_status read = sigma_stochastic_read(&s, &again);
        (void)fuzz_saw_result("sigma_stochastic_read", read, SIGMA_KIND_STOCHASTIC_RESULT, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&result, &again, sizeof result)));
    }
}

static bool same_or_warming(bool ready, double value, const double *expected)
{
    return ready ? fuzz_is_same(&value, expected, sizeof value) : value != value;
}

static void batch_stochastic(fuzz_input *in)
{
    static sigma_stochastic s;
    fuzz_columns c;
    double out[3][FUZZ_COLUMN];
    int32_t n = 1 + fuzz_pick(in, 12), k = 1 + fuzz_pick(in, 4), d = 1 + fuzz_pick(in, 4);
    sigma_stochastic_result r;

    fuzz_make_columns(in, &c);
    size_t size = (size_t)c.count * sizeof(double);
    memset(out, '#', sizeof out);
    sigma_status status =
        sigma_stochastic_batch(n, k, d, c.high, c.low, c.close, c.count, out[0], out[1], out[2]);
    for (int32_t i = 0; i < 3; i++) {
        (void)fuzz_saw_column("sigma_stochastic_batch", status, out[i], c.count);
        REQUIRE(status == SIGMA_OK || ((const char *)out[i])[0] == '#');
    }
    REQUIRE(sigma_stochastic_init(&s, n, k, d) == SIGMA_OK);
    for (int32_t i = 0; status == SIGMA_OK && i < c.count; i++) {
        REQUIRE(sigma_stochastic_update(&s, c.high[i], c.low[i], c.close[i], &r) >= 0);
        REQUIRE(same_or_warming(i >= n - 1, out[0][i], &r.raw));
        REQUIRE(same_or_warming(i >= n + k - 2, out[1][i], &r.k));
        REQUIRE(same_or_warming(i >= n + k + d - 3, out[2][i], &r.d));
    }
    if (status == SIGMA_OK) {
        REQUIRE(sigma_stochastic_batch(n, k, d, c.high, c.low, c.close, c.count, c.low, c.close,
                                       c.high) == SIGMA_OK);
        REQUIRE(fuzz_is_same(c.low, out[0], size) && fuzz_is_same(c.close, out[1], size) &&
                fuzz_is_same(c.high, out[2], size));
    }
}

static void no_stochastic(void)
{
    static sigma_stochastic s;
    sigma_stochastic_result r;
    double x = 1.0, a, b, d;

    fuzz_saw_null("sigma_stochastic_init", sigma_stochastic_init(NULL, 1, 1, 1));
    fuzz_saw_null("sigma_stochastic_update", sigma_stochastic_update(NULL, x, x, x, &r));
    fuzz_saw_null("sigma_stochastic_update", sigma_stochastic_update(&s, x, x, x, NULL));
    fuzz_saw_null("sigma_stochastic_read", sigma_stochastic_read(NULL, &r));
    fuzz_saw_null("sigma_stochastic_read", sigma_stochastic_read(&s, NULL));
    fuzz_saw_null("sigma_stochastic_batch",
                  sigma_stochastic_batch(1, 1, 1, &x, &x, &x, 1, &a, &b, NULL));
    fuzz_saw_null("sigma_stochastic_batch",
                  sigma_stochastic_batch(1, 1, 1, &x, NULL, &x, 1, &a, &b, &d));
}

void fuzz_momentum(fuzz_input *in)
{
    sigma_rsi rsi = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        stream(in);
        batch(in);
        stream_stochastic(in);
        batch_stochastic(in);
    }
    no_stochastic();
    fuzz_saw_null("sigma_rsi_init", sigma_rsi_init(NULL, 1));
    fuzz_saw_null("sigma_rsi_update", sigma_rsi_update(NULL, x, &value));
    fuzz_saw_null("sigma_rsi_update", sigma_rsi_update(&rsi, x, NULL));
    fuzz_saw_null("sigma_rsi_read", sigma_rsi_read(NULL, &value));
    fuzz_saw_null("sigma_rsi_read", sigma_rsi_read(&rsi, NULL));
    fuzz_saw_null("sigma_rsi_batch", sigma_rsi_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_rsi_batch", sigma_rsi_batch(1, &x, 1, NULL));
}
