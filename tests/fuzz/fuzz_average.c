/* SPDX-License-Identifier: MIT */
/* Any state and any values; and a column gives the bits of the stream, in place or not. */
#include <string.h>

#include "fuzz.h"

enum { LONGEST = 64 };

static void start(fuzz_input *in, sigma_ema *ema)
{
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_EMA, ema);
        return;
    }
    int32_t period = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12);
    if (fuzz_pick(in, 2) == 0) {
        sigma_status status = sigma_wilder_init(ema, period);
        (void)fuzz_saw_result("sigma_wilder_init", status, SIGMA_KIND_EMA, ema);
    } else {
        sigma_status status = sigma_ema_init(ema, period);
        (void)fuzz_saw_result("sigma_ema_init", status, SIGMA_KIND_EMA, ema);
    }
}

static void stream(fuzz_input *in)
{
    sigma_ema ema;
    double value, again;

    start(in, &ema);
    for (int32_t i = fuzz_pick(in, LONGEST); i > 0; i--) {
        sigma_ema before = ema;
        double x = fuzz_around(in, -1e15, 1e15);
        sigma_status status = sigma_ema_update(&ema, x, &value);
        (void)fuzz_saw_state("sigma_ema_update", status, SIGMA_KIND_EMA, &before, &ema);
        (void)fuzz_saw_number("sigma_ema_update", status, &value);
        REQUIRE(status == SIGMA_OK || value == 0.0);
        REQUIRE(-1e15 <= value && value <= 1e15);
        sigma_status read = sigma_ema_read(&ema, &again);
        (void)fuzz_saw_number("sigma_ema_read", read, &again);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&value, &again, sizeof value)));
    }
}

static void column(fuzz_input *in)
{
    double x[LONGEST + 1] = {0}, values[LONGEST + 1], expected[LONGEST];
    int32_t count = fuzz_rarely(in) ? -1 : fuzz_pick(in, LONGEST), period = 1 + fuzz_pick(in, 12);
    size_t size = (size_t)(count > 0 ? count : 0) * sizeof x[0];
    sigma_ema ema;

    for (int32_t i = 0; i < count; i++) {
        x[i] = fuzz_pick(in, 128) == 127 ? fuzz_double(in) : fuzz_within(in, -1e15, 1e15);
    }
    memset(values, '#', sizeof values);
    sigma_status status = sigma_ema_batch(period, x, count, values);
    (void)fuzz_saw_column("sigma_ema_batch", status, values, count > 0 ? count : 0);
    if (status != SIGMA_OK) {
        REQUIRE(count == 0 || ((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_ema_init(&ema, period) == SIGMA_OK);
    for (int32_t i = 0; i < count; i++) { /* but for the NaNs that it begins with */
        bool ready = x[i] == x[i] && sigma_ema_update(&ema, x[i], &expected[i]) == SIGMA_OK;
        REQUIRE(ready ? fuzz_is_same(&values[i], &expected[i], 8) : values[i] != values[i]);
    }
    REQUIRE(sigma_ema_batch(period, x, count, x + 1) == (count > 1 ? SIGMA_E_RANGE : SIGMA_OK));
    REQUIRE(count <= 1 || sigma_ema_batch(period, x, count, x) == SIGMA_OK);
    REQUIRE(count <= 1 || fuzz_is_same(x, values, size));
}

static void wilder_column(fuzz_input *in)
{
    double x[LONGEST] = {0}, values[LONGEST], expected;
    int32_t count = fuzz_pick(in, LONGEST), period = 1 + fuzz_pick(in, 12);
    sigma_ema ema;

    for (int32_t i = 0; i < count; i++) {
        x[i] = fuzz_around(in, -1e15, 1e15);
    }
    sigma_status status = sigma_wilder_batch(period, x, count, values);
    (void)fuzz_saw_column("sigma_wilder_batch", status, values, status == SIGMA_OK ? count : 0);
    REQUIRE(sigma_wilder_init(&ema, period) == SIGMA_OK);
    for (int32_t i = 0; i < count && status == SIGMA_OK; i++) {
        if (x[i] == x[i]) {
            bool ready = sigma_ema_update(&ema, x[i], &expected) == SIGMA_OK;
            REQUIRE(ready ? fuzz_is_same(&values[i], &expected, 8) : values[i] != values[i]);
        }
    }
}

static void start_macd(fuzz_input *in, sigma_macd *macd)
{
    int32_t fast = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 4);
    int32_t slow = 2 + fuzz_pick(in, 8), signal = 1 + fuzz_pick(in, 4);
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_MACD, macd);
        return;
    }
    sigma_status status = sigma_macd_init(macd, fast, slow, signal);
    (void)fuzz_saw_result("sigma_macd_init", status, SIGMA_KIND_MACD, macd);
}

static void macd_stream(fuzz_input *in)
{
    sigma_macd macd;
    sigma_macd_result r, again;

    start_macd(in, &macd);
    for (int32_t i = fuzz_pick(in, LONGEST); i > 0; i--) {
        sigma_macd before = macd;
        double close = fuzz_around(in, 1e-15, 1e15);
        sigma_status status = sigma_macd_update(&macd, close, &r);
        (void)fuzz_saw_state("sigma_macd_update", status, SIGMA_KIND_MACD, &before, &macd);
        (void)fuzz_saw_read("sigma_macd_update", status, SIGMA_KIND_MACD_RESULT, &r, true);
        sigma_status read = sigma_macd_read(&macd, &again);
        (void)fuzz_saw_read("sigma_macd_read", read, SIGMA_KIND_MACD_RESULT, &again, true);
        REQUIRE(status < 0 || (read == status && fuzz_is_same(&r, &again, sizeof r)));
    }
}

static void macd_columns(fuzz_input *in)
{
    double close[LONGEST], out[3][LONGEST];
    int32_t count = fuzz_pick(in, LONGEST), fast = 1 + fuzz_pick(in, 6);
    int32_t slow = 2 + fuzz_pick(in, 6), signal = 1 + fuzz_pick(in, 6);
    sigma_macd macd;
    sigma_macd_result r;

    for (int32_t i = 0; i < count; i++) {
        close[i] = fuzz_pick(in, 128) == 127 ? fuzz_double(in) : fuzz_within(in, 1e-15, 1e15);
    }
    memset(out, '#', sizeof out);
    sigma_status status =
        sigma_macd_batch(fast, slow, signal, close, count, out[0], out[1], out[2]);
    for (int32_t k = 0; k < 3; k++) {
        (void)fuzz_saw_column("sigma_macd_batch", status, out[k], count);
        REQUIRE(status == SIGMA_OK || ((const char *)out[k])[0] == '#');
    }
    if (status != SIGMA_OK) {
        return;
    }
    REQUIRE(sigma_macd_init(&macd, fast, slow, signal) == SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        if (close[i] == close[i]) {
            status = sigma_macd_update(&macd, close[i], &r);
            bool ready = status == SIGMA_OK;
            REQUIRE(status >= 0);
            REQUIRE(out[0][i] != out[0][i] || fuzz_is_same(&out[0][i], &r.line, 8));
            REQUIRE(ready ? fuzz_is_same(&out[1][i], &r.signal, 8) : out[1][i] != out[1][i]);
            REQUIRE(ready ? fuzz_is_same(&out[2][i], &r.histogram, 8) : out[2][i] != out[2][i]);
        }
    }
}

static void refuse_null_macd(void)
{
    sigma_macd macd = {0};
    sigma_macd_result r;
    double x = 1.0, a, b, c;

    fuzz_saw_null("sigma_wilder_init", sigma_wilder_init(NULL, 1));
    fuzz_saw_null("sigma_wilder_batch", sigma_wilder_batch(1, NULL, 1, &a));
    fuzz_saw_null("sigma_wilder_batch", sigma_wilder_batch(1, &x, 1, NULL));
    fuzz_saw_null("sigma_macd_init", sigma_macd_init(NULL, 1, 2, 1));
    fuzz_saw_null("sigma_macd_update", sigma_macd_update(NULL, x, &r));
    fuzz_saw_null("sigma_macd_update", sigma_macd_update(&macd, x, NULL));
    fuzz_saw_null("sigma_macd_read", sigma_macd_read(NULL, &r));
    fuzz_saw_null("sigma_macd_read", sigma_macd_read(&macd, NULL));
    fuzz_saw_null("sigma_macd_batch", sigma_macd_batch(1, 2, 1, NULL, 1, &a, &b, &c));
    fuzz_saw_null("sigma_macd_batch", sigma_macd_batch(1, 2, 1, &x, 1, &a, NULL, &c));
}

void fuzz_average(fuzz_input *in)
{
    sigma_ema ema = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        stream(in);
        column(in);
        wilder_column(in);
        macd_stream(in);
        macd_columns(in);
    }
    refuse_null_macd();
    fuzz_saw_null("sigma_ema_init", sigma_ema_init(NULL, 1));
    fuzz_saw_null("sigma_ema_update", sigma_ema_update(NULL, x, &value));
    fuzz_saw_null("sigma_ema_update", sigma_ema_update(&ema, x, NULL));
    fuzz_saw_null("sigma_ema_read", sigma_ema_read(NULL, &value));
    fuzz_saw_null("sigma_ema_read", sigma_ema_read(&ema, NULL));
    fuzz_saw_null("sigma_ema_batch", sigma_ema_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_ema_batch", sigma_ema_batch(1, &x, 1, NULL));
}
