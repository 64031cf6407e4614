/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "layout.h"
#include "sigma/exits.h"
#include "sigma/prop.h"

sigma_table sigma_table_of_guards(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_EXITS_PARAMS:
        return sigma_table_from("sigma_exits_params", sigma_exits_params_fields,
                                SIGMA_EXITS_PARAMS_FIELDS, sizeof(sigma_exits_params));
    case SIGMA_KIND_EXITS_ENTRY:
        return sigma_table_from("sigma_exits_entry", sigma_exits_entry_fields,
                                SIGMA_EXITS_ENTRY_FIELDS, sizeof(sigma_exits_entry));
    case SIGMA_KIND_EXITS_SAMPLE:
        return sigma_table_from("sigma_exits_sample", sigma_exits_sample_fields,
                                SIGMA_EXITS_SAMPLE_FIELDS, sizeof(sigma_exits_sample));
    case SIGMA_KIND_EXITS:
        return sigma_table_from("sigma_exits", sigma_exits_fields, SIGMA_EXITS_FIELDS,
                                sizeof(sigma_exits));
    case SIGMA_KIND_EXITS_RESULT:
        return sigma_table_from("sigma_exits_result", sigma_exits_result_fields,
                                SIGMA_EXITS_RESULT_FIELDS, sizeof(sigma_exits_result));
    case SIGMA_KIND_PROP_PARAMS:
        return sigma_table_from("sigma_prop_params", sigma_prop_params_fields,
                                SIGMA_PROP_PARAMS_FIELDS, sizeof(sigma_prop_params));
    case SIGMA_KIND_PROP:
        return sigma_table_from("sigma_prop", sigma_prop_fields, SIGMA_PROP_FIELDS,
                                sizeof(sigma_prop));
    case SIGMA_KIND_PROP_SAMPLE:
        return sigma_table_from("sigma_prop_sample", sigma_prop_sample_fields,
                                SIGMA_PROP_SAMPLE_FIELDS, sizeof(sigma_prop_sample));
    case SIGMA_KIND_PROP_RESULT:
        return sigma_table_from("sigma_prop_result", sigma_prop_result_fields,
                                SIGMA_PROP_RESULT_FIELDS, sizeof(sigma_prop_result));
    case SIGMA_KIND_PROP_TRADE:
        return sigma_table_from("sigma_prop_trade", sigma_prop_trade_fields,
                                SIGMA_PROP_TRADE_FIELDS, sizeof(sigma_prop_trade));
    case SIGMA_KIND_PROP_VERDICT:
        return sigma_table_from("sigma_prop_verdict", sigma_prop_verdict_fields,
                                SIGMA_PROP_VERDICT_FIELDS, sizeof(sigma_prop_verdict));
    case SIGMA_KIND_PROP_PLAN:
        return sigma_table_from("sigma_prop_plan", sigma_prop_plan_fields, SIGMA_PROP_PLAN_FIELDS,
                                sizeof(sigma_prop_plan));
    case SIGMA_KIND_PROP_ODDS:
        return sigma_table_from("sigma_prop_odds", sigma_prop_odds_fields, SIGMA_PROP_ODDS_FIELDS,
                                sizeof(sigma_prop_odds));
    default: return sigma_table_of_indicators(kind);
    }
}
