/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <sigma/version.h>

#include "../common/files.h"
#include "../common/quote.h"
#include "../common/text.h"
#include "summary.h"

/* ---- members */

static void name_member(struct output *output, const char *name)
{
    output_text(output, "  ");
    quote_json(output, name);
    output_text(output, ": ");
}

static void member_string(struct output *output, const char *name, const char *string)
{
    name_member(output, name);
    quote_json(output, string);
    output_text(output, ",\n");
}

static void member_number(struct output *output, const char *name, double number)
{
    name_member(output, name);
    output_text(output, text_number(number).text);
    output_text(output, ",\n");
}

static void member_count(struct output *output, const char *name, int64_t count)
{
    char digits[24];

    name_member(output, name);
    snprintf(digits, sizeof digits, "%" PRId64, count);
    output_text(output, digits);
    output_text(output, ",\n");
}

/* What is counted: codes of a vocabulary, or without one faults of bars. */
static struct text code_word(int32_t vocabulary, int32_t code)
{
    struct text word;

    if (vocabulary != SIGMA_VOCABULARY_UNKNOWN) {
        return text_word(vocabulary, code);
    }
    snprintf(word.text, sizeof word.text, "%s", fault_name(code));
    return word;
}

/* An object of those that are not 0. */
static void member_counts(struct output *output, const char *name, const int64_t *counts,
                          int32_t count, int32_t vocabulary)
{
    bool first = true;

    name_member(output, name);
    for (int32_t i = 0; i < count; i++) {
        char member[SIGMA_WORD_SPACE + 32];
        if (counts[i] > 0) {
            snprintf(member, sizeof member, "%s\"%s\": %" PRId64, first ? "{" : ", ",
                     code_word(vocabulary, i).text, counts[i]);
            output_text(output, member);
            first = false;
        }
    }
    output_text(output, first ? "{},\n" : "},\n");
}

/* ---- the summary */

/* What one of several symbols made; of one alone the rest of the summary tells. */
static void write_share(const struct symbol *s, struct output *file)
{
    struct share share = summary_share(s);

    member_count(file, "trades", share.trades);
    member_count(file, "wins", share.wins);
    member_count(file, "paper_trades", share.papers);
    member_number(file, "profit", share.profit);
    member_number(file, "expectancy", share.expectancy);
}

static void write_health(const struct symbol *s, struct output *file)
{
    const sigma_monitor *monitor = &s->history.monitor;

    member_string(file, "monitor", text_word(SIGMA_VOCABULARY_SEVERITY, monitor->severity).text);
    member_count(file, "baseline_trades", monitor->params.baseline_trades);
}

/* The end is what stands behind the last member. */
static void write_symbol(const struct symbol *s, bool shares, const char *end, struct output *file)
{
    const struct bars *bars = &s->bars;

    member_string(file, "file", files_name(s->input->file));
    member_string(file, "symbol", s->input->name);
    member_string(file, "interval", text_interval(s->interval).text);
    member_count(file, "bars", s->next);
    member_count(file, "bars_skipped", bars->skipped);
    member_counts(file, "skipped_by_reason", bars->faults, FAULT_COUNT, SIGMA_VOCABULARY_UNKNOWN);
    write_health(s, file);
    if (shares) {
        write_share(s, file);
    }
    member_string(file, "first_time", text_time(bars->bar[0].time).text);
    name_member(file, "last_time");
    quote_json(file, text_time(symbol_last(s)->time).text);
    output_text(file, end);
}

/* One file of bars is told of as such, several as an array. */
static void write_input(const struct told *told, struct output *file)
{
    if (told->count == 1) {
        write_symbol(told->symbols, false, ",\n", file);
    } else {
        output_text(file, "  \"symbols\": [{\n");
        for (int32_t i = 0; i < told->count; i++) {
            const char *end = i + 1 < told->count ? "\n  }, {\n" : "\n  }],\n";
            write_symbol(&told->symbols[i], true, end, file);
        }
    }
    member_number(file, "start_balance", told->options->balance);
    member_number(file, "risk", told->options->risk);
}

static void write_decisions(const struct summary *s, struct output *file)
{
    struct rates rates = summary_rates(s);

    member_count(file, "proposals", s->proposals);
    member_count(file, "exits", s->exits);
    member_count(file, "approved", s->verdicts[SIGMA_VERDICT_APPROVE]);
    member_count(file, "reduced", s->verdicts[SIGMA_VERDICT_REDUCE]);
    member_count(file, "denied", s->verdicts[SIGMA_VERDICT_DENY]);
    member_count(file, "signals", rates.signals);
    member_number(file, "filter_rate", rates.filtered);
    member_number(file, "consensus_rate", rates.agreed);
    member_count(file, "violations", s->violations);
    member_counts(file, "refusals", s->refusals, SIGMA_REASON_COUNT, SIGMA_VOCABULARY_REASON);
    member_counts(file, "rules_broken", s->broken, SIGMA_PART_COUNT, SIGMA_VOCABULARY_PART);
    member_counts(file, "breaker_levels", s->levels, SIGMA_LEVEL_COUNT, SIGMA_VOCABULARY_LEVEL);
    member_counts(file, "failures", s->failures, SIGMA_EVENT_COUNT, SIGMA_VOCABULARY_EVENT);
    member_counts(file, "closed_by", s->left, SIGMA_EXIT_COUNT, SIGMA_VOCABULARY_EXIT);
    member_count(file, "cancelled", s->cancelled);
    member_count(file, "unfilled", s->unfilled);
}

static void write_trades(const struct summary *s, struct output *file)
{
    member_count(file, "trades", s->trades);
    member_count(file, "wins", s->wins);
    member_count(file, "losses", s->losses);
    member_count(file, "paper_trades", s->papers);
    member_number(file, "profit", s->profit);
    member_number(file, "expected_profit", s->expected);
    member_number(file, "profit_of_expected", s->came);
    member_number(file, "costs", s->costs);
    member_number(file, "final_balance", s->balance);
    member_number(file, "open_profit", s->open_profit);
    member_number(file, "final_equity", s->balance + s->open_profit);
    member_number(file, "maximum_drawdown", s->drawdown);
    member_number(file, "maximum_equity_drawdown", s->equity_drawdown);
}

static void write_ab(const struct told *told, struct output *file)
{
    const struct ab_result *r = told->tested;

    member_count(file, "ab_signals", told->ab->count);
    member_count(file, "ab_scaled", told->ab->scaled);
    member_number(file, "ab_technical", r->technical);
    member_number(file, "ab_with_votes", r->voted);
    member_number(file, "ab_difference", r->difference);
    member_number(file, "ab_low", r->low);
    member_number(file, "ab_high", r->high);
    member_number(file, "ab_p", r->p);
}

void summary_write(const struct told *told, struct output *output)
{
    output_text(output, "{\n");
    write_input(told, output);
    write_decisions(told->summary, output);
    write_trades(told->summary, output);
    if (told->summary->firm != SIGMA_PHASE_UNKNOWN) {
        member_string(output, "firm", text_word(SIGMA_VOCABULARY_PHASE, told->summary->firm).text);
        member_string(output, "firm_since", text_time(told->summary->firm_since).text);
    }
    member_number(output, "years", summary_years(told));
    member_number(output, "return_a_year", summary_return(told));
    if (told->options->ab) {
        write_ab(told, output);
    }
    summary_write_journal(told->journal, output);
    member_string(output, "version", text_version(sigma_version_number()).text);
    name_member(output, "disclaimer");
    quote_json(output, summary_disclaimer);
    output_text(output, "\n}\n");
}
