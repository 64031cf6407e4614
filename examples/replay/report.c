/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <stdlib.h>

#include "../common/quote.h"
#include "../common/report.h"
#include "report_json.h"
#include "report_page.h"

enum {
    POINTS_IN_ALL = 4 * SERIES_POINTS, /* of prices, so that many symbols fit into a page */
    DECISIONS = 8192                   /* of the first trades, so that many of them do */
};

/* ---- the file */

bool report_start(struct report *page)
{
    page->state = (struct report_state *)calloc(1, sizeof *page->state);
    if (!page->state) {
        report("%s: not enough memory", page->file.path);
        return false;
    }
    output_text(&page->file, report_page_head);
    output_text(&page->file, "{");
    report_json_columns(&page->file);
    output_text(&page->file, ",\n\"rows\":[");
    return true;
}

bool report_publish(struct report *page)
{
    return output_publish(&page->file);
}

void report_discard(struct report *page)
{
    output_discard(&page->file);
    free(page->state);
    page->state = NULL;
}

/* ---- while the replay runs */

static struct report_symbol *symbol_of(struct report *page, int32_t symbol)
{
    return 0 <= symbol && symbol < REPORT_SYMBOLS ? &page->state->symbol[symbol] : NULL;
}

void report_symbol(struct report *page, int32_t symbol, const char *name)
{
    struct report_symbol *known = symbol_of(page, symbol);

    if (known) {
        snprintf(known->name, sizeof known->name, "%s", name);
        page->state->symbols = page->state->symbols > symbol ? page->state->symbols : symbol + 1;
    }
}

void report_bar(struct report *page, int32_t symbol, const sigma_bar *bar, int32_t regime)
{
    struct report_symbol *known = symbol_of(page, symbol);

    if (known) {
        series_add(&known->prices, &(struct series_point){bar->time, bar->open, bar->high, bar->low,
                                                          bar->close, regime});
    }
}

void report_equity(struct report *page, int64_t time, double equity)
{
    struct report_state *state = page->state;

    state->peak = state->equity.width == 0 || equity > state->peak ? equity : state->peak;
    double drawdown = state->peak > 0.0 ? 1.0 - equity / state->peak : 0.0;
    series_add(&state->equity, &(struct series_point){time, equity, equity, equity, equity, 0});
    series_add(&state->drawdown,
               &(struct series_point){time, drawdown, drawdown, drawdown, drawdown, 0});
}

void report_decision(struct report *page, int32_t symbol, const sigma_proposal *proposal,
                     const sigma_decision *decision)
{
    struct report_symbol *known = symbol_of(page, symbol);

    if (known && proposal->intent == SIGMA_INTENT_OPEN && decision->verdict != SIGMA_VERDICT_DENY) {
        known->proposal = *proposal;
        known->decision = *decision;
    }
}

static void begin_row(struct report *page)
{
    output_text(&page->file, page->state->rows++ > 0 ? ",\n" : "\n");
}

/* What the row before came of. */
static void add_decision(struct report *page, int32_t symbol)
{
    const struct report_symbol *known = symbol_of(page, symbol);

    if (known && known->decision.verdict != SIGMA_VERDICT_DENY) {
        begin_row(page);
        report_json_decision(&page->file, &known->proposal, &known->decision);
    }
}

/* All of the first trades, an eighth of as many more, a sixteenth of twice as many, and so on. */
static bool keeps_decision(int64_t number)
{
    int64_t stride = 1;

    for (int64_t least = DECISIONS; number > least; least *= 2) {
        stride = stride == 1 ? 8 : 2 * stride;
    }
    return number % stride == 0;
}

void report_trade(struct report *page, int32_t symbol, const struct paper *paper, double balance)
{
    begin_row(page);
    report_json_closing(&page->file, symbol, paper, balance);
    if (keeps_decision(paper->trade.number)) {
        add_decision(page, symbol);
    }
}

void report_position(struct report *page, int32_t symbol, const struct paper *paper,
                     const struct report_position *position)
{
    begin_row(page);
    report_json_position(&page->file, symbol, paper, position);
    add_decision(page, symbol);
}

void report_event(struct report *page, const struct report_event *event)
{
    begin_row(page);
    report_json_event(&page->file, event);
}

/* ---- the end */

static void write_symbols(struct report *page)
{
    struct report_state *state = page->state;

    for (int64_t i = 0; i < state->symbols; i++) {
        struct report_symbol *symbol = &state->symbol[i];
        series_thin(&symbol->prices, POINTS_IN_ALL / state->symbols);
        output_text(&page->file, i > 0 ? ",\n{\"name\":" : "\n{\"name\":");
        quote_json(&page->file, symbol->name);
        output_text(&page->file, ",\"prices\":");
        report_json_prices(&page->file, &symbol->prices);
        output_text(&page->file, "}");
    }
}

void report_series(struct report *page)
{
    output_text(&page->file, "],\n\"symbols\":[");
    write_symbols(page);
    output_text(&page->file, "],\n\"account\":");
    report_json_equity(&page->file, &page->state->equity, &page->state->drawdown);
    output_text(&page->file, ",\n\"words\":");
    report_json_words(&page->file);
    output_text(&page->file, ",\n\"summary\":");
}

bool report_close(struct report *page)
{
    output_text(&page->file, "}");
    output_text(&page->file, report_page_tail);
    return output_close(&page->file);
}
