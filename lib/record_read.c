/* SPDX-License-Identifier: MIT */
#include "bytes.h"
#include "layout.h"
#include "record.h"
#include "sigma/calendar.h"
#include "sigma/number.h"
#include "sigma/words.h"

static void require(sigma_reader *r, bool condition)
{
    r->failed |= !condition;
}

/* Passes over a literal if it comes next. */
static bool accept(sigma_reader *r, const char *literal)
{
    const char *next = r->next;
    while (*literal && next < r->end && *next == *literal) {
        next++;
        literal++;
    }
    bool there = !r->failed && *literal == '\0';
    r->next = there ? next : r->next;
    return there;
}

void sigma_reader_expect(sigma_reader *r, const char *literal)
{
    require(r, accept(r, literal));
}

/* ---- single values */

static bool in_number(char c)
{
    return ('0' <= c && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e';
}

static void read_number(sigma_reader *r, char *at)
{
    const char *start = r->next;
    double value;

    while (r->next < r->end && in_number(*r->next)) {
        r->next++;
    }
    require(r, sigma_number_read(start, (int32_t)(r->next - start), &value) == SIGMA_OK);
    sigma_copy(at, &value, 8);
}

/* Digits beyond 64 bits wrap around, and the comparison with what is written again tells. */
static int64_t take_integer(sigma_reader *r)
{
    bool negative = accept(r, "-");
    uint64_t value = 0;

    require(r, r->next < r->end && '0' <= *r->next && *r->next <= '9');
    while (r->next < r->end && '0' <= *r->next && *r->next <= '9') {
        value = 10 * value + (uint64_t)(*r->next++ - '0');
    }
    value = negative ? 0 - value : value;
    return (int64_t)value;
}

static void read_int32(sigma_reader *r, char *at)
{
    int32_t value = (int32_t)(uint32_t)(uint64_t)take_integer(r);
    sigma_copy(at, &value, 4);
}

static void read_int64(sigma_reader *r, char *at)
{
    int64_t value = take_integer(r);
    sigma_copy(at, &value, 8);
}

/* The characters up to the next quotation mark, which is passed over too. */
static const char *take_string(sigma_reader *r, int32_t *length)
{
    sigma_reader_expect(r, "\"");
    const char *start = r->next;
    while (r->next < r->end && *r->next != '"') {
        r->next++;
    }
    *length = (int32_t)(r->next - start);
    sigma_reader_expect(r, "\"");
    return start;
}

static int32_t hex_digit(char c)
{
    if ('0' <= c && c <= '9') {
        return c - '0';
    }
    return 'a' <= c && c <= 'f' ? c - 'a' + 10 : 0;
}

static void read_hex(sigma_reader *r, char *at)
{
    int32_t length;
    const char *digits = take_string(r, &length);
    uint32_t value = 0;

    for (int32_t i = 0; i < length; i++) {
        value = value << 4 | (uint32_t)hex_digit(digits[i]);
    }
    sigma_copy(at, &value, 4);
}

static void read_time(sigma_reader *r, char *at)
{
    int32_t length;
    const char *string = take_string(r, &length);
    int64_t time;

    require(r, sigma_calendar_read(string, length, &time) == SIGMA_OK);
    sigma_copy(at, &time, 8);
}

static int32_t take_word(sigma_reader *r, int32_t vocabulary)
{
    int32_t length, code;
    const char *string = take_string(r, &length);

    require(r, sigma_word_read(vocabulary, string, length, &code) == SIGMA_OK);
    return code;
}

static void read_word(sigma_reader *r, int32_t vocabulary, char *at)
{
    int32_t code = take_word(r, vocabulary);
    sigma_copy(at, &code, 4);
}

static void read_bits(sigma_reader *r, int32_t vocabulary, char *at)
{
    uint64_t bits = 0;

    sigma_reader_expect(r, "[");
    while (!r->failed && !accept(r, "]")) {
        bits |= UINT64_C(1) << take_word(r, vocabulary);
        (void)accept(r, ",");
    }
    sigma_copy(at, &bits, 8);
}

/* ---- structs */

static void read_element(sigma_reader *r, const sigma_field *field, char *at)
{
    switch (field->type) {
    case SIGMA_TYPE_F64: read_number(r, at); break;
    case SIGMA_TYPE_I32: read_int32(r, at); break;
    case SIGMA_TYPE_I64: read_int64(r, at); break;
    case SIGMA_TYPE_U32: read_hex(r, at); break;
    case SIGMA_TYPE_TIME: read_time(r, at); break;
    case SIGMA_TYPE_WORD: read_word(r, field->detail, at); break;
    case SIGMA_TYPE_BITS: read_bits(r, field->detail, at); break;
    case SIGMA_TYPE_STRUCT: sigma_record_read(r, field->detail, at); break;
    default: require(r, false); break; /* no record holds TEXT */
    }
}

static void read_value(sigma_reader *r, const sigma_field *field, char *at)
{
    int32_t size = sigma_element_size(field);

    if (field->count == 1) {
        read_element(r, field, at);
        return;
    }
    for (int32_t i = 0; i < field->count && !r->failed; i++) {
        sigma_reader_expect(r, i == 0 ? "[" : ",");
        read_element(r, field, at + i * size);
    }
    sigma_reader_expect(r, "]");
}

/* Passes over the name of a member if it comes next. */
static bool accept_name(sigma_reader *r, const char *name)
{
    sigma_reader ahead = *r;
    bool there = accept(&ahead, "\"") && accept(&ahead, name) && accept(&ahead, "\":");
    r->next = there ? ahead.next : r->next;
    return there;
}

void sigma_record_read(sigma_reader *r, int32_t kind, void *object)
{
    sigma_table table = sigma_table_of(kind);

    sigma_reader_expect(r, "{");
    for (int32_t i = 0; i < table.count && !r->failed; i++) {
        const sigma_field *field = &table.fields[i];
        if (accept_name(r, field->name)) {
            read_value(r, field, (char *)object + field->offset);
            (void)accept(r, ",");
        }
    }
    sigma_reader_expect(r, "}");
}
