/* SPDX-License-Identifier: MIT */
#include "symbols.h"

#include <sigma/field.h>
#include <sigma/layout.h>
#include <sigma/words.h>
#include <stdio.h>
#include <string.h>

#include "report.h"
#include "text.h"

/* In US dollars, and quoted in them. The smallest order is one step. */
struct preset {
    char name[8];
    int32_t asset;
    double tick_size, tick_value, contract_size, lot_step, lot_max, leverage, spread, slippage;
};

/* Contracts are those of the exchanges and of most brokers. Largest orders and leverage are usual
 * figures. Costs are left out but for the two indices: every broker has its own. */
static const struct preset presets[] = {
    {"EURUSD", SIGMA_ASSET_FOREX, 0.00001, 1.0, 100000.0, 0.01, 100.0, 30.0, 0.0, 0.0},
    {"GBPUSD", SIGMA_ASSET_FOREX, 0.00001, 1.0, 100000.0, 0.01, 100.0, 30.0, 0.0, 0.0},
    {"XAUUSD", SIGMA_ASSET_METAL, 0.01, 1.0, 100.0, 0.01, 100.0, 20.0, 0.0, 0.0},
    {"ES", SIGMA_ASSET_FUTURE, 0.25, 12.5, 50.0, 1.0, 1000.0, 20.0, 0.0, 0.0},
    {"NQ", SIGMA_ASSET_FUTURE, 0.25, 5.0, 20.0, 1.0, 1000.0, 20.0, 0.0, 0.0},
    {"CL", SIGMA_ASSET_FUTURE, 0.01, 10.0, 1000.0, 1.0, 1000.0, 10.0, 0.0, 0.0},
    {"GC", SIGMA_ASSET_FUTURE, 0.1, 10.0, 100.0, 1.0, 1000.0, 20.0, 0.0, 0.0},
    {"BTCUSDT", SIGMA_ASSET_CRYPTO, 0.01, 0.01, 1.0, 0.001, 1000.0, 10.0, 0.0, 0.0},
    {"ETHUSDT", SIGMA_ASSET_CRYPTO, 0.01, 0.01, 1.0, 0.001, 10000.0, 10.0, 0.0, 0.0},
    {"SPX", SIGMA_ASSET_INDEX, 0.01, 0.01, 1.0, 0.01, 10000.0, 20.0, 50.0, 20.0},
    {"NDX", SIGMA_ASSET_INDEX, 0.01, 0.01, 1.0, 0.01, 10000.0, 20.0, 50.0, 20.0},
    {"AAPL", SIGMA_ASSET_STOCK, 0.01, 0.01, 1.0, 1.0, 100000.0, 1.0, 0.0, 0.0},
};

enum { PRESETS = sizeof presets / sizeof presets[0] };

static sigma_symbol facts_of(const struct preset *p, int32_t id)
{
    return (sigma_symbol){.tick_size = p->tick_size,
                          .tick_value = p->tick_value,
                          .contract_size = p->contract_size,
                          .quote_rate = 1.0,
                          .lot_min = p->lot_step,
                          .lot_max = p->lot_max,
                          .lot_step = p->lot_step,
                          .spread = p->spread,
                          .slippage = p->slippage,
                          .leverage = p->leverage,
                          .id = id,
                          .asset = p->asset};
}

static void report_unknown(const char *name)
{
    char list[PRESETS * 10] = "";
    size_t length = 0;

    for (size_t i = 0; i < PRESETS; i++) {
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", i > 0 ? ", " : "",
                                   presets[i].name);
    }
    report("--symbol: expected one of %s, got %s", list,
           text_quoted(name, (int32_t)strlen(name)).text);
}

bool symbol_find(const char **name, sigma_symbol *symbol)
{
    for (size_t i = 0; i < PRESETS; i++) {
        if (text_is(*name, (int32_t)strlen(*name), presets[i].name)) {
            *name = presets[i].name;
            *symbol = facts_of(&presets[i], (int32_t)i + 1);
            return true;
        }
    }
    report_unknown(*name);
    return false;
}

void symbol_flags(struct flags *flags, sigma_symbol *symbol)
{
    const int32_t kind = SIGMA_KIND_SYMBOL;
    const struct flag facts[] = {
        {"tick-size", "PRICE", "smallest price change", FLAG_NUMBER, &symbol->tick_size, kind,
         NULL},
        {"tick-value", "MONEY", "worth of one tick and lot", FLAG_NUMBER, &symbol->tick_value, kind,
         NULL},
        {"contract-size", "UNITS", "units a lot, to check the tick value", FLAG_NUMBER,
         &symbol->contract_size, kind, NULL},
        {"quote-rate", "MONEY", "worth of a unit of quote currency, likewise", FLAG_NUMBER,
         &symbol->quote_rate, kind, NULL},
        {"lot-min", "LOTS", "smallest order", FLAG_NUMBER, &symbol->lot_min, kind, NULL},
        {"lot-max", "LOTS", "largest order", FLAG_NUMBER, &symbol->lot_max, kind, NULL},
        {"lot-step", "LOTS", "step between orders", FLAG_NUMBER, &symbol->lot_step, kind, NULL},
        {"lot-cap", "LOTS", "your own limit", FLAG_NUMBER, &symbol->lot_cap, kind, NULL},
        {"commission", "MONEY", "paid on each lot and side", FLAG_NUMBER, &symbol->commission, kind,
         NULL},
        {"fee-rate", "SHARE", "paid on each side, of the notional", FLAG_SHARE, &symbol->fee_rate,
         kind, NULL},
        {"spread", "TICKS", "typical spread", FLAG_NUMBER, &symbol->spread, kind, NULL},
        {"slippage", "TICKS", "typical slippage, entry and exit together", FLAG_NUMBER,
         &symbol->slippage, kind, NULL},
        {"stop-level", "TICKS", "the broker's least distance of a stop", FLAG_NUMBER,
         &symbol->stop_level, kind, NULL},
        {"leverage", "RATIO", "notional over margin", FLAG_NUMBER, &symbol->leverage, kind, NULL},
        {"asset", "KIND", "forex, metal, future, index, crypto, stock or inverse", FLAG_WORD,
         &symbol->asset, SIGMA_VOCABULARY_ASSET, NULL},
    };
    flags_add(flags, facts, sizeof facts / sizeof facts[0]);
}

static bool needed(const char *flag)
{
    report("--%s: needed to know the symbol, unless --symbol names a preset", flag);
    return false;
}

/* What a lot is worth. */
static bool worth_complete(const sigma_symbol *symbol)
{
    if (symbol->asset != SIGMA_ASSET_INVERSE) {
        return symbol->tick_value > 0.0 || needed("tick-value");
    }
    return (symbol->contract_size > 0.0 || needed("contract-size")) &&
           (symbol->quote_rate > 0.0 || needed("quote-rate"));
}

bool symbol_complete(const sigma_symbol *symbol)
{
    sigma_field field;

    if (sigma_layout_check(SIGMA_KIND_SYMBOL, symbol, &field) != SIGMA_OK) {
        for (char *dash = field.name; (dash = strchr(dash, '_'));) {
            *dash = '-';
        }
        return needed(field.name);
    }
    if (!worth_complete(symbol)) {
        return false;
    }
    if (symbol->lot_min > symbol->lot_max) {
        report("--lot-min: expected at most the largest order of %s lots, got '%s'",
               text_number(symbol->lot_max).text, text_number(symbol->lot_min).text);
        return false;
    }
    return true;
}

void symbols_print(void)
{
    puts("  name     kind    tick size = value  lot step  largest  leverage  spread  slippage");
    for (size_t i = 0; i < PRESETS; i++) {
        const struct preset *p = &presets[i];
        printf("  %-8s %-7s %9g = %-6g %8g %8g %9g %7g %9g\n", p->name,
               text_word(SIGMA_VOCABULARY_ASSET, p->asset).text, p->tick_size, p->tick_value,
               p->lot_step, p->lot_max, p->leverage, p->spread, p->slippage);
    }
}
