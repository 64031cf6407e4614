/* SPDX-License-Identifier: MIT */
/* Any thresholds and moments: each factor is within its range, their product is the product, and
 * what is not given or not asked for is 1. */
#include "fuzz.h"

static void factors_hold(const sigma_factors_params *p, const sigma_factors_sample *x,
                         const sigma_factors_result *r)
{
    double product = 1.0;

    for (int32_t row = 0; row < SIGMA_FACTOR_COUNT; row++) {
        bool known = p->asked >> row & x->given >> row & 1 && row >= SIGMA_FACTOR_REGIME &&
                     row <= SIGMA_FACTOR_CALLER;
        bool enlarges = row == SIGMA_FACTOR_REGIME || row == SIGMA_FACTOR_PERFORMANCE ||
                        row == SIGMA_FACTOR_CALLER;
        REQUIRE(known == (r->factors >> row & 1));
        REQUIRE(known || r->factor[row] == 1.0);
        REQUIRE(enlarges || r->factor[row] <= 1.0);
        product *= r->factor[row];
    }
    REQUIRE(product == r->product);
}

void fuzz_factors(fuzz_input *in)
{
    sigma_factors_params params;
    sigma_factors_sample sample;
    sigma_factors_result result;

    fuzz_saw_null("sigma_factors_defaults", sigma_factors_defaults(0, NULL));
    while (fuzz_more(in)) {
        int32_t annual = fuzz_pick(in, 4) - 1;
        sigma_status known = sigma_factors_defaults(annual, &params);
        (void)fuzz_saw_read("sigma_factors_defaults", known, SIGMA_KIND_FACTORS_PARAMS, &params,
                            false);
        if (known != SIGMA_OK || fuzz_pick(in, 2) == 0) {
            fuzz_object(in, SIGMA_KIND_FACTORS_PARAMS, &params);
        }
        fuzz_object(in, SIGMA_KIND_FACTORS_SAMPLE, &sample);
        int32_t none = fuzz_pick(in, 128);
        sigma_status status = sigma_factors_evaluate(FUZZ_UNLESS(none == 126, &params),
                                                     FUZZ_UNLESS(none == 127, &sample), &result);
        (void)fuzz_saw_result("sigma_factors_evaluate", status, SIGMA_KIND_FACTORS_RESULT, &result);
        if (status == SIGMA_OK) {
            factors_hold(&params, &sample, &result);
        }
    }
    fuzz_saw_null("sigma_factors_evaluate", sigma_factors_evaluate(&params, &sample, NULL));
}
