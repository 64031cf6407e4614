/* SPDX-License-Identifier: MIT */
/* Tables of the indicators. */
#include "fields.h"
#include "layout.h"
#include "sigma/average.h"
#include "sigma/momentum.h"
#include "sigma/trend.h"
#include "sigma/volatility.h"
#include "sigma/volume.h"

sigma_table sigma_table_of_indicators(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_SMA:
        return sigma_table_from("sigma_sma", sigma_sma_fields, SIGMA_SMA_FIELDS, sizeof(sigma_sma));
    case SIGMA_KIND_EMA:
        return sigma_table_from("sigma_ema", sigma_ema_fields, SIGMA_EMA_FIELDS, sizeof(sigma_ema));
    case SIGMA_KIND_MACD:
        return sigma_table_from("sigma_macd", sigma_macd_fields, SIGMA_MACD_FIELDS,
                                sizeof(sigma_macd));
    case SIGMA_KIND_MACD_RESULT:
        return sigma_table_from("sigma_macd_result", sigma_macd_result_fields,
                                SIGMA_MACD_RESULT_FIELDS, sizeof(sigma_macd_result));
    case SIGMA_KIND_ATR:
        return sigma_table_from("sigma_atr", sigma_atr_fields, SIGMA_ATR_FIELDS, sizeof(sigma_atr));
    case SIGMA_KIND_BOLLINGER:
        return sigma_table_from("sigma_bollinger", sigma_bollinger_fields, SIGMA_BOLLINGER_FIELDS,
                                sizeof(sigma_bollinger));
    case SIGMA_KIND_BOLLINGER_RESULT:
        return sigma_table_from("sigma_bollinger_result", sigma_bollinger_result_fields,
                                SIGMA_BOLLINGER_RESULT_FIELDS, sizeof(sigma_bollinger_result));
    case SIGMA_KIND_ADX:
        return sigma_table_from("sigma_adx", sigma_adx_fields, SIGMA_ADX_FIELDS, sizeof(sigma_adx));
    case SIGMA_KIND_ADX_RESULT:
        return sigma_table_from("sigma_adx_result", sigma_adx_result_fields,
                                SIGMA_ADX_RESULT_FIELDS, sizeof(sigma_adx_result));
    case SIGMA_KIND_ZSCORE:
        return sigma_table_from("sigma_zscore", sigma_zscore_fields, SIGMA_ZSCORE_FIELDS,
                                sizeof(sigma_zscore));
    case SIGMA_KIND_SLOPE:
        return sigma_table_from("sigma_slope", sigma_slope_fields, SIGMA_SLOPE_FIELDS,
                                sizeof(sigma_slope));
    case SIGMA_KIND_SLOPE_RESULT:
        return sigma_table_from("sigma_slope_result", sigma_slope_result_fields,
                                SIGMA_SLOPE_RESULT_FIELDS, sizeof(sigma_slope_result));
    case SIGMA_KIND_CCI:
        return sigma_table_from("sigma_cci", sigma_cci_fields, SIGMA_CCI_FIELDS, sizeof(sigma_cci));
    case SIGMA_KIND_RSI:
        return sigma_table_from("sigma_rsi", sigma_rsi_fields, SIGMA_RSI_FIELDS, sizeof(sigma_rsi));
    case SIGMA_KIND_OBV:
        return sigma_table_from("sigma_obv", sigma_obv_fields, SIGMA_OBV_FIELDS, sizeof(sigma_obv));
    case SIGMA_KIND_VWAP:
        return sigma_table_from("sigma_vwap", sigma_vwap_fields, SIGMA_VWAP_FIELDS,
                                sizeof(sigma_vwap));
    case SIGMA_KIND_STOCHASTIC:
        return sigma_table_from("sigma_stochastic", sigma_stochastic_fields,
                                SIGMA_STOCHASTIC_FIELDS, sizeof(sigma_stochastic));
    case SIGMA_KIND_STOCHASTIC_RESULT:
        return sigma_table_from("sigma_stochastic_result", sigma_stochastic_result_fields,
                                SIGMA_STOCHASTIC_RESULT_FIELDS, sizeof(sigma_stochastic_result));
    case SIGMA_KIND_MFI:
        return sigma_table_from("sigma_mfi", sigma_mfi_fields, SIGMA_MFI_FIELDS, sizeof(sigma_mfi));
    case SIGMA_KIND_VOLATILITY:
        return sigma_table_from("sigma_volatility", sigma_volatility_fields,
                                SIGMA_VOLATILITY_FIELDS, sizeof(sigma_volatility));
    case SIGMA_KIND_EWMA:
        return sigma_table_from("sigma_ewma", sigma_ewma_fields, SIGMA_EWMA_FIELDS,
                                sizeof(sigma_ewma));
    default: return (sigma_table){0};
    }
}
