/* SPDX-License-Identifier: MIT */
#include "fields.h"

#include "inside.h"

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

static bool each_inside(const sigma_field *field, const char *at)
{
    int32_t size = sigma_field_size(field);

    for (int32_t i = 0; i < field->count; i++) {
        if (!sigma_number_inside(field, at + i * size)) {
            return false;
        }
    }
    return true;
}

static bool doubles_inside(const sigma_field *field, const char *at)
{
    bool valid = true;

    for (int32_t i = 0; i < field->count; i++) {
        valid &= sigma_double_inside(field, at + 8 * i);
    }
    return valid;
}

bool sigma_field_valid(const sigma_field *field, const void *object)
{
    const char *at = (const char *)object + field->offset;
    bool single = field->count == 1;

    switch (field->type) {
    case SIGMA_TYPE_F64: return single ? sigma_double_inside(field, at) : doubles_inside(field, at);
    case SIGMA_TYPE_TEXT: return terminated(field, at);
    default: return single ? sigma_number_inside(field, at) : each_inside(field, at);
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
