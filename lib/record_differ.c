/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "layout.h"
#include "record.h"

static bool differ_at(sigma_text *path, const sigma_field *field, int32_t index, const char *a,
                      const char *b)
{
    int32_t size = sigma_element_size(field);

    if (sigma_same(a + index * size, b + index * size, size)) {
        return false;
    }
    sigma_text_string(path, field->name);
    if (field->count > 1) {
        sigma_text_char(path, '[');
        sigma_text_signed(path, index);
        sigma_text_char(path, ']');
    }
    if (field->type == SIGMA_TYPE_STRUCT) {
        sigma_text_char(path, '.');
        return sigma_record_differ(path, field->detail, a + index * size, b + index * size);
    }
    return true;
}

bool sigma_record_differ(sigma_text *path, int32_t kind, const void *a, const void *b)
{
    sigma_table table = sigma_table_of(kind);

    for (int32_t i = 0; i < table.count; i++) {
        const sigma_field *field = &table.fields[i];
        const char *in_a = (const char *)a + field->offset;
        const char *in_b = (const char *)b + field->offset;
        for (int32_t index = 0; index < field->count; index++) {
            if (differ_at(path, field, index, in_a, in_b)) {
                return true;
            }
        }
    }
    return false;
}
