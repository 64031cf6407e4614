/* SPDX-License-Identifier: MIT */
#include "journal.h"
#include "pair.h"

static const double SUM_MAX = 1e25;
static const double SQUARE_MAX = 1e40;
static const double SHARE_MAX = 1e10;

static void add(double sum[2], sigma_pair value, double limit)
{
    sigma_pair upper = sigma_pair_sum(sum[0], value.high);
    sigma_pair next = sigma_pair_ordered(upper.high, upper.low + (sum[1] + value.low));

    if (!sigma_within(next.high, -limit, limit)) {
        next = (sigma_pair){.high = next.high < 0.0 ? -limit : limit};
    }
    sum[0] = next.high;
    sum[1] = next.low;
}

void sigma_sum_add(double sum[2], double value, double limit)
{
    add(sum, (sigma_pair){.high = value}, limit);
}

static void add_streak(sigma_journal_sums *sums, double value)
{
    int32_t sign = (value > 0.0) - (value < 0.0);
    int32_t before = sign * sums->streak > 0 ? sums->streak : 0;

    sums->streak = before + sign;
    sums->wins += sign > 0;
    sums->losses += sign < 0;
    if (sums->streak > sums->most_wins) {
        sums->most_wins = sums->streak;
    }
    if (-sums->streak > sums->most_losses) {
        sums->most_losses = -sums->streak;
    }
}

static void add_fall(sigma_journal_sums *sums)
{
    sums->peak = sigma_larger(sums->peak, sums->sum[0]);
    sums->drawdown = sigma_larger(sums->drawdown, sums->peak - sums->sum[0]);
}

void sigma_sums_add(sigma_journal_sums *sums, double value, int64_t time)
{
    sigma_pair square = sigma_pair_product(value, value);
    bool first = sums->trades == 0;

    sigma_sum_add(sums->sum, value, SUM_MAX);
    add(sums->square, square, SQUARE_MAX);
    if (value > 0.0) {
        sigma_sum_add(sums->gain, value, SUM_MAX);
    }
    if (value < 0.0) {
        add(sums->loss, square, SQUARE_MAX);
    }
    sums->best = first ? value : sigma_larger(sums->best, value);
    sums->worst = first ? value : sigma_smaller(sums->worst, value);
    sums->first = first ? time : sums->first;
    sums->last = time;
    sums->trades++;
    add_streak(sums, value);
    add_fall(sums);
}

/* A stated balance that is not the equity so far is a cash flow, and moves the peak with it. */
static double peak_before(const sigma_journal_totals *totals, double balance)
{
    if (totals->trades > 0 && balance == totals->equity) {
        return totals->peak;
    }
    if (totals->trades > 0 && totals->equity > 0.0) {
        return sigma_smaller(totals->peak * (balance / totals->equity), SUM_MAX);
    }
    return balance;
}

static void add_equity(sigma_journal_totals *totals, const sigma_journal_entry *entry)
{
    double peak = peak_before(totals, entry->balance);
    double equity = entry->balance + entry->profit;

    totals->equity = sigma_clamped(equity, -SUM_MAX, SUM_MAX);
    totals->peak = sigma_larger(peak, totals->equity);
    totals->drawdown =
        sigma_larger(totals->drawdown, sigma_ratio(totals->peak - totals->equity, totals->peak));
}

void sigma_totals_add(sigma_journal_totals *totals, const sigma_journal_entry *entry)
{
    if (sigma_entry_in(entry, false)) {
        sigma_sums_add(&totals->cash, sigma_entry_value(entry, false), entry->time);
        add_equity(totals, entry);
    } else if (totals->trades == 0) {
        totals->equity = totals->peak = entry->balance;
    }
    if (sigma_entry_in(entry, true)) {
        sigma_sums_add(&totals->multiple, sigma_entry_value(entry, true), entry->time);
    }
    totals->paper += sigma_entry_has(entry, SIGMA_TRADE_PAPER);
    totals->trades++;
}

static void add_probability(sigma_journal_claims *claims, const sigma_journal_entry *entry)
{
    int32_t index = (int32_t)(entry->probability * SIGMA_JOURNAL_TENTHS);
    int32_t last = SIGMA_JOURNAL_TENTHS - 1;
    sigma_journal_tenth *tenth = &claims->tenth[index < last ? index : last];
    double miss = entry->probability - (entry->profit > 0.0 ? 1.0 : 0.0);

    tenth->trades++;
    tenth->wins += entry->profit > 0.0;
    sigma_sum_add(tenth->stated, entry->probability, SHARE_MAX);
    add(claims->brier, sigma_pair_product(miss, miss), SHARE_MAX);
}

static void add_expectation(sigma_journal_claims *claims, const sigma_journal_entry *entry)
{
    if (sigma_entry_in(entry, false)) {
        sigma_sum_add(claims->cash, entry->expected, SUM_MAX);
        sigma_sum_add(claims->came, entry->profit, SUM_MAX);
        claims->expectations++;
    }
    if (sigma_entry_in(entry, true)) {
        double expected = entry->expected / entry->risk;
        sigma_sum_add(claims->expected, expected, SUM_MAX);
        sigma_sums_add(&claims->excess, sigma_entry_value(entry, true) - expected, entry->time);
    }
}

void sigma_claims_add(sigma_journal_claims *claims, const sigma_journal_entry *entry)
{
    if (sigma_entry_has(entry, SIGMA_TRADE_PROBABILITY)) {
        add_probability(claims, entry);
    }
    if (sigma_entry_has(entry, SIGMA_TRADE_EXPECTED)) {
        add_expectation(claims, entry);
    }
}
