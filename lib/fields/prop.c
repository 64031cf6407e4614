/* SPDX-License-Identifier: MIT */
#include "sigma/prop.h"

#include <stddef.h>

#include "fields_guards.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_prop_params_fields[SIGMA_PROP_PARAMS_FIELDS] = {
    {"start", "account", 1, 1e12, offsetof(sigma_prop_params, start), SIGMA_TYPE_F64, 1, 0},
    {"daily_loss", "1", 0, 1e12, offsetof(sigma_prop_params, daily_loss), SIGMA_TYPE_F64, 1, 0},
    {"total_loss", "1", 0, 1e12, offsetof(sigma_prop_params, total_loss), SIGMA_TYPE_F64, 1, 0},
    {"lock", "account", 0, 1e12, offsetof(sigma_prop_params, lock), SIGMA_TYPE_F64, 1, 0},
    {"target", "account", 0, 1e12, offsetof(sigma_prop_params, target), SIGMA_TYPE_F64, 1, 0},
    {"consistency", "1", 0, 1, offsetof(sigma_prop_params, consistency), SIGMA_TYPE_F64, 1, 0},
    {"lot_cap", "lots", 0, 1e12, offsetof(sigma_prop_params, lot_cap), SIGMA_TYPE_F64, 1, 0},
    {"fee", "account", 0, 1e12, offsetof(sigma_prop_params, fee), SIGMA_TYPE_F64, 1, 0},
    {"daily_unit", "", 1, SIGMA_SHARE_COUNT - 1, offsetof(sigma_prop_params, daily_unit),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SHARE},
    {"daily_base", "", 1, SIGMA_BASE_COUNT - 1, offsetof(sigma_prop_params, daily_base),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_BASE},
    {"total_unit", "", 1, SIGMA_SHARE_COUNT - 1, offsetof(sigma_prop_params, total_unit),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SHARE},
    {"total_base", "", 1, SIGMA_BASE_COUNT - 1, offsetof(sigma_prop_params, total_base),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_BASE},
    {"breach", "", 1, SIGMA_BREACH_COUNT - 1, offsetof(sigma_prop_params, breach), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_BREACH},
    {"profit", "", 1, SIGMA_PROFIT_COUNT - 1, offsetof(sigma_prop_params, profit), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_PROFIT},
    {"daily_soft", "1", 0, 1, offsetof(sigma_prop_params, daily_soft), SIGMA_TYPE_I32, 1, 0},
    {"strict", "1", 0, 1, offsetof(sigma_prop_params, strict), SIGMA_TYPE_I32, 1, 0},
    {"lowers", "1", 0, 1, offsetof(sigma_prop_params, lowers), SIGMA_TYPE_I32, 1, 0},
    {"days_min", "days", 0, 10000, offsetof(sigma_prop_params, days_min), SIGMA_TYPE_I32, 1, 0},
    {"days_max", "days", 0, 10000, offsetof(sigma_prop_params, days_max), SIGMA_TYPE_I32, 1, 0},
    {"zone", "", 1, SIGMA_ZONE_COUNT - 1, offsetof(sigma_prop_params, zone), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_ZONE},
    {"reset", "s", 0, 86399, offsetof(sigma_prop_params, reset), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_prop_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_prop_fields[SIGMA_PROP_FIELDS] = {
    {"params", "", 1, 0, offsetof(sigma_prop, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PROP_PARAMS},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_prop, time), SIGMA_TYPE_TIME, 1, 0},
    {"day_end", "ns", -9.2e18, 9.2e18, offsetof(sigma_prop, day_end), SIGMA_TYPE_I64, 1, 0},
    {"balance", "account", -1e15, 1e15, offsetof(sigma_prop, balance), SIGMA_TYPE_F64, 1, 0},
    {"equity", "account", -1e15, 1e15, offsetof(sigma_prop, equity), SIGMA_TYPE_F64, 1, 0},
    {"base", "account", -1e15, 1e15, offsetof(sigma_prop, base), SIGMA_TYPE_F64, 1, 0},
    {"mark", "account", -1e15, 1e15, offsetof(sigma_prop, mark), SIGMA_TYPE_F64, 1, 0},
    {"day_balance", "account", -1e15, 1e15, offsetof(sigma_prop, day_balance), SIGMA_TYPE_F64, 1,
     0},
    {"best_day", "account", 0, 1e15, offsetof(sigma_prop, best_day), SIGMA_TYPE_F64, 1, 0},
    {"net", "account", -1e15, 1e15, offsetof(sigma_prop, net), SIGMA_TYPE_F64, 1, 0},
    {"green", "account", 0, 1e15, offsetof(sigma_prop, green), SIGMA_TYPE_F64, 1, 0},
    {"withdrawn", "account", 0, 1e15, offsetof(sigma_prop, withdrawn), SIGMA_TYPE_F64, 1, 0},
    {"broken", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_prop, broken), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_RULE},
    {"tag", "", SIGMA_TAG_PROP, SIGMA_TAG_PROP, offsetof(sigma_prop, tag), SIGMA_TYPE_I32, 1, 0},
    {"phase", "", 1, SIGMA_PHASE_COUNT - 1, offsetof(sigma_prop, phase), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_PHASE},
    {"days", "days", 0, 1000000, offsetof(sigma_prop, days), SIGMA_TYPE_I32, 1, 0},
    {"age", "days", 1, 1000000, offsetof(sigma_prop, age), SIGMA_TYPE_I32, 1, 0},
    {"traded", "1", 0, 1, offsetof(sigma_prop, traded), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_prop, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_prop_sample_fields[SIGMA_PROP_SAMPLE_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_prop_sample, time), SIGMA_TYPE_TIME, 1, 0},
    {"balance", "account", -1e14, 1e14, offsetof(sigma_prop_sample, balance), SIGMA_TYPE_F64, 1, 0},
    {"equity", "account", -1e14, 1e14, offsetof(sigma_prop_sample, equity), SIGMA_TYPE_F64, 1, 0},
    {"high", "account", -1e14, 1e14, offsetof(sigma_prop_sample, high), SIGMA_TYPE_F64, 1, 0},
    {"low", "account", -1e14, 1e14, offsetof(sigma_prop_sample, low), SIGMA_TYPE_F64, 1, 0},
    {"trades", "trades", 0, 2147483647.0, offsetof(sigma_prop_sample, trades), SIGMA_TYPE_I32, 1,
     0},
    {"reserved", "", 0, 0, offsetof(sigma_prop_sample, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_prop_result_fields[SIGMA_PROP_RESULT_FIELDS] = {
    {"daily_floor", "account", -1e16, 1e16, offsetof(sigma_prop_result, daily_floor),
     SIGMA_TYPE_F64, 1, 0},
    {"total_floor", "account", -1e16, 1e16, offsetof(sigma_prop_result, total_floor),
     SIGMA_TYPE_F64, 1, 0},
    {"left_today", "account", -1e16, 1e16, offsetof(sigma_prop_result, left_today), SIGMA_TYPE_F64,
     1, 0},
    {"left", "account", -1e16, 1e16, offsetof(sigma_prop_result, left), SIGMA_TYPE_F64, 1, 0},
    {"used_today", "1", 0, 1e30, offsetof(sigma_prop_result, used_today), SIGMA_TYPE_F64, 1, 0},
    {"used", "1", 0, 1e30, offsetof(sigma_prop_result, used), SIGMA_TYPE_F64, 1, 0},
    {"profit", "account", -1e16, 1e16, offsetof(sigma_prop_result, profit), SIGMA_TYPE_F64, 1, 0},
    {"target", "account", 0, 1e30, offsetof(sigma_prop_result, target), SIGMA_TYPE_F64, 1, 0},
    {"best_day", "account", 0, 1e16, offsetof(sigma_prop_result, best_day), SIGMA_TYPE_F64, 1, 0},
    {"day_limit", "account", 0, 1e16, offsetof(sigma_prop_result, day_limit), SIGMA_TYPE_F64, 1, 0},
    {"share", "1", 0, 1e30, offsetof(sigma_prop_result, share), SIGMA_TYPE_F64, 1, 0},
    {"broken", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_prop_result, broken), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_RULE},
    {"missing", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_prop_result, missing), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_RULE},
    {"day_end", "ns", -9.2e18, 9.2e18, offsetof(sigma_prop_result, day_end), SIGMA_TYPE_I64, 1, 0},
    {"phase", "", 0, SIGMA_PHASE_COUNT - 1, offsetof(sigma_prop_result, phase), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_PHASE},
    {"days", "days", 0, 1000000, offsetof(sigma_prop_result, days), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_PROP, SIGMA_PART_PROP, offsetof(sigma_prop_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_prop_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_prop_trade_fields[SIGMA_PROP_TRADE_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_prop_trade, time), SIGMA_TYPE_TIME, 1, 0},
    {"risk", "account", 1e-9, 1e12, offsetof(sigma_prop_trade, risk), SIGMA_TYPE_F64, 1, 0},
    {"reward", "account", 0, 1e12, offsetof(sigma_prop_trade, reward), SIGMA_TYPE_F64, 1, 0},
    {"open_risk", "account", 0, 1e12, offsetof(sigma_prop_trade, open_risk), SIGMA_TYPE_F64, 1, 0},
    {"open_reward", "account", 0, 1e12, offsetof(sigma_prop_trade, open_reward), SIGMA_TYPE_F64, 1,
     0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_prop_trade, lots), SIGMA_TYPE_F64, 1, 0},
    {"open_lots", "lots", 0, 1e12, offsetof(sigma_prop_trade, open_lots), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_prop_verdict_fields[SIGMA_PROP_VERDICT_FIELDS] = {
    {"lowest", "account", -1e16, 1e16, offsetof(sigma_prop_verdict, lowest), SIGMA_TYPE_F64, 1, 0},
    {"room", "account", 0, 1e16, offsetof(sigma_prop_verdict, room), SIGMA_TYPE_F64, 1, 0},
    {"passed", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_prop_verdict, passed), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_RULE},
    {"refused", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_prop_verdict, refused), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_RULE},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_prop_verdict, verdict),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
    {"reserved", "", 0, 0, offsetof(sigma_prop_verdict, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_prop_plan_fields[SIGMA_PROP_PLAN_FIELDS] = {
    {"risk", "account", 0, 1e12, offsetof(sigma_prop_plan, risk), SIGMA_TYPE_F64, 1, 0},
    {"mean", "R", -100, 100, offsetof(sigma_prop_plan, mean), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "R", 0.001, 1000, offsetof(sigma_prop_plan, deviation), SIGMA_TYPE_F64, 1, 0},
    {"per_day", "trades", 0.001, 10000, offsetof(sigma_prop_plan, per_day), SIGMA_TYPE_F64, 1, 0},
    {"worth", "account", 0, 1e12, offsetof(sigma_prop_plan, worth), SIGMA_TYPE_F64, 1, 0},
    {"days", "days", 0, 10000, offsetof(sigma_prop_plan, days), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_prop_plan, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_prop_odds_fields[SIGMA_PROP_ODDS_FIELDS] = {
    {"pass", "1", 0, 1, offsetof(sigma_prop_odds, pass), SIGMA_TYPE_F64, 1, 0},
    {"best_risk", "account", 0, 1e16, offsetof(sigma_prop_odds, best_risk), SIGMA_TYPE_F64, 1, 0},
    {"best_pass", "1", 0, 1, offsetof(sigma_prop_odds, best_pass), SIGMA_TYPE_F64, 1, 0},
    {"risk_max", "account", 0, 1e16, offsetof(sigma_prop_odds, risk_max), SIGMA_TYPE_F64, 1, 0},
    {"value", "account", -1e12, 1e12, offsetof(sigma_prop_odds, value), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_prop_grant_fields[SIGMA_PROP_GRANT_FIELDS] = {
    {"left_today", "account", 0, 1e16, offsetof(sigma_prop_grant, left_today), SIGMA_TYPE_F64, 1,
     0},
    {"left", "account", 0, 1e16, offsetof(sigma_prop_grant, left), SIGMA_TYPE_F64, 1, 0},
    {"share", "1", 0, 1, offsetof(sigma_prop_grant, share), SIGMA_TYPE_F64, 1, 0},
    {"risk", "account", 0, 1e16, offsetof(sigma_prop_grant, risk), SIGMA_TYPE_F64, 1, 0},
    {"swing_today", "account", 0, 1e16, offsetof(sigma_prop_grant, swing_today), SIGMA_TYPE_F64, 1,
     0},
    {"swing", "account", 0, 1e16, offsetof(sigma_prop_grant, swing), SIGMA_TYPE_F64, 1, 0},
    {"locked", "account", 0, 1e16, offsetof(sigma_prop_grant, locked), SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e15, offsetof(sigma_prop_grant, lots), SIGMA_TYPE_F64, 1, 0},
    {"refused", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_prop_grant, refused), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_RULE},
    {"mark", "", SIGMA_PART_PROP, SIGMA_PART_PROP, offsetof(sigma_prop_grant, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_prop_grant, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_prop_grant_in_range(const void *object)
{
    return sigma_table_inside(sigma_prop_grant_fields, SIGMA_PROP_GRANT_FIELDS, object);
}
