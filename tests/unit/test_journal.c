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

static void a_trade_may_make_a_million_times_its_risk(void **unused)
{
    static const double made[] = {2e5, -5e5, 1e6, -1e6};
    double multiple[SIGMA_JOURNAL_SPACE];
    int32_t count;
    (void)unused;
    start(1e9);
    for (int32_t i = 0; i < COUNT_OF(made); i++) {
        add(sample_trade(100.0 * made[i], 100.0), i);
    }
    assert_int_equal(sigma_journal_multiples(&journal, 500, multiple, 500, &count), SIGMA_OK);
    assert_int_equal(count, COUNT_OF(made));
    for (int32_t i = 0; i < count; i++) {
        assert_bits(multiple[i], made[i]);
    }
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

/* 1000 -> 900 -> 1100; 1100 are paid in, so 900 of 1000 are 1800 of 2000; then -400 of 2200. */
static void cash_flows_are_no_drawdown(void **unused)
{
    sigma_trade trade = sample_trade(-400.0, 100.0);
    (void)unused;
    start(1000.0);
    add(sample_trade(-100.0, 100.0), 0);
    add(sample_trade(200.0, 100.0), 1);
    trade.balance = 2200.0;
    trade.given |= test_bit(SIGMA_TRADE_BALANCE);
    add(trade, 2);
    sigma_journal_result r = read_of(SIGMA_JOURNAL_ALL);
    assert_bits(r.equity, 1800.0);
    assert_bits(r.peak, 2200.0);
    assert_near(r.drawdown, 400.0 / 2200.0, 1e-15);
    trade.balance = 900.0; /* half of it taken out: the peak goes with it */
    add(trade, 3);
    r = read_of(SIGMA_JOURNAL_ALL);
    assert_bits(r.equity, 500.0);
    assert_bits(r.peak, 1100.0);
    assert_near(r.drawdown_now, 600.0 / 1100.0, 1e-15);
}

static void more_than_all_can_be_lost_and_put_back(void **unused)
{
    sigma_trade trade = sample_trade(50.0, 100.0);
    (void)unused;
    start(100.0);
    add(sample_trade(-120.0, 100.0), 0);
    add(sample_trade(-30.0, 100.0), 1);
    sigma_journal_result r = read_of(SIGMA_JOURNAL_ALL);
    assert_bits(r.equity, -50.0);
    assert_bits(r.peak, 100.0);
    assert_bits(r.drawdown, 1.5);
    r = read_of(1); /* began below zero */
    assert_bits(r.peak, -20.0);
    assert_bits(r.drawdown, 0.0);
    trade.balance = 200.0;
    trade.given |= test_bit(SIGMA_TRADE_BALANCE);
    add(trade, 2);
    r = read_of(SIGMA_JOURNAL_ALL);
    assert_bits(r.peak, 250.0);
    assert_bits(r.drawdown, 1.5);
    assert_bits(r.drawdown_now, 0.0);
}

/* They teach, but neither earn nor cost. */
static void trades_on_paper_count_in_r_alone(void **unused)
{
    sigma_trade paper = sample_trade(-200.0, 100.0);
    (void)unused;
    start(1000.0);
    paper.balance = 7.0;
    paper.given |= test_bit(SIGMA_TRADE_PAPER) | test_bit(SIGMA_TRADE_BALANCE);
    add(paper, 0);
    add(sample_trade(100.0, 100.0), 1);
    add(paper, 2);
    sigma_journal_result r = read_of(SIGMA_JOURNAL_ALL), window = read_of(2);
    assert_int_equal(r.trades, 3);
    assert_int_equal(r.paper, 2);
    assert_int_equal(r.cash.trades, 1);
    assert_bits(r.cash.total, 100.0);
    assert_int_equal(r.multiple.trades, 3);
    assert_bits(r.multiple.total, -3.0);
    assert_bits(r.equity, 1100.0);
    assert_bits(r.drawdown, 0.0);
    assert_int_equal(window.paper, 1);
    assert_bits(window.multiple.total, -1.0);
    window = read_of(1);
    assert_int_equal(window.cash.trades, 0);
    assert_int_equal(window.cash.ranked, 0);
    assert_bits(window.equity, 1100.0);
}

static void trades_without_a_stop_count_in_money_alone(void **unused)
{
    sigma_trade bare = sample_trade(-200.0, 100.0);
    double r[3];
    int32_t count;
    (void)unused;
    start(1000.0);
    bare.given = 0;
    add(bare, 0);
    add(sample_trade(100.0, 100.0), 1);
    sigma_journal_result all = read_of(SIGMA_JOURNAL_ALL);
    assert_int_equal(all.cash.trades, 2);
    assert_int_equal(all.multiple.trades, 1);
    assert_bits(all.multiple.total, 1.0);
    assert_int_equal(sigma_journal_multiples(&journal, 2, r, 3, &count), SIGMA_OK);
    assert_int_equal(count, 1);
    assert_bits(r[0], 1.0);
}

/* 100 trades an hour apart: 70 of +1.5 and -1 in turn, then 30 of which a third win. */
static void start_decay(void)
{
    start(1e5);
    for (int32_t i = 0; i < 100; i++) {
        bool wins = i < 70 ? i % 2 == 0 : i % 3 == 0;
        add(sample_trade(wins ? 15.0 : -10.0, 10.0), i);
    }
}

static void the_shorter_window_against_the_longer(void **unused)
{
    sigma_journal_comparison c;
    (void)unused;
    start_decay();
    assert_int_equal(sigma_journal_compare(&journal, &c), SIGMA_OK);
    assert_int_equal(c.multiple.trades, 100);
    assert_bits(c.multiple.longer_win_rate, 0.45);
    assert_near(c.multiple.shorter_win_rate, 1.0 / 3.0, 1e-15);
    assert_near(c.multiple.win_rate_drop, 0.35 / 1.35, 1e-14);
    assert_bits(c.multiple.longer_expectancy, 0.125);
    assert_near(c.multiple.shorter_expectancy, -1.0 / 6.0, 1e-15);
    assert_near(c.multiple.expectancy_drop, (0.125 + 1.0 / 6.0) / 0.125, 1e-15);
    assert_int_equal(c.multiple.degraded, 1);
    assert_near(c.cash.expectancy_drop, c.multiple.expectancy_drop, 1e-15);
    journal.params.win_rate_drop = 0.26;
    journal.params.expectancy_drop = 3.0;
    assert_int_equal(sigma_journal_compare(&journal, &c), SIGMA_OK);
    assert_int_equal(c.cash.degraded, 0);
    journal.params.win_rate_drop = 0.25;
    assert_int_equal(sigma_journal_compare(&journal, &c), SIGMA_OK);
    assert_int_equal(c.cash.degraded, 1);
    journal.params.win_rate_drop = 1.0;
    journal.params.expectancy_drop = 2.0;
    assert_int_equal(sigma_journal_compare(&journal, &c), SIGMA_OK);
    assert_int_equal(c.cash.degraded, 1);
}

static void stages_and_confidence_grow_with_the_sample(void **unused)
{
    (void)unused;
    start(1e5);
    for (int32_t n = 1; n <= 120; n++) {
        add(sample_trade(1.0, 10.0), n);
        sigma_journal_result r = read_of(10);
        assert_int_equal(r.stage, n < 30    ? SIGMA_STAGE_EXPLORATION
                                  : n < 100 ? SIGMA_STAGE_BUILDING
                                            : SIGMA_STAGE_ESTABLISHED);
        assert_near(r.confidence, fmin(n / 100.0, 1.0), 1e-15);
        assert_int_equal(r.recorded, n);
        assert_int_equal(r.trades, n < 10 ? n : 10);
        assert_int_equal(r.win_rate_grade, SIGMA_GRADE_UNKNOWN); /* of ten trades */
        assert_int_equal(r.expectancy_grade, SIGMA_GRADE_UNKNOWN);
    }
}

/* Of 40 trades, wins first, so that the drawdown is the losses. */
static sigma_journal_result graded(int32_t wins, double win, double loss, int64_t apart)
{
    start(1000.0);
    for (int32_t i = 0; i < 40; i++) {
        sigma_trade trade = sample_trade(i < wins ? win : -loss, 10.0);
        trade.closed += i * apart;
        assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
    }
    return read_of(SIGMA_JOURNAL_ALL);
}

static void grades_by_the_published_bands(void **unused)
{
    static const int32_t win_rates[] = {SIGMA_GRADE_CRITICAL, SIGMA_GRADE_DOUBTFUL,
                                        SIGMA_GRADE_FAIR, SIGMA_GRADE_GOOD, SIGMA_GRADE_EXCELLENT};
    static const int32_t wins[] = {13, 14, 20, 24, 30};
    (void)unused;
    for (int32_t i = 0; i < 5; i++) {
        assert_int_equal(graded(wins[i], 10.0, 10.0, SAMPLE_HOUR).win_rate_grade, win_rates[i]);
    }
    assert_int_equal(graded(39, 10.0, 10.0, SAMPLE_HOUR).drawdown_grade, SIGMA_GRADE_EXCELLENT);
    assert_int_equal(graded(39, 10.0, 100.0, SAMPLE_HOUR).drawdown_grade, SIGMA_GRADE_FAIR);
    assert_int_equal(graded(39, 10.0, 160.0, SAMPLE_HOUR).drawdown_grade, SIGMA_GRADE_DOUBTFUL);
    assert_int_equal(graded(39, 10.0, 300.0, SAMPLE_HOUR).drawdown_grade, SIGMA_GRADE_CRITICAL);
    assert_int_equal(graded(39, 20.0, 10.0, SAMPLE_HOUR).expectancy_grade, SIGMA_GRADE_EXCELLENT);
    assert_int_equal(graded(39, 5.0, 10.0, SAMPLE_HOUR).expectancy_grade, SIGMA_GRADE_FAIR);
    assert_int_equal(graded(1, 5.0, 10.0, SAMPLE_HOUR).expectancy_grade, SIGMA_GRADE_CRITICAL);
    assert_int_equal(graded(30, 5.0, 10.0, SAMPLE_HOUR).sharpe_grade, SIGMA_GRADE_EXCELLENT);
    assert_int_equal(graded(1, 5.0, 10.0, SAMPLE_HOUR).sharpe_grade, SIGMA_GRADE_CRITICAL);
    assert_int_equal(graded(30, 5.0, 10.0, 0).sharpe_grade, SIGMA_GRADE_UNKNOWN);
}

static void without_r_grades_are_of_money(void **unused)
{
    (void)unused;
    start(1000.0);
    for (int32_t i = 0; i < 40; i++) {
        sigma_trade trade = sample_trade(i % 2 ? 5.0 : -5.0, 0.0);
        trade.given = 0;
        add(trade, i);
    }
    assert_int_equal(read_of(40).win_rate_grade, SIGMA_GRADE_FAIR);
}

static sigma_trade claimed(double profit, double expected, double probability)
{
    sigma_trade trade = sample_trade(profit, 100.0);
    trade.expected = expected;
    trade.probability = probability;
    trade.given |= test_bit(SIGMA_TRADE_EXPECTED) | test_bit(SIGMA_TRADE_PROBABILITY);
    return trade;
}

/* R came 2 -1 1 -1, was expected 0.5 0.5 0.5 0.1: the excess is 1.5 -1.5 0.5 -1.1, its mean -0.15,
 * its squares 5.96 - 4 x 0.0225 = 5.87. */
static void what_was_expected_against_what_came(void **unused)
{
    sigma_journal_calibration c;
    (void)unused;
    start(1000.0);
    add(claimed(200.0, 50.0, 0.6), 0);
    add(claimed(-100.0, 50.0, 0.65), 100);
    add(claimed(100.0, 50.0, 1.0), 200);
    add(claimed(-100.0, 10.0, 0.0), 300);
    assert_int_equal(sigma_journal_calibrate(&journal, SIGMA_JOURNAL_ALL, &c), SIGMA_OK);
    assert_int_equal(c.multiples, 4);
    assert_int_equal(c.expectations, 4);
    assert_int_equal(c.probabilities, 4);
    assert_near(c.expected, 0.4, 1e-15);
    assert_near(c.came, 0.25, 1e-15);
    assert_near(c.realised, 0.625, 1e-15);
    assert_near(c.expected_cash, 40.0, 1e-15);
    assert_near(c.came_cash, 25.0, 1e-15);
    assert_near(c.error, sqrt(5.87 / 3.0), 1e-15);
    assert_near(c.information, -0.15 / sqrt(5.87 / 3.0), 1e-14);
    assert_near(c.information_year, c.information * sqrt(3.0 * 365.25 * 24.0 / 300.0), 1e-14);
    assert_int_equal(c.decile[6].trades, 2);
    assert_int_equal(c.decile[6].wins, 1);
    assert_near(c.decile[6].stated, 0.625, 1e-15);
    assert_bits(c.decile[6].came, 0.5);
    assert_int_equal(c.decile[9].trades, 1);
    assert_int_equal(c.decile[0].trades, 1);
    assert_near(c.brier, (0.16 + 0.4225) / 4.0, 1e-15);
    assert_near(c.gap, 2.0 * 0.125 / 4.0, 1e-15);
    assert_int_equal(sigma_journal_calibrate(&journal, 1, &c), SIGMA_OK);
    assert_int_equal(c.multiples, 1);
    assert_near(c.expected, 0.1, 1e-15);
    assert_bits(c.information, 0.0);
}

static void expectations_need_not_be_stated(void **unused)
{
    sigma_journal_calibration c;
    sigma_trade trade = claimed(200.0, 50.0, 0.6);
    (void)unused;
    start(1000.0);
    add(sample_trade(1.0, 10.0), 0);
    assert_int_equal(sigma_journal_calibrate(&journal, 30, &c), SIGMA_WARMUP);
    assert_zero(c);
    trade.given = test_bit(SIGMA_TRADE_PROBABILITY);
    add(trade, 1);
    assert_int_equal(sigma_journal_calibrate(&journal, 30, &c), SIGMA_OK);
    assert_int_equal(c.expectations, 0);
    trade.given = test_bit(SIGMA_TRADE_EXPECTED); /* but neither a probability nor a risk */
    add(trade, 2);
    assert_int_equal(sigma_journal_calibrate(&journal, 1, &c), SIGMA_OK);
    assert_int_equal(c.expectations, 1);
    assert_int_equal(c.multiples + c.probabilities, 0);
    trade.given |= test_bit(SIGMA_TRADE_RISK) | test_bit(SIGMA_TRADE_PAPER);
    add(trade, 3);
    assert_int_equal(sigma_journal_calibrate(&journal, 1, &c), SIGMA_OK);
    assert_int_equal(c.expectations, 0);
    assert_int_equal(c.multiples, 1);
}

static void exits_in_one_instant_have_no_year(void **unused)
{
    (void)unused;
    start(1000.0);
    add(sample_trade(10.0, 10.0), 0);
    assert_bits(read_of(1).multiple.trades_a_year, 0.0);
    add(sample_trade(-10.0, 10.0), 0);
    sigma_journal_result r = read_of(2);
    assert_bits(r.multiple.trades_a_year, 0.0);
    assert_bits(r.multiple.sharpe_year, 0.0);
}

static void what_cannot_be_divided_is_zero(void **unused)
{
    (void)unused;
    start(1000.0);
    for (int32_t i = 0; i < 5; i++) {
        add(sample_trade(0.1, 10.0), i);
    }
    sigma_journal_result r = read_of(5);
    assert_bits(r.multiple.payoff, 0.0);
    assert_bits(r.multiple.profit_factor, 0.0);
    assert_bits(r.multiple.deviation, 0.0); /* equal values have none, whatever the rounding */
    assert_bits(r.multiple.sharpe, 0.0);
    assert_bits(r.multiple.sortino, 0.0);
    assert_bits(r.multiple.tail_ratio, 0.0);
    assert_bits(r.multiple.cvar, -0.01);
    add(sample_trade(-0.0, 10.0), 5);
    r = read_of(1);
    assert_bits(r.cash.total, 0.0);
    assert_bits(r.cash.worst, 0.0);
}

static void times_may_lie_as_far_apart_as_times_can(void **unused)
{
    sigma_trade trade = sample_trade(10.0, 10.0);
    (void)unused;
    start(1000.0);
    trade.opened = trade.closed = INT64_C(-9150000000000000000);
    assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
    trade.closed = INT64_C(9150000000000000000);
    assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
    assert_near(read_of(2).cash.trades_a_year, 1.0 / 579.89, 1e-4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_journal_holds_nothing),
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(a_trade_may_make_a_million_times_its_risk),
        cmocka_unit_test(money_is_a_hundred_times_r_here),
        cmocka_unit_test(cash_flows_are_no_drawdown),
        cmocka_unit_test(more_than_all_can_be_lost_and_put_back),
        cmocka_unit_test(trades_on_paper_count_in_r_alone),
        cmocka_unit_test(trades_without_a_stop_count_in_money_alone),
        cmocka_unit_test(the_shorter_window_against_the_longer),
        cmocka_unit_test(stages_and_confidence_grow_with_the_sample),
        cmocka_unit_test(grades_by_the_published_bands),
        cmocka_unit_test(without_r_grades_are_of_money),
        cmocka_unit_test(what_was_expected_against_what_came),
        cmocka_unit_test(expectations_need_not_be_stated),
        cmocka_unit_test(exits_in_one_instant_have_no_year),
        cmocka_unit_test(what_cannot_be_divided_is_zero),
        cmocka_unit_test(times_may_lie_as_far_apart_as_times_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
