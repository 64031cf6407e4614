/* SPDX-License-Identifier: MIT */
/* Text that grows in the caller's buffer, or is compared with what stands somewhere, or leaves
 * nothing but its CRC. */
#ifndef SIGMA_LIB_TEXT_H
#define SIGMA_LIB_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sigma/base.h"

typedef struct sigma_text {
    char *buffer;         /* written to, or NULL */
    const char *expected; /* compared with, or NULL */
    int32_t capacity;     /* room for characters, the terminating zero not counted */
    int32_t length;       /* so far; what failed is not counted */
    sigma_status status;  /* the first error: SPACE, RANGE, or DIFFERENT */
    uint32_t crc;         /* of text that goes nowhere */
} sigma_text;

/* capacity counts the terminating zero. */
sigma_text sigma_text_to(char *buffer, int32_t capacity);
sigma_text sigma_text_nowhere(void);
sigma_text sigma_text_against(const char *expected, int32_t length);

void sigma_text_fail(sigma_text *text, sigma_status status);
void sigma_text_bytes(sigma_text *text, const char *bytes, int32_t length);
void sigma_text_string(sigma_text *text, const char *zero_terminated);

/* Where so many characters can be written as they are; NULL where it takes more than that. */
static inline char *sigma_text_room(const sigma_text *text, int32_t count)
{
    bool room = text->buffer && text->status == SIGMA_OK && count <= text->capacity - text->length;
    return room ? text->buffer + text->length : NULL;
}

static inline void sigma_text_char(sigma_text *text, char c)
{
    char *room = sigma_text_room(text, 1);

    if (room) {
        *room = c;
        text->length++;
    } else {
        sigma_text_bytes(text, &c, 1);
    }
}

/* The decimal digits of a number, in the last places of 20; the place of the first. */
int32_t sigma_text_digits(char digits[20], uint64_t number);

/* At least digits wide, with leading zeros. */
void sigma_text_unsigned(sigma_text *text, uint64_t number, int32_t digits);
void sigma_text_signed(sigma_text *text, int64_t number);
void sigma_text_hex(sigma_text *text, uint32_t number);
void sigma_text_number(sigma_text *text, double number);
void sigma_text_time(sigma_text *text, int64_t time);

/* Terminates what was written, or empties it on error. */
sigma_status sigma_text_close(sigma_text *text, int32_t *length);

/* NULL tests of every public writer; empties its outputs. */
sigma_status sigma_text_open(char *buffer, int32_t capacity, int32_t *length);

#endif
