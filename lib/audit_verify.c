/* SPDX-License-Identifier: MIT */
#include "audit.h"
#include "bytes.h"

/* Reads the line that is to come next. The cause why it does not; UNKNOWN if it does. */
static int32_t read_next(const sigma_audit *log, const char *text, int32_t length, int32_t kind,
                         void *record, int32_t *position)
{
    int64_t line;
    uint32_t digest;

    if (!sigma_line_read(text, length, kind, record, position)) {
        return SIGMA_CAUSE_SHAPE;
    }
    *position = -1;
    sigma_copy(&line, record, 8);
    sigma_copy(&digest, (const char *)record + SIGMA_DIGEST_AT, 4);
    if (line != log->line + 1) {
        return SIGMA_CAUSE_SEQUENCE;
    }
    return digest == log->digest ? SIGMA_CAUSE_UNKNOWN : SIGMA_CAUSE_POLICY;
}

/* ---- decisions */

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

static int32_t recompute(const sigma_policy *policy, const char *text, int32_t length,
                         sigma_audit_record *record, sigma_audit_difference *difference)
{
    sigma_decision again;

    /* an order that reduces is granted on facts out of range, which are never written */
    if (!sigma_record_valid(SIGMA_KIND_CONTEXT, &record->context) ||
        sigma_decide(policy, &record->context, &record->proposal, &again) != SIGMA_OK) {
        return SIGMA_CAUSE_INPUT;
    }
    bool same = line_same(text, length, record, &again, &difference->position);
    return sigma_line_cause("decision", SIGMA_KIND_DECISION, &record->decision, &again, same,
                            difference);
}

static int32_t examine(const sigma_audit *log, const sigma_policy *policy, const char *text,
                       int32_t length, sigma_audit_record *record,
                       sigma_audit_difference *difference)
{
    int32_t cause =
        read_next(log, text, length, SIGMA_KIND_AUDIT_RECORD, record, &difference->position);
    return cause == SIGMA_CAUSE_UNKNOWN ? recompute(policy, text, length, record, difference)
                                        : cause;
}

/* ---- events */

static bool is_event(int32_t kind)
{
    return kind != SIGMA_KIND_UNKNOWN && kind != SIGMA_KIND_AUDIT_HEADER &&
           kind != SIGMA_KIND_AUDIT_RECORD;
}

static int32_t examine_event(const sigma_audit *log, const char *text, int32_t length,
                             sigma_audit_record *record, sigma_audit_difference *difference)
{
    sigma_line_event event;
    int32_t kind = sigma_line_kind(text, length);

    sigma_zero(&event, sizeof event);
    int32_t cause = read_next(log, text, length, kind, &event, &difference->position);
    record->line = event.trade.line; /* the first two fields are those of any record */
    record->digest = event.trade.digest;
    return cause == SIGMA_CAUSE_UNKNOWN
               ? sigma_event_recompute(kind, text, length, &event, difference)
               : cause;
}

sigma_status sigma_audit_verify(sigma_audit *log, const sigma_policy *policy, const char *text,
                                int32_t length, sigma_audit_record *record,
                                sigma_audit_difference *difference)
{
    if (record) {
        sigma_zero(record, sizeof *record);
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
