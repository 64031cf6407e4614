/* SPDX-License-Identifier: MIT */
#include "damage.h"

#include "test.h"

enum { LARGEST = 131072 };

typedef struct tour {
    const void *good;
    int32_t size;
    bool doubles_only;
    damage_seen *see;
    void *context;
    int32_t calls;
} tour;

static void spoil(tour *t, const sigma_field *field, int32_t offset, const void *value, size_t size)
{
    _Alignas(8) char damaged[LARGEST];
    memcpy(damaged, t->good, (size_t)t->size);
    memcpy(damaged + offset, value, size);
    t->see(damaged, field, t->context);
    t->calls++;
}

static void spoil_double(tour *t, const sigma_field *field, int32_t offset)
{
    const double bad[] = {NOT_A_NUMBER,
                          -NOT_A_NUMBER,
                          INFINITE,
                          -INFINITE,
                          nextafter(field->minimum, -INFINITE),
                          nextafter(field->maximum, INFINITE)};
    for (int32_t i = 0; i < (t->doubles_only ? 4 : COUNT_OF(bad)); i++) {
        spoil(t, field, offset, &bad[i], sizeof bad[i]);
    }
}

static void spoil_int32(tour *t, const sigma_field *field, int32_t offset)
{
    const int64_t bad[] = {(int64_t)field->minimum - 1, (int64_t)field->maximum + 1, INT32_MIN,
                           INT32_MAX};
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        int32_t value = (int32_t)bad[i];
        if (value == bad[i] && (value < field->minimum || value > field->maximum)) {
            spoil(t, field, offset, &value, sizeof value);
        }
    }
}

static void spoil_int64(tour *t, const sigma_field *field, int32_t offset)
{
    const int64_t ends[] = {INT64_MIN, INT64_MAX};
    const double bad[] = {field->minimum - 1.0, nextafter(field->minimum, -INFINITE),
                          field->maximum + 1.0, nextafter(field->maximum, INFINITE)};
    for (int32_t i = 0; i < COUNT_OF(ends); i++) {
        if ((double)ends[i] < field->minimum || (double)ends[i] > field->maximum) {
            spoil(t, field, offset, &ends[i], sizeof ends[i]);
        }
    }
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        int64_t value = fabs(bad[i]) < 0x1p63 ? (int64_t)bad[i] : 0;
        if ((double)value < field->minimum || (double)value > field->maximum) {
            spoil(t, field, offset, &value, sizeof value);
        }
    }
}

static void spoil_bits(tour *t, const sigma_field *field, int32_t offset)
{
    const uint64_t bad[] = {test_bit((int32_t)field->maximum + 1), test_bit(63), UINT64_MAX};
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        spoil(t, field, offset, &bad[i], sizeof bad[i]);
    }
}

static void spoil_text(tour *t, const sigma_field *field, int32_t offset)
{
    char endless[64];
    memset(endless, 'x', sizeof endless);
    assert_in_range(field->count, 1, sizeof endless);
    spoil(t, field, offset, endless, (size_t)field->count);
}

static void visit(tour *t, int32_t kind, int32_t base);

static void visit_nested(tour *t, const sigma_field *field, int32_t base)
{
    int32_t size, count;
    assert_int_equal(sigma_layout_size(field->detail, &size, &count), SIGMA_OK);
    for (int32_t i = 0; i < field->count; i++) {
        visit(t, field->detail, base + field->offset + i * size);
    }
}

static void visit_element(tour *t, const sigma_field *field, int32_t i)
{
    if (field->type == SIGMA_TYPE_F64) {
        spoil_double(t, field, field->offset + 8 * i);
    } else if (t->doubles_only) {
        return;
    } else if (field->type == SIGMA_TYPE_I32 || field->type == SIGMA_TYPE_WORD) {
        spoil_int32(t, field, field->offset + 4 * i);
    } else if (field->type == SIGMA_TYPE_I64 || field->type == SIGMA_TYPE_TIME) {
        spoil_int64(t, field, field->offset + 8 * i);
    } else if (field->type == SIGMA_TYPE_BITS) {
        spoil_bits(t, field, field->offset + 8 * i);
    } else if (field->type == SIGMA_TYPE_TEXT && i == 0) {
        spoil_text(t, field, field->offset);
    }
}

static void visit(tour *t, int32_t kind, int32_t base)
{
    int32_t size, count;
    assert_int_equal(sigma_layout_size(kind, &size, &count), SIGMA_OK);
    for (int32_t index = 0; index < count; index++) {
        sigma_field field;
        assert_int_equal(sigma_layout_field(kind, index, &field), SIGMA_OK);
        if (field.type == SIGMA_TYPE_STRUCT) {
            visit_nested(t, &field, base);
            continue;
        }
        field.offset += base;
        for (int32_t i = 0; i < field.count; i++) {
            visit_element(t, &field, i);
        }
    }
}

static int32_t start(tour t, int32_t kind)
{
    int32_t count;
    assert_int_equal(sigma_layout_size(kind, &t.size, &count), SIGMA_OK);
    assert_in_range(t.size, 1, LARGEST);
    visit(&t, kind, 0);
    return t.calls;
}

int32_t damage_each(int32_t kind, const void *good, damage_seen *see, void *context)
{
    return start((tour){.good = good, .see = see, .context = context}, kind);
}

int32_t damage_doubles(int32_t kind, const void *good, damage_seen *see, void *context)
{
    return start((tour){.good = good, .doubles_only = true, .see = see, .context = context}, kind);
}
