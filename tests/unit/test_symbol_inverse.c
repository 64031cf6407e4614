/* SPDX-License-Identifier: MIT */
/* Coin-margined contracts, other currencies, and isolated margin. */
#include "damage.h"
#include "samples.h"
#include "test.h"

/* One dollar a contract, on an account in the coin. */
static sigma_symbol inverse_symbol(void)
{
    sigma_symbol symbol = sample_symbol();
    symbol.asset = SIGMA_ASSET_INVERSE;
    symbol.tick_size = 0.05;
    symbol.tick_value = 0.0;
    symbol.contract_size = 1.0;
    symbol.quote_rate = 1.0;
    return symbol;
}

/* NautilusTrader, crates/model/src/position.rs: the inverse cases, to the eight decimals printed.
 */
static void published_inverse_profits_agree(void **unused)
{
    static const struct {
        int32_t side;
        double lots, entry, exit, profit;
    } cases[] = {{SIGMA_SIDE_SHORT, 100000.0, 10000.0, 11000.0, -0.90909091},
                 {SIGMA_SIDE_SHORT, 100000.0, 375.95, 370.0, 4.27745208},
                 {SIGMA_SIDE_LONG, 100000.0, 10500.0, 11505.6, 0.83238969},
                 {SIGMA_SIDE_SHORT, 1250000.0, 15500.0, 12506.65, -19.301667}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = inverse_symbol();
        double profit, other = cases[i].side == SIGMA_SIDE_SHORT ? 1.0 : -1.0, by_hand;
        assert_int_equal(sigma_symbol_profit(&symbol, cases[i].side, cases[i].lots, cases[i].entry,
                                             cases[i].exit, &profit),
                         SIGMA_OK);
        by_hand = other * cases[i].lots * (1.0 / cases[i].exit - 1.0 / cases[i].entry);
        assert_near(profit, by_hand, 1e-13);
        assert_true(fabs(fabs(profit) - fabs(cases[i].profit)) < 1e-8);
    }
}

/* The same project, crates/model/src/accounts/margin.rs; a margin rate divides the leverage. */
static void published_inverse_margins_agree(void **unused)
{
    static const struct {
        double lots, price, leverage, margin;
    } cases[] = {{100000.0, 11493.6, 1.0 / 0.01, 0.08700494},
                 {100000.0, 11493.6, 1.0 / 0.0035, 0.03045173},
                 {100000.0, 100000.0, 10.0 / 0.0035, 0.00035},
                 {100.0, 50000.0, 1.0, 0.002}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = inverse_symbol();
        double margin;
        symbol.leverage = cases[i].leverage;
        assert_int_equal(sigma_symbol_margin(&symbol, cases[i].lots, cases[i].price, &margin),
                         SIGMA_OK);
        assert_true(fabs(margin - cases[i].margin) < 5.1e-9);
    }
}

/* Fees of 0.075 % on 100,000 dollars at 10,500, as that project prints them, once for each side. */
static void an_inverse_round_trip_costs_its_fees_spread_and_slippage(void **unused)
{
    sigma_symbol symbol = inverse_symbol();
    double cost;
    (void)unused;
    symbol.fee_rate = 0.00075;
    assert_int_equal(sigma_symbol_cost(&symbol, 100000.0, 10500.0, 10500.0, &cost), SIGMA_OK);
    assert_true(fabs(cost - 2.0 * 0.00714286) < 1e-8);
    symbol.spread = 6.0;
    symbol.slippage = 4.0; /* ten ticks of 0.05 are 1 / 20,000 of 10,000 */
    assert_int_equal(sigma_symbol_cost(&symbol, 20000.0, 10000.0, 12000.0, &cost), SIGMA_OK);
    assert_near(cost, 2.0 / 20000.0 + 0.00075 * 4.0, 1e-14);
    assert_int_equal(sigma_symbol_cost(&symbol, 20000.0, 20000.0, 10000.0, &cost), SIGMA_OK);
    assert_near(cost, 2.0 / 20000.0 + 0.00075 * 3.0, 1e-14);
    symbol.fee_rate = 0.0;
    symbol.spread = 1e9; /* more than the price: all of the worth */
    assert_int_equal(sigma_symbol_cost(&symbol, 20000.0, 10000.0, 10000.0, &cost), SIGMA_OK);
    assert_near(cost, 2.0, 1e-15);
}

/* NautilusTrader, crates/model/src/accounts/cash.rs and position.rs: fees of one side, rounded to
 * the currency. */
static void fees_of_nautilus(void **unused)
{
    static const struct {
        double lots, price, fee;
    } entries[] = {{12.0, 10500.0, 126.0},
                   {10.15, 10500.0, 106.575},
                   {10.0, 10500.0, 105.0},
                   {4.0, 10500.0, 42.0},
                   {5.912, 10505.6, 62.1091072}},
      coins[] = {{100000.0, 10000.0, 0.0075},
                 {100000.0, 10500.0, 0.00714286},
                 {1250000.0, 15500.0, 0.06048387}};
    sigma_symbol inverse = inverse_symbol(), linear = sample_symbol();
    double cost;
    (void)unused;
    inverse.fee_rate = 0.00075;
    assert_int_equal(sigma_symbol_cost(&inverse, 100000.0, 11450.5, 11450.5, &cost), SIGMA_OK);
    assert_close(cost / 2.0, 0.00654993, 0.5e-8);
    linear.tick_value = linear.tick_size;
    linear.fee_rate = 2e-5;
    assert_int_equal(sigma_symbol_cost(&linear, 1500000.0, 0.8005, 0.8005, &cost), SIGMA_OK);
    assert_close(cost / 2.0, 24.02, 0.00500001); /* 24.015 there, half to even */
    assert_int_equal(sigma_symbol_cost(&linear, 2200000.0, 120.31, 120.31, &cost), SIGMA_OK);
    assert_close(cost / 2.0, 5294.0, 0.5);
    linear.fee_rate = 0.001;
    for (int32_t i = 0; i < COUNT_OF(entries); i++) {
        assert_int_equal(
            sigma_symbol_cost(&linear, entries[i].lots, entries[i].price, entries[i].price, &cost),
            SIGMA_OK);
        assert_near(cost / 2.0, entries[i].fee, 1e-12);
    }
    for (int32_t i = 0; i < COUNT_OF(coins); i++) {
        assert_int_equal(
            sigma_symbol_cost(&inverse, coins[i].lots, coins[i].price, coins[i].price, &cost),
            SIGMA_OK);
        assert_close(cost / 2.0, coins[i].fee, 0.51e-8);
    }
}

static void fees_are_paid_on_the_notional_of_both_sides(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    double cost;
    (void)unused;
    symbol.tick_size = symbol.tick_value = 0.01;
    symbol.fee_rate = 0.001;
    assert_int_equal(sigma_symbol_cost(&symbol, 3.0, 100.0, 110.0, &cost), SIGMA_OK);
    assert_near(cost, 0.63, 1e-14);
    assert_int_equal(sigma_symbol_cost(&symbol, 3.0, 100.0, 90.0, &cost), SIGMA_OK);
    assert_near(cost, 0.6, 1e-14); /* never less than at the entry */
}

static void an_inverse_contract_needs_its_size_and_rate(void **unused)
{
    sigma_symbol symbol = inverse_symbol();
    double expected;
    (void)unused;
    assert_int_equal(sigma_symbol_check(&symbol), SIGMA_OK);
    assert_int_equal(sigma_symbol_compare(&symbol, &expected), SIGMA_WARMUP);
    assert_bits(expected, 0.0);
    symbol.contract_size = 0.0;
    symbol.tick_value = 1.0;
    assert_int_equal(sigma_symbol_check(&symbol), SIGMA_E_RANGE);
    symbol.contract_size = 1.0;
    symbol.quote_rate = 1e-16;
    assert_int_equal(sigma_symbol_check(&symbol), SIGMA_E_RANGE);
    symbol = sample_symbol();
    symbol.tick_value = 0.0;
    assert_int_equal(sigma_symbol_check(&symbol), SIGMA_E_RANGE);
}

/* A pip of USDJPY is 1,000 yen a lot: 6.67 dollars at 150, 6.25 at 160; GBPJPY on an account in
 * euro, of which one is 160 yen: 0.625 a tick of 100 yen. EURUSD on an account in euro: a tick of
 * one dollar is 1 / 1.25 euro. */
static void a_new_rate_sets_the_tick_value(void **unused)
{
    static const struct {
        double tick_size, rate, tick_value;
    } cases[] = {{0.001, 1.0 / 150.0, 2.0 / 3.0},
                 {0.001, 1.0 / 160.0, 0.625},
                 {0.00001, 1.0 / 1.25, 0.8},
                 {0.00001, 1.0, 1.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = sample_symbol();
        double expected;
        symbol.tick_size = cases[i].tick_size;
        assert_int_equal(sigma_symbol_convert(&symbol, cases[i].rate), SIGMA_OK);
        assert_near(symbol.tick_value, cases[i].tick_value, 1e-15);
        assert_bits(symbol.quote_rate, cases[i].rate);
        assert_int_equal(sigma_symbol_compare(&symbol, &expected), SIGMA_OK);
    }
    sigma_symbol coin = inverse_symbol();
    coin.tick_value = 7.0;
    assert_int_equal(sigma_symbol_convert(&coin, 60000.0), SIGMA_OK);
    assert_bits(coin.quote_rate, 60000.0);
    assert_bits(coin.tick_value, 7.0);
}

static void a_rate_that_cannot_be_is_refused(void **unused)
{
    static const double bad[] = {0.0, -1.0, 1e13, 1e-13, NOT_A_NUMBER, INFINITE};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        sigma_symbol symbol = sample_symbol(), before = symbol;
        assert_int_equal(sigma_symbol_convert(&symbol, bad[i]), SIGMA_E_RANGE);
        assert_same(symbol, before);
    }
    sigma_symbol unknown = sample_symbol();
    unknown.contract_size = 0.0;
    sigma_symbol before = unknown;
    assert_int_equal(sigma_symbol_convert(&unknown, 1.0), SIGMA_E_RANGE);
    assert_same(unknown, before);
    unknown.lot_step = 0.0;
    assert_int_equal(sigma_symbol_convert(&unknown, 1.0), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_convert(NULL, 1.0), SIGMA_E_NULL);
}

/* ---- isolated margin */

static double liquidated(const sigma_symbol *symbol, const sigma_liquidation *position)
{
    double price = 9.0;
    assert_int_equal(sigma_symbol_liquidation(symbol, position, &price), SIGMA_OK);
    return price;
}

static void published_liquidation_prices_agree(void **unused)
{
    static const struct {
        int32_t side;
        double lots, entry, collateral, rate, fixed, price;
    } cases[] = {
#include "vectors/liquidation.inc"
    };
    sigma_symbol symbol = sample_symbol();
    (void)unused;
    symbol.tick_size = symbol.tick_value = 0.01;
    assert_int_equal(COUNT_OF(cases), 24);
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_liquidation position = {cases[i].lots,
                                      cases[i].entry,
                                      cases[i].collateral,
                                      cases[i].rate,
                                      cases[i].fixed,
                                      cases[i].side,
                                      0};
        assert_near(liquidated(&symbol, &position), cases[i].price, 1e-7);
    }
}

/* 1,000 dollars at 50,000 are 0.02 coins; 0.002 of them set aside. Without maintenance a long is
 * gone where 1,000 / P = 0.022, a short where it is 0.018. */
static void inverse_contracts_are_liquidated_by_hand(void **unused)
{
    sigma_symbol symbol = inverse_symbol();
    sigma_liquidation position = {
        .lots = 1000.0, .entry = 50000.0, .collateral = 0.002, .side = SIGMA_SIDE_LONG};
    (void)unused;
    assert_near(liquidated(&symbol, &position), 1000.0 / 0.022, 1e-14);
    position.rate = 0.01;
    assert_near(liquidated(&symbol, &position), 1010.0 / 0.022, 1e-14);
    position.side = SIGMA_SIDE_SHORT;
    assert_near(liquidated(&symbol, &position), 990.0 / 0.018, 1e-14);
    position.collateral = 0.02; /* worth the contracts: safe at any price */
    assert_bits(liquidated(&symbol, &position), 0.0);
    position.collateral = 0.03;
    assert_bits(liquidated(&symbol, &position), 0.0);
}

static void an_unlevered_long_has_no_such_price(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    sigma_liquidation position = {
        .lots = 1.0, .entry = 1.1, .collateral = 110000.0, .rate = 0.01, .side = SIGMA_SIDE_LONG};
    (void)unused;
    assert_bits(liquidated(&symbol, &position), 0.0);
    position.side = SIGMA_SIDE_SHORT;
    assert_near(liquidated(&symbol, &position), 2.2 / 1.01, 1e-14);
}

static void position_refused(const void *damaged, const sigma_field *field, void *context)
{
    const sigma_symbol *symbol = (const sigma_symbol *)context;
    double price = 9.0;
    (void)field;
    assert_int_equal(sigma_symbol_liquidation(symbol, (const sigma_liquidation *)damaged, &price),
                     SIGMA_E_RANGE);
    assert_bits(price, 0.0);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_symbol symbol = sample_symbol(), zero = {0};
    sigma_liquidation position = {1.0, 1.1, 1000.0, 0.01, 0.0, SIGMA_SIDE_LONG, 0};
    double price = 9.0;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_LIQUIDATION, &position, position_refused, &symbol) > 30);
    position.fixed = 1000.5;
    position_refused(&position, NULL, &symbol);
    position.fixed = 0.0;
    position_refused(&position, NULL, &zero);
    assert_int_equal(sigma_symbol_liquidation(NULL, &position, &price), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_liquidation(&symbol, NULL, &price), SIGMA_E_NULL);
    assert_int_equal(sigma_symbol_liquidation(&symbol, &position, NULL), SIGMA_E_NULL);
    assert_bits(price, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_inverse_profits_agree),
        cmocka_unit_test(published_inverse_margins_agree),
        cmocka_unit_test(an_inverse_round_trip_costs_its_fees_spread_and_slippage),
        cmocka_unit_test(fees_of_nautilus),
        cmocka_unit_test(fees_are_paid_on_the_notional_of_both_sides),
        cmocka_unit_test(an_inverse_contract_needs_its_size_and_rate),
        cmocka_unit_test(a_new_rate_sets_the_tick_value),
        cmocka_unit_test(a_rate_that_cannot_be_is_refused),
        cmocka_unit_test(published_liquidation_prices_agree),
        cmocka_unit_test(inverse_contracts_are_liquidated_by_hand),
        cmocka_unit_test(an_unlevered_long_has_no_such_price),
        cmocka_unit_test(what_is_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
