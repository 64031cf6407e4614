/* SPDX-License-Identifier: MIT */
/* Tables of signals, and of what they are made of. */
#include "fields_signals.h"
#include "layout.h"
#include "sigma/evidence.h"
#include "sigma/information.h"
#include "sigma/score.h"
#include "sigma/technical.h"
#include "sigma/vote.h"

sigma_table sigma_table_of_signals(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_SCORE_PARAMS:
        return sigma_table_from("sigma_score_params", sigma_score_params_fields,
                                SIGMA_SCORE_PARAMS_FIELDS, sizeof(sigma_score_params));
    case SIGMA_KIND_SCORE_RESULT:
        return sigma_table_from("sigma_score_result", sigma_score_result_fields,
                                SIGMA_SCORE_RESULT_FIELDS, sizeof(sigma_score_result));
    case SIGMA_KIND_EVIDENCE_PARAMS:
        return sigma_table_from("sigma_evidence_params", sigma_evidence_params_fields,
                                SIGMA_EVIDENCE_PARAMS_FIELDS, sizeof(sigma_evidence_params));
    case SIGMA_KIND_EVIDENCE_RESULT:
        return sigma_table_from("sigma_evidence_result", sigma_evidence_result_fields,
                                SIGMA_EVIDENCE_RESULT_FIELDS, sizeof(sigma_evidence_result));
    case SIGMA_KIND_TECHNICAL_PARAMS:
        return sigma_table_from("sigma_technical_params", sigma_technical_params_fields,
                                SIGMA_TECHNICAL_PARAMS_FIELDS, sizeof(sigma_technical_params));
    case SIGMA_KIND_TECHNICAL:
        return sigma_table_from("sigma_technical", sigma_technical_fields, SIGMA_TECHNICAL_FIELDS,
                                sizeof(sigma_technical));
    case SIGMA_KIND_TECHNICAL_RESULT:
        return sigma_table_from("sigma_technical_result", sigma_technical_result_fields,
                                SIGMA_TECHNICAL_RESULT_FIELDS, sizeof(sigma_technical_result));
    case SIGMA_KIND_TECHNICAL_SIDES:
        return sigma_table_from("sigma_technical_sides", sigma_technical_sides_fields,
                                SIGMA_TECHNICAL_SIDES_FIELDS, sizeof(sigma_technical_sides));
    case SIGMA_KIND_VOTE:
        return sigma_table_from("sigma_vote", sigma_vote_fields, SIGMA_VOTE_FIELDS,
                                sizeof(sigma_vote));
    case SIGMA_KIND_VOTES_PARAMS:
        return sigma_table_from("sigma_votes_params", sigma_votes_params_fields,
                                SIGMA_VOTES_PARAMS_FIELDS, sizeof(sigma_votes_params));
    case SIGMA_KIND_VOTES_RESULT:
        return sigma_table_from("sigma_votes_result", sigma_votes_result_fields,
                                SIGMA_VOTES_RESULT_FIELDS, sizeof(sigma_votes_result));
    case SIGMA_KIND_EXTERNAL:
        return sigma_table_from("sigma_external", sigma_external_fields, SIGMA_EXTERNAL_FIELDS,
                                sizeof(sigma_external));
    case SIGMA_KIND_EXTERNAL_PARAMS:
        return sigma_table_from("sigma_external_params", sigma_external_params_fields,
                                SIGMA_EXTERNAL_PARAMS_FIELDS, sizeof(sigma_external_params));
    case SIGMA_KIND_EXTERNAL_RESULT:
        return sigma_table_from("sigma_external_result", sigma_external_result_fields,
                                SIGMA_EXTERNAL_RESULT_FIELDS, sizeof(sigma_external_result));
    case SIGMA_KIND_ENTROPY:
        return sigma_table_from("sigma_entropy", sigma_entropy_fields, SIGMA_ENTROPY_FIELDS,
                                sizeof(sigma_entropy));
    default: return sigma_table_of_chances(kind);
    }
}
