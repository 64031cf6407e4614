/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "layout.h"
#include "record.h"
#include "words.h"

static int32_t int32_at(const char *at)
{
    int32_t value;
    sigma_copy(&value, at, 4);
    return value;
}

static int64_t int64_at(const char *at)
{
    int64_t value;
    sigma_copy(&value, at, 8);
    return value;
}

static double double_at(const char *at)
{
    double value;
    sigma_copy(&value, at, 8);
    return value;
}

/* In quotation marks; the array that it stands in is copied as a whole. */
static inline void write_string(sigma_text *text, const char *string, int32_t size)
{
    char *room = sigma_text_room(text, size + 2);

    if (!room) {
        sigma_text_char(text, '"');
        sigma_text_string(text, string);
        sigma_text_char(text, '"');
        return;
    }
    int32_t length = 0;
    while (string[length]) {
        length++;
    }
    room[0] = '"';
    sigma_copy(room + 1, string, size);
    room[length + 1] = '"';
    text->length += length + 2;
}

static void write_word(sigma_text *text, int32_t vocabulary, int32_t code)
{
    const sigma_word *word = sigma_word_of(vocabulary, code);
    if (!word) {
        sigma_text_fail(text, SIGMA_E_RANGE);
        return;
    }
    write_string(text, word->name, (int32_t)sizeof word->name);
}

static void write_bits(sigma_text *text, int32_t vocabulary, uint64_t bits)
{
    bool first = true;
    sigma_text_char(text, '[');
    for (int32_t code = 0; bits != 0; code++, bits >>= 1) {
        if (bits & 1) {
            if (!first) {
                sigma_text_char(text, ',');
            }
            write_word(text, vocabulary, code);
            first = false;
        }
    }
    sigma_text_char(text, ']');
}

static void write_hex(sigma_text *text, uint32_t value)
{
    sigma_text_char(text, '"');
    sigma_text_hex(text, value);
    sigma_text_char(text, '"');
}

static void write_time(sigma_text *text, int64_t time)
{
    sigma_text_char(text, '"');
    sigma_text_time(text, time);
    sigma_text_char(text, '"');
}

static void write_element(sigma_text *text, const sigma_field *field, const char *at)
{
    switch (field->type) {
    case SIGMA_TYPE_F64: sigma_text_number(text, double_at(at)); break;
    case SIGMA_TYPE_I32: sigma_text_signed(text, int32_at(at)); break;
    case SIGMA_TYPE_I64: sigma_text_signed(text, int64_at(at)); break;
    case SIGMA_TYPE_U32: write_hex(text, (uint32_t)int32_at(at)); break;
    case SIGMA_TYPE_TIME: write_time(text, int64_at(at)); break;
    case SIGMA_TYPE_WORD: write_word(text, field->detail, int32_at(at)); break;
    case SIGMA_TYPE_BITS: write_bits(text, field->detail, (uint64_t)int64_at(at)); break;
    case SIGMA_TYPE_STRUCT: sigma_record_write(text, field->detail, at); break;
    default: sigma_text_fail(text, SIGMA_E_RANGE); break; /* no record holds TEXT */
    }
}

static void write_value(sigma_text *text, const sigma_field *field, const char *at, int32_t size)
{
    if (field->count == 1) {
        write_element(text, field, at);
        return;
    }
    for (int32_t i = 0; i < field->count; i++) {
        sigma_text_char(text, i == 0 ? '[' : ',');
        write_element(text, field, at + i * size);
    }
    sigma_text_char(text, ']');
}

/* A member, left out where it is all zero; whether it is still the first that is to come. */
static bool write_member(sigma_text *text, const sigma_field *field, const char *at, bool first)
{
    int32_t size = sigma_element_size(field);

    if (sigma_all_zero(at, field->count * size)) {
        return first;
    }
    if (!first) {
        sigma_text_char(text, ',');
    }
    write_string(text, field->name, (int32_t)sizeof field->name);
    sigma_text_char(text, ':');
    write_value(text, field, at, size);
    return false;
}

void sigma_record_write(sigma_text *text, int32_t kind, const void *object)
{
    sigma_table table = sigma_table_of(kind);
    bool first = true;

    sigma_text_char(text, '{');
    for (int32_t i = 0; i < table.count; i++) {
        const sigma_field *field = &table.fields[i];
        first = write_member(text, field, (const char *)object + field->offset, first);
    }
    sigma_text_char(text, '}');
}

void sigma_record_write_parts(sigma_text *text, int32_t kind, const void *const *parts)
{
    sigma_table table = sigma_table_of(kind);
    bool first = true;

    sigma_text_char(text, '{');
    for (int32_t i = 0; i < table.count; i++) {
        first = write_member(text, &table.fields[i], (const char *)parts[i], first);
    }
    sigma_text_char(text, '}');
}
