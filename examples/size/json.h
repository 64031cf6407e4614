/* SPDX-License-Identifier: MIT */
/* A decision, or what is wrong with a request, as one line of JSON. */
#ifndef SIZE_JSON_H
#define SIZE_JSON_H

#include "options.h"

void json_decision(const struct options *options, const sigma_decision *decision);
void json_error(const char *message);

#endif
