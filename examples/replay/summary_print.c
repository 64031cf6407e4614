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

/* One line of those that are not 0; none if all are. */
static void print_counts(const char *name, const int64_t *counts, int32_t count, int32_t vocabulary)
{
    bool first = true;

    for (int32_t code = 0; code < count; code++) {
        if (counts[code] > 0) {
            printf(first ? "%-14s %s %s" : "%s %s %s", first ? name : ",",
                   text_word(vocabulary, code).text, text_count(counts[code]).text);
            first = false;
        }
    }
    printf("%s", first ? "" : "\n");
}

static void print_events(const struct summary *s)
{
    print_counts("closed by", s->left, SIGMA_EXIT_COUNT, SIGMA_VOCABULARY_EXIT);
    print_counts("rules broken", s->broken, SIGMA_PART_COUNT, SIGMA_VOCABULARY_PART);
    print_counts("incidents", s->failures, SIGMA_EVENT_COUNT, SIGMA_VOCABULARY_EVENT);
    print_counts("breaker", s->levels, SIGMA_LEVEL_COUNT, SIGMA_VOCABULARY_LEVEL);
}

static void print_firm(const struct summary *s)
{
    if (s->firm != SIGMA_PHASE_UNKNOWN) {
        printf("firm           %15s   since %s\n", text_word(SIGMA_VOCABULARY_PHASE, s->firm).text,
               text_time(s->firm_since).text);
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
    if (s->papers > 0) {
        printf("on paper       %15s   refused, and followed without money\n",
               text_count(s->papers).text);
    }
    print_events(s);
    print_firm(s);
    print_money("profit", s->profit, "");
    if (s->expected != 0.0) {
        printf("expected       %15s   of trades that made %s\n", text_money(s->expected).text,
               text_money(s->came).text);
    }
    print_money("costs in it", s->costs,
                s->costs > 0.0 || s->trades == 0 ? "" : "the symbol has none: see --spread");
    print_money("balance", s->balance, "");
    print_money("open profit", s->open_profit, "");
    print_money("equity", s->balance + s->open_profit, "");
    printf("drawdown       %15s   at most, of the balance; %s of the equity\n",
           text_share(s->drawdown).text, text_share(s->equity_drawdown).text);
}

/* A summary over less than a year names none. */
static void print_return(const struct told *told)
{
    double years = summary_years(told);

    if (years > 1.0) {
        printf("a year         %15s   compounded over %.1f years\n",
               text_share(summary_return(told)).text, years);
    }
}

static void print_shares(const struct told *told)
{
    for (int32_t i = 0; told->count > 1 && i < told->count; i++) {
        const struct symbol *s = &told->symbols[i];
        const sigma_symbol *facts = &s->input->symbol;
        struct share share = summary_share(s);
        bool free = facts->spread + facts->slippage + facts->commission + facts->fee_rate <= 0.0;
        printf("  %-12s %15s   %s trades, %s won, %.3f R a trade with %s on paper%s%s\n",
               s->input->name, text_money(share.profit).text, text_count(share.trades).text,
               text_count(share.wins).text, share.expectancy, text_count(share.papers).text,
               s->history.monitor.halted ? "; halted" : "",
               free && share.trades > 0 ? "; without costs: see --spread" : "");
    }
}

static void print_signals(const struct summary *s)
{
    struct rates rates = summary_rates(s);

    printf("signals        %15s   %s filtered, %s against a rule of safety",
           text_count(rates.signals).text, text_share(rates.filtered).text,
           text_count(s->violations).text);
    if (s->asked > 0) {
        printf("; votes agreed on %s of %s", text_share(rates.agreed).text,
               text_count(s->asked).text);
    }
    printf("\n");
}

static void print_ab(const struct told *told)
{
    const struct ab_result *r = told->tested;

    printf("votes' worth   %13.4f R   a signal, 95 %% from %.4f to %.4f by the paired t test, p "
           "%.4f\n",
           r->difference, r->low, r->high, r->p);
    printf("  technical    %13.4f R   over %s signals\n", r->technical,
           text_count(told->ab->count).text);
    printf("  with votes   %13.4f R   %s of them smaller or refused\n", r->voted,
           text_count(told->ab->scaled).text);
}

static void print_symbol(const struct symbol *s)
{
    const struct bars *bars = &s->bars;

    printf("%s, %s bars of %s, %s to %s\n", s->input->name, text_count(s->next).text,
           text_interval(s->interval).text, text_time(bars->bar[0].time).text,
           text_time(symbol_last(s)->time).text);
    if (bars->skipped > 0) {
        printf("skipped        %15s   bad lines\n", text_count(bars->skipped).text);
    }
}

void summary_print(const struct told *told)
{
    const struct summary *s = told->summary;

    for (int32_t i = 0; i < told->count; i++) {
        print_symbol(&told->symbols[i]);
    }
    printf("proposals      %15s   %s approved, %s reduced, %s denied; %s of them to exit\n",
           text_count(s->proposals).text, text_count(s->verdicts[SIGMA_VERDICT_APPROVE]).text,
           text_count(s->verdicts[SIGMA_VERDICT_REDUCE]).text,
           text_count(s->verdicts[SIGMA_VERDICT_DENY]).text, text_count(s->exits).text);
    print_refusals(s);
    print_signals(s);
    if (told->options->ab) {
        print_ab(told);
    }
    print_trades(s);
    print_return(told);
    print_shares(told);
    summary_print_journal(told->journal);
    printf("\n%s\n", summary_disclaimer);
    printf("Results: report.html, decisions.jsonl, trades.csv and summary.json in %s\n",
           told->options->folder);
    if (told->options->features) {
        printf("Indicators at every bar: %s\n", told->options->features);
    }
}
