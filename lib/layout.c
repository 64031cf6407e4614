/* SPDX-License-Identifier: MIT */
#include "sigma/layout.h"

#include "bytes.h"
#include "fields.h"
#include "layout.h"
#include "sigma/audit.h"
#include "sigma/desk.h"
#include "sigma/schedule.h"
#include "sigma/signal.h"
#include "text.h"

sigma_table sigma_table_of(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_BAR:
        return sigma_table_from("sigma_bar", sigma_bar_fields, SIGMA_BAR_FIELDS, sizeof(sigma_bar));
    case SIGMA_KIND_SYMBOL:
        return sigma_table_from("sigma_symbol", sigma_symbol_fields, SIGMA_SYMBOL_FIELDS,
                                sizeof(sigma_symbol));
    case SIGMA_KIND_LIQUIDATION:
        return sigma_table_from("sigma_liquidation", sigma_liquidation_fields,
                                SIGMA_LIQUIDATION_FIELDS, sizeof(sigma_liquidation));
    case SIGMA_KIND_POSITION:
        return sigma_table_from("sigma_position", sigma_position_fields, SIGMA_POSITION_FIELDS,
                                sizeof(sigma_position));
    case SIGMA_KIND_ACCOUNT:
        return sigma_table_from("sigma_account", sigma_account_fields, SIGMA_ACCOUNT_FIELDS,
                                sizeof(sigma_account));
    case SIGMA_KIND_ACCOUNT_RESULT:
        return sigma_table_from("sigma_account_result", sigma_account_result_fields,
                                SIGMA_ACCOUNT_RESULT_FIELDS, sizeof(sigma_account_result));
    case SIGMA_KIND_PORTFOLIO:
        return sigma_table_from("sigma_portfolio", sigma_portfolio_fields, SIGMA_PORTFOLIO_FIELDS,
                                sizeof(sigma_portfolio));
    case SIGMA_KIND_PORTFOLIO_RESULT:
        return sigma_table_from("sigma_portfolio_result", sigma_portfolio_result_fields,
                                SIGMA_PORTFOLIO_RESULT_FIELDS, sizeof(sigma_portfolio_result));
    case SIGMA_KIND_MARKET_PARAMS:
        return sigma_table_from("sigma_market_params", sigma_market_params_fields,
                                SIGMA_MARKET_PARAMS_FIELDS, sizeof(sigma_market_params));
    case SIGMA_KIND_MARKET:
        return sigma_table_from("sigma_market", sigma_market_fields, SIGMA_MARKET_FIELDS,
                                sizeof(sigma_market));
    case SIGMA_KIND_FEATURES:
        return sigma_table_from("sigma_features", sigma_features_fields, SIGMA_FEATURES_FIELDS,
                                sizeof(sigma_features));
    case SIGMA_KIND_MARKET_RESULT:
        return sigma_table_from("sigma_market_result", sigma_market_result_fields,
                                SIGMA_MARKET_RESULT_FIELDS, sizeof(sigma_market_result));
    case SIGMA_KIND_SIGNAL_PARAMS:
        return sigma_table_from("sigma_signal_params", sigma_signal_params_fields,
                                SIGMA_SIGNAL_PARAMS_FIELDS, sizeof(sigma_signal_params));
    case SIGMA_KIND_SIGNAL_RESULT:
        return sigma_table_from("sigma_signal_result", sigma_signal_result_fields,
                                SIGMA_SIGNAL_RESULT_FIELDS, sizeof(sigma_signal_result));
    case SIGMA_KIND_STOPS_PARAMS:
        return sigma_table_from("sigma_stops_params", sigma_stops_params_fields,
                                SIGMA_STOPS_PARAMS_FIELDS, sizeof(sigma_stops_params));
    case SIGMA_KIND_STOPS_SAMPLE:
        return sigma_table_from("sigma_stops_sample", sigma_stops_sample_fields,
                                SIGMA_STOPS_SAMPLE_FIELDS, sizeof(sigma_stops_sample));
    case SIGMA_KIND_STOPS_RESULT:
        return sigma_table_from("sigma_stops_result", sigma_stops_result_fields,
                                SIGMA_STOPS_RESULT_FIELDS, sizeof(sigma_stops_result));
    case SIGMA_KIND_SIZING_PARAMS:
        return sigma_table_from("sigma_sizing_params", sigma_sizing_params_fields,
                                SIGMA_SIZING_PARAMS_FIELDS, sizeof(sigma_sizing_params));
    case SIGMA_KIND_SIZING_SAMPLE:
        return sigma_table_from("sigma_sizing_sample", sigma_sizing_sample_fields,
                                SIGMA_SIZING_SAMPLE_FIELDS, sizeof(sigma_sizing_sample));
    case SIGMA_KIND_SIZING_RESULT:
        return sigma_table_from("sigma_sizing_result", sigma_sizing_result_fields,
                                SIGMA_SIZING_RESULT_FIELDS, sizeof(sigma_sizing_result));
    case SIGMA_KIND_POLICY:
        return sigma_table_from("sigma_policy", sigma_policy_fields, SIGMA_POLICY_FIELDS,
                                sizeof(sigma_policy));
    case SIGMA_KIND_CONTEXT:
        return sigma_table_from("sigma_context", sigma_context_fields, SIGMA_CONTEXT_FIELDS,
                                sizeof(sigma_context));
    case SIGMA_KIND_PROPOSAL:
        return sigma_table_from("sigma_proposal", sigma_proposal_fields, SIGMA_PROPOSAL_FIELDS,
                                sizeof(sigma_proposal));
    case SIGMA_KIND_DECISION:
        return sigma_table_from("sigma_decision", sigma_decision_fields, SIGMA_DECISION_FIELDS,
                                sizeof(sigma_decision));
    case SIGMA_KIND_DESK:
        return sigma_table_from("sigma_desk", sigma_desk_fields, SIGMA_DESK_FIELDS,
                                sizeof(sigma_desk));
    case SIGMA_KIND_AUDIT:
        return sigma_table_from("sigma_audit", sigma_audit_fields, SIGMA_AUDIT_FIELDS,
                                sizeof(sigma_audit));
    case SIGMA_KIND_AUDIT_HEADER:
        return sigma_table_from("sigma_audit_header", sigma_audit_header_fields,
                                SIGMA_AUDIT_HEADER_FIELDS, sizeof(sigma_audit_header));
    case SIGMA_KIND_AUDIT_RECORD:
        return sigma_table_from("sigma_audit_record", sigma_audit_record_fields,
                                SIGMA_AUDIT_RECORD_FIELDS, sizeof(sigma_audit_record));
    case SIGMA_KIND_AUDIT_DIFFERENCE:
        return sigma_table_from("sigma_audit_difference", sigma_audit_difference_fields,
                                SIGMA_AUDIT_DIFFERENCE_FIELDS, sizeof(sigma_audit_difference));
    case SIGMA_KIND_AUDIT_TRADE:
        return sigma_table_from("sigma_audit_trade", sigma_audit_trade_fields,
                                SIGMA_AUDIT_TRADE_FIELDS, sizeof(sigma_audit_trade));
    case SIGMA_KIND_AUDIT_EXIT:
        return sigma_table_from("sigma_audit_exit", sigma_audit_exit_fields,
                                SIGMA_AUDIT_EXIT_FIELDS, sizeof(sigma_audit_exit));
    case SIGMA_KIND_AUDIT_TRANSITION:
        return sigma_table_from("sigma_audit_transition", sigma_audit_transition_fields,
                                SIGMA_AUDIT_TRANSITION_FIELDS, sizeof(sigma_audit_transition));
    case SIGMA_KIND_AUDIT_VIOLATION:
        return sigma_table_from("sigma_audit_violation", sigma_audit_violation_fields,
                                SIGMA_AUDIT_VIOLATION_FIELDS, sizeof(sigma_audit_violation));
    case SIGMA_KIND_AUDIT_FAILURE:
        return sigma_table_from("sigma_audit_failure", sigma_audit_failure_fields,
                                SIGMA_AUDIT_FAILURE_FIELDS, sizeof(sigma_audit_failure));
    case SIGMA_KIND_FIELD:
        return sigma_table_from("sigma_field", sigma_field_fields, SIGMA_FIELD_FIELDS,
                                sizeof(sigma_field));
    case SIGMA_KIND_ZONE_RULE:
        return sigma_table_from("sigma_zone_rule", sigma_zone_rule_fields, SIGMA_ZONE_RULE_FIELDS,
                                sizeof(sigma_zone_rule));
    case SIGMA_KIND_ZONE:
        return sigma_table_from("sigma_zone", sigma_zone_fields, SIGMA_ZONE_FIELDS,
                                sizeof(sigma_zone));
    case SIGMA_KIND_WINDOW:
        return sigma_table_from("sigma_window", sigma_window_fields, SIGMA_WINDOW_FIELDS,
                                sizeof(sigma_window));
    case SIGMA_KIND_SCHEDULE:
        return sigma_table_from("sigma_schedule", sigma_schedule_fields, SIGMA_SCHEDULE_FIELDS,
                                sizeof(sigma_schedule));
    case SIGMA_KIND_SCHEDULE_RESULT:
        return sigma_table_from("sigma_schedule_result", sigma_schedule_result_fields,
                                SIGMA_SCHEDULE_RESULT_FIELDS, sizeof(sigma_schedule_result));
    default: return sigma_table_of_signals(kind);
    }
}

int32_t sigma_element_size(const sigma_field *field)
{
    return field->type == SIGMA_TYPE_STRUCT ? sigma_table_of(field->detail).size
                                            : sigma_field_size(field);
}

bool sigma_all_zero(const void *object, int32_t size)
{
    const char *byte = (const char *)object;
    uint64_t eight = 0;
    int32_t i = 0;

    for (; i + 8 <= size && eight == 0; i += 8) {
        sigma_copy(&eight, byte + i, 8);
    }
    while (eight == 0 && i < size && byte[i] == 0) {
        i++;
    }
    return eight == 0 && i >= size;
}

sigma_status sigma_layout_size(int32_t kind, int32_t *size, int32_t *count)
{
    sigma_table table = sigma_table_of(kind);

    if (size) {
        *size = count ? table.size : 0;
    }
    if (count) {
        *count = size ? table.count : 0;
    }
    if (!size || !count) {
        return SIGMA_E_NULL;
    }
    return table.count > 0 ? SIGMA_OK : SIGMA_E_RANGE;
}

sigma_status sigma_layout_name(int32_t kind, char *buffer, int32_t capacity, int32_t *length)
{
    sigma_table table = sigma_table_of(kind);
    sigma_status status = sigma_text_open(buffer, capacity, length);
    if (status != SIGMA_OK) {
        return status;
    }
    if (table.count == 0) {
        return SIGMA_E_RANGE;
    }
    sigma_text text = sigma_text_to(buffer, capacity);
    sigma_text_string(&text, table.name);
    return sigma_text_close(&text, length);
}

sigma_status sigma_layout_field(int32_t kind, int32_t index, sigma_field *field)
{
    sigma_table table = sigma_table_of(kind);

    if (!field) {
        return SIGMA_E_NULL;
    }
    sigma_zero(field, sizeof *field);
    if (index < 0 || index >= table.count) {
        return SIGMA_E_RANGE;
    }
    *field = table.fields[index];
    return SIGMA_OK;
}

/* Copies the first offending field of the object, its offset moved by base. */
static bool find_offender(int32_t kind, const char *object, int32_t base, sigma_field *offender);

static bool find_nested(const sigma_field *field, const char *object, int32_t base,
                        sigma_field *offender)
{
    int32_t size = sigma_table_of(field->detail).size;
    for (int32_t i = 0; i < field->count; i++) {
        int32_t offset = field->offset + i * size;
        bool absent = field->minimum < 1.0 && sigma_all_zero(object + offset, size);
        if (!absent && find_offender(field->detail, object + offset, base + offset, offender)) {
            return true;
        }
    }
    return false;
}

static bool find_offender(int32_t kind, const char *object, int32_t base, sigma_field *offender)
{
    sigma_table table = sigma_table_of(kind);
    for (int32_t i = 0; i < table.count; i++) {
        const sigma_field *field = &table.fields[i];
        if (field->type == SIGMA_TYPE_STRUCT) {
            if (find_nested(field, object, base, offender)) {
                return true;
            }
        } else if (!sigma_field_valid(field, object)) {
            *offender = *field;
            offender->offset += base;
            return true;
        }
    }
    return false;
}

sigma_status sigma_layout_check(int32_t kind, const void *object, sigma_field *field)
{
    if (!field) {
        return SIGMA_E_NULL;
    }
    sigma_zero(field, sizeof *field);
    if (!object) {
        return SIGMA_E_NULL;
    }
    if (sigma_table_of(kind).count == 0 || find_offender(kind, (const char *)object, 0, field)) {
        return SIGMA_E_RANGE;
    }
    return SIGMA_OK;
}
