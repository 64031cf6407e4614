/* SPDX-License-Identifier: MIT */
#include "summary.h"

#include <math.h>

const char summary_disclaimer[] =
    "Educational: no advice, no warranty; try everything on a demo account first.";

sigma_status summary_start(struct summary *summary, int64_t time, double balance)
{
    *summary = (struct summary){.balance = balance, .equity_peak = balance};
    return sigma_account_init(&summary->closed, time, balance);
}

const uint64_t summary_safety =
    UINT64_C(1) << SIGMA_REASON_POSITIONS | UINT64_C(1) << SIGMA_REASON_EQUITY |
    UINT64_C(1) << SIGMA_REASON_FLOOR | UINT64_C(1) << SIGMA_REASON_MARGIN_LEVEL |
    UINT64_C(1) << SIGMA_REASON_LIMITS | UINT64_C(1) << SIGMA_REASON_GATE |
    UINT64_C(1) << SIGMA_REASON_RULES | UINT64_C(1) << SIGMA_REASON_BREAKER |
    UINT64_C(1) << SIGMA_REASON_MONITOR;

void summary_consensus(struct summary *summary, int32_t consensus)
{
    bool asked = consensus == SIGMA_CONSENSUS_FULL || consensus == SIGMA_CONSENSUS_PART ||
                 consensus == SIGMA_CONSENSUS_REJECTED;

    summary->asked += asked;
    summary->agreed += consensus == SIGMA_CONSENSUS_FULL;
}

void summary_decision(struct summary *summary, const sigma_proposal *proposal,
                      const sigma_decision *decision)
{
    summary->proposals++;
    summary->exits += proposal->intent == SIGMA_INTENT_REDUCE;
    summary->verdicts[decision->verdict]++;
    for (int32_t reason = 0; reason < SIGMA_REASON_COUNT; reason++) {
        summary->refusals[reason] += (int64_t)(decision->refused >> reason & 1);
    }
}

/* A trade that is over. */
static void count_trade(struct summary *summary, const struct trade *trade)
{
    summary->trades++;
    summary->wins += trade->profit > 0.0;
    summary->losses += trade->profit < 0.0;
    if (trade->expected != 0.0) {
        summary->expected += trade->expected;
        summary->came += trade->profit;
    }
}

sigma_status summary_closing(struct summary *summary, const struct paper *paper, double balance,
                             int64_t now)
{
    double drawdown;

    if (paper->trade.paper) {
        summary->papers += paper->lots <= 0.0;
        return SIGMA_OK;
    }
    if (paper->lots <= 0.0) {
        count_trade(summary, &paper->trade);
    }
    summary->left[paper->closing.rule]++;
    summary->profit += paper->closing.profit;
    summary->costs += paper->closing.costs;
    summary->balance = balance;
    sigma_status status = sigma_account_update(&summary->closed, now, balance, balance, 0.0);
    if (status == SIGMA_OK) {
        status = sigma_account_drawdown(&summary->closed, &drawdown);
    }
    if (status == SIGMA_OK && drawdown > summary->drawdown) {
        summary->drawdown = drawdown;
    }
    return status;
}

void summary_equity(struct summary *summary, double equity)
{
    if (equity >= summary->equity_peak) {
        summary->equity_peak = equity;
    } else if (equity < summary->equity_peak * (1.0 - summary->equity_drawdown)) {
        summary->equity_drawdown = 1.0 - equity / summary->equity_peak;
    }
}

/* ---- what it came to */

struct share summary_share(const struct symbol *symbol)
{
    sigma_journal_result read;

    if (sigma_journal_read(&symbol->history.journal, SIGMA_JOURNAL_ALL, &read) < 0) {
        return (struct share){.trades = 0};
    }
    return (struct share){read.cash.trades, read.cash.wins, read.paper, read.cash.total,
                          read.multiple.expectancy};
}

static double ratio(int64_t part, int64_t all)
{
    return all > 0 ? (double)part / (double)all : 0.0;
}

struct rates summary_rates(const struct summary *summary)
{
    int64_t signals = summary->proposals - summary->exits;

    return (struct rates){signals, ratio(summary->verdicts[SIGMA_VERDICT_DENY], signals),
                          ratio(summary->agreed, summary->asked)};
}

double summary_years(const struct told *told)
{
    double first = 0.0, last = 0.0;

    for (int32_t i = 0; i < told->count; i++) {
        const struct symbol *s = &told->symbols[i];
        double begins = (double)s->bars.bar[0].time;
        double ends = (double)(symbol_last(s)->time + s->interval);
        first = i == 0 || begins < first ? begins : first;
        last = i == 0 || ends > last ? ends : last;
    }
    return (last - first) / (365.2425 * 86400e9);
}

double summary_return(const struct told *told)
{
    const struct summary *s = told->summary;
    double gained = (s->balance + s->open_profit) / told->options->balance;
    double years = summary_years(told);

    return gained <= 0.0 ? -1.0 : years > 1.0 ? pow(gained, 1.0 / years) - 1.0 : gained - 1.0;
}
