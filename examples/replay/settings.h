/* SPDX-License-Identifier: MIT */
/* What a config says of a replay. Flags go over it; what it does not speak of is as without it. */
#ifndef REPLAY_SETTINGS_H
#define REPLAY_SETTINGS_H

#include "options.h"

/* Reads --config, if it is given, into the options, before the flags are applied. */
bool settings_take(struct options *options, const struct flags *flags);

/* The policy of all decisions. */
sigma_status settings_policy(const struct options *options, sigma_policy *policy);

/* Asks for no part of the context but those that a replay knows; the others are a bot's. */
void settings_limit(sigma_policy *policy);

/* When to leave; without a style a position has its stop and its target, and nothing moves. */
sigma_status settings_exits(const struct options *options, sigma_exits_params *rules);

/* How to tell regimes apart on bars of this length. */
sigma_status settings_regime(const struct options *options, int64_t interval,
                             sigma_regime_params *params);

/* What is in effect, with the symbols of the files that were named. */
bool settings_print(struct options *options);

#endif
