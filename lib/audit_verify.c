/* SPDX-License-Identifier: MIT */
#include "audit.h"
#include "bytes.h"
#include "record.h"

/* Names the first field in which a decision differs from the recomputed one. */
static bool name_field(const sigma_decision *written, const sigma_decision *again,
                       sigma_audit_difference *difference)
{
    int32_t length;
    sigma_text path = sigma_text_to(difference->field, (int32_t)sizeof difference->field);

    sigma_text_string(&path, "decision.");
    bool differs = sigma_record_differ(&path, SIGMA_KIND_DECISION, written, again);
    if (!differs) {
        path.length = 0;
    }
    (void)sigma_text_close(&path, &length);
    return differs;
}

static void swap(sigma_decision *a, sigma_decision *b)
{
    char *x = (char *)a, *y = (char *)b;

    for (int32_t i = 0; i < (int32_t)sizeof *a; i++) {
        char byte = x[i];
        x[i] = y[i];
        y[i] = byte;
    }
}

/* Whether the line is what the record would be written as with another decision. */
static bool line_same(const char *text, int32_t length, sigma_audit_record *record,
                      sigma_decision *again, int32_t *position)
{
    swap(&record->decision, again);
    bool same = sigma_line_same(text, length, SIGMA_KIND_AUDIT_RECORD, record, position);
    swap(&record->decision, again);
    return same;
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
    sigma_decision again;
    /* an order that reduces is granted on facts out of range, which are never written */
    if (!sigma_record_valid(SIGMA_KIND_CONTEXT, &record->context) ||
        sigma_decide(policy, &record->context, &record->proposal, &again) != SIGMA_OK) {
        return SIGMA_CAUSE_INPUT;
    }
    bool same = line_same(text, length, record, &again, &difference->position);
    if (name_field(&record->decision, &again, difference)) {
        return SIGMA_CAUSE_DECISION;
    }
    return same ? SIGMA_CAUSE_UNKNOWN : SIGMA_CAUSE_BYTES;
}

static bool is_event(int32_t kind)
{
    return kind != SIGMA_KIND_UNKNOWN && kind != SIGMA_KIND_AUDIT_HEADER &&
           kind != SIGMA_KIND_AUDIT_RECORD;
}

/* The same for a line that is no decision. */
static int32_t examine_event(const sigma_audit *log, const char *text, int32_t length,
                             sigma_audit_record *record, sigma_audit_difference *difference)
{
    sigma_line_record event;
    int32_t cause = sigma_record_examine(log, text, length, &event, difference);

    record->line = event.trade.line;
    record->digest = event.trade.digest;
    return cause;
}

sigma_status sigma_audit_verify(sigma_audit *log, const sigma_policy *policy, const char *text,
                                int32_t length, sigma_audit_record *record,
                                sigma_audit_difference *difference)
{
    if (record) {
        sigma_zero(record, (int32_t)sizeof *record);
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
    difference->cause = is_event(sigma_line_kind(text, length))
                            ? examine_event(log, text, length, record, difference)
                            : examine(log, policy, text, length, record, difference);
    if (difference->cause != SIGMA_CAUSE_UNKNOWN) {
        return SIGMA_E_DIFFERENT;
    }
    *difference = (sigma_audit_difference){0};
    log->line++;
    return SIGMA_OK;
}
