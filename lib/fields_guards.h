/* SPDX-License-Identifier: MIT */
/* The field tables of what guards grant; see fields.h. */
#ifndef SIGMA_LIB_FIELDS_GUARDS_H
#define SIGMA_LIB_FIELDS_GUARDS_H

#include "fields.h"

enum {
    SIGMA_PORTFOLIO_GRANT_FIELDS = 9,
    SIGMA_GATE_GRANT_FIELDS = 9,
    SIGMA_BREAKER_GRANT_FIELDS = 4,
    SIGMA_PROP_GRANT_FIELDS = 11,
    SIGMA_MONITOR_GRANT_FIELDS = 3,
};

extern const sigma_field sigma_portfolio_grant_fields[SIGMA_PORTFOLIO_GRANT_FIELDS];
extern const sigma_field sigma_gate_grant_fields[SIGMA_GATE_GRANT_FIELDS];
extern const sigma_field sigma_breaker_grant_fields[SIGMA_BREAKER_GRANT_FIELDS];
extern const sigma_field sigma_prop_grant_fields[SIGMA_PROP_GRANT_FIELDS];
extern const sigma_field sigma_monitor_grant_fields[SIGMA_MONITOR_GRANT_FIELDS];

#endif
