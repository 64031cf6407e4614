/* SPDX-License-Identifier: MIT */
/* Any bounds, features and signals: no rule is for and against, counts are those of the sets, and
 * what is left of a signal is its own side or none. */
#include "fuzz.h"

static int32_t count_of(uint64_t set)
{
    int32_t count = 0;
    for (int32_t i = 0; i < 64; i++) {
        count += (int32_t)(set >> i & 1);
    }
    return count;
}

static void holds(const sigma_evidence_params *p, const sigma_evidence_result *r, int32_t side)
{
    REQUIRE((r->supporting & r->against) == 0);
    REQUIRE(r->supports == count_of(r->supporting) && r->conflicts == count_of(r->against));
    REQUIRE(r->side == side || r->side == SIGMA_SIDE_UNKNOWN);
    REQUIRE((r->fusion == SIGMA_FUSION_UNKNOWN) == (side == SIGMA_SIDE_UNKNOWN));
    REQUIRE(!r->valid || r->supports >= p->support_min);
    REQUIRE(r->valid == (r->fusion >= SIGMA_FUSION_AGREED && r->fusion <= SIGMA_FUSION_DOUBTFUL));
    REQUIRE(r->fusion != SIGMA_FUSION_WAIT || r->side == SIGMA_SIDE_UNKNOWN);
}

void fuzz_evidence(fuzz_input *in)
{
    sigma_evidence_params params;
    sigma_features f;
    sigma_evidence_result result;

    while (fuzz_more(in)) {
        sigma_status status = sigma_evidence_defaults(fuzz_pick(in, 3), &params);
        (void)fuzz_saw_result("sigma_evidence_defaults", status, SIGMA_KIND_EVIDENCE_PARAMS,
                              &params);
        if (fuzz_pick(in, 4) == 0) {
            fuzz_object(in, SIGMA_KIND_EVIDENCE_PARAMS, &params);
        }
        fuzz_object(in, SIGMA_KIND_FEATURES, &f);
        if (fuzz_pick(in, 4) != 0) {
            f.ready = (UINT64_C(1) << SIGMA_FEATURE_COUNT) - 1;
        }
        double volatility = fuzz_around(in, 0.0, 1e12), confidence = fuzz_around(in, 0.0, 1.0);
        int32_t side = fuzz_pick(in, 4), none = fuzz_pick(in, 64);
        status =
            sigma_evidence_evaluate(FUZZ_UNLESS(none == 62, &params), FUZZ_UNLESS(none == 63, &f),
                                    volatility, side, confidence, &result);
        (void)fuzz_saw_result("sigma_evidence_evaluate", status, SIGMA_KIND_EVIDENCE_RESULT,
                              &result);
        REQUIRE(status == SIGMA_OK || fuzz_is_zero(&result, sizeof result));
        if (status == SIGMA_OK) {
            holds(&params, &result, side);
        }
    }
    fuzz_saw_null("sigma_evidence_defaults", sigma_evidence_defaults(0, NULL));
    fuzz_saw_null("sigma_evidence_evaluate",
                  sigma_evidence_evaluate(&params, &f, 0.0, 1, 0.5, NULL));
}
