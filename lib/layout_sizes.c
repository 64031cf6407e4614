/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "layout.h"
#include "sigma/factors.h"

sigma_table sigma_table_of_sizes(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_FACTORS_PARAMS:
        return sigma_table_from("sigma_factors_params", sigma_factors_params_fields,
                                SIGMA_FACTORS_PARAMS_FIELDS, sizeof(sigma_factors_params));
    case SIGMA_KIND_FACTORS_SAMPLE:
        return sigma_table_from("sigma_factors_sample", sigma_factors_sample_fields,
                                SIGMA_FACTORS_SAMPLE_FIELDS, sizeof(sigma_factors_sample));
    case SIGMA_KIND_FACTORS_RESULT:
        return sigma_table_from("sigma_factors_result", sigma_factors_result_fields,
                                SIGMA_FACTORS_RESULT_FIELDS, sizeof(sigma_factors_result));
    default: return sigma_table_of_guards(kind);
    }
}
