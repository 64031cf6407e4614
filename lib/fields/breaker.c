/* SPDX-License-Identifier: MIT */
#include "sigma/breaker.h"

#include <stddef.h>

#include "fields_guards.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_breaker_params_fields[SIGMA_BREAKER_PARAMS_FIELDS] = {
    {"latency", "ms", 1e-6, 1e9, offsetof(sigma_breaker_params, latency), SIGMA_TYPE_F64, 3, 0},
    {"slippage", "1", 1e-9, 1e9, offsetof(sigma_breaker_params, slippage), SIGMA_TYPE_F64, 3, 0},
    {"failure_rate", "1", 1e-9, 1e9, offsetof(sigma_breaker_params, failure_rate), SIGMA_TYPE_F64,
     1, 0},
    {"loss", "1", 1e-9, 1e9, offsetof(sigma_breaker_params, loss), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 1e-9, 1e9, offsetof(sigma_breaker_params, volatility), SIGMA_TYPE_F64, 1,
     0},
    {"expectancy", "R", -1e9, 1e9, offsetof(sigma_breaker_params, expectancy), SIGMA_TYPE_F64, 2,
     0},
    {"confidence", "1", 0, 1, offsetof(sigma_breaker_params, confidence), SIGMA_TYPE_F64, 1, 0},
    {"scale", "1", 0, 1, offsetof(sigma_breaker_params, scale), SIGMA_TYPE_F64, 1, 0},
    {"degraded", "1", 0, 1, offsetof(sigma_breaker_params, degraded), SIGMA_TYPE_F64, 1, 0},
    {"window", "ns", 1, 3.1e16, offsetof(sigma_breaker_params, window), SIGMA_TYPE_I64, 1, 0},
    {"cooldown", "ns", 0, 3.1e16, offsetof(sigma_breaker_params, cooldown), SIGMA_TYPE_I64, 3, 0},
    {"probe", "ns", 0, 3.1e16, offsetof(sigma_breaker_params, probe), SIGMA_TYPE_I64, 1, 0},
    {"failures", "orders", 1, 1000000000, offsetof(sigma_breaker_params, failures), SIGMA_TYPE_I32,
     4, 0},
    {"rate_orders", "orders", 1, 64, offsetof(sigma_breaker_params, rate_orders), SIGMA_TYPE_I32, 1,
     0},
    {"losses", "trades", 0, 64, offsetof(sigma_breaker_params, losses), SIGMA_TYPE_I32, 1, 0},
    {"streak", "trades", 0, 1000000000, offsetof(sigma_breaker_params, streak), SIGMA_TYPE_I32, 1,
     0},
    {"expectancy_over", "trades", 0, 1000000000, offsetof(sigma_breaker_params, expectancy_over),
     SIGMA_TYPE_I32, 2, 0},
    {"readings", "readings", 1, 16, offsetof(sigma_breaker_params, readings), SIGMA_TYPE_I32, 1, 0},
    {"recovery_readings", "readings", 1, 16, offsetof(sigma_breaker_params, recovery_readings),
     SIGMA_TYPE_I32, 1, 0},
    {"repeats", "events", 1, 8, offsetof(sigma_breaker_params, repeats), SIGMA_TYPE_I32, 1, 0},
    {"degradation", "", 1, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker_params, degradation),
     SIGMA_TYPE_WORD, 3, SIGMA_VOCABULARY_LEVEL},
    {"event", "", 1, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker_params, event), SIGMA_TYPE_WORD,
     8, SIGMA_VOCABULARY_LEVEL},
    {"reserved", "", 0, 0, offsetof(sigma_breaker_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_breaker_sample_fields[SIGMA_BREAKER_SAMPLE_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker_sample, time), SIGMA_TYPE_TIME, 1, 0},
    {"value", "1", -1e15, 1e15, offsetof(sigma_breaker_sample, value), SIGMA_TYPE_F64, 1, 0},
    {"event", "", 1, SIGMA_EVENT_COUNT - 1, offsetof(sigma_breaker_sample, event), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_EVENT},
    {"count", "", 0, INT32_MAX, offsetof(sigma_breaker_sample, count), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_breaker_transition_fields[SIGMA_BREAKER_TRANSITION_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker_transition, time), SIGMA_TYPE_TIME, 1,
     0},
    {"value", "1", -1e300, 1e300, offsetof(sigma_breaker_transition, value), SIGMA_TYPE_F64, 1, 0},
    {"from", "", 0, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker_transition, from),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_LEVEL},
    {"to", "", 0, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker_transition, to), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_LEVEL},
    {"issue", "", 0, SIGMA_ISSUE_COUNT - 1, offsetof(sigma_breaker_transition, issue),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_ISSUE},
    {"reserved", "", 0, 0, offsetof(sigma_breaker_transition, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_breaker_issue_fields[SIGMA_BREAKER_ISSUE_FIELDS] = {
    {"first", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker_issue, first), SIGMA_TYPE_TIME, 1, 0},
    {"last", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker_issue, last), SIGMA_TYPE_TIME, 1, 0},
    {"value", "1", -1e300, 1e300, offsetof(sigma_breaker_issue, value), SIGMA_TYPE_F64, 1, 0},
    {"issue", "", 0, SIGMA_ISSUE_COUNT - 1, offsetof(sigma_breaker_issue, issue), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_ISSUE},
    {"level", "", 0, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker_issue, level), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_LEVEL},
    {"count", "", 0, INT32_MAX, offsetof(sigma_breaker_issue, count), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_breaker_issue, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_breaker_fields[SIGMA_BREAKER_FIELDS] = {
    {"params", "", 1, 1, offsetof(sigma_breaker, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_BREAKER_PARAMS},
    {"issue", "", 0, 1, offsetof(sigma_breaker, issue), SIGMA_TYPE_STRUCT, 32,
     SIGMA_KIND_BREAKER_ISSUE},
    {"order_time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker, order_time), SIGMA_TYPE_TIME,
     64, 0},
    {"trade_time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker, trade_time), SIGMA_TYPE_TIME,
     64, 0},
    {"trade_value", "1", -1e15, 1e15, offsetof(sigma_breaker, trade_value), SIGMA_TYPE_F64, 64, 0},
    {"repeat_time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker, repeat_time), SIGMA_TYPE_TIME,
     8, 0},
    {"latency", "ms", 0, 1e15, offsetof(sigma_breaker, latency), SIGMA_TYPE_F64, 16, 0},
    {"failed", "", 0, 4294967295, offsetof(sigma_breaker, failed), SIGMA_TYPE_U32, 2, 0},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker, time), SIGMA_TYPE_TIME, 1, 0},
    {"since", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker, since), SIGMA_TYPE_TIME, 1, 0},
    {"probed", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker, probed), SIGMA_TYPE_TIME, 1, 0},
    {"tag", "", SIGMA_TAG_BREAKER, SIGMA_TAG_BREAKER, offsetof(sigma_breaker, tag), SIGMA_TYPE_I32,
     1, 0},
    {"state", "", 1, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker, state), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_LEVEL},
    {"probing", "", 0, 1, offsetof(sigma_breaker, probing), SIGMA_TYPE_I32, 1, 0},
    {"override_on", "", 0, 1, offsetof(sigma_breaker, override_on), SIGMA_TYPE_I32, 1, 0},
    {"failures", "orders", 0, INT32_MAX, offsetof(sigma_breaker, failures), SIGMA_TYPE_I32, 1, 0},
    {"streak", "trades", 0, INT32_MAX, offsetof(sigma_breaker, streak), SIGMA_TYPE_I32, 1, 0},
    {"severity", "", 0, SIGMA_SEVERITY_COUNT - 1, offsetof(sigma_breaker, severity),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SEVERITY},
    {"orders", "orders", 0, 64, offsetof(sigma_breaker, orders), SIGMA_TYPE_I32, 1, 0},
    {"order_next", "", 0, 63, offsetof(sigma_breaker, order_next), SIGMA_TYPE_I32, 1, 0},
    {"trades", "trades", 0, 64, offsetof(sigma_breaker, trades), SIGMA_TYPE_I32, 1, 0},
    {"trade_next", "", 0, 63, offsetof(sigma_breaker, trade_next), SIGMA_TYPE_I32, 1, 0},
    {"repeats", "events", 0, 8, offsetof(sigma_breaker, repeats), SIGMA_TYPE_I32, 1, 0},
    {"repeat_next", "", 0, 7, offsetof(sigma_breaker, repeat_next), SIGMA_TYPE_I32, 1, 0},
    {"readings", "readings", 0, 16, offsetof(sigma_breaker, readings), SIGMA_TYPE_I32, 1, 0},
    {"reading_next", "", 0, 15, offsetof(sigma_breaker, reading_next), SIGMA_TYPE_I32, 1, 0},
    {"issues", "", 0, 32, offsetof(sigma_breaker, issues), SIGMA_TYPE_I32, 1, 0},
    {"issue_next", "", 0, 31, offsetof(sigma_breaker, issue_next), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_breaker, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_breaker_result_fields[SIGMA_BREAKER_RESULT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_breaker_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"scale", "1", 0, 1, offsetof(sigma_breaker_result, scale), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_breaker_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"state", "", 0, SIGMA_LEVEL_COUNT - 1, offsetof(sigma_breaker_result, state), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_LEVEL},
    {"entries", "", 0, 1, offsetof(sigma_breaker_result, entries), SIGMA_TYPE_I32, 1, 0},
    {"close_all", "", 0, 1, offsetof(sigma_breaker_result, close_all), SIGMA_TYPE_I32, 1, 0},
    {"probing", "", 0, 1, offsetof(sigma_breaker_result, probing), SIGMA_TYPE_I32, 1, 0},
    {"override_on", "", 0, 1, offsetof(sigma_breaker_result, override_on), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_BREAKER, SIGMA_PART_BREAKER, offsetof(sigma_breaker_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

const sigma_field sigma_breaker_grant_fields[SIGMA_BREAKER_GRANT_FIELDS] = {
    {"scale", "1", 0, 1, offsetof(sigma_breaker_grant, scale), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_breaker_grant, confidence), SIGMA_TYPE_F64, 1, 0},
    {"entries", "", 0, 1, offsetof(sigma_breaker_grant, entries), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_BREAKER, SIGMA_PART_BREAKER, offsetof(sigma_breaker_grant, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

bool sigma_breaker_grant_in_range(const void *object)
{
    return sigma_table_inside(sigma_breaker_grant_fields, SIGMA_BREAKER_GRANT_FIELDS, object);
}
