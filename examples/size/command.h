/* SPDX-License-Identifier: MIT */
/* The flags of sigma-size, and what --help says. */
#ifndef SIZE_COMMAND_H
#define SIZE_COMMAND_H

#include "../common/flags.h"
#include "options.h"

void command_declare(struct flags *flags, struct options *options);
void command_help(const struct flags *flags);

#endif
