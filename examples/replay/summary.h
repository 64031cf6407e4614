/* SPDX-License-Identifier: MIT */
/* What a replay came to, counted while it runs, for summary.json and for people. */
#ifndef REPLAY_SUMMARY_H
#define REPLAY_SUMMARY_H

#include <sigma/account.h>
#include <sigma/journal.h>

#include "../common/output.h"
#include "bars.h"
#include "options.h"
#include "paper.h"

struct summary {
    int64_t interval;
    int64_t proposals, exits; /* exits: those that would close the position */
    int64_t verdicts[SIGMA_VERDICT_COUNT];
    int64_t refusals[SIGMA_REASON_COUNT];
    int64_t cancelled; /* orders whose stop or target the next open had passed */
    int64_t unfilled;  /* orders of the last bar */
    int64_t trades, wins, losses;
    double profit, costs; /* of the trades */
    double balance, open_profit;
    double drawdown;      /* greatest, of the balance */
    sigma_account closed; /* the account as if it had closed trades only */
    sigma_journal journal;
};

/* The line that every summary carries. */
extern const char summary_disclaimer[];

sigma_status summary_init(struct summary *summary, int64_t time, double balance);
void summary_decision(struct summary *summary, const sigma_proposal *proposal,
                      const sigma_decision *decision);
sigma_status summary_trade(struct summary *summary, const sigma_trade *trade, double balance);

void summary_write(const struct summary *summary, const struct options *options,
                   const struct bars *bars, struct output *output);
/* The member "journal", and the lines about it. */
void summary_write_journal(const sigma_journal *journal, struct output *output);
void summary_print_journal(const sigma_journal *journal);

void summary_print(const struct summary *summary, const struct options *options,
                   const struct bars *bars);

#endif
