/* SPDX-License-Identifier: MIT */
/* The field tables of signals and of what they are made of. */
#ifndef SIGMA_LIB_FIELDS_SIGNALS_H
#define SIGMA_LIB_FIELDS_SIGNALS_H

#include "fields.h"

enum {
    SIGMA_SCORE_PARAMS_FIELDS = 7,
    SIGMA_SCORE_RESULT_FIELDS = 8,
    SIGMA_EVIDENCE_PARAMS_FIELDS = 27,
    SIGMA_EVIDENCE_RESULT_FIELDS = 12,
    SIGMA_TECHNICAL_PARAMS_FIELDS = 10,
    SIGMA_TECHNICAL_FIELDS = 7,
    SIGMA_TECHNICAL_RESULT_FIELDS = 5,
    SIGMA_TECHNICAL_SIDES_FIELDS = 5,
    SIGMA_VOTE_FIELDS = 3,
    SIGMA_VOTES_PARAMS_FIELDS = 3,
    SIGMA_VOTES_RESULT_FIELDS = 8,
    SIGMA_EXTERNAL_FIELDS = 4,
    SIGMA_EXTERNAL_PARAMS_FIELDS = 4,
    SIGMA_EXTERNAL_RESULT_FIELDS = 4,
    SIGMA_ENTROPY_FIELDS = 4
};

extern const sigma_field sigma_score_params_fields[SIGMA_SCORE_PARAMS_FIELDS];
extern const sigma_field sigma_score_result_fields[SIGMA_SCORE_RESULT_FIELDS];
extern const sigma_field sigma_evidence_params_fields[SIGMA_EVIDENCE_PARAMS_FIELDS];
extern const sigma_field sigma_evidence_result_fields[SIGMA_EVIDENCE_RESULT_FIELDS];
extern const sigma_field sigma_technical_params_fields[SIGMA_TECHNICAL_PARAMS_FIELDS];
extern const sigma_field sigma_technical_fields[SIGMA_TECHNICAL_FIELDS];
extern const sigma_field sigma_technical_result_fields[SIGMA_TECHNICAL_RESULT_FIELDS];
extern const sigma_field sigma_technical_sides_fields[SIGMA_TECHNICAL_SIDES_FIELDS];
extern const sigma_field sigma_vote_fields[SIGMA_VOTE_FIELDS];
extern const sigma_field sigma_votes_params_fields[SIGMA_VOTES_PARAMS_FIELDS];
extern const sigma_field sigma_votes_result_fields[SIGMA_VOTES_RESULT_FIELDS];
extern const sigma_field sigma_external_fields[SIGMA_EXTERNAL_FIELDS];
extern const sigma_field sigma_external_params_fields[SIGMA_EXTERNAL_PARAMS_FIELDS];
extern const sigma_field sigma_external_result_fields[SIGMA_EXTERNAL_RESULT_FIELDS];
extern const sigma_field sigma_entropy_fields[SIGMA_ENTROPY_FIELDS];

#endif
