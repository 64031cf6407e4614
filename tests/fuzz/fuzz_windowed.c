/* SPDX-License-Identifier: MIT */
/* Indicators over a window: any state and any values; and a column gives the bits of the stream, in
 * place or not, after any number of NaNs. */
#include <math.h>
#include <string.h>

#include "fuzz.h"

/* Mostly short, so that windows fill. */
static int32_t pick_period(fuzz_input *in)
{
    return fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
}

static bool hurt(fuzz_input *in, void *state, int32_t kind)
{
    if (fuzz_pick(in, 8) > 0) {
        return false;
    }
    fuzz_damage(in, state, fuzz_size(kind));
    return true;
}

static bool same_or_warming(sigma_status status, double value, const double *expected)
{
    return status == SIGMA_OK ? fuzz_is_same(&value, expected, sizeof value) : value != value;
}

/* A column of closes after some NaNs, of which the number is returned. */
static int32_t lead(fuzz_input *in, fuzz_columns *c)
{
    int32_t length = fuzz_pick(in, 4) > 0 ? 0 : fuzz_pick(in, c->count + 1);
    for (int32_t i = 0; i < length; i++) {
        c->close[i] = (double)NAN;
    }
    return length;
}

static void sma_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_sma state;
    double value, again;

    sigma_status status = sigma_sma_init(&state, pick_period(in));
    (void)fuzz_saw_result("sigma_sma_init", status, SIGMA_KIND_SMA, &state);
    (void)hurt(in, &state, SIGMA_KIND_SMA);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_sma before = state;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_sma_update(&state, bar.close, &value);
        (void)fuzz_saw_state("sigma_sma_update", status, SIGMA_KIND_SMA, &before, &state);
        (void)fuzz_saw_number("sigma_sma_update", status, &value);
        REQUIRE(status == SIGMA_OK || value == 0.0);
        sigma_status read = sigma_sma_read(&state, &again);
        (void)fuzz_saw_number("sigma_sma_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void sma_column(fuzz_input *in)
{
    fuzz_columns c;
    sigma_sma state;
    double values[FUZZ_COLUMN], value;
    int32_t period = pick_period(in);

    fuzz_make_columns(in, &c);
    int32_t first = lead(in, &c);
    memset(values, '#', sizeof values);
    sigma_status status = sigma_sma_batch(period, c.close, c.count, values);
    (void)fuzz_saw_bytes("sigma_sma_batch", status, values, (size_t)c.count * sizeof(double));
    if (status != SIGMA_OK) {
        REQUIRE(((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_sma_init(&state, period) == SIGMA_OK);
    for (int32_t i = first; i < c.count; i++) {
        status = sigma_sma_update(&state, c.close[i], &value);
        REQUIRE(status >= 0 && same_or_warming(status, values[i], &value));
    }
    REQUIRE(sigma_sma_batch(period, c.close, c.count, c.close) == SIGMA_OK);
    REQUIRE(fuzz_is_same(c.close, values, (size_t)c.count * sizeof(double)));
}

static void zscore_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_zscore state;
    double value, again;

    sigma_status status = sigma_zscore_init(&state, pick_period(in));
    (void)fuzz_saw_result("sigma_zscore_init", status, SIGMA_KIND_ZSCORE, &state);
    (void)hurt(in, &state, SIGMA_KIND_ZSCORE);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_zscore before = state;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_zscore_update(&state, bar.close, &value);
        (void)fuzz_saw_state("sigma_zscore_update", status, SIGMA_KIND_ZSCORE, &before, &state);
        (void)fuzz_saw_number("sigma_zscore_update", status, &value);
        REQUIRE(status == SIGMA_OK || value == 0.0);
        sigma_status read = sigma_zscore_read(&state, &again);
        (void)fuzz_saw_number("sigma_zscore_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void zscore_column(fuzz_input *in)
{
    fuzz_columns c;
    sigma_zscore state;
    double values[FUZZ_COLUMN], value;
    int32_t period = pick_period(in);

    fuzz_make_columns(in, &c);
    int32_t first = lead(in, &c);
    memset(values, '#', sizeof values);
    sigma_status status = sigma_zscore_batch(period, c.close, c.count, values);
    (void)fuzz_saw_bytes("sigma_zscore_batch", status, values, (size_t)c.count * sizeof(double));
    if (status != SIGMA_OK) {
        REQUIRE(((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_zscore_init(&state, period) == SIGMA_OK);
    for (int32_t i = first; i < c.count; i++) {
        status = sigma_zscore_update(&state, c.close[i], &value);
        REQUIRE(status >= 0 && same_or_warming(status, values[i], &value));
    }
    REQUIRE(sigma_zscore_batch(period, c.close, c.count, c.close) == SIGMA_OK);
    REQUIRE(fuzz_is_same(c.close, values, (size_t)c.count * sizeof(double)));
}

static void cci_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_cci state;
    double value, again;

    sigma_status status = sigma_cci_init(&state, pick_period(in));
    (void)fuzz_saw_result("sigma_cci_init", status, SIGMA_KIND_CCI, &state);
    (void)hurt(in, &state, SIGMA_KIND_CCI);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_cci before = state;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_cci_update(&state, bar.high, bar.low, bar.close, &value);
        (void)fuzz_saw_state("sigma_cci_update", status, SIGMA_KIND_CCI, &before, &state);
        (void)fuzz_saw_number("sigma_cci_update", status, &value);
        REQUIRE(status == SIGMA_OK || value == 0.0);
        sigma_status read = sigma_cci_read(&state, &again);
        (void)fuzz_saw_number("sigma_cci_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void cci_column(fuzz_input *in)
{
    fuzz_columns c;
    sigma_cci state;
    double values[FUZZ_COLUMN], value;
    int32_t period = pick_period(in);

    fuzz_make_columns(in, &c);
    int32_t first = 0;
    memset(values, '#', sizeof values);
    sigma_status status = sigma_cci_batch(period, c.high, c.low, c.close, c.count, values);
    (void)fuzz_saw_bytes("sigma_cci_batch", status, values, (size_t)c.count * sizeof(double));
    if (status != SIGMA_OK) {
        REQUIRE(((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_cci_init(&state, period) == SIGMA_OK);
    for (int32_t i = first; i < c.count; i++) {
        status = sigma_cci_update(&state, c.high[i], c.low[i], c.close[i], &value);
        REQUIRE(status >= 0 && same_or_warming(status, values[i], &value));
    }
    REQUIRE(sigma_cci_batch(period, c.high, c.low, c.close, c.count, c.close) == SIGMA_OK);
    REQUIRE(fuzz_is_same(c.close, values, (size_t)c.count * sizeof(double)));
}

static void slope_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_slope state;
    sigma_slope_result result, again;
    int32_t period = pick_period(in);

    sigma_status status = sigma_slope_init(&state, period);
    (void)fuzz_saw_result("sigma_slope_init", status, SIGMA_KIND_SLOPE, &state);
    bool forged = hurt(in, &state, SIGMA_KIND_SLOPE);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_slope before = state;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_slope_update(&state, bar.close, &result);
        (void)fuzz_saw_state("sigma_slope_update", status, SIGMA_KIND_SLOPE, &before, &state);
        (void)fuzz_saw_read("sigma_slope_update", status, SIGMA_KIND_SLOPE_RESULT, &result, forged);
        REQUIRE(status == SIGMA_OK || fuzz_is_zero(&result, sizeof result));
        sigma_status read = sigma_slope_read(&state, &again);
        (void)fuzz_saw_read("sigma_slope_read", read, SIGMA_KIND_SLOPE_RESULT, &again, forged);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&result, &again, sizeof result)));
    }
}

static void slope_batch_columns(fuzz_input *in)
{
    fuzz_columns c;
    sigma_slope state;
    sigma_slope_result r;
    double out[2][FUZZ_COLUMN];
    int32_t period = pick_period(in);

    fuzz_make_columns(in, &c);
    int32_t first = lead(in, &c);
    memset(out, '#', sizeof out);
    sigma_status status = sigma_slope_batch(period, c.close, c.count, out[0], out[1]);
    for (int32_t i = 0; i < 2; i++) {
        (void)fuzz_saw_bytes("sigma_slope_batch", status, out[i], (size_t)c.count * 8);
        REQUIRE(status == SIGMA_OK || ((const char *)out[i])[0] == '#');
    }
    if (status != SIGMA_OK) {
        return;
    }
    REQUIRE(sigma_slope_init(&state, period) == SIGMA_OK);
    for (int32_t i = first; i < c.count; i++) {
        status = sigma_slope_update(&state, c.close[i], &r);
        REQUIRE(status >= 0);
        REQUIRE(same_or_warming(status, out[0][i], &r.slope));
        REQUIRE(same_or_warming(status, out[1][i], &r.relative));
    }
    REQUIRE(sigma_slope_batch(period, c.close, c.count, c.high, c.close) == SIGMA_OK);
    REQUIRE(fuzz_is_same(c.close, out[1], (size_t)c.count * 8));
}

static void bollinger_stream(fuzz_input *in)
{
    sigma_symbol symbol;
    sigma_bar bar = {0};
    sigma_bollinger state;
    sigma_bollinger_result result, again;
    int32_t period = pick_period(in);
    double multiple = fuzz_around(in, 0.001, 100.0);

    sigma_status status = sigma_bollinger_init(&state, period, multiple);
    (void)fuzz_saw_result("sigma_bollinger_init", status, SIGMA_KIND_BOLLINGER, &state);
    bool forged = hurt(in, &state, SIGMA_KIND_BOLLINGER);
    fuzz_make_symbol(in, &symbol);
    for (int32_t i = fuzz_pick(in, FUZZ_COLUMN); i > 0; i--) {
        sigma_bollinger before = state;
        fuzz_make_bar(in, &symbol, &bar);
        status = sigma_bollinger_update(&state, bar.close, &result);
        (void)fuzz_saw_state("sigma_bollinger_update", status, SIGMA_KIND_BOLLINGER, &before,
                             &state);
        (void)fuzz_saw_read("sigma_bollinger_update", status, SIGMA_KIND_BOLLINGER_RESULT, &result,
                            forged);
        REQUIRE(status == SIGMA_OK || fuzz_is_zero(&result, sizeof result));
        sigma_status read = sigma_bollinger_read(&state, &again);
        (void)fuzz_saw_read("sigma_bollinger_read", read, SIGMA_KIND_BOLLINGER_RESULT, &again,
                            forged);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&result, &again, sizeof result)));
    }
}

static void bollinger_batch_columns(fuzz_input *in)
{
    fuzz_columns c;
    sigma_bollinger state;
    sigma_bollinger_result r;
    double out[3][FUZZ_COLUMN];
    int32_t period = pick_period(in);

    fuzz_make_columns(in, &c);
    int32_t first = lead(in, &c);
    memset(out, '#', sizeof out);
    sigma_status status =
        sigma_bollinger_batch(period, 2.0, c.close, c.count, out[0], out[1], out[2]);
    for (int32_t i = 0; i < 3; i++) {
        (void)fuzz_saw_bytes("sigma_bollinger_batch", status, out[i], (size_t)c.count * 8);
        REQUIRE(status == SIGMA_OK || ((const char *)out[i])[0] == '#');
    }
    if (status != SIGMA_OK) {
        return;
    }
    REQUIRE(sigma_bollinger_init(&state, period, 2.0) == SIGMA_OK);
    for (int32_t i = first; i < c.count; i++) {
        status = sigma_bollinger_update(&state, c.close[i], &r);
        REQUIRE(status >= 0);
        REQUIRE(same_or_warming(status, out[0][i], &r.middle));
        REQUIRE(same_or_warming(status, out[1][i], &r.upper));
        REQUIRE(same_or_warming(status, out[2][i], &r.lower));
    }
    REQUIRE(sigma_bollinger_batch(period, 2.0, c.close, c.count, c.high, c.low, c.close) ==
            SIGMA_OK);
    REQUIRE(fuzz_is_same(c.close, out[2], (size_t)c.count * 8));
}

static void bollinger_shape_batch_columns(fuzz_input *in)
{
    fuzz_columns c;
    sigma_bollinger state;
    sigma_bollinger_result r;
    double out[3][FUZZ_COLUMN];
    int32_t period = pick_period(in);

    fuzz_make_columns(in, &c);
    int32_t first = lead(in, &c);
    memset(out, '#', sizeof out);
    sigma_status status =
        sigma_bollinger_shape_batch(period, 2.0, c.close, c.count, out[0], out[1], out[2]);
    for (int32_t i = 0; i < 3; i++) {
        (void)fuzz_saw_bytes("sigma_bollinger_shape_batch", status, out[i], (size_t)c.count * 8);
        REQUIRE(status == SIGMA_OK || ((const char *)out[i])[0] == '#');
    }
    if (status != SIGMA_OK) {
        return;
    }
    REQUIRE(sigma_bollinger_init(&state, period, 2.0) == SIGMA_OK);
    for (int32_t i = first; i < c.count; i++) {
        status = sigma_bollinger_update(&state, c.close[i], &r);
        REQUIRE(status >= 0);
        REQUIRE(same_or_warming(status, out[0][i], &r.deviation));
        REQUIRE(same_or_warming(status, out[1][i], &r.width));
        REQUIRE(same_or_warming(status, out[2][i], &r.percent_b));
    }
    REQUIRE(sigma_bollinger_shape_batch(period, 2.0, c.close, c.count, c.high, c.low, c.close) ==
            SIGMA_OK);
    REQUIRE(fuzz_is_same(c.close, out[2], (size_t)c.count * 8));
}

static void refuse_null(void)
{
    sigma_sma sma = {0};
    sigma_zscore zscore = {0};
    sigma_cci cci = {0};
    sigma_slope slope = {0};
    sigma_bollinger bollinger = {0};
    sigma_slope_result of_slope;
    sigma_bollinger_result of_bollinger;
    double x = 1.0, value, b, c;

    fuzz_saw_null("sigma_sma_init", sigma_sma_init(NULL, 1));
    fuzz_saw_null("sigma_sma_update", sigma_sma_update(NULL, x, &value));
    fuzz_saw_null("sigma_sma_update", sigma_sma_update(&sma, x, NULL));
    fuzz_saw_null("sigma_sma_read", sigma_sma_read(NULL, &value));
    fuzz_saw_null("sigma_sma_read", sigma_sma_read(&sma, NULL));
    fuzz_saw_null("sigma_sma_batch", sigma_sma_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_sma_batch", sigma_sma_batch(1, &x, 1, NULL));
    fuzz_saw_null("sigma_zscore_init", sigma_zscore_init(NULL, 1));
    fuzz_saw_null("sigma_zscore_update", sigma_zscore_update(NULL, x, &value));
    fuzz_saw_null("sigma_zscore_update", sigma_zscore_update(&zscore, x, NULL));
    fuzz_saw_null("sigma_zscore_read", sigma_zscore_read(NULL, &value));
    fuzz_saw_null("sigma_zscore_read", sigma_zscore_read(&zscore, NULL));
    fuzz_saw_null("sigma_zscore_batch", sigma_zscore_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_zscore_batch", sigma_zscore_batch(1, &x, 1, NULL));
    fuzz_saw_null("sigma_cci_init", sigma_cci_init(NULL, 1));
    fuzz_saw_null("sigma_cci_update", sigma_cci_update(NULL, x, x, x, &value));
    fuzz_saw_null("sigma_cci_update", sigma_cci_update(&cci, x, x, x, NULL));
    fuzz_saw_null("sigma_cci_read", sigma_cci_read(NULL, &value));
    fuzz_saw_null("sigma_cci_read", sigma_cci_read(&cci, NULL));
    fuzz_saw_null("sigma_cci_batch", sigma_cci_batch(1, &x, NULL, &x, 1, &value));
    fuzz_saw_null("sigma_cci_batch", sigma_cci_batch(1, &x, &x, &x, 1, NULL));
    fuzz_saw_null("sigma_slope_init", sigma_slope_init(NULL, 1));
    fuzz_saw_null("sigma_slope_update", sigma_slope_update(NULL, x, &of_slope));
    fuzz_saw_null("sigma_slope_update", sigma_slope_update(&slope, x, NULL));
    fuzz_saw_null("sigma_slope_read", sigma_slope_read(NULL, &of_slope));
    fuzz_saw_null("sigma_slope_read", sigma_slope_read(&slope, NULL));
    fuzz_saw_null("sigma_bollinger_init", sigma_bollinger_init(NULL, 1, 2.0));
    fuzz_saw_null("sigma_bollinger_update", sigma_bollinger_update(NULL, x, &of_bollinger));
    fuzz_saw_null("sigma_bollinger_update", sigma_bollinger_update(&bollinger, x, NULL));
    fuzz_saw_null("sigma_bollinger_read", sigma_bollinger_read(NULL, &of_bollinger));
    fuzz_saw_null("sigma_bollinger_read", sigma_bollinger_read(&bollinger, NULL));
    fuzz_saw_null("sigma_slope_batch", sigma_slope_batch(1, NULL, 1, &value, &b));
    fuzz_saw_null("sigma_slope_batch", sigma_slope_batch(1, &x, 1, &value, NULL));
    fuzz_saw_null("sigma_bollinger_batch", sigma_bollinger_batch(1, 2.0, NULL, 1, &value, &b, &c));
    fuzz_saw_null("sigma_bollinger_batch", sigma_bollinger_batch(1, 2.0, &x, 1, &value, NULL, &c));
    fuzz_saw_null("sigma_bollinger_shape_batch",
                  sigma_bollinger_shape_batch(1, 2.0, NULL, 1, &value, &b, &c));
    fuzz_saw_null("sigma_bollinger_shape_batch",
                  sigma_bollinger_shape_batch(1, 2.0, &x, 1, &value, NULL, &c));
}

void fuzz_windowed(fuzz_input *in)
{
    static void (*const parts[])(fuzz_input *) = {sma_stream,
                                                  sma_column,
                                                  zscore_stream,
                                                  zscore_column,
                                                  cci_stream,
                                                  cci_column,
                                                  slope_stream,
                                                  slope_batch_columns,
                                                  bollinger_stream,
                                                  bollinger_batch_columns,
                                                  bollinger_shape_batch_columns};
    while (fuzz_more(in)) {
        parts[fuzz_pick(in, sizeof parts / sizeof parts[0])](in);
    }
    refuse_null();
}
