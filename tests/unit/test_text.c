/* SPDX-License-Identifier: MIT */
#include "text.h"

#include "crc.h"
#include "test.h"

static void text_grows_until_it_does_not_fit(void **unused)
{
    char buffer[6];
    int32_t length = 9;
    sigma_text text = sigma_text_to(buffer, sizeof buffer);
    (void)unused;
    sigma_text_string(&text, "ab");
    sigma_text_char(&text, 'c');
    sigma_text_bytes(&text, "", 0);
    sigma_text_string(&text, "de");
    assert_int_equal(sigma_text_close(&text, &length), SIGMA_OK);
    assert_string_equal(buffer, "abcde");
    assert_int_equal(length, 5);
    sigma_text_char(&text, 'f');
    assert_int_equal(text.status, SIGMA_E_SPACE);
    assert_int_equal(sigma_text_close(&text, &length), SIGMA_E_SPACE);
    assert_string_equal(buffer, "");
}

static void nothing_is_written_after_an_error(void **unused)
{
    char buffer[8] = "xxxxxxx";
    sigma_text text = sigma_text_to(buffer, sizeof buffer);
    (void)unused;
    sigma_text_string(&text, "longer than that");
    sigma_text_string(&text, "ok");
    assert_int_equal(text.length, 0);
    assert_string_equal(buffer, "xxxxxxx");
    sigma_text_fail(&text, SIGMA_E_RANGE); /* the first error counts */
    assert_int_equal(text.status, SIGMA_E_SPACE);
}

static void a_buffer_without_space_is_left_alone(void **unused)
{
    char buffer[2] = "x";
    int32_t length = 9;
    sigma_text text = sigma_text_to(buffer, 0);
    (void)unused;
    sigma_text_char(&text, 'a');
    assert_int_equal(sigma_text_close(&text, &length), SIGMA_E_SPACE);
    assert_string_equal(buffer, "x");
}

static void text_that_goes_nowhere_leaves_its_crc(void **unused)
{
    sigma_text text = sigma_text_nowhere();
    (void)unused;
    sigma_text_string(&text, "12345");
    sigma_text_string(&text, "6789");
    assert_int_equal(text.status, SIGMA_OK);
    assert_int_equal(text.crc, 0xcbf43926);
    assert_int_equal(text.crc, sigma_crc(0, "123456789", 9));
}

static void text_is_compared_with_what_is_expected(void **unused)
{
    static const char expected[] = "abcdef";
    (void)unused;
    for (int32_t length = 0; length <= 6; length++) {
        sigma_text text = sigma_text_against(expected, length);
        sigma_text_string(&text, "abc");
        sigma_text_string(&text, "def");
        assert_int_equal(text.status, length < 6 ? SIGMA_E_DIFFERENT : SIGMA_OK);
        assert_int_equal(text.length, length);
    }
    sigma_text text = sigma_text_against(expected, 6);
    sigma_text_string(&text, "ab");
    sigma_text_string(&text, "cx");
    sigma_text_string(&text, "def");
    assert_int_equal(text.status, SIGMA_E_DIFFERENT);
    assert_int_equal(text.length, 3);
}

static void whole_numbers_are_written_as_printf_does(void **unused)
{
    static const int64_t edges[] = {0,         1,         -1,        9,         10,           -10,
                                    INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, INT64_MIN + 1};
    uint64_t seed = 9;
    (void)unused;
    for (int32_t i = 0; i < 5000; i++) {
        char buffer[64], reference[64];
        int32_t length, width = test_whole(&seed, 1, 20);
        int64_t number = i < COUNT_OF(edges) ? edges[i] : (int64_t)test_random_bits(&seed);
        number = i < COUNT_OF(edges) ? number : number >> test_whole(&seed, 0, 62);
        sigma_text text = sigma_text_to(buffer, sizeof buffer);
        sigma_text_signed(&text, number);
        sigma_text_char(&text, ' ');
        sigma_text_unsigned(&text, (uint64_t)number, width);
        sigma_text_char(&text, ' ');
        sigma_text_hex(&text, (uint32_t)number);
        assert_int_equal(sigma_text_close(&text, &length), SIGMA_OK);
        snprintf(reference, sizeof reference, "%lld %0*llu %08lx", (long long)number, (int)width,
                 (unsigned long long)number, (unsigned long)(uint32_t)number);
        assert_string_equal(buffer, reference);
    }
}

static void opening_empties_the_outputs(void **unused)
{
    char buffer[4] = "x";
    int32_t length = 9;
    (void)unused;
    assert_int_equal(sigma_text_open(buffer, 4, &length), SIGMA_OK);
    assert_string_equal(buffer, "");
    assert_zero(length);
    buffer[0] = 'x', length = 9;
    assert_int_equal(sigma_text_open(buffer, 0, &length), SIGMA_E_SPACE);
    assert_int_equal(buffer[0], 'x');
    assert_zero(length);
    assert_int_equal(sigma_text_open(buffer, INT32_MIN, &length), SIGMA_E_SPACE);
    assert_int_equal(sigma_text_open(NULL, 4, &length), SIGMA_E_NULL);
    assert_int_equal(sigma_text_open(buffer, 4, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_until_it_does_not_fit),
        cmocka_unit_test(nothing_is_written_after_an_error),
        cmocka_unit_test(a_buffer_without_space_is_left_alone),
        cmocka_unit_test(text_that_goes_nowhere_leaves_its_crc),
        cmocka_unit_test(text_is_compared_with_what_is_expected),
        cmocka_unit_test(whole_numbers_are_written_as_printf_does),
        cmocka_unit_test(opening_empties_the_outputs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
