/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "../common/config.h"
#include "../common/flags.h"
#include "../common/report.h"
#include "../common/symbols.h"
#include "command.h"
#include "settings.h"

/* ---- what must be there, and what goes together */

static bool needed(const struct flags *flags, const char *name)
{
    bool given = flags_given(flags, name);

    if (!given) {
        report("--%s: needed; --help tells more", name);
    }
    return given;
}

/* A config may know the account. */
static bool check_needed(const struct options *options, const struct flags *flags)
{
    bool known = options->config.account.balance > 0.0;

    if ((!known && !needed(flags, "account")) || !needed(flags, "entry")) {
        return false;
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

static void take_edge(struct options *options)
{
    sigma_edge *edge = &options->edge;

    edge->kelly = edge->lower = edge->limited = options->kelly;
    edge->trades = options->trades < 1e9 ? (int32_t)options->trades : 1000000000;
    edge->mark = SIGMA_PART_EDGE;
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
    if (!check_needed(options, flags) || !settings_take(options, flags) ||
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

static bool take_stream(struct options *options, int argc)
{
    options->stream = argc == 2;
    if (!options->stream) {
        report("--stream: expected no other flag");
    }
    return options->stream;
}

/* The place of the first word that belongs to no flag; 0 on an error. */
static int begin(struct options *options, struct flags *flags, int argc, char **argv)
{
    *options = (struct options){.atr = 0.0};
    if (sigma_policy_defaults(&options->policy) != SIGMA_OK ||
        sigma_sizing_preset(SIGMA_MODE_FRACTION, &options->policy.sizing) != SIGMA_OK) {
        report("the library refuses its own defaults");
        return 0;
    }
    command_declare(flags, options);
    return flags_collect(flags, argc, argv);
}

static bool no_words(int first, int argc, char **argv)
{
    if (first < argc) {
        report("expected flags only, got '%s'", argv[first]);
    }
    return first >= argc;
}

bool options_read(struct options *options, int argc, char **argv, int *status)
{
    struct flags flags = {.count = 0};
    int first = begin(options, &flags, argc, argv);

    *status = STATUS_USAGE;
    if (first == 0) {
        return false;
    }
    if (flags_answer(&flags, "sigma-size", command_help)) {
        *status = STATUS_DONE;
        return false;
    }
    if (flags_given(&flags, "stream")) {
        return take_stream(options, argc);
    }
    if (!no_words(first, argc, argv) || !settings_config(options, &flags)) {
        return false;
    }
    if (flags_given(&flags, "print-config")) {
        bool printed = settings_take(options, &flags) && print_settings(options, &flags);
        *status = printed ? STATUS_DONE : STATUS_USAGE;
        return false;
    }
    return apply(options, &flags);
}

bool options_read_request(struct options *options, int argc, char **argv)
{
    static const char *const others[] = {"help", "version", "stream", "print-config"};
    struct flags flags = {.count = 0};
    int first = begin(options, &flags, argc, argv);

    for (size_t i = 0; first > 0 && i < sizeof others / sizeof others[0]; i++) {
        if (flags_given(&flags, others[i])) {
            report("--%s: expected a trade, not what only a command line can ask for", others[i]);
            return false;
        }
    }
    options->json = true;
    return first > 0 && no_words(first, argc, argv) && settings_config(options, &flags) &&
           apply(options, &flags);
}
