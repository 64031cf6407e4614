/* SPDX-License-Identifier: MIT */
/* Steps of averages, for a state of its own and for what holds several. */
#ifndef SIGMA_LIB_AVERAGE_H
#define SIGMA_LIB_AVERAGE_H

#include "sigma/average.h"

/* Takes one number, and returns what the update of the same name does. On an error the state may be
 * left half done: whoever calls holds a copy. */
sigma_status sigma_ema_advance(sigma_ema *ema, double x);
sigma_status sigma_macd_advance(sigma_macd *macd, double close);

#endif
