/* SPDX-License-Identifier: MIT */
/* Local clocks in whole seconds since 1970-01-01. */
#ifndef SIGMA_LIB_ZONE_H
#define SIGMA_LIB_ZONE_H

#include <stdbool.h>

#include "sigma/schedule.h"

bool sigma_zone_valid(const sigma_zone *zone);

/* (1) of sigma/schedule.h. */
int32_t sigma_zone_offset_at(const sigma_zone *zone, int64_t second);

/* The first instant at which the local clock shows this or a later time (2). */
int64_t sigma_zone_instant(const sigma_zone *zone, int64_t local);

#endif
