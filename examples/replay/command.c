/* SPDX-License-Identifier: MIT */
#include "command.h"

#include <sigma/field.h>
#include <stdio.h>

#include "../common/config.h"
#include "../common/symbols.h"

/* What to trade, and how. */
static void declare_trading(struct flags *flags, struct options *o)
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
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

/* What is read and written. */
static void declare_files(struct flags *flags, struct options *o)
{
    const struct flag own[] = {
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
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

static void declare_guards(struct flags *flags, struct options *o)
{
    const struct flag own[] = {
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
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

static void declare_rest(struct flags *flags, struct options *o)
{
    const struct flag own[] = {
        {"log", NULL, "print each decision to enter with what led to it", FLAG_SWITCH, &o->log, 0,
         NULL},
        {"verify", "FILE", "recompute every decision of a decisions.jsonl", FLAG_TEXT, &o->verify,
         0, NULL},
        {"quiet", NULL, "print nothing but errors", FLAG_SWITCH, &o->quiet, 0, NULL},
        {"help", NULL, "print this", FLAG_SWITCH, NULL, 0, NULL},
        {"version", NULL, "print the version", FLAG_SWITCH, NULL, 0, NULL},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

void command_declare(struct flags *flags, struct options *options)
{
    declare_trading(flags, options);
    declare_files(flags, options);
    declare_guards(flags, options);
    declare_rest(flags, options);
    config_flags(flags);
    input_flags(flags, &options->common);
}

void command_help(const struct flags *flags)
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
