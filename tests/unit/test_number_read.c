/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "test.h"

static const struct {
    const char *text;
    uint64_t bits;
} halfway[] = {
#include "vectors/halfway.inc"
};

static void assert_read(const char *text, double expected)
{
    double value = 9.0;
    assert_int_equal(sigma_number_read(text, (int32_t)strlen(text), &value), SIGMA_OK);
    assert_bits(value, expected);
}

static void assert_refused(const char *text, int32_t length, sigma_status status)
{
    double value = 9.0;
    assert_int_equal(sigma_number_read(text, length, &value), status);
    assert_bits(value, 0.0);
}

static void decimals_between_two_doubles_round_to_the_nearest(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(halfway); i++) {
        char minus[66];
        assert_read(halfway[i].text, test_from_bits(halfway[i].bits));
        assert_bits(strtod(halfway[i].text, NULL), test_from_bits(halfway[i].bits));
        snprintf(minus, sizeof minus, "-%s", halfway[i].text);
        if (strlen(minus) <= SIGMA_NUMBER_LONGEST) {
            assert_read(minus, -test_from_bits(halfway[i].bits));
        }
    }
}

static void every_form_of_a_number_is_read(void **unused)
{
    static const char *const texts[] = {
        "0",
        "-0",
        "+0",
        "00",
        "1",
        "-1",
        "+1",
        "1.",
        ".5",
        "-.5",
        "+.5",
        "0.5",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "1.5e3",
        "1.e3",
        ".5e1",
        "00012.500",
        "1e0005",
        "0e999",
        "0.0e-999",
        "1e-999",
        "-1e-999999",
        "4.9e-324",
        "2.4e-324",
        "1e-400",
        "1e308",
        "1.7976931348623157e308",
        "123456789012345678901234567890",
        "0.00000000000000000000000000000000000000000000000000000000001",
        "100000000000000000000000000000000000000000000000000000000000",
        "0.000000000000000000000000000000000000000000000000000001e54",
        "1000000000000000000000000000000000000000000000000000000e-54",
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(texts); i++) {
        assert_read(texts[i], strtod(texts[i], NULL));
    }
}

static void anything_else_is_malformed(void **unused)
{
    static const char *const texts[] = {
        " ",   "+",    "-",        ".",   "e",   "e5",    ".e5",   "1e",     "1e+",
        "1e-", "1e5 ", " 1",       "1 ",  "1,5", "1.5.",  "1..5",  "1.5e5.", "1e5e5",
        "--1", "+-1",  "0x10",     "inf", "nan", "NaN",   "1_000", "1f",     "1e5x",
        "1ex", "1e+x", "Infinity", "1/2", "1:",  "1e1/1", "1e1:1",
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(texts); i++) {
        assert_refused(texts[i], (int32_t)strlen(texts[i]), SIGMA_E_FORMAT);
    }
    assert_refused("1\0", 2, SIGMA_E_FORMAT);
    assert_refused("1", 0, SIGMA_E_FORMAT);
    assert_refused("1", -1, SIGMA_E_FORMAT);
    assert_refused("1", INT32_MIN, SIGMA_E_FORMAT);
}

static void the_longest_text_has_64_characters(void **unused)
{
    char text[SIGMA_NUMBER_LONGEST + 2];
    (void)unused;
    memset(text, '1', sizeof text);
    text[SIGMA_NUMBER_LONGEST] = '\0';
    assert_read(text, strtod(text, NULL));
    assert_refused(text, SIGMA_NUMBER_LONGEST + 1, SIGMA_E_FORMAT);
    assert_refused(text, INT32_MAX, SIGMA_E_FORMAT);
}

static void what_is_too_large_is_out_of_range(void **unused)
{
    static const char *const texts[] = {
        "1e309",
        "1.7976931348623159e308",
        "-1e309",
        "1e999999999",
        "179769313486231580793728971405303415079934132710037827e255",
        "9999999999999999999e308"};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(texts); i++) {
        assert_true(isinf(strtod(texts[i], NULL)));
        assert_refused(texts[i], (int32_t)strlen(texts[i]), SIGMA_E_RANGE);
    }
}

/* Digits, a point anywhere, and an exponent that keeps it within the doubles, or just outside. */
static void random_decimal(uint64_t *seed, char text[96])
{
    int32_t digits = test_whole(seed, 1, 57), point = test_whole(seed, 0, digits), at = 0;
    for (int32_t i = 0; i < digits; i++) {
        if (i == point) {
            text[at++] = '.';
        }
        text[at++] = (char)('0' + test_whole(seed, 0, 9));
    }
    snprintf(text + at, 96 - (size_t)at, "e%d", (int)test_whole(seed, -345, 310));
}

static void random_decimals_are_read_as_strtod_does(void **unused)
{
    uint64_t seed = 4;
    (void)unused;
    for (int32_t i = 0; i < 100000; i++) {
        char text[96];
        random_decimal(&seed, text);
        double expected = strtod(text, NULL);
        if (isinf(expected)) {
            assert_refused(text, (int32_t)strlen(text), SIGMA_E_RANGE);
        } else {
            assert_read(text, expected);
        }
    }
}

/* Seventeen digits always tell; nineteen and more need the rest of the text near a middle. */
static void printed_doubles_are_read_back_at_every_length(void **unused)
{
    uint64_t seed = 5;
    (void)unused;
    for (int32_t i = 0; i < 30000; i++) {
        char text[96];
        double value = test_from_bits(test_random_bits(&seed) & ~(UINT64_C(1) << 63));
        if (!isfinite(value)) {
            continue;
        }
        snprintf(text, sizeof text, "%.*e", (int)test_whole(&seed, 0, 56), value);
        if (isfinite(strtod(text, NULL))) {
            assert_read(text, strtod(text, NULL));
        }
    }
}

static void the_text_need_not_end_in_zero(void **unused)
{
    static const char text[] = {'1', '2', '5', '9', '9'};
    double value;
    (void)unused;
    assert_int_equal(sigma_number_read(text, 3, &value), SIGMA_OK);
    assert_bits(value, 125.0);
}

static void the_locale_has_no_say(void **unused)
{
    char buffer[SIGMA_NUMBER_SPACE];
    int32_t length;
    double value;
    (void)unused;
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "fr_FR.UTF-8")) {
        skip();
    }
    snprintf(buffer, sizeof buffer, "%g", 1.5);
    assert_string_equal(buffer, "1,5");
    assert_int_equal(sigma_number_write(1234.5, buffer, sizeof buffer, &length), SIGMA_OK);
    assert_string_equal(buffer, "1234.5");
    assert_int_equal(sigma_number_read("1234.5", 6, &value), SIGMA_OK);
    assert_bits(value, 1234.5);
    assert_refused("1234,5", 6, SIGMA_E_FORMAT);
    assert_non_null(setlocale(LC_ALL, "C"));
}

static void null_is_refused(void **unused)
{
    double value = 9.0;
    (void)unused;
    assert_int_equal(sigma_number_read(NULL, 1, &value), SIGMA_E_NULL);
    assert_bits(value, 0.0);
    assert_int_equal(sigma_number_read("1", 1, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals_between_two_doubles_round_to_the_nearest),
        cmocka_unit_test(every_form_of_a_number_is_read),
        cmocka_unit_test(anything_else_is_malformed),
        cmocka_unit_test(the_longest_text_has_64_characters),
        cmocka_unit_test(what_is_too_large_is_out_of_range),
        cmocka_unit_test(random_decimals_are_read_as_strtod_does),
        cmocka_unit_test(printed_doubles_are_read_back_at_every_length),
        cmocka_unit_test(the_text_need_not_end_in_zero),
        cmocka_unit_test(the_locale_has_no_say),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
