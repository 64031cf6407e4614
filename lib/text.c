/* SPDX-License-Identifier: MIT */
#include "text.h"

#include "bytes.h"
#include "crc.h"

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
    if (text->status != SIGMA_OK) {
        return;
    }
    if (text->expected) {
        compare(text, bytes, length);
    } else if (length > text->capacity - text->length) {
        sigma_text_fail(text, SIGMA_E_SPACE);
    } else if (!text->buffer) {
        text->crc = sigma_crc(text->crc, bytes, length);
    } else {
        sigma_copy(text->buffer + text->length, bytes, length);
        text->length += length;
    }
}

void sigma_text_string(sigma_text *text, const char *zero_terminated)
{
    sigma_text_bytes(text, zero_terminated, length_of(zero_terminated));
}

void sigma_text_char(sigma_text *text, char c)
{
    sigma_text_bytes(text, &c, 1);
}

void sigma_text_unsigned(sigma_text *text, uint64_t number, int32_t digits)
{
    char buffer[20];
    int32_t start = (int32_t)sizeof buffer;
    while (number > 0 || digits > 0) {
        buffer[--start] = (char)('0' + number % 10);
        number /= 10;
        digits--;
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
