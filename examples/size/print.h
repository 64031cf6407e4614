/* SPDX-License-Identifier: MIT */
/* A decision for people to read. */
#ifndef SIZE_PRINT_H
#define SIZE_PRINT_H

#include "options.h"

void print_decision(const struct options *options, const sigma_decision *decision);

#endif
