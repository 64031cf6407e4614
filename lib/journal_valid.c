/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "journal.h"
#include "tags.h"

static bool rising(const sigma_journal_bands *bands)
{
    return bands->critical <= bands->doubtful && bands->doubtful <= bands->good &&
           bands->good <= bands->excellent;
}

static bool bands_valid(const sigma_journal_bands *bands)
{
    const sigma_journal_bands reversed = {bands->excellent, bands->good, bands->doubtful,
                                          bands->critical};
    return sigma_fields_valid(sigma_journal_bands_fields, SIGMA_JOURNAL_BANDS_FIELDS, bands) &&
           (rising(bands) || rising(&reversed));
}

bool sigma_params_valid(const sigma_journal_params *params)
{
    return sigma_fields_valid(sigma_journal_params_fields, SIGMA_JOURNAL_PARAMS_FIELDS, params) &&
           bands_valid(&params->win_rate) && bands_valid(&params->sharpe) &&
           bands_valid(&params->drawdown) && bands_valid(&params->expectancy) &&
           params->building <= params->established && params->shorter <= params->longer;
}

/* Counts that cannot outrun the number of trades, which ends long before an int32_t does. */
bool sigma_sums_valid(const sigma_journal_sums *sums, int32_t trades)
{
    return sigma_fields_valid(sigma_journal_sums_fields, SIGMA_JOURNAL_SUMS_FIELDS, sums) &&
           sums->trades <= trades && (int64_t)sums->wins + sums->losses <= sums->trades &&
           sigma_between(sums->streak, -sums->losses, sums->wins) &&
           sums->most_wins <= sums->wins && sums->most_losses <= sums->losses;
}

static bool totals_valid(const sigma_journal_totals *totals)
{
    return sigma_fields_valid(sigma_journal_totals_fields, SIGMA_JOURNAL_TOTALS_FIELDS, totals) &&
           totals->paper <= totals->trades && sigma_sums_valid(&totals->cash, totals->trades) &&
           sigma_sums_valid(&totals->multiple, totals->trades);
}

static bool tenth_valid(const sigma_journal_tenth *tenth)
{
    return sigma_fields_valid(sigma_journal_tenth_fields, SIGMA_JOURNAL_TENTH_FIELDS, tenth) &&
           tenth->wins <= tenth->trades;
}

bool sigma_claims_valid(const sigma_journal_claims *claims, int32_t trades)
{
    bool valid =
        sigma_fields_valid(sigma_journal_claims_fields, SIGMA_JOURNAL_CLAIMS_FIELDS, claims) &&
        claims->expectations <= trades && sigma_sums_valid(&claims->excess, trades);
    int64_t stated = 0;

    for (int32_t i = 0; i < SIGMA_JOURNAL_TENTHS; i++) {
        valid = valid && tenth_valid(&claims->tenth[i]);
        stated += claims->tenth[i].trades;
    }
    return valid && stated <= trades;
}

/* From 0 on: neither a place nor what is left behind it is negative. */
static bool places_valid(const int32_t place[SIGMA_JOURNAL_SPACE])
{
    uint32_t signs = 0;
    for (int32_t i = 0; i < SIGMA_JOURNAL_SPACE; i++) {
        signs |= (uint32_t)place[i] | (SIGMA_JOURNAL_SPACE - 1 - (uint32_t)place[i]);
    }
    return signs >> 31 == 0;
}

static bool head_valid(const sigma_journal *journal)
{
    int32_t kept = sigma_journal_kept(journal);

    return journal->tag == SIGMA_TAG_JOURNAL && journal->reserved == 0 &&
           sigma_is_time(journal->time) && sigma_between(journal->cash_ranked, 0, kept) &&
           sigma_between(journal->multiples_ranked, 0, kept);
}

sigma_status sigma_journal_usable(const sigma_journal *journal)
{
    if (!journal) {
        return SIGMA_E_NULL;
    }
    return head_valid(journal) && sigma_params_valid(&journal->params) &&
                   totals_valid(&journal->totals) &&
                   sigma_claims_valid(&journal->claims, journal->totals.trades) &&
                   places_valid(journal->by_cash) && places_valid(journal->by_multiple)
               ? SIGMA_OK
               : SIGMA_E_STATE;
}

/* At most 1e6 R; for most that is told without a division. */
static bool in_range(double amount, double risk)
{
    double size = sigma_magnitude(amount);
    return size <= 1e5 * risk || size / risk <= 1e6;
}

/* Written out, for it is called for each trade of a window. */
bool sigma_entry_valid(const sigma_journal_entry *entry)
{
    bool ranges =
        sigma_is_time(entry->time) && sigma_within(entry->profit, -1e15, 1e15) &&
        sigma_within(entry->risk, 0.0, 1e15) && sigma_within(entry->expected, -1e15, 1e15) &&
        sigma_within(entry->probability, 0.0, 1.0) && sigma_within(entry->balance, -1e25, 1e25) &&
        entry->given >> SIGMA_TRADE_COUNT == 0;

    return ranges && (!sigma_entry_has(entry, SIGMA_TRADE_RISK) ||
                      (entry->risk > 0.0 && in_range(entry->profit, entry->risk) &&
                       in_range(entry->expected, entry->risk)));
}

bool sigma_entries_valid(const sigma_journal *journal, int32_t length)
{
    int32_t left = length, place = sigma_journal_place(journal, length - 1);

    while (left > 0 && sigma_entry_valid(&journal->entry[place])) {
        place = sigma_journal_next(place);
        left--;
    }
    return left <= 0;
}
