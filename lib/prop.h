/* SPDX-License-Identifier: MIT */
/* The rules of sigma/prop.h on states that were checked. */
#ifndef SIGMA_LIB_PROP_H
#define SIGMA_LIB_PROP_H

#include <stdbool.h>

#include "sigma/prop.h"

bool sigma_prop_params_valid(const sigma_prop_params *params);
bool sigma_prop_valid(const sigma_prop *prop);

/* What a day, or the account, may lose; 0 without the rule. */
double sigma_prop_daily(const sigma_prop *prop);
double sigma_prop_total(const sigma_prop *prop);

/* (1) and (2); 0 without the rule, for an account cannot lose more than it holds. */
double sigma_prop_daily_floor(const sigma_prop *prop);
double sigma_prop_total_floor(const sigma_prop *prop);

/* What the balance gained since the day began, and the best day so far with this one. */
double sigma_prop_today(const sigma_prop *prop);
double sigma_prop_best(const sigma_prop *prop);

/* What the best day is a share of. */
double sigma_prop_counted(const sigma_prop *prop);

/* Set of SIGMA_RULE_... that a pass still needs. */
uint64_t sigma_prop_missing(const sigma_prop *prop);

/* Differences below this are rounding. */
static inline double sigma_prop_noise(const sigma_prop *prop)
{
    return prop->params.start * 0x1p-40;
}

#endif
