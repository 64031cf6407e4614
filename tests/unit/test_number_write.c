/* SPDX-License-Identifier: MIT */
#include "test.h"

static const struct {
    uint64_t bits;
    const char *text;
} numerals[] = {
#include "vectors/numerals.inc"
};

static void assert_written(double value, const char *text)
{
    char buffer[SIGMA_NUMBER_SPACE];
    int32_t length = -1;
    assert_int_equal(sigma_number_write(value, buffer, sizeof buffer, &length), SIGMA_OK);
    assert_string_equal(buffer, text);
    assert_int_equal(length, strlen(text));
}

static void numbers_are_written_as_javascript_does(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(numerals); i++) {
        char minus[SIGMA_NUMBER_SPACE];
        assert_written(test_from_bits(numerals[i].bits), numerals[i].text);
        minus[0] = '-';
        strcpy(minus + 1, numerals[i].text);
        assert_written(-test_from_bits(numerals[i].bits), minus);
    }
}

static void zero_keeps_its_sign(void **unused)
{
    (void)unused;
    assert_written(0.0, "0");
    assert_written(-0.0, "-0");
}

/* The C library finds the shortest decimal by trying: as few digits as read back. */
static int32_t digits_that_read_back(double value, char text[32])
{
    int32_t digits = 1;
    for (; digits <= 17; digits++) {
        snprintf(text, 32, "%.*e", (int)(digits - 1), value);
        if (strtod(text, NULL) == value) {
            break;
        }
    }
    return digits;
}

/* The significant digits, without point, exponent and the zeros at either end. */
static int32_t digits_in(const char *text, char plain[32])
{
    int32_t count = 0;
    for (; *text && *text != 'e'; text++) {
        if (*text >= '0' && *text <= '9') {
            plain[count] = *text;
            count += count > 0 || *text != '0';
        }
    }
    while (count > 0 && plain[count - 1] == '0') {
        count--;
    }
    plain[count] = '\0';
    return count;
}

/* The significant digits of both texts, wherever the point stands. */
static void assert_same_digits(const char *a, const char *b)
{
    char of_a[32], of_b[32];
    assert_int_equal(digits_in(a, of_a), digits_in(b, of_b));
    assert_string_equal(of_a, of_b);
}

static void assert_shortest(double value)
{
    char buffer[SIGMA_NUMBER_SPACE], reference[32], plain[32];
    int32_t length, digits = digits_that_read_back(value, reference);
    double back;

    assert_int_equal(sigma_number_write(value, buffer, sizeof buffer, &length), SIGMA_OK);
    assert_bits(strtod(buffer, NULL), value);
    assert_true(digits_in(buffer, plain) <= digits);
    if (digits_in(buffer, plain) == digits) { /* of those as short, the nearest, which %e gives */
        assert_same_digits(buffer, reference);
    }
    assert_int_equal(sigma_number_read(buffer, length, &back), SIGMA_OK);
    assert_bits(back, value);
}

static void random_bits_round_trip_in_the_shortest_form(void **unused)
{
    uint64_t seed = 1;
    (void)unused;
    for (int32_t i = 0; i < 30000; i++) {
        double value = test_from_bits(test_random_bits(&seed));
        if (isfinite(value)) {
            assert_shortest(value);
        }
    }
}

static void prices_and_lots_round_trip_in_the_shortest_form(void **unused)
{
    uint64_t seed = 2;
    (void)unused;
    for (int32_t i = 0; i < 30000; i++) {
        double power = pow(10.0, test_whole(&seed, 0, 8));
        assert_shortest(floor(test_random(&seed) * 1e9) / power);
    }
}

/* Few decimals are written another way than many, and what is next to them is not they. */
static void neighbours_of_decimals_round_trip_in_the_shortest_form(void **unused)
{
    static const double edges[] = {1e-6, 1e9, 999999999.999999, 1e15, 9007199254740992.0};
    uint64_t seed = 4;
    (void)unused;
    for (int32_t i = 0; i < 3000; i++) {
        double digits = floor(test_random(&seed) * pow(10.0, test_whole(&seed, 1, 15)));
        double value = i < COUNT_OF(edges) ? edges[i] : (digits + 1.0) / 1e6;
        for (int32_t off = -1; off <= 1; off++) {
            assert_shortest(test_from_bits(test_bits_of(value) + (uint64_t)(int64_t)off));
        }
    }
}

static void neighbours_of_powers_of_two_round_trip(void **unused)
{
    (void)unused;
    for (uint64_t biased = 0; biased < 0x7ff; biased++) {
        for (int32_t off = -2; off <= 2; off++) {
            double value = test_from_bits((biased << 52) + (uint64_t)(int64_t)off);
            if (isfinite(value) && value > 0.0) {
                assert_shortest(value);
            }
        }
    }
}

static void denormals_round_trip(void **unused)
{
    uint64_t seed = 3;
    (void)unused;
    for (uint64_t bits = 1; bits < 5000; bits++) {
        assert_shortest(test_from_bits(bits));
        assert_shortest(test_from_bits(test_random_bits(&seed) >> 12));
    }
}

static void what_is_not_a_number_is_refused(void **unused)
{
    const double bad[] = {NOT_A_NUMBER, -NOT_A_NUMBER, INFINITE, -INFINITE,
                          test_from_bits(UINT64_C(0x7ff0000000000001))};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        char buffer[SIGMA_NUMBER_SPACE] = "x";
        int32_t length = 9;
        assert_int_equal(sigma_number_write(bad[i], buffer, sizeof buffer, &length), SIGMA_E_RANGE);
        assert_string_equal(buffer, "");
        assert_zero(length);
    }
}

static void a_small_buffer_stays_empty(void **unused)
{
    static const char text[] = "-2.2250738585072014e-308";
    (void)unused;
    for (int32_t capacity = -1; capacity <= SIGMA_NUMBER_SPACE; capacity++) {
        char buffer[SIGMA_NUMBER_SPACE];
        int32_t length = 9;
        memset(buffer, 'x', sizeof buffer);
        sigma_status status =
            sigma_number_write(-2.2250738585072014e-308, buffer, capacity, &length);
        bool fits = capacity >= (int32_t)sizeof text;
        assert_int_equal(status, fits ? SIGMA_OK : SIGMA_E_SPACE);
        assert_int_equal(length, fits ? sizeof text - 1 : 0);
        assert_true(capacity < 1 || strcmp(buffer, fits ? text : "") == 0);
        for (int32_t i = capacity < 0 ? 0 : capacity; i < SIGMA_NUMBER_SPACE; i++) {
            assert_int_equal(buffer[i], 'x');
        }
    }
}

static void null_is_refused(void **unused)
{
    char buffer[SIGMA_NUMBER_SPACE] = "x";
    int32_t length = 9;
    (void)unused;
    assert_int_equal(sigma_number_write(1.0, NULL, 9, &length), SIGMA_E_NULL);
    assert_zero(length);
    assert_int_equal(sigma_number_write(1.0, buffer, sizeof buffer, NULL), SIGMA_E_NULL);
    assert_string_equal(buffer, "");
    assert_int_equal(sigma_number_write(1.0, NULL, 9, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_javascript_does),
        cmocka_unit_test(zero_keeps_its_sign),
        cmocka_unit_test(random_bits_round_trip_in_the_shortest_form),
        cmocka_unit_test(prices_and_lots_round_trip_in_the_shortest_form),
        cmocka_unit_test(neighbours_of_decimals_round_trip_in_the_shortest_form),
        cmocka_unit_test(neighbours_of_powers_of_two_round_trip),
        cmocka_unit_test(denormals_round_trip),
        cmocka_unit_test(what_is_not_a_number_is_refused),
        cmocka_unit_test(a_small_buffer_stays_empty),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
