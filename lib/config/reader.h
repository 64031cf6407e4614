/* SPDX-License-Identifier: MIT */
/* From the tree of values into structs. All of these return false after an error. */
#ifndef SIGMA_CONFIG_READER_H
#define SIGMA_CONFIG_READER_H

#include "document.h"
#include "rows.h"

/* What a row takes, as a message says it: "a number from 0 to 1". */
enum { EXPECTED = 600 };
void sigma_config_expected(const config_row *row, char *expected);

/* The names of all presets of a kind, between commas; whether there are any. */
bool sigma_config_preset_list(int32_t kind, char *list, size_t size);

/* One scalar, or for a FORM_SET or FORM_DAYS a list of words. */
bool sigma_config_read_value(config_document *doc, const config_node *node, const config_row *row,
                             void *at);

/* A name of the user's own. */
bool sigma_config_read_name(config_document *doc, const config_node *node, char *name);

/* A mapping, or the name of a preset. */
bool sigma_config_read_struct(config_document *doc, const config_node *node, int32_t kind,
                              void *object);

/* Whether the keys of a mapping are texts, each there once, and those of its kind; 0 for any. */
bool sigma_config_check_keys(config_document *doc, const config_node *node, int32_t kind);

/* The value of a key; NULL if it is not there. */
const config_node *sigma_config_value_of(const config_document *doc, const config_node *mapping,
                                         const char *name);

/* The sections of their own shape. */
bool sigma_config_read_symbols(config_document *doc, const config_node *node);
bool sigma_config_read_groups(config_document *doc, const config_node *node);
bool sigma_config_read_pairs(config_document *doc, const config_node *node);
bool sigma_config_read_members(config_document *doc, const config_node *node, uint64_t *members);

/* Numbers the sectors, and looks once more at what each symbol is worth. */
bool sigma_config_finish_symbols(config_document *doc, const config_node *root);

#endif
