/* SPDX-License-Identifier: MIT */
/* Any trades in any journal, sound or forged: what is read of it is finite, and of a sound one in
 * range; the last trades alone give the same; and many at once do what they do one by one. */
#include <string.h>

#include "fuzz.h"

enum { MOST = 24 };

static sigma_journal journal, before, fresh; /* 33 KB each */
static sigma_trade trades[MOST];             /* the last ones that were added, oldest first */
static int32_t kept;

/* Returns whether the journal is forged. */
static bool start(fuzz_input *in)
{
    sigma_journal_params params;
    double equity = fuzz_pick(in, 4) == 0 ? fuzz_around(in, 1e-6, 1e15) : 1e4;

    kept = 0;
    sigma_status status = sigma_journal_defaults(&params, equity);
    (void)fuzz_saw_result("sigma_journal_defaults", status, SIGMA_KIND_JOURNAL_PARAMS, &params);
    if (fuzz_pick(in, 2) == 0) {
        params.shorter = 1 + fuzz_pick(in, 8);
        params.longer = params.shorter + fuzz_pick(in, 8);
    }
    if (fuzz_pick(in, 8) == 0) {
        fuzz_object(in, SIGMA_KIND_JOURNAL_PARAMS, &params);
    }
    if (fuzz_rarely(in)) {
        fuzz_object(in, SIGMA_KIND_JOURNAL, &journal);
        return true;
    }
    status = sigma_journal_init(&journal, FUZZ_UNLESS(fuzz_pick(in, 128) == 127, &params));
    (void)fuzz_saw("sigma_journal_init", status);
    REQUIRE(status == SIGMA_OK ? fuzz_in_range(SIGMA_KIND_JOURNAL, &journal)
                               : fuzz_is_zero(&journal, sizeof journal));
    if (status == SIGMA_OK && fuzz_rarely(in)) {
        journal.totals.trades = 1999999999 - fuzz_pick(in, 4); /* nearly full */
        return true;
    }
    return false;
}

static void seen(const char *function, sigma_status status)
{
    (void)fuzz_saw_struct(function, status, SIGMA_KIND_JOURNAL_TOTALS, &journal.totals);
    (void)fuzz_saw_struct(function, status, SIGMA_KIND_JOURNAL_CLAIMS, &journal.claims);
    REQUIRE(status >= SIGMA_OK || fuzz_is_same(&before, &journal, sizeof journal));
}

static void keep(const sigma_trade *trade)
{
    if (kept == MOST) {
        memmove(trades, trades + 1, (MOST - 1) * sizeof trades[0]);
        kept--;
    }
    trades[kept++] = *trade;
}

static void update(fuzz_input *in)
{
    sigma_trade trade;

    fuzz_make_trade(in, journal.time, &trade);
    before = journal;
    sigma_status status =
        sigma_journal_update(&journal, FUZZ_UNLESS(fuzz_pick(in, 128) == 127, &trade));
    seen("sigma_journal_update", status);
    if (status == SIGMA_OK) {
        keep(&trade);
        REQUIRE(journal.totals.trades == before.totals.trades + 1);
    }
}

static void batch(fuzz_input *in)
{
    sigma_trade added[4];
    int32_t count = fuzz_pick(in, 5);
    int64_t time = journal.time;

    for (int32_t i = 0; i < count; i++) {
        fuzz_make_trade(in, time, &added[i]);
        time = added[i].closed;
    }
    count = fuzz_rarely(in) ? -1 : count;
    before = journal;
    sigma_status status = sigma_journal_batch(&journal, added, count);
    seen("sigma_journal_batch", status);
    for (int32_t i = 0; i < count && status == SIGMA_OK; i++) {
        REQUIRE(sigma_journal_update(&before, &added[i]) == SIGMA_OK);
        keep(&added[i]);
    }
    REQUIRE(fuzz_is_same(&before, &journal, sizeof journal));
}

static int32_t any_window(fuzz_input *in)
{
    return fuzz_rarely(in) ? fuzz_int32(in) : fuzz_pick(in, 2) * (1 + fuzz_pick(in, 40));
}

static void read(fuzz_input *in, bool forged)
{
    sigma_journal_result result;
    sigma_journal_calibration calibration;
    sigma_journal_comparison comparison;
    double multiples[SIGMA_JOURNAL_SPACE] = {0};
    int32_t count, window = any_window(in), capacity = fuzz_rarely(in) ? fuzz_pick(in, 4) - 1 : 500;

    sigma_status status = sigma_journal_read(&journal, window, &result);
    (void)fuzz_saw_read("sigma_journal_read", status, SIGMA_KIND_JOURNAL_RESULT, &result, forged);
    status = sigma_journal_calibrate(&journal, window, &calibration);
    (void)fuzz_saw_read("sigma_journal_calibrate", status, SIGMA_KIND_JOURNAL_CALIBRATION,
                        &calibration, forged);
    status = sigma_journal_compare(&journal, &comparison);
    (void)fuzz_saw_read("sigma_journal_compare", status, SIGMA_KIND_JOURNAL_COMPARISON, &comparison,
                        forged);
    status = sigma_journal_multiples(&journal, window, multiples, capacity, &count);
    (void)fuzz_saw_column("sigma_journal_multiples", status, multiples, SIGMA_JOURNAL_SPACE);
    REQUIRE(0 <= count && count <= SIGMA_JOURNAL_SPACE && (status == SIGMA_OK || count == 0));
    for (int32_t i = 0; i < count; i++) {
        REQUIRE(-1e6 <= multiples[i] && multiples[i] <= 1e6);
    }
}

/* All of a journal of the last trades, begun with the equity before them. */
static void same_as_fresh(fuzz_input *in)
{
    sigma_journal_result window, all;
    sigma_journal_params params = journal.params;
    int32_t count = 1 + fuzz_pick(in, MOST), from = kept - count;

    if (from < 0 || sigma_journal_read(&journal, count, &window) != SIGMA_OK) {
        return;
    }
    int32_t place = (journal.totals.trades - count) % SIGMA_JOURNAL_SPACE;
    params.equity = journal.entry[place].balance;
    if (sigma_journal_init(&fresh, &params) != SIGMA_OK) {
        return; /* bankrupt before them */
    }
    REQUIRE(sigma_journal_batch(&fresh, trades + from, count) == SIGMA_OK);
    REQUIRE(sigma_journal_read(&fresh, SIGMA_JOURNAL_ALL, &all) == SIGMA_OK);
    all.recorded = window.recorded; /* which look at the journal, not the window */
    all.stage = window.stage;
    all.confidence = window.confidence;
    REQUIRE(fuzz_is_same(&window, &all, sizeof all));
}

void fuzz_journal(fuzz_input *in)
{
    bool forged = start(in);
    sigma_journal_result result;
    int32_t count;
    double one;

    while (fuzz_more(in)) {
        update(in);
        if (fuzz_pick(in, 16) == 0) {
            batch(in);
        }
        if (fuzz_pick(in, 16) == 0) {
            read(in, forged);
        }
        if (!forged && fuzz_pick(in, 16) == 0) {
            same_as_fresh(in);
        }
        if (fuzz_pick(in, 128) == 127) {
            fuzz_damage(in, SIGMA_KIND_JOURNAL, &journal);
            forged = true;
        }
    }
    fuzz_saw_null("sigma_journal_defaults", sigma_journal_defaults(NULL, 1.0));
    fuzz_saw_null("sigma_journal_init", sigma_journal_init(NULL, &journal.params));
    fuzz_saw_null("sigma_journal_update", sigma_journal_update(NULL, trades));
    fuzz_saw_null("sigma_journal_batch", sigma_journal_batch(NULL, trades, 1));
    fuzz_saw_null("sigma_journal_read", sigma_journal_read(NULL, 1, &result));
    fuzz_saw_null("sigma_journal_read", sigma_journal_read(&journal, 1, NULL));
    fuzz_saw_null("sigma_journal_compare", sigma_journal_compare(&journal, NULL));
    fuzz_saw_null("sigma_journal_calibrate", sigma_journal_calibrate(&journal, 1, NULL));
    fuzz_saw_null("sigma_journal_multiples", sigma_journal_multiples(&journal, 1, NULL, 1, &count));
    fuzz_saw_null("sigma_journal_multiples", sigma_journal_multiples(&journal, 1, &one, 1, NULL));
}
