/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "piece.h"

/* ---- values */

static bool read_element(config_document *doc, const config_node *node, const config_row *row,
                         char *at)
{
    switch (row->form) {
    case FORM_STRUCT: return sigma_config_read_struct(doc, node, row->field.detail, at);
    case FORM_MEMBERS: return sigma_config_read_members(doc, node, (uint64_t *)(void *)at);
    case FORM_SYMBOLS: return sigma_config_read_symbols(doc, node);
    case FORM_GROUPS: return sigma_config_read_groups(doc, node);
    case FORM_PAIRS: return sigma_config_read_pairs(doc, node);
    default: return sigma_config_read_value(doc, node, row, at);
    }
}

static bool check_count(config_document *doc, const config_node *node, const config_row *row)
{
    int32_t count = row->field.count;
    bool exact = row->counter == 0;
    char expected[64];

    if (node->kind == NODE_LIST && (exact ? node->count == count : node->count <= count)) {
        return true;
    }
    snprintf(expected, sizeof expected, "a list of %s%d", exact ? "" : "at most ", (int)count);
    return sigma_config_fail_at(
        doc, node->kind == NODE_LIST ? SIGMA_E_RANGE : SIGMA_E_FORMAT, node->line, node->column,
        node->kind == NODE_LIST ? "expected %s, found %d values" : "expected %s", expected,
        (int)node->count);
}

/* A new list replaces all of the old one. */
static bool read_list(config_document *doc, const config_node *node, const config_row *row,
                      char *object)
{
    int32_t size = sigma_config_size(row), place = 0;
    char *at = object + row->field.offset;

    if (!check_count(doc, node, row)) {
        return false;
    }
    memset(at, 0, (size_t)(size * row->field.count));
    const config_node *child = config_child(doc, node->first);
    for (; child; child = config_child(doc, child->next), place++) {
        int32_t before = sigma_config_enter_place(doc, place);
        if (!read_element(doc, child, row, at + place * size)) {
            return false;
        }
        sigma_config_leave(doc, before);
    }
    if (row->counter > 0) {
        memcpy(object + row->counter, &node->count, sizeof node->count);
    }
    return true;
}

static bool read_row(config_document *doc, const config_node *node, const config_row *row,
                     char *object)
{
    bool list = row->form != FORM_NAME && row->field.count > 1;

    memset(object + row->field.offset, 0, row->optional); /* what a preset of the whole set */
    return list ? read_list(doc, node, row, object)
                : read_element(doc, node, row, object + row->field.offset);
}

static bool read_rows(config_document *doc, const config_node *mapping, int32_t kind, char *object)
{
    config_row row;

    for (int32_t i = 0; sigma_config_row(kind, i, &row); i++) {
        const config_node *node =
            row.form == FORM_HIDDEN ? NULL : sigma_config_value_of(doc, mapping, row.field.name);
        int32_t before = sigma_config_enter(doc, row.field.name);
        if (node && !read_row(doc, node, &row, object)) {
            return false;
        }
        if (row.needed && !node) {
            return sigma_config_fail_at(doc, SIGMA_E_RANGE, mapping->line, mapping->column,
                                        "this key is missing");
        }
        sigma_config_leave(doc, before);
    }
    return true;
}

/* ---- presets */

static bool take_preset(config_document *doc, const config_node *node, int32_t kind, void *object)
{
    char buffer[SIGMA_WORD_SPACE], expected[EXPECTED] = "one of ";
    const char *name;

    for (int32_t code = 1; (name = sigma_config_preset_name(kind, code, buffer)); code++) {
        if (node->kind == NODE_SCALAR && config_is(config_piece_of(doc, node), name)) {
            /* refuses no code that has a name */
            (void)!sigma_config_preset_fill(kind, code, object);
            return true;
        }
    }
    sigma_config_preset_list(kind, expected + strlen(expected), sizeof expected - strlen(expected));
    return sigma_config_fail(doc, SIGMA_E_FORMAT, node, expected);
}

/* ---- what is missing, and what does not fit */

static double number_at(const config_row *row, const char *at)
{
    double real;
    int64_t wide;
    int32_t narrow;

    switch (row->field.type) {
    case SIGMA_TYPE_F64: memcpy(&real, at, sizeof real); return real;
    case SIGMA_TYPE_I64: memcpy(&wide, at, sizeof wide); return (double)wide;
    default: memcpy(&narrow, at, sizeof narrow); return narrow;
    }
}

/* What was given was found in range, so what is not was not given. */
static bool missing(const config_row *row, const char *object)
{
    bool plain = row->form >= FORM_NUMBER && row->form <= FORM_DAYS && row->form != FORM_SET &&
                 row->field.count == 1;
    double value = plain ? number_at(row, object + row->field.offset) : 0.0;

    return plain && (value < row->field.minimum || value > row->field.maximum);
}

static bool complete(config_document *doc, const config_node *node, int32_t kind,
                     const char *object)
{
    config_row row;

    for (int32_t i = 0; sigma_config_row(kind, i, &row); i++) {
        if (missing(&row, object)) {
            sigma_config_enter(doc, row.field.name);
            return sigma_config_fail_at(doc, SIGMA_E_RANGE, node->line, node->column,
                                        "this key is missing");
        }
    }
    const char *misfit = sigma_config_misfit(kind, object);
    if (!misfit) {
        return true;
    }
    return sigma_config_fail_at(doc, SIGMA_E_RANGE, node->line, node->column, "expected %s",
                                misfit);
}

/* What follows from other keys where it is not given. */
static void derive(int32_t kind, void *object)
{
    if (kind == KIND_ACCOUNT) {
        sigma_config_account *account = (sigma_config_account *)object;
        account->equity = account->equity > 0.0 ? account->equity : account->balance;
        account->peak = account->peak > 0.0 ? account->peak : account->balance;
    }
    if (kind == KIND_SYMBOL) {
        sigma_symbol *symbol = (sigma_symbol *)object;
        if (symbol->tick_value == 0.0 && symbol->asset != SIGMA_ASSET_INVERSE) {
            symbol->tick_value = symbol->contract_size * symbol->tick_size * symbol->quote_rate;
        }
    }
}

static bool read_mapping(config_document *doc, const config_node *node, int32_t kind, void *object)
{
    const config_node *preset =
        sigma_config_has_presets(kind) ? sigma_config_value_of(doc, node, "preset") : NULL;

    if (preset) {
        int32_t before = sigma_config_enter(doc, "preset");
        if (!take_preset(doc, preset, kind, object)) {
            return false;
        }
        sigma_config_leave(doc, before);
    }
    if (!read_rows(doc, node, kind, (char *)object)) {
        return false;
    }
    derive(kind, object);
    return complete(doc, node, kind, (const char *)object);
}

bool sigma_config_read_struct(config_document *doc, const config_node *node, int32_t kind,
                              void *object)
{
    config_row row = {.field = {.detail = kind}, .form = FORM_STRUCT};
    char expected[EXPECTED];

    if (node->kind == NODE_SCALAR && node->length > 0 && sigma_config_has_presets(kind)) {
        return take_preset(doc, node, kind, object);
    }
    if (node->kind != NODE_MAPPING) {
        sigma_config_expected(&row, expected);
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node, expected);
    }
    return sigma_config_check_keys(doc, node, kind) && read_mapping(doc, node, kind, object);
}
