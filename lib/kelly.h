/* SPDX-License-Identifier: MIT */
#ifndef SIGMA_LIB_KELLY_H
#define SIGMA_LIB_KELLY_H

#include <stdbool.h>

#include "sigma/kelly.h"

/* (1), held in 0 to 1; 0 for a payoff of 0. */
double sigma_kelly_of_odds(double win_rate, double payoff);

/* (16): the chance that a Brownian motion falls by 1 below its highest value, of drift pull per
 * variance, within a time at which its variance is spread > 0. */
double sigma_kelly_peak_chance(double pull, double spread);

bool sigma_kelly_params_valid(const sigma_kelly_params *params);

#endif
