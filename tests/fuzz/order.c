/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fuzz.h"

static bool machine_is_little(void)
{
    const uint16_t one = 1;
    return *(const uint8_t *)&one == 1;
}

static void turn_words(char *at, int32_t count)
{
    for (int32_t i = 0; i < count; i++, at += 4) {
        uint32_t word;
        memcpy(&word, at, 4);
        word = __builtin_bswap32(word);
        memcpy(at, &word, 4);
    }
}

static void turn_doubles(char *at, int32_t count)
{
    for (int32_t i = 0; i < count; i++, at += 8) {
        uint64_t bits;
        memcpy(&bits, at, 8);
        bits = __builtin_bswap64(bits);
        memcpy(at, &bits, 8);
    }
}

void fuzz_turn_numbers(void *numbers, int32_t width, int32_t count)
{
    if (width == 8 && !machine_is_little()) {
        turn_doubles((char *)numbers, count);
    } else if (width == 4 && !machine_is_little()) {
        turn_words((char *)numbers, count);
    }
}

static int32_t width_of(int32_t type)
{
    switch (type) {
    case SIGMA_TYPE_TEXT: return 1;
    case SIGMA_TYPE_I32:
    case SIGMA_TYPE_U32:
    case SIGMA_TYPE_WORD: return 4;
    default: return 8;
    }
}

void fuzz_turn(int32_t kind, void *object)
{
    sigma_field field;

    for (int32_t i = 0; sigma_layout_field(kind, i, &field) == SIGMA_OK; i++) {
        char *at = (char *)object + field.offset;
        if (field.type != SIGMA_TYPE_STRUCT) {
            fuzz_turn_numbers(at, width_of(field.type), field.count);
        }
        for (int32_t n = 0; field.type == SIGMA_TYPE_STRUCT && n < field.count; n++) {
            fuzz_turn(field.detail, at + n * fuzz_size(field.detail));
        }
    }
}
