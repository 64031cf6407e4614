/* SPDX-License-Identifier: MIT */
/* Sizes against exact fractions and published cases. */
#include "samples.h"
#include "test.h"

enum {
    TICK,
    TICK_VALUE,
    SMALLEST,
    LARGEST,
    STEP,
    SYMBOL_CAP,
    COMMISSION,
    SPREAD,
    SLIPPAGE,
    LEVERAGE,
    EQUITY,
    MARGIN,
    HEAT,
    ENTRY,
    STOP,
    CALLER,
    SCALE,
    FRACTION,
    HEAT_MAX,
    NOTIONAL_MAX,
    LEVERAGE_MAX,
    MARGIN_MAX,
    LOTS,
    RISK,
    COLUMNS
};

static const struct {
    int32_t asset, binding;
    double x[COLUMNS];
} trades[] = {
#include "vectors/sizing.inc"
};

/* A policy that only the risk bounds. */
static sigma_sizing_params open_policy(double fraction)
{
    sigma_sizing_params params;
    assert_int_equal(sigma_sizing_preset(SIGMA_MODE_FRACTION, &params), SIGMA_OK);
    params.risk_max = 0.2;
    params.risk_fraction = fraction;
    params.floor = 0.0;
    params.heat_max = params.margin_max = 1.0;
    params.notional_max = 100.0;
    params.leverage_max = 10000.0;
    params.margin_level_min = 0.0;
    return params;
}

static sigma_sizing_sample account_of(double equity)
{
    return (sigma_sizing_sample){.equity = equity, .balance = equity, .peak = equity};
}

static sigma_sizing_result sized(int32_t asset, const double *x)
{
    sigma_symbol symbol = {.tick_size = x[TICK],
                           .tick_value = x[TICK_VALUE],
                           .lot_min = x[SMALLEST],
                           .lot_max = x[LARGEST],
                           .lot_step = x[STEP],
                           .lot_cap = x[SYMBOL_CAP],
                           .commission = x[COMMISSION],
                           .spread = x[SPREAD],
                           .slippage = x[SLIPPAGE],
                           .leverage = x[LEVERAGE],
                           .id = 1,
                           .asset = asset};
    sigma_sizing_params params = open_policy(x[FRACTION]);
    sigma_sizing_sample sample = account_of(x[EQUITY]);
    sigma_sizing_result result;
    params.heat_max = x[HEAT_MAX];
    params.notional_max = x[NOTIONAL_MAX];
    params.leverage_max = x[LEVERAGE_MAX];
    params.margin_max = x[MARGIN_MAX];
    sample.margin = x[MARGIN];
    sample.heat = x[HEAT];
    sample.entry = x[ENTRY];
    sample.stop = x[STOP];
    sample.lots = x[CALLER];
    sample.factor[SIGMA_FACTOR_CALLER] = x[SCALE];
    sample.factors = test_bit(SIGMA_FACTOR_CALLER);
    sample.given |= x[CALLER] > 0.0 ? test_bit(SIGMA_GIVEN_LOTS) : 0;
    assert_int_equal(sigma_sizing_evaluate(&params, &symbol, &sample, &result), SIGMA_OK);
    return result;
}

static void lots_are_those_of_exact_fractions(void **unused)
{
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(trades); i++) {
        sigma_sizing_result result = sized(trades[i].asset, trades[i].x);
        assert_bits(result.lots, trades[i].x[LOTS]);
        assert_int_equal(result.binding, trades[i].binding);
        assert_near(result.risk, trades[i].x[RISK], 1e-14);
    }
}

static sigma_sizing_result size_of(const sigma_sizing_params *params, const sigma_symbol *symbol,
                                   const sigma_sizing_sample *sample)
{
    sigma_sizing_result result;
    assert_int_equal(sigma_sizing_evaluate(params, symbol, sample, &result), SIGMA_OK);
    return result;
}

/* EURUSD at 1.10, 10,000 on the account, 1 % at risk, 30 pips of 10 a lot: a third of a lot. */
static void the_plain_case_of_every_textbook(void **unused)
{
    sigma_sizing_params params = open_policy(0.01);
    sigma_symbol symbol = sample_symbol();
    sigma_sizing_sample sample = account_of(10000.0);
    sample.entry = 1.1;
    sample.stop = 1.097;
    (void)unused;
    sigma_sizing_result result = size_of(&params, &symbol, &sample);
    assert_bits(result.lots, 0.33);
    assert_near(result.cap[SIGMA_CAP_RISK], 1.0 / 3.0, 1e-15);
    assert_near(result.risk, 99.0, 1e-14);
    assert_near(result.notional, 36300.0, 1e-14);
    assert_near(result.margin, 1210.0, 1e-14);
}

/* Elite's oil trade on an account of 180,791: 50 lots are wanted, the symbol allows 10, the
 * notional 18, the day's risk budget 25.2, the firm's rules 120. */
static void the_smallest_of_many_caps_binds(void **unused)
{
    sigma_sizing_params params = open_policy(0.2);
    sigma_symbol symbol = sample_symbol();
    sigma_sizing_sample sample = account_of(180791.0);
    sample.entry = 80.0;
    sample.stop = 79.5;
    (void)unused;
    symbol.asset = SIGMA_ASSET_INDEX;
    symbol.tick_size = 0.01;
    symbol.tick_value = 7.0;
    symbol.lot_max = 1000.0;
    symbol.leverage = 100.0;
    symbol.lot_cap = 10.0;
    double loss = 50.0 * 7.0, worth = 8000.0 * 7.0;
    params.leverage_max = 18.0 * worth / 180791.0;
    sample.budget = 25.2 * loss / params.concentration_max;
    sample.room_day = 120.0 * loss / params.room_day_max;
    sample.lots = 50.0;
    sample.given =
        test_bit(SIGMA_GIVEN_LOTS) | test_bit(SIGMA_GIVEN_BUDGET) | test_bit(SIGMA_GIVEN_ROOM_DAY);
    sigma_sizing_result result = size_of(&params, &symbol, &sample);
    assert_near(result.lots_after[SIGMA_CAP_CALLER], 50.0, 1e-13);
    assert_near(result.cap[SIGMA_CAP_NOTIONAL], 18.0, 1e-13);
    assert_near(result.cap[SIGMA_CAP_CONCENTRATION], 25.2, 1e-13);
    assert_near(result.cap[SIGMA_CAP_ROOM_DAY], 120.0, 1e-13);
    assert_bits(result.lots, 10.0);
    assert_int_equal(result.binding, SIGMA_CAP_SYMBOL);
}

/* HasibDaddy/riskkit, tests/test_sizing.py: 10,000 at 1 %, a stop half the price away, and one so
 * near that 4 % of notional binds. */
static void published_units_agree(void **unused)
{
    sigma_sizing_params params = open_policy(0.01);
    sigma_symbol symbol = sample_symbol();
    sigma_sizing_sample sample = account_of(10000.0);
    sample.entry = 100.0;
    sample.stop = 50.0;
    (void)unused;
    symbol.tick_size = symbol.tick_value = 0.01;
    symbol.asset = SIGMA_ASSET_STOCK;
    symbol.leverage = 1.0;
    params.notional_max = 0.04;
    sigma_sizing_result result = size_of(&params, &symbol, &sample);
    assert_bits(result.lots, 2.0);
    assert_bits(result.notional, 200.0);
    sample.stop = 99.0;
    result = size_of(&params, &symbol, &sample);
    assert_bits(result.lots, 4.0);
    assert_bits(result.notional, 400.0);
    assert_near(result.risk, 4.0, 1e-15);
    assert_int_equal(result.binding, SIGMA_CAP_NOTIONAL);
}

/* nuniesmith/rustrade, crates/rustrade-risk/src/sizing.rs: contracts that a margin pays for. */
static void published_contracts_from_margin_agree(void **unused)
{
    static const struct {
        double margin, leverage, most, price, contracts;
    } cases[] = {{500.0, 5.0, 100.0, 50000.0, 50.0},
                 {500000.0, 100.0, 10.0, 1.0, 10.0},
                 {1.0, 1.0, 50.0, 1000000.0, 0.0}};
    sigma_sizing_params params = open_policy(0.2);
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = sample_symbol();
        sigma_sizing_sample sample = account_of(cases[i].margin);
        sample.entry = cases[i].price;
        sample.stop = cases[i].price * 0.999; /* so near that the risk does not bind */
        symbol.tick_size = 0.001;
        symbol.tick_value = 0.001 * 0.001;
        symbol.lot_min = symbol.lot_step = 1.0;
        symbol.lot_max = cases[i].most;
        symbol.leverage = cases[i].leverage;
        assert_bits(size_of(&params, &symbol, &sample).lots, cases[i].contracts);
    }
}

/* freqtrade, tests/edge/test_edge.py: a share of the capital at risk over the stop's distance, at
 * most the capital and what is free. Its 40 % are 20 % here, of which the capital binds as well. */
static void published_stakes_agree(void **unused)
{
    static const struct {
        double share, risk, stop, free, total, in_trade, stake;
    } cases[] = {{0.5, 0.01, 0.98, 100, 100, 25, 31.25}, {0.5, 0.01, 0.98, 20, 100, 25, 20},
                 {0.5, 0.01, 0.98, 0, 100, 25, 0},       {0.5, 0.4, 0.98, 100, 100, 25, 62.5},
                 {0.5, 0.4, 0.98, 100, 100, 0, 50},      {1, 0.4, 0.98, 100, 100, 0, 100},
                 {1, 0.4, 0.98, 0, 100, 0, 0},           {0.5, 0.01, 0.9, 1, 2, 1, 0.15}};
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_sizing_params params = open_policy(fmin(cases[i].risk, 0.2));
        sigma_symbol symbol = sample_symbol();
        sigma_sizing_sample sample =
            account_of((cases[i].total + cases[i].in_trade) * cases[i].share);
        symbol.asset = SIGMA_ASSET_STOCK;
        symbol.tick_size = symbol.tick_value = 0.01;
        symbol.lot_max = 1000.0;
        symbol.leverage = 1.0;
        params.notional_max = 1.0;
        sample.entry = 1.0;
        sample.stop = cases[i].stop;
        sample.lots = cases[i].free;
        sample.given = test_bit(SIGMA_GIVEN_LOTS);
        assert_bits(size_of(&params, &symbol, &sample).lots, cases[i].stake);
    }
}

/* freqtrade, the same file: 0, 0 and 8 / 26 of a stake less fees, win rate 1/3, mean win over mean
 * loss, and the expectancy in mean losses. */
static void published_edges_agree(void **unused)
{
    static const double cases[][3] = {{0.0005, 306.5384615384, 101.5128205128},
                                      {0.001, 152.6923076923, 50.2307692308}};
    static const double prices[][2] = {{17, 17}, {20, 20}, {26, 34}};
    sigma_kelly_params params;
    sigma_edge edge;
    (void)unused;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        double fee = cases[i][0], r[3];
        for (int32_t k = 0; k < 3; k++) {
            r[k] = prices[k][1] / prices[k][0] * (1.0 - fee) - (1.0 + fee);
        }
        assert_int_equal(sigma_edge_evaluate(&params, r, 3, &edge), SIGMA_OK);
        assert_near(edge.win_rate, 1.0 / 3.0, 1e-15);
        assert_near(edge.payoff, cases[i][1], 1e-11);
        assert_near(edge.mean / (2.0 * fee), cases[i][2], 1e-11);
    }
}

/* pysystemtrade, systems/positionsizing.py: 16 % of 100,000 a year, by the daily volatility of a
 * future of 2,500 a point in another currency; a year is 256 days there. */
static void published_volatility_targets_agree(void **unused)
{
    static const double cases[][4] = {{97.88, 0.055281, 0.6607594756107519, 11.187869},
                                      {97.9875, 0.059789, 0.6607594730844327, 10.33293}};
    sigma_sizing_params params = open_policy(0.01);
    (void)unused;
    params.mode = SIGMA_MODE_VOLATILITY;
    params.risk_max = 0.2;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        sigma_symbol symbol = sample_symbol();
        sigma_sizing_sample sample = account_of(100000.0);
        symbol.tick_size = 0.0025;
        symbol.tick_value = 0.0025 * 2500.0 * cases[i][2];
        sample.entry = cases[i][0];
        sample.stop = cases[i][0] - 0.1;
        sample.volatility = 16.0 * cases[i][1] / 100.0;
        assert_near(size_of(&params, &symbol, &sample).cap[SIGMA_CAP_RISK], cases[i][3], 1e-5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lots_are_those_of_exact_fractions),
        cmocka_unit_test(the_plain_case_of_every_textbook),
        cmocka_unit_test(the_smallest_of_many_caps_binds),
        cmocka_unit_test(published_units_agree),
        cmocka_unit_test(published_contracts_from_margin_agree),
        cmocka_unit_test(published_stakes_agree),
        cmocka_unit_test(published_edges_agree),
        cmocka_unit_test(published_volatility_targets_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
