/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "piece.h"

/* ---- symbols */

static int32_t find_symbol(const sigma_config *config, config_piece name)
{
    int32_t place = 0;

    while (place < config->symbols && !config_is(name, config->symbol[place].name)) {
        place++;
    }
    return place;
}

static bool too_many(config_document *doc, const config_node *node, int32_t most, const char *what)
{
    return sigma_config_fail_at(doc, SIGMA_E_SPACE, node->line, node->column,
                                "expected at most %d %s", (int)most, what);
}

/* Adds a symbol, with its facts where it is well known; NULL after an error. */
static sigma_config_symbol *add_symbol(config_document *doc, const config_node *name)
{
    sigma_config *config = &doc->config;
    char text[SIGMA_CONFIG_NAME];

    if (config->symbols == SIGMA_CONFIG_SYMBOLS) {
        too_many(doc, name, SIGMA_CONFIG_SYMBOLS, "symbols");
        return NULL;
    }
    if (!sigma_config_read_name(doc, name, text)) {
        return NULL;
    }
    if (find_symbol(config, config_piece_of(doc, name)) < config->symbols) {
        sigma_config_fail_at(doc, SIGMA_E_FORMAT, name->line, name->column, "%s stands here twice",
                             text);
        return NULL;
    }
    sigma_config_symbol *symbol = &config->symbol[config->symbols++];
    const sigma_known *known = sigma_config_known(text);
    memcpy(symbol->name, text, sizeof text);
    if (known) {
        symbol->facts = sigma_known_facts(known, 0);
    }
    symbol->facts.id = config->symbols;
    return symbol;
}

static bool symbol_worth(config_document *doc, const config_node *node,
                         const sigma_config_symbol *symbol)
{
    const char *lacking = sigma_config_worthless(&symbol->facts);

    if (!lacking) {
        return true;
    }
    return sigma_config_fail_at(doc, SIGMA_E_RANGE, node->line, node->column,
                                "expected %s, to know what a lot is worth", lacking);
}

/* A name alone, of a symbol that is well known. */
static bool read_listed(config_document *doc, const config_node *node)
{
    const sigma_config_symbol *symbol = add_symbol(doc, node);

    if (!symbol) {
        return false;
    }
    if (symbol->facts.tick_size == 0.0) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node,
                                 "a well-known symbol, or a mapping from its name to its facts");
    }
    return symbol_worth(doc, node, symbol);
}

/* What a lot is worth is worked out anew where the text changes what it depends on. */
static void forget_worth(const config_document *doc, const config_node *facts, sigma_symbol *symbol)
{
    if (facts->kind == NODE_MAPPING && !sigma_config_value_of(doc, facts, "tick_value") &&
        (sigma_config_value_of(doc, facts, "tick_size") ||
         sigma_config_value_of(doc, facts, "contract_size") ||
         sigma_config_value_of(doc, facts, "quote_rate"))) {
        symbol->tick_value = 0.0;
    }
}

static bool read_described(config_document *doc, const config_node *name, const config_node *facts)
{
    sigma_config_symbol *symbol = add_symbol(doc, name);

    if (!symbol) {
        return false;
    }
    int32_t before = sigma_config_enter(doc, symbol->name);
    forget_worth(doc, facts, &symbol->facts);
    bool fine = sigma_config_read_struct(doc, facts, KIND_SYMBOL, symbol) &&
                symbol_worth(doc, facts, symbol);
    if (fine) {
        sigma_config_leave(doc, before);
    }
    return fine;
}

bool sigma_config_read_symbols(config_document *doc, const config_node *node)
{
    const config_node *child = config_child(doc, node->first);
    bool fine = true;

    memset(doc->config.symbol, 0, sizeof doc->config.symbol);
    doc->config.symbols = 0;
    if (node->kind == NODE_SCALAR) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node,
                                 "a mapping from names to facts, or a list of names");
    }
    if (node->kind == NODE_LIST) {
        for (; child && fine; child = config_child(doc, child->next)) {
            fine = read_listed(doc, child);
        }
        return fine;
    }
    fine = sigma_config_check_keys(doc, node, 0);
    for (; child && fine; child = config_child(doc, doc->node[child->next].next)) {
        fine = read_described(doc, child, config_child(doc, child->next));
    }
    return fine;
}

bool sigma_config_finish_symbols(config_document *doc, const config_node *root)
{
    sigma_config *config = &doc->config;
    int32_t sectors = 0;

    for (int32_t i = 0; i < config->symbols; i++) {
        sigma_config_symbol *symbol = &config->symbol[i];
        int32_t before = sigma_config_enter(doc, "symbols");
        sigma_config_enter(doc, symbol->name);
        if (!symbol_worth(doc, root, symbol)) { /* of a preset, which does not know rates */
            return false;
        }
        sigma_config_leave(doc, before);
        int32_t j = 0;
        while (strcmp(config->symbol[j].sector_name, symbol->sector_name) != 0) {
            j++;
        }
        symbol->sector = symbol->sector_name[0] == '\0' ? 0
                         : j < i                        ? config->symbol[j].sector
                                                        : ++sectors;
    }
    return true;
}

/* ---- groups and pairs */

/* The place of a symbol that is named; false after an error. */
static bool read_place(config_document *doc, const config_node *node, int32_t *place)
{
    if (node->kind == NODE_SCALAR) {
        *place = find_symbol(&doc->config, config_piece_of(doc, node));
        if (*place < doc->config.symbols) {
            return true;
        }
    }
    return sigma_config_fail(doc, SIGMA_E_FORMAT, node, "one of the symbols above");
}

bool sigma_config_read_members(config_document *doc, const config_node *node, uint64_t *members)
{
    const config_node *child = config_child(doc, node->first);
    int32_t place = 0;

    *members = 0;
    if (node->kind != NODE_LIST || node->count < 2) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node, "a list of two symbols or more");
    }
    for (; child; child = config_child(doc, child->next)) {
        if (!read_place(doc, child, &place)) {
            return false;
        }
        if (*members >> place & 1) {
            return sigma_config_fail(doc, SIGMA_E_FORMAT, child, "each symbol once");
        }
        *members |= UINT64_C(1) << place;
    }
    return true;
}

static bool read_group(config_document *doc, const config_node *name, const config_node *value)
{
    sigma_config *config = &doc->config;
    sigma_config_group *group = &config->group[config->groups];

    if (config->groups == SIGMA_CONFIG_GROUPS) {
        return too_many(doc, name, SIGMA_CONFIG_GROUPS, "groups");
    }
    if (!sigma_config_read_name(doc, name, group->name)) {
        return false;
    }
    int32_t before = sigma_config_enter(doc, group->name);
    if (!sigma_config_read_struct(doc, value, KIND_GROUP, group)) {
        return false;
    }
    sigma_config_leave(doc, before);
    config->groups++;
    return true;
}

bool sigma_config_read_groups(config_document *doc, const config_node *node)
{
    const config_node *child = config_child(doc, node->first);

    if (node->kind != NODE_MAPPING) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node, "a mapping from names to groups");
    }
    if (!sigma_config_check_keys(doc, node, 0)) {
        return false;
    }
    for (; child; child = config_child(doc, doc->node[child->next].next)) {
        if (!read_group(doc, child, config_child(doc, child->next))) {
            return false;
        }
    }
    return true;
}

static bool is_pair(const sigma_config_pair *pair, int32_t first, int32_t second)
{
    return pair->first == first && pair->second == second;
}

/* [EURUSD, GBPUSD, 0.8] */
static bool read_pair(config_document *doc, const config_node *node)
{
    sigma_config *config = &doc->config;
    config_row row;
    int32_t a = 0, b = 0;
    double value;

    if (node->kind != NODE_LIST || node->count != 3) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node,
                                 "two symbols and their correlation, such as [ES, NQ, 0.9]");
    }
    const config_node *one = config_child(doc, node->first), *two = config_child(doc, one->next);
    (void)sigma_config_find(KIND_GROUP, "correlation", &row);
    if (!read_place(doc, one, &a) || !read_place(doc, two, &b) ||
        !sigma_config_read_value(doc, config_child(doc, two->next), &row, &value)) {
        return false;
    }
    int32_t first = a < b ? a : b, second = a < b ? b : a, i = 0;
    while (i < config->pairs && !is_pair(&config->pair[i], first, second)) {
        i++;
    }
    if (a == b || i < config->pairs) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, two, "another symbol, each pair once");
    }
    config->pair[config->pairs++] = (sigma_config_pair){value, first, second};
    return true;
}

bool sigma_config_read_pairs(config_document *doc, const config_node *node)
{
    const config_node *child = config_child(doc, node->first);
    int32_t place = 0;

    if (node->kind != NODE_LIST) {
        return sigma_config_fail(doc, SIGMA_E_FORMAT, node,
                                 "a list of pairs, such as [ES, NQ, 0.9]");
    }
    for (; child; child = config_child(doc, child->next), place++) {
        int32_t before = sigma_config_enter_place(doc, place);
        if (!read_pair(doc, child)) {
            return false;
        }
        sigma_config_leave(doc, before);
    }
    return true;
}
