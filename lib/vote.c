/* SPDX-License-Identifier: MIT */
#include "sigma/vote.h"

#include "check.h"
#include "fields_signals.h"

static const double SCORE_MAX = 10.0;

sigma_status sigma_votes_defaults(sigma_votes_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_votes_params){.score_min = 6.0, .confidence_full = 0.8, .part = 0.5};
    return SIGMA_OK;
}

/* The ranges of the tables, which a test compares. */
static bool votes_valid(const sigma_vote *votes, int32_t count)
{
    bool valid = count >= 0;
    for (int32_t i = 0; i < count && valid; i++) {
        valid = sigma_within(votes[i].confidence, 0.0, 1.0) &&
                sigma_between(votes[i].answer, 1, SIGMA_ANSWER_COUNT - 1);
    }
    return valid;
}

static bool params_valid(const sigma_votes_params *params)
{
    return sigma_within(params->score_min, 0.0, SCORE_MAX) &&
           sigma_within(params->confidence_full, 0.0, 1.0) && sigma_within(params->part, 0.0, 1.0);
}

/* Counts the answers, and whether every approval is sure enough. */
static bool count_answers(const sigma_votes_params *params, const sigma_vote *votes, int32_t count,
                          sigma_votes_result *r)
{
    int32_t *const tally[SIGMA_ANSWER_COUNT] = {&r->absences, &r->approvals, &r->rejections,
                                                &r->reductions, &r->absences};
    double sum = 0.0;
    bool sure = true;

    for (int32_t i = 0; i < count; i++) {
        bool present = votes[i].answer != SIGMA_ANSWER_ABSENT;
        ++*tally[votes[i].answer];
        sum += present ? votes[i].confidence : 0.0;
        sure = sure && votes[i].confidence > params->confidence_full;
    }
    if (count > r->absences) {
        r->confidence = sigma_smaller(sum / (count - r->absences), 1.0);
    }
    return sure;
}

/* (1) to (3). */
static int32_t consensus_of(const sigma_votes_result *r, int32_t count, bool sure)
{
    if (r->absences == count) {
        return SIGMA_CONSENSUS_NONE;
    }
    if (r->rejections > 0) {
        return SIGMA_CONSENSUS_REJECTED;
    }
    return r->approvals == count && sure ? SIGMA_CONSENSUS_FULL : SIGMA_CONSENSUS_PART;
}

static void conclude(const sigma_votes_params *params, sigma_votes_result *r)
{
    switch (r->consensus) {
    case SIGMA_CONSENSUS_REJECTED: break;
    case SIGMA_CONSENSUS_PART:
        r->factor = params->part;
        r->verdict = params->part > 0.0 ? SIGMA_VERDICT_REDUCE : SIGMA_VERDICT_DENY;
        break;
    default: r->factor = 1.0; r->verdict = SIGMA_VERDICT_APPROVE;
    }
}

sigma_status sigma_votes_evaluate(const sigma_votes_params *params, double score,
                                  const sigma_vote *votes, int32_t count,
                                  sigma_votes_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_votes_result){0};
    if (!params || !votes) {
        return SIGMA_E_NULL;
    }
    if (!params_valid(params) || !sigma_within(score, 0.0, SCORE_MAX) ||
        !votes_valid(votes, count)) {
        return SIGMA_E_RANGE;
    }
    if (score < params->score_min) {
        result->consensus = SIGMA_CONSENSUS_BELOW;
    } else {
        bool sure = count_answers(params, votes, count, result);
        result->consensus = consensus_of(result, count, sure);
    }
    conclude(params, result);
    return SIGMA_OK;
}

/* ---- external scores */

sigma_status sigma_external_defaults(sigma_external_params *params)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_external_params){
        .score_full = 50.0, .factor_min = 0.5, .confidence_min = 0.4, .fundamental_against = 3.0};
    return SIGMA_OK;
}

static bool is_given(const sigma_external *external, int32_t code)
{
    return (external->given & sigma_bit(code)) != 0;
}

/* (5) */
static uint64_t against(const sigma_external_params *p, const sigma_external *e, int32_t side)
{
    double leans = side == SIGMA_SIDE_LONG ? e->fundamental : -e->fundamental;
    uint64_t refused = 0;

    if (is_given(e, SIGMA_EXTERNAL_CONFIDENCE) && e->confidence < p->confidence_min) {
        refused |= sigma_bit(SIGMA_EXTERNAL_CONFIDENCE);
    }
    if (is_given(e, SIGMA_EXTERNAL_FUNDAMENTAL) && leans <= -p->fundamental_against) {
        refused |= sigma_bit(SIGMA_EXTERNAL_FUNDAMENTAL);
    }
    return refused;
}

/* (4) */
static double scaled(const sigma_external_params *p, const sigma_external *e)
{
    if (!is_given(e, SIGMA_EXTERNAL_SCORE)) {
        return 1.0;
    }
    return sigma_clamped(e->score / p->score_full, p->factor_min, 1.0);
}

sigma_status sigma_external_evaluate(const sigma_external_params *params,
                                     const sigma_external *external, int32_t side,
                                     sigma_external_result *result)
{
    if (!result) {
        return SIGMA_E_NULL;
    }
    *result = (sigma_external_result){0};
    if (!params || !external) {
        return SIGMA_E_NULL;
    }
    if (!sigma_fields_valid(sigma_external_params_fields, SIGMA_EXTERNAL_PARAMS_FIELDS, params) ||
        !sigma_fields_valid(sigma_external_fields, SIGMA_EXTERNAL_FIELDS, external) ||
        !sigma_between(side, SIGMA_SIDE_LONG, SIGMA_SIDE_SHORT)) {
        return SIGMA_E_RANGE;
    }
    result->refused = against(params, external, side);
    if (result->refused == 0) {
        result->factor = scaled(params, external);
        result->verdict = result->factor < 1.0 ? SIGMA_VERDICT_REDUCE : SIGMA_VERDICT_APPROVE;
    }
    if (result->factor == 0.0) {
        result->verdict = SIGMA_VERDICT_DENY;
    }
    return SIGMA_OK;
}
