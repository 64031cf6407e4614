/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "test.h"

static const sigma_bar good = {0, 10.5, 12.0, 10.0, 11.0, 100.0};

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    (void)field, (void)context;
    assert_int_equal(sigma_bar_check((const sigma_bar *)damaged), SIGMA_E_RANGE);
}

static void a_field_out_of_its_range_is_refused(void **unused)
{
    sigma_bar zero = {0};
    (void)unused;
    assert_int_equal(sigma_bar_check(&good), SIGMA_OK);
    assert_true(damage_each(SIGMA_KIND_BAR, &good, refused, NULL) > 30);
    assert_int_equal(sigma_bar_check(&zero), SIGMA_E_RANGE);
}

/* Every order of four prices on a ladder of four steps. */
static void prices_out_of_order_are_refused(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < 256; i++) {
        double open = 1.0 + (i & 3), high = 1.0 + (i >> 2 & 3), low = 1.0 + (i >> 4 & 3),
               close = 1.0 + (i >> 6 & 3);
        sigma_bar bar = {0, open, high, low, close, 0.0};
        bool ordered = low <= fmin(open, close) && fmax(open, close) <= high;
        assert_int_equal(sigma_bar_check(&bar), ordered ? SIGMA_OK : SIGMA_E_RANGE);
    }
}

static void a_bar_may_be_a_single_price(void **unused)
{
    static const double prices[] = {1e-15, 1.0, 1e15};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(prices); i++) {
        sigma_bar bar = {-5, prices[i], prices[i], prices[i], prices[i], 0.0};
        assert_int_equal(sigma_bar_check(&bar), SIGMA_OK);
    }
}

static void null_is_refused(void **unused)
{
    (void)unused;
    assert_int_equal(sigma_bar_check(NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_out_of_its_range_is_refused),
        cmocka_unit_test(prices_out_of_order_are_refused),
        cmocka_unit_test(a_bar_may_be_a_single_price),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
