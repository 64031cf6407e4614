/* SPDX-License-Identifier: MIT */
#include "sigma/decide.h"

#include <stddef.h>

#include "fields.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"

const sigma_field sigma_policy_fields[SIGMA_POLICY_FIELDS] = {
    {"stops", "", 1, 0, offsetof(sigma_policy, stops), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_STOPS_PARAMS},
    {"sizing", "", 1, 0, offsetof(sigma_policy, sizing), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_SIZING_PARAMS},
    {"factors", "", 1, 0, offsetof(sigma_policy, factors), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_FACTORS_PARAMS},
    {"entry_distance_max", "ATR", 0.01, 1000, offsetof(sigma_policy, entry_distance_max),
     SIGMA_TYPE_F64, 1, 0},
    {"age_max", "bars", 0.001, 1000, offsetof(sigma_policy, age_max), SIGMA_TYPE_F64, 1, 0},
    {"confidence_min", "1", 0, 1, offsetof(sigma_policy, confidence_min), SIGMA_TYPE_F64, 1, 0},
    {"parts", "", 0, SIGMA_PART_COUNT - 1, offsetof(sigma_policy, parts), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_PART},
    {"positions_max", "positions", 1, 64, offsetof(sigma_policy, positions_max), SIGMA_TYPE_I32, 1,
     0},
    {"conduct", "", SIGMA_CONDUCT_ENFORCE, SIGMA_CONDUCT_COUNT - 1, offsetof(sigma_policy, conduct),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_CONDUCT},
};

const sigma_field sigma_context_fields[SIGMA_CONTEXT_FIELDS] = {
    {"symbol", "", 0, 0, offsetof(sigma_context, symbol), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_SYMBOL},
    {"market", "", 0, 0, offsetof(sigma_context, market), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_MARKET_RESULT},
    {"account", "", 0, 0, offsetof(sigma_context, account), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_ACCOUNT_RESULT},
    {"portfolio", "", 0, 0, offsetof(sigma_context, portfolio), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PORTFOLIO_RESULT},
    {"edge", "", 0, 0, offsetof(sigma_context, edge), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EDGE},
    {"regime", "", 0, 0, offsetof(sigma_context, regime), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_ADVICE_RESULT},
    {"heat", "", 0, 0, offsetof(sigma_context, heat), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_PORTFOLIO_GRANT},
    {"gate", "", 0, 0, offsetof(sigma_context, gate), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_GATE_GRANT},
    {"prop", "", 0, 0, offsetof(sigma_context, prop), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_PROP_GRANT},
    {"breaker", "", 0, 0, offsetof(sigma_context, breaker), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_BREAKER_GRANT},
    {"monitor", "", 0, 0, offsetof(sigma_context, monitor), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_MONITOR_GRANT},
};

const sigma_field sigma_proposal_fields[SIGMA_PROPOSAL_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_proposal, time), SIGMA_TYPE_TIME, 1, 0},
    {"id", "", -9.3e18, 9.3e18, offsetof(sigma_proposal, id), SIGMA_TYPE_I64, 1, 0},
    {"entry", "price", 0, 1e15, offsetof(sigma_proposal, entry), SIGMA_TYPE_F64, 1, 0},
    {"stop", "price", 0, 1e15, offsetof(sigma_proposal, stop), SIGMA_TYPE_F64, 1, 0},
    {"target", "price", 0, 1e15, offsetof(sigma_proposal, target), SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_proposal, lots), SIGMA_TYPE_F64, 1, 0},
    {"scale", "1", 0, 1, offsetof(sigma_proposal, scale), SIGMA_TYPE_F64, 1, 0},
    {"structure", "price", 0, 1e15, offsetof(sigma_proposal, structure), SIGMA_TYPE_F64, 1, 0},
    {"confidence", "1", 0, 1, offsetof(sigma_proposal, confidence), SIGMA_TYPE_F64, 1, 0},
    {"probability", "1", 0, 1, offsetof(sigma_proposal, probability), SIGMA_TYPE_F64, 1, 0},
    {"volatility", "1", 0, 1e6, offsetof(sigma_proposal, volatility), SIGMA_TYPE_F64, 1, 0},
    {"fraction", "1", 0, 1e6, offsetof(sigma_proposal, fraction), SIGMA_TYPE_F64, 1, 0},
    {"spread", "price", 0, 1e15, offsetof(sigma_proposal, spread), SIGMA_TYPE_F64, 1, 0},
    {"volume", "lots", 0, 1e15, offsetof(sigma_proposal, volume), SIGMA_TYPE_F64, 1, 0},
    {"given", "", 0, SIGMA_GIVEN_COUNT - 1, offsetof(sigma_proposal, given), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_GIVEN},
    {"moment", "", 1, 0, offsetof(sigma_proposal, moment), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_FACTORS_SAMPLE},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_proposal, symbol), SIGMA_TYPE_I32, 1, 0},
    {"side", "", SIGMA_SIDE_LONG, SIGMA_SIDE_COUNT - 1, offsetof(sigma_proposal, side),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_SIDE},
    {"intent", "", SIGMA_INTENT_OPEN, SIGMA_INTENT_COUNT - 1, offsetof(sigma_proposal, intent),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_INTENT},
    {"strategy", "", 0, 2147483647.0, offsetof(sigma_proposal, strategy), SIGMA_TYPE_I32, 1, 0},
    {"sector", "", 0, 2147483647.0, offsetof(sigma_proposal, sector), SIGMA_TYPE_I32, 1, 0},
    {"scheduled", "", 0, 1, offsetof(sigma_proposal, scheduled), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_decision_fields[SIGMA_DECISION_FIELDS] = {
    {"requested", "lots", 0, 1e12, offsetof(sigma_decision, requested), SIGMA_TYPE_F64, 1, 0},
    {"lots", "lots", 0, 1e12, offsetof(sigma_decision, lots), SIGMA_TYPE_F64, 1, 0},
    {"advised", "lots", 0, 1e12, offsetof(sigma_decision, advised), SIGMA_TYPE_F64, 1, 0},
    {"stops", "", 0, 0, offsetof(sigma_decision, stops), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_STOPS_RESULT},
    {"sizing", "", 0, 0, offsetof(sigma_decision, sizing), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_SIZING_RESULT},
    {"passed", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_decision, passed), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_REASON},
    {"refused", "", 0, SIGMA_REASON_COUNT - 1, offsetof(sigma_decision, refused), SIGMA_TYPE_BITS,
     1, SIGMA_VOCABULARY_REASON},
    {"missing", "", 0, SIGMA_PART_COUNT - 1, offsetof(sigma_decision, missing), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_PART},
    {"limits", "", 0, SIGMA_LIMIT_COUNT - 1, offsetof(sigma_decision, limits), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_LIMIT},
    {"layers", "", 0, SIGMA_LAYER_COUNT - 1, offsetof(sigma_decision, layers), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_LAYER},
    {"rules", "", 0, SIGMA_RULE_COUNT - 1, offsetof(sigma_decision, rules), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_RULE},
    {"warnings", "", 0, SIGMA_WARNING_COUNT - 1, offsetof(sigma_decision, warnings),
     SIGMA_TYPE_BITS, 1, SIGMA_VOCABULARY_WARNING},
    {"verdict", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_decision, verdict), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_VERDICT},
    {"advice", "", 0, SIGMA_VERDICT_COUNT - 1, offsetof(sigma_decision, advice), SIGMA_TYPE_WORD, 1,
     SIGMA_VOCABULARY_VERDICT},
    {"caution", "", 0, SIGMA_CAUTION_COUNT - 1, offsetof(sigma_decision, caution), SIGMA_TYPE_WORD,
     1, SIGMA_VOCABULARY_CAUTION},
    {"reserved", "", 0, 0, offsetof(sigma_decision, reserved), SIGMA_TYPE_I32, 1, 0},
};

bool sigma_policy_in_range(const void *object)
{
    return sigma_table_inside(sigma_policy_fields, SIGMA_POLICY_FIELDS, object);
}

bool sigma_proposal_in_range(const void *object)
{
    return sigma_table_inside(sigma_proposal_fields, SIGMA_PROPOSAL_FIELDS, object);
}
