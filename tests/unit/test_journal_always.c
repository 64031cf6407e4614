/* SPDX-License-Identifier: MIT */
/* What is always true of a journal, over many random trades. */
#include "samples.h"
#include "test.h"

static sigma_journal journal, fresh; /* 33 KB each */
static sigma_trade last[SIGMA_JOURNAL_SPACE];

static void start(sigma_journal *started, double equity)
{
    sigma_journal_params params;
    assert_int_equal(sigma_journal_defaults(&params, equity), SIGMA_OK);
    assert_int_equal(sigma_journal_init(started, &params), SIGMA_OK);
}

/* Prices of stops, targets and slips, with deposits, trades on paper and without a stop, and now
 * and then an absurd one. */
static sigma_trade random_trade(uint64_t *seed, int32_t number)
{
    double risk = test_decades(seed, 1.0, 1e4), r = test_random(seed) < 0.45 ? 2.1 : -1.0;
    sigma_trade trade = sample_trade(risk * (r + 0.3 * test_random(seed)), risk);

    if (number % 97 == 5) {
        trade.profit = 0.0;
    }
    if (number % 1009 == 11) {
        trade.profit = test_random(seed) < 0.5 ? 1e12 : -1e12;
        trade.risk = 1e9;
    }
    trade.opened = sample_now;
    trade.closed = sample_now + number * SAMPLE_HOUR / 7;
    trade.expected = 0.2 * risk;
    trade.probability = test_whole(seed, 0, 10) / 10.0;
    trade.balance = 1e5 + test_whole(seed, 0, 1000);
    trade.given = test_bit(SIGMA_TRADE_RISK) * (test_random(seed) < 0.9);
    trade.given |= test_bit(SIGMA_TRADE_EXPECTED) * (test_random(seed) < 0.5);
    trade.given |= test_bit(SIGMA_TRADE_PROBABILITY) * (test_random(seed) < 0.5);
    trade.given |= test_bit(SIGMA_TRADE_BALANCE) * (test_random(seed) < 0.02);
    trade.given |= test_bit(SIGMA_TRADE_PAPER) * (test_random(seed) < 0.1);
    return trade;
}

static void add(const sigma_trade *trade, int32_t number)
{
    last[number % SIGMA_JOURNAL_SPACE] = *trade;
    assert_int_equal(sigma_journal_update(&journal, trade), SIGMA_OK);
}

/* A fresh journal of the last trades, begun with the equity before them. */
static void start_fresh(int32_t trades, int32_t window)
{
    int32_t place = (trades - window) % SIGMA_JOURNAL_SPACE;
    start(&fresh, fmax(1.0, journal.entry[place].balance));
    fresh.totals.equity = fresh.totals.peak = journal.entry[place].balance; /* even if bankrupt */
    for (int32_t i = trades - window; i < trades; i++) {
        const sigma_trade *trade = &last[i % SIGMA_JOURNAL_SPACE];
        assert_int_equal(sigma_journal_update(&fresh, trade), SIGMA_OK);
    }
}

static void same_as_fresh(int32_t trades, int32_t window)
{
    sigma_journal_result a, b;
    sigma_journal_calibration c, d;
    static double r[SIGMA_JOURNAL_SPACE], s[SIGMA_JOURNAL_SPACE];
    int32_t m, n;

    start_fresh(trades, window);
    assert_int_equal(sigma_journal_read(&journal, window, &a), SIGMA_OK);
    assert_int_equal(sigma_journal_read(&fresh, SIGMA_JOURNAL_ALL, &b), SIGMA_OK);
    b.recorded = a.recorded; /* these are of the journal, not of the window */
    b.stage = a.stage;
    b.confidence = a.confidence;
    assert_same(a, b);
    assert_true(sigma_journal_calibrate(&journal, window, &c) >= SIGMA_OK);
    assert_true(sigma_journal_calibrate(&fresh, SIGMA_JOURNAL_ALL, &d) >= SIGMA_OK);
    assert_same(c, d);
    assert_int_equal(sigma_journal_multiples(&journal, window, r, 500, &m), SIGMA_OK);
    assert_int_equal(sigma_journal_multiples(&fresh, 500, s, 500, &n), SIGMA_OK);
    assert_int_equal(m, n);
    assert_memory_equal(r, s, (size_t)n * sizeof r[0]);
}

static void after_a_million_trades_nothing_has_drifted(void **unused)
{
    static const int32_t windows[] = {1, 2, 10, 30, 99, 100, 250, 499, 500};
    uint64_t seed = 40;
    (void)unused;
    start(&journal, 1e5);
    for (int32_t i = 0; i < 1000000; i++) {
        sigma_trade trade = random_trade(&seed, i);
        add(&trade, i);
        if (i == 498 || i == 499 || i == 500 || i == 1499 || i % 99991 == 99990 || i == 999999) {
            for (int32_t k = 0; k < COUNT_OF(windows) && windows[k] <= i; k++) {
                same_as_fresh(i + 1, windows[k]);
            }
        }
    }
}

static void a_window_of_all_there_is_is_all(void **unused)
{
    uint64_t seed = 41;
    (void)unused;
    start(&journal, 1e5);
    for (int32_t i = 0; i < SIGMA_JOURNAL_SPACE; i++) {
        sigma_journal_result a, b;
        sigma_trade trade = random_trade(&seed, i);
        add(&trade, i);
        assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &a), SIGMA_OK);
        assert_int_equal(sigma_journal_read(&journal, i + 1, &b), SIGMA_OK);
        assert_same(a, b);
        assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_SPACE, &b), SIGMA_OK);
        assert_same(a, b);
    }
}

static void a_batch_is_so_many_updates(void **unused)
{
    static sigma_trade trades[1200];
    uint64_t seed = 42;
    (void)unused;
    start(&journal, 1e5);
    start(&fresh, 1e5);
    for (int32_t i = 0; i < COUNT_OF(trades); i++) {
        trades[i] = random_trade(&seed, i);
        add(&trades[i], i);
    }
    assert_int_equal(sigma_journal_batch(&fresh, trades, 0), SIGMA_OK);
    assert_int_equal(sigma_journal_batch(&fresh, trades, 700), SIGMA_OK);
    assert_int_equal(sigma_journal_batch(&fresh, trades + 700, 500), SIGMA_OK);
    assert_same(journal, fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_a_million_trades_nothing_has_drifted),
        cmocka_unit_test(a_window_of_all_there_is_is_all),
        cmocka_unit_test(a_batch_is_so_many_updates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
