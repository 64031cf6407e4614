/* SPDX-License-Identifier: MIT */
/** @file
 * The field tables of all public structs: what bindings, configuration and audit are made of.
 */
#ifndef SIGMA_LAYOUT_H
#define SIGMA_LAYOUT_H

#include "sigma/field.h"

/** Longest name of a struct with its terminating zero [bytes]. */
#define SIGMA_LAYOUT_SPACE 32

/**
 * Size of a struct.
 *
 * @param      kind   SIGMA_KIND_...
 * @param[out] size   As sizeof gives it [bytes]; 0 on error.
 * @param[out] count  Number of its fields [fields]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_layout_size(int32_t kind, int32_t *size,
                                                          int32_t *count);

/**
 * Name of a struct, such as "sigma_bar".
 *
 * @param      kind      SIGMA_KIND_...
 * @param[out] buffer    Receives the name; empty on error, if it has any space.
 * @param      capacity  Size of buffer [bytes], SIGMA_LAYOUT_SPACE always suffices.
 * @param[out] length    Length without the terminating zero [bytes]; 0 on error.
 * @return SIGMA_OK, SIGMA_E_NULL, SIGMA_E_RANGE or SIGMA_E_SPACE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_layout_name(int32_t kind, char *buffer,
                                                          int32_t capacity, int32_t *length);

/**
 * One field of a struct.
 *
 * @param      kind   SIGMA_KIND_...
 * @param      index  Number of the field, in the order of the struct, x >= 0.
 * @param[out] field  The field; all zero on error.
 * @return SIGMA_OK, SIGMA_E_NULL or SIGMA_E_RANGE.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_layout_field(int32_t kind, int32_t index,
                                                           sigma_field *field);

/**
 * Finds the first field that is out of its range, nested structs included.
 *
 * Relations between fields, such as low <= close, are not in the tables; the check or evaluate
 * function of the module judges them. A nested struct that may be absent, such as a part of the
 * context, is passed over where it is all zero.
 *
 * @param      kind    SIGMA_KIND_...
 * @param      object  The struct.
 * @param[out] field   The offending field, with its offset counted from the start of object; all
 *                     zero unless SIGMA_E_RANGE is returned for one.
 * @return SIGMA_OK, SIGMA_E_NULL, or SIGMA_E_RANGE for an offending field or no such kind.
 */
SIGMA_API SIGMA_MUST_CHECK sigma_status sigma_layout_check(int32_t kind, const void *object,
                                                           sigma_field *field);

#endif
