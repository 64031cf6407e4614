/* SPDX-License-Identifier: MIT */
#include "sigma/market.h"

#include <stddef.h>

#include "fields.h"
#include "in_range.h"
#include "inside.h"
#include "sigma/words.h"
#include "tags.h"

const sigma_field sigma_market_params_fields[SIGMA_MARKET_PARAMS_FIELDS] = {
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_market_params, interval),
     SIGMA_TYPE_I64, 1, 0},
    {"session", "ns", 1, 31622400000000000.0, offsetof(sigma_market_params, session),
     SIGMA_TYPE_I64, 1, 0},
    {"session_offset", "ns", -86400000000000.0, 86400000000000.0,
     offsetof(sigma_market_params, session_offset), SIGMA_TYPE_I64, 1, 0},
    {"bars_a_year", "bars", 0, 1e18, offsetof(sigma_market_params, bars_a_year), SIGMA_TYPE_F64, 1,
     0},
    {"decay", "1", 0, 0.9999, offsetof(sigma_market_params, decay), SIGMA_TYPE_F64, 1, 0},
    {"multiple", "std dev", 0.001, 100, offsetof(sigma_market_params, multiple), SIGMA_TYPE_F64, 1,
     0},
    {"horizon", "bars", 1, 1e6, offsetof(sigma_market_params, horizon), SIGMA_TYPE_F64, 1, 0},
    {"ema", "bars", 1, 10000, offsetof(sigma_market_params, ema), SIGMA_TYPE_I32, 4, 0},
    {"atr", "bars", 1, 10000, offsetof(sigma_market_params, atr), SIGMA_TYPE_I32, 1, 0},
    {"adx", "bars", 1, 10000, offsetof(sigma_market_params, adx), SIGMA_TYPE_I32, 1, 0},
    {"rsi", "bars", 1, 10000, offsetof(sigma_market_params, rsi), SIGMA_TYPE_I32, 1, 0},
    {"macd", "bars", 1, 10000, offsetof(sigma_market_params, macd), SIGMA_TYPE_I32, 3, 0},
    {"stochastic", "bars", 1, 256, offsetof(sigma_market_params, stochastic), SIGMA_TYPE_I32, 3, 0},
    {"sma", "bars", 1, 256, offsetof(sigma_market_params, sma), SIGMA_TYPE_I32, 1, 0},
    {"bollinger", "bars", 1, 256, offsetof(sigma_market_params, bollinger), SIGMA_TYPE_I32, 1, 0},
    {"cci", "bars", 1, 256, offsetof(sigma_market_params, cci), SIGMA_TYPE_I32, 1, 0},
    {"mfi", "bars", 1, 256, offsetof(sigma_market_params, mfi), SIGMA_TYPE_I32, 1, 0},
    {"zscore", "bars", 1, 256, offsetof(sigma_market_params, zscore), SIGMA_TYPE_I32, 1, 0},
    {"slope", "bars", 1, 256, offsetof(sigma_market_params, slope), SIGMA_TYPE_I32, 1, 0},
    {"volatility", "bars", 1, 256, offsetof(sigma_market_params, volatility), SIGMA_TYPE_I32, 1, 0},
    {"estimator", "", 1, SIGMA_VOLATILITY_COUNT - 1, offsetof(sigma_market_params, estimator),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_VOLATILITY},
    {"reserved", "", 0, 0, offsetof(sigma_market_params, reserved), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_market_fields[SIGMA_MARKET_FIELDS] = {
    {"high", "price", 0, 1e15, offsetof(sigma_market, high), SIGMA_TYPE_F64, 512, 0},
    {"low", "price", 0, 1e15, offsetof(sigma_market, low), SIGMA_TYPE_F64, 512, 0},
    {"closes", "price", 0, 1e15, offsetof(sigma_market, closes), SIGMA_TYPE_F64, 512, 0},
    {"raw", "1", 0, 100, offsetof(sigma_market, raw), SIGMA_TYPE_F64, 512, 0},
    {"slow", "1", 0, 100, offsetof(sigma_market, slow), SIGMA_TYPE_F64, 512, 0},
    {"rising", "1", 0, 1e34, offsetof(sigma_market, rising), SIGMA_TYPE_F64, 512, 0},
    {"falling", "1", 0, 1e34, offsetof(sigma_market, falling), SIGMA_TYPE_F64, 512, 0},
    {"change", "1", -1e4, 1e4, offsetof(sigma_market, change), SIGMA_TYPE_F64, 512, 0},
    {"gap", "1", -1e4, 1e4, offsetof(sigma_market, gap), SIGMA_TYPE_F64, 512, 0},
    {"body", "1", -1e4, 1e4, offsetof(sigma_market, body), SIGMA_TYPE_F64, 512, 0},
    {"range", "1", -1e4, 1e4, offsetof(sigma_market, range), SIGMA_TYPE_F64, 512, 0},
    {"params", "", 1, 0, offsetof(sigma_market, params), SIGMA_TYPE_STRUCT, 1,
     SIGMA_KIND_MARKET_PARAMS},
    {"symbol", "", 1, 0, offsetof(sigma_market, symbol), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_SYMBOL},
    {"ema", "", 1, 0, offsetof(sigma_market, ema), SIGMA_TYPE_STRUCT, 4, SIGMA_KIND_EMA},
    {"macd", "", 1, 0, offsetof(sigma_market, macd), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_MACD},
    {"adx", "", 1, 0, offsetof(sigma_market, adx), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ADX},
    {"atr", "", 1, 0, offsetof(sigma_market, atr), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_ATR},
    {"rsi", "", 1, 0, offsetof(sigma_market, rsi), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_RSI},
    {"obv", "", 1, 0, offsetof(sigma_market, obv), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_OBV},
    {"vwap", "", 1, 0, offsetof(sigma_market, vwap), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_VWAP},
    {"session", "", 1, 0, offsetof(sigma_market, session), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_VWAP},
    {"ewma", "", 1, 0, offsetof(sigma_market, ewma), SIGMA_TYPE_STRUCT, 1, SIGMA_KIND_EWMA},
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_market, time), SIGMA_TYPE_TIME, 1, 0},
    {"close", "price", 0, 1e15, offsetof(sigma_market, close), SIGMA_TYPE_F64, 1, 0},
    {"bars", "bars", 0, 9.3e18, offsetof(sigma_market, bars), SIGMA_TYPE_I64, 1, 0},
    {"tag", "", SIGMA_TAG_MARKET, SIGMA_TAG_MARKET, offsetof(sigma_market, tag), SIGMA_TYPE_I32, 1,
     0},
    {"end", "bars", 0, 511, offsetof(sigma_market, end), SIGMA_TYPE_I32, 1, 0},
};

const sigma_field sigma_features_fields[SIGMA_FEATURES_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_features, time), SIGMA_TYPE_TIME, 1, 0},
    {"close", "price", 1e-15, 1e15, offsetof(sigma_features, close), SIGMA_TYPE_F64, 1, 0},
    {"ema", "price", 0, 1e15, offsetof(sigma_features, ema), SIGMA_TYPE_F64, 4, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_features, atr), SIGMA_TYPE_F64, 1, 0},
    {"adx", "1", 0, 100, offsetof(sigma_features, adx), SIGMA_TYPE_F64, 1, 0},
    {"plus_di", "1", 0, 100, offsetof(sigma_features, plus_di), SIGMA_TYPE_F64, 1, 0},
    {"minus_di", "1", 0, 100, offsetof(sigma_features, minus_di), SIGMA_TYPE_F64, 1, 0},
    {"rsi", "1", 0, 100, offsetof(sigma_features, rsi), SIGMA_TYPE_F64, 1, 0},
    {"macd_line", "price", -1e15, 1e15, offsetof(sigma_features, macd_line), SIGMA_TYPE_F64, 1, 0},
    {"macd_signal", "price", -1e15, 1e15, offsetof(sigma_features, macd_signal), SIGMA_TYPE_F64, 1,
     0},
    {"macd_histogram", "price", -2e15, 2e15, offsetof(sigma_features, macd_histogram),
     SIGMA_TYPE_F64, 1, 0},
    {"stochastic_raw", "1", 0, 100, offsetof(sigma_features, stochastic_raw), SIGMA_TYPE_F64, 1, 0},
    {"stochastic_k", "1", 0, 100, offsetof(sigma_features, stochastic_k), SIGMA_TYPE_F64, 1, 0},
    {"stochastic_d", "1", 0, 100, offsetof(sigma_features, stochastic_d), SIGMA_TYPE_F64, 1, 0},
    {"sma", "price", 0, 2e15, offsetof(sigma_features, sma), SIGMA_TYPE_F64, 1, 0},
    {"bollinger_middle", "price", 0, 2e15, offsetof(sigma_features, bollinger_middle),
     SIGMA_TYPE_F64, 1, 0},
    {"bollinger_upper", "price", 0, 1e18, offsetof(sigma_features, bollinger_upper), SIGMA_TYPE_F64,
     1, 0},
    {"bollinger_lower", "price", -1e18, 2e15, offsetof(sigma_features, bollinger_lower),
     SIGMA_TYPE_F64, 1, 0},
    {"bollinger_width", "1", 0, 1e4, offsetof(sigma_features, bollinger_width), SIGMA_TYPE_F64, 1,
     0},
    {"percent_b", "1", -1e4, 1e4, offsetof(sigma_features, percent_b), SIGMA_TYPE_F64, 1, 0},
    {"cci", "1", -1e4, 1e4, offsetof(sigma_features, cci), SIGMA_TYPE_F64, 1, 0},
    {"mfi", "1", 0, 100, offsetof(sigma_features, mfi), SIGMA_TYPE_F64, 1, 0},
    {"obv", "1", -2e33, 2e33, offsetof(sigma_features, obv), SIGMA_TYPE_F64, 1, 0},
    {"vwap", "price", 0, 1e15, offsetof(sigma_features, vwap), SIGMA_TYPE_F64, 1, 0},
    {"vwap_session", "price", 0, 1e15, offsetof(sigma_features, vwap_session), SIGMA_TYPE_F64, 1,
     0},
    {"volatility", "1", 0, 1e12, offsetof(sigma_features, volatility), SIGMA_TYPE_F64, 1, 0},
    {"volatility_ewma", "1", 0, 1e12, offsetof(sigma_features, volatility_ewma), SIGMA_TYPE_F64, 1,
     0},
    {"zscore", "std dev", -100, 100, offsetof(sigma_features, zscore), SIGMA_TYPE_F64, 1, 0},
    {"slope", "price", -1e16, 1e16, offsetof(sigma_features, slope), SIGMA_TYPE_F64, 1, 0},
    {"slope_relative", "1", -1e32, 1e32, offsetof(sigma_features, slope_relative), SIGMA_TYPE_F64,
     1, 0},
    {"up", "1", 0, 1, offsetof(sigma_features, up), SIGMA_TYPE_F64, 1, 0},
    {"ready", "", 0, SIGMA_FEATURE_COUNT - 1, offsetof(sigma_features, ready), SIGMA_TYPE_BITS, 1,
     SIGMA_VOCABULARY_FEATURE},
};

const sigma_field sigma_market_result_fields[SIGMA_MARKET_RESULT_FIELDS] = {
    {"time", "ns", -9.15e18, 9.15e18, offsetof(sigma_market_result, time), SIGMA_TYPE_TIME, 1, 0},
    {"interval", "ns", 1, 31622400000000000.0, offsetof(sigma_market_result, interval),
     SIGMA_TYPE_I64, 1, 0},
    {"close", "price", 1e-15, 1e15, offsetof(sigma_market_result, close), SIGMA_TYPE_F64, 1, 0},
    {"atr", "price", 0, 1e15, offsetof(sigma_market_result, atr), SIGMA_TYPE_F64, 1, 0},
    {"symbol", "", 1, 2147483647.0, offsetof(sigma_market_result, symbol), SIGMA_TYPE_I32, 1, 0},
    {"mark", "", SIGMA_PART_MARKET, SIGMA_PART_MARKET, offsetof(sigma_market_result, mark),
     SIGMA_TYPE_WORD, 1, SIGMA_VOCABULARY_PART},
};

bool sigma_market_result_in_range(const void *object)
{
    return sigma_table_inside(sigma_market_result_fields, SIGMA_MARKET_RESULT_FIELDS, object);
}
