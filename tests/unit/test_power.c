/* SPDX-License-Identifier: MIT */
#include "power.h"

#include "money.h"
#include "test.h"

static const struct {
    int32_t exponent;
    uint64_t high, low;
} powers[] = {
#include "vectors/powers.inc"
};

static void powers_of_ten_are_floored_to_128_bits(void **unused)
{
    (void)unused;
    assert_int_equal(powers[0].exponent, SIGMA_POWER_MIN);
    assert_int_equal(powers[COUNT_OF(powers) - 1].exponent, SIGMA_POWER_MAX);
    for (int32_t i = 0; i < COUNT_OF(powers); i++) {
        sigma_wide power = sigma_power_of_ten(powers[i].exponent);
        assert_true(power.high == powers[i].high);
        assert_true(power.low == powers[i].low);
    }
}

/* 10^e = high 2^s with high from 2^127 to 2^128, so s + 127 is the floor of its logarithm. */
static void the_logarithm_of_a_power_of_ten_is_floored(void **unused)
{
    (void)unused;
    for (int32_t e = -300; e <= 300; e++) {
        int exponent;
        double mantissa = frexp(strtod("1", NULL) * pow(10.0, e), &exponent);
        assert_true(mantissa >= 0.5);
        assert_int_equal(sigma_log2_of_ten(e), exponent - 1);
    }
    assert_int_equal(sigma_log2_of_ten(-1233), -4096);
    assert_int_equal(sigma_log2_of_ten(1233), 4095);
}

/* (a 2^32 + b)(c 2^32 + d) by schoolbook, with every carry kept apart. */
static void products_have_all_128_bits(void **unused)
{
    static const uint64_t edges[] = {0,
                                     1,
                                     2,
                                     UINT32_MAX,
                                     UINT64_C(1) << 32,
                                     UINT64_C(1) << 63,
                                     UINT64_MAX,
                                     UINT64_MAX - 1,
                                     UINT64_C(0xffffffff00000001)};
    uint64_t seed = 6;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        bool edge = i < COUNT_OF(edges) * COUNT_OF(edges);
        uint64_t a = edge ? edges[i / COUNT_OF(edges)] : test_random_bits(&seed);
        uint64_t b = edge ? edges[i % COUNT_OF(edges)] : test_random_bits(&seed);
        uint64_t high = 0, low = 0;
        for (int32_t bit = 63; bit >= 0; bit--) { /* double and add */
            high = high << 1 | low >> 63;
            low <<= 1;
            low += b >> bit & 1 ? a : 0;
            high += (b >> bit & 1) && low < a;
        }
        sigma_wide product = sigma_multiply(a, b);
        assert_true(product.high == high && product.low == low);
    }
}

/* Steps so small that their inverse is beyond 2^53 still count. */
static void the_grid_of_a_tiny_step(void **unused)
{
    (void)unused;
    assert_near(sigma_grid(3.5e-25, 1e-25, SIGMA_ROUND_DOWN), 3e-25, 1e-15);
    assert_near(sigma_grid(3.5e-25, 1e-25, SIGMA_ROUND_UP), 4e-25, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(powers_of_ten_are_floored_to_128_bits),
        cmocka_unit_test(the_logarithm_of_a_power_of_ten_is_floored),
        cmocka_unit_test(products_have_all_128_bits),
        cmocka_unit_test(the_grid_of_a_tiny_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
