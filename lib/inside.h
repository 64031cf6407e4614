/* SPDX-License-Identifier: MIT */
/* Whether numbers are in the range of their field.
 *
 * Reading a table row by row takes some thirty instructions a number, and 80 bytes of the cache.
 * What every decision asks about (in_range.h) is therefore asked in the files of the tables: a
 * compiler that sees the rows makes comparisons with constants of them, one behind the other, and
 * no loop whose place in memory could matter. The table stays the one place of the ranges. */
#ifndef SIGMA_LIB_INSIDE_H
#define SIGMA_LIB_INSIDE_H

#include "bytes.h"
#include "check.h"
#include "fields.h"

static inline bool sigma_double_inside(const sigma_field *field, const void *at)
{
    double value;
    sigma_copy(&value, at, 8);
    return sigma_within(value, field->minimum, field->maximum);
}

static inline bool sigma_int32_inside(const sigma_field *field, const void *at)
{
    int32_t value;
    sigma_copy(&value, at, 4);
    return sigma_within(value, field->minimum, field->maximum);
}

/* Doubles of this size lie a thousand apart: a bound is compared as the integer that it is. */
static inline bool sigma_int64_inside(const sigma_field *field, const void *at)
{
    static const double BEYOND = 0x1p63;
    int64_t value;
    sigma_copy(&value, at, 8);
    return (field->minimum <= -BEYOND || value >= (int64_t)field->minimum) &&
           (field->maximum >= BEYOND || value <= (int64_t)field->maximum);
}

static inline bool sigma_bits_inside(const sigma_field *field, const void *at)
{
    uint64_t value;
    sigma_copy(&value, at, 8);
    return value >> (int32_t)field->maximum <= 1;
}

static inline bool sigma_number_inside(const sigma_field *field, const void *at)
{
    switch (field->type) {
    case SIGMA_TYPE_F64: return sigma_double_inside(field, at);
    case SIGMA_TYPE_I32:
    case SIGMA_TYPE_WORD: return sigma_int32_inside(field, at);
    case SIGMA_TYPE_I64:
    case SIGMA_TYPE_TIME: return sigma_int64_inside(field, at);
    case SIGMA_TYPE_BITS: return sigma_bits_inside(field, at);
    default: return true; /* every U32 is in range, a STRUCT has a table of its own */
    }
}

#ifdef __GNUC__
static inline bool sigma_table_inside(const sigma_field *fields, int32_t count, const void *object)
    __attribute__((always_inline));
#endif

/* sigma_fields_valid() where the table is defined. Arrays and texts are read by their row. */
static inline bool sigma_table_inside(const sigma_field *fields, int32_t count, const void *object)
{
#ifdef __GNUC__
#pragma GCC unroll 64
#endif
    for (int32_t i = 0; i < count; i++) {
        const char *at = (const char *)object + fields[i].offset;
        if (!(fields[i].count == 1 ? sigma_number_inside(&fields[i], at)
                                   : sigma_field_valid(&fields[i], object))) {
            return false;
        }
    }
    return true;
}

#endif
