/* SPDX-License-Identifier: MIT */
#include "report_json.h"

#include <inttypes.h>
#include <stddef.h>

#include "../common/quote.h"
#include "../common/text.h"

enum { MILLISECOND = 1000000 };

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
