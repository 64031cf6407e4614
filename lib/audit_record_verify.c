/* SPDX-License-Identifier: MIT */
#include "audit.h"
#include "bytes.h"
#include "record.h"

/* Names the first field in which a record differs from the recomputed one. */
static bool name_difference(int32_t kind, const sigma_line_record *written,
                            const sigma_line_record *again, sigma_audit_difference *difference)
{
    int32_t length;
    sigma_text path = sigma_text_to(difference->field, (int32_t)sizeof difference->field);

    sigma_text_string(&path, sigma_line_word(kind));
    sigma_text_char(&path, '.');
    bool differs = sigma_record_differ(&path, kind, written, again);
    if (!differs) {
        path.length = 0;
    }
    (void)sigma_text_close(&path, &length);
    return differs;
}

static int32_t recompute(int32_t kind, const char *text, int32_t length,
                         const sigma_line_record *record, sigma_audit_difference *difference)
{
    sigma_line_record again = *record;

    if (sigma_record_complete(kind, &again) != SIGMA_OK || !sigma_record_valid(kind, &again)) {
        return SIGMA_CAUSE_INPUT;
    }
    bool same = sigma_line_same(text, length, kind, &again, &difference->position);
    if (name_difference(kind, record, &again, difference)) {
        return SIGMA_CAUSE_DECISION;
    }
    return same ? SIGMA_CAUSE_UNKNOWN : SIGMA_CAUSE_BYTES;
}

int32_t sigma_record_examine(const sigma_audit *log, const char *text, int32_t length,
                             sigma_line_record *record, sigma_audit_difference *difference)
{
    int32_t kind = sigma_line_kind(text, length);

    sigma_zero(record, (int32_t)sizeof *record);
    if (!sigma_line_read(text, length, kind, record, &difference->position)) {
        return SIGMA_CAUSE_SHAPE;
    }
    difference->position = -1;
    if (record->trade.line != log->line + 1) { /* the first two fields are those of any record */
        return SIGMA_CAUSE_SEQUENCE;
    }
    if (record->trade.digest != log->digest) {
        return SIGMA_CAUSE_POLICY;
    }
    return recompute(kind, text, length, record, difference);
}
