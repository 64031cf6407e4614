/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "layout.h"
#include "sigma/journal.h"
#include "sigma/kelly.h"

sigma_table sigma_table_of_trades(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_TRADE:
        return sigma_table_from("sigma_trade", sigma_trade_fields, SIGMA_TRADE_FIELDS,
                                sizeof(sigma_trade));
    case SIGMA_KIND_JOURNAL_BANDS:
        return sigma_table_from("sigma_journal_bands", sigma_journal_bands_fields,
                                SIGMA_JOURNAL_BANDS_FIELDS, sizeof(sigma_journal_bands));
    case SIGMA_KIND_JOURNAL_PARAMS:
        return sigma_table_from("sigma_journal_params", sigma_journal_params_fields,
                                SIGMA_JOURNAL_PARAMS_FIELDS, sizeof(sigma_journal_params));
    case SIGMA_KIND_JOURNAL_ENTRY:
        return sigma_table_from("sigma_journal_entry", sigma_journal_entry_fields,
                                SIGMA_JOURNAL_ENTRY_FIELDS, sizeof(sigma_journal_entry));
    case SIGMA_KIND_JOURNAL_SUMS:
        return sigma_table_from("sigma_journal_sums", sigma_journal_sums_fields,
                                SIGMA_JOURNAL_SUMS_FIELDS, sizeof(sigma_journal_sums));
    case SIGMA_KIND_JOURNAL_TOTALS:
        return sigma_table_from("sigma_journal_totals", sigma_journal_totals_fields,
                                SIGMA_JOURNAL_TOTALS_FIELDS, sizeof(sigma_journal_totals));
    case SIGMA_KIND_JOURNAL_TENTH:
        return sigma_table_from("sigma_journal_tenth", sigma_journal_tenth_fields,
                                SIGMA_JOURNAL_TENTH_FIELDS, sizeof(sigma_journal_tenth));
    case SIGMA_KIND_JOURNAL_CLAIMS:
        return sigma_table_from("sigma_journal_claims", sigma_journal_claims_fields,
                                SIGMA_JOURNAL_CLAIMS_FIELDS, sizeof(sigma_journal_claims));
    case SIGMA_KIND_JOURNAL:
        return sigma_table_from("sigma_journal", sigma_journal_fields, SIGMA_JOURNAL_FIELDS,
                                sizeof(sigma_journal));
    case SIGMA_KIND_JOURNAL_SERIES:
        return sigma_table_from("sigma_journal_series", sigma_journal_series_fields,
                                SIGMA_JOURNAL_SERIES_FIELDS, sizeof(sigma_journal_series));
    case SIGMA_KIND_JOURNAL_RESULT:
        return sigma_table_from("sigma_journal_result", sigma_journal_result_fields,
                                SIGMA_JOURNAL_RESULT_FIELDS, sizeof(sigma_journal_result));
    case SIGMA_KIND_JOURNAL_DROP:
        return sigma_table_from("sigma_journal_drop", sigma_journal_drop_fields,
                                SIGMA_JOURNAL_DROP_FIELDS, sizeof(sigma_journal_drop));
    case SIGMA_KIND_JOURNAL_COMPARISON:
        return sigma_table_from("sigma_journal_comparison", sigma_journal_comparison_fields,
                                SIGMA_JOURNAL_COMPARISON_FIELDS, sizeof(sigma_journal_comparison));
    case SIGMA_KIND_JOURNAL_DECILE:
        return sigma_table_from("sigma_journal_decile", sigma_journal_decile_fields,
                                SIGMA_JOURNAL_DECILE_FIELDS, sizeof(sigma_journal_decile));
    case SIGMA_KIND_JOURNAL_CALIBRATION:
        return sigma_table_from("sigma_journal_calibration", sigma_journal_calibration_fields,
                                SIGMA_JOURNAL_CALIBRATION_FIELDS,
                                sizeof(sigma_journal_calibration));
    case SIGMA_KIND_KELLY_PARAMS:
        return sigma_table_from("sigma_kelly_params", sigma_kelly_params_fields,
                                SIGMA_KELLY_PARAMS_FIELDS, sizeof(sigma_kelly_params));
    case SIGMA_KIND_KELLY_RESULT:
        return sigma_table_from("sigma_kelly_result", sigma_kelly_result_fields,
                                SIGMA_KELLY_RESULT_FIELDS, sizeof(sigma_kelly_result));
    case SIGMA_KIND_KELLY_SAMPLE:
        return sigma_table_from("sigma_kelly_sample", sigma_kelly_sample_fields,
                                SIGMA_KELLY_SAMPLE_FIELDS, sizeof(sigma_kelly_sample));
    case SIGMA_KIND_KELLY_FLOOR_RESULT:
        return sigma_table_from("sigma_kelly_floor_result", sigma_kelly_floor_result_fields,
                                SIGMA_KELLY_FLOOR_RESULT_FIELDS, sizeof(sigma_kelly_floor_result));
    case SIGMA_KIND_EDGE:
        return sigma_table_from("sigma_edge", sigma_edge_fields, SIGMA_EDGE_FIELDS,
                                sizeof(sigma_edge));
    default: return sigma_table_of_sizes(kind);
    }
}
