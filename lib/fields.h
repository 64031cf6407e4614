/* SPDX-License-Identifier: MIT */
/* The field tables, one for each public struct, and the range check that reads them. A table stands
 * in lib/fields/ under the name of the header that defines its struct. */
#ifndef SIGMA_LIB_FIELDS_H
#define SIGMA_LIB_FIELDS_H

#include <stdbool.h>

#include "sigma/field.h"

enum {
    SIGMA_BAR_FIELDS = 6,
    SIGMA_SYMBOL_FIELDS = 16,
    SIGMA_LIQUIDATION_FIELDS = 7,
    SIGMA_POSITION_FIELDS = 10,
    SIGMA_TRADE_FIELDS = 20,
    SIGMA_ACCOUNT_FIELDS = 8,
    SIGMA_ACCOUNT_RESULT_FIELDS = 7,
    SIGMA_PORTFOLIO_FIELDS = 7,
    SIGMA_PORTFOLIO_RESULT_FIELDS = 7,
    SIGMA_SMA_FIELDS = 5,
    SIGMA_EMA_FIELDS = 6,
    SIGMA_MACD_FIELDS = 5,
    SIGMA_MACD_RESULT_FIELDS = 3,
    SIGMA_ATR_FIELDS = 6,
    SIGMA_BOLLINGER_FIELDS = 6,
    SIGMA_BOLLINGER_RESULT_FIELDS = 6,
    SIGMA_ADX_FIELDS = 11,
    SIGMA_ADX_RESULT_FIELDS = 3,
    SIGMA_ZSCORE_FIELDS = 5,
    SIGMA_SLOPE_FIELDS = 5,
    SIGMA_SLOPE_RESULT_FIELDS = 2,
    SIGMA_CCI_FIELDS = 7,
    SIGMA_MARKET_PARAMS_FIELDS = 22,
    SIGMA_MARKET_FIELDS = 27,
    SIGMA_FEATURES_FIELDS = 32,
    SIGMA_MARKET_RESULT_FIELDS = 6,
    SIGMA_JOURNAL_BANDS_FIELDS = 4,
    SIGMA_JOURNAL_PARAMS_FIELDS = 12,
    SIGMA_JOURNAL_ENTRY_FIELDS = 7,
    SIGMA_JOURNAL_SUMS_FIELDS = 16,
    SIGMA_JOURNAL_TOTALS_FIELDS = 7,
    SIGMA_JOURNAL_TENTH_FIELDS = 3,
    SIGMA_JOURNAL_CLAIMS_FIELDS = 8,
    SIGMA_JOURNAL_FIELDS = 11,
    SIGMA_JOURNAL_SERIES_FIELDS = 32,
    SIGMA_JOURNAL_RESULT_FIELDS = 15,
    SIGMA_JOURNAL_DROP_FIELDS = 8,
    SIGMA_JOURNAL_COMPARISON_FIELDS = 2,
    SIGMA_JOURNAL_DECILE_FIELDS = 4,
    SIGMA_JOURNAL_CALIBRATION_FIELDS = 15,
    SIGMA_SIGNAL_PARAMS_FIELDS = 1,
    SIGMA_SIGNAL_RESULT_FIELDS = 3,
    SIGMA_STOPS_PARAMS_FIELDS = 17,
    SIGMA_STOPS_SAMPLE_FIELDS = 13,
    SIGMA_STOPS_RESULT_FIELDS = 11,
    SIGMA_SIZING_PARAMS_FIELDS = 29,
    SIGMA_SIZING_SAMPLE_FIELDS = 32,
    SIGMA_SIZING_RESULT_FIELDS = 21,
    SIGMA_POLICY_FIELDS = 9,
    SIGMA_CONTEXT_FIELDS = 11,
    SIGMA_PROPOSAL_FIELDS = 22,
    SIGMA_DECISION_FIELDS = 16,
    SIGMA_DESK_FIELDS = 12,
    SIGMA_AUDIT_FIELDS = 3,
    SIGMA_AUDIT_HEADER_FIELDS = 6,
    SIGMA_AUDIT_RECORD_FIELDS = 6,
    SIGMA_AUDIT_DIFFERENCE_FIELDS = 3,
    SIGMA_AUDIT_TRADE_FIELDS = 7,
    SIGMA_AUDIT_EXIT_FIELDS = 10,
    SIGMA_AUDIT_TRANSITION_FIELDS = 5,
    SIGMA_AUDIT_VIOLATION_FIELDS = 14,
    SIGMA_AUDIT_FAILURE_FIELDS = 17,
    SIGMA_RSI_FIELDS = 7,
    SIGMA_OBV_FIELDS = 5,
    SIGMA_VWAP_FIELDS = 9,
    SIGMA_BREAKER_PARAMS_FIELDS = 23,
    SIGMA_BREAKER_SAMPLE_FIELDS = 4,
    SIGMA_BREAKER_TRANSITION_FIELDS = 6,
    SIGMA_BREAKER_ISSUE_FIELDS = 7,
    SIGMA_BREAKER_FIELDS = 29,
    SIGMA_BREAKER_RESULT_FIELDS = 9,
    SIGMA_KELLY_PARAMS_FIELDS = 15,
    SIGMA_KELLY_RESULT_FIELDS = 12,
    SIGMA_KELLY_SAMPLE_FIELDS = 9,
    SIGMA_KELLY_FLOOR_RESULT_FIELDS = 9,
    SIGMA_EDGE_FIELDS = 13,
    SIGMA_EXITS_PARAMS_FIELDS = 14,
    SIGMA_EXITS_ENTRY_FIELDS = 10,
    SIGMA_EXITS_SAMPLE_FIELDS = 8,
    SIGMA_EXITS_FIELDS = 13,
    SIGMA_EXITS_RESULT_FIELDS = 7,
    SIGMA_STOCHASTIC_FIELDS = 10,
    SIGMA_STOCHASTIC_RESULT_FIELDS = 3,
    SIGMA_MFI_FIELDS = 7,
    SIGMA_VOLATILITY_FIELDS = 9,
    SIGMA_EWMA_FIELDS = 6,
    SIGMA_PROP_PARAMS_FIELDS = 22,
    SIGMA_PROP_FIELDS = 19,
    SIGMA_PROP_SAMPLE_FIELDS = 7,
    SIGMA_PROP_RESULT_FIELDS = 18,
    SIGMA_PROP_TRADE_FIELDS = 7,
    SIGMA_PROP_VERDICT_FIELDS = 6,
    SIGMA_PROP_PLAN_FIELDS = 7,
    SIGMA_PROP_ODDS_FIELDS = 5,
    SIGMA_MONITOR_PARAMS_FIELDS = 23,
    SIGMA_MONITOR_SAMPLE_FIELDS = 4,
    SIGMA_MONITOR_FIELDS = 26,
    SIGMA_MONITOR_RESULT_FIELDS = 18,
    SIGMA_GATE_PARAMS_FIELDS = 13,
    SIGMA_GATE_SAMPLE_FIELDS = 18,
    SIGMA_GATE_FIELDS = 15,
    SIGMA_GATE_RESULT_FIELDS = 11,
    SIGMA_CORRELATION_PARAMS_FIELDS = 5,
    SIGMA_CORRELATION_FIELDS = 13,
    SIGMA_PORTFOLIO_PARAMS_FIELDS = 15,
    SIGMA_PORTFOLIO_SAMPLE_FIELDS = 9,
    SIGMA_PORTFOLIO_VERDICT_FIELDS = 23,
    SIGMA_FIELD_FIELDS = 8,
    SIGMA_ZONE_RULE_FIELDS = 8,
    SIGMA_ZONE_FIELDS = 5,
    SIGMA_WINDOW_FIELDS = 4,
    SIGMA_SCHEDULE_FIELDS = 7,
    SIGMA_SCHEDULE_RESULT_FIELDS = 14,
    SIGMA_RESAMPLE_FIELDS = 12,
    SIGMA_RESAMPLE_RESULT_FIELDS = 3,
    SIGMA_FORECAST_SAMPLE_FIELDS = 7,
    SIGMA_FORECAST_RESULT_FIELDS = 7,
    SIGMA_SIMULATION_PARAMS_FIELDS = 7,
    SIGMA_SIMULATION_PATH_FIELDS = 3,
    SIGMA_SIMULATION_TALLY_FIELDS = 7,
    SIGMA_SIMULATION_RESULT_FIELDS = 11,
    SIGMA_EQUITY_PARAMS_FIELDS = 5,
    SIGMA_EQUITY_PATH_FIELDS = 6,
    SIGMA_EQUITY_TALLY_FIELDS = 7,
    SIGMA_EQUITY_RESULT_FIELDS = 10,
    SIGMA_REGIME_STATE_FIELDS = 9,
    SIGMA_REGIME_PARAMS_FIELDS = 9,
    SIGMA_REGIME_FIELDS = 16,
    SIGMA_REGIME_RESULT_FIELDS = 8,
    SIGMA_RULES_PARAMS_FIELDS = 9,
    SIGMA_RULES_SAMPLE_FIELDS = 5,
    SIGMA_RULES_FIELDS = 7,
    SIGMA_RULES_RESULT_FIELDS = 5,
    SIGMA_ADVICE_PARAMS_FIELDS = 10,
    SIGMA_ADVICE_SAMPLE_FIELDS = 6,
    SIGMA_ADVICE_RESULT_FIELDS = 9,
};

extern const sigma_field sigma_bar_fields[SIGMA_BAR_FIELDS];
extern const sigma_field sigma_symbol_fields[SIGMA_SYMBOL_FIELDS];
extern const sigma_field sigma_liquidation_fields[SIGMA_LIQUIDATION_FIELDS];
extern const sigma_field sigma_position_fields[SIGMA_POSITION_FIELDS];
extern const sigma_field sigma_trade_fields[SIGMA_TRADE_FIELDS];
extern const sigma_field sigma_account_fields[SIGMA_ACCOUNT_FIELDS];
extern const sigma_field sigma_account_result_fields[SIGMA_ACCOUNT_RESULT_FIELDS];
extern const sigma_field sigma_portfolio_fields[SIGMA_PORTFOLIO_FIELDS];
extern const sigma_field sigma_portfolio_result_fields[SIGMA_PORTFOLIO_RESULT_FIELDS];
extern const sigma_field sigma_sma_fields[SIGMA_SMA_FIELDS];
extern const sigma_field sigma_ema_fields[SIGMA_EMA_FIELDS];
extern const sigma_field sigma_macd_fields[SIGMA_MACD_FIELDS];
extern const sigma_field sigma_macd_result_fields[SIGMA_MACD_RESULT_FIELDS];
extern const sigma_field sigma_atr_fields[SIGMA_ATR_FIELDS];
extern const sigma_field sigma_bollinger_fields[SIGMA_BOLLINGER_FIELDS];
extern const sigma_field sigma_bollinger_result_fields[SIGMA_BOLLINGER_RESULT_FIELDS];
extern const sigma_field sigma_adx_fields[SIGMA_ADX_FIELDS];
extern const sigma_field sigma_adx_result_fields[SIGMA_ADX_RESULT_FIELDS];
extern const sigma_field sigma_zscore_fields[SIGMA_ZSCORE_FIELDS];
extern const sigma_field sigma_slope_fields[SIGMA_SLOPE_FIELDS];
extern const sigma_field sigma_slope_result_fields[SIGMA_SLOPE_RESULT_FIELDS];
extern const sigma_field sigma_cci_fields[SIGMA_CCI_FIELDS];
extern const sigma_field sigma_market_params_fields[SIGMA_MARKET_PARAMS_FIELDS];
extern const sigma_field sigma_market_fields[SIGMA_MARKET_FIELDS];
extern const sigma_field sigma_features_fields[SIGMA_FEATURES_FIELDS];
extern const sigma_field sigma_market_result_fields[SIGMA_MARKET_RESULT_FIELDS];
extern const sigma_field sigma_journal_bands_fields[SIGMA_JOURNAL_BANDS_FIELDS];
extern const sigma_field sigma_journal_params_fields[SIGMA_JOURNAL_PARAMS_FIELDS];
extern const sigma_field sigma_journal_entry_fields[SIGMA_JOURNAL_ENTRY_FIELDS];
extern const sigma_field sigma_journal_sums_fields[SIGMA_JOURNAL_SUMS_FIELDS];
extern const sigma_field sigma_journal_totals_fields[SIGMA_JOURNAL_TOTALS_FIELDS];
extern const sigma_field sigma_journal_tenth_fields[SIGMA_JOURNAL_TENTH_FIELDS];
extern const sigma_field sigma_journal_claims_fields[SIGMA_JOURNAL_CLAIMS_FIELDS];
extern const sigma_field sigma_journal_fields[SIGMA_JOURNAL_FIELDS];
extern const sigma_field sigma_journal_series_fields[SIGMA_JOURNAL_SERIES_FIELDS];
extern const sigma_field sigma_journal_result_fields[SIGMA_JOURNAL_RESULT_FIELDS];
extern const sigma_field sigma_journal_drop_fields[SIGMA_JOURNAL_DROP_FIELDS];
extern const sigma_field sigma_journal_comparison_fields[SIGMA_JOURNAL_COMPARISON_FIELDS];
extern const sigma_field sigma_journal_decile_fields[SIGMA_JOURNAL_DECILE_FIELDS];
extern const sigma_field sigma_journal_calibration_fields[SIGMA_JOURNAL_CALIBRATION_FIELDS];
extern const sigma_field sigma_signal_params_fields[SIGMA_SIGNAL_PARAMS_FIELDS];
extern const sigma_field sigma_signal_result_fields[SIGMA_SIGNAL_RESULT_FIELDS];
extern const sigma_field sigma_stops_params_fields[SIGMA_STOPS_PARAMS_FIELDS];
extern const sigma_field sigma_stops_sample_fields[SIGMA_STOPS_SAMPLE_FIELDS];
extern const sigma_field sigma_stops_result_fields[SIGMA_STOPS_RESULT_FIELDS];
extern const sigma_field sigma_sizing_params_fields[SIGMA_SIZING_PARAMS_FIELDS];
extern const sigma_field sigma_sizing_sample_fields[SIGMA_SIZING_SAMPLE_FIELDS];
extern const sigma_field sigma_sizing_result_fields[SIGMA_SIZING_RESULT_FIELDS];
extern const sigma_field sigma_policy_fields[SIGMA_POLICY_FIELDS];
extern const sigma_field sigma_context_fields[SIGMA_CONTEXT_FIELDS];
extern const sigma_field sigma_proposal_fields[SIGMA_PROPOSAL_FIELDS];
extern const sigma_field sigma_decision_fields[SIGMA_DECISION_FIELDS];
extern const sigma_field sigma_desk_fields[SIGMA_DESK_FIELDS];
extern const sigma_field sigma_audit_fields[SIGMA_AUDIT_FIELDS];
extern const sigma_field sigma_audit_header_fields[SIGMA_AUDIT_HEADER_FIELDS];
extern const sigma_field sigma_audit_record_fields[SIGMA_AUDIT_RECORD_FIELDS];
extern const sigma_field sigma_audit_difference_fields[SIGMA_AUDIT_DIFFERENCE_FIELDS];
extern const sigma_field sigma_audit_trade_fields[SIGMA_AUDIT_TRADE_FIELDS];
extern const sigma_field sigma_audit_exit_fields[SIGMA_AUDIT_EXIT_FIELDS];
extern const sigma_field sigma_audit_transition_fields[SIGMA_AUDIT_TRANSITION_FIELDS];
extern const sigma_field sigma_audit_violation_fields[SIGMA_AUDIT_VIOLATION_FIELDS];
extern const sigma_field sigma_audit_failure_fields[SIGMA_AUDIT_FAILURE_FIELDS];
extern const sigma_field sigma_rsi_fields[SIGMA_RSI_FIELDS];
extern const sigma_field sigma_obv_fields[SIGMA_OBV_FIELDS];
extern const sigma_field sigma_vwap_fields[SIGMA_VWAP_FIELDS];
extern const sigma_field sigma_breaker_params_fields[SIGMA_BREAKER_PARAMS_FIELDS];
extern const sigma_field sigma_breaker_sample_fields[SIGMA_BREAKER_SAMPLE_FIELDS];
extern const sigma_field sigma_breaker_transition_fields[SIGMA_BREAKER_TRANSITION_FIELDS];
extern const sigma_field sigma_breaker_issue_fields[SIGMA_BREAKER_ISSUE_FIELDS];
extern const sigma_field sigma_breaker_fields[SIGMA_BREAKER_FIELDS];
extern const sigma_field sigma_breaker_result_fields[SIGMA_BREAKER_RESULT_FIELDS];
extern const sigma_field sigma_kelly_params_fields[SIGMA_KELLY_PARAMS_FIELDS];
extern const sigma_field sigma_kelly_result_fields[SIGMA_KELLY_RESULT_FIELDS];
extern const sigma_field sigma_kelly_sample_fields[SIGMA_KELLY_SAMPLE_FIELDS];
extern const sigma_field sigma_kelly_floor_result_fields[SIGMA_KELLY_FLOOR_RESULT_FIELDS];
extern const sigma_field sigma_edge_fields[SIGMA_EDGE_FIELDS];
extern const sigma_field sigma_exits_params_fields[SIGMA_EXITS_PARAMS_FIELDS];
extern const sigma_field sigma_exits_entry_fields[SIGMA_EXITS_ENTRY_FIELDS];
extern const sigma_field sigma_exits_sample_fields[SIGMA_EXITS_SAMPLE_FIELDS];
extern const sigma_field sigma_exits_fields[SIGMA_EXITS_FIELDS];
extern const sigma_field sigma_exits_result_fields[SIGMA_EXITS_RESULT_FIELDS];
extern const sigma_field sigma_stochastic_fields[SIGMA_STOCHASTIC_FIELDS];
extern const sigma_field sigma_stochastic_result_fields[SIGMA_STOCHASTIC_RESULT_FIELDS];
extern const sigma_field sigma_mfi_fields[SIGMA_MFI_FIELDS];
extern const sigma_field sigma_volatility_fields[SIGMA_VOLATILITY_FIELDS];
extern const sigma_field sigma_ewma_fields[SIGMA_EWMA_FIELDS];
extern const sigma_field sigma_prop_params_fields[SIGMA_PROP_PARAMS_FIELDS];
extern const sigma_field sigma_prop_fields[SIGMA_PROP_FIELDS];
extern const sigma_field sigma_prop_sample_fields[SIGMA_PROP_SAMPLE_FIELDS];
extern const sigma_field sigma_prop_result_fields[SIGMA_PROP_RESULT_FIELDS];
extern const sigma_field sigma_prop_trade_fields[SIGMA_PROP_TRADE_FIELDS];
extern const sigma_field sigma_prop_verdict_fields[SIGMA_PROP_VERDICT_FIELDS];
extern const sigma_field sigma_prop_plan_fields[SIGMA_PROP_PLAN_FIELDS];
extern const sigma_field sigma_prop_odds_fields[SIGMA_PROP_ODDS_FIELDS];
extern const sigma_field sigma_monitor_params_fields[SIGMA_MONITOR_PARAMS_FIELDS];
extern const sigma_field sigma_monitor_sample_fields[SIGMA_MONITOR_SAMPLE_FIELDS];
extern const sigma_field sigma_monitor_fields[SIGMA_MONITOR_FIELDS];
extern const sigma_field sigma_monitor_result_fields[SIGMA_MONITOR_RESULT_FIELDS];
extern const sigma_field sigma_gate_params_fields[SIGMA_GATE_PARAMS_FIELDS];
extern const sigma_field sigma_gate_sample_fields[SIGMA_GATE_SAMPLE_FIELDS];
extern const sigma_field sigma_gate_fields[SIGMA_GATE_FIELDS];
extern const sigma_field sigma_gate_result_fields[SIGMA_GATE_RESULT_FIELDS];
extern const sigma_field sigma_correlation_params_fields[SIGMA_CORRELATION_PARAMS_FIELDS];
extern const sigma_field sigma_correlation_fields[SIGMA_CORRELATION_FIELDS];
extern const sigma_field sigma_portfolio_params_fields[SIGMA_PORTFOLIO_PARAMS_FIELDS];
extern const sigma_field sigma_portfolio_sample_fields[SIGMA_PORTFOLIO_SAMPLE_FIELDS];
extern const sigma_field sigma_portfolio_verdict_fields[SIGMA_PORTFOLIO_VERDICT_FIELDS];
extern const sigma_field sigma_field_fields[SIGMA_FIELD_FIELDS];
extern const sigma_field sigma_zone_rule_fields[SIGMA_ZONE_RULE_FIELDS];
extern const sigma_field sigma_zone_fields[SIGMA_ZONE_FIELDS];
extern const sigma_field sigma_window_fields[SIGMA_WINDOW_FIELDS];
extern const sigma_field sigma_schedule_fields[SIGMA_SCHEDULE_FIELDS];
extern const sigma_field sigma_schedule_result_fields[SIGMA_SCHEDULE_RESULT_FIELDS];
extern const sigma_field sigma_resample_fields[SIGMA_RESAMPLE_FIELDS];
extern const sigma_field sigma_resample_result_fields[SIGMA_RESAMPLE_RESULT_FIELDS];
extern const sigma_field sigma_forecast_sample_fields[SIGMA_FORECAST_SAMPLE_FIELDS];
extern const sigma_field sigma_forecast_result_fields[SIGMA_FORECAST_RESULT_FIELDS];
extern const sigma_field sigma_simulation_params_fields[SIGMA_SIMULATION_PARAMS_FIELDS];
extern const sigma_field sigma_simulation_path_fields[SIGMA_SIMULATION_PATH_FIELDS];
extern const sigma_field sigma_simulation_tally_fields[SIGMA_SIMULATION_TALLY_FIELDS];
extern const sigma_field sigma_simulation_result_fields[SIGMA_SIMULATION_RESULT_FIELDS];
extern const sigma_field sigma_equity_params_fields[SIGMA_EQUITY_PARAMS_FIELDS];
extern const sigma_field sigma_equity_path_fields[SIGMA_EQUITY_PATH_FIELDS];
extern const sigma_field sigma_equity_tally_fields[SIGMA_EQUITY_TALLY_FIELDS];
extern const sigma_field sigma_equity_result_fields[SIGMA_EQUITY_RESULT_FIELDS];
extern const sigma_field sigma_regime_state_fields[SIGMA_REGIME_STATE_FIELDS];
extern const sigma_field sigma_regime_params_fields[SIGMA_REGIME_PARAMS_FIELDS];
extern const sigma_field sigma_regime_fields[SIGMA_REGIME_FIELDS];
extern const sigma_field sigma_regime_result_fields[SIGMA_REGIME_RESULT_FIELDS];
extern const sigma_field sigma_rules_params_fields[SIGMA_RULES_PARAMS_FIELDS];
extern const sigma_field sigma_rules_sample_fields[SIGMA_RULES_SAMPLE_FIELDS];
extern const sigma_field sigma_rules_fields[SIGMA_RULES_FIELDS];
extern const sigma_field sigma_rules_result_fields[SIGMA_RULES_RESULT_FIELDS];
extern const sigma_field sigma_advice_params_fields[SIGMA_ADVICE_PARAMS_FIELDS];
extern const sigma_field sigma_advice_sample_fields[SIGMA_ADVICE_SAMPLE_FIELDS];
extern const sigma_field sigma_advice_result_fields[SIGMA_ADVICE_RESULT_FIELDS];

/* Size of one element; 8 for a STRUCT, whose own table gives it. */
int32_t sigma_field_size(const sigma_field *field);

/* Whether the field of the object is in its range; nested structs are passed over. */
bool sigma_field_valid(const sigma_field *field, const void *object);
bool sigma_fields_valid(const sigma_field *fields, int32_t count, const void *object);

#endif
