/* SPDX-License-Identifier: MIT */
#include "sigma/number.h"

#include "bytes.h"
#include "decimal.h"
#include "text.h"

static const uint64_t SIGN = UINT64_C(1) << 63;
static const uint64_t FINITE_END = UINT64_C(0x7ff) << 52;

/* ---- writing: the layout of ECMAScript's Number::toString */

static void zeros(sigma_text *text, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        sigma_text_char(text, '0');
    }
}

static void scientific(sigma_text *text, const char *digits, int32_t count, int32_t point)
{
    sigma_text_bytes(text, digits, 1);
    if (count > 1) {
        sigma_text_char(text, '.');
        sigma_text_bytes(text, digits + 1, count - 1);
    }
    sigma_text_string(text, point > 0 ? "e+" : "e");
    sigma_text_signed(text, point - 1);
}

/* The number is 0.digits x 10^point. */
static void plain(sigma_text *text, const char *digits, int32_t count, int32_t point)
{
    if (point <= 0) {
        sigma_text_string(text, "0.");
        zeros(text, -point);
        sigma_text_bytes(text, digits, count);
    } else if (point < count) {
        sigma_text_bytes(text, digits, point);
        sigma_text_char(text, '.');
        sigma_text_bytes(text, digits + point, count - point);
    } else {
        sigma_text_bytes(text, digits, count);
        zeros(text, point - count);
    }
}

static void positive(sigma_text *text, double number)
{
    char buffer[SIGMA_NUMBER_SPACE];
    sigma_text digits = sigma_text_to(buffer, (int32_t)sizeof buffer);
    sigma_decimal d = sigma_decimal_shortest(number);

    while (d.digits % 10 == 0) {
        d.digits /= 10;
        d.exponent++;
    }
    sigma_text_unsigned(&digits, d.digits, 1);
    int32_t point = digits.length + d.exponent;
    if (point > -6 && point <= 21) {
        plain(text, buffer, digits.length, point);
    } else {
        scientific(text, buffer, digits.length, point);
    }
}

void sigma_text_number(sigma_text *text, double number)
{
    uint64_t bits = sigma_bits(number);

    if ((bits & ~SIGN) >= FINITE_END) {
        sigma_text_fail(text, SIGMA_E_RANGE);
        return;
    }
    if (bits & SIGN) {
        sigma_text_char(text, '-');
        number = -number;
    }
    if (bits & ~SIGN) {
        positive(text, number);
    } else {
        sigma_text_char(text, '0');
    }
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

/* ---- reading */

typedef struct numeral {
    sigma_decimal decimal; /* the first 19 significant digits */
    int32_t start, end;    /* of digits and point in the text */
    int32_t scale;         /* of all digits: they count 10^scale */
    bool cut;              /* whether a digit other than 0 came after the first 19 */
    bool any;              /* whether there is a digit at all */
} numeral;

static bool is_digit(char c)
{
    return '0' <= c && c <= '9';
}

static void take_digit(numeral *n, char c)
{
    uint64_t digit = (uint64_t)(c - '0');
    n->any = true;
    if (n->decimal.digits < UINT64_C(1000000000000000000)) {
        n->decimal.digits = 10 * n->decimal.digits + digit;
    } else {
        n->decimal.exponent++;
        n->cut |= digit > 0;
    }
}

static void take_mantissa(numeral *n, const char *text, int32_t length)
{
    int32_t fraction = 0;
    for (; n->end < length; n->end++) {
        if (is_digit(text[n->end])) {
            take_digit(n, text[n->end]);
            n->scale -= fraction;
        } else if (text[n->end] == '.' && fraction == 0) {
            fraction = 1;
        } else {
            return;
        }
    }
}

/* What stands behind the mantissa. Beyond 9999 the exponent makes no difference. */
static bool take_exponent(numeral *n, const char *text, int32_t length)
{
    int32_t i = n->end + 1, exponent = 0;
    bool negative = i < length && text[i] == '-';

    if (n->end == length) {
        return true;
    }
    i += i < length && (text[i] == '-' || text[i] == '+');
    if ((text[n->end] != 'e' && text[n->end] != 'E') || i >= length) {
        return false;
    }
    for (; i < length && is_digit(text[i]); i++) {
        exponent = exponent > 999 ? 9999 : 10 * exponent + (text[i] - '0');
    }
    n->scale += negative ? -exponent : exponent;
    return i == length;
}

/* The number lies between its first 19 digits and the next such decimal. Where these do not round
 * to the same double, the whole text is compared with the middle of the two. */
static uint64_t nearest(const numeral *n, const char *text)
{
    sigma_decimal next = {n->decimal.digits + 1, n->decimal.exponent};
    uint64_t below = sigma_decimal_nearest(n->decimal);

    if (!n->cut || sigma_decimal_nearest(next) == below) {
        return below;
    }
    int32_t sign = sigma_decimal_compare(text + n->start, n->end - n->start, n->scale, below);
    return below + (sign > 0 || (sign == 0 && (below & 1)));
}

sigma_status sigma_number_read(const char *text, int32_t length, double *value)
{
    if (!value) {
        return SIGMA_E_NULL;
    }
    *value = 0.0;
    if (!text) {
        return SIGMA_E_NULL;
    }
    if (length < 1 || length > SIGMA_NUMBER_LONGEST) {
        return SIGMA_E_FORMAT;
    }
    numeral n = {.start = text[0] == '-' || text[0] == '+'};
    n.end = n.start;
    take_mantissa(&n, text, length);
    if (!n.any || !take_exponent(&n, text, length)) {
        return SIGMA_E_FORMAT;
    }
    n.decimal.exponent += n.scale;
    uint64_t bits = nearest(&n, text);
    if (bits >= FINITE_END) {
        return SIGMA_E_RANGE;
    }
    *value = sigma_from_bits(bits | (text[0] == '-' ? SIGN : 0));
    return SIGMA_OK;
}
