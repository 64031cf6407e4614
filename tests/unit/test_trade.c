/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static double multiple_of(const sigma_trade *trade, sigma_status status)
{
    double multiple = 9.0;
    assert_int_equal(sigma_trade_multiple(trade, &multiple), status);
    return multiple;
}

static void r_is_profit_over_risk(void **unused)
{
    sigma_trade trade = sample_trade(250.0, 100.0);
    (void)unused;
    assert_bits(multiple_of(&trade, SIGMA_OK), 2.5);
    trade.profit = -103.0;
    assert_bits(multiple_of(&trade, SIGMA_OK), -1.03);
    trade.profit = 0.0;
    assert_bits(multiple_of(&trade, SIGMA_OK), 0.0);
}

static void without_a_risk_there_is_no_r(void **unused)
{
    sigma_trade trade = sample_trade(250.0, 100.0);
    (void)unused;
    trade.given &= ~test_bit(SIGMA_TRADE_RISK);
    assert_bits(multiple_of(&trade, SIGMA_WARMUP), 0.0);
    trade.risk = 0.0;
    assert_int_equal(sigma_trade_check(&trade), SIGMA_OK);
}

static void what_is_given_must_be_usable(void **unused)
{
    sigma_trade trade = sample_trade(250.0, 100.0);
    (void)unused;
    trade.risk = 0.0;
    assert_bits(multiple_of(&trade, SIGMA_E_RANGE), 0.0);
    trade = sample_trade(250.0, 2.5e-4);
    assert_int_equal(sigma_trade_check(&trade), SIGMA_OK);
    assert_bits(multiple_of(&trade, SIGMA_OK), 1e6);
    trade.profit = nextafter(-250.0, -INFINITE);
    assert_int_equal(sigma_trade_check(&trade), SIGMA_E_RANGE);
    trade = sample_trade(100.0, 1.0);
    trade.expected = 1.1e6; /* not given, so not looked at */
    assert_int_equal(sigma_trade_check(&trade), SIGMA_OK);
    trade.given |= test_bit(SIGMA_TRADE_EXPECTED);
    assert_int_equal(sigma_trade_check(&trade), SIGMA_E_RANGE);
    trade = sample_trade(100.0, 1.0);
    assert_int_equal(sigma_trade_check(&trade), SIGMA_OK);
    trade.given |= test_bit(SIGMA_TRADE_BALANCE);
    assert_int_equal(sigma_trade_check(&trade), SIGMA_E_RANGE);
    trade.balance = 1e-6;
    assert_int_equal(sigma_trade_check(&trade), SIGMA_OK);
}

static void a_trade_ends_after_it_begins(void **unused)
{
    sigma_trade trade = sample_trade(1.0, 1.0);
    (void)unused;
    trade.opened = trade.closed;
    assert_int_equal(sigma_trade_check(&trade), SIGMA_OK);
    trade.opened++;
    assert_bits(multiple_of(&trade, SIGMA_E_ORDER), 0.0);
    assert_int_equal(sigma_trade_check(&trade), SIGMA_E_ORDER);
}

static void refused(const void *damaged, const sigma_field *field, void *context)
{
    (void)field, (void)context;
    assert_int_equal(sigma_trade_check((const sigma_trade *)damaged), SIGMA_E_RANGE);
    assert_bits(multiple_of((const sigma_trade *)damaged, SIGMA_E_RANGE), 0.0);
}

static void every_field_has_its_range(void **unused)
{
    sigma_trade trade = sample_trade(250.0, 100.0), zero = {0};
    double multiple = 9.0;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_TRADE, &trade, refused, NULL) > 80);
    refused(&zero, NULL, NULL);
    assert_int_equal(sigma_trade_check(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_trade_multiple(NULL, &multiple), SIGMA_E_NULL);
    assert_bits(multiple, 0.0);
    assert_int_equal(sigma_trade_multiple(&trade, NULL), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(r_is_profit_over_risk),
        cmocka_unit_test(without_a_risk_there_is_no_r),
        cmocka_unit_test(what_is_given_must_be_usable),
        cmocka_unit_test(a_trade_ends_after_it_begins),
        cmocka_unit_test(every_field_has_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
