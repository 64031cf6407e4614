/* SPDX-License-Identifier: MIT */
#include "text.h"

#include "bytes.h"
#include "crc.h"

enum { SHORT = 24 };

static const char two_digits[] = "0001020304050607080910111213141516171819"
                                 "2021222324252627282930313233343536373839"
                                 "4041424344454647484950515253545556575859"
                                 "6061626364656667686970717273747576777879"
                                 "8081828384858687888990919293949596979899";

static int32_t length_of(const char *text)
{
    int32_t length = 0;
    while (text[length]) {
        length++;
    }
    return length;
}

sigma_text sigma_text_to(char *buffer, int32_t capacity)
{
    return (sigma_text){.buffer = buffer, .capacity = capacity - 1};
}

sigma_text sigma_text_nowhere(void)
{
    return (sigma_text){.capacity = INT32_MAX};
}

sigma_text sigma_text_against(const char *expected, int32_t length)
{
    return (sigma_text){.expected = expected, .capacity = length};
}

void sigma_text_fail(sigma_text *text, sigma_status status)
{
    if (text->status == SIGMA_OK) {
        text->status = status;
    }
}

static void compare(sigma_text *text, const char *bytes, int32_t length)
{
    const char *expected = text->expected + text->length;
    int32_t same = 0;
    while (same < length && same < text->capacity - text->length && bytes[same] == expected[same]) {
        same++;
    }
    text->length += same;
    if (same < length) {
        sigma_text_fail(text, SIGMA_E_DIFFERENT);
    }
}

void sigma_text_bytes(sigma_text *text, const char *bytes, int32_t length)
{
    char *room = sigma_text_room(text, length);

    if (room) {
        sigma_copy(room, bytes, length);
        text->length += length;
    } else if (text->status != SIGMA_OK) {
        return;
    } else if (text->expected) {
        compare(text, bytes, length);
    } else if (length > text->capacity - text->length) {
        sigma_text_fail(text, SIGMA_E_SPACE);
    } else {
        text->crc = sigma_crc(text->crc, bytes, length);
    }
}

/* Most are short, and written while their end is looked for. */
void sigma_text_string(sigma_text *text, const char *zero_terminated)
{
    char *room = sigma_text_room(text, SHORT);
    int32_t length = room ? 0 : SHORT;

    for (; length < SHORT && zero_terminated[length]; length++) {
        room[length] = zero_terminated[length];
    }
    if (length < SHORT) {
        text->length += length;
    } else {
        sigma_text_bytes(text, zero_terminated, length_of(zero_terminated));
    }
}

int32_t sigma_text_digits(char digits[20], uint64_t number)
{
    int32_t start = 20;

    for (; number >= 10; number /= 100) {
        start -= 2;
        sigma_copy(digits + start, &two_digits[number % 100 * 2], 2);
    }
    if (number > 0) {
        digits[--start] = (char)('0' + number);
    }
    return start;
}

void sigma_text_unsigned(sigma_text *text, uint64_t number, int32_t digits)
{
    char buffer[20];
    int32_t start = sigma_text_digits(buffer, number);
    while (start > (int32_t)sizeof buffer - digits) {
        buffer[--start] = '0';
    }
    sigma_text_bytes(text, buffer + start, (int32_t)sizeof buffer - start);
}

void sigma_text_signed(sigma_text *text, int64_t number)
{
    if (number < 0) {
        sigma_text_char(text, '-');
    }
    sigma_text_unsigned(text, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 1);
}

void sigma_text_hex(sigma_text *text, uint32_t number)
{
    char buffer[8];
    for (int32_t i = 7; i >= 0; i--) {
        buffer[i] = "0123456789abcdef"[number & 15];
        number >>= 4;
    }
    sigma_text_bytes(text, buffer, 8);
}

sigma_status sigma_text_close(sigma_text *text, int32_t *length)
{
    if (text->status == SIGMA_OK) {
        text->buffer[text->length] = '\0';
        *length = text->length;
    } else if (text->capacity >= 0) {
        text->buffer[0] = '\0';
    }
    return text->status;
}

sigma_status sigma_text_open(char *buffer, int32_t capacity, int32_t *length)
{
    if (length) {
        *length = 0;
    }
    if (buffer && capacity > 0) {
        buffer[0] = '\0';
    }
    if (!buffer || !length) {
        return SIGMA_E_NULL;
    }
    return capacity > 0 ? SIGMA_OK : SIGMA_E_SPACE;
}
