/* SPDX-License-Identifier: MIT */
#include "test.h"

static sigma_kelly_params defaults(void)
{
    sigma_kelly_params params;
    assert_int_equal(sigma_kelly_defaults(&params), SIGMA_OK);
    return params;
}

/* 10,000 at its peak, and a strategy with K = 0.1. */
static sigma_kelly_sample proven(void)
{
    return (sigma_kelly_sample){.balance = 10000.0,
                                .equity = 10000.0,
                                .peak = 10000.0,
                                .kelly = 0.1,
                                .mean = 0.2,
                                .error = 0.1,
                                .factor = 1.0,
                                .trades = 100.0};
}

static sigma_kelly_floor_result risk_of(const sigma_kelly_sample *sample)
{
    sigma_kelly_params params = defaults();
    sigma_kelly_floor_result result;
    assert_int_equal(sigma_kelly_floor(&params, sample, &result), SIGMA_OK);
    return result;
}

static void half_kelly_of_the_cushion(void **unused)
{
    sigma_kelly_sample s = proven();
    sigma_kelly_floor_result r = risk_of(&s);
    (void)unused;
    assert_near(r.cushion, 0.2, 1e-15);
    assert_near(r.kelly_risk, 0.01, 1e-15);
    assert_near(r.cushion_risk, 0.04, 1e-15);
    assert_near(r.fraction, 0.01, 1e-15);
    assert_near(r.risk, 100.0, 1e-15);
    assert_bits(r.drawdown, 0.0);
    assert_bits(r.capital, 10000.0);
    assert_int_equal(r.reason, SIGMA_KELLY_GROWTH);
}

/* Grossman and Zhou's share of Kelly by the drawdown, with a floor of 80 % and of 90 %. */
static void the_share_of_kelly_by_the_drawdown(void **unused)
{
    static const struct {
        double drawdown, floor, share;
    } known[] = {{0.00, 0.8, 0.2},
                 {0.02, 0.8, 0.18367346938775508},
                 {0.05, 0.8, 0.1578947368421052},
                 {0.08, 0.8, 0.13043478260869568},
                 {0.10, 0.8, 0.11111111111111105},
                 {0.15, 0.8, 0.05882352941176461},
                 {0.19, 0.8, 0.012345679012345734},
                 {0.00, 0.9, 0.09999999999999998},
                 {0.02, 0.9, 0.08163265306122447},
                 {0.05, 0.9, 0.05263157894736836},
                 {0.08, 0.9, 0.021739130434782594},
                 {0.10, 0.9, 0.0},
                 {0.15, 0.9, 0.0},
                 {0.19, 0.9, 0.0}};
    sigma_kelly_params params = defaults();
    (void)unused;
    params.fraction = 1.0;
    for (int32_t i = 0; i < COUNT_OF(known); i++) {
        sigma_kelly_sample s = proven();
        sigma_kelly_floor_result r;
        s.balance = s.equity = 10000.0 * (1.0 - known[i].drawdown);
        params.floor = known[i].floor;
        assert_int_equal(sigma_kelly_floor(&params, &s, &r), SIGMA_OK);
        assert_close(r.cushion, known[i].share, 1e-15);
        assert_close(r.kelly_risk, 0.1 * known[i].share, 1e-15);
        assert_close(r.drawdown, known[i].drawdown, 1e-15);
    }
}

static void the_smaller_of_balance_and_equity_counts(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.equity = 12000.0; /* floating profit adds nothing */
    assert_near(risk_of(&s).risk, 100.0, 1e-15);
    s.equity = 9000.0;
    assert_near(risk_of(&s).capital, 9000.0, 1e-15);
    assert_near(risk_of(&s).drawdown, 0.1, 1e-15);
    assert_near(risk_of(&s).risk, 0.05 * (9000.0 - 8000.0), 1e-13);
}

static void open_risk_takes_of_the_room(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.open_risk = 340.0; /* of 400 */
    assert_near(risk_of(&s).cushion_risk, 0.006, 1e-14);
    assert_near(risk_of(&s).risk, 60.0, 1e-13);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_CUSHION);
    s.open_risk = 400.0;
    assert_bits(risk_of(&s).risk, 0.0);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_CUSHION);
}

static void the_most_at_risk_binds(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.kelly = 0.3;
    assert_bits(risk_of(&s).fraction, 0.02);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_CAP);
}

static void factors_multiply_kelly(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.factor = 0.5;
    assert_near(risk_of(&s).risk, 50.0, 1e-15);
    s.factor = 1.5;
    assert_near(risk_of(&s).risk, 150.0, 1e-15);
    s.factor = 0.0;
    assert_bits(risk_of(&s).risk, 0.0);
}

static void at_the_floor_there_is_nothing(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.balance = s.equity = 8000.0;
    assert_bits(risk_of(&s).risk, 0.0);
    assert_bits(risk_of(&s).cushion, 0.0);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_FLOOR);
    s.balance = -50.0;
    assert_bits(risk_of(&s).capital, 0.0);
    assert_bits(risk_of(&s).drawdown, 1.0);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_FLOOR);
}

/* A balance above its peak is the peak. */
static void above_the_peak_there_is_no_drawdown(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.balance = s.equity = 10500.0;
    assert_bits(risk_of(&s).drawdown, 0.0);
    assert_near(risk_of(&s).cushion, 0.2, 1e-14);
}

static void without_a_floor_the_capital_is_the_cushion(void **unused)
{
    sigma_kelly_params params = defaults();
    sigma_kelly_sample s = proven();
    sigma_kelly_floor_result r;
    (void)unused;
    params.floor = 0.0;
    params.risk_max = 0.2;
    s.balance = s.equity = 100.0;
    assert_int_equal(sigma_kelly_floor(&params, &s, &r), SIGMA_OK);
    assert_bits(r.cushion, 1.0);
    assert_near(r.risk, 5.0, 1e-15);
}

/* From 30 trades on there must be an edge. */
static void without_edge_there_is_nothing(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.trades = 30.0;
    assert_true(risk_of(&s).risk > 0.0);
    s.mean = 0.0;
    assert_bits(risk_of(&s).risk, 0.0);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_NO_EDGE);
    s.mean = 0.2;
    s.kelly = 0.0;
    assert_bits(risk_of(&s).risk, 0.0);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_NO_EDGE);
}

static void few_trades_explore(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.trades = 29.0;
    s.kelly = 0.0;
    s.mean = -0.05;
    assert_bits(risk_of(&s).fraction, 0.005);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_EXPLORATION);
    s.factor = 0.5;
    assert_bits(risk_of(&s).fraction, 0.0025);
    s.factor = 1.5; /* a good factor does not enlarge an exploration */
    assert_bits(risk_of(&s).fraction, 0.005);
    s.factor = 1.0;
    s.kelly = 0.1; /* what is proven already is more */
    s.mean = 0.2;
    assert_near(risk_of(&s).fraction, 0.01, 1e-15);
    s.balance = s.equity = 8100.0;
    s.kelly = 0.0;
    assert_near(risk_of(&s).risk, 20.0, 1e-13);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_CUSHION);
}

/* From 10 trades on a mean that lies an error below zero ends it. */
static void a_bad_beginning_ends_the_exploration(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.kelly = 0.0;
    s.trades = 9.0;
    s.mean = -0.3;
    assert_bits(risk_of(&s).fraction, 0.005);
    s.trades = 10.0;
    assert_bits(risk_of(&s).fraction, 0.0);
    assert_int_equal(risk_of(&s).reason, SIGMA_KELLY_NO_EDGE);
    s.mean = -s.error;
    assert_bits(risk_of(&s).fraction, 0.005);
}

static double balance_for(const sigma_kelly_sample *sample, double risk)
{
    sigma_kelly_params params = defaults();
    double balance;
    assert_int_equal(sigma_kelly_balance(&params, sample, risk, &balance), SIGMA_OK);
    return balance;
}

/* Each term of (10) in turn. */
static void the_balance_that_a_smallest_lot_needs(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    assert_near(balance_for(&s, 10.0), 8000.0 + 10.0 / 0.05, 1e-11);
    s.open_risk = 200.0;
    assert_near(balance_for(&s, 10.0), 8000.0 + 5.0 * 210.0, 1e-11);
    assert_near(balance_for(&s, 1000.0), 100000.0, 1e-11); /* 20,000 above a peak that moves */
    assert_near(balance_for(&s, 390.0), 39000.0, 1e-11);
    s.kelly = 10.0;
    assert_near(balance_for(&s, 390.0), 19500.0, 1e-11);
    s.kelly = 0.1;
    s.trades = 5.0;
    s.kelly = s.open_risk = 0.0;
    assert_near(balance_for(&s, 45.0), 9000.0, 1e-11);
    s.kelly = 0.1;
    assert_near(balance_for(&s, 40.5), 8202.5, 1e-11);
    s.kelly = 1e-9;
    assert_near(balance_for(&s, 45.0), 9000.0, 1e-11);
}

static void no_balance_helps_without_edge(void **unused)
{
    sigma_kelly_sample s = proven();
    (void)unused;
    s.mean = -0.1;
    assert_bits(balance_for(&s, 10.0), 0.0);
    s = proven();
    s.factor = 0.0;
    assert_bits(balance_for(&s, 10.0), 0.0);
    s.factor = 1e-300;
    assert_bits(balance_for(&s, 10.0), 0.0);
}

static sigma_kelly_sample random_account(uint64_t *seed)
{
    double peak = test_decades(seed, 1.0, 1e9);
    sigma_kelly_sample s = {.balance = peak * test_between(seed, 0.75, 1.02),
                            .peak = peak,
                            .open_risk = peak * test_between(seed, 0.0, 0.04),
                            .kelly = test_between(seed, 0.0, 0.3),
                            .mean = test_between(seed, -0.1, 0.5),
                            .error = test_between(seed, 0.0, 0.3),
                            .factor = test_between(seed, 0.0, 1.5),
                            .trades = test_whole(seed, 0, 200)};
    s.equity = s.balance * test_between(seed, 0.97, 1.05);
    return s;
}

/* Every position closed at the gap loss below its entry leaves the balance at the floor. */
static void after_the_worst_the_balance_is_at_the_floor(void **unused)
{
    uint64_t seed = 80;
    int32_t bound = 0;
    (void)unused;
    for (int32_t i = 0; i < 200000; i++) {
        sigma_kelly_sample s = random_account(&seed);
        sigma_kelly_floor_result r = risk_of(&s);
        if (r.risk > 0.0) {
            double after = s.balance - 5.0 * (s.open_risk + r.risk);
            assert_true(after >= 0.8 * s.peak * (1.0 - 1e-12));
            assert_true(r.risk <= 0.02 * fmin(s.balance, s.equity) * (1.0 + 1e-15));
            bound += r.reason == SIGMA_KELLY_CUSHION;
        }
    }
    assert_true(bound > 10000);
}

/* Trades at the gap loss, one after the other, opened as large as allowed: the floor holds. */
static void a_row_of_gaps_never_breaks_the_floor(void **unused)
{
    (void)unused;
    for (int32_t i = 1; i <= 40; i++) {
        sigma_kelly_sample s = proven();
        s.kelly = i * 0.05;
        for (int32_t trade = 0; trade < 200; trade++) {
            s.balance -= 5.0 * risk_of(&s).risk;
            s.equity = s.balance;
            assert_true(s.balance >= 8000.0 * (1.0 - 1e-12));
        }
    }
}

/* Losses of 1 R one after the other leave (1 - c)^n of what was above the floor, c = fraction K:
 * the closed form of exposure in proportion to it (Grossman and Zhou). Floating profit beside it
 * changes nothing. */
static void what_is_above_the_floor_decays_in_proportion(void **unused)
{
    sigma_kelly_sample s = proven();
    double left = 2000.0;
    (void)unused;
    for (int32_t n = 0; n < 100; n++) {
        s.equity = s.balance + 37.0 * (n % 3);
        s.balance -= risk_of(&s).risk;
        left *= 1.0 - 0.5 * 0.1;
        assert_close(s.balance - 8000.0, left, 1e-10);
    }
}

static void more_money_is_never_less_risk(void **unused)
{
    uint64_t seed = 81;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        sigma_kelly_sample s = random_account(&seed), richer = s;
        richer.balance *= 1.01;
        richer.equity *= 1.01;
        assert_true(risk_of(&richer).risk >= risk_of(&s).risk * (1.0 - 1e-12));
    }
}

static void the_least_balance_suffices_and_hardly_less_does(void **unused)
{
    uint64_t seed = 82;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        sigma_kelly_sample s = random_account(&seed);
        double risk = s.peak * test_decades(&seed, 1e-5, 0.05), balance = balance_for(&s, risk);
        if (balance > 0.0) {
            s.balance = s.equity = balance;
            assert_true(risk_of(&s).risk >= risk);
            s.balance = s.equity = balance * (1.0 - 1e-9);
            assert_true(risk_of(&s).risk < risk);
        }
    }
}

static void scaling_money_by_a_power_of_two_changes_no_bit(void **unused)
{
    uint64_t seed = 83;
    (void)unused;
    for (int32_t i = 0; i < 50000; i++) {
        sigma_kelly_sample s = random_account(&seed), scaled = s;
        scaled.balance *= 0x1p9;
        scaled.equity *= 0x1p9;
        scaled.peak *= 0x1p9;
        scaled.open_risk *= 0x1p9;
        assert_bits(risk_of(&scaled).risk, 0x1p9 * risk_of(&s).risk);
        assert_bits(risk_of(&scaled).fraction, risk_of(&s).fraction);
    }
}

static void what_is_out_of_range_is_refused(void **unused)
{
    sigma_kelly_params params = defaults();
    sigma_kelly_sample s = proven();
    sigma_kelly_floor_result r;
    double balance = 7.0;
    (void)unused;
    s.peak = NOT_A_NUMBER;
    memset(&r, 7, sizeof r);
    assert_int_equal(sigma_kelly_floor(&params, &s, &r), SIGMA_E_RANGE);
    assert_zero(r);
    assert_int_equal(sigma_kelly_balance(&params, &s, 1.0, &balance), SIGMA_E_RANGE);
    assert_bits(balance, 0.0);
    s = proven();
    assert_int_equal(sigma_kelly_balance(&params, &s, 0.0, &balance), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_balance(&params, &s, NOT_A_NUMBER, &balance), SIGMA_E_RANGE);
    params.risk_max = 0.3;
    assert_int_equal(sigma_kelly_floor(&params, &s, &r), SIGMA_E_RANGE);
    assert_int_equal(sigma_kelly_balance(&params, &s, 1.0, &balance), SIGMA_E_RANGE);
}

static void null_is_refused(void **unused)
{
    sigma_kelly_params params = defaults();
    sigma_kelly_sample s = proven();
    sigma_kelly_floor_result r;
    double balance = 7.0;
    (void)unused;
    assert_int_equal(sigma_kelly_floor(&params, &s, NULL), SIGMA_E_NULL);
    memset(&r, 7, sizeof r);
    assert_int_equal(sigma_kelly_floor(NULL, &s, &r), SIGMA_E_NULL);
    assert_zero(r);
    assert_int_equal(sigma_kelly_floor(&params, NULL, &r), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_balance(&params, &s, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_kelly_balance(NULL, &s, 1.0, &balance), SIGMA_E_NULL);
    assert_bits(balance, 0.0);
    assert_int_equal(sigma_kelly_balance(&params, NULL, 1.0, &balance), SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_kelly_of_the_cushion),
        cmocka_unit_test(the_share_of_kelly_by_the_drawdown),
        cmocka_unit_test(the_smaller_of_balance_and_equity_counts),
        cmocka_unit_test(open_risk_takes_of_the_room),
        cmocka_unit_test(the_most_at_risk_binds),
        cmocka_unit_test(factors_multiply_kelly),
        cmocka_unit_test(at_the_floor_there_is_nothing),
        cmocka_unit_test(above_the_peak_there_is_no_drawdown),
        cmocka_unit_test(without_a_floor_the_capital_is_the_cushion),
        cmocka_unit_test(without_edge_there_is_nothing),
        cmocka_unit_test(few_trades_explore),
        cmocka_unit_test(a_bad_beginning_ends_the_exploration),
        cmocka_unit_test(the_balance_that_a_smallest_lot_needs),
        cmocka_unit_test(no_balance_helps_without_edge),
        cmocka_unit_test(after_the_worst_the_balance_is_at_the_floor),
        cmocka_unit_test(a_row_of_gaps_never_breaks_the_floor),
        cmocka_unit_test(what_is_above_the_floor_decays_in_proportion),
        cmocka_unit_test(more_money_is_never_less_risk),
        cmocka_unit_test(the_least_balance_suffices_and_hardly_less_does),
        cmocka_unit_test(scaling_money_by_a_power_of_two_changes_no_bit),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
