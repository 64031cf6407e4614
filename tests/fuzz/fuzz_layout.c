/* SPDX-License-Identifier: MIT */
/* Any object of any kind: the first field out of its range is named, with its place; and every
 * table is whole. */
#include <string.h>

#include "fuzz.h"

enum { LARGEST = 131072 };

static void describe(fuzz_input *in, int32_t kind)
{
    char buffer[SIGMA_LAYOUT_SPACE + 4];
    int32_t size = -1, count = -1, length = 0, index = fuzz_pick(in, 24) - 2;
    int32_t capacity = fuzz_rarely(in) ? fuzz_pick(in, 24) - 4 : SIGMA_LAYOUT_SPACE;
    sigma_field field;
    sigma_status status = sigma_layout_size(kind, &size, &count);

    (void)fuzz_saw_numbers("sigma_layout_size", status, &size, 4, 1);
    (void)fuzz_saw_numbers("sigma_layout_size", status, &count, 4, 1);
    REQUIRE(status == SIGMA_OK ? 0 < size && size <= LARGEST && count > 0
                               : size == 0 && count == 0);
    REQUIRE((status == SIGMA_OK) == (0 < kind && kind < SIGMA_KIND_COUNT));
    memset(buffer, '#', sizeof buffer);
    (void)fuzz_saw_text("sigma_layout_name", sigma_layout_name(kind, buffer, capacity, &length),
                        buffer, (int32_t)sizeof buffer, capacity, &length);
    status = sigma_layout_field(kind, index, &field);
    (void)fuzz_saw_result("sigma_layout_field", status, SIGMA_KIND_FIELD, &field);
    REQUIRE((status == SIGMA_OK) == (0 <= index && index < count));
}

/* The offending field has a name and lies in the object. */
static void check(fuzz_input *in, int32_t kind, char *object, int32_t size)
{
    sigma_field field;

    if (size > 0) {
        fuzz_object(in, kind, object);
    }
    sigma_status status = sigma_layout_check(kind, object, &field);
    (void)fuzz_saw_struct("sigma_layout_check", status, SIGMA_KIND_FIELD, &field);
    REQUIRE(status == SIGMA_OK || status == SIGMA_E_RANGE);
    REQUIRE(status == SIGMA_E_RANGE || fuzz_is_zero(&field, sizeof field));
    if (status == SIGMA_E_RANGE && size > 0) {
        REQUIRE(field.name[0] != '\0' && memchr(field.name, '\0', sizeof field.name) != NULL);
        REQUIRE(0 <= field.offset && field.offset < size && field.type != SIGMA_TYPE_STRUCT);
    }
}

void fuzz_layout(fuzz_input *in)
{
    static char object[LARGEST]; /* more than the stack of WebAssembly */
    int32_t number;
    sigma_field field;

    while (fuzz_more(in)) {
        int32_t kind = fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, SIGMA_KIND_COUNT + 1);
        describe(in, kind);
        check(in, kind, object, fuzz_size(kind));
    }
    fuzz_saw_null("sigma_layout_size", sigma_layout_size(1, NULL, &number));
    fuzz_saw_null("sigma_layout_size", sigma_layout_size(1, &number, NULL));
    fuzz_saw_null("sigma_layout_name", sigma_layout_name(1, NULL, 32, &number));
    fuzz_saw_null("sigma_layout_name", sigma_layout_name(1, object, 32, NULL));
    fuzz_saw_null("sigma_layout_field", sigma_layout_field(1, 0, NULL));
    fuzz_saw_null("sigma_layout_check", sigma_layout_check(1, NULL, &field));
    fuzz_saw_null("sigma_layout_check", sigma_layout_check(1, object, NULL));
}
