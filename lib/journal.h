/* SPDX-License-Identifier: MIT */
/* Sums over the trades of a journal, and what is read of them. */
#ifndef SIGMA_LIB_JOURNAL_H
#define SIGMA_LIB_JOURNAL_H

#include <stdbool.h>

#include "check.h"
#include "sigma/journal.h"

static inline bool sigma_entry_has(const sigma_journal_entry *entry, int32_t code)
{
    return (entry->given & sigma_bit(code)) != 0;
}

/* Whether a trade belongs to a series: R, or money. */
static inline bool sigma_entry_in(const sigma_journal_entry *entry, bool multiple)
{
    return multiple ? sigma_entry_has(entry, SIGMA_TRADE_RISK)
                    : !sigma_entry_has(entry, SIGMA_TRADE_PAPER);
}

static inline double sigma_entry_value(const sigma_journal_entry *entry, bool multiple)
{
    return multiple ? entry->profit / entry->risk : entry->profit;
}

/* Number of trades that are kept, and the place of the one that is so many trades old. */
static inline int32_t sigma_journal_kept(const sigma_journal *journal)
{
    return journal->totals.trades < SIGMA_JOURNAL_SPACE ? journal->totals.trades
                                                        : SIGMA_JOURNAL_SPACE;
}

static inline int32_t sigma_journal_place(const sigma_journal *journal, int32_t age)
{
    return (journal->totals.trades - 1 - age) % SIGMA_JOURNAL_SPACE;
}

/* The place of the trade after the one in a place. */
static inline int32_t sigma_journal_next(int32_t place)
{
    return place + 1 < SIGMA_JOURNAL_SPACE ? place + 1 : 0;
}

static inline const sigma_journal_entry *sigma_journal_at(const sigma_journal *journal, int32_t age)
{
    return &journal->entry[sigma_journal_place(journal, age)];
}

/* The trades of a window of 1 to 500 that are kept; of all, those that are. */
static inline int32_t sigma_journal_length(const sigma_journal *journal, int32_t window)
{
    int32_t kept = sigma_journal_kept(journal);
    return window != SIGMA_JOURNAL_ALL && window < kept ? window : kept;
}

/* a / b within what results may be; 0 unless b > 0. */
double sigma_ratio(double a, double b);

/* Adds to a sum of two doubles, which stays within +-limit even if it was forged. */
void sigma_sum_add(double sum[2], double value, double limit);

/* The mean of a sum over count values; 0 without any. */
double sigma_sum_mean(const double sum[2], int32_t count);

void sigma_sums_add(sigma_journal_sums *sums, double value, int64_t time);
void sigma_totals_add(sigma_journal_totals *totals, const sigma_journal_entry *entry);
void sigma_claims_add(sigma_journal_claims *claims, const sigma_journal_entry *entry);

/* Sound enough for all functions of the journal: one that adds a sound trade to it leaves it so.
 * Entries are looked at where they are read. */
bool sigma_params_valid(const sigma_journal_params *params);
bool sigma_sums_valid(const sigma_journal_sums *sums, int32_t trades);
bool sigma_claims_valid(const sigma_journal_claims *claims, int32_t trades);
sigma_status sigma_journal_usable(const sigma_journal *journal);
bool sigma_entry_valid(const sigma_journal_entry *entry);
bool sigma_entries_valid(const sigma_journal *journal, int32_t length); /* the youngest of them */

/* Of a window that is valid; false if an entry is damaged. */
bool sigma_totals_of(const sigma_journal *journal, int32_t window, sigma_journal_totals *totals);

/* (1) to (8). */
void sigma_series_of(const sigma_journal_sums *sums, sigma_journal_series *series);

/* A place into the order by value, or out of it. */
void sigma_rank_insert(sigma_journal *journal, int32_t place, double value, bool multiple);
void sigma_rank_remove(sigma_journal *journal, int32_t place, bool multiple);

/* (9) to (11); false if an entry is damaged. */
bool sigma_rank_read(const sigma_journal *journal, int32_t window, bool multiple,
                     sigma_journal_series *series);

#endif
