/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <sigma/layout.h>
#include <string.h>

#include "../common/text.h"
#include "summary.h"

static const struct window {
    const char *name;
    int32_t trades;
} windows[] = {{"all", SIGMA_JOURNAL_ALL},
               {"last_500", SIGMA_JOURNAL_LONG},
               {"last_100", SIGMA_JOURNAL_MIDDLE},
               {"last_30", SIGMA_JOURNAL_SHORT}};

enum { WINDOWS = sizeof windows / sizeof windows[0] };

/* ---- summary.json: every member of the structs, by their tables; those that are 0 are left out */

static struct text integer(int64_t value)
{
    struct text digits;
    snprintf(digits.text, sizeof digits.text, "%" PRId64, value);
    return digits;
}

static struct text quoted(const char *string)
{
    struct text word;
    snprintf(word.text, sizeof word.text, "\"%.100s\"", string);
    return word;
}

/* The value of a single field as JSON; empty for 0. */
static struct text value_of(const sigma_field *field, const char *at)
{
    double number;
    int64_t time;
    int32_t count;

    if (field->type == SIGMA_TYPE_F64) {
        memcpy(&number, at, sizeof number);
        return number != 0.0 ? text_number(number) : quoted("");
    }
    if (field->type == SIGMA_TYPE_TIME) {
        memcpy(&time, at, sizeof time);
        return quoted(text_time(time).text);
    }
    memcpy(&count, at, sizeof count);
    return field->type == SIGMA_TYPE_WORD ? quoted(text_word(field->detail, count).text)
           : count != 0                   ? integer(count)
                                          : quoted("");
}

static void write_name(struct output *output, const char *name, bool *first)
{
    output_text(output, *first ? "" : ", ");
    output_text(output, quoted(name).text);
    output_text(output, ": ");
    *first = false;
}

static void write_struct(struct output *output, int32_t kind, const char *object);

static void write_structs(struct output *output, const sigma_field *field, const char *at)
{
    int32_t size, count;

    if (sigma_layout_size(field->detail, &size, &count) != SIGMA_OK) {
        return;
    }
    output_text(output, field->count > 1 ? "[" : "");
    for (int32_t i = 0; i < field->count; i++) {
        output_text(output, i > 0 ? ", " : "");
        write_struct(output, field->detail, at + i * size);
    }
    output_text(output, field->count > 1 ? "]" : "");
}

static void write_struct(struct output *output, int32_t kind, const char *object)
{
    sigma_field field;
    bool first = true;

    output_text(output, "{");
    for (int32_t i = 0; sigma_layout_field(kind, i, &field) == SIGMA_OK; i++) {
        const char *at = object + field.offset;
        if (field.type == SIGMA_TYPE_STRUCT) {
            write_name(output, field.name, &first);
            write_structs(output, &field, at);
            continue;
        }
        struct text value = value_of(&field, at);
        if (strcmp(value.text, "\"\"") != 0) {
            write_name(output, field.name, &first);
            output_text(output, value.text);
        }
    }
    output_text(output, "}");
}

static void write_member(struct output *output, const char *name, int32_t kind, const void *object,
                         bool *first)
{
    output_text(output, *first ? "    " : ",\n    ");
    output_text(output, quoted(name).text);
    output_text(output, ": ");
    write_struct(output, kind, (const char *)object);
    *first = false;
}

void summary_write_journal(const sigma_journal *journal, struct output *output)
{
    sigma_journal_result result;
    sigma_journal_comparison comparison;
    sigma_journal_calibration calibration;
    bool first = true;

    output_text(output, "  \"journal\": {\n");
    for (int32_t i = 0; i < WINDOWS; i++) {
        if (sigma_journal_read(journal, windows[i].trades, &result) == SIGMA_OK) {
            write_member(output, windows[i].name, SIGMA_KIND_JOURNAL_RESULT, &result, &first);
        }
    }
    if (sigma_journal_compare(journal, &comparison) == SIGMA_OK) {
        write_member(output, "comparison", SIGMA_KIND_JOURNAL_COMPARISON, &comparison, &first);
    }
    if (sigma_journal_calibrate(journal, SIGMA_JOURNAL_ALL, &calibration) == SIGMA_OK) {
        write_member(output, "calibration", SIGMA_KIND_JOURNAL_CALIBRATION, &calibration, &first);
    }
    output_text(output, first ? "  },\n" : "\n  },\n");
}

/* ---- for people */

static void print_window(const char *name, const sigma_journal_result *r)
{
    printf("%-14s %15s   %.3f R a trade, payoff %.2f, Sharpe %.2f a year, drawdown %s", name,
           text_share(r->multiple.win_rate).text, r->multiple.expectancy, r->multiple.payoff,
           r->multiple.sharpe_year, text_share(r->drawdown).text);
    if (r->paper > 0) {
        printf("; %s of %s on paper", text_count(r->paper).text, text_count(r->trades).text);
    }
    printf("\n");
}

void summary_print_journal(const sigma_journal *journal)
{
    static const char *const names[WINDOWS] = {"won, all", "won, last 500", "won, last 100",
                                               "won, last 30"};
    sigma_journal_result result;
    sigma_journal_comparison comparison;

    for (int32_t i = 0; i < WINDOWS; i++) {
        if (sigma_journal_read(journal, windows[i].trades, &result) == SIGMA_OK &&
            (i == 0 || result.recorded > windows[i].trades)) {
            print_window(names[i], &result);
        }
    }
    if (sigma_journal_read(journal, SIGMA_JOURNAL_ALL, &result) == SIGMA_OK) {
        printf("expectancy     %15s   a trade; the sample is %s\n",
               text_money(result.cash.expectancy).text,
               text_word(SIGMA_VOCABULARY_STAGE, result.stage).text);
    }
    if (sigma_journal_compare(journal, &comparison) == SIGMA_OK && comparison.multiple.degraded) {
        printf("degraded       %15s   lower win rate, %s lower expectancy, last 30 against 100\n",
               text_share(comparison.multiple.win_rate_drop).text,
               text_share(comparison.multiple.expectancy_drop).text);
    }
}
