/* SPDX-License-Identifier: MIT */
#include "audit.h"
#include "bytes.h"
#include "layout.h"

/* ---- writing */

/* The record as the log's next line has it. */
static sigma_status complete(const sigma_audit *log, int32_t kind, const void *given,
                             sigma_line_event *record)
{
    int64_t line = log->line + 1;

    sigma_copy(record, given, sigma_table_of(kind).size);
    sigma_copy(record, &line, 8);
    sigma_copy((char *)record + SIGMA_DIGEST_AT, &log->digest, 4);
    return sigma_event_complete(kind, record);
}

static sigma_status append(sigma_audit *log, int32_t kind, void *record, char *buffer,
                           int32_t capacity, int32_t *length)
{
    sigma_line_event whole;
    sigma_status status = sigma_log_open(log, record, buffer, capacity, length);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_text text = sigma_text_to(buffer, capacity);
    status = complete(log, kind, record, &whole);
    if (status != SIGMA_OK) {
        sigma_text_fail(&text, status);
    }
    sigma_line_write(&text, kind, &whole);
    status = sigma_text_close(&text, length);
    if (status == SIGMA_OK) {
        sigma_copy(record, &whole, sigma_table_of(kind).size);
        log->line++;
    }
    return status;
}

sigma_status sigma_audit_trade_write(sigma_audit *log, sigma_audit_trade *record, char *buffer,
                                     int32_t capacity, int32_t *length)
{
    return append(log, SIGMA_KIND_AUDIT_TRADE, record, buffer, capacity, length);
}

sigma_status sigma_audit_exit_write(sigma_audit *log, sigma_audit_exit *record, char *buffer,
                                    int32_t capacity, int32_t *length)
{
    return append(log, SIGMA_KIND_AUDIT_EXIT, record, buffer, capacity, length);
}

sigma_status sigma_audit_transition_write(sigma_audit *log, sigma_audit_transition *record,
                                          char *buffer, int32_t capacity, int32_t *length)
{
    return append(log, SIGMA_KIND_AUDIT_TRANSITION, record, buffer, capacity, length);
}

sigma_status sigma_audit_violation_write(sigma_audit *log, sigma_audit_violation *record,
                                         char *buffer, int32_t capacity, int32_t *length)
{
    return append(log, SIGMA_KIND_AUDIT_VIOLATION, record, buffer, capacity, length);
}

sigma_status sigma_audit_failure_write(sigma_audit *log, sigma_audit_failure *record, char *buffer,
                                       int32_t capacity, int32_t *length)
{
    return append(log, SIGMA_KIND_AUDIT_FAILURE, record, buffer, capacity, length);
}

/* ---- reading */

/* A line that is what its own facts would be written as. */
static bool read_canonical(const char *text, int32_t length, int32_t kind, sigma_line_event *record)
{
    int32_t position;

    sigma_zero(record, (int32_t)sizeof *record);
    return sigma_line_read(text, length, kind, record, &position) &&
           sigma_event_complete(kind, record) == SIGMA_OK &&
           sigma_line_same(text, length, kind, record, &position);
}

static sigma_status read_line(const char *text, int32_t length, int32_t kind, void *record)
{
    sigma_line_event whole;

    if (!record) {
        return SIGMA_E_NULL;
    }
    sigma_zero(record, sigma_table_of(kind).size);
    if (!text) {
        return SIGMA_E_NULL;
    }
    if (!read_canonical(text, length, kind, &whole)) {
        return SIGMA_E_FORMAT;
    }
    sigma_copy(record, &whole, sigma_table_of(kind).size);
    return SIGMA_OK;
}

sigma_status sigma_audit_trade_read(const char *text, int32_t length, sigma_audit_trade *record)
{
    return read_line(text, length, SIGMA_KIND_AUDIT_TRADE, record);
}

sigma_status sigma_audit_exit_read(const char *text, int32_t length, sigma_audit_exit *record)
{
    return read_line(text, length, SIGMA_KIND_AUDIT_EXIT, record);
}

sigma_status sigma_audit_transition_read(const char *text, int32_t length,
                                         sigma_audit_transition *record)
{
    return read_line(text, length, SIGMA_KIND_AUDIT_TRANSITION, record);
}

sigma_status sigma_audit_violation_read(const char *text, int32_t length,
                                        sigma_audit_violation *record)
{
    return read_line(text, length, SIGMA_KIND_AUDIT_VIOLATION, record);
}

sigma_status sigma_audit_failure_read(const char *text, int32_t length, sigma_audit_failure *record)
{
    return read_line(text, length, SIGMA_KIND_AUDIT_FAILURE, record);
}

sigma_status sigma_audit_kind(const char *text, int32_t length, int32_t *kind)
{
    if (!kind) {
        return SIGMA_E_NULL;
    }
    *kind = 0;
    if (!text) {
        return SIGMA_E_NULL;
    }
    *kind = sigma_line_kind(text, length);
    return *kind != SIGMA_KIND_UNKNOWN ? SIGMA_OK : SIGMA_E_FORMAT;
}
