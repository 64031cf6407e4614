/* SPDX-License-Identifier: MIT */
/* Any decision becomes a line that is read back to the same bytes and recomputed to the same line;
 * any other line, and any damaged one, is refused, with a cause. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { SPACE = SIGMA_AUDIT_SPACE + 16 };

typedef struct line {
    char text[SPACE];
    int32_t length;
} line;

static int32_t make_capacity(fuzz_input *in)
{
    return fuzz_rarely(in) ? fuzz_pick(in, 2000) - 4 : SIGMA_AUDIT_SPACE;
}

static sigma_status begin(fuzz_input *in, sigma_audit *log, sigma_policy *policy, line *header)
{
    int32_t capacity = make_capacity(in);

    fuzz_make_policy(in, policy);
    memset(header->text, '#', SPACE);
    sigma_status status = sigma_audit_init(log, policy, header->text, capacity, &header->length);
    (void)fuzz_saw_text("sigma_audit_init", status, header->text, SPACE, capacity, &header->length);
    (void)fuzz_saw_result("sigma_audit_init", status, SIGMA_KIND_AUDIT, log);
    REQUIRE(status != SIGMA_E_SPACE || capacity < SIGMA_AUDIT_SPACE);
    return status;
}

static uint32_t crc_of(const char *text, size_t length) /* IEEE 802.3 */
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < length; i++) {
        crc ^= (uint8_t)text[i];
        for (int32_t bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xedb88320) : 0);
        }
    }
    return ~crc;
}

/* Makes it the undamaged header of a library that decides otherwise. */
static void change_version(line *header)
{
    char *version = strstr(header->text, "\"version\":2,"), *end = strrchr(header->text, ',');
    REQUIRE(version && end);
    version[10] = '1';
    snprintf(end, 19, ",\"crc\":\"%08lx\"}",
             (unsigned long)crc_of(header->text, (size_t)(end - header->text)));
}

/* A header that is opened gives the log that wrote it; a damaged one gives none. */
static void reopen(fuzz_input *in, const sigma_audit *log, const sigma_policy *policy, line *header)
{
    sigma_audit opened;
    sigma_audit_header read;
    sigma_status status = sigma_audit_open(&opened, header->text, header->length, &read);

    (void)fuzz_saw_result("sigma_audit_open", status, SIGMA_KIND_AUDIT_HEADER, &read);
    REQUIRE(status == SIGMA_OK && fuzz_is_same(&opened, log, sizeof opened));
    REQUIRE(fuzz_is_same(&read.policy, policy, sizeof read.policy));
    if (fuzz_pick(in, 4) == 0) {
        change_version(header);
    } else {
        fuzz_damage_text(in, header->text, header->length);
    }
    status = sigma_audit_open(&opened, header->text, header->length, &read);
    (void)fuzz_saw_struct("sigma_audit_open", status, SIGMA_KIND_AUDIT_HEADER, &read);
    REQUIRE(status == SIGMA_E_FORMAT || status == SIGMA_E_VERSION);
    REQUIRE(fuzz_is_zero(&opened, sizeof opened));
    REQUIRE(status == SIGMA_E_VERSION || fuzz_is_zero(&read, sizeof read));
}

/* The line is read back, and recomputed where its decision is that of the library. */
static void good_line(const sigma_audit *before, const sigma_policy *policy, const line *l,
                      const sigma_audit_record *written)
{
    sigma_audit log = *before;
    sigma_audit_record read;
    sigma_audit_difference difference;
    sigma_status status = sigma_audit_read(l->text, l->length, &read);

    (void)fuzz_saw_struct("sigma_audit_read", status, SIGMA_KIND_AUDIT_RECORD, &read);
    REQUIRE(status == SIGMA_OK && fuzz_is_same(&read, written, sizeof read));
    status = sigma_audit_verify(&log, policy, l->text, l->length, &read, &difference);
    (void)fuzz_saw_state("sigma_audit_verify", status, SIGMA_KIND_AUDIT, before, &log);
    (void)fuzz_saw_struct("sigma_audit_verify", status, SIGMA_KIND_AUDIT_DIFFERENCE, &difference);
    REQUIRE(status == SIGMA_OK && log.line == before->line + 1);
    REQUIRE(fuzz_is_zero(&difference, sizeof difference));
}

static void bad_line(const sigma_audit *before, const sigma_policy *policy, const char *text,
                     int32_t length)
{
    sigma_audit log = *before;
    sigma_audit_record read;
    sigma_audit_difference difference;
    sigma_status status = sigma_audit_read(text, length, &read);

    (void)fuzz_saw_struct("sigma_audit_read", status, SIGMA_KIND_AUDIT_RECORD, &read);
    REQUIRE(status == SIGMA_E_FORMAT && fuzz_is_zero(&read, sizeof read));
    status = sigma_audit_verify(&log, policy, text, length, &read, &difference);
    (void)fuzz_saw_state("sigma_audit_verify", status, SIGMA_KIND_AUDIT, before, &log);
    (void)fuzz_saw_struct("sigma_audit_verify", status, SIGMA_KIND_AUDIT_DIFFERENCE, &difference);
    REQUIRE(status == SIGMA_E_DIFFERENT || status == SIGMA_E_STATE);
    REQUIRE(status == SIGMA_E_STATE ||
            (SIGMA_CAUSE_UNKNOWN < difference.cause && difference.cause < SIGMA_CAUSE_COUNT));
    REQUIRE(memchr(difference.field, '\0', sizeof difference.field) != NULL);
}

/* Bytes changed, cut off, taken out, or any at all. */
static void spoil(fuzz_input *in, line *l)
{
    line bad = *l;
    int32_t place = fuzz_pick(in, l->length);

    switch (fuzz_pick(in, 4)) {
    case 0: bad.length = place; break;
    case 1:
        bad.length--;
        memmove(bad.text + place, bad.text + place + 1, (size_t)(bad.length - place));
        break;
    case 2: bad.length = fuzz_chars(in, bad.text, 64); break;
    default: fuzz_damage_text(in, bad.text, bad.length); break;
    }
    *l = bad;
}

static sigma_status write(fuzz_input *in, sigma_audit *log, const sigma_audit_record *record,
                          line *l)
{
    int32_t capacity = make_capacity(in), none = fuzz_pick(in, 128);
    sigma_audit before = *log;

    memset(l->text, '#', SPACE);
    sigma_status status = sigma_audit_decision(log, FUZZ_UNLESS(none == 125, &record->context),
                                               FUZZ_UNLESS(none == 126, &record->proposal),
                                               FUZZ_UNLESS(none == 127, &record->decision), l->text,
                                               capacity, &l->length);
    (void)fuzz_saw_text("sigma_audit_decision", status, l->text, SPACE, capacity, &l->length);
    (void)fuzz_saw_state("sigma_audit_decision", status, SIGMA_KIND_AUDIT, &before, log);
    REQUIRE(status != SIGMA_E_SPACE || capacity < SIGMA_AUDIT_SPACE);
    return status;
}

/* The field tables hold limits as doubles, which tell the last instant from the next ones only to
 * half a microsecond. */
static bool is_instant(int64_t time)
{
    static const int64_t LAST = INT64_C(9150000000000000000);
    return -LAST <= time && time <= LAST;
}

static void decide_and_log(fuzz_input *in, sigma_audit *log, const sigma_policy *policy)
{
    sigma_audit before = *log;
    sigma_audit_record record = {.digest = log->digest};
    line l;

    fuzz_make_context(in, &record.context);
    fuzz_make_proposal(in, &record.context, &record.proposal);
    bool decided =
        sigma_decide(policy, &record.context, &record.proposal, &record.decision) == SIGMA_OK;
    if (write(in, log, &record, &l) != SIGMA_OK) {
        return;
    }
    record.line = log->line;
    if (decided && is_instant(record.proposal.time) && is_instant(record.context.market.time) &&
        is_instant(record.context.account.time)) {
        good_line(&before, policy, &l, &record);
    }
    spoil(in, &l);
    bad_line(&before, policy, l.text, l.length);
}

static void forge_log(fuzz_input *in, const sigma_policy *policy)
{
    sigma_audit log;
    char text[32] = {0};

    fuzz_object(in, SIGMA_KIND_AUDIT, &log);
    bad_line(&log, policy, text, (int32_t)sizeof text);
    log.line = fuzz_pick(in, 2) ? INT64_MAX : log.line < 1000000 ? log.line : 1;
    decide_and_log(in, &log, policy);
}

static void no_object(sigma_audit *log, const sigma_policy *policy)
{
    static sigma_audit_record r;
    sigma_audit_header header;
    sigma_audit_difference d;
    char text[8] = "{}";
    int32_t length;

    fuzz_saw_null("sigma_audit_init", sigma_audit_init(NULL, policy, text, 8, &length));
    fuzz_saw_null("sigma_audit_init", sigma_audit_init(log, NULL, text, 8, &length));
    fuzz_saw_null("sigma_audit_decision", sigma_audit_decision(log, &r.context, &r.proposal,
                                                               &r.decision, NULL, 8, &length));
    fuzz_saw_null("sigma_audit_open", sigma_audit_open(log, NULL, 2, &header));
    fuzz_saw_null("sigma_audit_open", sigma_audit_open(log, text, 2, NULL));
    fuzz_saw_null("sigma_audit_read", sigma_audit_read(text, 2, NULL));
    fuzz_saw_null("sigma_audit_read", sigma_audit_read(NULL, 2, &r));
    fuzz_saw_null("sigma_audit_verify", sigma_audit_verify(log, policy, NULL, 2, &r, &d));
    fuzz_saw_null("sigma_audit_verify", sigma_audit_verify(log, policy, text, 2, &r, NULL));
}

void fuzz_audit(fuzz_input *in)
{
    sigma_audit log;
    sigma_policy policy;
    line header;

    if (begin(in, &log, &policy, &header) == SIGMA_OK) {
        reopen(in, &log, &policy, &header);
    }
    while (fuzz_more(in)) {
        decide_and_log(in, &log, &policy);
        if (fuzz_rarely(in)) {
            forge_log(in, &policy);
        }
    }
    no_object(&log, &policy);
}
