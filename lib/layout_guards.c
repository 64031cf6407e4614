/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "layout.h"
#include "sigma/exits.h"

sigma_table sigma_table_of_guards(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_EXITS_PARAMS:
        return sigma_table_from("sigma_exits_params", sigma_exits_params_fields,
                                SIGMA_EXITS_PARAMS_FIELDS, sizeof(sigma_exits_params));
    case SIGMA_KIND_EXITS_ENTRY:
        return sigma_table_from("sigma_exits_entry", sigma_exits_entry_fields,
                                SIGMA_EXITS_ENTRY_FIELDS, sizeof(sigma_exits_entry));
    case SIGMA_KIND_EXITS_SAMPLE:
        return sigma_table_from("sigma_exits_sample", sigma_exits_sample_fields,
                                SIGMA_EXITS_SAMPLE_FIELDS, sizeof(sigma_exits_sample));
    case SIGMA_KIND_EXITS:
        return sigma_table_from("sigma_exits", sigma_exits_fields, SIGMA_EXITS_FIELDS,
                                sizeof(sigma_exits));
    case SIGMA_KIND_EXITS_RESULT:
        return sigma_table_from("sigma_exits_result", sigma_exits_result_fields,
                                SIGMA_EXITS_RESULT_FIELDS, sizeof(sigma_exits_result));
    default: return sigma_table_of_indicators(kind);
    }
}
