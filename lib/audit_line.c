/* SPDX-License-Identifier: MIT */
#include "audit.h"

#include "crc.h"
#include "fields.h"
#include "record.h"
#include "sigma/layout.h"

enum { CRC_LENGTH = 18 }; /* of what write_crc() writes */

static const char *opening_of(int32_t kind)
{
    return kind == SIGMA_KIND_AUDIT_HEADER ? "{\"header\":" : "{\"decided\":";
}

bool sigma_record_valid(int32_t kind, const void *object)
{
    sigma_field offender;
    return sigma_layout_check(kind, object, &offender) == SIGMA_OK;
}

static void write_crc(sigma_text *text, uint32_t crc)
{
    sigma_text_string(text, ",\"crc\":\"");
    sigma_text_hex(text, crc);
    sigma_text_string(text, "\"}");
}

static void close_line(sigma_text *text)
{
    write_crc(text, sigma_crc(0, text->expected ? text->expected : text->buffer, text->length));
}

void sigma_line_write(sigma_text *text, int32_t kind, const void *object)
{
    if (!sigma_record_valid(kind, object)) {
        sigma_text_fail(text, SIGMA_E_RANGE);
    }
    sigma_text_string(text, opening_of(kind));
    sigma_record_write(text, kind, object);
    close_line(text);
}

void sigma_line_decided(sigma_text *text, const sigma_audit *log, const sigma_context *context,
                        const sigma_proposal *proposal, const sigma_decision *decision)
{
    int64_t line = log->line + 1;
    int32_t reserved = 0;
    const void *parts[SIGMA_AUDIT_RECORD_FIELDS] = {&line,   &log->digest, &reserved,
                                                    context, proposal,     decision};

    if (!sigma_record_valid(SIGMA_KIND_CONTEXT, context) ||
        !sigma_record_valid(SIGMA_KIND_PROPOSAL, proposal) ||
        !sigma_record_valid(SIGMA_KIND_DECISION, decision)) {
        sigma_text_fail(text, SIGMA_E_RANGE);
    }
    sigma_text_string(text, opening_of(SIGMA_KIND_AUDIT_RECORD));
    sigma_record_write_parts(text, SIGMA_KIND_AUDIT_RECORD, parts);
    close_line(text);
}

bool sigma_line_intact(const char *line, int32_t length)
{
    int32_t body = length - CRC_LENGTH;
    if (body < 0) {
        return false;
    }
    sigma_text text = sigma_text_against(line + body, CRC_LENGTH);
    write_crc(&text, sigma_crc(0, line, body));
    return text.status == SIGMA_OK;
}

bool sigma_line_read(const char *line, int32_t length, int32_t kind, void *object,
                     int32_t *position)
{
    sigma_reader reader = {.next = line, .end = line + (length > 0 ? length : 0)};

    sigma_reader_expect(&reader, opening_of(kind));
    sigma_record_read(&reader, kind, object);
    *position = (int32_t)(reader.next - line);
    return !reader.failed;
}

bool sigma_line_same(const char *line, int32_t length, int32_t kind, const void *object,
                     int32_t *position)
{
    sigma_text text = sigma_text_against(line, length);
    sigma_line_write(&text, kind, object);
    *position = text.length;
    return text.status == SIGMA_OK && text.length == length;
}
