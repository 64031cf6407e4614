/* SPDX-License-Identifier: MIT */
#include "test.h"

static const struct {
    const char *name;
    size_t size;
} structs[SIGMA_KIND_COUNT] = {
    [SIGMA_KIND_BAR] = {"sigma_bar", sizeof(sigma_bar)},
    [SIGMA_KIND_SYMBOL] = {"sigma_symbol", sizeof(sigma_symbol)},
    [SIGMA_KIND_POSITION] = {"sigma_position", sizeof(sigma_position)},
    [SIGMA_KIND_ACCOUNT] = {"sigma_account", sizeof(sigma_account)},
    [SIGMA_KIND_ACCOUNT_RESULT] = {"sigma_account_result", sizeof(sigma_account_result)},
    [SIGMA_KIND_PORTFOLIO] = {"sigma_portfolio", sizeof(sigma_portfolio)},
    [SIGMA_KIND_PORTFOLIO_RESULT] = {"sigma_portfolio_result", sizeof(sigma_portfolio_result)},
    [SIGMA_KIND_SMA] = {"sigma_sma", sizeof(sigma_sma)},
    [SIGMA_KIND_EMA] = {"sigma_ema", sizeof(sigma_ema)},
    [SIGMA_KIND_MACD] = {"sigma_macd", sizeof(sigma_macd)},
    [SIGMA_KIND_MACD_RESULT] = {"sigma_macd_result", sizeof(sigma_macd_result)},
    [SIGMA_KIND_ATR] = {"sigma_atr", sizeof(sigma_atr)},
    [SIGMA_KIND_BOLLINGER] = {"sigma_bollinger", sizeof(sigma_bollinger)},
    [SIGMA_KIND_BOLLINGER_RESULT] = {"sigma_bollinger_result", sizeof(sigma_bollinger_result)},
    [SIGMA_KIND_ADX] = {"sigma_adx", sizeof(sigma_adx)},
    [SIGMA_KIND_ADX_RESULT] = {"sigma_adx_result", sizeof(sigma_adx_result)},
    [SIGMA_KIND_ZSCORE] = {"sigma_zscore", sizeof(sigma_zscore)},
    [SIGMA_KIND_SLOPE] = {"sigma_slope", sizeof(sigma_slope)},
    [SIGMA_KIND_SLOPE_RESULT] = {"sigma_slope_result", sizeof(sigma_slope_result)},
    [SIGMA_KIND_CCI] = {"sigma_cci", sizeof(sigma_cci)},
    [SIGMA_KIND_MARKET_PARAMS] = {"sigma_market_params", sizeof(sigma_market_params)},
    [SIGMA_KIND_MARKET] = {"sigma_market", sizeof(sigma_market)},
    [SIGMA_KIND_FEATURES] = {"sigma_features", sizeof(sigma_features)},
    [SIGMA_KIND_MARKET_RESULT] = {"sigma_market_result", sizeof(sigma_market_result)},
    [SIGMA_KIND_SIGNAL_PARAMS] = {"sigma_signal_params", sizeof(sigma_signal_params)},
    [SIGMA_KIND_SIGNAL_RESULT] = {"sigma_signal_result", sizeof(sigma_signal_result)},
    [SIGMA_KIND_STOPS_PARAMS] = {"sigma_stops_params", sizeof(sigma_stops_params)},
    [SIGMA_KIND_STOPS_SAMPLE] = {"sigma_stops_sample", sizeof(sigma_stops_sample)},
    [SIGMA_KIND_STOPS_RESULT] = {"sigma_stops_result", sizeof(sigma_stops_result)},
    [SIGMA_KIND_SIZING_PARAMS] = {"sigma_sizing_params", sizeof(sigma_sizing_params)},
    [SIGMA_KIND_SIZING_SAMPLE] = {"sigma_sizing_sample", sizeof(sigma_sizing_sample)},
    [SIGMA_KIND_SIZING_RESULT] = {"sigma_sizing_result", sizeof(sigma_sizing_result)},
    [SIGMA_KIND_POLICY] = {"sigma_policy", sizeof(sigma_policy)},
    [SIGMA_KIND_CONTEXT] = {"sigma_context", sizeof(sigma_context)},
    [SIGMA_KIND_PROPOSAL] = {"sigma_proposal", sizeof(sigma_proposal)},
    [SIGMA_KIND_DECISION] = {"sigma_decision", sizeof(sigma_decision)},
    [SIGMA_KIND_DESK] = {"sigma_desk", sizeof(sigma_desk)},
    [SIGMA_KIND_AUDIT] = {"sigma_audit", sizeof(sigma_audit)},
    [SIGMA_KIND_AUDIT_HEADER] = {"sigma_audit_header", sizeof(sigma_audit_header)},
    [SIGMA_KIND_AUDIT_RECORD] = {"sigma_audit_record", sizeof(sigma_audit_record)},
    [SIGMA_KIND_AUDIT_DIFFERENCE] = {"sigma_audit_difference", sizeof(sigma_audit_difference)},
    [SIGMA_KIND_AUDIT_TRADE] = {"sigma_audit_trade", sizeof(sigma_audit_trade)},
    [SIGMA_KIND_AUDIT_EXIT] = {"sigma_audit_exit", sizeof(sigma_audit_exit)},
    [SIGMA_KIND_AUDIT_TRANSITION] = {"sigma_audit_transition", sizeof(sigma_audit_transition)},
    [SIGMA_KIND_AUDIT_VIOLATION] = {"sigma_audit_violation", sizeof(sigma_audit_violation)},
    [SIGMA_KIND_AUDIT_FAILURE] = {"sigma_audit_failure", sizeof(sigma_audit_failure)},
    [SIGMA_KIND_LIQUIDATION] = {"sigma_liquidation", sizeof(sigma_liquidation)},
    [SIGMA_KIND_RSI] = {"sigma_rsi", sizeof(sigma_rsi)},
    [SIGMA_KIND_OBV] = {"sigma_obv", sizeof(sigma_obv)},
    [SIGMA_KIND_STOCHASTIC] = {"sigma_stochastic", sizeof(sigma_stochastic)},
    [SIGMA_KIND_STOCHASTIC_RESULT] = {"sigma_stochastic_result", sizeof(sigma_stochastic_result)},
    [SIGMA_KIND_MFI] = {"sigma_mfi", sizeof(sigma_mfi)},
    [SIGMA_KIND_VOLATILITY] = {"sigma_volatility", sizeof(sigma_volatility)},
    [SIGMA_KIND_EWMA] = {"sigma_ewma", sizeof(sigma_ewma)},
    [SIGMA_KIND_VWAP] = {"sigma_vwap", sizeof(sigma_vwap)},
    [SIGMA_KIND_BREAKER_PARAMS] = {"sigma_breaker_params", sizeof(sigma_breaker_params)},
    [SIGMA_KIND_BREAKER_SAMPLE] = {"sigma_breaker_sample", sizeof(sigma_breaker_sample)},
    [SIGMA_KIND_BREAKER_TRANSITION] = {"sigma_breaker_transition",
                                       sizeof(sigma_breaker_transition)},
    [SIGMA_KIND_BREAKER_ISSUE] = {"sigma_breaker_issue", sizeof(sigma_breaker_issue)},
    [SIGMA_KIND_BREAKER] = {"sigma_breaker", sizeof(sigma_breaker)},
    [SIGMA_KIND_BREAKER_RESULT] = {"sigma_breaker_result", sizeof(sigma_breaker_result)},
    [SIGMA_KIND_KELLY_PARAMS] = {"sigma_kelly_params", sizeof(sigma_kelly_params)},
    [SIGMA_KIND_KELLY_RESULT] = {"sigma_kelly_result", sizeof(sigma_kelly_result)},
    [SIGMA_KIND_KELLY_SAMPLE] = {"sigma_kelly_sample", sizeof(sigma_kelly_sample)},
    [SIGMA_KIND_KELLY_FLOOR_RESULT] = {"sigma_kelly_floor_result",
                                       sizeof(sigma_kelly_floor_result)},
    [SIGMA_KIND_EDGE] = {"sigma_edge", sizeof(sigma_edge)},
    [SIGMA_KIND_KELLY_CHANCES] = {"sigma_kelly_chances", sizeof(sigma_kelly_chances)},
    [SIGMA_KIND_KELLY_FALL] = {"sigma_kelly_fall", sizeof(sigma_kelly_fall)},
    [SIGMA_KIND_EXITS_PARAMS] = {"sigma_exits_params", sizeof(sigma_exits_params)},
    [SIGMA_KIND_EXITS_ENTRY] = {"sigma_exits_entry", sizeof(sigma_exits_entry)},
    [SIGMA_KIND_EXITS_SAMPLE] = {"sigma_exits_sample", sizeof(sigma_exits_sample)},
    [SIGMA_KIND_EXITS] = {"sigma_exits", sizeof(sigma_exits)},
    [SIGMA_KIND_EXITS_RESULT] = {"sigma_exits_result", sizeof(sigma_exits_result)},
    [SIGMA_KIND_PROP_PARAMS] = {"sigma_prop_params", sizeof(sigma_prop_params)},
    [SIGMA_KIND_PROP] = {"sigma_prop", sizeof(sigma_prop)},
    [SIGMA_KIND_PROP_SAMPLE] = {"sigma_prop_sample", sizeof(sigma_prop_sample)},
    [SIGMA_KIND_PROP_RESULT] = {"sigma_prop_result", sizeof(sigma_prop_result)},
    [SIGMA_KIND_PROP_TRADE] = {"sigma_prop_trade", sizeof(sigma_prop_trade)},
    [SIGMA_KIND_PROP_VERDICT] = {"sigma_prop_verdict", sizeof(sigma_prop_verdict)},
    [SIGMA_KIND_PROP_PLAN] = {"sigma_prop_plan", sizeof(sigma_prop_plan)},
    [SIGMA_KIND_PROP_ODDS] = {"sigma_prop_odds", sizeof(sigma_prop_odds)},
    [SIGMA_KIND_MONITOR_PARAMS] = {"sigma_monitor_params", sizeof(sigma_monitor_params)},
    [SIGMA_KIND_MONITOR_SAMPLE] = {"sigma_monitor_sample", sizeof(sigma_monitor_sample)},
    [SIGMA_KIND_MONITOR] = {"sigma_monitor", sizeof(sigma_monitor)},
    [SIGMA_KIND_MONITOR_RESULT] = {"sigma_monitor_result", sizeof(sigma_monitor_result)},
    [SIGMA_KIND_GATE_PARAMS] = {"sigma_gate_params", sizeof(sigma_gate_params)},
    [SIGMA_KIND_GATE_SAMPLE] = {"sigma_gate_sample", sizeof(sigma_gate_sample)},
    [SIGMA_KIND_GATE] = {"sigma_gate", sizeof(sigma_gate)},
    [SIGMA_KIND_GATE_RESULT] = {"sigma_gate_result", sizeof(sigma_gate_result)},
    [SIGMA_KIND_CORRELATION_PARAMS] = {"sigma_correlation_params",
                                       sizeof(sigma_correlation_params)},
    [SIGMA_KIND_CORRELATION] = {"sigma_correlation", sizeof(sigma_correlation)},
    [SIGMA_KIND_PORTFOLIO_PARAMS] = {"sigma_portfolio_params", sizeof(sigma_portfolio_params)},
    [SIGMA_KIND_PORTFOLIO_SAMPLE] = {"sigma_portfolio_sample", sizeof(sigma_portfolio_sample)},
    [SIGMA_KIND_PORTFOLIO_VERDICT] = {"sigma_portfolio_verdict", sizeof(sigma_portfolio_verdict)},
    [SIGMA_KIND_SCORE_PARAMS] = {"sigma_score_params", sizeof(sigma_score_params)},
    [SIGMA_KIND_SCORE_RESULT] = {"sigma_score_result", sizeof(sigma_score_result)},
    [SIGMA_KIND_EVIDENCE_PARAMS] = {"sigma_evidence_params", sizeof(sigma_evidence_params)},
    [SIGMA_KIND_EVIDENCE_RESULT] = {"sigma_evidence_result", sizeof(sigma_evidence_result)},
    [SIGMA_KIND_TECHNICAL_PARAMS] = {"sigma_technical_params", sizeof(sigma_technical_params)},
    [SIGMA_KIND_TECHNICAL] = {"sigma_technical", sizeof(sigma_technical)},
    [SIGMA_KIND_TECHNICAL_RESULT] = {"sigma_technical_result", sizeof(sigma_technical_result)},
    [SIGMA_KIND_VOTE] = {"sigma_vote", sizeof(sigma_vote)},
    [SIGMA_KIND_VOTES_PARAMS] = {"sigma_votes_params", sizeof(sigma_votes_params)},
    [SIGMA_KIND_VOTES_RESULT] = {"sigma_votes_result", sizeof(sigma_votes_result)},
    [SIGMA_KIND_EXTERNAL] = {"sigma_external", sizeof(sigma_external)},
    [SIGMA_KIND_EXTERNAL_PARAMS] = {"sigma_external_params", sizeof(sigma_external_params)},
    [SIGMA_KIND_EXTERNAL_RESULT] = {"sigma_external_result", sizeof(sigma_external_result)},
    [SIGMA_KIND_ENTROPY] = {"sigma_entropy", sizeof(sigma_entropy)},
    [SIGMA_KIND_TECHNICAL_SIDES] = {"sigma_technical_sides", sizeof(sigma_technical_sides)},
    [SIGMA_KIND_FIELD] = {"sigma_field", sizeof(sigma_field)},
    [SIGMA_KIND_ZONE_RULE] = {"sigma_zone_rule", sizeof(sigma_zone_rule)},
    [SIGMA_KIND_ZONE] = {"sigma_zone", sizeof(sigma_zone)},
    [SIGMA_KIND_WINDOW] = {"sigma_window", sizeof(sigma_window)},
    [SIGMA_KIND_SCHEDULE] = {"sigma_schedule", sizeof(sigma_schedule)},
    [SIGMA_KIND_SCHEDULE_RESULT] = {"sigma_schedule_result", sizeof(sigma_schedule_result)},
    [SIGMA_KIND_TRADE] = {"sigma_trade", sizeof(sigma_trade)},
    [SIGMA_KIND_JOURNAL_BANDS] = {"sigma_journal_bands", sizeof(sigma_journal_bands)},
    [SIGMA_KIND_JOURNAL_PARAMS] = {"sigma_journal_params", sizeof(sigma_journal_params)},
    [SIGMA_KIND_JOURNAL_ENTRY] = {"sigma_journal_entry", sizeof(sigma_journal_entry)},
    [SIGMA_KIND_JOURNAL_SUMS] = {"sigma_journal_sums", sizeof(sigma_journal_sums)},
    [SIGMA_KIND_JOURNAL_TOTALS] = {"sigma_journal_totals", sizeof(sigma_journal_totals)},
    [SIGMA_KIND_JOURNAL_TENTH] = {"sigma_journal_tenth", sizeof(sigma_journal_tenth)},
    [SIGMA_KIND_JOURNAL_CLAIMS] = {"sigma_journal_claims", sizeof(sigma_journal_claims)},
    [SIGMA_KIND_JOURNAL] = {"sigma_journal", sizeof(sigma_journal)},
    [SIGMA_KIND_JOURNAL_SERIES] = {"sigma_journal_series", sizeof(sigma_journal_series)},
    [SIGMA_KIND_JOURNAL_RESULT] = {"sigma_journal_result", sizeof(sigma_journal_result)},
    [SIGMA_KIND_JOURNAL_DROP] = {"sigma_journal_drop", sizeof(sigma_journal_drop)},
    [SIGMA_KIND_JOURNAL_COMPARISON] = {"sigma_journal_comparison",
                                       sizeof(sigma_journal_comparison)},
    [SIGMA_KIND_JOURNAL_DECILE] = {"sigma_journal_decile", sizeof(sigma_journal_decile)},
    [SIGMA_KIND_JOURNAL_CALIBRATION] = {"sigma_journal_calibration",
                                        sizeof(sigma_journal_calibration)},
    [SIGMA_KIND_RESAMPLE] = {"sigma_resample", sizeof(sigma_resample)},
    [SIGMA_KIND_RESAMPLE_RESULT] = {"sigma_resample_result", sizeof(sigma_resample_result)},
    [SIGMA_KIND_FORECAST_SAMPLE] = {"sigma_forecast_sample", sizeof(sigma_forecast_sample)},
    [SIGMA_KIND_FORECAST_RESULT] = {"sigma_forecast_result", sizeof(sigma_forecast_result)},
    [SIGMA_KIND_SIMULATION_PARAMS] = {"sigma_simulation_params", sizeof(sigma_simulation_params)},
    [SIGMA_KIND_SIMULATION_PATH] = {"sigma_simulation_path", sizeof(sigma_simulation_path)},
    [SIGMA_KIND_SIMULATION_TALLY] = {"sigma_simulation_tally", sizeof(sigma_simulation_tally)},
    [SIGMA_KIND_SIMULATION_RESULT] = {"sigma_simulation_result", sizeof(sigma_simulation_result)},
    [SIGMA_KIND_EQUITY_PARAMS] = {"sigma_equity_params", sizeof(sigma_equity_params)},
    [SIGMA_KIND_EQUITY_PATH] = {"sigma_equity_path", sizeof(sigma_equity_path)},
    [SIGMA_KIND_EQUITY_TALLY] = {"sigma_equity_tally", sizeof(sigma_equity_tally)},
    [SIGMA_KIND_EQUITY_RESULT] = {"sigma_equity_result", sizeof(sigma_equity_result)},
    [SIGMA_KIND_REGIME_STATE] = {"sigma_regime_state", sizeof(sigma_regime_state)},
    [SIGMA_KIND_REGIME_PARAMS] = {"sigma_regime_params", sizeof(sigma_regime_params)},
    [SIGMA_KIND_REGIME] = {"sigma_regime", sizeof(sigma_regime)},
    [SIGMA_KIND_REGIME_RESULT] = {"sigma_regime_result", sizeof(sigma_regime_result)},
    [SIGMA_KIND_RULES_PARAMS] = {"sigma_rules_params", sizeof(sigma_rules_params)},
    [SIGMA_KIND_RULES_SAMPLE] = {"sigma_rules_sample", sizeof(sigma_rules_sample)},
    [SIGMA_KIND_RULES] = {"sigma_rules", sizeof(sigma_rules)},
    [SIGMA_KIND_RULES_RESULT] = {"sigma_rules_result", sizeof(sigma_rules_result)},
    [SIGMA_KIND_ADVICE_PARAMS] = {"sigma_advice_params", sizeof(sigma_advice_params)},
    [SIGMA_KIND_ADVICE_SAMPLE] = {"sigma_advice_sample", sizeof(sigma_advice_sample)},
    [SIGMA_KIND_ADVICE_RESULT] = {"sigma_advice_result", sizeof(sigma_advice_result)},
    [SIGMA_KIND_FACTORS_PARAMS] = {"sigma_factors_params", sizeof(sigma_factors_params)},
    [SIGMA_KIND_FACTORS_SAMPLE] = {"sigma_factors_sample", sizeof(sigma_factors_sample)},
    [SIGMA_KIND_FACTORS_RESULT] = {"sigma_factors_result", sizeof(sigma_factors_result)},
    [SIGMA_KIND_SCALING_PARAMS] = {"sigma_scaling_params", sizeof(sigma_scaling_params)},
    [SIGMA_KIND_SCALING_SAMPLE] = {"sigma_scaling_sample", sizeof(sigma_scaling_sample)},
    [SIGMA_KIND_SCALING_RESULT] = {"sigma_scaling_result", sizeof(sigma_scaling_result)},
    [SIGMA_KIND_AUTOMATIC_PARAMS] = {"sigma_automatic_params", sizeof(sigma_automatic_params)},
    [SIGMA_KIND_AUTOMATIC_SAMPLE] = {"sigma_automatic_sample", sizeof(sigma_automatic_sample)},
    [SIGMA_KIND_AUTOMATIC_RESULT] = {"sigma_automatic_result", sizeof(sigma_automatic_result)},
    [SIGMA_KIND_PORTFOLIO_GRANT] = {"sigma_portfolio_grant", sizeof(sigma_portfolio_grant)},
    [SIGMA_KIND_GATE_GRANT] = {"sigma_gate_grant", sizeof(sigma_gate_grant)},
    [SIGMA_KIND_BREAKER_GRANT] = {"sigma_breaker_grant", sizeof(sigma_breaker_grant)},
    [SIGMA_KIND_PROP_GRANT] = {"sigma_prop_grant", sizeof(sigma_prop_grant)},
    [SIGMA_KIND_MONITOR_GRANT] = {"sigma_monitor_grant", sizeof(sigma_monitor_grant)},
};

static int32_t element_size(const sigma_field *field)
{
    static const int32_t sizes[SIGMA_TYPE_COUNT] = {
        [SIGMA_TYPE_F64] = 8,  [SIGMA_TYPE_I32] = 4,  [SIGMA_TYPE_I64] = 8,  [SIGMA_TYPE_U32] = 4,
        [SIGMA_TYPE_TIME] = 8, [SIGMA_TYPE_WORD] = 4, [SIGMA_TYPE_BITS] = 8, [SIGMA_TYPE_TEXT] = 1};
    return field->type == SIGMA_TYPE_STRUCT ? (int32_t)structs[field->detail].size
                                            : sizes[field->type];
}

static void every_struct_has_its_name_and_size(void **unused)
{
    (void)unused;
    for (int32_t kind = 1; kind < SIGMA_KIND_COUNT; kind++) {
        char name[SIGMA_LAYOUT_SPACE];
        int32_t length, size, count;
        assert_int_equal(sigma_layout_name(kind, name, sizeof name, &length), SIGMA_OK);
        assert_string_equal(name, structs[kind].name);
        assert_int_equal(length, strlen(name));
        assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
        assert_int_equal(size, structs[kind].size);
        assert_true(count > 0);
    }
}

/* Promise 2: without padding, each field begins where the one before ends. */
static void fields_cover_their_struct_without_a_gap(void **unused)
{
    (void)unused;
    for (int32_t kind = 1; kind < SIGMA_KIND_COUNT; kind++) {
        int32_t size, count, end = 0;
        assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            sigma_field field;
            assert_int_equal(sigma_layout_field(kind, i, &field), SIGMA_OK);
            assert_int_equal(field.offset, end);
            assert_true(field.type > SIGMA_TYPE_UNKNOWN && field.type < SIGMA_TYPE_COUNT);
            assert_true(field.count >= 1);
            assert_int_equal(
                field.offset % (field.type == SIGMA_TYPE_STRUCT ? 8 : element_size(&field)), 0);
            end += field.count * element_size(&field);
        }
        assert_int_equal(end, size);
    }
}

static bool in_vocabulary(int32_t vocabulary, int32_t code)
{
    char name[SIGMA_WORD_SPACE];
    int32_t length;
    return sigma_word_write(vocabulary, code, name, sizeof name, &length) == SIGMA_OK;
}

static void assert_detail(const sigma_field *f)
{
    if (f->type == SIGMA_TYPE_WORD) {
        assert_true(in_vocabulary(f->detail, (int32_t)f->minimum));
        assert_true(in_vocabulary(f->detail, (int32_t)f->maximum));
    } else if (f->type == SIGMA_TYPE_BITS) {
        assert_true(in_vocabulary(f->detail, (int32_t)f->maximum));
        assert_false(in_vocabulary(f->detail, (int32_t)f->maximum + 1));
    } else if (f->type == SIGMA_TYPE_STRUCT) {
        assert_in_range(f->detail, 1, SIGMA_KIND_COUNT - 1);
    } else {
        assert_int_equal(f->detail, 0);
    }
}

static void fields_speak_of_codes_that_exist(void **unused)
{
    (void)unused;
    for (int32_t kind = 1; kind < SIGMA_KIND_COUNT; kind++) {
        int32_t size, count;
        assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            sigma_field field, none;
            assert_int_equal(sigma_layout_field(kind, i, &field), SIGMA_OK);
            assert_true(isfinite(field.minimum) && isfinite(field.maximum));
            assert_detail(&field);
            assert_int_equal(sigma_layout_check(SIGMA_KIND_FIELD, &field, &none), SIGMA_OK);
        }
    }
}

static void names_of_fields_are_unique_and_fit(void **unused)
{
    (void)unused;
    for (int32_t kind = 1; kind < SIGMA_KIND_COUNT; kind++) {
        int32_t size, count;
        assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
        for (int32_t i = 0; i < count; i++) {
            sigma_field a, b;
            assert_int_equal(sigma_layout_field(kind, i, &a), SIGMA_OK);
            assert_true(strlen(a.name) > 0 && a.name[31] == '\0' && a.unit[15] == '\0');
            for (int32_t k = i + 1; k < count; k++) {
                assert_int_equal(sigma_layout_field(kind, k, &b), SIGMA_OK);
                assert_string_not_equal(a.name, b.name);
            }
        }
    }
}

static void kinds_and_fields_that_do_not_exist_are_refused(void **unused)
{
    static const int32_t kinds[] = {INT32_MIN, -1, SIGMA_KIND_UNKNOWN, SIGMA_KIND_COUNT, INT32_MAX};
    char name[SIGMA_LAYOUT_SPACE] = "x";
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(kinds); i++) {
        int32_t a = 9, b = 9;
        sigma_field field = {.count = 9};
        assert_int_equal(sigma_layout_size(kinds[i], &a, &b), SIGMA_E_RANGE);
        assert_true(a == 0 && b == 0);
        a = 9;
        assert_int_equal(sigma_layout_name(kinds[i], name, sizeof name, &a), SIGMA_E_RANGE);
        assert_true(a == 0 && name[0] == '\0');
        assert_int_equal(sigma_layout_field(kinds[i], 0, &field), SIGMA_E_RANGE);
        assert_zero(field);
        field.count = 9;
        assert_int_equal(sigma_layout_check(kinds[i], name, &field), SIGMA_E_RANGE);
        assert_zero(field);
    }
    for (int32_t kind = 1; kind < SIGMA_KIND_COUNT; kind++) {
        int32_t size, count;
        sigma_field field = {.count = 9};
        assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
        assert_int_equal(sigma_layout_field(kind, count, &field), SIGMA_E_RANGE);
        assert_zero(field);
        assert_int_equal(sigma_layout_field(kind, -1, &field), SIGMA_E_RANGE);
        assert_int_equal(sigma_layout_field(kind, INT32_MIN, &field), SIGMA_E_RANGE);
        assert_int_equal(sigma_layout_field(kind, INT32_MAX, &field), SIGMA_E_RANGE);
    }
}

static void a_small_buffer_stays_empty(void **unused)
{
    (void)unused;
    for (int32_t capacity = -1; capacity <= SIGMA_LAYOUT_SPACE; capacity++) {
        char name[SIGMA_LAYOUT_SPACE] = "x";
        int32_t length = 9;
        bool fits = capacity >= 10;
        assert_int_equal(sigma_layout_name(SIGMA_KIND_BAR, name, capacity, &length),
                         fits ? SIGMA_OK : SIGMA_E_SPACE);
        assert_int_equal(length, fits ? 9 : 0);
        assert_string_equal(name, fits ? "sigma_bar" : capacity >= 1 ? "" : "x");
    }
}

static void null_is_refused(void **unused)
{
    sigma_field field = {.count = 9};
    char name[SIGMA_LAYOUT_SPACE] = "x";
    int32_t number = 9;
    (void)unused;
    assert_int_equal(sigma_layout_size(SIGMA_KIND_BAR, NULL, &number), SIGMA_E_NULL);
    assert_zero(number);
    number = 9;
    assert_int_equal(sigma_layout_size(SIGMA_KIND_BAR, &number, NULL), SIGMA_E_NULL);
    assert_zero(number);
    number = 9;
    assert_int_equal(sigma_layout_name(SIGMA_KIND_BAR, NULL, 9, &number), SIGMA_E_NULL);
    assert_zero(number);
    assert_int_equal(sigma_layout_name(SIGMA_KIND_BAR, name, 9, NULL), SIGMA_E_NULL);
    assert_string_equal(name, "");
    assert_int_equal(sigma_layout_field(SIGMA_KIND_BAR, 0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_layout_check(SIGMA_KIND_BAR, NULL, &field), SIGMA_E_NULL);
    assert_zero(field);
    assert_int_equal(sigma_layout_check(SIGMA_KIND_BAR, name, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_struct_has_its_name_and_size),
        cmocka_unit_test(fields_cover_their_struct_without_a_gap),
        cmocka_unit_test(fields_speak_of_codes_that_exist),
        cmocka_unit_test(names_of_fields_are_unique_and_fit),
        cmocka_unit_test(kinds_and_fields_that_do_not_exist_are_refused),
        cmocka_unit_test(a_small_buffer_stays_empty),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
