/* SPDX-License-Identifier: MIT */
#include "sigma/number.h"

#include "bytes.h"
#include "decimal.h"
#include "text.h"

/* ---- digits */

/* A number of six decimals, with 15 digits in all: doubles tell all these apart, so that it is the
 * only one of its double. */
static bool has_few_decimals(double number, sigma_decimal *decimal)
{
    double millionths = number * 1e6;

    if (!(millionths < 1e15)) {
        return false;
    }
    *decimal = (sigma_decimal){.digits = (uint64_t)(millionths + 0.5), .exponent = -6};
    return (double)decimal->digits / 1e6 == number;
}

/* Without zeros at the end, but for those before the point of numbers that have few decimals. */
static sigma_decimal decimal_of(double number)
{
    sigma_decimal d;
    bool few = has_few_decimals(number, &d);

    if (!few) {
        d = sigma_decimal_shortest(number);
    } else if (d.digits % 10000 == 0) {
        d = (sigma_decimal){.digits = d.digits / 10000, .exponent = d.exponent + 4};
    }
    while (d.digits % 10 == 0 && (d.exponent < 0 || !few)) {
        d.digits /= 10;
        d.exponent++;
    }
    return d;
}

/* ---- the layout of ECMAScript's Number::toString */

enum { DIGITS = 20 };

/* Pieces are copied in full width; what counts of it stands in front. */
typedef struct numeral {
    char text[64];
    int32_t length;
} numeral;

static void put(numeral *n, const char *from, int32_t count)
{
    sigma_copy(n->text + n->length, from, DIGITS);
    n->length += count;
}

static void put_char(numeral *n, char c)
{
    n->text[n->length++] = c;
}

static void put_zeros(numeral *n, int32_t count)
{
    put(n, "00000000000000000000", count);
}

static void scientific(numeral *n, const char *digits, int32_t count, int32_t point)
{
    char power[2 * DIGITS] = {0};
    int32_t start = sigma_text_digits(power, (uint64_t)(point > 0 ? point - 1 : 1 - point));

    put(n, digits, 1);
    if (count > 1) {
        put_char(n, '.');
        put(n, digits + 1, count - 1);
    }
    put_char(n, 'e');
    put_char(n, point > 0 ? '+' : '-');
    put(n, power + start, DIGITS - start);
}

/* The number is 0.digits x 10^point. */
static void plain(numeral *n, const char *digits, int32_t count, int32_t point)
{
    if (point <= 0) {
        put_char(n, '0');
        put_char(n, '.');
        put_zeros(n, -point);
        put(n, digits, count);
    } else if (point < count) {
        put(n, digits, point);
        put_char(n, '.');
        put(n, digits + point, count - point);
    } else {
        put(n, digits, count);
        put_zeros(n, point - count);
    }
}

static void positive(numeral *n, double number)
{
    char digits[2 * DIGITS] = {0};
    sigma_decimal d = decimal_of(number);
    int32_t start = sigma_text_digits(digits, d.digits), count = DIGITS - start;
    int32_t point = count + d.exponent;

    if (point > -6 && point <= 21) {
        plain(n, digits + start, count, point);
    } else {
        scientific(n, digits + start, count, point);
    }
}

void sigma_text_number(sigma_text *text, double number)
{
    uint64_t bits = sigma_bits(number);
    numeral n;

    if ((bits & ~SIGMA_HIGHEST) >= SIGMA_INFINITE) {
        sigma_text_fail(text, SIGMA_E_RANGE);
        return;
    }
    n.length = 0;
    if (bits & SIGMA_HIGHEST) {
        put_char(&n, '-');
    }
    if (bits & ~SIGMA_HIGHEST) {
        positive(&n, sigma_from_bits(bits & ~SIGMA_HIGHEST));
    } else {
        put_char(&n, '0');
    }
    sigma_text_bytes(text, n.text, n.length);
}

sigma_status sigma_number_write(double value, char *buffer, int32_t capacity, int32_t *length)
{
    sigma_status status = sigma_text_open(buffer, capacity, length);
    if (status != SIGMA_OK) {
        return status;
    }
    sigma_text text = sigma_text_to(buffer, capacity);
    sigma_text_number(&text, value);
    return sigma_text_close(&text, length);
}
