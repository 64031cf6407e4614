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
    SIGMA_KIND_FIELD = 33,               /**< sigma_field itself. */
    SIGMA_KIND_LIQUIDATION = 34,         /**< sigma_liquidation. */
    SIGMA_KIND_RSI = 35,                 /**< sigma_rsi. */
    SIGMA_KIND_OBV = 36,                 /**< sigma_obv. */
    SIGMA_KIND_VWAP = 37,                /**< sigma_vwap. */
    SIGMA_KIND_BREAKER_PARAMS = 38,      /**< sigma_breaker_params. */
    SIGMA_KIND_BREAKER_SAMPLE = 39,      /**< sigma_breaker_sample. */
    SIGMA_KIND_BREAKER_TRANSITION = 40,  /**< sigma_breaker_transition. */
    SIGMA_KIND_BREAKER_ISSUE = 41,       /**< sigma_breaker_issue. */
    SIGMA_KIND_BREAKER = 42,             /**< sigma_breaker. */
    SIGMA_KIND_BREAKER_RESULT = 43,      /**< sigma_breaker_result. */
    SIGMA_KIND_ZONE_RULE = 44,           /**< sigma_zone_rule. */
    SIGMA_KIND_ZONE = 45,                /**< sigma_zone. */
    SIGMA_KIND_WINDOW = 46,              /**< sigma_window. */
    SIGMA_KIND_SCHEDULE = 47,            /**< sigma_schedule. */
    SIGMA_KIND_SCHEDULE_RESULT = 48,     /**< sigma_schedule_result. */
    SIGMA_KIND_TRADE = 49,               /**< sigma_trade. */
    SIGMA_KIND_JOURNAL_BANDS = 50,       /**< sigma_journal_bands. */
    SIGMA_KIND_JOURNAL_PARAMS = 51,      /**< sigma_journal_params. */
    SIGMA_KIND_JOURNAL_ENTRY = 52,       /**< sigma_journal_entry. */
    SIGMA_KIND_JOURNAL_SUMS = 53,        /**< sigma_journal_sums. */
    SIGMA_KIND_JOURNAL_TOTALS = 54,      /**< sigma_journal_totals. */
    SIGMA_KIND_JOURNAL_TENTH = 55,       /**< sigma_journal_tenth. */
    SIGMA_KIND_JOURNAL_CLAIMS = 56,      /**< sigma_journal_claims. */
    SIGMA_KIND_JOURNAL = 57,             /**< sigma_journal. */
    SIGMA_KIND_JOURNAL_SERIES = 58,      /**< sigma_journal_series. */
    SIGMA_KIND_JOURNAL_RESULT = 59,      /**< sigma_journal_result. */
    SIGMA_KIND_JOURNAL_DROP = 60,        /**< sigma_journal_drop. */
    SIGMA_KIND_JOURNAL_COMPARISON = 61,  /**< sigma_journal_comparison. */
    SIGMA_KIND_JOURNAL_DECILE = 62,      /**< sigma_journal_decile. */
    SIGMA_KIND_JOURNAL_CALIBRATION = 63, /**< sigma_journal_calibration. */
    SIGMA_KIND_KELLY_PARAMS = 64,        /**< sigma_kelly_params. */
    SIGMA_KIND_KELLY_RESULT = 65,        /**< sigma_kelly_result. */
    SIGMA_KIND_KELLY_SAMPLE = 66,        /**< sigma_kelly_sample. */
    SIGMA_KIND_KELLY_FLOOR_RESULT = 67,  /**< sigma_kelly_floor_result. */
    SIGMA_KIND_EDGE = 68,                /**< sigma_edge. */
    SIGMA_KIND_EXITS_PARAMS = 69,        /**< sigma_exits_params. */
    SIGMA_KIND_EXITS_ENTRY = 70,         /**< sigma_exits_entry. */
    SIGMA_KIND_EXITS_SAMPLE = 71,        /**< sigma_exits_sample. */
    SIGMA_KIND_EXITS = 72,               /**< sigma_exits. */
    SIGMA_KIND_EXITS_RESULT = 73,        /**< sigma_exits_result. */
    SIGMA_KIND_RESAMPLE = 74,            /**< sigma_resample. */
    SIGMA_KIND_RESAMPLE_RESULT = 75,     /**< sigma_resample_result. */
    SIGMA_KIND_FORECAST_SAMPLE = 76,     /**< sigma_forecast_sample. */
    SIGMA_KIND_FORECAST_RESULT = 77,     /**< sigma_forecast_result. */
    SIGMA_KIND_SIMULATION_PARAMS = 78,   /**< sigma_simulation_params. */
    SIGMA_KIND_SIMULATION_PATH = 79,     /**< sigma_simulation_path. */
    SIGMA_KIND_SIMULATION_TALLY = 80,    /**< sigma_simulation_tally. */
    SIGMA_KIND_SIMULATION_RESULT = 81,   /**< sigma_simulation_result. */
    SIGMA_KIND_EQUITY_PARAMS = 82,       /**< sigma_equity_params. */
    SIGMA_KIND_EQUITY_PATH = 83,         /**< sigma_equity_path. */
    SIGMA_KIND_EQUITY_TALLY = 84,        /**< sigma_equity_tally. */
    SIGMA_KIND_EQUITY_RESULT = 85,       /**< sigma_equity_result. */
    SIGMA_KIND_SMA = 86,                 /**< sigma_sma. */
    SIGMA_KIND_MACD = 87,                /**< sigma_macd. */
    SIGMA_KIND_MACD_RESULT = 88,         /**< sigma_macd_result. */
    SIGMA_KIND_BOLLINGER = 89,           /**< sigma_bollinger. */
    SIGMA_KIND_BOLLINGER_RESULT = 90,    /**< sigma_bollinger_result. */
    SIGMA_KIND_ZSCORE = 91,              /**< sigma_zscore. */
    SIGMA_KIND_SLOPE = 92,               /**< sigma_slope. */
    SIGMA_KIND_SLOPE_RESULT = 93,        /**< sigma_slope_result. */
    SIGMA_KIND_CCI = 94,                 /**< sigma_cci. */
    SIGMA_KIND_STOCHASTIC = 95,          /**< sigma_stochastic. */
    SIGMA_KIND_STOCHASTIC_RESULT = 96,   /**< sigma_stochastic_result. */
    SIGMA_KIND_MFI = 97,                 /**< sigma_mfi. */
    SIGMA_KIND_VOLATILITY = 98,          /**< sigma_volatility. */
    SIGMA_KIND_EWMA = 99,                /**< sigma_ewma. */
    SIGMA_KIND_COUNT = 100               /**< Number of codes. */
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
