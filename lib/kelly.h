/* SPDX-License-Identifier: MIT */
#ifndef SIGMA_LIB_KELLY_H
#define SIGMA_LIB_KELLY_H

#include <stdbool.h>

#include "sigma/kelly.h"

bool sigma_kelly_params_valid(const sigma_kelly_params *params);

#endif
