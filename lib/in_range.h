/* SPDX-License-Identifier: MIT */
/* Whether what a decision rests on is in the ranges of its field table; see inside.h. Nested
 * structs are passed over. */
#ifndef SIGMA_LIB_IN_RANGE_H
#define SIGMA_LIB_IN_RANGE_H

#include <stdbool.h>

bool sigma_symbol_in_range(const void *object);
bool sigma_account_result_in_range(const void *object);
bool sigma_market_result_in_range(const void *object);
bool sigma_portfolio_result_in_range(const void *object);
bool sigma_portfolio_grant_in_range(const void *object);
bool sigma_edge_in_range(const void *object);
bool sigma_advice_result_in_range(const void *object);
bool sigma_stops_params_in_range(const void *object);
bool sigma_stops_sample_in_range(const void *object);
bool sigma_factors_params_in_range(const void *object);
bool sigma_factors_sample_in_range(const void *object);
bool sigma_sizing_params_in_range(const void *object);
bool sigma_sizing_sample_in_range(const void *object);
bool sigma_breaker_grant_in_range(const void *object);
bool sigma_gate_grant_in_range(const void *object);
bool sigma_monitor_grant_in_range(const void *object);
bool sigma_prop_grant_in_range(const void *object);
bool sigma_policy_in_range(const void *object);
bool sigma_proposal_in_range(const void *object);

#endif
