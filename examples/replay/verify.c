/* SPDX-License-Identifier: MIT */
#include "verify.h"

#include <inttypes.h>
#include <sigma/audit.h>
#include <sigma/field.h>
#include <sigma/version.h>
#include <stdio.h>

#include "../common/report.h"
#include "../common/text.h"
#include "lines.h"

_Static_assert(LINE_LONGEST >= SIGMA_AUDIT_SPACE, "every line of a log can be read");

struct reading {
    const char *path;
    struct lines lines;
    sigma_audit log;
    sigma_policy policy;
    int64_t decisions;
};

static bool refuse(const struct reading *r, const struct line *line, const char *what)
{
    report("%s:%" PRId64 ": %s", r->path, line->number, what);
    return false;
}

static bool check_line(const struct reading *r, const struct line *line)
{
    return line->state == LINE_WHOLE ||
           (line->state != LINE_FAILED && refuse(r, line, line_fault(line->state)));
}

/* ---- the header */

static bool refuse_version(const struct reading *r, const sigma_audit_header *header)
{
    report("%s:1: expected decisions of version %d, found version %d, written by library %s",
           r->path, SIGMA_DECISION_VERSION, (int)header->version,
           text_version(header->library).text);
    return false;
}

static bool read_header(struct reading *r, const struct line *line)
{
    sigma_audit_header header;

    if (!check_line(r, line)) {
        return false;
    }
    sigma_status status = sigma_audit_open(&r->log, line->text, line->length, &header);
    if (status == SIGMA_E_VERSION) {
        return refuse_version(r, &header);
    }
    r->policy = header.policy;
    return status == SIGMA_OK ||
           refuse(r, line, "expected the header line of a decision log, as it was written");
}

/* ---- decisions */

static bool refuse_difference(const struct reading *r, const struct line *line,
                              const sigma_audit_difference *difference)
{
    char field[96] = "", byte[32] = "";

    if (difference->field[0]) {
        snprintf(field, sizeof field, " Field %s.", difference->field);
    }
    if (difference->position >= 0) {
        snprintf(byte, sizeof byte, " Byte %d.", (int)difference->position + 1);
    }
    report("%s:%" PRId64 ": %s%s%s", r->path, line->number,
           text_sentence(SIGMA_VOCABULARY_CAUSE, difference->cause).text, field, byte);
    return false;
}

static bool check_decision(struct reading *r, const struct line *line)
{
    sigma_audit_record record;
    sigma_audit_difference difference;

    if (!check_line(r, line)) {
        return false;
    }
    int32_t kind;
    bool decides = sigma_audit_kind(line->text, line->length, &kind) == SIGMA_OK &&
                   kind == SIGMA_KIND_AUDIT_RECORD;
    r->decisions += decides;
    sigma_status status =
        sigma_audit_verify(&r->log, &r->policy, line->text, line->length, &record, &difference);
    return status == SIGMA_OK || refuse_difference(r, line, &difference);
}

static bool check_all(struct reading *r, const struct line *first)
{
    bool fine = read_header(r, first);

    while (fine) {
        struct line line = lines_next(&r->lines);
        if (line.state == LINE_NONE) {
            break;
        }
        fine = check_decision(r, &line);
    }
    return fine;
}

int verify(const char *path, bool quiet)
{
    struct reading r = {.path = path};
    struct line first;

    if (!lines_open(&r.lines, path, &first)) {
        return STATUS_FAILED;
    }
    bool fine = check_all(&r, &first);
    lines_close(&r.lines);
    if (fine && !quiet) {
        printf("%s decisions verified\n", text_count(r.decisions).text);
    }
    return fine ? STATUS_DONE : STATUS_FAILED;
}
