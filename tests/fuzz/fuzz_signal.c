/* SPDX-License-Identifier: MIT */
/* Any parameters and features: a side is spoken for only where every condition of it holds. */
#include "fuzz.h"

static void make_features(fuzz_input *in, sigma_features *f)
{
    fuzz_object(in, SIGMA_KIND_FEATURES, f);
    if (fuzz_pick(in, 8) != 0) {
        f->close = 90.0 + fuzz_pick(in, 20);
        for (int32_t i = 0; i < 4; i++) {
            f->ema[i] = 90.0 + fuzz_pick(in, 20);
        }
        f->adx = fuzz_pick(in, 101);
        f->plus_di = fuzz_pick(in, 50);
        f->minus_di = fuzz_pick(in, 50);
        f->ready = fuzz_pick(in, 4) == 0 ? fuzz_bytes(in, 1) & 63 : 63;
    }
}

static bool speaks_for(const sigma_features *f, double sign)
{
    return sign * (f->close - f->ema[2]) > 0.0 && sign * (f->ema[1] - f->ema[2]) > 0.0 &&
           sign * (f->plus_di - f->minus_di) > 0.0;
}

void fuzz_signal(fuzz_input *in)
{
    sigma_signal_params params;
    sigma_features f;
    sigma_signal_result result;

    fuzz_saw_null("sigma_signal_defaults", sigma_signal_defaults(NULL));
    while (fuzz_more(in)) {
        REQUIRE(fuzz_saw("sigma_signal_defaults", sigma_signal_defaults(&params)) == SIGMA_OK);
        if (fuzz_pick(in, 4) == 0) {
            fuzz_object(in, SIGMA_KIND_SIGNAL_PARAMS, &params);
        }
        make_features(in, &f);
        int32_t none = fuzz_pick(in, 64);
        sigma_status status = sigma_signal_trend(FUZZ_UNLESS(none == 62, &params),
                                                 FUZZ_UNLESS(none == 63, &f), &result);
        (void)fuzz_saw_result("sigma_signal_trend", status, SIGMA_KIND_SIGNAL_RESULT, &result);
        REQUIRE(status == SIGMA_OK || fuzz_is_zero(&result, sizeof result));
        if (status == SIGMA_OK) {
            bool strong = f.adx >= params.adx_min;
            REQUIRE((result.side == SIGMA_SIDE_LONG) == (strong && speaks_for(&f, 1.0)));
            REQUIRE((result.side == SIGMA_SIDE_SHORT) == (strong && speaks_for(&f, -1.0)));
            REQUIRE(result.side != SIGMA_SIDE_UNKNOWN || result.strength == 0.0);
        }
    }
    fuzz_saw_null("sigma_signal_trend", sigma_signal_trend(&params, &f, NULL));
}
