/* SPDX-License-Identifier: MIT */
/* What --config reads and --print-config prints; without libyaml both only say that it lacks. */
#ifndef DRIVERS_CONFIG_H
#define DRIVERS_CONFIG_H

#include <sigma/config.h>
#include <stdbool.h>

#include "flags.h"

/* Adds the two flags. */
void config_flags(struct flags *flags);

/* Whether there is a config to speak of: one of the two flags was given. */
bool config_asked(const struct flags *flags);

/* Reads the file behind --config, or sets the defaults without one; reports what is wrong. */
bool config_take(const struct flags *flags, sigma_config *config);

/* What it says of how its symbols move together: every symbol, in its order. */
sigma_status config_correlate(const sigma_config *config, sigma_correlation *correlation);

/* Prints the effective values as YAML, and reports what cannot be. */
bool config_print(const sigma_config *config);

/* A symbol by its name, in upper or lower case, or the only one where name is NULL; NULL if there
 * is none. */
const sigma_config_symbol *config_symbol(const sigma_config *config, const char *name);

/* Puts facts in the place of the symbol of that name, or behind the others. */
void config_put_symbol(sigma_config *config, const char *name, const sigma_symbol *facts);

#endif
