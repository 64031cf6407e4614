/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include "samples.h"
#include "test.h"

lines_log lines_start(const sigma_policy *policy)
{
    lines_log log = {.policy = *policy};
    assert_int_equal(
        sigma_audit_init(&log.log, policy, log.header, sizeof log.header, &log.header_length),
        SIGMA_OK);
    return log;
}

void lines_add(lines_log *log, lines_line *line)
{
    assert_int_equal(sigma_decide(&log->policy, &line->context, &line->proposal, &line->decision),
                     SIGMA_OK);
    assert_int_equal(sigma_audit_decision(&log->log, &line->context, &line->proposal,
                                          &line->decision, line->text, sizeof line->text,
                                          &line->length),
                     SIGMA_OK);
}

lines_line lines_known(lines_log *log)
{
    lines_line line = {.context = sample_context(), .proposal = sample_proposal()};
    lines_add(log, &line);
    return line;
}

lines_reader lines_at_start(const lines_log *log)
{
    lines_reader r;
    sigma_audit_header header;
    memset(&r, 7, sizeof r);
    assert_int_equal(sigma_audit_open(&r.log, log->header, log->header_length, &header), SIGMA_OK);
    return r;
}

sigma_status lines_verify(lines_reader *r, const lines_log *log, const char *text, int32_t length)
{
    return sigma_audit_verify(&r->log, &log->policy, text, length, &r->record, &r->difference);
}

void lines_assert_different(const lines_log *log, const char *text, int32_t length, int32_t cause,
                            const char *field)
{
    lines_reader r = lines_at_start(log);
    sigma_audit before = r.log;
    assert_int_equal(lines_verify(&r, log, text, length), SIGMA_E_DIFFERENT);
    assert_int_equal(r.difference.cause, cause);
    assert_string_equal(r.difference.field, field);
    assert_same(r.log, before);
}

uint32_t lines_crc(const char *bytes, int32_t length)
{
    uint32_t crc = UINT32_MAX;
    for (int32_t i = 0; i < length; i++) {
        crc ^= (unsigned char)bytes[i];
        for (int32_t bit = 0; bit < 8; bit++) {
            crc = crc & 1 ? crc >> 1 ^ UINT32_C(0xedb88320) : crc >> 1;
        }
    }
    return ~crc;
}

void lines_forge(char *text, int32_t *length, const char *from, const char *to)
{
    char forged[2 * SIGMA_AUDIT_SPACE];
    const char *at = strstr(text, from);
    assert_non_null(at);
    int32_t before = (int32_t)(at - text);
    snprintf(forged, sizeof forged, "%.*s%s%s", (int)before, text, to, at + strlen(from));
    int32_t comma = (int32_t)(strrchr(forged, ',') - forged);
    snprintf(forged + comma, sizeof forged - (size_t)comma, ",\"crc\":\"%08lx\"}",
             (unsigned long)lines_crc(forged, comma));
    *length = (int32_t)strlen(forged);
    assert_true(*length < SIGMA_AUDIT_SPACE);
    memcpy(text, forged, (size_t)*length + 1);
}
