/* SPDX-License-Identifier: MIT */
#include "columns.h"

#include "test.h"

static void columns_overlap_when_they_share_memory_but_not_their_start(void **unused)
{
    static double room[100];
    (void)unused;
    for (int32_t a = 0; a < 50; a++) {
        for (int32_t b = 0; b < 50; b++) {
            for (int32_t count = 0; count <= 20; count += 4) {
                int32_t apart = abs(a - b);
                assert_int_equal(sigma_columns_overlap(room + a, room + b, count),
                                 apart > 0 && apart < count);
            }
        }
    }
}

static void a_column_is_within_its_ends(void **unused)
{
    double x[] = {1.0, 2.0, 3.0};
    (void)unused;
    assert_true(sigma_column_within(x, 3, 1.0, 3.0));
    assert_false(sigma_column_within(x, 3, 1.1, 3.0));
    assert_false(sigma_column_within(x, 3, 1.0, 2.9));
    assert_true(sigma_column_within(x, 0, 5.0, 6.0));
    x[1] = -2.0;
    assert_true(sigma_column_within(x, 3, -3.0, 3.0));
    assert_false(sigma_column_within(x, 3, -2.9, 2.9));
    assert_false(sigma_column_within(x, 3, 0.0, 3.0));
    x[1] = -0.0;
    assert_true(sigma_column_within(x, 3, 0.0, 3.0));
    assert_false(sigma_column_within(x, 3, 0x1p-1074, 3.0));
    x[1] = NOT_A_NUMBER;
    assert_false(sigma_column_within(x, 3, -INFINITE, INFINITE));
    x[1] = -NOT_A_NUMBER;
    assert_false(sigma_column_within(x, 3, 0.0, INFINITE));
    assert_false(sigma_column_within(x, 3, -INFINITE, INFINITE));
}

static void warming_up_is_one_and_the_same_nan(void **unused)
{
    double x[6] = {7.0, 7.0, 7.0, 7.0, 7.0, 7.0};
    (void)unused;
    sigma_column_warmup(x, 3, 5);
    for (int32_t i = 0; i < 6; i++) {
        assert_true(i < 3 ? test_bits_of(x[i]) == UINT64_C(0x7ff8000000000000) : x[i] == 7.0);
    }
    sigma_column_warmup(x, 9, 5);
    assert_true(isnan(x[4]) && x[5] == 7.0);
    sigma_column_warmup(x, 0, 6);
    sigma_column_warmup(x, 3, 0);
    assert_true(x[5] == 7.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_overlap_when_they_share_memory_but_not_their_start),
        cmocka_unit_test(a_column_is_within_its_ends),
        cmocka_unit_test(warming_up_is_one_and_the_same_nan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
