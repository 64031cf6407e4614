/* SPDX-License-Identifier: MIT */
#include "audit.h"
#include "record.h"

/* Names the first field of the decision in which the two records differ. */
static bool name_field(const sigma_audit_record *a, const sigma_audit_record *b,
                       sigma_audit_difference *difference)
{
    int32_t length;
    sigma_text path = sigma_text_to(difference->field, (int32_t)sizeof difference->field);

    sigma_text_string(&path, "decision.");
    bool differs = sigma_record_differ(&path, SIGMA_KIND_DECISION, &a->decision, &b->decision);
    if (!differs) {
        path.length = 0;
    }
    (void)sigma_text_close(&path, &length);
    return differs;
}

/* The cause of a departure; UNKNOWN if there is none. */
static int32_t examine(const sigma_audit *log, const sigma_policy *policy, const char *text,
                       int32_t length, sigma_audit_record *record,
                       sigma_audit_difference *difference)
{
    if (!sigma_line_read(text, length, SIGMA_KIND_AUDIT_RECORD, record, &difference->position)) {
        return SIGMA_CAUSE_SHAPE;
    }
    difference->position = -1;
    if (record->line != log->line + 1) {
        return SIGMA_CAUSE_SEQUENCE;
    }
    if (record->digest != log->digest) {
        return SIGMA_CAUSE_POLICY;
    }
    sigma_audit_record again = *record;
    /* an order that reduces is granted on facts out of range, which are never written */
    if (!sigma_record_valid(SIGMA_KIND_CONTEXT, &again.context) ||
        sigma_decide(policy, &again.context, &again.proposal, &again.decision) != SIGMA_OK) {
        return SIGMA_CAUSE_INPUT;
    }
    bool same =
        sigma_line_same(text, length, SIGMA_KIND_AUDIT_RECORD, &again, &difference->position);
    if (name_field(record, &again, difference)) {
        return SIGMA_CAUSE_DECISION;
    }
    return same ? SIGMA_CAUSE_UNKNOWN : SIGMA_CAUSE_BYTES;
}

sigma_status sigma_audit_verify(sigma_audit *log, const sigma_policy *policy, const char *text,
                                int32_t length, sigma_audit_record *record,
                                sigma_audit_difference *difference)
{
    if (record) {
        *record = (sigma_audit_record){0};
    }
    if (difference) {
        *difference = (sigma_audit_difference){0};
    }
    if (!log || !policy || !text || !record || !difference) {
        return SIGMA_E_NULL;
    }
    if (!sigma_log_valid(log)) {
        return SIGMA_E_STATE;
    }
    difference->cause = examine(log, policy, text, length, record, difference);
    if (difference->cause != SIGMA_CAUSE_UNKNOWN) {
        return SIGMA_E_DIFFERENT;
    }
    *difference = (sigma_audit_difference){0};
    log->line++;
    return SIGMA_OK;
}
