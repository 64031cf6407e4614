/* SPDX-License-Identifier: MIT */
#include "fields_guards.h"
#include "layout.h"
#include "sigma/breaker.h"
#include "sigma/correlation.h"
#include "sigma/exits.h"
#include "sigma/gate.h"
#include "sigma/monitor.h"
#include "sigma/portfolio.h"
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
    case SIGMA_KIND_BREAKER_PARAMS:
        return sigma_table_from("sigma_breaker_params", sigma_breaker_params_fields,
                                SIGMA_BREAKER_PARAMS_FIELDS, sizeof(sigma_breaker_params));
    case SIGMA_KIND_BREAKER_SAMPLE:
        return sigma_table_from("sigma_breaker_sample", sigma_breaker_sample_fields,
                                SIGMA_BREAKER_SAMPLE_FIELDS, sizeof(sigma_breaker_sample));
    case SIGMA_KIND_BREAKER_TRANSITION:
        return sigma_table_from("sigma_breaker_transition", sigma_breaker_transition_fields,
                                SIGMA_BREAKER_TRANSITION_FIELDS, sizeof(sigma_breaker_transition));
    case SIGMA_KIND_BREAKER_ISSUE:
        return sigma_table_from("sigma_breaker_issue", sigma_breaker_issue_fields,
                                SIGMA_BREAKER_ISSUE_FIELDS, sizeof(sigma_breaker_issue));
    case SIGMA_KIND_BREAKER:
        return sigma_table_from("sigma_breaker", sigma_breaker_fields, SIGMA_BREAKER_FIELDS,
                                sizeof(sigma_breaker));
    case SIGMA_KIND_BREAKER_RESULT:
        return sigma_table_from("sigma_breaker_result", sigma_breaker_result_fields,
                                SIGMA_BREAKER_RESULT_FIELDS, sizeof(sigma_breaker_result));
    case SIGMA_KIND_MONITOR_PARAMS:
        return sigma_table_from("sigma_monitor_params", sigma_monitor_params_fields,
                                SIGMA_MONITOR_PARAMS_FIELDS, sizeof(sigma_monitor_params));
    case SIGMA_KIND_MONITOR_SAMPLE:
        return sigma_table_from("sigma_monitor_sample", sigma_monitor_sample_fields,
                                SIGMA_MONITOR_SAMPLE_FIELDS, sizeof(sigma_monitor_sample));
    case SIGMA_KIND_MONITOR:
        return sigma_table_from("sigma_monitor", sigma_monitor_fields, SIGMA_MONITOR_FIELDS,
                                sizeof(sigma_monitor));
    case SIGMA_KIND_MONITOR_RESULT:
        return sigma_table_from("sigma_monitor_result", sigma_monitor_result_fields,
                                SIGMA_MONITOR_RESULT_FIELDS, sizeof(sigma_monitor_result));
    case SIGMA_KIND_GATE_PARAMS:
        return sigma_table_from("sigma_gate_params", sigma_gate_params_fields,
                                SIGMA_GATE_PARAMS_FIELDS, sizeof(sigma_gate_params));
    case SIGMA_KIND_GATE_SAMPLE:
        return sigma_table_from("sigma_gate_sample", sigma_gate_sample_fields,
                                SIGMA_GATE_SAMPLE_FIELDS, sizeof(sigma_gate_sample));
    case SIGMA_KIND_GATE:
        return sigma_table_from("sigma_gate", sigma_gate_fields, SIGMA_GATE_FIELDS,
                                sizeof(sigma_gate));
    case SIGMA_KIND_GATE_RESULT:
        return sigma_table_from("sigma_gate_result", sigma_gate_result_fields,
                                SIGMA_GATE_RESULT_FIELDS, sizeof(sigma_gate_result));
    case SIGMA_KIND_CORRELATION_PARAMS:
        return sigma_table_from("sigma_correlation_params", sigma_correlation_params_fields,
                                SIGMA_CORRELATION_PARAMS_FIELDS, sizeof(sigma_correlation_params));
    case SIGMA_KIND_CORRELATION:
        return sigma_table_from("sigma_correlation", sigma_correlation_fields,
                                SIGMA_CORRELATION_FIELDS, sizeof(sigma_correlation));
    case SIGMA_KIND_PORTFOLIO_PARAMS:
        return sigma_table_from("sigma_portfolio_params", sigma_portfolio_params_fields,
                                SIGMA_PORTFOLIO_PARAMS_FIELDS, sizeof(sigma_portfolio_params));
    case SIGMA_KIND_PORTFOLIO_SAMPLE:
        return sigma_table_from("sigma_portfolio_sample", sigma_portfolio_sample_fields,
                                SIGMA_PORTFOLIO_SAMPLE_FIELDS, sizeof(sigma_portfolio_sample));
    case SIGMA_KIND_PORTFOLIO_VERDICT:
        return sigma_table_from("sigma_portfolio_verdict", sigma_portfolio_verdict_fields,
                                SIGMA_PORTFOLIO_VERDICT_FIELDS, sizeof(sigma_portfolio_verdict));
    case SIGMA_KIND_PORTFOLIO_GRANT:
        return sigma_table_from("sigma_portfolio_grant", sigma_portfolio_grant_fields,
                                SIGMA_PORTFOLIO_GRANT_FIELDS, sizeof(sigma_portfolio_grant));
    case SIGMA_KIND_GATE_GRANT:
        return sigma_table_from("sigma_gate_grant", sigma_gate_grant_fields,
                                SIGMA_GATE_GRANT_FIELDS, sizeof(sigma_gate_grant));
    case SIGMA_KIND_BREAKER_GRANT:
        return sigma_table_from("sigma_breaker_grant", sigma_breaker_grant_fields,
                                SIGMA_BREAKER_GRANT_FIELDS, sizeof(sigma_breaker_grant));
    case SIGMA_KIND_PROP_GRANT:
        return sigma_table_from("sigma_prop_grant", sigma_prop_grant_fields,
                                SIGMA_PROP_GRANT_FIELDS, sizeof(sigma_prop_grant));
    case SIGMA_KIND_MONITOR_GRANT:
        return sigma_table_from("sigma_monitor_grant", sigma_monitor_grant_fields,
                                SIGMA_MONITOR_GRANT_FIELDS, sizeof(sigma_monitor_grant));
    default: return sigma_table_of_indicators(kind);
    }
}
