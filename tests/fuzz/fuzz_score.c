/* SPDX-License-Identifier: MIT */
/* Any weights and features: the side follows from the score, which no volatility enlarges. */
#include "fuzz.h"

static void make_features(fuzz_input *in, sigma_features *f)
{
    fuzz_object(in, SIGMA_KIND_FEATURES, f);
    if (fuzz_pick(in, 4) != 0) {
        f->ready = (UINT64_C(1) << SIGMA_FEATURE_COUNT) - 1;
    }
}

static void holds(const sigma_score_params *params, const sigma_score_result *r)
{
    double size = r->score < 0.0 ? -r->score : r->score;

    REQUIRE((r->side == SIGMA_SIDE_LONG) == (r->score > params->threshold));
    REQUIRE((r->side == SIGMA_SIDE_SHORT) == (r->score < -params->threshold));
    REQUIRE(r->confidence == size);
    REQUIRE(size <= (r->raw < 0.0 ? -r->raw : r->raw));
}

void fuzz_score(fuzz_input *in)
{
    sigma_score_params params;
    sigma_features f;
    sigma_score_result result;

    while (fuzz_more(in)) {
        sigma_status status = sigma_score_defaults(fuzz_pick(in, 3), &params);
        (void)fuzz_saw_result("sigma_score_defaults", status, SIGMA_KIND_SCORE_PARAMS, &params);
        if (fuzz_pick(in, 4) == 0) {
            fuzz_object(in, SIGMA_KIND_SCORE_PARAMS, &params);
        }
        make_features(in, &f);
        double volatility = fuzz_around(in, 0.0, 1e12);
        int32_t none = fuzz_pick(in, 64);
        status = sigma_score_evaluate(FUZZ_UNLESS(none == 62, &params), FUZZ_UNLESS(none == 63, &f),
                                      volatility, &result);
        (void)fuzz_saw_result("sigma_score_evaluate", status, SIGMA_KIND_SCORE_RESULT, &result);
        REQUIRE(status == SIGMA_OK || fuzz_is_zero(&result, sizeof result));
        if (status == SIGMA_OK) {
            holds(&params, &result);
        }
    }
    fuzz_saw_null("sigma_score_defaults", sigma_score_defaults(0, NULL));
    fuzz_saw_null("sigma_score_evaluate", sigma_score_evaluate(&params, &f, 0.0, NULL));
}
