/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "rows.h"
#include "writer.h"

static void indent(config_output *out, int32_t depth)
{
    for (int32_t i = 0; i < depth; i++) {
        sigma_config_put(out, out->bullet && i + 1 == depth ? "- " : "  ");
    }
    out->bullet = 0;
}

static void put_symbol(config_output *out, const sigma_config *config, int32_t place)
{
    if (place < 0 || place >= config->symbols) {
        sigma_config_spoil(out, SIGMA_E_RANGE);
        return;
    }
    sigma_config_put_name(out, config->symbol[place].name);
}

/* ---- structs */

static void put_struct(config_output *out, int32_t kind, const char *object, int32_t depth);

static void put_key(config_output *out, const char *name, int32_t depth)
{
    indent(out, depth);
    sigma_config_put(out, name);
    sigma_config_put(out, ":");
}

static void put_structs(config_output *out, const config_row *row, const char *at, int32_t count,
                        int32_t depth)
{
    int32_t size = sigma_config_size(row);

    sigma_config_put(out, count > 0 ? "\n" : " []\n");
    for (int32_t i = 0; i < count; i++) {
        out->bullet = 1;
        put_struct(out, row->field.detail, at + i * size, depth + 1);
    }
}

/* How many elements of a list count; 0 and an error where that is more than there are. */
static int32_t elements(config_output *out, const config_row *row, const char *object)
{
    int32_t count = row->field.count;

    if (row->counter > 0) {
        memcpy(&count, object + row->counter, sizeof count);
    }
    if (count < 0 || count > row->field.count) {
        sigma_config_spoil(out, SIGMA_E_RANGE);
        return 0;
    }
    return count;
}

static void put_row(config_output *out, const config_row *row, const char *object, int32_t depth)
{
    const char *at = object + row->field.offset;
    bool list = row->form != FORM_NAME && row->field.count > 1;
    int32_t count = elements(out, row, object);

    put_key(out, row->field.name, depth);
    if (row->form == FORM_STRUCT && list) {
        put_structs(out, row, at, count, depth + 1);
    } else if (row->form == FORM_STRUCT) {
        sigma_config_put(out, "\n");
        put_struct(out, row->field.detail, at, depth + 1);
    } else {
        sigma_config_put(out, " ");
        if (list) {
            sigma_config_put_values(out, row, at, count);
        } else {
            sigma_config_put_value(out, row, at);
        }
        sigma_config_put(out, "\n");
    }
}

static void put_struct(config_output *out, int32_t kind, const char *object, int32_t depth)
{
    config_row row;

    for (int32_t i = 0; sigma_config_row(kind, i, &row); i++) {
        bool shown =
            row.form == FORM_NAME ? object[row.field.offset] != '\0' : row.form != FORM_HIDDEN;
        if (shown) {
            put_row(out, &row, object, depth);
        }
    }
}

/* ---- the sections of their own shape */

static void put_symbols(config_output *out, const sigma_config *config)
{
    sigma_config_put(out, config->symbols > 0 ? "symbols:\n" : "symbols: {}\n");
    for (int32_t i = 0; i < config->symbols; i++) {
        indent(out, 1);
        sigma_config_put_name(out, config->symbol[i].name);
        sigma_config_put(out, ":\n");
        put_struct(out, KIND_SYMBOL, (const char *)&config->symbol[i], 2);
    }
}

static void put_members(config_output *out, const sigma_config *config, uint64_t members)
{
    bool first = true;

    sigma_config_put(out, "    symbols: [");
    for (int32_t place = 0; members != 0; place++, members >>= 1) {
        if (members & 1) {
            sigma_config_separate(out, first);
            put_symbol(out, config, place);
            first = false;
        }
    }
    sigma_config_put(out, "]\n");
}

static void put_groups(config_output *out, const sigma_config *config)
{
    sigma_config_put(out, config->groups > 0 ? "groups:\n" : "groups: {}\n");
    for (int32_t i = 0; i < config->groups; i++) {
        const sigma_config_group *group = &config->group[i];
        indent(out, 1);
        sigma_config_put_name(out, group->name);
        sigma_config_put(out, ":\n");
        put_members(out, config, group->symbols);
        sigma_config_put(out, "    correlation: ");
        sigma_config_put_number(out, group->correlation);
        sigma_config_put(out, "\n");
    }
}

static void put_pairs(config_output *out, const sigma_config *config)
{
    sigma_config_put(out, config->pairs > 0 ? "correlations:\n" : "correlations: []\n");
    for (int32_t i = 0; i < config->pairs; i++) {
        const sigma_config_pair *pair = &config->pair[i];
        sigma_config_put(out, "  - [");
        put_symbol(out, config, pair->first);
        sigma_config_put(out, ", ");
        put_symbol(out, config, pair->second);
        sigma_config_put(out, ", ");
        sigma_config_put_number(out, pair->correlation);
        sigma_config_put(out, "]\n");
    }
}

static bool absent(const config_row *row, const char *at)
{
    size_t i = 0;

    while (i < row->optional && at[i] == 0) {
        i++;
    }
    return row->optional > 0 && i == row->optional;
}

static void put_section(config_output *out, const config_row *row, const sigma_config *config)
{
    const char *object = (const char *)config;

    switch (row->form) {
    case FORM_SYMBOLS: put_symbols(out, config); break;
    case FORM_GROUPS: put_groups(out, config); break;
    case FORM_PAIRS: put_pairs(out, config); break;
    default:
        if (!absent(row, object + row->field.offset)) {
            put_row(out, row, object, 0);
        }
        break;
    }
}

void sigma_config_write_all(config_output *out, const sigma_config *config)
{
    config_row row;

    if (!sigma_config_counts_valid(config)) {
        sigma_config_spoil(out, SIGMA_E_RANGE);
        return;
    }
    for (int32_t i = 0; sigma_config_row(KIND_CONFIG, i, &row); i++) {
        put_section(out, &row, config);
    }
}
