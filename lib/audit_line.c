/* SPDX-License-Identifier: MIT */
#include "audit.h"

#include "crc.h"
#include "fields.h"
#include "record.h"
#include "sigma/layout.h"

enum { CRC_LENGTH = 18 }; /* of what write_crc() writes */

const char *sigma_line_word(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_AUDIT_HEADER: return "header";
    case SIGMA_KIND_AUDIT_RECORD: return "decided";
    case SIGMA_KIND_AUDIT_TRADE: return "trade";
    case SIGMA_KIND_AUDIT_EXIT: return "exit";
    case SIGMA_KIND_AUDIT_TRANSITION: return "transition";
    case SIGMA_KIND_AUDIT_VIOLATION: return "violation";
    default: return "failure";
    }
}

static void write_opening(sigma_text *text, int32_t kind)
{
    sigma_text_string(text, "{\"");
    sigma_text_string(text, sigma_line_word(kind));
    sigma_text_string(text, "\":");
}

static void expect_opening(sigma_reader *reader, int32_t kind)
{
    sigma_reader_expect(reader, "{\"");
    sigma_reader_expect(reader, sigma_line_word(kind));
    sigma_reader_expect(reader, "\":");
}

static sigma_reader reader_of(const char *line, int32_t length)
{
    return (sigma_reader){.next = line, .end = line + (length > 0 ? length : 0)};
}

int32_t sigma_line_kind(const char *line, int32_t length)
{
    static const int32_t kinds[] = {SIGMA_KIND_AUDIT_HEADER,     SIGMA_KIND_AUDIT_RECORD,
                                    SIGMA_KIND_AUDIT_TRADE,      SIGMA_KIND_AUDIT_EXIT,
                                    SIGMA_KIND_AUDIT_TRANSITION, SIGMA_KIND_AUDIT_VIOLATION,
                                    SIGMA_KIND_AUDIT_FAILURE};

    for (int32_t i = 0; i < (int32_t)(sizeof kinds / sizeof *kinds); i++) {
        sigma_reader reader = reader_of(line, length);
        expect_opening(&reader, kinds[i]);
        if (!reader.failed) {
            return kinds[i];
        }
    }
    return SIGMA_KIND_UNKNOWN;
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
    write_opening(text, kind);
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
    write_opening(text, SIGMA_KIND_AUDIT_RECORD);
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
    sigma_reader reader = reader_of(line, length);

    expect_opening(&reader, kind);
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

int32_t sigma_line_cause(const char *name, int32_t kind, const void *written, const void *again,
                         bool same, sigma_audit_difference *difference)
{
    int32_t length;
    sigma_text path = sigma_text_to(difference->field, (int32_t)sizeof difference->field);

    sigma_text_string(&path, name);
    sigma_text_char(&path, '.');
    bool differs = sigma_record_differ(&path, kind, written, again);
    if (!differs) {
        path.length = 0;
    }
    (void)sigma_text_close(&path, &length);
    if (differs) {
        return SIGMA_CAUSE_DECISION;
    }
    return same ? SIGMA_CAUSE_UNKNOWN : SIGMA_CAUSE_BYTES;
}
