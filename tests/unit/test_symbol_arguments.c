/* SPDX-License-Identifier: MIT */
#include "samples.h"
#include "test.h"

/* Values below 0, above the greatest, and no numbers at all. */
static int32_t bad_values(double least, double greatest, double bad[6])
{
    const double all[] = {NOT_A_NUMBER, -NOT_A_NUMBER,          INFINITE,
                          -INFINITE,    nextafter(least, -1.0), nextafter(greatest, INFINITE)};
    memcpy(bad, all, sizeof all);
    return COUNT_OF(all);
}

static void assert_profit(sigma_status status, int32_t side, double lots, double entry, double exit)
{
    sigma_symbol symbol = sample_symbol();
    double out = 9.0;
    assert_int_equal(sigma_symbol_profit(&symbol, side, lots, entry, exit, &out), status);
    assert_true(status == SIGMA_OK ? isfinite(out) : out == 0.0);
}

static void lots_outside_their_range_are_refused(void **unused)
{
    double bad[6];
    int32_t count = bad_values(0.0, 1e12, bad);
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    for (int32_t i = 0; i < count; i++) {
        double out[3] = {9, 9, 9};
        assert_profit(SIGMA_E_RANGE, SIGMA_SIDE_LONG, bad[i], 1.0, 1.0);
        assert_int_equal(sigma_symbol_notional(&symbol, bad[i], 1.0, &out[0]), SIGMA_E_RANGE);
        assert_int_equal(sigma_symbol_margin(&symbol, bad[i], 1.0, &out[1]), SIGMA_E_RANGE);
        assert_int_equal(sigma_symbol_cost(&symbol, bad[i], 1.0, 1.0, &out[2]), SIGMA_E_RANGE);
        assert_zero(out);
    }
    assert_profit(SIGMA_OK, SIGMA_SIDE_LONG, 0.0, 1.0, 1.0);
    assert_profit(SIGMA_OK, SIGMA_SIDE_LONG, 1e12, 1.0, 1.0);
}

static void prices_outside_their_range_are_refused(void **unused)
{
    double bad[6];
    int32_t count = bad_values(1e-15, 1e15, bad);
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    for (int32_t i = 0; i < count; i++) {
        double out[2] = {9, 9};
        assert_profit(SIGMA_E_RANGE, SIGMA_SIDE_LONG, 1.0, bad[i], 1.0);
        assert_profit(SIGMA_E_RANGE, SIGMA_SIDE_LONG, 1.0, 1.0, bad[i]);
        assert_int_equal(sigma_symbol_notional(&symbol, 1.0, bad[i], &out[0]), SIGMA_E_RANGE);
        assert_int_equal(sigma_symbol_margin(&symbol, 1.0, bad[i], &out[1]), SIGMA_E_RANGE);
        assert_zero(out);
    }
    assert_profit(SIGMA_OK, SIGMA_SIDE_LONG, 1.0, 1e-15, 1e15);
    assert_profit(SIGMA_OK, SIGMA_SIDE_SHORT, 1.0, 1e15, 1e-15);
}

static void sides_that_do_not_exist_are_refused(void **unused)
{
    (void)unused;
    assert_profit(SIGMA_E_RANGE, SIGMA_SIDE_UNKNOWN, 1.0, 1.0, 1.0);
    assert_profit(SIGMA_E_RANGE, SIGMA_SIDE_COUNT, 1.0, 1.0, 1.0);
    assert_profit(SIGMA_E_RANGE, -1, 1.0, 1.0, 1.0);
    assert_profit(SIGMA_E_RANGE, INT32_MIN, 1.0, 1.0, 1.0);
    assert_profit(SIGMA_E_RANGE, INT32_MAX, 1.0, 1.0, 1.0);
}

/* The ends of every range at once: no result overflows. */
static void the_ends_of_the_ranges_give_finite_numbers(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < 128; i++) {
        sigma_symbol symbol = sample_symbol();
        double lots = i & 1 ? 1e12 : 0.0, a = i & 2 ? 1e15 : 1e-15, b = i & 4 ? 1e15 : 1e-15, out;
        symbol.tick_size = i & 8 ? 1e9 : 1e-15;
        symbol.tick_value = i & 16 ? 1e12 : 1e-15;
        symbol.asset = i & 64 ? SIGMA_ASSET_INVERSE : SIGMA_ASSET_FOREX;
        symbol.contract_size = i & 32 ? 1e12 : i & 64 ? 1e-15 : 0.0;
        symbol.quote_rate = i & 32 ? 1e12 : i & 64 ? 1.0 : 0.0;
        symbol.commission = i & 32 ? 1e12 : 0.0;
        symbol.spread = symbol.slippage = i & 32 ? 1e9 : 0.0;
        symbol.fee_rate = i & 32 ? 0.1 : 0.0;
        assert_int_equal(sigma_symbol_profit(&symbol, SIGMA_SIDE_SHORT, lots, a, b, &out),
                         SIGMA_OK);
        assert_true(isfinite(out));
        assert_int_equal(sigma_symbol_notional(&symbol, lots, a, &out), SIGMA_OK);
        assert_true(isfinite(out) && out >= 0.0);
        assert_int_equal(sigma_symbol_margin(&symbol, lots, a, &out), SIGMA_OK);
        assert_true(isfinite(out) && out >= 0.0);
        assert_int_equal(sigma_symbol_cost(&symbol, lots, a, b, &out), SIGMA_OK);
        assert_true(isfinite(out) && out >= 0.0);
        assert_true(sigma_symbol_compare(&symbol, &out) != SIGMA_E_RANGE);
        assert_true(isfinite(out) && out >= 0.0);
    }
}

static void null_is_refused(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    double out[5] = {9, 9, 9, 9, 9};
    (void)unused;
    assert_int_equal(sigma_symbol_check(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_compare(NULL, &out[0]), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_compare(&symbol, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_profit(NULL, 1, 1, 1, 1, &out[1]), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_profit(&symbol, 1, 1, 1, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_notional(NULL, 1, 1, &out[2]), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_notional(&symbol, 1, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_margin(NULL, 1, 1, &out[3]), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_margin(&symbol, 1, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_cost(NULL, 1, 1.0, 1.0, &out[4]), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_cost(&symbol, 1, 1.0, 1.0, NULL), SIGMA_E_NULL);
    assert_zero(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lots_outside_their_range_are_refused),
        cmocka_unit_test(prices_outside_their_range_are_refused),
        cmocka_unit_test(sides_that_do_not_exist_are_refused),
        cmocka_unit_test(the_ends_of_the_ranges_give_finite_numbers),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
