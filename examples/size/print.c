/* SPDX-License-Identifier: MIT */
#include "print.h"

#include <sigma/words.h>
#include <stdbool.h>
#include <stdio.h>

#include "../common/text.h"

static bool has(uint64_t set, int32_t code)
{
    return set >> code & 1;
}

static void print_line(const char *name, struct text value, const char *remark)
{
    printf("%-10s %16s%s%s\n", name, value.text, remark[0] ? "   " : "", remark);
}

/* A trade that is denied is sized all the same. */
static void print_lots(const sigma_decision *d)
{
    char remark[2 * SIGMA_WORD_SPACE];
    bool would = d->lots <= 0.0 && d->sizing.lots > 0.0;

    snprintf(remark, sizeof remark, "it would have been %s", text_number(d->sizing.lots).text);
    print_line("lots", text_number(d->lots), would ? remark : "");
}

static void print_levels(const sigma_decision *d)
{
    char remark[3 * SIGMA_WORD_SPACE];

    snprintf(remark, sizeof remark, "%s away", text_number(d->stops.distance).text);
    print_line("stop", text_number(d->stops.stop), d->stops.stop > 0.0 ? remark : "");
    snprintf(remark, sizeof remark, "%.2f times that; pays from a win rate of %s on",
             d->stops.reward_risk, text_share(d->stops.breakeven).text);
    print_line("target", text_number(d->stops.target), d->stops.target > 0.0 ? remark : "");
}

static void print_size(const struct options *options, const sigma_decision *d)
{
    char remark[3 * SIGMA_WORD_SPACE];

    snprintf(remark, sizeof remark, "%s of the account, costs of %s in it",
             text_share(d->sizing.risk / options->equity).text,
             text_money(d->sizing.lots * d->sizing.cost_per_lot).text);
    print_line("risk", text_money(d->sizing.risk), remark);
    print_line("margin", text_money(d->sizing.margin), "");
    print_line("notional", text_money(d->sizing.notional), "");
    snprintf(remark, sizeof remark, "smallest order from a balance of %s",
             text_money(d->sizing.balance_min).text);
    print_line("gain", text_money(d->sizing.gain),
               d->sizing.balance_min > 0.0 ? remark : "no balance is enough for an order");
    if (options->proposal.given >> SIGMA_GIVEN_PROBABILITY & 1) {
        snprintf(remark, sizeof remark, "after costs; before them %.2f of what is at risk",
                 d->sizing.expected_return);
        print_line("expected", text_money(d->sizing.expected_profit), remark);
    }
}

/* ---- the waterfall */

static void print_factors(const sigma_sizing_result *s)
{
    puts("\nmoney at risk       times            leaves");
    for (int32_t factor = 0; factor < SIGMA_FACTOR_COUNT; factor++) {
        if (factor == SIGMA_FACTOR_BASE || s->factor[factor] != 1.0) {
            printf("  %-15s %7.4g %17s   %s\n", text_word(SIGMA_VOCABULARY_FACTOR, factor).text,
                   s->factor[factor], text_money(s->risk_after[factor]).text,
                   text_sentence(SIGMA_VOCABULARY_FACTOR, factor).text);
        }
    }
}

static void print_caps(const sigma_sizing_result *s)
{
    puts("\nlots               at most            leaves");
    for (int32_t cap = 0; cap < SIGMA_CAP_COUNT; cap++) {
        if (has(s->asked, cap)) {
            printf("%s %-10s %12.6g %17.6g   %s\n", cap == s->binding ? ">" : " ",
                   text_word(SIGMA_VOCABULARY_CAP, cap).text, s->cap[cap], s->lots_after[cap],
                   text_sentence(SIGMA_VOCABULARY_CAP, cap).text);
        }
    }
    puts("> is what bound the size.");
}

static void print_sentences(const char *title, uint64_t set, int32_t vocabulary, int32_t count)
{
    if (set && title) {
        printf("\n%s\n", title);
    }
    for (int32_t code = 0; code < count; code++) {
        if (has(set, code)) {
            printf("  %-13s %s\n", text_word(vocabulary, code).text,
                   text_sentence(vocabulary, code).text);
        }
    }
}

/* That nothing is left for a lot follows from the other reasons, where there are any. */
static void print_refused(uint64_t refused)
{
    uint64_t lot = refused & UINT64_C(1) << SIGMA_REASON_MINIMUM_LOT, others = refused & ~lot;

    print_sentences("refused", others ? others : lot, SIGMA_VOCABULARY_REASON, SIGMA_REASON_COUNT);
    print_sentences(NULL, others ? lot : 0, SIGMA_VOCABULARY_REASON, SIGMA_REASON_COUNT);
}

void print_decision(const struct options *options, const sigma_decision *decision)
{
    const sigma_proposal *trade = &options->proposal;

    printf("%s %s at %s, account %s\n\n", options->symbol_name,
           text_word(SIGMA_VOCABULARY_SIDE, trade->side).text, text_number(trade->entry).text,
           text_money(options->equity).text);
    print_line("verdict", text_word(SIGMA_VOCABULARY_VERDICT, decision->verdict),
               text_sentence(SIGMA_VOCABULARY_VERDICT, decision->verdict).text);
    print_lots(decision);
    if (options->advise) {
        print_line("advice", text_word(SIGMA_VOCABULARY_VERDICT, decision->advice),
                   text_sentence(SIGMA_VOCABULARY_VERDICT, decision->advice).text);
        print_line("advised", text_number(decision->advised), "lots");
    }
    print_levels(decision);
    if (decision->sizing.asked) {
        print_size(options, decision);
        print_factors(&decision->sizing);
        print_caps(&decision->sizing);
    }
    print_refused(decision->refused);
    print_sentences("warnings", decision->warnings, SIGMA_VOCABULARY_WARNING, SIGMA_WARNING_COUNT);
}
