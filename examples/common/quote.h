/* SPDX-License-Identifier: MIT */
/* Foreign text as a JSON string. */
#ifndef DRIVERS_QUOTE_H
#define DRIVERS_QUOTE_H

#include "output.h"

/* Between quotation marks. What is not UTF-8 becomes U+FFFD, and `<` is escaped, so that JSON may
 * stand in a page. */
void quote_json(struct output *output, const char *string);

#endif
