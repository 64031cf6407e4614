/* SPDX-License-Identifier: MIT */
#include "choices.h"

#include <sigma/prop.h>
#include <string.h>

#include "../common/report.h"
#include "../common/text.h"
#include "signals.h"

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

bool choices_take(struct options *options, const struct flags *flags)
{
    return take_mode(options) && take_signal(options) && take_exits(options) &&
           take_guards(options) && take_firm(options, flags);
}
