/* SPDX-License-Identifier: MIT */
#include "command.h"

#include <sigma/field.h>
#include <sigma/words.h>
#include <stdio.h>

#include "../common/config.h"
#include "../common/symbols.h"
#include "../common/text.h"

static void declare_account(struct flags *flags, struct options *o)
{
    sigma_sizing_params *sizing = &o->policy.sizing;
    const struct flag own[] = {
        {"balance", "MONEY", "closed balance; default the equity", FLAG_NUMBER, &o->balance,
         SIGMA_KIND_SIZING_SAMPLE, NULL},
        {"peak", "MONEY", "highest closed balance; default the balance", FLAG_NUMBER, &o->peak,
         SIGMA_KIND_SIZING_SAMPLE, NULL},
        {"floor", "SHARE", "of the peak, that must stay; default 80%", FLAG_SHARE, &sizing->floor,
         SIGMA_KIND_SIZING_PARAMS, NULL},
        {"risk-max", "SHARE", "the most of any mode; default the mode's", FLAG_SHARE,
         &sizing->risk_max, SIGMA_KIND_SIZING_PARAMS, "risk_max"},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

/* What the modes but a fixed share need. */
static void declare_modes(struct flags *flags, struct options *o)
{
    sigma_sizing_params *sizing = &o->policy.sizing;
    const struct flag own[] = {
        {"profile", "PROFILE", "conservative, moderate or aggressive: sceptical mode, risk, floor",
         FLAG_WORD, &o->profile, SIGMA_VOCABULARY_PROFILE, NULL},
        {"advise", NULL, "let pass what --lots asks for, and say what would be granted",
         FLAG_SWITCH, &o->advise, 0, NULL},
        {"mode", "MODE", "see below; default sceptical with a history, else fraction", FLAG_WORD,
         &sizing->mode, SIGMA_VOCABULARY_MODE, NULL},
        {"kelly", "SHARE", "Kelly fraction of the mode's kind", FLAG_SHARE, &o->kelly,
         SIGMA_KIND_EDGE, NULL},
        {"kelly-share", "SHARE", "part of it to take; default 50%", FLAG_SHARE,
         &sizing->kelly_share, SIGMA_KIND_SIZING_PARAMS, "kelly_share"},
        {"trades", "TRADES", "closed trades, the history that proves it; default 0", FLAG_NUMBER,
         &o->trades, SIGMA_KIND_KELLY_SAMPLE, NULL},
        {"mean", "R", "their mean, in multiples of the risk", FLAG_NUMBER, &o->edge.mean,
         SIGMA_KIND_EDGE, NULL},
        {"error", "R", "its standard error", FLAG_NUMBER, &o->edge.error, SIGMA_KIND_EDGE, NULL},
        {"win-rate", "SHARE", "their win rate, for published", FLAG_SHARE, &o->edge.win_rate,
         SIGMA_KIND_EDGE, "win_rate"},
        {"payoff", "RATIO", "mean win over mean loss, for published", FLAG_NUMBER, &o->edge.payoff,
         SIGMA_KIND_EDGE, NULL},
        {"risk-money", "MONEY", "of money; default 100", FLAG_NUMBER, &sizing->risk_money,
         SIGMA_KIND_SIZING_PARAMS, "risk_money"},
        {"volatility", "SHARE", "of the market a year, for volatility", FLAG_SHARE,
         &o->proposal.volatility, SIGMA_KIND_PROPOSAL, NULL},
        {"volatility-target", "SHARE", "that is aimed at; default 16%", FLAG_SHARE,
         &sizing->volatility_target, SIGMA_KIND_SIZING_PARAMS, "volatility_target"},
        {"fraction", "SHARE", "of the equity, for automatic and scaling", FLAG_SHARE,
         &o->proposal.fraction, SIGMA_KIND_PROPOSAL, NULL},
        {"confidence", "SHARE", "of the signal", FLAG_SHARE, &o->proposal.confidence,
         SIGMA_KIND_PROPOSAL, NULL},
        {"probability", "SHARE", "of the target before the stop", FLAG_SHARE,
         &o->proposal.probability, SIGMA_KIND_PROPOSAL, NULL},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
}

void command_declare(struct flags *flags, struct options *o)
{
    sigma_policy *policy = &o->policy;
    sigma_proposal *trade = &o->proposal;
    const struct flag own[] = {
        {"symbol", "NAME", "facts of a symbol, see below", FLAG_TEXT, NULL, 0, NULL},
        {"account", "MONEY", "equity of the account", FLAG_NUMBER, &o->equity,
         SIGMA_KIND_SIZING_SAMPLE, "equity"},
        {"margin-used", "MONEY", "margin that is taken already; default 0", FLAG_NUMBER,
         &o->margin_used, SIGMA_KIND_SIZING_SAMPLE, "margin"},
        {"risk", "SHARE", "of the equity, to lose at the stop, of fraction; default 1%", FLAG_SHARE,
         &policy->sizing.risk_fraction, SIGMA_KIND_SIZING_PARAMS, "risk_fraction"},
        {"side", "SIDE", "long or short; default told from entry and stop", FLAG_WORD, &trade->side,
         SIGMA_VOCABULARY_SIDE, NULL},
        {"entry", "PRICE", "expected price of the entry", FLAG_NUMBER, &trade->entry,
         SIGMA_KIND_SIZING_SAMPLE, NULL},
        {"stop", "PRICE", "stop; default a multiple of the ATR", FLAG_NUMBER, &trade->stop,
         SIGMA_KIND_SIZING_SAMPLE, NULL},
        {"target", "PRICE", "target; default a multiple of the stop's distance", FLAG_NUMBER,
         &trade->target, SIGMA_KIND_SIZING_SAMPLE, "entry"},
        {"reward-risk", "RATIO", "that multiple; default 2.5", FLAG_NUMBER,
         &policy->stops.reward_risk, SIGMA_KIND_STOPS_PARAMS, NULL},
        {"atr", "PRICE", "average true range of a day", FLAG_NUMBER, &o->atr,
         SIGMA_KIND_SIZING_SAMPLE, "entry"},
        {"atr-multiple", "RATIO", "distance of the stop in ATR; default 1.5", FLAG_NUMBER,
         &policy->stops.atr_multiple, SIGMA_KIND_STOPS_PARAMS, NULL},
        {"lots", "LOTS", "the most that you want", FLAG_NUMBER, &trade->lots,
         SIGMA_KIND_SIZING_SAMPLE, NULL},
        {"json", NULL, "print one line of JSON", FLAG_SWITCH, &o->json, 0, NULL},
        {"stream", NULL, "answer each line of JSON that is read with one", FLAG_SWITCH, &o->stream,
         0, NULL},
        {"help", NULL, "print this", FLAG_SWITCH, NULL, 0, NULL},
        {"version", NULL, "print the version", FLAG_SWITCH, NULL, 0, NULL},
    };
    flags_add(flags, own, sizeof own / sizeof own[0]);
    config_flags(flags);
    declare_account(flags, o);
    declare_modes(flags, o);
    symbol_flags(flags, &o->symbol);
}

void command_help(const struct flags *flags)
{
    puts("usage: sigma-size --symbol NAME --account MONEY --entry PRICE --stop PRICE [flags]\n"
         "\n"
         "How many lots of one trade, and why. Without --stop the stop follows from --atr.\n");
    flags_print(flags);
    puts("\nThe flags from --tick-size on replace facts of the symbol, or give them all. These\n"
         "are in US dollars, and without costs where the table shows none; costs, leverage and\n"
         "the largest order are your broker's to tell:\n");
    symbols_print();
    puts("\nModes:\n");
    for (int32_t mode = 1; mode < SIGMA_MODE_COUNT; mode++) {
        printf("  %-11s %s\n", text_word(SIGMA_VOCABULARY_MODE, mode).text,
               text_sentence(SIGMA_VOCABULARY_MODE, mode).text);
    }
    puts("\nWith --stream each line is an object whose members are called as the flags, such as\n"
         "{\"symbol\":\"EURUSD\",\"account\":10000,\"entry\":1.1,\"stop\":1.097}; what is wrong "
         "with it is\n"
         "its answer, and the status 2. A flag without a value is true: {...,\"advise\":true}.");
    puts("\nExit status: 0 granted, 3 denied, 2 bad flags, 1 a failure.");
}
