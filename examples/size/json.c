/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <sigma/words.h>
#include <stdio.h>

#include "../common/quote.h"
#include "../common/text.h"

/* A message may quote bytes of the request that are no text. */
static void print_text(const char *text)
{
    static struct output output;
    output.file = stdout;
    quote_json(&output, text);
}

static void print_word(const char *name, struct text word)
{
    printf(",\"%s\":", name);
    print_text(word.text);
}

static void print_number(const char *name, double value)
{
    printf(",\"%s\":%s", name, text_number(value).text);
}

static void print_set(const char *name, uint64_t set, int32_t vocabulary, int32_t count)
{
    const char *joint = "";

    printf(",\"%s\":[", name);
    for (int32_t code = 0; code < count; code++) {
        if (set >> code & 1) {
            printf("%s\"%s\"", joint, text_word(vocabulary, code).text);
            joint = ",";
        }
    }
    putchar(']');
}

/* A row of the waterfall. */
static void print_row(int32_t vocabulary, int32_t code, const char *name, double value,
                      double leaves)
{
    printf("%s{\"name\":\"%s\"", code > 0 ? "," : "", text_word(vocabulary, code).text);
    print_number(name, value);
    print_number("leaves", leaves);
    putchar('}');
}

static void print_waterfall(const sigma_sizing_result *s)
{
    printf(",\"factors\":[");
    for (int32_t factor = 0; factor < SIGMA_FACTOR_COUNT; factor++) {
        print_row(SIGMA_VOCABULARY_FACTOR, factor, "times", s->factor[factor],
                  s->risk_after[factor]);
    }
    printf("],\"caps\":[");
    for (int32_t cap = 0; cap < SIGMA_CAP_COUNT; cap++) {
        if (s->asked >> cap & 1) {
            print_row(SIGMA_VOCABULARY_CAP, cap, "at_most", s->cap[cap], s->lots_after[cap]);
        }
    }
    putchar(']');
    print_word("binding", text_word(SIGMA_VOCABULARY_CAP, s->binding));
}

static void print_money(const sigma_sizing_result *s)
{
    print_number("risk", s->risk);
    print_number("loss_per_lot", s->loss_per_lot);
    print_number("cost_per_lot", s->cost_per_lot);
    print_number("margin", s->margin);
    print_number("notional", s->notional);
    print_number("gain", s->gain);
    print_number("expected_return", s->expected_return);
    print_number("expected_profit", s->expected_profit);
    print_number("drawdown", s->drawdown);
    print_number("balance_min", s->balance_min);
}

void json_decision(const struct options *options, const sigma_decision *d)
{
    printf("{\"symbol\":");
    print_text(options->symbol_name);
    print_word("side", text_word(SIGMA_VOCABULARY_SIDE, options->proposal.side));
    print_word("mode", text_word(SIGMA_VOCABULARY_MODE, options->policy.sizing.mode));
    print_word("verdict", text_word(SIGMA_VOCABULARY_VERDICT, d->verdict));
    print_number("requested", d->requested);
    print_number("lots", d->lots);
    print_number("stop", d->stops.stop);
    print_number("target", d->stops.target);
    print_number("partial", d->stops.partial);
    print_number("reward_risk", d->stops.reward_risk);
    print_number("breakeven", d->stops.breakeven);
    print_money(&d->sizing);
    print_set("refused", d->refused, SIGMA_VOCABULARY_REASON, SIGMA_REASON_COUNT);
    print_set("missing", d->missing, SIGMA_VOCABULARY_PART, SIGMA_PART_COUNT);
    print_set("warnings", d->warnings, SIGMA_VOCABULARY_WARNING, SIGMA_WARNING_COUNT);
    if (d->sizing.asked) {
        print_waterfall(&d->sizing);
    }
    puts("}");
}

void json_error(const char *message)
{
    printf("{\"error\":");
    print_text(message);
    puts("}");
}
