/* SPDX-License-Identifier: MIT */
#include "sigma/audit.h"

#include <stddef.h>

#include "fields.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_audit_fields[SIGMA_AUDIT_FIELDS] = {
    {"line", "lines", 0, 9.3e18, offsetof(sigma_audit, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit, digest), SIGMA_TYPE_U32, 1, 0},
    {"tag", "", SIGMA_TAG_AUDIT, SIGMA_TAG_AUDIT, offsetof(sigma_audit, tag), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_audit_header_fields[SIGMA_AUDIT_HEADER_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_header, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_header, digest), SIGMA_TYPE_U32, 1, 0},
    {"library", "", 0, 2147483647.0, offsetof(sigma_audit_header, library), SIGMA_TYPE_I32, 1, 0},
    {"version", "", 1, 2147483647.0, offsetof(sigma_audit_header, version), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_audit_header, reserved), SIGMA_TYPE_I32, 1, 0},
    {"policy", "", 1, 0, offsetof(sigma_audit_header, policy), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_POLICY},
};

const sigma_field sigma_audit_record_fields[SIGMA_AUDIT_RECORD_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_record, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_record, digest), SIGMA_TYPE_U32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_audit_record, reserved), SIGMA_TYPE_I32, 1, 0},
    {"context", "", 1, 0, offsetof(sigma_audit_record, context), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_CONTEXT},
    {"proposal", "", 1, 0, offsetof(sigma_audit_record, proposal), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PROPOSAL},
    {"decision", "", 1, 0, offsetof(sigma_audit_record, decision), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_DECISION},
};

const sigma_field sigma_audit_difference_fields[SIGMA_AUDIT_DIFFERENCE_FIELDS] = {
    {"field", "", 0, 0, offsetof(sigma_audit_difference, field), SIGMA_TYPE_TEXT, 64, 0},
    {"cause", "", 0, SIGMA_CAUSE_COUNT - 1, offsetof(sigma_audit_difference, cause),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_CAUSE},
    {"position", "bytes", -2147483648.0, 2147483647.0, offsetof(sigma_audit_difference, position),
     SIGMA_TYPE_I32, 1, 0},
};
