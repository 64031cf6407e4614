/* SPDX-License-Identifier: MIT */
/* A trade without a setting: Mathematician's published numbers, each formula, and what must always
 * hold. */
#include "damage.h"
#include "samples.h"
#include "test.h"

typedef struct inputs {
    sigma_automatic_params params;
    sigma_symbol symbol;
    sigma_automatic_sample sample;
} inputs;

/* 10,000; a unit a lot at 100, an ATR of 1.5 %, no history. */
static inputs plain(void)
{
    inputs in = {.symbol = sample_symbol(),
                 .sample = {.equity = 10000.0,
                            .balance = 10000.0,
                            .peak = 10000.0,
                            .entry = 100.0,
                            .atr = 1.5,
                            .win_rate = 0.55,
                            .payoff = 2.0,
                            .profit_factor = 1.4,
                            .win_mean = 10.0,
                            .mean = 0.65,
                            .side = SIGMA_SIDE_LONG}};
    assert_int_equal(sigma_automatic_defaults(&in.params), SIGMA_OK);
    in.symbol.tick_size = in.symbol.tick_value = 1e-4;
    in.symbol.contract_size = 1.0;
    in.symbol.lot_max = 1e9;
    in.symbol.leverage = 500.0;
    in.params.sizing.floor = 0.0;
    return in;
}

static sigma_automatic_result found(const inputs *in)
{
    sigma_automatic_result result;
    assert_int_equal(sigma_automatic_evaluate(&in->params, &in->symbol, &in->sample, &result),
                     SIGMA_OK);
    return result;
}

/* An ATR of 1.5 % gives a stop 2.25 % away; at a win rate of 0.55 the target 8.18 %, half of it
 * 4.09 %. Leverage is 3 without history. 200 at risk of 2.25 a unit. */
static void published_levels_and_leverage(void **unused)
{
    inputs in = plain();
    sigma_automatic_result r = found(&in);
    (void)unused;
    assert_near(r.stops.stop, 97.75, 1e-14);
    assert_close(r.stops.target, 108.1818, 1e-4);
    assert_close(r.stops.partial, 104.0909, 1e-4);
    assert_bits(r.leverage, 3.0);
    assert_near(r.risk, 200.0, 1e-14);
    assert_near(r.sizing.lots, 200.0 / 2.25, 1e-3);
    assert_near(r.sizing.margin, r.sizing.lots * 100.0 / 3.0, 1e-13);
    assert_true(r.assumed == 0x1f); /* nothing was given */
    assert_bits(r.sizing.expected_profit, 0.0);
}

/* The published margin: 200 at risk with a stop 0.8 % away are 25,000, at leverage 3 8,333.33. */
static void the_published_margin(void **unused)
{
    inputs in = plain();
    (void)unused;
    in.sample.atr = 0.8 / 1.5;
    in.params.sizing.margin_max = 1.0;
    sigma_automatic_result r = found(&in);
    assert_near(r.stops.distance, 0.8, 1e-12);
    assert_near(r.sizing.lots, 250.0, 1e-4);
    assert_near(r.sizing.margin, 8333.333333333334, 1e-4);
}

/* (2) by win rate and profit factor, where the extra 1 of (3) is 1 and nothing holds it. */
static void leverage_follows_the_history(void **unused)
{
    static const double cases[][3] = {{0.61, 1.6, 10.0}, {0.61, 1.5, 7.0},  {0.6, 9.0, 7.0},
                                      {0.51, 1.31, 7.0}, {0.51, 1.3, 5.0},  {0.5, 1.2, 5.0},
                                      {0.39, 1.2, 3.0},  {0.45, 0.99, 3.0}, {0.39, 0.5, 3.0}};
    inputs in = plain();
    (void)unused;
    in.params.leverage_max = 20.0;
    in.sample.trades = 50;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        in.sample.win_rate = cases[i][0];
        in.sample.profit_factor = cases[i][1];
        assert_bits(found(&in).leverage, cases[i][2]);
        in.params.leverage_max = 5.0;
        assert_bits(found(&in).leverage, fmin(cases[i][2], 5.0));
        in.params.leverage_max = 20.0;
    }
    in.sample.win_rate = 0.7;
    in.sample.profit_factor = 2.0;
    in.sample.volatility = 0.06;
    in.sample.given = test_bit(SIGMA_INPUT_VOLATILITY);
    assert_near(found(&in).leverage, 7.0, 1e-15);
    in.params.conservative = 1;
    assert_near(found(&in).leverage, 4.2, 1e-15);
    in.sample.strength = in.sample.confidence = 1.0;
    in.sample.given |= test_bit(SIGMA_INPUT_STRENGTH) | test_bit(SIGMA_INPUT_CONFIDENCE);
    assert_near(found(&in).leverage, 4.2 * 1.25, 1e-15);
    assert_true(found(&in).assumed == test_bit(SIGMA_INPUT_LIQUIDITY));
    in.symbol.leverage = 2.0;
    assert_bits(found(&in).leverage, 2.0);
    in.symbol.leverage = 1.0;
    assert_bits(found(&in).leverage, 1.0);
}

/* (1): 3,000 free of 10,000 are enough; 1,500 halve the risk. Up to 70 % in use it is whole. */
static void risk_falls_with_the_free_margin(void **unused)
{
    static const double cases[][2] = {
        {0.0, 200.0}, {7000.0, 200.0}, {8500.0, 50.0}, {1e4, 0.0}, {2e4, 0.0}};
    inputs in = plain();
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(cases); i++) {
        in.sample.margin = cases[i][0];
        assert_close(found(&in).risk, cases[i][1], 1e-10);
    }
}

/* (4): 0.55 - 0.45 / 2 = 0.325, half of it far above 2 %; with a payoff of 0.85 it is 0.0103. */
static void kelly_only_bounds(void **unused)
{
    inputs in = plain();
    (void)unused;
    in.sample.trades = 19;
    assert_bits(found(&in).kelly, 0.0);
    in.sample.trades = 20;
    assert_near(found(&in).kelly, 0.1625, 1e-14);
    assert_near(found(&in).risk, 200.0, 1e-14);
    in.sample.payoff = 0.85;
    assert_near(found(&in).risk, 1e4 * 0.5 * (0.55 - 0.45 / 0.85), 1e-11);
    in.sample.payoff = 0.5;
    assert_bits(found(&in).sizing.lots, 0.0); /* no edge, no size */
    in.sample.payoff = 0.0;                   /* not known: no loss yet */
    assert_near(found(&in).risk, 200.0, 1e-14);
}

/* (5) at 50 trades, leverage 5 of 20, a volatility of 2 %, strength and liquidity 0.8, a tenth in
 * use and 5 % below the peak. */
static void confidence_is_the_mean_of_four(void **unused)
{
    inputs in = plain();
    (void)unused;
    in.sample.trades = 50;
    in.sample.volatility = 0.02;
    in.sample.strength = in.sample.liquidity = 0.8;
    in.sample.given = test_bit(SIGMA_INPUT_VOLATILITY) | test_bit(SIGMA_INPUT_STRENGTH) |
                      test_bit(SIGMA_INPUT_LIQUIDITY);
    in.sample.margin = 950.0;
    in.sample.balance = in.sample.equity = 9500.0;
    sigma_automatic_result r = found(&in);
    assert_bits(r.leverage, 5.0);
    assert_near(r.by_sample, 0.5, 1e-15);
    assert_near(r.by_leverage, 0.75, 1e-15);
    assert_near(r.by_market, 0.8, 1e-15);
    assert_near(r.by_portfolio, (0.9 + 0.75) / 2.0, 1e-14);
    assert_near(r.confidence, (0.5 + 0.75 + 0.8 + 0.825) / 4.0, 1e-14);
}

static inputs random_trade(uint64_t *seed)
{
    inputs in = plain();
    in.sample.equity = in.sample.balance * test_between(seed, 0.8, 1.2);
    in.sample.margin = in.sample.balance * fmax(0.0, test_between(seed, -0.5, 1.2));
    in.sample.atr = test_between(seed, 0.1, 8.0);
    in.sample.strength = test_random(seed);
    in.sample.confidence = test_random(seed);
    in.sample.volatility = test_between(seed, 0.0, 0.2);
    in.sample.liquidity = test_random(seed);
    in.sample.win_rate = test_between(seed, 0.05, 0.95);
    in.sample.payoff = test_between(seed, 0.2, 4.0);
    in.sample.profit_factor = test_between(seed, 0.2, 4.0);
    in.sample.win_mean = test_between(seed, 0.5, 5.0);
    in.sample.mean = test_between(seed, -0.2, 1.0);
    in.sample.trades = test_whole(seed, 0, 150);
    in.sample.given = test_random_bits(seed) & 0xf;
    in.sample.side = test_whole(seed, 1, 2);
    in.params.conservative = test_whole(seed, 0, 1);
    in.symbol.spread = test_between(seed, 0.0, 100.0);
    in.symbol.commission = test_random(seed) / 100.0;
    return in;
}

/* Never more at risk than the share of the balance or Kelly; the expected profit is that of win and
 * loss; leverage changes no size but where margin binds. */
static void what_must_always_hold(void **unused)
{
    uint64_t seed = 97;
    int32_t sized = 0, expected = 0;
    (void)unused;
    for (int32_t i = 0; i < 20000; i++) {
        inputs in = random_trade(&seed), other = in;
        sigma_automatic_result r = found(&in);
        const sigma_automatic_sample *x = &in.sample;
        assert_true(r.risk <= 0.02 * x->balance * (1.0 + 1e-15));
        assert_true(r.kelly == 0.0 || r.risk <= r.kelly * x->equity);
        assert_true(r.leverage >= 1.0 && r.leverage <= 5.0);
        assert_true(r.confidence >= 0.0 && r.confidence <= 1.0);
        assert_true(r.sizing.risk <= r.risk * (1.0 + 1e-12));
        assert_near(r.sizing.margin, r.sizing.notional / r.leverage, 1e-14);
        if (x->trades > 0 && r.sizing.lots > 0.0 && r.stops.target > 0.0) {
            double lots = r.sizing.lots, p = x->win_rate, cost = r.sizing.cost_per_lot;
            double gain = fabs(r.stops.target - x->entry), loss = r.stops.distance;
            double wanted = lots * (p * gain - (1.0 - p) * loss - cost);
            assert_close(r.sizing.expected_profit, wanted, 1e-9 * (gain + loss) * lots);
            expected++;
        }
        other.params.leverage_max = test_between(&seed, 1.0, 5.0);
        sigma_automatic_result o = found(&other);
        bool binds = r.sizing.binding == SIGMA_CAP_MARGIN || o.sizing.binding == SIGMA_CAP_MARGIN;
        assert_true(binds || r.sizing.lots == o.sizing.lots);
        sized += r.sizing.lots > 0.0;
    }
    assert_true(sized > 5000 && expected > 4000);
}

static void without_an_atr_there_is_no_trade(void **unused)
{
    inputs in = plain();
    (void)unused;
    in.sample.atr = 0.0;
    sigma_automatic_result r = found(&in);
    assert_true(r.stops.refused & test_bit(SIGMA_REASON_STOP));
    assert_zero(r.sizing);
}

static sigma_status status_of(const inputs *in)
{
    sigma_automatic_result result;
    memset(&result, 7, sizeof result);
    sigma_status status = sigma_automatic_evaluate(&in->params, &in->symbol, &in->sample, &result);
    if (status < 0) {
        assert_zero(result);
    }
    return status;
}

static void params_refused(const void *damaged, const sigma_field *field, void *context)
{
    inputs in = plain();
    (void)field;
    (void)context;
    memcpy(&in.params, damaged, sizeof in.params);
    assert_int_equal(status_of(&in), SIGMA_E_RANGE);
}

static void sample_refused(const void *damaged, const sigma_field *field, void *context)
{
    inputs in = plain();
    (void)field;
    (void)context;
    memcpy(&in.sample, damaged, sizeof in.sample);
    assert_int_equal(status_of(&in), SIGMA_E_RANGE);
}

static void what_is_out_of_range_is_refused(void **unused)
{
    inputs in = plain(), other = in;
    (void)unused;
    assert_true(damage_each(SIGMA_KIND_AUTOMATIC_PARAMS, &in.params, params_refused, NULL) > 30);
    assert_true(damage_each(SIGMA_KIND_AUTOMATIC_SAMPLE, &in.sample, sample_refused, NULL) > 60);
    other.params.stops.scheme = SIGMA_SCHEME_SIGMA;
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
    other = in;
    other.params.sizing.mode = SIGMA_MODE_FRACTION;
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
    other = in;
    other.params.stops.atr_multiple = 100.0;
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
    other = in;
    other.params.sizing.floor = 2.0;
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
    other.sample.atr = 0.0; /* so that nothing is sized */
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
    other = in;
    other.params.stops.win_rate = 2.0;
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
    other = in;
    other.symbol.tick_size = 0.0;
    assert_int_equal(status_of(&other), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    inputs in = plain();
    sigma_automatic_result r;
    (void)unused;
    assert_int_equal(sigma_automatic_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_automatic_evaluate(NULL, &in.symbol, &in.sample, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_automatic_evaluate(&in.params, NULL, &in.sample, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_automatic_evaluate(&in.params, &in.symbol, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_automatic_evaluate(&in.params, &in.symbol, &in.sample, NULL),
                     SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_levels_and_leverage),
        cmocka_unit_test(the_published_margin),
        cmocka_unit_test(leverage_follows_the_history),
        cmocka_unit_test(risk_falls_with_the_free_margin),
        cmocka_unit_test(kelly_only_bounds),
        cmocka_unit_test(confidence_is_the_mean_of_four),
        cmocka_unit_test(what_must_always_hold),
        cmocka_unit_test(without_an_atr_there_is_no_trade),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
