/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <sigma/field.h>
#include <sigma/version.h>
#include <sigma/words.h>
#include <stdio.h>

#include "../common/config.h"
#include "../common/flags.h"
#include "../common/report.h"
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

static void declare(struct flags *flags, struct options *o)
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

static void print_help(const struct flags *flags)
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
         "its answer, and the status 2.");
    puts("\nExit status: 0 granted, 3 denied, 2 bad flags, 1 a failure.");
}

/* ---- what must be there, and what goes together */

static bool check_needed(const struct options *options, const struct flags *flags)
{
    const char *const needed[] = {"account", "entry"};

    for (size_t i = options->config.account.balance > 0.0; i < sizeof needed / sizeof needed[0];
         i++) {
        if (!flags_given(flags, needed[i])) {
            report("--%s: needed; --help tells more", needed[i]);
            return false;
        }
    }
    if (!flags_given(flags, "stop") && !flags_given(flags, "atr")) {
        report("--stop: needed, unless --atr is given to place it");
        return false;
    }
    if (flags_given(flags, "target") && flags_given(flags, "reward-risk")) {
        report("--reward-risk: expected no --target beside it");
        return false;
    }
    if (flags_given(flags, "atr-multiple") && !flags_given(flags, "atr")) {
        report("--atr-multiple: expected --atr beside it");
        return false;
    }
    return true;
}

static void note_given(const struct flags *flags, sigma_proposal *proposal)
{
    const char *const names[SIGMA_GIVEN_COUNT] = {[SIGMA_GIVEN_STOP] = "stop",
                                                  [SIGMA_GIVEN_TARGET] = "target",
                                                  [SIGMA_GIVEN_LOTS] = "lots",
                                                  [SIGMA_GIVEN_PROBABILITY] = "probability",
                                                  [SIGMA_GIVEN_CONFIDENCE] = "confidence"};

    for (int32_t given = 0; given < SIGMA_GIVEN_COUNT; given++) {
        if (names[given] && flags_given(flags, names[given])) {
            proposal->given |= UINT64_C(1) << given;
        }
    }
}

/* A stop below the entry is a long's. */
static bool tell_side(const struct flags *flags, sigma_proposal *proposal)
{
    if (proposal->side != SIGMA_SIDE_UNKNOWN) {
        return true;
    }
    if (!flags_given(flags, "stop") || proposal->stop == proposal->entry) {
        report("--side: needed, since the stop does not tell it");
        return false;
    }
    proposal->side = proposal->stop < proposal->entry ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT;
    return true;
}

/* Without a preset or a config the facts must come from flags, and the name does not matter. */
static bool take_symbol(struct options *options, const struct flags *flags)
{
    const char *name = flags_given(flags, "symbol");
    const sigma_config_symbol *own = config_symbol(&options->config, name);

    if (own) {
        options->symbol_name = own->name;
        options->symbol = own->facts;
        return true;
    }
    options->symbol_name = name ? name : "symbol";
    options->symbol.id = 1;
    return !name || symbol_find(&options->symbol_name, &options->symbol);
}

/* A file's account counts as a whole, where no flag gives another one. */
static void take_account(struct options *options, const struct flags *flags)
{
    const sigma_config_account *account = &options->config.account;

    if (!flags_given(flags, "account")) {
        options->equity = account->equity;
        options->balance = flags_given(flags, "balance") ? options->balance : account->balance;
        options->peak = flags_given(flags, "peak") ? options->peak : account->peak;
        options->margin_used =
            flags_given(flags, "margin-used") ? options->margin_used : account->margin;
    }
    options->balance = options->balance > 0.0 ? options->balance : options->equity;
    options->peak = options->peak > options->balance ? options->peak : options->balance;
}

/* A flag that a mode cannot do without. */
static bool check_flag(const struct flags *flags, int32_t mode, const char *name)
{
    if (flags_given(flags, name)) {
        return true;
    }
    report("--%s: needed by the mode %s", name, text_word(SIGMA_VOCABULARY_MODE, mode).text);
    return false;
}

static bool check_mode(const struct options *options, const struct flags *flags)
{
    int32_t mode = options->policy.sizing.mode;

    if (mode != SIGMA_MODE_FRACTION && flags_given(flags, "risk")) {
        report("--risk: only of the mode fraction; --risk-max bounds every mode");
        return false;
    }
    if (options->trades >= 1.0 && !flags_given(flags, "mean")) {
        report("--mean: needed, since --trades are given");
        return false;
    }
    switch (mode) {
    case SIGMA_MODE_VOLATILITY: return check_flag(flags, mode, "volatility");
    case SIGMA_MODE_AUTOMATIC:
    case SIGMA_MODE_SCALING: return check_flag(flags, mode, "fraction");
    case SIGMA_MODE_CALLER: return check_flag(flags, mode, "lots");
    default: return true;
    }
}

/* The history is for the library's own default, unless a flag says otherwise. */
static void tell_mode(struct options *options, const struct flags *flags)
{
    bool history = flags_given(flags, "trades") || flags_given(flags, "kelly");
    bool said =
        flags_given(flags, "mode") || flags_given(flags, "profile") || flags_given(flags, "risk");

    if (history && !said) {
        options->policy.sizing.mode = SIGMA_MODE_SCEPTICAL;
    }
}

/* What was published for the mode, unless a flag says otherwise. */
static bool take_mode(struct options *options, const struct flags *flags)
{
    sigma_sizing_params usual;

    tell_mode(options, flags);
    if (sigma_sizing_preset(options->policy.sizing.mode, &usual) != SIGMA_OK) {
        return false;
    }
    if (!flags_given(flags, "kelly-share") &&
        (flags_given(flags, "mode") || !flags_given(flags, "profile"))) {
        options->policy.sizing.kelly_share = usual.kelly_share;
    }
    return check_mode(options, flags);
}

/* What the profile takes, over which the flags go once more. */
static bool take_flags(struct options *options, const struct flags *flags)
{
    if (!flags_apply(flags)) {
        return false;
    }
    if (!flags_given(flags, "profile")) {
        return true;
    }
    if (sigma_policy_preset(options->profile, &options->policy) != SIGMA_OK) {
        report("--profile: expected conservative, moderate or aggressive");
        return false;
    }
    return flags_apply(flags);
}

static void take_edge(struct options *options)
{
    sigma_edge *edge = &options->edge;

    edge->kelly = edge->lower = edge->limited = options->kelly;
    edge->trades = options->trades < 1e9 ? (int32_t)options->trades : 1000000000;
    edge->mark = SIGMA_PART_EDGE;
}

static bool take_config(struct options *options, const struct flags *flags)
{
    options->configured = config_asked(flags);
    if (options->configured && !config_take(flags, &options->config)) {
        return false;
    }
    if (options->configured) {
        options->policy = options->config.policy;
    }
    return true;
}

/* A file states the mode with all that belongs to it, where no flag states another one. */
static bool take_settings(struct options *options, const struct flags *flags)
{
    bool stated = options->configured && !flags_given(flags, "mode");

    if (!take_symbol(options, flags) || !take_flags(options, flags) ||
        !(stated || take_mode(options, flags))) {
        return false;
    }
    take_account(options, flags);
    if (options->advise) {
        options->policy.conduct = SIGMA_CONDUCT_ADVISE;
    }
    return true;
}

/* What is in effect, as a config; a trade need not be given, but half a symbol is none. */
static bool print_settings(struct options *options, const struct flags *flags)
{
    sigma_config *config = &options->config;

    config->policy = options->policy;
    if (options->equity > 0.0) {
        config->account = (sigma_config_account){options->balance, options->equity, options->peak,
                                                 options->margin_used};
    }
    if (flags_given(flags, "symbol") || options->symbol.tick_size > 0.0) {
        if (!symbol_complete(&options->symbol)) {
            return false;
        }
        config_put_symbol(config, options->symbol_name, &options->symbol);
    }
    return config_print(config);
}

/* What one trade alone can tell; the other parts are a bot's. */
static void limit_parts(struct options *options)
{
    options->policy.parts &= UINT64_C(1) << SIGMA_PART_SYMBOL | UINT64_C(1) << SIGMA_PART_MARKET |
                             UINT64_C(1) << SIGMA_PART_ACCOUNT |
                             UINT64_C(1) << SIGMA_PART_PORTFOLIO | UINT64_C(1) << SIGMA_PART_EDGE;
}

static bool apply(struct options *options, const struct flags *flags)
{
    if (!check_needed(options, flags) || !take_settings(options, flags) ||
        !symbol_complete(&options->symbol) || !tell_side(flags, &options->proposal)) {
        return false;
    }
    note_given(flags, &options->proposal);
    take_edge(options);
    limit_parts(options);
    options->proposal.symbol = options->symbol.id;
    options->proposal.intent = SIGMA_INTENT_OPEN;
    if (options->atr <= 0.0) {
        options->policy.parts &= ~(UINT64_C(1) << SIGMA_PART_MARKET);
    }
    return true;
}

static bool answer(const struct flags *flags)
{
    if (flags_given(flags, "help")) {
        print_help(flags);
        return true;
    }
    if (flags_given(flags, "version")) {
        printf("sigma-size %s\n", text_version(sigma_version_number()).text);
        return true;
    }
    return false;
}

bool options_read(struct options *options, int argc, char **argv, int *status)
{
    struct flags flags = {.count = 0};

    *options = (struct options){.atr = 0.0};
    *status = STATUS_FAILED;
    if (sigma_policy_defaults(&options->policy) != SIGMA_OK ||
        sigma_sizing_preset(SIGMA_MODE_FRACTION, &options->policy.sizing) != SIGMA_OK) {
        return false;
    }
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
    if (options->stream || flags_given(&flags, "stream")) {
        options->stream = true;
        *status = STATUS_DONE;
        return argc == 2 ||
               (report("--stream: expected no other flag"), *status = STATUS_USAGE, false);
    }
    if (first < argc) {
        report("expected flags only, got '%s'", argv[first]);
        return false;
    }
    if (!take_config(options, &flags)) {
        return false;
    }
    if (flags_given(&flags, "print-config")) {
        bool printed = take_settings(options, &flags) && print_settings(options, &flags);
        *status = printed ? STATUS_DONE : STATUS_USAGE;
        return false;
    }
    return apply(options, &flags);
}
