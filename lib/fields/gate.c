/* SPDX-License-Identifier: MIT */
#include "sigma/gate.h"

#include <stddef.h>

#include "fields_guards.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_gate_params_fields[SIGMA_GATE_PARAMS_FIELDS] = {
    {"leverage_max", "1", 1e-6, 1e6, offsetof(sigma_gate_params, leverage_max), SIGMA_TYPE_F64, 1,
     0},
    {"risk_max", "1", 1e-9, 1, offsetof(sigma_gate_params, risk_max), SIGMA_TYPE_F64, 1, 0},
    {"daily_loss", "1", 1e-9, 1, offsetof(sigma_gate_params, daily_loss), SIGMA_TYPE_F64, 1, 0},
    {"daily_profit", "1", 0, 1e6, offsetof(sigma_gate_params, daily_profit), SIGMA_TYPE_F64, 1, 0},
    {"reward_min", "1", 0, 1e4, offsetof(sigma_gate_params, reward_min), SIGMA_TYPE_F64, 1, 0},
    {"spread_max", "1", 1e-6, 1e6, offsetof(sigma_gate_params, spread_max), SIGMA_TYPE_F64, 1, 0},
    {"age_max", "ns", 0, 3.1e16, offsetof(sigma_gate_params, age_max), SIGMA_TYPE_I64, 1, 0},
    {"cooldown", "ns", 0, 3.1e16, offsetof(sigma_gate_params, cooldown), SIGMA_TYPE_I64, 1, 0},
    {"order_window", "ns", 1, 3.1e16, offsetof(sigma_gate_params, order_window), SIGMA_TYPE_I64, 1,
     0},
    {"orders_max", "orders", 1, 64, offsetof(sigma_gate_params, orders_max), SIGMA_TYPE_I32, 1, 0},
    {"positions_max", "positions", 1, 1000000, offsetof(sigma_gate_params, positions_max),
     SIGMA_TYPE_I32, 1, 0},
    {"duplicates_max", "positions", 0, 1000000, offsetof(sigma_gate_params, duplicates_max),
     SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_gate_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_gate_sample_fields[SIGMA_GATE_SAMPLE_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_gate_sample, time), SIGMA_TYPE_TIME, 1, 0},
    {"price_time", "ns", -9.15e18, 9.15e18, offsetof(sigma_gate_sample, price_time),
     SIGMA_TYPE_TIME, 1, 0},
    {"entry", "price", 0, 1e15, offsetof(sigma_gate_sample, entry), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 0, 1e15, offsetof(sigma_gate_sample, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_gate_sample, target), SIGMA_TYPE_F64, 1, 0},
    {"spread", "price", 0, 1e15, offsetof(sigma_gate_sample, spread), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e15, offsetof(sigma_gate_sample, risk), SIGMA_TYPE_F64, 1, 0},
    {"exposure", "account", 0, 1e18, offsetof(sigma_gate_sample, exposure), SIGMA_TYPE_F64, 1, 0},
    {"margin", "account", 0, 1e15, offsetof(sigma_gate_sample, margin), SIGMA_TYPE_F64, 1, 0},
    {"free_margin", "account", -1e15, 1e15, offsetof(sigma_gate_sample, free_margin),
     SIGMA_TYPE_F64, 1, 0},
    {"equity", "account", -1e15, 1e15, offsetof(sigma_gate_sample, equity), SIGMA_TYPE_F64, 1, 0},
    {"balance", "account", -1e15, 1e15, offsetof(sigma_gate_sample, balance), SIGMA_TYPE_F64, 1, 0},
    {"symbol", "", 0, INT32_MAX, offsetof(sigma_gate_sample, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", 0, SIGMA_SIDE_COUNT - 1, offsetof(sigma_gate_sample, side), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_SIDE},
    {"intent", "", 1, SIGMA_INTENT_COUNT - 1, offsetof(sigma_gate_sample, intent), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_INTENT},
    {"positions", "positions", 0, INT32_MAX, offsetof(sigma_gate_sample, positions), SIGMA_TYPE_I32,
     1, 0},
    {"holdings", "positions", 0, INT32_MAX, offsetof(sigma_gate_sample, holdings), SIGMA_TYPE_I32,
     1, 0},
    {"scheduled", "", 0, 1, offsetof(sigma_gate_sample, scheduled), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_gate_fields[SIGMA_GATE_FIELDS] = {
    {"params", "", 1, 1, offsetof(sigma_gate, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_GATE_PARAMS},
    {"closed", "ns", -9.15e18, 9.15e18, offsetof(sigma_gate, closed), SIGMA_TYPE_TIME, 64, 0},
    {"order_time", "ns", -9.15e18, 9.15e18, offsetof(sigma_gate, order_time), SIGMA_TYPE_TIME, 64,
     0},
    {"refused", "orders", 0, 1000000000000000, offsetof(sigma_gate, refused), SIGMA_TYPE_I64, 16,
     0},
    {"checked", "orders", 0, 1000000000000000, offsetof(sigma_gate, checked), SIGMA_TYPE_I64, 1, 0},
    {"allowed", "orders", 0, 1000000000000000, offsetof(sigma_gate, allowed), SIGMA_TYPE_I64, 1, 0},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_gate, time), SIGMA_TYPE_TIME, 1, 0},
    {"day_balance", "account", 1e-6, 1e15, offsetof(sigma_gate, day_balance), SIGMA_TYPE_F64, 1, 0},
    {"symbol", "", 0, INT32_MAX, offsetof(sigma_gate, symbol), SIGMA_TYPE_I32, 64, 0},
    {"tag", "", SIGMA_TAG_GATE, SIGMA_TAG_GATE, offsetof(sigma_gate, tag), SIGMA_TYPE_I32, 1, 0},
    {"symbols", "symbols", 0, 64, offsetof(sigma_gate, symbols), SIGMA_TYPE_I32, 1, 0},
    {"orders", "orders", 0, 64, offsetof(sigma_gate, orders), SIGMA_TYPE_I32, 1, 0},
    {"order_next", "", 0, 63, offsetof(sigma_gate, order_next), SIGMA_TYPE_I32, 1, 0},
    {"day_lost", "", 0, 1, offsetof(sigma_gate, day_lost), SIGMA_TYPE_I32, 1, 0},
    {"day_won", "", 0, 1, offsetof(sigma_gate, day_won), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_gate_result_fields[SIGMA_GATE_RESULT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_gate_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"wait", "ns", 0, 3.1e16, offsetof(sigma_gate_result, wait), SIGMA_TYPE_I64, 1, 0},
    {"reward", "1", 0, 1e9, offsetof(sigma_gate_result, reward), SIGMA_TYPE_F64, 1, 0},
    {"leverage", "1", 0, 1e9, offsetof(sigma_gate_result, leverage), SIGMA_TYPE_F64, 1, 0},
    {"day", "1", -1e9, 1e9, offsetof(sigma_gate_result, day), SIGMA_TYPE_F64, 1, 0},
    {"passed", "", 0, SIGMA_LAYER_COUNT - 1, offsetof(sigma_gate_result, passed), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_LAYER},
    {"refused", "", 0, SIGMA_LAYER_COUNT - 1, offsetof(sigma_gate_result, refused), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_LAYER},
    {"symbol", "", 0, INT32_MAX, offsetof(sigma_gate_result, symbol), SIGMA_TYPE_I32, 1, 0},
    {"allowed", "", 0, 1, offsetof(sigma_gate_result, allowed), SIGMA_TYPE_I32, 1, 0},
    {"intent", "", 0, SIGMA_INTENT_COUNT - 1, offsetof(sigma_gate_result, intent), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_INTENT},
    {"mark", "", SIGMA_PART_GATE, SIGMA_PART_GATE, offsetof(sigma_gate_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

const sigma_field sigma_gate_grant_fields[SIGMA_GATE_GRANT_FIELDS] = {
    {"notional", "account", 0, 1e30, offsetof(sigma_gate_grant, notional), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e15, offsetof(sigma_gate_grant, risk), SIGMA_TYPE_F64, 1, 0},
    {"reward", "1", 0, 1e4, offsetof(sigma_gate_grant, reward), SIGMA_TYPE_F64, 1, 0},
    {"distance", "price", 0, 1e30, offsetof(sigma_gate_grant, distance), SIGMA_TYPE_F64, 1, 0},
    {"budget", "account", 0, 1e16, offsetof(sigma_gate_grant, budget), SIGMA_TYPE_F64, 1, 0},
    {"share", "1", 0, 1, offsetof(sigma_gate_grant, share), SIGMA_TYPE_F64, 1, 0},
    {"refused", "", 0, SIGMA_LAYER_COUNT - 1, offsetof(sigma_gate_grant, refused), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_LAYER},
    {"symbol", "", 0, INT32_MAX, offsetof(sigma_gate_grant, symbol), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_GATE, SIGMA_PART_GATE, offsetof(sigma_gate_grant, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

bool sigma_gate_grant_in_range(const void *object)
{
    return sigma_table_inside(sigma_gate_grant_fields, SIGMA_GATE_GRANT_FIELDS, object);
}
