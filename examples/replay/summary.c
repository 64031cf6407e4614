/* SPDX-License-Identifier: MIT */
#include "summary.h"

const char summary_disclaimer[] =
    "Educational: no advice, no warranty; try everything on a demo account first.";

sigma_status summary_init(struct summary *summary, int64_t time, double balance)
{
    sigma_journal_params params;

    *summary = (struct summary){.balance = balance};
    sigma_status status = sigma_account_init(&summary->closed, time, balance);
    if (status == SIGMA_OK) {
        status = sigma_journal_defaults(&params, balance);
    }
    return status == SIGMA_OK ? sigma_journal_init(&summary->journal, &params) : status;
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

sigma_status summary_trade(struct summary *summary, const sigma_trade *trade, double balance)
{
    double drawdown;

    summary->trades++;
    summary->wins += trade->profit > 0.0;
    summary->losses += trade->profit < 0.0;
    summary->profit += trade->profit;
    summary->costs += trade->costs;
    summary->balance = balance;
    sigma_status status =
        sigma_account_update(&summary->closed, trade->closed, balance, balance, 0.0);
    if (status == SIGMA_OK) {
        status = sigma_account_drawdown(&summary->closed, &drawdown);
    }
    if (status == SIGMA_OK && drawdown > summary->drawdown) {
        summary->drawdown = drawdown;
    }
    return status == SIGMA_OK ? sigma_journal_update(&summary->journal, trade) : status;
}
