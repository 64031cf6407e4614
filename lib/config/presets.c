/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "known.h"
#include "rows.h"
#include "sigma/words.h"

enum { MARKET_SYMBOLS = 4 };

/* What Hybrid takes for a market. */
typedef struct market {
    char name[8];
    double risk, leverage, balance; /* 0 for the library's own, or none */
    int32_t asset, hours, style;
    char symbols[MARKET_SYMBOLS][8];
} market;

static const market markets[SIGMA_MARKET_COUNT] = {
    [SIGMA_MARKET_FOREX] = {"forex",
                            0.01,
                            5.0,
                            0.0,
                            SIGMA_ASSET_FOREX,
                            SIGMA_HOURS_FOREX,
                            SIGMA_STYLE_PLAIN,
                            {"EURUSD", "USDJPY", "GBPUSD", "GBPJPY"}},
    [SIGMA_MARKET_FUTURES] = {"futures",
                              0.01,
                              0.0,
                              150000.0,
                              SIGMA_ASSET_FUTURE,
                              SIGMA_HOURS_FUTURES,
                              SIGMA_STYLE_PLAIN,
                              {"ES", "NQ", "CL", "GC"}},
    [SIGMA_MARKET_CRYPTO] = {"crypto",
                             0.008,
                             0.0,
                             200000.0,
                             SIGMA_ASSET_CRYPTO,
                             SIGMA_HOURS_ALWAYS,
                             SIGMA_STYLE_PERCENT,
                             {"BTCUSDT", "ETHUSDT"}},
};

/* ---- markets */

static sigma_status defaults_of_signals(sigma_config *c)
{
    const int64_t hour = sigma_config_units[1].length;

    return sigma_signal_defaults(&c->signal) |
           sigma_technical_defaults(SIGMA_ASSET_FOREX, hour, &c->technical) |
           sigma_votes_defaults(&c->votes) | sigma_external_defaults(&c->external) |
           sigma_regime_defaults(0, &c->regime) | sigma_rules_defaults(0, &c->rules) |
           sigma_advice_defaults(&c->advice);
}

static sigma_status defaults_of_guards(sigma_config *c)
{
    return sigma_portfolio_defaults(&c->portfolio) | sigma_correlation_defaults(&c->correlation) |
           sigma_gate_defaults(&c->gate) | sigma_breaker_defaults(&c->breaker) |
           sigma_monitor_defaults(&c->monitor) |
           sigma_exits_defaults(&c->exits, SIGMA_STYLE_PLAIN) |
           sigma_schedule_defaults(SIGMA_HOURS_ALWAYS, &c->schedule);
}

/* None of these refuses what it is given here, so there is one status: SIGMA_OK. */
sigma_status sigma_config_defaults(sigma_config *config)
{
    if (!config) {
        return SIGMA_E_NULL;
    }
    memset(config, 0, sizeof *config);
    return sigma_policy_defaults(&config->policy) |
           sigma_sizing_preset(SIGMA_MODE_FRACTION, &config->policy.sizing) |
           sigma_kelly_defaults(&config->kelly) | defaults_of_signals(config) |
           defaults_of_guards(config);
}

const sigma_known *sigma_config_known(const char *name)
{
    const sigma_known *known;

    for (int32_t i = 0; (known = sigma_known_at(i)) && strcmp(known->name, name) != 0; i++) {
    }
    return known;
}

static void list_symbols(const market *m, sigma_config *config)
{
    for (int32_t i = 0; i < MARKET_SYMBOLS && m->symbols[i][0]; i++) {
        sigma_config_symbol *symbol = &config->symbol[i];
        symbol->facts = sigma_known_facts(sigma_config_known(m->symbols[i]), i + 1);
        strcpy(symbol->name, m->symbols[i]);
        config->symbols = i + 1;
    }
}

sigma_status sigma_config_preset(int32_t code, sigma_config *config)
{
    sigma_status status = sigma_config_defaults(config);

    if (status != SIGMA_OK || code <= SIGMA_MARKET_UNKNOWN || code >= SIGMA_MARKET_COUNT) {
        if (config) {
            memset(config, 0, sizeof *config);
        }
        return config ? SIGMA_E_RANGE : status;
    }
    const market *m = &markets[code];
    config->policy.sizing.risk_fraction = config->policy.sizing.risk_max = m->risk;
    if (m->leverage > 0.0) {
        config->policy.sizing.leverage_max = m->leverage;
    }
    if (m->balance > 0.0) {
        config->account = (sigma_config_account){m->balance, m->balance, m->balance, 0.0};
    }
    list_symbols(m, config);
    return sigma_technical_defaults(m->asset, sigma_config_units[1].length, &config->technical) |
           sigma_exits_defaults(&config->exits, m->style) |
           sigma_schedule_defaults(m->hours, &config->schedule);
}

/* ---- presets of sections */

static int32_t vocabulary_of(int32_t kind)
{
    switch (kind) {
    case SIGMA_KIND_POLICY:
    case SIGMA_KIND_KELLY_PARAMS: return SIGMA_VOCABULARY_PROFILE;
    case SIGMA_KIND_SIZING_PARAMS: return SIGMA_VOCABULARY_MODE;
    case SIGMA_KIND_EXITS_PARAMS: return SIGMA_VOCABULARY_STYLE;
    case SIGMA_KIND_PROP_PARAMS: return SIGMA_VOCABULARY_FIRM;
    case SIGMA_KIND_SCHEDULE: return SIGMA_VOCABULARY_HOURS;
    case SIGMA_KIND_ZONE: return SIGMA_VOCABULARY_ZONE;
    default: return SIGMA_VOCABULARY_UNKNOWN;
    }
}

const char *sigma_config_preset_name(int32_t kind, int32_t code, char *buffer)
{
    int32_t length;

    if (kind == KIND_CONFIG) {
        return code < SIGMA_MARKET_COUNT ? markets[code].name : NULL;
    }
    return sigma_word_write(vocabulary_of(kind), code, buffer, SIGMA_WORD_SPACE, &length) ==
                   SIGMA_OK
               ? buffer
               : NULL;
}

sigma_status sigma_config_preset_fill(int32_t kind, int32_t code, void *object)
{
    switch (kind) {
    case KIND_CONFIG: return sigma_config_preset(code, (sigma_config *)object);
    case SIGMA_KIND_POLICY: return sigma_policy_preset(code, (sigma_policy *)object);
    case SIGMA_KIND_KELLY_PARAMS: return sigma_kelly_preset(code, (sigma_kelly_params *)object);
    case SIGMA_KIND_SIZING_PARAMS: return sigma_sizing_preset(code, (sigma_sizing_params *)object);
    case SIGMA_KIND_EXITS_PARAMS: return sigma_exits_defaults((sigma_exits_params *)object, code);
    case SIGMA_KIND_PROP_PARAMS: return sigma_prop_defaults((sigma_prop_params *)object, code);
    case SIGMA_KIND_SCHEDULE: return sigma_schedule_defaults(code, (sigma_schedule *)object);
    default: return sigma_zone_defaults(code, (sigma_zone *)object);
    }
}

bool sigma_config_has_presets(int32_t kind)
{
    return kind == KIND_CONFIG || vocabulary_of(kind) != SIGMA_VOCABULARY_UNKNOWN;
}
