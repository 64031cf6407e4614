/* SPDX-License-Identifier: MIT */
/* Any appetites, trades and strategies: the fraction is the product of its parts, and shares are
 * none or sum to 1. */
#include <string.h>

#include "fuzz.h"

enum { STRATEGIES = 6 };

static void weights(fuzz_input *in)
{
    double mean[STRATEGIES], trades[STRATEGIES], weight[STRATEGIES] = {0}, sum = 0.0;
    int32_t count = fuzz_pick(in, STRATEGIES + 2) - 1, none = fuzz_pick(in, 32);

    for (int32_t i = 0; i < STRATEGIES; i++) {
        mean[i] = fuzz_rarely(in) ? fuzz_around(in, -1e6, 1e6) : fuzz_within(in, -0.5, 0.5);
        trades[i] = fuzz_rarely(in) ? fuzz_around(in, 0.0, 1e9) : fuzz_pick(in, 400);
    }
    double prior = fuzz_rarely(in) ? fuzz_around(in, 0.0, 1e6) : 50.0;
    sigma_status status =
        sigma_scaling_weights(FUZZ_UNLESS(none == 1, mean), FUZZ_UNLESS(none == 2, trades), count,
                              prior, FUZZ_UNLESS(none == 3, weight));
    (void)fuzz_saw_column("sigma_scaling_weights", status, weight, STRATEGIES);
    for (int32_t i = 0; i < STRATEGIES; i++) {
        REQUIRE(weight[i] >= 0.0 && weight[i] <= 1.0);
        sum += weight[i];
    }
    REQUIRE(sum == 0.0 || (status == SIGMA_OK && sum > 1.0 - 1e-12 && sum < 1.0 + 1e-12));
}

void fuzz_scaling(fuzz_input *in)
{
    sigma_scaling_params params;
    sigma_scaling_sample sample;
    sigma_scaling_result r;

    fuzz_saw_null("sigma_scaling_preset", sigma_scaling_preset(1, NULL));
    while (fuzz_more(in)) {
        sigma_status known = sigma_scaling_preset(fuzz_pick(in, 5), &params);
        (void)fuzz_saw_read("sigma_scaling_preset", known, SIGMA_KIND_SCALING_PARAMS, &params,
                            false);
        if (known != SIGMA_OK || fuzz_pick(in, 2) == 0) {
            fuzz_object(in, SIGMA_KIND_SCALING_PARAMS, &params);
        }
        fuzz_object(in, SIGMA_KIND_SCALING_SAMPLE, &sample);
        int32_t none = fuzz_pick(in, 128);
        sigma_status status = sigma_scaling_evaluate(FUZZ_UNLESS(none == 126, &params),
                                                     FUZZ_UNLESS(none == 127, &sample), &r);
        (void)fuzz_saw_result("sigma_scaling_evaluate", status, SIGMA_KIND_SCALING_RESULT, &r);
        if (status == SIGMA_OK) {
            double product = sample.base * params.appetite * sample.weight * r.confidence *
                             r.kelly * r.volatility * r.volume * r.win_rate;
            REQUIRE(product == r.fraction);
            REQUIRE(r.kelly <= params.kelly_most && r.volatility >= params.volatility_least);
        }
        weights(in);
    }
    fuzz_saw_null("sigma_scaling_evaluate", sigma_scaling_evaluate(&params, &sample, NULL));
}
