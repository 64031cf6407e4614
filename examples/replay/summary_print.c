/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "../common/text.h"
#include "summary.h"

static void print_refusals(const struct summary *s)
{
    for (int32_t reason = 0; reason < SIGMA_REASON_COUNT; reason++) {
        if (s->refusals[reason] > 0) {
            printf("  %-12s %15s   %s\n", text_word(SIGMA_VOCABULARY_REASON, reason).text,
                   text_count(s->refusals[reason]).text,
                   text_sentence(SIGMA_VOCABULARY_REASON, reason).text);
        }
    }
}

static void print_money(const char *name, double money, const char *remark)
{
    printf("%-14s %15s%s%s\n", name, text_money(money).text, remark[0] ? "   " : "", remark);
}

static void print_trades(const struct summary *s)
{
    printf("trades         %15s   %s won, %s lost, %s cancelled\n", text_count(s->trades).text,
           text_count(s->wins).text, text_count(s->losses).text, text_count(s->cancelled).text);
    print_money("profit", s->profit, "");
    print_money("costs in it", s->costs,
                s->costs > 0.0 || s->trades == 0 ? "" : "the symbol has none: see --spread");
    print_money("balance", s->balance, "");
    print_money("open profit", s->open_profit, "");
    print_money("equity", s->balance + s->open_profit, "");
    printf("drawdown       %15s   at most, of the balance\n", text_share(s->drawdown).text);
}

void summary_print(const struct summary *summary, const struct options *options,
                   const struct bars *bars)
{
    printf("%s, %s bars of %s, %s to %s\n", options->symbol_name, text_count(bars->count).text,
           text_interval(summary->interval).text, text_time(bars->bar[0].time).text,
           text_time(bars->bar[bars->count - 1].time).text);
    if (bars->skipped > 0) {
        printf("skipped        %15s   bad lines\n", text_count(bars->skipped).text);
    }
    printf("proposals      %15s   %s approved, %s reduced, %s denied; %s of them to exit\n",
           text_count(summary->proposals).text,
           text_count(summary->verdicts[SIGMA_VERDICT_APPROVE]).text,
           text_count(summary->verdicts[SIGMA_VERDICT_REDUCE]).text,
           text_count(summary->verdicts[SIGMA_VERDICT_DENY]).text, text_count(summary->exits).text);
    print_refusals(summary);
    print_trades(summary);
    summary_print_journal(&summary->journal);
    printf("\n%s\n", summary_disclaimer);
    printf("Results: report.html, decisions.jsonl, trades.csv and summary.json in %s\n",
           options->folder);
    if (options->features) {
        printf("Indicators at every bar: %s\n", options->features);
    }
}
