/* SPDX-License-Identifier: MIT */
/* Structs with one value outside its range, made from the field tables. */
#ifndef SIGMA_TEST_DAMAGE_H
#define SIGMA_TEST_DAMAGE_H

#include "sigma/layout.h"

typedef void damage_seen(const void *damaged, const sigma_field *field, void *context);

/* Calls see once for each way to spoil one field of a good struct: below its least value, above its
 * greatest, NaN, both infinities, a bit too many, text without an end. Fields of nested structs are
 * spoilt too, and have their offset counted from the start of the good struct. Returns the number
 * of calls. */
int32_t damage_each(int32_t kind, const void *good, damage_seen *see, void *context);

/* Calls see with each double of a struct, nested ones included, turned into NaN or an infinity. */
int32_t damage_doubles(int32_t kind, const void *good, damage_seen *see, void *context);

#endif
