/* SPDX-License-Identifier: MIT */
/* Text that grows in the caller's buffer, or is compared with what stands somewhere, or leaves
 * nothing but its CRC. */
#ifndef SIGMA_LIB_TEXT_H
#define SIGMA_LIB_TEXT_H

#include <stdbool.h>
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
void sigma_text_char(sigma_text *text, char c);

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
