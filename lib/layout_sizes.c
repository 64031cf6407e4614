/* SPDX-License-Identifier: MIT */
#include "fields_sizes.h"
#include "layout.h"
#include "sigma/automatic.h"
#include "sigma/factors.h"
#include "sigma/kelly.h"
#include "sigma/scaling.h"

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
    case SIGMA_KIND_SCALING_PARAMS:
        return sigma_table_from("sigma_scaling_params", sigma_scaling_params_fields,
                                SIGMA_SCALING_PARAMS_FIELDS, sizeof(sigma_scaling_params));
    case SIGMA_KIND_SCALING_SAMPLE:
        return sigma_table_from("sigma_scaling_sample", sigma_scaling_sample_fields,
                                SIGMA_SCALING_SAMPLE_FIELDS, sizeof(sigma_scaling_sample));
    case SIGMA_KIND_SCALING_RESULT:
        return sigma_table_from("sigma_scaling_result", sigma_scaling_result_fields,
                                SIGMA_SCALING_RESULT_FIELDS, sizeof(sigma_scaling_result));
    case SIGMA_KIND_AUTOMATIC_PARAMS:
        return sigma_table_from("sigma_automatic_params", sigma_automatic_params_fields,
                                SIGMA_AUTOMATIC_PARAMS_FIELDS, sizeof(sigma_automatic_params));
    case SIGMA_KIND_AUTOMATIC_SAMPLE:
        return sigma_table_from("sigma_automatic_sample", sigma_automatic_sample_fields,
                                SIGMA_AUTOMATIC_SAMPLE_FIELDS, sizeof(sigma_automatic_sample));
    case SIGMA_KIND_AUTOMATIC_RESULT:
        return sigma_table_from("sigma_automatic_result", sigma_automatic_result_fields,
                                SIGMA_AUTOMATIC_RESULT_FIELDS, sizeof(sigma_automatic_result));
    case SIGMA_KIND_KELLY_CHANCES:
        return sigma_table_from("sigma_kelly_chances", sigma_kelly_chances_fields,
                                SIGMA_KELLY_CHANCES_FIELDS, sizeof(sigma_kelly_chances));
    case SIGMA_KIND_KELLY_FALL:
        return sigma_table_from("sigma_kelly_fall", sigma_kelly_fall_fields,
                                SIGMA_KELLY_FALL_FIELDS, sizeof(sigma_kelly_fall));
    default: return sigma_table_of_guards(kind);
    }
}
