/* SPDX-License-Identifier: MIT */
#include "symbols.h"

#include <sigma/field.h>
#include <sigma/layout.h>
#include <sigma/words.h>
#include <stdio.h>
#include <string.h>

#include "../../lib/config/known.h"
#include "report.h"
#include "text.h"

/* The next symbol whose worth does not depend on a rate, from a place on, which moves behind it;
 * NULL if there is none. */
static const sigma_known *next_known(int32_t *place)
{
    const sigma_known *known = sigma_known_at((*place)++);

    while (known && known->tick_value == 0.0) {
        known = sigma_known_at((*place)++);
    }
    return known;
}

static void report_unknown(const char *name)
{
    char list[256] = "";
    size_t length = 0;
    const sigma_known *known;

    for (int32_t i = 0; (known = next_known(&i)) && length < sizeof list;) {
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s",
                                   length > 0 ? ", " : "", known->name);
    }
    report("--symbol: expected one of %s, got %s", list,
           text_quoted(name, (int32_t)strlen(name)).text);
}

bool symbol_find(const char **name, sigma_symbol *symbol)
{
    const sigma_known *known;

    for (int32_t i = 0; (known = next_known(&i));) {
        if (text_is(*name, (int32_t)strlen(*name), known->name)) {
            *name = known->name;
            *symbol = sigma_known_facts(known, i);
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
    const sigma_known *known;

    puts("  name     kind    tick size = value  lot step  largest  leverage  spread  slippage");
    for (int32_t i = 0; (known = next_known(&i));) {
        printf("  %-8s %-7s %9g = %-6g %8g %8g %9g %7g %9g\n", known->name,
               text_word(SIGMA_VOCABULARY_ASSET, known->asset).text, known->tick_size,
               known->tick_value, known->lot_step, known->lot_max, known->leverage, known->spread,
               known->slippage);
    }
}
