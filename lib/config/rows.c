/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <string.h>

#include "sigma/layout.h"
#include "sigma/words.h"

const char sigma_config_weekdays[7][12] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};

const config_unit sigma_config_units[UNITS] = {{"d", INT64_C(86400000000000)},
                                               {"h", INT64_C(3600000000000)},
                                               {"m", INT64_C(60000000000)},
                                               {"s", INT64_C(1000000000)},
                                               {"ms", INT64_C(1000000)},
                                               {"us", INT64_C(1000)},
                                               {"ns", INT64_C(1)}};

/* ---- what the tables do not say */

typedef struct exception {
    int32_t kind;
    char name[16];
    int32_t form;
    char counter[16];
} exception;

static const exception exceptions[] = {
    {SIGMA_KIND_SYMBOL, "id", FORM_HIDDEN, ""},
    {SIGMA_KIND_WINDOW, "days", FORM_DAYS, ""},
    {SIGMA_KIND_SCHEDULE, "holidays", FORM_DATE, "holiday_count"},
    {SIGMA_KIND_SCHEDULE, "holiday_count", FORM_HIDDEN, ""},
    {SIGMA_KIND_SCHEDULE, "windows", FORM_STRUCT, "window_count"},
    {SIGMA_KIND_SCHEDULE, "window_count", FORM_HIDDEN, ""},
    {SIGMA_KIND_ZONE, "rules", FORM_STRUCT, "count"},
    {SIGMA_KIND_ZONE, "count", FORM_HIDDEN, ""},
};

static int32_t form_of_whole(const sigma_field *field)
{
    if (strcmp(field->name, "reserved") == 0) {
        return FORM_HIDDEN;
    }
    if (field->minimum == 0.0 && field->maximum == 1.0) {
        return FORM_SWITCH;
    }
    return strcmp(field->unit, "s") == 0 ? FORM_CLOCK : FORM_WHOLE;
}

static int32_t form_of(const sigma_field *field)
{
    switch (field->type) {
    case SIGMA_TYPE_F64: return FORM_NUMBER;
    case SIGMA_TYPE_I32: return form_of_whole(field);
    case SIGMA_TYPE_I64: return FORM_LENGTH; /* every one is a length of time: a test sees to it */
    case SIGMA_TYPE_WORD: return FORM_WORD;
    case SIGMA_TYPE_BITS: return FORM_SET;
    default: return FORM_STRUCT;
    }
}

static bool library_field(int32_t kind, const char *name, sigma_field *field)
{
    int32_t i = 0;

    while (sigma_layout_field(kind, i, field) == SIGMA_OK && strcmp(field->name, name) != 0) {
        i++;
    }
    return field->name[0] != '\0';
}

static void except(int32_t kind, config_row *row)
{
    sigma_field counter;

    for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++) {
        const exception *e = &exceptions[i];
        if (e->kind == kind && strcmp(e->name, row->field.name) == 0) {
            row->form = e->form;
            row->counter = library_field(kind, e->counter, &counter) ? counter.offset : 0;
        }
    }
}

static bool library_row(int32_t kind, int32_t index, config_row *row)
{
    *row = (config_row){.form = FORM_HIDDEN};
    if (sigma_layout_field(kind, index, &row->field) != SIGMA_OK) {
        return false;
    }
    row->form = form_of(&row->field);
    except(kind, row);
    return true;
}

/* ---- the structs that only the config has */

typedef struct section {
    char name[16];
    int32_t form, kind;
    size_t optional, offset;
} section;

static const section sections[] = {
    {"account", FORM_STRUCT, KIND_ACCOUNT, sizeof(sigma_config_account),
     offsetof(sigma_config, account)},
    {"symbols", FORM_SYMBOLS, KIND_SYMBOL, 0, offsetof(sigma_config, symbol)},
    {"groups", FORM_GROUPS, KIND_GROUP, 0, offsetof(sigma_config, group)},
    {"correlations", FORM_PAIRS, 0, 0, offsetof(sigma_config, pair)},
    {"policy", FORM_STRUCT, SIGMA_KIND_POLICY, 0, offsetof(sigma_config, policy)},
    {"portfolio", FORM_STRUCT, SIGMA_KIND_PORTFOLIO_PARAMS, 0, offsetof(sigma_config, portfolio)},
    {"correlation", FORM_STRUCT, SIGMA_KIND_CORRELATION_PARAMS, 0,
     offsetof(sigma_config, correlation)},
    {"kelly", FORM_STRUCT, SIGMA_KIND_KELLY_PARAMS, 0, offsetof(sigma_config, kelly)},
    {"signal", FORM_STRUCT, SIGMA_KIND_SIGNAL_PARAMS, 0, offsetof(sigma_config, signal)},
    {"technical", FORM_STRUCT, SIGMA_KIND_TECHNICAL_PARAMS, 0, offsetof(sigma_config, technical)},
    {"votes", FORM_STRUCT, SIGMA_KIND_VOTES_PARAMS, 0, offsetof(sigma_config, votes)},
    {"external", FORM_STRUCT, SIGMA_KIND_EXTERNAL_PARAMS, 0, offsetof(sigma_config, external)},
    {"regime", FORM_STRUCT, SIGMA_KIND_REGIME_PARAMS, 0, offsetof(sigma_config, regime)},
    {"rules", FORM_STRUCT, SIGMA_KIND_RULES_PARAMS, 0, offsetof(sigma_config, rules)},
    {"advice", FORM_STRUCT, SIGMA_KIND_ADVICE_PARAMS, 0, offsetof(sigma_config, advice)},
    {"gate", FORM_STRUCT, SIGMA_KIND_GATE_PARAMS, 0, offsetof(sigma_config, gate)},
    {"breaker", FORM_STRUCT, SIGMA_KIND_BREAKER_PARAMS, 0, offsetof(sigma_config, breaker)},
    {"monitor", FORM_STRUCT, SIGMA_KIND_MONITOR_PARAMS, 0, offsetof(sigma_config, monitor)},
    {"exits", FORM_STRUCT, SIGMA_KIND_EXITS_PARAMS, 0, offsetof(sigma_config, exits)},
    {"prop", FORM_STRUCT, SIGMA_KIND_PROP_PARAMS, sizeof(sigma_prop_params),
     offsetof(sigma_config, prop)},
    {"schedule", FORM_STRUCT, SIGMA_KIND_SCHEDULE, 0, offsetof(sigma_config, schedule)},
};

static bool config_section(int32_t index, config_row *row)
{
    if (index >= (int32_t)(sizeof sections / sizeof sections[0])) {
        return false;
    }
    const section *s = &sections[index];
    *row = (config_row){.field = {.offset = (int32_t)s->offset,
                                  .type = SIGMA_TYPE_STRUCT,
                                  .count = 1,
                                  .detail = s->kind},
                        .form = s->form,
                        .optional = s->optional};
    strcpy(row->field.name, s->name);
    return true;
}

/* The account's figures are those that a trade is sized with. */
static bool account_row(int32_t index, config_row *row)
{
    static const char names[4][8] = {"balance", "equity", "peak", "margin"};

    *row = (config_row){.form = FORM_NUMBER};
    if (index >= 4) {
        return false;
    }
    (void)library_field(SIGMA_KIND_SIZING_SAMPLE, names[index], &row->field);
    row->field.offset = index * (int32_t)sizeof(double);
    return true;
}

static bool symbol_row(int32_t index, config_row *row)
{
    if (library_row(SIGMA_KIND_SYMBOL, index, row)) {
        return true;
    }
    *row = (config_row){.field = {.name = "sector",
                                  .offset = (int32_t)offsetof(sigma_config_symbol, sector_name),
                                  .type = SIGMA_TYPE_TEXT,
                                  .count = SIGMA_CONFIG_NAME},
                        .form = FORM_NAME};
    return sigma_layout_field(SIGMA_KIND_SYMBOL, index - 1, &(sigma_field){.count = 0}) == SIGMA_OK;
}

static bool group_row(int32_t index, config_row *row)
{
    *row = (config_row){.needed = 1};
    if (index == 0) {
        row->form = FORM_MEMBERS;
        row->field = (sigma_field){.name = "symbols",
                                   .offset = (int32_t)offsetof(sigma_config_group, symbols),
                                   .type = SIGMA_TYPE_BITS,
                                   .count = 1};
        return true;
    }
    row->form = FORM_NUMBER;
    row->field = (sigma_field){.name = "correlation",
                               .unit = "1",
                               .minimum = -1.0,
                               .maximum = 1.0,
                               .offset = (int32_t)offsetof(sigma_config_group, correlation),
                               .type = SIGMA_TYPE_F64,
                               .count = 1};
    return index == 1;
}

bool sigma_config_row(int32_t kind, int32_t index, config_row *row)
{
    switch (kind) {
    case KIND_CONFIG: return config_section(index, row);
    case KIND_ACCOUNT: return account_row(index, row);
    case KIND_SYMBOL: return symbol_row(index, row);
    case KIND_GROUP: return group_row(index, row);
    default: return library_row(kind, index, row);
    }
}

bool sigma_config_find(int32_t kind, const char *key, config_row *row)
{
    for (int32_t i = 0; sigma_config_row(kind, i, row); i++) {
        if (row->form != FORM_HIDDEN && strcmp(row->field.name, key) == 0) {
            return true;
        }
    }
    return false;
}

bool sigma_config_counts_valid(const sigma_config *config)
{
    return config->symbols >= 0 && config->symbols <= SIGMA_CONFIG_SYMBOLS && config->groups >= 0 &&
           config->groups <= SIGMA_CONFIG_GROUPS && config->pairs >= 0 &&
           config->pairs <= SIGMA_CONFIG_PAIRS;
}

int32_t sigma_config_size(const config_row *row)
{
    int32_t size, count;

    if (sigma_layout_size(row->field.detail, &size, &count) == SIGMA_OK &&
        row->form == FORM_STRUCT) {
        return size;
    }
    switch (row->field.type) {
    case SIGMA_TYPE_I32:
    case SIGMA_TYPE_WORD: return 4;
    default: return 8;
    }
}
