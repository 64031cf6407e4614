/* SPDX-License-Identifier: MIT */
#include "report_json.h"

#include <inttypes.h>
#include <stddef.h>

#include "../common/quote.h"
#include "../common/text.h"

enum { MILLISECOND = 1000000 };

/* ---- members of a row */

static void add_number(struct output *output, double number)
{
    output_text(output, ",");
    output_text(output, text_number(number).text);
}

static void add_numbers(struct output *output, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_number(output, numbers[i]);
    }
}

static void add_integer(struct output *output, int64_t integer)
{
    char digits[24];

    snprintf(digits, sizeof digits, ",%" PRId64, integer);
    output_text(output, digits);
}

static void add_string(struct output *output, const char *string)
{
    output_text(output, ",");
    quote_json(output, string);
}

static void add_word(struct output *output, int32_t vocabulary, int32_t code)
{
    add_string(output, text_word(vocabulary, code).text);
}

/* ---- rows */

void report_json_columns(struct output *output)
{
    output_text(output,
                "\"columns\":{\"trade\":[\"number\",\"symbol\",\"side\",\"entered\",\"left\","
                "\"lots\",\"entry\",\"exit\",\"stop\",\"target\",\"profit\",\"costs\",\"risk\","
                "\"balance\",\"reason\"],\n"
                "\"decision\":[\"id\",\"time\",\"verdict\",\"binding\",\"price\",\"requested\","
                "\"granted\",\"loss_per_lot\",\"cost_per_lot\",\"risked\",\"notional\",\"margin\","
                "\"gain\",\"expected_profit\",\"expected_return\",\"reward_risk\",\"drawdown\","
                "\"confidence\",\"factors\",\"caps\",\"warnings\"],\n"
                "\"event\":[\"time\",\"guard\",\"state\",\"grade\",\"why\"]}");
}

void report_json_closing(struct output *output, int32_t symbol, const struct paper *paper,
                         double balance)
{
    const struct trade *t = &paper->trade;
    const struct closing *c = &paper->closing;
    const double numbers[] = {c->lots,   t->entry, c->price, t->stop, t->target,
                              c->profit, c->costs, t->risk,  balance};

    output_text(output, "[\"trade\"");
    add_integer(output, t->number);
    add_integer(output, symbol);
    add_word(output, SIGMA_VOCABULARY_SIDE, t->side);
    add_integer(output, t->entry_time / MILLISECOND);
    add_integer(output, c->time / MILLISECOND);
    add_numbers(output, numbers, sizeof numbers / sizeof numbers[0]);
    add_string(output, trade_reason(c->reason).text);
    output_text(output, "]");
}

/* A step of a waterfall: its name, what it says, and what it leaves where that is not what the step
 * before left; below 0 before the first. Returns what it leaves. */
static double add_step(struct output *output, double before, const char *name, double says,
                       double leaves)
{
    output_text(output, before >= 0.0 ? ",[" : "[");
    quote_json(output, name);
    add_number(output, says);
    if (leaves != before) {
        add_number(output, leaves);
    }
    output_text(output, "]");
    return leaves;
}

/* The beginning, and those that change the money at risk. */
static void add_factors(struct output *output, const sigma_sizing_result *sizing)
{
    double left = -1.0;

    output_text(output, ",[");
    for (int32_t i = 0; i < SIGMA_FACTOR_COUNT; i++) {
        if (i == SIGMA_FACTOR_BASE || sizing->factor[i] != 1.0) {
            left = add_step(output, left, text_word(SIGMA_VOCABULARY_FACTOR, i).text,
                            sizing->factor[i], sizing->risk_after[i]);
        }
    }
    output_text(output, "]");
}

/* Those that were asked. */
static void add_caps(struct output *output, const sigma_sizing_result *sizing)
{
    double left = -1.0;

    output_text(output, ",[");
    for (int32_t i = 0; i < SIGMA_CAP_COUNT; i++) {
        if ((sizing->asked >> i & 1) != 0) {
            left = add_step(output, left, text_word(SIGMA_VOCABULARY_CAP, i).text, sizing->cap[i],
                            sizing->lots_after[i]);
        }
    }
    output_text(output, "]");
}

static void add_warnings(struct output *output, uint64_t warnings)
{
    bool first = true;

    output_text(output, ",[");
    for (int32_t i = 0; i < SIGMA_WARNING_COUNT; i++) {
        if ((warnings >> i & 1) != 0) {
            output_text(output, first ? "" : ",");
            quote_json(output, text_word(SIGMA_VOCABULARY_WARNING, i).text);
            first = false;
        }
    }
    output_text(output, "]");
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

    output_text(output, "[\"decision\"");
    add_integer(output, proposal->id);
    add_integer(output, proposal->time / MILLISECOND);
    add_word(output, SIGMA_VOCABULARY_VERDICT, decision->verdict);
    add_word(output, SIGMA_VOCABULARY_CAP, sizing->binding);
    add_numbers(output, numbers, sizeof numbers / sizeof numbers[0]);
    add_factors(output, sizing);
    add_caps(output, sizing);
    add_warnings(output, decision->warnings);
    output_text(output, "]");
}

void report_json_event(struct output *output, const struct report_event *event)
{
    output_text(output, "[\"event\"");
    add_integer(output, event->time / MILLISECOND);
    add_string(output, event->guard);
    add_string(output, event->state);
    add_integer(output, event->grade);
    add_string(output, event->why);
    output_text(output, "]");
}

/* ---- series */

static void write_times(struct output *output, const struct series *series)
{
    char digits[32];
    int64_t before = 0;

    snprintf(digits, sizeof digits, "{\"width\":%" PRId64 ",\"time\":[", series->width);
    output_text(output, digits);
    for (int64_t i = 0; i < series->count; i++) {
        int64_t time = series->point[i].time / MILLISECOND;
        snprintf(digits, sizeof digits, "%s%" PRId64, i > 0 ? "," : "", time - before);
        output_text(output, digits);
        before = time;
    }
    output_text(output, "]");
}

/* A number of each point, by its place there, in so many digits. */
static void write_column(struct output *output, const char *name, const struct series *series,
                         size_t offset, int digits)
{
    char text[48];

    snprintf(text, sizeof text, ",\n\"%s\":[", name);
    output_text(output, text);
    for (int64_t i = 0; i < series->count; i++) {
        const char *at = (const char *)&series->point[i] + offset;
        snprintf(text, sizeof text, "%s%.*g", i > 0 ? "," : "", digits, *(const double *)at);
        output_text(output, text);
    }
    output_text(output, "]");
}

static void write_codes(struct output *output, const struct series *series)
{
    output_text(output, ",\n\"regime\":\"");
    for (int64_t i = 0; i < series->count; i++) {
        char digit = (char)('0' + series->point[i].code);
        output_write(output, &digit, 1);
    }
    output_text(output, "\"");
}

void report_json_prices(struct output *output, const struct series *series)
{
    write_times(output, series);
    write_column(output, "open", series, offsetof(struct series_point, open), 7);
    write_column(output, "high", series, offsetof(struct series_point, high), 7);
    write_column(output, "low", series, offsetof(struct series_point, low), 7);
    write_column(output, "close", series, offsetof(struct series_point, close), 7);
    write_codes(output, series);
    output_text(output, "}");
}

void report_json_equity(struct output *output, const struct series *equity,
                        const struct series *drawdown)
{
    write_times(output, equity);
    write_column(output, "equity", equity, offsetof(struct series_point, close), 9);
    if (equity->width > 1) {
        write_column(output, "most", equity, offsetof(struct series_point, high), 9);
        write_column(output, "least", equity, offsetof(struct series_point, low), 9);
    }
    write_column(output, "drawdown", drawdown, offsetof(struct series_point, high), 4);
    output_text(output, "}");
}

/* ---- words */

static void write_vocabulary(struct output *output, const char *name, int32_t vocabulary)
{
    output_text(output, name);
    for (int32_t code = 0; text_word(vocabulary, code).text[0] != '\0'; code++) {
        output_text(output, code > 0 ? ",\n" : "\n");
        quote_json(output, text_word(vocabulary, code).text);
        output_text(output, ":");
        quote_json(output, text_sentence(vocabulary, code).text);
    }
    output_text(output, "}");
}

void report_json_words(struct output *output)
{
    write_vocabulary(output, "{\"factor\":{", SIGMA_VOCABULARY_FACTOR);
    write_vocabulary(output, ",\"cap\":{", SIGMA_VOCABULARY_CAP);
    write_vocabulary(output, ",\"reason\":{", SIGMA_VOCABULARY_REASON);
    write_vocabulary(output, ",\"regime\":{", SIGMA_VOCABULARY_REGIME);
    write_vocabulary(output, ",\"warning\":{", SIGMA_VOCABULARY_WARNING);
    output_text(output, "}");
}
