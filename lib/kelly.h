/* SPDX-License-Identifier: MIT */
#ifndef SIGMA_LIB_KELLY_H
#define SIGMA_LIB_KELLY_H

#include <stdbool.h>

#include "sigma/kelly.h"

/* (1), held in 0 to 1; 0 for a payoff of 0. */
double sigma_kelly_of_odds(double win_rate, double payoff);

bool sigma_kelly_params_valid(const sigma_kelly_params *params);

#endif
