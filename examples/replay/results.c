/* SPDX-License-Identifier: MIT */
#include "results.h"

#include <errno.h>
#include <string.h>

#include "../common/files.h"
#include "../common/report.h"
#include "../common/text.h"

enum { DECISIONS, TRADES, SUMMARY, REPORT, FEATURES, FILES };

/* Features are called so in a folder of parts alone: their own name may be that of a result. */
static const char *const names[FILES] = {"decisions.jsonl", "trades.csv", "summary.json",
                                         "report.html", "features"};

bool results_include(const char *name)
{
    bool found = false;

    for (int32_t i = DECISIONS; i <= REPORT; i++) {
        found = found || strcmp(name, names[i]) == 0;
    }
    return found;
}

static bool is_there(const char *input, const char *path)
{
    return input && files_same(path, input);
}

const char *results_loss(const struct options *options, const char *path)
{
    for (int32_t i = 0; i < options->inputs.count; i++) {
        const struct input *input = &options->inputs.input[i];
        if (is_there(input->file, path)) {
            return "the file of the bars";
        }
        if (is_there(input->opinions, path)) {
            return "the file of --opinions";
        }
    }
    return is_there(options->incidents, path)     ? "the file of --incidents"
           : is_there(options->config_file, path) ? "the file of --config"
                                                  : NULL;
}

bool results_spare(const struct options *options, const char *flag, const char *folder,
                   const char *name)
{
    char path[OUTPUT_PATH];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    const char *loss = length < OUTPUT_PATH ? results_loss(options, path) : NULL;

    if (loss) {
        report("--%s: '%s' is %s", flag, path, loss);
    }
    return !loss;
}

bool results_spare_parts(const struct options *options)
{
    char part[64];
    bool spared = true;

    for (int32_t i = 0; spared && i < FILES; i++) {
        snprintf(part, sizeof part, "%s.part", names[i]);
        spared = results_spare(options, "state", options->state, part);
    }
    return spared;
}

static bool open_result(struct output *output, const struct options *options, const char *name)
{
    return results_spare(options, "out", options->folder, name) &&
           output_open(output, options->folder, name);
}

void results_keep(struct results *results, const struct output_parts *parts)
{
    results->decisions.parts = *parts;
    results->trades.parts = *parts;
    results->summary.parts = *parts;
    results->report.file.parts = *parts;
    results->features.file.parts = *parts;
    results->features.file.parts.name = names[FEATURES];
}

void results_forget(struct results *results)
{
    output_forget(&results->decisions);
    output_forget(&results->trades);
    output_forget(&results->summary);
    output_forget(&results->report.file);
    output_forget(&results->features.file);
}

bool results_open(struct results *results, const struct options *options)
{
    const char *folder = options->folder;

    if (!files_make_folder(folder)) {
        report("--out: cannot use '%s' as a folder: %s", folder, strerror(errno));
        return false;
    }
    if (!open_result(&results->decisions, options, names[DECISIONS]) ||
        !open_result(&results->trades, options, names[TRADES]) ||
        !open_result(&results->summary, options, names[SUMMARY]) ||
        !open_result(&results->report.file, options, names[REPORT]) ||
        !report_start(&results->report) || !features_open(&results->features, options)) {
        return false;
    }
    output_text(&results->trades,
                "number,symbol,side,entry_time,exit_time,lots,entry,exit,stop,target,"
                "profit,costs,risk,r_multiple,expected_profit,reason,"
                "balance\n");
    return results_fine(results);
}

bool results_publish(struct results *results, const char *folder)
{
    bool done = output_close(&results->decisions) && output_close(&results->trades) &&
                output_close(&results->summary) && features_close(&results->features) &&
                report_close(&results->report) && output_publish(&results->decisions) &&
                output_publish(&results->trades) && output_publish(&results->summary) &&
                report_publish(&results->report) && features_publish(&results->features);
    files_settle_folder(folder);
    return done;
}

void results_discard(struct results *results)
{
    output_discard(&results->decisions);
    output_discard(&results->trades);
    output_discard(&results->summary);
    report_discard(&results->report);
    features_discard(&results->features);
}

bool results_fine(const struct results *results)
{
    return !results->decisions.failed && !results->trades.failed && !results->summary.failed &&
           !results->report.file.failed && !results->features.file.failed;
}

void results_decision(struct results *results, const char *line, int32_t length)
{
    output_write(&results->decisions, line, (size_t)length);
    output_text(&results->decisions, "\n");
}

void results_closing(struct results *results, const struct symbol *symbol, double balance)
{
    const struct trade *t = &symbol->paper.trade;
    const struct closing *c = &symbol->paper.closing;
    const double numbers[] = {c->lots,  t->entry, c->price,           t->stop, t->target, c->profit,
                              c->costs, t->risk,  c->profit / t->risk};
    struct output *file = &results->trades;
    char head[4 * SIGMA_WORD_SPACE];

    snprintf(head, sizeof head, "%d,%s,%s,%s,%s", (int)t->number, symbol->input->name,
             text_word(SIGMA_VOCABULARY_SIDE, t->side).text, text_time(t->entry_time).text,
             text_time(c->time).text);
    output_text(file, head);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        output_text(file, ",");
        output_text(file, text_number(numbers[i]).text);
    }
    output_text(file, ",");
    output_text(file, t->expected != 0.0 ? text_number(t->expected).text : "");
    output_text(file, ",");
    output_text(file, trade_reason(c->reason).text);
    output_text(file, ",");
    output_text(file, text_number(balance).text);
    output_text(file, "\n");
}
