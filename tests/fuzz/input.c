/* SPDX-License-Identifier: MIT */
/* Arguments out of bytes. Integer arithmetic and single operations on doubles alone, so that the
 * golden program gets the same ones everywhere. */
#include <string.h>

#include "fuzz.h"

bool fuzz_more(const fuzz_input *in)
{
    return in->next < in->end;
}

uint64_t fuzz_bytes(fuzz_input *in, int32_t count)
{
    uint64_t value = 0;
    for (int32_t i = 0; i < count && fuzz_more(in); i++) {
        value |= (uint64_t)*in->next++ << (8 * i);
    }
    return value;
}

int32_t fuzz_pick(fuzz_input *in, int32_t count)
{
    return (int32_t)(fuzz_bytes(in, count > 256 ? 4 : 1) % (uint64_t)count);
}

bool fuzz_rarely(fuzz_input *in)
{
    return fuzz_pick(in, 32) == 31;
}

/* ---- doubles */

static uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static double from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* Evenly over the doubles, so that every magnitude is as likely. 0 <= low <= high. */
static double any_between(fuzz_input *in, double low, double high)
{
    uint64_t first = bits_of(low + 0.0), last = bits_of(high + 0.0);
    return from_bits(first + fuzz_bytes(in, 8) % (last - first + 1));
}

/* Such as people write: 1.25, 0.01, 3000. */
static double decimal(fuzz_input *in)
{
    static const double scales[] = {1e-5, 1e-4, 0.01, 0.1, 0.25, 1.0, 10.0, 1000.0};
    double digits = (double)fuzz_bytes(in, 2);
    return digits * scales[fuzz_pick(in, 8)];
}

static double magnitude_within(fuzz_input *in, double low, double high)
{
    int32_t way = fuzz_pick(in, 16);
    double x = way < 8 ? decimal(in) : way < 14 ? any_between(in, low, high) : high;
    return way == 14 || x < low || x > high ? low : x;
}

double fuzz_within(fuzz_input *in, double low, double high)
{
    bool negative = low < 0.0 && (high <= 0.0 || fuzz_pick(in, 2) == 1);
    return negative ? -magnitude_within(in, high < 0.0 ? -high : 0.0, -low)
                    : magnitude_within(in, low > 0.0 ? low : 0.0, high);
}

/* A signalling NaN does not survive the return from a function on i386; in structs they occur. */
static double quiet(uint64_t bits)
{
    bool nan = (bits & INT64_MAX) > UINT64_C(0x7ff0000000000000);
    return from_bits(nan ? bits | UINT64_C(0x0008000000000000) : bits);
}

double fuzz_double(fuzz_input *in)
{
    static const uint64_t edges[] = {
        0x0000000000000000, 0x8000000000000000, 0x0000000000000001, 0x8000000000000001,
        0x000fffffffffffff, 0x0010000000000000, 0x3ff0000000000000, 0xbff0000000000000,
        0x3ff0000000000001, 0x3fefffffffffffff, 0x3cb0000000000000, 0x4340000000000000,
        0x43e0000000000000, 0x7fefffffffffffff, 0xffefffffffffffff, 0x7ff0000000000000,
        0xfff0000000000000, 0x7ff8000000000000, 0xfff8000000000000, 0x7ff8000000000001};
    enum { EDGES = sizeof edges / sizeof edges[0] };
    int32_t way = fuzz_pick(in, EDGES + 12);

    if (way < EDGES) {
        return from_bits(edges[way]);
    }
    return way < EDGES + 6 ? decimal(in) : quiet(fuzz_bytes(in, 8));
}

/* The neighbour of x, away from 0 or toward it. */
static double neighbour(double x, bool away)
{
    uint64_t bits = bits_of(x);
    return x == 0.0 ? from_bits(UINT64_C(0x8000000000000001))
                    : from_bits(away ? bits + 1 : bits - 1);
}

static double outside(fuzz_input *in, double low, double high)
{
    switch (fuzz_pick(in, 4)) {
    case 0: return neighbour(low, low < 0.0);
    case 1: return neighbour(high, high > 0.0);
    default: return fuzz_double(in);
    }
}

double fuzz_around(fuzz_input *in, double low, double high)
{
    return fuzz_rarely(in) ? outside(in, low, high) : fuzz_within(in, low, high);
}

/* ---- integers and text */

int32_t fuzz_int32(fuzz_input *in)
{
    int32_t way = fuzz_pick(in, 8);
    int32_t small = (int32_t)fuzz_bytes(in, 1);

    if (way < 6) {
        return way == 0 ? -small : small;
    }
    return (int32_t)(int64_t)(fuzz_bytes(in, 4) - (UINT64_C(1) << 31));
}

int64_t fuzz_time(fuzz_input *in)
{
    static const int64_t EPOCH_2020 = INT64_C(1577836800000000000), HOUR = INT64_C(3600000000000);
    int32_t way = fuzz_pick(in, 32);

    if (way < 28) {
        return EPOCH_2020 + (int64_t)fuzz_bytes(in, 2) * HOUR;
    }
    return way == 28 ? INT64_MIN : way == 29 ? INT64_MAX : (int64_t)fuzz_bytes(in, 8);
}

int32_t fuzz_chars(fuzz_input *in, char *text, int32_t space)
{
    int32_t length = fuzz_pick(in, space + 1);
    for (int32_t i = 0; i < length; i++) {
        text[i] = (char)fuzz_bytes(in, 1);
    }
    return length;
}

/* Four times 63 is less than 256: no change takes another back. */
void fuzz_damage_text(fuzz_input *in, char *text, int32_t length)
{
    for (int32_t n = 1 + fuzz_pick(in, 4); n > 0; n--) {
        int32_t place = fuzz_pick(in, length);
        uint8_t *byte = (uint8_t *)text + place;
        *byte = (uint8_t)(*byte + 1 + fuzz_pick(in, 63));
    }
}

void fuzz_damage(fuzz_input *in, int32_t kind, void *object)
{
    fuzz_turn(kind, object);
    fuzz_damage_text(in, (char *)object, fuzz_size(kind));
    fuzz_turn(kind, object);
}

/* ---- structs */

int32_t fuzz_size(int32_t kind)
{
    int32_t size, count;
    return sigma_layout_size(kind, &size, &count) == SIGMA_OK ? size : 0;
}

static int64_t whole_within(fuzz_input *in, double low, double high)
{
    double x = fuzz_within(in, low, high);
    return x >= 0x1p63 ? INT64_MAX : x <= -0x1p63 ? INT64_MIN : (int64_t)x;
}

static int64_t whole_outside(fuzz_input *in, const sigma_field *field)
{
    static const int64_t edges[] = {INT64_MIN, INT32_MIN, -1, 0, INT32_MAX, INT64_MAX};
    return fuzz_pick(in, 2) == 0 && field->maximum < 1e15 ? (int64_t)field->maximum + 1
                                                          : edges[fuzz_pick(in, 6)];
}

static uint64_t bit_set(fuzz_input *in, const sigma_field *field, bool wrong)
{
    uint64_t all = (UINT64_C(2) << (int32_t)field->maximum) - 1;
    return wrong ? fuzz_bytes(in, 8) | (all + 1) : fuzz_bytes(in, 8) & all;
}

static void put_number(fuzz_input *in, const sigma_field *field, bool wrong, char *at)
{
    if (field->type == SIGMA_TYPE_F64) {
        double x = wrong ? outside(in, field->minimum, field->maximum)
                         : fuzz_within(in, field->minimum, field->maximum);
        memcpy(at, &x, sizeof x);
    } else if (field->type == SIGMA_TYPE_BITS) {
        uint64_t bits = bit_set(in, field, wrong);
        memcpy(at, &bits, sizeof bits);
    } else {
        bool is_long = field->type == SIGMA_TYPE_I64 || field->type == SIGMA_TYPE_TIME;
        int64_t n =
            wrong ? whole_outside(in, field) : whole_within(in, field->minimum, field->maximum);
        n = field->type == SIGMA_TYPE_U32 ? (int64_t)fuzz_bytes(in, 4) : n;
        int32_t low_half = (int32_t)(uint32_t)(uint64_t)n;
        memcpy(at, is_long ? (const void *)&n : (const void *)&low_half, is_long ? 8 : 4);
    }
}

static void fill(fuzz_input *in, int32_t kind, char *object, int32_t wrong_field);

static void put(fuzz_input *in, const sigma_field *field, bool wrong, char *object)
{
    int32_t size = field->type == SIGMA_TYPE_STRUCT ? fuzz_size(field->detail) : 8;
    size = field->type == SIGMA_TYPE_I32 || field->type == SIGMA_TYPE_WORD ? 4 : size;

    if (field->type == SIGMA_TYPE_TEXT) {
        memset(object + field->offset, wrong ? 'x' : 0, (size_t)field->count);
        return;
    }
    for (int32_t i = 0; i < field->count; i++) {
        char *at = object + field->offset + i * size;
        if (field->type != SIGMA_TYPE_STRUCT) {
            put_number(in, field, wrong && i == field->count - 1, at);
        } else if (field->minimum >= 1.0 || fuzz_pick(in, 8) != 0) {
            fill(in, field->detail, at, wrong && i == field->count - 1 ? fuzz_pick(in, 8) : -1);
        }
    }
}

static void fill(fuzz_input *in, int32_t kind, char *object, int32_t wrong_field)
{
    sigma_field field;
    for (int32_t i = 0; sigma_layout_field(kind, i, &field) == SIGMA_OK; i++) {
        put(in, &field, i == wrong_field, object);
    }
}

void fuzz_object(fuzz_input *in, int32_t kind, void *object)
{
    int32_t way = fuzz_pick(in, 32), size = fuzz_size(kind);

    memset(object, 0, (size_t)size);
    if (way < 29) {
        fill(in, kind, (char *)object, way < 24 ? -1 : fuzz_pick(in, 16));
    }
    if (way >= 27 && way < 31) {
        fuzz_damage(in, kind, object);
    }
    for (int32_t i = 0; way == 30 && i < size; i++) {
        ((char *)object)[i] = (char)fuzz_bytes(in, 1);
    }
    if (way == 30) {
        fuzz_turn(kind, object);
    }
}
