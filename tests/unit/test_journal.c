/* SPDX-License-Identifier: MIT */
/* The journal by hand: every statistic on trades that one can add up. */
#include "samples.h"
#include "test.h"

static sigma_journal journal; /* 33 KB */

static void start(double equity)
{
    sigma_journal_params params;
    assert_int_equal(sigma_journal_defaults(&params, equity), SIGMA_OK);
    assert_int_equal(sigma_journal_init(&journal, &params), SIGMA_OK);
}

static void add(sigma_trade trade, int32_t hours)
{
    trade.closed += hours * SAMPLE_HOUR;
    assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
}

static sigma_journal_result read_of(int32_t window)
{
    sigma_journal_result result;
    assert_int_equal(sigma_journal_read(&journal, window, &result), SIGMA_OK);
    return result;
}

static void a_new_journal_holds_nothing(void **unused)
{
    sigma_journal_result result, empty = {.equity = 1e4, .peak = 1e4};
    sigma_journal_calibration calibration;
    sigma_journal_comparison comparison;
    double multiple = 9.0;
    int32_t count = 9;
    (void)unused;
    start(1e4);
    assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &result), SIGMA_WARMUP);
    assert_same(result, empty);
    assert_int_equal(sigma_journal_read(&journal, 30, &result), SIGMA_WARMUP);
    assert_same(result, empty);
    assert_int_equal(sigma_journal_calibrate(&journal, 30, &calibration), SIGMA_WARMUP);
    assert_zero(calibration);
    assert_int_equal(sigma_journal_compare(&journal, &comparison), SIGMA_WARMUP);
    assert_zero(comparison);
    assert_int_equal(sigma_journal_multiples(&journal, 500, &multiple, 0, &count), SIGMA_OK);
    assert_int_equal(count, 0);
    assert_bits(multiple, 9.0);
}

/* R: 2 -1 0 -1 3 1 -1; all risk 100. Sum 3, squares 17, deviation^2 = (17 - 9/7) / 6. */
static const double results[7] = {200.0, -100.0, 0.0, -100.0, 300.0, 100.0, -100.0};

static void a_worked_example(void **unused)
{
    (void)unused;
    start(1000.0);
    for (int32_t i = 0; i < 7; i++) {
        add(sample_trade(results[i], 100.0), 100 * i);
    }
    sigma_journal_result r = read_of(SIGMA_JOURNAL_ALL);
    const sigma_journal_series *s = &r.multiple;
    assert_int_equal(s->trades, 7);
    assert_int_equal(s->wins, 3);
    assert_int_equal(s->losses, 3);
    assert_int_equal(s->evens, 1);
    assert_near(s->win_rate, 3.0 / 7.0, 1e-15);
    assert_near(s->expectancy, 3.0 / 7.0, 1e-15);
    assert_bits(s->total, 3.0);
    assert_bits(s->gross_profit, 6.0);
    assert_bits(s->gross_loss, 3.0);
    assert_bits(s->average_win, 2.0);
    assert_bits(s->average_loss, 1.0);
    assert_bits(s->payoff, 2.0);
    assert_bits(s->profit_factor, 2.0);
    assert_bits(s->best, 3.0);
    assert_bits(s->worst, -1.0);
    assert_near(s->deviation, sqrt((17.0 - 9.0 / 7.0) / 6.0), 1e-15);
    assert_near(s->downside, sqrt(3.0 / 7.0), 1e-15);
    assert_near(s->sharpe, 3.0 / 7.0 / s->deviation, 1e-15);
    assert_near(s->sortino, 3.0 / 7.0 / s->downside, 1e-15);
    assert_near(s->trades_a_year, 6.0 / (600.0 / (365.25 * 24.0)), 1e-15);
    assert_near(s->sharpe_year, s->sharpe * sqrt(s->trades_a_year), 1e-15);
    assert_near(s->sortino_year, s->sortino * sqrt(s->trades_a_year), 1e-15);
    assert_bits(s->drawdown, 2.0); /* 2 1 1 0 3 4 3 */
    assert_bits(s->drawdown_now, 1.0);
    assert_int_equal(s->streak, -1);
    assert_int_equal(s->most_wins, 2);
    assert_int_equal(s->most_losses, 1); /* the break-even between two ends a row */
    assert_int_equal(s->ranked, 7);
    assert_bits(s->lower, -1.0);
    assert_bits(s->upper, 3.0);
    assert_bits(s->tail_ratio, 3.0);
    assert_bits(s->cvar, 1.0);
    assert_bits(r.equity, 1300.0);
    assert_bits(r.peak, 1400.0);
    assert_near(r.drawdown, 200.0 / 1200.0, 1e-15);
    assert_near(r.drawdown_now, 100.0 / 1400.0, 1e-15);
    assert_near(r.confidence, 0.07, 1e-15);
    assert_int_equal(r.stage, SIGMA_STAGE_EXPLORATION);
    assert_int_equal(r.win_rate_grade, SIGMA_GRADE_UNKNOWN);
}

static void money_is_a_hundred_times_r_here(void **unused)
{
    (void)unused;
    start(1000.0);
    for (int32_t i = 0; i < 7; i++) {
        add(sample_trade(results[i], 100.0), 100 * i);
    }
    sigma_journal_result r = read_of(3);
    assert_int_equal(r.trades, 3);
    assert_bits(r.cash.total, 300.0);
    assert_bits(r.multiple.total, 3.0);
    assert_bits(r.cash.expectancy, 100.0);
    assert_bits(r.cash.payoff, 2.0);
    assert_bits(r.cash.cvar, 100.0);
    assert_bits(r.equity, 1300.0);
    assert_bits(r.peak, 1400.0);
    assert_near(r.drawdown, 100.0 / 1400.0, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_journal_holds_nothing),
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(money_is_a_hundred_times_r_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
