/* SPDX-License-Identifier: MIT */
/* Any double becomes text that reads back to the same bits; any text is read as the C library reads
 * it, or refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* Digits of a number, those zeros not counted that only say where its point stands. */
static int32_t digits_of(const char *text)
{
    int32_t digits = 0, last = 0;
    for (; *text != '\0' && *text != 'e'; text++) {
        bool digit = '0' <= *text && *text <= '9' && (*text != '0' || digits > 0);
        digits += digit;
        last = digit && *text != '0' ? digits : last;
    }
    return last;
}

/* No shorter decimal reads back to x. */
static void is_shortest(double x, const char *text)
{
    char shorter[40];
    int32_t digits = digits_of(text);
    snprintf(shorter, sizeof shorter, "%.*e", digits > 1 ? digits - 2 : 0, x);
    REQUIRE(digits <= 1 || strtod(shorter, NULL) != x);
}

static void write_and_read(fuzz_input *in)
{
    char buffer[SIGMA_NUMBER_SPACE + 4];
    int32_t capacity = fuzz_rarely(in) ? fuzz_pick(in, 24) - 4 : SIGMA_NUMBER_SPACE, length = 0;
    double x = fuzz_double(in), again;

    memset(buffer, '#', sizeof buffer);
    sigma_status status =
        fuzz_saw_text("sigma_number_write", sigma_number_write(x, buffer, capacity, &length),
                      buffer, (int32_t)sizeof buffer, capacity, &length);
    REQUIRE(status != SIGMA_E_RANGE || !fuzz_is_finite(x));
    REQUIRE(status != SIGMA_OK || fuzz_is_finite(x));
    REQUIRE(status != SIGMA_E_SPACE || capacity < SIGMA_NUMBER_SPACE);
    if (status == SIGMA_OK) {
        status = sigma_number_read(buffer, length, &again);
        REQUIRE(fuzz_saw_number("sigma_number_read", status, &again) == SIGMA_OK);
        REQUIRE(fuzz_is_same(&x, &again, sizeof x));
        is_shortest(x, buffer);
    }
}

/* Text that is mostly a number, of any length. */
static int32_t make_text(fuzz_input *in, char *text, int32_t space)
{
    static const char letters[] = "0123456789012345678900..--+eE xnN,\0";
    int32_t length = fuzz_pick(in, 4) == 0 ? fuzz_pick(in, space - 4) : fuzz_pick(in, 28);

    for (int32_t i = 0; i < length; i++) {
        text[i] = letters[fuzz_pick(in, i == 0 || fuzz_rarely(in) ? 36 : 24)];
    }
    if (fuzz_pick(in, 2) == 0) {
        int32_t power = fuzz_pick(in, 400);
        text[length++] = 'e';
        text[length++] = power < 200 ? '-' : '+';
        text[length++] = (char)('0' + power % 200 / 100 * 3);
        text[length++] = (char)('0' + power / 10 % 10);
        text[length++] = (char)('0' + power % 10);
    }
    return length;
}

static void read_text(fuzz_input *in)
{
    char text[SIGMA_NUMBER_LONGEST + 9];
    int32_t length = make_text(in, text, (int32_t)sizeof text - 1);
    double value, expected;
    sigma_status status = sigma_number_read(text, length, &value);
    char *end;

    (void)fuzz_saw_number("sigma_number_read", status, &value);
    text[length] = '\0';
    if (status == SIGMA_OK) {
        expected = strtod(text, &end);
        REQUIRE(end == text + length && fuzz_is_same(&value, &expected, sizeof value));
    }
    REQUIRE(status != SIGMA_E_RANGE || !fuzz_is_finite(strtod(text, NULL)));
}

void fuzz_number(fuzz_input *in)
{
    char buffer[SIGMA_NUMBER_SPACE];
    int32_t length;
    double value;

    while (fuzz_more(in)) {
        write_and_read(in);
        read_text(in);
    }
    fuzz_saw_null("sigma_number_write", sigma_number_write(1.0, NULL, 32, &length));
    fuzz_saw_null("sigma_number_write", sigma_number_write(1.0, buffer, 32, NULL));
    fuzz_saw_null("sigma_number_read", sigma_number_read(NULL, 1, &value));
    fuzz_saw_null("sigma_number_read", sigma_number_read("1", 1, NULL));
}
