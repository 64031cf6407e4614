/* SPDX-License-Identifier: MIT */
#include "summary.h"

const char summary_disclaimer[] =
    "Educational: no advice, no warranty; try everything on a demo account first.";

sigma_status summary_start(struct summary *summary, int64_t time, double balance)
{
    *summary = (struct summary){.balance = balance};
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
