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
    sigma_status status = sigma_ema_init(ema, period);
    (void)fuzz_saw_result("sigma_ema_init", status, SIGMA_KIND_EMA, ema);
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
    (void)fuzz_saw_bytes("sigma_ema_batch", status, values, size);
    if (status != SIGMA_OK) {
        REQUIRE(count == 0 || ((const char *)values)[0] == '#');
        return;
    }
    REQUIRE(sigma_ema_init(&ema, period) == SIGMA_OK);
    for (int32_t i = 0; i < count; i++) {
        bool ready = sigma_ema_update(&ema, x[i], &expected[i]) == SIGMA_OK;
        REQUIRE(ready ? fuzz_is_same(&values[i], &expected[i], 8) : values[i] != values[i]);
    }
    REQUIRE(sigma_ema_batch(period, x, count, x + 1) == (count > 1 ? SIGMA_E_RANGE : SIGMA_OK));
    REQUIRE(count <= 1 || sigma_ema_batch(period, x, count, x) == SIGMA_OK);
    REQUIRE(count <= 1 || fuzz_is_same(x, values, size));
}

void fuzz_average(fuzz_input *in)
{
    sigma_ema ema = {0};
    double value, x = 1.0;

    while (fuzz_more(in)) {
        stream(in);
        column(in);
    }
    fuzz_saw_null("sigma_ema_init", sigma_ema_init(NULL, 1));
    fuzz_saw_null("sigma_ema_update", sigma_ema_update(NULL, x, &value));
    fuzz_saw_null("sigma_ema_update", sigma_ema_update(&ema, x, NULL));
    fuzz_saw_null("sigma_ema_read", sigma_ema_read(NULL, &value));
    fuzz_saw_null("sigma_ema_read", sigma_ema_read(&ema, NULL));
    fuzz_saw_null("sigma_ema_batch", sigma_ema_batch(1, NULL, 1, &value));
    fuzz_saw_null("sigma_ema_batch", sigma_ema_batch(1, &x, 1, NULL));
}
