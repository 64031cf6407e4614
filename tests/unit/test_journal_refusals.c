/* SPDX-License-Identifier: MIT */
/* What a journal refuses, and what it makes of a state that was forged. */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_journal journal, before; /* 33 KB each */

static void start(int32_t trades)
{
    sigma_journal_params params;
    assert_int_equal(sigma_journal_defaults(&params, 1e4), SIGMA_OK);
    assert_int_equal(sigma_journal_init(&journal, &params), SIGMA_OK);
    for (int32_t i = 0; i < trades; i++) {
        sigma_trade trade = sample_trade(i % 3 ? -10.0 : 25.0, 10.0);
        trade.closed += i * SAMPLE_HOUR;
        trade.expected = 2.0;
        trade.probability = 0.4;
        trade.given |= test_bit(SIGMA_TRADE_EXPECTED) | test_bit(SIGMA_TRADE_PROBABILITY);
        assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
    }
    before = journal;
}

static sigma_trade later(void)
{
    sigma_trade trade = sample_trade(10.0, 10.0);
    trade.closed += 1000 * SAMPLE_HOUR;
    return trade;
}

/* What each function that reads says; its outputs must be zero. */
static void reads_say(sigma_status status, int32_t window)
{
    sigma_journal_result result = {.trades = 9};
    sigma_journal_calibration calibration = {.multiples = 9};
    double multiples[SIGMA_JOURNAL_SPACE] = {9.0};
    int32_t count = 9;
    assert_int_equal(sigma_journal_read(&journal, window, &result), status);
    assert_zero(result);
    assert_int_equal(sigma_journal_calibrate(&journal, window, &calibration), status);
    assert_zero(calibration);
    assert_int_equal(sigma_journal_multiples(&journal, window, multiples, 500, &count), status);
    assert_int_equal(count, 0);
    assert_bits(multiples[0], 9.0);
}

static void all_refuse_the_state(void)
{
    sigma_journal_comparison comparison = {.cash.trades = 9};
    sigma_trade trade = later();
    reads_say(SIGMA_E_STATE, 30);
    assert_int_equal(sigma_journal_compare(&journal, &comparison), SIGMA_E_STATE);
    assert_zero(comparison);
    before = journal;
    assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_E_STATE);
    assert_int_equal(sigma_journal_batch(&journal, &trade, 1), SIGMA_E_STATE);
    assert_same(journal, before);
}

/* The parts have a test of their own, and entries are looked at where they are read. */
static void damaged_head(const void *damaged, const sigma_field *field, void *context)
{
    (void)context;
    if (field->offset >= (int32_t)offsetof(sigma_journal, by_cash)) {
        memcpy(&journal, damaged, sizeof journal);
        all_refuse_the_state();
    }
}

static void a_damaged_journal_is_refused(void **unused)
{
    static sigma_journal zero, good;
    (void)unused;
    start(120);
    good = journal;
    assert_true(damage_each(SIGMA_KIND_JOURNAL, &good, damaged_head, NULL) > 10000);
    journal = zero;
    all_refuse_the_state();
    start(120);
    journal.tag++;
    all_refuse_the_state();
}

typedef struct part {
    int32_t kind;
    int32_t offset;
} part;

static void damaged_part(const void *damaged, const sigma_field *field, void *context)
{
    const part *of = (const part *)context;
    int32_t size, count;
    (void)field;
    start(120);
    assert_int_equal(sigma_layout_size(of->kind, &size, &count), SIGMA_OK);
    memcpy((char *)&journal + of->offset, damaged, (size_t)size);
    all_refuse_the_state();
}

static void damaged_parts_are_refused(void **unused)
{
    static part parts[] = {
        {SIGMA_KIND_JOURNAL_PARAMS, (int32_t)offsetof(sigma_journal, params)},
        {SIGMA_KIND_JOURNAL_TOTALS, (int32_t)offsetof(sigma_journal, totals)},
        {SIGMA_KIND_JOURNAL_CLAIMS, (int32_t)offsetof(sigma_journal, claims)},
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(parts); i++) {
        static char good[1024];
        start(120);
        memcpy(good, (char *)&journal + parts[i].offset, sizeof good);
        assert_true(damage_each(parts[i].kind, good, damaged_part, &parts[i]) > 50);
    }
}

/* Counts in their ranges that contradict each other. */
static void counts_that_contradict_each_other_are_refused(void **unused)
{
    int32_t *const counts[] = {
        &journal.totals.cash.trades,
        &journal.totals.cash.wins,
        &journal.totals.multiple.trades,
        &journal.totals.multiple.losses,
        &journal.totals.cash.most_wins,
        &journal.totals.cash.most_losses,
        &journal.totals.cash.streak,
        &journal.totals.paper,
        &journal.claims.excess.trades,
        &journal.claims.expectations,
        &journal.claims.tenth[3].wins,
        &journal.claims.tenth[3].trades,
        &journal.cash_ranked,
        &journal.multiples_ranked,
        &journal.params.longer,
        &journal.params.established,
    };
    (void)unused;
    for (int32_t i = 0; i < COUNT_OF(counts); i++) {
        start(120);
        *counts[i] = i >= 14 ? 1 : i >= 12 ? 121 : 130;
        all_refuse_the_state();
    }
    start(120);
    journal.totals.cash.streak = -130;
    all_refuse_the_state();
}

static void a_damaged_entry_is_found_where_it_is_read(void **unused)
{
    sigma_journal_comparison comparison;
    sigma_journal_result result;
    (void)unused;
    for (int32_t i = 0; i < 9; i++) {
        start(120);
        sigma_journal_entry *entry = &journal.entry[110];
        double *const doubles[] = {&entry->profit, &entry->expected, &entry->balance, &entry->risk,
                                   &entry->probability};
        if (i < 5) {
            *doubles[i] = NOT_A_NUMBER;
        }
        entry->time = i == 5 ? INT64_MIN : entry->time;
        entry->given = i == 6 ? UINT64_MAX : entry->given;
        entry->risk = i == 7 ? 1e-7 : i == 8 ? 0.0 : entry->risk;
        reads_say(SIGMA_E_STATE, 10);
        assert_int_equal(sigma_journal_compare(&journal, &comparison), SIGMA_E_STATE);
        assert_zero(comparison);
        assert_int_equal(sigma_journal_read(&journal, 9, &result), SIGMA_OK);
        assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &result), SIGMA_E_STATE);
    }
    start(120);
    journal.entry[110].profit = 1e-3;
    journal.entry[110].risk = 1e-6;
    reads_say(SIGMA_E_STATE, 10); /* for 2 were expected at a risk of a millionth */
}

/* Ranks that were forged within their range give wrong statistics, but no harm. */
static void forged_ranks_do_no_harm(void **unused)
{
    sigma_journal_result result;
    sigma_trade trade = later();
    (void)unused;
    start(600);
    memset(journal.by_cash, 0, sizeof journal.by_cash);
    memset(journal.by_multiple, 0, sizeof journal.by_multiple);
    for (int32_t i = 0; i < 1000; i++) {
        trade.profit = i % 7 - 3.0;
        assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
        assert_true(journal.cash_ranked <= 500 && journal.multiples_ranked <= 500);
    }
    assert_int_equal(sigma_journal_read(&journal, 30, &result), SIGMA_OK);
    start(3);
    journal.totals.trades = 500; /* of which 497 were never entered */
    assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &result), SIGMA_OK);
    start(120);
    journal.entry[110].given ^= test_bit(SIGMA_TRADE_RISK); /* but is ranked by R */
    assert_int_equal(sigma_journal_read(&journal, 30, &result), SIGMA_E_STATE);
    assert_zero(result);
}

/* Sums at the end of their range stay there. */
static void forged_sums_stay_in_range(void **unused)
{
    sigma_trade trade = later();
    sigma_field field;
    (void)unused;
    for (int32_t sign = -1; sign <= 1; sign += 2) {
        start(120);
        journal.totals.cash.sum[0] = journal.totals.cash.sum[1] = sign * 1e25;
        journal.totals.equity = sign * 1e25;
        trade.profit = sign * 1e15;
        trade.risk = 1e15;
        assert_int_equal(sigma_journal_update(&journal, &trade), SIGMA_OK);
        assert_bits(journal.totals.cash.sum[0], sign * 1e25);
        assert_int_equal(sigma_layout_check(SIGMA_KIND_JOURNAL, &journal, &field), SIGMA_OK);
    }
}

static void forged_squares_make_no_deviation(void **unused)
{
    sigma_journal_result result;
    (void)unused;
    start(1);
    journal.totals.cash.best = 99.0; /* of a single trade, whose worst it is too */
    assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &result), SIGMA_OK);
    assert_bits(result.cash.deviation, 0.0);
    start(120);
    journal.totals.cash.square[0] = 0.0;
    assert_int_equal(sigma_journal_read(&journal, SIGMA_JOURNAL_ALL, &result), SIGMA_OK);
    assert_bits(result.cash.deviation, 0.0);
}

static void a_full_journal_takes_no_more(void **unused)
{
    sigma_trade trades[3] = {later(), later(), later()};
    (void)unused;
    start(120);
    journal.totals.trades = 1999999998;
    before = journal;
    assert_int_equal(sigma_journal_batch(&journal, trades, 3), SIGMA_E_SPACE);
    assert_same(journal, before);
    assert_int_equal(sigma_journal_batch(&journal, trades, 2), SIGMA_OK);
    before = journal;
    assert_int_equal(sigma_journal_update(&journal, trades), SIGMA_E_SPACE);
    assert_same(journal, before);
}

static void bad_trade(const void *damaged, const sigma_field *field, void *context)
{
    sigma_trade trades[2] = {later(), later()};
    (void)field, (void)context;
    memcpy(&trades[1], damaged, sizeof trades[1]);
    assert_int_equal(sigma_journal_update(&journal, &trades[1]), SIGMA_E_RANGE);
    assert_int_equal(sigma_journal_batch(&journal, trades, 2), SIGMA_E_RANGE);
    assert_same(journal, before);
}

static void bad_trades_change_nothing(void **unused)
{
    sigma_trade trades[2] = {later(), later()};
    (void)unused;
    start(120);
    assert_true(damage_each(SIGMA_KIND_TRADE, &trades[0], bad_trade, NULL) > 80);
    trades[1].closed--;
    assert_int_equal(sigma_journal_batch(&journal, trades, 2), SIGMA_E_ORDER);
    trades[0].closed = trades[0].opened = before.time - 1;
    assert_int_equal(sigma_journal_update(&journal, &trades[0]), SIGMA_E_ORDER);
    assert_int_equal(sigma_journal_batch(&journal, trades, 1), SIGMA_E_ORDER);
    assert_int_equal(sigma_journal_batch(&journal, trades, -1), SIGMA_E_RANGE);
    assert_same(journal, before);
    start(0);
    assert_int_equal(sigma_journal_update(&journal, &trades[0]), SIGMA_OK); /* the first of all */
}

static void windows_and_buffers(void **unused)
{
    static const int32_t bad[] = {INT32_MIN, -1, 501, INT32_MAX};
    double r[30];
    int32_t count = 9;
    (void)unused;
    start(120);
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        reads_say(SIGMA_E_RANGE, bad[i]);
    }
    assert_int_equal(sigma_journal_multiples(&journal, 0, r, 30, &count), SIGMA_E_RANGE);
    assert_int_equal(sigma_journal_multiples(&journal, 1, r, -1, &count), SIGMA_E_RANGE);
    count = 9;
    assert_int_equal(sigma_journal_multiples(&journal, 31, r, 30, &count), SIGMA_E_SPACE);
    assert_int_equal(count, 0);
    assert_int_equal(sigma_journal_multiples(&journal, 30, r, 30, &count), SIGMA_OK);
    assert_int_equal(count, 30);
    assert_bits(r[0], 2.5); /* trade 90 */
    assert_bits(r[29], -1.0);
}

static void refuses_params(const void *damaged, const sigma_field *field, void *context)
{
    (void)field, (void)context;
    assert_int_equal(sigma_journal_init(&journal, (const sigma_journal_params *)damaged),
                     SIGMA_E_RANGE);
    assert_zero(journal);
}

static void params_out_of_range_or_order(void **unused)
{
    sigma_journal_params params, changed;
    (void)unused;
    assert_int_equal(sigma_journal_defaults(&params, 1e4), SIGMA_OK);
    assert_true(damage_each(SIGMA_KIND_JOURNAL_PARAMS, &params, refuses_params, NULL) > 100);
    sigma_journal_bands *const bands[] = {&changed.win_rate, &changed.sharpe, &changed.drawdown,
                                          &changed.expectancy};
    for (int32_t i = 0; i < COUNT_OF(bands); i++) {
        changed = params;
        bands[i]->doubtful = 99.0;
        refuses_params(&changed, NULL, NULL);
        changed = params;
        bands[i]->good = -99.0;
        refuses_params(&changed, NULL, NULL);
    }
    changed = params;
    changed.win_rate = (sigma_journal_bands){4.0, 3.0, 1.0, 2.0};
    refuses_params(&changed, NULL, NULL);
    changed.win_rate = (sigma_journal_bands){1.0, 2.0, 4.0, 3.0};
    refuses_params(&changed, NULL, NULL);
    changed = params;
    changed.shorter = 101;
    refuses_params(&changed, NULL, NULL);
    changed = params;
    changed.building = 101;
    refuses_params(&changed, NULL, NULL);
    assert_int_equal(sigma_journal_defaults(&changed, 0.0), SIGMA_E_RANGE);
    assert_zero(changed);
    refuses_params(&changed, NULL, NULL);
    assert_int_equal(sigma_journal_defaults(&changed, NOT_A_NUMBER), SIGMA_E_RANGE);
    assert_int_equal(sigma_journal_defaults(&changed, 1e-6), SIGMA_OK);
}

static void null_is_refused(void **unused)
{
    sigma_journal_params params;
    sigma_journal_result result = {.trades = 9};
    sigma_journal_calibration calibration = {.multiples = 9};
    sigma_journal_comparison comparison = {.cash.trades = 9};
    sigma_trade trade = later();
    double r = 9.0;
    int32_t count = 9;
    (void)unused;
    start(1);
    assert_int_equal(sigma_journal_defaults(NULL, 1.0), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_defaults(&params, 1.0), SIGMA_OK);
    assert_int_equal(sigma_journal_init(NULL, &params), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_update(NULL, &trade), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_update(&journal, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_batch(NULL, &trade, 1), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_batch(&journal, NULL, 0), SIGMA_E_NULL);
    assert_same(journal, before);
    assert_int_equal(sigma_journal_read(NULL, 1, &result), SIGMA_E_NULL);
    assert_zero(result);
    assert_int_equal(sigma_journal_read(&journal, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_calibrate(NULL, 1, &calibration), SIGMA_E_NULL);
    assert_zero(calibration);
    assert_int_equal(sigma_journal_calibrate(&journal, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_compare(NULL, &comparison), SIGMA_E_NULL);
    assert_zero(comparison);
    assert_int_equal(sigma_journal_compare(&journal, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_multiples(NULL, 1, &r, 1, &count), SIGMA_E_NULL);
    assert_int_equal(count, 0);
    count = 9;
    assert_int_equal(sigma_journal_multiples(&journal, 1, NULL, 1, &count), SIGMA_E_NULL);
    assert_int_equal(count, 0);
    assert_int_equal(sigma_journal_multiples(&journal, 1, &r, 1, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_journal_init(&journal, NULL), SIGMA_E_NULL);
    assert_zero(journal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_damaged_journal_is_refused),
        cmocka_unit_test(damaged_parts_are_refused),
        cmocka_unit_test(counts_that_contradict_each_other_are_refused),
        cmocka_unit_test(a_damaged_entry_is_found_where_it_is_read),
        cmocka_unit_test(forged_ranks_do_no_harm),
        cmocka_unit_test(forged_sums_stay_in_range),
        cmocka_unit_test(forged_squares_make_no_deviation),
        cmocka_unit_test(a_full_journal_takes_no_more),
        cmocka_unit_test(bad_trades_change_nothing),
        cmocka_unit_test(windows_and_buffers),
        cmocka_unit_test(params_out_of_range_or_order),
        cmocka_unit_test(null_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
