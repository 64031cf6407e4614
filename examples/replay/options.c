/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <string.h>

#include <sigma/field.h>
#include <sigma/prop.h>

#include <sigma/version.h>
#include <stdio.h>

#include "../common/config.h"
#include "../common/flags.h"
#include "../common/report.h"
#include "../common/symbols.h"
#include "../common/text.h"
#include "keeping.h"
#include "settings.h"
#include "signals.h"

static void declare(struct flags *flags, struct options *o)
{
    const struct flag own[] = {
        {"symbol", "NAME", "facts of a symbol, see below; default SPX", FLAG_TEXT, NULL, 0, NULL},
        {"balance", "MONEY", "balance at the start; default 100000", FLAG_NUMBER, &o->balance,
         SIGMA_KIND_SIZING_SAMPLE, "equity"},
        {"risk", "SHARE", "of the equity, lost at the stop of a trade; default 1%", FLAG_SHARE,
         &o->risk, SIGMA_KIND_SIZING_PARAMS, "risk_fraction"},
        {"mode", "WORD",
         "how to size: by what the closed trades prove: sceptical (default), confident, "
         "drawdown, published; or fraction",
         FLAG_TEXT, &o->mode_name, 0, NULL},
        {"signal", "WORD",
         "what to trade: trend (default), sigma, a score that rules confirm, or score, a "
         "technical score with a higher timeframe",
         FLAG_TEXT, &o->signal_name, 0, NULL},
        {"exits", "WORD",
         "how to leave: plain (default), a trail, a time limit and changes of regime; risk, "
         "percent or half, with break-even or parts; none, stop and target",
         FLAG_TEXT, &o->exits_name, 0, NULL},
        {"features", "FILE", "write every indicator at every bar, as CSV", FLAG_TEXT, &o->features,
         0, NULL},
        {"out", "DIR", "where the results go; default out", FLAG_TEXT, &o->folder, 0, NULL},
        {"state", "DIR",
         "where a replay is kept while it runs: killed, the same command goes on from "
         "there",
         FLAG_TEXT, &o->state, 0, NULL},
        {"checkpoint", "BARS",
         "with --state: after how many bars to keep it, at the latest; default 10000, "
         "or a second",
         FLAG_TEXT, NULL, 0, NULL},
        {"skip-bad-bars", NULL, "leave out bad lines of data, and count them", FLAG_SWITCH,
         &o->skip_bad_bars, 0, NULL},
        {"guards", "WORD",
         "regime, limits of the portfolio, gate, breaker and monitor: all (default) or none",
         FLAG_TEXT, &o->guards_name, 0, NULL},
        {"incidents", "FILE",
         "CSV of time, kind (latency, reject, slippage ...) and value, for the "
         "breaker; and what an operator does: reset, recover or rearm",
         FLAG_TEXT, &o->incidents, 0, NULL},
        {"prop", "FIRM",
         "trade by the rules of a firm, with its balance: ftmo_two_step, apex_50k ...", FLAG_TEXT,
         &o->firm_name, 0, NULL},
        {"ab", NULL, "trade as if there were no opinions, and test what they would change",
         FLAG_SWITCH, &o->ab, 0, NULL},
        {"log", NULL, "print each decision to enter with what led to it", FLAG_SWITCH, &o->log, 0,
         NULL},
        {"verify", "FILE", "recompute every decision of a decisions.jsonl", FLAG_TEXT, &o->verify,
         0, NULL},
        {"quiet", NULL, "print nothing but errors", FLAG_SWITCH, &o->quiet, 0, NULL},
        {"help", NULL, "print this", FLAG_SWITCH, NULL, 0, NULL},
        {"version", NULL, "print the version", FLAG_SWITCH, NULL, 0, NULL},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
    config_flags(flags);
    input_flags(flags, &o->common);
}

static void print_help(const struct flags *flags)
{
    puts("usage: sigma-replay [flags] FILE.csv\n"
         "       sigma-replay [flags] NAME=FILE.csv[,FLAG=VALUE...]...\n"
         "       sigma-replay --verify FILE.jsonl\n"
         "\n"
         "Trades a signal on the bars of a file, on paper: each trade is put to the desk,\n"
         "each decision is logged, fills are simulated with costs. The file has a header with\n"
         "the columns timestamp, open, high, low, close and volume; the times are UTC, and those\n"
         "at which the bars open. The results are decisions.jsonl, trades.csv, summary.json\n"
         "and report.html, a page to look at; with --features also the indicators, a line a bar,\n"
         "empty while they warm up.\n"
         "\n"
         "Several symbols, each with its file, share one account: SPX=a.csv NDX=b.csv,spread=60.\n"
         "Flags from --opinions on may stand so behind a file; else they hold for all files.\n");
    flags_print(flags);
    puts("\nOf --state DIR the results are the same, to the byte, as if nothing had ended the "
         "replay.\n"
         "It holds a state and unfinished results until the replay is done. A state that is\n"
         "damaged, or of another version, command line or data, is refused and stays as it was.\n"
         "Lines of --log since the last checkpoint are printed again.");
    puts("\nOpinions are columns score (0 to 100), confidence (0 to 1), fundamental (-6 to 6) and\n"
         "vote... (approve:0.9, reject, reduce, absent) beside timestamp; an empty field is not\n"
         "given. They scale or refuse entries; votes count with --signal score. The file of the\n"
         "bars may hold them itself.");
    puts("\nThe flags from --tick-size on replace facts of the symbol. In US dollars these are:\n");
    symbols_print();
    puts(
        "\nCtrl+C ends a replay after the bar that it has begun; the results are those up to "
        "then.\n"
        "Pressed again it ends it at once, without results.\n"
        "Exit status: 0 done, 130 interrupted, 1 bad data, a failure or a log that differs, 2 bad\n"
        "flags.");
}

static bool answer(const struct flags *flags)
{
    if (flags_given(flags, "help")) {
        print_help(flags);
        return true;
    }
    if (flags_given(flags, "version")) {
        printf("sigma-replay %s\n", text_version(sigma_version_number()).text);
        return true;
    }
    return false;
}

/* A mode that needs nothing but the account and the closed trades. */
static bool take_mode(struct options *options)
{
    const char *name = options->mode_name;
    sigma_status status =
        sigma_word_read(SIGMA_VOCABULARY_MODE, name, (int32_t)strlen(name), &options->mode);

    if (status == SIGMA_OK && SIGMA_MODE_SCEPTICAL <= options->mode &&
        options->mode <= SIGMA_MODE_FRACTION) {
        return true;
    }
    report("--mode: expected sceptical, confident, drawdown, published or fraction, got '%s'",
           name);
    return false;
}

static bool take_signal(struct options *options)
{
    options->signal = signals_kind(options->signal_name);
    if (options->signal == SIGNAL_UNKNOWN) {
        report("--signal: expected trend, sigma or score, got '%s'", options->signal_name);
    }
    return options->signal != SIGNAL_UNKNOWN;
}

static bool take_exits(struct options *options)
{
    const char *name = options->exits_name;

    options->exits = SIGMA_STYLE_UNKNOWN;
    if (strcmp(name, "none") == 0 ||
        (sigma_word_read(SIGMA_VOCABULARY_STYLE, name, (int32_t)strlen(name), &options->exits) ==
             SIGMA_OK &&
         options->exits != SIGMA_STYLE_UNKNOWN)) {
        return true;
    }
    report("--exits: expected plain, risk, percent, half or none, got '%s'", name);
    return false;
}

static bool take_guards(struct options *options)
{
    const char *name = options->guards_name;

    options->guarded = strcmp(name, "all") == 0;
    if (options->guarded || (strcmp(name, "none") == 0 && !options->incidents)) {
        return true;
    }
    if (strcmp(name, "none") == 0) {
        report("--incidents: expected no --guards none beside it, which has no breaker");
    } else {
        report("--guards: expected all or none, got '%s'", name);
    }
    return false;
}

/* The first firm that is called so, or begins so. */
static int32_t firm_of(const char *name)
{
    int32_t found = SIGMA_FIRM_UNKNOWN;

    for (int32_t firm = SIGMA_FIRM_COUNT - 1; firm > SIGMA_FIRM_UNKNOWN; firm--) {
        struct text word = text_word(SIGMA_VOCABULARY_FIRM, firm);
        found = strncmp(word.text, name, strlen(name)) == 0 ? firm : found;
    }
    return found;
}

/* An account of a firm has the firm's balance: that is what its rules are stated for. */
static bool take_firm(struct options *options, const struct flags *flags)
{
    sigma_prop_params rules;

    if (!options->firm_name) {
        return true;
    }
    options->firm = firm_of(options->firm_name);
    if (options->firm == SIGMA_FIRM_UNKNOWN ||
        sigma_prop_defaults(&rules, options->firm) != SIGMA_OK) {
        report("--prop: expected a firm such as %s or %s, got '%s'",
               text_word(SIGMA_VOCABULARY_FIRM, SIGMA_FIRM_FTMO_TWO_STEP).text,
               text_word(SIGMA_VOCABULARY_FIRM, SIGMA_FIRM_APEX_50K).text, options->firm_name);
        return false;
    }
    if (flags_given(flags, "balance") && options->balance != rules.start) {
        report("--balance: expected the %s of --prop %s, or none", text_number(rules.start).text,
               options->firm_name);
        return false;
    }
    options->balance = rules.start;
    return true;
}

/* Whether some file has opinions to be tested. */
static bool opinions_given(const struct options *options)
{
    bool given = !options->ab;

    for (int32_t i = 0; i < options->inputs.count; i++) {
        given = given || options->inputs.input[i].opinions;
    }
    if (!given) {
        report("--ab: expected --opinions beside it, whose worth it tests");
    }
    return given;
}

/* What the command line asks for besides flags: files, or none to verify. */
static bool take_files(struct options *options, const struct flags *flags, int count, char **files)
{
    if (options->verify && options->features) {
        report("--features: expected no --verify beside it, which computes none");
        return false;
    }
    if (options->verify && options->state) {
        report("--state: expected no --verify beside it, which keeps nothing");
        return false;
    }
    if (options->verify && count > 0) {
        report("--verify: expected no file of bars beside it, got '%s'", files[0]);
        return false;
    }
    if (!options->verify && count == 0) {
        report("expected a CSV file, got none; --help tells more");
        return false;
    }
    if (options->features && count > 1) {
        report("--features: expected one file of bars, got also '%s'", files[1]);
        return false;
    }
    return inputs_read(&options->inputs, &options->config, flags, count, files) &&
           opinions_given(options);
}

bool options_read(struct options *options, int argc, char **argv, int *status)
{
    struct flags flags = {.count = 0};

    *options = (struct options){.folder = "out",
                                .balance = 100000.0,
                                .risk = 0.01,
                                .mode_name = "sceptical",
                                .signal_name = "trend",
                                .exits_name = "plain",
                                .guards_name = "all"};
    declare(&flags, options);
    *status = STATUS_USAGE;
    int first = flags_collect(&flags, argc, argv);
    if (first == 0) {
        return false;
    }
    if (answer(&flags)) {
        *status = STATUS_DONE;
        return false;
    }
    if (!settings_take(options, &flags) || !flags_apply(&flags) || !take_mode(options) ||
        !take_signal(options) || !take_exits(options) || !take_guards(options) ||
        !take_firm(options, &flags) || !keeping_take(options, &flags)) {
        return false;
    }
    options->command = keeping_command(&flags, argc - first, argv + first);
    if (!flags_given(&flags, "print-config")) {
        return take_files(options, &flags, argc - first, argv + first);
    }
    if (inputs_read(&options->inputs, &options->config, &flags, argc - first, argv + first) &&
        settings_print(options)) {
        *status = STATUS_DONE;
    }
    return false;
}
