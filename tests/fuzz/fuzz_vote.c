/* SPDX-License-Identifier: MIT */
/* Any votes and external scores: a rejection refuses, nothing enlarges, and every voter counts
 * once. */
#include "fuzz.h"

enum { VOTERS = 6 };

static void holds(const sigma_votes_result *r, int32_t count)
{
    bool asked = r->consensus != SIGMA_CONSENSUS_BELOW;

    REQUIRE(r->approvals + r->rejections + r->reductions + r->absences == (asked ? count : 0));
    REQUIRE((r->rejections > 0) == (r->consensus == SIGMA_CONSENSUS_REJECTED));
    REQUIRE(r->rejections == 0 || (r->factor == 0.0 && r->verdict == SIGMA_VERDICT_DENY));
    REQUIRE((r->verdict == SIGMA_VERDICT_DENY) == (r->factor == 0.0));
    REQUIRE(r->consensus != SIGMA_CONSENSUS_UNKNOWN);
}

static void votes(fuzz_input *in)
{
    sigma_votes_params params;
    sigma_vote list[VOTERS];
    sigma_votes_result result;
    int32_t count = fuzz_pick(in, VOTERS + 1) - fuzz_rarely(in);

    REQUIRE(fuzz_saw("sigma_votes_defaults", sigma_votes_defaults(&params)) == SIGMA_OK);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_VOTES_PARAMS, &params);
    }
    for (int32_t i = 0; i < VOTERS; i++) {
        list[i] = (sigma_vote){.confidence = fuzz_pick(in, 11) / 10.0, .answer = 1};
        list[i].answer += fuzz_pick(in, 4);
        if (fuzz_rarely(in)) {
            fuzz_object(in, SIGMA_KIND_VOTE, &list[i]);
        }
    }
    double score = fuzz_around(in, 0.0, 10.0);
    int32_t none = fuzz_pick(in, 64);
    sigma_status status =
        sigma_votes_evaluate(FUZZ_UNLESS(none == 62, &params), score,
                             FUZZ_UNLESS(none == 63, (const sigma_vote *)list), count, &result);
    (void)fuzz_saw_result("sigma_votes_evaluate", status, SIGMA_KIND_VOTES_RESULT, &result);
    if (status == SIGMA_OK) {
        holds(&result, count);
    }
}

static void external(fuzz_input *in)
{
    sigma_external_params params;
    sigma_external scores;
    sigma_external_result result;

    REQUIRE(fuzz_saw("sigma_external_defaults", sigma_external_defaults(&params)) == SIGMA_OK);
    if (fuzz_pick(in, 4) == 0) {
        fuzz_object(in, SIGMA_KIND_EXTERNAL_PARAMS, &params);
    }
    fuzz_object(in, SIGMA_KIND_EXTERNAL, &scores);
    int32_t side = fuzz_pick(in, 4), none = fuzz_pick(in, 64);
    sigma_status status = sigma_external_evaluate(FUZZ_UNLESS(none == 62, &params),
                                                  FUZZ_UNLESS(none == 63, &scores), side, &result);
    (void)fuzz_saw_result("sigma_external_evaluate", status, SIGMA_KIND_EXTERNAL_RESULT, &result);
    REQUIRE(status < 0 || result.refused == 0 || result.verdict == SIGMA_VERDICT_DENY);
    REQUIRE(status < 0 || (result.verdict == SIGMA_VERDICT_DENY) == (result.factor == 0.0));
    REQUIRE(status < 0 || (result.refused & ~scores.given) == 0);
}

void fuzz_vote(fuzz_input *in)
{
    sigma_votes_params params;
    sigma_external_params external_params;
    sigma_external scores = {0.0, 0.0, 0.0, 0};
    sigma_vote vote = {0.0, 0, 0};

    while (fuzz_more(in)) {
        votes(in);
        external(in);
    }
    fuzz_saw_null("sigma_votes_defaults", sigma_votes_defaults(NULL));
    REQUIRE(sigma_votes_defaults(&params) == SIGMA_OK);
    fuzz_saw_null("sigma_votes_evaluate", sigma_votes_evaluate(&params, 7.0, &vote, 1, NULL));
    fuzz_saw_null("sigma_external_defaults", sigma_external_defaults(NULL));
    REQUIRE(sigma_external_defaults(&external_params) == SIGMA_OK);
    fuzz_saw_null("sigma_external_evaluate",
                  sigma_external_evaluate(&external_params, &scores, 1, NULL));
}
