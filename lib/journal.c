/* SPDX-License-Identifier: MIT */
#include "journal.h"

#include "bytes.h"
#include "tags.h"

static const int32_t TRADES_MAX = 2000000000;

sigma_status sigma_journal_defaults(sigma_journal_params *params, double equity)
{
    if (!params) {
        return SIGMA_E_NULL;
    }
    *params = (sigma_journal_params){0};
    if (!sigma_within(equity, 1e-6, 1e15)) {
        return SIGMA_E_RANGE;
    }
    *params = (sigma_journal_params){.equity = equity,
                                     .tail = 0.05,
                                     .win_rate_drop = 0.2,
                                     .expectancy_drop = 0.3,
                                     .win_rate = {0.35, 0.5, 0.6, 0.75},
                                     .sharpe = {0.0, 0.5, 1.0, 1.5},
                                     .drawdown = {0.15, 0.1, 0.05, 0.05},
                                     .expectancy = {0.0, 0.0, 10.0, 10.0},
                                     .building = SIGMA_JOURNAL_SHORT,
                                     .established = SIGMA_JOURNAL_MIDDLE,
                                     .shorter = SIGMA_JOURNAL_SHORT,
                                     .longer = SIGMA_JOURNAL_MIDDLE};
    return SIGMA_OK;
}

sigma_status sigma_journal_init(sigma_journal *journal, const sigma_journal_params *params)
{
    if (!journal) {
        return SIGMA_E_NULL;
    }
    sigma_zero(journal, sizeof *journal);
    if (!params) {
        return SIGMA_E_NULL;
    }
    if (!sigma_params_valid(params)) {
        return SIGMA_E_RANGE;
    }
    journal->params = *params;
    journal->totals.equity = params->equity;
    journal->totals.peak = params->equity;
    journal->tag = SIGMA_TAG_JOURNAL;
    return SIGMA_OK;
}

static uint64_t given(const sigma_trade *trade, int32_t code)
{
    return trade->given & sigma_bit(code);
}

/* The balance to which a profit was added; trades on paper add to none. */
static double balance_of(const sigma_journal *journal, const sigma_trade *trade)
{
    bool stated = given(trade, SIGMA_TRADE_BALANCE) && !given(trade, SIGMA_TRADE_PAPER);
    return stated ? trade->balance : journal->totals.equity;
}

/* Adding 0 makes 0 of -0. */
static sigma_journal_entry entry_of(const sigma_journal *journal, const sigma_trade *trade)
{
    return (sigma_journal_entry){
        .time = trade->closed,
        .profit = trade->profit + 0.0,
        .risk = given(trade, SIGMA_TRADE_RISK) ? trade->risk : 0.0,
        .expected = given(trade, SIGMA_TRADE_EXPECTED) ? trade->expected : 0.0,
        .probability = given(trade, SIGMA_TRADE_PROBABILITY) ? trade->probability : 0.0,
        .balance = balance_of(journal, trade),
        .given = trade->given};
}

static void rank(sigma_journal *journal, int32_t place, bool multiple,
                 const sigma_journal_entry *entry)
{
    if (journal->totals.trades >= SIGMA_JOURNAL_SPACE &&
        sigma_entry_in(&journal->entry[place], multiple)) {
        sigma_rank_remove(journal, place, multiple);
    }
    if (sigma_entry_in(entry, multiple)) {
        sigma_rank_insert(journal, place, sigma_entry_value(entry, multiple), multiple);
    }
}

/* Cannot fail: journal and trade were checked, and a sound journal stays one. */
static void add(sigma_journal *journal, const sigma_trade *trade)
{
    int32_t place = sigma_journal_place(journal, -1);
    sigma_journal_entry entry = entry_of(journal, trade);

    rank(journal, place, false, &entry);
    rank(journal, place, true, &entry);
    journal->entry[place] = entry;
    sigma_totals_add(&journal->totals, &entry);
    sigma_claims_add(&journal->claims, &entry);
    journal->time = entry.time;
}

/* Whether a trade may follow one that was closed at that time. */
static sigma_status follows(const sigma_trade *trade, bool any, int64_t time)
{
    sigma_status status = sigma_trade_check(trade);
    return status == SIGMA_OK && any && trade->closed < time ? SIGMA_E_ORDER : status;
}

sigma_status sigma_journal_update(sigma_journal *journal, const sigma_trade *trade)
{
    sigma_status status = sigma_journal_usable(journal);
    if (status != SIGMA_OK) {
        return status;
    }
    status = follows(trade, journal->totals.trades > 0, journal->time);
    if (status != SIGMA_OK) {
        return status;
    }
    if (journal->totals.trades == TRADES_MAX) {
        return SIGMA_E_SPACE;
    }
    add(journal, trade);
    return SIGMA_OK;
}

static sigma_status batch_valid(const sigma_journal *journal, const sigma_trade *trades,
                                int32_t count)
{
    int64_t time = journal->time;

    for (int32_t i = 0; i < count; i++) {
        sigma_status status = follows(&trades[i], i > 0 || journal->totals.trades > 0, time);
        if (status != SIGMA_OK) {
            return status;
        }
        time = trades[i].closed;
    }
    return SIGMA_OK;
}

sigma_status sigma_journal_batch(sigma_journal *journal, const sigma_trade *trades, int32_t count)
{
    sigma_status status = sigma_journal_usable(journal);
    if (status != SIGMA_OK) {
        return status;
    }
    if (!trades) {
        return SIGMA_E_NULL;
    }
    if (count < 0) {
        return SIGMA_E_RANGE;
    }
    status = batch_valid(journal, trades, count);
    if (status != SIGMA_OK) {
        return status;
    }
    if (count > TRADES_MAX - journal->totals.trades) {
        return SIGMA_E_SPACE;
    }
    for (int32_t i = 0; i < count; i++) {
        add(journal, &trades[i]);
    }
    return SIGMA_OK;
}
