/* SPDX-License-Identifier: MIT */
#include "audit.h"

#include "bytes.h"
#include "fields.h"
#include "record.h"
#include "sigma/version.h"
#include "tags.h"

bool sigma_log_valid(const sigma_audit *log)
{
    return sigma_fields_valid(sigma_audit_fields, SIGMA_AUDIT_FIELDS, log) && log->line < INT64_MAX;
}

sigma_status sigma_log_open(const sigma_audit *log, bool given, char *buffer, int32_t capacity,
                            int32_t *length)
{
    sigma_status status = sigma_text_open(buffer, capacity, length);
    if (!log || !given) {
        return SIGMA_E_NULL;
    }
    if (status != SIGMA_OK) {
        return status;
    }
    return sigma_log_valid(log) ? SIGMA_OK : SIGMA_E_STATE;
}

static uint32_t digest_of(const sigma_policy *policy, sigma_status *status)
{
    sigma_text text = sigma_text_nowhere();
    sigma_record_write(&text, SIGMA_KIND_POLICY, policy);
    *status = text.status;
    return text.crc;
}

/* ---- writing */

sigma_status sigma_audit_init(sigma_audit *log, const sigma_policy *policy, char *buffer,
                              int32_t capacity, int32_t *length)
{
    sigma_status status = sigma_text_open(buffer, capacity, length);
    if (log) {
        *log = (sigma_audit){0};
    }
    if (!log || !policy) {
        return SIGMA_E_NULL;
    }
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_text text = sigma_text_to(buffer, capacity);
    sigma_audit_header header = {.line = 1,
                                 .digest = digest_of(policy, &status),
                                 .library = sigma_version_number(),
                                 .version = SIGMA_DECISION_VERSION,
                                 .policy = *policy};
    sigma_line_write(&text, SIGMA_KIND_AUDIT_HEADER, &header);
    status = sigma_text_close(&text, length);
    if (status == SIGMA_OK) {
        *log = (sigma_audit){.line = 1, .digest = header.digest, .tag = SIGMA_TAG_AUDIT};
    }
    return status;
}

sigma_status sigma_audit_decision(sigma_audit *log, const sigma_context *context,
                                  const sigma_proposal *proposal, const sigma_decision *decision,
                                  char *buffer, int32_t capacity, int32_t *length)
{
    sigma_status status =
        sigma_log_open(log, context && proposal && decision, buffer, capacity, length);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_text text = sigma_text_to(buffer, capacity);
    sigma_line_decided(&text, log, context, proposal, decision);
    status = sigma_text_close(&text, length);
    log->line += status == SIGMA_OK;
    return status;
}

/* ---- reading */

/* Another version may have written another policy, which cannot be read; its CRC can. */
static bool of_another_version(const sigma_audit_header *header, const char *text, int32_t length)
{
    return header->version >= 1 && header->version != SIGMA_DECISION_VERSION &&
           sigma_line_intact(text, length);
}

static sigma_status judge_header(const sigma_audit_header *header, const char *text, int32_t length)
{
    sigma_status status;
    int32_t position;

    if (of_another_version(header, text, length)) {
        return SIGMA_E_VERSION;
    }
    bool same = sigma_line_same(text, length, SIGMA_KIND_AUDIT_HEADER, header, &position);
    bool own_digest = digest_of(&header->policy, &status) == header->digest;
    return same && own_digest && header->line == 1 ? SIGMA_OK : SIGMA_E_FORMAT;
}

sigma_status sigma_audit_open(sigma_audit *log, const char *text, int32_t length,
                              sigma_audit_header *header)
{
    int32_t position;

    if (log) {
        *log = (sigma_audit){0};
    }
    if (header) {
        sigma_zero(header, sizeof *header);
    }
    if (!log || !text || !header) {
        return SIGMA_E_NULL;
    }
    (void)sigma_line_read(text, length, SIGMA_KIND_AUDIT_HEADER, header, &position);
    sigma_status status = judge_header(header, text, length);
    if (status == SIGMA_OK) {
        *log = (sigma_audit){.line = 1, .digest = header->digest, .tag = SIGMA_TAG_AUDIT};
    } else {
        sigma_zero(&header->policy, sizeof header->policy);
    }
    if (status == SIGMA_E_FORMAT) {
        sigma_zero(header, sizeof *header);
    }
    return status;
}

sigma_status sigma_audit_read(const char *text, int32_t length, sigma_audit_record *record)
{
    int32_t position;

    if (!record) {
        return SIGMA_E_NULL;
    }
    sigma_zero(record, sizeof *record);
    if (!text) {
        return SIGMA_E_NULL;
    }
    if (!sigma_line_read(text, length, SIGMA_KIND_AUDIT_RECORD, record, &position) ||
        !sigma_line_same(text, length, SIGMA_KIND_AUDIT_RECORD, record, &position)) {
        sigma_zero(record, sizeof *record);
        return SIGMA_E_FORMAT;
    }
    return SIGMA_OK;
}
