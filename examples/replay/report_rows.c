/* SPDX-License-Identifier: MIT */
#include "report_json.h"

#include <sigma/number.h>
#include <string.h>

#include "../common/quote.h"
#include "../common/text.h"

enum { MILLISECOND = 1000000, ROW = 8192 /* bytes: twice the longest */ };

/* ---- a row, put together before it is written */

struct row {
    int32_t length;
    char text[ROW];
};

static void add(struct row *row, const char *text)
{
    size_t length = strlen(text);

    if (length < (size_t)(ROW - row->length)) {
        memcpy(row->text + row->length, text, length + 1);
        row->length += (int32_t)length;
    }
}

static void begin(struct row *row, const char *text)
{
    row->length = 0;
    add(row, text);
}

static void add_number(struct row *row, double number)
{
    int32_t length;

    add(row, ",");
    if (sigma_number_write(number, row->text + row->length, ROW - row->length, &length) ==
        SIGMA_OK) {
        row->length += length;
    } else {
        add(row, "null");
    }
}

static void add_numbers(struct row *row, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_number(row, numbers[i]);
    }
}

/* Exact below 2^53. */
static void add_integer(struct row *row, int64_t integer)
{
    add_number(row, (double)integer);
}

/* Behind what opens it. Words need no escapes. */
static void add_word(struct row *row, const char *before, int32_t vocabulary, int32_t code)
{
    int32_t length;

    add(row, before);
    if (sigma_word_write(vocabulary, code, row->text + row->length, ROW - row->length, &length) ==
        SIGMA_OK) {
        row->length += length;
    }
    add(row, "\"");
}

static void write_row(struct output *output, const struct row *row)
{
    output_write(output, row->text, (size_t)row->length);
}

/* ---- rows */

void report_json_columns(struct output *output)
{
    output_text(output,
                "\"columns\":{\"trade\":[\"number\",\"symbol\",\"side\",\"entered\",\"left\","
                "\"lots\",\"entry\",\"exit\",\"stop\",\"target\",\"profit\",\"costs\",\"risk\","
                "\"balance\",\"reason\"],\n"
                "\"open\":[\"number\",\"symbol\",\"side\",\"entered\",\"left\",\"lots\","
                "\"entry\",\"exit\",\"stop\",\"target\",\"profit\",\"risk\",\"first_stop\"],\n"
                "\"decision\":[\"id\",\"time\",\"verdict\",\"binding\",\"price\",\"requested\","
                "\"granted\",\"loss_per_lot\",\"cost_per_lot\",\"risked\",\"notional\",\"margin\","
                "\"gain\",\"expected_profit\",\"expected_return\",\"reward_risk\",\"drawdown\","
                "\"confidence\",\"factors\",\"caps\",\"warnings\"],\n"
                "\"event\":[\"time\",\"guard\",\"state\",\"grade\",\"why\"]}");
}

/* The beginning of both. */
static void begin_trade(struct row *row, const char *kind, int32_t symbol,
                        const struct trade *trade)
{
    begin(row, kind);
    add_integer(row, trade->number);
    add_integer(row, symbol);
    add_word(row, ",\"", SIGMA_VOCABULARY_SIDE, trade->side);
    add_integer(row, trade->entry_time / MILLISECOND);
}

void report_json_position(struct output *output, int32_t symbol, const struct paper *paper,
                          const struct report_position *position)
{
    const struct trade *t = &paper->trade;
    const double numbers[] = {paper->lots, t->entry,         position->price, paper->exits.stop,
                              t->target,   position->profit, t->risk,         t->stop};
    struct row row;

    begin_trade(&row, "[\"open\"", symbol, t);
    add_integer(&row, position->time / MILLISECOND);
    add_numbers(&row, numbers, sizeof numbers / sizeof numbers[0]);
    add(&row, "]");
    write_row(output, &row);
}

void report_json_closing(struct output *output, int32_t symbol, const struct paper *paper,
                         double balance)
{
    const struct trade *t = &paper->trade;
    const struct closing *c = &paper->closing;
    const double numbers[] = {c->lots,   t->entry, c->price, t->stop, t->target,
                              c->profit, c->costs, t->risk,  balance};
    struct row row;

    begin_trade(&row, "[\"trade\"", symbol, t);
    add_integer(&row, c->time / MILLISECOND);
    add_numbers(&row, numbers, sizeof numbers / sizeof numbers[0]);
    add(&row, ",\"");
    add(&row, trade_reason(c->reason).text);
    add(&row, "\"]");
    write_row(output, &row);
}

/* What a step says, and what it leaves where that is not what the step before left; below 0 before
 * the first. Returns what it leaves. */
static double add_step(struct row *row, double before, double says, double leaves)
{
    add_number(row, says);
    if (leaves != before) {
        add_number(row, leaves);
    }
    add(row, "]");
    return leaves;
}

/* The beginning, and those that change the money at risk. */
static void add_factors(struct row *row, const sigma_sizing_result *sizing)
{
    double left = -1.0;

    add(row, ",[");
    for (int32_t i = 0; i < SIGMA_FACTOR_COUNT; i++) {
        if (i == SIGMA_FACTOR_BASE || sizing->factor[i] != 1.0) {
            add_word(row, left < 0.0 ? "[\"" : ",[\"", SIGMA_VOCABULARY_FACTOR, i);
            left = add_step(row, left, sizing->factor[i], sizing->risk_after[i]);
        }
    }
    add(row, "]");
}

/* Those that were asked. */
static void add_caps(struct row *row, const sigma_sizing_result *sizing)
{
    double left = -1.0;

    add(row, ",[");
    for (int32_t i = 0; i < SIGMA_CAP_COUNT; i++) {
        if ((sizing->asked >> i & 1) != 0) {
            add_word(row, left < 0.0 ? "[\"" : ",[\"", SIGMA_VOCABULARY_CAP, i);
            left = add_step(row, left, sizing->cap[i], sizing->lots_after[i]);
        }
    }
    add(row, "]");
}

static void add_warnings(struct row *row, uint64_t warnings)
{
    const char *before = "\"";

    add(row, ",[");
    for (int32_t i = 0; i < SIGMA_WARNING_COUNT; i++) {
        if ((warnings >> i & 1) != 0) {
            add_word(row, before, SIGMA_VOCABULARY_WARNING, i);
            before = ",\"";
        }
    }
    add(row, "]");
}

void report_json_decision(struct output *output, const sigma_proposal *proposal,
                          const sigma_decision *decision)
{
    const sigma_sizing_result *sizing = &decision->sizing;
    const double numbers[] = {
        proposal->entry,         decision->requested,     decision->lots,
        sizing->loss_per_lot,    sizing->cost_per_lot,    sizing->risk,
        sizing->notional,        sizing->margin,          sizing->gain,
        sizing->expected_profit, sizing->expected_return, decision->stops.reward_risk,
        sizing->drawdown,        proposal->confidence};
    struct row row;

    begin(&row, "[\"decision\"");
    add_integer(&row, proposal->id);
    add_integer(&row, proposal->time / MILLISECOND);
    add_word(&row, ",\"", SIGMA_VOCABULARY_VERDICT, decision->verdict);
    add_word(&row, ",\"", SIGMA_VOCABULARY_CAP, sizing->binding);
    add_numbers(&row, numbers, sizeof numbers / sizeof numbers[0]);
    add_factors(&row, sizing);
    add_caps(&row, sizing);
    add_warnings(&row, decision->warnings);
    add(&row, "]");
    write_row(output, &row);
}

void report_json_event(struct output *output, const struct report_event *event)
{
    struct row row;

    begin(&row, "[\"event\"");
    add_integer(&row, event->time / MILLISECOND);
    write_row(output, &row);
    output_text(output, ",");
    quote_json(output, event->guard);
    output_text(output, ",");
    quote_json(output, event->state);
    begin(&row, "");
    add_integer(&row, event->grade);
    add(&row, ",");
    write_row(output, &row);
    quote_json(output, event->why);
    output_text(output, "]");
}
