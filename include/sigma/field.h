/* SPDX-License-Identifier: MIT */
/** @file
 * What one field of a public struct is: its name, place, type, range and unit.
 *
 * Every public struct has a table of these, written beside its definition and checked against the
 * header and the compiler's own debug information. The tables drive range checks, the audit writer
 * and reader, configuration and the bindings; sigma/layout.h gives them out.
 */
#ifndef SIGMA_FIELD_H
#define SIGMA_FIELD_H

#include "sigma/base.h"

/** How the bytes of a field are to be read. */
enum {
    SIGMA_TYPE_UNKNOWN = 0, /**< Not set. */
    SIGMA_TYPE_F64 = 1,     /**< double. */
    SIGMA_TYPE_I32 = 2,     /**< int32_t. */
    SIGMA_TYPE_I64 = 3,     /**< int64_t. */
    SIGMA_TYPE_U32 = 4,     /**< uint32_t, written as eight hexadecimal digits. */
    SIGMA_TYPE_TIME = 5,    /**< int64_t instant, written as ISO 8601. */
    SIGMA_TYPE_WORD = 6,    /**< int32_t code of the vocabulary in detail. */
    SIGMA_TYPE_BITS = 7,    /**< uint64_t set of codes of the vocabulary in detail. */
    SIGMA_TYPE_STRUCT = 8,  /**< Nested struct of the kind in detail. */
    SIGMA_TYPE_TEXT = 9,    /**< char array, zero-terminated. */
    SIGMA_TYPE_COUNT = 10   /**< Number of codes. */
};

/** A public struct that has a table. */
enum {
    SIGMA_KIND_UNKNOWN = 0,              /**< None. */
    SIGMA_KIND_BAR = 1,                  /**< sigma_bar. */
    SIGMA_KIND_SYMBOL = 2,               /**< sigma_symbol. */
    SIGMA_KIND_POSITION = 3,             /**< sigma_position. */
    SIGMA_KIND_ACCOUNT = 4,              /**< sigma_account. */
    SIGMA_KIND_ACCOUNT_RESULT = 5,       /**< sigma_account_result. */
    SIGMA_KIND_PORTFOLIO = 6,            /**< sigma_portfolio. */
    SIGMA_KIND_PORTFOLIO_RESULT = 7,     /**< sigma_portfolio_result. */
    SIGMA_KIND_EMA = 8,                  /**< sigma_ema. */
    SIGMA_KIND_ATR = 9,                  /**< sigma_atr. */
    SIGMA_KIND_ADX = 10,                 /**< sigma_adx. */
    SIGMA_KIND_ADX_RESULT = 11,          /**< sigma_adx_result. */
    SIGMA_KIND_MARKET_PARAMS = 12,       /**< sigma_market_params. */
    SIGMA_KIND_MARKET = 13,              /**< sigma_market. */
    SIGMA_KIND_FEATURES = 14,            /**< sigma_features. */
    SIGMA_KIND_MARKET_RESULT = 15,       /**< sigma_market_result. */
    SIGMA_KIND_SIGNAL_PARAMS = 16,       /**< sigma_signal_params. */
    SIGMA_KIND_SIGNAL_RESULT = 17,       /**< sigma_signal_result. */
    SIGMA_KIND_STOPS_PARAMS = 18,        /**< sigma_stops_params. */
    SIGMA_KIND_STOPS_SAMPLE = 19,        /**< sigma_stops_sample. */
    SIGMA_KIND_STOPS_RESULT = 20,        /**< sigma_stops_result. */
    SIGMA_KIND_SIZING_PARAMS = 21,       /**< sigma_sizing_params. */
    SIGMA_KIND_SIZING_SAMPLE = 22,       /**< sigma_sizing_sample. */
    SIGMA_KIND_SIZING_RESULT = 23,       /**< sigma_sizing_result. */
    SIGMA_KIND_POLICY = 24,              /**< sigma_policy. */
    SIGMA_KIND_CONTEXT = 25,             /**< sigma_context. */
    SIGMA_KIND_PROPOSAL = 26,            /**< sigma_proposal. */
    SIGMA_KIND_DECISION = 27,            /**< sigma_decision. */
    SIGMA_KIND_DESK = 28,                /**< sigma_desk. */
    SIGMA_KIND_AUDIT = 29,               /**< sigma_audit. */
    SIGMA_KIND_AUDIT_HEADER = 30,        /**< sigma_audit_header. */
    SIGMA_KIND_AUDIT_RECORD = 31,        /**< sigma_audit_record. */
    SIGMA_KIND_AUDIT_DIFFERENCE = 32,    /**< sigma_audit_difference. */
    SIGMA_KIND_LIQUIDATION = 33,         /**< sigma_liquidation. */
    SIGMA_KIND_RSI = 34,                 /**< sigma_rsi. */
    SIGMA_KIND_OBV = 35,                 /**< sigma_obv. */
    SIGMA_KIND_VWAP = 36,                /**< sigma_vwap. */
    SIGMA_KIND_BREAKER_PARAMS = 37,      /**< sigma_breaker_params. */
    SIGMA_KIND_BREAKER_SAMPLE = 38,      /**< sigma_breaker_sample. */
    SIGMA_KIND_BREAKER_TRANSITION = 39,  /**< sigma_breaker_transition. */
    SIGMA_KIND_BREAKER_ISSUE = 40,       /**< sigma_breaker_issue. */
    SIGMA_KIND_BREAKER = 41,             /**< sigma_breaker. */
    SIGMA_KIND_BREAKER_RESULT = 42,      /**< sigma_breaker_result. */
    SIGMA_KIND_ZONE_RULE = 43,           /**< sigma_zone_rule. */
    SIGMA_KIND_ZONE = 44,                /**< sigma_zone. */
    SIGMA_KIND_WINDOW = 45,              /**< sigma_window. */
    SIGMA_KIND_SCHEDULE = 46,            /**< sigma_schedule. */
    SIGMA_KIND_SCHEDULE_RESULT = 47,     /**< sigma_schedule_result. */
    SIGMA_KIND_TRADE = 48,               /**< sigma_trade. */
    SIGMA_KIND_JOURNAL_BANDS = 49,       /**< sigma_journal_bands. */
    SIGMA_KIND_JOURNAL_PARAMS = 50,      /**< sigma_journal_params. */
    SIGMA_KIND_JOURNAL_ENTRY = 51,       /**< sigma_journal_entry. */
    SIGMA_KIND_JOURNAL_SUMS = 52,        /**< sigma_journal_sums. */
    SIGMA_KIND_JOURNAL_TOTALS = 53,      /**< sigma_journal_totals. */
    SIGMA_KIND_JOURNAL_TENTH = 54,       /**< sigma_journal_tenth. */
    SIGMA_KIND_JOURNAL_CLAIMS = 55,      /**< sigma_journal_claims. */
    SIGMA_KIND_JOURNAL = 56,             /**< sigma_journal. */
    SIGMA_KIND_JOURNAL_SERIES = 57,      /**< sigma_journal_series. */
    SIGMA_KIND_JOURNAL_RESULT = 58,      /**< sigma_journal_result. */
    SIGMA_KIND_JOURNAL_DROP = 59,        /**< sigma_journal_drop. */
    SIGMA_KIND_JOURNAL_COMPARISON = 60,  /**< sigma_journal_comparison. */
    SIGMA_KIND_JOURNAL_DECILE = 61,      /**< sigma_journal_decile. */
    SIGMA_KIND_JOURNAL_CALIBRATION = 62, /**< sigma_journal_calibration. */
    SIGMA_KIND_KELLY_PARAMS = 63,        /**< sigma_kelly_params. */
    SIGMA_KIND_KELLY_RESULT = 64,        /**< sigma_kelly_result. */
    SIGMA_KIND_KELLY_SAMPLE = 65,        /**< sigma_kelly_sample. */
    SIGMA_KIND_KELLY_FLOOR_RESULT = 66,  /**< sigma_kelly_floor_result. */
    SIGMA_KIND_EDGE = 67,                /**< sigma_edge. */
    SIGMA_KIND_EXITS_PARAMS = 68,        /**< sigma_exits_params. */
    SIGMA_KIND_EXITS_ENTRY = 69,         /**< sigma_exits_entry. */
    SIGMA_KIND_EXITS_SAMPLE = 70,        /**< sigma_exits_sample. */
    SIGMA_KIND_EXITS = 71,               /**< sigma_exits. */
    SIGMA_KIND_EXITS_RESULT = 72,        /**< sigma_exits_result. */
    SIGMA_KIND_RESAMPLE = 73,            /**< sigma_resample. */
    SIGMA_KIND_RESAMPLE_RESULT = 74,     /**< sigma_resample_result. */
    SIGMA_KIND_FORECAST_SAMPLE = 75,     /**< sigma_forecast_sample. */
    SIGMA_KIND_FORECAST_RESULT = 76,     /**< sigma_forecast_result. */
    SIGMA_KIND_SIMULATION_PARAMS = 77,   /**< sigma_simulation_params. */
    SIGMA_KIND_SIMULATION_PATH = 78,     /**< sigma_simulation_path. */
    SIGMA_KIND_SIMULATION_TALLY = 79,    /**< sigma_simulation_tally. */
    SIGMA_KIND_SIMULATION_RESULT = 80,   /**< sigma_simulation_result. */
    SIGMA_KIND_EQUITY_PARAMS = 81,       /**< sigma_equity_params. */
    SIGMA_KIND_EQUITY_PATH = 82,         /**< sigma_equity_path. */
    SIGMA_KIND_EQUITY_TALLY = 83,        /**< sigma_equity_tally. */
    SIGMA_KIND_EQUITY_RESULT = 84,       /**< sigma_equity_result. */
    SIGMA_KIND_SMA = 85,                 /**< sigma_sma. */
    SIGMA_KIND_MACD = 86,                /**< sigma_macd. */
    SIGMA_KIND_MACD_RESULT = 87,         /**< sigma_macd_result. */
    SIGMA_KIND_BOLLINGER = 88,           /**< sigma_bollinger. */
    SIGMA_KIND_BOLLINGER_RESULT = 89,    /**< sigma_bollinger_result. */
    SIGMA_KIND_ZSCORE = 90,              /**< sigma_zscore. */
    SIGMA_KIND_SLOPE = 91,               /**< sigma_slope. */
    SIGMA_KIND_SLOPE_RESULT = 92,        /**< sigma_slope_result. */
    SIGMA_KIND_CCI = 93,                 /**< sigma_cci. */
    SIGMA_KIND_STOCHASTIC = 94,          /**< sigma_stochastic. */
    SIGMA_KIND_STOCHASTIC_RESULT = 95,   /**< sigma_stochastic_result. */
    SIGMA_KIND_MFI = 96,                 /**< sigma_mfi. */
    SIGMA_KIND_VOLATILITY = 97,          /**< sigma_volatility. */
    SIGMA_KIND_EWMA = 98,                /**< sigma_ewma. */
    SIGMA_KIND_REGIME_STATE = 99,        /**< sigma_regime_state. */
    SIGMA_KIND_REGIME_PARAMS = 100,      /**< sigma_regime_params. */
    SIGMA_KIND_REGIME = 101,             /**< sigma_regime. */
    SIGMA_KIND_REGIME_RESULT = 102,      /**< sigma_regime_result. */
    SIGMA_KIND_RULES_PARAMS = 103,       /**< sigma_rules_params. */
    SIGMA_KIND_RULES_SAMPLE = 104,       /**< sigma_rules_sample. */
    SIGMA_KIND_RULES = 105,              /**< sigma_rules. */
    SIGMA_KIND_RULES_RESULT = 106,       /**< sigma_rules_result. */
    SIGMA_KIND_ADVICE_PARAMS = 107,      /**< sigma_advice_params. */
    SIGMA_KIND_ADVICE_SAMPLE = 108,      /**< sigma_advice_sample. */
    SIGMA_KIND_ADVICE_RESULT = 109,      /**< sigma_advice_result. */
    SIGMA_KIND_PROP_PARAMS = 110,        /**< sigma_prop_params. */
    SIGMA_KIND_PROP = 111,               /**< sigma_prop. */
    SIGMA_KIND_PROP_SAMPLE = 112,        /**< sigma_prop_sample. */
    SIGMA_KIND_PROP_RESULT = 113,        /**< sigma_prop_result. */
    SIGMA_KIND_PROP_TRADE = 114,         /**< sigma_prop_trade. */
    SIGMA_KIND_PROP_VERDICT = 115,       /**< sigma_prop_verdict. */
    SIGMA_KIND_PROP_PLAN = 116,          /**< sigma_prop_plan. */
    SIGMA_KIND_PROP_ODDS = 117,          /**< sigma_prop_odds. */
    SIGMA_KIND_MONITOR_PARAMS = 118,     /**< sigma_monitor_params. */
    SIGMA_KIND_MONITOR_SAMPLE = 119,     /**< sigma_monitor_sample. */
    SIGMA_KIND_MONITOR = 120,            /**< sigma_monitor. */
    SIGMA_KIND_MONITOR_RESULT = 121,     /**< sigma_monitor_result. */
    SIGMA_KIND_GATE_PARAMS = 122,        /**< sigma_gate_params. */
    SIGMA_KIND_GATE_SAMPLE = 123,        /**< sigma_gate_sample. */
    SIGMA_KIND_GATE = 124,               /**< sigma_gate. */
    SIGMA_KIND_GATE_RESULT = 125,        /**< sigma_gate_result. */
    SIGMA_KIND_CORRELATION_PARAMS = 126, /**< sigma_correlation_params. */
    SIGMA_KIND_CORRELATION = 127,        /**< sigma_correlation. */
    SIGMA_KIND_PORTFOLIO_PARAMS = 128,   /**< sigma_portfolio_params. */
    SIGMA_KIND_PORTFOLIO_SAMPLE = 129,   /**< sigma_portfolio_sample. */
    SIGMA_KIND_PORTFOLIO_VERDICT = 130,  /**< sigma_portfolio_verdict. */
    SIGMA_KIND_FACTORS_PARAMS = 131,     /**< sigma_factors_params. */
    SIGMA_KIND_FACTORS_SAMPLE = 132,     /**< sigma_factors_sample. */
    SIGMA_KIND_FACTORS_RESULT = 133,     /**< sigma_factors_result. */
    SIGMA_KIND_SCORE_PARAMS = 134,       /**< sigma_score_params. */
    SIGMA_KIND_SCORE_RESULT = 135,       /**< sigma_score_result. */
    SIGMA_KIND_EVIDENCE_PARAMS = 136,    /**< sigma_evidence_params. */
    SIGMA_KIND_EVIDENCE_RESULT = 137,    /**< sigma_evidence_result. */
    SIGMA_KIND_TECHNICAL_PARAMS = 138,   /**< sigma_technical_params. */
    SIGMA_KIND_TECHNICAL = 139,          /**< sigma_technical. */
    SIGMA_KIND_TECHNICAL_RESULT = 140,   /**< sigma_technical_result. */
    SIGMA_KIND_VOTE = 141,               /**< sigma_vote. */
    SIGMA_KIND_VOTES_PARAMS = 142,       /**< sigma_votes_params. */
    SIGMA_KIND_VOTES_RESULT = 143,       /**< sigma_votes_result. */
    SIGMA_KIND_EXTERNAL = 144,           /**< sigma_external. */
    SIGMA_KIND_EXTERNAL_PARAMS = 145,    /**< sigma_external_params. */
    SIGMA_KIND_EXTERNAL_RESULT = 146,    /**< sigma_external_result. */
    SIGMA_KIND_ENTROPY = 147,            /**< sigma_entropy. */
    SIGMA_KIND_SCALING_PARAMS = 148,     /**< sigma_scaling_params. */
    SIGMA_KIND_SCALING_SAMPLE = 149,     /**< sigma_scaling_sample. */
    SIGMA_KIND_SCALING_RESULT = 150,     /**< sigma_scaling_result. */
    SIGMA_KIND_AUTOMATIC_PARAMS = 151,   /**< sigma_automatic_params. */
    SIGMA_KIND_AUTOMATIC_SAMPLE = 152,   /**< sigma_automatic_sample. */
    SIGMA_KIND_AUTOMATIC_RESULT = 153,   /**< sigma_automatic_result. */
    SIGMA_KIND_KELLY_CHANCES = 154,      /**< sigma_kelly_chances. */
    SIGMA_KIND_KELLY_FALL = 155,         /**< sigma_kelly_fall. */
    SIGMA_KIND_AUDIT_TRADE = 156,        /**< sigma_audit_trade. */
    SIGMA_KIND_AUDIT_EXIT = 157,         /**< sigma_audit_exit. */
    SIGMA_KIND_AUDIT_TRANSITION = 158,   /**< sigma_audit_transition. */
    SIGMA_KIND_AUDIT_VIOLATION = 159,    /**< sigma_audit_violation. */
    SIGMA_KIND_AUDIT_FAILURE = 160,      /**< sigma_audit_failure. */
    SIGMA_KIND_PORTFOLIO_GRANT = 161,    /**< sigma_portfolio_grant. */
    SIGMA_KIND_GATE_GRANT = 162,         /**< sigma_gate_grant. */
    SIGMA_KIND_BREAKER_GRANT = 163,      /**< sigma_breaker_grant. */
    SIGMA_KIND_PROP_GRANT = 164,         /**< sigma_prop_grant. */
    SIGMA_KIND_MONITOR_GRANT = 165,      /**< sigma_monitor_grant. */
    SIGMA_KIND_FIELD = 166,              /**< sigma_field itself. */
    SIGMA_KIND_TECHNICAL_SIDES = 167,    /**< sigma_technical_sides. */
    SIGMA_KIND_COUNT = 168               /**< Number of codes. */
};

/** One field of a public struct. */
typedef struct sigma_field {
    char name[32];  /**< As in the header, zero-terminated. */
    char unit[16];  /**< Unit without brackets, "1" for a ratio, "" where there is none. */
    double minimum; /**< Least value, included; of a STRUCT 1 where it may not be all zero. */
    double maximum; /**< Greatest value, included; of BITS the greatest code. */
    int32_t offset; /**< From the start of the struct [bytes]. */
    int32_t type;   /**< SIGMA_TYPE_... */
    int32_t count;  /**< Length of an array, 1 for a single value. */
    int32_t detail; /**< Vocabulary of a WORD or BITS, kind of a STRUCT, else 0. */
} sigma_field;

SIGMA_LAYOUT(sigma_field, 80);

#endif
