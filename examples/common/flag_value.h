/* SPDX-License-Identifier: MIT */
/* What stands behind one flag: reading it, and saying what it should have been. */
#ifndef DRIVERS_FLAG_VALUE_H
#define DRIVERS_FLAG_VALUE_H

#include "flags.h"

/* Sets the target; false if the text cannot be read or is out of range. */
bool flag_read(const struct flag *flag, const char *given);

/* Reports what was expected, and what was found; NULL for nothing. */
void flag_expect(const struct flag *flag, const char *found);

#endif
