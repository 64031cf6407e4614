/* SPDX-License-Identifier: MIT */
/* Any questions: chances are chances, add up to 1, and a limit of time takes some away. */
#include "fuzz.h"

static bool close_to(double x, double y)
{
    return x - y < 1e-12 && y - x < 1e-12;
}

void fuzz_forecast(fuzz_input *in)
{
    sigma_forecast_sample sample;
    sigma_forecast_result r;
    double chance;

    while (fuzz_more(in)) {
        double drift = fuzz_around(in, -1000.0, 1000.0), error = fuzz_around(in, 0.0, 1000.0);
        double deviation = fuzz_around(in, 0.0, 1000.0), bars = fuzz_around(in, 1e-6, 1e9);
        sigma_status status = sigma_forecast_up(drift, error, deviation, bars, &chance);
        (void)fuzz_saw_number("sigma_forecast_up", status, &chance);
        REQUIRE(status < 0 || (chance >= 0.0 && chance <= 1.0));
        fuzz_object(in, SIGMA_KIND_FORECAST_SAMPLE, &sample);
        status = sigma_forecast_touch(&sample, &r);
        (void)fuzz_saw_result("sigma_forecast_touch", status, SIGMA_KIND_FORECAST_RESULT, &r);
        if (status == SIGMA_OK) {
            REQUIRE(close_to(r.target + r.stop, 1.0));
            REQUIRE(close_to(r.target_by + r.stop_by + r.neither_by, 1.0));
            REQUIRE(r.target_by <= r.target && r.stop_by <= r.stop);
        }
    }
    fuzz_saw_null("sigma_forecast_up", sigma_forecast_up(0.0, 0.0, 1.0, 1.0, NULL));
    fuzz_saw_null("sigma_forecast_touch", sigma_forecast_touch(NULL, &r));
}
