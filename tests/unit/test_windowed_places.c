/* SPDX-License-Identifier: MIT */
/* Every output of an indicator over a window in the place of its input; and how far %b can go. */
#include "test.h"

enum { BARS = 2000, OUTPUTS = 3 };

/* %b stays near where the multiple and the deviation are as small as they can be. */
static void the_place_in_the_bands_is_bounded_by_the_period(void **unused)
{
    sigma_bollinger b;
    sigma_bollinger_result r;
    (void)unused;
    assert_int_equal(sigma_bollinger_init(&b, 256, 0.001), SIGMA_OK);
    for (int32_t i = 0; i < 255; i++) {
        assert_int_equal(sigma_bollinger_update(&b, 1.0, &r), SIGMA_WARMUP);
    }
    assert_int_equal(sigma_bollinger_update(&b, 1.0 + 0x1p-52, &r), SIGMA_OK);
    assert_near(r.percent_b, 0.5 + sqrt(255.0) / 0.002, 1e-9);
}

typedef sigma_status batch(const double *close, double *const out[OUTPUTS]);

static sigma_status slopes(const double *close, double *const out[OUTPUTS])
{
    return sigma_slope_batch(20, close, BARS, out[0], out[1]);
}

static sigma_status bands(const double *close, double *const out[OUTPUTS])
{
    return sigma_bollinger_batch(20, 2.0, close, BARS, out[0], out[1], out[2]);
}

static sigma_status shapes(const double *close, double *const out[OUTPUTS])
{
    return sigma_bollinger_shape_batch(20, 2.0, close, BARS, out[0], out[1], out[2]);
}

static void any_output_may_stand_in_the_place_of_the_input(void **unused)
{
    static const struct {
        batch *of;
        int32_t outputs;
    } batches[] = {{slopes, 2}, {bands, 3}, {shapes, 3}};
    static double close[BARS], room[BARS], apart[OUTPUTS][BARS], out[OUTPUTS][BARS];
    (void)unused;
    for (int32_t i = 0; i < BARS; i++) {
        close[i] = 100.0 + sin(0.01 * i * i);
    }
    for (int32_t b = 0; b < COUNT_OF(batches); b++) {
        double *const first[OUTPUTS] = {apart[0], apart[1], apart[2]};
        assert_int_equal(batches[b].of(close, first), SIGMA_OK);
        for (int32_t at = 0; at < batches[b].outputs; at++) {
            double *places[OUTPUTS] = {out[0], out[1], out[2]};
            places[at] = room;
            memcpy(room, close, sizeof room);
            assert_int_equal(batches[b].of(room, places), SIGMA_OK);
            for (int32_t k = 0; k < batches[b].outputs; k++) {
                for (int32_t i = 0; i < BARS; i++) {
                    assert_bits(places[k][i], apart[k][i]);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_place_in_the_bands_is_bounded_by_the_period),
        cmocka_unit_test(any_output_may_stand_in_the_place_of_the_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
