/* SPDX-License-Identifier: MIT */
#include "settings.h"

#include <string.h>

#include "../common/config.h"
#include "signals.h"

bool settings_take(struct options *options, const struct flags *flags)
{
    sigma_config *config = &options->config;

    options->config_file = flags_given(flags, "config");
    options->configured = options->config_file;
    if (!config_asked(flags)) {
        return true;
    }
    if (!config_take(flags, config)) {
        return false;
    }
    if (options->configured) {
        options->word = text_word(SIGMA_VOCABULARY_MODE, config->policy.sizing.mode);
        options->mode_name = options->word.text;
        options->risk = config->policy.sizing.risk_fraction;
        options->own_exits = !flags_given(flags, "exits");
    }
    if (config->account.balance > 0.0 || config->prop.start > 0.0) {
        options->balance =
            config->account.balance > 0.0 ? config->account.balance : config->prop.start;
    }
    return true;
}

sigma_status settings_policy(const struct options *options, sigma_policy *policy)
{
    sigma_status status = SIGMA_OK;

    if (options->configured) {
        *policy = options->config.policy;
        policy->sizing.mode = options->mode;
    } else {
        status = sigma_policy_defaults(policy);
        if (status == SIGMA_OK) {
            status = sigma_sizing_preset(options->mode, &policy->sizing);
        }
    }
    if (!options->configured && options->signal != SIGNAL_TREND) {
        policy->confidence_min = 0.0; /* these signals have a least confidence of their own */
    }
    policy->sizing.risk_fraction = options->risk;
    return status;
}

static sigma_status default_guards(struct guard_settings *guards)
{
    const sigma_status all[] = {sigma_portfolio_defaults(&guards->portfolio),
                                sigma_correlation_defaults(&guards->correlation),
                                sigma_gate_defaults(&guards->gate),
                                sigma_breaker_defaults(&guards->breaker),
                                sigma_monitor_defaults(&guards->monitor),
                                sigma_advice_defaults(&guards->advice)};
    sigma_status worst = SIGMA_OK;

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        worst = all[i] < worst ? all[i] : worst;
    }
    return worst;
}

sigma_status settings_guards(const struct options *options, struct guard_settings *guards)
{
    const sigma_config *config = &options->config;

    if (!options->configured) {
        return default_guards(guards);
    }
    *guards = (struct guard_settings){config->portfolio, config->correlation, config->gate,
                                      config->breaker,   config->monitor,     config->advice};
    return SIGMA_OK;
}

const sigma_schedule *settings_schedule(const struct options *options)
{
    return &options->config.schedule;
}

sigma_status settings_firm(const struct options *options, sigma_prop_params *rules)
{
    if (options->firm != SIGMA_FIRM_UNKNOWN) {
        return sigma_prop_defaults(rules, options->firm);
    }
    *rules = options->config.prop;
    return SIGMA_OK;
}

sigma_status settings_exits(const struct options *options, sigma_exits_params *rules)
{
    if (options->own_exits) {
        *rules = options->config.exits;
        return SIGMA_OK;
    }
    *rules = (sigma_exits_params){
        .rsi_extreme = 70.0, .unit = SIGMA_GAIN_RISK, .partial_unit = SIGMA_GAIN_RISK};
    return options->exits == SIGMA_STYLE_UNKNOWN ? SIGMA_OK
                                                 : sigma_exits_defaults(rules, options->exits);
}

/* A file that does not speak of regimes leaves them to the length of the bars. */
sigma_status settings_regime(const struct options *options, int64_t interval,
                             sigma_regime_params *params)
{
    static const int64_t day = INT64_C(86400000000000);
    sigma_status status = sigma_regime_defaults(0, params);

    if (status != SIGMA_OK) {
        return status;
    }
    if (options->configured && memcmp(params, &options->config.regime, sizeof *params) != 0) {
        *params = options->config.regime;
        return SIGMA_OK;
    }
    return sigma_regime_defaults(interval >= day, params);
}

bool settings_print(struct options *options)
{
    sigma_config *config = &options->config;
    double balance = options->balance;

    if (settings_policy(options, &config->policy) != SIGMA_OK ||
        settings_exits(options, &config->exits) != SIGMA_OK) {
        return false;
    }
    config->account = (sigma_config_account){balance, balance, balance, 0.0};
    for (int32_t i = 0; i < options->inputs.count; i++) {
        const struct input *input = &options->inputs.input[i];
        config_put_symbol(config, input->name, &input->symbol);
    }
    return config_print(config);
}
