/* SPDX-License-Identifier: MIT */
#include "fields.h"

#include "bytes.h"
#include "check.h"

static bool double_inside(const sigma_field *field, const void *at)
{
    double value;
    sigma_copy(&value, at, 8);
    return sigma_within(value, field->minimum, field->maximum);
}

static bool int32_inside(const sigma_field *field, const void *at)
{
    int32_t value;
    sigma_copy(&value, at, 4);
    return sigma_within(value, field->minimum, field->maximum);
}

/* Doubles of this size lie a thousand apart: a bound is compared as the integer that it is. */
static bool int64_inside(const sigma_field *field, const void *at)
{
    static const double BEYOND = 0x1p63;
    int64_t value;
    sigma_copy(&value, at, 8);
    return (field->minimum <= -BEYOND || value >= (int64_t)field->minimum) &&
           (field->maximum >= BEYOND || value <= (int64_t)field->maximum);
}

static bool bits_inside(const sigma_field *field, const void *at)
{
    uint64_t value;
    sigma_copy(&value, at, 8);
    return value >> (int32_t)field->maximum <= 1;
}

static bool terminated(const sigma_field *field, const char *at)
{
    for (int32_t i = 0; i < field->count; i++) {
        if (at[i] == '\0') {
            return true;
        }
    }
    return false;
}

int32_t sigma_field_size(const sigma_field *field)
{
    switch (field->type) {
    case SIGMA_TYPE_I32:
    case SIGMA_TYPE_U32:
    case SIGMA_TYPE_WORD: return 4;
    case SIGMA_TYPE_TEXT: return 1;
    default: return 8;
    }
}

static bool inside(const sigma_field *field, const char *at)
{
    switch (field->type) {
    case SIGMA_TYPE_I32:
    case SIGMA_TYPE_WORD: return int32_inside(field, at);
    case SIGMA_TYPE_I64:
    case SIGMA_TYPE_TIME: return int64_inside(field, at);
    case SIGMA_TYPE_BITS: return bits_inside(field, at);
    default: return true; /* every U32 is in range, a STRUCT has a table of its own */
    }
}

static bool each_inside(const sigma_field *field, const char *at)
{
    int32_t size = sigma_field_size(field);

    for (int32_t i = 0; i < field->count; i++) {
        if (!inside(field, at + i * size)) {
            return false;
        }
    }
    return true;
}

static bool doubles_inside(const sigma_field *field, const char *at)
{
    bool valid = true;

    for (int32_t i = 0; i < field->count; i++) {
        valid &= double_inside(field, at + 8 * i);
    }
    return valid;
}

/* By far the most fields are doubles, and single numbers of four bytes. */
bool sigma_field_valid(const sigma_field *field, const void *object)
{
    const char *at = (const char *)object + field->offset;
    bool single = field->count == 1;

    switch (field->type) {
    case SIGMA_TYPE_F64: return single ? double_inside(field, at) : doubles_inside(field, at);
    case SIGMA_TYPE_I32:
    case SIGMA_TYPE_WORD: return single ? int32_inside(field, at) : each_inside(field, at);
    case SIGMA_TYPE_TEXT: return terminated(field, at);
    default: return each_inside(field, at);
    }
}

bool sigma_fields_valid(const sigma_field *fields, int32_t count, const void *object)
{
    int32_t i = 0;
    while (i < count && sigma_field_valid(&fields[i], object)) {
        i++;
    }
    return i >= count;
}
