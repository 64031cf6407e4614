/* SPDX-License-Identifier: MIT */
#ifndef SIGMA_LIB_FACTORS_H
#define SIGMA_LIB_FACTORS_H

#include <stdbool.h>

#include "sigma/factors.h"

bool sigma_factors_params_valid(const sigma_factors_params *params);
bool sigma_factors_sample_valid(const sigma_factors_sample *sample);

/* Of parameters and a moment that are valid. */
void sigma_factors_find(const sigma_factors_params *params, const sigma_factors_sample *sample,
                        sigma_factors_result *result);

#endif
