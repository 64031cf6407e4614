/* SPDX-License-Identifier: MIT */
/* By what a trade is sized: a config, over which flags go, and what was published for a mode or a
 * profile. */
#ifndef SIZE_SETTINGS_H
#define SIZE_SETTINGS_H

#include "../common/flags.h"
#include "options.h"

/* Reads --config, if there is one. Both report what is wrong. */
bool settings_config(struct options *options, const struct flags *flags);

/* Symbol, policy and account. */
bool settings_take(struct options *options, const struct flags *flags);

#endif
