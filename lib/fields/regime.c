/* SPDX-License-Identifier: MIT */
#include "sigma/regime.h"

#include <stddef.h>

#include "fields.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_regime_state_fields[SIGMA_REGIME_STATE_FIELDS] = {
    {"return_mean", "1", -100, 100, offsetof(sigma_regime_state, return_mean), SIGMA_TYPE_F64, 1,
     0},
    {"return_deviation", "1", 0.001, 1000, offsetof(sigma_regime_state, return_deviation),
     SIGMA_TYPE_F64, 1, 0},
    {"range_mean", "1", -100, 100, offsetof(sigma_regime_state, range_mean), SIGMA_TYPE_F64, 1, 0},
    {"range_deviation", "1", 0.001, 1000, offsetof(sigma_regime_state, range_deviation),
     SIGMA_TYPE_F64, 1, 0},
    {"trend_mean", "1", -100, 100, offsetof(sigma_regime_state, trend_mean), SIGMA_TYPE_F64, 1, 0},
    {"trend_deviation", "1", 0.001, 1000, offsetof(sigma_regime_state, trend_deviation),
     SIGMA_TYPE_F64, 1, 0},
    {"level_mean", "1", -100, 100, offsetof(sigma_regime_state, level_mean), SIGMA_TYPE_F64, 1, 0},
    {"level_deviation", "1", 0.001, 1000, offsetof(sigma_regime_state, level_deviation),
     SIGMA_TYPE_F64, 1, 0},
    {"dwell", "bars", 1, 1e6, offsetof(sigma_regime_state, dwell), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_regime_params_fields[SIGMA_REGIME_PARAMS_FIELDS] = {
    {"states", "", 0, 0, offsetof(sigma_regime_params, states), SIGMA_TYPE_STRUCT, 4,
     SIGMA_KIND_REGIME_STATE},
    {"bar_weight", "1", 0, 1, offsetof(sigma_regime_params, bar_weight), SIGMA_TYPE_F64, 1, 0},
    {"window_weight", "1", 0, 1, offsetof(sigma_regime_params, window_weight), SIGMA_TYPE_F64, 1,
     0},
    {"slow", "1", 0, 0.999999, offsetof(sigma_regime_params, slow), SIGMA_TYPE_F64, 1, 0},
    {"calm", "1", 0, 0.999999, offsetof(sigma_regime_params, calm), SIGMA_TYPE_F64, 1, 0},
    {"fast", "1", 0, 0.999999, offsetof(sigma_regime_params, fast), SIGMA_TYPE_F64, 1, 0},
    {"threshold", "1", 0.25, 1, offsetof(sigma_regime_params, threshold), SIGMA_TYPE_F64, 1, 0},
    {"warmup", "bars", 20, 10000, offsetof(sigma_regime_params, warmup), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_regime_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_regime_fields[SIGMA_REGIME_FIELDS] = {
    {"params", "", 1, 0, offsetof(sigma_regime, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_REGIME_PARAMS},
    {"probability", "1", 0, 1, offsetof(sigma_regime, probability), SIGMA_TYPE_F64, 4, 0},
    {"bar_norm", "1", -1e6, 1e6, offsetof(sigma_regime, bar_norm), SIGMA_TYPE_F64, 4, 0},
    {"trend_norm", "1", -1e6, 1e6, offsetof(sigma_regime, trend_norm), SIGMA_TYPE_F64, 4, 0},
    {"level_norm", "1", -1e6, 1e6, offsetof(sigma_regime, level_norm), SIGMA_TYPE_F64, 4, 0},
    {"returns", "1", -100, 100, offsetof(sigma_regime, returns), SIGMA_TYPE_F64, 20, 0},
    {"slow", "1", 0, 1e5, offsetof(sigma_regime, slow), SIGMA_TYPE_F64, 1, 0},
    {"calm", "1", 0, 1e5, offsetof(sigma_regime, calm), SIGMA_TYPE_F64, 1, 0},
    {"fast", "1", 0, 1e5, offsetof(sigma_regime, fast), SIGMA_TYPE_F64, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_regime, close), SIGMA_TYPE_F64, 1, 0},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_regime, time), SIGMA_TYPE_TIME, 1, 0},
    {"bars", "bars", 0, 9000000000000000000.0, offsetof(sigma_regime, bars), SIGMA_TYPE_I64, 1, 0},
    {"since", "bars", 0, 9.3e18, offsetof(sigma_regime, since), SIGMA_TYPE_I64, 1, 0},
    {"switches", "1", 0, 9.3e18, offsetof(sigma_regime, switches), SIGMA_TYPE_I64, 1, 0},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_regime, regime), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_REGIME},
    {"tag", "", SIGMA_TAG_REGIME, SIGMA_TAG_REGIME, offsetof(sigma_regime, tag), SIGMA_TYPE_I32, 1,
     0},
};

const sigma_field sigma_regime_result_fields[SIGMA_REGIME_RESULT_FIELDS] = {
    {"probability", "1", 0, 1, offsetof(sigma_regime_result, probability), SIGMA_TYPE_F64, 4, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_regime_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e30, offsetof(sigma_regime_result, volatility), SIGMA_TYPE_F64, 1, 0},
    {"slow", "1", 0, 1000, offsetof(sigma_regime_result, slow), SIGMA_TYPE_F64, 1, 0},
    {"since", "bars", 0, 9.3e18, offsetof(sigma_regime_result, since), SIGMA_TYPE_I64, 1, 0},
    {"switches", "1", 0, 9.3e18, offsetof(sigma_regime_result, switches), SIGMA_TYPE_I64, 1, 0},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_regime_result, regime),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_REGIME},
    {"reserved", "", 0, 0, offsetof(sigma_regime_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_rules_params_fields[SIGMA_RULES_PARAMS_FIELDS] = {
    {"strong", "1", 0, 100, offsetof(sigma_rules_params, strong), SIGMA_TYPE_F64, 1, 0},
    {"trend", "1", 0, 100, offsetof(sigma_rules_params, trend), SIGMA_TYPE_F64, 1, 0},
    {"range", "1", 0, 100, offsetof(sigma_rules_params, range), SIGMA_TYPE_F64, 1, 0},
    {"adx_leave", "1", 0, 100, offsetof(sigma_rules_params, adx_leave), SIGMA_TYPE_F64, 1, 0},
    {"volatile_enter", "1", 0, 1e6, offsetof(sigma_rules_params, volatile_enter), SIGMA_TYPE_F64, 1,
     0},
    {"volatile_leave", "1", 0, 1e6, offsetof(sigma_rules_params, volatile_leave), SIGMA_TYPE_F64, 1,
     0},
    {"narrow", "1", 0, 1e6, offsetof(sigma_rules_params, narrow), SIGMA_TYPE_F64, 1, 0},
    {"program", "1", 0, 1, offsetof(sigma_rules_params, program), SIGMA_TYPE_I32, 1, 0},
    {"dwell", "bars", 1, 1000, offsetof(sigma_rules_params, dwell), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_rules_sample_fields[SIGMA_RULES_SAMPLE_FIELDS] = {
    {"close", "price", 1e-15, 1e15, offsetof(sigma_rules_sample, close), SIGMA_TYPE_F64, 1, 0},
    {"ema", "price", 1e-15, 1e15, offsetof(sigma_rules_sample, ema), SIGMA_TYPE_F64, 4, 0},
    {"adx", "1", 0, 100, offsetof(sigma_rules_sample, adx), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e6, offsetof(sigma_rules_sample, volatility), SIGMA_TYPE_F64, 1, 0},
    {"deviation", "1", 0, 1e6, offsetof(sigma_rules_sample, deviation), SIGMA_TYPE_F64, 1, 0},
};

const sigma_field sigma_rules_fields[SIGMA_RULES_FIELDS] = {
    {"params", "", 1, 0, offsetof(sigma_rules, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_RULES_PARAMS},
    {"since", "bars", 0, 9.3e18, offsetof(sigma_rules, since), SIGMA_TYPE_I64, 1, 0},
    {"switches", "1", 0, 9.3e18, offsetof(sigma_rules, switches), SIGMA_TYPE_I64, 1, 0},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_rules, regime), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_REGIME},
    {"candidate", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_rules, candidate), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_REGIME},
    {"streak", "bars", 0, 1000, offsetof(sigma_rules, streak), SIGMA_TYPE_I32, 1, 0},
    {"tag", "", SIGMA_TAG_RULES, SIGMA_TAG_RULES, offsetof(sigma_rules, tag), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_rules_result_fields[SIGMA_RULES_RESULT_FIELDS] = {
    {"confidence", "1", 0, 1, offsetof(sigma_rules_result, confidence), SIGMA_TYPE_F64, 1, 0},
    {"since", "bars", 0, 9.3e18, offsetof(sigma_rules_result, since), SIGMA_TYPE_I64, 1, 0},
    {"switches", "1", 0, 9.3e18, offsetof(sigma_rules_result, switches), SIGMA_TYPE_I64, 1, 0},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_rules_result, regime), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_REGIME},
    {"raw", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_rules_result, raw), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_REGIME},
};

const sigma_field sigma_advice_params_fields[SIGMA_ADVICE_PARAMS_FIELDS] = {
    {"factor", "1", 0, 10, offsetof(sigma_advice_params, factor), SIGMA_TYPE_F64, 6, 0},
    {"strong_factor", "1", 0, 10, offsetof(sigma_advice_params, strong_factor), SIGMA_TYPE_F64, 1,
     0},
    {"strong_adx", "1", 0, 100, offsetof(sigma_advice_params, strong_adx), SIGMA_TYPE_F64, 1, 0},
    {"factor_min", "1", 0, 10, offsetof(sigma_advice_params, factor_min), SIGMA_TYPE_F64, 1, 0},
    {"factor_max", "1", 0, 10, offsetof(sigma_advice_params, factor_max), SIGMA_TYPE_F64, 1, 0},
    {"confidence_min", "1", 0, 1, offsetof(sigma_advice_params, confidence_min), SIGMA_TYPE_F64, 1,
     0},
    {"chop_confidence", "1", 0, 1, offsetof(sigma_advice_params, chop_confidence), SIGMA_TYPE_F64,
     1, 0},
    {"volatility_max", "1", 0, 1e30, offsetof(sigma_advice_params, volatility_max), SIGMA_TYPE_F64,
     1, 0},
    {"size_only", "1", 0, 1, offsetof(sigma_advice_params, size_only), SIGMA_TYPE_I32, 1, 0},
    {"reserved", "", 0, 0, offsetof(sigma_advice_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_advice_sample_fields[SIGMA_ADVICE_SAMPLE_FIELDS] = {
    {"confidence", "1", 0, 1, offsetof(sigma_advice_sample, confidence), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e30, offsetof(sigma_advice_sample, volatility), SIGMA_TYPE_F64, 1, 0},
    {"adx", "1", 0, 100, offsetof(sigma_advice_sample, adx), SIGMA_TYPE_F64, 1, 0},
    {"regime", "", 0, SIGMA_REGIME_COUNT - 1, offsetof(sigma_advice_sample, regime),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_REGIME},
    {"symbol", "", 0, 2147483647.0, offsetof(sigma_advice_sample, symbol), SIGMA_TYPE_I32, 1, 0},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_advice_sample, time), SIGMA_TYPE_TIME, 1, 0},
};

const sigma_field sigma_advice_result_fields[SIGMA_ADVICE_RESULT_FIELDS] = {
    {"factor", "1", 0, 10, offsetof(sigma_advice_result, factor), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e30, offsetof(sigma_advice_result, volatility), SIGMA_TYPE_F64, 1, 0},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_advice_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_advice_result, verdict),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VERDICT},
    {"caution", "", 0, SIGMA_CAUTION_COUNT - 1, offsetof(sigma_advice_result, caution),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_CAUTION},
    {"approach", "", 0, SIGMA_APPROACH_COUNT - 1, offsetof(sigma_advice_result, approach),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_APPROACH},
    {"symbol", "", 0, 2147483647.0, offsetof(sigma_advice_result, symbol), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_REGIME, SIGMA_PART_REGIME, offsetof(sigma_advice_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
    {"reserved", "", 0, 0, offsetof(sigma_advice_result, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_advice_result_in_range(const void *object)
{
    return sigma_table_inside(sigma_advice_result_fields, SIGMA_ADVICE_RESULT_FIELDS, object);
}
