/* SPDX-License-Identifier: MIT */
/* What a config says of a replay. Flags go over it; what it does not speak of is as without it. */
#ifndef REPLAY_SETTINGS_H
#define REPLAY_SETTINGS_H

#include "options.h"

/* Reads --config, if it is given, into the options, before the flags are applied. */
bool settings_take(struct options *options, const struct flags *flags);

/* The policy of all decisions. */
sigma_status settings_policy(const struct options *options, sigma_policy *policy);

/* What the guards of a replay go by. */
struct guard_settings {
    sigma_portfolio_params portfolio;
    sigma_correlation_params correlation;
    sigma_gate_params gate;
    sigma_breaker_params breaker;
    sigma_monitor_params monitor;
    sigma_advice_params advice;
};

sigma_status settings_guards(const struct options *options, struct guard_settings *guards);

/* When the market trades; around the clock, with days of UTC, where no config says so. */
const sigma_schedule *settings_schedule(const struct options *options);

/* The rules of a firm; all zero without one. */
sigma_status settings_firm(const struct options *options, sigma_prop_params *rules);

/* When to leave; without a style a position has its stop and its target, and nothing moves. */
sigma_status settings_exits(const struct options *options, sigma_exits_params *rules);

/* How to tell regimes apart on bars of this length. */
sigma_status settings_regime(const struct options *options, int64_t interval,
                             sigma_regime_params *params);

/* What is in effect, with the symbols of the files that were named. */
bool settings_print(struct options *options);

#endif
