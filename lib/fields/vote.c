/* SPDX-License-Identifier: MIT */
#include "sigma/vote.h"

#include <stddef.h>

#include "fields_signals.h"
#include "sigma/words.h"

const sigma_field sigma_vote_fields[SIGMA_VOTE_FIELDS] = {
    {"confidence", "1", 0, 1, offsetof(sigma_vote, confidence), SIGMA_TYPE_F64, 1, 0},
    {"source", "", 0, 4294967295.0, offsetof(sigma_vote, source), SIGMA_TYPE_U32, 1, 0},
    {"answer", "", 1, SIGMA_ANSWER_COUNT - 1, offsetof(sigma_vote, answer), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_ANSWER},
};

const sigma_field sigma_votes_params_fields[SIGMA_VOTES_PARAMS_FIELDS] = {
    {"score_min", "1", 0, 10, offsetof(sigma_votes_params, score_min), SIGMA_TYPE_F64, 1, 0},
    {"confidence_full", "1", 0, 1, offsetof(sigma_votes_params, confidence_full), SIGMA_TYPE_F64, 1,
     0},
    {"part", "1", 0, 1, offsetof(sigma_votes_params, part), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_votes_result_fields[SIGMA_VOTES_RESULT_FIELDS] = {
    {"factor", "1", 0, 1, offsetof(sigma_votes_result, factor), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_votes_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"consensus", "", 0, SIGMA_CONSENSUS_COUNT - 1, offsetof(sigma_votes_result, consensus),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_CONSENSUS},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_votes_result, verdict),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
    {"approvals", "voters", 0, 2147483647.0, offsetof(sigma_votes_result, approvals),
     SIGMA_TYPE_I32, 1, 0},
    {"rejections", "voters", 0, 2147483647.0, offsetof(sigma_votes_result, rejections),
     SIGMA_TYPE_I32, 1, 0},
    {"reductions", "voters", 0, 2147483647.0, offsetof(sigma_votes_result, reductions),
     SIGMA_TYPE_I32, 1, 0},
    {"absences", "voters", 0, 2147483647.0, offsetof(sigma_votes_result, absences), SIGMA_TYPE_I32,
     1, 0},
};

const sigma_field sigma_external_fields[SIGMA_EXTERNAL_FIELDS] = {
    {"score", "1", 0, 100, offsetof(sigma_external, score), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_external, confidence), SIGMA_TYPE_F64, 1, 0},
    {"fundamental", "1", -6, 6, offsetof(sigma_external, fundamental), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_EXTERNAL_COUNT - 1, offsetof(sigma_external, given), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_EXTERNAL},
};

const sigma_field sigma_external_params_fields[SIGMA_EXTERNAL_PARAMS_FIELDS] = {
    {"score_full", "1", 0.001, 100, offsetof(sigma_external_params, score_full), SIGMA_TYPE_F64, 1,
     0},
    {"factor_min", "1", 0, 1, offsetof(sigma_external_params, factor_min), SIGMA_TYPE_F64, 1, 0},
    {"confidence_min", "1", 0, 1, offsetof(sigma_external_params, confidence_min), SIGMA_TYPE_F64,
     1, 0},
    {"fundamental_against", "1", 0.001, 1e6, offsetof(sigma_external_params, fundamental_against),
     SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_external_result_fields[SIGMA_EXTERNAL_RESULT_FIELDS] = {
    {"factor", "1", 0, 1, offsetof(sigma_external_result, factor), SIGMA_TYPE_F64, 1, 0},
    {"refused", "", 0, SIGMA_EXTERNAL_COUNT - 1, offsetof(sigma_external_result, refused),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_EXTERNAL},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_external_result, verdict),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
    {"reserved", "", 0, 0, offsetof(sigma_external_result, reserved), SIGMA_TYPE_I32, 1, 0},
};
