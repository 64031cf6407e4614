/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "fields.h"
#include "sigma/audit.h"
#include "sigma/words.h"

const sigma_field sigma_audit_trade_fields[SIGMA_AUDIT_TRADE_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_trade, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_trade, digest), SIGMA_TYPE_U32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_audit_trade, reserved), SIGMA_TYPE_I32, 1, 0},
    {"trade", "", 1, 0, offsetof(sigma_audit_trade, trade), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_TRADE},
    {"multiple", "R", -1e6, 1e6, offsetof(sigma_audit_trade, multiple), SIGMA_TYPE_F64, 1, 0},
    {"expected", "R", -1e6, 1e6, offsetof(sigma_audit_trade, expected), SIGMA_TYPE_F64, 1, 0},
    {"surprise", "account", -2e15, 2e15, offsetof(sigma_audit_trade, surprise), SIGMA_TYPE_F64, 1,
     0},
};

const sigma_field sigma_audit_exit_fields[SIGMA_AUDIT_EXIT_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_exit, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_exit, digest), SIGMA_TYPE_U32, 1, 0},
    {"tick", "", 0, 1, offsetof(sigma_audit_exit, tick), SIGMA_TYPE_I32, 1, 0},
    {"exits", "", 0, 0, offsetof(sigma_audit_exit, exits), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EXITS},
    {"bar", "", 0, 0, offsetof(sigma_audit_exit, bar), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_BAR},
    {"sample", "", 0, 0, offsetof(sigma_audit_exit, sample), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_EXITS_SAMPLE},
    {"result", "", 1, 0, offsetof(sigma_audit_exit, result), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_EXITS_RESULT},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_audit_exit, time), SIGMA_TYPE_TIME, 1, 0},
    {"id", "", 0, 2147483647.0, offsetof(sigma_audit_exit, id), SIGMA_TYPE_I32, 1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_audit_exit, symbol), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_audit_transition_fields[SIGMA_AUDIT_TRANSITION_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_transition, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_transition, digest), SIGMA_TYPE_U32, 1, 0},
    {"breaker", "", 0, 2147483647.0, offsetof(sigma_audit_transition, breaker), SIGMA_TYPE_I32, 1,
     0},
    {"event", "", 0, 0, offsetof(sigma_audit_transition, event), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_BREAKER_SAMPLE},
    {"transition", "", 1, 0, offsetof(sigma_audit_transition, transition), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_BREAKER_TRANSITION},
};

const sigma_field sigma_audit_violation_fields[SIGMA_AUDIT_VIOLATION_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_violation, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_violation, digest), SIGMA_TYPE_U32, 1, 0},
    {"source", "", 1, SIGMA_PART_COUNT - 1, offsetof(sigma_audit_violation, source),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_audit_violation, time), SIGMA_TYPE_TIME, 1, 0},
    {"id", "", -9.3e18, 9.3e18, offsetof(sigma_audit_violation, id), SIGMA_TYPE_I64, 1, 0},
    {"value", "1", -1e15, 1e15, offsetof(sigma_audit_violation, value), SIGMA_TYPE_F64, 1, 0},
    {"limit", "1", -1e15, 1e15, offsetof(sigma_audit_violation, limit), SIGMA_TYPE_F64, 1, 0},
    {"reasons", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_audit_violation, reasons),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_REASON},
    {"layers", "", 0, SIGMA_LAYER_COUNT - 1, offsetof(sigma_audit_violation, layers),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LAYER},
    {"limits", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_audit_violation, limits),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_LIMIT},
    {"rules", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_audit_violation, rules), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_RULE},
    {"symptoms", "", 0, SIGMA_SYMPTOM_COUNT - 1, offsetof(sigma_audit_violation, symptoms),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_SYMPTOM},
    {"symbol", "", 0, 2147483647.0, offsetof(sigma_audit_violation, symbol), SIGMA_TYPE_I32, 1, 0},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_audit_violation, verdict),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
};

const sigma_field sigma_audit_failure_fields[SIGMA_AUDIT_FAILURE_FIELDS] = {
    {"line", "lines", 1, 9.3e18, offsetof(sigma_audit_failure, line), SIGMA_TYPE_I64, 1, 0},
    {"digest", "", 0, 4294967295.0, offsetof(sigma_audit_failure, digest), SIGMA_TYPE_U32, 1, 0},
    {"event", "", 1, SIGMA_EVENT_COUNT - 1, offsetof(sigma_audit_failure, event), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_EVENT},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_audit_failure, time), SIGMA_TYPE_TIME, 1, 0},
    {"id", "", -9.3e18, 9.3e18, offsetof(sigma_audit_failure, id), SIGMA_TYPE_I64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_audit_failure, lots), SIGMA_TYPE_F64, 1, 0},
    {"filled", "lots", 0, 1e12, offsetof(sigma_audit_failure, filled), SIGMA_TYPE_F64, 1, 0},
    {"wanted", "price", 0, 1e15, offsetof(sigma_audit_failure, wanted), SIGMA_TYPE_F64, 1, 0},
    {"price", "price", 0, 1e15, offsetof(sigma_audit_failure, price), SIGMA_TYPE_F64, 1, 0},
    {"slippage", "1", -1e31, 1e31, offsetof(sigma_audit_failure, slippage), SIGMA_TYPE_F64, 1, 0},
    {"latency", "ms", 0, 1e15, offsetof(sigma_audit_failure, latency), SIGMA_TYPE_F64, 1, 0},
    {"code", "", -2147483648.0, 2147483647.0, offsetof(sigma_audit_failure, code), SIGMA_TYPE_I32,
     1, 0},
    {"attempt", "", 0, 2147483647.0, offsetof(sigma_audit_failure, attempt), SIGMA_TYPE_I32, 1, 0},
    {"symbol", "", 0, 2147483647.0, offsetof(sigma_audit_failure, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_audit_failure, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"intent", "", 0, SIGMA_INTENT_COUNT - 1, offsetof(sigma_audit_failure, intent),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_INTENT},
    {"reserved", "", 0, 0, offsetof(sigma_audit_failure, reserved), SIGMA_TYPE_I32, 1, 0},
};
