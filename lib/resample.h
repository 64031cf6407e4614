/* SPDX-License-Identifier: MIT */
/* What one bar and many bars share. */
#ifndef SIGMA_LIB_RESAMPLE_H
#define SIGMA_LIB_RESAMPLE_H

#include <stdbool.h>

#include "sigma/resample.h"

bool sigma_resample_valid(const sigma_resample *resample, bool by_session);

/* One bar into a state that is thrown away on error; without a schedule on the grid of UTC. */
sigma_status sigma_resample_step(sigma_resample *next, const sigma_schedule *schedule,
                                 const sigma_bar *bar, sigma_resample_result *result);

#endif
