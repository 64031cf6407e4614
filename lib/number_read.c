/* SPDX-License-Identifier: MIT */
#include "sigma/number.h"

#include "bytes.h"
#include "decimal.h"

enum { POWERS = 23 };
static const double power[POWERS] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

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

/* Digits, and a point before, between or behind them. */
static void take_mantissa(numeral *n, const char *text, int32_t length)
{
    int32_t point = -1, i = n->start;
    uint64_t digits = 0;

    for (; i < length; i++) {
        uint32_t digit = (uint32_t)(unsigned char)text[i] - '0';
        if (digit <= 9 && digits < UINT64_C(1000000000000000000)) {
            digits = 10 * digits + digit;
        } else if (digit <= 9) {
            n->decimal.exponent++;
            n->cut |= digit > 0;
        } else if (text[i] == '.' && point < 0) {
            point = i;
        } else {
            break;
        }
    }
    n->decimal.digits = digits;
    n->end = i;
    n->any = i - n->start > (point >= 0);
    n->scale = point >= 0 ? point + 1 - i : 0;
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

/* Digits and power of ten that are doubles both, so that one rounding leaves the nearest (Clinger,
 * "How to read floating point numbers accurately", 1990). */
static bool is_exact(sigma_decimal d)
{
    return d.digits <= UINT64_C(1) << 53 && -POWERS < d.exponent && d.exponent < POWERS;
}

static double exact(sigma_decimal d)
{
    double digits = (double)d.digits;
    return d.exponent < 0 ? digits / power[-d.exponent] : digits * power[d.exponent];
}

/* The number lies between its first 19 digits and the next such decimal. Where these do not round
 * to the same double, the whole text is compared with the middle of the two. */
static uint64_t nearest(const numeral *n, const char *text)
{
    if (is_exact(n->decimal)) {
        return sigma_bits(exact(n->decimal));
    }
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
    take_mantissa(&n, text, length);
    if (!n.any || !take_exponent(&n, text, length)) {
        return SIGMA_E_FORMAT;
    }
    n.decimal.exponent += n.scale;
    uint64_t bits = nearest(&n, text);
    if (bits >= SIGMA_INFINITE) {
        return SIGMA_E_RANGE;
    }
    *value = sigma_from_bits(bits | (text[0] == '-' ? SIGMA_HIGHEST : 0));
    return SIGMA_OK;
}
