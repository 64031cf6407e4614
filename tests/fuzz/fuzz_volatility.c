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
    (void)fuzz_saw_column("sigma_atr_batch", status, values, c.count);
    if (status == SIGMA_OK) {
        same_as_stream(period, &c, values);
        double *place = fuzz_pick(in, 2) ? c.high : c.close;
        REQUIRE(sigma_atr_batch(period, c.high, c.low, c.close, c.count, place) == SIGMA_OK);
        REQUIRE(fuzz_is_same(place, values, (size_t)c.count * sizeof(double)));
    } else {
        REQUIRE(((const char *)values)[0] == '#');
    }
}

/* ---- estimators */

static void start_volatility(fuzz_input *in, sigma_volatility *v)
{
    if (fuzz_pick(in, 16) == 0) {
        fuzz_object(in, SIGMA_KIND_VOLATILITY, v);
        return;
    }
    int32_t kind = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 5);
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
    double bars = fuzz_rarely(in) ? fuzz_double(in) : 252.0;
    sigma_status status = sigma_volatility_init(v, kind, period, bars);
    (void)fuzz_saw_result("sigma_volatility_init", status, SIGMA_KIND_VOLATILITY, v);
}

static void stream_volatility(fuzz_input *in)
{
    static sigma_volatility v, before;
    sigma_symbol symbol;
    sigma_bar b = {0};
    double value, again;

    start_volatility(in, &v);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        before = v;
        fuzz_make_bar(in, &symbol, &b);
        sigma_status status = sigma_volatility_update(&v, b.open, b.high, b.low, b.close, &value);
        (void)fuzz_saw_state("sigma_volatility_update", status, SIGMA_KIND_VOLATILITY, &before, &v);
        (void)fuzz_saw_number("sigma_volatility_update", status, &value);
        REQUIRE(value >= 0.0 && (status == SIGMA_OK || value == 0.0));
        sigma_status read = sigma_volatility_read(&v, &again);
        (void)fuzz_saw_number("sigma_volatility_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void batch_volatility(fuzz_input *in)
{
    static sigma_volatility v;
    fuzz_columns c;
    double values[FUZZ_COLUMN], value;
    int32_t kind = 1 + fuzz_pick(in, 5), period = 1 + fuzz_pick(in, 12);

    fuzz_make_columns(in, &c);
    size_t size = (size_t)c.count * sizeof(double);
    memset(values, '#', sizeof values);
    sigma_status status = sigma_volatility_batch(kind, period, 252.0, c.open, c.high, c.low,
                                                 c.close, c.count, values);
    (void)fuzz_saw_column("sigma_volatility_batch", status, values, c.count);
    if (status != SIGMA_OK) {
        REQUIRE(((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_volatility_init(&v, kind, period, 252.0) == SIGMA_OK);
    for (int32_t i = 0; i < c.count; i++) {
        status = sigma_volatility_update(&v, c.open[i], c.high[i], c.low[i], c.close[i], &value);
        REQUIRE(status == SIGMA_OK ? fuzz_is_same(&values[i], &value, 8)
                                   : status > 0 && values[i] != values[i]);
    }
    double *place = fuzz_pick(in, 2) ? c.open : c.close;
    REQUIRE(sigma_volatility_batch(kind, period, 252.0, c.open, c.high, c.low, c.close, c.count,
                                   place) == SIGMA_OK);
    REQUIRE(fuzz_is_same(place, values, size));
}

/* ---- exponentially weighted */

static void stream_ewma(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_ewma ewma;
    double value, again;
    double decay = fuzz_rarely(in) ? fuzz_double(in) : fuzz_pick(in, 10) * 0.1;

    sigma_status status = sigma_ewma_init(&ewma, decay, 252.0);
    (void)fuzz_saw_result("sigma_ewma_init", status, SIGMA_KIND_EWMA, &ewma);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_EWMA, &ewma);
    }
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_ewma before = ewma;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_ewma_update(&ewma, bar.close, &value);
        (void)fuzz_saw_state("sigma_ewma_update", status, SIGMA_KIND_EWMA, &before, &ewma);
        (void)fuzz_saw_number("sigma_ewma_update", status, &value);
        sigma_status read = sigma_ewma_read(&ewma, &again);
        (void)fuzz_saw_number("sigma_ewma_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void batch_ewma(fuzz_input *in)
{
    fuzz_columns c;
    sigma_ewma ewma;
    double values[FUZZ_COLUMN], value, decay = fuzz_pick(in, 10) * 0.1;

    fuzz_make_columns(in, &c);
    memset(values, '#', sizeof values);
    sigma_status status = sigma_ewma_batch(decay, 252.0, c.low, c.count, values);
    (void)fuzz_saw_column("sigma_ewma_batch", status, values, c.count);
    REQUIRE(status == SIGMA_OK || ((const char *)values)[0] == '#');
    REQUIRE(sigma_ewma_init(&ewma, decay, 252.0) == SIGMA_OK);
    for (int32_t i = 0; status >= 0 && i < c.count; i++) {
        status = sigma_ewma_update(&ewma, c.low[i], &value);
        REQUIRE(status == SIGMA_OK ? fuzz_is_same(&values[i], &value, 8)
                                   : status > 0 && values[i] != values[i]);
    }
}

static void no_volatility(void)
{
    static sigma_volatility v;
    sigma_ewma e = {0};
    double value, x = 1.0;

    fuzz_saw_null("sigma_volatility_init", sigma_volatility_init(NULL, 1, 1, 1.0));
    fuzz_saw_null("sigma_volatility_update", sigma_volatility_update(NULL, x, x, x, x, &value));
    fuzz_saw_null("sigma_volatility_update", sigma_volatility_update(&v, x, x, x, x, NULL));
    fuzz_saw_null("sigma_volatility_read", sigma_volatility_read(NULL, &value));
    fuzz_saw_null("sigma_volatility_read", sigma_volatility_read(&v, NULL));
    fuzz_saw_null("sigma_volatility_batch",
                  sigma_volatility_batch(1, 1, 1.0, &x, &x, NULL, &x, 1, &value));
    fuzz_saw_null("sigma_ewma_init", sigma_ewma_init(NULL, 0.5, 1.0));
    fuzz_saw_null("sigma_ewma_update", sigma_ewma_update(NULL, x, &value));
    fuzz_saw_null("sigma_ewma_update", sigma_ewma_update(&e, x, NULL));
    fuzz_saw_null("sigma_ewma_read", sigma_ewma_read(NULL, &value));
    fuzz_saw_null("sigma_ewma_read", sigma_ewma_read(&e, NULL));
    fuzz_saw_null("sigma_ewma_batch", sigma_ewma_batch(0.5, 1.0, NULL, 1, &value));
}

void fuzz_volatility(fuzz_input *in)
{
    sigma_atr atr = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        stream(in);
        batch(in);
        stream_volatility(in);
        batch_volatility(in);
        stream_ewma(in);
        batch_ewma(in);
    }
    no_volatility();
    fuzz_saw_null("sigma_atr_init", sigma_atr_init(NULL, 1));
    fuzz_saw_null("sigma_atr_update", sigma_atr_update(NULL, x, x, x, &value));
    fuzz_saw_null("sigma_atr_update", sigma_atr_update(&atr, x, x, x, NULL));
    fuzz_saw_null("sigma_atr_read", sigma_atr_read(NULL, &value));
    fuzz_saw_null("sigma_atr_read", sigma_atr_read(&atr, NULL));
    fuzz_saw_null("sigma_atr_batch", sigma_atr_batch(1, NULL, &x, &x, 1, &value));
    fuzz_saw_null("sigma_atr_batch", sigma_atr_batch(1, &x, &x, &x, 1, NULL));
}
