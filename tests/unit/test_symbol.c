/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

/* Contracts as brokers and exchanges publish them, on an account in the quote currency or in US
 * dollars; the expected worth of a move is the textbook one. */
static const struct {
    const char *name;
    double tick_size, tick_value, contract_size, quote_rate;
    double lots, entry, exit, profit, notional;
} contracts[] = {
    {"EURUSD", 0.00001, 1.0, 100000.0, 1.0, 0.5, 1.1, 1.103, 150.0, 55000.0},
    {"GBPUSD", 0.00001, 1.0, 100000.0, 1.0, 2.0, 1.25, 1.24, -2000.0, 250000.0},
    {"USDJPY", 0.001, 100.0 / 150.0, 100000.0, 1.0 / 150.0, 1.0, 150.0, 151.5, 1000.0, 100000.0},
    {"GBPJPY on EUR", 0.001, 0.625, 100000.0, 0.00625, 1.0, 190.0, 191.0, 625.0, 118750.0},
    {"ES", 0.25, 12.5, 50.0, 1.0, 3.0, 4500.0, 4510.0, 1500.0, 675000.0},
    {"NQ", 0.25, 5.0, 20.0, 1.0, 1.0, 15000.0, 14990.0, -200.0, 300000.0},
    {"CL", 0.01, 10.0, 1000.0, 1.0, 2.0, 80.0, 81.25, 2500.0, 160000.0},
    {"GC", 0.1, 10.0, 100.0, 1.0, 1.0, 2000.0, 2001.3, 130.0, 200000.0},
    {"XAUUSD", 0.01, 1.0, 100.0, 1.0, 0.3, 2000.0, 1990.0, -300.0, 60000.0},
    {"BTCUSDT", 0.1, 0.1, 1.0, 1.0, 0.005, 60000.0, 61000.0, 5.0, 300.0},
    {"ETHUSDT", 0.01, 0.01, 1.0, 1.0, 0.25, 3000.0, 2900.0, -25.0, 750.0},
    {"a share", 0.01, 0.01, 1.0, 1.0, 120.0, 187.5, 190.0, 300.0, 22500.0},
};

static sigma_symbol contract(int32_t i)
{
    sigma_symbol symbol = sample_symbol();
    symbol.tick_size = contracts[i].tick_size;
    symbol.tick_value = contracts[i].tick_value;
    symbol.contract_size = contracts[i].contract_size;
    symbol.quote_rate = contracts[i].quote_rate;
    return symbol;
}

static void profit_and_worth_of_known_contracts(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(contracts); i++) {
        sigma_symbol symbol = contract(i);
        double value;
        assert_int_equal(sigma_symbol_profit(&symbol, SIGMA_SIDE_LONG, contracts[i].lots,
                                             contracts[i].entry, contracts[i].exit, &value),
                         SIGMA_OK);
        assert_near(value, contracts[i].profit, 1e-12);
        assert_int_equal(sigma_symbol_profit(&symbol, SIGMA_SIDE_SHORT, contracts[i].lots,
                                             contracts[i].entry, contracts[i].exit, &value),
                         SIGMA_OK);
        assert_near(value, -contracts[i].profit, 1e-12);
        assert_int_equal(
            sigma_symbol_notional(&symbol, contracts[i].lots, contracts[i].entry, &value),
            SIGMA_OK);
        assert_near(value, contracts[i].notional, 1e-12);
    }
}

static void leverage_sets_the_margin_and_nothing_else(void **unused)
{
    static const double leverages[] = {1.0, 2.0, 30.0, 500.0, 10000.0};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(contracts); i++) {
        for (int32_t k = 0; k < COUNT_OF(leverages); k++) {
            sigma_symbol symbol = contract(i);
            double margin, notional;
            symbol.leverage = leverages[k];
            assert_int_equal(
                sigma_symbol_margin(&symbol, contracts[i].lots, contracts[i].entry, &margin),
                SIGMA_OK);
            assert_near(margin, contracts[i].notional / leverages[k], 1e-12);
            assert_int_equal(
                sigma_symbol_notional(&symbol, contracts[i].lots, contracts[i].entry, &notional),
                SIGMA_OK);
            assert_near(notional, contracts[i].notional, 1e-12);
        }
    }
}

/* NautilusTrader, crates/model/src/accounts/margin.rs and margin_model.rs: the linear cases. Their
 * margin rate is a divisor of the leverage. */
static void published_margins_agree(void **unused)
{
    static const struct {
        double lots, price, leverage, margin;
    } cases[] = {{100000.0, 0.8, 50.0 / 0.03, 48.0},   {100000.0, 0.8, 10.0 / 0.03, 240.0},
                 {1000000.0, 1.0, 50.0 / 0.03, 600.0}, {10.0, 5000.0, 10.0, 5000.0},
                 {10.0, 5000.0, 1.0, 50000.0},         {10.0, 5000.0, 10.0 / 0.35, 1750.0}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = sample_symbol();
        double margin;
        symbol.tick_value = symbol.tick_size; /* one unit a lot */
        symbol.leverage = cases[i].leverage;
        assert_int_equal(sigma_symbol_margin(&symbol, cases[i].lots, cases[i].price, &margin),
                         SIGMA_OK);
        assert_near(margin, cases[i].margin, 1e-12);
    }
}

/* NautilusTrader, crates/model/src/position.rs: the linear cases. */
static void published_profits_agree(void **unused)
{
    static const struct {
        int32_t side;
        double lots, entry, exit, profit;
    } cases[] = {{SIGMA_SIDE_LONG, 12.0, 10500.0, 10510.0, 120.0},
                 {SIGMA_SIDE_LONG, 10.0, 10500.0, 10480.5, -195.0},
                 {SIGMA_SIDE_SHORT, 10.15, 10500.0, 10390.0, 1116.5},
                 {SIGMA_SIDE_SHORT, 10.0, 10500.0, 10670.5, -1705.0},
                 {SIGMA_SIDE_LONG, 4.0, 10500.0, 11505.6, 4022.4},
                 {SIGMA_SIDE_SHORT, 5.912, 10505.6, 10407.15, 582.0364}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = sample_symbol();
        double profit;
        symbol.tick_size = symbol.tick_value = 0.01;
        assert_int_equal(sigma_symbol_profit(&symbol, cases[i].side, cases[i].lots, cases[i].entry,
                                             cases[i].exit, &profit),
                         SIGMA_OK);
        assert_near(profit, cases[i].profit, 1e-12);
    }
}

static void a_round_trip_costs_spread_slippage_and_commission_twice(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    double cost;
    (void)unused;
    assert_int_equal(sigma_symbol_cost(&symbol, 2.0, 1.0, 1.0, &cost), SIGMA_OK);
    assert_bits(cost, 0.0);
    symbol.spread = 8.0;
    symbol.slippage = 3.0;
    symbol.commission = 3.5;
    symbol.tick_value = 0.5;
    assert_int_equal(sigma_symbol_cost(&symbol, 2.0, 1.0, 1.0, &cost), SIGMA_OK);
    assert_bits(cost, 25.0); /* 2 ((8 + 3) 0.5 + 2 x 3.5) */
    assert_int_equal(sigma_symbol_cost(&symbol, 0.0, 1.0, 1.0, &cost), SIGMA_OK);
    assert_bits(cost, 0.0);
}

static void tick_value_and_contract_size_are_compared_within_a_percent(void **unused)
{
    static const struct {
        double tick_value, contract_size, rate;
        sigma_status status;
    } cases[] = {
        {1.0, 100000.0, 1.0, SIGMA_OK},
        {1.0099, 100000.0, 1.0, SIGMA_OK},
        {0.9901, 100000.0, 1.0, SIGMA_OK},
        {1.0101, 100000.0, 1.0, SIGMA_E_DIFFERENT},
        {0.9899, 100000.0, 1.0, SIGMA_E_DIFFERENT},
        {1.0, 100000.0, 0.5, SIGMA_E_DIFFERENT},
        {10.0, 100000.0, 1.0, SIGMA_E_DIFFERENT},
        {1.0, 0.0, 1.0, SIGMA_WARMUP},
        {1.0, 100000.0, 0.0, SIGMA_WARMUP},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = sample_symbol();
        double expected = 9.0;
        symbol.tick_value = cases[i].tick_value;
        symbol.contract_size = cases[i].contract_size;
        symbol.quote_rate = cases[i].rate;
        assert_int_equal(sigma_symbol_compare(&symbol, &expected), cases[i].status);
        assert_near(expected, cases[i].contract_size * 0.00001 * cases[i].rate, 1e-15);
    }
    for (int32_t i = 0; i < COUNT_OF(contracts); i++) {
        sigma_symbol symbol = contract(i);
        double expected;
        assert_int_equal(sigma_symbol_compare(&symbol, &expected), SIGMA_OK);
        assert_near(expected, contracts[i].tick_value, 1e-12);
    }
}

/* 1.1 - 1.097 is 0.0030000000000001137, which is not 300 ticks; the profit is that of 300. */
static void moves_count_whole_ticks(void **unused)
{
    sigma_symbol symbol = sample_symbol();
    uint64_t seed = 13;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        int32_t a = test_whole(&seed, 1, 5000000), b = test_whole(&seed, 1, 5000000);
        double profit;
        assert_int_equal(
            sigma_symbol_profit(&symbol, SIGMA_SIDE_LONG, 1.0, a / 100000.0, b / 100000.0, &profit),
            SIGMA_OK);
        assert_bits(profit, (double)(b - a));
    }
}

static void refused_everywhere(const void *damaged, const sigma_field *field, void *context)
{
    const sigma_symbol *symbol = (const sigma_symbol *)damaged;
    double out[7] = {9, 9, 9, 9, 9, 9, 9};
    (void)field, (void)context;
    assert_int_equal(sigma_symbol_check(symbol), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_compare(symbol, &out[0]), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_floor(symbol, 1, &out[1]), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_round(symbol, 1, SIGMA_ROUND_UP, &out[2]), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_profit(symbol, SIGMA_SIDE_LONG, 1, 1, 1, &out[3]), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_notional(symbol, 1, 1, &out[4]), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_margin(symbol, 1, 1, &out[5]), SIGMA_E_RANGE);
    assert_int_equal(sigma_symbol_cost(symbol, 1, 1.0, 1.0, &out[6]), SIGMA_E_RANGE);
    assert_zero(out);
}

static void a_fact_out_of_its_range_is_refused_by_every_function(void **unused)
{
    sigma_symbol symbol = sample_symbol(), zero = {0};
    (void)unused;
    assert_int_equal(sigma_symbol_check(&symbol), SIGMA_OK);
    assert_true(damage_each(SIGMA_KIND_SYMBOL, &symbol, refused_everywhere, NULL) > 80);
    refused_everywhere(&zero, NULL, NULL);
    symbol.lot_min = 1.0;
    symbol.lot_max = 1.0;
    assert_int_equal(sigma_symbol_check(&symbol), SIGMA_OK);
    symbol.lot_max = nextafter(1.0, 0.0); /* the largest lot below the smallest */
    refused_everywhere(&symbol, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(profit_and_worth_of_known_contracts),
        cmocka_unit_test(leverage_sets_the_margin_and_nothing_else),
        cmocka_unit_test(published_margins_agree),
        cmocka_unit_test(published_profits_agree),
        cmocka_unit_test(a_round_trip_costs_spread_slippage_and_commission_twice),
        cmocka_unit_test(tick_value_and_contract_size_are_compared_within_a_percent),
        cmocka_unit_test(moves_count_whole_ticks),
        cmocka_unit_test(a_fact_out_of_its_range_is_refused_by_every_function),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
