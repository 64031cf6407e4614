/* SPDX-License-Identifier: MIT */
/* Any returns of any symbols: correlations from -1 to 1 whose matrix has a Cholesky factor. */
#include <string.h>

#include "fuzz.h"

/* The state is large: it is looked at whole now and then, and compared where a call failed. */
static void saw(fuzz_input *in, const char *function, sigma_status status,
                const sigma_correlation *before, const sigma_correlation *after)
{
    if (fuzz_pick(in, 16) == 0) {
        (void)fuzz_saw_state(function, status, SIGMA_KIND_CORRELATION, before, after);
        return;
    }
    (void)fuzz_saw(function, status);
    REQUIRE(status == SIGMA_OK || fuzz_is_same(before, after, sizeof *after));
}

static void start(fuzz_input *in, sigma_correlation *correlation)
{
    sigma_correlation_params params;
    sigma_status status = sigma_correlation_defaults(&params);
    (void)fuzz_saw_result("sigma_correlation_defaults", status, SIGMA_KIND_CORRELATION_PARAMS,
                          &params);
    params.minimum = 1 + fuzz_pick(in, 8);
    params.shrink = 0.1 * fuzz_pick(in, 11);
    if (fuzz_rarely(in)) {
        fuzz_object(in, SIGMA_KIND_CORRELATION_PARAMS, &params);
    }
    status = sigma_correlation_init(correlation, FUZZ_UNLESS(fuzz_rarely(in), &params));
    (void)fuzz_saw_result("sigma_correlation_init", status, SIGMA_KIND_CORRELATION, correlation);
    for (int32_t i = fuzz_rarely(in) ? SIGMA_CORRELATION_SPACE : 0; i > 0; i--) {
        if (status == SIGMA_OK) {
            REQUIRE(sigma_correlation_add(correlation, i) == SIGMA_OK);
        }
    }
}

static void add(fuzz_input *in, sigma_correlation *correlation)
{
    static sigma_correlation before;
    before = *correlation;
    sigma_status status = sigma_correlation_add(
        correlation, fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 12));
    saw(in, "sigma_correlation_add", status, &before, correlation);
    REQUIRE(status != SIGMA_OK || correlation->count == before.count + 1);
}

static void give(fuzz_input *in, sigma_correlation *correlation)
{
    static sigma_correlation before;
    int32_t a = 1 + fuzz_pick(in, 12), b = 1 + fuzz_pick(in, 12);
    double value = fuzz_around(in, -1.0, 1.0);
    before = *correlation;
    sigma_status status = sigma_correlation_give(correlation, a, b, value);
    saw(in, "sigma_correlation_give", status, &before, correlation);
}

static void update(fuzz_input *in, sigma_correlation *correlation)
{
    static sigma_correlation before;
    double returns[SIGMA_CORRELATION_SPACE] = {0.0}, common = fuzz_within(in, -0.1, 0.1);
    uint64_t present = fuzz_rarely(in) ? fuzz_bytes(in, 8) : 0;
    int64_t time = fuzz_rarely(in) ? fuzz_time(in) : correlation->time + 1;
    int32_t count = fuzz_rarely(in) ? fuzz_int32(in) : correlation->count;

    for (int32_t i = 0; i < correlation->count && i < 12 && correlation->count <= 64; i++) {
        returns[i] = fuzz_pick(in, 2) ? common : fuzz_around(in, -10.0, 10.0);
        present |= fuzz_pick(in, 8) != 0 ? UINT64_C(1) << i : 0;
    }
    before = *correlation;
    sigma_status status = sigma_correlation_update(
        correlation, time, FUZZ_UNLESS(fuzz_rarely(in), returns), count, present);
    saw(in, "sigma_correlation_update", status, &before, correlation);
    REQUIRE(status != SIGMA_OK || correlation->time > before.time);
}

static void read(fuzz_input *in, const sigma_correlation *correlation)
{
    double value;
    int32_t a = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 13);
    int32_t b = fuzz_rarely(in) ? fuzz_int32(in) : 1 + fuzz_pick(in, 13);
    sigma_status status = sigma_correlation_read(correlation, a, b, &value);
    (void)fuzz_saw_number("sigma_correlation_read", status, &value);
    REQUIRE(value >= -1.0 && value <= 1.0);
    REQUIRE(status != SIGMA_OK || a != b || value == 1.0);
}

void fuzz_correlation(fuzz_input *in)
{
    static sigma_correlation correlation;
    double value;

    start(in, &correlation);
    for (int32_t step = 0; step < 40 && fuzz_more(in); step++) {
        switch (fuzz_pick(in, 16)) {
        case 0:
        case 1:
        case 2: add(in, &correlation); break;
        case 3: give(in, &correlation); break;
        case 4: read(in, &correlation); break;
        case 5:
            if (fuzz_rarely(in)) {
                fuzz_damage(in, SIGMA_KIND_CORRELATION, &correlation);
            }
            break;
        case 6:
            if (fuzz_rarely(in)) {
                start(in, &correlation);
            }
            break;
        default: update(in, &correlation);
        }
    }
    sigma_status status = sigma_correlation_published(fuzz_pick(in, 8), &value);
    (void)fuzz_saw_number("sigma_correlation_published", status, &value);
    fuzz_saw_null("sigma_correlation_published", sigma_correlation_published(1, NULL));
    fuzz_saw_null("sigma_correlation_defaults", sigma_correlation_defaults(NULL));
    fuzz_saw_null("sigma_correlation_init", sigma_correlation_init(NULL, &correlation.params));
    fuzz_saw_null("sigma_correlation_add", sigma_correlation_add(NULL, 1));
    fuzz_saw_null("sigma_correlation_give", sigma_correlation_give(NULL, 1, 2, 0.0));
    fuzz_saw_null("sigma_correlation_read", sigma_correlation_read(NULL, 1, 2, &value));
    fuzz_saw_null("sigma_correlation_read", sigma_correlation_read(&correlation, 1, 2, NULL));
    fuzz_saw_null("sigma_correlation_update",
                  sigma_correlation_update(&correlation, 0, NULL, 0, 0));
}
