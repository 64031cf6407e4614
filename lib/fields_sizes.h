/* SPDX-License-Identifier: MIT */
/* The field tables of what sizes are made of; see fields.h. */
#ifndef SIGMA_LIB_FIELDS_SIZES_H
#define SIGMA_LIB_FIELDS_SIZES_H

#include "fields.h"

enum {
    SIGMA_KELLY_CHANCES_FIELDS = 3,
    SIGMA_KELLY_FALL_FIELDS = 4,
    SIGMA_FACTORS_PARAMS_FIELDS = 20,
    SIGMA_FACTORS_SAMPLE_FIELDS = 14,
    SIGMA_FACTORS_RESULT_FIELDS = 3,
    SIGMA_SCALING_PARAMS_FIELDS = 18,
    SIGMA_SCALING_SAMPLE_FIELDS = 8,
    SIGMA_SCALING_RESULT_FIELDS = 6,
    SIGMA_AUTOMATIC_PARAMS_FIELDS = 11,
    SIGMA_AUTOMATIC_SAMPLE_FIELDS = 19,
    SIGMA_AUTOMATIC_RESULT_FIELDS = 12,
};

extern const sigma_field sigma_kelly_chances_fields[SIGMA_KELLY_CHANCES_FIELDS];
extern const sigma_field sigma_kelly_fall_fields[SIGMA_KELLY_FALL_FIELDS];
extern const sigma_field sigma_factors_params_fields[SIGMA_FACTORS_PARAMS_FIELDS];
extern const sigma_field sigma_factors_sample_fields[SIGMA_FACTORS_SAMPLE_FIELDS];
extern const sigma_field sigma_factors_result_fields[SIGMA_FACTORS_RESULT_FIELDS];
extern const sigma_field sigma_scaling_params_fields[SIGMA_SCALING_PARAMS_FIELDS];
extern const sigma_field sigma_scaling_sample_fields[SIGMA_SCALING_SAMPLE_FIELDS];
extern const sigma_field sigma_scaling_result_fields[SIGMA_SCALING_RESULT_FIELDS];
extern const sigma_field sigma_automatic_params_fields[SIGMA_AUTOMATIC_PARAMS_FIELDS];
extern const sigma_field sigma_automatic_sample_fields[SIGMA_AUTOMATIC_SAMPLE_FIELDS];
extern const sigma_field sigma_automatic_result_fields[SIGMA_AUTOMATIC_RESULT_FIELDS];

#endif
