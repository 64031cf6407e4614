/* SPDX-License-Identifier: MIT */
#include "settings.h"

#include <sigma/words.h>

#include "../common/config.h"
#include "../common/report.h"
#include "../common/symbols.h"
#include "../common/text.h"

bool settings_config(struct options *options, const struct flags *flags)
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

/* ---- symbol and account */

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

/* ---- the mode */

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

/* ---- all of it */

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

/* A file states the mode with all that belongs to it, where no flag states another one. */
bool settings_take(struct options *options, const struct flags *flags)
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
